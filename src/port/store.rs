//! The contract of a store: the host's own data, in the host's own tables.

use std::fmt;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use super::{Description, FieldMask, Place, Selection, StoreError};
use crate::value::Value;

/// The values of a place's key fields, in their order: what tells one record from all others.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(Vec<Value>);

impl Key {
    /// The key with these values, one for each of the place's key fields.
    pub fn new(values: impl IntoIterator<Item = Value>) -> Self {
        Self(values.into_iter().collect())
    }

    /// The values, one for each of the place's key fields.
    pub fn values(&self) -> &[Value] {
        &self.0
    }

    /// The values, one for each of the place's key fields.
    pub fn into_values(self) -> Vec<Value> {
        self.0
    }
}

/// Keys can be personal data (an e-mail address as a login), so their content is not shown.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// One record as [`Store::read`] hands it out.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Record {
    /// What tells it from all others.
    pub key: Key,
    /// The values of the fields that were asked for, in the order in which they were asked for.
    pub values: Vec<Value>,
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Record({} values)", self.values.len())
    }
}

/// Which part of a result is read: at most `limit` records, those whose keys come after `after` in the store's order of keys.
///
/// Pages go by key and never by offset: a set that shrinks while it is read loses no record.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The last key of the page before; `None` for the first page.
    pub after: Option<&'a Key>,
    /// How many records at most; at least 1.
    pub limit: usize,
}

/// What a store can do. What it cannot, the engine does itself, or explains in a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Capabilities {
    /// Evaluates every [`Selection`] except [`Selection::Linked`], [`Selection::Exists`] and [`Selection::Below`]. A store
    /// without this evaluates [`Selection::OneOf`] over one field, [`Selection::OneOf`] over its whole key, and nothing else.
    /// Numbers and addresses are then found in their usual spellings alone; `stored` in the data map says in which one they
    /// are. Objects are found by the [names](Store::names_of) that their own store lists, and not by what else may mean them.
    pub predicates: bool,
    /// Evaluates [`Selection::Linked`] and [`Selection::Exists`] too, among the places of this store. Only together with `predicates`.
    pub links: bool,
    /// Evaluates [`Selection::Below`] over its key, where that is one field.
    pub folders: bool,
    /// Compares the elements of a list, which are named [`participants[]`](crate::value::elements_of), and takes some of them
    /// out of it ([`Replacement::Without`](super::Replacement::Without)). Only together with `predicates`.
    pub lists: bool,
    /// Can change fields of a record. Object stores cannot: they keep an object or lose it.
    pub masks: bool,
}

impl Capabilities {
    /// A relational database, or anything that can do as much.
    pub const FULL: Self = Self { predicates: true, links: true, folders: false, lists: true, masks: true };

    /// The least that a store may do: "field is one of these values".
    pub const MINIMAL: Self =
        Self { predicates: false, links: false, folders: false, lists: false, masks: true };

    /// Nothing at all: to say what something asks of a store, together with what it asks for.
    pub const NONE: Self =
        Self { predicates: false, links: false, folders: false, lists: false, masks: false };

    /// The name of the first capability that is needed and not there.
    pub fn lacking(self, needed: Self) -> Option<&'static str> {
        [
            ("predicates", needed.predicates && !self.predicates),
            ("links", needed.links && !self.links),
            ("folders", needed.folders && !self.folders),
            ("lists", needed.lists && !self.lists),
            ("masks", needed.masks && !self.masks),
        ]
        .into_iter()
        .find_map(|(name, lacks)| lacks.then_some(name))
    }

    /// Lists what lies below a prefix as well.
    #[must_use]
    pub const fn with_folders(mut self) -> Self {
        self.folders = true;
        self
    }

    /// Without changing fields.
    #[must_use]
    pub const fn without_masks(mut self) -> Self {
        self.masks = false;
        self
    }
}

/// A change of one record, to be tried.
#[derive(Debug, Clone, Copy)]
pub enum Change<'a> {
    /// It is erased.
    Erase,
    /// These fields of it are masked.
    Mask(&'a [FieldMask]),
}

