//! What the columns of a collection are: identifiers, events, and personal fields with a mask that fits.

use super::guess::{Guess, Sketched, Treatment, can_be_named, shown};
use super::lists::{MOMENTS, WAYS};
use super::people::identifier_kind;
use crate::datamap::Mask;
use crate::inspect::{Closeness, Sort, Surroundings, by_name, is_one_of, words_of};
use crate::port::{Column, ColumnKind, Schema, Table};
use crate::schema::masks::misfit;
use crate::value::{EventForm, Value};

/// Fills in what the columns say.
pub(super) fn fill(sketched: &mut Sketched, surroundings: &Surroundings<'_>, table: &Table, is_owned: bool) {
    let is_way = surroundings.words(sketched.table).iter().any(|word| is_one_of(word, WAYS));
    if sketched.subject.is_some() || is_owned && is_way {
        identifiers(sketched, table, surroundings.words(sketched.table));
    }
    events(sketched, table);
    let by_role = if sketched.subject.is_some() { Closeness::Person } else { Closeness::Linked };
    let closeness = if sketched.is_tenant_root { Closeness::Apart } else { by_role };
    personal(sketched, table, closeness.max(surroundings.closeness(sketched.table)));
}

fn identifiers(sketched: &mut Sketched, table: &Table, words: &[String]) {
    for column in &table.schema.columns {
        let kind = identifier_kind(column, words)
            .filter(|_| !is_taken(sketched, &column.name) && can_be_named(&column.name));
        if let Some(kind) = kind {
            let guess = Guess::new(column.name.clone(), "by its name");
            sketched.identifiers.entry(kind).or_default().push(guess);
        }
    }
}

/// Whether a column already has a part in the collection that no mask may touch.
fn is_taken(sketched: &Sketched, column: &str) -> bool {
    let same = |name: &String| name.eq_ignore_ascii_case(column);
    sketched.key.what.iter().any(same)
        || sketched.tenant.as_ref().is_some_and(|tenant| same(&tenant.what))
        || sketched.links.iter().any(|link| link.what.fields.iter().any(same))
}

fn events(sketched: &mut Sketched, table: &Table) {
    for moment in MOMENTS {
        let found = moment.columns.iter().find_map(|wanted| {
            table.schema.columns.iter().find_map(|column| {
                let is_it = words_of(&column.name).join(" ") == *wanted && can_be_named(&column.name);
                form_of(column).filter(|_| is_it).map(|form| (column.name.clone(), form))
            })
        });
        if let Some((column, form)) = found {
            sketched.events.push((moment.name, column, form));
        }
    }
}

/// How a column writes an instant down, as far as its type says.
fn form_of(column: &Column) -> Option<EventForm> {
    match &column.kind {
        ColumnKind::Time if column.declared.eq_ignore_ascii_case("date") => Some(EventForm::Date),
        ColumnKind::Time | ColumnKind::Text { .. } | ColumnKind::Other => Some(EventForm::Timestamp),
        ColumnKind::Integer => Some(EventForm::UnixSeconds),
        _ => None,
    }
}

fn personal(sketched: &mut Sketched, table: &Table, closeness: Closeness) {
    for column in &table.schema.columns {
        let Some(sort) = by_name(column, closeness) else { continue };
        if is_taken(sketched, &column.name) || !can_be_named(&column.name) {
            continue;
        }
        let is_identifier = sketched
            .identifiers
            .values()
            .flatten()
            .any(|guess| guess.what.eq_ignore_ascii_case(&column.name));
        // An identifier is masked with null unless its field says otherwise.
        if is_identifier && misfit(column, &table.schema, &Mask::Null).is_none() {
            continue;
        }
        if let Some((treatment, how)) = treatment(column, &table.schema, sort) {
            let because = format!("looks like {}{how}", sort.words());
            sketched.fields.push((column.name.clone(), Guess::new(treatment, because)));
        }
    }
}

/// The first mask that the column can hold, and what has to be said of it.
fn treatment(column: &Column, schema: &Schema, sort: Sort) -> Option<(Treatment, &'static str)> {
    if column.is_generated {
        return Some((Treatment::Kept, "; the database works it out from other columns, which are masked"));
    }
    masks(column, sort)
        .into_iter()
        .find(|(mask, _)| misfit(column, schema, mask).is_none())
        .map(|(mask, how)| (Treatment::Masked(mask), how))
}

/// The masks that are tried, in their order.
fn masks(column: &Column, sort: Sort) -> Vec<(Mask, &'static str)> {
    let constant = |value: Value| (Mask::Constant(value), "; may not be null");
    let mut masks = vec![(Mask::Null, "")];
    let empty = match &column.kind {
        ColumnKind::Text { .. } => Some(Value::from("")),
        ColumnKind::Json => Some(Value::from("{}")),
        ColumnKind::Integer | ColumnKind::Real => Some(Value::Integer(0)),
        ColumnKind::Boolean => Some(Value::Boolean(false)),
        ColumnKind::Time => Some(Value::from("1970-01-01")),
        ColumnKind::Choice { values } => values.first().map(|first| Value::from(first.as_str())),
        _ => None,
    };
    // Where nothing is expected of the text, an empty one says less than a random one.
    if !matches!(sort, Sort::Email | Sort::Phone | Sort::Login) {
        masks.extend(empty.clone().map(constant));
    }
    masks.push((Mask::Token, "; may not be null"));
    masks.extend(empty.map(constant));
    masks
}

/// Keeps the columns that may not be null where a record can have to stay as an empty shell, because something points to it:
/// without a word of them the shell could not be made.
pub(super) fn keep_in_shells(collections: &mut [Sketched], surroundings: &Surroundings<'_>) {
    let targets: Vec<usize> = collections.iter().flat_map(|it| &it.links).map(|link| link.what.to).collect();
    for sketched in collections {
        let Some(table) = surroundings.tables().get(sketched.table) else { continue };
        if !targets.contains(&sketched.table) && table.schema.referred_by.is_empty() {
            continue;
        }
        for column in table.schema.columns.iter().filter(|column| !column.is_generated) {
            let is_listed = sketched.fields.iter().any(|(field, _)| field.eq_ignore_ascii_case(&column.name));
            let is_open = !is_listed && !is_taken(sketched, &column.name) && can_be_named(&column.name);
            if is_open && misfit(column, &table.schema, &Mask::Null).is_some() {
                let because =
                    "may not be null, and a record to which something points may have to stay without it";
                sketched.fields.push((column.name.clone(), Guess::new(Treatment::Kept, because)));
            }
        }
    }
}

/// Columns that look personal and that no mask fits: a record that stays keeps them.
pub(super) fn unmaskable(sketched: &Sketched, table: &Table) -> Vec<String> {
    let closeness = if sketched.subject.is_some() { Closeness::Person } else { Closeness::Linked };
    let is_listed = |name: &str| sketched.fields.iter().any(|(field, _)| field == name);
    let is_identifier = |name: &str| sketched.identifiers.values().flatten().any(|guess| guess.what == name);
    table
        .schema
        .columns
        .iter()
        .filter(|column| {
            by_name(column, closeness).is_some_and(|sort| treatment(column, &table.schema, sort).is_none())
        })
        .filter(|column| !is_taken(sketched, &column.name) && !is_listed(&column.name))
        .map(|column| {
            let what = if is_identifier(&column.name) { "identifier" } else { "column" };
            format!(
                "{what} {} of table {} cannot hold any mask ({}): a record that stays would keep it",
                shown(&column.name),
                shown(&table.name),
                if column.declared.is_empty() { "its type is its own" } else { column.declared.as_str() },
            )
        })
        .collect()
}
