//! The host's own tables as a store, in any of the databases: one set-based statement per call.
//!
//! Knows the port, the dialect and the driver by their traits. How masked values are worked out lies in `masking`.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;

use super::dialect::Dialect;
use super::driver::{Driver, Failure};
use super::foresight;
use super::masking;
use super::patience::{Patience, TokioWaiting};
use super::render::{Malformed, Sql};
use super::shape::{Shape, ShapeCache, Shapes};
use super::statements::{count, count_up_to, linked_tables, read};
use super::trial;
use crate::port::{
    Capabilities, Catalogue, Change, Description, FieldMask, Key, Page, Place, Record, Selection, Store,
    StoreError, StoreErrorKind, Table, Waiting,
};
use crate::value::Value;

/// The host's own tables in a relational database.
#[derive(Clone)]
pub(super) struct SqlStore<D> {
    pub(super) driver: D,
    shapes: Arc<ShapeCache>,
    waiting: Arc<dyn Waiting>,
}

impl<D: Driver> SqlStore<D> {
    /// A store over an open database.
    pub(super) fn over(driver: D) -> Self {
        Self { driver, shapes: Arc::default(), waiting: Arc::new(TokioWaiting) }
    }

    /// Waits by something else than the runtime's timer before a batch is tried again.
    #[must_use]
    pub(super) fn with_waiting(mut self, waiting: impl Waiting) -> Self {
        self.waiting = Arc::new(waiting);
        self
    }

    /// The shapes of the place's table and of all tables that the selection links to.
    pub(super) async fn shapes(
        &self,
        context: &str,
        place: &Place,
        selection: &Selection,
    ) -> Result<Shapes, StoreError> {
        let mut tables = vec![place.table()];
        linked_tables(selection, &mut tables);
        let mut shapes = Shapes::default();
        for table in tables {
            if shapes.of(table).is_none() {
                shapes.insert(table, self.shape(context, table).await?);
            }
        }
        Ok(shapes)
    }

    async fn shape(&self, context: &str, table: &str) -> Result<Arc<Shape>, StoreError> {
        if let Some(shape) = self.shapes.get(table) {
            return Ok(shape);
        }
        let shape = self.driver.shape(table).await.map_err(|failure| failure.into_store_error(context))?;
        let missing =
            || StoreError::new(StoreErrorKind::Missing, context, format!("there is no table `{table}`"));
        let shape = Arc::new(shape.ok_or_else(missing)?);
        self.shapes.put(table, Arc::clone(&shape));
        Ok(shape)
    }

    /// The one number that a statement returns.
    async fn number(
        &self,
        context: &str,
        sql: impl Fn() -> Result<Sql, Malformed> + Send + Sync,
    ) -> Result<u64, StoreError> {
        let ask = || async { self.driver.rows(sql().map_err(|error| Failure::malformed(&error))?).await };
        let rows = Patience::new(&self.waiting)
            .attempt(ask)
            .await
            .map_err(|failure| failure.into_store_error(context))?;
        match rows.first().and_then(|row| row.first()) {
            Some(Value::Integer(number)) => Ok(number.unsigned_abs()),
            _ => Err(StoreError::new(StoreErrorKind::Other, context, "the database answered no number")),
        }
    }
}

impl<D: Driver> fmt::Debug for SqlStore<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqlStore").field("driver", &self.driver).finish_non_exhaustive()
    }
}

