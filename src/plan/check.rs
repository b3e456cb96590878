//! Whether a policy and a data map fit each other.

use super::effect::{idle, uses};
use crate::datamap::{Collection, DataMap, Mask};
use crate::finding::{Finding, Findings};
use crate::policy::{Category, CategoryId, Disposition, Policy};
use crate::text::advice;

/// Reads both files and reports everything that is wrong in either or between them, all at once.
///
/// Returns both where nothing stops the work; the findings may hold warnings then.
pub fn check_files(policy_toml: &str, datamap_toml: &str) -> (Option<(Policy, DataMap)>, Findings) {
    let (policy, mut findings) = crate::policy::read(policy_toml);
    let (map, map_findings) = crate::datamap::read(datamap_toml);
    findings.extend(map_findings);
    let (Some(policy), Some(map)) = (policy, map) else {
        return (None, findings);
    };
    findings.extend(cross_check(&policy, &map));
    if findings.has_errors() { (None, findings) } else { (Some((policy, map)), findings) }
}

/// Reports everything in which a policy and a data map do not fit each other.
///
/// Errors: a category that the policy lacks; a retained category whose collections lack the event that it is counted
/// from; a record that is to be anonymised but whose identifier is its key; a rule for a kind of person that the map does not
/// have, or that is counted from an event that its records do not have. Warnings: a category that no collection
/// uses, or that no request and no sweep ever runs; a mask that can never be needed; a record that is anonymised although
/// nothing in it is masked, or that stays and lets go of nothing.
pub fn cross_check(policy: &Policy, map: &DataMap) -> Findings {
    let mut findings = Findings::new();
    for collection in map.collections() {
        check_categories(policy, collection, &mut findings);
        check_events(policy, collection, &mut findings);
        check_masks(policy, map, collection, &mut findings);
    }
    for category in policy.categories() {
        let covers_any = map.collections().iter().any(|collection| uses(collection, category));
        if !covers_any {
            findings.push(Finding::warning(
                format!("policy.toml, category `{}`", category.id()),
                category.id().as_str(),
                "no collection and no field of the data map is of this category, so the promise covers nothing",
                "give the collections that hold such data this category, or take it out of the policy",
            ));
        }
    }
    check_people(policy, map, &mut findings);
    if !findings.has_errors() {
        idle(policy, map, &mut findings);
    }
    findings
}

/// The policy's rules for kinds of people, each of which the map has to have.
fn check_people(policy: &Policy, map: &DataMap, findings: &mut Findings) {
    let people_of = |kind: &str| -> Vec<&Collection> {
        map.collections().iter().filter(|collection| collection.subject() == Some(kind)).collect()
    };
    let mut unknown = |at: String, kind: &str| {
        findings.push(Finding::error(
            at,
            kind,
            "no collection of the data map has people of this kind",
            advice(kind, map.collections().iter().filter_map(Collection::subject)),
        ));
    };
    for requester in policy.requesters().iter().filter(|it| people_of(it.kind()).is_empty()) {
        unknown(format!("policy.toml, requester `{}`", requester.kind()), requester.kind());
    }
    let place = |index: usize| format!("policy.toml, rule for the inactive {}", index + 1);
    let rules = || policy.inactive().iter().enumerate();
    for (index, rule) in rules().filter(|(_, rule)| people_of(rule.subject()).is_empty()) {
        unknown(format!("{}, `subject`", place(index)), rule.subject());
    }
    for (index, rule) in rules() {
        for collection in people_of(rule.subject()) {
            if collection.event(rule.start()).is_none() {
                findings.push(Finding::error(
                    format!("{}, `start`", place(index)),
                    rule.start(),
                    format!(
                        "collection `{}` has no such event, so that nobody could say who is inactive",
                        collection.name()
                    ),
                    format!("add `events = {{ {} = \"…\" }}` with the field that holds it", rule.start()),
                ));
            }
        }
    }
}

/// The categories of a collection and of its fields, each with where it stands.
fn categories_of(collection: &Collection) -> impl Iterator<Item = (String, &CategoryId)> {
    let own =
        (format!("datamap.toml, collection `{}`, `category`", collection.name()), collection.category());
    let fields = collection.fields().iter().filter_map(|field| {
        let at = format!("datamap.toml, collection `{}`, `fields.{}`", collection.name(), field.name());
        field.category().map(|id| (at, id))
    });
    std::iter::once(own).chain(fields)
}

fn check_categories(policy: &Policy, collection: &Collection, findings: &mut Findings) {
    for (at, id) in categories_of(collection) {
        if policy.category(id).is_some() {
            continue;
        }
        let below: Vec<&str> = policy
            .categories()
            .iter()
            .map(|category| category.id())
            .filter(|known| id.covers(known) || known.covers(id))
            .map(CategoryId::as_str)
            .collect();
        let known = if below.is_empty() {
            policy.categories().iter().map(|category| category.id().as_str()).collect::<Vec<_>>()
        } else {
            below
        };
        findings.push(Finding::error(
            at,
            id.as_str(),
            "the policy has no such category",
            format!("write one of `{}`, or add the category to policy.toml", known.join("`, `")),
        ));
    }
}

