//! A table, bucket or index that holds personal data, and what its fields mean.

use serde::Serialize;

use super::{Link, Mask};
use crate::identifier::{IdentifierKind, Namespace};
use crate::policy::CategoryId;
use crate::text::canonical::as_set;
use crate::text::words::words;
use crate::value::{Condition, EventForm};

/// A moment in a record's life from which periods are counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Event {
    pub(crate) name: String,
    pub(crate) field: String,
    #[serde(rename = "as")]
    pub(crate) form: EventForm,
}

impl Event {
    /// Declares the event `name`, held by `field` in the database's own time type.
    pub fn new(name: impl Into<String>, field: impl Into<String>) -> Self {
        Self { name: name.into(), field: field.into(), form: EventForm::default() }
    }

    /// Sets the form in which the field holds it.
    #[must_use]
    pub fn stored_as(mut self, form: EventForm) -> Self {
        self.form = form;
        self
    }

    /// The event's name, as policies use it in `start`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The field that holds it.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// The form in which the field holds it.
    pub fn form(&self) -> EventForm {
        self.form
    }
}

words! {
    /// How an identifier is spelled in a field.
    "a spelling of an identifier" Stored {
        /// `+919876543210`
        E164 = "e164",
        /// `919876543210`
        Digits = "digits",
        /// Exactly as the identifier is written.
        Exact = "exact",
        /// Any spelling: matched on the normalised value. The default for phone numbers, WhatsApp ids and e-mail addresses.
        Any = "any",
    }
}

/// A field that holds an identifier of the person that the record is, or belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct IdentifierField {
    pub(crate) kind: IdentifierKind,
    pub(crate) field: String,
    pub(crate) stored: Stored,
    pub(crate) namespace: Option<Namespace>,
}

impl IdentifierField {
    /// Declares that `field` holds an identifier of that kind, spelled as that kind usually is.
    pub fn new(kind: IdentifierKind, field: impl Into<String>) -> Self {
        let stored = if kind.has_spellings() { Stored::Any } else { Stored::Exact };
        Self { kind, field: field.into(), stored, namespace: None }
    }

    /// Sets the spelling.
    #[must_use]
    pub fn stored_as(mut self, stored: Stored) -> Self {
        self.stored = stored;
        self
    }

    /// Limits the field to ids of that Meta product and app.
    #[must_use]
    pub fn in_namespace(mut self, namespace: Namespace) -> Self {
        self.namespace = Some(namespace);
        self
    }

    /// The kind of identifier, for example `phone`.
    pub fn kind(&self) -> &IdentifierKind {
        &self.kind
    }

    /// The field that holds it.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// How it is spelled there.
    pub fn stored(&self) -> Stored {
        self.stored
    }

    /// The product and app that scoped ids in this field belong to, where the map says so.
    pub fn namespace(&self) -> Option<&Namespace> {
        self.namespace.as_ref()
    }
}

/// A field that holds something personal, or follows another category than its record.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Field {
    pub(crate) name: String,
    pub(crate) category: Option<CategoryId>,
    pub(crate) mask: Mask,
    pub(crate) keep: bool,
    #[serde(rename = "not_personal")]
    pub(crate) reason: Option<String>,
}

impl Field {
    /// Declares a personal field that follows its record's category and is masked with null.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), category: None, mask: Mask::Null, keep: false, reason: None }
    }

    /// Makes it follow this category instead of its record's.
    #[must_use]
    pub fn with_category(mut self, category: CategoryId) -> Self {
        self.category = Some(category);
        self
    }

    /// Sets the mask.
    #[must_use]
    pub fn with_mask(mut self, mask: Mask) -> Self {
        self.mask = mask;
        self
    }

    /// Keeps it when the record is anonymised: it is not personal.
    #[must_use]
    pub fn kept(mut self) -> Self {
        self.keep = true;
        self
    }

    /// Says why it is not personal although it looks so; it is kept when the record is anonymised.
    #[must_use]
    pub fn not_personal(mut self, reason: impl Into<String>) -> Self {
        self.keep = true;
        self.reason = Some(reason.into());
        self
    }

    /// The field's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Why it is not personal, where the map says so.
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// The category that it follows, where that is not its record's.
    pub fn category(&self) -> Option<&CategoryId> {
        self.category.as_ref()
    }

    /// What replaces its value.
    pub fn mask(&self) -> &Mask {
        &self.mask
    }

    /// Whether it keeps its value when the record is anonymised.
    pub fn is_kept(&self) -> bool {
        self.keep
    }
}

/// A table, bucket or index that holds personal data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Collection {
    pub(crate) name: String,
    #[serde(serialize_with = "as_set")]
    pub(crate) formerly: Vec<String>,
    /// Index into the map's stores; the map writes the store's name.
    #[serde(skip)]
    pub(crate) store: usize,
    pub(crate) table: String,
    #[serde(rename = "where", serialize_with = "as_set")]
    pub(crate) only: Vec<Condition>,
    pub(crate) key: Vec<String>,
    pub(crate) category: CategoryId,
    pub(crate) tenant: Option<String>,
    pub(crate) tenant_root: bool,
    pub(crate) subject: Option<String>,
    #[serde(serialize_with = "as_set")]
    pub(crate) identifiers: Vec<IdentifierField>,
    #[serde(serialize_with = "as_set")]
    pub(crate) events: Vec<Event>,
    #[serde(serialize_with = "as_set")]
    pub(crate) fields: Vec<Field>,
    #[serde(serialize_with = "as_set")]
    pub(crate) links: Vec<Link>,
}

impl Collection {
    /// The collection's name, by which links refer to it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names under which older requests in the ledger know it; see [`CollectionBuilder::formerly`].
    ///
    /// [`CollectionBuilder::formerly`]: super::CollectionBuilder::formerly
    pub fn formerly(&self) -> &[String] {
        &self.formerly
    }

    /// The table, bucket or index; `schema.table` where it lies in a schema.
    pub fn table(&self) -> &str {
        &self.table
    }

    /// The conditions that a row of the table must meet to belong to this collection, all of them.
    pub fn conditions(&self) -> &[Condition] {
        &self.only
    }

    /// The fields that identify a record.
    pub fn key(&self) -> &[String] {
        &self.key
    }

    /// The category whose fate its records share.
    pub fn category(&self) -> &CategoryId {
        &self.category
    }

    /// The field that says which tenant a record belongs to.
    pub fn tenant(&self) -> Option<&str> {
        self.tenant.as_deref()
    }

    /// Whether a record *is* a tenant.
    pub fn is_tenant_root(&self) -> bool {
        self.tenant_root
    }

    /// The kind of subject that a record is.
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// The identifiers that a record holds.
    pub fn identifiers(&self) -> &[IdentifierField] {
        &self.identifiers
    }

    /// The moments from which periods are counted.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The event of that name.
    pub fn event(&self, name: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.name == name)
    }

    /// The declared fields.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The declared field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The links by which a record belongs to a person.
    pub fn links(&self) -> &[Link] {
        &self.links
    }
}
