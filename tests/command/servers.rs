//! The command on database servers: the host's tables and the ledger in one database, with nothing beside them.

use crate::database::{Database, Driver};
use crate::world::{ANA, NOW, SCHEMA, World, text};

const KEY: &str = "3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f";

/// Plans, checks, erases, is asked, resumes and drafts, all in one database.
async fn serves<D: Driver>(database: Database<D>) {
    // MySQL has no index over a TEXT as a whole.
    let schema = SCHEMA.replace("TEXT", "VARCHAR(100)");
    database.run(&schema).await;
    let world = World::new().await;
    let store = format!("crm={}", database.url);
    let files = ["--policy", "policy.toml", "--map", "datamap.toml", "--store", &store, "--json"];
    let call = |command: &str, more: &[&str]| world.call(&[&[command], &files[..], more].concat(), &[]);
    world.write("key", KEY);
    let ledger = ["--ledger", database.url.as_str(), "--key-file", "key", "--now", NOW];
    let who = ["--identifier", ANA, "--tenant", "7"];

    assert_eq!(call("check", &[]).exits(0).json()["errors"], 0);
    call("plan", &[&who[..], &["--now", NOW]].concat()).exits(0).state("received");
    assert_eq!(database.number("SELECT count(*) FROM messages").await, 3);
    let unknown =
        world.call(&[&["status", "--json", "6ZQK-7M2P-0000-0000-0000-0000-0000"], &ledger[..]].concat(), &[]);
    assert!(unknown.exits(2).json()["error"].is_string(), "nothing is made by looking");
    let no_key = [&who[..], &["--ledger", &database.url, "--yes"]].concat();
    call("erase", &no_key).exits(2).says("--key-file");

    let erase = [&who[..], &ledger[..], &["--yes"]].concat();
    let report = call("erase", &erase).exits(0).state("completed_with_retention").json();
    assert_eq!(database.number("SELECT count(*) FROM contacts WHERE id = 1").await, 0);
    assert_eq!(database.number("SELECT count(*) FROM messages").await, 1);
    assert_eq!(database.number("SELECT count(*) FROM invoices WHERE buyer IS NULL").await, 1);
    let status = [&["status", "--json", text(&report["code"])], &ledger[..]].concat();
    world.call(&status, &[]).exits(0).state("completed_with_retention");
    assert_eq!(call("resume", &ledger).exits(0).json()["requests"].as_array().unwrap().len(), 0);

    let drafted =
        world.call(&["scaffold", "--store", &store, "--policy", "p.toml", "--map", "m.toml", "--json"], &[]);
    assert_eq!(drafted.exits(0).json()["tables"], 3, "the ledger's own tables are nobody's");
    world.call(&["check", "--policy", "p.toml", "--map", "m.toml", "--store", &store], &[]).exits(0);
}

#[cfg(feature = "postgres")]
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn postgresql_serves_as_store_and_ledger() {
    serves(crate::database::postgres::Database::new().await).await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
#[ignore = "needs MariaDB"]
async fn mariadb_serves_as_store_and_ledger() {
    serves(crate::database::mariadb::Database::new().await).await;
}
