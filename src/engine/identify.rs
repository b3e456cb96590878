//! Finds the person: which records they are, by the identifiers that were given and those found on the way.
//!
//! Given identifiers match every record that holds them. Found ones are followed only where no link leads, only
//! within the tenant in which they were found, and only while nobody else holds them: a family's e-mail address or a
//! switchboard's number must not pull strangers in.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::bind::People;
use super::error::EngineError;
use super::notebook::{Notebook, lists};
use super::reader::{Reader, Row};
use super::roll::{Met, Places, Roll};
use crate::datamap::{IdentifierField, Stored};
use crate::identifier::{Identifier, IdentifierKind, stored_digits};
use crate::plan::graph::NodeIndex;
use crate::plan::reach::Anchor;
use crate::port::{Key, Selection};
use crate::request::Request;
use crate::value::{LinkForm, Value};

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// How many owners of one record are looked for: beyond the first, only that there are several matters.
const SEVERAL: usize = 2;

/// What was found of a person, besides the records themselves. Counts and kinds only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identification {
    /// How many persons a list names; 0 where the request is for one person.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub persons: u64,
    /// Which persons of a list no record names, by their places in the list (the first has place 1).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<u64>,
    /// How many identifiers were found besides those given.
    pub found: u64,
    /// Identifiers that somebody else holds too, and that were therefore not followed, by kind.
    pub shared: BTreeMap<String, u64>,
    /// Records that hold a given identifier but belong to several people or to nobody, by collection; they are not erased for it.
    pub unclear: BTreeMap<String, u64>,
    /// Records that hold a possible other spelling of a given number (Brazil, Mexico, Argentina), by collection;
    /// they are erased only when a request gives that spelling.
    pub proposed: BTreeMap<String, u64>,
}

/// A person as far as they were found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    pub(crate) people: People,
    /// All identifiers that are theirs alone: given, and found.
    pub(crate) identifiers: BTreeSet<Identifier>,
    pub(crate) report: Identification,
}

/// An identifier and the tenant in which it was found; `None` where its record says nothing of a tenant.
type InTenant = (Option<LinkForm>, Identifier);

/// Finds the person with these identifiers. `reader`'s binder carries the tenant; its people are not looked at.
pub(crate) async fn identify(
    reader: Reader<'_>,
    notebook: &Notebook,
    request: &Request,
) -> Result<Found, EngineError> {
    let given = request.identifiers();
    let mut found = Found { identifiers: given.iter().cloned().collect(), ..Found::default() };
    if reader.binder.anchor == Anchor::Tenant {
        // A tenant is found by its own key, and holds more people than memory.
        return Ok(found);
    }
    let mut met = Met::of(request);
    let mut roll = Roll::new(request.persons());
    match_given(reader, given, &mut roll, &mut found, &mut met).await?;
    (found.report.persons, found.report.absent) = (request.persons().len() as u64, roll.absent());
    match_proposals(reader, given, &mut found).await?;
    follow_found(reader, notebook, &mut found, &mut met).await?;
    Ok(found)
}

/// Matches what was given: the record is the person, or its only owner is.
async fn match_given(
    reader: Reader<'_>,
    given: &[Identifier],
    roll: &mut Roll<'_>,
    found: &mut Found,
    met: &mut Met,
) -> Result<(), EngineError> {
    for node in 0..reader.binder.graph().nodes.len() {
        let Some(collection) = reader.binder.node(node) else { continue };
        let mut rows = holding(reader, node, given).await?;
        while let Some(page) = rows.next(reader).await? {
            let named = |row| Some(roll.tick_off(reader, node, row)).filter(|places| !places.is_empty());
            // Where a store's answer cannot be told apart, it may be about any of them.
            let named: Vec<Places> =
                page.iter().map(named).map(|places| places.unwrap_or_else(|| met.everybody())).collect();
            if collection.subject().is_some() {
                for (row, places) in page.iter().zip(&named) {
                    met.note(node, row.key.clone(), places);
                }
                found.people.add(node, page.into_iter().map(|row| row.key.into_values()));
                continue;
            }
            let owners = reader.owners(node, page.clone(), SEVERAL).await?;
            for ((row, places), mut owners) in page.into_iter().zip(named).zip(owners) {
                match (owners.pop_first(), owners.is_empty()) {
                    (Some((up, owner)), true) => {
                        met.note(node, row.key, &places);
                        met.note(up, owner.clone(), &places);
                        found.people.add(up, [owner.into_values()]);
                    }
                    _ => *found.report.unclear.entry(collection.name().to_owned()).or_default() += 1,
                }
            }
        }
    }
    Ok(())
}

