//! Loads a golden ledger, drives it to its end, and compares that with the end of the same request undisturbed.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use chrono::{DateTime, Utc};
use oubliette::engine::{Identification, Report, Ticket};
use oubliette::request::{Outcome, RequestId, RequestState};

use super::course::{self, beginning};
use super::databases::{Database, Kind};
use super::drive::{Host, Step};
use super::states::{Lost, State, states};
use super::{dump, rows};

/// Finishes every ledger that lies in the folder.
pub async fn finish_all(kind: Kind, folder: &Path) {
    let mut courses: BTreeMap<String, State> = BTreeMap::new();
    for state in states() {
        courses.entry(course_of(&state)).or_insert(state);
    }
    let ends = RefCell::new(HashMap::new());
    in_lanes(courses.into_values().collect(), async |state| {
        let end = undisturbed(kind, &state).await;
        ends.borrow_mut().insert(course_of(&state), end);
    })
    .await;
    let ends = ends.into_inner();
    let schema = read(folder, "schema");
    in_lanes(states(), async |state| {
        let found = finish(kind, &state, &schema, &read(folder, state.name)).await;
        found.must_be(ends.get(&course_of(&state)).unwrap().clone(), &state);
    })
    .await;
}

/// What states have in common that come to the same end.
fn course_of(state: &State) -> String {
    format!("{:?}", (state.files, state.who, state.undisturbed(), state.is_held()))
}

/// Does some of them at a time: most of the time is spent waiting for the server's disk, which makes many databases.
async fn in_lanes(states: Vec<State>, work: impl AsyncFn(State)) {
    let queue = RefCell::new(states.into_iter());
    let lane = async || {
        loop {
            let next = queue.borrow_mut().next();
            let Some(state) = next else { return };
            work(state).await;
        }
    };
    tokio::join!(lane(), lane(), lane(), lane(), lane(), lane());
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(format!("{name}.sql"))).unwrap()
}

/// The end of the same acts where nothing goes wrong.
async fn undisturbed(kind: Kind, state: &State) -> End {
    let database = kind.fresh().await;
    database.run(&rows::script(kind)).await;
    let mut host = Host::new(database.ports().await, state.files, state.who, beginning());
    let mut ticket: Option<Ticket> = None;
    for act in state.undisturbed() {
        course::act(&mut host, &mut ticket, act).await;
    }
    let report = course::finish(&mut host, ticket.unwrap().id).await;
    End::of(&database, report).await
}

async fn finish(kind: Kind, state: &State, schema: &str, data: &str) -> End {
    let name = state.name;
    let database = kind.fresh().await;
    database.run(schema).await;
    database.run(&format!("BEGIN;\n{data}\nCOMMIT;\n")).await;
    let id: RequestId = header(data, "request").parse().unwrap();
    let code = header(data, "code");
    let at: DateTime<Utc> = header(data, "at").parse().unwrap();
    let mut host = Host::new(database.ports().await, state.files, state.who, at);
    host.set_held(state.is_held());

    let status = host.status(code).await.unwrap();
    assert_eq!((status.request, status.state), (Some(id), state.stands), "{name}");
    must_be_recognised(&host, state, id, code).await;
    let report = course::finish(&mut host, id).await;
    let status = host.status(code).await.unwrap();
    assert_eq!((status.request, status.state), (Some(id), report.state), "{name}");
    assert!(report.code.is_none(), "{name}: the code outlives its request");
    End::of(&database, report).await
}

/// The same request again is the one in the ledger, as long as it is open; a callback is so for ever.
async fn must_be_recognised(host: &Host, state: &State, id: RequestId, code: &str) {
    if state.stands.is_terminal() && !state.who.is_callback() {
        return;
    }
    let ticket = host.open().await;
    assert_eq!((ticket.id, ticket.is_new), (id, false), "{}", state.name);
    // Where the request is forgotten its code is too, and another one leads to it.
    if !state.stands.is_terminal() {
        assert_eq!(ticket.code.as_str(), code, "{}", state.name);
    }
}

fn header<'a>(data: &'a str, key: &str) -> &'a str {
    let start = format!("-- {key}: ");
    data.lines().find_map(|line| line.strip_prefix(&start)).unwrap()
}

/// All that is left of a request.
#[derive(Debug, Clone)]
struct End {
    state: RequestState,
    steps: Vec<Step>,
    identification: Identification,
    warnings: Vec<String>,
    deadlines: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
    rows: Vec<String>,
    /// The lists whose notes remain, once for each note.
    notes: Vec<String>,
}

impl End {
    async fn of(database: &Database, report: Report) -> Self {
        let sealed = database.texts("SELECT 'sealed' FROM oubliette_sealed").await;
        assert!(sealed.is_empty(), "identifiers outlive their request");
        let lists = database.texts("SELECT name FROM oubliette_note_sets").await;
        assert!(lists.iter().all(|list| list.starts_with("kept/")), "lists outlive their request: {lists:?}");
        let noted = "SELECT s.name FROM oubliette_notes n JOIN oubliette_note_sets s ON s.number = n.note_set ORDER BY s.name";
        assert_eq!(report.problem, None);
        Self {
            state: report.state,
            steps: report.steps,
            identification: report.identification,
            warnings: report.warnings,
            deadlines: (report.acknowledge_by, report.complete_by),
            rows: dump::host_rows(database).await,
            notes: database.texts(noted).await,
        }
    }

    fn must_be(self, expected: Self, state: &State) {
        let name = state.name;
        assert_eq!(self.state, expected.state, "{name}");
        assert_eq!(self.rows, expected.rows, "{name}");
        assert_eq!(self.notes, expected.notes, "{name}");
        assert_eq!(self.deadlines, expected.deadlines, "{name}");
        let steps = if state.lost == Lost::Counts { without_counts } else { |steps| steps };
        assert_eq!(steps(self.steps), steps(expected.steps), "{name}");
        if state.lost != Lost::Identification {
            assert_eq!(self.identification, expected.identification, "{name}");
            assert_eq!(self.warnings, expected.warnings, "{name}");
        }
    }
}

/// Of steps that count only what was left for them: what is kept, of which nothing is ever gone before.
fn without_counts(steps: Vec<Step>) -> Vec<Step> {
    steps.into_iter().filter(|step| step.outcome == Outcome::Retained).collect()
}
