//! The check of a whole data map against live databases.

use std::collections::HashMap;

use super::answers::idle;
use super::cost::{Rows, check_indexes};
use super::fit::Survey;
use super::masks::check_masks;
use super::personal::Beside;
use super::references;
use super::sample::sample;
use super::surroundings::{Surroundings, find_table};
use crate::datamap::{DataMap, StoreKind};
use crate::finding::{Finding, Findings};
use crate::plan::rules::MaskedField;
use crate::plan::{Planner, cross_check};
use crate::policy::Policy;
use crate::port::{Capabilities, Catalogue, Description, Store, StoreError, Table};

/// A live database to compare with the data map.
#[derive(Debug, Clone, Copy)]
pub struct LiveStore<'a> {
    name: &'a str,
    catalogue: &'a dyn Catalogue,
    sample: Option<(&'a dyn Store, usize)>,
}

impl<'a> LiveStore<'a> {
    /// The database behind the store that the map calls `name`.
    pub fn new(name: &'a str, catalogue: &'a dyn Catalogue) -> Self {
        Self { name, catalogue, sample: None }
    }

    /// Looks at up to `rows` records of each table too, in columns that the map does not mention. No value of a record
    /// is ever repeated.
    #[must_use]
    pub fn with_sample(mut self, store: &'a dyn Store, rows: usize) -> Self {
        self.sample = Some((store, rows));
        self
    }
}

/// Why a check could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InspectError {
    /// A database was given under a name that the data map does not have.
    #[error("the data map names no store `{0}`; give the database under a name that the map has")]
    UnknownStore(String),
    /// A database failed.
    #[error("store `{store}` failed: {source}")]
    Store {
        /// The store's name in the data map.
        store: String,
        /// What it answered.
        #[source]
        source: StoreError,
    },
}

