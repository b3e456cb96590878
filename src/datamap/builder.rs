//! Putting a data map together, in Rust or for the file's reader. What is put together here is checked by
//! [`validate`](super::validate), and only there.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Answer, Collection, DataMap, Event, Field, IdentifierField, Link, Role, StoreKind, StoreName, Target,
    validate,
};
use crate::finding::Findings;
use crate::policy::CategoryId;
use crate::text::document::{Mark, Place, Report, Subject};
use crate::text::excerpt;
use crate::value::Condition;

/// A data map that cannot be used, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct DataMapError(Findings);

impl DataMapError {
    /// Everything that was found, warnings too, in the order of the file's lines.
    pub fn findings(&self) -> &Findings {
        &self.0
    }

    /// Everything that was found, to be shown together with the findings of other checks.
    pub fn into_findings(self) -> Findings {
        self.0
    }
}

/// A thing with the position at which it stands, where it was read from a file.
#[derive(Debug, Clone)]
pub(super) struct Placed<T> {
    pub(super) mark: Option<Mark>,
    pub(super) item: T,
}

impl<T> Placed<T> {
    fn unplaced(item: T) -> Self {
        Self { mark: None, item }
    }
}

/// Where a collection stands in a file, and which of its keys the file's reader has already reported.
#[derive(Debug, Clone, Default)]
pub(super) struct Origin {
    pub(super) mark: Option<Mark>,
    pub(super) keys: BTreeMap<&'static str, Mark>,
    pub(super) broken: BTreeSet<&'static str>,
}

/// An empty report on a data map.
pub(super) fn new_report() -> Report {
    Report::new(Subject { file: "datamap.toml", built: "the data map" })
}

/// Puts a [`DataMap`] together.
///
/// ```
/// use oubliette::datamap::{Collection, DataMap, Event, IdentifierField, StoreKind, Target};
/// use oubliette::identifier::IdentifierKind;
///
/// let map = DataMap::builder()
///     .with_store("crm", StoreKind::Sql)
///     .with_collection(
///         Collection::builder("contacts", "contacts".parse()?)
///             .with_key(["id"])
///             .as_subject("contact")
///             .with_identifier(IdentifierField::new(IdentifierKind::Email, "email")),
///     )
///     .with_collection(
///         Collection::builder("invoices", "billing".parse()?)
///             .with_key(["id"])
///             .with_event(Event::new("issued", "issued_at"))
///             .owned_by("contact_id", Target::key_of("contacts")),
///     )
///     .build()?;
/// assert_eq!(map.collections().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct DataMapBuilder {
    pub(super) stores: Vec<Placed<StoreName>>,
    pub(super) collections: Vec<CollectionBuilder>,
    /// Each with the name of its store.
    pub(super) answers: Vec<Placed<(String, Answer)>>,
    /// Whether the file's reader has already reported that a part of the whole map cannot be read.
    pub(super) broken: bool,
    /// Whether the file's reader has already reported that it cannot tell the stores.
    pub(super) unread_stores: bool,
}

impl DataMapBuilder {
    /// Names a store. A map that names none has one SQL store, `crm`.
    pub fn with_store(mut self, name: impl Into<String>, kind: StoreKind) -> Self {
        let name = name.into();
        self.stores.push(Placed::unplaced(StoreName { name, kind, answers: Vec::new() }));
        self
    }

    /// Says of something in that store why the map leaves it out.
    pub fn with_answer(mut self, store: impl Into<String>, answer: Answer) -> Self {
        self.answers.push(Placed::unplaced((store.into(), answer)));
        self
    }

    /// Adds a collection.
    pub fn with_collection(mut self, collection: CollectionBuilder) -> Self {
        self.collections.push(collection);
        self
    }

    /// Checks everything and gives the map.
    ///
    /// # Errors
    ///
    /// [`DataMapError`] with all findings, if any of them is an error. Warnings alone stay with the map:
    /// [`DataMap::warnings`].
    pub fn build(self) -> Result<DataMap, DataMapError> {
        let (map, findings) = self.check(new_report());
        if findings.has_errors() { Err(DataMapError(findings)) } else { Ok(map) }
    }

    /// The best map that can be made of this, and everything that is wrong with it.
    pub(super) fn check(self, mut report: Report) -> (DataMap, Findings) {
        let mut map = validate::check(self, &mut report);
        let findings = report.into_findings();
        map.warnings.extend(findings.warnings().cloned());
        (map, findings)
    }
}

impl DataMap {
    /// Starts a map without stores or collections.
    pub fn builder() -> DataMapBuilder {
        DataMapBuilder::default()
    }

    /// Reads `datamap.toml`.
    ///
    /// # Errors
    ///
    /// [`DataMapError`] with all findings, if any of them is an error. Warnings alone stay with the map:
    /// [`DataMap::warnings`].
    pub fn from_toml(text: &str) -> Result<Self, DataMapError> {
        match super::read(text) {
            (Some(map), findings) if !findings.has_errors() => Ok(map),
            (_, findings) => Err(DataMapError(findings)),
        }
    }
}

