//! Putting a data map together in Rust. What is put together here is judged by the same rules as the file.

use super::draft::{CollectionDraft, MapDraft, Placed, new_sheet};
use super::{
    Answer, Collection, DataMap, Event, Field, IdentifierField, Link, Role, StoreKind, StoreName, Target,
    validate,
};
use crate::finding::{At, Findings};
use crate::policy::CategoryId;
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
    draft: MapDraft,
}

impl DataMapBuilder {
    /// Names a store. A map that names none has one SQL store, `crm`.
    pub fn with_store(mut self, name: impl Into<String>, kind: StoreKind) -> Self {
        let name = name.into();
        self.draft.stores.push(Placed::new(At::store(&name), StoreName { name, kind, answers: Vec::new() }));
        self
    }

    /// Adds an answer: why the map leaves something of that store out.
    pub fn with_answer(mut self, store: impl Into<String>, answer: Answer) -> Self {
        let store = store.into();
        let at = At::store(&store).key(answer.topic().as_str()).key(answer.about());
        self.draft.answers.push(Placed::new(at, (store, answer)));
        self
    }

    /// Adds a collection.
    pub fn with_collection(mut self, collection: CollectionBuilder) -> Self {
        self.draft.collections.push(collection.draft);
        self
    }

    /// Checks everything and returns the map.
    ///
    /// # Errors
    ///
    /// [`DataMapError`] with all findings, if any of them is an error. Warnings alone stay with the map:
    /// [`DataMap::warnings`].
    pub fn build(self) -> Result<DataMap, DataMapError> {
        let (map, findings) = validate::judged(self.draft, new_sheet());
        if findings.has_errors() { Err(DataMapError(findings)) } else { Ok(map) }
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
    draft: CollectionDraft,
}

impl Collection {
    /// Starts a collection of that name, whose records share that category's fate.
    pub fn builder(name: impl Into<String>, category: CategoryId) -> CollectionBuilder {
        CollectionBuilder { draft: CollectionDraft::new(name.into(), category) }
    }
}

impl CollectionBuilder {
    /// Sets the table, bucket or index, where its name is not the collection's; `schema.table` is fine.
    pub fn with_table(mut self, table: impl Into<String>) -> Self {
        self.draft.table = Some(table.into());
        self
    }

    /// Adds a name under which older requests in the ledger know the collection.
    ///
    /// A request that was planned before the collection was renamed finds its records under the new name only if the
    /// old one stands here. A collection may name **itself**: that says on purpose that its records are still those
    /// which older requests noted under this name, although its table or its key has changed since.
    pub fn formerly(mut self, name: impl Into<String>) -> Self {
        self.draft.formerly.push(name.into());
        self
    }

    /// Sets the store that it lies in. May be left out where there is one store, or one SQL store beside stores of other
    /// kinds.
    pub fn with_store(mut self, store: impl Into<String>) -> Self {
        self.draft.store = Some(store.into());
        self
    }

    /// Sets the fields that identify a record. May be left out in an object store, where it is `key`.
    pub fn with_key<S: Into<String>>(mut self, fields: impl IntoIterator<Item = S>) -> Self {
        self.draft.key = Some(fields.into_iter().map(Into::into).collect());
        self
    }

    /// Limits the collection to rows that meet this condition as well.
    pub fn with_condition(mut self, condition: Condition) -> Self {
        self.draft.only.push(condition);
        self
    }

    /// Sets the field that says which tenant a record belongs to.
    pub fn with_tenant(mut self, field: impl Into<String>) -> Self {
        self.draft.tenant = Some(field.into());
        self
    }

    /// Says that a record *is* a tenant; its key is what the others' tenant fields hold.
    pub fn as_tenant_root(mut self) -> Self {
        self.draft.tenant_root = true;
        self
    }

    /// Says that a record is a person: a subject of that kind.
    pub fn as_subject(mut self, kind: impl Into<String>) -> Self {
        self.draft.subject = Some(kind.into());
        self
    }

    /// Adds an identifier of the person that a record is, or belongs to.
    pub fn with_identifier(mut self, identifier: IdentifierField) -> Self {
        let at = self.draft.at.key("identifiers").key(identifier.kind().as_str());
        self.draft.identifiers.push(Placed::new(at, identifier));
        self
    }

    /// Adds a moment from which periods are counted.
    pub fn with_event(mut self, event: Event) -> Self {
        self.draft.events.push(Placed::new(self.draft.at.key("events").key(event.name()), event));
        self
    }

    /// Adds a field that holds something personal, or follows another category.
    pub fn with_field(mut self, field: Field) -> Self {
        self.draft.fields.push(Placed::new(self.draft.at.key("fields").key(field.name()), field));
        self
    }

    /// Adds a link by which records belong to a person.
    pub fn with_link(mut self, link: Link) -> Self {
        self.draft.links.push(Placed::new(self.draft.at.key(link.role().as_str()), link));
        self
    }

    /// Adds a link: a record's owners include the owners of the record that `field` points to.
    pub fn owned_by(self, field: impl Into<String>, of: Target) -> Self {
        self.with_link(Link::new(Role::OwnedBy, field, of))
    }

    /// Adds a link: a record's owners own the record that `field` points to.
    pub fn owns(self, field: impl Into<String>, of: Target) -> Self {
        self.with_link(Link::new(Role::Owns, field, of))
    }

    /// Adds a link: `field` names a person without making them an owner.
    pub fn mentions(self, field: impl Into<String>, of: Target) -> Self {
        self.with_link(Link::new(Role::Mentions, field, of))
    }

    /// Adds a link: the record is the same person as the one that `field` points to, both being subjects.
    pub fn same_person(self, field: impl Into<String>, of: Target) -> Self {
        self.with_link(Link::new(Role::SamePerson, field, of))
    }
}
