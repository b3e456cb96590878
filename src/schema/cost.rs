//! What a missing index costs.

use std::collections::HashMap;

use super::answers::{answered, how_to_answer};
use super::fit::Survey;
use crate::datamap::{Collection, DataMap, Link, Stored, Topic};
use crate::finding::{Finding, Findings};
use crate::port::Schema;
use crate::value::Comparison;

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
        for link in by_fields.filter(|link| !is_served(schema, link)) {
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

/// Whether an index finds the records of a link: before a field of its own nothing stands in it but what the link's conditions
/// compare with values, as in an index over type and id.
fn is_served(schema: &Schema, link: &Link) -> bool {
    let compared = link.conditions().iter().filter(|it| !it.is_negated());
    let compared = compared.filter(|it| matches!(it.comparison(), Comparison::OneOf(_)));
    let mut known: Vec<&str> = compared.map(|it| it.field()).collect();
    known.extend(link.fields().iter().map(String::as_str));
    schema.indexes.iter().any(|index| {
        let is_known = |column: &&String| known.iter().any(|name| name.eq_ignore_ascii_case(column));
        // What comes before the link's own field has to be known as well.
        let begins = index.iter().take_while(is_known);
        let mut begins =
            begins.filter(|column| link.fields().iter().any(|it| it.eq_ignore_ascii_case(column)));
        begins.next().is_some()
    })
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
    fn an_index_over_type_and_id_serves_a_polymorphic_link() {
        let map = DataMap::from_toml(
            r#"
            [stores.crm]
            kind = "sql"
            [[collection]]
            name = "contacts"
            key = "id"
            category = "people"
            subject = "contact"
            [[collection]]
            name = "letters"
            key = "id"
            category = "people"
            owned_by = [{ field = "sender_id", of = "contacts", where = { sender_type = "Contact", box = { not = "spam" } } }]
        "#,
        )
        .unwrap();
        let link = &map.collection("letters").unwrap().links()[0];
        for (columns, is_one) in [
            ("sender_id", true),
            ("sender_id at", true),
            ("Sender_Type sender_id", true),
            ("sender_type", false),
            ("sender_type at sender_id", false),
            ("box sender_id", false),
            ("at sender_id", false),
        ] {
            let index = columns.split(' ').map(str::to_owned).collect();
            let schema = Schema { indexes: vec![index], ..Schema::default() };
            assert_eq!(is_served(&schema, link), is_one, "{columns}");
        }
    }

    #[test]
    fn numbers_are_read_in_threes() {
        let shown = [0, 12, 123, 1_234, 1_234_567].map(thousands);
        assert_eq!(shown, ["0", "12", "123", "1,234", "1,234,567"]);
    }
}
