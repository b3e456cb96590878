//! Watches every step of a worker: nothing may go that is somebody's who did not ask.

use std::collections::BTreeSet;

use super::case::Case;
use super::cast::WHO;
use super::reference::model::{Row, Tables, World, row_text, value};
use super::reference::person::{Id, Records};

pub struct Watch<'a> {
    case: &'a Case,
    world: World,
    /// Requests that have ended: what comes afterwards is none of theirs.
    has_ended: Vec<bool>,
}

/// The world with other rows.
pub fn world_with(case: &Case, tables: Tables) -> World {
    World { tables, ..case.world.clone() }
}

/// Names of the people to whom each record belongs, themselves among them.
pub fn owners(records: &Records<'_>) -> Vec<BTreeSet<String>> {
    let name = |id: &Id| value(records.row(*id), WHO).to_text();
    records.owners().iter().map(|owners| owners.iter().filter_map(name).collect()).collect()
}

impl<'a> Watch<'a> {
    pub fn new(case: &'a Case, tables: Tables) -> Self {
        Self { case, world: world_with(case, tables), has_ended: vec![false; case.requests.len()] }
    }

    pub fn tables(&self) -> &Tables {
        &self.world.tables
    }

    /// Takes in that a request has ended.
    pub fn end(&mut self, request: usize) {
        self.has_ended[request] = true;
    }

    /// Takes in what the host did.
    pub fn host(&mut self, tables: Tables) {
        self.world.tables = tables;
    }

    /// Takes in what a worker did, and says what it should not have done, by kind and in words.
    pub fn step(&mut self, after: Tables) -> Option<(String, String)> {
        let wrong = self.wrong(&after);
        self.world.tables = after;
        wrong
    }

    fn wrong(&self, after: &Tables) -> Option<(String, String)> {
        if *after == self.world.tables {
            return None;
        }
        let records = Records::new(&self.world);
        for (id, owners) in owners(&records).into_iter().enumerate() {
            let Some(stranger) = owners.iter().find(|it| !self.asks(it)) else { continue };
            let (table, row) = (&records.all[id].table, records.row(id));
            let left = after[table].iter().find(|it| value(it, "id") == value(row, "id"));
            let Some(left) = left else {
                let kind = format!("erases what is a stranger's: {table}");
                return Some((kind, format!("erases {table} {}, which is {stranger}'s", row_text(row))));
            };
            if let Some(field) = self.lost(&records, id, left) {
                let kind = format!("changes what is a stranger's: {table}");
                let text = format!("changes {field} in {table} {}, which is {stranger}'s", row_text(row));
                return Some((kind, text));
            }
        }
        None
    }

    /// Whether somebody has asked to be erased, and it is not over yet.
    fn asks(&self, name: &str) -> bool {
        let open = self.case.requests.iter().zip(&self.has_ended).filter(|(_, has_ended)| !**has_ended);
        open.into_iter().any(|(it, _)| it.name == name)
    }

    /// A field that was changed though it did not name anybody or anything that goes.
    fn lost(&self, records: &Records<'_>, id: Id, left: &Row) -> Option<String> {
        let row = records.row(id);
        let collection = records.collection(id);
        let changed = row.iter().find(|(field, before)| {
            value(left, field).to_text() != before.to_text()
                && !collection.links.iter().any(|link| link.fields.contains(field))
        });
        changed.map(|(field, _)| field.clone())
    }
}
