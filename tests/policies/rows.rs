//! Whole databases as they stand: every table, every row, every column, read with plain SQL; and what changed between two.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sqlx::sqlite::SqlitePool;
use sqlx::{AssertSqlSafe, Row};

/// A row by its table and key; the parts of a composite key are joined by `/`. Numbers come before texts, in their order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    table: String,
    key: Vec<(i64, String)>,
}

impl At {
    fn key(&self) -> String {
        self.key.iter().map(|(_, part)| part.trim_matches('\'')).collect::<Vec<_>>().join("/")
    }
}

/// The columns of a row and their values as SQL literals.
type Cells = BTreeMap<String, String>;

/// Everything that a database holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows(BTreeMap<At, Cells>);

impl Rows {
    pub async fn read(pool: &SqlitePool) -> Self {
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let mut rows = BTreeMap::new();
        for table in texts(pool, tables).await {
            let columns = texts(pool, &format!("SELECT name FROM pragma_table_info('{table}')")).await;
            let key = format!("SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk");
            let key = texts(pool, &key).await;
            assert!(!key.is_empty(), "{table} has a key");
            let quoted: Vec<_> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
            let sql = format!("SELECT {} FROM \"{table}\"", quoted.join(", "));
            for row in sqlx::query(AssertSqlSafe(sql)).fetch_all(pool).await.unwrap() {
                let cells: Cells =
                    columns.iter().enumerate().map(|(index, name)| (name.clone(), row.get(index))).collect();
                let key = key.iter().map(|name| cells[name].clone());
                let key = key.map(|part| (part.parse().unwrap_or(i64::MAX), part)).collect();
                rows.insert(At { table: table.clone(), key }, cells);
            }
        }
        Self(rows)
    }

    /// Where a text or a number still stands: texts whatever their case, digits whatever their spelling, and both also
    /// inside of bytes and of Meta's message ids, which are a number in base64.
    pub fn traces(&self, needle: &str) -> Vec<String> {
        let holds = |(at, cells): (&At, &Cells)| {
            let names = cells.iter().filter(|(_, literal)| holds(literal, needle));
            names.map(|(name, _)| format!("{} {}.{name}", at.table, at.key())).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(holds).collect()
    }

    /// What became of these rows, one line for the rows of a table that are gone (`users: 1, 2`), one for each value that
    /// is another (`users 1.email: 'a' => NULL`). Fresh tokens are written `<token>`.
    pub fn changes(&self, after: &Self) -> Changes {
        let mut changes = Changes::default();
        for (at, cells) in &self.0 {
            let Some(now) = after.0.get(at) else {
                changes.gone.entry(at.table.clone()).or_default().push(at.key());
                continue;
            };
            for (name, old) in cells.iter().filter(|(name, old)| now[*name] != **old) {
                let new = if is_token(&now[name]) { "<token>" } else { &now[name] };
                let line = format!("{} {}.{name}: {old} => {new}", at.table, at.key());
                changes.changed.push((at.clone(), line));
            }
        }
        changes.added = after.0.keys().filter(|at| !self.0.contains_key(at)).cloned().collect();
        changes
    }

    /// Fails where two rows share a token.
    pub fn assert_tokens_differ(&self) {
        let mut tokens: Vec<_> =
            self.0.values().flat_map(BTreeMap::values).filter(|literal| is_token(literal)).collect();
        tokens.sort();
        assert!(tokens.windows(2).all(|pair| pair[0] != pair[1]), "two rows share a token");
    }
}

/// What became of the rows of a database.
#[derive(Debug, Default, PartialEq)]
pub struct Changes {
    gone: BTreeMap<String, Vec<String>>,
    changed: Vec<(At, String)>,
    added: Vec<At>,
}

impl Changes {
    /// How many rows of a table are gone.
    pub fn gone(&self, table: &str) -> u64 {
        self.gone.get(table).map_or(0, |keys| keys.len() as u64)
    }

    /// How many rows of a table are there still, and changed.
    pub fn changed(&self, table: &str) -> u64 {
        let mut rows: Vec<_> = self.changed.iter().map(|(at, _)| at).filter(|at| at.table == table).collect();
        rows.dedup();
        rows.len() as u64
    }

    /// The tables of which anything changed.
    pub fn tables(&self) -> Vec<&str> {
        let gone = self.gone.keys().map(String::as_str);
        let mut tables: Vec<_> = gone.chain(self.changed.iter().map(|(at, _)| at.table.as_str())).collect();
        tables.sort_unstable();
        tables.dedup();
        tables
    }

    /// Fails unless exactly these rows are gone, exactly these values are others, and nothing else is.
    #[track_caller]
    pub fn assert_are(&self, gone: &str, changed: &str) {
        assert!(self.added.is_empty(), "rows came into being: {:?}", self.added);
        let actual_gone = self.gone.iter().map(|(table, keys)| format!("{table}: {}", keys.join(", ")));
        let actual_changed = self.changed.iter().map(|(_, line)| line.clone());
        assert_lines("rows that are gone", actual_gone, gone);
        assert_lines("values that changed", actual_changed, changed);
    }
}

/// Fails unless both hold the same lines, in any order; says which are missing and which are too many.
#[track_caller]
pub fn assert_lines(what: &str, actual: impl IntoIterator<Item = String>, expected: &str) {
    let mut actual: Vec<_> = actual.into_iter().collect();
    let lines = expected.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut expected: Vec<_> = lines.map(str::to_owned).collect();
    actual.sort();
    expected.sort();
    let minus = |a: &[String], b: &[String]| {
        a.iter().filter(|line| !b.contains(line)).cloned().collect::<Vec<_>>().join("\n  ")
    };
    let (missing, surplus) = (minus(&expected, &actual), minus(&actual, &expected));
    assert!(actual == expected, "{what}\nmissing:\n  {missing}\nunexpected:\n  {surplus}");
}

async fn texts(pool: &SqlitePool, sql: &str) -> Vec<String> {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_all(pool).await.unwrap()
}

/// Whether a literal is what the mask `token` writes: 32 hexadecimal digits.
fn is_token(literal: &str) -> bool {
    let text = literal.trim_matches('\'');
    literal.len() == 34 && text.len() == 32 && text.chars().all(|c| c.is_ascii_hexdigit())
}

fn holds(literal: &str, needle: &str) -> bool {
    let bytes = literal.strip_prefix("X'").map(|hex| {
        let pairs = hex.trim_end_matches('\'').as_bytes().chunks(2);
        let text = pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap());
        String::from_utf8_lossy(&text.collect::<Vec<_>>()).into_owned()
    });
    let message_id = literal.trim_matches('\'').strip_prefix("wamid.").map(|id| {
        String::from_utf8_lossy(&STANDARD.decode(id).expect("a message id is base64")).into_owned()
    });
    [Some(literal.to_owned()), bytes, message_id].iter().flatten().any(|text| {
        if needle.bytes().all(|c| c.is_ascii_digit()) {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            digits.contains(needle)
        } else {
            text.to_lowercase().contains(&needle.to_lowercase())
        }
    })
}
