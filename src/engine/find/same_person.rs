//! One person in several records: links that say so are followed both ways, from record to record, within the tenant.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::identify::Found;
use super::ownership::People;
use super::pages::Pages;
use super::records::{Cursor, Records, Row};
use super::sightings::Sightings;
use crate::datamap::Role;
use crate::engine::error::EngineError;
use crate::plan::graph::Edge;
use crate::plan::ids::NodeId;
use crate::port::Key;
use crate::value::{LinkForm, Value};

/// A record that is the same person as another.
struct Joined {
    node: NodeId,
    key: Key,
    /// The record by which that was found.
    by: (NodeId, Key),
}

/// Adds to the people every record that is one of them as well.
pub(super) async fn join(
    records: Records<'_>,
    found: &mut Found,
    met: &mut Sightings,
) -> Result<(), EngineError> {
    for Joined { node, key, by: (from, other) } in joined(records, &found.people).await? {
        let places = met.on(from, &other).cloned().unwrap_or_else(|| met.everybody());
        met.note(node, key.clone(), &places);
        found.people.add(node, [key.into_values()]);
    }
    Ok(())
}

/// Whether all of these records are one person.
pub(super) async fn are_one(
    records: Records<'_>,
    people: &BTreeSet<(NodeId, Key)>,
) -> Result<bool, EngineError> {
    let Some((node, key)) = people.first() else { return Ok(false) };
    let mut one = People::default();
    one.add(*node, [key.values().to_vec()]);
    for record in joined(records, &one).await? {
        one.add(record.node, [record.key.into_values()]);
    }
    Ok(people.iter().all(|(node, key)| one.contains(*node, key.values())))
}

/// Whether the data map has any link that says so.
pub(super) fn is_declared(records: Records<'_>) -> bool {
    records.ownership.graph().edges.iter().any(is_link)
}

fn is_link(edge: &Edge) -> bool {
    edge.role == Some(Role::SamePerson)
}

/// The records that are the same person as any of these, and are none of them.
async fn joined(records: Records<'_>, people: &People) -> Result<Vec<Joined>, EngineError> {
    let mut joined = Vec::new();
    if !is_declared(records) {
        return Ok(joined);
    }
    let mut known = people.clone();
    let mut waiting: BTreeMap<NodeId, Vec<Vec<Value>>> =
        people.iter().map(|(node, keys)| (node, keys.to_vec())).collect();
    while let Some((node, keys)) = waiting.pop_first() {
        let mut cursor = records.with_keys(node, &records.link_fields(node), keys)?;
        while let Some(rows) = cursor.next().await? {
            for (other, row, by) in beside(records, node, &rows).await? {
                if known.contains(other, row.key.values()) {
                    continue;
                }
                known.add(other, [row.key.values().to_vec()]);
                waiting.entry(other).or_default().push(row.key.values().to_vec());
                joined.push(Joined { node: other, key: row.key, by: (node, by) });
            }
        }
    }
    Ok(joined)
}

/// The records one link away from these, each with the one that it is linked with.
async fn beside(
    records: Records<'_>,
    node: NodeId,
    rows: &[Row],
) -> Result<Vec<(NodeId, Row, Key)>, EngineError> {
    let graph = records.ownership.graph();
    let mut found = Vec::new();
    for (_, edge) in graph.edges_from(node).filter(|(_, edge)| is_link(edge)) {
        let cursor = records.pointed_along(edge, &records.link_fields(edge.to), rows)?;
        let sources = rows.iter().filter(|row| row.meets(&edge.only));
        let by_link =
            by_link(sources.flat_map(|row| row.links(&edge.fields).into_iter().map(move |it| (it, row))));
        found.extend(linked(records, (node, edge.to), cursor, &edge.to_fields, &by_link).await?);
    }
    for (_, edge) in graph.edges_to(node).filter(|(_, edge)| is_link(edge)) {
        let cursor = records.pointing_along(edge, &records.link_fields(edge.from), rows)?;
        let by_link = by_link(rows.iter().filter_map(|row| Some((row.link(&edge.to_fields)?, row))));
        found.extend(linked(records, (node, edge.from), cursor, &edge.fields, &by_link).await?);
    }
    Ok(found)
}

type ByLink<'r> = HashMap<Vec<LinkForm>, Vec<&'r Row>>;

fn by_link<'r>(linked: impl Iterator<Item = (Vec<LinkForm>, &'r Row)>) -> ByLink<'r> {
    let mut by_link = ByLink::new();
    for (link, row) in linked {
        by_link.entry(link).or_default().push(row);
    }
    by_link
}

/// Of the records that a cursor finds, those in the tenant of a record that has the same link.
async fn linked(
    records: Records<'_>,
    (node, other): (NodeId, NodeId),
    mut cursor: Cursor<'_>,
    fields: &[String],
    by_link: &ByLink<'_>,
) -> Result<Vec<(NodeId, Row, Key)>, EngineError> {
    let mut found = Vec::new();
    while let Some(page) = cursor.next().await? {
        for row in page.into_iter().filter(|row| records.is_matchable(other, row)) {
            let tenant = tenant_of(records, other, &row);
            let links = row.links(fields);
            let sources = links.iter().filter_map(|link| by_link.get(link)).flatten();
            let is_here = |source: &&&Row| match (&tenant, tenant_of(records, node, source)) {
                (Some(one), Some(another)) => *one == another,
                _ => true,
            };
            let by = sources.copied().find(|source| is_here(&source)).map(|source| source.key.clone());
            found.extend(by.map(|by| (other, row, by)));
        }
    }
    Ok(found)
}

/// The tenant that a record says it lies in.
fn tenant_of(records: Records<'_>, node: NodeId, row: &Row) -> Option<LinkForm> {
    records.ownership.collection(node).tenant().and_then(|field| row.value(field).link_form())
}
