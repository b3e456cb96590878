//! Masks a step's records, or clears a link of theirs.

use super::Executor;
use crate::datamap::Mask;
use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages;
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
                self.mask_rows(records.step.node, &masks, &rows).await?;
            }
        }
        if severs_links && !is_listed {
            self.sever_links(records).await?;
        }
        Ok(())
    }

    /// What a step writes into its records, apart from the links that it cuts afterwards.
    fn masks(&self, step: &Step) -> Vec<FieldMask> {
        let fields = self.finder.plan().compiled.written_fields(step);
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
