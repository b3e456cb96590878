//! How SQLite compares: quoting, affinities, lists as JSON, moments, spellings.
//!
//! Knows the shapes of the tables that a statement names, and nothing of connections. A comparison here decides what
//! is erased, so each one says exactly what the port says, and leaves the column bare wherever an index could serve.

use chrono::{DateTime, Datelike, Days, Utc};

use super::schema::{COLLATED, affinity};
use crate::adapter::sql::dialect::{Dialect, Elements, pattern};
use crate::adapter::sql::masking::json_cell;
use crate::adapter::sql::render::{ColumnRef, ELEMENT, Malformed, NEW, OLD, Renderer, Scope, Sql};
use crate::adapter::sql::shape::Shapes;
use crate::adapter::sql::statements::{self, limit, row_names};
use crate::identifier::{JID_SERVERS, SPELLING, spelled};
use crate::port::{Place, Replacement, Selection};
use crate::value::{EventForm, Side, Value};

/// Up to so many values are bound one by one, which is quickest; more travel as one JSON text, whatever their number.
const FEW_VALUES: usize = 512;

/// What `str::trim` takes for white space; SQLite's own `trim` knows the blank alone.
const WHITE_SPACE: &str = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\
     \u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// So much of a number is looked for before it is stripped of separators; the patterns of `GLOB` have a limit.
const LOOKED_FOR: usize = 64;
/// So many numbers are looked for before texts are stripped.
const SOUGHT: usize = 4;

/// How a column converts what is stored in it and what it is compared with ([Datatypes in SQLite](https://www.sqlite.org/datatype3.html), section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Affinity {
    /// Texts that look like numbers become numbers.
    Number,
    /// The same, and whole numbers become reals.
    Real,
    /// Numbers become texts.
    Text,
    /// Everything stays as it is.
    None,
}

/// SQLite's dialect over tables of these shapes.
#[derive(Debug)]
pub(super) struct SqliteDialect<'a> {
    shapes: &'a Shapes,
}

impl<'a> SqliteDialect<'a> {
    /// The dialect for statements that name no other tables than these.
    pub(super) fn new(shapes: &'a Shapes) -> Self {
        Self { shapes }
    }

    /// How a column converts; a column that is not there does not, and neither does a value inside of JSON. Elements of a
    /// list are told as texts.
    fn affinity(&self, column: &ColumnRef<'_>) -> Affinity {
        if column.path == [ELEMENT] {
            return Affinity::Text;
        }
        column.native().map_or(Affinity::None, affinity)
    }
}

