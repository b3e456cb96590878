//! The kit on a PostgreSQL database, all laws of a port in one test.

use oubliette::port::ColumnKind;
use sqlx::Postgres;
use sqlx::postgres::PgPoolOptions;

use super::database::postgres::Database;
use super::sql::{Dialect, Spoken, ledger_keeps_all_laws, store_keeps_all_laws};

fn type_of(kind: &ColumnKind) -> String {
    match kind {
        ColumnKind::Text { limit: Some(limit) } => format!("VARCHAR({limit})"),
        ColumnKind::Text { limit: None } => "TEXT".to_owned(),
        ColumnKind::Integer => "BIGINT".to_owned(),
        ColumnKind::Boolean => "BOOLEAN".to_owned(),
        ColumnKind::Bytes => "BYTEA".to_owned(),
        ColumnKind::Time => "TIMESTAMPTZ".to_owned(),
        ColumnKind::Uuid => "UUID".to_owned(),
        ColumnKind::Json => "JSON".to_owned(),
        other => panic!("no law asks for {other:?} yet"),
    }
}

impl Spoken for Postgres {
    const DIALECT: Dialect = Dialect {
        quote: |name| format!("\"{}\"", name.replace('"', "\"\"")),
        column: type_of,
        parameter: |kind, number| match kind {
            ColumnKind::Bytes => format!("decode(${number}, 'hex')"),
            kind => format!("CAST(${number}::text AS {})", type_of(kind)),
        },
        spelled: |_, text| text,
        text: |kind, column| match kind {
            ColumnKind::Boolean => format!("CAST({column}::int AS text)"),
            ColumnKind::Bytes => format!("encode({column}, 'hex')"),
            _ => format!("{column}::text"),
        },
    };
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn the_store_keeps_all_laws_bare_boxed_and_shared() {
    store_keeps_all_laws(Database::new().await).await;
}

/// Whatever a host's pool is set to.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn the_ledger_keeps_all_laws_behind_several_handles() {
    for settings in
        [&[][..], &[("default_transaction_isolation", "serializable"), ("synchronous_commit", "off")]]
    {
        let own = async |database: &Database| {
            let options = database.options().options(settings.iter().copied());
            PgPoolOptions::new().max_connections(8).connect_with(options).await.unwrap()
        };
        ledger_keeps_all_laws(Database::new, own).await;
    }
}
