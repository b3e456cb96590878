//! Promises and declarations that no request can ever act on: what stands in the files and does nothing.
//!
//! Goes by the files alone; a live schema may take more away, and says so itself.

use super::facts::SchemaFacts;
use super::graph::Graph;
use super::ids::NodeId;
use super::reach::{Anchor, Reach};
use crate::datamap::{Collection, DataMap, Link, Release, Role};
use crate::finding::{Finding, Findings};
use crate::identifier::IdentifierKind;
use crate::policy::{Category, Channel, Policy};

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
    for channel in policy.channels() {
        for method in channel.verify() {
            findings.extend(cannot_be_passed(map, channel.name(), method));
        }
    }
    for collection in graph.nodes.iter() {
        // Whatever owns a record takes it along, or keeps it; what only mentions somebody always stays.
        for link in collection.links().iter().filter(|link| link.role() == Role::Mentions) {
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

/// A proof over an address or a number, where no record that the map declares holds one.
fn cannot_be_passed(map: &DataMap, channel: Channel, method: &str) -> Option<Finding> {
    let (kinds, what): (&[IdentifierKind], _) = match method {
        "registered_email" => (&[IdentifierKind::Email], "an e-mail address"),
        "number_ownership" => (&[IdentifierKind::Phone, IdentifierKind::WaId], "a telephone number"),
        // What a method of the host's own goes by is not known.
        _ => return None,
    };
    let has = |collection: &Collection| collection.identifiers().iter().any(|it| kinds.contains(it.kind()));
    (!map.collections().iter().any(has)).then(|| {
        Finding::warning(
            format!("policy.toml, channel `{channel}`, `verify`"),
            method,
            format!("nobody can ever pass this: no collection has {what} among its identifiers"),
            "add it to the identifiers of the people's collection, or name another method",
        )
    })
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
    let named =
        shells.flat_map(|shell| shell.identifiers().iter().map(move |identifier| (shell, identifier)));
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

#[cfg(test)]
mod tests {
    use super::super::{Planner, check_files};

    const POLICY: &str =
        "name = 'A'\nversion = '1'\n[channels.operator]\n[[category]]\nid = 'people'\non_erasure = 'erase'\n";
    const PEOPLE: &str = "[[collection]]\nname = 'people'\nkey = 'id'\ncategory = 'people'\nsubject = 'contact'\n\
                          identifiers = { email = 'email' }\n";

    fn category(id: &str, rest: &str) -> String {
        format!("[[category]]\nid = '{id}'\n{rest}\n")
    }

    fn collection(name: &str, category: &str, rest: &str) -> String {
        format!("[[collection]]\nname = '{name}'\nkey = 'id'\ncategory = '{category}'\n{rest}\n")
    }

    /// The only finding about files that may be used.
    #[track_caller]
    fn only(policy: &str, map: &str, says: &[&str]) {
        let (files, findings) = check_files(policy, map);
        assert!(files.is_some() && findings.len() == says.len().min(1), "{findings}");
        let found = findings.to_string();
        assert!(says.iter().all(|words| found.contains(words)), "{found}");
    }

    #[test]
    fn a_rule_that_nothing_ever_runs_is_doubtful() {
        let mention = "mentions = [{ field = 'p', of = 'people' }]";
        let kept = "on_erasure = 'retain'\nretain = [{ ground = 'other', citation = 'c', period = '1 years', start = 'made' }]";
        let policy = |rest: &str| POLICY.to_owned() + &category("traces", rest);
        let map = |rest: &str| {
            PEOPLE.to_owned()
                + &collection("traces", "traces", &format!("{mention}\nevents = {{ made = 'at' }}\n{rest}"))
        };
        only(&policy("on_erasure = 'erase'"), &map(""), &["warning: ", "`traces`", "ever runs this rule"]);
        only(&policy(kept), &map(""), &["its grounds keep nothing"]);
        only(&policy("on_erasure = 'erase'"), &map("tenant = 't'"), &[]);
        let swept = "on_erasure = 'erase'\ndeletion = { period = '1 years', start = 'made' }";
        only(&policy(swept), &map(""), &[]);
    }

    #[test]
    fn a_record_that_stays_and_lets_go_of_nothing_is_doubtful() {
        let map = |rest: &str| {
            let notes = collection("notes", "people", rest).replace("key = 'id'", "key = ['p', 'n']");
            PEOPLE.to_owned() + &notes
        };
        let tag = "tenant = 't'\nmentions = [{ field = 'p', of = 'people' }]";
        only(POLICY, &map(tag), &["warning: ", "lets go of nothing", "erase_record"]);
        only(POLICY, &map(&tag.replace(" }]", ", erase_record = true }]")), &[]);
        only(POLICY, &map("owned_by = [{ field = 'p', of = 'people' }]"), &[]);
    }

    #[test]
    fn a_proof_that_nobody_can_pass_is_doubtful() {
        let policy = |method: &str| {
            POLICY.replace("[channels.operator]", &format!("[channels.email]\nverify = ['{method}']"))
        };
        only(&policy("registered_email"), PEOPLE, &[]);
        only(&policy("a_handshake"), PEOPLE, &[]);
        only(&policy("number_ownership"), PEOPLE, &["warning: ", "`email`", "telephone number"]);
    }

    #[test]
    fn a_shell_whose_key_names_the_person_is_doubtful() {
        let people = PEOPLE.replace("key = 'id'", "key = 'email'");
        let warned = |links: &str| {
            let map = people.clone() + &collection("notes", "people", links);
            let (files, _) = check_files(POLICY, &map);
            let (policy, map) = files.unwrap();
            Planner::new(&policy, &map).unwrap().warnings().to_string().contains("the key is an identifier")
        };
        assert!(!warned("owned_by = [{ field = 'p', of = 'people' }]"));
        assert!(warned("mentions = [{ field = 'p', of = 'people', clear = [] }]"));
    }
}
