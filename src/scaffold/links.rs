//! Which tables belong to people, and along which columns.
//!
//! Goes from the people outwards: what points to somebody's record is theirs, and what points to that, in turn. A wrong
//! owner destroys more than a wrong mention, so that whoever works for the host owns little, and is mentioned instead.

use std::collections::{BTreeMap, VecDeque};

use super::guess::{Guess, SketchedLink, can_be_named};
use super::lists::{DESTINATIONS, PERSONAL_EFFECTS, SHARED};
use super::people::{STAFF_KIND, TenantGuess, called};
use crate::datamap::Role;
use crate::datamap::polymorphic::says_type_of;
use crate::inspect::{Closeness, Pointer, Surroundings, is_join_table, is_one_of};
use crate::port::Table;
use crate::schema::kinds::never_equal;

/// A table's key, if it has one that a map can name.
pub(super) type Key = Option<Guess<Vec<String>>>;

/// How far each table is from people, and what its pointers mean.
#[derive(Debug)]
pub(super) struct Distances<'a> {
    surroundings: &'a Surroundings<'a>,
    subjects: &'a BTreeMap<usize, Guess<&'static str>>,
    tenancy: &'a TenantGuess,
    keys: &'a [Key],
    /// How many links lead from a table to a person; tables that only mention people come after all others.
    distance: BTreeMap<usize, usize>,
    /// The tables that are owned along a pointer which stands in another table.
    owned_from: BTreeMap<usize, usize>,
}

/// The distance of tables that only mention people.
const MENTIONS_ONLY: usize = usize::MAX;

/// Follows all pointers.
pub(super) fn distances<'a>(
    surroundings: &'a Surroundings<'a>,
    subjects: &'a BTreeMap<usize, Guess<&'static str>>,
    tenancy: &'a TenantGuess,
    keys: &'a [Key],
) -> Distances<'a> {
    let mut distances = Distances {
        surroundings,
        subjects,
        tenancy,
        keys,
        distance: BTreeMap::new(),
        owned_from: BTreeMap::new(),
    };
    let mut waiting: VecDeque<usize> = VecDeque::new();
    // Customers first: what belongs to one of them and names an agent as well is the customer's.
    for is_staff in [false, true] {
        for (&subject, guess) in subjects {
            if (guess.what == STAFF_KIND) == is_staff {
                distances.distance.insert(subject, 0);
                waiting.push_back(subject);
            }
        }
        distances.follow(&mut waiting);
    }
    let mentioning: Vec<usize> = (0..surroundings.tables().len())
        .filter(|&index| {
            distances.has_key(index)
                && !distances.distance.contains_key(&index)
                && tenancy.root != Some(index)
        })
        .filter(|&index| {
            surroundings
                .pointers_from(index)
                .any(|it| distances.is_owned(it.to) && it.to != index && distances.written(it).is_some())
        })
        .collect();
    for index in mentioning {
        distances.distance.insert(index, MENTIONS_ONLY);
    }
    distances
}

impl<'a> Distances<'a> {
    fn follow(&mut self, waiting: &mut VecDeque<usize>) {
        while let Some(index) = waiting.pop_front() {
            let next = self.distance.get(&index).map_or(0, |distance| distance + 1);
            let is_new = |distances: &Self, other: usize| {
                distances.has_key(other)
                    && distances.tenancy.root != Some(other)
                    && !distances.distance.contains_key(&other)
            };
            for pointer in self.surroundings.pointers_to(index) {
                if is_new(self, pointer.from) && self.makes_owner(pointer) && self.written(pointer).is_some()
                {
                    self.distance.insert(pointer.from, next);
                    waiting.push_back(pointer.from);
                }
            }
            for pointer in self.surroundings.pointers_from(index) {
                if is_new(self, pointer.to)
                    && self.is_owned_by_what_points(pointer)
                    && self.written(pointer).is_some()
                {
                    self.distance.insert(pointer.to, next);
                    self.owned_from.insert(pointer.to, index);
                    waiting.push_back(pointer.to);
                }
            }
        }
    }

    fn has_key(&self, index: usize) -> bool {
        self.keys.get(index).is_some_and(Option::is_some)
    }

    /// A pointer as a link writes it: its fields, and the one field that they point to where that is no key. `None` where
    /// a map cannot write it, or where another column says for which rows it would hold: a person has to say that.
    fn written(&self, pointer: &Pointer) -> Option<(Vec<String>, Option<String>)> {
        let table = self.surroundings.tables().get(pointer.from)?;
        if pointer.columns.iter().any(|column| type_column(table, column).is_some()) {
            return None;
        }
        let key = self.keys.get(pointer.to)?.as_ref()?;
        let target = self.surroundings.tables().get(pointer.to)?;
        let mut pairs = pointer.columns.iter().zip(&pointer.to_columns);
        let can_be_equal = |(from, to): (&String, &String)| {
            let columns = (table.schema.column(from), target.schema.column(to));
            matches!(columns, (Some(from), Some(to)) if never_equal(from, to).is_none())
        };
        if !pairs.all(can_be_equal) {
            return None;
        }
        let is_nameable = pointer.columns.iter().chain(&pointer.to_columns).all(|name| can_be_named(name));
        aligned(pointer, &key.what).filter(|_| is_nameable)
    }

    fn is_owned(&self, index: usize) -> bool {
        self.distance.get(&index).is_some_and(|distance| *distance != MENTIONS_ONLY)
    }

