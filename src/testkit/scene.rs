//! The scene of one law on a store: its tables, and questions whose wrong results break the law.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::fixture::{Fixture, FixtureError, TableLayout};
use super::law::{LawError, Verdict};
use crate::port::{
    FieldMask, Key, Page, Place, Record, Replacement, Selection, Store, StoreError, StoreErrorKind,
};
use crate::value::{Condition, LinkForm, Value};

/// Null in a row of a law.
pub(super) const NULL: Value = Value::Null;

/// Rows of values: `rows![[1, "Ana"], [2, NULL]]`.
macro_rules! rows {
    ($([$($value:expr),+ $(,)?]),* $(,)?) => {
        Vec::from([$(Vec::from([$($crate::value::Value::from($value)),+])),*])
    };
}
pub(super) use rows;

/// A row with its values as they compare, null being none.
pub(super) type Forms = Vec<Option<LinkForm>>;

/// The law that is tried, the store that is held to it, and whoever lays out its data.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    pub(super) law: &'static str,
    pub(super) store: &'a dyn Store,
    pub(super) fixture: &'a dyn Fixture,
}

impl Scene<'_> {
    /// A table of this law's own: no two laws share one, so that they can be tried at once.
    pub(super) fn layout(&self, name: &str) -> TableLayout {
        // FNV-1a (32 bits) keeps the name short enough for every database.
        let hash = self
            .law
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        TableLayout::new(format!("law_{hash:08x}_{name}"))
    }

    /// Makes the tables.
    pub(super) async fn create(&self, tables: &[TableLayout]) -> Verdict {
        self.fixture.create(tables).await.map_err(|error| self.untried(error))
    }

    /// Makes one table with these rows.
    pub(super) async fn lay_out(&self, table: &TableLayout, rows: Vec<Vec<Value>>) -> Verdict {
        self.create(std::slice::from_ref(table)).await?;
        self.insert(table, rows).await
    }

    pub(super) async fn insert(&self, table: &TableLayout, rows: Vec<Vec<Value>>) -> Verdict {
        self.fixture.insert(table, &rows).await.map_err(|error| self.untried(error))
    }

    fn untried(&self, error: FixtureError) -> LawError {
        match error {
            FixtureError::Cannot(why) => LawError::NotApplicable { law: self.law, why },
            FixtureError::Failed(why) => LawError::Untried { law: self.law, why },
        }
    }

    /// The rows of a table as the fixture sees them, in the order of their values.
    pub(super) async fn rows(&self, table: &TableLayout) -> Result<Vec<Vec<Value>>, LawError> {
        let mut rows = self.fixture.rows(table).await.map_err(|error| self.untried(error))?;
        rows.sort_by_cached_key(|row| forms(row));
        Ok(rows)
    }

    pub(super) fn broken(&self, what: impl Into<String>) -> LawError {
        LawError::Broken { law: self.law, what: what.into() }
    }

    pub(super) fn ensure(&self, holds: bool, what: impl FnOnce() -> String) -> Verdict {
        if holds { Ok(()) } else { Err(self.broken(what())) }
    }

    /// That two things are the same.
    pub(super) fn equal<T: PartialEq + fmt::Debug>(&self, what: &str, seen: T, expected: T) -> Verdict {
        self.ensure(seen == expected, || format!("{what}: expected {expected:?}, seen {seen:?}"))
    }

    /// The store's result of a call that has to succeed.
    pub(super) fn answer<T>(&self, call: &str, answer: Result<T, StoreError>) -> Result<T, LawError> {
        answer.map_err(|error| self.broken(format!("{call} failed where it had to succeed: {error}")))
    }

    /// That a call is refused with an error of this kind.
    pub(super) fn refused<T>(
        &self,
        call: &str,
        answer: Result<T, StoreError>,
        kind: StoreErrorKind,
    ) -> Result<StoreError, LawError> {
        match answer {
            Ok(_) => Err(self.broken(format!("{call} succeeded; expected an error of kind {kind:?}"))),
            Err(error) if error.kind() == kind => Ok(error),
            Err(error) => Err(self.broken(format!(
                "{call}: expected an error of kind {kind:?}, seen {:?} ({error})",
                error.kind()
            ))),
        }
    }

    pub(super) async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, LawError> {
        self.answer(&format!("count of {}", brief(selection)), self.store.count(place, selection).await)
    }

    pub(super) async fn page(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        after: Option<&Key>,
        limit: usize,
    ) -> Result<Vec<Record>, LawError> {
        let records = self.store.read(place, fields, selection, Page { after, limit }).await;
        let records = self.answer(&format!("read of {}", brief(selection)), records)?;
        self.ensure(records.len() <= limit, || {
            format!("a page of at most {limit} records has {}", records.len())
        })?;
        let even = records
            .iter()
            .all(|it| it.values.len() == fields.len() && it.key.values().len() == place.key().len());
        self.ensure(even, || "a record has another number of values than fields were asked for".to_owned())?;
        Ok(records)
    }

    /// All matching records, read page by page.
    pub(super) async fn read_all(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        limit: usize,
    ) -> Result<Vec<Record>, LawError> {
        let mut records: Vec<Record> = Vec::new();
        loop {
            let after = records.last().map(|record| record.key.clone());
            let page = self.page(place, fields, selection, after.as_ref(), limit).await?;
            let is_last = page.len() < limit;
            // Whoever repeats a page would be read for ever.
            if let Some(again) = page.iter().find(|record| records.iter().any(|it| it.key == record.key)) {
                return Err(self.broken(format!(
                    "the record with the key {} was read twice",
                    shown(again.key.values())
                )));
            }
            records.extend(page);
            if is_last {
                return Ok(records);
            }
        }
    }

    /// The first key values of all matching records in ascending order, as numbers.
    pub(super) async fn ids(&self, place: &Place, selection: &Selection) -> Result<Vec<i64>, LawError> {
        let records = self.read_all(place, &[], selection, 1_000).await?;
        let mut ids = records
            .iter()
            .map(|record| {
                let id = record.key.values().first().and_then(Value::to_text);
                id.and_then(|id| id.parse().ok()).ok_or_else(|| {
                    self.broken("the key of a record is not the whole number that was laid out")
                })
            })
            .collect::<Result<Vec<i64>, _>>()?;
        ids.sort_unstable();
        Ok(ids)
    }

    /// That exactly these records match, whether they are counted or read.
    pub(super) async fn selects(&self, place: &Place, selection: &Selection, expected: &[i64]) -> Verdict {
        let seen = self.ids(place, selection).await?;
        if seen != expected {
            let differing = seen.iter().filter(|id| !expected.contains(id));
            let differing: Vec<i64> =
                differing.chain(expected.iter().filter(|id| !seen.contains(id))).copied().collect();
            return Err(self.broken(format!(
                "{} has to select the records {expected:?}, read answers {seen:?}{}",
                brief(selection),
                self.held(place, selection, &differing).await
            )));
        }
        let counted = self.count(place, selection).await?;
        self.ensure(counted == expected.len() as u64, || {
            format!("{} selects {} records, count answers {counted}", brief(selection), expected.len())
        })
    }

    /// What some of these records hold in the fields that a selection compares, for people; nothing where the store does not
    /// say.
    async fn held(&self, place: &Place, selection: &Selection, ids: &[i64]) -> String {
        const SHOWN: usize = 5;
        let mut fields = Vec::new();
        compared(selection, &mut fields);
        let page = Page { after: None, limit: SHOWN };
        let records = self.store.read(place, &fields, &with_ids(ids.iter().copied()), page).await;
        let told = |record: &Record| {
            format!("; record {} holds {fields:?} = {}", shown(record.key.values()), shown(&record.values))
        };
        records.unwrap_or_default().iter().map(told).collect()
    }

    pub(super) async fn erase(
        &self,
        place: &Place,
        selection: &Selection,
        limit: usize,
    ) -> Result<u64, LawError> {
        self.answer(
            &format!("erase of {}", brief(selection)),
            self.store.erase(place, selection, limit).await,
        )
    }

    pub(super) async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, LawError> {
        self.answer(&format!("mask of {}", brief(selection)), self.store.mask(place, masks, selection).await)
    }

    /// That the table holds exactly these rows.
    pub(super) async fn holds(&self, table: &TableLayout, expected: &[Vec<Value>]) -> Verdict {
        let mut wanted: Vec<_> = expected.iter().collect();
        wanted.sort_by_cached_key(|row| forms(row));
        let seen = self.rows(table).await?;
        let same = seen.len() == wanted.len()
            && seen.iter().zip(&wanted).all(|(seen, wanted)| forms(seen) == forms(wanted));
        self.ensure(same, || {
            let wanted: Vec<_> = wanted.iter().map(|row| shown(row)).collect();
            let seen: Vec<_> = seen.iter().map(|row| shown(row)).collect();
            format!("the table has to hold {}, it holds {}", excerpt(&wanted), excerpt(&seen))
        })
    }

    /// The rows of a table by their first column, which is a whole number.
    pub(super) async fn by_id(&self, table: &TableLayout) -> Result<BTreeMap<i64, Vec<Value>>, LawError> {
        self.rows(table)
            .await?
            .into_iter()
            .map(|row| {
                let id = row.first().and_then(Value::to_text).and_then(|id| id.parse().ok());
                id.map(|id| (id, row)).ok_or_else(|| LawError::Untried {
                    law: self.law,
                    why: "a row does not begin with the whole number that was laid out".to_owned(),
                })
            })
            .collect()
    }
}

