//! Finds the person: which records they are, by the identifiers that were given and those found on the way.
//!
//! Given identifiers match every record that holds them. Found ones are followed only where no link leads, only
//! within the tenant in which they were found, and only while nobody else holds them: a family's e-mail address or a
//! switchboard's number must not pull strangers in.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::Evidence;
use super::matching::{InTenant, holding, identifier_fields, identifiers_of};
use super::ownership::{Ownership, People};
use super::pages::Pages;
use super::records::{Records, Row};
use super::same_person;
use super::sightings::{PersonId, Persons, Roster, Sightings};
use crate::engine::error::EngineError;
use crate::engine::record::identification::Identification;
use crate::engine::record::notebook::Notebook;
use crate::identifier::Identifier;
use crate::plan::ids::NodeId;
use crate::plan::reach::Anchor;
use crate::port::Key;
use crate::request::Request;

/// How many owners of one record are looked for: beyond the first, only that there are several matters.
const MAX_OWNERS: usize = 2;

/// A person as far as they were found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    pub(crate) people: People,
    /// All identifiers that are theirs alone: given, and found.
    pub(crate) identifiers: BTreeSet<Identifier>,
    pub(crate) report: Identification,
}

/// Finds the person with these identifiers, who is these records as well, as somebody has said. `records` carries the
/// tenant; its people are not looked at.
pub(crate) async fn identify(
    records: Records<'_>,
    notebook: &Notebook,
    request: &Request,
    meant: &BTreeSet<(NodeId, Key)>,
) -> Result<Found, EngineError> {
    let given = request.identifiers();
    let identifiers = given.iter().cloned().collect();
    let mut found = Found { identifiers, ..Found::default() };
    let is_unknown =
        |it: &&Identifier| !records.ownership.plan.compiled.kinds().any(|known| known == it.kind());
    found.report.unsearched = given.iter().filter(is_unknown).count() as u64;
    if records.ownership.anchor() == Anchor::Tenant {
        // A tenant is found by its own key, and holds more people than memory.
        return Ok(found);
    }
    let mut met = Sightings::of(request);
    let mut roster = Roster::new(request.persons());
    match_given(records, given, &mut roster, &mut found, &mut met).await?;
    for (node, key) in meant {
        let everybody = met.everybody();
        met.note(*node, key.clone(), &everybody);
        found.people.add(*node, [key.clone().into_values()]);
    }
    same_person::join(records, &mut found, &mut met).await?;
    (found.report.persons, found.report.absent) = (request.persons().len() as u64, roster.absent());
    match_proposals(records, given, &mut found).await?;
    follow_found(records, notebook, &mut found, &mut met).await?;
    Ok(found)
}

/// Finds the person again, who was found before anything was changed. By now a record of several people may have let go of
/// the one, and who else held an identifier may not be met any more: so nobody is found by following links or found
/// identifiers, and only what holds a given identifier itself is the person as well.
pub(crate) async fn identify_again(
    records: Records<'_>,
    request: &Request,
    known: People,
    report: Identification,
) -> Result<Found, EngineError> {
    let given = request.identifiers();
    let mut found = Found { people: known, identifiers: given.iter().cloned().collect(), report };
    if records.ownership.anchor() == Anchor::Tenant {
        return Ok(found);
    }
    for node in records.ownership.graph().nodes.ids() {
        if records.ownership.collection(node).subject().is_some() {
            let mut rows = holding(records, node, given)?;
            while let Some(page) = rows.next().await? {
                found.people.add(node, page.into_iter().map(|row| row.key.into_values()));
            }
        }
    }
    Ok(found)
}

/// Matches what was given: the record is the person, or its only owner is.
async fn match_given(
    records: Records<'_>,
    given: &[Identifier],
    roster: &mut Roster<'_>,
    found: &mut Found,
    met: &mut Sightings,
) -> Result<(), EngineError> {
    // Several records may be one owner, and then all of them have to be looked at.
    let most = if same_person::is_declared(records) { usize::MAX } else { MAX_OWNERS };
    for node in records.ownership.graph().nodes.ids() {
        let collection = records.ownership.collection(node);
        let mut rows = holding(records, node, given)?;
        while let Some(page) = rows.next().await? {
            let named = |row| Some(roster.mark_seen(records, node, row)).filter(|places| !places.is_empty());
            // Where a record cannot be told to be somebody's, it may be anybody's of them.
            let named: Vec<Persons> =
                page.iter().map(named).map(|places| places.unwrap_or_else(|| met.everybody())).collect();
            if collection.subject().is_some() {
                for (row, places) in page.iter().zip(&named) {
                    met.note(node, row.key.clone(), places);
                }
                found.people.add(node, page.into_iter().map(|row| row.key.into_values()));
                continue;
            }
            let owners = records.owners(node, page.clone(), most).await?;
            for ((row, places), mut owners) in page.into_iter().zip(named).zip(owners) {
                let is_one = owners.len() <= 1 || same_person::are_one(records, &owners).await?;
                match (owners.pop_first(), is_one) {
                    (Some((up, owner)), true) => {
                        met.note(node, row.key, &places);
                        met.note(up, owner.clone(), &places);
                        found.people.add(up, [owner.into_values()]);
                    }
                    _ => *found.report.unclear.entry(records.name(node).to_owned()).or_default() += 1,
                }
            }
        }
    }
    Ok(())
}

