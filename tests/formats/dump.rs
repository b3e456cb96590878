//! A whole database as text that plain statements bring back: the schema, which is the same in every state, and the rows.
//!
//! What reads a dump needs no program of the server's, and none of this version's code.

use super::databases::{Database, Kind};
use super::rows;

/// The ledger's tables in this version, in an order in which foreign keys let them be filled.
const LEDGER: [&str; 7] = [
    "oubliette_migrations",
    "oubliette_requests",
    "oubliette_codes",
    "oubliette_journal",
    "oubliette_sealed",
    "oubliette_note_sets",
    "oubliette_notes",
];

/// The statements that make every table.
pub async fn schema(database: &Database) -> String {
    match database {
        #[cfg(feature = "sqlite")]
        Database::Sqlite { .. } => {
            let made = "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";
            database.texts(made).await.join("\n") + "\n"
        }
        #[cfg(feature = "postgres")]
        Database::Postgres(server) => of_pg_dump(&server.url),
        #[cfg(feature = "mysql")]
        Database::Mariadb(_) => {
            let mut made = String::new();
            for table in tables() {
                let text = database.texts(&format!("SHOW CREATE TABLE {table}")).await.remove(0);
                made += &format!("{};\n", without_counter(&text).0);
            }
            made
        }
    }
}

/// The statements that fill the tables, and set the counters of their keys.
pub async fn data(database: &Database) -> String {
    let mut data = String::new();
    for table in tables() {
        let rows = rows_of(database, table).await;
        if !rows.is_empty() {
            let columns: Vec<String> =
                columns(database, table).await.iter().map(|it| quoted(database.kind(), it)).collect();
            let overriding = overriding(database, table).await;
            let into = format!("INSERT INTO {table} ({}){overriding} VALUES", columns.join(", "));
            data += &format!("{into}\n{};\n", rows.join(",\n"));
        }
        data += &counter(database, table).await;
    }
    data
}

/// Every row of the host's tables, as it stands.
pub async fn host_rows(database: &Database) -> Vec<String> {
    let mut all = Vec::new();
    for table in rows::TABLES {
        all.extend(rows_of(database, table).await.into_iter().map(|row| format!("{table} {row}")));
    }
    all
}

fn tables() -> impl Iterator<Item = &'static str> {
    rows::TABLES.into_iter().chain(LEDGER)
}

/// Each row as a list of literals, in the order of the first two columns.
async fn rows_of(database: &Database, table: &str) -> Vec<String> {
    let kind = database.kind();
    let columns = columns(database, table).await;
    let mut literals = Vec::new();
    for column in &columns {
        literals.push(literal(database, table, column).await);
    }
    let key: Vec<String> = columns.iter().take(2).map(|column| quoted(kind, column)).collect();
    let row = match kind {
        #[cfg(feature = "mysql")]
        Kind::Mariadb => format!("CONCAT('(', {}, ')')", literals.join(", ', ', ")),
        #[cfg(any(feature = "sqlite", feature = "postgres"))]
        _ => format!("'(' || {} || ')'", literals.join(" || ', ' || ")),
    };
    database.texts(&format!("SELECT {row} FROM {table} ORDER BY {}", key.join(", "))).await
}

/// An expression for a column's value as a literal: bytes in hexadecimal, numbers bare, and all else as text.
async fn literal(database: &Database, table: &str, column: &str) -> String {
    let name = quoted(database.kind(), column);
    match database.kind() {
        #[cfg(feature = "sqlite")]
        Kind::Sqlite => {
            let _ = table;
            format!("quote({name})")
        }
        #[cfg(feature = "postgres")]
        Kind::Postgres => match data_type(database, table, column, "current_schema()").await.as_str() {
            "bytea" => format!("coalesce('''\\x' || encode({name}, 'hex') || '''::bytea', 'NULL')"),
            "bigint" => format!("coalesce({name}::text, 'NULL')"),
            _ => format!("quote_nullable({name}::text)"),
        },
        #[cfg(feature = "mysql")]
        Kind::Mariadb => match data_type(database, table, column, "DATABASE()").await.as_str() {
            "varbinary" | "longblob" => format!("COALESCE(CONCAT('x''', HEX({name}), ''''), 'NULL')"),
            "bigint" => format!("COALESCE(CAST({name} AS CHAR), 'NULL')"),
            _ => format!("QUOTE({name})"),
        },
    }
}

