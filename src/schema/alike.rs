//! Masks and let-go links that would make two records alike where the database keeps them apart.

use std::collections::BTreeSet;

use super::fit::Survey;
use crate::datamap::{Collection, Mask};
use crate::finding::{Finding, Findings};
use crate::plan::Compiled;
use crate::plan::rules::MaskedField;
use crate::port::Schema;

/// Reports steps after which a second record could not be done: they write the same values where no two rows may have them.
pub(crate) fn check_alike(compiled: &Compiled, survey: &Survey, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for step in compiled.steps_that_write() {
        let collection = &compiled.graph.nodes[step.node];
        let Some(schema) = survey.schemas.get(collection.name()) else { continue };
        let masked = compiled.masked_fields(step);
        for apart in keep_apart(schema).filter(|it| it.would_meet(collection, schema, &masked)) {
            let written: Vec<String> =
                masked.iter().map(|it| it.field.clone()).filter(|field| has(apart.columns, field)).collect();
            if !seen.insert((collection.name().to_owned(), written.clone(), apart.columns.to_vec())) {
                continue;
            }
            let name = if apart.name.is_empty() { String::new() } else { format!(" (`{}`)", apart.name) };
            findings.push(Finding::error(
                format!("collection `{}`", collection.name()),
                written.join(", "),
                format!(
                    "the same value is written into every record, and no two rows may be alike in `{}`{name}: the first record goes well and the second one never",
                    apart.columns.join("`, `"),
                ),
                "use `mask = \"token\"`, or leave the column out of what has to be unique",
            ));
        }
    }
}

/// Columns in which no two rows may be alike.
struct Apart<'a> {
    name: &'a str,
    columns: &'a [String],
    nulls_are_alike: bool,
}

/// All of a table's but plain unique columns alone, of which every mask is asked by itself.
fn keep_apart(schema: &Schema) -> impl Iterator<Item = Apart<'_>> {
    let plain = schema.unique.iter().filter(|set| set.len() > 1);
    let plain = plain.map(|columns| Apart { name: "", columns, nulls_are_alike: false });
    plain.chain(schema.exclusions.iter().map(|it| Apart {
        name: &it.name,
        columns: &it.columns,
        nulls_are_alike: it.nulls_are_alike,
    }))
}

impl Apart<'_> {
    /// Whether two records may be alike once these masks are on them.
    fn would_meet(&self, collection: &Collection, schema: &Schema, masked: &[MaskedField]) -> bool {
        let written = |column: &String| masked.iter().find(|it| it.field.eq_ignore_ascii_case(column));
        let (here, rest): (Vec<&String>, Vec<&String>) =
            self.columns.iter().partition(|column| written(column).is_some());
        let masks: Vec<&Mask> = here.iter().filter_map(|column| written(column)).map(|it| &it.mask).collect();
        let stays_apart = |mask: &&Mask| match mask {
            Mask::Null => !self.nulls_are_alike,
            Mask::Token | Mask::Pseudonym | Mask::Scrub => true,
            Mask::Constant(_) | Mask::Prefix(_) => false,
        };
        // What is left tells the rows apart by itself.
        let is_left =
            |set: &[String]| set.iter().all(|name| rest.iter().any(|it| it.eq_ignore_ascii_case(name)));
        let is_apart_anyway =
            is_left(collection.key()) || schema.unique.iter().any(|set| !set.is_empty() && is_left(set));
        !masks.is_empty() && !masks.iter().any(stays_apart) && !is_apart_anyway
    }
}

fn has(columns: &[String], field: &str) -> bool {
    columns.iter().any(|column| column.eq_ignore_ascii_case(field))
}
