//! What a missing index costs.

use std::collections::HashMap;

use super::answers::{answered, how_to_answer};
use super::fit::Survey;
use crate::datamap::{Collection, DataMap, Link, Stored, Topic};
use crate::finding::{Finding, Findings};

/// About how many rows each collection's table has, by the collection's name, as far as the database knows.
pub(crate) type Rows = HashMap<String, u64>;

/// Reports which links and identifiers no index serves. Slow, not wrong: warnings.
pub(crate) fn check_indexes(map: &DataMap, survey: &Survey, rows: &Rows) -> Findings {
    let mut findings = Findings::new();
    for collection in map.collections() {
        findings.extend(unserved_targets(map, collection, survey, rows));
        let Some(schema) = survey.schemas.get(collection.name()) else { continue };
        for link in collection.links().iter().filter(|link| link.is_list()) {
            findings.extend(whole_lists(map, collection, link, rows));
        }
        let by_fields = collection.links().iter().filter(|link| !link.is_list());
        for link in by_fields.filter(|link| !schema.has_index_for(link.fields())) {
            let at = format!("collection `{}`, link to `{}`", collection.name(), link.target().collection());
            findings.extend(without_index(map, collection, at, link.fields(), rows));
        }
        // What is searched in any spelling no plain index serves; the data map's own check says so.
        for identifier in collection.identifiers().iter().filter(|it| it.stored() != Stored::Any) {
            let fields = [identifier.field().to_owned()];
            if !schema.has_index_for(&fields) {
                let at = format!("collection `{}`, `identifiers.{}`", collection.name(), identifier.kind());
                findings.extend(without_index(map, collection, at, &fields, rows));
            }
        }
    }
    findings
}

/// Reports fields in other stores to which a collection's records are followed, page by page, and that no index serves.
fn unserved_targets(map: &DataMap, collection: &Collection, survey: &Survey, rows: &Rows) -> Vec<Finding> {
    let finding = |link: &Link| {
        let target = map.collection(link.target().collection()).filter(|it| it.store != collection.store)?;
        let schema = survey.schemas.get(target.name())?;
        let fields = map.target_fields(link);
        let at = format!("collection `{}`, link to `{}`", collection.name(), target.name());
        if schema.has_index_for(fields) { None } else { without_index(map, target, at, fields, rows) }
    };
    collection.links().iter().filter_map(finding).collect()
}

/// No index is asked for what stands in a list.
fn whole_lists(map: &DataMap, collection: &Collection, link: &Link, rows: &Rows) -> Option<Finding> {
    let at = format!("collection `{}`, link to `{}`", collection.name(), link.target().collection());
    let finding = without_index(map, collection, at, link.fields(), rows)?;
    let problem = format!("what the list holds is found by no index, so {}", cost_of(collection, rows));
    let names = names_of(collection, link.fields());
    let answer = how_to_answer(map, collection.store, Topic::NotIndexed, &names);
    let remedy = format!("give it a table of its own with one row for each element, or {answer}");
    Some(Finding { problem, remedy, ..finding })
}

fn without_index(
    map: &DataMap,
    collection: &Collection,
    at: String,
    fields: &[String],
    rows: &Rows,
) -> Option<Finding> {
    let names = names_of(collection, fields);
    if answered(map, collection.store, Topic::NotIndexed, &names) {
        return None;
    }
    let cost = cost_of(collection, rows);
    Some(Finding::warning(
        at,
        fields.join(", "),
        format!("no index of table `{}` starts with this column, so {cost}", collection.table()),
        format!("add an index, or {}", how_to_answer(map, collection.store, Topic::NotIndexed, &names)),
    ))
}

fn names_of(collection: &Collection, fields: &[String]) -> Vec<String> {
    fields.iter().map(|field| format!("{}.{field}", collection.table())).collect()
}

fn cost_of(collection: &Collection, rows: &Rows) -> String {
    match rows.get(collection.name()) {
        Some(rows) => {
            format!("every erasure reads the whole table: about {} rows per person", thousands(*rows))
        }
        None => "every erasure reads the whole table".to_owned(),
    }
}

/// A number as people read it: `1,234,567`.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_threes() {
        let shown = [0, 12, 123, 1_234, 1_234_567].map(thousands);
        assert_eq!(shown, ["0", "12", "123", "1,234", "1,234,567"]);
    }
}