/// Counts who holds another spelling of what was given; they are only reported.
async fn match_proposals(
    records: Records<'_>,
    given: &[Identifier],
    found: &mut Found,
) -> Result<(), EngineError> {
    let variants: Vec<Identifier> =
        given.iter().flat_map(Identifier::variants).filter(|variant| !given.contains(variant)).collect();
    if variants.is_empty() {
        return Ok(());
    }
    for node in records.ownership.graph().nodes.ids() {
        let mut rows = holding(records, node, &variants)?;
        let mut count = 0;
        while let Some(page) = rows.next().await? {
            count += page.iter().filter(|row| !found.people.contains(node, row.key.values())).count() as u64;
        }
        if count > 0 {
            found.report.proposed.insert(records.name(node).to_owned(), count);
        }
    }
    Ok(())
}

/// Follows what is found on the people's records, round by round, until a round finds nothing new.
///
/// Each person of a list is followed as if alone: where one of them was met says nothing of where another may be. Only what
/// people of the same list hold makes nothing a stranger's, since all of them go.
async fn follow_found(
    records: Records<'_>,
    notebook: &Notebook,
    found: &mut Found,
    met: &mut Sightings,
) -> Result<(), EngineError> {
    let mut settled: BTreeSet<(InTenant, PersonId)> = BTreeSet::new();
    let given: BTreeSet<Identifier> = found.identifiers.clone();
    loop {
        let mut fresh: BTreeMap<InTenant, Persons> = gather(records, notebook, &found.people, met).await?;
        fresh.retain(|candidate, places| {
            places.retain(|place| !settled.contains(&(candidate.clone(), *place)));
            !given.contains(&candidate.1) && !places.is_empty()
        });
        if fresh.is_empty() {
            return Ok(());
        }
        let shared = held_by_others(records, &fresh, &found.people, met).await?;
        let mut grown: Vec<(NodeId, Key, Persons)> = Vec::new();
        for node in records.ownership.graph().nodes.ids() {
            if records.ownership.collection(node).subject().is_none() {
                continue;
            }
            let here = met.within(node);
            let follow = |candidate: &InTenant| -> Persons {
                let places = fresh.get(candidate).into_iter().flatten().copied();
                places
                    .filter(|place| !here.contains(place) && !is_shared(&shared, candidate, *place))
                    .collect()
            };
            let wanted: Vec<Identifier> = fresh
                .keys()
                .filter(|candidate| !follow(candidate).is_empty())
                .map(|(_, identifier)| identifier.clone())
                .collect();
            let mut rows = holding(records, node, &wanted)?;
            while let Some(page) = rows.next().await? {
                for row in page {
                    let places: Persons =
                        identifiers_of(records, node, &row).iter().flat_map(&follow).collect();
                    if !places.is_empty() {
                        grown.push((node, row.key, places));
                    }
                }
            }
        }
        for (candidate, places) in fresh {
            let (kept, followed): (Persons, Persons) =
                places.iter().partition(|place| is_shared(&shared, &candidate, **place));
            if !kept.is_empty() {
                *found.report.shared.entry(candidate.1.kind().as_str().to_owned()).or_default() += 1;
            }
            if !followed.is_empty() && found.identifiers.insert(candidate.1.clone()) {
                found.report.found += 1;
            }
            settled.extend(places.into_iter().map(|place| (candidate.clone(), place)));
        }
        for (node, key, places) in grown {
            met.note(node, key.clone(), &places);
            found.people.add(node, [key.into_values()]);
        }
        same_person::join(records, found, met).await?;
    }
}

/// Identifiers that a stranger holds in a collection in which these people were met.
type Shared = BTreeMap<InTenant, Persons>;