    fn is_staff(&self, index: usize) -> bool {
        self.subjects.get(&index).is_some_and(|subject| subject.what == STAFF_KIND)
    }

    /// Whether a pointer makes the owner of what it points to the owner of the record that it stands in.
    fn makes_owner(&self, pointer: &Pointer) -> bool {
        if pointer.names_a_doer() || pointer.from == pointer.to {
            return false;
        }
        let target = self.surroundings.words(pointer.to);
        if target.iter().any(|word| is_one_of(word, DESTINATIONS)) {
            return false;
        }
        if !self.is_staff(pointer.to) {
            return true;
        }
        // `user_sessions` are the user's own; `products.user_id` is whoever entered them.
        let words = self.surroundings.words(pointer.from);
        words.iter().any(|word| is_one_of(word, PERSONAL_EFFECTS))
            || self.surroundings.closeness(pointer.from) == Closeness::Person
            || words.len() > 1 && words.iter().any(|word| target.contains(word))
    }

    /// Whether what a pointer points to belongs to whoever the pointing record belongs to: somebody's address, or the
    /// conversation that a membership leads to.
    fn is_owned_by_what_points(&self, pointer: &Pointer) -> bool {
        if pointer.names_a_doer() || self.subjects.contains_key(&pointer.to) || self.is_staff(pointer.from) {
            return false;
        }
        let target = self.surroundings.words(pointer.to);
        let is_somebodys_card = self.surroundings.closeness(pointer.to) == Closeness::Person
            && !self.surroundings.sounds_like_staff(pointer.to);
        let is_membership = self.surroundings.tables().get(pointer.from).is_some_and(is_join_table)
            && target.last().is_some_and(|word| is_one_of(word, SHARED));
        is_somebodys_card || is_membership
    }

    /// How far a table is from people; `None` where nothing leads to them.
    pub(super) fn order(&self, index: usize) -> Option<usize> {
        self.distance.get(&index).copied()
    }

    /// A table that a polymorphic pair of this one may point to.
    pub(super) fn example_target(&self, index: usize) -> Option<usize> {
        self.distance
            .iter()
            .find(|(other, distance)| **distance == 0 && **other != index)
            .map(|(other, _)| *other)
    }

    /// The links that a table's pointers are.
    pub(super) fn links_of(&self, index: usize) -> Vec<Guess<SketchedLink>> {
        let mut links = Vec::new();
        for pointer in self.surroundings.pointers_from(index) {
            let to_root =
                self.tenancy.root == Some(pointer.to) || self.tenancy.names_tenant(index, &pointer.columns);
            if to_root || !self.is_owned(pointer.to) {
                continue;
            }
            let (role, why) = self.role(index, pointer);
            // Without a foreign key, a pointer back or aside is no more than a name.
            if role == Role::Mentions && pointer.constraint.is_none() && pointer.from == pointer.to {
                continue;
            }
            let Some((fields, to_field)) = self.written(pointer) else { continue };
            let surely = if pointer.constraint.is_some() { "a foreign key" } else { "by its name" };
            let to = called(self.surroundings, pointer.to);
            links.push(Guess::new(
                SketchedLink { role, fields, to: pointer.to, to_field },
                format!("{surely} to {to}; {why}"),
            ));
        }
        links.sort_by_key(|link| link.what.role);
        links
    }

    fn role(&self, index: usize, pointer: &Pointer) -> (Role, &'static str) {
        let distance = |table: usize| self.distance.get(&table).copied().unwrap_or(MENTIONS_ONLY);
        if self.owned_from.get(&pointer.to) == Some(&index) && self.is_owned_by_what_points(pointer) {
            (Role::Owns, "what it points to belongs to whoever this record belongs to")
        } else if pointer.names_a_doer() {
            (Role::Mentions, "the name says who did something, not whose the record is")
        } else if pointer.from == pointer.to {
            (Role::Mentions, "another record of the same table, which may be somebody else's")
        } else if !self.makes_owner(pointer) || self.subjects.contains_key(&index) {
            (Role::Mentions, "somebody in charge, as far as the names say")
        } else if distance(pointer.to) < distance(index) {
            (Role::OwnedBy, "the record is part of it")
        } else {
            (Role::Mentions, "it points back, or aside; it lets go when the other goes")
        }
    }
}

/// The column that says to which kind of record another one points.
pub(super) fn type_column<'t>(table: &'t Table, column: &str) -> Option<&'t str> {
    let names = table.schema.columns.iter().map(|other| other.name.as_str());
    names.into_iter().find(|name| says_type_of(name, column))
}

/// The fields of a pointer in the order of the key that they point to, or the one field that they point to instead.
/// `None` where several fields point to something that is no key.
fn aligned(pointer: &Pointer, key: &[String]) -> Option<(Vec<String>, Option<String>)> {
    let same = |a: &String, b: &String| a.eq_ignore_ascii_case(b);
    if pointer.to_columns.len() == key.len() {
        let fields: Option<Vec<String>> = key
            .iter()
            .map(|wanted| {
                let at = pointer.to_columns.iter().position(|column| same(column, wanted))?;
                pointer.columns.get(at).cloned()
            })
            .collect();
        if let Some(fields) = fields {
            return Some((fields, None));
        }
    }
    match (pointer.columns.as_slice(), pointer.to_columns.as_slice()) {
        ([field], [to]) => Some((vec![field.clone()], Some(to.clone()))),
        _ => None,
    }
}
