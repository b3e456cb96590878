//! What must be true of a request that one engine began and another one, with other files, went on with.

use oubliette::engine::Report;
use oubliette::request::RequestState;

use super::changes::Change;
use super::counts::{counts, keeps};
use super::drive::{Came, Left, Play, start};
use super::files::Files;
use super::fuse::Fuse;
use super::rows::{Row, Rows};
use super::stage::Stage;

/// One request, half done, before a second engine takes it up.
pub struct Case<'a, S> {
    pub change: &'a Change,
    pub first: &'a Files,
    pub second: &'a Files,
    /// What the first engine reports if nothing disturbs it.
    pub undisturbed: &'a Report,
    pub play: Play<S>,
    pub left: Left,
    /// After which write the first engine died.
    pub blew_at: usize,
}

/// Whose files brought the request to its end.
#[derive(Clone, Copy, PartialEq)]
enum By {
    First,
    Second,
}

impl<S: Stage> Case<'_, S> {
    /// Drives the request on with the second files, and as far as it then goes; answers what is wrong with that.
    pub async fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.change.and_back {
            self.play.die(self.second, &Fuse::new(self.blew_at * 7 % 40, true)).await;
            let came = self.play.drive(self.first).await.unwrap();
            self.judge_end(&came, By::First, &mut faults).await;
            return faults;
        }
        let mut came = match self.play.drive(self.second).await {
            Ok(came) => came,
            Err(error) => return vec![format!("the changed files are refused: {error}")],
        };
        self.judge_strangers(&came.rows, &mut faults);
        came = match self.over_approval(came, &mut faults).await {
            Ok(came) => came,
            Err(error) => return vec![error],
        };
        let mut by = By::Second;
        if let Some((error, is_honest)) = &came.error {
            self.judge_stop(&came, error, *is_honest, &mut faults);
            let mut files = self.first.clone();
            match self.change.mended.filter(|_| self.blew_at % 2 == 1) {
                Some(mend) => {
                    files = self.second.clone();
                    mend(&mut files);
                }
                None => by = By::First,
            }
            came = match self.play.drive(&files).await {
                Ok(came) => came,
                Err(error) => return vec![format!("the mended files are refused: {error}")],
            };
            self.judge_strangers(&came.rows, &mut faults);
        } else if !self.change.held.is_empty() && !self.was_executed() {
            self.judge_hold(&came, &mut faults);
            if came.ended.is_none() {
                by = By::First;
                came = self.play.drive(self.first).await.unwrap();
            }
        }
        self.judge_end(&came, by, &mut faults).await;
        faults
    }

    fn was_executed(&self) -> bool {
        let state = self.left.report.state;
        state == RequestState::AwaitingBackups || state.is_terminal()
    }

    fn was_recorded(&self) -> bool {
        self.left.report.plan_hash.is_some()
    }

    /// Gives the approval that the second engine asks for, if it may ask.
    async fn over_approval(&self, came: Came, faults: &mut Vec<String>) -> Result<Came, String> {
        let change = self.change;
        if came.report.state != RequestState::AwaitingApproval {
            if let Some(table) = change.unapproved.filter(|table| self.exceeds(&came.rows, table)) {
                faults.push(format!("more is done to `{table}` without a new approval"));
            }
            if change.may_ask && self.left.report.state == RequestState::Received && !self.left_approved() {
                faults.push("it runs without the approval that is wanted now".to_owned());
            }
            return Ok(came);
        }
        if !change.may_ask {
            faults.push("an approved plan that means the same waits for another approval".to_owned());
        }
        if let Some(table) = change.unapproved.filter(|table| self.exceeds(&came.rows, table)) {
            faults.push(format!("more is done to `{table}` before the new approval"));
        }
        let approved = self.play.approve_by(self.second).await?;
        if change.may_ask && self.left.approved.as_ref() == Some(&approved) {
            faults.push("a plan that means something else has the hash that was approved".to_owned());
        }
        self.play.drive(self.second).await
    }

    fn left_approved(&self) -> bool {
        self.left.approved.is_some()
    }

    /// Whether the second engine did to a table what the first would not have done.
    fn exceeds(&self, actual: &Rows, table: &str) -> bool {
        let first = self.change.first_rows();
        self.left.rows.0.iter().filter(|((name, _), _)| *name == table).any(|(key, left)| {
            match (actual.0.get(key), first.0.get(key)) {
                (None, wanted) => wanted.is_some(),
                (Some(now), wanted) => now.iter().any(|(field, value)| {
                    *value != left[field] && wanted.is_none_or(|wanted| *value != wanted[field])
                }),
            }
        })
    }

    /// A stop is honest where it names its reason, where there is one, and where nothing is said to be done.
    fn judge_stop(&self, came: &Came, error: &str, is_honest: bool, faults: &mut Vec<String>) {
        if !is_honest {
            faults.push(format!("it stops: {error}"));
        } else if !self.change.may_stop {
            faults.push("it stops with files_changed, though nothing is gone that it needs".to_owned());
        } else if !self.was_recorded() {
            faults.push("it stops with files_changed before anything was planned".to_owned());
        }
        let state = came.report.state;
        if state.is_terminal() || state == RequestState::AwaitingBackups && !self.was_executed() {
            faults.push(format!("it stops, and stands at {state} all the same"));
        }
    }

    fn judge_hold(&self, came: &Came, faults: &mut Vec<String>) {
        let end = self.change.first_rows();
        let mut is_left = false;
        for table in self.change.held {
            let was: Vec<&Row> = self.left.rows.of(table).collect();
            if was != came.rows.of(table).collect::<Vec<_>>() {
                faults.push(format!("`{table}` is changed under a hold"));
            }
            is_left |= was != end.of(table).collect::<Vec<_>>();
        }
        let state = came.report.state;
        if is_left && state != RequestState::OnHold {
            faults.push(format!("a hold suspends something, and it stands at {state}"));
        }
    }

    /// Nobody else's rows change but as one of the two files wants it, however far the request has come.
    fn judge_strangers(&self, actual: &Rows, faults: &mut Vec<String>) {
        let (before, first, second) = (Rows::before(), self.change.first_rows(), self.change.second_rows());
        for (key, was) in &before.0 {
            let (Some(first), Some(second)) = (first.0.get(key), second.0.get(key)) else { continue };
            let (table, id) = key;
            let Some(row) = actual.0.get(key) else {
                if *table != "addresses" {
                    faults.push(format!("{table} {id} is erased, which stays by both files"));
                }
                continue;
            };
            for (field, value) in row {
                if ![&was[field], &first[field], &second[field]].contains(&value) {
                    faults.push(format!("{table} {id}: `{field}` is changed as no file says"));
                }
            }
        }
    }

    async fn judge_end(&self, came: &Came, by: By, faults: &mut Vec<String>) {
        let state = came.report.state;
        if let Some((error, _)) = &came.error {
            faults.push(format!("it comes to no end: {error}"));
            return;
        }
        if state == RequestState::NothingHeld {
            if !(self.change.may_find_nothing && !self.was_recorded()) {
                faults.push("it says nothing_held of somebody who was there".to_owned());
            }
        } else if !matches!(state, RequestState::Completed | RequestState::CompletedWithRetention) {
            faults.push(format!("it comes to no end and stands at {state}"));
            return;
        }
        if let Some((_, rows)) = &came.waited {
            self.judge_rows(rows, by, faults);
        }
        self.judge_rows(&came.rows, by, faults);
        if state != RequestState::NothingHeld {
            self.judge_backups(came, by, faults);
            self.judge_keeping(came, by, faults);
            self.judge_counts(&came.report, by, faults);
        }
        for list in self.play.sealed(&[self.first, self.second]).await {
            faults.push(format!("it has ended, and `{list}` is still sealed"));
        }
    }

    /// What goes is gone and what stays is as it should be by the files that rule: those of the second engine, or what
    /// was written down before where they do not know any more what it was about. What was done before is done.
    fn judge_rows(&self, actual: &Rows, by: By, faults: &mut Vec<String>) {
        let (before, first) = (Rows::before(), self.change.first_rows());
        let was_lost = self.was_recorded() && !self.change.lost.is_empty();
        let mut wanted = if by == By::First || was_lost { first.clone() } else { self.change.second_rows() };
        settle_addresses(&mut wanted, actual);
        for (key, was) in &before.0 {
            let (table, id) = key;
            let (left, now) = (self.left.rows.0.get(key), actual.0.get(key));
            let was_done = self.was_executed() || left != Some(was) && left == first.0.get(key);
            match (wanted.0.get(key), now) {
                _ if was_done && left == now => {}
                (None, None) => {}
                (None, Some(_)) => faults.push(format!("{table} {id} is left")),
                (Some(_), None) if left.is_none() => {}
                (Some(_), None) => faults.push(format!("{table} {id} is erased, which stays")),
                (Some(wanted), Some(now)) => {
                    for (field, value) in now {
                        let changed_before = left.map(|it| &it[field]).filter(|it| **it != was[field]);
                        if *value != wanted[field] && changed_before != Some(value) {
                            faults.push(format!(
                                "{table} {id}: `{field}` is {}, not {}",
                                shown(value),
                                shown(&wanted[field])
                            ));
                        }
                    }
                }
            }
        }
    }

    fn judge_backups(&self, came: &Came, by: By, faults: &mut Vec<String>) {
        let Some(ended) = came.ended else { return };
        let rotation = if by == By::First { 10 } else { self.change.rotation };
        match &came.waited {
            _ if self.was_executed() || self.change.and_back => {
                if (ended - start()).num_days() < 10 {
                    faults.push("it has ended before the backups have rotated".to_owned());
                }
            }
            None => faults.push("it has ended without a wait for the backups".to_owned()),
            Some((since, _)) => {
                let days = (ended - *since).num_days();
                if days != rotation {
                    faults.push(format!("it waited {days} days for the backups, not {rotation}"));
                }
            }
        }
    }

    /// What is kept is kept by the law of the plan that kept it, whole; and what is said to be kept is there.
    fn judge_keeping(&self, came: &Came, by: By, faults: &mut Vec<String>) {
        let change = self.change;
        let kept = keeps(&came.report, change);
        let key = ("invoices", 1);
        let was_done = self.left.rows.0.get(&key) == change.first_rows().0.get(&key);
        let was_kept = self.was_executed() || was_done && change.first_rows() != Rows::before();
        for (collection, category, citation, until, _) in &kept {
            let law = (collection.as_str(), category.as_str(), citation.as_str(), until.as_str());
            let is_of_before = law == super::changes::BILLING && (was_kept || by == By::First);
            if !is_of_before && (by == By::First || !change.laws.contains(&law)) {
                faults.push(format!("`{collection}` is kept by `{category}`, {citation:?}, until {until:?}"));
            }
        }
        let invoices = came.rows.of("invoices").count() as u64;
        let said: u64 = kept.iter().filter(|it| it.0 == "invoices").map(|it| it.4).sum();
        let is_unknown = change.lost.contains(&"invoices") && !self.was_recorded();
        if invoices != said && !is_unknown {
            faults.push(format!("{invoices} invoices are there, and {said} are said to be kept"));
        }
        let state = came.report.state;
        if kept.is_empty() == (state == RequestState::CompletedWithRetention) {
            faults.push(format!("it says {state}, and keeps {} sets of records", kept.len()));
        }
    }

    /// What was done is in the report, whoever did it.
    fn judge_counts(&self, report: &Report, by: By, faults: &mut Vec<String>) {
        let change = self.change;
        let is_renamed = (by == By::Second || change.and_back) && !self.was_executed();
        let name =
            |name: &str| if is_renamed { change.name_before(name).to_owned() } else { name.to_owned() };
        let said = counts(report, change.same_meaning, name);
        let wanted = counts(self.undisturbed, change.same_meaning, str::to_owned);
        for key in said.keys().chain(wanted.keys().filter(|key| !said.contains_key(*key))) {
            let (collection, outcome) = key;
            let (said, wanted) = (said.get(key).unwrap_or(&0), wanted.get(key).unwrap_or(&0));
            if said != wanted && !change.concerns.contains(&collection.as_str()) {
                faults.push(format!("{said} of `{collection}` are said to be {outcome}, not {wanted}"));
            }
        }
    }
}

/// An address stays as a shell exactly where an invoice still points to it.
fn settle_addresses(wanted: &mut Rows, actual: &Rows) {
    let before = Rows::before();
    for id in [1, 2] {
        let untouched = before.0.get(&("addresses", id));
        if wanted.0.get(&("addresses", id)) == untouched {
            continue;
        }
        if actual.has("invoices", id) {
            wanted.keep("addresses", &[id]);
            wanted.clear("addresses", id, &["contact_id", "street"]);
        } else {
            wanted.0.remove(&("addresses", id));
        }
    }
}

fn shown(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or("null")
}