/// The host's data, as the engine reaches it.
///
/// All methods keep to the conditions of the [`Place`]: a row of the table that does not meet them does not exist here.
///
/// Every error leaves the store as it was before the call or with some of the batch done; either is fine, since every
/// batch may run twice. Errors and logs hold no values of any record.
///
/// A table that is not there, and a field that a described table does not have, are errors of kind `Missing`; a change
/// that a constraint forbids is one of kind `Constraint`. A selection without meaning (rows of another length than the
/// fields, or no fields at all) is an error and never [`Selection::Nothing`], whose opposite is everything.
///
/// The feature `testkit` has a law for every sentence of this contract; [`your_own_store`](super::your_own_store) is a
/// store that keeps them.
#[async_trait]
pub trait Store: fmt::Debug + Send + Sync + 'static {
    /// What this store can do. Requires nothing; always returns the same.
    fn capabilities(&self) -> Capabilities;

    /// The shape of the place's table, as the database itself has it.
    ///
    /// - *Requires*: nothing.
    /// - *On absence*: [`Description::Missing`] for a table that is not there, [`Description::Unknown`] from a store
    ///   that has no schema to tell of.
    async fn describe(&self, place: &Place) -> Result<Description, StoreError>;

    /// How many records match.
    ///
    /// - *Requires*: a selection within [`Store::capabilities`]; otherwise an error of kind `Unsupported`.
    /// - *On absence*: 0.
    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError>;

    /// One page of the matching records, in the order of their keys, with the values of `fields`.
    ///
    /// - *Requires*: a selection within [`Store::capabilities`]; `page.limit` of at least 1.
    /// - *Atomicity*: one page is one snapshot; two pages need not be. A record that is there all the time is on exactly
    ///   one page, whatever arrives or goes in the meantime.
    /// - *On absence*: an empty page. A page shorter than the limit is the last.
    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError>;

    /// Erases at most `limit` of the records that match as it begins, and says how many went; those that others add
    /// while it runs may come on top.
    ///
    /// - *Requires*: a selection within [`Store::capabilities`]; `limit` of at least 1.
    /// - *Atomicity*: the batch as a whole where the store has transactions, otherwise record by record.
    /// - *Idempotence*: what is gone no longer matches, so the call may be repeated.
    /// - *On absence*: 0. Fewer than `limit` means that nothing is left to erase.
    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError>;

    /// Replaces fields of every matching record, and says how many records matched, be their values changed or not.
    ///
    /// - *Requires*: a selection within [`Store::capabilities`] that the caller has bounded (the engine names the
    ///   keys of one page); at least one field, without which the call is an error.
    /// - *Atomicity*: the batch as a whole where the store has transactions, otherwise record by record.
    /// - *Idempotence*: every [`Replacement`](super::Replacement) may be applied twice.
    /// - *On absence*: 0.
    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError>;

    /// The key that another record means by this text, where records name each other by keys that people have written:
    /// the text itself, unless the store takes several texts for one key (`/media/a.jpg`, a URL). `None` where the text
    /// cannot be understood as a key at all: then the engine asks somebody before the record that holds the text, or one that
    /// it may mean, is erased.
    ///
    /// - *Requires*: nothing; always returns the same. Whether there is such a record is not asked.
    fn key_named(&self, name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    /// Every text for which [`key_named`](Self::key_named) returns this key, the key itself among them.
    ///
    /// - *Requires*: nothing; always returns the same.
    fn names_of(&self, key: &str) -> Vec<String> {
        vec![key.to_owned()]
    }

    /// The names of constraints that some matching record would break if these masks were put on it. Changes nothing.
    ///
    /// - *Requires*: a selection within [`Store::capabilities`].
    /// - *On absence*: an empty list; so from a store that has no constraints, or cannot tell before it is tried.
    async fn broken_by(
        &self,
        _place: &Place,
        _masks: &[FieldMask],
        _selection: &Selection,
    ) -> Result<Vec<String>, StoreError> {
        Ok(Vec::new())
    }

    /// Makes a change to one matching record and takes it back. Says what the store itself has against it: a trigger that refuses
    /// it, or one that lets the record stay. The words hold nothing of what any record holds.
    ///
    /// - *Requires*: a selection within [`Store::capabilities`]; a table whose engine takes back what is not committed.
    /// - *Atomicity*: nobody else sees the change, and nothing is left of it.
    /// - *On absence*: `None`; so from a store that cannot take a change back, or may not make it just now.
    async fn refusal_of(
        &self,
        _place: &Place,
        _change: Change<'_>,
        _selection: &Selection,
    ) -> Result<Option<String>, StoreError> {
        Ok(None)
    }

    /// Whether some matching record points to one of `to` by what the database itself takes for equal in these fields, and
    /// does not by [`link_form`](crate::value::Value::link_form). Changes nothing.
    ///
    /// - *Requires*: a selection within [`Store::capabilities`]; `to` in the same store.
    /// - *On absence*: `false`; so from a store for which only the same bytes are equal.
    async fn is_linked_otherwise(
        &self,
        _place: &Place,
        _selection: &Selection,
        _fields: &[String],
        _to: &Place,
        _to_fields: &[String],
    ) -> Result<bool, StoreError> {
        Ok(false)
    }
}
