//! The kit on a MariaDB database, all laws of a port in one test.

use oubliette::port::ColumnKind;
use sqlx::MySql;

use super::database::mariadb::Database;
use super::sql::{Dialect, Spoken, ledger_keeps_all_laws, store_keeps_all_laws};

impl Spoken for MySql {
    const DIALECT: Dialect = Dialect {
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
            ColumnKind::Json => "JSON".to_owned(),
            other => panic!("no law asks for {other:?} yet"),
        },
        parameter: |kind, _| match kind {
            ColumnKind::Bytes => "unhex(?)".to_owned(),
            _ => "?".to_owned(),
        },
        // A DATETIME has no offset: the host's moments are in UTC.
        spelled: |kind, text| match kind {
            ColumnKind::Time => {
                let moment = chrono::DateTime::parse_from_rfc3339(&text).unwrap();
                moment.to_utc().format("%Y-%m-%d %H:%M:%S%.6f").to_string()
            }
            _ => text,
        },
        text: |kind, column| match kind {
            ColumnKind::Bytes => format!("hex({column})"),
            _ => format!("CAST({column} AS CHAR CHARACTER SET utf8mb4)"),
        },
    };
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn the_store_keeps_all_laws_bare_boxed_and_shared() {
    store_keeps_all_laws(Database::new().await).await;
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn the_ledger_keeps_all_laws_behind_several_handles() {
    ledger_keeps_all_laws(Database::new, async |database| database.pool.clone()).await;
}
