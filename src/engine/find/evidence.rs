//! What a record must still hold to be the person as whom it was found: a key is an address, not an identity.
//!
//! Databases give keys again, and hosts give records to somebody else. So wherever a record is taken for the person by its
//! key, it also has to hold one of the identifiers by which they were found (or, once the request itself masks those, what
//! the masks put there), and must not have been created after they were found.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::matching::{hers, holds_any, holds_one_of, identifier_fields};
use super::ownership::People;
use super::pages::Pages;
use super::records::{Records, Row};
use crate::datamap::{Collection, Event};
use crate::engine::error::EngineError;
use crate::engine::record::dossier::Traits;
use crate::identifier::Identifier;
use crate::plan::graph::Graph;
use crate::plan::ids::NodeId;
use crate::plan::record::MaskRecord;
use crate::port::Selection;
use crate::value::{Value, instant_of};
use chrono::{DateTime, TimeDelta, Utc};

/// The event of a record's own creation, as data maps name it.
const CREATED: &str = "created";

/// How far apart two instants may be that are the same: some databases keep whole seconds only.
const PRECISION: TimeDelta = TimeDelta::seconds(1);

/// The masks that a request puts in the place of identifiers, by collection and field.
pub(crate) type IdentifierMasks = BTreeMap<NodeId, BTreeMap<String, Vec<MaskRecord>>>;

/// The records that are the person, and what they must still hold to be.
#[derive(Debug, Default)]
pub(crate) struct Person {
    pub(crate) people: People,
    pub(crate) evidence: Evidence,
}

impl Person {
    /// The person, as whom these records were found just now.
    pub(crate) fn just_found(people: People) -> Self {
        Self { people, evidence: Evidence::none() }
    }
}

/// Which records still are the person, by collection.
#[derive(Debug, Default)]
pub(crate) struct Evidence(BTreeMap<NodeId, Proof>);

#[derive(Debug)]
struct Proof {
    subject: Selection,
    traits: Traits,
    identifiers: Vec<Identifier>,
    /// Masks of the request may have taken the identifiers away.
    is_masked: bool,
}

impl Evidence {
    /// That keys alone tell: as the person is being found.
    pub(crate) const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// What the people's records must still hold. `masks` are those that the request has begun to put in the place of
    /// identifiers.
    pub(crate) fn new(
        graph: &Graph,
        people: &People,
        identifiers: &[Identifier],
        traits: &BTreeMap<NodeId, Traits>,
        masks: &IdentifierMasks,
    ) -> Self {
        let mut proofs = BTreeMap::new();
        for (&node, traits) in traits {
            let Some(keys) = people.of(node) else { continue };
            let collection = &graph.nodes[node];
            let masks = masks.get(&node);
            let masked = masks.map_or(Selection::Nothing, |it| masked(collection, it, identifiers));
            let holds = hers(collection, identifiers).or(masked);
            let all = Selection::rows(collection.key().iter().cloned(), Arc::clone(keys));
            let nameless = Selection::rows(collection.key().iter().cloned(), traits.nameless.clone());
            let subject = all.and(holds.or(nameless)).and(born_by(collection, traits.born_by));
            let (traits, identifiers) = (traits.clone(), identifiers.to_vec());
            proofs.insert(node, Proof { subject, traits, identifiers, is_masked: masks.is_some() });
        }
        Self(proofs)
    }

    /// The records of a collection that are the person; `None` where keys alone tell.
    pub(crate) fn subject(&self, node: NodeId) -> Option<&Selection> {
        self.0.get(&node).map(|proof| &proof.subject)
    }

    /// Which of the people's records have come to be somebody else.
    pub(crate) async fn lost(
        &self,
        records: Records<'_>,
        people: &People,
    ) -> Result<Vec<(NodeId, Vec<Value>)>, EngineError> {
        let mut lost = Vec::new();
        for (&node, proof) in &self.0 {
            let Some(keys) = people.of(node) else { continue };
            if records.shelf(node)?.capabilities().predicates {
                let collection = records.ownership.collection(node);
                let all = Selection::rows(collection.key().iter().cloned(), Arc::clone(keys));
                let mut rows = records.all_of(node, &[], all.and(proof.subject.clone().negated()));
                while let Some(page) = rows.next().await? {
                    lost.extend(page.into_iter().map(|row| (node, row.key.into_values())));
                }
                continue;
            }
            let mut rows = records.with_keys(node, &traits_fields(records, node), keys.to_vec())?;
            while let Some(page) = rows.next().await? {
                let others = page.into_iter().filter(|row| !proof.is_hers(records, node, row));
                lost.extend(others.map(|row| (node, row.key.into_values())));
            }
        }
        Ok(lost)
    }
}

