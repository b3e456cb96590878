//! A store in memory.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use async_trait::async_trait;

use super::matcher::{matching, matching_after, refuse_beyond, table, unsupported};
use super::referential;
use super::table::{Fault, Row, Table, Tables, changed, value};
use crate::port::{
    Capabilities, Description, Entropy, EntropyError, FieldMask, Key, Page, Place, Record, Replacement,
    Schema, Selection, Store, StoreError, StoreErrorKind, SystemEntropy,
};
use crate::value::Value;

/// A store that keeps its tables in memory. A clone is another handle on the same tables.
///
/// - Keys are in the order of [`Value`]: null, booleans, whole numbers, reals, text, bytes, each in its own order.
///   Two rows of a table may not have keys that compare equal by their [`link_form`](Value::link_form).
/// - A table with a [`Schema`] keeps to it. Unknown fields are an error of kind `Missing`. Null in a column that may
///   not be null, a value that does not fit its column, an equal of what must be unique, and a reference that would
///   point nowhere are errors of kind `Constraint`. Rows that refer to an erased row block it, go with it or are cleared,
///   as [`OnDelete`](crate::port::OnDelete) says. All is looked at when the batch is done, and a batch is all or nothing.
/// - A table without a schema takes every field; one that a row does not have is null.
#[derive(Clone)]
pub struct MemoryStore {
    capabilities: Capabilities,
    entropy: Arc<dyn Entropy>,
    tables: Arc<RwLock<Tables>>,
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl MemoryStore {
    /// A store without tables that can do everything but list folders.
    pub fn new() -> Self {
        Self::with_capabilities(Capabilities::FULL)
    }

    /// A store without tables that refuses all that goes beyond these capabilities.
    ///
    /// So a test suite sees how the engine gets on with a store that can do little.
    pub fn with_capabilities(capabilities: Capabilities) -> Self {
        Self { capabilities, entropy: Arc::new(SystemEntropy), tables: Arc::default() }
    }

    /// Draws what is random in masks from here instead of from the system.
    #[must_use]
    pub fn with_entropy(mut self, entropy: impl Entropy) -> Self {
        self.entropy = Arc::new(entropy);
        self
    }

    /// Creates an empty table whose rows are told apart by `key`. A table of that name goes first.
    #[must_use]
    pub fn with_table<F: Into<String>>(
        self,
        name: impl Into<String>,
        key: impl IntoIterator<Item = F>,
    ) -> Self {
        self.create(name.into(), key.into_iter().map(Into::into).collect(), None)
    }

    /// Creates an empty table that keeps to `schema`. A table of that name goes first.
    ///
    /// What the schema does not say of its key, the table keeps to all the same: it is unique and never null.
    #[must_use]
    pub fn with_described_table<F: Into<String>>(
        self,
        name: impl Into<String>,
        key: impl IntoIterator<Item = F>,
        schema: Schema,
    ) -> Self {
        self.create(name.into(), key.into_iter().map(Into::into).collect(), Some(schema))
    }

    fn create(self, name: String, key: Vec<String>, schema: Option<Schema>) -> Self {
        self.write().insert(name, Table::new(key, schema));
        self
    }

    /// Inserts a row. Fields that it does not name are null.
    ///
    /// References and unique columns other than the key are not looked at here, so that tables may be filled in any order.
    ///
    /// # Errors
    ///
    /// Of kind `Missing` where the table, or a field of its schema, is not there; of kind `Constraint` where the key
    /// is null or taken, or a value does not fit its column.
    pub fn insert<F: Into<String>>(
        &self,
        table: &str,
        row: impl IntoIterator<Item = (F, Value)>,
    ) -> Result<(), StoreError> {
        let row = row.into_iter().map(|(field, value)| (field.into(), value));
        let mut tables = self.write();
        match tables.get_mut(table) {
            Some(found) => found.insert(row),
            None => Err(Fault::new(
                StoreErrorKind::Missing,
                "there is no such table; create it, or correct the name",
            )),
        }
        .map_err(|fault| said("insert into", table, fault))
    }

    /// All rows of a table in the order of their keys, each with every field of the table; none where there is no
    /// such table.
    pub fn rows(&self, table: &str) -> Vec<BTreeMap<String, Value>> {
        self.read_tables().get(table).map(Table::to_maps).unwrap_or_default()
    }

    // A lock can only be poisoned by a panic while it is held, and every change is put in place as its last step.
    fn read_tables(&self) -> RwLockReadGuard<'_, Tables> {
        self.tables.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Tables> {
        self.tables.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn count_now(&self, place: &Place, selection: &Selection) -> Result<u64, Fault> {
        refuse_beyond(self.capabilities, place, selection)?;
        let tables = self.read_tables();
        Ok(matching(&tables, place, selection)?.count() as u64)
    }

    fn read_now(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, Fault> {
        refuse_beyond(self.capabilities, place, selection)?;
        at_least_one(page.limit)?;
        let tables = self.read_tables();
        let columns = table(&tables, place)?.columns(fields)?;
        let found = matching_after(&tables, place, selection, page.after)?;
        Ok(found
            .take(page.limit)
            .map(|(key, row)| Record {
                key,
                values: columns.iter().map(|column| value(row, *column).clone()).collect(),
            })
            .collect())
    }

    fn erase_now(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, Fault> {
        refuse_beyond(self.capabilities, place, selection)?;
        at_least_one(limit)?;
        let mut tables = self.write();
        let keys: Vec<Key> =
            matching(&tables, place, selection)?.take(limit).map(|hit| hit.key.clone()).collect();
        let erased = keys.len() as u64;
        referential::erase(&mut tables, place.table(), keys)?;
        Ok(erased)
    }

    fn mask_now(&self, place: &Place, masks: &[FieldMask], selection: &Selection) -> Result<u64, Fault> {
        if !self.capabilities.masks {
            return Err(unsupported("a change of fields"));
        }
        refuse_beyond(self.capabilities, place, selection)?;
        if !self.capabilities.lists && masks.iter().any(|mask| matches!(mask.with, Replacement::Without(_))) {
            return Err(unsupported("what a list holds"));
        }
        if masks.is_empty() {
            return Err(Fault::new(StoreErrorKind::Other, "no field was named; name at least one"));
        }
        let mut tables = self.write();
        let names = masks.iter().map(|mask| mask.field.as_str());
        let columns = match tables.get_mut(place.table()) {
            Some(table) => table.columns_for(names)?,
            None => Vec::new(),
        };
        let changes = matching(&tables, place, selection)?
            .map(|hit| Ok((hit.key.clone(), self.masked(hit.row, &columns, masks)?)))
            .collect::<Result<Vec<_>, EntropyError>>()
            .map_err(|error| Fault::new(StoreErrorKind::Unavailable, error.to_string()))?;
        let masked = changes.len() as u64;
        referential::replace(&mut tables, place.table(), changes)?;
        Ok(masked)
    }

    fn masked(&self, row: &Row, columns: &[usize], masks: &[FieldMask]) -> Result<Row, EntropyError> {
        let random = || {
            let mut bytes = [0_u8; 16];
            self.entropy.fill(&mut bytes).map(|()| bytes)
        };
        let news = columns
            .iter()
            .zip(masks)
            .map(|(column, mask)| Ok((*column, mask.with.apply(value(row, Some(*column)), random)?)))
            .collect::<Result<Vec<_>, EntropyError>>()?;
        Ok(changed(row, news))
    }
}

/// Shows how large the tables are; what they hold is personal.
impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tables = self.read_tables();
        let sizes: BTreeMap<&str, usize> =
            tables.iter().map(|(name, table)| (name.as_str(), table.rows().len())).collect();
        f.debug_struct("MemoryStore")
            .field("capabilities", &self.capabilities)
            .field("rows", &sizes)
            .finish_non_exhaustive()
    }
}

#[async_trait]
impl Store for MemoryStore {
    fn capabilities(&self) -> Capabilities {
        self.capabilities
    }

    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        Ok(match self.read_tables().get(place.table()).map(Table::schema) {
            None => Description::Missing,
            Some(None) => Description::Unknown,
            Some(Some(schema)) => Description::Table(schema.clone()),
        })
    }

    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        self.count_now(place, selection).map_err(|fault| said("count", place.table(), fault))
    }

    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        self.read_now(place, fields, selection, page).map_err(|fault| said("read from", place.table(), fault))
    }

    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        self.erase_now(place, selection, limit).map_err(|fault| said("erase from", place.table(), fault))
    }

    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        self.mask_now(place, masks, selection).map_err(|fault| said("mask in", place.table(), fault))
    }
}

fn said(what: &str, table: &str, fault: Fault) -> StoreError {
    StoreError::new(fault.kind, format!("{what} `{table}`"), fault.detail)
}

/// A limit of none would never tell the caller that nothing is left.
fn at_least_one(limit: usize) -> Result<(), Fault> {
    if limit == 0 {
        return Err(Fault::new(StoreErrorKind::Other, "the limit is 0; ask for at least 1 record"));
    }
    Ok(())
}
