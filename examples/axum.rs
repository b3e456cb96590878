//! A CRM on axum and SQLite that lets people be forgotten: by Meta's callback, by an operator, and by themselves.
//!
//! It nests the routes below `/privacy`, signs its agents in, and runs one worker. Everything else is the crate's.
//!
//!     cargo run --example axum --features http,sqlite            # serves http://127.0.0.1:8080
//!     cargo run --example axum --features http,sqlite -- demo    # shows all three ways, and ends

use std::collections::HashMap;
use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::State;
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Router, body::Bytes};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use hmac::{Hmac, KeyInit as _, Mac as _};
use oubliette::adapter::sql::{SqliteLedger, SqliteStore};
use oubliette::datamap::DataMap;
use oubliette::door::http::{BearerGuard, Doors, SelfService, SignedIn};
use oubliette::engine::Engine;
use oubliette::identifier::Identifier;
use oubliette::meta::{AppSecret, AppSecrets, MetaApp, Product};
use oubliette::page::Renderer;
use oubliette::policy::Policy;
use oubliette::port::{Clock, ManualClock, MasterKey, SystemClock};
use sha2::Sha256;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use url::form_urlencoded;

type Failure = Box<dyn Error + Send + Sync>;

const POLICY: &str = r#"
name = "Harbour Desk"
version = "1"
[promises]
complete_within = "30 days"
[channels.meta]
verify = []
[channels.operator]
verify = []
[channels.self_service]
verify = ["password"]
grace = "3 days"
[[category]]
id = "account"
label = "Your account"
on_erasure = "erase"
[[category]]
id = "contacts"
label = "Customers and what they wrote"
on_erasure = "erase"
"#;

const MAP: &str = r#"
[stores.crm]
kind = "sql"
[[collection]]
name = "agents"
key = "id"
category = "account"
subject = "agent"
identifiers = { email = "email", asid = { field = "meta_id", namespace = "facebook/900000000000001" } }
[[collection]]
name = "contacts"
key = "id"
category = "contacts"
subject = "contact"
identifiers = { phone = { field = "phone", stored = "e164" } }
mentions = [{ field = "agent_id", of = "agents" }]
[[collection]]
name = "messages"
key = "id"
category = "contacts"
owned_by = [{ field = "contact_id", of = "contacts" }]
"#;

const SCHEMA: &str = "
CREATE TABLE agents (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, meta_id TEXT UNIQUE);
CREATE TABLE contacts (id INTEGER PRIMARY KEY, phone TEXT UNIQUE, agent_id INTEGER REFERENCES agents (id));
CREATE INDEX contacts_agent_id ON contacts (agent_id);
CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL REFERENCES contacts (id), body TEXT);
CREATE INDEX messages_contact_id ON messages (contact_id);
INSERT INTO agents VALUES (1, 'omar@example.com', '218471'), (2, 'ana@example.com', NULL);
INSERT INTO contacts VALUES (1, '+919876543210', 1), (2, '+919876543211', 2);
INSERT INTO messages VALUES (1, 1, 'Hello'), (2, 2, 'Is it there yet?');
";

