//! Reads the service file: under which address the public sees the routes, where they listen, whose callbacks they take.
//!
//! Everything that is wrong with it is told at once. No message repeats a value: a token may stand where its variable's name
//! belongs.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use axum::http::HeaderName;
use oubliette::door::http::BearerGuard;
use oubliette::meta::{AppSecret, AppSecrets, MetaApp, Product, StatusPage};
use toml::{Table, Value};
use url::Url;

use super::failure::Failure;

/// How many workers there are unless the file says.
const WORKERS: usize = 2;
/// More workers would only wait for each other.
const MAX_WORKERS: usize = 64;

/// What the service file says, with the secrets that it names.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) base_url: Url,
    pub(crate) listen: SocketAddr,
    pub(crate) apps: Vec<(String, MetaApp)>,
    pub(crate) guard: Option<BearerGuard>,
    pub(crate) mail: Option<Mail>,
    pub(crate) workers: usize,
    /// The header in which a proxy says who a visitor is.
    pub(crate) client_address_from: Option<HeaderName>,
}

/// Where notices go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mail {
    pub(crate) folder: PathBuf,
    /// Whom they come from; the policy's controller where it is not said.
    pub(crate) from: Option<String>,
}

impl Service {
    /// Reads the file, and the secrets that it names from `variable`.
    pub(crate) fn read(file: &Path, variable: impl Fn(&str) -> Option<String>) -> Result<Self, Failure> {
        let shown = file.display();
        let text = std::fs::read_to_string(file).map_err(|error| {
            Failure::misuse(format!("the service file `{shown}` cannot be read: {error}"))
        })?;
        Self::parse(&text, &variable).map_err(|problems| {
            let problems = problems.join("\n  ");
            Failure::misuse(format!("the service file `{shown}` cannot be used:\n  {problems}"))
        })
    }

    fn parse(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Self, Vec<String>> {
        let table: Table = text.parse().map_err(|error: toml::de::Error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            // The parser's own words may repeat what stands there.
            vec![format!("line {}: this is no TOML; look at quotes and brackets", before.split('\n').count())]
        })?;
        let mut problems = Vec::new();
        let mut file = Keys { at: String::new(), table, variable, problems: &mut problems };
        let base_url = file.base_url();
        let listen = file.read("listen", true, "an address and a port, such as \"127.0.0.1:8080\"", address);
        let client_address_from = file.read(
            "client_address_from",
            false,
            "the name of a header, such as \"x-forwarded-for\"",
            header,
        );
        let apps = file.apps();
        let guard = file.guard();
        let mail = file.mail();
        let workers = file.workers();
        file.finish(&["base_url", "listen", "client_address_from", "meta", "operator", "mail", "workers"]);
        match (base_url, listen) {
            (Some(base_url), Some(listen)) if problems.is_empty() => {
                Ok(Self { base_url, listen, apps, guard, mail, workers, client_address_from })
            }
            _ => Err(problems),
        }
    }
}

/// The keys of one table that were not read yet.
struct Keys<'a> {
    /// The table's name, with the dot behind it; nothing for the file itself.
    at: String,
    table: Table,
    variable: &'a dyn Fn(&str) -> Option<String>,
    problems: &'a mut Vec<String>,
}