#[cfg(any(feature = "postgres", feature = "mysql"))]
async fn data_type(database: &Database, table: &str, column: &str, schema: &str) -> String {
    let of_column =
        format!("table_schema = {schema} AND table_name = '{table}' AND column_name = '{column}'");
    let sql = format!("SELECT data_type FROM information_schema.columns WHERE {of_column}");
    database.texts(&sql).await.remove(0)
}

async fn columns(database: &Database, table: &str) -> Vec<String> {
    let sql = match database.kind() {
        #[cfg(feature = "sqlite")]
        Kind::Sqlite => format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid"),
        #[cfg(feature = "postgres")]
        Kind::Postgres => format!(
            "SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position"
        ),
        #[cfg(feature = "mysql")]
        Kind::Mariadb => format!(
            "SELECT column_name FROM information_schema.columns \
             WHERE table_name = '{table}' AND table_schema = DATABASE() ORDER BY ordinal_position"
        ),
    };
    database.texts(&sql).await
}

fn quoted(kind: Kind, column: &str) -> String {
    match kind {
        #[cfg(feature = "mysql")]
        Kind::Mariadb => format!("`{column}`"),
        #[cfg(any(feature = "sqlite", feature = "postgres"))]
        _ => column.to_owned(),
    }
}

/// PostgreSQL takes values for a key that it gives itself only where it is told so.
async fn overriding(database: &Database, table: &str) -> &'static str {
    match database.kind() {
        #[cfg(feature = "postgres")]
        Kind::Postgres => {
            let sql = format!(
                "SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}' AND is_identity = 'YES'"
            );
            if database.texts(&sql).await.is_empty() { "" } else { " OVERRIDING SYSTEM VALUE" }
        }
        #[cfg(any(feature = "sqlite", feature = "mysql"))]
        _ => {
            let _ = table;
            ""
        }
    }
}

/// The statement that sets the counter from which the table's next key comes.
async fn counter(database: &Database, table: &str) -> String {
    match database.kind() {
        // The next key is the greatest and one.
        #[cfg(feature = "sqlite")]
        Kind::Sqlite => {
            let _ = table;
            String::new()
        }
        #[cfg(feature = "postgres")]
        Kind::Postgres => {
            let sql = format!(
                "SELECT format(E'SELECT setval(''%s'', %s);\\n', sequencename, last_value) FROM pg_sequences \
                 WHERE sequencename = '{table}_number_seq' AND last_value IS NOT NULL"
            );
            database.texts(&sql).await.concat()
        }
        #[cfg(feature = "mysql")]
        Kind::Mariadb => {
            let text = database.texts(&format!("SHOW CREATE TABLE {table}")).await.remove(0);
            let set = |next| format!("ALTER TABLE {table} AUTO_INCREMENT = {next};\n");
            without_counter(&text).1.map(set).unwrap_or_default()
        }
    }
}

/// A table's definition without its counter, and the counter.
#[cfg(feature = "mysql")]
fn without_counter(text: &str) -> (String, Option<String>) {
    let Some((before, after)) = text.split_once(" AUTO_INCREMENT=") else { return (text.to_owned(), None) };
    let (counter, after) = after.split_once(' ').unwrap();
    (format!("{before} {after}"), Some(counter.to_owned()))
}

/// The schema as the server's own program tells it, without settings, comments and what only `psql` understands.
#[cfg(feature = "postgres")]
fn of_pg_dump(url: &str) -> String {
    let arguments = ["--schema-only", "--no-owner", "--no-privileges"];
    let dump = std::process::Command::new("pg_dump").args(arguments).arg(url).output().unwrap();
    assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
    let is_wanted = |line: &&str| {
        let unwanted = ["--", "SET ", "SELECT pg_catalog.set_config", "\\"];
        !line.is_empty() && !unwanted.iter().any(|start| line.starts_with(start))
    };
    String::from_utf8(dump.stdout)
        .unwrap()
        .lines()
        .filter(is_wanted)
        .map(|line| format!("{line}\n"))
        .collect()
}
