//! Whether the process lives, and whether its ledger can be read: for whoever runs it, beside the routes for people.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use crate::engine::{Engine, RequestFilter};

/// `GET /healthz`, which says that the process answers, and `GET /readyz`, which says that its ledger does, too. Neither says
/// anything else.
pub fn health_router(engine: Engine) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .with_state(Arc::new(engine))
}

async fn ready(State(engine): State<Arc<Engine>>) -> (StatusCode, &'static str) {
    match engine.registry().requests(&RequestFilter::all(), 1).await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(problem = %error.problem(), "the ledger cannot be read");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
        }
    }
}
