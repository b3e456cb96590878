//! How a record belongs to a person.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::text::canonical::Set;
use crate::text::words::words;
use crate::value::Condition;

words! {
    /// What a link says about ownership.
    "a role of a link" Role {
        /// The record's owners include the owners of the record that it points to.
        OwnedBy = "owned_by",
        /// The record's owners own the record that it points to (a membership, an association).
        Owns = "owns",
        /// The record names somebody without making them an owner.
        Mentions = "mentions",
    }
}

/// What a link points to: records of a collection, by their key or by another of their fields.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Target {
    pub(crate) collection: String,
    /// Empty: the target's key.
    pub(crate) fields: Vec<String>,
}

impl Target {
    /// Points to the record with that key.
    pub fn key_of(collection: impl Into<String>) -> Self {
        Self { collection: collection.into(), fields: Vec::new() }
    }

    /// Points to the records with that value in `field`.
    pub fn field_of(collection: impl Into<String>, field: impl Into<String>) -> Self {
        Self { collection: collection.into(), fields: vec![field.into()] }
    }

    /// The collection that is pointed to.
    pub fn collection(&self) -> &str {
        &self.collection
    }

    /// The fields that are pointed to; empty where it is the key.
    pub fn fields(&self) -> &[String] {
        &self.fields
    }
}

/// What happens to a record that stays when the subject leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Release {
    /// The link's own fields become null (the default).
    ClearLink,
    /// These fields become null instead; with no fields at all the link stays, which is warned about.
    Clear(Vec<String>),
    /// The whole record is erased.
    EraseRecord,
}

/// A field of a record that points to another record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    pub(crate) role: Role,
    pub(crate) fields: Vec<String>,
    pub(crate) to: Target,
    /// The target's field holds a prefix, and what lies below it points there.
    pub(crate) by_prefix: bool,
    pub(crate) only: Vec<Condition>,
    pub(crate) release: Release,
}

impl Link {
    /// Declares a link of that role from `field` to `to`, on every row, which is cleared when the subject leaves.
    pub fn new(role: Role, field: impl Into<String>, to: Target) -> Self {
        Self {
            role,
            fields: vec![field.into()],
            to,
            by_prefix: false,
            only: Vec::new(),
            release: Release::ClearLink,
        }
    }

    /// Declares a link whose fields together point to a composite key.
    pub fn composite(role: Role, fields: impl IntoIterator<Item = String>, to: Target) -> Self {
        Self {
            role,
            fields: fields.into_iter().collect(),
            to,
            by_prefix: false,
            only: Vec::new(),
            release: Release::ClearLink,
        }
    }

    /// Makes the link lead to every record whose field holds a prefix of this one's: from an object to the rows that name a
    /// folder which it lies below (`media/42/`, on the boundary of a segment). Only for the key of objects.
    #[must_use]
    pub fn by_prefix(mut self) -> Self {
        self.by_prefix = true;
        self
    }

    /// Limits the link to rows that meet this condition as well (a polymorphic link).
    #[must_use]
    pub fn only_where(mut self, condition: Condition) -> Self {
        self.only.push(condition);
        self
    }

    /// What happens to a record that stays when the subject leaves it.
    #[must_use]
    pub fn with_release(mut self, release: Release) -> Self {
        self.release = release;
        self
    }

    /// What the link says about ownership.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The fields that point.
    pub fn fields(&self) -> &[String] {
        &self.fields
    }

    /// What they point to.
    pub fn target(&self) -> &Target {
        &self.to
    }

    /// Whether the target's field holds a prefix, and what lies below it points there.
    pub fn is_by_prefix(&self) -> bool {
        self.by_prefix
    }

    /// The conditions under which the link holds.
    pub fn conditions(&self) -> &[Condition] {
        &self.only
    }

    /// What happens to a record that stays when the subject leaves it.
    pub fn release(&self) -> &Release {
        &self.release
    }

    /// The fields that become null when the link is cleared; empty where it keeps its value.
    pub fn cleared_fields(&self) -> &[String] {
        match &self.release {
            Release::ClearLink | Release::EraseRecord => &self.fields,
            Release::Clear(fields) => fields,
        }
    }

    /// Whether the link points nowhere once it is cleared: at least one of its own fields becomes null.
    pub fn lets_go(&self) -> bool {
        self.cleared_fields().iter().any(|field| self.fields.contains(field))
    }
}

/// In the file's words, with what a release clears by default spelled out.
impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut link = serializer.serialize_struct("Link", 7)?;
        link.serialize_field("role", &self.role)?;
        link.serialize_field("field", &self.fields)?;
        link.serialize_field("of", &self.to)?;
        link.serialize_field("prefix", &self.by_prefix)?;
        link.serialize_field("where", &Set(&self.only))?;
        link.serialize_field("clear", &Set(self.cleared_fields()))?;
        link.serialize_field("erase_record", &(self.release == Release::EraseRecord))?;
        link.end()
    }
}
