//! What MySQL and MariaDB will refuse, and what keeps rows from being alike: rights, views that are read only, unique indexes
//! over the beginnings of texts or over what is worked out.
//!
//! Knows `information_schema`. Everything is read in a fixed number of statements, for one table or for all.

use std::collections::HashMap;

use super::schema::{Extent, Name, get, named, number};
use super::session::Session;
use crate::adapter::sql::driver::Failure;
use crate::adapter::sql::shape::{Check, Shape, columns_in};
use crate::port::{Act, Exclusion, Refusal};

/// What limits a table.
#[derive(Debug, Default)]
pub(super) struct Limits {
    pub(super) refusals: Vec<Refusal>,
    pub(super) exclusions: Vec<Exclusion>,
    columns: Vec<String>,
    /// What each generated column is worked out of.
    sources: HashMap<String, Vec<String>>,
}

/// Whether all tables of a database may be erased from: a right on the server or the database, or a role, whose rights the
/// server does not tell. `?` is the database, twice in order.
const MAY_ERASE_ALL: &str = "
    SELECT (SELECT count(*) FROM information_schema.USER_PRIVILEGES AS p WHERE p.PRIVILEGE_TYPE = 'DELETE' AND p.GRANTEE = m.NAME)
        + (SELECT count(*) FROM information_schema.SCHEMA_PRIVILEGES AS p WHERE p.PRIVILEGE_TYPE = 'DELETE'
            AND (p.GRANTEE = m.NAME OR p.GRANTEE LIKE '_PUBLIC_@%') AND ? LIKE p.TABLE_SCHEMA)
        + (SELECT count(*) FROM information_schema.ENABLED_ROLES AS r WHERE r.ROLE_NAME IS NOT NULL)
    FROM (SELECT concat('''', left(CURRENT_USER(), length(CURRENT_USER()) - length(substring_index(CURRENT_USER(), '@', -1)) - 1),
        '''@''', substring_index(CURRENT_USER(), '@', -1), '''') AS NAME) AS m";

/// What limits each table.
pub(super) async fn limits(
    session: &mut Session,
    extent: &Extent<'_>,
) -> Result<HashMap<Name, Limits>, Failure> {
    let mut all: HashMap<Name, Limits> = HashMap::new();
    read_columns(session, extent, &mut all).await?;
    read_views(session, extent, &mut all).await?;
    read_exclusions(session, extent, &mut all).await?;
    if !may_erase_all(session, extent.database()).await? {
        let select = "SELECT TABLE_SCHEMA, TABLE_NAME FROM (SELECT TABLE_SCHEMA, TABLE_NAME \
             FROM information_schema.TABLE_PRIVILEGES WHERE PRIVILEGE_TYPE = 'DELETE') AS p";
        let rows = extent.rows(session, select, ("TABLE_SCHEMA", "TABLE_NAME")).await?;
        let mut erasable = Vec::with_capacity(rows.len());
        for row in &rows {
            erasable.push((get::<String>(row, 0)?, get::<String>(row, 1)?));
        }
        for (name, limits) in &mut all {
            if !erasable.contains(name) {
                let why = "whoever is connected has no right of DELETE on it".to_owned();
                limits.refusals.push(Refusal { act: Act::Erase, column: None, why });
            }
        }
    }
    Ok(all)
}

/// Whether every table of the database may be erased from. Servers that do not tell are believed to let it.
async fn may_erase_all(session: &mut Session, database: &str) -> Result<bool, Failure> {
    let asked = session.fetch(sqlx::query(MAY_ERASE_ALL).bind(database.to_owned())).await;
    let Ok(rows) = asked else { return Ok(true) };
    rows.first().map_or(Ok(true), |row| Ok(get::<i64>(row, 0)? > 0))
}

/// The columns of tables, which of them may be read and changed, and what the generated ones are made of.
async fn read_columns(
    session: &mut Session,
    extent: &Extent<'_>,
    all: &mut HashMap<Name, Limits>,
) -> Result<(), Failure> {
    let select = "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, PRIVILEGES, GENERATION_EXPRESSION \
         FROM information_schema.COLUMNS";
    let rows = extent.rows(session, select, ("TABLE_SCHEMA", "TABLE_NAME")).await?;
    let mut generated: Vec<(Name, String, String)> = Vec::new();
    for row in &rows {
        let name: Name = (get(row, 0)?, get(row, 1)?);
        let (column, rights): (String, String) = (get(row, 2)?, get(row, 3)?);
        let limits = all.entry(name.clone()).or_default();
        for (act, right) in [(Act::Read, "select"), (Act::Change, "update")] {
            if !rights.split(',').any(|it| it.trim().eq_ignore_ascii_case(right)) {
                let why = format!("whoever is connected has no right of {} on it", right.to_uppercase());
                limits.refusals.push(Refusal { act, column: Some(column.clone()), why });
            }
        }
        if let Some(expression) = get::<Option<String>>(row, 4)?.filter(|it| !it.is_empty()) {
            generated.push((name, column.clone(), expression));
        }
        limits.columns.push(column);
    }
    for (name, column, expression) in generated {
        let limits = all.entry(name).or_default();
        let sources = columns_in(&expression, limits.columns.iter().map(String::as_str));
        limits.sources.insert(column, sources);
    }
    Ok(())
}

async fn read_views(
    session: &mut Session,
    extent: &Extent<'_>,
    all: &mut HashMap<Name, Limits>,
) -> Result<(), Failure> {
    let select = "SELECT TABLE_SCHEMA, TABLE_NAME, IS_UPDATABLE FROM information_schema.VIEWS";
    for row in &extent.rows(session, select, ("TABLE_SCHEMA", "TABLE_NAME")).await? {
        if get::<String>(row, 2)? == "NO" {
            let refusals = &mut all.entry((get(row, 0)?, get(row, 1)?)).or_default().refusals;
            for (act, what) in [(Act::Change, "changed in"), (Act::Erase, "erased from")] {
                let why = format!("nothing can be {what} it: it is a view that is read only");
                refusals.push(Refusal { act, column: None, why });
            }
        }
    }
    Ok(())
}

/// Unique indexes over the beginnings of texts, over expressions, and over generated columns.
async fn read_exclusions(
    session: &mut Session,
    extent: &Extent<'_>,
    all: &mut HashMap<Name, Limits>,
) -> Result<(), Failure> {
    let rows = extent
        .rows(session, "SELECT * FROM information_schema.STATISTICS", ("TABLE_SCHEMA", "TABLE_NAME"))
        .await?;
    let mut indexes: HashMap<(Name, String), (Vec<String>, bool)> = HashMap::new();
    for row in &rows {
        if number(row, "NON_UNIQUE")? != 0 {
            continue;
        }
        let table: Name = (named(row, "TABLE_SCHEMA")?, named(row, "TABLE_NAME")?);
        let limits = all.entry(table.clone()).or_default();
        let column: Option<String> = named(row, "COLUMN_NAME")?;
        // Only one of the two servers has the name.
        let expression = row_text(row, "EXPRESSION");
        let is_prefix = row_text(row, "SUB_PART").is_some() || number(row, "SUB_PART").is_ok();
        let sources = column.as_ref().and_then(|column| limits.sources.get(column).cloned());
        let is_other = is_prefix || column.is_none() || sources.is_some();
        let columns = match (sources, column) {
            (Some(sources), _) => sources,
            (None, Some(column)) => vec![column],
            (None, None) => {
                columns_in(&expression.unwrap_or_default(), limits.columns.iter().map(String::as_str))
            }
        };
        let known = indexes.entry((table, named(row, "INDEX_NAME")?)).or_default();
        known.0.extend(columns);
        known.1 |= is_other;
    }
    let mut others: Vec<_> = indexes.into_iter().filter(|(_, (_, is_other))| *is_other).collect();
    others.sort();
    for ((table, name), (columns, _)) in others {
        let exclusions = &mut all.entry(table).or_default().exclusions;
        exclusions.push(Exclusion { name, columns, nulls_are_alike: false });
    }
    Ok(())
}

fn row_text(row: &sqlx::mysql::MySqlRow, column: &str) -> Option<String> {
    named::<Option<String>>(row, column).ok().flatten()
}

/// The constraints of a table that look at one row.
pub(super) async fn checks(session: &mut Session, shape: &Shape) -> Result<Vec<Check>, Failure> {
    let version = session.fetch(sqlx::query("SELECT VERSION()")).await?;
    let version: String = version.first().map_or(Ok(String::new()), |row| get(row, 0))?;
    let is_mariadb = version.contains("MariaDB");
    let text = if is_mariadb {
        "SELECT CONSTRAINT_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS \
         WHERE CONSTRAINT_SCHEMA = ? AND TABLE_NAME = ?"
    } else {
        "SELECT c.CONSTRAINT_NAME, c.CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS AS c \
         JOIN information_schema.TABLE_CONSTRAINTS AS t ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA \
         AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME \
         WHERE t.TABLE_SCHEMA = ? AND t.TABLE_NAME = ? AND t.ENFORCED = 'YES'"
    };
    let query = sqlx::query(text).bind(shape.schema.clone()).bind(shape.name.clone());
    let rows = session.fetch(query).await?;
    let check = |row: &sqlx::mysql::MySqlRow| {
        let (name, expression): (String, String) = (get(row, 0)?, get(row, 1)?);
        // MySQL tells its own texts with a backslash before each quote.
        let expression = if is_mariadb { expression } else { expression.replace("\\'", "'") };
        Ok(Check { name, expression })
    };
    rows.iter().map(check).collect()
}
