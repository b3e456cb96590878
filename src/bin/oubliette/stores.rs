//! Reads the URLs of stores and ledgers, and opens what lies behind them.
//!
//! A URL may hold a password, so no message repeats one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use oubliette::datamap::DataMap;
use oubliette::port::Store;

use super::failure::Failure;
use super::lock::Lock;
use super::objects;
use super::sqlite;

/// Where a store or ledger lies.
#[derive(Debug, Clone)]
pub(crate) struct Location {
    url: String,
}

impl Location {
    /// Reads a URL. `what` names the store or ledger in messages.
    fn parse(url: &str, what: &str) -> Result<Self, Failure> {
        let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        let lacks = |driver: &str| {
            Failure::misuse(format!(
                "{what}: this build has no {driver}, which is not supported yet; use `sqlite:PATH`"
            ))
        };
        match scheme.as_deref() {
            Some("sqlite") if sqlite::IS_BUILT_IN => {
                let (_, location) = url.split_once(':').unwrap_or_default();
                Ok(Self { url: format!("sqlite:{location}") })
            }
            Some("sqlite") => Err(Failure::misuse(format!(
                "{what}: this build has no SQLite; build with `--features cli,sqlite`"
            ))),
            Some("postgres" | "postgresql") => Err(lacks("PostgreSQL")),
            Some("mysql" | "mariadb") => Err(lacks("MySQL")),
            Some("file") if objects::IS_BUILT_IN => Ok(Self { url: url.to_owned() }),
            Some("file") => Err(Failure::misuse(format!(
                "{what}: this build has no object stores; build with `--features cli,objects`"
            ))),
            _ => Err(Failure::misuse(format!(
                "{what}: that is no URL of a store; write `sqlite:PATH`, for example `sqlite:crm.db`"
            ))),
        }
    }

    /// Reads the URL of the ledger.
    pub(crate) fn of_ledger(url: &str) -> Result<Self, Failure> {
        let location = Self::parse(url, "the ledger")?;
        if location.holds_objects() {
            return Err(Failure::misuse("the ledger: a directory cannot keep one; use `sqlite:PATH`"));
        }
        Ok(location)
    }

    /// Whether objects lie there, and no tables.
    fn holds_objects(&self) -> bool {
        self.url.split_once(':').is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("file"))
    }

    /// The file of the ledger.
    pub(crate) fn file(&self) -> Result<PathBuf, Failure> {
        sqlite::file_of(&self.url)
    }

    /// Whether there is a ledger. Nothing is made or changed.
    pub(crate) async fn holds_ledger(&self) -> Result<bool, Failure> {
        sqlite::holds_ledger(&self.url).await
    }

    /// The lock beside the ledger.
    pub(crate) fn lock(&self) -> Result<Lock, Failure> {
        Lock::take(&self.file()?)
    }

    /// Opens the ledger, which is made where it is not there.
    pub(crate) async fn open_ledger(&self) -> Result<sqlite::OpenLedger, Failure> {
        sqlite::open_ledger(&self.url).await
    }
}

/// The wrong use of a command that needs a ledger and was given a place where there is none.
pub(crate) fn no_such_ledger(file: &Path) -> Failure {
    Failure::misuse(format!(
        "there is no ledger `{}`; give the ledger with which `oubliette erase` was called",
        file.display()
    ))
}

/// What is done with stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// They are only read, and nothing is left behind.
    Read,
    /// Records are erased and masked.
    Write,
}

/// Open stores under the data map's names.
#[derive(Debug)]
pub(crate) struct OpenStores {
    pub(crate) by_name: Vec<(String, Arc<dyn Store>)>,
    readers: Vec<sqlite::Reader>,
}

impl OpenStores {
    /// Opens every store of the data map by what `--store` says of it.
    pub(crate) async fn open(map: &DataMap, given: &[String], access: Access) -> Result<Self, Failure> {
        let mut open = Self { by_name: Vec::new(), readers: Vec::new() };
        for (name, location) in locations(map, given)? {
            let store = match access {
                _ if location.holds_objects() => objects::open(&location.url),
                Access::Write => sqlite::open_store(&location.url).await,
                Access::Read => sqlite::Reader::open(&location.url).await.map(|reader| {
                    let store = reader.store();
                    open.readers.push(reader);
                    store
                }),
            };
            match store {
                Ok(store) => open.by_name.push((name, store)),
                Err(failure) => {
                    open.close().await;
                    return Err(in_store(&name, failure));
                }
            }
        }
        Ok(open)
    }

    /// Closes what was only read, so that nothing of ours stays beside it.
    pub(crate) async fn close(self) {
        for reader in self.readers {
            reader.close().await;
        }
    }
}

