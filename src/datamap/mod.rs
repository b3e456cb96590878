//! Where personal data lies: stores, collections, fields, and the links by which a record belongs to a person.
//!
//! A [`DataMap`] is read from `datamap.toml` ([`DataMap::from_toml`]) or built in Rust ([`DataMap::builder`]); both
//! roads end in the same checks. This room knows nothing of policies' contents (it holds category *names*), of
//! requests or of any database.

mod answer;
mod answers;
mod builder;
mod collection;
mod draft;
mod file;
mod letting_go;
mod link;
mod mask;
mod names;
mod parts;
pub(crate) mod polymorphic;
mod reach;
mod validate;

pub use answer::{Answer, Topic};
pub use builder::{CollectionBuilder, DataMapBuilder, DataMapError};
pub use collection::{Collection, Event, Field, IdentifierField, Stored};
pub(crate) use link::breaks_link;
pub use link::{Cleared, Link, Release, Role, Target};
pub use mask::Mask;

pub(crate) use file::read;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::finding::Findings;
use crate::text::canonical::{Set, as_set};
use crate::text::words::words;

words! {
    /// What kind of store a collection lies in.
    "a kind of store" StoreKind {
        /// A relational database.
        Sql = "sql",
        /// An object store: keys and blobs.
        Objects = "objects",
        /// A store of the host's own that implements the `Store` port.
        Custom = "custom",
    }
}

/// A store that the map names; which database that is, the host says when it opens it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StoreName {
    pub(crate) name: String,
    pub(crate) kind: StoreKind,
    #[serde(serialize_with = "as_set")]
    pub(crate) answers: Vec<Answer>,
}

impl StoreName {
    /// The name that collections refer to.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind of store it is.
    pub fn kind(&self) -> StoreKind {
        self.kind
    }

    /// The answers: what the map leaves out of this store on purpose, and why.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }
}

/// Where personal data lies. Valid by construction: every link leads somewhere, every name is unique.
///
/// Serialises in canonical form, for fingerprints: two maps with the same bytes mean the same, however their files are
/// ordered, commented and spelled. Defaults are spelled out, and lists whose order means nothing are sorted.
#[derive(Debug, Clone, PartialEq)]
pub struct DataMap {
    pub(crate) stores: Vec<StoreName>,
    pub(crate) collections: Vec<Collection>,
    pub(crate) warnings: Findings,
}

impl DataMap {
    /// The stores, in the file's order.
    pub fn stores(&self) -> &[StoreName] {
        &self.stores
    }

    /// The collections, in the file's order.
    pub fn collections(&self) -> &[Collection] {
        &self.collections
    }

    /// The collection of that name.
    pub fn collection(&self, name: &str) -> Option<&Collection> {
        self.collections.iter().find(|collection| collection.name == name)
    }

    /// The index of the collection of that name in [`collections`](Self::collections).
    pub fn collection_index(&self, name: &str) -> Option<usize> {
        self.collections.iter().position(|collection| collection.name == name)
    }

    /// The fields that a link of this map points to: those that it names, or else the key of its target.
    pub fn target_fields<'a>(&'a self, link: &'a Link) -> &'a [String] {
        match link.to.fields.as_slice() {
            [] => self.collection(&link.to.collection).map_or(&[], |target| target.key.as_slice()),
            named => named,
        }
    }

    /// What is doubtful about the map and stops nothing: shown by `check` and carried into plans.
    pub fn warnings(&self) -> &Findings {
        &self.warnings
    }

    /// Whether a collection lies in an object store.
    pub(crate) fn holds_objects(&self, collection: &Collection) -> bool {
        self.stores.get(collection.store).is_some_and(|store| store.kind == StoreKind::Objects)
    }

    /// Whether any collection says which tenant its records belong to, so that a request has to name one.
    pub fn has_tenants(&self) -> bool {
        self.collections.iter().any(|collection| collection.tenant.is_some() || collection.tenant_root)
    }
}

impl Serialize for DataMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// A collection with the name of its store.
        #[derive(Serialize)]
        struct InStore<'a> {
            #[serde(flatten)]
            collection: &'a Collection,
            store: Option<&'a str>,
        }
        let in_store = |collection| InStore {
            collection,
            store: self.stores.get(collection.store).map(StoreName::name),
        };
        let collections: Vec<InStore<'_>> = self.collections.iter().map(in_store).collect();
        let mut map = serializer.serialize_struct("DataMap", 2)?;
        map.serialize_field("stores", &Set(&self.stores))?;
        map.serialize_field("collections", &Set(&collections))?;
        map.end()
    }
}

#[cfg(test)]
mod tests;
