//! A plan that was written down, under the files as they are now: whether it still means the same.
//!
//! Between two runs a host deploys: collections are renamed, categories added, holds placed. A plan is carried on only where
//! planning it again, as of the same instant, means the same step by step; otherwise the request is planned anew. Names
//! lead from the record to the files, never positions. A name that leads nowhere stops the request.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::graph::Graph;
use super::ids::{IdVec, NodeId};
use super::layout::{Layout, Step};
use super::record::{CollectionRecord, LinkRecord, Meaning, PartRecord, PlanRecord, StepRecord};
use super::{Plan, PlanError, Planner};
use crate::datamap::Collection;
use crate::hold::LegalHold;
use crate::request::Request;

/// What became of a recorded plan under the files as they are now.
#[derive(Debug)]
pub(crate) enum Resumed {
    /// It means the same: this is it, bound to the files, in the recorded order and under the recorded names.
    Same(Plan),
    /// It means something else by now.
    Other {
        /// In what it differs.
        because: Vec<PlanChange>,
        /// What a collection of the record is called now, where it is called something else.
        renamed: BTreeMap<String, String>,
    },
}

/// In what a plan differs from the one that was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum PlanChange {
    /// A question was answered with `take`, so that all is looked for again.
    Taken {
        /// The question's number.
        question: u32,
    },
    /// The data map has a collection that the record does not.
    CollectionAdded {
        /// The collection.
        collection: String,
    },
    /// The record has a collection that the data map does not.
    CollectionRemoved {
        /// The collection, as the record calls it.
        collection: String,
    },
    /// A collection's table, links, identifiers or events are others.
    CollectionChanged {
        /// The collection.
        collection: String,
    },
    /// A step is taken that was not planned.
    StepAdded {
        /// The step's collection.
        collection: String,
    },
    /// A step that was planned is not taken.
    StepRemoved {
        /// The step's collection.
        collection: String,
    },
    /// A legal hold suspends something that it did not.
    HoldPlaced {
        /// The matter.
        matter: String,
    },
    /// A legal hold suspends nothing any more.
    HoldReleased {
        /// The matter.
        matter: String,
    },
}

/// Names of a record that lead to nothing in the data map, or to something else than they did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LostNames(pub(crate) Vec<LostName>);

/// A name of a record that leads to nothing in the data map, or to something else than it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostName {
    /// The collection, as the record calls it.
    pub collection: String,
    /// The table in which its records lay.
    pub table: String,
    /// Whether the data map has that name, for another store, another table or another key.
    pub is_taken: bool,
}

/// Why a recorded plan cannot be looked at.
#[derive(Debug)]
pub(crate) enum ResumeError {
    Lost(LostNames),
    Plan(PlanError),
}

impl Planner {
    /// The recorded plan under the files and holds as they are now.
    ///
    /// # Errors
    /// A collection of the record that leads to nothing; a request that cannot be planned any more.
    pub(crate) fn resume(
        &self,
        record: &PlanRecord,
        request: &Request,
        holds: &[LegalHold],
    ) -> Result<Resumed, ResumeError> {
        let graph = &self.compiled.graph;
        let names = Names::of(record, graph).map_err(ResumeError::Lost)?;
        let again = self.plan(request, holds, record.planned_at).map_err(ResumeError::Plan)?;
        let now = again.record().meaning;
        let then = names.translate(&record.meaning, graph);
        let because = differences(&then, &now);
        if !because.is_empty() {
            return Ok(Resumed::Other { because, renamed: names.renamed(graph) });
        }
        let Some(steps) = in_order_of(&then, &now, &again.layout.steps) else {
            return Ok(Resumed::Other { because, renamed: names.renamed(graph) });
        };
        let layout = Layout { steps, ..Layout::clone(&again.layout) };
        let recorded = IdVec::for_each(&graph.nodes, |node| names.recorded(node, graph));
        let noted = IdVec::for_each(&graph.nodes, |node| {
            again.is_noted(node) || names.record_of(record, node).is_some_and(|it| it.is_noted)
        });
        Ok(Resumed::Same(Plan {
            layout: Arc::new(layout),
            names: Some(Arc::new(recorded)),
            noted: Arc::new(noted),
            ..again
        }))
    }

