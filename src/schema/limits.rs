//! What the database refuses or hides, and what it does by halves: rights, row-level security, engines without transactions.

use std::collections::BTreeSet;

use super::answers::{answered, how_to_answer};
use super::fit::{Survey, named_fields};
use crate::datamap::{Collection, DataMap, Topic};
use crate::finding::{Finding, Findings};
use crate::plan::Compiled;
use crate::port::{Act, Schema};
use crate::value::field_of;

/// Reports what hides records from whoever is connected, what may not be read, and what a failure leaves half done.
pub(super) fn check_limits(
    map: &DataMap,
    store: &str,
    collection: &Collection,
    schema: &Schema,
    findings: &mut Findings,
) {
    let at = format!("store `{store}`, collection `{}`", collection.name());
    let table = collection.table();
    let names = [table.to_owned(), format!("{table}.*")];
    if schema.hides_rows && !answered(map, collection.store, Topic::RowSecurity, &names) {
        findings.push(Finding::error(
            at.clone(),
            table,
            "row-level security may hide rows of this table from whoever is connected, and what is hidden is taken for what is not there",
            format!(
                "connect as a role with BYPASSRLS, or, where its policies show all rows to it, {}",
                how_to_answer(map, collection.store, Topic::RowSecurity, &names)
            ),
        ));
    }
    if schema.has_no_transactions {
        findings.push(Finding::warning(
            at.clone(),
            table,
            "the table's engine has no transactions: a batch that fails or is killed leaves half of it behind, and is done again from there",
            "move the table to an engine with transactions, such as InnoDB",
        ));
    }
    let named: Vec<(String, &str)> = named_fields(collection);
    let names = |column: &String| named.iter().any(|(_, field)| lies_in(field, column));
    let refused = schema.refusals.iter().filter(|it| it.act == Act::Read);
    for refusal in refused.filter(|it| it.column.as_ref().is_none_or(names)) {
        findings.push(Finding::error(
            at.clone(),
            refusal.column.as_deref().unwrap_or(table),
            format!("the database will refuse to read it: {}", refusal.why),
            "grant the right, or connect as a role that has it",
        ));
    }
}

/// Whether a field is that column, lies inside of it or means the elements of its list.
fn lies_in(field: &str, column: &str) -> bool {
    let field = field_of(field);
    let begins = field.get(..column.len()).is_some_and(|start| start.eq_ignore_ascii_case(column));
    begins && field.get(column.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Reports what the plans erase and change and the database will refuse to.
pub(crate) fn check_rights(compiled: &Compiled, survey: &Survey, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for step in compiled.steps_that_write() {
        let collection = &compiled.graph.nodes[step.node];
        let Some(schema) = survey.schemas.get(collection.name()) else { continue };
        let masked = compiled.masked_fields(step);
        for refusal in &schema.refusals {
            let (is_done, what) = match refusal.act {
                Act::Read => continue,
                Act::Erase => (compiled.erases(step), "erase its records"),
                Act::Change => {
                    let changes = |column: &String| masked.iter().any(|it| lies_in(&it.field, column));
                    let is_done = match &refusal.column {
                        Some(column) => changes(column),
                        None => !masked.is_empty(),
                    };
                    (is_done, "change it")
                }
            };
            let about = refusal.column.clone().unwrap_or_else(|| collection.table().to_owned());
            if is_done && seen.insert((collection.name().to_owned(), about.clone(), what)) {
                findings.push(Finding::error(
                    format!("collection `{}`", collection.name()),
                    about,
                    format!("the database will refuse to {what}: {}", refusal.why),
                    "give the role the right or the table what it lacks, before anything is erased",
                ));
            }
        }
    }
}

/// Warns of columns for full-text search that go on holding what is masked beside them: neither worked out by the database,
/// nor kept up to date by a trigger, nor masked themselves.
pub(crate) fn check_search_columns(compiled: &Compiled, survey: &Survey, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for step in compiled.steps_that_mask() {
        let collection = &compiled.graph.nodes[step.node];
        let Some(schema) = survey.schemas.get(collection.name()) else { continue };
        if schema.triggers.iter().any(|it| it.on_update) {
            continue;
        }
        let masked = compiled.masked_fields(step);
        let search = schema.columns.iter().filter(|it| it.declared == "tsvector" && !it.is_generated);
        for column in search.filter(|it| !masked.iter().any(|mask| lies_in(&mask.field, &it.name))) {
            let is_kept = collection.field(&column.name).is_some();
            if !is_kept && seen.insert((collection.name().to_owned(), column.name.clone())) {
                findings.push(Finding::warning(
                    format!("collection `{}`", collection.name()),
                    column.name.clone(),
                    "a column for full-text search, which nothing writes anew when the columns beside it are masked: it goes on holding their words",
                    "list it under `fields`, so that it is masked as well; let it be generated, or written by a trigger",
                ));
            }
        }
    }
}
