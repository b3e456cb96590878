//! Collections' records in their stores, read page by page, whatever a store can be asked.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::evidence::{born, created, is_successor};
use super::ownership::{Ownership, all};
use super::pages::Pages;
use crate::engine::error::EngineError;
use crate::engine::record::notebook::Noted;
use crate::plan::graph::Edge;
use crate::plan::ids::NodeId;
use crate::port::{
    Capabilities, FieldMask, Key, Page, Place, Record, Selection, Store, StoreError, folder, folders_above,
};
use crate::value::{Condition, LinkForm, Value, elements, field_of, list_of};

/// The host's stores, in the data map's order.
#[derive(Debug, Clone)]
pub(crate) struct Stores(Vec<(String, Arc<dyn Store>)>);

impl Stores {
    pub(crate) fn new(stores: Vec<(String, Arc<dyn Store>)>) -> Self {
        Self(stores)
    }

    pub(crate) fn get(&self, index: usize) -> Result<&(String, Arc<dyn Store>), EngineError> {
        self.0.get(index).ok_or_else(|| EngineError::MissingStore(index.to_string()))
    }
}

/// A collection's records in their store.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shelf<'a> {
    /// The store, as the data map names it.
    pub(crate) name: &'a str,
    store: &'a dyn Store,
    pub(crate) place: &'a Place,
}

impl Shelf<'_> {
    /// What the store can do.
    pub(crate) fn capabilities(&self) -> Capabilities {
        self.store.capabilities()
    }

    async fn read(
        &self,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, EngineError> {
        self.store.read(self.place, fields, selection, page).await.map_err(|source| self.failure(source))
    }

    async fn count(&self, selection: &Selection) -> Result<u64, EngineError> {
        self.store.count(self.place, selection).await.map_err(|source| self.failure(source))
    }

    /// Erases at most `limit` of the records that match.
    pub(crate) async fn erase(&self, selection: &Selection, limit: usize) -> Result<u64, EngineError> {
        self.store.erase(self.place, selection, limit).await.map_err(|source| self.failure(source))
    }

    /// Masks the records that match.
    pub(crate) async fn mask(&self, masks: &[FieldMask], selection: &Selection) -> Result<u64, EngineError> {
        self.store.mask(self.place, masks, selection).await.map_err(|source| self.failure(source))
    }

    /// The key that a record elsewhere means by a value; `None` where it cannot be understood as one.
    pub(crate) fn key_named(&self, name: &Value) -> Option<Value> {
        name.to_text().and_then(|name| self.store.key_named(&name)).map(Value::from)
    }

    /// All values by which records elsewhere may name the record with this key.
    pub(crate) fn names_of(&self, key: &Value) -> Vec<Value> {
        let names = key.to_text().map(|key| self.store.names_of(&key)).unwrap_or_default();
        names.into_iter().map(Value::from).chain([key.clone()]).collect()
    }

    fn failure(&self, source: StoreError) -> EngineError {
        EngineError::Store { store: self.name.to_owned(), source }
    }
}

/// A record together with the names of the fields that were read.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) key: Key,
    fields: Arc<Vec<String>>,
    values: Vec<Value>,
}

impl Row {
    /// The value of a field; null where it was not read.
    pub(crate) fn value(&self, field: &str) -> &Value {
        const ABSENT: &Value = &Value::Null;
        self.fields
            .iter()
            .position(|name| name == field)
            .and_then(|index| self.values.get(index))
            .unwrap_or(ABSENT)
    }

    /// The values of some fields as links compare them; `None` where one of them is null.
    pub(crate) fn link(&self, fields: &[String]) -> Option<Vec<LinkForm>> {
        fields.iter().map(|field| self.value(field).link_form()).collect()
    }

    /// The values of some fields.
    pub(crate) fn values_of(&self, fields: &[String]) -> Vec<Value> {
        fields.iter().map(|field| self.value(field).clone()).collect()
    }

