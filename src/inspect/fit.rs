//! All in which a policy and a data map do not fit the tables of live databases.

use std::collections::{BTreeSet, HashMap};

use crate::datamap::{DataMap, StoreKind, Topic};
use crate::finding::{Finding, Findings};
use crate::plan::Planner;
use crate::plan::rules::MaskedField;
use crate::policy::Policy;
use crate::port::{Capabilities, Description, Table};
use crate::schema::answers::{answers, covers};
use crate::schema::tables::{bare_name, same_table};
use crate::schema::{Rows, Survey, acting_triggers, cascades, check_indexes, check_masks, check_plans};

/// What the engine would say before its first write, and what it would let pass: costs, cascades, triggers.
pub(crate) fn check_tables(policy: &Policy, map: &DataMap, listed: &[Option<Vec<Table>>]) -> Findings {
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
    let names: Vec<Option<TableNames<'_>>> =
        listed.iter().map(|tables| tables.as_deref().map(TableNames::of)).collect();
    for collection in map.collections() {
        let store = map.stores().get(collection.store);
        let Some((store, Some(tables))) = store.zip(listed.get(collection.store)) else { continue };
        let found = names.get(collection.store).and_then(Option::as_ref);
        let table = found.and_then(|names| tables.get(names.find(collection.table())?));
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
    let along = cascades(policy, map, &survey);
    survey.findings.extend(along);
    let mut findings = survey.findings.clone();
    let masked = if findings.has_errors() {
        HashMap::new()
    } else {
        masked_by_collection(policy, map, &survey, &mut findings)
    };
    findings.extend(check_indexes(map, &survey, &rows));
    findings.extend(acting_triggers(map, &survey, &masked));
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
        let collection = &compiled.graph.nodes[step.node];
        let fields = compiled.masked_fields(step);
        check_masks(collection, survey, &fields, findings);
        masked.entry(collection.name().to_owned()).or_default().extend(fields);
    }
    check_plans(compiled, survey, findings);
    masked
}

/// The tables of a database by their names, so that none is looked for among all.
#[derive(Debug)]
pub(crate) struct TableNames<'a> {
    tables: &'a [Table],
    exact: HashMap<&'a str, usize>,
    folded: HashMap<String, usize>,
    bare: HashMap<String, Vec<usize>>,
}

impl<'a> TableNames<'a> {
    pub(crate) fn of(tables: &'a [Table]) -> Self {
        let mut names = Self { tables, exact: HashMap::new(), folded: HashMap::new(), bare: HashMap::new() };
        for (index, table) in tables.iter().enumerate() {
            names.exact.entry(&table.name).or_insert(index);
            names.folded.entry(table.name.to_ascii_lowercase()).or_insert(index);
            names.bare.entry(bare_name(&table.name)).or_default().push(index);
        }
        names
    }

    /// The index of the table of that name: exactly so, or else without regard to case or to a schema that only one names.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let is_same = |index: &&usize| self.tables.get(**index).is_some_and(|it| same_table(&it.name, name));
        let exact = self.exact.get(name).or_else(|| self.folded.get(&name.to_ascii_lowercase()));
        exact.or_else(|| self.bare.get(&bare_name(name))?.iter().find(is_same)).copied()
    }
}

/// Answers about things that the database does not have: somebody may believe that they cover something.
pub(crate) fn idle(map: &DataMap, store: usize, tables: &[Table]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let name = map.stores().get(store).map_or("crm", |store| store.name());
    let mut things: BTreeSet<(bool, String)> = BTreeSet::new();
    for table in tables {
        things.insert((false, table.name.clone()));
        things.extend(table.schema.columns.iter().map(|it| (false, format!("{}.{}", table.name, it.name))));
        things.extend(table.schema.triggers.iter().map(|it| (true, format!("{}.{}", table.name, it.name))));
    }
    for topic in Topic::ALL {
        let is_about_triggers = *topic == Topic::Triggers;
        for answer in answers(map, store, *topic) {
            let is_there = |(is_trigger, thing): &(bool, String)| {
                *is_trigger == is_about_triggers && covers(answer, thing)
            };
            if !things.iter().any(is_there) {
                findings.push(Finding::warning(
                    format!("store `{name}`, `{topic}`"),
                    answer.about(),
                    "an answer about something that the database does not have",
                    "correct the name, or leave the answer out",
                ));
            }
        }
    }
    findings
}
