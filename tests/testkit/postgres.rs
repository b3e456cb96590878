//! Tables of a PostgreSQL database for the kit.

use oubliette::datamap::Value;
use oubliette::port::ColumnKind;
use oubliette::testkit::{FixtureError, TableLayout};
use sqlx::postgres::PgPool;

use super::databases;
use super::sql::{Dialect, sql_fixture};

fn type_of(kind: &ColumnKind) -> String {
    match kind {
        ColumnKind::Text { limit: Some(limit) } => format!("VARCHAR({limit})"),
        ColumnKind::Text { limit: None } => "TEXT".to_owned(),
        ColumnKind::Integer => "BIGINT".to_owned(),
        ColumnKind::Boolean => "BOOLEAN".to_owned(),
        ColumnKind::Bytes => "BYTEA".to_owned(),
        ColumnKind::Time => "TIMESTAMPTZ".to_owned(),
        ColumnKind::Uuid => "UUID".to_owned(),
        other => panic!("no law asks for {other:?} yet"),
    }
}

const POSTGRES: Dialect = Dialect {
    quote: |name| format!("\"{}\"", name.replace('"', "\"\"")),
    column: type_of,
    parameter: |kind, number| match kind {
        ColumnKind::Bytes => format!("${number}"),
        kind => format!("CAST(${number}::text AS {})", type_of(kind)),
    },
    spelled: |_, text| text,
    text: |kind, column| match kind {
        ColumnKind::Boolean => format!("CAST({column}::int AS text)"),
        _ => format!("{column}::text"),
    },
};

sql_fixture!(
    /// Tables of a PostgreSQL database.
    PostgresFixture,
    PgPool,
    POSTGRES
);

/// What is laid out comes back as it was: nothing could be said of a store otherwise.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn the_fixture_shows_what_it_laid_out() {
    let database = databases::postgres().await;
    assert!(database.url.contains("oubliette_test_"));
    oubliette::testkit::rehearse(&PostgresFixture(database.pool.clone())).await.unwrap();
}
