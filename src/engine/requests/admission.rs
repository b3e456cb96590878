//! Whether a request may be opened: only by a channel that the policy opens, and only for a tenant that is there.

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::plan::ids::NodeId;
use crate::policy::VerificationMethod;
use crate::port::Selection;
use crate::request::{Actor, Request, RequestId, Scope};
use crate::value::Value;

impl Engine {
    /// Refuses a request for a tenant that the tenants' own collection does not have: to find nothing there would be no
    /// answer. A whole tenant is gone when it was erased, so that whoever asks for it again may mean that request.
    ///
    /// # Errors
    /// There is no such tenant; a store fails.
    pub(crate) async fn know_tenant(&self, request: &Request) -> Result<(), EngineError> {
        let Some(tenant) = request.tenancy().tenant() else { return Ok(()) };
        let nodes = &self.planner.compiled().graph.nodes;
        let mut missing = None;
        for (node, collection) in nodes.pairs().filter(|(_, node)| node.is_tenant_root()) {
            if self.has_tenant(node, tenant).await? {
                return Ok(());
            }
            missing = Some(collection.name().to_owned());
        }
        missing.map_or(Ok(()), |collection| Err(EngineError::UnknownTenant { collection }))
    }

    async fn has_tenant(&self, node: NodeId, tenant: &str) -> Result<bool, EngineError> {
        let root = &self.planner.compiled().graph.nodes[node];
        let (name, store) = self.stores.get(root.store)?;
        let selection = Selection::rows(root.key().iter().cloned(), vec![vec![Value::from(tenant)]]);
        let count = store.count(&self.places[node], &selection).await;
        Ok(count.map_err(|source| EngineError::Store { store: name.clone(), source })? > 0)
    }

    /// Whether the request is for all of a tenant, whose own record goes with it.
    pub(crate) fn takes_the_tenant(request: &Request) -> bool {
        *request.scope() == Scope::Tenant
    }

    /// Lets the proof count that came with a repetition of a request that still waits for it.
    ///
    /// # Errors
    /// The ledger fails.
    pub(crate) async fn take_proof(&self, id: RequestId, again: &Request) -> Result<(), EngineError> {
        let case = self.take_up(id).await?;
        if case.head().state.is_terminal() {
            return Ok(());
        }
        let Some(dossier) = self.archive().dossier(id).await? else { return Ok(()) };
        if !self.lacks_proof(&dossier.request, &case.history)? {
            return Ok(());
        }
        let listed = self.rules_of(dossier.request.channel())?.verify();
        let counts = |method: &&VerificationMethod| {
            listed.iter().any(|it| it == method.as_str()) && !case.history.verified.contains(method.as_str())
        };
        for method in again.verifications().iter().filter(counts) {
            self.prove(id, method, &Actor::Host).await?;
        }
        Ok(())
    }
}
