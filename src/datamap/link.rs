//! How a record belongs to a person.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::Mask;
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
        /// The record is the same person as the one that it points to: a lead that became a contact.
        SamePerson = "same_person",
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
    /// What is the link's alone becomes null (the default): of several fields those that are neither part of the key nor
    /// the tenant nor a field of another link.
    ClearLink,
    /// These fields are masked instead; with no fields at all the link stays, which is warned about.
    Clear(Vec<Cleared>),
    /// The whole record is erased.
    EraseRecord,
}

/// A field that changes when a record lets go, and what takes the place of its value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cleared {
    pub(crate) field: String,
    pub(crate) mask: Mask,
}

impl Cleared {
    /// The field becomes null.
    pub fn null(field: impl Into<String>) -> Self {
        Self::new(field, Mask::Null)
    }

    /// The field is masked so.
    pub fn new(field: impl Into<String>, mask: Mask) -> Self {
        Self { field: field.into(), mask }
    }

    /// The field.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What takes the place of its value.
    pub fn mask(&self) -> &Mask {
        &self.mask
    }
}

/// As a list has it where it becomes null.
impl Serialize for Cleared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.mask == Mask::Null {
            return serializer.serialize_str(&self.field);
        }
        let mut cleared = serializer.serialize_struct("Cleared", 2)?;
        cleared.serialize_field("field", &self.field)?;
        cleared.serialize_field("mask", &self.mask)?;
        cleared.end()
    }
}

/// A field of a record that points to another record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    pub(crate) role: Role,
    pub(crate) fields: Vec<String>,
    pub(crate) to: Target,
    /// The target's field holds a prefix, and what lies below it points there.
    pub(crate) by_prefix: bool,
    /// The field holds a list, and each of its elements points.
    pub(crate) is_list: bool,
    pub(crate) only: Vec<Condition>,
    /// Says on purpose that it holds on every row, although another field of the record looks like its type.
    pub(crate) on_every_row: bool,
    pub(crate) release: Release,
    /// What the release changes. Until the map is judged, all of the link's own fields are taken for its alone.
    pub(crate) clears: Vec<Cleared>,
}

impl Link {
    /// Declares a link of that role from `field` to `to`, on every row, which is cleared when the subject leaves.
    pub fn new(role: Role, field: impl Into<String>, to: Target) -> Self {
        Self::composite(role, [field.into()], to)
    }

    /// Declares a link whose fields together point to a composite key.
    pub fn composite(role: Role, fields: impl IntoIterator<Item = String>, to: Target) -> Self {
        let fields: Vec<String> = fields.into_iter().collect();
        let clears = fields.iter().map(Cleared::null).collect();
        Self {
            role,
            fields,
            to,
            by_prefix: false,
            is_list: false,
            only: Vec::new(),
            on_every_row: false,
            release: Release::ClearLink,
            clears,
        }
    }

    /// Makes the link lead to every record whose field holds a prefix of this one's: from an object to the rows that name a
    /// folder which it lies below (`media/42/`, on the boundary of a segment). Only for the key of objects.
    #[must_use]
    pub fn by_prefix(mut self) -> Self {
        self.by_prefix = true;
        self
    }

    /// Makes each element of the list in the field point: an array of the database's, or JSON such as `[7, 8]`. Whole numbers
    /// and texts point, nulls do not. A record that stays loses the elements that point to the person, and keeps all others.
    /// Only for a link of one field that says whose the record is, or whom it mentions.
    #[must_use]
    pub fn over_list(mut self) -> Self {
        self.is_list = true;
        self
    }

    /// Limits the link to rows that meet this condition as well (a polymorphic link).
    #[must_use]
    pub fn only_where(mut self, condition: Condition) -> Self {
        self.only.push(condition);
        self
    }

    /// Says on purpose that the link holds on every row, as `where = {}` does: a link over `x_id` in a record that has
    /// `x_type` is refused without a condition or this.
    #[must_use]
    pub fn on_every_row(mut self) -> Self {
        self.on_every_row = true;
        self
    }

    /// What happens to a record that stays when the subject leaves it.
    #[must_use]
    pub fn with_release(mut self, release: Release) -> Self {
        self.clears = match &release {
            Release::Clear(cleared) => cleared.clone(),
            Release::ClearLink | Release::EraseRecord => self.fields.iter().map(Cleared::null).collect(),
        };
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

    /// Whether the field holds a list, and each of its elements points.
    pub fn is_list(&self) -> bool {
        self.is_list
    }

    /// The conditions under which the link holds.
    pub fn conditions(&self) -> &[Condition] {
        &self.only
    }

    /// What happens to a record that stays when the subject leaves it.
    pub fn release(&self) -> &Release {
        &self.release
    }

    /// Whether it says on purpose that it holds on every row.
    pub fn is_on_every_row(&self) -> bool {
        self.on_every_row
    }

    /// The fields that change when the link is cleared; empty where it keeps its value.
    pub fn cleared(&self) -> &[Cleared] {
        &self.clears
    }

    /// Whether the link points nowhere once it is cleared: at least one of its own fields gets another value.
    pub fn lets_go(&self) -> bool {
        self.clears.iter().any(|cleared| breaks_link(&self.fields, &cleared.field, &cleared.mask))
    }
}

/// Whether a link over these fields leads to its record no more, once this field of the record is masked so. The beginning
/// of a value, and a text without somebody's identifiers, may still be what it was.
pub(crate) fn breaks_link(fields: &[String], field: &str, mask: &Mask) -> bool {
    let is_own = fields.iter().any(|own| own == field);
    is_own && matches!(mask, Mask::Null | Mask::Constant(_) | Mask::Token | Mask::Pseudonym)
}

/// In the file's words, with what a release clears by default spelled out.
impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut link = serializer.serialize_struct("Link", 7 + usize::from(self.is_list))?;
        link.serialize_field("role", &self.role)?;
        link.serialize_field("field", &self.fields)?;
        link.serialize_field("of", &self.to)?;
        link.serialize_field("prefix", &self.by_prefix)?;
        // Other links are written as they were before there were lists.
        if self.is_list {
            link.serialize_field("list", &true)?;
        }
        link.serialize_field("where", &Set(&self.only))?;
        link.serialize_field("clear", &Set(&self.clears))?;
        link.serialize_field("erase_record", &(self.release == Release::EraseRecord))?;
        link.end()
    }
}
