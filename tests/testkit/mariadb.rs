//! Tables of a MariaDB database for the kit.

use oubliette::datamap::Value;
use oubliette::port::ColumnKind;
use oubliette::testkit::{FixtureError, TableLayout};
use sqlx::mysql::MySqlPool;

use super::databases;
use super::sql::{Dialect, sql_fixture};

const MARIADB: Dialect = Dialect {
    quote: |name| format!("`{}`", name.replace('`', "``")),
    // The collations are the server's own, as in most hosts' tables: they compare without regard to case.
    column: |kind| match kind {
        ColumnKind::Text { limit: Some(limit) } => format!("VARCHAR({limit}) CHARACTER SET utf8mb4"),
        ColumnKind::Text { limit: None } => "LONGTEXT CHARACTER SET utf8mb4".to_owned(),
        ColumnKind::Integer => "BIGINT".to_owned(),
        ColumnKind::Boolean => "BOOLEAN".to_owned(),
        ColumnKind::Bytes => "BLOB".to_owned(),
        ColumnKind::Time => "DATETIME(6)".to_owned(),
        ColumnKind::Uuid => "CHAR(36) CHARACTER SET ascii".to_owned(),
        other => panic!("no law asks for {other:?} yet"),
    },
    parameter: |_, _| "?".to_owned(),
    // A DATETIME has no offset: the host's moments are in UTC.
    spelled: |kind, text| match kind {
        ColumnKind::Time => {
            let moment = chrono::DateTime::parse_from_rfc3339(&text).unwrap();
            moment.to_utc().format("%Y-%m-%d %H:%M:%S%.6f").to_string()
        }
        _ => text,
    },
    text: |_, column| format!("CAST({column} AS CHAR CHARACTER SET utf8mb4)"),
};

sql_fixture!(
    /// Tables of a MariaDB database.
    MariadbFixture,
    MySqlPool,
    MARIADB
);

/// What is laid out comes back as it was: nothing could be said of a store otherwise.
#[tokio::test]
#[ignore = "needs MariaDB"]
async fn the_fixture_shows_what_it_laid_out() {
    let database = databases::mariadb().await;
    assert!(database.url.contains("oubliette_test_"));
    oubliette::testkit::rehearse(&MariadbFixture(database.pool.clone())).await.unwrap();
}
