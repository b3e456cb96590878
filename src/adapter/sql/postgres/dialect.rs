//! How PostgreSQL compares and assigns: quoting, lists as arrays, links, spellings, documents.
//!
//! Knows the shapes of the tables that a statement names, and nothing of connections. A comparison here decides what
//! is erased, so each one says exactly what the port says, and leaves the column bare wherever an index could serve.

use chrono::{DateTime, Utc};

use super::batch::erase_batch;
use super::class::{Class, Type};
use super::lists;
use super::moments::{WHITE_SPACE, push_before};
use crate::adapter::sql::dialect::{Dialect, Elements, pattern};
use crate::adapter::sql::render::{ColumnRef, Malformed, NEW, OLD, Renderer, Scope, Sql};
use crate::adapter::sql::shape::Shapes;
use crate::adapter::sql::statements::{self, row_names};
use crate::identifier::{JID_SERVERS, SPELLING, spelled, stored_digits};
use crate::port::{Place, Replacement, Selection};
use crate::value::{EventForm, Side, Value};

/// A type-less text, for the witnesses of values.
const TEXT: &str = "text";

/// PostgreSQL's dialect over tables of these shapes.
#[derive(Debug)]
pub(super) struct PostgresDialect<'a> {
    shapes: &'a Shapes,
}

impl<'a> PostgresDialect<'a> {
    /// The dialect for statements that name no other tables than these.
    pub(super) fn new(shapes: &'a Shapes) -> Self {
        Self { shapes }
    }
}

