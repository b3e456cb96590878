//! A CRM that has mounted the routes below `/privacy`, its people, and a client that talks to it.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use oubliette::door::http::{BearerGuard, Doors};
use oubliette::engine::{Engine, EngineBuilder};
use oubliette::meta::{AppSecret, AppSecrets, MetaApp, Product, StatusPage};
use oubliette::page::Renderer;
use oubliette::port::{Message, Notifier, NotifyError, Requests as _};
use oubliette::request::RequestState;
use reqwest::redirect::Policy as Redirect;
use reqwest::{Client, Method, StatusCode};
use serde_json::Value as Json;
use sha2::Sha256;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use url::form_urlencoded;

use super::support::{World, now};

/// The messages that were handed over.
#[derive(Debug, Clone, Default)]
pub struct Desk(Arc<Mutex<Vec<Message>>>);

#[async_trait::async_trait]
impl Notifier for Desk {
    async fn notify(&self, message: &Message) -> Result<(), NotifyError> {
        self.0.lock().unwrap().push(message.clone());
        Ok(())
    }
}

impl Desk {
    /// The last message of this kind.
    pub fn last(&self, kind: &str) -> Message {
        let messages = self.0.lock().unwrap();
        let kinds: Vec<&str> = messages.iter().map(|it| it.kind.as_str()).collect();
        messages.iter().rfind(|it| it.kind == kind).unwrap_or_else(|| panic!("{kind} in {kinds:?}")).clone()
    }