/// Counts who holds another spelling of what was given; they are only reported.
async fn match_proposals(
    reader: Reader<'_>,
    given: &[Identifier],
    found: &mut Found,
) -> Result<(), EngineError> {
    let variants: Vec<Identifier> =
        given.iter().flat_map(Identifier::variants).filter(|variant| !given.contains(variant)).collect();
    if variants.is_empty() {
        return Ok(());
    }
    for node in 0..reader.binder.graph().nodes.len() {
        let Some(collection) = reader.binder.node(node) else { continue };
        let mut rows = holding(reader, node, &variants).await?;
        let mut count = 0;
        while let Some(page) = rows.next(reader).await? {
            count += page.iter().filter(|row| !found.people.contains(node, row.key.values())).count() as u64;
        }
        if count > 0 {
            found.report.proposed.insert(collection.name().to_owned(), count);
        }
    }
    Ok(())
}

/// Counts the records that still hold one of the person's identifiers after all is done, by collection, without those
/// that `is_expected` explains (kept for a ground, out of scope, on hold).
pub(crate) async fn still_holding(
    reader: Reader<'_>,
    identifiers: &[Identifier],
    notebook: &Notebook,
    is_expected: impl Fn(NodeIndex) -> bool,
) -> Result<BTreeMap<String, u64>, EngineError> {
    let mut left = BTreeMap::new();
    for node in (0..reader.binder.graph().nodes.len()).filter(|&node| !is_expected(node)) {
        let kept = lists::kept(reader.name(node));
        let mut count = 0;
        let mut rows = holding(reader, node, identifiers).await?;
        while let Some(page) = rows.next(reader).await? {
            let known = notebook.among(&kept, page.iter().map(|row| &row.key)).await?;
            count += page.iter().filter(|row| !known.contains(&row.key)).count() as u64;
        }
        if count > 0 {
            left.insert(reader.name(node).to_owned(), count);
        }
    }
    Ok(left)
}

