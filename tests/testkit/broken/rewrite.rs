//! Selections and places, changed as a broken store would understand them.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::StoreFault;
use oubliette::port::{Place, Selection};
use oubliette::value::{EventForm, Value, list_of};

/// The selection as a store with this fault understands it.
pub(super) fn selection(fault: StoreFault, key: &[String], selection: &Selection) -> Selection {
    let understood = inside_out(fault, key, selection, 0);
    if fault == StoreFault::LosesWhatIsDeep { cut_at_depth(understood, 0) } else { understood }
}

/// The place as a store with this fault understands it.
pub(super) fn place(fault: StoreFault, place: &Place) -> Place {
    let mut conditions = place.conditions().to_vec();
    let mut table = place.table().to_owned();
    match fault {
        StoreFault::IgnoresConditions => conditions.clear(),
        StoreFault::IgnoresTheTenant => conditions.retain(|condition| condition.field() != "tenant"),
        StoreFault::ConditionsAreNeverOpposed => {
            for condition in conditions.iter_mut().filter(|condition| condition.is_negated()) {
                *condition = condition.clone().negated();
            }
        }
        StoreFault::LosesQuotesInNames => table = table.replace('"', ""),
        _ => {}
    }
    Place::new(table, place.key().to_vec(), conditions)
}

/// The values of the place's key taken for values of the table's.
pub(super) fn by_the_tables_key(place: &Place, selection: &Selection) -> Selection {
    match selection {
        Selection::OneOf { fields, rows } if fields == place.key() && *fields == ["code"] => {
            Selection::OneOf { fields: vec!["id".to_owned()], rows: Arc::clone(rows) }
        }
        other => other.clone(),
    }
}

fn inside_out(fault: StoreFault, key: &[String], whole: &Selection, links: usize) -> Selection {
    let inner = |part: &Selection| inside_out(fault, key, part, links);
    let rebuilt = match whole {
        Selection::All(parts) => Selection::All(parts.iter().map(inner).collect()),
        Selection::Any(parts) => Selection::Any(parts.iter().map(inner).collect()),
        Selection::Not(part) => Selection::Not(Box::new(inner(part))),
        Selection::Held(part) => Selection::Held(Box::new(inner(part))),
        Selection::Linked { .. } if links > 0 && fault == StoreFault::NestedLinksAreFlat => {
            Selection::Everything
        }
        Selection::Exists { .. } if links > 0 && fault == StoreFault::NestedLinksAreFlat => {
            Selection::Everything
        }
        Selection::Exists { place: other, selection } => Selection::Exists {
            place: Arc::new(place(fault, other)),
            selection: Box::new(inside_out(fault, other.key(), selection, links + 1)),
        },
        Selection::Linked { fields, to, to_fields, selection } => Selection::Linked {
            fields: fields.clone(),
            to: Arc::new(place(fault, to)),
            to_fields: to_fields.clone(),
            selection: Box::new(inside_out(fault, to.key(), selection, links + 1)),
        },
        other => other.clone(),
    };
    misunderstood(fault, key, rebuilt)
}

