//! Masks a step's records, or clears a link of theirs.

use super::Executor;
use crate::datamap::{Mask, Role};
use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages;
use crate::engine::find::records::Row;
use crate::engine::find::step_records::StepRecords;
use crate::plan::layout::{Part, Step};
use crate::plan::reach::Anchor;
use crate::port::{FieldMask, Replacement, Scrubber, Selection};

impl Executor<'_> {
    /// Masks or clears, page by page in the order of keys, since a masked record may still match.
    pub(super) async fn change(&self, records: &StepRecords<'_>) -> Result<(), EngineError> {
        let masks = self.masks(&records.step);
        let severs_links = matches!(records.step.part, Part::Records(_) | Part::Shells(_));
        let is_listed = records.list().is_some();
        // Where a query tells whose records they are, links are cut last. Where a list does, they are cut first, since
        // they may hold the very values that the masks take away.
        if severs_links && is_listed {
            self.sever_links(records).await?;
        }
        if !masks.is_empty() {
            let mut pages = records.pages(&Selection::Everything);
            while let Some(rows) = pages.next().await? {
                let rows = self.still_about(records, rows).await?;
                if !rows.is_empty() {
                    let these = self.these(records, &rows)?;
                    self.mask_where(records.step.node, &masks, &these).await?;
                }
            }
        }
        if severs_links && !is_listed {
            self.sever_links(records).await?;
        }
        Ok(())
    }

    /// These records of a step, provided that it is still about them.
    fn these(&self, records: &StepRecords<'_>, rows: &[Row]) -> Result<Selection, EngineError> {
        let node = records.step.node;
        match records.query() {
            Some(selection) => Ok(self.finder.keys(node, rows).and(selection.clone())),
            None => {
                let these = self.finder.as_read(node, rows)?;
                Ok(these.and(self.lets_go_of_last_owner(&records.step)?.negated()))
            }
        }
    }

    /// Records that stay, and that must not let go of an owner yet: something that is others' as well still points to them.
    fn lets_go_of_last_owner(&self, step: &Step) -> Result<Selection, EngineError> {
        match step.part {
            Part::KeptLink(edge) if self.finder.graph().edges[edge].role == Some(Role::OwnedBy) => {
                Ok(self.finder.keeps_children(step.node)?.0)
            }
            _ => Ok(Selection::Nothing),
        }
    }

    /// What a step writes into its records, apart from the links that it cuts afterwards.
    fn masks(&self, step: &Step) -> Vec<FieldMask> {
        let fields = self.finder.plan().compiled.masked_fields(step);
        fields
            .into_iter()
            .map(|field| FieldMask { with: self.replacement(step, &field.mask), field: field.field })
            .collect()
    }

    fn replacement(&self, step: &Step, mask: &Mask) -> Replacement {
        // Nothing of a shell stays; and of a whole tenant no single person's identifiers can be told from the rest.
        let is_whole = matches!(step.part, Part::Shells(_)) || self.finder.plan().anchor == Anchor::Tenant;
        match mask {
            Mask::Null => Replacement::Null,
            Mask::Constant(value) => Replacement::Constant(value.clone()),
            Mask::Token => Replacement::Token,
            Mask::Pseudonym => self.pseudonyms.clone(),
            Mask::Prefix(length) => Replacement::Prefix(*length),
            Mask::Scrub if is_whole => Replacement::Constant(Scrubber::SCRUBBED.into()),
            Mask::Scrub => Replacement::Scrub(self.scrubber.clone()),
        }
    }

    /// Records in which a field does not hold what its mask puts there for all.
    pub(super) fn unmasked(&self, step: &Step) -> Selection {
        let masks = self.masks(step);
        let for_all = masks.iter().filter_map(|mask| mask.with.same_for_all().map(|value| (mask, value)));
        for_all.fold(Selection::Nothing, |any, (mask, value)| {
            let masked = if value.is_null() {
                Selection::Null { field: mask.field.clone() }
            } else {
                Selection::one_of(mask.field.clone(), [value])
            };
            any.or(masked.negated())
        })
    }
}
