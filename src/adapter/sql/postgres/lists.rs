//! Lists inside of one column: arrays, and JSON.

use super::class::{Class, Type};
use crate::adapter::sql::dialect::Elements;
use crate::adapter::sql::render::ColumnRef;
use crate::port::ColumnKind;

/// What of a document's elements is no whole number of 64 bits, no text and no null.
const IS_OTHER: &str = "CASE jsonb_typeof(\"m\".\"v\") WHEN 'string' THEN FALSE WHEN 'null' THEN FALSE \
     WHEN 'number' THEN \"m\".\"v\"::text !~ '^(0|-?[1-9][0-9]{0,18})$' \
     OR \"m\".\"v\"::text::numeric NOT BETWEEN -9223372036854775808 AND 9223372036854775807 ELSE TRUE END";

/// How a column holds a list.
enum Form {
    /// Arrays of more than one dimension are no lists, and neither are those that are counted from elsewhere than 1: they are
    /// written otherwise.
    Array,
    Document,
    /// PostgreSQL follows no list in a text, which may be no JSON at all.
    Neither,
}

fn form(list: &ColumnRef<'_>) -> Form {
    let class = Type::of_whole(list).map(|kind| kind.class);
    match list.column.map(|it| &it.column.kind) {
        Some(ColumnKind::List) => Form::Array,
        _ if matches!(class, Some(Class::Json | Class::Jsonb)) => Form::Document,
        _ => Form::Neither,
    }
}

/// The elements of the list in a column.
pub(super) fn elements(list: &ColumnRef<'_>, alias: &str) -> Elements {
    let sql = &list.sql;
    let from = match form(list) {
        Form::Array => format!("unnest(CASE WHEN {} THEN NULL ELSE {sql} END)", holds_no_list(list)),
        Form::Document => format!(
            "jsonb_array_elements_text(CASE jsonb_typeof({sql}::jsonb) WHEN 'array' \
             THEN CASE WHEN {} THEN NULL ELSE {sql}::jsonb END END)",
            holds_no_list(list)
        ),
        Form::Neither => "unnest(NULL::text[])".to_owned(),
    };
    Elements {
        from: format!("{from} AS \"{alias}\"(\"value\")"),
        text: format!("\"{alias}\".\"value\"::text"),
    }
}

/// That a column holds something else than a list of scalars.
pub(super) fn holds_no_list(list: &ColumnRef<'_>) -> String {
    let sql = &list.sql;
    match form(list) {
        Form::Array => format!("coalesce(array_ndims({sql}) <> 1 OR array_lower({sql}, 1) <> 1, FALSE)"),
        Form::Document => format!(
            "CASE coalesce(jsonb_typeof({sql}::jsonb), 'null') WHEN 'null' THEN FALSE WHEN 'array' THEN EXISTS \
             (SELECT 1 FROM jsonb_array_elements({sql}::jsonb) AS \"m\"(\"v\") WHERE {IS_OTHER}) ELSE TRUE END"
        ),
        Form::Neither => format!("coalesce(btrim({sql}::text), '') <> ''"),
    }
}
