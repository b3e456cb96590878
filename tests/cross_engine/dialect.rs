//! What the databases call things.

use super::column::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Sqlite,
    Postgres,
    MariaDb,
}

impl Dialect {
    /// The type of that kind; `None` where the database has none.
    pub fn word(self, kind: Kind) -> Option<&'static str> {
        Some(match (self, kind) {
            (Self::Sqlite, Kind::Long) => "INTEGER",
            (Self::Sqlite, Kind::Short) => "INT",
            (Self::Sqlite, Kind::Decimal) => "NUMERIC",
            (Self::Sqlite, Kind::Text) => "TEXT",
            (Self::Sqlite, Kind::Limited) => "VARCHAR(200)",
            (Self::Sqlite, Kind::Caseless) => "TEXT COLLATE NOCASE",
            (Self::Sqlite, Kind::Bytewise) => "TEXT COLLATE RTRIM",
            (Self::Sqlite, Kind::Stamp) => "DATETIME",
            (Self::Sqlite, Kind::Instant) => "TIMESTAMP",
            (Self::Sqlite, Kind::Day) => "DATE",
            (Self::Sqlite, Kind::Untyped) => "",
            (Self::Sqlite, Kind::Uuid) => "UUID TEXT",
            (Self::Postgres, Kind::Long) => "bigint",
            (Self::Postgres, Kind::Short) => "integer",
            (Self::Postgres, Kind::Decimal) => "numeric(20, 0)",
            (Self::Postgres, Kind::Text) => "text",
            (Self::Postgres, Kind::Limited) => "varchar(200)",
            (Self::Postgres, Kind::Caseless) => "citext",
            (Self::Postgres, Kind::Bytewise) => "text COLLATE \"C\"",
            (Self::Postgres, Kind::Stamp) => "timestamp",
            (Self::Postgres, Kind::Instant) => "timestamptz",
            (Self::Postgres, Kind::Day) => "date",
            (Self::Postgres, Kind::Uuid) => "uuid",
            (Self::MariaDb, Kind::Long) => "bigint",
            (Self::MariaDb, Kind::Short) => "int",
            (Self::MariaDb, Kind::Decimal) => "decimal(20, 0)",
            (Self::MariaDb, Kind::Text) => "text",
            (Self::MariaDb, Kind::Limited) => "varchar(200)",
            (Self::MariaDb, Kind::Caseless) => "varchar(200) COLLATE utf8mb4_unicode_ci",
            (Self::MariaDb, Kind::Bytewise) => "varchar(200) COLLATE utf8mb4_bin",
            (Self::MariaDb, Kind::Stamp) => "datetime",
            (Self::MariaDb, Kind::Instant) => "timestamp",
            (Self::MariaDb, Kind::Day) => "date",
            (Self::MariaDb, Kind::Uuid) => "uuid",
            (Self::Postgres | Self::MariaDb, Kind::Untyped) => return None,
        })
    }

    /// Whether a column of that kind can be a key, unique or indexed.
    pub fn has_index_on(self, kind: Kind) -> bool {
        self != Self::MariaDb || kind != Kind::Text
    }

    pub fn name(self, name: &str) -> String {
        let quote = if self == Self::MariaDb { '`' } else { '"' };
        format!("{quote}{name}{quote}")
    }

    pub fn names<'a>(self, names: impl IntoIterator<Item = &'a String>) -> String {
        names.into_iter().map(|it| self.name(it)).collect::<Vec<_>>().join(", ")
    }

    /// A text as a literal, which every column takes for its own.
    pub fn literal(self, text: &str) -> String {
        format!("'{}'", text.replace('\'', "''"))
    }

    /// A column as text.
    pub fn as_text(self, name: &str) -> String {
        let word = if self == Self::MariaDb { "char" } else { "text" };
        format!("CAST({} AS {word})", self.name(name))
    }

    /// How a text comes back out of a column of that kind.
    pub fn form(self, kind: Kind, text: String) -> String {
        match (self, kind) {
            (Self::Postgres, Kind::Instant) => text + "+00",
            _ => text,
        }
    }

    /// Whether a foreign key may wait for the end of the transaction.
    pub fn defers(self) -> bool {
        self != Self::MariaDb
    }

    /// Whether foreign keys are added to tables that are there; otherwise they are part of the table from the beginning, and
    /// may refer to one that is made later.
    pub fn adds_foreign_keys(self) -> bool {
        self == Self::Postgres
    }

    /// Begins and ends what may not keep to foreign keys.
    pub fn without_foreign_keys(self, statements: &str) -> String {
        match self {
            Self::Sqlite => format!("PRAGMA foreign_keys = OFF;\n{statements}PRAGMA foreign_keys = ON;\n"),
            Self::Postgres => statements.to_owned(),
            Self::MariaDb => {
                format!("SET FOREIGN_KEY_CHECKS = 0;\n{statements}SET FOREIGN_KEY_CHECKS = 1;\n")
            }
        }
    }

    pub fn drop_table(self, table: &str) -> String {
        let along = if self == Self::Postgres { " CASCADE" } else { "" };
        format!("DROP TABLE IF EXISTS {}{along};\n", self.name(table))
    }
}
