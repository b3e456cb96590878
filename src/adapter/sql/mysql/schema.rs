//! The shape of tables as MySQL and MariaDB have it in `information_schema`: columns, types, keys, indexes, triggers, and
//! who refers to whom.
//!
//! One table or all of them are read by the same statements, a fixed number of either. What only one of the two servers
//! has (indexes that are not seen, checks that make a text JSON) is taken where it is there.

use std::collections::HashMap;

use sqlx::Row as _;
use sqlx::mysql::MySqlRow;

use super::failure::failure;
use super::family::{is_byte_wise, listed, native};
use super::limits::{Limits, limits};
use super::session::Session;
use crate::adapter::sql::driver::Failure;
use crate::adapter::sql::shape::{Index, Shape, ShapeColumn};
use crate::port::{Column, ColumnKind, OnDelete, Reference, Schema, Table, Trigger};

/// What keeps the rows that are erased from a table `WITH SYSTEM VERSIONING`, told as a trigger.
const HISTORY: &str = "SYSTEM VERSIONING (keeps what is erased and masked; see DELETE HISTORY)";

/// A database and a table in it, as the server spells them.
pub(super) type Name = (String, String);

/// Which tables are read.
pub(super) enum Extent<'a> {
    One(&'a str, &'a str),
    /// All of a database but the ledger's own. What else lies on the server is other applications'.
    Database(&'a str),
}

impl Extent<'_> {
    /// The database in which they lie.
    pub(super) fn database(&self) -> &str {
        match self {
            Self::One(database, _) | Self::Database(database) => database,
        }
    }

    /// Runs a statement that ends in WHERE, over columns that name a database and a table.
    pub(super) async fn rows(
        &self,
        session: &mut Session,
        select: &'static str,
        (schema, table): (&str, &str),
    ) -> Result<Vec<MySqlRow>, Failure> {
        match self {
            // What is compared with a constant is what the server looks up, without opening all other tables.
            Self::One(in_schema, name) => {
                let text = format!("{select} WHERE {schema} = ? AND {table} = ?");
                let query = sqlx::query(sqlx::AssertSqlSafe(text)).bind((*in_schema).to_owned());
                session.fetch(query.bind((*name).to_owned())).await
            }
            Self::Database(name) => {
                let text =
                    format!("{select} WHERE {schema} = ? AND {table} NOT LIKE 'oubliette|_%' ESCAPE '|'");
                session.fetch(sqlx::query(sqlx::AssertSqlSafe(text)).bind((*name).to_owned())).await
            }
        }
    }
}

/// Reads a table's shape; `None` where there is no such table or view. `table` is `database.table`, or `table` in the
/// database that the connection uses. The name as it is spelled goes before the same name in another case.
pub(super) async fn read(session: &mut Session, table: &str) -> Result<Option<Shape>, Failure> {
    let current = current_database(session).await?.unwrap_or_default();
    let split = table.split_once('.').map(|(schema, name)| (schema.to_owned(), name.to_owned()));
    for (schema, name) in split.into_iter().chain([(current, table.to_owned())]) {
        let extent = Extent::One(&schema, &name);
        let found = list(session, &extent).await?;
        let is = |it: &&Listed| it.name.0 == schema && it.name.1 == name;
        let is_nearly =
            |it: &&Listed| it.name.0.eq_ignore_ascii_case(&schema) && it.name.1.eq_ignore_ascii_case(&name);
        if let Some(listed) = found.iter().find(is).or_else(|| found.iter().find(is_nearly)) {
            let extent = Extent::One(&listed.name.0, &listed.name.1);
            let mut shapes = shapes(session, &extent, std::slice::from_ref(listed)).await?;
            return Ok(shapes.pop());
        }
    }
    Ok(None)
}

/// The table as the port tells of it.
pub(super) async fn describe(session: &mut Session, shape: &Shape) -> Result<Table, Failure> {
    let extent = Extent::One(&shape.schema, &shape.name);
    let current = current_database(session).await?.unwrap_or_default();
    let name = (shape.schema.clone(), shape.name.clone());
    let listed = list(session, &extent).await?.into_iter().find(|it| it.name == name);
    let mut references = references(session, &extent, &current).await?;
    let mut triggers = triggers(session, &extent).await?;
    let mut limits = limits(session, &extent).await?;
    let mut told = Told { references: &mut references, triggers: &mut triggers, limits: &mut limits };
    Ok(told.table(shape, listed.as_ref(), &current))
}

