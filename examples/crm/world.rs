//! The CRM's database: made from `schema.sql` and `world.sql` in a directory of its own, which goes when it is dropped.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, SqliteConnection};

use crate::Failure;

/// The app-scoped id by which Meta names the agent.
pub const OMARS_META_ID: &str = "122093764502198471";
/// The customer's number, as she writes it.
pub const ASHAS_PHONE: &str = "+91 98765 43210";
/// The business that she wrote to.
pub const ASHAS_BUSINESS: &str = "3";
/// What names the two, in the spellings in which the CRM stores it. In lower case.
pub const NAMES: [&str; 6] = [
    "9876543210",
    "asha.raman@mail.example",
    "asha raman",
    OMARS_META_ID,
    "omar@harbour-desk.example",
    "omar siddiq",
];

/// How many numbers are drawn: as many as the largest table has rows.
const DICE: usize = 102_400;

/// A directory with the CRM (`crm.db`), the same as it was (`before.db`) and the ledger (`ledger.db`).
pub struct World {
    directory: PathBuf,
}

impl World {
    /// Builds the CRM and keeps a copy of it to compare with.
    pub async fn build() -> Result<Self, Failure> {
        let instant = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_nanos();
        let directory = std::env::temp_dir().join(format!("oubliette-crm-{}-{instant}", std::process::id()));
        std::fs::create_dir(&directory)?;
        let world = Self { directory };
        let mut crm = open(&world.path("crm.db"), true).await?;
        let dice = dice();
        let script = [include_str!("schema.sql"), &dice, include_str!("world.sql")].join("\n");
        let mut transaction = crm.begin().await?;
        sqlx::raw_sql(AssertSqlSafe(script)).execute(&mut *transaction).await?;
        transaction.commit().await?;
        crm.close().await?;
        std::fs::copy(world.path("crm.db"), world.path("before.db"))?;
        Ok(world)
    }

    /// Where the CRM is.
    pub fn crm(&self) -> String {
        self.path("crm.db").display().to_string()
    }

    /// Where the ledger is.
    pub fn ledger(&self) -> String {
        self.path("ledger.db").display().to_string()
    }

    /// The CRM as it is, with the CRM as it was attached as `before`.
    pub async fn both(&self) -> Result<SqliteConnection, Failure> {
        let mut connection = open(&self.path("crm.db"), false).await?;
        let before = self.path("before.db").display().to_string();
        sqlx::query("ATTACH ? AS before").bind(before).execute(&mut connection).await?;
        Ok(connection)
    }

    /// Every table of the CRM and how many rows it has.
    pub async fn counts(&self) -> Result<Vec<(String, i64)>, Failure> {
        let mut crm = open(&self.path("crm.db"), false).await?;
        let mut counts = Vec::new();
        for table in tables(&mut crm).await? {
            let sql = format!("SELECT count(*) FROM {table}");
            counts.push((table, sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut crm).await?));
        }
        Ok(counts)
    }

    /// How many requests the ledger could still say the person of.
    pub async fn seals(&self) -> Result<i64, Failure> {
        let mut ledger = open(&self.path("ledger.db"), false).await?;
        Ok(sqlx::query_scalar("SELECT count(*) FROM oubliette_sealed").fetch_one(&mut ledger).await?)
    }

    /// How often the bytes of the ledger's files spell out a name, number, address or id of the two.
    pub fn mentions_in_ledger(&self) -> Result<usize, Failure> {
        let mut mentions = 0;
        for entry in std::fs::read_dir(&self.directory)? {
            let path = entry?.path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("ledger.db")) {
                let bytes = std::fs::read(path)?.to_ascii_lowercase();
                mentions += NAMES
                    .iter()
                    .filter(|name| bytes.windows(name.len()).any(|it| it == name.as_bytes()))
                    .count();
            }
        }
        Ok(mentions)
    }

    fn path(&self, file: &str) -> PathBuf {
        self.directory.join(file)
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.directory) {
            eprintln!("the temporary directory is still there: {error}");
        }
    }
}

/// The names of the CRM's tables.
pub async fn tables(crm: &mut SqliteConnection) -> Result<Vec<String>, Failure> {
    let sql = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid";
    Ok(sqlx::query_scalar(sql).fetch_all(crm).await?)
}

async fn open(path: &Path, create: bool) -> Result<SqliteConnection, Failure> {
    Ok(SqliteConnectOptions::new().filename(path).create_if_missing(create).connect().await?)
}

/// A temporary table of numbers from a linear congruential generator (Knuth's MMIX constants): the same in every run.
fn dice() -> String {
    let mut state = 2026_u64;
    let rows: Vec<String> = (1..=DICE)
        .map(|i| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            format!("({i},{})", state >> 40)
        })
        .collect();
    format!(
        "CREATE TEMP TABLE dice (i INTEGER PRIMARY KEY, n INTEGER NOT NULL); INSERT INTO dice VALUES {};",
        rows.join(",")
    )
}
