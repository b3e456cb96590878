//! The shape of a table as SQLite has it: columns, affinities, keys, indexes, and who refers to it.
//!
//! Knows SQLite's own catalogue. A [`Shape`] is what statements are made with; a [`Schema`] is what the port tells of it.

use std::collections::HashMap;
use std::sync::Arc;

use sqlx::{Row, SqliteConnection};

use crate::port::{Column, ColumnKind, OnDelete, Reference, Schema};

/// How a column converts what is stored in it and what it is compared with ([Datatypes in SQLite](https://www.sqlite.org/datatype3.html), section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Affinity {
    /// Texts that look like numbers become numbers.
    Number,
    /// The same, and whole numbers become reals.
    Real,
    /// Numbers become texts.
    Text,
    /// Everything stays as it is.
    None,
}

/// What is known of a table.
#[derive(Debug)]
pub(super) struct Shape {
    schema: String,
    name: String,
    columns: Vec<Column>,
    affinities: HashMap<String, Affinity>,
    key: Vec<String>,
    row_name: Option<&'static str>,
    indexes: Vec<Index>,
}

#[derive(Debug)]
struct Index {
    unique: bool,
    /// Up to the first expression.
    columns: Vec<String>,
    whole: bool,
}

/// The shapes of all tables that a statement names, by the names that the places have for them.
#[derive(Debug, Default)]
pub(super) struct Shapes(HashMap<String, Arc<Shape>>);

impl Shapes {
    /// The shape of that table.
    pub(super) fn of(&self, table: &str) -> Option<&Shape> {
        self.0.get(table).map(Arc::as_ref)
    }

    /// Adds one.
    pub(super) fn insert(&mut self, table: &str, shape: Arc<Shape>) {
        self.0.insert(table.to_owned(), shape);
    }
}

impl Shape {
    /// Reads a table's shape; `None` where there is no such table or view. `table` is `schema.table` or `table`, which is
    /// looked for as SQLite does: among the temporary tables, in the main database, then in those that are attached.
    pub(super) async fn read(
        connection: &mut SqliteConnection,
        table: &str,
    ) -> Result<Option<Self>, sqlx::Error> {
        let (schema, name) = match table.split_once('.') {
            Some((schema, name)) => (Some(schema), name),
            None => (None, table),
        };
        let found = sqlx::query(
            "SELECT schema, name, type, wr, strict FROM pragma_table_list \
             WHERE name = ?1 COLLATE NOCASE AND (?2 IS NULL OR schema = ?2 COLLATE NOCASE) \
             ORDER BY CASE schema WHEN 'temp' THEN 0 WHEN 'main' THEN 1 ELSE 2 END LIMIT 1",
        )
        .bind(name)
        .bind(schema)
        .fetch_optional(&mut *connection)
        .await?;
        let Some(found) = found else {
            return Ok(None);
        };
        let schema: String = found.try_get_unchecked(0)?;
        let name: String = found.try_get_unchecked(1)?;
        let is_view = found.try_get_unchecked::<String, _>(2)? == "view";
        let without_rowid: bool = found.try_get_unchecked(3)?;
        let strict: bool = found.try_get_unchecked(4)?;

        // A hidden column of kind 1 belongs to a virtual table's machinery; 2 and 3 are generated columns.
        let rows = sqlx::query(
            "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo(?1, ?2) WHERE hidden <> 1 ORDER BY cid",
        )
        .bind(&name)
        .bind(&schema)
        .fetch_all(&mut *connection)
        .await?;
        let mut columns = Vec::with_capacity(rows.len());
        let mut affinities = HashMap::new();
        let mut key = Vec::new();
        for row in rows {
            let column: String = row.try_get_unchecked(0)?;
            let declared = row.try_get_unchecked::<String, _>(1)?.to_ascii_uppercase();
            let not_null: bool = row.try_get_unchecked(2)?;
            let place_in_key: i64 = row.try_get_unchecked(3)?;
            let hidden: i64 = row.try_get_unchecked(4)?;
            if place_in_key > 0 {
                key.push((place_in_key, column.clone(), declared == "INTEGER"));
            }
            let affinity = if strict && declared == "ANY" { Affinity::None } else { affinity(&declared) };
            affinities.insert(column.to_ascii_lowercase(), affinity);
            columns.push(Column {
                name: column,
                kind: kind(&declared),
                nullable: !(not_null || place_in_key > 0 && (without_rowid || strict)),
                declared,
                is_generated: hidden > 1,
            });
        }
        key.sort();
        let (mut indexes, has_key_index) = read_indexes(connection, &schema, &name).await?;
        // A key of one INTEGER that needs no index of its own is another name for the row's number.
        if let ([(_, alias, true)], false, false) = (key.as_slice(), has_key_index, without_rowid) {
            indexes.push(Index { unique: true, columns: vec![alias.clone()], whole: true });
            for column in columns.iter_mut().filter(|column| column.name == *alias) {
                column.nullable = false;
            }
        }
        let row_name = ["_rowid_", "rowid", "oid"]
            .into_iter()
            .find(|name| !affinities.contains_key(*name))
            .filter(|_| !without_rowid && !is_view);
        Ok(Some(Self {
            schema,
            name,
            columns,
            affinities,
            key: key.into_iter().map(|(_, column, _)| column).collect(),
            row_name,
            indexes,
        }))
    }