/// Every table and view of the host's, in the order of their names.
pub(super) async fn tables(session: &mut Session) -> Result<Vec<Table>, Failure> {
    let current = current_database(session).await?.unwrap_or_default();
    let extent = Extent::Database(&current);
    let mut listed = list(session, &extent).await?;
    listed.sort_by(|a, b| a.name.cmp(&b.name));
    let shapes = shapes(session, &extent, &listed).await?;
    let mut references = references(session, &extent, &current).await?;
    let mut triggers = triggers(session, &extent).await?;
    let mut limits = limits(session, &extent).await?;
    let mut told = Told { references: &mut references, triggers: &mut triggers, limits: &mut limits };
    let each = shapes.iter().zip(&listed);
    Ok(each.map(|(shape, it)| told.table(shape, Some(it), &current)).collect())
}

/// What the catalogue tells of tables beside their shapes, by their names.
struct Told<'a> {
    references: &'a mut HashMap<Name, Vec<Reference>>,
    triggers: &'a mut HashMap<Name, Vec<Trigger>>,
    limits: &'a mut HashMap<Name, Limits>,
}

impl Told<'_> {
    fn table(&mut self, shape: &Shape, listed: Option<&Listed>, current: &str) -> Table {
        let name = (shape.schema.clone(), shape.name.clone());
        let mut triggers = self.triggers.remove(&name).unwrap_or_default();
        if listed.is_some_and(|it| it.is_versioned) {
            triggers.push(Trigger { name: HISTORY.to_owned(), on_delete: true, on_update: true });
        }
        let limits = self.limits.remove(&name).unwrap_or_default();
        Table {
            schema: Schema {
                columns: shape.columns.iter().map(|it| it.column.clone()).collect(),
                unique: shape.unique(),
                indexes: shape.indexed(),
                referred_by: self.references.remove(&name).unwrap_or_default(),
                triggers,
                exclusions: limits.exclusions,
                refusals: limits.refusals,
                hides_rows: false,
                has_no_transactions: listed.is_some_and(|it| it.has_no_transactions),
                // What a statement that changes something looks at, it looks at as it is by now.
                cascades_unseen: false,
                is_copy: false,
            },
            rows: listed.and_then(|it| it.rows),
            is_view: shape.is_view,
            name: shown(&name, current),
        }
    }
}

fn shown((schema, name): &Name, current: &str) -> String {
    if schema == current { name.clone() } else { format!("{schema}.{name}") }
}

async fn current_database(session: &mut Session) -> Result<Option<String>, Failure> {
    let rows = session.fetch(sqlx::query("SELECT DATABASE()")).await?;
    rows.first().map_or(Ok(None), |row| get(row, 0))
}

/// A table as the list of tables has it.
struct Listed {
    name: Name,
    is_view: bool,
    is_versioned: bool,
    rows: Option<u64>,
    has_no_transactions: bool,
}

async fn list(session: &mut Session, extent: &Extent<'_>) -> Result<Vec<Listed>, Failure> {
    let select = "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, CAST(TABLE_ROWS AS UNSIGNED), \
         ENGINE IS NOT NULL AND ENGINE NOT IN (SELECT e.ENGINE FROM information_schema.ENGINES AS e \
         WHERE e.TRANSACTIONS = 'YES') FROM information_schema.TABLES";
    let rows = extent.rows(session, select, ("TABLE_SCHEMA", "TABLE_NAME")).await?;
    rows.iter()
        .map(|row| {
            let kind: String = get(row, 2)?;
            Ok(Listed {
                name: (get(row, 0)?, get(row, 1)?),
                is_view: kind.contains("VIEW"),
                is_versioned: kind == "SYSTEM VERSIONED",
                rows: get(row, 3)?,
                has_no_transactions: get(row, 4)?,
            })
        })
        .collect()
}

