//! What PostgreSQL will refuse or hide, and what keeps rows from being alike: rights, row-level security, replication,
//! inheritance, and unique indexes in other forms than plain ones.
//!
//! Knows the system catalogues. Everything is read in a fixed number of statements, for one table or for all.

use std::collections::HashMap;

use super::catalogue::with_families;
use super::driver::PostgresDriver;
use super::schema::{listed, numbered, unreadable};
use crate::adapter::sql::driver::{Driver, Failure};
use crate::adapter::sql::shape::{Check, Shape};
use crate::port::{Act, Exclusion, Refusal};
use crate::value::Value;

/// What limits a table.
#[derive(Debug, Default)]
pub(super) struct Limits {
    /// A materialised view.
    pub(super) is_copy: bool,
    /// Whether other tables inherit from it, whose rows no index of its own covers.
    pub(super) has_children: bool,
    pub(super) hides_rows: bool,
    pub(super) refusals: Vec<Refusal>,
    pub(super) exclusions: Vec<Exclusion>,
}

/// Of each table: whether it is a materialised view, has children, hides rows; whether its schema may be used, its rows
/// erased at all, and changed at all; whether whoever is connected may erase; and whether replication forbids either,
/// since a table of the family is published and nothing tells its rows apart.
///
/// Through a partitioned table its own policies hold, and its rows lie in the leaves.
const TABLES: &str = with_families!(
    "SELECT c.oid::int8, c.relkind = 'm',
        c.relkind = 'r' AND EXISTS (SELECT FROM pg_catalog.pg_inherits AS h WHERE h.inhparent = c.oid),
        row_security_active(c.oid), has_schema_privilege(c.relnamespace, 'USAGE'),
        pg_relation_is_updatable(c.oid, TRUE) & 16 <> 0, pg_relation_is_updatable(c.oid, TRUE) & 4 <> 0,
        has_table_privilege(c.oid, 'DELETE'), coalesce(u.erasing, FALSE), coalesce(u.changing, FALSE)
    FROM pg_catalog.pg_class AS c
    LEFT JOIN LATERAL (
        SELECT bool_or(p.pubdelete) AS erasing, bool_or(p.pubupdate) AS changing
        FROM families AS f
        JOIN pg_catalog.pg_class AS r ON r.oid = f.member AND r.relkind = 'r'
        JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
        JOIN pg_catalog.pg_publication_tables AS t ON t.schemaname = n.nspname AND t.tablename = r.relname
        JOIN pg_catalog.pg_publication AS p ON p.pubname = t.pubname
        WHERE f.root = c.oid AND r.relreplident <> 'f' AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid = r.oid AND i.indisvalid
                AND CASE r.relreplident WHEN 'd' THEN i.indisprimary WHEN 'i' THEN i.indisreplident ELSE FALSE END
        )
    ) AS u ON TRUE
    WHERE c.oid = ANY (string_to_array($1, ',')::oid[])"
);

/// The columns that whoever is connected may not read, or not change.
const COLUMNS: &str = "
    SELECT x.id, x.name, x.reads, x.changes
    FROM (
        SELECT a.attrelid::int8 AS id, a.attname::text AS name, a.attnum AS position,
            has_column_privilege(a.attrelid, a.attnum, 'SELECT') AS reads,
            has_column_privilege(a.attrelid, a.attnum, 'UPDATE') AS changes
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = ANY (string_to_array($1, ',')::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
    ) AS x
    WHERE NOT (x.reads AND x.changes) ORDER BY x.id, x.position";

/// The columns of each unique index over part of the rows or over expressions, of each that takes nulls for equal, and of
/// each exclusion constraint. What an expression reads only the dependencies tell.
const EXCLUSIONS: &str = "
    SELECT i.indrelid::int8, x.relname::text,
        to_jsonb(i) ->> 'indnullsnotdistinct' IS NOT DISTINCT FROM 'true'
            OR i.indexprs IS NOT NULL AND pg_get_expr(i.indexprs, i.indrelid) ~* 'coalesce|concat',
        a.attname::text
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum > 0 AND (
        a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])
        OR i.indexprs IS NOT NULL AND EXISTS (
            SELECT FROM pg_catalog.pg_depend AS d
            WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = i.indexrelid
                AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = i.indrelid
                AND d.refobjsubid = a.attnum
        )
    )
    WHERE i.indrelid = ANY (string_to_array($1, ',')::oid[]) AND (
        i.indisexclusion OR i.indisunique AND (
            i.indpred IS NOT NULL OR i.indexprs IS NOT NULL
            OR to_jsonb(i) ->> 'indnullsnotdistinct' IS NOT DISTINCT FROM 'true'
            OR EXISTS (
                SELECT FROM pg_catalog.pg_attribute AS g
                WHERE g.attrelid = i.indrelid AND g.attgenerated <> '' AND g.attnum = ANY (i.indkey::int2[])
            )
        )
    )
    ORDER BY i.indrelid, i.indexrelid, a.attnum";

/// What the generated columns of tables are worked out of.
const SOURCES: &str = "
    SELECT g.attrelid::int8, g.attname::text, a.attname::text
    FROM pg_catalog.pg_attribute AS g
    JOIN pg_catalog.pg_attrdef AS e ON e.adrelid = g.attrelid AND e.adnum = g.attnum
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = e.oid
        AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = g.attrelid AND d.refobjsubid <> g.attnum
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = g.attrelid AND a.attnum = d.refobjsubid
    WHERE g.attrelid = ANY (string_to_array($1, ',')::oid[]) AND g.attgenerated <> ''
    ORDER BY g.attrelid, g.attnum, a.attnum";

