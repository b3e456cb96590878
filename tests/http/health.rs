//! Whether the process lives, and whether its ledger can be read.

use oubliette::door::http::health_router;
use tokio::net::TcpListener;

use super::site::{POLICY, world};

#[tokio::test]
async fn readiness_follows_the_ledger() {
    let engine = world(POLICY).engine().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, health_router(engine)).await.unwrap() });
    for (path, words) in [("healthz", "ok\n"), ("readyz", "ready\n")] {
        let back = reqwest::get(format!("http://{address}/{path}")).await.unwrap();
        assert_eq!((back.status().as_u16(), back.text().await.unwrap().as_str()), (200, words));
    }
}