/// What the fault makes of one part, whose own parts it has seen already.
fn misunderstood(fault: StoreFault, key: &[String], part: Selection) -> Selection {
    match (fault, part) {
        (StoreFault::WidensBarePrefixes, below) => widened(below, |prefix| !prefix.ends_with('/')),
        (StoreFault::EmptyPrefixesAreEverything, Selection::Below { prefixes, .. })
            if prefixes.iter().any(String::is_empty) =>
        {
            Selection::Everything
        }
        (StoreFault::MatchesNullWithNull, Selection::OneOf { fields, rows }) => {
            let nulls =
                fields.first().filter(|_| fields.len() == 1 && rows.iter().flatten().any(Value::is_null));
            let nulls = nulls.map(|field| Selection::Null { field: field.clone() });
            Selection::Any([Some(Selection::OneOf { fields, rows }), nulls].into_iter().flatten().collect())
        }
        (StoreFault::NotLeavesNullsOut, Selection::Not(inner)) => {
            let mut compared = Vec::new();
            fields_of(&inner, &mut compared);
            let present = compared.into_iter().map(|field| Selection::Null { field }.negated());
            Selection::All([Selection::Not(inner)].into_iter().chain(present).collect())
        }
        (StoreFault::EmptyIsNull, Selection::Null { field }) => {
            Selection::one_of(field.clone(), ["".into()]).or(Selection::Null { field })
        }
        (StoreFault::AllOfNothingIsNothing, Selection::All(parts)) if parts.is_empty() => Selection::Nothing,
        (StoreFault::IgnoresTheLastPart, Selection::All(mut parts)) if parts.len() > 1 => {
            parts.pop();
            Selection::All(parts)
        }
        (StoreFault::ComparesWithoutCase, Selection::OneOf { fields, rows }) => {
            let lower = |value: &Value| value.as_text().map(|text| Value::from(text.to_lowercase()));
            let lowered = |row: &Vec<Value>| row.iter().map(|it| lower(it).unwrap_or(it.clone())).collect();
            let both: Vec<Vec<Value>> = rows.iter().cloned().chain(rows.iter().map(lowered)).collect();
            Selection::OneOf { fields, rows: both.into() }
        }
        (StoreFault::ReadsTextsAsNumbers, Selection::OneOf { fields, rows }) => {
            let number = |value: &Value| value.as_text().and_then(|text| text.trim().parse().ok());
            let read = |value: &Value| number(value).map_or_else(|| value.clone(), Value::Integer);
            let rows: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(read).collect()).collect();
            Selection::OneOf { fields, rows: rows.into() }
        }
        (StoreFault::ComparesFieldsOneByOne, Selection::OneOf { fields, rows }) if fields.len() > 1 => {
            let column = |index: usize| rows.iter().filter_map(move |row| row.get(index).cloned());
            let each =
                fields.iter().enumerate().map(|(index, field)| Selection::one_of(field, column(index)));
            Selection::All(each.collect())
        }
        (StoreFault::KeysByTheirFirstPart, Selection::OneOf { fields, rows }) if fields == key => {
            let first = rows.iter().filter_map(|row| row.first().cloned());
            fields.first().map_or(Selection::Nothing, |field| Selection::one_of(field, first))
        }
        (StoreFault::JoinsKeysWithAHyphen, Selection::OneOf { fields, rows }) if fields.len() == 2 => {
            let splits = |row: &Vec<Value>| -> Vec<Vec<Value>> {
                let texts: Option<Vec<_>> = row.iter().map(Value::to_text).collect();
                let joined = texts.unwrap_or_default().join("-");
                let at = joined.match_indices('-').map(|(at, _)| (at, at + 1));
                at.map(|(end, start)| vec![Value::from(&joined[..end]), Value::from(&joined[start..])])
                    .collect()
            };
            let rows: Vec<_> = rows.iter().flat_map(splits).collect();
            Selection::OneOf { fields, rows: rows.into() }
        }
        (StoreFault::TakesAThousandValues, Selection::OneOf { fields, rows }) => {
            let rows: Vec<_> = rows.iter().take(1_000).cloned().collect();
            Selection::OneOf { fields, rows: rows.into() }
        }
        (StoreFault::TakesAHundredParts, Selection::Any(parts)) => {
            Selection::Any(parts.into_iter().take(100).collect())
        }
        (StoreFault::TakesAHundredParts, Selection::All(parts)) => {
            Selection::All(parts.into_iter().take(100).collect())
        }
        (StoreFault::AddressesToTheLetter, Selection::EmailIs { field, addresses }) => {
            Selection::one_of(field, addresses.into_iter().map(Value::from))
        }
        (StoreFault::AffixesWithoutCase, Selection::Affix { field, side, text }) => {
            let of = |text: String| Selection::Affix { field: field.clone(), side, text };
            of(text.to_uppercase()).or(of(text))
        }
        (StoreFault::ContainsWithoutCase, Selection::Contains { field, text }) => {
            let of = |text: String| Selection::Contains { field: field.clone(), text };
            of(text.to_uppercase()).or(of(text))
        }
        (StoreFault::NumbersToTheLetter, Selection::NumberIs { field, digits }) => {
            Selection::one_of(field, digits.into_iter().map(Value::from))
        }
        (StoreFault::ListsAreTexts, Selection::OneOf { fields, rows }) => {
            Selection::OneOf { fields: without_elements(fields), rows }
        }
        (StoreFault::EverythingIsAList, Selection::Unreadable { .. }) => Selection::Nothing,
        (StoreFault::LinksTakeListsForTexts, Selection::Linked { fields, to, to_fields, selection }) => {
            let (fields, to_fields) = (without_elements(fields), without_elements(to_fields));
            Selection::Linked { fields, to, to_fields, selection }
        }
        (StoreFault::LooksForOneTrace, Selection::MayHold { field, traces }) => {
            Selection::MayHold { field, traces: traces.iter().take(1).cloned().collect::<Vec<_>>().into() }
        }
        (StoreFault::MeaninglessIsNothing, part) if is_meaningless(&part) => Selection::Nothing,
        (fault, Selection::Before { field, form, instant }) => before(fault, field, form, instant),
        (fault, Selection::Linked { fields, to, to_fields, selection }) => {
            link(fault, fields, to, to_fields, selection)
        }
        (_, part) => part,
    }
}

