//! Promises and declarations that no request can ever act on: what stands in the files and does nothing.
//!
//! Goes by the files alone; a live schema may take more away, and says so itself.

use super::facts::SchemaFacts;
use super::graph::Graph;
use super::ids::NodeId;
use super::reach::{Anchor, Reach};
use crate::datamap::{Collection, DataMap, Link, Release, Role};
use crate::finding::{Finding, Findings};
use crate::policy::{Category, Disposition, Policy};

/// Reports rules that are never run, and links that are never let go of, in files that fit each other.
pub(super) fn idle(policy: &Policy, map: &DataMap, findings: &mut Findings) {
    let facts = SchemaFacts::new();
    let graph = match Graph::new(map, &facts) {
        Ok(graph) => graph,
        Err(unfit) => return findings.extend(unfit),
    };
    let people = Reach::new(&graph, &facts, Anchor::People);
    let tenants = Reach::new(&graph, &facts, Anchor::Tenant);
    for category in policy.categories() {
        let using: Vec<NodeId> =
            graph.nodes.pairs().filter(|(_, node)| uses(node, category)).map(|(node, _)| node).collect();
        let is_run = using.iter().any(|&node| people.is_reached(node) || tenants.is_reached(node));
        // A category that nothing uses has a warning of its own.
        if !using.is_empty() && !is_run && category.deletion().is_none() {
            findings.push(never_run(category));
        }
    }
    for (node, collection) in graph.nodes.pairs() {
        let category = policy.category(collection.category());
        let is_kept = category.is_some_and(|it| it.disposition() != Disposition::Erase);
        let may_stay = is_kept || graph.hops_from(node).count() > 1;
        for link in collection.links().iter().filter(|link| may_stay || link.role() == Role::Mentions) {
            let of_people = graph.named(link.target().collection()).is_some_and(|to| people.is_reached(to));
            if of_people && keeps_hold(map, collection, link) {
                findings.push(holds_on(collection, link));
            }
        }
    }
}

/// Whether a category decides about a collection's records, or about any of its fields.
pub(super) fn uses(collection: &Collection, category: &Category) -> bool {
    let id = category.id();
    collection.category() == id || collection.fields().iter().any(|field| field.category() == Some(id))
}

/// Whether nothing of a link can be cleared although the map does not say that it stays.
fn keeps_hold(map: &DataMap, collection: &Collection, link: &Link) -> bool {
    let is_name = map.holds_objects(collection) && link.fields() == collection.key();
    *link.release() == Release::ClearLink && link.cleared().is_empty() && !is_name
}

fn never_run(category: &Category) -> Finding {
    let grounds = if category.grounds().is_empty() { "" } else { ", and its grounds keep nothing" };
    Finding::warning(
        format!("policy.toml, category `{}`", category.id()),
        category.id().as_str(),
        format!(
            "no request of a person, none of a tenant and no sweep ever runs this rule: its records belong to nobody and lie \
             in no tenant{grounds}"
        ),
        "give its collections `owned_by` or `tenant`, or give the category a `deletion`",
    )
}

fn holds_on(collection: &Collection, link: &Link) -> Finding {
    let to = link.target().collection();
    Finding::warning(
        format!("datamap.toml, collection `{}`, link to `{to}`", collection.name()),
        link.fields().join("`, `"),
        "a record that stays lets go of nothing: these fields are its key or its tenant, and are never cleared",
        "write erase_record = true where it should go with the person, or clear = [\"…\"] with what else names them",
    )
}

/// Reports what may stay as an empty shell and still tells whom it was about: its key is never masked.
pub(super) fn identifying_shells<'c>(shells: impl Iterator<Item = &'c Collection>) -> Vec<Finding> {
    let named = shells.flat_map(|shell| shell.identifiers().iter().map(move |identifier| (shell, identifier)));
    named
        .filter(|(shell, identifier)| shell.key().iter().any(|key| key == identifier.field()))
        .map(|(shell, identifier)| {
            Finding::warning(
                format!("datamap.toml, collection `{}`, `identifiers.{}`", shell.name(), identifier.kind()),
                identifier.field(),
                "where something that stays points to a record of this collection, the record stays as an empty shell with its \
                 key, and the key is an identifier of the person",
                "let the links that point here be cleared, or give the collection another key",
            )
        })
        .collect()
}
