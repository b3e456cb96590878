//! Judges how a case ended, by the naive reference: one request after the other, with the host's writes somewhere between.

use std::collections::{BTreeMap, BTreeSet};

use oubliette::request::RequestState;

use super::case::Case;
use super::cast::PEOPLE;
use super::play::Outcome;
use super::reference::compare::now;
use super::reference::model::{Request, Row, Tables, World, row_text, value};
use super::reference::naive::expected;
use super::reference::person::Records;
use super::watch::{owners, world_with};

/// What is wrong: in which way, and in words.
#[derive(Clone)]
pub struct Fault {
    pub kind: String,
    pub text: String,
}

/// Rows as texts, whatever types their columns have.
type Texts = BTreeMap<String, String>;

/// What is wrong with how a case ended, if anything is.
pub fn judge(case: &Case, outcome: &Outcome) -> Option<Fault> {
    let fault = |kind: String, text: String| Some(Fault { kind, text });
    if let Some((kind, text)) = &outcome.wrong {
        return fault(kind.clone(), text.clone());
    }
    let wanted = possible(case, &outcome.written);
    if outcome.written.is_empty() && wanted.len() > 1 {
        return fault("the reference depends on the order of requests".to_owned(), difference(&wanted));
    }
    let ended = outcome.ends.iter().all(|(state, _)| state.is_terminal());
    if let Some(fault) = dangling(case, outcome).filter(|_| ended) {
        return Some(fault);
    }
    if let Some(fault) = unlike(case, outcome, &wanted).filter(|_| ended) {
        return Some(fault);
    }
    for (at, (state, problem)) in outcome.ends.iter().enumerate() {
        if !state.is_terminal() {
            let kind = format!("a request never ends: {}", problem.as_deref().unwrap_or(state.as_str()));
            return fault(kind, case.worker_name(at));
        }
        if *state == RequestState::NothingHeld && outcome.have_written[at] {
            return fault("says that nothing was held".to_owned(), case.worker_name(at));
        }
    }
    None
}

/// How all may end: the requests in any order, the host's writes in theirs, where each could do what it did.
fn possible(case: &Case, written: &[(usize, bool)]) -> Vec<Tables> {
    let all = ends(case, written, true);
    if all.is_empty() { ends(case, written, false) } else { all }
}

fn ends(case: &Case, written: &[(usize, bool)], is_strict: bool) -> Vec<Tables> {
    let count = case.requests.len();
    let start = case.world.tables.clone();
    // By the requests that are done, as bits, and how many writes are.
    let mut reached: BTreeMap<(usize, usize), Vec<Tables>> = BTreeMap::from([((0, 0), vec![start])]);
    for done in 0..1 << count {
        for writes in 0..=written.len() {
            for tables in reached.get(&(done, writes)).cloned().unwrap_or_default() {
                let mut reach = |to, tables| {
                    let there: &mut Vec<Tables> = reached.entry(to).or_default();
                    if !there.contains(&tables) {
                        there.push(tables);
                    }
                };
                for request in (0..count).filter(|it| done & (1 << it) == 0) {
                    reach((done | (1 << request), writes), after(case, request, &tables));
                }
                if let Some((write, was_possible)) = written.get(writes) {
                    let applied = case.writes[*write].applied(&case.world, &tables);
                    if applied.is_some() == *was_possible || !is_strict {
                        reach((done, writes + 1), applied.filter(|_| *was_possible).unwrap_or(tables));
                    }
                }
            }
        }
    }
    reached.remove(&((1 << count) - 1, written.len())).unwrap_or_default()
}

/// The tables after one request, as the reference has it.
fn after(case: &Case, request: usize, tables: &Tables) -> Tables {
    let identifiers = vec![case.requests[request].identifier.clone()];
    let world = world_with(case, tables.clone());
    let asked = Request { identifiers, ..world.request.clone() };
    expected(&World { request: asked, ..world }, now()).tables
}

/// A link that names a person who is gone on request.
fn dangling(case: &Case, outcome: &Outcome) -> Option<Fault> {
    let is_there = |id: &str| outcome.tables[PEOPLE].iter().any(|row| text(row, "id") == Some(id.to_owned()));
    // Whom the host has deleted itself, it has left in its other rows itself.
    let deletes = |id: &str| {
        outcome.written.iter().any(|(at, was_possible)| *was_possible && case.writes[*at].deletes_person(id))
    };
    let asked = case.requests.iter().map(|it| (1 + it.who).to_string());
    let erased: BTreeSet<String> = asked.filter(|id| !is_there(id) && !deletes(id)).collect();
    for collection in &case.world.collections {
        for link in collection.links.iter().filter(|it| it.to == PEOPLE) {
            let names = |row: &&Row| text(row, &link.fields[0]).is_some_and(|id| erased.contains(&id));
            if let Some(row) = outcome.tables[&collection.table].iter().find(names) {
                let kind = format!("still names the erased: {}.{}", collection.name, link.fields[0]);
                return Some(Fault { kind, text: row_text(row) });
            }
        }
    }
    None
}

/// A row that is not as it may be in any of these ends.
fn unlike(case: &Case, outcome: &Outcome, wanted: &[Tables]) -> Option<Fault> {
    let end = world_with(case, outcome.tables.clone());
    let records = Records::new(&end);
    let owners = owners(&records);
    for (id, owners) in owners.iter().enumerate() {
        let (table, row) = (&records.all[id].table, records.row(id));
        let is_row = |it: &&Row| text(it, "id") == text(row, "id");
        let alike: Vec<Option<&Row>> =
            wanted.iter().map(|tables| tables[table].iter().find(is_row)).collect();
        if alike.iter().flatten().any(|it| texts(it) == texts(row)) {
            continue;
        }
        let is_gone = alike.iter().all(Option::is_none);
        let what = match (is_gone, owners.is_empty()) {
            (true, true) => "left without an owner",
            (true, false) => "left",
            (false, true) => "changed, without an owner",
            (false, false) => "changed",
        };
        let shown: Vec<String> = alike.iter().map(|it| it.map_or("gone".to_owned(), row_text)).collect();
        let text = format!("{table} is {}, may be {}", row_text(row), shown.join(", or "));
        return Some(Fault { kind: format!("{what}: {table}"), text });
    }
    for (table, rows) in &wanted[0] {
        let is_there = |rows: &[Row], row: &Row| rows.iter().any(|it| text(it, "id") == text(row, "id"));
        let lost = |row: &&Row| {
            !is_there(&outcome.tables[table], row) && wanted.iter().all(|it| is_there(&it[table], row))
        };
        if let Some(row) = rows.iter().find(lost) {
            return Some(Fault { kind: format!("lost: {table}"), text: row_text(row) });
        }
    }
    None
}

fn difference(wanted: &[Tables]) -> String {
    let (one, other) = (&wanted[0], &wanted[1]);
    let differ = one.iter().filter(|(table, rows)| other[*table] != **rows);
    let shown = |rows: &[Row]| rows.iter().map(row_text).collect::<Vec<_>>().join("; ");
    differ.map(|(table, rows)| format!("{table}: {} or {}\n", shown(rows), shown(&other[table]))).collect()
}

fn text(row: &Row, field: &str) -> Option<String> {
    value(row, field).to_text()
}

fn texts(row: &Row) -> Texts {
    row.iter().filter_map(|(field, value)| Some((field.clone(), value.to_text()?))).collect()
}
