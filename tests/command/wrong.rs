//! Wrong use, and what only looks like it.

#[cfg(any(feature = "postgres", feature = "mysql"))]
use std::time::{Duration, Instant};

use crate::world::{ANA, NOW, World};

#[tokio::test]
async fn wrong_use_is_told_in_json_too() {
    let world = World::new().await;
    let files = ["--policy", "policy.toml", "--map", "datamap.toml"];
    let missing = [&["plan"], &files[..], &["--store", "crm=sqlite:none.db", "--identifier", ANA]].concat();
    for words in [
        [&missing[..], &["--all-tenants", "--json"]].concat(),
        [&["plan", "--json"], &files[..], &["--no-such-option"]].concat(),
        vec!["plan", "--json"],
        vec!["nothing", "--json"],
        vec!["status", "--json", "abc", "--ledger", "sqlite:none.db"],
    ] {
        let refused = world.call(&words, &[]).exits(2).says("error: ");
        let error = refused.json()["error"].as_str().unwrap().to_owned();
        assert!(refused.err.contains(&error), "{refused}");
    }
    assert_eq!(world.call(&missing, &["--all-tenants"]).exits(2).out, "");
}

/// A hold whose scope is mistyped would hold something else than was meant.
#[tokio::test]
async fn a_hold_with_a_scope_that_there_is_not_is_wrong_use() {
    let world = World::new().await;
    for hold in ["Case=catgory:x", "Case=subject:phone=+919876543210", "subject:phone=+919876543210"] {
        let refused = world.erase(&["--identifier", ANA, "--now", NOW, "--yes", "--hold", hold]).exits(2);
        refused.says("`MATTER=category:ID`");
    }
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 3);
    assert!(!world.path("ledger.db").exists());
}

#[tokio::test]
async fn help_has_a_command_of_its_own() {
    let world = World::new().await;
    let shown = |words: &[&str]| {
        let output = world.command().args(words).output().unwrap();
        assert!(output.status.success(), "{words:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let asked = shown(&["help", "erase"]);
    assert!(asked.contains("--identifier") && asked.contains("Examples:"), "{asked}");
    assert_eq!(asked, shown(&["erase", "--help"]));
    assert!(shown(&["help"]).contains("Exit codes:"));
    world.call(&["help", "nothing"], &[]).exits(2);
}

#[tokio::test]
async fn a_database_that_another_program_holds_is_a_failure_and_no_wrong_use() {
    let world = World::new().await;
    let pool = world.pool().await;
    let mut holder = pool.acquire().await.unwrap();
    sqlx::query("BEGIN EXCLUSIVE").execute(&mut *holder).await.unwrap();
    let held = world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(1).says("try it again");
    assert!(held.json()["error"].is_string(), "{held}");
    sqlx::query("ROLLBACK").execute(&mut *holder).await.unwrap();
    drop(holder);
    world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0);
}

#[cfg(any(feature = "postgres", feature = "mysql"))]
#[tokio::test]
async fn a_server_that_is_not_there_is_said_at_once() {
    let world = World::new().await;
    let files =
        ["plan", "--policy", "policy.toml", "--map", "datamap.toml", "--identifier", ANA, "--all-tenants"];
    for (is_built_in, url) in [
        (cfg!(feature = "postgres"), "postgres://oubliette:canary-ana@127.0.0.1:1/none"),
        (cfg!(feature = "mysql"), "mysql://oubliette:canary-ana@127.0.0.1:1/none"),
    ] {
        let began = Instant::now();
        let words = [&files[..], &["--json", "--store"]].concat();
        let refused = world.call(&words, &[&format!("crm={url}")]);
        if is_built_in {
            let refused = refused.exits(1);
            assert!(refused.json()["error"].is_string(), "{refused}");
            assert!(!refused.err.contains("canary"), "{refused}");
            assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
        }
    }
}

#[cfg(not(feature = "http"))]
#[tokio::test]
async fn a_build_without_routes_names_what_it_lacks() {
    let world = World::new().await;
    let files = ["serve", "--policy", "policy.toml", "--map", "datamap.toml", "--service", "service.toml"];
    world.call(&files, &["--ledger", "sqlite:ledger.db"]).exits(2).says("--features cli,http");
    assert!(!world.path("ledger.db").exists());
}