    /// The last message of this kind, once there is one.
    pub async fn wait(&self, kind: &str) -> Message {
        for _ in 0..500 {
            if self.0.lock().unwrap().iter().any(|it| it.kind == kind) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        self.last(kind)
    }

    pub fn clear(&self) {
        self.0.lock().unwrap().clear();
    }

    pub fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

pub const BASE: &str = "https://crm.example/privacy";
pub const SECRET: &str = "the secret of this app";
pub const TOKEN: &str = "a-token-for-operators-drawn-long";
pub const FORM: &str = "application/x-www-form-urlencoded";

pub const POLICY: &str = r#"
name = "Example CRM"
version = "1"
[controller]
name = "Example GmbH"
contact = "privacy@example.com"
[promises]
complete_within = "30 days"
[channels.meta]
verify = []
[channels.operator]
verify = []
[channels.self_service]
verify = ["password", "number_ownership", "registered_email"]
grace = "3 days"
[meta]
on_deauthorize = ["tokens"]
[pages]
languages = ["en", "hi"]
[[category]]
id = "people"
label = { en = "Contacts", hi = "संपर्क" }
on_erasure = "erase"
[[category]]
id = "tokens"
label = "Access tokens"
on_erasure = "erase"
"#;

const MAP: &str = r#"
[stores.crm]
kind = "sql"
[[collection]]
name = "contacts"
key = "id"
category = "people"
subject = "contact"
identifiers = { email = "email", phone = { field = "phone", stored = "e164" }, asid = { field = "meta_id", namespace = "facebook/900000000000001" } }
[[collection]]
name = "tokens"
key = "id"
category = "tokens"
owned_by = [{ field = "contact_id", of = "contacts" }]
events = { issued = "issued_at" }
"#;

/// A mounted CRM.
pub struct Site {
    pub world: World,
    pub engine: Engine,
    pub desk: Desk,
    pub client: Client,
    pub address: SocketAddr,
}

/// What came back.
pub struct Back {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub body: String,
}

impl Back {
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Its status, and the code of its problem.
    pub fn problem(&self) -> (u16, String) {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.body);
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        (self.status.as_u16(), problem["code"].as_str().unwrap().to_owned())
    }

    /// The action of the page's form and its token.
    pub fn form(&self) -> Option<(String, String)> {
        let after = |text: &str, mark: &str| {
            let (_, rest) = text.split_once(mark)?;
            Some(rest.split_once('"')?.0.to_owned())
        };
        let action = after(&self.body, r#"<form method="post" action=""#)?;
        let token = after(&self.body, r#"name="token" value=""#).unwrap_or_default();
        Some((action, token))
    }
}

/// The CRM with two people, Ana and Ben, and a token of Ana's.
pub fn world(policy: &str) -> World {
    let world = World::new(policy, MAP, &[("contacts", &["id"]), ("tokens", &["id"])]);
    for (id, name, number, meta) in [(1, "ana", "+919876543210", "218471"), (2, "ben", "+919876543211", "5")]
    {
        let email = format!("{name}@example.com");
        let row =
            [("id", id.into()), ("email", email.into()), ("phone", number.into()), ("meta_id", meta.into())];
        world.insert("contacts", &row);
    }
    world.insert("tokens", &[("id", 7.into()), ("contact_id", 1.into()), ("issued_at", "2026-01-01".into())]);
    world
}

impl Site {
    /// With an app of Meta's and an operator's token.
    pub async fn new() -> Self {
        Self::with(POLICY, |doors| doors.with_guard(BearerGuard::new(TOKEN).unwrap())).await
    }

    pub async fn with(policy: &str, more: impl FnOnce(Doors) -> Doors) -> Self {
        Self::over(world(policy), |engine| engine, more).await
    }

    /// With another engine, such as one over another ledger.
    pub async fn over(
        world: World,
        other: impl FnOnce(EngineBuilder) -> EngineBuilder,
        more: impl FnOnce(Doors) -> Doors,
    ) -> Self {
        let desk = Desk::default();
        let pages = StatusPage::new(format!("{BASE}/status").parse().unwrap()).unwrap();
        let engine = world.builder().with_notifier(desk.clone(), Renderer::new().unwrap());
        let engine = other(engine.with_pages(pages, format!("{BASE}/prove/"))).build().await.unwrap();
        let doors = Doors::new(engine.clone(), Renderer::new().unwrap(), BASE.parse().unwrap()).unwrap();
        let secrets = AppSecrets::new([AppSecret::new(SECRET), AppSecret::new("the one before")]);
        let app = MetaApp::new(Product::Facebook, "900000000000001", secrets).unwrap();
        let host = Router::new().nest("/privacy", more(doors.with_meta("main", app)).router());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let service = host.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
        let client = Client::builder().redirect(Redirect::none()).build().unwrap();
        Self { world, engine, desk, client, address }
    }

    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: String) -> Back {
        let url = format!("http://{}{path}", self.address);
        let mut request = self.client.request(method, url).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await.unwrap();
        let back = Back {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.text().await.unwrap(),
        };
        assert_protected(&back);
        back
    }

    pub async fn get(&self, path: &str) -> Back {
        self.send(Method::GET, &format!("/privacy{path}"), &[], String::new()).await
    }

    pub async fn get_json(&self, path: &str) -> Back {
        let accept = [("accept", "application/json")];
        self.send(Method::GET, &format!("/privacy{path}"), &accept, String::new()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Back {
        self.post_from(path, &[], fields).await
    }

    /// Posts a form with more headers.
    pub async fn post_from(&self, path: &str, headers: &[(&str, &str)], fields: &[(&str, &str)]) -> Back {
        let headers = [headers, &[("content-type", FORM)]].concat();
        self.send(Method::POST, &format!("/privacy{path}"), &headers, form(fields)).await
    }

    /// Sends what an operator sends.
    pub async fn operate(&self, method: Method, path: &str, body: Option<Json>) -> Back {
        let bearer = format!("Bearer {}", TOKEN);
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        let body = body.map_or(String::new(), |json| json.to_string());
        self.send(method, &format!("/privacy/operator{path}"), &headers, body).await
    }

    /// Writes bytes as they are, and reads what comes back until the server closes or falls silent.
    pub async fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        // A server that has answered already may have closed its side.
        let _ = stream.write_all(bytes).await;
        let mut back = Vec::new();
        let mut piece = [0; 4096];
        loop {
            let read = stream.read(&mut piece);
            match tokio::time::timeout(std::time::Duration::from_secs(3), read).await {
                Ok(Ok(count)) if count > 0 => back.extend_from_slice(&piece[..count]),
                _ => return String::from_utf8_lossy(&back).into_owned(),
            }
        }
    }

    /// How many requests the ledger has.
    pub async fn requests(&self) -> usize {
        self.world.ledger.list(RequestState::ALL, None, 1_000).await.unwrap().len()
    }

    /// A callback of Meta's for deletion, and its code.
    pub async fn asked(&self, user: &str) -> String {
        let back = self.post("/meta/main/deletion", &[("signed_request", &signed(user))]).await;
        back.json()["confirmation_code"].as_str().unwrap().to_owned()
    }

    /// Drives what is due until nothing is.
    pub async fn work(&self) {
        while let Some((_, result)) = self.engine.run_due().await.unwrap() {
            result.unwrap();
        }
    }
}

/// What every answer has, whatever it says.
fn assert_protected(back: &Back) {
    let seen = |name| back.headers.get_all(name).iter().count();
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
    ] {
        assert_eq!((back.header(name), seen(name)), (value, 1), "{}", back.status);
    }
    let csp = back.header("content-security-policy");
    assert!(csp.starts_with("default-src 'none'; style-src 'sha256-") && !csp.contains("unsafe"), "{csp}");
    assert_eq!(seen("set-cookie"), 0);
    assert!(!back.body.contains("<script"));
}

pub fn form(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// A payload as Meta signs it.
pub fn sign(secret: &str, payload: &str) -> String {
    let encoded = URL_SAFE_NO_PAD.encode(payload);
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap().chain_update(&encoded);
    format!("{}.{encoded}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

/// A callback about a user, made at the time of the tests.
pub fn signed(user: &str) -> String {
    let issued = now().timestamp();
    sign(SECRET, &format!(r#"{{"algorithm":"HMAC-SHA256","issued_at":{issued},"user_id":"{user}"}}"#))
}
