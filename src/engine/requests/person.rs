//! What the person is told of their own request, by its code.

use crate::code::ConfirmationCode;
use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::record::person::person;
use crate::engine::record::registry::Registry;
use crate::page::PersonView;
use crate::policy::Policy;
use crate::request::RequestId;

impl Registry {
    /// What the person with this code is told, in a language and in the words of a policy; `None` for a code that was never
    /// given, which must never be shown as "deleted".
    ///
    /// # Errors
    /// The ledger fails.
    pub async fn person(
        &self,
        code: &ConfirmationCode,
        policy: &Policy,
        language: &str,
    ) -> Result<Option<PersonView>, EngineError> {
        match self.find(code).await? {
            Some(id) => self.person_of(id, policy, language).await.map(Some),
            None => Ok(None),
        }
    }

    async fn person_of(
        &self,
        id: RequestId,
        policy: &Policy,
        language: &str,
    ) -> Result<PersonView, EngineError> {
        let standing = self.archive().standing(id).await?;
        let history = self.archive().history(id).await?;
        Ok(person(&standing, &history, policy, language))
    }
}

impl Engine {
    /// What the person with this code is told; see [`Registry::person`].
    ///
    /// # Errors
    /// As there.
    pub async fn person(
        &self,
        code: &ConfirmationCode,
        language: &str,
    ) -> Result<Option<PersonView>, EngineError> {
        self.registry.person(code, self.planner.policy(), language).await
    }
}