    /// What some fields point by: their values, or each element of the list that is meant.
    pub(crate) fn ends(&self, fields: &[String]) -> Vec<Vec<Value>> {
        let list = match fields {
            [field] => list_of(field),
            _ => None,
        };
        match list.map(|list| elements(self.value(list)).unwrap_or_default()) {
            Some(elements) => elements.into_iter().map(|element| vec![element]).collect(),
            None => vec![self.values_of(fields)],
        }
    }

    /// The same as links compare it; nothing where a value is null.
    pub(crate) fn links(&self, fields: &[String]) -> Vec<Vec<LinkForm>> {
        forms(self.ends(fields))
    }

    /// Whether the record has something else where an edge means a list.
    pub(crate) fn holds_no_list(&self, edge: &Edge) -> bool {
        edge.list().is_some_and(|list| self.meets(&edge.only) && elements(self.value(list)).is_none())
    }

    /// Whether the record meets all of these conditions.
    pub(crate) fn meets(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| condition.is_met_by(self.value(condition.field())))
    }
}

/// The records of all collections, in their stores.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Records<'a> {
    pub(crate) ownership: Ownership<'a>,
    pub(crate) stores: &'a Stores,
    /// How many records one page or batch holds.
    pub(crate) page: usize,
}

/// A set of records that is read page by page.
#[derive(Debug)]
pub(crate) struct Cursor<'a> {
    records: Records<'a>,
    node: NodeId,
    fields: Arc<Vec<String>>,
    selection: Selection,
    /// What the store could not be asked for and is looked at here.
    residue: Option<Residue>,
    after: Option<Key>,
    ended: bool,
}

#[derive(Debug)]
struct Residue {
    /// The fields that have to have one of these rows of values, where that was asked for.
    links: Option<(Vec<String>, HashSet<Vec<LinkForm>>)>,
    only: Vec<Condition>,
    /// Keys that were not asked for as they are but understood, each with the texts that were: what is there under such a
    /// text is what was meant.
    understood: HashMap<LinkForm, Vec<Value>>,
}

