//! Looks once more for what still names the person, and moves the request to where it ends or waits.

use super::next::final_state;
use crate::engine::Engine;
use crate::engine::act::final_scan::{FinalScan, Remains};
use crate::engine::act::traces::Texts;
use crate::engine::error::EngineError;
use crate::engine::find::step_records::Finder;
use crate::engine::progress::Progress;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::journal::{Event, Executed};
use crate::policy::Completion;
use crate::port::Head;
use crate::request::{QuestionKind, RequestState};

impl Engine {
    /// Notes, once the steps are located and before anything is changed, what will have to be looked at in the end.
    pub(super) async fn note_texts(&self, finder: Finder<'_>, dossier: &Dossier) -> Result<(), EngineError> {
        let texts = texts(dossier)?;
        self.final_scan(finder, dossier, &texts).note_texts().await
    }

    pub(super) async fn conclude(
        &self,
        case: &mut CaseFile,
        finder: Finder<'_>,
        dossier: &Dossier,
    ) -> Result<(), EngineError> {
        (self.on_progress)(Progress::Checking);
        let end = final_state(&case.history);
        let remains = match end {
            // What is held is not gone, and nobody says that it is: it is looked for once the hold is released.
            RequestState::OnHold => Remains::default(),
            _ => self.scan(case, finder, dossier).await?,
        };
        let asked = case.history.to_ask(remains.questions);
        if !asked.is_empty() {
            return self.ask(case, asked).await;
        }
        let end = match end {
            // Something held an identifier, and somebody has said that it stays, or was to be taken: that is not nothing.
            RequestState::NothingHeld
                if case.history.questions.iter().any(|it| !it.is_open()) || !remains.explained.is_empty() =>
            {
                RequestState::Completed
            }
            end => end,
        };
        let now = self.registry.clock.now();
        let policy = self.planner.policy();
        let rotation = policy.promises().backups_rotate().and_then(|it| it.after(now, policy.time_zone()));
        let (to, due) = match (end, rotation) {
            (RequestState::Completed | RequestState::CompletedWithRetention, Some(gone_at)) => {
                (RequestState::AwaitingBackups, Some(gone_at))
            }
            // Due until who it was about is forgotten, so that a crash in between leaves nothing sealed behind.
            (end, _) => (end, end.is_terminal().then_some(now)),
        };
        let executed = Executed {
            backups_gone_at: due.filter(|_| to == RequestState::AwaitingBackups),
            is_complete: policy.promises().complete_means() == Completion::Live,
            mentioned: remains.mentioned,
            explained: remains.explained,
            usual_spellings: remains.usual_spellings,
            ..Executed::default()
        };
        let to = case.advance(to)?;
        let events = vec![Event::Executed(executed), Event::State { to }];
        self.append(case, Head { state: to, due }, events).await
    }

    /// Takes what somebody has said is the person's, and looks everywhere.
    async fn scan(
        &self,
        case: &CaseFile,
        finder: Finder<'_>,
        dossier: &Dossier,
    ) -> Result<Remains, EngineError> {
        let texts = texts(dossier)?;
        let scan = self.final_scan(finder, dossier, &texts);
        for question in case.history.questions.iter().filter(|it| it.is_taken()) {
            let node = self.node_once_named(&question.collection)?;
            match (question.kind, &question.field) {
                (QuestionKind::Residue, Some(field)) => scan.take_residue(node, field).await?,
                (QuestionKind::Unreadable, Some(field)) => scan.take_unread(node, field).await?,
                // No field is in question: which records are the person's was settled when they were looked for again.
                (_, _) => {}
            }
        }
        let mut remains = scan.run().await?;
        remains.questions.extend(finder.unreadable_links().await?);
        Ok(remains)
    }

    fn final_scan<'a>(&'a self, finder: Finder<'a>, dossier: &'a Dossier, texts: &'a Texts) -> FinalScan<'a> {
        FinalScan { finder, survey: &self.survey, identifiers: &dossier.identifiers, texts }
    }
}

fn texts(dossier: &Dossier) -> Result<Texts, EngineError> {
    Texts::naming(dossier.identifiers.iter())
}
