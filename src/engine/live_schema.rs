//! Reads the stores' own schema before the first write, so that the data map can be compared with it.
//!
//! What fits and what does not is decided in `schema`, which a check without an engine asks as well.

use super::error::EngineError;
use super::find::records::Stores;
use crate::datamap::DataMap;
use crate::finding::Findings;
use crate::plan::Compiled;
use crate::port::{Change, Selection, StoreError};
use crate::schema::trials::{
    change_trials, link_trials, linked_otherwise, mask_trials, refused_by_constraints, refused_when_tried,
};
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

/// Asks the stores what no description tells: whether constraints let the masks be written, whether triggers let a record be
/// changed, which is tried and taken back, and whether links are spelled as the keys are.
pub(crate) async fn ask(
    compiled: &Compiled,
    survey: &Survey,
    stores: &Stores,
    findings: &mut Findings,
) -> Result<(), EngineError> {
    let failed = |name: &str, source: StoreError| EngineError::Store { store: name.to_owned(), source };
    for trial in mask_trials(compiled, survey) {
        let (name, store) = stores.get(trial.collection.store)?;
        let place = place_of(trial.collection);
        let broken = store.broken_by(&place, &trial.masks, &trial.records).await;
        let broken = broken.map_err(|source| failed(name, source))?;
        findings.extend(refused_by_constraints(&trial, &broken));
    }
    for trial in change_trials(compiled, survey) {
        let (name, store) = stores.get(trial.collection.store)?;
        let change = match trial.masks.as_slice() {
            [] => Change::Erase,
            masks => Change::Mask(masks),
        };
        let refusal = store.refusal_of(&place_of(trial.collection), change, &Selection::Everything).await;
        let refusal = refusal.map_err(|source| failed(name, source))?;
        findings.extend(refusal.map(|refusal| refused_when_tried(&trial, &refusal)));
    }
    for trial in link_trials(&compiled.map, survey) {
        let (name, store) = stores.get(trial.collection.store)?;
        let (place, to) = (place_of(trial.collection), place_of(trial.target));
        let to_fields = compiled.map.target_fields(trial.link);
        let found =
            store.is_linked_otherwise(&place, &trial.records, trial.link.fields(), &to, to_fields).await;
        if found.map_err(|source| failed(name, source))? {
            findings.push(linked_otherwise(&trial));
        }
    }
    Ok(())
}
