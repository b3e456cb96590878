//! Opens the stores of a data map by what the command line says of them.

use std::sync::Arc;

use oubliette::datamap::DataMap;
use oubliette::port::{Catalogue, Store};

use super::failure::Failure;
use super::location::Location;
use super::sqlite;

/// What is done with stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// They are only read, and nothing is left behind.
    Read,
    /// Records are erased and masked.
    Write,
}

/// One open store.
#[derive(Debug)]
pub(crate) struct OpenedStore {
    pub(crate) store: Arc<dyn Store>,
    /// What lists its tables, where it was opened to be read and has any.
    pub(crate) catalogue: Option<Arc<dyn Catalogue>>,
    /// What has to be closed so that nothing of ours stays beside it.
    pub(crate) reader: Option<sqlite::ReadOnly>,
}

/// Open stores under the data map's names.
#[derive(Debug)]
pub(crate) struct OpenStores {
    pub(crate) by_name: Vec<(String, Arc<dyn Store>)>,
    /// What lists the tables of those stores that were opened to be read.
    pub(crate) catalogues: Vec<(String, Arc<dyn Catalogue>)>,
    readers: Vec<sqlite::ReadOnly>,
}

impl OpenStores {
    /// Opens every store of the data map by what `--store` says of it.
    pub(crate) async fn open(map: &DataMap, given: &[String], access: Access) -> Result<Self, Failure> {
        let mut open = Self { by_name: Vec::new(), catalogues: Vec::new(), readers: Vec::new() };
        for (name, location) in locations(map, given)? {
            match location.open_store(access).await {
                Ok(OpenedStore { store, catalogue, reader }) => {
                    open.catalogues.extend(catalogue.map(|catalogue| (name.clone(), catalogue)));
                    open.readers.extend(reader);
                    open.by_name.push((name, store));
                }
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

/// A database that is only listed: there is no data map yet that could name it.
#[derive(Debug)]
pub(crate) struct OpenCatalogue {
    pub(crate) name: String,
    pub(crate) catalogue: Arc<dyn Catalogue>,
    reader: Option<sqlite::ReadOnly>,
}

impl OpenCatalogue {
    /// Opens what `NAME=URL` names; a bare URL is called `crm`.
    pub(crate) async fn open(given: &str) -> Result<Self, Failure> {
        let (name, url) = named(given).unwrap_or(("crm", given));
        let location = Location::of_store(url, &format!("store `{name}`"))?;
        let opened = location.open_store(Access::Read).await.map_err(|failure| in_store(name, failure))?;
        let catalogue = opened.catalogue.ok_or_else(|| {
            Failure::misuse(format!("store `{name}`: objects have no tables to begin a data map from"))
        })?;
        Ok(Self { name: name.to_owned(), catalogue, reader: opened.reader })
    }

    /// Closes it, so that nothing of ours stays beside it.
    pub(crate) async fn close(self) {
        if let Some(reader) = self.reader {
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
        found.push((name, Location::of_store(url, &format!("store `{name}`"))?));
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
        for url in ["canary", "canary://x", "", "http://canary", ":canary"] {
            let words = refused(ONE, &[&format!("crm={url}")]);
            assert!(!words.contains("canary") && words.contains("sqlite:PATH"), "{words}");
        }
    }

    #[cfg(feature = "sqlite")]
    #[test]
    fn a_store_is_given_once() {
        assert!(refused(ONE, &["sqlite:a", "crm=sqlite:b"]).contains("twice"));
    }
}