    /// How a column converts; a column that is not there does not.
    pub(super) fn affinity(&self, column: &str) -> Affinity {
        self.affinities.get(&column.to_ascii_lowercase()).copied().unwrap_or(Affinity::None)
    }

    /// Whether some index begins with that column.
    pub(super) fn finds_by(&self, column: &str) -> bool {
        self.indexes
            .iter()
            .any(|index| index.columns.first().is_some_and(|first| first.eq_ignore_ascii_case(column)))
    }

    /// The names by which SQLite itself tells rows apart: the row's number, or the primary key of a table that has no
    /// such number. Empty for a view.
    pub(super) fn row_names(&self) -> Vec<String> {
        match self.row_name {
            Some(name) => vec![name.to_owned()],
            None => self.key.clone(),
        }
    }

    /// The shape as the port tells of it.
    pub(super) async fn describe(&self, connection: &mut SqliteConnection) -> Result<Schema, sqlx::Error> {
        let unique = self
            .indexes
            .iter()
            .filter(|index| index.unique && index.whole)
            .map(|index| index.columns.clone())
            .collect();
        let indexes = self
            .indexes
            .iter()
            .filter(|index| !index.columns.is_empty())
            .map(|index| index.columns.clone())
            .collect();
        Ok(Schema {
            columns: self.columns.clone(),
            unique,
            indexes,
            referred_by: self.read_references(connection).await?,
            triggers: Vec::new(),
        })
    }

    /// The foreign keys of all tables that refer to this one, which in SQLite lie in the same database file.
    async fn read_references(
        &self,
        connection: &mut SqliteConnection,
    ) -> Result<Vec<Reference>, sqlx::Error> {
        let rows = sqlx::query(
            "SELECT \"t\".name, \"f\".id, \"f\".\"from\", \"f\".\"to\", \"f\".seq, \"f\".on_delete \
             FROM pragma_table_list AS \"t\", pragma_foreign_key_list(\"t\".name, \"t\".schema) AS \"f\" \
             WHERE \"t\".schema = ?1 AND \"t\".type = 'table' AND \"f\".\"table\" = ?2 COLLATE NOCASE \
             ORDER BY \"t\".name, \"f\".id, \"f\".seq",
        )
        .bind(&self.schema)
        .bind(&self.name)
        .fetch_all(connection)
        .await?;
        let mut references: Vec<(i64, Reference)> = Vec::new();
        for row in rows {
            let table: String = row.try_get_unchecked(0)?;
            let id: i64 = row.try_get_unchecked(1)?;
            let from: String = row.try_get_unchecked(2)?;
            let to: Option<String> = row.try_get_unchecked(3)?;
            let position: i64 = row.try_get_unchecked(4)?;
            // A foreign key that names no columns refers to the primary key.
            let to = to.or_else(|| self.key.get(usize::try_from(position).ok()?).cloned());
            let same = matches!(references.last(), Some((last, reference)) if *last == id && reference.table == table);
            if !same {
                let on_delete = match row.try_get_unchecked::<String, _>(5)?.as_str() {
                    "CASCADE" => OnDelete::Cascade,
                    "SET NULL" | "SET DEFAULT" => OnDelete::LetGo,
                    _ => OnDelete::Refuse,
                };
                let reference = Reference { table, columns: Vec::new(), to_columns: Vec::new(), on_delete };
                references.push((id, reference));
            }
            if let Some((_, reference)) = references.last_mut() {
                reference.columns.push(from);
                reference.to_columns.extend(to);
            }
        }
        Ok(references.into_iter().map(|(_, reference)| reference).collect())
    }
}

