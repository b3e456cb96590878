//! Looks at some values of identifier columns: how many have the form that the data map declares, since no other is found.
//!
//! Reads page by page through the `Store` port and keeps two counts; no value is ever repeated.

use crate::datamap::{Collection, DataMap, IdentifierField, Stored};
use crate::finding::Finding;
use crate::identifier::Identifier;
use crate::port::{Page, Selection, Store, StoreError, StoreErrorKind};
use crate::schema::fit::place_of;
use crate::value::Value;

/// How many records one page holds.
const PAGE_SIZE: usize = 200;

/// Looks at up to `rows` records of every collection of the store that has identifiers.
pub(crate) async fn check_spellings(
    store: &dyn Store,
    rows: usize,
    (name, index): (&str, usize),
    map: &DataMap,
) -> Result<Vec<Finding>, StoreError> {
    let mut findings = Vec::new();
    let people = map.collections().iter().filter(|it| it.store == index && !it.identifiers().is_empty());
    for collection in people {
        let counts = match count(store, rows, collection).await {
            // A table or a column that is not there is reported by whoever compares the map with the schema.
            Err(error) if error.kind() == StoreErrorKind::Missing => continue,
            counts => counts?,
        };
        for (field, Counts { values, fitting }) in collection.identifiers().iter().zip(counts) {
            if fitting < values {
                findings.push(Finding::warning(
                    format!("store `{name}`, collection `{}`, `identifiers.{}`", collection.name(), field.kind()),
                    field.field(),
                    format!(
                        "of {values} values that were looked at, {} are not stored as declared (`stored = \"{}\"`): by them nobody is found",
                        values - fitting,
                        field.stored().as_str()
                    ),
                    "correct the values, or declare how they are stored",
                ));
            }
        }
    }
    Ok(findings)
}

/// How many values there are, and how many of them have the declared form.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    values: usize,
    fitting: usize,
}

/// The counts of a collection's identifiers, in their order.
async fn count(store: &dyn Store, rows: usize, collection: &Collection) -> Result<Vec<Counts>, StoreError> {
    let place = place_of(collection);
    let identifiers = collection.identifiers();
    let fields: Vec<String> = identifiers.iter().map(|field| field.field().to_owned()).collect();
    let mut counts = vec![Counts::default(); identifiers.len()];
    let (mut left, mut after) = (rows, None);
    while left > 0 {
        let limit = left.min(PAGE_SIZE);
        let page = Page { after: after.as_ref(), limit };
        let records = store.read(&place, &fields, &Selection::Everything, page).await?;
        for record in &records {
            for ((field, value), counts) in identifiers.iter().zip(&record.values).zip(&mut counts) {
                if let Some(text) = value.to_text().filter(|text| !text.trim().is_empty()) {
                    counts.values += 1;
                    counts.fitting += usize::from(fits(field, value, &text));
                }
            }
        }
        if records.len() < limit {
            break;
        }
        left -= limit;
        after = records.into_iter().next_back().map(|record| record.key);
    }
    Ok(counts)
}

/// Whether a value is found by the identifier that it is.
fn fits(field: &IdentifierField, value: &Value, text: &str) -> bool {
    if matches!(value, Value::Bytes(_) | Value::Boolean(_)) {
        return false;
    }
    // An id that is valid within an app only is compared as it is, whatever the app.
    let Some(identifier) = Identifier::stored(field.kind(), field.namespace(), text) else {
        return field.kind().is_namespaced() && text.bytes().all(|byte| byte.is_ascii_digit());
    };
    match field.stored() {
        Stored::Any => true,
        Stored::E164 => identifier.digits().is_some_and(|digits| text.strip_prefix('+') == Some(digits)),
        Stored::Digits => identifier.digits() == Some(text),
        Stored::Exact => [identifier.value(), identifier.original()].contains(&text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_its_values() {
        let phone = |stored| IdentifierField::new("phone".parse().unwrap(), "phone").stored_as(stored);
        let fits = |field: &IdentifierField, text: &str| super::fits(field, &Value::from(text), text);
        for (stored, good, bad) in [
            (Stored::E164, "+919876543210", "919876543210"),
            (Stored::Digits, "919876543210", "+919876543210"),
            (Stored::Any, "+91 98765-43210", "+91 98765-43210 ext. 5"),
            (Stored::Exact, "+919876543210", "+91 98765-43210"),
        ] {
            assert!(fits(&phone(stored), good), "{stored:?}");
            assert!(!fits(&phone(stored), bad), "{stored:?}");
        }
        let email = IdentifierField::new("email".parse().unwrap(), "email");
        assert!(fits(&email, " Ana@Example.com ") && !fits(&email, "Ana <ana@example.com>"));
        let custom = IdentifierField::new("account_id".parse().unwrap(), "account");
        assert!(fits(&custom, "A-7") && fits(&custom, "A-7 ") && !fits(&custom, " "));
    }
}
