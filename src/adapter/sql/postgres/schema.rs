//! The shape of a table as PostgreSQL has it: columns and their types, keys, indexes.
//!
//! Knows the system catalogues, and no statement of a store's. What else the catalogues tell lies in `catalogue`.

use std::collections::HashMap;

use super::class::{Class, Type};
use super::dialect::quote;
use super::driver::PostgresDriver;
use crate::adapter::sql::driver::{Cause, Driver, Failure, Row};
use crate::adapter::sql::render::Sql;
use crate::adapter::sql::shape::{Index, Shape, ShapeColumn};
use crate::port::{Column, ColumnKind, StoreErrorKind};
use crate::value::Value;

/// Finds a table or view: `$1` the schema or null, `$2` the name in it, `$3` the name as a whole. Names are looked for as
/// they are written, then in any case; without a schema among those of the search path, in their order.
const FIND: &str = "
    WITH \"sought\"(\"given\", \"name\", \"rank\") AS (
        SELECT $1::text, $2::text, 0 WHERE $1::text IS NOT NULL UNION ALL SELECT NULL, $3::text, 1
    )
    SELECT c.oid::int8 FROM \"sought\" AS s JOIN pg_catalog.pg_class AS c
        ON c.relname = s.name OR lower(c.relname::text COLLATE \"C\") = lower(s.name COLLATE \"C\")
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND CASE WHEN s.given IS NULL THEN n.nspname = ANY (current_schemas(FALSE))
        ELSE n.nspname = s.given OR lower(n.nspname::text COLLATE \"C\") = lower(s.given COLLATE \"C\") END
    ORDER BY s.rank, (n.nspname = s.given) IS FALSE, c.relname <> s.name,
        array_position(current_schemas(FALSE), n.nspname), n.nspname, c.relname LIMIT 1";

/// `$1` is a list of tables, here and below.
const RELATIONS: &str = "
    SELECT c.oid::int8, n.nspname::text, c.relname::text, c.relkind::text
    FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.oid = ANY (string_to_array($1, ',')::oid[]) ORDER BY c.oid";

/// Each column with the type on which its domain rests in the end, if it has one.
const COLUMNS: &str = "
    SELECT a.attrelid::int8, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull OR b.not_null,
        a.attgenerated <> '' OR a.attidentity = 'a', n.nspname::text, t.typname::text, t.typtype::text, b.typmod::int8,
        quote_ident(ln.nspname) || '.' || quote_ident(l.collname), coalesce(l.collisdeterministic, TRUE),
        t.typcategory = 'A' OR t.typtype = 'm',
        array_to_json(ARRAY(
            SELECT e.enumlabel::text FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder
        ))::text
    FROM pg_catalog.pg_attribute AS a
    CROSS JOIN LATERAL (
        WITH RECURSIVE chain (oid, typmod, not_null, depth) AS (
            SELECT a.atttypid, a.atttypmod, FALSE, 0
            UNION ALL
            SELECT y.typbasetype, y.typtypmod, chain.not_null OR y.typnotnull, chain.depth + 1
            FROM chain JOIN pg_catalog.pg_type AS y ON y.oid = chain.oid AND y.typtype = 'd'
        )
        SELECT oid, typmod, not_null FROM chain ORDER BY depth DESC LIMIT 1
    ) AS b
    JOIN pg_catalog.pg_type AS t ON t.oid = b.oid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = a.attcollation AND l.collname <> 'default'
    LEFT JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.collnamespace
    WHERE a.attrelid = ANY (string_to_array($1, ',')::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attrelid, a.attnum";

/// The columns of each index by which rows can be found that have a value: neither partial ones nor those that are not
/// finished, and without columns that an index only carries along.
const INDEXES: &str = "
    SELECT i.indrelid::int8, i.indexrelid::int8, i.indisunique, i.indisprimary, a.attname::text
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_catalog.pg_am AS m ON m.oid = x.relam AND m.amname IN ('btree', 'hash')
    CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, position)
    LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0
    WHERE i.indrelid = ANY (string_to_array($1, ',')::oid[]) AND i.indisvalid AND i.indpred IS NULL
        AND k.position <= i.indnkeyatts
    ORDER BY i.indrelid, i.indexrelid, k.position";

/// The shape of a table or view; `None` where there is none. `table` is `schema.table` or `table`.
pub(super) async fn shape(driver: &PostgresDriver, table: &str) -> Result<Option<Shape>, Failure> {
    let (schema, name) = match table.split_once('.') {
        Some((schema, name)) => (Value::from(schema), name),
        None => (Value::Null, table),
    };
    match ids(&driver.rows(numbered(FIND, vec![schema, name.into(), table.into()])).await?)?.first() {
        None => Ok(None),
        Some(id) => Ok(shapes(driver, &[*id]).await?.pop().map(|(_, shape)| shape)),
    }
}

/// The shapes of these tables, in three statements however many there are.
pub(super) async fn shapes(driver: &PostgresDriver, ids: &[i64]) -> Result<Vec<(i64, Shape)>, Failure> {
    let mut shapes: Vec<(i64, Shape, bool)> = Vec::with_capacity(ids.len());
    let mut order = HashMap::new();
    for row in driver.rows(listed(RELATIONS, ids)).await? {
        let [Value::Integer(id), Value::Text(schema), Value::Text(name), Value::Text(kind)] = row.as_slice()
        else {
            return Err(unreadable());
        };
        let shape = Shape {
            schema: schema.clone(),
            name: name.clone(),
            is_view: matches!(kind.as_str(), "v" | "m"),
            row_names: places_of_rows(kind),
            ..Shape::default()
        };
        order.insert(*id, shapes.len());
        shapes.push((*id, shape, kind == "p"));
    }
    for row in driver.rows(listed(COLUMNS, ids)).await? {
        let (id, column) = column(&row).ok_or_else(unreadable)?;
        if let Some((_, shape, _)) = order.get(&id).and_then(|at: &usize| shapes.get_mut(*at)) {
            shape.columns.push(column);
        }
    }
    let mut last = None;
    for row in driver.rows(listed(INDEXES, ids)).await? {
        let [
            Value::Integer(id),
            Value::Integer(index),
            Value::Boolean(unique),
            Value::Boolean(primary),
            column,
        ] = row.as_slice()
        else {
            return Err(unreadable());
        };
        let Some((_, shape, _)) = order.get(id).and_then(|at| shapes.get_mut(*at)) else {
            continue;
        };
        if last.replace(*index) != Some(*index) {
            shape.indexes.push(Index { unique: *unique, columns: Vec::new(), whole: true });
        }
        let Some(known) = shape.indexes.last_mut() else {
            continue;
        };
        match column {
            Value::Text(column) if known.whole => {
                known.columns.push(column.clone());
                if *primary {
                    shape.key.push(column.clone());
                }
            }
            _ => known.whole = false,
        }
    }
    let finished = shapes.into_iter().map(|(id, mut shape, is_partitioned)| {
        // Through its key, a row is looked for in its own partition alone.
        if is_partitioned && !shape.key.is_empty() {
            shape.row_names.clone_from(&shape.key);
        }
        (id, shape)
    });
    Ok(finished.collect())
}

/// Where a row lies: in which table, since a place is unique in one only, and one may get children at any time.
fn places_of_rows(kind: &str) -> Vec<String> {
    match kind {
        "r" | "p" => vec!["tableoid".to_owned(), "ctid".to_owned()],
        _ => Vec::new(),
    }
}

/// A statement with its parameters where `$1`, `$2` and so on stand.
pub(super) fn numbered(text: &str, values: Vec<Value>) -> Sql {
    let mut sql = Sql::new("");
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('$') {
        let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        let (number, behind) = behind.split_at(end);
        let value = number.parse::<usize>().ok().and_then(|number| values.get(number.checked_sub(1)?));
        sql.push(before).bind(value.cloned().unwrap_or(Value::Null));
        rest = behind;
    }
    sql.push(rest);
    sql
}

/// A statement over these tables, whose list is `$1`.
pub(super) fn listed(text: &str, ids: &[i64]) -> Sql {
    let ids: Vec<_> = ids.iter().map(i64::to_string).collect();
    numbered(text, vec![ids.join(",").into()])
}

/// The numbers of tables, one in each row.
pub(super) fn ids(rows: &[Row]) -> Result<Vec<i64>, Failure> {
    let id = |row: &Row| match row.first() {
        Some(Value::Integer(id)) => Ok(*id),
        _ => Err(unreadable()),
    };
    rows.iter().map(id).collect()
}

/// The catalogue answered something else than what it was asked.
pub(super) fn unreadable() -> Failure {
    Failure::new(StoreErrorKind::Other, Cause::Other, "the catalogue cannot be read")
}

/// A column, and whose it is.
fn column(row: &[Value]) -> Option<(i64, ShapeColumn)> {
    let [
        Value::Integer(id),
        Value::Text(name),
        Value::Text(declared),
        Value::Boolean(not_null),
        Value::Boolean(is_generated),
        Value::Text(schema),
        Value::Text(base),
        Value::Text(family),
        Value::Integer(modifier),
        collation,
        Value::Boolean(is_deterministic),
        Value::Boolean(is_list),
        Value::Text(labels),
    ] = row
    else {
        return None;
    };
    let is_own = schema == "pg_catalog";
    let class = class(base, is_own, family == "e", *is_deterministic);
    let native = Type {
        class,
        name: format!("{}.{}", quote(schema), quote(base)),
        collation: collation.as_text().map(str::to_owned),
    };
    // PostgreSQL counts four bytes of its own to the limit of a text.
    let limit = u32::try_from(*modifier - 4).ok();
    let kind = match class {
        Class::Enum => ColumnKind::Choice { values: serde_json::from_str(labels).ok()? },
        _ if *is_list => ColumnKind::List,
        class => kind(class, base, limit),
    };
    let column = Column {
        name: name.clone(),
        kind,
        nullable: !not_null,
        declared: declared.clone(),
        is_generated: *is_generated,
        collation: own_equality(&native),
        // A path is an operator of JSON's own types.
        is_opaque: !matches!(class, Class::Json | Class::Jsonb),
        is_loose: false,
    };
    Some((*id, ShapeColumn { column, native: serde_json::to_string(&native).ok()? }))
}

/// By what the type takes texts of other bytes for equal.
fn own_equality(native: &Type) -> Option<String> {
    match native.class {
        Class::Folded if native.name.ends_with(".\"citext\"") => Some("citext".to_owned()),
        Class::Folded => native.collation.clone(),
        Class::Padded => Some("character(n), without the blanks at its end".to_owned()),
        _ => None,
    }
}

/// What a base type compares by.
fn class(base: &str, is_own: bool, is_enum: bool, is_deterministic: bool) -> Class {
    match base {
        _ if is_enum => Class::Enum,
        "citext" => Class::Folded,
        _ if !is_own => Class::Other,
        "text" | "varchar" | "bpchar" if !is_deterministic => Class::Folded,
        "text" | "varchar" => Class::Text,
        "bpchar" => Class::Padded,
        "int2" | "int4" | "int8" => Class::Integer,
        "float4" | "float8" => Class::Real,
        "bool" => Class::Boolean,
        "bytea" => Class::Bytes,
        "uuid" => Class::Uuid,
        "numeric" => Class::Numeric,
        "date" => Class::Date,
        "timestamp" => Class::Timestamp,
        "timestamptz" => Class::Timestamptz,
        "json" => Class::Json,
        "jsonb" => Class::Jsonb,
        _ => Class::Other,
    }
}

/// What a column of that class is meant to hold.
fn kind(class: Class, base: &str, limit: Option<u32>) -> ColumnKind {
    match class {
        Class::Integer => ColumnKind::Integer,
        Class::Boolean => ColumnKind::Boolean,
        Class::Real | Class::Numeric => ColumnKind::Real,
        Class::Text | Class::Folded | Class::Padded => ColumnKind::Text { limit },
        Class::Uuid => ColumnKind::Uuid,
        Class::Date | Class::Timestamp | Class::Timestamptz => ColumnKind::Time,
        Class::Json | Class::Jsonb => ColumnKind::Json,
        Class::Bytes => ColumnKind::Bytes,
        Class::Other if matches!(base, "time" | "timetz") => ColumnKind::Time,
        Class::Other if base == "money" => ColumnKind::Real,
        Class::Other if matches!(base, "name" | "char") => ColumnKind::Text { limit: None },
        Class::Enum | Class::Other => ColumnKind::Other,
    }
}
