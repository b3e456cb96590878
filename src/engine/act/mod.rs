//! Carries out one step of a plan, batch by batch, so that it may be stopped anywhere and run again.
//!
//! What a step is given was located, and written down, before. How its records are found is resolved once, in
//! [`StepRecords`]; here they are erased ([`erase`]), masked ([`mask`]) or made to let go ([`let_go`]).

mod erase;
pub(crate) mod final_scan;
mod let_go;
mod mask;
pub(crate) mod traces;
mod unread;

use crate::engine::error::EngineError;
use crate::engine::find::pages::Pages as _;
use crate::engine::find::records::Row;
use crate::engine::find::step_records::{Finder, StepRecords};
use crate::plan::ids::NodeId;
use crate::plan::layout::Part;
use crate::port::{Batch, FieldMask, Replacement, Scrubber, Selection, Throttle};
use crate::request::Action;
use crate::schema::Survey;

/// The records of a step that are there.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Standing {
    /// Those that it is about.
    pub(crate) hers: u64,
    /// Those that were noted for it, and have come to be somebody else's as well.
    pub(crate) others: u64,
}

/// Carries out steps.
#[derive(Clone, Copy)]
pub(crate) struct Executor<'a> {
    pub(crate) finder: Finder<'a>,
    pub(crate) survey: &'a Survey,
    /// Removes the subject's identifiers from free text.
    pub(crate) scrubber: &'a Scrubber,
    pub(crate) pseudonyms: &'a Replacement,
    /// Is told how many records each batch changed.
    pub(crate) on_batch: &'a (dyn Fn(u64) + Send + Sync),
    /// Is called after each batch; the next one starts when it returns.
    pub(crate) throttle: Option<&'a dyn Throttle>,
}

impl Executor<'_> {
    /// Carries out a step; says how many records it erased, where it can be told from those of other steps. Running it
    /// twice does no more than running it once.
    pub(crate) async fn run(&self, records: &StepRecords<'_>) -> Result<Option<u64>, EngineError> {
        match records.step.action {
            _ if records.step.held => Ok(None),
            Action::Retain => Ok(None),
            Action::Erase => self.erase(records).await,
            Action::Anonymize | Action::Clear => self.change(records).await.map(|()| None),
        }
    }

    /// How many records the step should have taken and did not.
    pub(crate) async fn left(&self, records: &StepRecords<'_>) -> Result<u64, EngineError> {
        match records.step.action {
            Action::Erase => self.missed(records).await,
            Action::Anonymize | Action::Clear | Action::Retain => self.unchanged(records).await,
        }
    }

    /// How many of the subject's records that a step is about are there, and how many of those noted for it have come to be
    /// somebody else's.
    pub(crate) async fn standing(&self, records: &StepRecords<'_>) -> Result<Standing, EngineError> {
        let is_link = matches!(records.step.part, Part::KeptLink(_) | Part::OthersLink { .. });
        if is_link || records.list().is_none() {
            return Ok(Standing { hers: records.count().await?, others: 0 });
        }
        let mut standing = Standing { hers: 0, others: 0 };
        let mut pages = records.pages(&Selection::Everything);
        while let Some(rows) = pages.next().await? {
            let all = rows.len() as u64;
            let hers = self.still_about(records, rows).await?.len() as u64;
            standing.hers += hers;
            standing.others += all - hers;
        }
        Ok(standing)
    }

    /// The same once a step was taken, for steps whose count follows from it.
    pub(crate) async fn standing_after(&self, records: &StepRecords<'_>) -> Result<Standing, EngineError> {
        match records.step.action {
            Action::Retain | Action::Clear => Ok(Standing::default()),
            Action::Anonymize if records.list().is_none() => Ok(Standing::default()),
            Action::Anonymize | Action::Erase => self.standing(records).await,
        }
    }

    /// Those of these records of a step that it is still about; those that a query tells were asked for just now.
    async fn still_about(&self, records: &StepRecords<'_>, rows: Vec<Row>) -> Result<Vec<Row>, EngineError> {
        match records.query() {
            Some(_) => Ok(rows),
            None => self.finder.still_about(&records.step, rows).await,
        }
    }

    /// Masks the records that match.
    async fn mask_where(
        &self,
        node: NodeId,
        masks: &[FieldMask],
        these: &Selection,
    ) -> Result<(), EngineError> {
        if masks.is_empty() || these.is_nothing() {
            return Ok(());
        }
        let shelf = self.finder.records.shelf(node)?;
        let changed = shelf.mask(masks, these).await?;
        self.pause(node, shelf.name, changed).await;
        Ok(())
    }

    /// Tells of a batch that is done, and waits until the next one may begin.
    async fn pause(&self, node: NodeId, store: &str, records: u64) {
        (self.on_batch)(records);
        if let Some(throttle) = self.throttle {
            let collection = self.finder.records.name(node);
            throttle.after_batch(Batch { store, collection, records }).await;
        }
    }
}