fn before(fault: StoreFault, field: String, form: EventForm, instant: DateTime<Utc>) -> Selection {
    let with = |form, instant| Selection::Before { field: field.clone(), form, instant };
    match fault {
        StoreFault::BeforeTakesInTheInstant => with(form, instant + TimeDelta::milliseconds(1)),
        StoreFault::BeforeToTheSecond => {
            with(form, DateTime::from_timestamp(instant.timestamp(), 0).unwrap_or(instant))
        }
        StoreFault::UnreadableIsBefore => {
            let readable = with(form, DateTime::from_timestamp(253_402_300_000, 0).unwrap_or(instant));
            let present = Selection::Null { field: field.clone() }.negated();
            with(form, instant).or(Selection::All(vec![readable.negated(), present]))
        }
        StoreFault::ReadsRfc3339Alone if form == EventForm::Timestamp => with(EventForm::Rfc3339, instant),
        _ => with(form, instant),
    }
}

fn link(
    fault: StoreFault,
    mut fields: Vec<String>,
    mut to: Arc<Place>,
    mut to_fields: Vec<String>,
    mut selection: Box<Selection>,
) -> Selection {
    let mut nulls = None;
    match fault {
        StoreFault::LinksToAnything => selection = Box::new(Selection::Everything),
        StoreFault::NullPointsSomewhere => {
            nulls = fields.first().map(|field| Selection::Null { field: field.clone() });
        }
        StoreFault::LinksIgnoreConditions => {
            to = Arc::new(Place::new(to.table(), to.key().to_vec(), Vec::new()));
        }
        StoreFault::LinksByTheFirstField if !fields.is_empty() => {
            fields.truncate(1);
            to_fields.truncate(1);
        }
        _ => {}
    }
    let link = Selection::Linked { fields, to, to_fields, selection };
    match nulls {
        Some(nulls) => link.or(nulls),
        None => link,
    }
}

/// The lists instead of their elements.
fn without_elements(fields: Vec<String>) -> Vec<String> {
    fields.iter().map(|field| list_of(field).unwrap_or(field).to_owned()).collect()
}

fn is_meaningless(part: &Selection) -> bool {
    match part {
        Selection::OneOf { fields, rows } => {
            fields.is_empty() || rows.iter().any(|row| row.len() != fields.len())
        }
        Selection::Linked { fields, to_fields, .. } => fields.is_empty() || fields.len() != to_fields.len(),
        _ => false,
    }
}

/// What lies below these prefixes, or where one is to be widened, below the folder that it lies in.
pub(super) fn widened(selection: Selection, is_to_be: impl Fn(&str) -> bool) -> Selection {
    let Selection::Below { field, prefixes } = selection else { return selection };
    let wider = |prefix: &String| match prefix.trim_end_matches('/').rsplit_once('/') {
        Some((above, _)) if is_to_be(prefix) => above.to_owned(),
        _ => prefix.clone(),
    };
    Selection::Below { field, prefixes: Arc::new(prefixes.iter().map(wider).collect()) }
}

/// The fields that a selection compares, without those of other places.
fn fields_of(selection: &Selection, found: &mut Vec<String>) {
    match selection {
        Selection::OneOf { fields, .. } | Selection::Linked { fields, .. } => found.extend(fields.clone()),
        Selection::Before { field, .. }
        | Selection::Below { field, .. }
        | Selection::Affix { field, .. }
        | Selection::Contains { field, .. }
        | Selection::EmailIs { field, .. }
        | Selection::NumberIs { field, .. }
        | Selection::MayHold { field, .. } => found.push(field.clone()),
        Selection::All(parts) | Selection::Any(parts) => {
            parts.iter().for_each(|part| fields_of(part, found));
        }
        Selection::Not(inner) | Selection::Held(inner) => fields_of(inner, found),
        // Everything, nothing and null compare no value; every kind of comparison is tried by some law.
        _ => {}
    }
}

/// Only what stands deep inside of others is lost, so that simple selections are right.
fn cut_at_depth(selection: Selection, depth: usize) -> Selection {
    let cut = |parts: Vec<Selection>| parts.into_iter().map(|part| cut_at_depth(part, depth + 1)).collect();
    match selection {
        Selection::All(parts) if depth < 2 => Selection::All(cut(parts)),
        Selection::Any(parts) if depth < 2 => Selection::Any(cut(parts)),
        Selection::All(_) | Selection::Any(_) => Selection::Everything,
        Selection::Not(inner) => Selection::Not(Box::new(cut_at_depth(*inner, depth))),
        Selection::Held(inner) => Selection::Held(Box::new(cut_at_depth(*inner, depth))),
        Selection::Exists { place, selection } => {
            Selection::Exists { place, selection: Box::new(cut_at_depth(*selection, depth + 1)) }
        }
        Selection::Linked { fields, to, to_fields, selection } => {
            let selection = Box::new(cut_at_depth(*selection, depth + 1));
            Selection::Linked { fields, to, to_fields, selection }
        }
        other => other,
    }
}