impl<'a> Records<'a> {
    /// A collection's records in their store.
    pub(crate) fn shelf(&self, node: NodeId) -> Result<Shelf<'a>, EngineError> {
        let (name, store) = self.stores.get(self.ownership.collection(node).store)?;
        Ok(Shelf { name, store: store.as_ref(), place: self.ownership.place(node) })
    }

    /// Records that match a selection within the store's capabilities.
    pub(crate) fn all_of(&self, node: NodeId, fields: &[String], selection: Selection) -> Cursor<'a> {
        Cursor {
            records: *self,
            node,
            fields: Arc::new(fields.to_vec()),
            ended: selection.is_nothing(),
            selection,
            residue: None,
            after: None,
        }
    }

    /// Records whose `by` fields have one of these rows of values and that meet the conditions, in any store.
    pub(crate) fn pointing(
        &self,
        node: NodeId,
        fields: &[String],
        by: &[String],
        rows: Vec<Vec<Value>>,
        only: &[Condition],
    ) -> Result<Cursor<'a>, EngineError> {
        let shelf = self.shelf(node)?;
        let rows: Vec<Vec<Value>> =
            rows.into_iter().filter(|row| !row.is_empty() && !row.iter().any(Value::is_null)).collect();
        if shelf.capabilities().predicates {
            let selection = Selection::rows(by.iter().cloned(), rows).and(all(only));
            return Ok(self.all_of(node, fields, selection));
        }
        let mut wanted = fields.to_vec();
        wanted.extend(by.iter().cloned());
        wanted.extend(only.iter().map(|condition| condition.field().to_owned()));
        wanted.sort_unstable();
        wanted.dedup();
        let links = rows.iter().filter_map(|row| row.iter().map(Value::link_form).collect()).collect();
        let is_key = by == shelf.place.key();
        let selection = match by {
            [first, ..] if !is_key && by.len() > 1 => {
                Selection::one_of(first, rows.iter().filter_map(|row| row.first().cloned()))
            }
            _ => Selection::rows(by.iter().cloned(), rows),
        };
        let residue =
            Residue { links: Some((by.to_vec(), links)), only: only.to_vec(), understood: HashMap::new() };
        Ok(Cursor { residue: Some(residue), ..self.all_of(node, &wanted, selection) })
    }

    /// The records with these keys.
    pub(crate) fn with_keys(
        &self,
        node: NodeId,
        fields: &[String],
        keys: Vec<Vec<Value>>,
    ) -> Result<Cursor<'a>, EngineError> {
        self.pointing(node, fields, self.shelf(node)?.place.key(), keys, &[])
    }

    /// The records with these keys, all at once: no more than a page of them.
    pub(crate) async fn all_with_keys(
        &self,
        node: NodeId,
        fields: &[String],
        keys: Vec<Vec<Value>>,
    ) -> Result<Vec<Row>, EngineError> {
        let mut cursor = self.with_keys(node, fields, keys)?;
        let mut rows = Vec::new();
        while let Some(found) = cursor.next().await? {
            rows.extend(found);
        }
        Ok(rows)
    }

    /// A record as it is noted.
    pub(crate) fn noted(&self, node: NodeId, row: &Row) -> Noted {
        Noted { born: born(self.ownership.collection(node), row), ..Noted::new(row.key.clone()) }
    }

    /// The records of a page of notes as they stand by now, without those that came after and were given the key again.
    pub(crate) async fn all_noted(
        &self,
        node: NodeId,
        fields: &[String],
        page: Vec<Noted>,
    ) -> Result<Vec<Row>, EngineError> {
        let collection = self.ownership.collection(node);
        let mut fields = fields.to_vec();
        fields.extend(self.birth_field(node).filter(|field| !fields.contains(field)));
        let keys = page.iter().map(|noted| noted.key.values().to_vec()).collect();
        let mut rows = self.all_with_keys(node, &fields, keys).await?;
        let born: HashMap<Key, _> = page.into_iter().map(|noted| (noted.key, noted.born)).collect();
        rows.retain(|row| !is_successor(collection, row, born.get(&row.key).copied().flatten()));
        Ok(rows)
    }

    /// The field that says when a record was created, where its collection has one.
    pub(crate) fn birth_field(&self, node: NodeId) -> Option<String> {
        created(self.ownership.collection(node)).map(|event| event.field().to_owned())
    }

    /// The name under which the ledger knows a collection.
    pub(crate) fn name(&self, node: NodeId) -> &'a str {
        self.ownership.plan.recorded_name(node)
    }

    /// How many records match a selection within the store's capabilities.
    pub(crate) async fn count(&self, node: NodeId, selection: &Selection) -> Result<u64, EngineError> {
        if selection.is_nothing() {
            return Ok(0);
        }
        self.shelf(node)?.count(selection).await
    }

    /// The rows of `edge`'s own collection that point to one of `targets` along it.
    pub(crate) fn pointing_along(
        &self,
        edge: &Edge,
        fields: &[String],
        targets: &[Row],
    ) -> Result<Cursor<'a>, EngineError> {
        if edge.by_prefix {
            return self.below(edge, fields, targets);
        }
        let rows =
            targets.iter().map(|target| self.ends(edge.to, edge.from, target.values_of(&edge.to_fields)));
        let rows = rows.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        self.named(edge.from, fields, &edge.fields, rows, &edge.only)
    }

    /// The rows that one of `sources` points to along `edge`.
    pub(crate) fn pointed_along(
        &self,
        edge: &Edge,
        fields: &[String],
        sources: &[Row],
    ) -> Result<Cursor<'a>, EngineError> {
        let rows =
            sources.iter().filter(|source| source.meets(&edge.only)).map(|source| self.leads(edge, source));
        let rows = rows.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect::<BTreeSet<_>>();
        self.named(edge.to, fields, &edge.to_fields, rows.into_iter().collect(), &[])
    }

    /// What stands at the other end of a link whose end in a record of `node` holds these values: the same, or the names
    /// that rows write down for an object's key.
    fn ends(&self, node: NodeId, other: NodeId, values: Vec<Value>) -> Result<Vec<Vec<Value>>, EngineError> {
        let holds_objects = |node| self.ownership.graph().holds_objects(node);
        match values.as_slice() {
            [key] if holds_objects(node) && !holds_objects(other) => {
                Ok(self.shelf(node)?.names_of(key).into_iter().map(|name| vec![name]).collect())
            }
            _ => Ok(vec![values]),
        }
    }

    /// Records whose `by` fields have one of these rows of values: objects also where a row names them by a text that their
    /// store understands.
    fn named(
        &self,
        node: NodeId,
        fields: &[String],
        by: &[String],
        mut rows: Vec<Vec<Value>>,
        only: &[Condition],
    ) -> Result<Cursor<'a>, EngineError> {
        let shelf = self.shelf(node)?;
        let mut understood: HashMap<LinkForm, Vec<Value>> = HashMap::new();
        if self.ownership.graph().holds_objects(node) && by == shelf.place.key() {
            let literal: HashSet<Value> = rows.iter().flatten().cloned().collect();
            for name in &literal {
                let key = shelf.key_named(name).filter(|key| !literal.contains(key));
                if let Some((key, form)) = key.and_then(|key| key.link_form().map(|form| (key, form))) {
                    understood.entry(form).or_default().push(name.clone());
                    rows.push(vec![key]);
                }
            }
        }
        let mut cursor = self.pointing(node, fields, by, rows, only)?;
        if let Some(residue) = &mut cursor.residue {
            residue.understood = understood;
        }
        Ok(cursor)
    }

    /// What the targets of a record along an edge may hold in the edge's `to_fields`: the record's own values, every name
    /// of it where it is an object, or along a link by prefix every folder that it lies below, in both spellings.
    pub(crate) fn leads(&self, edge: &Edge, row: &Row) -> Result<Vec<Vec<Value>>, EngineError> {
        if !edge.by_prefix {
            let ends = row.ends(&edge.fields).into_iter().map(|end| self.ends(edge.from, edge.to, end));
            return Ok(ends.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect());
        }
        let keys = row.values_of(&edge.fields);
        let keys = keys.iter().filter_map(Value::as_text);
        Ok(keys
            .flat_map(folders_above)
            .flat_map(|above| [vec![above.into()], vec![format!("{above}/").into()]])
            .collect())
    }

    /// The links of a record along an edge as what it leads to holds them, each in every form that may be compared: an
    /// object is named in several ways, and known by one.
    pub(crate) fn led_to(&self, edge: &Edge, row: &Row) -> Result<Vec<Vec<LinkForm>>, EngineError> {
        let mut led = self.leads(edge, row)?;
        if self.ownership.graph().holds_objects(edge.to) && edge.to_key {
            let shelf = self.shelf(edge.to)?;
            let keys: Vec<_> =
                led.iter().flatten().filter_map(|name| shelf.key_named(name)).map(|key| vec![key]).collect();
            led.extend(keys);
        }
        Ok(forms(led))
    }

    /// The same against the edge: what those that lead to the record hold.
    pub(crate) fn led_from(&self, edge: &Edge, row: &Row) -> Result<Vec<Vec<LinkForm>>, EngineError> {
        Ok(forms(self.ends(edge.to, edge.from, row.values_of(&edge.to_fields))?))
    }

    /// The records that lie below a prefix which one of `targets` holds.
    fn below(&self, edge: &Edge, fields: &[String], targets: &[Row]) -> Result<Cursor<'a>, EngineError> {
        let [field] = edge.fields.as_slice() else {
            return Ok(self.all_of(edge.from, fields, Selection::Nothing));
        };
        let prefixes: Vec<String> = targets
            .iter()
            .flat_map(|target| target.values_of(&edge.to_fields))
            .filter_map(|value| value.to_text().filter(|prefix| folder(prefix).is_some()))
            .collect();
        if prefixes.is_empty() {
            return Ok(self.all_of(edge.from, fields, Selection::Nothing));
        }
        let mut wanted = fields.to_vec();
        wanted.extend(edge.only.iter().map(|condition| condition.field().to_owned()));
        let selection = Selection::Below { field: field.clone(), prefixes: Arc::new(prefixes) };
        let residue = Residue { links: None, only: edge.only.clone(), understood: HashMap::new() };
        Ok(Cursor { residue: Some(residue), ..self.all_of(edge.from, &wanted, selection) })
    }

    /// The fields that following links from and to a collection's records takes: key, links, conditions, tenant; and the one
    /// that tells a record from another that gets its key later.
    pub(crate) fn link_fields(&self, node: NodeId) -> Vec<String> {
        let graph = self.ownership.graph();
        let collection = self.ownership.collection(node);
        let mut fields = collection.key().to_vec();
        fields.extend(collection.tenant().map(str::to_owned));
        fields.extend(self.birth_field(node));
        for (_, edge) in graph.edges_from(node) {
            fields.extend(edge.fields.iter().map(|field| field_of(field).to_owned()));
            fields.extend(edge.only.iter().map(|condition| condition.field().to_owned()));
        }
        for (_, edge) in graph.edges_to(node) {
            fields.extend(edge.to_fields.iter().cloned());
        }
        fields.sort_unstable();
        fields.dedup();
        fields
    }
}

