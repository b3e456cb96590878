//! Looks once more for what still names the person, and moves the request to where it ends or waits.

use super::next::final_state;
use crate::engine::Engine;
use crate::engine::act::final_scan::still_holding;
use crate::engine::error::EngineError;
use crate::engine::find::step_records::Finder;
use crate::engine::progress::Progress;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::journal::Event;
use crate::plan::ids::NodeId;
use crate::port::Head;
use crate::request::{Action, RequestState};

impl Engine {
    pub(super) async fn conclude(
        &self,
        case: &mut CaseFile,
        finder: Finder<'_>,
        dossier: &Dossier,
    ) -> Result<(), EngineError> {
        (self.on_progress)(Progress::Checking);
        let steps = &finder.plan().layout.steps;
        let takes = |node: NodeId| {
            steps.iter().any(|step| step.node == node && !step.held && step.action != Action::Retain)
        };
        let still_holding = still_holding(finder, &dossier.identifiers, |node| !takes(node)).await?;
        let now = self.clock.now();
        let policy = self.planner.policy();
        let end = final_state(&case.history);
        let rotation = policy.promises().backups_rotate().and_then(|it| it.after(now, policy.time_zone()));
        let (to, due) = match (end, rotation) {
            (RequestState::Completed | RequestState::CompletedWithRetention, Some(gone_at)) => {
                (RequestState::AwaitingBackups, Some(gone_at))
            }
            // Due until who it was about is forgotten, so that a crash in between leaves nothing sealed behind.
            (end, _) => (end, end.is_terminal().then_some(now)),
        };
        let backups_gone_at = due.filter(|_| to == RequestState::AwaitingBackups);
        let to = case.advance(to)?;
        let events = vec![Event::Executed { backups_gone_at, still_holding }, Event::State { to }];
        self.append(case, Head { state: to, due }, events).await
    }
}
