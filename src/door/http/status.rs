//! Where a request stands, for whoever has its code, and the person's way out of it.
//!
//! A code that was never given is answered like one that was, but for the words: they say that nobody knows it, and nothing
//! about anybody's data.

use http::StatusCode;

use super::doors::Doors;
use super::headers::{SentFrom, sent_from, wants_json};
use super::problem::Trouble;
use super::reply::Reply;
use super::tries::Try;
use super::visit::Visit;
use crate::code::ConfirmationCode;
use crate::engine::EngineError;
use crate::page::{CancelView, Composed, PageError};
use crate::verify::ChallengeError;

impl Doors {
    /// `GET /status/{code}`.
    pub(super) async fn status(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.let_try(Try::Guess, visit)?;
        let Ok(code) = visit.place("code")?.parse::<ConfirmationCode>() else {
            return self.mistyped(visit);
        };
        let Some(view) = self.engine.person(&code, self.language(visit)).await? else {
            return self.unknown(visit);
        };
        if wants_json(&visit.headers) {
            return Reply::json(StatusCode::OK, &self.renderer.status_json(&view)?);
        }
        let registry = self.engine.registry();
        let page = match registry.find(&code).await?.filter(|_| view.can_cancel) {
            Some(id) => {
                let action = self.path(&["status", code.as_str(), "cancel"]);
                let cancel = CancelView::new(action, registry.cancel_token(id));
                self.renderer.status_with_cancel(&view, &cancel)?
            }
            None => self.renderer.status(&view)?,
        };
        Ok(Reply::html(StatusCode::OK, self.renderer.html(&page)?))
    }

    /// `POST /status/{code}/cancel`.
    pub(super) async fn cancel(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.let_try(Try::Guess, visit)?;
        let form = visit.form()?;
        let Ok(code) = visit.place("code")?.parse::<ConfirmationCode>() else {
            return self.mistyped(visit);
        };
        if sent_from(&visit.headers, self.base()) == SentFrom::Elsewhere {
            return Err(Trouble::forbidden());
        }
        let registry = self.engine.registry();
        if registry.find(&code).await?.is_none() {
            return self.unknown(visit);
        }
        registry.cancel_with(&code, form.text("token")?).await.map_err(|error| match error {
            EngineError::Challenge(ChallengeError::Wrong) => {
                self.count(Try::Guess, visit);
                Trouble::forbidden()
            }
            EngineError::Challenge(_) => Trouble::new(
                StatusCode::CONFLICT,
                "not_possible",
                "the request is not scheduled any more; look where it stands",
            ),
            error => error.into(),
        })?;
        Reply::see_other(&self.path(&["status", code.as_str()]))
    }

    fn unknown(&self, visit: &Visit) -> Result<Reply, Trouble> {
        let trouble = Trouble::new(StatusCode::NOT_FOUND, "unknown_code", "we do not know this code");
        self.leads_nowhere(visit, trouble, self.renderer.unknown_code(&self.site(visit)))
    }

    fn mistyped(&self, visit: &Visit) -> Result<Reply, Trouble> {
        let trouble = Trouble::new(
            StatusCode::BAD_REQUEST,
            "mistyped_code",
            "this cannot be a code; compare it with the one that was given",
        );
        self.leads_nowhere(visit, trouble, self.renderer.mistyped_code(&self.site(visit)))
    }

    /// A code that leads nowhere, with the page that says so.
    fn leads_nowhere(
        &self,
        visit: &Visit,
        trouble: Trouble,
        page: Result<Composed, PageError>,
    ) -> Result<Reply, Trouble> {
        self.count(Try::Guess, visit);
        if wants_json(&visit.headers) {
            return Err(trouble);
        }
        Ok(trouble.to_person(self.renderer.html(&page?)?))
    }
}
