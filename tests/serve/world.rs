//! A folder with a service's files and databases, the command that serves it, and a client that asks it.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use mail_parser::MessageParser;
use reqwest::header::{CONTENT_TYPE, LOCATION};
use reqwest::redirect::Policy as Redirect;
use reqwest::{Client, RequestBuilder};
use serde_json::Value;
use sha2::Sha256;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};
use url::form_urlencoded;

/// What the public sees; the routes lie at `/` below it.
pub const BASE: &str = "https://crm.example/privacy";
pub const SECRET: &str = "the secret of this app";
pub const TOKEN: &str = "a-token-for-operators-drawn-long";

/// How long anything may take that ends by itself.
const PATIENCE: Duration = Duration::from_secs(60);

/// A service's folder, taken away at the end.
pub struct World {
    folder: PathBuf,
    pub ledger: String,
    /// Without the table for operators.
    pub service: String,
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl World {
    /// A system of these two files over an SQLite database, with an app of Meta's by this id.
    pub async fn new(policy: &str, map: &str, sql: &str, app_id: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("oubliette-serve-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let service = format!(
            "base_url = \"{BASE}\"\nlisten = \"127.0.0.1:0\"\n[meta.main]\nproduct = \"facebook\"\napp_id = \"{app_id}\"\n\
             secrets_env = [\"APP_SECRET\", \"APP_SECRET_OLD\"]\n[mail]\noutbox = \"dir:outbox\"\nfrom = \"privacy@crm.example\"\n"
        );
        let world = Self { folder, ledger: "sqlite:ledger.db".to_owned(), service };
        world.write("policy.toml", policy);
        world.write("datamap.toml", map);
        let pool = world.pool().await;
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&pool).await.unwrap();
        pool.close().await;
        world
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    async fn pool(&self) -> SqlitePool {
        let options = SqliteConnectOptions::new().filename(self.path("crm.db")).create_if_missing(true);
        SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap()
    }

    /// Runs statements as the host does.
    pub async fn execute(&self, sql: &'static str) {
        let pool = self.pool().await;
        sqlx::raw_sql(sql).execute(&pool).await.unwrap();
        pool.close().await;
    }

    /// The one number that a query gives.
    pub async fn number(&self, sql: &'static str) -> i64 {
        let pool = self.pool().await;
        let number = sqlx::query_scalar(sql).fetch_one(&pool).await.unwrap();
        pool.close().await;
        number
    }

    /// The command in this folder, with the variables that the service file names.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oubliette"));
        command.current_dir(&self.folder).args(words).stdin(Stdio::null());
        command.env("OUBLIETTE_KEY", "3f".repeat(32)).env("APP_SECRET", SECRET).env("OPERATOR_TOKEN", TOKEN);
        command.env("APP_SECRET_OLD", "the secret before");
        command
    }

    pub fn call(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    fn serving(&self, more: &[&str]) -> Command {
        self.write("service.toml", &self.service);
        let files =
            ["serve", "--policy", "policy.toml", "--map", "datamap.toml", "--store", "crm=sqlite:crm.db"];
        self.command(&[&files[..], &["--service", "service.toml", "--ledger", &self.ledger], more].concat())
    }

    /// Starts the service on a free port.
    pub fn serve(&self, more: &[&str]) -> Served {
        let log = fs::File::options().create(true).append(true).open(self.path("log")).unwrap();
        let mut child = self.serving(more).stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = match serde_json::from_str::<Value>(&line) {
            Ok(said) => said["listening"].as_str().unwrap().to_owned(),
            Err(_) => line.trim().strip_prefix("listening on ").unwrap_or_default().to_owned(),
        };
        assert!(!url.is_empty(), "{line}: {}", fs::read_to_string(self.path("log")).unwrap());
        let client = Client::builder().redirect(Redirect::none()).timeout(PATIENCE).build().unwrap();
        Served { child, caller: Caller { url, client } }
    }

    /// What a service says that does not start.
    pub fn refused(&self) -> Output {
        self.serving(&[]).output().unwrap()
    }

    /// The messages in the outbox, in the order of their names.
    pub fn mails(&self) -> Vec<Letter> {
        let Ok(entries) = fs::read_dir(self.path("outbox")) else { return Vec::new() };
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.retain(|it| it.extension().is_some_and(|ending| ending == "eml"));
        files.sort();
        files.iter().map(|file| Letter::read(file)).collect()
    }

    /// The first message that holds these words, once it is there.
    pub async fn mail(&self, words: &str) -> Letter {
        until(
            async || self.mails().into_iter().find(|it| it.text.contains(words)),
            || format!("{words} in {:?}", self.mails()),
        )
        .await
    }
}

/// A message that was written.
#[derive(Debug)]
pub struct Letter {
    pub to: String,
    pub date: DateTime<Utc>,
    pub text: String,
}

impl Letter {
    fn read(file: &Path) -> Self {
        let bytes = fs::read(file).unwrap();
        let mail = MessageParser::default().parse(&bytes).unwrap();
        let to = mail.to().and_then(|to| to.first()).and_then(|it| it.address());
        let number = mail.header("X-Oubliette-Number").and_then(|it| it.as_text());
        Self {
            to: to.or(number).unwrap().to_owned(),
            date: DateTime::from_timestamp(mail.date().unwrap().to_timestamp(), 0).unwrap(),
            text: mail.body_text(0).unwrap().into_owned(),
        }
    }

