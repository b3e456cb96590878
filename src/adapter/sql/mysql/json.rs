//! Fields inside of columns that hold JSON: read as text, and set.
//!
//! MariaDB keeps JSON as text, so that everything here also goes for text columns. Text that is no JSON has no values
//! inside of it, and a mask inside of it leaves it as it is: [`Selection::Unreadable`](crate::port::Selection::Unreadable)
//! tells of it.

use crate::adapter::sql::dialect::Elements;
use crate::adapter::sql::render::Sql;
use crate::text::hex::hex;

/// The value behind a path as text: null where there is none or JSON's own null; true and false as 1 and 0.
pub(super) fn text(column: &str, path: &[&str]) -> String {
    let value = format!("JSON_EXTRACT({column}, {})", quoted(path));
    format!(
        "CASE WHEN JSON_VALID({column}) THEN CASE JSON_TYPE({value}) WHEN 'NULL' THEN NULL \
         WHEN 'BOOLEAN' THEN CASE JSON_UNQUOTE({value}) WHEN 'true' THEN '1' ELSE '0' END \
         ELSE CONVERT(JSON_UNQUOTE({value}) USING utf8mb4) END END"
    )
}

/// That the path does not lead from object to object to one value. A name comes twice if it is still there once it was
/// taken away.
pub(super) fn unreadable(column: &str, path: &[&str]) -> String {
    let steps = (1..=path.len()).map(|length| {
        let own = quoted(path.get(..length).unwrap_or_default());
        let parent = quoted(path.get(..length - 1).unwrap_or_default());
        format!(
            "JSON_TYPE(JSON_EXTRACT({column}, {parent})) NOT IN ('OBJECT', 'NULL') \
             OR JSON_CONTAINS_PATH(JSON_REMOVE({column}, {own}), 'one', {own})"
        )
    });
    format!(
        "CASE WHEN JSON_VALID({column}) THEN {} ELSE TRIM({column}) <> '' END",
        steps.collect::<Vec<_>>().join(" OR ")
    )
}

/// The elements of the list in a column.
pub(super) fn elements(list: &str, alias: &str) -> Elements {
    let none = holds_no_list(list);
    Elements {
        from: format!(
            "JSON_TABLE(CASE WHEN JSON_VALID({list}) AND NOT {none} THEN {list} ELSE '[]' END, '$[*]' \
             COLUMNS (`value` LONGTEXT PATH '$')) AS `{alias}`"
        ),
        text: format!("`{alias}`.`value`"),
    }
}

/// That a column holds something else than a list of whole numbers, texts and nulls. Blanks and nulls are lists of nothing.
pub(super) fn holds_no_list(list: &str) -> String {
    let is_other = format!(
        "CASE JSON_TYPE(`m`.`v`) WHEN 'STRING' THEN FALSE WHEN 'NULL' THEN FALSE \
         WHEN 'INTEGER' THEN CAST(`m`.`v` AS DECIMAL(65,0)) NOT BETWEEN {} AND {} ELSE TRUE END",
        i64::MIN,
        i64::MAX
    );
    format!(
        "CASE WHEN {list} IS NULL THEN FALSE WHEN NOT JSON_VALID({list}) THEN TRIM({list}) <> '' \
         WHEN JSON_TYPE({list}) = 'ARRAY' THEN EXISTS (SELECT 1 FROM JSON_TABLE({list}, '$[*]' \
         COLUMNS (`v` JSON PATH '$')) AS `m` WHERE {is_other}) ELSE JSON_TYPE({list}) <> 'NULL' END"
    )
}

/// A text expression as a JSON value.
pub(super) fn from_text(expression: &str) -> String {
    format!("JSON_EXTRACT(COALESCE(JSON_QUOTE({expression}), 'null'), '$')")
}

/// What stands before the column in which a value is set or replaced.
pub(super) fn open(column: &str, path: &[&str], creates: bool) -> String {
    let parents = if creates { path.len().saturating_sub(1) } else { 0 };
    let function = if creates { "JSON_SET(" } else { "JSON_REPLACE(" };
    format!(
        "CASE WHEN JSON_VALID({column}) OR {column} IS NULL THEN {function}{}",
        "JSON_INSERT(".repeat(parents)
    )
}

/// What stands behind the column: objects on the way that are not there, the path, the value. A text that is no JSON, of
/// which MariaDB would make null, stays.
pub(super) fn close(sql: &mut Sql, column: &str, path: &[&str], creates: bool, value: &dyn Fn(&mut Sql)) {
    if creates {
        for length in 1..path.len() {
            let parent = path.get(..length).unwrap_or_default();
            sql.push(&format!(", {}, JSON_OBJECT())", quoted(parent)));
        }
    }
    sql.push(", ").push(&quoted(path)).push(", ");
    value(sql);
    sql.push(&format!(") ELSE {column} END"));
}

/// A path of names as an SQL text; every name between quotes, whatever characters it has.
pub(super) fn quoted(path: &[&str]) -> String {
    let is_plain =
        |name: &&str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let names: Vec<_> = path.iter().map(|name| format!(".{}", serde_json::Value::from(*name))).collect();
    let text = format!("${}", names.concat());
    if path.iter().all(is_plain) {
        format!("'{text}'")
    } else {
        format!("_utf8mb4 X'{}'", hex(text.as_bytes()))
    }
}
