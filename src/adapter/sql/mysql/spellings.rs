//! E-mail addresses and telephone numbers, however they are written.
//!
//! Text is taken apart as bytes of UTF-8, so that no collation has a say.

use super::comparing::text_list;
use super::family::Family;
use crate::adapter::sql::dialect::pattern;
use crate::adapter::sql::render::{ColumnRef, Sql};
use crate::identifier::{JID_SERVERS, SPELLING, spelled};
use crate::value::{Side, Value};

/// What `str::trim` takes for white space, as a class of a regular expression in utf8mb4.
const WHITE_SPACE: &str = "\u{9}\u{a}\u{b}\u{c}\u{d}\u{20}\u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\
     \u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// Up to so many are looked for in a row before it is taken apart, which costs a fraction of that.
const FEW: usize = 8;
/// So much of a number is looked for.
const LOOKED_FOR: usize = 20;

/// A text in utf8mb4 without the white space around it.
pub(super) fn trimmed(text: &str) -> String {
    let space = literal(WHITE_SPACE);
    format!("REGEXP_REPLACE({text}, CONCAT('^[', {space}, ']+|[', {space}, ']+$'), '')")
}

/// The text in the column, trimmed and with ASCII letters lower-cased, is one of these addresses.
pub(super) fn email_is(sql: &mut Sql, column: &ColumnRef<'_>, addresses: &[String]) {
    let family = Family::of(column);
    if !holds_text(&family) {
        sql.push("FALSE");
        return;
    }
    let text = family.text(&column.sql);
    // Only ASCII letters change: `LOWER` knows others, and `É` is not `é` here.
    let lower = ('A'..='Z').fold(format!("CAST({} AS BINARY)", trimmed(&text)), |bytes, letter| {
        format!("REPLACE({bytes}, '{letter}', '{}')", letter.to_ascii_lowercase())
    });
    sql.push("(");
    if addresses.len() <= FEW {
        // No collation that tells less apart loses a row here.
        for (index, address) in addresses.iter().enumerate() {
            sql.push(if index > 0 { " OR " } else { "(" });
            sql.push("LOCATE(CONVERT(").bind(Value::Text(address.clone()));
            sql.push(&format!(" USING utf8mb4) COLLATE utf8mb4_general_ci, {text}) > 0"));
        }
        sql.push(") AND ");
    }
    sql.push(&lower).push(" IN (");
    text_list(sql, addresses);
    sql.push("))");
}

/// The bytes of the column's text begin or end with those of this text, which is the data map's.
pub(super) fn affix(sql: &mut Sql, column: &ColumnRef<'_>, side: Side, text: &str) {
    let part = match side {
        Side::Start => "LEFT",
        Side::End => "RIGHT",
    };
    let bytes = Family::of(column).bytes(&column.sql);
    sql.push(&format!("{part}({bytes}, {}) = {}", text.len(), bytes_literal(text)));
}

/// The bytes of the column's text have those of this text among them.
pub(super) fn contains(sql: &mut Sql, column: &ColumnRef<'_>, text: &str) {
    let bytes = Family::of(column).bytes(&column.sql);
    sql.push("LOCATE(").bind(Value::Bytes(text.as_bytes().to_vec()));
    sql.push(&format!(", {bytes}) > 0"));
}

/// The text or number in the column spells one of these telephone numbers.
pub(super) fn number_is(sql: &mut Sql, column: &ColumnRef<'_>, digits: &[String]) {
    let family = Family::of(column);
    match family {
        Family::Integer => integer_is(sql, column, digits),
        _ if holds_text(&family) || matches!(family, Family::Real | Family::Decimal { .. }) => {
            text_is_number(sql, &family.text(&column.sql), digits);
        }
        _ => {
            sql.push("FALSE");
        }
    }
}

