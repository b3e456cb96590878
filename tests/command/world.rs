//! A folder with the two files and a database, and the command called in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use sqlx::Row;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

pub const NOW: &str = "2026-11-21T00:00:00Z";
pub const ANA: &str = "phone=+91 98765-43210";
/// Everything of Ana's that must never be shown.
pub const CANARIES: [&str; 6] =
    ["98765", "43210", "9876543210", "canary-ana", "canary.ana@example.com", "Canary Ana"];

pub const POLICY: &str = r#"
name = "Test CRM"
version = "1"
[promises]
complete_within = "30 days"
PROMISES
[channels.operator]
verify = [VERIFY]
[[category]]
id = "contacts"
on_erasure = "erase"
[[category]]
id = "conversations"
on_erasure = "erase"
[[category]]
id = "billing"
on_erasure = "retain"
retain = [{ ground = "tax_law", citation = "CGST Act 2017, s. 36", period = "72 months", start = "issued" }]
"#;

pub const MAP: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "contacts"
tenant = "account_id"
subject = "contact"
identifiers = { phone = { field = "phone", stored = "e164" }, email = "email" }
[collection.fields]
name = {}

[[collection]]
name = "messages"
key = "id"
category = "conversations"
owned_by = [{ field = "contact_id", of = "contacts" }]
[collection.fields]
body = {}

[[collection]]
name = "invoices"
key = "id"
category = "billing"
owned_by = [{ field = "contact_id", of = "contacts" }]
events = { issued = "issued_at" }
[collection.fields]
buyer = { category = "contacts", mask = "null" }
"#;

pub const SCHEMA: &str = "
CREATE TABLE contacts (id INTEGER PRIMARY KEY, account_id INTEGER, phone TEXT, email TEXT, name TEXT);
CREATE INDEX contacts_phone ON contacts (phone);
CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id), body TEXT);
CREATE INDEX messages_contact ON messages (contact_id);
CREATE TABLE invoices (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id), buyer TEXT, issued_at TEXT);
CREATE INDEX invoices_contact ON invoices (contact_id);
INSERT INTO contacts VALUES (1, 7, '+919876543210', 'canary.ana@example.com', 'Canary Ana'),
                            (2, 7, '+14155550123', 'ben@example.com', 'Ben');
INSERT INTO messages VALUES (1, 1, 'canary-ana'), (2, 1, 'canary-ana'), (3, 2, 'hello');
INSERT INTO invoices VALUES (1, 1, 'Canary Ana', '2026-03-15 00:00:00'), (2, 2, 'Ben', '2026-03-15 00:00:00');
";

/// A folder with the two files and a database, taken away at the end.
pub struct World {
    folder: PathBuf,
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What a call of the command came to.
pub struct Call {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Call {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// The same, after looking at its exit code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self}");
        self
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.err.contains(words), "no `{words}` in: {self}");
        self
    }

    #[track_caller]
    pub fn state(&self, state: &str) -> &Self {
        assert_eq!(self.json()["state"], state, "{self}");
        self
    }
}

impl std::fmt::Display for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "exit {}\n--- out\n{}\n--- err\n{}", self.code, self.out, self.err)
    }
}

impl World {
    pub async fn new() -> Self {
        Self::with("", "").await
    }

    pub async fn with(promises: &str, verify: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("oubliette-command-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        let world = Self { folder };
        world.write("policy.toml", &POLICY.replace("PROMISES", promises).replace("VERIFY", verify));
        world.write("datamap.toml", MAP);
        world.execute(SCHEMA).await;
        world
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub async fn pool(&self) -> SqlitePool {
        let options = SqliteConnectOptions::new().filename(self.path("crm.db")).create_if_missing(true);
        SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap()
    }

    pub async fn execute(&self, sql: &'static str) {
        let pool = self.pool().await;
        sqlx::raw_sql(sql).execute(&pool).await.unwrap();
        pool.close().await;
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        let pool = self.pool().await;
        let count = sqlx::query(sql).fetch_one(&pool).await.unwrap().get(0);
        pool.close().await;
        count
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oubliette"));
        command.current_dir(&self.folder).env_remove("OUBLIETTE_KEY").stdin(Stdio::null());
        command
    }

    pub fn call(&self, words: &[&str], more: &[&str]) -> Call {
        finish(self.command().args(words).args(more).output().unwrap())
    }

    pub fn plan(&self, more: &[&str]) -> Call {
        self.call(
            &[
                "plan",
                "--policy",
                "policy.toml",
                "--map",
                "datamap.toml",
                "--store",
                "crm=sqlite:crm.db",
                "--json",
            ],
            more,
        )
    }

    /// `erase --json` in tenant 7.
    pub fn erase(&self, more: &[&str]) -> Call {
        let words = ["erase", "--policy", "policy.toml", "--map", "datamap.toml", "--store", "sqlite:crm.db"];
        self.call(&[&words[..], &["--ledger", "sqlite:ledger.db", "--json", "--tenant", "7"]].concat(), more)
    }

    pub fn resume(&self, more: &[&str]) -> Call {
        let words =
            ["resume", "--policy", "policy.toml", "--map", "datamap.toml", "--store", "crm=sqlite:crm.db"];
        self.call(&[&words[..], &["--ledger", "sqlite:ledger.db", "--json"]].concat(), more)
    }

    pub fn status(&self, code: &str, more: &[&str]) -> Call {
        self.call(&["status", "--ledger", "sqlite:ledger.db", "--json", code], more)
    }

    /// Every file in the folder with its bytes.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fs::read_dir(&self.folder)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect()
    }
}

pub fn finish(output: Output) -> Call {
    let call = Call {
        // A process that a signal has ended has no code.
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    };
    for canary in CANARIES {
        assert!(!call.out.contains(canary) && !call.err.contains(canary), "`{canary}` is shown: {call}");
    }
    assert!(!call.err.contains("panicked"), "{call}");
    call
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
