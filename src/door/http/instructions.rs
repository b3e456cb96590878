//! How to ask and what happens then: read off the policy that the engine keeps.

use http::StatusCode;

use super::doors::Doors;
use super::headers::wants_json;
use super::problem::Trouble;
use super::reply::Reply;
use super::visit::Visit;
use crate::page::Instructions;

impl Doors {
    /// `GET /instructions`.
    pub(super) async fn instructions(&self, visit: &Visit) -> Result<Reply, Trouble> {
        let instructions = Instructions::of(self.policy(), self.language(visit));
        if wants_json(&visit.headers) {
            return Reply::json(StatusCode::OK, &instructions);
        }
        let page = self.renderer.instructions(&instructions)?;
        Ok(Reply::html(StatusCode::OK, self.renderer.html(&page)?))
    }
}