/// Of the demo, all three. A host draws them at random and keeps them out of its sources.
const APP_SECRET: &str = "the demo app's secret";
const OPERATOR: &str = "the-demo-operator-s-token";
const PASSWORD: &str = "harbour";

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let is_demo = std::env::args().nth(1).is_some_and(|it| it == "demo");
    let crm = memory().await?;
    sqlx::raw_sql(SCHEMA).execute(&crm).await?;
    let clock = Arc::new(ManualClock::new(SystemClock.now()));
    let builder = Engine::builder(Policy::from_toml(POLICY)?, DataMap::from_toml(MAP)?)
        .with_store("crm", SqliteStore::from_pool(crm.clone()))
        .with_ledger(SqliteLedger::from_pool(memory().await?).await?)
        .with_keys(MasterKey::new([7; 32])); // of the demo, too
    let builder = if is_demo { builder.with_clock(clock.clone()) } else { builder };
    let engine = builder.build().await?;

    let listener = TcpListener::bind(if is_demo { "127.0.0.1:0" } else { "127.0.0.1:8080" }).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let sessions = Sessions::default();
    let secrets = AppSecrets::new([AppSecret::new(APP_SECRET)]);
    let doors = Doors::new(engine.clone(), Renderer::new()?, format!("{address}/privacy").parse()?)?
        .with_meta("main", MetaApp::new(Product::Facebook, "900000000000001", secrets)?)
        .with_guard(BearerGuard::new(OPERATOR)?)
        .with_self_service(sessions.clone());
    let host = Router::new()
        .route("/login", get(login_page).post(login))
        .with_state((crm.clone(), sessions))
        .nest("/privacy", doors.router());
    let server = axum::serve(listener, host.into_make_service_with_connect_info::<SocketAddr>());

    let (stop, stopped) = oneshot::channel::<()>();
    let worker = engine.worker().with_poll(Duration::from_millis(50));
    let worker = tokio::spawn(worker.with_shutdown(async { stopped.await.unwrap_or_default() }).run());
    if is_demo {
        tokio::spawn(async { server.await });
        demo(&address, &crm, &clock).await?;
    } else {
        println!("{address}/login, password `{PASSWORD}`; {address}/privacy/instructions");
        server.await?;
    }
    // Whoever waits for it may have gone; the worker then ends with the process.
    drop(stop);
    Ok(worker.await?)
}

/// A database of its own, that is gone with the process.
async fn memory() -> Result<SqlitePool, Failure> {
    let options: SqliteConnectOptions = "sqlite::memory:".parse()?;
    // In memory each connection has a database of its own: there is one, for ever.
    let pool = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
    Ok(pool.connect_with(options).await?)
}

/// Who is signed in, by the secret of their cookie.
#[derive(Clone, Default)]
struct Sessions(Arc<Mutex<HashMap<String, String>>>);

#[async_trait::async_trait]
impl SelfService for Sessions {
    async fn signed_in(&self, headers: &HeaderMap) -> Option<SignedIn> {
        let secret = headers.get(COOKIE)?.to_str().ok()?.strip_prefix("session=")?.to_owned();
        let email = self.0.lock().ok()?.get(&secret)?.clone();
        Some(SignedIn::new([Identifier::email(&email).ok()?]).with_password())
    }
}

async fn login_page() -> Html<&'static str> {
    Html(
        "<form method=post>E-mail <input name=email> Password <input name=password type=password> \
         <button>Sign in</button></form>",
    )
}

/// Signs an agent in, and leads to the page on which they can ask to be forgotten.
async fn login(State((crm, sessions)): State<(SqlitePool, Sessions)>, body: Bytes) -> Response {
    let form: HashMap<_, _> = form_urlencoded::parse(&body).into_owned().collect();
    let email = form.get("email").map(String::as_str).unwrap_or_default();
    let known = sqlx::query("SELECT 1 FROM agents WHERE email = ?").bind(email).fetch_optional(&crm).await;
    let is_right = form.get("password").is_some_and(|it| it == PASSWORD); // a real one has one each, and a hash of it
    let mut secret = [0; 16];
    if !is_right || !known.is_ok_and(|row| row.is_some()) || getrandom::fill(&mut secret).is_err() {
        return (StatusCode::UNAUTHORIZED, "Wrong e-mail or password.").into_response();
    }
    let secret = URL_SAFE_NO_PAD.encode(secret);
    let cookie = format!("session={secret}; HttpOnly; SameSite=Lax; Path=/"); // and `Secure`, off this machine
    sessions.0.lock().expect("no thread panics while it writes").insert(secret, email.to_owned());
    (StatusCode::SEE_OTHER, [(SET_COOKIE, cookie), (LOCATION, "/privacy/request".to_owned())]).into_response()
}