/// Follows what is found on the people's records, round by round, until a round finds nothing new.
///
/// Each person of a list is followed as if alone: where one of them was met says nothing of where another may be. Only what
/// people of the same list hold makes nothing a stranger's, since all of them go.
async fn follow_found(
    reader: Reader<'_>,
    notebook: &Notebook,
    found: &mut Found,
    met: &mut Met,
) -> Result<(), EngineError> {
    let mut settled: BTreeSet<(InTenant, usize)> = BTreeSet::new();
    let given: BTreeSet<Identifier> = found.identifiers.clone();
    loop {
        let mut fresh: BTreeMap<InTenant, Places> = gather(reader, notebook, &found.people, met).await?;
        fresh.retain(|candidate, places| {
            places.retain(|place| !settled.contains(&(candidate.clone(), *place)));
            !given.contains(&candidate.1) && !places.is_empty()
        });
        if fresh.is_empty() {
            return Ok(());
        }
        let shared = held_by_others(reader, &fresh, &found.people, met).await?;
        let mut grown: Vec<(NodeIndex, Key, Places)> = Vec::new();
        for node in 0..reader.binder.graph().nodes.len() {
            if reader.binder.node(node).is_none_or(|it| it.subject().is_none()) {
                continue;
            }
            let here = met.within(node);
            let follow = |candidate: &InTenant| -> Places {
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
            let mut rows = holding(reader, node, &wanted).await?;
            while let Some(page) = rows.next(reader).await? {
                for row in page {
                    let places: Places =
                        identifiers_of(reader, node, &row).iter().flat_map(&follow).collect();
                    if !places.is_empty() {
                        grown.push((node, row.key, places));
                    }
                }
            }
        }
        for (candidate, places) in fresh {
            let (kept, followed): (Places, Places) =
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
    }
}

/// Identifiers that a stranger holds in a collection in which these people were met.
type Shared = BTreeMap<InTenant, Places>;

fn is_shared(shared: &Shared, candidate: &InTenant, place: usize) -> bool {
    shared.get(candidate).is_some_and(|places| places.contains(&place))
}

/// All identifiers on the people's records, and on records that are theirs alone, each with whose it is. Notes where the
/// people were met.
async fn gather(
    reader: Reader<'_>,
    notebook: &Notebook,
    people: &People,
    met: &mut Met,
) -> Result<BTreeMap<InTenant, Places>, EngineError> {
    let mut binder = reader.binder;
    binder.people = people;
    let reader = Reader { binder, ..reader };
    let mut gathered: BTreeMap<InTenant, Places> = BTreeMap::new();
    for node in 0..binder.graph().nodes.len() {
        let Some(collection) = binder.node(node) else { continue };
        if collection.subject().is_none() && collection.identifiers().is_empty() {
            continue;
        }
        let fields = identifier_fields(reader, node);
        let mut cursors = Vec::new();
        if let Some(keys) = people.of(node) {
            cursors.push(reader.with_keys(node, &fields, keys.to_vec())?);
        } else if collection.subject().is_none() {
            cursors.extend(reader.below_people(notebook, node, &fields).await?);
        }
        for mut cursor in cursors {
            loop {
                let rows = reader.next(&mut cursor).await?;
                if rows.is_empty() {
                    break;
                }
                let whose = whose(reader, node, &rows, met).await?;
                for (row, places) in rows.into_iter().zip(whose).filter(|(_, places)| !places.is_empty()) {
                    for held in identifiers_of(reader, node, &row) {
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
    reader: Reader<'_>,
    node: NodeIndex,
    rows: &[Row],
    met: &Met,
) -> Result<Vec<Places>, EngineError> {
    if reader.binder.node(node).is_some_and(|it| it.subject().is_some()) {
        return Ok(rows.iter().map(|row| met.on(node, &row.key).cloned().unwrap_or_default()).collect());
    }
    let shared = reader.shared(node, rows.to_vec()).await?;
    if met.is_about_one() {
        let everybody = met.everybody();
        return Ok(shared.into_iter().map(|it| if it { Places::new() } else { everybody.clone() }).collect());
    }
    // Above a record that no stranger owns there are only people of the list.
    let own = rows.iter().zip(&shared).filter(|(_, shared)| !**shared).map(|(row, _)| row.clone()).collect();
    let mut owners = reader.owners(node, own, usize::MAX).await?.into_iter();
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
    reader: Reader<'_>,
    candidates: &BTreeMap<InTenant, Places>,
    people: &People,
    met: &Met,
) -> Result<Shared, EngineError> {
    let mut shared = Shared::new();
    for node in met.nodes() {
        let here = met.within(node);
        let open = |shared: &Shared, candidate: &InTenant, places: &Places| {
            places.intersection(&here).any(|&place| !is_shared(shared, candidate, place))
        };
        let wanted: Vec<Identifier> = candidates
            .iter()
            .filter(|(candidate, places)| open(&shared, candidate, places))
            .map(|((_, identifier), _)| identifier.clone())
            .collect();
        let mut rows = holding(reader, node, &wanted).await?;
        while let Some(page) = rows.next(reader).await? {
            let others = page
                .iter()
                .filter(|row| met.on(node, &row.key).is_none() && !people.contains(node, row.key.values()));
            for held in others.flat_map(|row| identifiers_of(reader, node, row)) {
                if let Some(places) = candidates.get(&held) {
                    shared.entry(held).or_default().extend(places.intersection(&here));
                }
            }
            if !candidates.iter().any(|(candidate, places)| open(&shared, candidate, places)) {
                break;
            }
        }
    }
    Ok(shared)
}

/// The fields that have to be read to tell who a record names, and in which tenant.
fn identifier_fields(reader: Reader<'_>, node: NodeIndex) -> Vec<String> {
    let mut fields = reader.link_fields(node);
    if let Some(collection) = reader.binder.node(node) {
        fields.extend(collection.identifiers().iter().map(|identifier| identifier.field().to_owned()));
    }
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// The identifiers that a record holds, each with the record's tenant.
fn identifiers_of(reader: Reader<'_>, node: NodeIndex, row: &Row) -> Vec<InTenant> {
    let Some(collection) = reader.binder.node(node) else { return Vec::new() };
    let tenant = match collection.tenant() {
        Some(field) => row.value(field).link_form(),
        None if collection.is_tenant_root() => row.key.values().first().and_then(Value::link_form),
        None => None,
    };
    collection
        .identifiers()
        .iter()
        .filter_map(|field| read_identifier(field, row.value(field.field())))
        .map(|identifier| (tenant.clone(), identifier))
        .collect()
}

/// The identifier that a stored value is, where it is one that can be told from others.
fn read_identifier(field: &IdentifierField, value: &Value) -> Option<Identifier> {
    let text = value.to_text().filter(|text| !text.trim().is_empty())?;
    Identifier::stored(field.kind(), field.namespace(), &text)
}

/// Records of a collection that hold one of these identifiers, in the tenant of the request.
struct Holding {
    cursors: Vec<super::reader::Cursor>,
    /// What a small store could not be asked.
    wanted: Option<Vec<Identifier>>,
    node: NodeIndex,
}

impl Holding {
    /// The next page, `None` at the end.
    async fn next(&mut self, reader: Reader<'_>) -> Result<Option<Vec<Row>>, EngineError> {
        while let Some(cursor) = self.cursors.last_mut() {
            let mut rows = reader.next(cursor).await?;
            if rows.is_empty() {
                self.cursors.pop();
                continue;
            }
            if let Some(wanted) = &self.wanted {
                rows.retain(|row| {
                    reader.is_matchable(self.node, row) && holds_any(reader, self.node, row, wanted)
                });
            }
            if !rows.is_empty() {
                return Ok(Some(rows));
            }
        }
        Ok(None)
    }
}

/// Whether a record holds any of these identifiers in any of its fields.
fn holds_any(reader: Reader<'_>, node: NodeIndex, row: &Row, wanted: &[Identifier]) -> bool {
    let Some(collection) = reader.binder.node(node) else { return false };
    collection.identifiers().iter().any(|field| {
        let Some(text) = row.value(field.field()).to_text() else { return false };
        wanted.iter().filter(|identifier| is_of(field, identifier)).any(|identifier| {
            spellings(field, identifier).contains(&text)
                || identifier.digits().is_some_and(|digits| stored_digits(&text).as_deref() == Some(digits))
        })
    })
}

async fn holding(reader: Reader<'_>, node: NodeIndex, wanted: &[Identifier]) -> Result<Holding, EngineError> {
    let nothing = Holding { cursors: Vec::new(), wanted: None, node };
    let Some(collection) = reader.binder.node(node).filter(|_| !wanted.is_empty()) else {
        return Ok(nothing);
    };
    let fields = identifier_fields(reader, node);
    if reader.shelf(node)?.capabilities().predicates {
        let holds = collection
            .identifiers()
            .iter()
            .fold(Selection::Nothing, |all, field| all.or(holds_one_of(field, wanted)));
        let cursor = reader.all_of(node, &fields, holds.and(reader.binder.matchable(node)));
        return Ok(Holding { cursors: vec![cursor], ..nothing });
    }
    // A small store is asked for every usual spelling, and its answers are looked at again.
    let mut cursors = Vec::new();
    for field in collection.identifiers() {
        let values: Vec<Vec<Value>> = wanted
            .iter()
            .filter(|identifier| is_of(field, identifier))
            .flat_map(|identifier| spellings(field, identifier))
            .map(|text| vec![Value::from(text)])
            .collect();
        if !values.is_empty() {
            cursors.push(reader.pointing(node, &fields, &[field.field().to_owned()], values, &[])?);
        }
    }
    Ok(Holding { cursors, wanted: Some(wanted.to_vec()), node })
}

/// Whether an identifier could stand in a field: same kind, and same namespace where the field has one.
fn is_of(field: &IdentifierField, identifier: &Identifier) -> bool {
    identifier.kind() == field.kind()
        && match (field.namespace(), identifier.namespace()) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        }
}

/// The spellings under which an identifier is usually stored.
fn spellings(field: &IdentifierField, identifier: &Identifier) -> Vec<String> {
    let digits = identifier.digits().unwrap_or_default();
    let mut spellings = match field.stored() {
        Stored::E164 => vec![format!("+{digits}")],
        Stored::Digits => vec![digits.to_owned()],
        Stored::Any if !digits.is_empty() => {
            vec![
                digits.to_owned(),
                format!("+{digits}"),
                format!("00{digits}"),
                identifier.original().to_owned(),
            ]
        }
        Stored::Any | Stored::Exact => vec![identifier.value().to_owned(), identifier.original().to_owned()],
    };
    spellings.sort_unstable();
    spellings.dedup();
    spellings
}

/// Records whose field holds one of these identifiers, as a store with predicates is asked.
fn holds_one_of(field: &IdentifierField, wanted: &[Identifier]) -> Selection {
    let of_kind: Vec<&Identifier> = wanted.iter().filter(|identifier| is_of(field, identifier)).collect();
    if of_kind.is_empty() {
        return Selection::Nothing;
    }
    let name = field.field().to_owned();
    match field.stored() {
        Stored::Any if *field.kind() == IdentifierKind::Email => Selection::EmailIs {
            field: name,
            addresses: of_kind.iter().map(|it| it.value().to_owned()).collect(),
        },
        Stored::Any if of_kind.iter().all(|it| it.digits().is_some()) => Selection::NumberIs {
            field: name,
            digits: of_kind.iter().filter_map(|it| it.digits()).map(str::to_owned).collect(),
        },
        _ => Selection::one_of(name, of_kind.iter().flat_map(|it| spellings(field, it)).map(Value::from)),
    }
}