impl Dialect for SqliteDialect<'_> {
    // A transaction holds the lock on the whole database from its beginning.
    const FOR_UPDATE: &'static str = "";
    const FOR_UPDATE_SKIP_LOCKED: &'static str = "";
    const NULLS_FIRST: bool = true;
    // Some 25 bytes a row.
    const REMEMBERS_ROWS: bool = true;

    fn shapes(&self) -> &Shapes {
        self.shapes
    }

    fn quote(&self, name: &str) -> String {
        format!("\"{}\"", name.replace('"', "\"\""))
    }

    /// Text that is not JSON contains no fields.
    fn json_text(&self, column: &str, path: &[&str]) -> String {
        format!("CASE WHEN json_valid({column}) THEN {column} ->> {} END", json_path(path))
    }

    fn unreadable(&self, column: &ColumnRef<'_>) -> String {
        let holder = &column.holder;
        let steps = column.path.iter().enumerate().map(|(length, name)| {
            let parent = json_path(column.path.get(..length).unwrap_or_default());
            format!(
                "json_type({holder}, {parent}) NOT IN ('object', 'null') \
                 OR (SELECT count(*) FROM json_each({holder}, {parent}) AS \"m\" WHERE \"m\".\"key\" = {}) > 1",
                literal(name)
            )
        });
        format!(
            "CASE WHEN json_valid({holder}) THEN {} ELSE trim({holder}, {}) <> '' END",
            steps.collect::<Vec<_>>().join(" OR "),
            literal(WHITE_SPACE)
        )
    }

    fn elements(&self, list: &ColumnRef<'_>, alias: &str) -> Elements {
        let (list, none) = (&list.sql, holds_no_list(list));
        Elements {
            from: format!(
                "json_each(CASE WHEN json_valid({list}) AND NOT {none} THEN {list} END) AS \"{alias}\""
            ),
            text: format!("CAST(\"{alias}\".\"atom\" AS TEXT)"),
        }
    }

    fn holds_no_list(&self, list: &ColumnRef<'_>) -> String {
        holds_no_list(list)
    }

    fn one_of(&self, sql: &mut Sql, columns: &[ColumnRef<'_>], rows: &[Vec<Value>]) {
        let affinities: Vec<_> = columns.iter().map(|column| self.affinity(column)).collect();
        let rows: Vec<_> = rows.iter().flat_map(|row| stored_rows(row, &affinities)).collect();
        if rows.is_empty() {
            sql.push("FALSE");
            return;
        }
        let is_exact =
            |column: &ColumnRef<'_>| !column.native().is_some_and(|native| native.ends_with(COLLATED));
        if columns.iter().all(is_exact) {
            self.among(sql, columns, &rows, false);
            return;
        }
        // A collation takes more for the same than a value's link form does. It may serve to find rows, and does not decide.
        sql.push("(");
        self.among(sql, columns, &rows, false);
        sql.push(" AND ");
        self.among(sql, columns, &rows, true);
        sql.push(")");
    }

    /// Text is read as a date with an optional time and offset; a number as SQLite's `auto` reads it: in the range of
    /// Julian days a Julian day, otherwise seconds since 1970.
    fn before(&self, sql: &mut Sql, column: &ColumnRef<'_>, form: EventForm, instant: DateTime<Utc>) {
        let column = &column.sql;
        // Division of whole milliseconds gives the very number that `unixepoch` gives for the same instant.
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds of any year that SQLite knows fit into 53 bits"
        )]
        let milliseconds = instant.timestamp_millis() as f64;
        let seconds = milliseconds / 1000.0;
        let is_day = format!(
            "{column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' \
             AND date(substr({column}, 1, 10)) = substr({column}, 1, 10)"
        );
        // Written out, moments sort as text but for their offsets, which are below a day; numbers sort before all text.
        let after = instant
            .checked_add_days(Days::new(2))
            .filter(|day| day.year() <= 9999)
            .map_or_else(|| "9999-99".to_owned(), |day| day.format("%Y-%m-%d").to_string());
        let written = |sql: &mut Sql, moment: &str| {
            sql.push(&format!("({column} < "));
            sql.bind(Value::Text(after.clone()));
            sql.push(&format!(" AND {moment} < "));
            sql.bind(Value::Real(seconds));
            sql.push(")");
        };
        match form {
            EventForm::Timestamp => written(
                sql,
                &format!(
                    "CASE WHEN typeof({column}) IN ('integer', 'real') THEN unixepoch({column}, 'auto', 'subsec') \
                     WHEN {is_day} THEN unixepoch({}, 'subsec') END",
                    with_whole_offset(column)
                ),
            ),
            EventForm::Rfc3339 => written(
                sql,
                &format!(
                    "CASE WHEN {is_day} AND {column} GLOB '??????????[Tt ][0-9][0-9]:[0-9][0-9]:[0-9][0-9]*' \
                     AND ({column} GLOB '*[Zz]' OR {column} GLOB '*[-+][0-9][0-9]:[0-9][0-9]') \
                     THEN unixepoch(upper({column}), 'subsec') END"
                ),
            ),
            EventForm::Date => written(
                sql,
                &format!(
                    "CASE WHEN {is_day} AND length({column}) = 10 THEN unixepoch({column}, 'subsec') END"
                ),
            ),
            EventForm::UnixSeconds => self.number_below(sql, column, seconds),
            EventForm::UnixMillis => self.number_below(sql, column, milliseconds),
        }
    }

    fn email_is(&self, sql: &mut Sql, column: &ColumnRef<'_>, addresses: &[String]) {
        sql.push("lower(trim(").push(&column.sql).push(", ");
        sql.bind(Value::from(WHITE_SPACE));
        sql.push(")) IN (");
        self.text_list(sql, addresses);
        sql.push(")");
    }

    fn affix(&self, sql: &mut Sql, column: &ColumnRef<'_>, side: Side, text: &str) {
        // What a function returns has no collation, so that letters are compared as they are.
        let length = text.chars().count();
        let part = match side {
            Side::Start => format!("1, {length}"),
            Side::End => format!("-{length}"),
        };
        sql.push(&format!("substr({}, {part}) = ", number_as_text(&column.sql))).bind(Value::from(text));
    }

    fn contains(&self, sql: &mut Sql, column: &ColumnRef<'_>, text: &str) {
        sql.push(&format!("instr({}, ", number_as_text(&column.sql))).bind(Value::from(text));
        sql.push(") > 0");
    }

    fn number_is(&self, sql: &mut Sql, column: &ColumnRef<'_>, digits: &[String]) {
        let column = &column.sql;
        sql.push("(");
        // Taking the spelling off leaves the digits of ASCII in their order. Looking for that first costs a fraction of
        // taking it off, unless there are many numbers to look for.
        let sought = if digits.len() <= SOUGHT { digits } else { &[] };
        for (index, number) in sought.iter().enumerate() {
            let in_order: String = number
                .chars()
                .filter(char::is_ascii_digit)
                .take(LOOKED_FOR)
                .flat_map(|digit| [digit, '*'])
                .collect();
            sql.push(if index > 0 { " OR " } else { "(" });
            sql.push(column).push(" GLOB ");
            sql.bind(Value::Text(format!("*{in_order}")));
        }
        if !sought.is_empty() {
            // What has other characters than ASCII may have digits among them.
            sql.push(&format!(" OR length(CAST({column} AS BLOB)) <> length({column})) AND "));
        }
        sql.push(&bare_number(column)).push(" IN (");
        let forms: Vec<_> = digits.iter().flat_map(|number| spelled(number)).collect();
        self.text_list(sql, &forms);
        sql.push("))");
    }

    fn may_hold(&self, sql: &mut Sql, column: &ColumnRef<'_>, traces: &[Vec<String>]) {
        let text = number_as_text(&column.sql);
        sql.push("(");
        for trace in traces {
            sql.push(&text).push(" LIKE ").bind(Value::Text(pattern(trace))).push(" ESCAPE '|' OR ");
        }
        // Characters of several bytes; and what stands behind a NUL, which neither `LIKE` nor `length` sees.
        sql.push(&format!("length(CAST({text} AS BLOB)) <> length({text}))"));
    }

    fn finds(&self, pairs: &[(ColumnRef<'_>, ColumnRef<'_>)]) -> bool {
        pairs.iter().any(|(from, to)| {
            // Compared with a column that converts, a column without affinity is converted too, and then its index is of no use.
            let comparable = self.affinity(to) != Affinity::None || self.affinity(from) == Affinity::None;
            let index = |name| self.shapes.of(to.table).is_some_and(|shape| shape.finds_by(name));
            comparable && to.path.is_empty() && to.column.is_some_and(|it| index(&it.column.name))
        })
    }

    fn link_in(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> (String, Option<String>) {
        match (self.affinity(from), self.affinity(to)) {
            // Left alone, SQLite would read the text as numbers, and could not use the text's index.
            (Affinity::Text, Affinity::Number) => (format!("CAST({} AS TEXT)", to.sql), None),
            // SQLite would take '07' for 7.
            (Affinity::Number, Affinity::Text) => (to.sql.clone(), Some(is_canonical(&to.sql))),
            _ => (to.sql.clone(), None),
        }
    }

    fn link_equal(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> String {
        let (from_sql, to_sql) = (&from.sql, &to.sql);
        match (self.affinity(from), self.affinity(to)) {
            (Affinity::Number, Affinity::Text) => format!("CAST({from_sql} AS TEXT) = {to_sql}"),
            (Affinity::Text, Affinity::Number) => {
                format!("{from_sql} = {to_sql} AND {}", is_canonical(from_sql))
            }
            _ => format!("{from_sql} = {to_sql}"),
        }
    }

    fn link_exact(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> String {
        format!("({}) AND {} = {} COLLATE BINARY", self.link_equal(from, to), from.sql, to.sql)
    }

    fn selected(&self, column: &ColumnRef<'_>) -> String {
        column.sql.clone()
    }

    fn bind_key(&self, sql: &mut Sql, _: &ColumnRef<'_>, value: Value) {
        sql.bind(value);
    }

    fn erase(&self, place: &Place, selection: &Selection, most: Option<usize>) -> Result<Sql, Malformed> {
        // Rows that are found by rows of the same table are found before any of them goes.
        let is_plain = || {
            statements::disjoint_branches(self, place, selection).len() == 1
                && !statements::may_read_itself(self, place, selection)
        };
        match most {
            None if is_plain() => statements::erase_all(self, place, selection),
            most => statements::erase_batch(self, place, selection, most.unwrap_or(usize::MAX)),
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
        sql.push(" FROM json_each(").bind(rows).push(&format!(") AS \"{NEW}\" WHERE "));
        for (index, name) in row_names(self, place).iter().enumerate() {
            sql.push(if index > 0 { " AND " } else { "" });
            sql.push(&renderer.column(&scope, name).sql).push(" = ").push(&array_cell(NEW, index));
        }
        sql
    }

    fn assigned(&self, _: &str, column: &str) -> String {
        self.quote(column)
    }

    fn cell(&self, position: usize, column: &ColumnRef<'_>) -> String {
        let (new, old) = (format!("\"{NEW}\".\"value\""), &column.sql);
        format!(
            "CASE json_type({new}, '$[{position}]') WHEN 'object' THEN {old} ELSE {new} ->> '$[{position}]' END"
        )
    }

    fn new_value(&self, sql: &mut Sql, column: &ColumnRef<'_>, replacement: &Replacement) {
        match replacement {
            Replacement::Constant(value) => {
                sql.bind(value.clone());
            }
            // 16 bytes of SQLite's own generator, which the operating system seeds.
            Replacement::Token => {
                sql.push("lower(hex(randomblob(16)))");
            }
            Replacement::Prefix(length) => {
                sql.push(&format!("substr({}, 1, ", column.sql)).bind(limit(*length)).push(")");
            }
            Replacement::Null
            | Replacement::Pseudonym(_)
            | Replacement::Scrub(_)
            | Replacement::Without(_) => {
                sql.push("NULL");
            }
        }
    }

    /// A text that is no JSON has no value inside of it, and stays.
    fn json_open(&self, column: &ColumnRef<'_>, creates: bool) -> String {
        let function = if creates { "json_set" } else { "json_replace" };
        format!("CASE WHEN json_valid({}) THEN {function}(", column.holder)
    }

    fn json_close(&self, sql: &mut Sql, column: &ColumnRef<'_>, _: bool, value: &dyn Fn(&mut Sql)) {
        sql.push(", ").push(&json_path(&column.path)).push(", ");
        value(sql);
        sql.push(") ELSE ").push(&column.holder).push(" END");
    }

    fn odd_for_prefix(&self, column: &ColumnRef<'_>) -> Option<String> {
        let field = &column.sql;
        Some(format!("typeof({field}) IN ('real', 'blob') OR coalesce(instr({field}, char(0)), 0) > 0"))
    }

    /// Zeros of the same length go to the same place.
    fn zeros(&self, column: &str) -> Option<String> {
        Some(format!("zeroblob(length({column}))"))
    }
}

impl SqliteDialect<'_> {
    /// The number in the column, which may be written as text, is below the limit.
    fn number_below(&self, sql: &mut Sql, column: &str, limit: f64) {
        sql.push(&format!("(typeof({column}) IN ('integer', 'real') AND {column} < "));
        sql.bind(Value::Real(limit));
        sql.push(&format!(
            " OR typeof({column}) = 'text' AND {column} GLOB '[-0-9]*' \
             AND substr({column}, 2) NOT GLOB '*[^0-9]*' AND {column} <> '-' AND CAST({column} AS INTEGER) < "
        ));
        sql.bind(Value::Real(limit));
        sql.push(")");
    }

    /// The columns have one of these rows of values, as they compare by themselves or else byte by byte.
    fn among(&self, sql: &mut Sql, columns: &[ColumnRef<'_>], rows: &[Vec<Value>], is_binary: bool) {
        let collation = if is_binary { " COLLATE BINARY" } else { "" };
        let names: Vec<_> = columns.iter().map(|column| format!("{}{collation}", column.sql)).collect();
        let names = names.join(", ");
        let one = columns.len() == 1;
        sql.push(&if one { names } else { format!("({names})") });
        sql.push(" IN (");
        if rows.len().saturating_mul(columns.len()) <= FEW_VALUES {
            if !one {
                sql.push("VALUES ");
            }
            for (index, row) in rows.iter().enumerate() {
                sql.push(if index > 0 { ", " } else { "" });
                sql.push(if one { "" } else { "(" });
                for (index, value) in row.iter().enumerate() {
                    sql.push(if index > 0 { ", " } else { "" });
                    sql.bind(value.clone());
                }
                sql.push(if one { "" } else { ")" });
            }
        } else {
            let has_bytes = rows.iter().flatten().any(|value| matches!(value, Value::Bytes(_)));
            let cells: Vec<_> = if one {
                vec![whole_cell("j", has_bytes)]
            } else {
                (0..columns.len()).map(|index| array_cell("j", index)).collect()
            };
            sql.push("SELECT ").push(&cells.join(", ")).push(" FROM json_each(");
            sql.bind(Value::Text(json_rows(rows, one)));
            sql.push(") AS \"j\"");
        }
        sql.push(")");
    }

    /// Texts to be found in: few as parameters, many as one.
    fn text_list(&self, sql: &mut Sql, texts: &[String]) {
        if texts.len() <= FEW_VALUES {
            for (index, text) in texts.iter().enumerate() {
                sql.push(if index > 0 { ", " } else { "" });
                sql.bind(Value::Text(text.clone()));
            }
        } else {
            sql.push("SELECT \"j\".\"value\" FROM json_each(");
            sql.bind(Value::Text(serde_json::Value::from(texts.to_vec()).to_string()));
            sql.push(") AS \"j\"");
        }
    }
}

/// That a column holds something else than a list of whole numbers, texts and nulls. Blanks and nulls are lists of nothing.
fn holds_no_list(list: &ColumnRef<'_>) -> String {
    let list = &list.sql;
    format!(
        "CASE WHEN {list} IS NULL THEN FALSE WHEN typeof({list}) <> 'text' THEN TRUE \
         WHEN NOT json_valid({list}) THEN trim({list}, {}) <> '' \
         WHEN json_type({list}) = 'array' THEN EXISTS (SELECT 1 FROM json_each({list}) AS \"m\" \
         WHERE \"m\".\"type\" NOT IN ('integer', 'text', 'null') OR typeof(\"m\".\"atom\") = 'real') \
         ELSE json_type({list}) <> 'null' END",
        literal(WHITE_SPACE)
    )
}

/// The rows of values that columns of these affinities can hold where their link forms are those of `row`. More than one
/// only where a column has no affinity and keeps numbers and texts apart; none where a value is null.
fn stored_rows(row: &[Value], affinities: &[Affinity]) -> Vec<Vec<Value>> {
    let mut rows = vec![Vec::with_capacity(row.len())];
    for (value, affinity) in row.iter().zip(affinities) {
        let forms = stored_forms(value, *affinity);
        rows = rows
            .iter()
            .flat_map(|begun| {
                forms.iter().map(|form| {
                    let mut row = begun.clone();
                    row.push(form.clone());
                    row
                })
            })
            .collect();
    }
    rows
}

/// The values of that link form that a column can hold.
fn stored_forms(value: &Value, affinity: Affinity) -> Vec<Value> {
    // What columns hold most: nothing about it is open, and it comes in great numbers.
    if let (Value::Integer(_), Affinity::Number) | (Value::Text(_), Affinity::Text) = (value, affinity) {
        return vec![value.clone()];
    }
    let bytes = match value {
        Value::Bytes(bytes) => Some(bytes.clone()),
        other if affinity == Affinity::None => other.to_text().map(String::into_bytes),
        _ => None,
    };
    let text = value.to_text();
    let number = text.as_deref().and_then(canonical_number);
    let text = match affinity {
        // Here a text that looks like a number has become one, so that only the number itself can be meant; compared
        // with '07', SQLite would find 7.
        Affinity::Number | Affinity::Real
            if number.is_some() || text.as_deref().is_some_and(looks_numeric) =>
        {
            None
        }
        _ => text,
    };
    let number = number.filter(|_| affinity != Affinity::Text);
    text.map(Value::Text).into_iter().chain(number).chain(bytes.map(Value::Bytes)).collect()
}

/// A moment whose offset has hours and minutes with a colon between them, as SQLite alone reads it, where it is written
/// `+05` or `+0530` behind a time.
fn with_whole_offset(column: &str) -> String {
    format!(
        "CASE WHEN length({column}) >= 19 AND {column} GLOB '*[-+][0-9][0-9]' THEN {column} || ':00' \
         WHEN length({column}) >= 21 AND {column} GLOB '*[-+][0-9][0-9][0-9][0-9]' \
         THEN substr({column}, 1, length({column}) - 2) || ':' || substr({column}, -2) ELSE {column} END"
    )
}

/// The number whose link form is this text.
fn canonical_number(text: &str) -> Option<Value> {
    let integer = text.parse::<i64>().ok().filter(|number| number.to_string() == text);
    // `-0` is another text than `0`, but as a number SQLite would find 0 by it.
    let is_spelled = |number: &f64| number.is_finite() && number.to_string() == text && text != "-0";
    let real = || text.parse::<f64>().ok().filter(is_spelled);
    integer.map(Value::Integer).or_else(|| real().map(Value::Real))
}

/// Whether SQLite would make a number of this text.
fn looks_numeric(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\u{b}');
    text.contains(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok()
}

/// Keeps texts that no number column would make a number of, and those that spell the number that they would become.
fn is_canonical(text: &str) -> String {
    format!(
        "(CAST(CAST({text} AS NUMERIC) AS TEXT) = {text} OR {text} NOT GLOB '*[0-9]*' \
         OR {text} GLOB '*[^0-9.eE+ ' || char(9, 10, 11, 12, 13) || '-]*' \
         OR {text} GLOB '*[0-9.][-+]*' OR {text} GLOB '*.*.*' OR {text} GLOB '*[0-9] *[0-9]*')"
    )
}

/// A number's digits without the `.0` that SQLite gives a whole number that is stored as a real.
fn number_as_text(column: &str) -> String {
    format!(
        "CASE WHEN typeof({column}) = 'real' AND {column} = CAST({column} AS INTEGER) \
         THEN CAST(CAST({column} AS INTEGER) AS TEXT) ELSE CAST({column} AS TEXT) END"
    )
}

/// What is left of a spelling of a telephone number, as [`stored_digits`](crate::identifier::stored_digits) says.
fn bare_number(column: &str) -> String {
    let lower = format!("lower({})", number_as_text(column));
    let replace = |text: String, (from, to): &(&str, &str)| {
        format!("replace({text}, {}, {})", literal(from), literal(to))
    };
    let full = SPELLING.iter().fold(lower.clone(), replace);
    let plain = SPELLING.iter().filter(|(from, _)| is_readable(from)).fold(lower, replace);
    format!(
        "CASE WHEN instr({column}, '@') THEN {} WHEN {column} GLOB '*[^ -~]*' THEN {full} ELSE {plain} END",
        jid_account(column)
    )
}

/// The digits of an address of WhatsApp's; null where it is none.
fn jid_account(column: &str) -> String {
    let text = format!("lower(trim({column}, {}))", literal(WHITE_SPACE));
    let behind_digits = |text: &str| format!("ltrim({text}, '0123456789')");
    let behind = behind_digits(&text);
    let behind_agent = behind_digits(&format!("substr({behind}, 2)"));
    let behind_device = |colon: &str| behind_digits(&format!("substr({colon}, 2)"));
    let servers = JID_SERVERS.map(literal).join(", ");
    format!(
        "CASE WHEN {behind} IN ({servers}) \
         OR {behind} GLOB ':[0-9]*' AND {} IN ({servers}) \
         OR {behind} GLOB '.[0-9]*' AND {behind_agent} GLOB ':[0-9]*' AND {} IN ({servers}) \
         THEN substr({text}, 1, length({text}) - length({behind})) END",
        behind_device(&behind),
        behind_device(&behind_agent)
    )
}

/// A path of names into JSON as an SQL text; every name between quotes, whatever characters it has.
fn json_path(path: &[&str]) -> String {
    let names: Vec<_> = path.iter().map(|name| format!(".\"{}\"", name.replace('"', "\\\""))).collect();
    format!("'${}'", names.concat().replace('\'', "''"))
}

/// A constant of ours as an SQL expression, readable where it is ASCII.
fn literal(text: &str) -> String {
    if is_readable(text) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let code_points: Vec<_> = text.chars().map(|c| u32::from(c).to_string()).collect();
    format!("char({})", code_points.join(", "))
}

fn is_readable(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_graphic() || c == ' ')
}

/// Rows as JSON. Bytes, which JSON does not have, are an object with hexadecimal digits.
fn json_rows(rows: &[Vec<Value>], one: bool) -> String {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            let mut cells = row.iter().map(json_cell);
            match (one, cells.next()) {
                (true, Some(cell)) => cell,
                (_, first) => serde_json::Value::Array(first.into_iter().chain(cells).collect()),
            }
        })
        .collect();
    serde_json::Value::Array(rows).to_string()
}

/// The value of `json_each` that [`json_rows`] wrote for a row of one cell.
fn whole_cell(rows: &str, has_bytes: bool) -> String {
    let value = format!("\"{rows}\".\"value\"");
    if has_bytes {
        format!("CASE \"{rows}\".\"type\" WHEN 'object' THEN unhex({value} ->> 'x') ELSE {value} END")
    } else {
        value
    }
}

/// The SQL for a cell of a row that is an array of [`json_cell`]s.
fn array_cell(rows: &str, index: usize) -> String {
    let value = format!("\"{rows}\".\"value\"");
    format!(
        "CASE json_type({value}, '$[{index}]') WHEN 'object' THEN unhex({value} ->> '$[{index}].x') \
         ELSE {value} ->> '$[{index}]' END"
    )
}