/// The shapes of the listed tables, in their order.
async fn shapes(
    session: &mut Session,
    extent: &Extent<'_>,
    listed: &[Listed],
) -> Result<Vec<Shape>, Failure> {
    let mut columns = columns(session, extent).await?;
    let mut indexes = indexes(session, extent).await?;
    let shape = |it: &Listed| {
        let columns = columns.remove(&it.name).unwrap_or_default();
        let named = indexes.remove(&it.name).unwrap_or_default();
        let key = named.iter().find(|(name, _)| name == "PRIMARY").map(|(_, index)| index.columns.clone());
        let is_null = |name: &String| columns.iter().any(|it| it.column.name == *name && it.column.nullable);
        let tells_apart = |index: &&Index| index.unique && index.whole && !index.columns.iter().any(is_null);
        let indexes: Vec<Index> = named.into_iter().map(|(_, index)| index).collect();
        let by_index = || indexes.iter().find(tells_apart).map(|index| index.columns.clone());
        let row_names = if it.is_view { None } else { key.clone().or_else(by_index) };
        Shape {
            schema: it.name.0.clone(),
            name: it.name.1.clone(),
            is_view: it.is_view,
            key: key.unwrap_or_default(),
            row_names: row_names.unwrap_or_default(),
            columns,
            indexes,
        }
    };
    Ok(listed.iter().map(shape).collect())
}

async fn columns(
    session: &mut Session,
    extent: &Extent<'_>,
) -> Result<HashMap<Name, Vec<ShapeColumn>>, Failure> {
    let json = json_columns(session, extent).await?;
    let select = "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, IS_NULLABLE, \
         CHARACTER_SET_NAME, COLLATION_NAME, CAST(CHARACTER_MAXIMUM_LENGTH AS UNSIGNED), EXTRA, \
         GENERATION_EXPRESSION, CAST(ORDINAL_POSITION AS UNSIGNED) FROM information_schema.COLUMNS";
    let rows = extent.rows(session, select, ("TABLE_SCHEMA", "TABLE_NAME")).await?;
    let mut tables: HashMap<Name, Vec<(u64, ShapeColumn)>> = HashMap::new();
    for row in &rows {
        let name: Name = (get(row, 0)?, get(row, 1)?);
        let column: String = get(row, 2)?;
        let data_type = get::<String>(row, 3)?.to_ascii_lowercase();
        let declared: String = get(row, 4)?;
        let (charset, collation): (Option<String>, Option<String>) = (get(row, 6)?, get(row, 7)?);
        let length: Option<u64> = get(row, 8)?;
        let extra = get::<Option<String>>(row, 9)?.unwrap_or_default().to_ascii_lowercase();
        let generation: Option<String> = get(row, 10)?;
        let is_json = json.contains(&(name.0.clone(), name.1.clone(), column.to_lowercase()));
        let stamps = extra.contains("on update");
        let kind = if is_json { ColumnKind::Json } else { kind(&data_type, &declared, length) };
        let takes_others_for_equal = matches!(kind, ColumnKind::Text { .. });
        let shape = ShapeColumn {
            native: native(&data_type, charset.as_deref(), collation.as_deref(), stamps, &declared),
            column: Column {
                name: column,
                kind,
                nullable: get::<String>(row, 5)? == "YES",
                declared,
                is_generated: generation.is_some_and(|it| !it.is_empty()),
                collation: collation.filter(|it| takes_others_for_equal && !is_byte_wise(it)),
                is_opaque: false,
                is_loose: false,
            },
        };
        tables.entry(name).or_default().push((get(row, 11)?, shape));
    }
    let in_order = |(name, mut columns): (Name, Vec<(u64, ShapeColumn)>)| {
        columns.sort_by_key(|(position, _)| *position);
        (name, columns.into_iter().map(|(_, column)| column).collect())
    };
    Ok(tables.into_iter().map(in_order).collect())
}

/// MariaDB's type `json` is a text with a check of the column's name that says that it is JSON.
async fn json_columns(
    session: &mut Session,
    extent: &Extent<'_>,
) -> Result<Vec<(String, String, String)>, Failure> {
    let version = session.fetch(sqlx::query("SELECT VERSION()")).await?;
    let version: String = version.first().map_or(Ok(String::new()), |row| get(row, 0))?;
    if !version.contains("MariaDB") {
        return Ok(Vec::new());
    }
    let select = "SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE \
         FROM information_schema.CHECK_CONSTRAINTS";
    let rows = extent.rows(session, select, ("CONSTRAINT_SCHEMA", "TABLE_NAME")).await?;
    let mut found = Vec::new();
    for row in &rows {
        let (column, clause): (String, String) = (get(row, 2)?, get(row, 3)?);
        if clause.to_lowercase().starts_with("json_valid(") {
            found.push((get(row, 0)?, get(row, 1)?, column.to_lowercase()));
        }
    }
    Ok(found)
}