/// Reports everything in which a policy, a data map and live databases do not fit, and everything in the databases that
/// looks personal and that the map does not mention.
///
/// Errors are what `Engine::build` refuses too; the rest are warnings, each of which can be answered in the data map. A
/// test that wants every column to be thought about asserts that there are no findings at all.
///
/// # Errors
/// A database that the map does not name, or that fails.
pub async fn check_live(
    policy: &Policy,
    map: &DataMap,
    stores: &[LiveStore<'_>],
) -> Result<Findings, InspectError> {
    let mut found: Vec<Finding> = map.warnings().iter().cloned().collect();
    found.extend(cross_check(policy, map));
    let mut listed: Vec<Option<Vec<Table>>> = vec![None; map.stores().len()];
    for live in stores {
        let index = map.stores().iter().position(|store| store.name() == live.name);
        let slot = index.and_then(|index| listed.get_mut(index));
        let slot = slot.ok_or_else(|| InspectError::UnknownStore(live.name.to_owned()))?;
        *slot = Some(live.catalogue.tables().await.map_err(|source| in_store(live, source))?);
    }
    found.extend(fit(policy, map, &listed));
    for (index, tables) in listed.iter().enumerate() {
        let Some(tables) = tables else { continue };
        let surroundings = Surroundings::of(tables);
        let beside = Beside::new(map, index, &surroundings);
        let live =
            stores.iter().find(|live| map.stores().get(index).is_some_and(|it| it.name() == live.name));
        let mut seen = Vec::new();
        if let Some((live, (store, rows))) = live.and_then(|live| Some((live, live.sample?))) {
            let looked = sample(store, rows, &beside, &surroundings);
            let (sights, blind) = looked.await.map_err(|source| in_store(live, source))?;
            seen = sights;
            found.extend(blind);
        }
        found.extend(beside.findings(&seen));
        found.extend(idle(map, index, tables));
    }
    Ok(once_each(found))
}

fn in_store(live: &LiveStore<'_>, source: StoreError) -> InspectError {
    InspectError::Store { store: live.name.to_owned(), source }
}

/// What the engine would say before its first write, and what it would let pass: costs, cascades, triggers.
fn fit(policy: &Policy, map: &DataMap, listed: &[Option<Vec<Table>>]) -> Findings {
    let mut survey = Survey::default();
    let mut rows = Rows::new();
    for (store, tables) in map.stores().iter().zip(listed) {
        // Objects and services of a host's own have no catalogue.
        if tables.is_none() && store.kind() == StoreKind::Sql {
            survey.findings.push(Finding::warning(
                format!("store `{}`", store.name()),
                store.name(),
                "the database was not given, and nothing in it was looked at",
                format!("give it as well: `--store {}=URL`, or a `LiveStore`", store.name()),
            ));
        }
    }
    for collection in map.collections() {
        let store = map.stores().get(collection.store);
        let Some((store, Some(tables))) = store.zip(listed.get(collection.store)) else { continue };
        let table = find_table(tables, collection.table()).and_then(|number| tables.get(number));
        survey.add_store(store.name(), collection, Capabilities::FULL);
        if let Some(count) = table.and_then(|table| table.rows) {
            rows.insert(collection.name().to_owned(), count);
        }
        if table.is_none() && lies_elsewhere(collection.table(), tables) {
            survey.findings.push(Finding::warning(
                format!("store `{}`, collection `{}`", store.name(), collection.name()),
                collection.table(),
                "nothing of that schema or database is listed, so this table was not looked at",
                "look whether the name is right, and whether the connection may see it",
            ));
            continue;
        }
        let description =
            table.map_or(Description::Missing, |table| Description::Table(table.schema.clone()));
        survey.add_table(store.name(), collection, description);
    }
    survey.conclude(map);
    let mut findings = survey.findings.clone();
    let masked = if findings.has_errors() {
        HashMap::new()
    } else {
        masked_by_collection(policy, map, &survey, &mut findings)
    };
    findings.extend(check_indexes(map, &survey, &rows));
    for collection in map.collections() {
        let Some(schema) = survey.schemas.get(collection.name()) else { continue };
        findings.extend(references::side_effects(policy, map, collection, schema));
        let masked = masked.get(collection.name()).map(Vec::as_slice).unwrap_or_default();
        findings.extend(references::triggers(map, collection, schema, masked));
    }
    findings
}

/// Whether a table is named with a schema or database of which no table is listed.
fn lies_elsewhere(table: &str, listed: &[Table]) -> bool {
    let schema = |name: &str| name.split_once('.').map(|(schema, _)| schema.to_ascii_lowercase());
    schema(table).is_some_and(|wanted| !listed.iter().any(|it| schema(&it.name).as_ref() == Some(&wanted)))
}

/// What the plans mask in each collection; reports what its table cannot hold.
fn masked_by_collection(
    policy: &Policy,
    map: &DataMap,
    survey: &Survey,
    findings: &mut Findings,
) -> HashMap<String, Vec<MaskedField>> {
    let mut masked: HashMap<String, Vec<MaskedField>> = HashMap::new();
    let planner = match Planner::with_facts(policy, map, &survey.facts) {
        Ok(planner) => planner,
        Err(unfit) => {
            findings.extend(unfit);
            return masked;
        }
    };
    findings.extend(planner.warnings().iter().cloned());
    let compiled = planner.compiled();
    for step in compiled.steps_that_mask() {
        if let Some(collection) = compiled.graph.node(step.node) {
            let fields = compiled.masked_fields(step);
            check_masks(collection, survey, &fields, findings);
            masked.entry(collection.name().to_owned()).or_default().extend(fields);
        }
    }
    masked
}

/// Every finding once, in the order in which they came.
fn once_each(found: Vec<Finding>) -> Findings {
    let mut seen = std::collections::HashSet::new();
    let mut findings = Findings::new();
    findings.extend(found.into_iter().filter(|finding| seen.insert(finding.clone())));
    findings
}