/// The constraints of a table that look at one row: `$1` its schema, `$2` its name.
const CHECKS: &str = "
    SELECT k.conname::text, pg_get_expr(k.conbin, k.conrelid)
    FROM pg_catalog.pg_constraint AS k
    JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = $1 AND c.relname = $2 AND k.contype = 'c' ORDER BY k.conname";

/// What limits each of these tables.
pub(super) async fn limits(driver: &PostgresDriver, ids: &[i64]) -> Result<HashMap<i64, Limits>, Failure> {
    let mut all = HashMap::new();
    for row in driver.rows(listed(TABLES, ids)).await? {
        let (id, limits) = table(&row).ok_or_else(unreadable)?;
        all.insert(id, limits);
    }
    for row in driver.rows(listed(COLUMNS, ids)).await? {
        let [Value::Integer(id), Value::Text(column), Value::Boolean(reads), Value::Boolean(changes)] =
            row.as_slice()
        else {
            return Err(unreadable());
        };
        let refusals = &mut all.entry(*id).or_insert_with(Limits::default).refusals;
        for (act, may, right) in [(Act::Read, reads, "SELECT"), (Act::Change, changes, "UPDATE")] {
            if !may {
                let why = format!("whoever is connected has no right of {right} on it");
                refusals.push(Refusal { act, column: Some(column.clone()), why });
            }
        }
    }
    let sources = sources(driver, ids).await?;
    for row in driver.rows(listed(EXCLUSIONS, ids)).await? {
        let [Value::Integer(id), Value::Text(name), Value::Boolean(nulls_are_alike), Value::Text(column)] =
            row.as_slice()
        else {
            return Err(unreadable());
        };
        let exclusions = &mut all.entry(*id).or_insert_with(Limits::default).exclusions;
        if exclusions.last().is_none_or(|last| last.name != *name) {
            let (columns, nulls_are_alike) = (Vec::new(), *nulls_are_alike);
            exclusions.push(Exclusion { name: name.clone(), columns, nulls_are_alike });
        }
        if let Some(exclusion) = exclusions.last_mut() {
            match sources.get(&(*id, column.clone())) {
                Some(sources) => exclusion.columns.extend(sources.iter().cloned()),
                None => exclusion.columns.push(column.clone()),
            }
        }
    }
    Ok(all)
}

fn table(row: &[Value]) -> Option<(i64, Limits)> {
    let [Value::Integer(id), flags @ ..] = row else { return None };
    let flag = |value: &Value| match value {
        Value::Boolean(flag) => Some(*flag),
        _ => None,
    };
    let flags: Vec<bool> = flags.iter().map(flag).collect::<Option<_>>()?;
    let [
        is_copy,
        has_children,
        hides_rows,
        may_use,
        is_erasable,
        is_changeable,
        may_erase,
        blocks_erasing,
        blocks_changing,
    ] = *flags.as_slice()
    else {
        return None;
    };
    let unidentified =
        "it is published for replication, and has neither a primary key nor another replica identity";
    let told = [
        (!may_use, Act::Read, "whoever is connected has no right of USAGE on its schema"),
        (
            !is_erasable,
            Act::Erase,
            "nothing can be erased from it: it is a view or the like that is read only",
        ),
        (
            !is_changeable,
            Act::Change,
            "nothing can be changed in it: it is a view or the like that is read only",
        ),
        (is_erasable && !may_erase, Act::Erase, "whoever is connected has no right of DELETE on it"),
        (blocks_erasing, Act::Erase, unidentified),
        (blocks_changing, Act::Change, unidentified),
    ];
    let refusals = told.into_iter().filter(|(is_so, ..)| *is_so);
    let refusals = refusals.map(|(_, act, why)| Refusal { act, column: None, why: why.to_owned() }).collect();
    Some((*id, Limits { is_copy, has_children, hides_rows, refusals, exclusions: Vec::new() }))
}

/// The columns that each generated column is worked out of.
async fn sources(
    driver: &PostgresDriver,
    ids: &[i64],
) -> Result<HashMap<(i64, String), Vec<String>>, Failure> {
    let mut sources: HashMap<(i64, String), Vec<String>> = HashMap::new();
    for row in driver.rows(listed(SOURCES, ids)).await? {
        let [Value::Integer(id), Value::Text(generated), Value::Text(source)] = row.as_slice() else {
            return Err(unreadable());
        };
        sources.entry((*id, generated.clone())).or_default().push(source.clone());
    }
    Ok(sources)
}

/// The names and expressions of the constraints of a table that look at one row.
pub(super) async fn checks(driver: &PostgresDriver, shape: &Shape) -> Result<Vec<Check>, Failure> {
    let sql = numbered(CHECKS, vec![shape.schema.as_str().into(), shape.name.as_str().into()]);
    let check = |row: Vec<Value>| match row.as_slice() {
        [Value::Text(name), Value::Text(expression)] => {
            Ok(Check { name: name.clone(), expression: expression.clone() })
        }
        _ => Err(unreadable()),
    };
    driver.rows(sql).await?.into_iter().map(check).collect()
}