/// The indexes of tables, under their names. One that the optimiser does not see counts for nothing but uniqueness.
async fn indexes(
    session: &mut Session,
    extent: &Extent<'_>,
) -> Result<HashMap<Name, Vec<(String, Index)>>, Failure> {
    let rows = extent
        .rows(session, "SELECT * FROM information_schema.STATISTICS", ("TABLE_SCHEMA", "TABLE_NAME"))
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in &rows {
        let table: Name = (named(row, "TABLE_SCHEMA")?, named(row, "TABLE_NAME")?);
        let position = number(row, "SEQ_IN_INDEX")?;
        let is_unique = number(row, "NON_UNIQUE")? == 0;
        // MySQL says whether an index is visible, MariaDB whether it is ignored.
        let says =
            |column: &str, word: &str| row.try_get_unchecked::<String, _>(column).is_ok_and(|it| it == word);
        let is_unseen = says("IS_VISIBLE", "NO") || says("IGNORED", "YES");
        let kind: String = named(row, "INDEX_TYPE")?;
        let is_ordered = kind == "BTREE" || kind == "HASH";
        // A prefix of a column finds rows, and does not tell them apart.
        let is_prefix = row.try_get_raw("SUB_PART").is_ok_and(|part| !sqlx::ValueRef::is_null(&part));
        let column: Option<String> = named(row, "COLUMN_NAME")?;
        if is_ordered && (is_unique || !is_unseen) {
            parts.push((table, named::<String>(row, "INDEX_NAME")?, position, is_unique, is_prefix, column));
        }
    }
    parts.sort_by(|a, b| (&a.0, a.1 != "PRIMARY", &a.1, a.2).cmp(&(&b.0, b.1 != "PRIMARY", &b.1, b.2)));
    let mut tables: HashMap<Name, Vec<(String, Index)>> = HashMap::new();
    for (table, name, _, unique, is_prefix, column) in parts {
        let indexes = tables.entry(table).or_default();
        if indexes.last().is_none_or(|(last, _)| *last != name) {
            indexes.push((name, Index { unique, columns: Vec::new(), whole: true }));
        }
        let Some((_, index)) = indexes.last_mut() else {
            continue;
        };
        match column {
            Some(column) if index.whole => {
                index.columns.push(column);
                index.whole = !is_prefix;
            }
            _ => index.whole = false,
        }
    }
    Ok(tables)
}

/// The foreign keys of all tables that refer to these, in whatever database they lie.
async fn references(
    session: &mut Session,
    extent: &Extent<'_>,
    current: &str,
) -> Result<HashMap<Name, Vec<Reference>>, Failure> {
    let select = "SELECT u.REFERENCED_TABLE_SCHEMA, u.REFERENCED_TABLE_NAME, u.TABLE_SCHEMA, u.TABLE_NAME, \
         u.CONSTRAINT_NAME, CAST(u.ORDINAL_POSITION AS UNSIGNED), u.COLUMN_NAME, u.REFERENCED_COLUMN_NAME, r.DELETE_RULE \
         FROM information_schema.KEY_COLUMN_USAGE AS u JOIN information_schema.REFERENTIAL_CONSTRAINTS AS r \
         ON r.CONSTRAINT_SCHEMA = u.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = u.CONSTRAINT_NAME \
         AND r.TABLE_NAME = u.TABLE_NAME";
    let rows = extent.rows(session, select, ("u.REFERENCED_TABLE_SCHEMA", "u.REFERENCED_TABLE_NAME")).await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in &rows {
        let to: Name = (get(row, 0)?, get(row, 1)?);
        let from: Name = (get(row, 2)?, get(row, 3)?);
        let (constraint, position): (String, u64) = (get(row, 4)?, get(row, 5)?);
        let (column, to_column, rule): (String, String, String) = (get(row, 6)?, get(row, 7)?, get(row, 8)?);
        parts.push((to, from, constraint, position, column, to_column, rule));
    }
    parts.sort();
    let mut tables: HashMap<Name, Vec<Reference>> = HashMap::new();
    let mut last: Option<(Name, String)> = None;
    for (to, from, constraint, _, column, to_column, rule) in parts {
        let references = tables.entry(to).or_default();
        let this = (from, constraint);
        if last.as_ref() != Some(&this) {
            let on_delete = match rule.as_str() {
                "CASCADE" => OnDelete::Cascade,
                "SET NULL" | "SET DEFAULT" => OnDelete::LetGo,
                _ => OnDelete::Refuse,
            };
            let table = shown(&this.0, current);
            references.push(Reference { table, columns: Vec::new(), to_columns: Vec::new(), on_delete });
            last = Some(this);
        }
        if let Some(reference) = references.last_mut() {
            reference.columns.push(column);
            reference.to_columns.push(to_column);
        }
    }
    Ok(tables)
}

