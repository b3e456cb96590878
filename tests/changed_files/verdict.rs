//! What an end has to be: the rows, the wait for the backups, what is said to be kept and done, what is still sealed.

use oubliette::engine::Report;
use oubliette::request::RequestState;

use super::changes::BILLING;
use super::counts::{counts, keeps};
use super::drive::{Came, start};
use super::law::{By, Case};
use super::rows::Rows;
use super::stage::Stage;

impl<S: Stage> Case<'_, S> {
    /// Judges a request that was driven as far as it goes, by the files that rule.
    pub async fn judge_end(&self, came: &Came, by: By, faults: &mut Vec<String>) {
        let state = came.report.state;
        if let Some((error, _)) = &came.error {
            faults.push(format!("it comes to no end: {error}"));
            return;
        }
        if state == RequestState::NothingHeld {
            if !self.change.may_find_nothing || self.was_recorded() {
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
        for list in self.play.sealed().await {
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
            let is_of_before = law == BILLING && (was_kept || by == By::First);
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
