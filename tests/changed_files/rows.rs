//! The rows: what is there before, and what the files of the first engine leave of them.

use std::collections::BTreeMap;

/// What each field of a row holds, as text.
pub type Row = BTreeMap<&'static str, Option<String>>;

/// All rows by table and key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows(pub BTreeMap<(&'static str, i64), Row>);

/// Contact 1 asks. Contact 2 is somebody else, and all of `threads_old` is theirs: under the keys that `threads` has, too.
/// Nothing declares `letters`, `agents` and `threads_old` at first.
pub const TABLES: &[(&str, &str)] = &[
    ("contacts", "id phone | 1 +919876543210 | 2 +15550001111"),
    ("memberships", "id contact_id group_id invited_by | 1 1 7 - | 2 1 8 - | 3 2 8 1"),
    ("groups", "id sent | 7 2026-01-05 | 8 2026-01-05"),
    (
        "messages",
        "id from_id to_id group_id witness_id body sent \
         | 1 1 2 - - hello 2026-01-05 | 2 1 1 - 2 note 2026-01-05 | 3 2 1 - - hi 2026-01-05 \
         | 4 2 2 - - own 2026-01-05 | 5 - - 7 - all 2026-01-05",
    ),
    (
        "threads",
        "id contact_id parent_id sent \
         | 1 1 3 2026-01-05 | 2 - 1 2026-01-05 | 3 - 2 2026-01-05 | 4 2 1 2026-01-05",
    ),
    (
        "topics",
        "id contact_id parent_id guest_id sent \
         | 1 2 - - 2026-01-05 | 2 2 1 - 2026-01-05 | 3 2 - - 2026-01-05 | 4 1 - 2 2026-01-05",
    ),
    ("threads_old", "id contact_id parent_id | 1 2 - | 2 2 1 | 3 2 2 | 4 2 3"),
    (
        "visits",
        "id contact_id thread_id ip agent city \
         | 1 1 2 10.1.1.1 x Pune | 2 2 3 10.2.2.2 y Goa | 3 1 4 10.3.3.3 z Agra",
    ),
    ("addresses", "id contact_id street | 1 1 Main | 2 1 Side"),
    (
        "invoices",
        "id contact_id address_id issued phone \
         | 1 1 1 2026-01-05 +919876543210 | 2 1 2 2020-01-05 +919876543210",
    ),
    ("letters", "id contact_id text | 1 1 dear | 2 2 dear"),
    ("agents", "id phone | 1 +15550003333"),
];

/// The fields of each table in their order.
pub fn columns(table: &str) -> Vec<&'static str> {
    let (_, text) = TABLES.iter().find(|(name, _)| *name == table).unwrap();
    text.split('|').next().unwrap().split_whitespace().collect()
}

/// Whether a field holds whole numbers: keys and links.
pub fn is_number(field: &str) -> bool {
    field == "id" || field.ends_with("_id") || field.ends_with("_by")
}

impl Rows {
    /// What is there before anybody asks.
    pub fn before() -> Self {
        let mut rows = BTreeMap::new();
        for (table, text) in TABLES {
            let names = columns(table);
            for line in text.split('|').skip(1) {
                let cells = line.split_whitespace().map(|cell| (cell != "-").then(|| cell.to_owned()));
                let row: Row = names.iter().copied().zip(cells).collect();
                rows.insert((*table, row["id"].as_ref().unwrap().parse().unwrap()), row);
            }
        }
        Self(rows)
    }

    /// What an undisturbed run by the first files leaves.
    pub fn erased() -> Self {
        let mut rows = Self::before();
        rows.erase("contacts", &[1]);
        rows.erase("memberships", &[1, 2]);
        rows.erase("groups", &[7]);
        rows.erase("messages", &[2, 5]);
        rows.clear("messages", 1, &["from_id"]);
        rows.clear("messages", 3, &["to_id"]);
        rows.erase("threads", &[1, 2, 3]);
        rows.clear("threads", 4, &["parent_id"]);
        rows.erase("topics", &[4]);
        rows.clear("visits", 1, &["contact_id", "thread_id", "agent"]);
        rows.clear("visits", 2, &["thread_id"]);
        rows.clear("visits", 3, &["contact_id", "agent"]);
        for visit in [1, 3] {
            rows.set("visits", visit, "ip", "0.0.0.0");
        }
        rows.clear("addresses", 1, &["contact_id", "street"]);
        rows.erase("addresses", &[2]);
        rows.clear("invoices", 1, &["contact_id", "phone"]);
        rows.erase("invoices", &[2]);
        rows
    }

    pub fn erase(&mut self, table: &'static str, ids: &[i64]) {
        for id in ids {
            assert!(self.0.remove(&(table, *id)).is_some(), "{table} has no {id}");
        }
    }

    pub fn clear(&mut self, table: &'static str, id: i64, fields: &[&'static str]) {
        for field in fields {
            *self.field(table, id, field) = None;
        }
    }

    pub fn set(&mut self, table: &'static str, id: i64, field: &'static str, value: &str) {
        *self.field(table, id, field) = Some(value.to_owned());
    }

    /// Leaves a row, or a whole table, as it was before.
    pub fn keep(&mut self, table: &'static str, ids: &[i64]) {
        for (key, row) in Self::before().0 {
            if key.0 == table && (ids.is_empty() || ids.contains(&key.1)) {
                self.0.insert(key, row);
            }
        }
    }

    pub fn has(&self, table: &'static str, id: i64) -> bool {
        self.0.contains_key(&(table, id))
    }

    pub fn of<'a>(&'a self, table: &'a str) -> impl Iterator<Item = &'a Row> {
        self.0.iter().filter(move |((name, _), _)| *name == table).map(|(_, row)| row)
    }

    fn field(&mut self, table: &'static str, id: i64, field: &'static str) -> &mut Option<String> {
        self.0.get_mut(&(table, id)).unwrap().get_mut(field).unwrap()
    }
}
