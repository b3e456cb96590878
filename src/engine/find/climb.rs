//! Climbs the links up from records at hand, page by page, to see whose they are.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::naming::Naming;
use super::pages::Pages;
use super::records::{Cursor, Records, Row};
use super::walk::Belongs;
use crate::engine::error::EngineError;
use crate::plan::graph::{Edge, Hop};
use crate::plan::ids::{IdVec, NodeId, ids};
use crate::port::Key;
use crate::value::LinkForm;

ids! {
    /// A record that was met on a climb.
    MetId,
}

/// Records by the link along which they are climbed.
type Children = HashMap<Vec<LinkForm>, Vec<MetId>>;

impl<'a> Records<'a> {
    /// Which of these records of one collection belong to anybody other than the subject, or may: somebody else's record may
    /// name an object by a text that is not understood.
    ///
    /// Goes up in pages, deepest first, and stops as soon as all are known to.
    pub(crate) async fn shared(&self, node: NodeId, rows: Vec<Row>) -> Result<Vec<bool>, EngineError> {
        self.shared_along(node, rows, &[Reading::AsMayBeMeant, Reading::AsUnderstood]).await
    }

    /// The same by links alone that are understood.
    pub(crate) async fn surely_shared(&self, node: NodeId, rows: Vec<Row>) -> Result<Vec<bool>, EngineError> {
        self.shared_along(node, rows, &[Reading::AsUnderstood]).await
    }

    async fn shared_along(
        &self,
        node: NodeId,
        rows: Vec<Row>,
        readings: &[Reading],
    ) -> Result<Vec<bool>, EngineError> {
        let mut climb = Climb(Met::none());
        let roots: Vec<MetId> = rows.iter().map(|row| climb.meet(node, &row.key).0).collect();
        let mut frames = Vec::new();
        self.enter(&mut climb, &mut frames, (node, rows), readings)?;
        while let Some(frame) = frames.last_mut() {
            if roots.iter().all(|&root| climb.is_foreign(root)) {
                break;
            }
            let Some((reading, (hop, edge, up))) = frame.hops.last().cloned() else {
                frames.pop();
                continue;
            };
            let doubtful = match reading {
                Reading::AsUnderstood => None,
                Reading::AsMayBeMeant => Naming::along(self.ownership.graph(), &edge),
            };
            let cursor = match (&mut frame.cursor, &doubtful) {
                (Some(cursor), _) => cursor,
                (none, Some(naming)) => none.insert(self.possibly_naming(naming, &frame.rows)?),
                (none, None) => none.insert(self.above(hop, &edge, &frame.rows)?),
            };
            let Some(found) = cursor.next().await? else {
                frame.cursor = None;
                frame.hops.pop();
                continue;
            };
            let children: Vec<Vec<MetId>> = match &doubtful {
                Some(naming) => {
                    let named = self.possibly_named(naming, &found, &frame.rows).await?;
                    let id = |at: usize| frame.indexes.get(at).copied();
                    named.into_iter().map(|places| places.into_iter().filter_map(id).collect()).collect()
                }
                None => {
                    let (children, up_fields) =
                        self.children_along(hop, &edge, &frame.rows, &frame.indexes)?;
                    let of = |row: &Row| {
                        let links = row.links(up_fields);
                        links.iter().filter_map(|link| children.get(link)).flatten().copied().collect()
                    };
                    found.iter().map(of).collect()
                }
            };
            let mut fresh = Vec::new();
            // What turned out to name none of them says nothing of them.
            let of_some = found.into_iter().zip(children).filter(|(_, children)| !children.is_empty());
            for (row, children) in of_some {
                let (index, is_new) = climb.meet(up, &row.key);
                children.into_iter().for_each(|child| climb.depend(child, index));
                if is_new {
                    fresh.push(row);
                }
            }
            self.enter(&mut climb, &mut frames, (up, fresh), readings)?;
        }
        Ok(roots.into_iter().map(|root| climb.is_foreign(root)).collect())
    }

