//! Compares what the engine did with what the reference expects.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use oubliette::engine::{Report, StepReport};
use oubliette::request::{Action, Outcome, RequestState};
use oubliette::value::Value;

use super::memory::Memory;
use super::model::{Row, Tables, World, row_text};
use super::naive::{Expected, Fate, TOKEN, expected};
use super::observe::{Seen, Setup, key_of, observe, report_text};
use super::stage::Stage;

/// The instant at which all worlds live.
pub fn now() -> DateTime<Utc> {
    "2026-11-21T00:00:00Z".parse().unwrap()
}

/// Runs a world on the memory adapter and says in what the engine and the reference differ, if they do.
pub fn difference(world: &World, setup: Setup) -> Option<String> {
    judge(world, setup).err()
}

/// Runs a world on a stage and says in what the engine and the reference differ, if they do.
pub fn difference_on(stage: &impl Stage, world: &World, setup: Setup) -> Option<String> {
    judge_on(stage, world, setup).err()
}

/// What the engine did on the memory adapter, or in what it differs from the reference.
///
/// # Errors
/// The difference, in words.
pub fn judge(world: &World, setup: Setup) -> Result<Seen, String> {
    judge_on(&Memory, world, setup)
}

/// What the engine did on a stage, or in what it differs from the reference.
///
/// # Errors
/// The difference, in words.
pub fn judge_on(stage: &impl Stage, world: &World, setup: Setup) -> Result<Seen, String> {
    let expected = expected(world, now());
    let seen = observe(stage, world, setup, now())?;
    let told =
        |what: String| Err(format!("{what}\n{}\nfates: {:?}", report_text(&seen.report), expected.fates));
    let wanted = stage.forms(world, &expected.tables);
    if let Some(what) = tables_differ(world, &wanted, &seen.tables) {
        return told(what);
    }
    if let Some(what) = states_differ(&expected, &seen.report) {
        return told(what);
    }
    if let Some(what) = counts_differ(world, &expected, &seen) {
        return told(what);
    }
    Ok(seen)
}

/// The first row in which the tables are not as expected.
pub fn tables_differ(world: &World, expected: &Tables, seen: &Tables) -> Option<String> {
    for (table, rows) in expected {
        let Some(collection) = world.collections.iter().find(|it| it.table == *table) else {
            continue;
        };
        let wanted: Vec<Row> = rows
            .iter()
            .map(|row| {
                row.iter()
                    .filter(|(_, value)| !value.is_null())
                    .map(|(field, value)| (field.clone(), value.clone()))
                    .collect()
            })
            .collect();
        let found: BTreeMap<Vec<Value>, &Row> =
            seen[table].iter().map(|row| (key_of(collection, row), row)).collect();
        let wanted: BTreeMap<Vec<Value>, &Row> =
            wanted.iter().map(|row| (key_of(collection, row), row)).collect();
        for (key, row) in &wanted {
            match found.get(key) {
                None => return Some(format!("{table}: missing, expected {}", row_text(row))),
                Some(it) if !is_same(world, table, row, it) => {
                    return Some(format!(
                        "{table}: is       {}\n{table}: expected {}",
                        row_text(it),
                        row_text(row)
                    ));
                }
                Some(_) => {}
            }
        }
        if let Some((_, row)) = found.iter().find(|(key, _)| !wanted.contains_key(*key)) {
            return Some(format!("{table}: still there {}", row_text(row)));
        }
    }
    None
}

fn is_same(world: &World, table: &str, wanted: &Row, seen: &Row) -> bool {
    let was_there =
        |field: &str, text: &Value| world.tables[table].iter().any(|row| row.get(field) == Some(text));
    wanted.len() == seen.len()
        && wanted.iter().all(|(field, value)| match (value, seen.get(field)) {
            (Value::Text(text), Some(found)) if text == TOKEN => {
                matches!(found, Value::Text(_)) && !was_there(field, found)
            }
            (_, found) => found == Some(value),
        })
}

fn states_differ(expected: &Expected, report: &Report) -> Option<String> {
    let fits = match report.state {
        // What a hold keeps from letting go waits as well; what it holds besides is nobody's business here.
        RequestState::OnHold => expected.has(Fate::Held) || expected.has(Fate::Guarded),
        RequestState::NothingHeld => {
            !expected.is_changed && !expected.has(Fate::Keep) && !expected.has(Fate::Held)
        }
        RequestState::CompletedWithRetention => expected.has(Fate::Keep) && !expected.has(Fate::Held),
        RequestState::Completed => !expected.has(Fate::Keep) && !expected.has(Fate::Held),
        _ => false,
    };
    (!fits).then(|| format!("the state is {:?}", report.state))
}

fn counts_differ(world: &World, expected: &Expected, seen: &Seen) -> Option<String> {
    let counted = |report: &Report, action: Action, collection: &str| -> u64 {
        report
            .steps
            .iter()
            .filter(|it| it.action == action && it.collection == collection)
            .map(|it| it.records)
            .sum()
    };
    for collection in &world.collections {
        let name = &collection.name;
        for action in [Action::Erase, Action::Anonymize, Action::Clear, Action::Retain] {
            let before = seen.preview.as_ref().map(|preview| counted(preview, action, name));
            let after = counted(&seen.report, action, name);
            if let Some(before) = before.filter(|it| *it != after && !expected.has(Fate::Held)) {
                return Some(format!(
                    "{name}: {} counts {before} in the preview, and {after}",
                    action.as_str()
                ));
            }
        }
        for (outcome, fate) in
            [(Outcome::Erased, Fate::Erase), (Outcome::Retained, Fate::Keep), (Outcome::OnHold, Fate::Held)]
        {
            let is_own = |it: &&StepReport| it.action != Action::Clear || outcome != Outcome::OnHold;
            let steps = seen.report.steps.iter().filter(is_own);
            let steps = steps.filter(|it| it.collection == *name && it.outcome == outcome);
            let (counted, wanted) = (steps.map(|it| it.records).sum::<u64>(), expected.count(name, fate));
            if counted != wanted {
                return Some(format!("{name}: {counted} count as {}, expected {wanted}", outcome.as_str()));
            }
        }
    }
    None
}
