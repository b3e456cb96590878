//! The shape of a table as SQLite has it: columns, affinities, keys, indexes, and who refers to it.
//!
//! Knows SQLite's own catalogue, and no statement of a store's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sqlx::{AssertSqlSafe, Row, SqliteConnection};

use super::ddl::definitions;
use super::dialect::Affinity;
use crate::adapter::sql::shape::{Check, Index, Shape, ShapeColumn, columns_in};
use crate::port::{Act, Column, ColumnKind, Exclusion, OnDelete, Reference, Refusal, Schema, Table, Trigger};

/// The declared type of a strict column that takes everything, which otherwise would be taken for a number.
const STRICT_ANY: &str = "";
/// What the types of a table end on in which some column may compare by another collation than byte by byte.
pub(super) const COLLATED: &str = " COLLATE";

/// Reads a table's shape; `None` where there is no such table or view. `table` is `schema.table` or `table`, which is
/// looked for as SQLite does: among the temporary tables, in the main database, then in those that are attached.
pub(super) async fn read(
    connection: &mut SqliteConnection,
    files: &Files,
    table: &str,
) -> Result<Option<Shape>, sqlx::Error> {
    let (schema, name) = match table.split_once('.') {
        Some((schema, name)) => (Some(schema), name),
        None => (None, table),
    };
    let found = sqlx::query(
        "SELECT schema, name, type, wr, strict FROM pragma_table_list(?1) \
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
    let file = files.file(connection, &schema).await?;
    let made_by = file.statement(&name);
    let collation = if made_by.to_ascii_uppercase().contains("COLLATE") { COLLATED } else { "" };
    let collations = definitions(made_by).collations;
    let mut columns = Vec::with_capacity(rows.len());
    let mut key = Vec::new();
    for row in rows {
        let column: String = row.try_get_unchecked(0)?;
        let declared: String = row.try_get_unchecked(1)?;
        let upper = declared.to_ascii_uppercase();
        let not_null: bool = row.try_get_unchecked(2)?;
        let place_in_key: i64 = row.try_get_unchecked(3)?;
        let hidden: i64 = row.try_get_unchecked(4)?;
        if place_in_key > 0 {
            key.push((place_in_key, column.clone(), upper == "INTEGER"));
        }
        let own_collation = collations.get(&column.to_lowercase()).cloned();
        columns.push(ShapeColumn {
            column: Column {
                name: column,
                kind: kind(&upper),
                nullable: !(not_null || place_in_key > 0 && (without_rowid || strict)),
                declared,
                is_generated: hidden > 1,
                collation: own_collation,
                is_opaque: false,
                is_loose: !strict,
            },
            native: if strict && upper == "ANY" { STRICT_ANY.to_owned() } else { upper + collation },
        });
    }
    key.sort();
    let (mut indexes, has_key_index) = read_indexes(connection, &schema, &name).await?;
    // A key of one INTEGER that needs no index of its own is another name for the row's number.
    if let ([(_, alias, true)], false, false) = (key.as_slice(), has_key_index, without_rowid) {
        indexes.push(Index { unique: true, columns: vec![alias.clone()], whole: true });
        for column in columns.iter_mut().filter(|it| it.column.name == *alias) {
            column.column.nullable = false;
        }
    }
    let is_column = |name: &str| columns.iter().any(|it| it.column.name.eq_ignore_ascii_case(name));
    let row_name = ["_rowid_", "rowid", "oid"].into_iter().find(|name| !is_column(name));
    let key: Vec<String> = key.into_iter().map(|(_, column, _)| column).collect();
    let row_names = match row_name {
        _ if is_view => Vec::new(),
        Some(name) if !without_rowid => vec![name.to_owned()],
        _ => key.clone(),
    };
    Ok(Some(Shape { schema, name, is_view, columns, key, row_names, indexes }))
}

/// The table as the port tells of it.
pub(super) async fn describe(
    connection: &mut SqliteConnection,
    files: &Files,
    shape: &Shape,
) -> Result<Table, sqlx::Error> {
    let file = files.file(connection, &shape.schema).await?;
    let made_by = file.statement(&shape.name);
    let is_virtual = made_by.trim_start().to_ascii_uppercase().starts_with("CREATE VIRTUAL");
    let triggers = file.triggers_of(shape);
    let schema = Schema {
        columns: shape.columns.iter().map(|it| it.column.clone()).collect(),
        unique: shape.unique(),
        indexes: shape.indexed(),
        referred_by: file.references_to(shape),
        exclusions: read_exclusions(connection, &file, shape).await?,
        refusals: if shape.is_view { refusals_of_view(&triggers) } else { Vec::new() },
        hides_rows: false,
        has_no_transactions: false,
        // Nobody writes while a statement does.
        cascades_unseen: false,
        is_copy: is_virtual,
        triggers,
    };
    let rows = if is_virtual { None } else { about_how_many(connection, shape).await? };
    let is_main = shape.schema.eq_ignore_ascii_case("main");
    let name = if is_main { shape.name.clone() } else { format!("{}.{}", shape.schema, shape.name) };
    Ok(Table { name, schema, rows, is_view: shape.is_view })
}

/// A view takes the changes alone that a trigger makes in its stead.
fn refusals_of_view(triggers: &[Trigger]) -> Vec<Refusal> {
    let acts = [
        (Act::Change, "changed in", triggers.iter().any(|it| it.on_update)),
        (Act::Erase, "erased from", triggers.iter().any(|it| it.on_delete)),
    ];
    let refused = acts.into_iter().filter(|(_, _, is_made)| !is_made);
    let refusal = |(act, what, _)| {
        let why = format!("nothing can be {what} it: it is a view without a trigger that does it");
        Refusal { act, column: None, why }
    };
    refused.map(refusal).collect()
}

/// The constraints of a table that look at one row.
pub(super) async fn checks(
    connection: &mut SqliteConnection,
    files: &Files,
    shape: &Shape,
) -> Result<Vec<Check>, sqlx::Error> {
    let file = files.file(connection, &shape.schema).await?;
    Ok(definitions(file.statement(&shape.name)).checks)
}

/// Every table and view of the host's, in the order of their names; full-text tables and other virtual ones without those
/// that they keep themselves in.
pub(super) async fn tables(
    connection: &mut SqliteConnection,
    files: &Files,
) -> Result<Vec<Table>, sqlx::Error> {
    let names = sqlx::query(
        "SELECT schema, name FROM pragma_table_list WHERE type IN ('table', 'view', 'virtual') \
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'oubliette\\_%' ESCAPE '\\' \
         ORDER BY schema <> 'main', schema, name",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut tables = Vec::with_capacity(names.len());
    for row in names {
        let (schema, name): (String, String) = (row.try_get_unchecked(0)?, row.try_get_unchecked(1)?);
        if let Some(shape) = read(connection, files, &format!("{schema}.{name}")).await? {
            tables.push(describe(connection, files, &shape).await?);
        }
    }
    Ok(tables)
}

/// The highest number that a row has, which is found at once; exact where nothing was ever erased.
async fn about_how_many(
    connection: &mut SqliteConnection,
    shape: &Shape,
) -> Result<Option<u64>, sqlx::Error> {
    let [row_name] = shape.row_names.as_slice() else {
        return Ok(None);
    };
    let quote = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let text =
        format!("SELECT max({}) FROM {}.{}", quote(row_name), quote(&shape.schema), quote(&shape.name));
    let highest: Option<i64> =
        sqlx::query(AssertSqlSafe(text)).fetch_one(connection).await?.try_get_unchecked(0)?;
    Ok(Some(highest.and_then(|highest| u64::try_from(highest).ok()).unwrap_or(0)))
}

/// The word that says when a trigger acts: the first of its kind behind the trigger's name.
fn trigger_event(sql: &str, name: &str) -> String {
    let upper = sql.to_ascii_uppercase();
    let behind_name = upper.find(&name.to_ascii_uppercase()).map_or(0, |at| at + name.len());
    let words = upper.get(behind_name..).unwrap_or_default().split(|c: char| !c.is_ascii_alphabetic());
    let mut events = words.filter(|word| matches!(*word, "DELETE" | "INSERT" | "UPDATE"));
    events.next().unwrap_or_default().to_owned()
}

/// What SQLite tells for all tables of a database file at once, read again when the file's schema has changed.
#[derive(Debug, Default)]
pub(super) struct Files(Mutex<HashMap<String, (i64, Arc<File>)>>);

/// One database file, by the names of tables in lower case. Foreign keys SQLite tells of only where they stand, and its
/// own list of statements has no index.
#[derive(Debug, Default)]
struct File {
    /// The foreign keys that refer to each table.
    references: ByTarget,
    /// The statement that made each table and index.
    statements: HashMap<String, String>,
    /// The name of each table's triggers, with the statement that made it.
    triggers: HashMap<String, Vec<(String, String)>>,
}

type ByTarget = HashMap<String, Vec<Reference>>;

impl Files {
    async fn file(&self, connection: &mut SqliteConnection, schema: &str) -> Result<Arc<File>, sqlx::Error> {
        let quoted = schema.replace('"', "\"\"");
        let text = format!("PRAGMA \"{quoted}\".schema_version");
        let version: i64 =
            sqlx::query(AssertSqlSafe(text)).fetch_one(&mut *connection).await?.try_get_unchecked(0)?;
        let name = schema.to_ascii_lowercase();
        // Every connection has temporary tables of its own.
        let is_current = |(at, _): &&(i64, Arc<File>)| *at == version && name != "temp";
        if let Some((_, file)) = self.known().get(&name).filter(is_current) {
            return Ok(Arc::clone(file));
        }
        let mut file = File { references: read_references(connection, schema).await?, ..File::default() };
        let text = format!(
            "SELECT type, name, tbl_name, sql FROM \"{quoted}\".sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
        );
        for row in sqlx::query(AssertSqlSafe(text)).fetch_all(&mut *connection).await? {
            let kind: String = row.try_get_unchecked(0)?;
            let (made, table): (String, String) = (row.try_get_unchecked(1)?, row.try_get_unchecked(2)?);
            let sql: String = row.try_get_unchecked(3)?;
            if kind == "trigger" {
                file.triggers.entry(table.to_ascii_lowercase()).or_default().push((made, sql));
            } else {
                file.statements.insert(made.to_ascii_lowercase(), sql);
            }
        }
        let file = Arc::new(file);
        self.known().insert(name, (version, Arc::clone(&file)));
        Ok(file)
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, (i64, Arc<File>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl File {
    /// The statement that made a table or an index, which alone tells some of what it is; empty where there is none.
    fn statement(&self, name: &str) -> &str {
        self.statements.get(&name.to_ascii_lowercase()).map_or("", String::as_str)
    }

    /// The foreign keys of all tables that refer to this one, which in SQLite lie in the same database file.
    fn references_to(&self, shape: &Shape) -> Vec<Reference> {
        let known = self.references.get(&shape.name.to_ascii_lowercase());
        let mut references = known.cloned().unwrap_or_default();
        for reference in references.iter_mut().filter(|it| it.to_columns.is_empty()) {
            // A foreign key that names no columns refers to the primary key.
            reference.to_columns = shape.key.iter().take(reference.columns.len()).cloned().collect();
        }
        references
    }

    /// The triggers of a table, which SQLite keeps as the text that made them.
    fn triggers_of(&self, shape: &Shape) -> Vec<Trigger> {
        let made = self.triggers.get(&shape.name.to_ascii_lowercase()).map(Vec::as_slice).unwrap_or_default();
        let trigger = |(name, sql): &(String, String)| {
            let event = trigger_event(sql, name);
            Trigger { on_delete: event == "DELETE", on_update: event == "UPDATE", name: name.clone() }
        };
        made.iter().map(trigger).collect()
    }
}

async fn read_references(connection: &mut SqliteConnection, schema: &str) -> Result<ByTarget, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT \"t\".name, \"f\".id, \"f\".\"from\", \"f\".\"to\", \"f\".on_delete, \"f\".\"table\" \
         FROM pragma_table_list AS \"t\", pragma_foreign_key_list(\"t\".name, \"t\".schema) AS \"f\" \
         WHERE \"t\".schema = ?1 AND \"t\".type = 'table' ORDER BY \"t\".name, \"f\".id, \"f\".seq",
    )
    .bind(schema)
    .fetch_all(connection)
    .await?;
    let mut by_target = ByTarget::new();
    let mut last: Option<(String, i64)> = None;
    for row in rows {
        let (table, id): (String, i64) = (row.try_get_unchecked(0)?, row.try_get_unchecked(1)?);
        let (from, to): (String, Option<String>) = (row.try_get_unchecked(2)?, row.try_get_unchecked(3)?);
        let target: String = row.try_get_unchecked(5)?;
        let references = by_target.entry(target.to_ascii_lowercase()).or_default();
        if last.replace((table.clone(), id)) != Some((table.clone(), id)) {
            let on_delete = match row.try_get_unchecked::<String, _>(4)?.as_str() {
                "CASCADE" => OnDelete::Cascade,
                "SET NULL" | "SET DEFAULT" => OnDelete::LetGo,
                _ => OnDelete::Refuse,
            };
            references.push(Reference { table, columns: Vec::new(), to_columns: Vec::new(), on_delete });
        }
        if let Some(reference) = references.last_mut() {
            reference.columns.push(from);
            reference.to_columns.extend(to);
        }
    }
    Ok(by_target)
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

/// Unique indexes over part of the rows, over expressions, and over generated columns.
async fn read_exclusions(
    connection: &mut SqliteConnection,
    file: &File,
    shape: &Shape,
) -> Result<Vec<Exclusion>, sqlx::Error> {
    let generated = definitions(file.statement(&shape.name)).generated;
    let rows = sqlx::query(
        "SELECT \"l\".name, \"l\".partial, \"x\".name \
         FROM pragma_index_list(?1, ?2) AS \"l\", pragma_index_xinfo(\"l\".name, ?2) AS \"x\" \
         WHERE \"l\".\"unique\" = 1 AND \"x\".\"key\" = 1 ORDER BY \"l\".seq, \"x\".seqno",
    )
    .bind(&shape.name)
    .bind(&shape.schema)
    .fetch_all(&mut *connection)
    .await?;
    let names = || shape.columns.iter().map(|it| it.column.name.as_str());
    let mut exclusions: Vec<(Exclusion, bool)> = Vec::new();
    for row in rows {
        let name: String = row.try_get_unchecked(0)?;
        let is_partial: bool = row.try_get_unchecked(1)?;
        let column: Option<String> = row.try_get_unchecked(2)?;
        let expression = match &column {
            Some(column) => generated.get(&column.to_lowercase()).cloned(),
            None => Some(file.statement(&name).to_owned()),
        };
        if exclusions.last().is_none_or(|(last, _)| last.name != name) {
            let exclusion = Exclusion { name, columns: Vec::new(), nulls_are_alike: false };
            exclusions.push((exclusion, is_partial));
        }
        let Some((exclusion, is_other)) = exclusions.last_mut() else { continue };
        match expression {
            Some(expression) => {
                *is_other = true;
                let lower = expression.to_lowercase();
                exclusion.nulls_are_alike |=
                    ["coalesce", "ifnull", "concat"].iter().any(|word| lower.contains(word));
                exclusion.columns.extend(columns_in(&expression, names()));
            }
            None => exclusion.columns.extend(column),
        }
    }
    Ok(exclusions.into_iter().filter(|(_, is_other)| *is_other).map(|(it, _)| it).collect())
}

/// The affinity of a declared type in upper case, by SQLite's own five rules in their order.
pub(super) fn affinity(native: &str) -> Affinity {
    let declared = native.strip_suffix(COLLATED).unwrap_or(native);
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
