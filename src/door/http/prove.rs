//! Showing who one is: a page with a button or a field for a code. Only what is posted proves anything, since mail programs
//! open links by themselves.

use http::StatusCode;

use super::doors::Doors;
use super::problem::Trouble;
use super::reply::Reply;
use super::tries::Try;
use super::visit::Visit;
use crate::engine::EngineError;
use crate::page::{ProveProblem, ProveView};
use crate::port::LedgerError;
use crate::verify::{ChallengeError, ProofToken};

impl Doors {
    /// `GET /prove/{token}`. Nothing is looked up, so that all tokens look alike here.
    pub(super) async fn prove_page(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.let_try(Try::Guess, visit)?;
        let token = self.token(visit)?;
        self.proof_page(visit, &token, StatusCode::OK, None)
    }

    /// `POST /prove/{token}`.
    pub(super) async fn prove(&self, visit: &Visit) -> Result<Reply, Trouble> {
        self.let_try(Try::Guess, visit)?;
        let form = visit.form()?;
        let token = self.token(visit)?;
        let code = token.method().has_code().then(|| form.text("code")).transpose()?;
        let problem = match self.engine.answer_challenge(&token, code).await {
            Ok(()) => {
                let page = self.renderer.proved(&self.site(visit))?;
                return Ok(Reply::html(StatusCode::OK, self.renderer.html(&page)?));
            }
            Err(EngineError::Challenge(error)) => problem(error),
            // A token for a request that is not there is as wrong as any other.
            Err(EngineError::Ledger(LedgerError::Unknown(_))) => ProveProblem::Wrong,
            Err(error) => return Err(error.into()),
        };
        if problem == ProveProblem::Wrong {
            self.count(Try::Guess, visit);
        }
        self.proof_page(visit, &token, StatusCode::BAD_REQUEST, Some(problem))
    }

    fn token(&self, visit: &Visit) -> Result<ProofToken, Trouble> {
        visit.place("token")?.parse().map_err(|error: crate::verify::ProofTokenError| {
            self.count(Try::Guess, visit);
            Trouble::new(StatusCode::NOT_FOUND, "no_token", error.to_string())
        })
    }

    fn proof_page(
        &self,
        visit: &Visit,
        token: &ProofToken,
        status: StatusCode,
        problem: Option<ProveProblem>,
    ) -> Result<Reply, Trouble> {
        let action = self.path(&["prove", &token.reveal()]);
        let mut view = ProveView::new(action, token.method().has_code());
        view.problem = problem;
        let page = self.renderer.prove(&self.site(visit), &view)?;
        Ok(Reply::html(status, self.renderer.html(&page)?))
    }
}

/// What a person is told of it.
fn problem(error: ChallengeError) -> ProveProblem {
    match error {
        ChallengeError::Wrong | ChallengeError::NoChallenge => ProveProblem::Wrong,
        ChallengeError::Expired => ProveProblem::Expired,
        ChallengeError::Used => ProveProblem::Used,
        ChallengeError::TooManyAttempts => ProveProblem::TooManyAttempts,
        ChallengeError::TooSoon { .. } => ProveProblem::TooSoon,
        ChallengeError::TooManySendings => ProveProblem::TooManySendings,
    }
}
