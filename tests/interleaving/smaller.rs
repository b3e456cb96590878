//! Makes a failing case as small as it gets.

use super::case::{Case, Turn};
use super::cast::PEOPLE;
use super::reference::observe::is_valid;

/// The smallest case found, by leaving out one thing after the other, that still fails.
pub async fn smaller(mut case: Case, fails: impl AsyncFn(&Case) -> bool) -> Case {
    // Where something could be left out, what follows it is tried next; all is tried again until nothing can go.
    loop {
        let before = case.clone();
        let mut at = 0;
        while let Some(candidate) = candidates(&case).into_iter().nth(at) {
            at += 1;
            if candidate == case || !is_valid(&candidate.world) {
                continue;
            }
            if fails(&candidate).await {
                case = candidate;
                at -= 1;
            }
        }
        if case == before {
            return case;
        }
    }
}

/// Every case with one thing less.
fn candidates(case: &Case) -> Vec<Case> {
    let mut all = Vec::new();
    let mut with = |change: &dyn Fn(&mut Case)| {
        let mut smaller = case.clone();
        change(&mut smaller);
        all.push(smaller);
    };
    for at in 1..case.world.collections.len() {
        let gone = &case.world.collections[at].name;
        if !case.writes.iter().any(|it| it.table() == gone) {
            with(&|it| {
                it.world.collections.remove(at);
                it.world.tables.remove(gone);
                for other in &mut it.world.collections {
                    other.links.retain(|link| link.to != *gone);
                }
            });
        }
    }
    with(&|it| {
        it.takeovers.clear();
        let workers = it.workers();
        it.turns.retain(|turn| turn.worker().is_none_or(|worker| worker < workers));
    });
    for at in 0..case.requests.len() {
        if case.requests.len() > 1 && case.takeovers.iter().all(|it| it.of != at) {
            with(&|it| {
                it.requests.remove(at);
                it.takeovers.iter_mut().filter(|it| it.of > at).for_each(|it| it.of -= 1);
                it.turns.retain(|turn| turn.worker() != Some(at));
                let workers = it.turns.iter_mut().filter_map(Turn::worker_mut);
                workers.filter(|worker| **worker > at).for_each(|worker| *worker -= 1);
            });
        }
    }
    for at in 0..case.turns.len() {
        with(&|it| {
            it.turns.remove(at);
        });
    }
    for at in 0..case.turns.len().saturating_sub(1) {
        if let (Turn::Work { worker, calls }, Turn::Work { worker: next, calls: more }) =
            (&case.turns[at], &case.turns[at + 1])
            && worker == next
        {
            with(&|it| {
                it.turns[at] = Turn::Work { worker: *worker, calls: calls + more };
                it.turns.remove(at + 1);
            });
        }
    }
    for (table, rows) in &case.world.tables {
        // People are known by their places, and whoever asks is there.
        let may_go = |at: &usize| {
            table != PEOPLE || (at + 1 == rows.len() && case.requests.iter().all(|it| it.who != *at))
        };
        for at in (0..rows.len()).filter(may_go) {
            with(&|it| drop(it.world.tables.get_mut(table).unwrap().remove(at)));
        }
        for (at, row) in rows.iter().enumerate() {
            for field in row.keys().filter(|it| !["id", "who", "phone", "email"].contains(&it.as_str())) {
                with(&|it| drop(it.world.tables.get_mut(table).unwrap()[at].remove(field)));
            }
        }
    }
    for at in 0..case.world.collections.len() {
        for link in 0..case.world.collections[at].links.len() {
            with(&|it| drop(it.world.collections[at].links.remove(link)));
        }
        with(&|it| it.world.collections[at].fields.clear());
        if at > 0 {
            with(&|it| it.world.collections[at].category = "talk".to_owned());
        }
    }
    with(&|it| it.world.described = false);
    with(&|it| it.batch = 2_000);
    for at in 0..case.turns.len() {
        let (Turn::Work { calls: length, .. } | Turn::Reach { times: length, .. }) = case.turns[at] else {
            continue;
        };
        for fewer in [length / 2, length - 1] {
            let shorten = |it: &mut Case| {
                if let Turn::Work { calls: length, .. } | Turn::Reach { times: length, .. } =
                    &mut it.turns[at]
                {
                    *length = fewer;
                }
            };
            if fewer > 0 {
                with(&shorten);
            }
        }
    }
    for at in 0..case.takeovers.len() {
        with(&|it| it.takeovers[at].writes = it.takeovers[at].writes.saturating_sub(1));
    }
    all
}