impl Pages for Cursor<'_> {
    async fn next(&mut self) -> Result<Option<Vec<Row>>, EngineError> {
        let shelf = self.records.shelf(self.node)?;
        while !self.ended {
            let page = Page { after: self.after.as_ref(), limit: self.records.page };
            let found = shelf.read(&self.fields, &self.selection, page).await?;
            self.ended = found.len() < self.records.page;
            self.after = found.last().map(|record| record.key.clone()).or(self.after.take());
            let rows: Vec<Row> = found
                .into_iter()
                .map(|Record { key, values }| Row { key, fields: Arc::clone(&self.fields), values })
                .filter(|row| self.residue.as_ref().is_none_or(|residue| residue.keeps(row)))
                .collect();
            let rows = self.meant(rows).await?;
            if !rows.is_empty() {
                return Ok(Some(rows));
            }
        }
        Ok(None)
    }
}

/// Rows of values as links compare them.
fn forms(rows: Vec<Vec<Value>>) -> Vec<Vec<LinkForm>> {
    let form = |values: Vec<Value>| values.iter().map(Value::link_form).collect();
    rows.into_iter().filter_map(form).collect()
}

impl Cursor<'_> {
    /// These records without those that were only understood from a text under which another one is there.
    async fn meant(&self, rows: Vec<Row>) -> Result<Vec<Row>, EngineError> {
        let Some(residue) = self.residue.as_ref().filter(|it| !it.understood.is_empty()) else {
            return Ok(rows);
        };
        let shelf = self.records.shelf(self.node)?;
        let mut meant = Vec::with_capacity(rows.len());
        for row in rows {
            let form = row.key.values().first().and_then(Value::link_form);
            let Some(names) = form.and_then(|form| residue.understood.get(&form)) else {
                meant.push(row);
                continue;
            };
            for name in names {
                let literal = Selection::rows(shelf.place.key().iter().cloned(), vec![vec![name.clone()]]);
                if shelf.count(&literal).await? == 0 {
                    meant.push(row);
                    break;
                }
            }
        }
        Ok(meant)
    }
}

impl Residue {
    fn keeps(&self, row: &Row) -> bool {
        let is_linked = self
            .links
            .as_ref()
            .is_none_or(|(fields, links)| row.links(fields).iter().any(|link| links.contains(link)));
        is_linked && row.meets(&self.only)
    }
}
