//! Who of a request's people was met, and on which records.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::reader::{Reader, Row};
use crate::identifier::{Identifier, IdentifierKind, stored_digits};
use crate::plan::graph::NodeIndex;
use crate::port::Key;
use crate::request::Request;

/// People of a request, by their places in its list (the first has place 0). One person has place 0.
pub(super) type Places = BTreeSet<usize>;

/// On which records the people were met, and who on each.
#[derive(Debug)]
pub(super) struct Met {
    /// How many people there are.
    persons: usize,
    records: BTreeMap<NodeIndex, BTreeMap<Key, Places>>,
}

impl Met {
    /// Nobody was met yet.
    pub(super) fn of(request: &Request) -> Self {
        Self { persons: request.persons().len().max(1), records: BTreeMap::new() }
    }

    /// Whether the request is for one person, and no list.
    pub(super) fn is_about_one(&self) -> bool {
        self.persons == 1
    }

    pub(super) fn everybody(&self) -> Places {
        (0..self.persons).collect()
    }

    /// Notes that these people were met on a record.
    pub(super) fn note(&mut self, node: NodeIndex, key: Key, places: &Places) {
        self.records.entry(node).or_default().entry(key).or_default().extend(places);
    }

    /// The people who were met on a record.
    pub(super) fn on(&self, node: NodeIndex, key: &Key) -> Option<&Places> {
        self.records.get(&node)?.get(key)
    }

    /// The people who were met in a collection.
    pub(super) fn within(&self, node: NodeIndex) -> Places {
        self.records.get(&node).into_iter().flat_map(BTreeMap::values).flatten().copied().collect()
    }

    /// The collections in which anybody was met.
    pub(super) fn nodes(&self) -> impl Iterator<Item = NodeIndex> + '_ {
        self.records.keys().copied()
    }
}

/// Which persons of a list were met.
pub(super) struct Roll<'a> {
    /// Who gave an identifier, by its kind and each form in which a record may hold it.
    places: HashMap<(&'a IdentifierKind, &'a str), Vec<usize>>,
    is_met: Vec<bool>,
}

impl<'a> Roll<'a> {
    pub(super) fn new(persons: &'a [Vec<Identifier>]) -> Self {
        let mut places: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, identifier) in persons
            .iter()
            .enumerate()
            .flat_map(|(place, person)| person.iter().map(move |identifier| (place, identifier)))
        {
            let forms = [Some(identifier.value()), Some(identifier.original()), identifier.digits()];
            for form in forms.into_iter().flatten() {
                places.entry((identifier.kind(), form)).or_default().push(place);
            }
        }
        Self { places, is_met: vec![false; persons.len()] }
    }

    /// Ticks off whom a record names, and answers their places.
    pub(super) fn tick_off(&mut self, reader: Reader<'_>, node: NodeIndex, row: &Row) -> Places {
        let mut named = Places::new();
        let Some(collection) = reader.binder.node(node).filter(|_| !self.is_met.is_empty()) else {
            return named;
        };
        for field in collection.identifiers() {
            let Some(text) = row.value(field.field()).to_text() else { continue };
            let address = text.trim().to_ascii_lowercase();
            let digits = stored_digits(&text);
            for form in [Some(text.as_str()), Some(address.as_str()), digits.as_deref()].into_iter().flatten()
            {
                for &place in self.places.get(&(field.kind(), form)).into_iter().flatten() {
                    if let Some(is_met) = self.is_met.get_mut(place) {
                        *is_met = true;
                        named.insert(place);
                    }
                }
            }
        }
        named
    }

    /// The places of those who were not met, the first of the list being 1.
    pub(super) fn absent(&self) -> Vec<u64> {
        (1..).zip(&self.is_met).filter(|(_, is_met)| !**is_met).map(|(place, _)| place).collect()
    }
}