    /// Takes records that were met for the first time into the climb: judges each, and goes on above those that are open.
    fn enter(
        &self,
        climb: &mut Climb,
        frames: &mut Vec<Frame<'a>>,
        (node, rows): (NodeId, Vec<Row>),
        readings: &[Reading],
    ) -> Result<(), EngineError> {
        let graph = self.ownership.graph();
        let is_read = |(reading, (_, edge, _)): &(Reading, (Hop, Edge, NodeId))| {
            *reading == Reading::AsUnderstood
                || Naming::along(graph, edge).is_some_and(|it| it.objects == node)
        };
        let hops = self.hops(node).into_iter();
        let hops = hops.flat_map(|hop| readings.iter().map(move |&reading| (reading, hop.clone())));
        let hops = hops.filter(is_read).collect();
        let mut frame = Frame { rows: Vec::new(), indexes: Vec::new(), hops, cursor: None };
        for row in rows {
            let (index, _) = climb.meet(node, &row.key);
            // Whomever names what cannot be read: it may be anybody.
            let is_unreadable = frame
                .hops
                .iter()
                .any(|(_, (hop, edge, _))| matches!(hop, Hop::Forward(_)) && row.holds_no_list(edge));
            if is_unreadable || self.belongs(node, &row) == Belongs::ToAnother {
                climb.taint(index);
            }
            if !climb.is_foreign(index) {
                frame.rows.push(row);
                frame.indexes.push(index);
            }
        }
        if !frame.rows.is_empty() && !frame.hops.is_empty() {
            frames.push(frame);
        }
        Ok(())
    }

    /// The people that each of these records of one collection leads to, as (collection, key), at most `limit` of them.
    pub(crate) async fn owners(
        &self,
        node: NodeId,
        rows: Vec<Row>,
        limit: usize,
    ) -> Result<Vec<BTreeSet<(NodeId, Key)>>, EngineError> {
        let mut ascent = Ascent(Met::none());
        let roots: Vec<MetId> = rows.iter().map(|row| ascent.meet(node, &row.key).0).collect();
        let mut queue = vec![(node, rows)];
        while let Some((node, rows)) = queue.pop() {
            let indexes: Vec<MetId> = rows.iter().map(|row| ascent.meet(node, &row.key).0).collect();
            for (hop, edge, up) in self.hops(node) {
                let (children, up_fields) = self.children_along(hop, &edge, &rows, &indexes)?;
                let mut cursor = self.above(hop, &edge, &rows)?;
                while let Some(found) = cursor.next().await? {
                    let mut fresh = Vec::new();
                    for row in found {
                        let (index, is_new) = ascent.meet(up, &row.key);
                        let links = row.links(up_fields);
                        for &child in links.iter().filter_map(|link| children.get(link)).flatten() {
                            ascent.lead(child, index);
                        }
                        if is_new {
                            fresh.push(row);
                        }
                    }
                    if !fresh.is_empty() {
                        queue.push((up, fresh));
                    }
                }
            }
        }
        let is_person = |node| self.ownership.collection(node).subject().is_some();
        Ok(roots.into_iter().map(|root| ascent.people_above(root, limit, is_person)).collect())
    }

    /// Which of the records have which link along a hop; and the fields above that have to equal it.
    fn children_along<'e>(
        &self,
        hop: Hop,
        edge: &'e Edge,
        rows: &[Row],
        indexes: &[MetId],
    ) -> Result<(Children, &'e [String]), EngineError> {
        let mut children = Children::new();
        for (row, &index) in rows.iter().zip(indexes) {
            let links = match hop {
                Hop::Forward(_) if row.meets(&edge.only) => self.led_to(edge, row)?,
                Hop::Forward(_) => Vec::new(),
                Hop::Backward(_) => self.led_from(edge, row)?,
            };
            for link in links {
                children.entry(link).or_default().push(index);
            }
        }
        let up_fields = match hop {
            Hop::Forward(_) => &edge.to_fields,
            Hop::Backward(_) => &edge.fields,
        };
        Ok((children, up_fields))
    }
}

