//! A store that can do no more than it has to, over one that can.

use async_trait::async_trait;
use oubliette::port::{
    Capabilities, Description, FieldMask, Page, Place, Record, Selection, Store, StoreError, StoreErrorKind,
};

#[derive(Debug)]
pub struct Small<S>(pub S);

impl<S: Store> Small<S> {
    /// Refuses whatever a store of these capabilities need not answer.
    fn check(place: &Place, selection: &Selection) -> Result<(), StoreError> {
        match selection {
            Selection::OneOf { fields, .. } if fields.len() == 1 || fields == place.key() => Ok(()),
            _ => Err(StoreError::new(StoreErrorKind::Unsupported, "ask a small store", "it answers less")),
        }
    }
}

#[async_trait]
impl<S: Store> Store for Small<S> {
    fn capabilities(&self) -> Capabilities {
        Capabilities::MINIMAL
    }

    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        self.0.describe(place).await
    }

    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        Self::check(place, selection)?;
        self.0.count(place, selection).await
    }

    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        Self::check(place, selection)?;
        self.0.read(place, fields, selection, page).await
    }

    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        Self::check(place, selection)?;
        self.0.erase(place, selection, limit).await
    }

    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        Self::check(place, selection)?;
        self.0.mask(place, masks, selection).await
    }
}
