//! Lists of values and links: found through an index, and then the same to the byte.
//!
//! MySQL's own `=` takes `'7abc'` for 7, `'a '` for `'A'` and every number beyond 2^53 for its neighbour. So what an
//! index finds is only ever a superset here: beside it stands the comparison of the link forms as bytes.

use super::family::Family;
use crate::adapter::sql::render::{ColumnRef, Sql};
use crate::text::hex::hex;
use crate::value::Value;

/// Up to so many values are bound one by one; more travel as one JSON text, whatever their number.
const FEW_VALUES: usize = 256;

/// Whole numbers as [`Value::link_form`] writes them, up to the length of the longest.
const WHOLE_NUMBER: &str = "'^(0|-?[1-9][0-9]{0,19})$'";
/// UUIDs as MariaDB writes them.
const UUID: &str = "'^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'";

/// The columns, taken together, have one of these rows of values.
pub(super) fn one_of(sql: &mut Sql, columns: &[ColumnRef<'_>], rows: &[Vec<Value>]) {
    let columns: Vec<_> = columns.iter().map(|column| (column, Family::of(column))).collect();
    among(sql, &columns, rows);
}

fn among(sql: &mut Sql, columns: &[(&ColumnRef<'_>, Family)], rows: &[Vec<Value>]) {
    let hold =
        |row: &Vec<Value>| row.iter().zip(columns).map(|(value, (_, family))| family.hold(value)).collect();
    let rows: Vec<Vec<Value>> = rows.iter().filter_map(hold).collect();
    match (rows.is_empty(), columns) {
        (true, _) => {
            sql.push("FALSE");
        }
        _ if rows.len().saturating_mul(columns.len()) > FEW_VALUES => many(sql, columns, &rows),
        (_, [(column, family)]) => {
            let values: Vec<_> = rows.into_iter().flatten().collect();
            few(sql, column, family, &values);
        }
        _ => {
            sql.push("(");
            for (index, row) in rows.into_iter().enumerate() {
                sql.push(if index > 0 { " OR (" } else { "(" });
                for (index, ((column, family), value)) in columns.iter().zip(row).enumerate() {
                    sql.push(if index > 0 { " AND " } else { "" });
                    few(sql, column, family, &[value]);
                }
                sql.push(")");
            }
            sql.push(")");
        }
    }
}

/// The column has one of these values; each row holds one.
pub(super) fn one_of_column(sql: &mut Sql, column: &ColumnRef<'_>, rows: &[Vec<Value>]) {
    among(sql, &[(column, Family::of(column))], rows);
}

/// Few values of one column, which can hold them.
fn few(sql: &mut Sql, column: &ColumnRef<'_>, family: &Family, values: &[Value]) {
    let typed = family.typed();
    let is_exact = typed.is_some() && family.is_exact();
    sql.push("(");
    if let Some(around) = &typed {
        sql.push(&column.sql).push(" IN (");
        for (index, value) in values.iter().enumerate() {
            sql.push(if index > 0 { ", " } else { "" });
            push_typed(sql, family, around, value.clone());
        }
        sql.push(if is_exact { ")" } else { ") AND " });
    }
    if !is_exact {
        sql.push(&family.bytes(&column.sql)).push(" IN (");
        for (index, value) in values.iter().enumerate() {
            sql.push(if index > 0 { ", " } else { "" }).bind(as_bytes(value));
        }
        sql.push(")");
    }
    sql.push(")");
}

/// A value that the column can hold, as a parameter by which its index finds it.
fn push_typed(sql: &mut Sql, family: &Family, (before, behind): &(String, String), value: Value) {
    if *family == Family::Integer && matches!(value, Value::Text(_)) {
        sql.push("CAST(").bind(value).push(" AS UNSIGNED)");
    } else {
        sql.push(before).bind(value).push(behind);
    }
}

/// Many rows of values, as one text of JSON.
fn many(sql: &mut Sql, columns: &[(&ColumnRef<'_>, Family)], rows: &[Vec<Value>]) {
    let (mut left, mut right, mut listed) = (Vec::new(), Vec::new(), Vec::new());
    for (index, (column, family)) in columns.iter().enumerate() {
        let values: Vec<_> = rows.iter().filter_map(|row| row.get(index).cloned()).collect();
        let (kind, read) = family.list_type(&values);
        listed.push(format!("`c{index}` {kind} PATH '$[{index}]'"));
        let cell = format!("`j`.`c{index}`");
        if let Some((before, behind)) = family.typed() {
            left.push(column.sql.clone());
            right.push(format!("{before}{}{behind}", read(&cell)));
        }
        if !family.is_exact() {
            left.push(family.bytes(&column.sql));
            right.push(format!("UNHEX({cell})"));
        }
    }
    let one = left.len() == 1;
    let row = |columns: &[String]| if one { columns.concat() } else { format!("({})", columns.join(", ")) };
    sql.push(&row(&left)).push(" IN (SELECT ").push(&right.join(", ")).push(" FROM ");
    push_table(sql, json(rows, columns.iter().map(|(_, family)| family)), &listed.join(", "));
    sql.push(")");
}

/// A list as the table `j`. Without the limit the server would join the list itself, and read it once for every row that it
/// is compared with; as a table of its own it gets an index.
fn push_table(sql: &mut Sql, list: String, columns: &str) {
    sql.push("(SELECT * FROM JSON_TABLE(").bind(Value::Text(list));
    sql.push(&format!(", '$[*]' COLUMNS ({columns})) AS `l` LIMIT {}) AS `j`", i64::MAX));
}

/// Rows as JSON: numbers as they are, everything else in hexadecimal digits.
fn json<'f>(rows: &[Vec<Value>], families: impl Iterator<Item = &'f Family> + Clone) -> String {
    let cell = |(value, family): (&Value, &Family)| match (family, value) {
        (_, Value::Integer(number)) => serde_json::Value::from(*number),
        (_, Value::Real(number)) => serde_json::Value::from(*number),
        (Family::Integer, Value::Text(digits)) => serde_json::Value::from(digits.as_str()),
        (_, other) => serde_json::Value::from(hex(&as_raw_bytes(other))),
    };
    let rows =
        rows.iter().map(|row| row.iter().zip(families.clone()).map(cell).collect::<serde_json::Value>());
    rows.collect::<serde_json::Value>().to_string()
}

fn as_bytes(value: &Value) -> Value {
    Value::Bytes(as_raw_bytes(value))
}

fn as_raw_bytes(value: &Value) -> Vec<u8> {
    match value {
        Value::Bytes(bytes) => bytes.clone(),
        other => other.to_text().unwrap_or_default().into_bytes(),
    }
}

/// Texts as bytes to be found in: few as parameters, many as one.
pub(super) fn text_list(sql: &mut Sql, texts: &[String]) {
    if texts.len() <= FEW_VALUES {
        for (index, text) in texts.iter().enumerate() {
            sql.push(if index > 0 { ", " } else { "" });
            sql.bind(Value::Bytes(text.clone().into_bytes()));
        }
        return;
    }
    let rows: Vec<_> = texts.iter().map(|text| vec![Value::Text(text.clone())]).collect();
    let (kind, _) = Family::Inner.list_type(&rows.concat());
    sql.push("SELECT UNHEX(`j`.`c0`) FROM ");
    push_table(sql, json(&rows, std::iter::once(&Family::Inner)), &format!("`c0` {kind} PATH '$[0]'"));
}

/// What has to be equal in two columns so that their link forms are the same. The first pair has the bare left column,
/// wherever an index on it can serve.
pub(super) fn pairs(left: &ColumnRef<'_>, right: &ColumnRef<'_>) -> Vec<(String, String)> {
    let (left_family, right_family) = (Family::of(left), Family::of(right));
    let plain = || (left.sql.clone(), right.sql.clone());
    if left_family.compares_plainly(&right_family) {
        return vec![plain()];
    }
    let exact = (left_family.bytes(&left.sql), right_family.bytes(&right.sql));
    let text = right_family.text(&right.sql);
    let found_by = match (&left_family, &right_family) {
        // The left side is bare already.
        (Family::Bytes, _) => None,
        (Family::Text { .. }, Family::Text { .. }) if left_family == right_family => Some(right.sql.clone()),
        // Bytes need not be text in any character set.
        (Family::Text { .. }, Family::Bytes) => None,
        (Family::Text { charset, collation }, _) => {
            Some(format!("CONVERT({text} USING {charset}) COLLATE {collation}"))
        }
        (Family::Integer, Family::Text { .. } | Family::Inner) => {
            Some(format!("CASE WHEN {text} REGEXP {WHOLE_NUMBER} THEN CAST({text} AS DECIMAL(20,0)) END"))
        }
        (Family::Integer, Family::Decimal { .. }) => Some(right.sql.clone()),
        (Family::Uuid, Family::Text { .. } | Family::Inner) => {
            Some(format!("CASE WHEN {text} REGEXP {UUID} THEN CAST({text} AS UUID) END"))
        }
        _ => None,
    };
    found_by.map(|right| (left.sql.clone(), right)).into_iter().chain([exact]).collect()
}