#[async_trait]
impl<D: Driver> Store for SqlStore<D> {
    fn capabilities(&self) -> Capabilities {
        Capabilities::FULL
    }

    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        let context = format!("describe `{}`", place.table());
        let failed = |failure: Failure| failure.into_store_error(&context);
        match self.driver.shape(place.table()).await.map_err(failed)? {
            None => Ok(Description::Missing),
            Some(shape) => Ok(Description::Table(self.driver.describe(&shape).await.map_err(failed)?.schema)),
        }
    }

    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        let context = format!("count in `{}`", place.table());
        let shapes = self.shapes(&context, place, selection).await?;
        self.number(&context, || count(&D::dialect(&shapes), place, selection)).await
    }

    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        let context = format!("read from `{}`", place.table());
        let shapes = self.shapes(&context, place, selection).await?;
        let sql = read(&D::dialect(&shapes), place, fields, selection, page)
            .map_err(|error| malformed(&context, error))?;
        let rows = self.driver.rows(sql).await.map_err(|failure| failure.into_store_error(&context))?;
        let key = place.key().len();
        let record = |mut row: Vec<Value>| {
            let values = row.split_off(key.min(row.len()));
            Record { key: Key::new(row), values }
        };
        Ok(rows.into_iter().map(record).collect())
    }

    /// Counts first, since most often no bound is needed, and again after a batch that is shorter than what was counted.
    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        let context = format!("erase from `{}`", place.table());
        let shapes = self.shapes(&context, place, selection).await?;
        let dialect = || D::dialect(&shapes);
        let mut patience = Patience::new(&self.waiting);
        let mut erased = 0;
        let mut fewest_left = u64::MAX;
        loop {
            let most = limit.saturating_sub(usize::try_from(erased).unwrap_or(usize::MAX));
            let count = || count_up_to(&dialect(), place, selection, most.saturating_add(1));
            let found = self.number(&context, count).await?;
            if found == 0 {
                return Ok(erased);
            }
            let is_whole = found <= most as u64;
            let erase = || async {
                let sql = dialect().erase(place, selection, (!is_whole).then_some(most));
                self.driver.execute(sql.map_err(|error| Failure::malformed(&error))?).await
            };
            let batch =
                patience.attempt(erase).await.map_err(|failure| failure.into_store_error(&context))?;
            erased += batch;
            if batch >= found.min(most as u64) {
                return Ok(erased);
            }
            let left = self.count(place, selection).await?;
            // Rows that somebody else changed meanwhile are found in their new form, and as long as fewer are left each
            // time, somebody else is erasing them.
            if batch > 0 || left < fewest_left {
                patience.renew();
            } else if !patience.waits_again().await {
                let detail = "rows that match stay: a trigger, a rule or row-level security keeps them";
                return Err(StoreError::new(StoreErrorKind::Constraint, context, detail));
            }
            fewest_left = left;
        }
    }

    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        let context = format!("mask in `{}`", place.table());
        if masks.is_empty() {
            return Err(malformed(&context, "no field is to be masked; name at least one"));
        }
        let shapes = self.shapes(&context, place, selection).await?;
        let mask = || masking::apply(&self.driver, &shapes, place, masks, selection);
        Patience::new(&self.waiting).attempt(mask).await.map_err(|failure| failure.into_store_error(&context))
    }

    async fn broken_by(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<Vec<String>, StoreError> {
        let context = format!("try the masks of `{}`", place.table());
        let shapes = self.shapes(&context, place, selection).await?;
        let broken = foresight::broken(&self.driver, &shapes, place, masks, selection).await;
        broken.map_err(|failure| failure.into_store_error(&context))
    }

    async fn refusal_of(
        &self,
        place: &Place,
        change: Change<'_>,
        selection: &Selection,
    ) -> Result<Option<String>, StoreError> {
        let context = format!("try a change of `{}`", place.table());
        let shapes = self.shapes(&context, place, selection).await?;
        let refusal = trial::refusal(&self.driver, &shapes, place, change, selection).await;
        refusal.map_err(|failure| failure.into_store_error(&context))
    }

    async fn is_linked_otherwise(
        &self,
        place: &Place,
        selection: &Selection,
        fields: &[String],
        to: &Place,
        to_fields: &[String],
    ) -> Result<bool, StoreError> {
        let context = format!("compare the links of `{}`", place.table());
        let mut shapes = self.shapes(&context, place, selection).await?;
        shapes.insert(to.table(), self.shape(&context, to.table()).await?);
        let link = (fields, to, to_fields);
        let found = foresight::is_spelled_otherwise(&self.driver, &shapes, place, selection, link).await;
        found.map_err(|failure| failure.into_store_error(&context))
    }
}

#[async_trait]
impl<D: Driver> Catalogue for SqlStore<D> {
    async fn tables(&self) -> Result<Vec<Table>, StoreError> {
        self.driver.tables().await.map_err(|failure| failure.into_store_error("read the catalogue"))
    }
}

/// What was asked for has no meaning; only a defect in the caller can cause that.
fn malformed(context: &str, error: impl fmt::Display) -> StoreError {
    StoreError::new(StoreErrorKind::Unsupported, context, error.to_string())
}
