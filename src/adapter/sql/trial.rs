//! A change that is made to one row and taken back, to see whether the database lets it be made at all.
//!
//! What constraints and rights refuse is read from the catalogue; what a trigger does, only a trial tells.

use super::dialect::Dialect;
use super::driver::{Cause, Driver, Failure, Transaction as _};
use super::masking;
use super::shape::Shapes;
use super::statements::{count, read};
use crate::port::{Change, Page, Place, Selection, StoreErrorKind};
use crate::value::Value;

/// What the database has against a change to the first of the matching rows; `None` where it has nothing, or there is none.
pub(super) async fn refusal<D: Driver>(
    driver: &D,
    shapes: &Shapes,
    place: &Place,
    change: Change<'_>,
    selection: &Selection,
) -> Result<Option<String>, Failure> {
    let page = Page { after: None, limit: 1 };
    let first = read(&D::dialect(shapes), place, &[], selection, page);
    let rows = driver.rows(first.map_err(|error| Failure::malformed(&error))?).await?;
    let Some(mut key) = rows.into_iter().next() else { return Ok(None) };
    key.truncate(place.key().len());
    let one = Selection::rows(place.key().iter().cloned(), vec![key]);
    match try_out(driver, shapes, place, change, &one).await {
        Ok(true) => Ok(None),
        Ok(false) => Ok(Some("the record is still there once it has been erased".to_owned())),
        Err(failure) if is_passing(change, &failure) => {
            tracing::debug!(detail = failure.detail, "a change could not be tried beforehand");
            Ok(None)
        }
        Err(failure) => Ok(Some(failure.detail)),
    }
}

/// Whether a failure says nothing of what a request will meet: nothing can be written just now, or other rows refer to the
/// row, which go before it.
fn is_passing(change: Change<'_>, failure: &Failure) -> bool {
    let is_referred_to = failure.kind == StoreErrorKind::Constraint && failure.cause != Cause::Raised;
    failure.kind == StoreErrorKind::Unavailable || (matches!(change, Change::Erase) && is_referred_to)
}

/// Makes the change and takes it back; false where a row that was erased is still there.
async fn try_out<D: Driver>(
    driver: &D,
    shapes: &Shapes,
    place: &Place,
    change: Change<'_>,
    one: &Selection,
) -> Result<bool, Failure> {
    let mut transaction = driver.begin().await?;
    let tried = make::<D>(&mut transaction, shapes, place, change, one).await;
    transaction.rollback().await?;
    tried
}

async fn make<D: Driver>(
    transaction: &mut D::Transaction,
    shapes: &Shapes,
    place: &Place,
    change: Change<'_>,
    one: &Selection,
) -> Result<bool, Failure> {
    match change {
        Change::Mask(masks) => {
            masking::apply_in::<D>(transaction, shapes, place, masks, one).await?;
            Ok(true)
        }
        Change::Erase => {
            let erase = D::dialect(shapes).erase(place, one, None);
            transaction.execute(erase.map_err(|error| Failure::malformed(&error))?).await?;
            let left = count(&D::dialect(shapes), place, one).map_err(|error| Failure::malformed(&error))?;
            let rows = transaction.rows(left).await?;
            match rows.first().and_then(|row| row.first()) {
                Some(Value::Integer(left)) => Ok(*left == 0),
                _ => {
                    Err(Failure::new(StoreErrorKind::Other, Cause::Other, "the database answered no number"))
                }
            }
        }
    }
}
