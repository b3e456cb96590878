//! Tells people what was announced: at least once, in order, until it is taken or given up.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::case::CaseFile;
use crate::engine::record::dossier::Dossier;
use crate::engine::record::journal::Event;
use crate::engine::record::news::{Announcement, Piece};
use crate::engine::record::person::person;
use crate::meta::StatusPage;
use crate::page::{Composer, NoticeKind, NoticeView, Proving};
use crate::port::{Destination, Head, Message, Notifier};
use crate::request::ReplyTo;
use crate::verify::{Limits, Method, Sent};

/// What notices are written and handed over with.
#[derive(Debug, Clone)]
pub(crate) struct Notices {
    pub(crate) notifier: Arc<dyn Notifier>,
    pub(crate) composer: Arc<dyn Composer>,
    pub(crate) status_page: Option<StatusPage>,
    /// Where the pages of proof lie: the token is what is added.
    pub(crate) proof_page: Option<String>,
}

impl Notices {
    /// What goes to the person so that they can prove who they are.
    pub(crate) fn proving(&self, sent: &Sent, method: Method, now: DateTime<Utc>) -> Proving {
        let limits = Limits::default();
        let until = now + if method.has_code() { limits.code_lasts() } else { limits.link_lasts() };
        match &sent.code {
            Some(code) => Proving::code(code.reveal(), until),
            None => {
                let page = self.proof_page.as_deref().unwrap_or_default();
                Proving::link(format!("{page}{}", sent.token.reveal()), until)
            }
        }
    }
}

impl Engine {
    /// Tells what is to be told by now, and says when there is something to tell again; `None` where all is told.
    pub(super) async fn tell(
        &self,
        case: &mut CaseFile,
        dossier: &Dossier,
    ) -> Result<Option<DateTime<Utc>>, EngineError> {
        let Some(reply_to) = dossier.request.reply_to() else { return Ok(None) };
        loop {
            let now = self.registry.clock.now();
            let state = case.head().state;
            let Some(piece) = case.history.news.pending(state).next().copied() else { return Ok(None) };
            if piece.due() > now {
                return Ok(Some(piece.due()));
            }
            let to = Destination::Email(reply_to.address().to_owned());
            let taken = self.hand_over(case, dossier, &piece, to).await;
            let event = match taken {
                Ok(()) => Event::Told { number: piece.number },
                Err(problem) => {
                    tracing::warn!(request = %case.id(), notice = piece.number, problem, "a notice was not taken");
                    Event::NotTold { number: piece.number, is_last: piece.is_last_try(now) }
                }
            };
            let Head { state, due } = *case.head();
            self.append(case, Head { state, due }, vec![event]).await?;
        }
    }

    async fn hand_over(
        &self,
        case: &CaseFile,
        dossier: &Dossier,
        piece: &Piece,
        to: Destination,
    ) -> Result<(), String> {
        let notices = self.notices.as_ref().ok_or("no notifier was given")?;
        let number = format!("{}-{}", case.id(), piece.number);
        let kind = match piece.announcement {
            Announcement::Acknowledged => NoticeKind::Acknowledged,
            Announcement::Scheduled => NoticeKind::Scheduled,
            Announcement::Completed => NoticeKind::Completed,
            Announcement::PartlyKept => NoticeKind::PartlyKept,
            Announcement::NothingHeld => NoticeKind::NothingHeld,
            Announcement::Refused => NoticeKind::Refused,
            Announcement::Cancelled => NoticeKind::Cancelled,
        };
        let message = self.message(notices, case, dossier, (kind, number, to));
        let message = message.map_err(|error| error.to_string())?;
        notices.notifier.notify(&message).await.map_err(|error| error.detail)
    }

    /// A finished message.
    pub(crate) fn message(
        &self,
        notices: &Notices,
        case: &CaseFile,
        dossier: &Dossier,
        (kind, id, to): (NoticeKind, String, Destination),
    ) -> Result<Message, EngineError> {
        let policy = self.planner.policy();
        let languages = policy.pages().languages();
        let asked = dossier.request.reply_to().map(ReplyTo::language);
        let language = asked.or_else(|| languages.first().copied()).unwrap_or("en");
        let view = person(case.standing(), &case.history, policy, language);
        let mut notice = NoticeView::new(kind, &view);
        if let Some(page) = &notices.status_page
            && let Ok(code) = dossier.code.parse()
        {
            notice = notice.with_status_url(page.url(&code));
        }
        let written = notices.composer.compose(&notice)?;
        Ok(Message {
            id,
            to,
            kind: written.kind.to_owned(),
            language: written.language,
            subject: written.subject,
            text: written.text,
            html: written.html,
        })
    }
}