    /// Plans anew what was planned before. Records of the collections in `carried` may have lost the links by which a query
    /// would find them, so that they are noted.
    ///
    /// # Errors
    /// As [`Planner::plan`].
    pub(crate) fn plan_anew(
        &self,
        request: &Request,
        holds: &[LegalHold],
        now: DateTime<Utc>,
        carried: &[NodeId],
    ) -> Result<Plan, PlanError> {
        let plan = self.plan(request, holds, now)?;
        let noted = IdVec::for_each(&self.compiled.graph.nodes, |node| {
            plan.is_noted(node) || carried.contains(&node)
        });
        Ok(Plan { noted: Arc::new(noted), ..plan })
    }

    /// The collection that older requests know by that name: the one that says so, or else the one of that name.
    pub(crate) fn collection_once_named(&self, name: &str) -> Option<NodeId> {
        once_named(&self.compiled.graph, name)
    }

    /// The other collections over the same table and key as a recorded one: it may have been split.
    pub(crate) fn collections_beside(&self, recorded: &CollectionRecord) -> impl Iterator<Item = NodeId> {
        let graph = &self.compiled.graph;
        let own = once_named(graph, &recorded.name);
        graph.nodes.ids().filter(move |&node| {
            let collection = &graph.nodes[node];
            Some(node) != own
                && graph.stores[node] == recorded.store
                && collection.table() == recorded.table
                && collection.key() == recorded.key
        })
    }
}

fn once_named(graph: &Graph, name: &str) -> Option<NodeId> {
    graph.nodes.find(|node| says_it_was(node, name)).or_else(|| graph.named(name))
}

fn says_it_was(collection: &Collection, name: &str) -> bool {
    collection.formerly().iter().any(|former| former == name)
}

/// Which collection of the data map each collection of a record is.
struct Names(BTreeMap<String, NodeId>);

impl Names {
    fn of(record: &PlanRecord, graph: &Graph) -> Result<Self, LostNames> {
        let mut names = BTreeMap::new();
        let mut lost = Vec::new();
        for recorded in &record.meaning.collections {
            let node = once_named(graph, &recorded.name);
            match node.filter(|&node| is_same_place(recorded, graph, node)) {
                Some(node) => {
                    names.insert(recorded.name.clone(), node);
                }
                None if is_concerned(record, recorded) => lost.push(LostName {
                    collection: recorded.name.clone(),
                    table: recorded.table.clone(),
                    is_taken: node.is_some(),
                }),
                // Nothing was planned for it, and nobody was found in it.
                None => {}
            }
        }
        if lost.is_empty() { Ok(Self(names)) } else { Err(LostNames(lost)) }
    }

    fn recorded(&self, node: NodeId, graph: &Graph) -> String {
        let name = self.0.iter().find(|(_, at)| **at == node).map(|(name, _)| name.clone());
        name.unwrap_or_else(|| graph.nodes[node].name().to_owned())
    }

    fn record_of<'r>(&self, record: &'r PlanRecord, node: NodeId) -> Option<&'r CollectionRecord> {
        record.meaning.collections.iter().find(|recorded| self.0.get(&recorded.name) == Some(&node))
    }

    fn renamed(&self, graph: &Graph) -> BTreeMap<String, String> {
        let now = |node: NodeId| graph.nodes[node].name().to_owned();
        let pairs = self.0.iter().map(|(name, node)| (name.clone(), now(*node)));
        pairs.filter(|(then, now)| then != now).collect()
    }

    /// A recorded meaning in the names of today.
    fn translate(&self, meaning: &Meaning, graph: &Graph) -> Meaning {
        let mut meaning = meaning.clone();
        let name = |name: &mut String| {
            if let Some(node) = self.0.get(name) {
                graph.nodes[*node].name().clone_into(name);
            }
        };
        let link = |it: &mut LinkRecord| name(&mut it.to);
        for collection in &mut meaning.collections {
            name(&mut collection.name);
            collection.links.iter_mut().for_each(link);
        }
        for step in &mut meaning.steps {
            name(&mut step.collection);
            match &mut step.part {
                PartRecord::KeptLink { link: it } | PartRecord::OthersLink { link: it, .. } => link(it),
                PartRecord::Records { .. } | PartRecord::Shells { .. } | PartRecord::Fields { .. } => {}
            }
        }
        meaning
    }
}

