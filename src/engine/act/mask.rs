//! Masks a step's records, or clears a link of theirs.

use std::collections::HashSet;

use super::Executor;
use super::let_go::without_links;
use crate::datamap::{Mask, Role};
use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages;
use crate::engine::find::records::Row;
use crate::engine::find::step_records::{StepRecords, points};
use crate::plan::ids::NodeId;
use crate::plan::layout::{Part, Step};
use crate::plan::reach::Anchor;
use crate::port::{FieldMask, Key, Replacement, Scrubber, Selection};

impl Executor<'_> {
    /// Masks or clears, page by page in the order of keys, since a masked record may still match.
    pub(super) async fn change(&self, records: &StepRecords<'_>) -> Result<(), EngineError> {
        let masks = self.masks(&records.step);
        let severs_links = matches!(records.step.part, Part::Records(_) | Part::Shells(_));
        let is_listed = records.list().is_some();
        // Where a query tells whose records they are, links are cut last. Where a list does, they are cut first, since
        // they may hold the very values that the masks take away.
        if severs_links && is_listed {
            self.sever_links(records, &masks).await?;
        }
        if !masks.is_empty() {
            let mut pages = records.pages(&Selection::Everything);
            while let Some(rows) = pages.next().await? {
                let rows = self.still_about(records, rows).await?;
                if !rows.is_empty() {
                    let these = self.these(records, &rows).await?;
                    let masks = self.masks_of(&records.step, &masks, &rows).await?;
                    self.mask_where(records.step.node, &masks, &these).await?;
                }
            }
        }
        if severs_links && !is_listed {
            self.sever_links(records, &masks).await?;
        }
        Ok(())
    }

    /// These records of a step, provided that it is still about them.
    async fn these(&self, records: &StepRecords<'_>, rows: &[Row]) -> Result<Selection, EngineError> {
        let node = records.step.node;
        match records.query() {
            Some(selection) => Ok(self.finder.keys(node, rows).and(selection.clone())),
            None => {
                let these = self.finder.as_read(node, rows)?;
                Ok(these.and(self.may_let_go(&records.step, rows).await?))
            }
        }
    }

    /// Those of these kept records that may let go: nothing that is somebody else's as well points to them any more, and
    /// what they own goes or has another owner.
    async fn may_let_go(&self, step: &Step, rows: &[Row]) -> Result<Selection, EngineError> {
        let Part::KeptLink(edge) = step.part else { return Ok(Selection::Everything) };
        let owned = match self.finder.graph().edges[edge].role {
            Some(Role::OwnedBy | Role::Owns) => self.finder.owned_by_others(step.node, rows).await?,
            Some(Role::Mentions | Role::SamePerson) | None => Selection::Everything,
        };
        let children = match self.finder.graph().edges[edge].role {
            Some(Role::OwnedBy) => self.finder.keeps_children(step.node)?.0,
            _ => Selection::Nothing,
        };
        Ok(owned.and(children.negated()))
    }

    /// What a step writes into its records, apart from the links that it cuts afterwards.
    fn masks(&self, step: &Step) -> Vec<FieldMask> {
        let fields = self.finder.plan().compiled.written_fields(step);
        fields
            .into_iter()
            .map(|field| FieldMask { with: self.replacement(step, &field.mask), field: field.field })
            .collect()
    }

    /// The same for these records: which elements of a list go is told by what they point to.
    async fn masks_of(
        &self,
        step: &Step,
        masks: &[FieldMask],
        rows: &[Row],
    ) -> Result<Vec<FieldMask>, EngineError> {
        let (edge, only_going) = match step.part {
            Part::OthersLink { edge, .. } => (edge, false),
            Part::KeptLink(edge) => (edge, true),
            Part::Records(_) | Part::Shells(_) | Part::Fields { .. } => return Ok(masks.to_vec()),
        };
        let edge = &self.finder.graph().edges[edge];
        if edge.list().is_none() {
            return Ok(masks.to_vec());
        }
        let links = self.finder.links_to(edge, rows, only_going).await?;
        Ok(without_links(masks.to_vec(), &links))
    }

    fn replacement(&self, step: &Step, mask: &Mask) -> Replacement {
        match mask {
            // Nothing of a shell stays.
            Mask::Scrub if matches!(step.part, Part::Shells(_)) => {
                Replacement::Constant(Scrubber::SCRUBBED.into())
            }
            mask => self.replaced_by(mask),
        }
    }

    /// What takes the place of a value under a mask.
    pub(super) fn replaced_by(&self, mask: &Mask) -> Replacement {
        match mask {
            Mask::Null => Replacement::Null,
            Mask::Constant(value) => Replacement::Constant(value.clone()),
            Mask::Token => Replacement::Token,
            Mask::Pseudonym => self.pseudonyms.clone(),
            Mask::Prefix(length) => Replacement::Prefix(*length),
            // Of a whole tenant no single person's identifiers can be told from the rest.
            Mask::Scrub if self.finder.plan().anchor == Anchor::Tenant => {
                Replacement::Constant(Scrubber::SCRUBBED.into())
            }
            Mask::Scrub => Replacement::Scrub(self.scrubber.clone()),
        }
    }

    /// How many of a step's records are not yet as it leaves them: masked, and with their links to the subject's cut.
    pub(super) async fn unchanged(&self, records: &StepRecords<'_>) -> Result<u64, EngineError> {
        let step = &records.step;
        let masks = self.masks(step);
        let cuts = matches!(step.part, Part::Records(_) | Part::Shells(_));
        let is_told_by_values = masks.iter().all(|mask| mask.with.same_for_all().is_some());
        if let (Some(selection), false, true) = (records.query(), cuts, is_told_by_values) {
            let left = selection.clone().and(unmasked(&masks));
            return self.finder.records.count(step.node, &left).await;
        }
        let mut count = 0;
        let mut pages = records.pages(&Selection::Everything);
        while let Some(rows) = pages.next().await? {
            let rows = self.still_about(records, rows).await?;
            let mut left = self.unmasked_among(step.node, &masks, &rows).await?;
            if cuts {
                left.extend(self.uncut_among(step.node, &masks, &rows).await?);
            }
            count += left.len() as u64;
        }
        Ok(count)
    }

    /// Which of these records point to others of the subject's along a link, and have not let go there.
    async fn uncut_among(
        &self,
        node: NodeId,
        masks: &[FieldMask],
        rows: &[Row],
    ) -> Result<HashSet<Key>, EngineError> {
        let mut uncut = HashSet::new();
        let edges = self.finder.graph().edges_from(node).map(|(_, edge)| edge);
        for edge in edges.filter(|edge| edge.role.is_some() && !edge.clears.is_empty()) {
            let links = self.finder.links_to(edge, rows, false).await?;
            let pointing: Vec<Row> = rows.iter().filter(|row| points(edge, row, &links)).cloned().collect();
            let clearing = self.clearing(edge, masks, &links);
            uncut.extend(self.unmasked_among(node, &clearing, &pointing).await?);
        }
        Ok(uncut)
    }

    /// In which of these records a field does not hold what its mask leaves there.
    async fn unmasked_among(
        &self,
        node: NodeId,
        masks: &[FieldMask],
        rows: &[Row],
    ) -> Result<HashSet<Key>, EngineError> {
        if rows.is_empty() || masks.is_empty() {
            return Ok(HashSet::new());
        }
        let can_tell = self.finder.records.shelf(node)?.capabilities().predicates;
        let (told, looked_at): (Vec<&FieldMask>, Vec<&FieldMask>) =
            masks.iter().partition(|mask| can_tell && mask.with.same_for_all().is_some());
        let mut unmasked = HashSet::new();
        if !told.is_empty() {
            let told: Vec<FieldMask> = told.into_iter().cloned().collect();
            unmasked = self.finder.matching_among(node, rows, self::unmasked(&told)).await?;
        }
        if !looked_at.is_empty() {
            let fields: Vec<String> = looked_at.iter().map(|mask| mask.field.clone()).collect();
            let keys = rows.iter().map(|row| row.key.values().to_vec()).collect();
            let mut found = self.finder.records.with_keys(node, &fields, keys)?;
            let mut in_documents: HashSet<(&str, Key)> = HashSet::new();
            for mask in looked_at.iter().filter(|mask| can_tell && mask.field.contains('.')) {
                let unread = Selection::Unreadable { field: mask.field.clone() };
                let unread = self.finder.matching_among(node, rows, unread).await?;
                in_documents.extend(unread.into_iter().map(|key| (mask.field.as_str(), key)));
            }
            while let Some(page) = found.next().await? {
                let is_left = |row: &Row| {
                    looked_at.iter().any(|mask| {
                        // Inside of documents that no query follows, the store has masked by itself.
                        !in_documents.contains(&(mask.field.as_str(), row.key.clone()))
                            && !mask.with.may_have_left(row.value(&mask.field))
                    })
                };
                unmasked.extend(page.into_iter().filter(is_left).map(|row| row.key));
            }
        }
        Ok(unmasked)
    }
}

/// Records in which a field does not hold what its mask puts there for all.
fn unmasked(masks: &[FieldMask]) -> Selection {
    let for_all = masks.iter().filter_map(|mask| mask.with.same_for_all().map(|value| (mask, value)));
    for_all.fold(Selection::Nothing, |any, (mask, value)| {
        let masked = if value.is_null() {
            Selection::Null { field: mask.field.clone() }
        } else {
            Selection::one_of(mask.field.clone(), [value])
        };
        // Inside of documents that no query follows, the store has masked by itself.
        let is_read = match mask.field.contains('.') {
            true => Selection::Unreadable { field: mask.field.clone() }.negated(),
            false => Selection::Everything,
        };
        any.or(masked.negated().and(is_read))
    })
}