impl Keys<'_> {
    fn base_url(&mut self) -> Option<Url> {
        let form =
            "the address under which the public sees the routes, such as \"https://crm.example/privacy\"";
        let url: Url = self.read("base_url", true, form, |value| value.as_str()?.parse().ok())?;
        if url.query().is_some() {
            self.problem("base_url", "leave out `?` and what follows");
            return None;
        }
        let page = StatusPage::new(url.clone());
        page.map_err(|error| self.problem("base_url", &error.to_string())).is_ok().then_some(url)
    }

    /// The tables below `meta`, one an app.
    fn apps(&mut self) -> Vec<(String, MetaApp)> {
        let Some(mut apps) = self.table("meta", false) else { return Vec::new() };
        let names: Vec<String> = apps.table.keys().cloned().collect();
        let mut read = Vec::new();
        for name in names {
            if let Some(app) = apps.table(&name, true).and_then(Keys::app) {
                read.push((name, app));
            }
        }
        read
    }

    fn app(mut self) -> Option<MetaApp> {
        let form = format!("one of \"{}\"", Product::WORDS.join("\", \""));
        let product = self.read("product", true, &form, |value| value.as_str()?.parse::<Product>().ok());
        let app_id = self.text("app_id", true, "the digits of the app's id, such as \"900000000000001\"");
        let form = "the names of environment variables, such as [\"META_APP_SECRET\"]";
        let names = self.read("secrets_env", true, form, |value| {
            let names: Option<Vec<String>> =
                value.as_array()?.iter().map(|it| it.as_str().map(str::to_owned)).collect();
            names.filter(|names| !names.is_empty())
        });
        let secrets: Vec<Option<String>> =
            names.unwrap_or_default().iter().map(|name| self.secret("secrets_env", name)).collect();
        let tenant = self.text("tenant", false, "the key of the tenant whose app it is");
        self.finish(&["product", "app_id", "secrets_env", "tenant"]);
        let secrets: Option<Vec<String>> = secrets.into_iter().collect();
        let secrets = AppSecrets::new(secrets?.into_iter().map(AppSecret::new));
        let app = MetaApp::new(product?, &app_id?, secrets).and_then(|app| match tenant {
            Some(key) => app.with_tenant(key),
            None => Ok(app),
        });
        app.map_err(|error| self.problem("", &error.to_string())).ok()
    }

    fn guard(&mut self) -> Option<BearerGuard> {
        let mut keys = self.table("operator", false)?;
        let name =
            keys.text("token_env", true, "the name of an environment variable, such as \"OPERATOR_TOKEN\"");
        let token = name.and_then(|name| keys.secret("token_env", &name));
        keys.finish(&["token_env"]);
        let guard = BearerGuard::new(&token?);
        guard.map_err(|error| keys.problem("token_env", &error.to_string())).ok()
    }

    fn mail(&mut self) -> Option<Mail> {
        let mut keys = self.table("mail", false)?;
        let form = "a directory for messages, such as \"dir:outbox\"";
        let outbox = keys.text("outbox", true, form);
        let from =
            keys.text("from", false, "the address that messages come from, such as \"privacy@crm.example\"");
        keys.finish(&["outbox", "from"]);
        let outbox = outbox?;
        if outbox.starts_with("smtp:") || outbox.starts_with("smtps:") {
            keys.problem("outbox", &format!("sending by SMTP comes with a later version; write {form}"));
            return None;
        }
        match outbox.strip_prefix("dir:").filter(|folder| !folder.is_empty()) {
            Some(folder) => Some(Mail { folder: folder.into(), from }),
            None => {
                keys.problem("outbox", &format!("write {form}"));
                None
            }
        }
    }

    fn workers(&mut self) -> usize {
        let Some(mut keys) = self.table("workers", false) else { return WORKERS };
        let form = format!("a number from 1 to {MAX_WORKERS}");
        let count = keys.read("count", false, &form, |value| {
            usize::try_from(value.as_integer()?).ok().filter(|count| (1..=MAX_WORKERS).contains(count))
        });
        keys.finish(&["count"]);
        count.unwrap_or(WORKERS)
    }

    /// A key's value; a problem is noted where it is not of that form, or not there and needed.
    fn read<T>(
        &mut self,
        key: &str,
        is_needed: bool,
        form: &str,
        value: impl FnOnce(&Value) -> Option<T>,
    ) -> Option<T> {
        let read = match self.table.remove(key) {
            Some(given) => value(&given),
            None if is_needed => None,
            None => return None,
        };
        if read.is_none() {
            self.problem(key, &format!("write {form}"));
        }
        read
    }

    fn text(&mut self, key: &str, is_needed: bool, form: &str) -> Option<String> {
        self.read(key, is_needed, form, |value| Some(value.as_str().filter(|it| !it.is_empty())?.to_owned()))
    }

    fn table(&mut self, key: &str, is_needed: bool) -> Option<Keys<'_>> {
        let table = self.read(key, is_needed, "a table", |value| value.as_table().cloned())?;
        let at = format!("{}{key}.", self.at);
        Some(Keys { at, table, variable: self.variable, problems: self.problems })
    }

    /// The value of the environment variable that `key` names.
    fn secret(&mut self, key: &str, name: &str) -> Option<String> {
        let is_name = name.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'_');
        if !is_name {
            self.problem(
                key,
                "names of variables have capital letters, digits and `_`; write no secret here",
            );
            return None;
        }
        let secret = (self.variable)(name).filter(|it| !it.trim().is_empty());
        if secret.is_none() {
            self.problem(key, &format!("the environment variable `{name}` is not set; set it"));
        }
        secret
    }

    /// Refuses what was not read.
    fn finish(&mut self, known: &[&str]) {
        let unread: Vec<String> = self.table.keys().cloned().collect();
        for key in unread {
            self.problem(&key, &format!("there is no such key here; write one of `{}`", known.join("`, `")));
        }
    }

    fn problem(&mut self, key: &str, words: &str) {
        let at = format!("{}{key}", self.at);
        self.problems.push(format!("`{}`: {words}", at.trim_end_matches('.')));
    }
}