async fn triggers(
    session: &mut Session,
    extent: &Extent<'_>,
) -> Result<HashMap<Name, Vec<Trigger>>, Failure> {
    let select = "SELECT EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE, TRIGGER_NAME, EVENT_MANIPULATION \
         FROM information_schema.TRIGGERS";
    let rows = extent.rows(session, select, ("EVENT_OBJECT_SCHEMA", "EVENT_OBJECT_TABLE")).await?;
    let mut tables: HashMap<Name, Vec<Trigger>> = HashMap::new();
    for row in &rows {
        let event: String = get(row, 3)?;
        let trigger =
            Trigger { name: get(row, 2)?, on_delete: event == "DELETE", on_update: event == "UPDATE" };
        tables.entry((get(row, 0)?, get(row, 1)?)).or_default().push(trigger);
    }
    for triggers in tables.values_mut() {
        triggers.sort_by(|a, b| a.name.cmp(&b.name));
    }
    Ok(tables)
}

/// What a column is meant to hold.
fn kind(data_type: &str, spelled: &str, length: Option<u64>) -> ColumnKind {
    let declared = spelled.to_ascii_lowercase();
    match data_type {
        "tinyint" if declared.starts_with("tinyint(1)") => ColumnKind::Boolean,
        "bit" if declared == "bit(1)" => ColumnKind::Boolean,
        "tinyint" | "smallint" | "mediumint" | "int" | "bigint" | "bit" => ColumnKind::Integer,
        "decimal" | "float" | "double" => ColumnKind::Real,
        "char" | "varchar" => {
            ColumnKind::Text { limit: length.and_then(|length| u32::try_from(length).ok()) }
        }
        // These are limited in bytes; what is said is what surely fits.
        "tinytext" => ColumnKind::Text { limit: Some(63) },
        "text" => ColumnKind::Text { limit: Some(16_383) },
        "mediumtext" | "longtext" => ColumnKind::Text { limit: None },
        "binary" | "varbinary" | "tinyblob" | "blob" | "mediumblob" | "longblob" => ColumnKind::Bytes,
        "date" | "datetime" | "timestamp" | "time" | "year" => ColumnKind::Time,
        "uuid" => ColumnKind::Uuid,
        "json" => ColumnKind::Json,
        "enum" => ColumnKind::Choice { values: listed(spelled) },
        "set" => ColumnKind::List,
        _ => ColumnKind::Other,
    }
}

pub(super) fn get<'r, T>(row: &'r MySqlRow, index: usize) -> Result<T, Failure>
where
    T: sqlx::Decode<'r, sqlx::MySql>,
{
    row.try_get_unchecked(index).map_err(|error| failure(&error))
}

pub(super) fn named<'r, T>(row: &'r MySqlRow, column: &str) -> Result<T, Failure>
where
    T: sqlx::Decode<'r, sqlx::MySql>,
{
    row.try_get_unchecked(column).map_err(|error| failure(&error))
}

/// A number of the catalogue's, whose types differ from server to server.
pub(super) fn number(row: &MySqlRow, column: &str) -> Result<i64, Failure> {
    named(row, column)
}