/// Does as Meta, an operator and an agent would, over HTTP, and looks into the database.
async fn demo(address: &str, crm: &SqlitePool, clock: &ManualClock) -> Result<(), Failure> {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let visitor = Visitor { client, address: address.to_owned() };

    println!("Meta calls back: Omar removed the app and wants to be forgotten.");
    let signed = form(&[("signed_request", &signed_by_meta("218471"))]);
    let answer = visitor.post("/privacy/meta/main/deletion", &[], signed).await?;
    println!("  {answer}");
    let url: serde_json::Value = serde_json::from_str(&answer)?;
    visitor.wait(url["url"].as_str().ok_or("no url")?, "completed").await?;

    println!("An operator asks on behalf of a customer who called.");
    let bearer = format!("Bearer {OPERATOR}");
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    let body = r#"{"identifiers":[{"kind":"phone","value":"+91 98765 43210"}]}"#.to_owned();
    let opened: serde_json::Value =
        serde_json::from_str(&visitor.post("/privacy/operator/requests", &headers, body).await?)?;
    visitor.wait(opened["url"].as_str().ok_or("no url")?, "completed").await?;

    println!("Ana signs in and asks to be forgotten, changes her mind, and asks again.");
    let credentials = form(&[("email", "ana@example.com"), ("password", PASSWORD)]);
    let (cookie, _) = visitor.redirected("/login", &[], credentials).await?;
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let (_, page) = visitor.redirected("/privacy/request", &headers, String::new()).await?;
    visitor.wait(&page, "scheduled").await?;
    let html = visitor.client.get(&page).send().await?.text().await?;
    let token = html.split(r#"name="token" value=""#).nth(1).and_then(|it| it.split('"').next());
    let token = form(&[("token", token.ok_or("there is no button to cancel")?)]);
    let cancel = format!("{}/cancel", page.strip_prefix(address).ok_or("another host")?);
    visitor.redirected(&cancel, &[], token).await?;
    visitor.wait(&page, "cancelled").await?;
    let (_, page) = visitor.redirected("/privacy/request", &headers, String::new()).await?;
    visitor.wait(&page, "scheduled").await?;
    println!("  three days later");
    clock.set(clock.now() + TimeDelta::days(3));
    visitor.wait(&page, "completed").await?;

    let left = "SELECT (SELECT count(*) FROM agents) || ' agents, ' || (SELECT group_concat(id) FROM contacts) \
                || ' of contacts, ' || (SELECT group_concat(id) FROM messages) || ' of messages'";
    let left: String = sqlx::query_scalar(left).fetch_one(crm).await?;
    println!("Left in the database: {left}.");
    if left == "0 agents, 2 of contacts, 2 of messages" { Ok(()) } else { Err("not as promised".into()) }
}

/// A browser, or a program, over HTTP.
struct Visitor {
    client: reqwest::Client,
    address: String,
}

impl Visitor {
    async fn send(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Result<reqwest::Response, Failure> {
        let mut request = self.client.post(format!("{}{path}", self.address)).body(body);
        if !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Ok(request.send().await?.error_for_status()?)
    }

    async fn post(&self, path: &str, headers: &[(&str, &str)], body: String) -> Result<String, Failure> {
        Ok(self.send(path, headers, body).await?.text().await?)
    }

    /// The cookie that is set, and where it leads.
    async fn redirected(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Result<(String, String), Failure> {
        let response = self.send(path, headers, body).await?;
        let header = |name| response.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
        let cookie = header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        Ok((cookie, format!("{}{}", self.address, header("location"))))
    }

    /// Looks at a status page until it says so.
    async fn wait(&self, url: &str, state: &str) -> Result<(), Failure> {
        for _ in 0..200 {
            let page = self.client.get(url).header("accept", "application/json").send().await?.text().await?;
            let page: serde_json::Value = serde_json::from_str(&page)?;
            if page["state"] == state {
                println!("  {state}: {}", page["message"].as_str().unwrap_or_default());
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(format!("it never came to `{state}`").into())
    }
}

fn form(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// What Meta sends: the payload, and an HMAC over its encoded text.
fn signed_by_meta(user: &str) -> String {
    let issued = SystemClock.now().timestamp();
    let payload = format!(r#"{{"algorithm":"HMAC-SHA256","issued_at":{issued},"user_id":"{user}"}}"#);
    let encoded = URL_SAFE_NO_PAD.encode(payload);
    let mac = Hmac::<Sha256>::new_from_slice(APP_SECRET.as_bytes()).expect("HMAC takes keys of any length");
    format!("{}.{encoded}", URL_SAFE_NO_PAD.encode(mac.chain_update(&encoded).finalize().into_bytes()))
}
