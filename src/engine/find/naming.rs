//! Where rows name objects, and which rows may name one by a text that its store does not understand.
//!
//! A row that may name an object may be why the object has to stay. Which it is, nobody can tell but a person: so such rows
//! count as if they named it, until somebody has looked at them.

use super::ownership::all;
use super::pages::Pages;
use super::records::{Cursor, Records, Row, Shelf};
use super::spelled::{Meant, Name, ODD, OVER_ENCODED, is_odd, landmark};
use crate::engine::error::EngineError;
use crate::plan::graph::{Edge, Graph};
use crate::plan::ids::NodeId;
use crate::port::{Selection, folder, folders_above};
use crate::value::{Condition, Side, Value};

/// A field of rows by which they name objects, or a folder of them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Naming<'a> {
    pub(crate) objects: NodeId,
    pub(crate) rows: NodeId,
    pub(crate) field: &'a str,
    pub(crate) edge: &'a Edge,
}

/// What may be named of an object.
struct Nameable {
    name: String,
    /// It is no name as the link means it: a whole key, where the link means folders. Who writes that may mean the object.
    is_beside: bool,
}

impl<'a> Naming<'a> {
    /// The naming that an edge is; `None` where it is none.
    pub(crate) fn along(graph: &Graph, edge: &'a Edge) -> Option<Self> {
        let (objects, rows, fields) = if graph.holds_objects(edge.from) {
            let is_name = edge.by_name || edge.by_prefix;
            (edge.from, edge.to, Some(&edge.to_fields).filter(|_| is_name)?)
        } else {
            (edge.to, edge.from, Some(&edge.fields).filter(|_| edge.to_key)?)
        };
        let names_objects = graph.holds_objects(objects) && !graph.holds_objects(rows);
        Some(Self { objects, rows, field: fields.first()?, edge }).filter(|_| names_objects)
    }

    /// Where rows name objects of a collection.
    pub(crate) fn of(graph: &'a Graph, objects: NodeId) -> Vec<Self> {
        let edges = graph.edges_from(objects).chain(graph.edges_to(objects));
        let namings = edges.filter_map(|(_, edge)| Self::along(graph, edge));
        namings.filter(|naming| naming.objects == objects).collect()
    }

    /// What the rows have to meet to name anything.
    pub(crate) fn conditions(&self) -> &'a [Condition] {
        if self.edge.from == self.rows { &self.edge.only } else { &[] }
    }

    /// What may be named of an object: its key, or each folder that it lies below.
    fn nameable(&self, object: &Row) -> Vec<Nameable> {
        let Some(key) = object.key.values().first().and_then(Value::to_text) else { return Vec::new() };
        if !self.edge.by_prefix {
            return vec![Nameable { name: key, is_beside: false }];
        }
        let folders = folders_above(&key).map(|above| Nameable { name: above.to_owned(), is_beside: false });
        let mut all: Vec<Nameable> = folders.collect();
        all.push(Nameable { name: key, is_beside: true });
        all
    }
}

impl<'a> Records<'a> {
    /// The rows that may name one of these objects in another way than their store understands, and some that do not. Rows of
    /// a store that finds only values are found by those alone.
    pub(super) fn possibly_naming(
        &self,
        naming: &Naming<'_>,
        objects: &[Row],
    ) -> Result<Cursor<'a>, EngineError> {
        let has_text =
            |text: &str| Selection::Contains { field: naming.field.to_owned(), text: text.to_owned() };
        let ends_with =
            |text: String| Selection::Affix { field: naming.field.to_owned(), side: Side::End, text };
        let odd = ODD.iter().fold(ends_with("/".to_owned()), |any, mark| any.or(has_text(mark)));
        let over_encoded = OVER_ENCODED.iter().map(|mark| has_text(mark));
        let mut meant = over_encoded.fold(Selection::Nothing, Selection::or);
        let mut among_odd = Selection::Nothing;
        let meets = |object: &&Row| naming.edge.from == naming.rows || object.meets(&naming.edge.only);
        for Nameable { name: key, is_beside } in
            objects.iter().filter(meets).flat_map(|object| naming.nameable(object))
        {
            if is_beside {
                meant = meant.or(Selection::one_of(naming.field, [key.as_str().into()]));
            }
            match landmark(&key).map(|landmark| has_text(&landmark)) {
                None => meant = Selection::Everything,
                Some(part) if is_odd(&key) => meant = meant.or(part),
                Some(part) => {
                    among_odd = among_odd.or(part);
                    meant = meant.or(ends_with(format!("/{key}")));
                }
            }
        }
        let can_be_asked = self.shelf(naming.rows)?.capabilities().predicates;
        let selection = match can_be_asked && !objects.is_empty() {
            true => meant.or(odd.and(among_odd)).and(all(naming.conditions())),
            false => Selection::Nothing,
        };
        Ok(self.all_of(naming.rows, &self.link_fields(naming.rows), selection))
    }

    /// Which of these objects each of the rows may name in another way than their store understands, by their places.
    pub(super) async fn possibly_named(
        &self,
        naming: &Naming<'_>,
        rows: &[Row],
        objects: &[Row],
    ) -> Result<Vec<Vec<usize>>, EngineError> {
        let shelf = self.shelf(naming.objects)?;
        let nameable: Vec<(usize, Nameable, Meant)> = objects
            .iter()
            .enumerate()
            .flat_map(|(at, object)| naming.nameable(object).into_iter().map(move |it| (at, it)))
            .map(|(at, it)| {
                let meant = Meant::new(&it.name);
                (at, it, meant)
            })
            .collect();
        let mut named = Vec::with_capacity(rows.len());
        for row in rows {
            let value = row.value(naming.field);
            let Some(text) = value.to_text() else {
                named.push(Vec::new());
                continue;
            };
            let understood = understood(naming, &shelf, value);
            let name = Name::new(&text);
            let is_meant = |(_, it, meant): &&(usize, Nameable, Meant)| match &understood {
                // What is understood as this very object names it, and is no question.
                Some(understood) if *understood == it.name => it.is_beside,
                Some(_) => name.may_mean(meant),
                None => name.may_mean(meant) || name.has_in_it(meant),
            };
            let mut meant: Vec<usize> = nameable.iter().filter(is_meant).map(|(at, ..)| *at).collect();
            meant.dedup();
            // What is there as it was understood was meant.
            if let (Some(understood), false) = (understood, meant.is_empty())
                && self.is_there(naming, &understood).await?
            {
                meant.clear();
            }
            named.push(meant);
        }
        Ok(named)
    }

    /// Whether there is an object with that key, or one in that folder.
    pub(super) async fn is_there(&self, naming: &Naming<'_>, key: &str) -> Result<bool, EngineError> {
        let shelf = self.shelf(naming.objects)?;
        let [field] = shelf.place.key() else { return Ok(false) };
        let selection = match naming.edge.by_prefix {
            true => Selection::Below { field: field.clone(), prefixes: vec![key.to_owned()].into() },
            false => Selection::one_of(field.clone(), [key.into()]),
        };
        Ok(self.all_of(naming.objects, &[], selection).next().await?.is_some())
    }
}

/// The key or folder that a row names by a value, as far as that can be understood.
pub(super) fn understood(naming: &Naming<'_>, shelf: &Shelf<'_>, value: &Value) -> Option<String> {
    if !naming.edge.by_prefix {
        return shelf.key_named(value)?.to_text();
    }
    let prefix = value.to_text()?;
    let is_elsewhere = prefix.contains("://") || prefix.contains(['?', '#', '\\']);
    folder(&prefix).filter(|_| !is_elsewhere).map(str::to_owned)
}
