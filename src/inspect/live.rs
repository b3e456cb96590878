//! The check of a whole data map against live databases.

use super::fit::{check_tables, idle};
use super::personal::Beside;
use super::sample::sample;
use super::spelled::check_spellings;
use super::surroundings::Surroundings;
use crate::datamap::DataMap;
use crate::finding::{Finding, Findings};
use crate::plan::cross_check;
use crate::policy::Policy;
use crate::port::{Catalogue, Store, StoreError, Table};

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

    /// Looks at up to `rows` records of each table too: in columns that the map does not mention, for what looks personal, and
    /// in those of identifiers, for values that are not stored as declared. No value of a record is ever repeated.
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
        /// What it said.
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
    found.extend(check_tables(policy, map, &listed));
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
            let spelled = check_spellings(store, rows, (live.name, index), map);
            found.extend(spelled.await.map_err(|source| in_store(live, source))?);
        }
        found.extend(beside.findings(&seen));
        found.extend(idle(map, index, tables));
    }
    Ok(once_each(found))
}

fn in_store(live: &LiveStore<'_>, source: StoreError) -> InspectError {
    InspectError::Store { store: live.name.to_owned(), source }
}

/// Every finding once, in the order in which they came.
fn once_each(found: Vec<Finding>) -> Findings {
    let mut seen = std::collections::HashSet::new();
    let mut findings = Findings::new();
    findings.extend(found.into_iter().filter(|finding| seen.insert(finding.clone())));
    findings
}
