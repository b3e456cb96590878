//! What must be true of a request that one engine began and another one, with other files, went on with.

use oubliette::engine::Report;
use oubliette::request::RequestState;

use super::changes::Change;
use super::drive::{Came, Left, Play};
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
pub enum By {
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
            let Some((error, is_honest)) = came.error.as_ref().filter(|_| !self.was_recorded()) else {
                self.judge_end(&came, By::First, &mut faults).await;
                return faults;
            };
            // The plan was written down under the second files, so that now the first ones lack its names.
            if !(*is_honest && self.change.may_stop) {
                faults.push(format!("it stops: {error}"));
            }
            let came = self.play.drive(self.second).await.unwrap();
            self.judge_end(&came, By::Second, &mut faults).await;
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
            by = By::First;
            if came.ended.is_none() {
                came = self.play.drive(self.first).await.unwrap();
            }
        }
        self.judge_end(&came, by, &mut faults).await;
        faults
    }

    pub fn was_executed(&self) -> bool {
        let state = self.left.report.state;
        state == RequestState::AwaitingBackups || state.is_terminal()
    }

    pub fn was_recorded(&self) -> bool {
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
}