fn in_store(name: &str, failure: Failure) -> Failure {
    match failure {
        Failure::Misuse(words) => Failure::misuse(format!("store `{name}`: {words}")),
        stopped @ Failure::Stopped(_) => stopped,
    }
}

/// Where each store of the map lies, in the map's order.
fn locations(map: &DataMap, given: &[String]) -> Result<Vec<(String, Location)>, Failure> {
    let names: Vec<&str> = map.stores().iter().map(|store| store.name()).collect();
    let known = names.join("`, `");
    let mut found: Vec<(&str, Location)> = Vec::new();
    for text in given {
        let (name, url) = match (named(text), names.as_slice()) {
            (Some((name, url)), _) => (name, url),
            (None, [only]) => (*only, text.as_str()),
            (None, _) => {
                return Err(Failure::misuse(format!(
                    "the map has several stores, so `--store` has to name one; write `NAME=URL` with one of `{known}`"
                )));
            }
        };
        let Some(name) = names.iter().find(|known| **known == name) else {
            return Err(Failure::misuse(format!(
                "`--store` names a store that the map does not have; it has `{known}`"
            )));
        };
        if found.iter().any(|(other, _)| other == name) {
            return Err(Failure::misuse(format!("store `{name}` is given twice; give it once")));
        }
        found.push((name, Location::parse(url, &format!("store `{name}`"))?));
    }
    let missing: Vec<&str> =
        names.iter().copied().filter(|name| !found.iter().any(|(it, _)| it == name)).collect();
    if let Some(first) = missing.first() {
        let missing = missing.join("`, `");
        return Err(Failure::misuse(format!(
            "the map names store `{missing}`; say where that is, for example `--store {first}=sqlite:PATH`"
        )));
    }
    found.sort_by_key(|(name, _)| names.iter().position(|it| it == name));
    Ok(found.into_iter().map(|(name, location)| (name.to_owned(), location)).collect())
}

/// The name and the URL of `NAME=URL`; `None` for a bare URL, which may hold a `=` as well, but only behind its colon.
fn named(text: &str) -> Option<(&str, &str)> {
    let (name, url) = text.split_once('=')?;
    (!name.contains([':', '/'])).then_some((name, url))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "[[collection]]\nname = \"contacts\"\nkey = \"id\"\ncategory = \"contacts\"\nsubject = \"contact\"\n\
                       identifiers = { phone = \"phone\" }\n";

    fn refused(map: &str, given: &[&str]) -> String {
        let map = DataMap::from_toml(map).unwrap();
        let given: Vec<String> = given.iter().map(ToString::to_string).collect();
        match locations(&map, &given) {
            Err(Failure::Misuse(words)) => words,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_bare_url_is_told_from_a_named_one() {
        assert_eq!(named("crm=sqlite:a=b.db"), Some(("crm", "sqlite:a=b.db")));
        assert_eq!(named("sqlite:a=b.db"), None);
        assert_eq!(named("sqlite:crm.db"), None);
    }

    #[test]
    fn every_store_is_given_once_and_by_a_name_that_the_map_has() {
        assert!(refused(ONE, &[]).contains("--store crm=sqlite:PATH"));
        assert!(refused(ONE, &["other=sqlite:a"]).contains("it has `crm`"));
        let two = format!("[stores.crm]\nkind = \"sql\"\n[stores.media]\nkind = \"objects\"\n{ONE}");
        assert!(refused(&two, &["sqlite:a"]).contains("`crm`, `media`"));
    }

    #[test]
    fn urls_that_nothing_serves_are_refused_without_repeating_them() {
        for url in ["postgres://u:canary@h/d", "mysql://u:canary@h/d", "canary", "canary://x", ""] {
            let words = refused(ONE, &[&format!("crm={url}")]);
            assert!(
                !words.contains("canary") && words.contains("sqlite:PATH") || !sqlite::IS_BUILT_IN,
                "{words}"
            );
        }
    }

    #[test]
    fn a_directory_is_a_store_and_no_ledger() {
        if objects::IS_BUILT_IN {
            assert!(Location::parse("FILE:///canary", "store `media`").unwrap().holds_objects());
        }
        let Err(Failure::Misuse(words)) = Location::of_ledger("file:///canary") else {
            panic!("it is refused")
        };
        assert!(!words.contains("canary"), "{words}");
    }

    #[cfg(feature = "sqlite")]
    #[test]
    fn a_store_is_given_once() {
        assert!(refused(ONE, &["sqlite:a", "crm=sqlite:b"]).contains("twice"));
    }
}
