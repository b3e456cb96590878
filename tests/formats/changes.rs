//! A ledger of an older version under files that have changed meanwhile.
//!
//! What the old version has begun goes on by the places of its steps, so that it goes on under its own files only. What it
//! has not begun is planned by the files as they are.

use std::path::Path;
use std::sync::Arc;

use oubliette::engine::EngineError;
use oubliette::request::RequestState;

use super::course;
use super::databases::Kind;
use super::dump;
use super::expect::{Dump, End, Ends, finish, in_lanes};
use super::files::Deploy;
use super::states::{State, states};

/// Goes on with every ledger of the folder under other files.
pub async fn go_on_all(kind: Kind, folder: &Path, deploy: Deploy) {
    let before = Arc::new(Ends::of(kind, Deploy::None).await);
    let after = Arc::new(Ends::of(kind, deploy).await);
    in_lanes(states(), |state| {
        let (ledger, before, after) = (Dump::read(folder, &state), Arc::clone(&before), Arc::clone(&after));
        async move {
            let ends = match ledger.progress(&state) {
                Progress::Open => &after,
                Progress::Begun if deploy.concerns(state.who) => {
                    return must_stop(kind, &state, &ledger, deploy)
                        .await
                        .must_be(before.of_state(&state), &state);
                }
                Progress::Begun | Progress::Done => &before,
            };
            finish(kind, &state, &ledger, deploy).await.must_be(ends.of_state(&state), &state);
        }
    })
    .await;
}

/// How far the old version came, as far as files matter.
enum Progress {
    /// Nothing was changed yet.
    Open,
    /// Records may have been changed, and others are left.
    Begun,
    /// No files are needed any more.
    Done,
}

impl Dump {
    fn progress(&self, state: &State) -> Progress {
        if state.stands.is_terminal() || state.stands == RequestState::AwaitingBackups {
            Progress::Done
        } else if self.holds("\"event\":\"located\"") {
            Progress::Begun
        } else {
            Progress::Open
        }
    }
}

/// It stops and says so, however often it is tried and whether or not a hold is released; nothing is changed. Under the
/// files of before it comes to its end.
async fn must_stop(kind: Kind, state: &State, ledger: &Dump, deploy: Deploy) -> End {
    let name = state.name;
    let (database, mut host) = ledger.load(kind, state, deploy).await;
    let id = ledger.request();
    let rows = dump::host_rows(&database).await;
    course::pass_lease(&host);
    for is_held in [state.is_held(), false] {
        host.set_held(is_held);
        let stopped = host.run(id).await;
        assert!(matches!(stopped, Err(EngineError::FilesChanged { .. })), "{name}: {stopped:?}");
        let report = host.report(id).await;
        assert!(!report.state.is_terminal() && report.problem.is_some(), "{name}: {report:?}");
        assert_ne!(report.state, RequestState::AwaitingBackups, "{name}");
        assert_eq!(dump::host_rows(&database).await, rows, "{name}");
    }
    host.set_held(state.is_held());
    host.set_deploy(Deploy::None);
    let report = course::finish(&mut host, id).await;
    End::of(&database, report).await
}
