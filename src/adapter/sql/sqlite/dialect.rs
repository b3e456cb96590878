//! How SQLite compares: quoting, affinities, lists as JSON, moments, spellings.
//!
//! Knows the shapes of the tables that a statement names, and nothing of connections. A comparison here decides what
//! is erased, so each one says exactly what the port says, and leaves the column bare wherever an index could serve.

use chrono::{DateTime, Datelike, Days, Utc};

use super::schema::{Affinity, Shapes};
use crate::adapter::sql::render::{ColumnRef, Dialect, Sql};
use crate::datamap::{EventForm, Value};
use crate::request::SEPARATORS;

/// Up to so many values are bound one by one, which is quickest; more travel as one JSON text, whatever their number.
const FEW_VALUES: usize = 512;

/// What `str::trim` takes for white space; SQLite's own `trim` knows the blank alone.
const WHITE_SPACE: &str = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\
     \u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// So much of a number is looked for before it is stripped of separators; the patterns of `GLOB` have a limit.
const LOOKED_FOR: usize = 64;

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

    fn affinity(&self, column: &ColumnRef<'_>) -> Affinity {
        self.shapes.of(column.table).map_or(Affinity::None, |shape| shape.affinity(column.name))
    }
}

/// A name between quotes, whatever characters it has.
pub(super) fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

