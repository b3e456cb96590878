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
    // What hangs on a kept record lets go of it or not, by who asks first.
    let keeps = case.world.collections.iter().any(|it| it.category == "books");
    if outcome.written.is_empty() && wanted.len() > 1 && !keeps {
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
    let loose = World { described: false, ..case.world.clone() };
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
                    let write = &case.writes[*write];
                    // Whoever comes again while her request is open may be taken for who she was.
                    let comes_again = *was_possible && write.brings_back(&case.world.tables[PEOPLE]);
                    let world = if comes_again { &loose } else { &case.world };
                    let applied = write.applied(world, &tables);
                    // What the host deleted may as well have been erased before.
                    let is_same = applied.is_some() == *was_possible || (*was_possible && write.deletes());
                    if is_same || !is_strict {
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

/// The worst that is wrong with a row that is not as it may be in any of these ends.
fn unlike(case: &Case, outcome: &Outcome, wanted: &[Tables]) -> Option<Fault> {
    let end = world_with(case, outcome.tables.clone());
    let records = Records::new(&end);
    let mut faults = Vec::new();
    for (id, owners) in owners(&records).iter().enumerate() {
        let (table, row) = (&records.all[id].table, records.row(id));
        let is_row = |it: &&Row| text(it, "id") == text(row, "id");
        let may_be: Vec<&Row> =
            wanted.iter().filter_map(|tables| tables[table].iter().find(is_row)).collect();
        if is_like(row, &may_be) {
            continue;
        }
        let (rank, what) = match (may_be.is_empty(), owners.is_empty()) {
            (true, true) => (0, "left without an owner"),
            (false, true) => (1, "changed, without an owner"),
            (true, false) => (3, "left"),
            (false, false) => (4, "changed"),
        };
        let shown: Vec<String> = may_be.into_iter().map(row_text).collect();
        let text = format!("{table} is {}, may be {}", row_text(row), shown.join(", or "));
        faults.push((rank, Fault { kind: format!("{what}: {table}"), text }));
    }
    for (table, rows) in &wanted[0] {
        let is_there = |rows: &[Row], row: &Row| rows.iter().any(|it| text(it, "id") == text(row, "id"));
        let lost = |row: &&Row| {
            !is_there(&outcome.tables[table], row) && wanted.iter().all(|it| is_there(&it[table], row))
        };
        let lost = rows.iter().filter(lost);
        faults.extend(lost.map(|row| (2, Fault { kind: format!("lost: {table}"), text: row_text(row) })));
    }
    faults.into_iter().min_by_key(|(rank, _)| *rank).map(|(_, fault)| fault)
}

/// Whether each cell is as it may be. A row is not looked at as a whole, since the host may have written in the midst of what
/// is done to it; where it does not, there is but one way in which the row may be.
fn is_like(row: &Row, may_be: &[&Row]) -> bool {
    let may_be: Vec<Texts> = may_be.iter().map(|it| texts(it)).collect();
    let row = texts(row);
    let fields: BTreeSet<&String> = row.keys().chain(may_be.iter().flat_map(BTreeMap::keys)).collect();
    !may_be.is_empty()
        && fields.into_iter().all(|field| may_be.iter().any(|it| it.get(field) == row.get(field)))
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