/// Puts a [`Collection`] together.
#[derive(Debug, Clone)]
#[must_use]
pub struct CollectionBuilder {
    pub(super) name: String,
    pub(super) formerly: Vec<String>,
    /// Missing only where the file's reader could not read it.
    pub(super) category: Option<CategoryId>,
    pub(super) store: Option<String>,
    pub(super) table: Option<String>,
    pub(super) only: Vec<Condition>,
    pub(super) key: Option<Vec<String>>,
    pub(super) tenant: Option<String>,
    pub(super) tenant_root: bool,
    pub(super) subject: Option<String>,
    pub(super) identifiers: Vec<Placed<IdentifierField>>,
    pub(super) events: Vec<Placed<Event>>,
    pub(super) fields: Vec<Placed<Field>>,
    pub(super) links: Vec<Placed<Link>>,
    pub(super) origin: Origin,
}

impl Collection {
    /// Starts a collection of that name, whose records share that category's fate.
    pub fn builder(name: impl Into<String>, category: CategoryId) -> CollectionBuilder {
        CollectionBuilder::read(name.into(), Some(category), Origin::default())
    }
}

impl CollectionBuilder {
    /// A collection as the file's reader starts it.
    pub(super) fn read(name: String, category: Option<CategoryId>, origin: Origin) -> Self {
        Self {
            name,
            formerly: Vec::new(),
            category,
            store: None,
            table: None,
            only: Vec::new(),
            key: None,
            tenant: None,
            tenant_root: false,
            subject: None,
            identifiers: Vec::new(),
            events: Vec::new(),
            fields: Vec::new(),
            links: Vec::new(),
            origin,
        }
    }

    /// The table, bucket or index, where it is not called like the collection; `schema.table` is fine.
    pub fn with_table(mut self, table: impl Into<String>) -> Self {
        self.table = Some(table.into());
        self
    }

    /// Adds a name under which older requests in the ledger know the collection.
    ///
    /// A request that was planned before the collection was renamed finds its records under the new name only if the
    /// old one stands here. A collection may name **itself**: that says on purpose that its records are still those
    /// which older requests noted under this name, although its table or its key has changed since.
    pub fn formerly(mut self, name: impl Into<String>) -> Self {
        self.formerly.push(name.into());
        self
    }

    /// The store that it lies in. May be left out where there is one store, or one SQL store beside stores of other
    /// kinds.
    pub fn with_store(mut self, store: impl Into<String>) -> Self {
        self.store = Some(store.into());
        self
    }

    /// The fields that identify a record. May be left out in an object store, where it is `key`.
    pub fn with_key<S: Into<String>>(mut self, fields: impl IntoIterator<Item = S>) -> Self {
        self.key = Some(fields.into_iter().map(Into::into).collect());
        self
    }

    /// Only the rows that meet this condition too.
    pub fn with_condition(mut self, condition: Condition) -> Self {
        self.only.push(condition);
        self
    }

    /// The field that says which tenant a record belongs to.
    pub fn with_tenant(mut self, field: impl Into<String>) -> Self {
        self.tenant = Some(field.into());
        self
    }

    /// A record *is* a tenant; its key is what the others' tenant fields hold.
    pub fn as_tenant_root(mut self) -> Self {
        self.tenant_root = true;
        self
    }

    /// A record is a person: a subject of that kind.
    pub fn as_subject(mut self, kind: impl Into<String>) -> Self {
        self.subject = Some(kind.into());
        self
    }

    /// Holds an identifier of the person that a record is, or belongs to.
    pub fn with_identifier(mut self, identifier: IdentifierField) -> Self {
        self.identifiers.push(Placed::unplaced(identifier));
        self
    }

    /// Holds a moment from which periods are counted.
    pub fn with_event(mut self, event: Event) -> Self {
        self.events.push(Placed::unplaced(event));
        self
    }

    /// Holds something personal, or something that follows another category.
    pub fn with_field(mut self, field: Field) -> Self {
        self.fields.push(Placed::unplaced(field));
        self
    }

    /// Belongs to a person, or brings a record to one.
    pub fn with_link(mut self, link: Link) -> Self {
        self.links.push(Placed::unplaced(link));
        self
    }

    /// A record's owners include the owners of the record that `field` points to.
    pub fn owned_by(self, field: impl Into<String>, of: Target) -> Self {
        self.with_link(Link::new(Role::OwnedBy, field, of))
    }

    /// A record's owners own the record that `field` points to.
    pub fn owns(self, field: impl Into<String>, of: Target) -> Self {
        self.with_link(Link::new(Role::Owns, field, of))
    }

    /// `field` names a person without making them an owner.
    pub fn mentions(self, field: impl Into<String>, of: Target) -> Self {
        self.with_link(Link::new(Role::Mentions, field, of))
    }

    /// Where the collection stands.
    pub(super) fn place(&self) -> Place {
        let trail = if self.name.is_empty() {
            "a collection without a name".to_owned()
        } else {
            format!("collection `{}`", excerpt(&self.name))
        };
        Place::new(self.origin.mark, trail)
    }

    /// Where one of its keys stands.
    pub(super) fn place_of(&self, key: &'static str) -> Place {
        self.place().key(self.origin.keys.get(key).copied(), key)
    }

    /// Where a link stands.
    pub(super) fn place_of_link(&self, link: &Placed<Link>) -> Place {
        self.place().key(link.mark, link.item.role().as_str())
    }

    /// Whether the file's reader has already reported this key.
    pub(super) fn is_broken(&self, key: &str) -> bool {
        self.origin.broken.contains(key)
    }

    /// The table that it lies in.
    pub(super) fn table_name(&self) -> &str {
        self.table.as_deref().unwrap_or(&self.name)
    }
}
