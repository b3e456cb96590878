//! `kill -9` in the middle of an erasure: what was begun is resumed at once, and comes to its end.
#![cfg(all(feature = "cli", feature = "sqlite"))]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};

const POLICY: &str = "name = 'Test'\nversion = '1'\n[channels.operator]\n[[category]]\nid = 'contacts'\non_erasure = 'erase'\n";

const MAP: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "contacts"
subject = "contact"
identifiers = { phone = "phone" }
[[collection]]
name = "messages"
key = "id"
category = "contacts"
owned_by = [{ field = "contact_id", of = "contacts" }]
"#;

const MESSAGES: i64 = 60_000;

async fn database(path: &Path) -> SqlitePool {
    let pool = SqlitePool::connect_with(SqliteConnectOptions::new().filename(path).create_if_missing(true))
        .await
        .unwrap();
    for statement in [
        "CREATE TABLE contacts (id INTEGER PRIMARY KEY, phone TEXT)",
        "CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id), body TEXT)",
        "CREATE INDEX messages_contact ON messages (contact_id)",
        "INSERT INTO contacts VALUES (1, '+919876543210'), (2, '+15550001111')",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
         INSERT INTO messages SELECT i, 1 + (i % 3 = 0), 'text' FROM n",
    ] {
        sqlx::query(statement).execute(&pool).await.unwrap();
    }
    pool
}

async fn messages_of(pool: &SqlitePool, contact: i64) -> i64 {
    let count = "SELECT count(*) FROM messages WHERE contact_id = ?";
    sqlx::query_scalar(count).bind(contact).fetch_one(pool).await.unwrap()
}

#[tokio::test]
async fn a_killed_erasure_is_resumed_at_once() {
    let folder = std::env::temp_dir().join(format!("oubliette-kill-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    std::fs::write(path("policy.toml"), POLICY).unwrap();
    std::fs::write(path("map.toml"), MAP).unwrap();
    let pool = database(Path::new(&path("crm.db"))).await;
    let others = messages_of(&pool, 2).await;
    let command = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oubliette"));
        command.arg(name).args(["--policy", &path("policy.toml"), "--map", &path("map.toml")]);
        command.args(["--store", &format!("crm=sqlite:{}", path("crm.db"))]);
        command.args(["--ledger", &format!("sqlite:{}", path("ledger.db")), "--json"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        command
    };

    let mut erasing = command("erase")
        .args(["--identifier", "phone=+919876543210", "--yes", "--batch", "4"])
        .spawn()
        .unwrap();
    // Small batches take long enough for the kill to come in between.
    while messages_of(&pool, 1).await == MESSAGES - others {
        assert!(erasing.try_wait().unwrap().is_none(), "it ended before anything was erased");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    erasing.kill().unwrap();
    erasing.wait().unwrap();
    let left = messages_of(&pool, 1).await;
    assert!(left > 0, "it was too quick to be killed");

    let resumed = command("resume").output().unwrap();
    let answer = String::from_utf8(resumed.stdout).unwrap();
    assert_eq!(resumed.status.code(), Some(0), "{answer}");
    assert!(answer.contains(r#""state":"completed""#), "{answer}");
    assert!(answer.contains(&format!(r#""records":{}"#, MESSAGES - others)), "{answer}");
    assert_eq!(messages_of(&pool, 1).await, 0);
    assert_eq!(messages_of(&pool, 2).await, others);
    pool.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}
