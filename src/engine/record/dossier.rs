//! What is sealed beside a request: who it is about.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::history::History;
use super::identification::Identification;
use crate::identifier::Identifier;
use crate::request::{Request, RequestId};
use crate::value::Value;

/// What is sealed beside a request.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Dossier {
    pub(crate) request: Request,
    pub(crate) code: String,
    /// The keys of the records that are the person, by the name of the collection, once they were found.
    #[serde(default)]
    pub(crate) people: Vec<(String, Vec<Vec<Value>>)>,
    /// What these records held, by the name of the collection; nothing in records of version 0.1.
    #[serde(default)]
    pub(crate) traits: BTreeMap<String, Traits>,
    /// All identifiers that are theirs alone.
    #[serde(default)]
    pub(crate) identifiers: Vec<Identifier>,
    /// Identifiers by which legal holds are on the person, besides those that were given.
    #[serde(default)]
    pub(crate) held_by: Vec<Identifier>,
    /// What else was found, counted.
    #[serde(default)]
    pub(crate) identification: Identification,
    /// For which of the request's plans they were looked for; 0 in format 1, which did not say so.
    #[serde(default)]
    generation: usize,
}

/// What the records of one collection that are the person held as they were found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Traits {
    /// The keys of those that held none of the person's identifiers themselves: other records led to them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) nameless: Vec<Vec<Value>>,
    /// When the last of them was created, where the collection says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) born_by: Option<DateTime<Utc>>,
}

impl Traits {
    /// Takes in what others of the same collection held.
    pub(crate) fn extend(&mut self, others: Self) {
        self.nameless.extend(others.nameless);
        self.born_by = self.born_by.max(others.born_by);
    }
}

impl Dossier {
    /// Of a request in which nobody was found yet.
    pub(crate) fn new(request: Request, code: String) -> Self {
        Self {
            request,
            code,
            people: Vec::new(),
            traits: BTreeMap::new(),
            identifiers: Vec::new(),
            held_by: Vec::new(),
            identification: Identification::default(),
            generation: 0,
        }
    }

    /// Whether the person was looked for under the plan in force.
    pub(crate) fn is_identified(&self, history: &History) -> bool {
        self.generation == history.generation()
    }

    /// Takes in who the person is, under the names of the plan in force. Identifiers that were theirs under a plan before
    /// still are.
    pub(crate) fn identify(
        &mut self,
        people: Vec<(String, Vec<Vec<Value>>)>,
        traits: BTreeMap<String, Traits>,
        mut identifiers: BTreeSet<Identifier>,
        identification: Identification,
        history: &History,
    ) {
        identifiers.extend(std::mem::take(&mut self.identifiers));
        (self.people, self.traits, self.identification) = (people, traits, identification);
        self.identifiers = identifiers.into_iter().collect();
        self.generation = history.generation();
    }

    /// What seals it to its request.
    pub(crate) fn context(id: RequestId) -> String {
        format!("dossier/{id}")
    }
}
