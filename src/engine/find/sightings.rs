//! Who of a request's people was met, and on which records.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::matching::values_inside;
use super::records::{Records, Row};
use crate::identifier::{Identifier, IdentifierKind, stored_digits};
use crate::plan::ids::{IdVec, NodeId, ids};
use crate::port::Key;
use crate::request::Request;
use crate::value::Value;

ids! {
    /// A person of a request, by the place in its list. One person alone has the first place.
    PersonId,
}

/// People of a request.
pub(super) type Persons = BTreeSet<PersonId>;

/// On which records the people were met, and who on each.
#[derive(Debug)]
pub(super) struct Sightings {
    persons: IdVec<PersonId, ()>,
    records: BTreeMap<NodeId, BTreeMap<Key, Persons>>,
}

impl Sightings {
    /// Nobody was met yet.
    pub(super) fn of(request: &Request) -> Self {
        Self { persons: IdVec::new(vec![(); request.persons().len().max(1)]), records: BTreeMap::new() }
    }

    /// Whether the request is for one person, and no list.
    pub(super) fn is_about_one(&self) -> bool {
        self.persons.len() == 1
    }

    pub(super) fn everybody(&self) -> Persons {
        self.persons.ids().collect()
    }

    /// Notes that these people were met on a record.
    pub(super) fn note(&mut self, node: NodeId, key: Key, places: &Persons) {
        self.records.entry(node).or_default().entry(key).or_default().extend(places);
    }

    /// The people who were met on a record.
    pub(super) fn on(&self, node: NodeId, key: &Key) -> Option<&Persons> {
        self.records.get(&node)?.get(key)
    }

    /// The people who were met in a collection.
    pub(super) fn within(&self, node: NodeId) -> Persons {
        self.records.get(&node).into_iter().flat_map(BTreeMap::values).flatten().copied().collect()
    }

    /// The collections in which anybody was met.
    pub(super) fn nodes(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.records.keys().copied()
    }
}

/// Which persons of a list were met.
pub(super) struct Roster<'a> {
    /// Who gave an identifier, by its kind and each form in which a record may hold it.
    places: HashMap<(&'a IdentifierKind, &'a str), Vec<PersonId>>,
    is_met: IdVec<PersonId, bool>,
}

impl<'a> Roster<'a> {
    pub(super) fn new(persons: &'a [Vec<Identifier>]) -> Self {
        let is_met = IdVec::new(vec![false; persons.len()]);
        let mut places: HashMap<_, Vec<PersonId>> = HashMap::new();
        for (place, person) in is_met.ids().zip(persons) {
            for identifier in person {
                let forms = [Some(identifier.value()), Some(identifier.original()), identifier.digits()];
                for form in forms.into_iter().flatten() {
                    places.entry((identifier.kind(), form)).or_default().push(place);
                }
            }
        }
        Self { places, is_met }
    }

    /// Marks the people whose identifiers this record holds as seen; returns their places.
    pub(super) fn mark_seen(&mut self, records: Records<'_>, node: NodeId, row: &Row) -> Persons {
        let mut named = Persons::new();
        if self.is_met.len() == 0 {
            return named;
        }
        for field in records.ownership.collection(node).identifiers() {
            let own = row.value(field.field()).clone();
            for text in values_inside(field, row).iter().chain([&own]).filter_map(Value::to_text) {
                let address = text.trim().to_ascii_lowercase();
                let digits = stored_digits(&text);
                let forms = [Some(text.as_str()), Some(address.as_str()), digits.as_deref()];
                for form in forms.into_iter().flatten() {
                    for &place in self.places.get(&(field.kind(), form)).into_iter().flatten() {
                        self.is_met[place] = true;
                        named.insert(place);
                    }
                }
            }
        }
        named
    }

    /// The places of those who were not met, the first of the list being 1.
    pub(super) fn absent(&self) -> Vec<u64> {
        (1..).zip(self.is_met.iter()).filter(|(_, is_met)| !**is_met).map(|(place, _)| place).collect()
    }
}