/// The values as they compare.
pub(super) fn forms(row: &[Value]) -> Forms {
    row.iter().map(Value::link_form).collect()
}

/// Values of made-up data, for people.
pub(super) fn shown(values: &[Value]) -> String {
    let texts: Vec<_> = values
        .iter()
        .map(|value| match value {
            Value::Null => "null".to_owned(),
            Value::Bytes(bytes) => format!("bytes {bytes:?}"),
            Value::Text(text) => format!("{text:?}"),
            other => other.to_text().unwrap_or_default(),
        })
        .collect();
    format!("({})", texts.join(", "))
}

/// A selection of made-up data with its values, for people, who would not read six hundred parts.
fn brief(selection: &Selection) -> String {
    let whole = told(selection);
    match whole.char_indices().nth(400) {
        Some((end, _)) => format!("{}…", whole.get(..end).unwrap_or_default()),
        None => whole,
    }
}

fn told(selection: &Selection) -> String {
    const SHOWN: usize = 100;
    let parts = |parts: &[Selection]| parts.iter().take(SHOWN).map(told).collect::<Vec<_>>().join(", ");
    match selection {
        Selection::OneOf { fields, rows } => {
            let rows: Vec<_> = rows.iter().map(|row| shown(row)).collect();
            format!("OneOf({fields:?}: {})", excerpt(&rows))
        }
        Selection::EmailIs { field, addresses } => format!("EmailIs({field}: {addresses:?})"),
        Selection::NumberIs { field, digits } => format!("NumberIs({field}: {digits:?})"),
        Selection::MayHold { field, traces } => format!("MayHold({field}: {traces:?})"),
        Selection::Below { field, prefixes } => format!("Below({field}: {prefixes:?})"),
        Selection::Linked { fields, to, to_fields, selection } => {
            format!("Linked({fields:?} -> {}.{to_fields:?}, {})", to.table(), told(selection))
        }
        Selection::All(all) => format!("All({})", parts(all)),
        Selection::Any(any) => format!("Any({})", parts(any)),
        Selection::Exists { place, selection } => format!("Exists({}, {})", place.table(), told(selection)),
        Selection::Not(inner) => format!("Not({})", told(inner)),
        Selection::Held(inner) => format!("Held({})", told(inner)),
        other => format!("{other:?}"),
    }
}

