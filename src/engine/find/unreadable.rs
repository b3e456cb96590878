//! What of the person's records cannot be read as it is declared, so that nothing about it can be called done.

use std::collections::{BTreeMap, HashSet};

use super::matching::holder;
use super::pages::Pages;
use super::records::Row;
use super::step_records::{Finder, StepRecords};
use crate::engine::error::EngineError;
use crate::engine::record::notebook::Noted;
use crate::plan::graph::Edge;
use crate::plan::ids::NodeId;
use crate::port::document::inside;
use crate::port::{ListName, Selection, folder};
use crate::request::Action;
use crate::value::Value;

/// Records by collection and field.
pub(crate) type ByField = BTreeMap<(String, String), u64>;

impl Finder<'_> {
    /// How many of the person's records name an object in a way that cannot be understood, by collection and field: the row
    /// may be the only trace of the object, and must not go before somebody has looked at it.
    ///
    /// A name that is understood counts for nothing here, be its object there or gone: so it stays the same while objects
    /// go. Only objects that would be erased are looked at.
    pub(crate) async fn unreadable_names(&self) -> Result<ByField, EngineError> {
        let mut unreadable = ByField::new();
        for (objects, edge, rows, field) in self.namings() {
            let mut pages = self.own_records(rows);
            while let Some(page) = pages.next().await? {
                let meets = |row: &&Row| edge.from == objects || row.meets(&edge.only);
                let names = page.iter().filter(meets).map(|row| row.value(field).clone());
                let count = self.count_unreadable(objects, edge, names.collect()).await?;
                if count > 0 {
                    let collection = self.records.name(rows).to_owned();
                    *unreadable.entry((collection, field.clone())).or_default() += count;
                }
            }
        }
        Ok(unreadable)
    }

    /// Notes which of a step's records hold a document in which a field that it masks cannot be reached: a text that is no
    /// JSON, a number, true or false stands where the path has to go on, and may hold what is looked for.
    pub(crate) async fn note_unreached(&self, records: &StepRecords<'_>) -> Result<(), EngineError> {
        let node = records.step.node;
        if !self.records.shelf(node)?.capabilities().predicates {
            return Ok(());
        }
        for masked in self.plan().compiled.masked_fields(&records.step) {
            let Some((column, _)) = holder(&masked.field) else { continue };
            let list = self.unreached_in(node, &masked.field);
            let unread = Selection::Unreadable { field: masked.field.clone() };
            let mut pages = records.pages(&unread);
            while let Some(rows) = pages.next().await? {
                let selection = self.keys(node, &rows).and(unread.clone());
                if self.records.count(node, &selection).await? == 0 {
                    continue;
                }
                // Only now it is certain that the field lies in a document.
                let mut documents = self.records.all_of(node, &[column.to_owned()], selection);
                while let Some(rows) = documents.next().await? {
                    let unreached = rows.into_iter().filter(|row| is_unreached(row, &masked.field));
                    let notes: Vec<Noted> = unreached.map(|row| Noted::new(row.key)).collect();
                    self.notebook.note(&list, &notes).await?;
                }
            }
        }
        Ok(())
    }

    /// The list of the records that were noted for a document in which that field cannot be reached.
    pub(crate) fn unreached_in(&self, node: NodeId, field: &str) -> ListName {
        self.notebook.lists.unreached(self.records.name(node), field)
    }

    /// Where rows name objects that are to be erased: the objects, the link, the rows and their field.
    fn namings(&self) -> Vec<(NodeId, &Edge, NodeId, &String)> {
        let graph = self.graph();
        let is_erased = |node: NodeId| {
            let mut steps = self.plan().layout.steps.iter();
            steps.any(|step| step.node == node && step.action == Action::Erase && !step.held)
        };
        let mut namings = Vec::new();
        for objects in graph.nodes.ids().filter(|&node| graph.holds_objects(node) && is_erased(node)) {
            let named_by = graph.edges_from(objects).filter(|(_, edge)| edge.by_name || edge.by_prefix);
            namings.extend(
                named_by.filter_map(|(_, edge)| Some((objects, edge, edge.to, edge.to_fields.first()?))),
            );
            let naming = graph.edges_to(objects).filter(|(_, edge)| edge.to_key);
            namings.extend(
                naming.filter_map(|(_, edge)| Some((objects, edge, edge.from, edge.fields.first()?))),
            );
        }
        namings.retain(|(objects, _, rows, _)| objects != rows);
        namings
    }

    async fn count_unreadable(
        &self,
        objects: NodeId,
        edge: &Edge,
        names: Vec<Value>,
    ) -> Result<u64, EngineError> {
        let shelf = self.records.shelf(objects)?;
        let names: Vec<Value> = names
            .into_iter()
            .filter(|name| name.to_text().is_some_and(|name| !names_nothing(&name)))
            .filter(|name| if edge.by_prefix { !names_folder(name) } else { shelf.key_named(name).is_none() })
            .collect();
        if names.is_empty() || edge.by_prefix {
            return Ok(names.len() as u64);
        }
        // What is there to the letter was meant.
        let key = shelf.place.key().iter().cloned();
        let selection = Selection::rows(key, names.iter().map(|name| vec![name.clone()]).collect::<Vec<_>>());
        let mut there = HashSet::new();
        let mut cursor = self.records.all_of(objects, &[], selection);
        while let Some(page) = cursor.next().await? {
            there.extend(
                page.into_iter().flat_map(|row| row.key.into_values()).filter_map(|key| key.link_form()),
            );
        }
        let is_there = |name: &&Value| name.link_form().is_some_and(|form| there.contains(&form));
        Ok(names.iter().filter(|name| !is_there(name)).count() as u64)
    }
}

/// Whether a record, read with the column that holds the field's document, has one in which the path to the field ends too
/// early.
pub(crate) fn is_unreached(row: &Row, field: &str) -> bool {
    let Some((column, path)) = holder(field) else { return false };
    match row.value(column) {
        Value::Null => false,
        held => held.as_text().is_none_or(|document| inside(document, &path).is_unreadable),
    }
}

/// Whether a text can name no object of any store: it is empty, or leads up and out of it.
fn names_nothing(name: &str) -> bool {
    let mut segments = name.trim().split('/');
    segments.clone().all(|segment| matches!(segment, "" | ".")) || segments.any(|segment| segment == "..")
}

/// Whether a prefix means a folder of keys, and no place elsewhere.
fn names_folder(prefix: &Value) -> bool {
    let prefix = prefix.to_text().unwrap_or_default();
    folder(&prefix).is_some() && !prefix.contains("://") && !prefix.contains(['?', '#', '\\'])
}
