//! Follows links record by record, page by page, where no single query can: circles, several stores, small stores.
//!
//! Down from the subject, to all records that lead to them; then up from each of those, to see whether it leads to
//! anybody else. What is found is noted in the ledger, so that memory holds one page and its ancestors, never the whole.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::error::EngineError;
use super::notebook::{Notebook, Noted, lists};
use super::reader::{Cursor, Reader, Row, led_to};
use crate::plan::graph::{Edge, Hop, NodeIndex};
use crate::plan::reach::{Anchor, decides_itself};
use crate::port::{Key, ListName};
use crate::value::{LinkForm, Value};

/// What a record says of its owner by itself, before its links are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Belongs {
    ToSubject,
    ToAnother,
    WhereLinksLead,
}

impl Reader<'_> {
    /// What a record says of its owner by itself, and whether its links have to be followed beyond that.
    fn belongs(&self, node: NodeIndex, row: &Row) -> Belongs {
        let Some(collection) = self.binder.node(node) else { return Belongs::WhereLinksLead };
        match self.binder.anchor {
            Anchor::People if collection.subject().is_none() => Belongs::WhereLinksLead,
            Anchor::People if self.binder.people.contains(node, row.key.values()) => Belongs::ToSubject,
            Anchor::People => Belongs::ToAnother,
            Anchor::Tenant if self.is_in_tenant(node, row) => Belongs::ToSubject,
            Anchor::Tenant if self.is_in_other_tenant(node, row) => Belongs::ToAnother,
            Anchor::Tenant => Belongs::WhereLinksLead,
        }
    }

    fn is_in_tenant(&self, node: NodeIndex, row: &Row) -> bool {
        let (Some(collection), Some(tenant)) = (self.binder.node(node), self.binder.tenancy.tenant()) else {
            return false;
        };
        let wanted = Value::from(tenant).link_form();
        let by_field = collection.tenant().is_some_and(|field| row.value(field).link_form() == wanted);
        let is_it = match row.key.values() {
            [key] => collection.is_tenant_root() && key.link_form() == wanted,
            _ => false,
        };
        by_field || is_it
    }

    fn is_in_other_tenant(&self, node: NodeIndex, row: &Row) -> bool {
        let Some(collection) = self.binder.node(node) else { return false };
        let says_any = collection.is_tenant_root()
            || collection.tenant().is_some_and(|field| !row.value(field).is_null());
        says_any && !self.is_in_tenant(node, row)
    }

    /// Whether a requester's identifiers may match a record: it is in the tenant, where its collection has one.
    pub(crate) fn is_matchable(&self, node: NodeIndex, row: &Row) -> bool {
        let has_tenant =
            self.binder.node(node).is_some_and(|it| it.tenant().is_some() || it.is_tenant_root());
        !has_tenant || self.binder.tenancy.tenant().is_none() || self.is_in_tenant(node, row)
    }

    /// The records of a collection that belong to the people found so far, as cursors.
    pub(crate) async fn below_people(
        &self,
        notebook: &Notebook,
        node: NodeIndex,
        fields: &[String],
    ) -> Result<Vec<Cursor>, EngineError> {
        if self.binder.is_live(node) {
            return Ok(vec![self.all_of(node, fields, self.binder.owned(node))]);
        }
        let followed = self.note_owned(notebook, [node]).await?;
        let mut cursors = Vec::new();
        let mut after = 0;
        loop {
            let (page, last) = notebook.page(&lists::gone(self.name(node)), after, self.page).await?;
            if page.is_empty() {
                break;
            }
            after = last;
            let keys = page.into_iter().map(|noted| noted.key.into_values()).collect();
            cursors.push(self.with_keys(node, fields, keys)?);
        }
        // The person may turn out to be more records than these, and their records to be more than those.
        let noted: Vec<_> = followed.into_iter().map(|node| lists::gone(self.name(node))).collect();
        notebook.forget(&noted).await?;
        Ok(cursors)
    }

    /// Whether the request may take a record at all, as far as tenants go.
    fn may_take(&self, node: NodeIndex, row: &Row) -> bool {
        self.binder.tenancy.tenant().is_none() || !self.is_in_other_tenant(node, row)
    }

    /// The hops that have to be followed up from a collection's records.
    fn hops(&self, node: NodeIndex) -> Vec<(Hop, Edge, NodeIndex)> {
        let graph = self.binder.graph();
        if decides_itself(graph, self.binder.anchor, node) {
            return Vec::new();
        }
        graph.hops_from(node).map(|(hop, edge, up)| (hop, edge.clone(), up)).collect()
    }

    /// The records one hop above these.
    fn above(&self, hop: Hop, edge: &Edge, rows: &[Row]) -> Result<Cursor, EngineError> {
        match hop {
            Hop::Forward(_) => self.pointed_along(edge, &self.link_fields(edge.to), rows),
            Hop::Backward(_) => self.pointing_along(edge, &self.link_fields(edge.from), rows),
        }
    }

    /// Which of these records of one collection belong to anybody other than the subject.
    ///
    /// Goes up in pages, deepest first, and stops as soon as all are known to.
    pub(crate) async fn shared(&self, node: NodeIndex, rows: Vec<Row>) -> Result<Vec<bool>, EngineError> {
        let mut climb = Climb::default();
        let roots: Vec<usize> = rows.iter().map(|row| climb.meet(node, &row.key).0).collect();
        let mut frames = Vec::new();
        self.enter(&mut climb, &mut frames, node, rows)?;
        while let Some(frame) = frames.last_mut() {
            if roots.iter().all(|&root| climb.is_foreign(root)) {
                break;
            }
            let Some((hop, edge, up)) = frame.hops.last().cloned() else {
                frames.pop();
                continue;
            };
            let cursor = match &mut frame.cursor {
                Some(cursor) => cursor,
                none => none.insert(self.above(hop, &edge, &frame.rows)?),
            };
            let found = self.next(cursor).await?;
            if found.is_empty() {
                frame.cursor = None;
                frame.hops.pop();
                continue;
            }
            let (children, up_fields) = children_along(hop, &edge, &frame.rows, &frame.indexes);
            let mut fresh = Vec::new();
            for row in found {
                let (index, is_new) = climb.meet(up, &row.key);
                for &child in row.link(up_fields).and_then(|link| children.get(&link)).into_iter().flatten() {
                    climb.depend(child, index);
                }
                if is_new {
                    fresh.push(row);
                }
            }
            self.enter(&mut climb, &mut frames, up, fresh)?;
        }
        Ok(roots.into_iter().map(|root| climb.is_foreign(root)).collect())
    }

    /// Takes records that were met for the first time into the climb: judges each, and goes on above those that are open.
    fn enter(
        &self,
        climb: &mut Climb,
        frames: &mut Vec<Frame>,
        node: NodeIndex,
        rows: Vec<Row>,
    ) -> Result<(), EngineError> {
        let mut frame = Frame { rows: Vec::new(), indexes: Vec::new(), hops: self.hops(node), cursor: None };
        for row in rows {
            let (index, _) = climb.meet(node, &row.key);
            if self.belongs(node, &row) == Belongs::ToAnother {
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
        node: NodeIndex,
        rows: Vec<Row>,
        limit: usize,
    ) -> Result<Vec<BTreeSet<(NodeIndex, Key)>>, EngineError> {
        let mut ascent = Ascent::default();
        let roots: Vec<usize> = rows.iter().map(|row| ascent.meet(node, &row.key).0).collect();
        let mut queue = vec![(node, rows)];
        while let Some((node, rows)) = queue.pop() {
            let indexes: Vec<usize> = rows.iter().map(|row| ascent.meet(node, &row.key).0).collect();
            for (hop, edge, up) in self.hops(node) {
                let (children, up_fields) = children_along(hop, &edge, &rows, &indexes);
                let mut cursor = self.above(hop, &edge, &rows)?;
                loop {
                    let found = self.next(&mut cursor).await?;
                    if found.is_empty() {
                        break;
                    }
                    let mut fresh = Vec::new();
                    for row in found {
                        let (index, is_new) = ascent.meet(up, &row.key);
                        let below = row.link(up_fields).and_then(|link| children.get(&link));
                        for &child in below.into_iter().flatten() {
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
        let is_person = |node| self.binder.node(node).is_some_and(|it| it.subject().is_some());
        Ok(roots.into_iter().map(|root| ascent.people_above(root, limit, is_person)).collect())
    }

    /// Notes which records of the `wanted` collections are the subject's, in each one's list of gone records.
    pub(crate) async fn note_gone(
        &self,
        notebook: &Notebook,
        wanted: &BTreeSet<NodeIndex>,
    ) -> Result<(), EngineError> {
        let (live, traced): (Vec<_>, Vec<_>) =
            wanted.iter().copied().partition(|&node| self.binder.is_live(node));
        for node in live {
            let mut cursor = self.all_of(node, &[], self.binder.gone(node));
            self.note_rest(notebook, &lists::gone(self.name(node)), &mut cursor).await?;
        }
        if traced.is_empty() {
            return Ok(());
        }
        let followed = self.note_owned(notebook, traced).await?;
        self.note_erased_along(notebook, &followed).await
    }

    /// Notes which records of these collections, and of those on the ways up from them, belong to the subject and to
    /// nobody else; answers all of these collections.
    async fn note_owned(
        &self,
        notebook: &Notebook,
        traced: impl IntoIterator<Item = NodeIndex>,
    ) -> Result<BTreeSet<NodeIndex>, EngineError> {
        let followed = self.binder.compiled.reach(self.binder.anchor).followed(traced);
        self.note_reached(notebook, &followed).await?;
        for &node in &followed {
            self.note_unshared(notebook, node).await?;
        }
        let reached: Vec<_> = followed.iter().map(|&node| lists::reached(self.name(node))).collect();
        notebook.forget(&reached).await?;
        Ok(followed)
    }

    /// Notes all records that lead to the subject: down from the subject, until nothing new is found.
    async fn note_reached(
        &self,
        notebook: &Notebook,
        followed: &BTreeSet<NodeIndex>,
    ) -> Result<(), EngineError> {
        for &node in followed {
            let mut seeds = match self.binder.anchor {
                Anchor::People => {
                    let keys = self.binder.people.of(node).map(|keys| keys.to_vec()).unwrap_or_default();
                    self.with_keys(node, &self.link_fields(node), keys)?
                }
                Anchor::Tenant => self.tenant_rows(node)?,
            };
            self.note_rest(notebook, &lists::reached(self.name(node)), &mut seeds).await?;
        }
        let mut progress: HashMap<NodeIndex, u64> = HashMap::new();
        loop {
            let mut moved = false;
            for &node in followed {
                let after = progress.get(&node).copied().unwrap_or(0);
                let (page, last) = notebook.page(&lists::reached(self.name(node)), after, self.page).await?;
                if page.is_empty() {
                    continue;
                }
                moved = true;
                progress.insert(node, last);
                self.note_below(notebook, followed, node, page).await?;
            }
            if !moved {
                return Ok(());
            }
        }
    }

    /// Notes the records one hop below these.
    async fn note_below(
        &self,
        notebook: &Notebook,
        followed: &BTreeSet<NodeIndex>,
        node: NodeIndex,
        page: Vec<Noted>,
    ) -> Result<(), EngineError> {
        for &child in followed {
            for (hop, edge, _) in self.hops(child).into_iter().filter(|(_, _, up)| *up == node) {
                let keys = page.iter().map(|noted| noted.key.values().to_vec()).collect();
                let mut above = self.with_keys(node, &self.link_fields(node), keys)?;
                loop {
                    let rows = self.next(&mut above).await?;
                    if rows.is_empty() {
                        break;
                    }
                    let mut below = match hop {
                        Hop::Forward(_) => self.pointing_along(&edge, &self.link_fields(child), &rows)?,
                        Hop::Backward(_) => self.pointed_along(&edge, &self.link_fields(child), &rows)?,
                    };
                    self.note_rest(notebook, &lists::reached(self.name(child)), &mut below).await?;
                }
            }
        }
        Ok(())
    }

    /// Notes those of the reached records that lead to nobody else.
    async fn note_unshared(&self, notebook: &Notebook, node: NodeIndex) -> Result<(), EngineError> {
        let mut after = 0;
        loop {
            let (page, last) = notebook.page(&lists::reached(self.name(node)), after, self.page).await?;
            if page.is_empty() {
                return Ok(());
            }
            after = last;
            let keys = page.into_iter().map(|noted| noted.key.into_values()).collect();
            let mut cursor = self.with_keys(node, &self.link_fields(node), keys)?;
            loop {
                let rows = self.next(&mut cursor).await?;
                if rows.is_empty() {
                    break;
                }
                let shared = self.shared(node, rows.clone()).await?;
                let own: Vec<Noted> = rows
                    .into_iter()
                    .zip(shared)
                    .filter(|(row, shared)| !shared && self.may_take(node, row))
                    .map(|(row, _)| Noted::new(row.key))
                    .collect();
                notebook.note(&lists::gone(self.name(node)), &own).await?;
            }
        }
    }

    /// Notes the records that go along with those noted, by links that say so, until nothing new is found.
    async fn note_erased_along(
        &self,
        notebook: &Notebook,
        followed: &BTreeSet<NodeIndex>,
    ) -> Result<(), EngineError> {
        let mut progress: HashMap<usize, u64> = HashMap::new();
        loop {
            let mut moved = false;
            for &node in followed {
                for (index, edge) in
                    self.binder.graph().edges_from(node).filter(|(_, edge)| edge.erases_record)
                {
                    let after = progress.get(&index).copied().unwrap_or(0);
                    let (page, last) =
                        notebook.page(&lists::gone(self.name(edge.to)), after, self.page).await?;
                    if page.is_empty() {
                        continue;
                    }
                    moved = true;
                    progress.insert(index, last);
                    let keys = page.into_iter().map(|noted| noted.key.into_values()).collect();
                    let mut targets = self.with_keys(edge.to, &self.link_fields(edge.to), keys)?;
                    loop {
                        let rows = self.next(&mut targets).await?;
                        if rows.is_empty() {
                            break;
                        }
                        let mut pointing = self.pointing_along(edge, &self.link_fields(node), &rows)?;
                        loop {
                            let found = self.next(&mut pointing).await?;
                            if found.is_empty() {
                                break;
                            }
                            let along: Vec<Noted> = found
                                .into_iter()
                                .filter(|row| self.may_take(node, row))
                                .map(|row| Noted::new(row.key))
                                .collect();
                            notebook.note(&lists::gone(self.name(node)), &along).await?;
                        }
                    }
                }
            }
            if !moved {
                return Ok(());
            }
        }
    }

    /// The records whose own fields say that the request's tenant contains them.
    fn tenant_rows(&self, node: NodeIndex) -> Result<Cursor, EngineError> {
        let fields = self.link_fields(node);
        let (Some(collection), Some(tenant)) = (self.binder.node(node), self.binder.tenancy.tenant()) else {
            return self.with_keys(node, &fields, Vec::new());
        };
        if self.shelf(node)?.capabilities().predicates {
            return Ok(self.all_of(node, &fields, self.binder.in_tenant(node)));
        }
        let by = match (collection.tenant(), collection.key()) {
            (Some(field), _) => vec![field.to_owned()],
            (None, [key]) if collection.is_tenant_root() => vec![key.clone()],
            _ => return self.with_keys(node, &fields, Vec::new()),
        };
        self.pointing(node, &fields, &by, vec![vec![Value::from(tenant)]], &[])
    }

    /// Notes all that a cursor still has.
    async fn note_rest(
        &self,
        notebook: &Notebook,
        list: &ListName,
        cursor: &mut Cursor,
    ) -> Result<(), EngineError> {
        loop {
            let rows = self.next(cursor).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let records: Vec<Noted> = rows.into_iter().map(|row| Noted::new(row.key)).collect();
            notebook.note(list, &records).await?;
        }
    }

    /// A collection's name.
    pub(crate) fn name(&self, node: NodeIndex) -> &str {
        self.binder.node(node).map(|it| it.name()).unwrap_or_default()
    }
}

/// Which of the records, by their numbers, have which link along a hop; and the fields above that have to equal it.
fn children_along<'e>(
    hop: Hop,
    edge: &'e Edge,
    rows: &[Row],
    indexes: &[usize],
) -> (HashMap<Vec<LinkForm>, Vec<usize>>, &'e [String]) {
    let mut children: HashMap<Vec<LinkForm>, Vec<usize>> = HashMap::new();
    for (row, &index) in rows.iter().zip(indexes) {
        let links = match hop {
            Hop::Forward(_) if row.meets(&edge.only) => led_to(edge, row),
            Hop::Forward(_) => Vec::new(),
            Hop::Backward(_) => row.link(&edge.to_fields).into_iter().collect(),
        };
        for link in links {
            children.entry(link).or_default().push(index);
        }
    }
    let up_fields = match hop {
        Hop::Forward(_) => &edge.to_fields,
        Hop::Backward(_) => &edge.fields,
    };
    (children, up_fields)
}

/// The records met on the way up to people, and which lies above which.
#[derive(Default)]
struct Ascent {
    indexes: HashMap<(NodeIndex, Key), usize>,
    records: Vec<(NodeIndex, Key)>,
    above: Vec<Vec<usize>>,
}

impl Ascent {
    /// The number of a record, and whether it is met for the first time.
    fn meet(&mut self, node: NodeIndex, key: &Key) -> (usize, bool) {
        let next = self.records.len();
        let index = *self.indexes.entry((node, key.clone())).or_insert(next);
        if index == next {
            self.records.push((node, key.clone()));
            self.above.push(Vec::new());
        }
        (index, index == next)
    }

    fn lead(&mut self, child: usize, up: usize) {
        if let Some(list) = self.above.get_mut(child) {
            list.push(up);
        }
    }

    /// The people that are the record or lie anywhere above it, at most `limit` of them.
    fn people_above(
        &self,
        root: usize,
        limit: usize,
        is_person: impl Fn(NodeIndex) -> bool,
    ) -> BTreeSet<(NodeIndex, Key)> {
        let mut people = BTreeSet::new();
        let mut seen = HashSet::from([root]);
        let mut queue = vec![root];
        while let Some(index) = queue.pop() {
            people.extend(self.records.get(index).filter(|(node, _)| is_person(*node)).cloned());
            if people.len() >= limit {
                break;
            }
            queue.extend(self.above.get(index).into_iter().flatten().filter(|&&up| seen.insert(up)));
        }
        people
    }
}

/// Records of one collection whose ways up are being followed, one hop after the other.
struct Frame {
    rows: Vec<Row>,
    indexes: Vec<usize>,
    /// The hops that are still to be followed; the last one is at work.
    hops: Vec<(Hop, Edge, NodeIndex)>,
    cursor: Option<Cursor>,
}

/// The records met on the way up, and who depends on whom.
#[derive(Default)]
struct Climb {
    indexes: HashMap<(NodeIndex, Key), usize>,
    dependents: Vec<Vec<usize>>,
    foreign: Vec<bool>,
}

impl Climb {
    /// The number of a record, and whether it is met for the first time.
    fn meet(&mut self, node: NodeIndex, key: &Key) -> (usize, bool) {
        let next = self.foreign.len();
        let index = *self.indexes.entry((node, key.clone())).or_insert(next);
        if index == next {
            self.foreign.push(false);
            self.dependents.push(Vec::new());
        }
        (index, index == next)
    }

    /// The owners of `up` are owners of `child` too.
    fn depend(&mut self, child: usize, up: usize) {
        if self.is_foreign(up) {
            self.taint(child);
        } else if let Some(list) = self.dependents.get_mut(up) {
            list.push(child);
        }
    }

    /// The record belongs to somebody else, and so does everything that depends on it.
    fn taint(&mut self, index: usize) {
        let mut queue = vec![index];
        while let Some(next) = queue.pop() {
            let Some(foreign) = self.foreign.get_mut(next).filter(|foreign| !**foreign) else { continue };
            *foreign = true;
            queue.extend(self.dependents.get_mut(next).map(std::mem::take).unwrap_or_default());
        }
    }

    fn is_foreign(&self, index: usize) -> bool {
        self.foreign.get(index).copied().unwrap_or(false)
    }
}
