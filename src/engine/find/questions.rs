//! What has to be asked before anything is changed: whom a given identifier means, and whether a hold is on the person.

use std::collections::BTreeSet;

use super::matching::holding;
use super::ownership::People;
use super::pages::Pages;
use super::records::{Records, Row};
use crate::datamap::Collection;
use crate::engine::error::EngineError;
use crate::identifier::Identifier;
use crate::plan::ids::NodeId;
use crate::plan::reach::Anchor;
use crate::port::Key;

/// How many owners of one record are looked for. A record of more people is nobody's in particular.
pub(crate) const MAX_OWNERS: usize = 64;

/// Records of one collection that hold a given identifier and lead to several people whom nothing else names.
pub(crate) struct Ambiguity {
    pub(crate) node: NodeId,
    /// How many records.
    pub(crate) count: u64,
    /// The people that they lead to.
    pub(crate) owners: BTreeSet<(NodeId, Key)>,
}

/// The records that hold a given identifier and leave open whose it is: they lead to several people, and none of those was
/// found otherwise.
pub(crate) async fn ambiguities(
    records: Records<'_>,
    given: &[Identifier],
    people: &People,
) -> Result<Vec<Ambiguity>, EngineError> {
    let mut found = Vec::new();
    if records.ownership.anchor() == Anchor::Tenant {
        return Ok(found);
    }
    for node in records.ownership.graph().nodes.ids() {
        if records.ownership.collection(node).subject().is_some() {
            continue;
        }
        let mut ambiguity = Ambiguity { node, count: 0, owners: BTreeSet::new() };
        let mut rows = holding(records, node, given)?;
        while let Some(page) = rows.next().await? {
            for owners in records.owners(node, page, MAX_OWNERS).await? {
                let is_known = owners.iter().any(|(up, key)| people.contains(*up, key.values()));
                if owners.len() > 1 && !is_known {
                    ambiguity.count += 1;
                    ambiguity.owners.extend(owners);
                }
            }
        }
        if ambiguity.count > 0 {
            found.push(ambiguity);
        }
    }
    Ok(found)
}

/// Whether a record holds one of these identifiers in that field.
pub(crate) fn is_in_field(
    collection: &Collection,
    field: &str,
    row: &Row,
    identifiers: &[Identifier],
) -> bool {
    let Some(text) = row.value(field).to_text() else { return false };
    collection.identifiers().iter().filter(|it| it.field() == field).any(|it| {
        Identifier::stored(it.kind(), it.namespace(), &text).is_some_and(|held| {
            let is_held =
                |wanted: &Identifier| (wanted.kind(), wanted.value()) == (held.kind(), held.value());
            identifiers.iter().any(is_held)
        })
    })
}

/// Whether any of these people is a record of the request's own tenant.
pub(crate) async fn is_any_in_tenant(records: Records<'_>, people: &People) -> Result<bool, EngineError> {
    for (node, keys) in people.iter() {
        // What names no tenant may be anybody's, and says nothing of this one.
        if records.ownership.collection(node).tenant().is_none() {
            continue;
        }
        let mut rows = records.with_keys(node, &records.link_fields(node), keys.to_vec())?;
        while let Some(page) = rows.next().await? {
            if page.iter().any(|row| records.is_matchable(node, row)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