fn address(value: &Value) -> Option<SocketAddr> {
    value.as_str()?.parse().ok()
}

fn header(value: &Value) -> Option<HeaderName> {
    value.as_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"
base_url = "https://crm.example/privacy"
listen   = "127.0.0.1:8080"
client_address_from = "x-forwarded-for"
[meta.main]
product = "facebook"
app_id  = "900000000000001"
secrets_env = ["META_APP_SECRET", "META_APP_SECRET_OLD"]
[operator]
token_env = "OUBLIETTE_OPERATOR_TOKEN"
[mail]
outbox = "dir:outbox"
[workers]
count = 3
"#;

    fn parse(text: &str) -> Result<Service, Vec<String>> {
        Service::parse(text, &|name| (!name.ends_with("UNSET")).then(|| format!("canary of {name}")))
    }

    #[track_caller]
    fn refuses(text: &str, words: &str) {
        let problems = parse(text).expect_err(text).join("\n");
        assert!(problems.contains(words), "no `{words}` in: {problems}");
        assert!(!problems.contains("canary"), "{problems}");
    }

    #[test]
    fn the_whole_file_is_read_and_most_of_it_may_be_left_out() {
        // A token with spaces is none.
        let service = parse(&WHOLE.replace("OUBLIETTE_OPERATOR_TOKEN", "TOKEN_UNSET"));
        assert_eq!(service.unwrap_err().len(), 1);
        let variable = |name: &str| Some(format!("{name}-0123456789abcdef"));
        let service = Service::parse(WHOLE, &variable).unwrap();
        assert_eq!(service.base_url.as_str(), "https://crm.example/privacy");
        assert_eq!((service.listen.port(), service.workers), (8080, 3));
        assert_eq!(service.apps.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["main"]);
        assert!(service.guard.is_some());
        assert_eq!(service.mail, Some(Mail { folder: "outbox".into(), from: None }));
        assert_eq!(service.client_address_from.unwrap(), "x-forwarded-for");
        let least = parse("base_url = \"https://crm.example\"\nlisten = \"[::1]:0\"").unwrap();
        assert!(least.apps.is_empty() && least.guard.is_none() && least.mail.is_none());
        assert_eq!(least.workers, WORKERS);
    }

    #[test]
    fn what_is_wrong_is_told_with_what_to_write_and_without_its_value() {
        refuses("", "`base_url`: write the address");
        refuses("", "`listen`: write an address and a port");
        for wrong in [
            "http://canary.example",
            "https://canary@crm.example",
            "https://crm.example#a",
            "https://crm.example?a",
            "canary",
        ] {
            refuses(&WHOLE.replace("https://crm.example/privacy", wrong), "`base_url`: ");
        }
        refuses("base_url = \"canary", "line 1: this is no TOML");
        for (right, wrong, words) in [
            (
                "listen   =",
                "lisen   =",
                "`lisen`: there is no such key here; write one of `base_url`, `listen`",
            ),
            ("\"127.0.0.1:8080\"", "\"canary:8080\"", "`listen`: write an address"),
            ("\"127.0.0.1:8080\"", "8080", "`listen`: write an address"),
            ("\"facebook\"", "\"canary\"", "`meta.main.product`: write one of \"facebook\""),
            ("\"900000000000001\"", "\"canary\"", "`meta.main`: this is not the id of an app"),
            ("META_APP_SECRET_OLD", "SECRET_UNSET", "variable `SECRET_UNSET` is not set"),
            (
                "[\"META_APP_SECRET\", \"META_APP_SECRET_OLD\"]",
                "[]",
                "`meta.main.secrets_env`: write the names",
            ),
            ("META_APP_SECRET_OLD", "canary", "write no secret here"),
            ("app_id ", "appid ", "`meta.main.app_id`: write the digits"),
            ("[meta.main]", "[meta]\nmain = 1\n[other]", "`meta.main`: write a table"),
            ("OUBLIETTE_OPERATOR_TOKEN", "canary", "write no secret here"),
            ("dir:outbox", "smtp://canary", "SMTP comes with a later version"),
            ("dir:outbox", "dir:", "`mail.outbox`: write a directory"),
            ("count = 3", "count = 0", "`workers.count`: write a number from 1 to 64"),
            (
                "count = 3",
                "threads = 3",
                "`workers.threads`: there is no such key here; write one of `count`",
            ),
        ] {
            assert!(WHOLE.contains(right), "{right}");
            refuses(&WHOLE.replacen(right, wrong, 1), words);
        }
    }
}