    /// The path of the link below `BASE` that begins so.
    pub fn link(&self, begin: &str) -> String {
        let (_, rest) =
            self.text.split_once(&format!("{BASE}{begin}")).unwrap_or_else(|| panic!("{}", self.text));
        let rest = rest.split(char::is_whitespace).next().unwrap();
        format!("{begin}{rest}")
    }
}

/// Asks again and again until there is an answer.
pub async fn until<T>(mut ask: impl AsyncFnMut() -> Option<T>, wanted: impl Fn() -> String) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(begun.elapsed() < PATIENCE, "{}", wanted());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// A service that runs.
pub struct Served {
    child: Child,
    caller: Caller,
}

impl std::ops::Deref for Served {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

/// Whoever asks a service.
#[derive(Clone)]
pub struct Caller {
    url: String,
    client: Client,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back.
#[derive(Debug)]
pub struct Back {
    pub status: u16,
    pub location: Option<String>,
    pub body: String,
}

impl Back {
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Where it leads, below `BASE`.
    #[track_caller]
    pub fn leads(&self) -> String {
        let location = self.location.as_deref().unwrap_or_else(|| panic!("{self:?}"));
        location.strip_prefix("/privacy").unwrap().to_owned()
    }

    /// The token of the page's form.
    #[track_caller]
    pub fn token(&self) -> String {
        let (_, rest) = self.body.split_once(r#"name="token" value=""#).unwrap_or_else(|| panic!("{self:?}"));
        rest.split('"').next().unwrap().to_owned()
    }
}

impl Served {
    /// Somebody else who asks.
    pub fn caller(&self) -> Caller {
        self.caller.clone()
    }

    /// Asks it to stop, and gives its exit code.
    pub fn terminate(mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            assert!(begun.elapsed() < PATIENCE, "it does not stop");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Caller {
    async fn send(&self, request: RequestBuilder) -> Back {
        let response = request.send().await.unwrap();
        Back {
            status: response.status().as_u16(),
            location: response.headers().get(LOCATION).map(|it| it.to_str().unwrap().to_owned()),
            body: response.text().await.unwrap(),
        }
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    pub async fn get(&self, path: &str) -> Back {
        self.send(self.client.get(self.at(path))).await
    }

    pub async fn data(&self, path: &str) -> Value {
        self.send(self.client.get(self.at(path)).header("accept", "application/json")).await.is(200).json()
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Back {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let post = self.client.post(self.at(path)).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(post.body(form)).await
    }

    /// A callback of Meta's for an app that was removed.
    pub async fn removal(&self, signed_request: &str) -> Back {
        self.post("/meta/main/deauthorize", &[("signed_request", signed_request)]).await
    }

    /// A callback of Meta's for deletion.
    pub async fn callback(&self, signed_request: &str) -> Back {
        self.post("/meta/main/deletion", &[("signed_request", signed_request)]).await
    }

    /// What an operator asks; posted where there is something to post.
    pub async fn operate(&self, path: &str, body: Option<Value>) -> Back {
        let url = self.at(&format!("/operator{path}"));
        let request = match body {
            Some(body) => {
                self.client.post(url).header(CONTENT_TYPE, "application/json").body(body.to_string())
            }
            None => self.client.get(url),
        };
        self.send(request.bearer_auth(TOKEN)).await
    }

    /// The status of a code once it is in this state.
    pub async fn reaches(&self, code: &str, state: &str) -> Value {
        let last = std::cell::RefCell::new(Value::Null);
        let ask = async || {
            last.replace(self.data(&format!("/status/{code}")).await);
            (last.borrow()["state"] == state).then(|| last.borrow().clone())
        };
        until(ask, || format!("{state}, not {}", last.borrow())).await
    }
}

/// The confirmation code of an answer to Meta, whose address is checked as well.
#[track_caller]
pub fn code(back: &Back) -> String {
    let answer = back.json();
    let code = answer["confirmation_code"].as_str().unwrap().to_owned();
    assert_eq!(answer["url"], format!("{BASE}/status/{code}"));
    code
}

/// A payload as Meta signs it.
pub fn sign(secret: &str, payload: &str) -> String {
    let encoded = URL_SAFE_NO_PAD.encode(payload);
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap().chain_update(&encoded);
    format!("{}.{encoded}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

/// A callback about a person, made now.
pub fn signed(user: &str) -> String {
    signed_at(user, std::time::SystemTime::now().into())
}

/// A callback about a person, made then.
pub fn signed_at(user: &str, instant: DateTime<Utc>) -> String {
    let issued = instant.timestamp();
    sign(SECRET, &format!(r#"{{"algorithm":"HMAC-SHA256","issued_at":{issued},"user_id":"{user}"}}"#))
}