impl Dialect for PostgresDialect<'_> {
    const FOR_UPDATE: &'static str = " FOR UPDATE";
    const FOR_UPDATE_SKIP_LOCKED: &'static str = " FOR UPDATE SKIP LOCKED";
    // KEY SHARE would let a link change.
    const HELD: &'static str = " FOR SHARE";
    const NULLS_FIRST: bool = false;

    fn shapes(&self) -> &Shapes {
        self.shapes
    }

    fn quote(&self, name: &str) -> String {
        quote(name)
    }

    /// True and false are told as PostgreSQL tells them: `true` and `false`.
    fn json_text(&self, column: &str, path: &[&str]) -> String {
        match path {
            [name] => format!("({column} ->> {})", literal(name)),
            path => format!("({column} #>> {})", json_path(path)),
        }
    }

    /// `jsonb` has every name once, and whoever casts to it keeps the last.
    fn unreadable(&self, column: &ColumnRef<'_>) -> String {
        let steps = (0..column.path.len()).map(|length| {
            let parent = json_path(column.path.get(..length).unwrap_or_default());
            format!("jsonb_typeof({}::jsonb #> {parent}) NOT IN ('object', 'null')", column.holder)
        });
        format!("({})", steps.collect::<Vec<_>>().join(" OR "))
    }

    fn elements(&self, list: &ColumnRef<'_>, alias: &str) -> Elements {
        lists::elements(list, alias)
    }

    fn holds_no_list(&self, list: &ColumnRef<'_>) -> String {
        lists::holds_no_list(list)
    }

    fn one_of(&self, sql: &mut Sql, columns: &[ColumnRef<'_>], rows: &[Vec<Value>]) {
        let types: Vec<_> = columns.iter().map(Type::of).collect();
        let rows: Vec<_> = rows.iter().flat_map(|row| stored_rows(row, columns, &types)).collect();
        if rows.is_empty() {
            sql.push("FALSE");
            return;
        }
        let mut lists = Vec::new();
        for (index, (column, kind)) in columns.iter().zip(&types).enumerate() {
            let stored: Vec<_> = rows.iter().filter_map(|row| row.get(index)).map(String::as_str).collect();
            if kind.class == Class::Enum && columns.len() > 1 {
                // A text that is no word of the list could not be read as one.
                lists.push((kind.text(&column.sql), TEXT, stored));
                continue;
            }
            let witnesses = stored.iter().map(|text| kind.witness_of(text)).collect();
            // Whole documents have no equality, and other types none that says what their texts say.
            let by_text = matches!(kind.class, Class::Json | Class::Jsonb | Class::Other);
            let compared = if by_text { kind.text(&column.sql) } else { column.sql.clone() };
            lists.push((compared, kind.read_as(), stored));
            lists.extend(kind.witness(&column.sql).map(|witness| (witness, TEXT, witnesses)));
        }
        match types.as_slice() {
            [kind] if kind.class == Class::Enum => {
                for (column, _, texts) in lists {
                    sql.push(&format!(
                        "{column} = ANY (ARRAY(SELECT \"e\" FROM unnest(enum_range(NULL::{})) AS \"e\" WHERE \"e\"::text = ANY (",
                        kind.name
                    ));
                    push_list(sql, TEXT, &texts);
                    sql.push(")))");
                }
            }
            [kind] if kind.is_read_once() => {
                for (index, (column, read_as, texts)) in lists.iter().enumerate() {
                    sql.push(if index > 0 { " AND " } else { "(" }).push(column).push(" = ANY (");
                    push_list(sql, read_as, texts);
                    sql.push(")");
                }
                sql.push(")");
            }
            _ => {
                let columns: Vec<_> = lists.iter().map(|(column, ..)| column.as_str()).collect();
                sql.push(&format!("({}) IN (SELECT * FROM unnest(", columns.join(", ")));
                for (index, (_, read_as, texts)) in lists.iter().enumerate() {
                    sql.push(if index > 0 { ", " } else { "" });
                    push_list(sql, read_as, texts);
                }
                sql.push("))");
            }
        }
    }

    fn before(&self, sql: &mut Sql, column: &ColumnRef<'_>, form: EventForm, instant: DateTime<Utc>) {
        push_before(sql, column, form, instant);
    }

    fn email_is(&self, sql: &mut Sql, column: &ColumnRef<'_>, addresses: &[String]) {
        let kind = Type::of(column);
        let addresses: Vec<_> =
            addresses.iter().map(String::as_str).filter(|it| !it.contains('\0')).collect();
        if addresses.is_empty() || matches!(kind.class, Class::Bytes | Class::Boolean) {
            sql.push("FALSE");
            return;
        }
        // In the collation "C" only the letters of ASCII have a case.
        sql.push(&format!("lower(btrim({}, ", kind.text(&column.sql))).bind(WHITE_SPACE);
        sql.push(") COLLATE \"C\") = ANY (");
        push_list(sql, TEXT, &addresses);
        sql.push(")");
    }

    fn affix(&self, sql: &mut Sql, column: &ColumnRef<'_>, side: Side, text: &str) {
        let kind = Type::of(column);
        if text.contains('\0') || matches!(kind.class, Class::Bytes) {
            sql.push("FALSE");
            return;
        }
        let part = match side {
            Side::Start => "left",
            Side::End => "right",
        };
        let length = text.chars().count();
        sql.push(&format!("{part}(({})::text, {length}) COLLATE \"C\" = ", kind.text(&column.sql)))
            .bind(text);
        sql.push("::text");
    }

    fn contains(&self, sql: &mut Sql, column: &ColumnRef<'_>, text: &str) {
        let kind = Type::of(column);
        if text.contains('\0') || matches!(kind.class, Class::Bytes) {
            sql.push("FALSE");
            return;
        }
        sql.push(&format!("strpos(({})::text COLLATE \"C\", ", kind.text(&column.sql))).bind(text);
        sql.push("::text) > 0");
    }

    fn number_is(&self, sql: &mut Sql, column: &ColumnRef<'_>, digits: &[String]) {
        let kind = Type::of(column);
        let forms: Vec<_> = digits
            .iter()
            .filter(|number| stored_digits(number).as_ref() == Some(*number))
            .flat_map(|number| spelled(number))
            .collect();
        if forms.is_empty() || matches!(kind.class, Class::Bytes | Class::Boolean) {
            sql.push("FALSE");
            return;
        }
        let text = kind.text(&column.sql);
        let servers = JID_SERVERS.map(|server| server.replace('.', "[.]")).join("|");
        sql.push(&format!("CASE WHEN strpos({text}, '@') > 0 THEN substring(lower(btrim({text}, "));
        sql.bind(WHITE_SPACE).push(") COLLATE \"C\") FROM ");
        sql.push(&literal(&format!("^([0-9]+)(?:(?:[.][0-9]+)?:[0-9]+)?(?:{servers})$")));
        sql.push(") ELSE ");
        push_bare_number(sql, &text);
        sql.push(" END = ANY (");
        push_list(sql, TEXT, &forms.iter().map(String::as_str).collect::<Vec<_>>());
        sql.push(")");
    }

    fn may_hold(&self, sql: &mut Sql, column: &ColumnRef<'_>, traces: &[Vec<String>]) {
        let kind = Type::of(column);
        let (text, is_odd) = match kind.class {
            Class::Boolean => {
                sql.push("FALSE");
                return;
            }
            // Bytes need not be text at all; those beyond ASCII are written with a backslash.
            Class::Bytes => {
                let text = format!("encode({}, 'escape')", column.sql);
                (text.clone(), format!("strpos({text}, {}) > 0", literal("\\")))
            }
            _ => {
                let text = format!("({})::text", kind.text(&column.sql));
                (text.clone(), format!("octet_length({text}) <> char_length({text})"))
            }
        };
        sql.push("(");
        for trace in traces {
            let pattern = pattern(trace).to_ascii_lowercase();
            sql.push(&format!("lower({text} COLLATE \"C\") LIKE "))
                .bind(pattern)
                .push("::text ESCAPE '|' OR ");
        }
        sql.push(&is_odd).push(")");
    }

    fn finds(&self, pairs: &[(ColumnRef<'_>, ColumnRef<'_>)]) -> bool {
        pairs.iter().any(|(from, to)| {
            let comparable = Type::of(to).operands_from(&Type::of(from), &from.sql).is_some();
            let index = |name| self.shapes.of(to.table).is_some_and(|shape| shape.finds_by(name));
            comparable && to.path.is_empty() && to.column.is_some_and(|it| index(&it.column.name))
        })
    }

    fn link_from(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> Vec<String> {
        linked(from, to).0
    }

    fn link_in(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> (String, Option<String>) {
        (linked(from, to).1.join(", "), None)
    }

    fn link_equal(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> String {
        let (to, from) = linked(to, from);
        let equal: Vec<_> = to.iter().zip(from).map(|(to, from)| format!("{to} = {from}")).collect();
        equal.join(" AND ")
    }

    fn selected(&self, column: &ColumnRef<'_>) -> String {
        let kind = Type::of(column);
        match kind.class {
            Class::Integer => format!("{}::int8", column.sql),
            Class::Real => format!("{}::float8", column.sql),
            Class::Boolean => format!("{}::bool", column.sql),
            Class::Bytes => format!("{}::bytea", column.sql),
            _ => kind.text(&column.sql),
        }
    }

    fn bind_key(&self, sql: &mut Sql, column: &ColumnRef<'_>, value: Value) {
        let kind = Type::of(column);
        match (kind.class, &value) {
            (Class::Integer, Value::Integer(_))
            | (Class::Real, Value::Real(_))
            | (Class::Boolean, Value::Boolean(_))
            | (Class::Bytes, Value::Bytes(_))
            | (_, Value::Null) => {
                sql.bind(value);
            }
            _ => {
                sql.push("(").bind(value.to_text().map_or(Value::Null, Value::Text));
                sql.push("::text");
                if column.path.is_empty() && column.column.is_some() {
                    sql.push("::").push(&kind.name);
                }
                sql.push(")");
            }
        }
    }

    fn erase(&self, place: &Place, selection: &Selection, most: Option<usize>) -> Result<Sql, Malformed> {
        match most {
            Some(most) => erase_batch(self, place, selection, most),
            None => statements::erase_all(self, place, selection),
        }
    }

    fn update(
        &self,
        place: &Place,
        selection: &Selection,
        assign: &dyn Fn(&mut Sql, &str),
    ) -> Result<Sql, Malformed> {
        statements::update(self, place, selection, assign)
    }

    fn write_back(&self, place: &Place, rows: String, assign: &dyn Fn(&mut Sql, &str)) -> Sql {
        let renderer = Renderer::new(self);
        let scope = Scope::named(place, OLD);
        let mut sql = Sql::new(format!("UPDATE {} SET ", renderer.from(&scope)));
        assign(&mut sql, OLD);
        sql.push(" FROM jsonb_array_elements(").bind(rows);
        sql.push(&format!("::text::jsonb) AS \"{NEW}\"(\"value\") WHERE "));
        for (index, name) in row_names(self, place).iter().enumerate() {
            let column = renderer.column(&scope, name);
            sql.push(if index > 0 { " AND " } else { "" });
            sql.push(&column.sql).push(" = ").push(&row_name(index, name, &column));
        }
        sql
    }

    fn assigned(&self, _: &str, column: &str) -> String {
        quote(column)
    }

    fn cell(&self, position: usize, column: &ColumnRef<'_>) -> String {
        let new = format!("\"{NEW}\".\"value\" -> {position}");
        let (old, value) = if column.path.is_empty() {
            (column.sql.clone(), cast(&Type::of(column), &format!("(\"{NEW}\".\"value\" ->> {position})")))
        } else {
            (format!("({}::jsonb #> {})", column.holder, json_path(&column.path)), format!("({new})"))
        };
        format!("CASE jsonb_typeof({new}) WHEN 'object' THEN {old} ELSE {value} END")
    }

    fn document_cell(&self, position: usize, column: &ColumnRef<'_>) -> String {
        let kind = Type::of(column);
        format!("(\"{NEW}\".\"value\" ->> {position})::{}", kind.name)
    }

    fn new_value(&self, sql: &mut Sql, column: &ColumnRef<'_>, replacement: &Replacement) {
        if !column.path.is_empty() {
            return new_value_in_json(sql, column, replacement);
        }
        let kind = Type::of(column);
        match replacement {
            Replacement::Constant(value) => push_constant(sql, &kind, value),
            // 16 bytes of the server's strong generator, but for the six bits that say so.
            Replacement::Token if kind.class == Class::Uuid => {
                sql.push("gen_random_uuid()");
            }
            Replacement::Token => {
                sql.push(&cast(&kind, "replace(gen_random_uuid()::text, '-', '')"));
            }
            Replacement::Prefix(length) => {
                let length = i32::try_from(*length).unwrap_or(i32::MAX);
                sql.push(&cast(&kind, &format!("left({}, {length})", kind.text(&column.sql))));
            }
            Replacement::Null
            | Replacement::Pseudonym(_)
            | Replacement::Scrub(_)
            | Replacement::Without(_) => {
                sql.push("NULL");
            }
        }
    }

    /// With its domain, which has constraints of its own.
    fn type_of(&self, column: &ColumnRef<'_>) -> Option<String> {
        column.column.map(|it| it.column.declared.clone())
    }

    /// A document that is no object and no list has no value inside of it, and stays.
    fn json_open(&self, column: &ColumnRef<'_>, _: bool) -> String {
        format!("CASE WHEN jsonb_typeof({}::jsonb) IN ('object', 'array') THEN jsonb_set((", column.holder)
    }

    fn json_close(&self, sql: &mut Sql, column: &ColumnRef<'_>, creates: bool, value: &dyn Fn(&mut Sql)) {
        let (document, path) = (format!("{}::jsonb", column.holder), json_path(&column.path));
        let mut there = format!("{document} #> {path} IS NOT NULL");
        if creates {
            let parent = column.path.split_last().map_or(&[][..], |(_, parent)| parent);
            there.push_str(&format!(" OR jsonb_typeof({document} #> {}) = 'object'", json_path(parent)));
        }
        // With an empty path nothing is set, and with a null the whole document would be lost.
        sql.push(&format!(")::jsonb, CASE WHEN {there} THEN {path} ELSE '{{}}'::text[] END, coalesce("));
        value(sql);
        let is_json = Type::of_whole(column).is_some_and(|kind| kind.class == Class::Json);
        sql.push(", 'null'::jsonb), TRUE)").push(if is_json { "::json" } else { "" });
        sql.push(" ELSE ").push(&column.holder).push(" END");
    }

    /// Bytes need not be text at all.
    fn odd_for_prefix(&self, column: &ColumnRef<'_>) -> Option<String> {
        (Type::of(column).class == Class::Bytes).then(|| format!("{} IS NOT NULL", column.sql))
    }

    /// A row that is changed is written to another place.
    fn zeros(&self, _: &str) -> Option<String> {
        None
    }
}

/// What of the two fields is equal where they link: of the first, as it stands in its index where possible, and of the
/// second.
fn linked(indexed: &ColumnRef<'_>, other: &ColumnRef<'_>) -> (Vec<String>, Vec<String>) {
    let (type_here, type_there) = (Type::of(indexed), Type::of(other));
    if type_there.class == Class::Bytes && type_here.class != Class::Bytes {
        let bytes = format!("convert_to({}, 'UTF8')", type_here.text(&indexed.sql));
        return (vec![bytes], vec![other.sql.clone()]);
    }
    match type_here.operands_from(&type_there, &other.sql) {
        Some(operands) => (type_here.operands(&indexed.sql), operands),
        None => {
            let text = |kind: &Type, sql: &str| format!("(({})::text COLLATE \"C\")", kind.text(sql));
            (vec![text(&type_here, &indexed.sql)], vec![text(&type_there, &other.sql)])
        }
    }
}

/// The rows of stored texts that link to `row`; none where a value has no counterpart.
fn stored_rows(row: &[Value], columns: &[ColumnRef<'_>], types: &[Type]) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::with_capacity(row.len())];
    for ((value, column), kind) in row.iter().zip(columns).zip(types) {
        let stored = kind.stored(value);
        // A document has its own words for true and false.
        let word = match value {
            Value::Boolean(flag) if !column.path.is_empty() => Some(flag.to_string()),
            _ => None,
        };
        rows = rows
            .iter()
            .flat_map(|begun: &Vec<String>| {
                stored.iter().chain(&word).map(|text| {
                    let mut row = begun.clone();
                    row.push(text.clone());
                    row
                })
            })
            .collect();
    }
    rows
}

/// What is left of a spelling of a telephone number: characters one by one in a single pass, and words between them.
fn push_bare_number(sql: &mut Sql, text: &str) {
    let is_one = |(from, _): &(&str, &str)| from.chars().nth(1).is_none();
    let steps: Vec<&[(&str, &str)]> = SPELLING.chunk_by(|one, other| is_one(one) && is_one(other)).collect();
    for step in steps.iter().rev() {
        sql.push(if step.iter().all(is_one) { "translate(" } else { "replace(" });
    }
    sql.push(&format!("lower({text} COLLATE \"C\")"));
    for step in steps {
        match step {
            [only @ (from, to)] if !is_one(only) => {
                sql.push(", ").bind(*from).push("::text, ").bind(*to).push("::text)");
            }
            characters => {
                // What has no counterpart is deleted, and stands behind what has one.
                let (folded, dropped): (Vec<_>, Vec<_>) =
                    characters.iter().partition(|(_, to)| !to.is_empty());
                let from: String = folded.iter().chain(&dropped).map(|(from, _)| *from).collect();
                let to: String = folded.iter().map(|(_, to)| *to).collect();
                sql.push(", ").bind(from).push("::text, ").bind(to).push("::text)");
            }
        }
    }
}

/// An array of these texts, read as values of that type. PostgreSQL makes it a constant when it plans, and hashes it.
fn push_list(sql: &mut Sql, read_as: &str, texts: &[&str]) {
    let is_free = |mark: &char| !texts.iter().any(|text| text.contains(*mark));
    let mark = ('\u{1}'..=char::MAX).find(is_free).unwrap_or(char::MAX).to_string();
    let joined = match texts {
        // An empty text would be a list of nothing.
        [""] => mark.clone(),
        texts => texts.join(&mark),
    };
    sql.push("string_to_array(").bind(joined).push("::text, ").bind(mark).push("::text)");
    if read_as != TEXT {
        sql.push("::").push(read_as).push("[]");
    }
}

/// What tells a row apart, out of the array that [`Dialect::write_back`] is given.
fn row_name(index: usize, name: &str, column: &ColumnRef<'_>) -> String {
    let text = format!("(\"{NEW}\".\"value\" ->> {index})");
    match (column.column, name) {
        (None, "ctid") => format!("{text}::tid"),
        (None, "tableoid") => format!("{text}::oid"),
        _ => {
            let kind = Type::of(column);
            match kind.class {
                Class::Bytes => format!("decode(\"{NEW}\".\"value\" -> {index} ->> 'x', 'hex')"),
                _ => format!("{text}::{}", kind.name),
            }
        }
    }
}

/// An expression of text as a value of that type. Whether it fits a limit is for the assignment to say: a cast to
/// `varchar(3)` would silently cut.
fn cast(kind: &Type, text: &str) -> String {
    let (before, behind) = around_cast(kind);
    format!("{before}{text}{behind}")
}

/// What stands before and behind a text that becomes a value of that type.
fn around_cast(kind: &Type) -> (&'static str, String) {
    match kind.class {
        Class::Text => ("", String::new()),
        Class::Bytes => ("convert_to(", ", 'UTF8')".to_owned()),
        Class::Json | Class::Jsonb => ("to_jsonb(", format!(")::{}", kind.name)),
        _ => ("(", format!(")::{}", kind.name)),
    }
}

fn push_constant(sql: &mut Sql, kind: &Type, value: &Value) {
    match (kind.class, value) {
        (_, Value::Null) => {
            sql.push("NULL");
        }
        (Class::Bytes, Value::Bytes(_)) | (Class::Boolean, Value::Boolean(_)) => {
            sql.bind(value.clone());
        }
        (Class::Json | Class::Jsonb, value) => {
            let document = value.as_text().filter(|it| serde_json::from_str::<serde_json::Value>(it).is_ok());
            sql.push("(").bind(document.map_or_else(|| json_of(value), str::to_owned));
            sql.push("::text::").push(&kind.name).push(")");
        }
        (_, value) => match value.to_text() {
            None => {
                sql.bind(value.clone());
            }
            Some(text) => {
                let (before, behind) = around_cast(kind);
                sql.push(before).bind(text).push("::text").push(&behind);
            }
        },
    }
}

/// A value as JSON.
fn json_of(value: &Value) -> String {
    match value {
        Value::Boolean(flag) => serde_json::Value::from(*flag),
        Value::Integer(number) => serde_json::Value::from(*number),
        Value::Real(number) => serde_json::Value::from(*number),
        other => other.to_text().map_or(serde_json::Value::Null, serde_json::Value::from),
    }
    .to_string()
}

/// The new value of a field inside of a document.
fn new_value_in_json(sql: &mut Sql, column: &ColumnRef<'_>, replacement: &Replacement) {
    match replacement {
        Replacement::Constant(value) => {
            sql.bind(json_of(value)).push("::text::jsonb");
        }
        Replacement::Token => {
            sql.push("to_jsonb(replace(gen_random_uuid()::text, '-', ''))");
        }
        Replacement::Prefix(length) => {
            let length = i32::try_from(*length).unwrap_or(i32::MAX);
            sql.push(&format!("to_jsonb(left({}, {length}))", column.sql));
        }
        Replacement::Null | Replacement::Pseudonym(_) | Replacement::Scrub(_) | Replacement::Without(_) => {
            sql.push("'null'::jsonb");
        }
    }
}

/// A name between quotes, whatever characters it has.
pub(super) fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A text of ours or a name as a constant, whatever the session thinks of backslashes.
fn literal(text: &str) -> String {
    if text.contains('\\') {
        return format!("E'{}'", text.replace('\\', "\\\\").replace('\'', "''"));
    }
    format!("'{}'", text.replace('\'', "''"))
}

/// A path of names into JSON.
fn json_path(path: &[&str]) -> String {
    let names: Vec<_> = path.iter().map(|name| literal(name)).collect();
    format!("ARRAY[{}]::text[]", names.join(", "))
}
