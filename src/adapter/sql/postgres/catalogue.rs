//! What the port tells of tables: their shapes, who refers to them, what acts on its own, and about how many rows they have.
//!
//! Knows the system catalogues. Everything is read in a fixed number of statements, for one table or for all.

use std::collections::HashMap;

use super::driver::PostgresDriver;
use super::limits::{Limits, limits};
use super::schema::{ids, listed, numbered, shapes, unreadable};
use crate::adapter::sql::driver::{Driver, Failure};
use crate::adapter::sql::shape::Shape;
use crate::port::{OnDelete, Reference, Schema, Table, Trigger};
use crate::value::Value;

/// Every table and view of the host's. A partition belongs to its table.
const ALL: &str = "
    SELECT c.oid::int8 FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND c.relpersistence <> 't'
        AND n.nspname <> 'information_schema' AND NOT starts_with(n.nspname::text, 'pg_')
        AND NOT starts_with(c.relname::text, 'oubliette_')";

const ONE: &str = "
    SELECT c.oid::int8 FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = $1 AND c.relname = $2";

/// The tables of the list with all that inherit from them, partitions among them.
macro_rules! with_families {
    ($text:literal) => {
        concat!(
            "WITH RECURSIVE families (root, member) AS (
                SELECT o, o FROM unnest(string_to_array($1, ',')::oid[]) AS o
                UNION
                SELECT f.root, h.inhrelid FROM families AS f JOIN pg_catalog.pg_inherits AS h ON h.inhparent = f.member
            ) ",
            $text
        )
    };
}
pub(super) use with_families;

/// Whether each table lies in the schema that is looked at first, and about how many rows it has; rows lie in the leaves.
const FACTS: &str = with_families!(
    "SELECT c.oid::int8, coalesce(n.nspname = current_schema(), FALSE), (
        SELECT sum(p.reltuples) FILTER (WHERE p.reltuples >= 0)
        FROM families AS f JOIN pg_catalog.pg_class AS p ON p.oid = f.member AND p.relkind IN ('r', 'm', 'f')
        WHERE f.root = c.oid
    )::int8
    FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.oid = ANY (string_to_array($1, ',')::oid[])"
);

/// Foreign keys of all schemas; those that PostgreSQL made for partitions stand for the one of the whole table.
const REFERENCES: &str = with_families!(
    "SELECT f.root::int8, k.oid::int8,
        CASE WHEN n.nspname = current_schema() THEN r.relname::text ELSE n.nspname || '.' || r.relname END,
        k.confdeltype::text, a.attname::text, b.attname::text
    FROM families AS f
    JOIN pg_catalog.pg_constraint AS k ON k.confrelid = f.member AND k.contype = 'f' AND k.conparentid = 0
    JOIN pg_catalog.pg_class AS r ON r.oid = k.conrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS p (here, there, position)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = p.here
    JOIN pg_catalog.pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = p.there
    ORDER BY n.nspname, r.relname, k.conname, k.oid, p.position"
);

/// Triggers that the host has made, and rules that turn a statement into another one. Those of foreign keys are PostgreSQL's.
const TRIGGERS: &str = with_families!(
    "SELECT f.root::int8, t.tgname::text AS name, t.tgtype & 8 <> 0, t.tgtype & 16 <> 0
    FROM families AS f JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = f.member
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgparentid = 0
    UNION ALL
    SELECT f.root::int8, r.rulename::text, r.ev_type = '4', r.ev_type = '2'
    FROM families AS f JOIN pg_catalog.pg_rewrite AS r ON r.ev_class = f.member
    WHERE r.rulename <> '_RETURN' AND r.ev_enabled <> 'D'
    ORDER BY name"
);

/// The table of that shape as the port tells of it.
pub(super) async fn describe(driver: &PostgresDriver, shape: &Shape) -> Result<Table, Failure> {
    let one = numbered(ONE, vec![shape.schema.as_str().into(), shape.name.as_str().into()]);
    let found = ids(&driver.rows(one).await?)?;
    // Whoever asked saw it a moment ago.
    read(driver, &found).await?.pop().ok_or_else(unreadable)
}

