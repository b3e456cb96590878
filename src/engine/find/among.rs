//! What can be told of records at hand: whose they are, whether their periods have ended, where they point.

use std::collections::HashSet;

use super::pages::Pages;
use super::records::Row;
use super::step_records::{Finder, points};
use crate::engine::error::EngineError;
use crate::plan::graph::Edge;
use crate::plan::ids::{NodeId, RuleId};
use crate::plan::layout::{Part, Step};
use crate::plan::record::Span;
use crate::port::{Key, Selection};
use crate::value::{LinkForm, Value, instant_of};

impl Finder<'_> {
    /// Whether a noted record falls under a step, as its periods stand.
    pub(crate) fn is_about(&self, step: &Step, row: &Row) -> bool {
        let category = self.plan().compiled.rules.collections[step.node].category;
        let own_span = match step.part {
            Part::Records(span) | Part::Shells(span) | Part::Fields { span, .. } => span,
            Part::KeptLink(_) | Part::OthersLink { .. } => Span::All,
        };
        // What is kept was judged when it was noted; a mask may have changed its event since.
        let falls_in_span = own_span != Span::Lapsed || self.has_lapsed(step.node, category, row);
        let field_is_due = match step.part {
            Part::Fields { .. } => self.has_lapsed(step.node, step.category, row),
            _ => true,
        };
        falls_in_span && field_is_due
    }

    /// Whether every ground of a category has ended for a record. True where the category retains nothing.
    pub(crate) fn has_lapsed(&self, node: NodeId, category: RuleId, row: &Row) -> bool {
        let collection = self.ownership().collection(node);
        self.plan().compiled.rules.grounds_on(category, collection).all(|(ground, _, event)| {
            let moment = event.and_then(|event| instant_of(row.value(event.field()), event.form()));
            matches!((moment, self.plan().cutoffs[ground]), (Some(moment), Some(cutoff)) if moment < cutoff)
        })
    }

    /// Which of these records of a collection are the subject's.
    pub(crate) async fn own_among(&self, node: NodeId, rows: &[Row]) -> Result<HashSet<Key>, EngineError> {
        if self.plan().is_noted(node) {
            let list = self.notebook.lists.own(self.records.name(node));
            let found = self.notebook.among(&list, rows.iter().map(|row| &row.key)).await?;
            return Ok(found.into_iter().cloned().collect());
        }
        self.matching_among(node, rows, self.ownership().own(node)).await
    }

    /// Which of these records match a selection within the store's capabilities.
    pub(crate) async fn matching_among(
        &self,
        node: NodeId,
        rows: &[Row],
        selection: Selection,
    ) -> Result<HashSet<Key>, EngineError> {
        let these = self.keys(node, rows);
        let mut cursor = self.records.all_of(node, &[], these.and(selection));
        let mut found = HashSet::new();
        while let Some(page) = cursor.next().await? {
            found.extend(page.into_iter().map(|row| row.key));
        }
        Ok(found)
    }

    /// These records as they stand by now.
    pub(crate) async fn again(&self, node: NodeId, rows: &[Row]) -> Result<Vec<Row>, EngineError> {
        let keys = rows.iter().map(|row| row.key.values().to_vec()).collect();
        self.records.all_with_keys(node, &self.fields_of(node), keys).await
    }

    /// These records, by their keys.
    pub(crate) fn keys(&self, node: NodeId, rows: &[Row]) -> Selection {
        let keys: Vec<_> = rows.iter().map(|row| row.key.values().to_vec()).collect();
        Selection::rows(self.ownership().collection(node).key().iter().cloned(), keys)
    }

    /// Of these records those that point along an edge to a record that goes.
    pub(crate) async fn pointing_to_going(
        &self,
        edge: &Edge,
        rows: Vec<Row>,
    ) -> Result<Vec<Row>, EngineError> {
        let links = self.links_to(edge, &rows, true).await?;
        Ok(rows.into_iter().filter(|row| points(edge, row, &links)).collect())
    }

    /// The links of these records along an edge that lead to the subject's records: to all of them, or only to those
    /// that will be erased.
    pub(crate) async fn links_to(
        &self,
        edge: &Edge,
        rows: &[Row],
        only_going: bool,
    ) -> Result<HashSet<Vec<LinkForm>>, EngineError> {
        if self.graph().holds_objects(edge.to) && edge.to_key {
            return self.links_to_objects(edge, rows, only_going).await;
        }
        let rules = &self.plan().compiled.rules;
        let category = rules.collections[edge.to].category;
        let may_erase = rules.categories[category].may_erase();
        let mut links = HashSet::new();
        let mut targets = self.records.pointed_along(edge, &self.fields_of(edge.to), rows)?;
        while let Some(page) = targets.next().await? {
            let own = self.own_among(edge.to, &page).await?;
            for row in page.iter().filter(|row| own.contains(&row.key)) {
                let goes = may_erase && self.has_lapsed(edge.to, category, row);
                if goes || !only_going {
                    links.extend(row.link(&edge.to_fields));
                }
            }
        }
        Ok(links)
    }

    /// The same for objects, which have had their turn by now: what was noted of them tells, since they may be gone.
    async fn links_to_objects(
        &self,
        edge: &Edge,
        rows: &[Row],
        only_going: bool,
    ) -> Result<HashSet<Vec<LinkForm>>, EngineError> {
        let name = self.records.name(edge.to);
        let lists = self.notebook.lists;
        let shelf = self.records.shelf(edge.to)?;
        // A row may name its object in more ways than the one in which it is noted.
        let named: Vec<(Value, Vec<Key>)> = rows
            .iter()
            .flat_map(|row| row.ends(&edge.fields).into_iter().flatten())
            .map(|value| {
                let keys = [value.to_text().map(Value::from), shelf.key_named(&value), Some(value.clone())];
                (value, keys.into_iter().flatten().map(|key| Key::new([key])).collect())
            })
            .collect();
        let keys: Vec<Key> = named.iter().flat_map(|(_, keys)| keys).cloned().collect();
        let own: HashSet<&Key> = self.notebook.among(&lists.own(name), &keys).await?.into_iter().collect();
        let kept: HashSet<&Key> = self.notebook.among(&lists.kept(name), &keys).await?.into_iter().collect();
        let leads =
            |keys: &[Key]| keys.iter().any(|key| own.contains(key) && !(only_going && kept.contains(key)));
        let leading = named.iter().filter(|(_, keys)| leads(keys));
        Ok(leading.filter_map(|(value, _)| Some(vec![value.link_form()?])).collect())
    }
}