/// Whether what a record noted by key in a collection is still found there: store and table are the same, or the data map
/// says on purpose that the collection was called so; and the key is the same in either case.
fn is_same_place(recorded: &CollectionRecord, graph: &Graph, node: NodeId) -> bool {
    let collection = &graph.nodes[node];
    let is_same_table = recorded.store == graph.stores[node] && recorded.table == collection.table();
    collection.key() == recorded.key && (is_same_table || says_it_was(collection, &recorded.name))
}

/// Whether a request has to do with a collection of its plan.
fn is_concerned(record: &PlanRecord, collection: &CollectionRecord) -> bool {
    collection.subject.is_some()
        || record
            .steps()
            .iter()
            .any(|step| step.collection == collection.name || step.target() == Some(&collection.name))
}

/// In what `now` differs from `then`, both in the names of today. How records are found does not count, but for one thing:
/// what was to be found by a query then must be found by one now.
fn differences(then: &Meaning, now: &Meaning) -> Vec<PlanChange> {
    let mut changes = Vec::new();
    let matters = |all: &[String], other: &[String]| -> Vec<String> {
        all.iter().filter(|matter| !other.contains(matter)).cloned().collect()
    };
    changes
        .extend(matters(&now.holds, &then.holds).into_iter().map(|matter| PlanChange::HoldPlaced { matter }));
    changes.extend(
        matters(&then.holds, &now.holds).into_iter().map(|matter| PlanChange::HoldReleased { matter }),
    );
    for collection in &now.collections {
        let name = || collection.name.clone();
        match then.collections.iter().find(|it| it.name == collection.name) {
            None => changes.push(PlanChange::CollectionAdded { collection: name() }),
            Some(before) if is_other(before, collection) => {
                changes.push(PlanChange::CollectionChanged { collection: name() });
            }
            Some(_) => {}
        }
    }
    for before in &then.collections {
        if !now.collections.iter().any(|it| it.name == before.name) {
            changes.push(PlanChange::CollectionRemoved { collection: before.name.clone() });
        }
    }
    let missing = |these: &[StepRecord], those: &[StepRecord]| -> Vec<String> {
        let is_missing = |step: &&StepRecord| !those.iter().any(|other| is_same_step(step, other));
        these.iter().filter(is_missing).map(|step| step.collection.clone()).collect()
    };
    let added = missing(&now.steps, &then.steps);
    changes.extend(added.into_iter().map(|collection| PlanChange::StepAdded { collection }));
    let removed = missing(&then.steps, &now.steps);
    changes.extend(removed.into_iter().map(|collection| PlanChange::StepRemoved { collection }));
    changes
}

fn is_other(before: &CollectionRecord, now: &CollectionRecord) -> bool {
    let needs_notes_now = now.is_noted && !before.is_noted;
    // Their order follows the names of what they lead to.
    let in_order = |it: &CollectionRecord| {
        let mut links = it.links.clone();
        links.sort();
        links
    };
    let plain = |it: &CollectionRecord| CollectionRecord { is_noted: false, links: Vec::new(), ..it.clone() };
    needs_notes_now || in_order(before) != in_order(now) || plain(before) != plain(now)
}

/// Labels are what things are called.
fn is_same_step(one: &StepRecord, other: &StepRecord) -> bool {
    let plain = |step: &StepRecord| StepRecord { label: String::new(), ..step.clone() };
    plain(one) == plain(other)
}

