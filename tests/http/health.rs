//! Whether the process lives, and whether its ledger can be read.

use oubliette::door::http::health_router;
use oubliette::engine::Engine;
use tokio::net::TcpListener;

use super::site::{POLICY, world};

/// What `/healthz` and `/readyz` say of an engine.
async fn health(engine: Engine) -> [(u16, String); 2] {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, health_router(engine)).await.unwrap() });
    let ask = async |path: &str| {
        let back = reqwest::get(format!("http://{address}/{path}")).await.unwrap();
        (back.status().as_u16(), back.text().await.unwrap())
    };
    [ask("healthz").await, ask("readyz").await]
}

#[tokio::test]
async fn a_process_whose_ledger_can_be_read_is_ready() {
    let engine = world(POLICY).engine().await;
    assert_eq!(health(engine).await, [(200, "ok\n".to_owned()), (200, "ready\n".to_owned())]);
}

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn a_process_whose_ledger_is_away_lives_and_is_not_ready() {
    let pool = sqlx::SqlitePool::connect("sqlite::memory:").await.unwrap();
    let ledger = oubliette::adapter::sql::SqliteLedger::from_pool(pool.clone()).await.unwrap();
    let engine = world(POLICY).builder().with_ledger(ledger).build().await.unwrap();
    pool.close().await;
    assert_eq!(health(engine).await, [(200, "ok\n".to_owned()), (503, "not ready\n".to_owned())]);
}
