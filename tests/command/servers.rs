//! The command on database servers: the host's tables and the ledger in one database, with nothing beside them.

use sqlx::{AssertSqlSafe, Database, Executor, IntoArguments, Pool};

use crate::fresh::{self, FreshDatabase};
use crate::world::{ANA, NOW, SCHEMA, World, text};

const KEY: &str = "3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f";

async fn count<D: Database>(pool: &Pool<D>, sql: &'static str) -> i64
where
    D::Arguments: IntoArguments<D>,
    for<'c> &'c mut D::Connection: Executor<'c, Database = D>,
    i64: sqlx::Type<D> + for<'r> sqlx::Decode<'r, D>,
    usize: sqlx::ColumnIndex<D::Row>,
{
    sqlx::query_scalar(sql).fetch_one(pool).await.unwrap()
}

/// Plans, checks, erases, is asked, resumes and drafts, all in one database.
async fn serves<D: Database>(database: FreshDatabase<D>)
where
    D::Arguments: IntoArguments<D>,
    for<'c> &'c mut D::Connection: Executor<'c, Database = D>,
    i64: sqlx::Type<D> + for<'r> sqlx::Decode<'r, D>,
    usize: sqlx::ColumnIndex<D::Row>,
{
    // MySQL has no index over a TEXT as a whole.
    let schema = SCHEMA.replace("TEXT", "VARCHAR(100)");
    database.pool.execute(sqlx::raw_sql(AssertSqlSafe(schema))).await.unwrap();
    let world = World::new().await;
    let store = format!("crm={}", database.url);
    let files = ["--policy", "policy.toml", "--map", "datamap.toml", "--store", &store, "--json"];
    let call = |command: &str, more: &[&str]| world.call(&[&[command], &files[..], more].concat(), &[]);
    world.write("key", KEY);
    let ledger = ["--ledger", database.url.as_str(), "--key-file", "key", "--now", NOW];
    let who = ["--identifier", ANA, "--tenant", "7"];

    assert_eq!(call("check", &[]).exits(0).json()["errors"], 0);
    call("plan", &[&who[..], &["--now", NOW]].concat()).exits(0).state("received");
    assert_eq!(count(&database.pool, "SELECT count(*) FROM messages").await, 3);
    let unknown =
        world.call(&[&["status", "--json", "6ZQK-7M2P-0000-0000-0000-0000-0000"], &ledger[..]].concat(), &[]);
    assert_eq!(unknown.exits(2).out, "", "nothing is made by looking");
    let no_key = [&who[..], &["--ledger", &database.url, "--yes"]].concat();
    call("erase", &no_key).exits(2).says("--key-file");

    let erase = [&who[..], &ledger[..], &["--yes"]].concat();
    let report = call("erase", &erase).exits(0).state("completed_with_retention").json();
    assert_eq!(count(&database.pool, "SELECT count(*) FROM contacts WHERE id = 1").await, 0);
    assert_eq!(count(&database.pool, "SELECT count(*) FROM messages").await, 1);
    assert_eq!(count(&database.pool, "SELECT count(*) FROM invoices WHERE buyer IS NULL").await, 1);
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
    serves(fresh::postgres().await).await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
#[ignore = "needs MariaDB"]
async fn mariadb_serves_as_store_and_ledger() {
    serves(fresh::mariadb().await).await;
}