fn check_events(policy: &Policy, collection: &Collection, findings: &mut Findings) {
    for (at, id) in categories_of(collection) {
        let Some(category) = policy.category(id).filter(|it| it.disposition() == Disposition::Retain) else {
            continue;
        };
        let mut missing: Vec<&str> = category
            .grounds()
            .iter()
            .map(|ground| ground.start())
            .filter(|start| collection.event(start).is_none())
            .collect();
        missing.sort_unstable();
        missing.dedup();
        for start in missing {
            findings.push(Finding::error(
                at.clone(),
                id.as_str(),
                format!(
                    "category `{id}` is retained from `{start}` on, and this collection has no such event"
                ),
                format!("add `events = {{ {start} = \"…\" }}` with the field that holds it"),
            ));
        }
    }
}

fn check_masks(policy: &Policy, map: &DataMap, collection: &Collection, findings: &mut Findings) {
    let Some(category) = policy.category(collection.category()) else { return };
    let at = format!("datamap.toml, collection `{}`", collection.name());
    if may_anonymize(category) && map.holds_objects(collection) {
        findings.push(Finding::error(
            format!("{at}, `category`"),
            category.id().as_str(),
            "records of this category are anonymised, and an object cannot be masked: it is kept or erased",
            "give the collection a category that is erased, or one that is retained and then erased",
        ));
    } else if may_anonymize(category) {
        for identifier in
            collection.identifiers().iter().filter(|it| collection.key().iter().any(|key| key == it.field()))
        {
            findings.push(Finding::error(
                format!("{at}, `identifiers.{}`", identifier.kind()),
                identifier.field(),
                format!("category `{}` is anonymised, but this identifier is the record's key, which cannot be masked", category.id()),
                "use another key, or let the category be erased",
            ));
        }
        let masks_something = !collection.identifiers().is_empty()
            || !collection.links().is_empty()
            || collection.fields().iter().any(|field| !field.is_kept());
        if !masks_something {
            findings.push(Finding::warning(
                at.clone(),
                category.id().as_str(),
                "records of this category are anonymised, but nothing in them is declared as personal",
                "list the personal fields under `[collection.fields]`",
            ));
        }
    }
    for field in collection.fields().iter().filter(|field| *field.mask() == Mask::Scrub && field.is_kept()) {
        findings.push(Finding::warning(
            format!("{at}, `fields.{}`", field.name()),
            "scrub",
            "a field that is kept is never masked",
            "take out `keep` or `mask`",
        ));
    }
}

fn may_anonymize(category: &Category) -> bool {
    match category.disposition() {
        Disposition::Erase => false,
        Disposition::Anonymize => true,
        Disposition::Retain => category.then() == crate::policy::After::Anonymize,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_for_people_are_for_people_that_the_map_has() {
        const MAP: &str = "[[collection]]\nname = 'agents'\nkey = 'id'\ncategory = 'people'\nsubject = 'agent'\n\
                           identifiers = { email = 'email' }\nevents = { last_login = 'seen_at' }\n";
        let check = |rules: &str| {
            let policy = format!(
                "name = 'n'\nversion = '1'\n[[category]]\nid = 'people'\non_erasure = 'erase'\n{rules}"
            );
            check_files(&policy, MAP).1
        };
        let fine = check(
            "[requesters.agent]\n[[inactive]]\nsubject = 'agent'\nperiod = '1 year'\nstart = 'last_login'\n",
        );
        assert!(!fine.has_errors(), "{fine}");
        let wrong = check(
            "[requesters.agents]\n[[inactive]]\nsubject = 'agnet'\nperiod = '1 year'\nstart = 'last_login'\n\
             [[inactive]]\nsubject = 'agent'\nperiod = '1 year'\nstart = 'last_seen'\n",
        );
        let errors: Vec<String> = wrong.iter().filter(|it| it.is_error()).map(ToString::to_string).collect();
        assert_eq!(
            errors,
            [
                "error: policy.toml, requester `agents`: no collection of the data map has people of this kind (it says `agents`); did you mean `agent`? write `agent`",
                "error: policy.toml, rule for the inactive 1, `subject`: no collection of the data map has people of this kind (it says `agnet`); did you mean `agent`? write `agent`",
                "error: policy.toml, rule for the inactive 2, `start`: collection `agents` has no such event, so that nobody could say who is inactive (it says `last_seen`); add `events = { last_seen = \"…\" }` with the field that holds it",
            ]
        );
    }
}
