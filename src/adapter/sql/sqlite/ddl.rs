//! What only the statement that made a table tells in SQLite: collations, constraints that look at one row, and what
//! generated columns are worked out of.
//!
//! Reads words, names, texts and brackets; knows no more of SQL than where a definition begins and ends.

use std::collections::HashMap;

use crate::adapter::sql::shape::Check;

/// What a statement that made a table says beyond what the pragmas tell. Columns are in lower case.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    /// The collation of each column that has another than SQLite's own.
    pub(super) collations: HashMap<String, String>,
    pub(super) checks: Vec<Check>,
    /// The expression of each generated column.
    pub(super) generated: HashMap<String, String>,
}

/// Words that begin a constraint of the table, where a column's definition would begin with its name.
const CONSTRAINTS: &[&str] = &["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];

/// Reads `CREATE TABLE name (…)`. What is not written so defines nothing.
pub(super) fn definitions(sql: &str) -> Definitions {
    let tokens = tokens(sql);
    let mut found = Definitions::default();
    let Some(open) = tokens.iter().position(|it| it.is("(")) else { return found };
    let mut definition: Vec<&Token<'_>> = Vec::new();
    let mut depth = 0_usize;
    for token in tokens.iter().skip(open + 1) {
        match token.text {
            "(" if !token.is_quoted => depth += 1,
            ")" if !token.is_quoted && depth == 0 => break,
            ")" if !token.is_quoted => depth -= 1,
            "," if !token.is_quoted && depth == 0 => {
                read(sql, &definition, &mut found);
                definition.clear();
                continue;
            }
            _ => {}
        }
        definition.push(token);
    }
    read(sql, &definition, &mut found);
    found
}

/// Reads one column or one constraint.
fn read(sql: &str, definition: &[&Token<'_>], found: &mut Definitions) {
    let Some(first) = definition.first() else { return };
    let column = (!CONSTRAINTS.iter().any(|word| first.is(word))).then(|| first.name().to_lowercase());
    let mut name = None;
    let mut depth = 0_usize;
    for (at, token) in definition.iter().enumerate() {
        if token.is("(") {
            depth += 1;
        } else if token.is(")") {
            depth = depth.saturating_sub(1);
        }
        let next = definition.get(at + 1);
        if depth > 0 || at == 0 && column.is_some() {
            continue;
        }
        if token.is("CONSTRAINT") {
            name = next.map(|it| it.name());
        } else if token.is("COLLATE") {
            let collation = next.map(|it| it.name().to_uppercase()).filter(|it| it != "BINARY");
            found.collations.extend(column.clone().zip(collation));
        } else if token.is("CHECK") {
            if let Some(expression) = bracketed(sql, definition.get(at + 1..).unwrap_or_default()) {
                let name = name.take().or_else(|| column.clone()).unwrap_or_else(|| "CHECK".to_owned());
                found.checks.push(Check { name, expression: expression.to_owned() });
            }
        } else if token.is("AS")
            && let Some(expression) = bracketed(sql, definition.get(at + 1..).unwrap_or_default())
        {
            found.generated.extend(column.clone().zip(Some(expression.to_owned())));
        }
    }
}

/// What stands between the bracket that comes first and its counterpart.
fn bracketed<'s>(sql: &'s str, tokens: &[&Token<'_>]) -> Option<&'s str> {
    let open = tokens.first().filter(|it| it.is("("))?;
    let mut depth = 0_usize;
    for token in tokens {
        if token.is("(") {
            depth += 1;
        } else if token.is(")") {
            depth -= 1;
            if depth == 0 {
                return sql.get(open.start + 1..token.start);
            }
        }
    }
    None
}

/// A word, a sign, or what stands between quotes.
#[derive(Debug)]
struct Token<'s> {
    text: &'s str,
    is_quoted: bool,
    start: usize,
}

impl Token<'_> {
    fn is(&self, word: &str) -> bool {
        !self.is_quoted && self.text.eq_ignore_ascii_case(word)
    }

    /// The name that it is, without its quotes.
    fn name(&self) -> String {
        if !self.is_quoted {
            return self.text.to_owned();
        }
        let mut characters = self.text.chars();
        let quote = characters.next();
        characters.next_back();
        match quote {
            Some(quote) => characters.as_str().replace(&format!("{quote}{quote}"), &quote.to_string()),
            None => String::new(),
        }
    }
}

fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let start = sql.len() - rest.len();
        let length = match first {
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            '\'' | '"' | '`' => quoted_length(rest, first),
            '[' => rest.find(']').map_or(rest.len(), |at| at + 1),
            c if is_of_word(c) => rest.find(|c| !is_of_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (text, behind) = rest.split_at(length);
        let is_comment = text.starts_with("--") || text.starts_with("/*");
        if !is_comment && !first.is_whitespace() {
            let is_quoted = matches!(first, '\'' | '"' | '`' | '[');
            found.push(Token { text, is_quoted, start });
        }
        rest = behind;
    }
    found
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// The length of what begins with a quote, up to its counterpart; a doubled one stands for itself.
fn quoted_length(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if c == quote && characters.next_if(|(_, next)| *next == quote).is_none() {
            return at + c.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_statement_says_is_found_among_comments_quotes_and_brackets() {
        let sql = r#"CREATE TABLE "a (b" ( -- , CHECK (no)
            id INTEGER PRIMARY KEY, "e, mail" TEXT COLLATE NOCASE CONSTRAINT has_at CHECK ("e, mail" LIKE '%)@(%'),
            note TEXT DEFAULT ('CHECK (x)') COLLATE binary, low TEXT GENERATED ALWAYS AS (lower("e, mail")) STORED,
            [check] TEXT COLLATE rtrim, /* , UNIQUE */ CHECK (id > 0 OR (note IS NULL)), FOREIGN KEY (id) REFERENCES c (id))"#;
        let found = definitions(sql);
        let mut collations: Vec<_> = found.collations.into_iter().collect();
        collations.sort();
        assert_eq!(
            collations,
            [("check".to_owned(), "RTRIM".to_owned()), ("e, mail".into(), "NOCASE".into())]
        );
        let checks: Vec<_> =
            found.checks.iter().map(|it| (it.name.as_str(), it.expression.as_str())).collect();
        assert_eq!(checks, [("has_at", "\"e, mail\" LIKE '%)@(%'"), ("CHECK", "id > 0 OR (note IS NULL)")]);
        assert_eq!(found.generated.get("low").map(String::as_str), Some("lower(\"e, mail\")"));
    }

    #[test]
    fn whatever_is_cut_off_is_read_to_its_end() {
        let sql = "CREATE TABLE t (a TEXT CHECK (a <> 'é''x'), \"b\" COLLATE NOCASE, [c";
        for length in (0..=sql.len()).filter(|length| sql.is_char_boundary(*length)) {
            let _ = definitions(&sql[..length]);
        }
    }
}