/// A table's indexes but the partial ones, and whether the primary key has one.
async fn read_indexes(
    connection: &mut SqliteConnection,
    schema: &str,
    table: &str,
) -> Result<(Vec<Index>, bool), sqlx::Error> {
    let rows = sqlx::query(
        "SELECT \"l\".seq, \"l\".\"unique\", \"l\".origin, \"x\".name \
         FROM pragma_index_list(?1, ?2) AS \"l\", pragma_index_xinfo(\"l\".name, ?2) AS \"x\" \
         WHERE \"l\".partial = 0 AND \"x\".\"key\" = 1 ORDER BY \"l\".seq, \"x\".seqno",
    )
    .bind(table)
    .bind(schema)
    .fetch_all(connection)
    .await?;
    let mut indexes: Vec<(i64, Index)> = Vec::new();
    let mut has_key_index = false;
    for row in rows {
        let sequence: i64 = row.try_get_unchecked(0)?;
        has_key_index |= row.try_get_unchecked::<String, _>(2)? == "pk";
        if indexes.last().is_none_or(|(last, _)| *last != sequence) {
            let index = Index { unique: row.try_get_unchecked(1)?, columns: Vec::new(), whole: true };
            indexes.push((sequence, index));
        }
        let Some((_, index)) = indexes.last_mut() else {
            continue;
        };
        match row.try_get_unchecked::<Option<String>, _>(3)? {
            Some(column) if index.whole => index.columns.push(column),
            _ => index.whole = false,
        }
    }
    let indexes = indexes.into_iter().map(|(_, index)| index).collect();
    Ok((indexes, has_key_index))
}

/// The affinity of a declared type in upper case, by SQLite's own five rules in their order.
fn affinity(declared: &str) -> Affinity {
    let has = |part: &str| declared.contains(part);
    if has("INT") {
        Affinity::Number
    } else if has("CHAR") || has("CLOB") || has("TEXT") {
        Affinity::Text
    } else if declared.is_empty() || has("BLOB") {
        Affinity::None
    } else if has("REAL") || has("FLOA") || has("DOUB") {
        Affinity::Real
    } else {
        Affinity::Number
    }
}

/// What a column of a declared type in upper case is meant to hold.
fn kind(declared: &str) -> ColumnKind {
    let (name, limit) = match declared.split_once('(') {
        Some((name, rest)) => {
            (name, rest.split([',', ')']).next().and_then(|limit| limit.trim().parse().ok()))
        }
        None => (declared, None),
    };
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if has(&["BOOL"]) {
        ColumnKind::Boolean
    } else if has(&["UUID", "GUID", "UNIQUEIDENTIFIER"]) {
        ColumnKind::Uuid
    } else if has(&["JSON"]) {
        ColumnKind::Json
    } else if has(&["BLOB", "BINARY", "BYTEA"]) {
        ColumnKind::Bytes
    } else if has(&["CHAR", "CLOB", "TEXT", "STRING"]) {
        ColumnKind::Text { limit }
    } else if has(&["DATE", "TIME"]) {
        ColumnKind::Time
    } else if has(&["INT", "SERIAL"]) {
        ColumnKind::Integer
    } else if has(&["REAL", "FLOA", "DOUB", "DEC", "NUMERIC", "NUMBER", "MONEY"]) {
        ColumnKind::Real
    } else {
        ColumnKind::Other
    }
}
