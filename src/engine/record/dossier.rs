//! What is sealed beside a request: who it is about.

use std::collections::BTreeSet;

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

impl Dossier {
    /// Of a request in which nobody was found yet.
    pub(crate) fn new(request: Request, code: String) -> Self {
        Self {
            request,
            code,
            people: Vec::new(),
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
        mut identifiers: BTreeSet<Identifier>,
        identification: Identification,
        history: &History,
    ) {
        identifiers.extend(std::mem::take(&mut self.identifiers));
        (self.people, self.identification) = (people, identification);
        self.identifiers = identifiers.into_iter().collect();
        self.generation = history.generation();
    }

    /// What seals it to its request.
    pub(crate) fn context(id: RequestId) -> String {
        format!("dossier/{id}")
    }
}