/// The records met on a climb, each once, with something about each.
struct Met<T> {
    ids: HashMap<(NodeId, Key), MetId>,
    records: IdVec<MetId, T>,
}

impl<T> Met<T> {
    fn none() -> Self {
        Self { ids: HashMap::new(), records: IdVec::new(Vec::new()) }
    }

    /// The id of a record, and whether it is met for the first time.
    fn meet(&mut self, node: NodeId, key: &Key, first: impl FnOnce() -> T) -> (MetId, bool) {
        match self.ids.entry((node, key.clone())) {
            Entry::Occupied(known) => (*known.get(), false),
            Entry::Vacant(fresh) => (*fresh.insert(self.records.push(first())), true),
        }
    }
}

/// The records met on the way up to people, and which lies above which.
struct Ascent(Met<Step>);

struct Step {
    record: (NodeId, Key),
    above: Vec<MetId>,
}

impl Ascent {
    fn meet(&mut self, node: NodeId, key: &Key) -> (MetId, bool) {
        self.0.meet(node, key, || Step { record: (node, key.clone()), above: Vec::new() })
    }

    fn lead(&mut self, child: MetId, up: MetId) {
        self.0.records[child].above.push(up);
    }

    /// The people that are the record or lie anywhere above it, at most `limit` of them.
    fn people_above(
        &self,
        root: MetId,
        limit: usize,
        is_person: impl Fn(NodeId) -> bool,
    ) -> BTreeSet<(NodeId, Key)> {
        let mut people = BTreeSet::new();
        let mut seen = HashSet::from([root]);
        let mut queue = vec![root];
        while let Some(id) = queue.pop() {
            let Step { record, above } = &self.0.records[id];
            if is_person(record.0) {
                people.insert(record.clone());
            }
            if people.len() >= limit {
                break;
            }
            queue.extend(above.iter().filter(|&&up| seen.insert(up)));
        }
        people
    }
}

/// Records of one collection whose ways up are being followed, one hop after the other.
struct Frame<'a> {
    rows: Vec<Row>,
    indexes: Vec<MetId>,
    /// The hops that are still to be followed; the last one is at work.
    hops: Vec<(Reading, (Hop, Edge, NodeId))>,
    cursor: Option<Cursor<'a>>,
}

/// How a link is read on the way up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// As what it names for certain.
    AsUnderstood,
    /// As what it may name, where it is not understood.
    AsMayBeMeant,
}

/// The records met on the way up, and who depends on whom.
struct Climb(Met<Claim>);

/// What is known of a record's owners so far.
struct Claim {
    is_foreign: bool,
    /// The records whose owners the record's owners are too.
    dependents: Vec<MetId>,
}

impl Climb {
    fn meet(&mut self, node: NodeId, key: &Key) -> (MetId, bool) {
        self.0.meet(node, key, || Claim { is_foreign: false, dependents: Vec::new() })
    }

    /// The owners of `up` are owners of `child` too.
    fn depend(&mut self, child: MetId, up: MetId) {
        if self.is_foreign(up) {
            self.taint(child);
        } else {
            self.0.records[up].dependents.push(child);
        }
    }

    /// The record belongs to somebody else, and so does everything that depends on it.
    fn taint(&mut self, id: MetId) {
        let mut queue = vec![id];
        while let Some(next) = queue.pop() {
            let claim = &mut self.0.records[next];
            if !claim.is_foreign {
                claim.is_foreign = true;
                queue.append(&mut claim.dependents);
            }
        }
    }

    fn is_foreign(&self, id: MetId) -> bool {
        self.0.records[id].is_foreign
    }
}
