//! Reads the stores' own schema before the first write, so that the data map can be compared with it.
//!
//! What fits and what does not is decided in `schema`, which a check without an engine asks as well.

use super::error::EngineError;
use super::find::records::Stores;
use crate::datamap::DataMap;
use crate::schema::{Survey, place_of};

/// Reads the schema of every collection and reports all in which it does not fit the data map.
pub(crate) async fn survey(map: &DataMap, stores: &Stores) -> Result<Survey, EngineError> {
    let mut survey = Survey::default();
    for collection in map.collections() {
        let (name, store) = stores.get(collection.store)?;
        survey.add_store(name, collection, store.capabilities());
        let description = store
            .describe(&place_of(collection))
            .await
            .map_err(|source| EngineError::Store { store: (*name).to_owned(), source })?;
        survey.add_table(name, collection, description);
    }
    survey.conclude(map);
    Ok(survey)
}