/// The steps of `now` in the order that `then` has; `None` where one of either has none of its own in the other.
fn in_order_of(then: &Meaning, now: &Meaning, steps: &[Step]) -> Option<Vec<Step>> {
    let mut left: Vec<(&StepRecord, Step)> = now.steps.iter().zip(steps.iter().copied()).collect();
    let mut ordered = Vec::with_capacity(left.len());
    for step in &then.steps {
        let place = left.iter().position(|(other, _)| is_same_step(step, other))?;
        ordered.push(left.remove(place).1);
    }
    left.is_empty().then_some(ordered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::datamap::DataMap;
    use crate::identifier::Identifier;
    use crate::policy::{Channel, Policy};

    const MAP: &str = r#"
        [stores.crm]
        kind = "sql"
        [stores.archive]
        kind = "sql"
        [[collection]]
        name = "contacts"
        store = "crm"
        key = "id"
        category = "people"
        subject = "contact"
        identifiers = { email = "email" }
        [[collection]]
        name = "letters"
        store = "crm"
        key = "id"
        category = "people"
        owned_by = [{ field = "about", of = "contacts" }]
        [[collection]]
        name = "scans"
        store = "archive"
        key = "id"
        category = "people"
        owned_by = [{ field = "letter", of = "letters" }]
    "#;

    fn planner(map: &str) -> Planner {
        let policy = "name = \"A\"\nversion = \"1\"\n[[category]]\nid = \"people\"\non_erasure = \"erase\"";
        Planner::new(&Policy::from_toml(policy).unwrap(), &DataMap::from_toml(map).unwrap()).unwrap()
    }

    fn request() -> Request {
        let ana = Identifier::email("ana@example.com").unwrap();
        Request::builder(Channel::Operator).with_identifier(ana).build().unwrap()
    }

    /// The plan of `MAP`, taken up under another map.
    fn resumed(map: &str) -> Result<Resumed, ResumeError> {
        let now = "2026-11-27T00:00:00Z".parse().unwrap();
        let record = planner(MAP).plan(&request(), &[], now).unwrap().record();
        planner(map).resume(&record, &request(), &[])
    }

    fn changed(from: &str, to: &str) -> String {
        assert!(MAP.contains(from), "{from}");
        MAP.replace(from, to)
    }

    #[test]
    fn a_plan_that_means_the_same_goes_on_in_the_recorded_order_under_the_recorded_names() {
        let renamed = changed(
            "name = \"letters\"",
            "name = \"a_letters\"\ntable = \"letters\"\nformerly = [\"letters\"]",
        )
        .replace("of = \"letters\"", "of = \"a_letters\"");
        let Ok(Resumed::Same(plan)) = resumed(&renamed) else { panic!("it means the same") };
        let steps: Vec<_> = plan.steps().map(|step| step.collection().to_owned()).collect();
        let before: Vec<_> = planner(MAP)
            .plan(&request(), &[], plan.now())
            .unwrap()
            .steps()
            .map(|it| it.collection().to_owned())
            .collect();
        assert_eq!(steps, before);
        assert!(steps.contains(&"letters".to_owned()));
    }

    #[test]
    fn a_name_that_leads_nowhere_or_elsewhere_stops() {
        let gone = MAP.replace("\"letters\"", "\"notes\"");
        let other_table = changed("name = \"letters\"", "name = \"letters\"\ntable = \"notes\"");
        let other_store = changed(
            "name = \"letters\"\n        store = \"crm\"",
            "name = \"letters\"\n        store = \"archive\"",
        );
        for (map, is_taken) in [(gone, false), (other_table, true), (other_store, true)] {
            let Err(ResumeError::Lost(LostNames(lost))) = resumed(&map) else { panic!("{map}") };
            assert_eq!((lost[0].collection.as_str(), lost[0].is_taken), ("letters", is_taken));
        }
        // Said on purpose, they are the same records, but it is another table that is erased from.
        let moved =
            changed("name = \"letters\"", "name = \"letters\"\nformerly = [\"letters\"]\ntable = \"notes\"");
        assert!(matches!(resumed(&moved), Ok(Resumed::Other { .. })));
    }

    #[test]
    fn whatever_decides_what_is_done_or_whose_it_is_counts() {
        for (from, to) in [
            (
                "owned_by = [{ field = \"about\"",
                "mentions = [{ field = \"x\", of = \"contacts\" }]\nowned_by = [{ field = \"about\"",
            ),
            ("field = \"about\"", "field = \"sent_by\""),
            ("identifiers = { email = \"email\" }", "identifiers = { email = \"mail\" }"),
            ("name = \"letters\"", "name = \"letters\"\nwhere = { kind = \"x\" }"),
        ] {
            let other = resumed(&changed(from, to));
            assert!(matches!(other, Ok(Resumed::Other { ref because, .. }) if !because.is_empty()), "{from}");
        }
    }
}