impl Dialect for SqliteDialect<'_> {
    fn quote(&self, name: &str) -> String {
        quote(name)
    }

    fn bind(&self, sql: &mut Sql, value: Value) {
        sql.push_bind("?", value);
    }

    fn one_of(&self, sql: &mut Sql, columns: &[ColumnRef<'_>], rows: &[Vec<Value>]) {
        let affinities: Vec<_> = columns.iter().map(|column| self.affinity(column)).collect();
        let rows: Vec<_> = rows.iter().flat_map(|row| stored_rows(row, &affinities)).collect();
        if rows.is_empty() {
            sql.push("FALSE");
            return;
        }
        let names: Vec<_> = columns.iter().map(|column| column.sql.as_str()).collect();
        let names = names.join(", ");
        let one = columns.len() == 1;
        sql.push(&if one { names } else { format!("({names})") });
        sql.push(" IN (");
        if rows.len().saturating_mul(columns.len()) <= FEW_VALUES {
            if !one {
                sql.push("VALUES ");
            }
            for (index, row) in rows.into_iter().enumerate() {
                sql.push(if index > 0 { ", " } else { "" });
                sql.push(if one { "" } else { "(" });
                for (index, value) in row.into_iter().enumerate() {
                    sql.push(if index > 0 { ", " } else { "" });
                    self.bind(sql, value);
                }
                sql.push(if one { "" } else { ")" });
            }
        } else {
            let has_bytes = rows.iter().flatten().any(|value| matches!(value, Value::Bytes(_)));
            let cells: Vec<_> = if one {
                vec![whole_cell("j", has_bytes)]
            } else {
                (0..columns.len()).map(|index| cell("j", index)).collect()
            };
            sql.push("SELECT ").push(&cells.join(", ")).push(" FROM json_each(");
            self.bind(sql, Value::Text(json_rows(&rows, one)));
            sql.push(") AS \"j\"");
        }
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
            self.bind(sql, Value::Text(after.clone()));
            sql.push(&format!(" AND {moment} < "));
            self.bind(sql, Value::Real(seconds));
            sql.push(")");
        };
        match form {
            EventForm::Timestamp => written(
                sql,
                &format!(
                    "CASE WHEN typeof({column}) IN ('integer', 'real') THEN unixepoch({column}, 'auto', 'subsec') \
                     WHEN {is_day} THEN unixepoch({column}, 'subsec') END"
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
        self.bind(sql, Value::from(WHITE_SPACE));
        sql.push(")) IN (");
        self.text_list(sql, addresses);
        sql.push(")");
    }

    fn number_is(&self, sql: &mut Sql, column: &ColumnRef<'_>, digits: &[String]) {
        let column = &column.sql;
        let bare = SEPARATORS.iter().fold(number_as_text(column), |text, separator| {
            format!("replace({text}, {}, '')", literal(separator))
        });
        // Removing separators leaves the digits in their order. Looking for that first costs a fraction of removing them.
        sql.push("((");
        for (index, number) in digits.iter().enumerate() {
            let in_order: String = number
                .chars()
                .filter(char::is_ascii_digit)
                .take(LOOKED_FOR)
                .flat_map(|digit| [digit, '*'])
                .collect();
            sql.push(if index > 0 { " OR " } else { "" });
            sql.push(column).push(" GLOB ");
            self.bind(sql, Value::Text(format!("*{in_order}")));
        }
        sql.push(") AND ").push(&bare).push(" IN (");
        let spelled: Vec<_> =
            digits.iter().flat_map(|number| [number.clone(), format!("00{number}")]).collect();
        self.text_list(sql, &spelled);
        sql.push("))");
    }

    fn finds(&self, pairs: &[(ColumnRef<'_>, ColumnRef<'_>)]) -> bool {
        pairs.iter().any(|(from, to)| {
            // Compared with a column that converts, a column without affinity is converted too, and then its index is of no use.
            let comparable = self.affinity(to) != Affinity::None || self.affinity(from) == Affinity::None;
            comparable && self.shapes.of(to.table).is_some_and(|shape| shape.finds_by(to.name))
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
}

impl SqliteDialect<'_> {
    /// The number in the column, which may be written as text, is below the limit.
    fn number_below(&self, sql: &mut Sql, column: &str, limit: f64) {
        sql.push(&format!("(typeof({column}) IN ('integer', 'real') AND {column} < "));
        self.bind(sql, Value::Real(limit));
        sql.push(&format!(
            " OR typeof({column}) = 'text' AND {column} GLOB '[-0-9]*' \
             AND substr({column}, 2) NOT GLOB '*[^0-9]*' AND {column} <> '-' AND CAST({column} AS INTEGER) < "
        ));
        self.bind(sql, Value::Real(limit));
        sql.push(")");
    }

    /// Texts to be found in: few as parameters, many as one.
    fn text_list(&self, sql: &mut Sql, texts: &[String]) {
        if texts.len() <= FEW_VALUES {
            for (index, text) in texts.iter().enumerate() {
                sql.push(if index > 0 { ", " } else { "" });
                self.bind(sql, Value::Text(text.clone()));
            }
        } else {
            sql.push("SELECT \"j\".\"value\" FROM json_each(");
            self.bind(sql, Value::Text(serde_json::Value::from(texts.to_vec()).to_string()));
            sql.push(") AS \"j\"");
        }
    }
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

/// The number whose link form is this text.
fn canonical_number(text: &str) -> Option<Value> {
    let integer = text.parse::<i64>().ok().filter(|number| number.to_string() == text);
    let real = || text.parse::<f64>().ok().filter(|number| number.is_finite() && number.to_string() == text);
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

/// A constant of ours as an SQL expression, readable where it is ASCII.
fn literal(text: &str) -> String {
    if text.chars().all(|c| c.is_ascii_graphic() || c == ' ') {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let code_points: Vec<_> = text.chars().map(|c| u32::from(c).to_string()).collect();
    format!("char({})", code_points.join(", "))
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

/// A value as JSON, which [`cell`] reads back.
pub(super) fn json_cell(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Boolean(flag) => u8::from(*flag).into(),
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Bytes(bytes) => serde_json::json!({ "x": crate::port::hex(bytes) }),
    }
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
pub(super) fn cell(rows: &str, index: usize) -> String {
    let value = format!("\"{rows}\".\"value\"");
    format!(
        "CASE json_type({value}, '$[{index}]') WHEN 'object' THEN unhex({value} ->> '$[{index}].x') \
         ELSE {value} ->> '$[{index}]' END"
    )
}