/// The bytes of the column's text may hold one of these traces.
pub(super) fn may_hold(sql: &mut Sql, column: &ColumnRef<'_>, traces: &[Vec<String>]) {
    // Here each byte is a character, so that nothing that is compared has to be UTF-8.
    let bytes = format!("CONVERT(CAST({} AS BINARY) USING latin1)", Family::of(column).bytes(&column.sql));
    sql.push("(");
    for trace in traces {
        sql.push(&bytes).push(" LIKE CONVERT(").bind(Value::Bytes(pattern(trace).into_bytes()));
        sql.push(" USING latin1) COLLATE latin1_general_ci ESCAPE '|' OR ");
    }
    let wide = format!("CONVERT({bytes} USING utf8mb4)");
    sql.push(&format!("LENGTH({wide}) <> CHAR_LENGTH({wide}))"));
}

/// A whole number spells its own digits, and those without its sign, which is a separator.
fn integer_is(sql: &mut Sql, column: &ColumnRef<'_>, digits: &[String]) {
    let numbers = digits.iter().flat_map(|digits| [digits.clone(), format!("-{digits}")]);
    let rows: Vec<_> = numbers.map(|number| vec![Value::Text(number)]).collect();
    super::comparing::one_of_column(sql, column, &rows);
}

fn text_is_number(sql: &mut Sql, text: &str, digits: &[String]) {
    sql.push("(");
    if digits.len() <= FEW {
        // Taking the spelling off leaves the digits of ASCII in their order.
        for (index, number) in digits.iter().enumerate() {
            let in_order = number.chars().filter(char::is_ascii_digit).take(LOOKED_FOR);
            let pattern: String = in_order.flat_map(|digit| ['%', digit]).chain(['%']).collect();
            sql.push(if index > 0 { " OR " } else { "(" });
            sql.push(&format!("CAST({text} AS BINARY) LIKE ")).bind(Value::Bytes(pattern.into_bytes()));
        }
        sql.push(&format!(" OR LENGTH({text}) <> CHAR_LENGTH({text})) AND "));
    }
    let forms: Vec<_> = digits.iter().flat_map(|number| spelled(number)).collect();
    sql.push(&bare_number(text)).push(" IN (");
    text_list(sql, &forms);
    sql.push("))");
}

/// What is left of a spelling of a telephone number, as [`stored_digits`](crate::identifier::stored_digits) says, in bytes.
fn bare_number(text: &str) -> String {
    let lower = format!("CAST({} AS BINARY)", in_lower_case(text));
    let replace = |bytes: String, (from, to): &(&str, &str)| {
        format!("REPLACE({bytes}, {}, {})", bytes_literal(from), bytes_literal(to))
    };
    let full = SPELLING.iter().fold(lower.clone(), replace);
    let plain = SPELLING.iter().filter(|(from, _)| from.is_ascii()).fold(lower, replace);
    let jid = in_lower_case(&trimmed(text));
    let servers = JID_SERVERS.map(|server| server.replace('.', "[.]")).join("|");
    format!(
        "CASE WHEN LOCATE('@', {text}) > 0 THEN CASE WHEN {jid} REGEXP '^[0-9]+(([.][0-9]+)?:[0-9]+)?({servers})$' \
         THEN CAST(REGEXP_SUBSTR({jid}, '^[0-9]+') AS BINARY) END \
         WHEN LENGTH({text}) = CHAR_LENGTH({text}) THEN {plain} ELSE {full} END"
    )
}

/// A text in utf8mb4 in lower case. Letters beyond ASCII may become others, and are part of no number either way.
fn in_lower_case(text: &str) -> String {
    format!("LOWER(CONVERT({text} USING utf8mb4))")
}

/// Whether values of the family are read as text.
fn holds_text(family: &Family) -> bool {
    !matches!(family, Family::Integer | Family::Real | Family::Decimal { .. } | Family::Bytes)
}

/// A constant of ours as an expression of the given bytes.
fn bytes_literal(text: &str) -> String {
    format!("X'{}'", crate::text::hex::hex(text.as_bytes()))
}

/// A constant of ours as text in utf8mb4.
fn literal(text: &str) -> String {
    format!("CONVERT({} USING utf8mb4)", bytes_literal(text))
}