/// Every table and view of the host's, in the order of their names.
pub(super) async fn tables(driver: &PostgresDriver) -> Result<Vec<Table>, Failure> {
    let all = ids(&driver.rows(numbered(ALL, Vec::new())).await?)?;
    let mut tables = read(driver, &all).await?;
    tables.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(tables)
}

async fn read(driver: &PostgresDriver, ids: &[i64]) -> Result<Vec<Table>, Failure> {
    let mut facts = facts(driver, ids).await?;
    let mut references = references(driver, ids).await?;
    let mut triggers = triggers(driver, ids).await?;
    let mut limits = limits(driver, ids).await?;
    let table = |(id, shape): (i64, Shape)| {
        let (is_first, rows) = facts.remove(&id).unwrap_or_default();
        let Limits { is_copy, has_children, hides_rows, refusals, exclusions } =
            limits.remove(&id).unwrap_or_default();
        let schema = Schema {
            // Nothing is unique over a table together with those that inherit from it.
            unique: if has_children { Vec::new() } else { shape.unique() },
            indexes: shape.indexed(),
            columns: shape.columns.into_iter().map(|it| it.column).collect(),
            referred_by: references.remove(&id).unwrap_or_default(),
            triggers: triggers.remove(&id).unwrap_or_default(),
            exclusions,
            refusals,
            hides_rows,
            has_no_transactions: false,
            // The conditions of a statement see the snapshot with which it began, its cascades see what came since.
            cascades_unseen: true,
            is_copy,
        };
        let name = if is_first { shape.name } else { format!("{}.{}", shape.schema, shape.name) };
        Table { name, schema, rows, is_view: shape.is_view && !is_copy }
    };
    Ok(shapes(driver, ids).await?.into_iter().map(table).collect())
}

async fn facts(driver: &PostgresDriver, ids: &[i64]) -> Result<HashMap<i64, (bool, Option<u64>)>, Failure> {
    let fact = |row: Vec<Value>| match row.as_slice() {
        [Value::Integer(id), Value::Boolean(is_first), Value::Integer(rows)] => {
            Ok((*id, (*is_first, u64::try_from(*rows).ok())))
        }
        [Value::Integer(id), Value::Boolean(is_first), Value::Null] => Ok((*id, (*is_first, None))),
        _ => Err(unreadable()),
    };
    driver.rows(listed(FACTS, ids)).await?.into_iter().map(fact).collect()
}

async fn references(driver: &PostgresDriver, ids: &[i64]) -> Result<HashMap<i64, Vec<Reference>>, Failure> {
    let mut references: HashMap<i64, Vec<Reference>> = HashMap::new();
    let mut last = None;
    for row in driver.rows(listed(REFERENCES, ids)).await? {
        let [
            Value::Integer(id),
            Value::Integer(constraint),
            Value::Text(table),
            Value::Text(on_delete),
            Value::Text(from),
            Value::Text(to),
        ] = row.as_slice()
        else {
            return Err(unreadable());
        };
        let known = references.entry(*id).or_default();
        if last.replace((*id, *constraint)) != Some((*id, *constraint)) {
            let on_delete = match on_delete.as_str() {
                "c" => OnDelete::Cascade,
                "n" | "d" => OnDelete::LetGo,
                _ => OnDelete::Refuse,
            };
            let (columns, to_columns) = (Vec::new(), Vec::new());
            known.push(Reference { table: table.clone(), columns, to_columns, on_delete });
        }
        if let Some(reference) = known.last_mut() {
            reference.columns.push(from.clone());
            reference.to_columns.push(to.clone());
        }
    }
    Ok(references)
}

async fn triggers(driver: &PostgresDriver, ids: &[i64]) -> Result<HashMap<i64, Vec<Trigger>>, Failure> {
    let mut triggers: HashMap<i64, Vec<Trigger>> = HashMap::new();
    for row in driver.rows(listed(TRIGGERS, ids)).await? {
        let [Value::Integer(id), Value::Text(name), Value::Boolean(on_delete), Value::Boolean(on_update)] =
            row.as_slice()
        else {
            return Err(unreadable());
        };
        let trigger = Trigger { name: name.clone(), on_delete: *on_delete, on_update: *on_update };
        triggers.entry(*id).or_default().push(trigger);
    }
    Ok(triggers)
}