/// The fields of this place's records that a selection compares.
fn compared(selection: &Selection, fields: &mut Vec<String>) {
    match selection {
        Selection::OneOf { fields: these, .. } | Selection::Linked { fields: these, .. } => {
            fields.extend(these.iter().cloned());
        }
        Selection::Null { field }
        | Selection::Before { field, .. }
        | Selection::EmailIs { field, .. }
        | Selection::NumberIs { field, .. }
        | Selection::MayHold { field, .. }
        | Selection::Below { field, .. }
        | Selection::Affix { field, .. }
        | Selection::Contains { field, .. }
        | Selection::Unreadable { field } => fields.push(field.clone()),
        Selection::All(parts) | Selection::Any(parts) => parts.iter().for_each(|part| compared(part, fields)),
        Selection::Not(inner) | Selection::Held(inner) => compared(inner, fields),
        Selection::Everything | Selection::Nothing | Selection::Exists { .. } => {}
    }
    let mut seen = std::collections::HashSet::new();
    fields.retain(|field| seen.insert(field.clone()));
}

fn excerpt(rows: &[String]) -> String {
    match rows.get(..12) {
        Some(first) => format!("{} and so on, {} rows", first.join(" "), rows.len()),
        None => format!("{} [{}]", rows.len(), rows.join(" ")),
    }
}

/// A field is masked with this.
pub(super) fn set(field: &str, with: Replacement) -> FieldMask {
    FieldMask { field: field.to_owned(), with }
}

/// The field has one of these values.
pub(super) fn one_of<V: Into<Value>>(field: &str, values: impl IntoIterator<Item = V>) -> Selection {
    Selection::one_of(field, values.into_iter().map(Into::into))
}

/// These rows and no others, by the key column `id`.
pub(super) fn with_ids(ids: impl IntoIterator<Item = i64>) -> Selection {
    one_of("id", ids)
}

/// The field is null.
pub(super) fn null(field: &str) -> Selection {
    Selection::Null { field: field.to_owned() }
}

/// A link of one field.
pub(super) fn linked(field: &str, to: Place, to_field: &str, selection: Selection) -> Selection {
    linked_by(&[field], to, &[to_field], selection)
}

/// A link of several fields.
pub(super) fn linked_by(fields: &[&str], to: Place, to_fields: &[&str], selection: Selection) -> Selection {
    Selection::Linked {
        fields: strings(fields),
        to: Arc::new(to),
        to_fields: strings(to_fields),
        selection: Box::new(selection),
    }
}

pub(super) fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// The place keeps to rows whose field has one of these values.
pub(super) fn only<V: Into<Value>>(field: &str, values: impl IntoIterator<Item = V>) -> Condition {
    Condition::new(field, values.into_iter().map(Into::into))
}