impl Proof {
    /// Whether a record of a store that cannot be asked for more than values is the person.
    fn is_hers(&self, records: Records<'_>, node: NodeId, row: &Row) -> bool {
        let is_named = self.is_masked
            || self.traits.nameless.iter().any(|key| key == row.key.values())
            || holds_any(records, node, row, &self.identifiers, true);
        let born = born(records.ownership.collection(node), row);
        is_named && !matches!((born, self.traits.born_by), (Some(born), Some(by)) if born > by)
    }
}

/// What the people's records hold as they are found.
pub(crate) async fn traits_of(
    records: Records<'_>,
    people: &People,
    identifiers: &[Identifier],
) -> Result<BTreeMap<NodeId, Traits>, EngineError> {
    let mut all = BTreeMap::new();
    for (node, keys) in people.iter() {
        let collection = records.ownership.collection(node);
        let mut traits = Traits::default();
        let has_predicates = records.shelf(node)?.capabilities().predicates;
        let mut rows = records.with_keys(node, &traits_fields(records, node), keys.to_vec())?;
        while let Some(page) = rows.next().await? {
            for row in &page {
                traits.born_by = traits.born_by.max(born(collection, row));
            }
            let nameless = if has_predicates {
                let these = page.iter().map(|row| row.key.values().to_vec()).collect::<Vec<_>>();
                let these = Selection::rows(collection.key().iter().cloned(), these);
                let mut rows = records.all_of(node, &[], these.and(hers(collection, identifiers).negated()));
                let mut nameless = Vec::new();
                while let Some(page) = rows.next().await? {
                    nameless.extend(page.into_iter().map(|row| row.key.into_values()));
                }
                nameless
            } else {
                let others = page.into_iter().filter(|row| !holds_any(records, node, row, identifiers, true));
                others.map(|row| row.key.into_values()).collect()
            };
            traits.nameless.extend(nameless);
        }
        all.insert(node, traits);
    }
    Ok(all)
}

fn traits_fields(records: Records<'_>, node: NodeId) -> Vec<String> {
    let mut fields = identifier_fields(records, node);
    fields.extend(created(records.ownership.collection(node)).map(|event| event.field().to_owned()));
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// The event of a record's creation, where its collection has one.
pub(super) fn created(collection: &Collection) -> Option<&Event> {
    collection.event(CREATED)
}

/// When a record was created, where its collection says so and the field was read.
pub(super) fn born(collection: &Collection, row: &Row) -> Option<DateTime<Utc>> {
    created(collection).and_then(|event| instant_of(row.value(event.field()), event.form()))
}

/// Whether a record came after another one of its key that was created then, as far as both say.
pub(super) fn is_successor(collection: &Collection, row: &Row, of: Option<DateTime<Utc>>) -> bool {
    let latest = of.and_then(|instant| instant.checked_add_signed(PRECISION));
    matches!((born(collection, row), latest), (Some(born), Some(latest)) if born > latest)
}

/// Records that were not created after that instant, as far as they say.
fn born_by(collection: &Collection, instant: Option<DateTime<Utc>>) -> Selection {
    let (Some(event), Some(instant)) = (created(collection), instant) else { return Selection::Everything };
    let Some(instant) = instant.checked_add_signed(PRECISION) else {
        return Selection::Everything;
    };
    let before = Selection::Before { field: event.field().to_owned(), form: event.form(), instant };
    before.or(Selection::Null { field: event.field().to_owned() })
}

/// Records in which nothing speaks against that these masks have done their work: each field holds what its mask puts there,
/// or still an identifier of the person. Of what a token, a pseudonym or a part of a text was before, nothing can be told.
fn masked(
    collection: &Collection,
    masks: &BTreeMap<String, Vec<MaskRecord>>,
    identifiers: &[Identifier],
) -> Selection {
    let fields = collection.identifiers().iter();
    let fields = fields.filter_map(|field| Some((field, masks.get(field.field())?)));
    fields.fold(Selection::Everything, |all, (field, masks)| {
        let masked = masks.iter().fold(Selection::Nothing, |any, mask| any.or(left_by(mask, field.field())));
        all.and(masked.or(holds_one_of(field, identifiers)))
    })
}

/// What a mask leaves in a field, as far as it can be seen.
fn left_by(mask: &MaskRecord, field: &str) -> Selection {
    match mask {
        MaskRecord::Constant(value) if !value.is_null() => Selection::one_of(field, [value.clone()]),
        MaskRecord::Null | MaskRecord::Constant(_) => Selection::Null { field: field.to_owned() },
        MaskRecord::Token | MaskRecord::Pseudonym | MaskRecord::Prefix(_) | MaskRecord::Scrub => {
            Selection::Everything
        }
    }
}