fn is_shared(shared: &Shared, candidate: &InTenant, place: PersonId) -> bool {
    shared.get(candidate).is_some_and(|places| places.contains(&place))
}

/// All identifiers on the people's records, and on records that are theirs alone, each with whose it is. Notes where the
/// people were met.
async fn gather(
    records: Records<'_>,
    notebook: &Notebook,
    people: &People,
    met: &mut Sightings,
) -> Result<BTreeMap<InTenant, Persons>, EngineError> {
    let records = Records {
        ownership: Ownership { people, evidence: &Evidence::none(), ..records.ownership },
        ..records
    };
    let mut gathered: BTreeMap<InTenant, Persons> = BTreeMap::new();
    for node in records.ownership.graph().nodes.ids() {
        let collection = records.ownership.collection(node);
        if collection.subject().is_none() && collection.identifiers().is_empty() {
            continue;
        }
        let fields = identifier_fields(records, node);
        let mut cursors = Vec::new();
        if let Some(keys) = people.of(node) {
            cursors.push(records.with_keys(node, &fields, keys.to_vec())?);
        } else if collection.subject().is_none() {
            cursors.extend(records.below_people(notebook, node, &fields).await?);
        }
        for mut cursor in cursors {
            while let Some(rows) = cursor.next().await? {
                let whose = whose(records, node, &rows, met).await?;
                for (row, places) in rows.into_iter().zip(whose).filter(|(_, places)| !places.is_empty()) {
                    for held in identifiers_of(records, node, &row) {
                        gathered.entry(held).or_default().extend(&places);
                    }
                    met.note(node, row.key, &places);
                }
            }
        }
    }
    Ok(gathered)
}
/// Whose each of these records of one collection is; nobody's where it is a stranger's as well.
async fn whose(
    records: Records<'_>,
    node: NodeId,
    rows: &[Row],
    met: &Sightings,
) -> Result<Vec<Persons>, EngineError> {
    if records.ownership.collection(node).subject().is_some() {
        return Ok(rows.iter().map(|row| met.on(node, &row.key).cloned().unwrap_or_default()).collect());
    }
    let shared = records.shared(node, rows.to_vec()).await?;
    if met.is_about_one() {
        let everybody = met.everybody();
        return Ok(shared
            .into_iter()
            .map(|it| if it { Persons::new() } else { everybody.clone() })
            .collect());
    }
    // Above a record that no stranger owns there are only people of the list.
    let own = rows.iter().zip(&shared).filter(|(_, shared)| !**shared).map(|(row, _)| row.clone()).collect();
    let mut owners = records.owners(node, own, usize::MAX).await?.into_iter();
    let mut whose = Vec::new();
    for is_shared in shared {
        let people = if is_shared { None } else { owners.next() };
        let places = people.into_iter().flatten().filter_map(|(up, key)| met.on(up, &key)).flatten();
        whose.push(places.copied().collect());
    }
    Ok(whose)
}

/// Which of these identifiers a record holds that is nobody's of the list, for each person who was met in its collection.
async fn held_by_others(
    records: Records<'_>,
    candidates: &BTreeMap<InTenant, Persons>,
    people: &People,
    met: &Sightings,
) -> Result<Shared, EngineError> {
    let mut shared = Shared::new();
    for node in met.nodes() {
        let here = met.within(node);
        let open = |shared: &Shared, candidate: &InTenant, places: &Persons| {
            places.intersection(&here).any(|&place| !is_shared(shared, candidate, place))
        };
        let wanted: Vec<Identifier> = candidates
            .iter()
            .filter(|(candidate, places)| open(&shared, candidate, places))
            .map(|((_, identifier), _)| identifier.clone())
            .collect();
        let mut rows = holding(records, node, &wanted)?;
        while let Some(page) = rows.next().await? {
            let others = page
                .iter()
                .filter(|row| met.on(node, &row.key).is_none() && !people.contains(node, row.key.values()));
            for row in others {
                let held = identifiers_of(records, node, row);
                let is_read = held.iter().any(|(_, identifier)| wanted.contains(identifier));
                // What cannot be read may be any of those that the store has found in it.
                let possibly = candidates.keys().filter(|(_, it)| !is_read && wanted.contains(it)).cloned();
                for candidate in held.into_iter().chain(possibly) {
                    if let Some(places) = candidates.get(&candidate) {
                        shared.entry(candidate).or_default().extend(places.intersection(&here));
                    }
                }
            }
            if !candidates.iter().any(|(candidate, places)| open(&shared, candidate, places)) {
                break;
            }
        }
    }
    Ok(shared)
}
