//! What must hold within a policy, whichever way it was made.
//!
//! Judges values that could be read, and never stops at the first finding. Whether the policy fits a data map is not
//! known here.

use chrono::NaiveDate;

use super::Policy;
use super::calendar::Calendar;
use super::category::{Category, Disposition};
use super::ground::{CountedFrom, DeletionPeriod, Ground};
use super::notes::{Notes, Section, Spot};
use super::period::{Period, PeriodUnit};
use super::promises::{ChannelRules, Controller, KNOWN_LAWS, KNOWN_VERIFICATIONS, Promises};
use crate::policy::Channel;
use crate::text::{is_word, nearest, quoted};

/// Writes down everything that is wrong with the policy.
pub(super) fn validate(policy: &Policy, notes: &mut Notes) {
    let section = Section::Policy;
    filled(notes, &section.at("name"), policy.name(), "the policy has no name", "write the product's name");
    filled(
        notes,
        &section.at("version"),
        policy.version(),
        "the policy has no version",
        "write the date or number under which it was published, such as `2026-07-05`",
    );
    laws(policy.laws(), notes);
    if let Some(controller) = policy.controller() {
        the_controller(controller, notes);
    }
    promises(policy.promises(), notes);
    for (index, channel) in policy.channels().iter().enumerate() {
        the_channel(channel, policy.channels().iter().take(index), notes);
    }
    if policy.categories().is_empty() {
        notes.warning(
            &section.at("category"),
            "",
            "the policy has no category, so nothing can be erased under it",
            "write one `[[category]]` for each kind of data",
        );
    }
    for (index, category) in policy.categories().iter().enumerate() {
        the_category(policy, category, index, notes);
    }
}

fn filled(notes: &mut Notes, spot: &Spot, text: &str, problem: &str, remedy: &str) {
    if text.trim().is_empty() {
        notes.error(spot, "", problem, remedy);
    }
}

fn laws(laws: &[String], notes: &mut Notes) {
    for (index, law) in laws.iter().enumerate() {
        let spot = Section::Policy.at_item("laws", index);
        if law.trim().is_empty() {
            notes.error(
                &spot,
                "",
                "a law without a name",
                format!("remove it, or write one of {}", quoted(KNOWN_LAWS)),
            );
        } else if !KNOWN_LAWS.contains(&law.as_str()) {
            let known = quoted(KNOWN_LAWS);
            let remedy = match nearest(law, KNOWN_LAWS.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? the known laws are {known}"),
                None => format!("keep its deadlines yourself; the known laws are {known}"),
            };
            notes.warning(&spot, law, "no clock is known for this law, so none is kept", remedy);
        } else if laws.iter().take(index).any(|before| before == law) {
            notes.warning(&spot, law, "this law is named twice", "remove one of the two");
        }
    }
}

fn the_controller(controller: &Controller, notes: &mut Notes) {
    let section = Section::Controller;
    filled(
        notes,
        &section.at("name"),
        controller.name(),
        "the controller has no name",
        "write who answers for the data",
    );
    filled(
        notes,
        &section.at("contact"),
        controller.contact(),
        "the controller has no contact",
        "write the published address for privacy matters",
    );
    if let Some(grievance) = controller.grievance() {
        filled(
            notes,
            &section.at("grievance"),
            grievance,
            "this is empty",
            "write who hears grievances, or leave it out",
        );
    }
}

fn promises(promises: &Promises, notes: &mut Notes) {
    let Some(complete) = promises.complete_within() else {
        return;
    };
    for (key, other) in [("acknowledge_within", promises.acknowledge_within()), ("grace", promises.grace())] {
        if let Some(other) = other
            && other.day_bounds().0 > complete.day_bounds().1
        {
            notes.warning(
                &Section::Promises.at(key),
                &other.to_string(),
                format!(
                    "this is longer than `complete_within`, which is {complete}, so that promise is broken"
                ),
                "shorten it, or promise completion later",
            );
        }
    }
}

fn the_channel<'a>(
    channel: &ChannelRules,
    mut before: impl Iterator<Item = &'a ChannelRules>,
    notes: &mut Notes,
) {
    let name = channel.name();
    let section = Section::Channel(name.to_string());
    if before.any(|other| other.name() == name) {
        notes.error(&section.at(""), name.as_str(), "this channel is given twice", "merge the two");
    }
    for (index, method) in channel.verify().iter().enumerate() {
        let spot = section.at_item("verify", index);
        if !is_word(method) {
            let problem = if method.is_empty() { "this is empty" } else { "this is not a lower-case word" };
            notes.error(
                &spot,
                method,
                problem,
                "write a method in lower-case letters, digits and `_`, such as `registered_email`",
            );
        } else if channel.verify().iter().take(index).any(|other| other == method) {
            notes.warning(&spot, method, "this method is named twice", "remove one of the two");
        } else if !KNOWN_VERIFICATIONS.contains(&method.as_str())
            && let Some(near) = nearest(method, KNOWN_VERIFICATIONS.iter().copied())
        {
            notes.warning(
                &spot,
                method,
                "this looks like a slip, and a method that nobody offers can never be passed",
                format!("did you mean `{near}`? keep it if it is a method of your own"),
            );
        }
    }
    if name == Channel::Email && channel.verify().is_empty() {
        notes.warning(
            &section.at("verify"),
            "",
            "an e-mail proves nothing about its sender, and no proof is asked for",
            "write `verify = [\"registered_email\"]` or another method",
        );
    }
    if let Some(line) = channel.subject_line() {
        let spot = section.at("subject_line");
        filled(notes, &spot, line, "this is empty", "write the subject line, or leave it out");
        if name != Channel::Email {
            notes.error(&spot, line, "only an e-mail has a subject line", "move it to `[channels.email]`");
        }
    }
    for (index, detail) in channel.asks_for().iter().enumerate() {
        filled(
            notes,
            &section.at_item("asks_for", index),
            detail,
            "this is empty",
            "write what the person is asked to give",
        );
    }
}

fn the_category(policy: &Policy, category: &Category, index: usize, notes: &mut Notes) {
    let label = category.id().to_string();
    let section = Section::Category { index, label: label.clone() };
    if policy.categories().iter().take(index).any(|before| before.id() == category.id()) {
        notes.error(
            &section.at("id"),
            category.id().as_str(),
            "this category is given twice, and each has exactly one rule",
            "merge the two, or give one another id",
        );
    }
    filled(
        notes,
        &section.at("label"),
        category.label(),
        "the label is empty",
        "write what the person reads, or leave it out",
    );
    if category.disposition() == Disposition::Retain {
        if category.grounds().is_empty() {
            notes.error(
                &section.at("retain"),
                "",
                "a retained category without a ground",
                "write `retain = [{ ground = …, citation = …, period = …, start = … }]`, or `on_erasure = \"erase\"`",
            );
        }
    } else {
        only_where_retained(category, &section, notes);
    }
    for (position, ground) in category.grounds().iter().enumerate() {
        let section = Section::Ground { index, label: label.clone(), number: position + 1 };
        filled(
            notes,
            &section.at("citation"),
            ground.citation(),
            "a ground without a citation",
            "write where the rule stands, so that a person can check it, such as `CGST Act 2017, s. 36`",
        );
        start_event(notes, &section.at("start"), ground.start());
        if category.grounds().iter().take(position).any(|before| before == ground) {
            notes.warning(
                &section.at("ground"),
                ground.kind().as_str(),
                "this ground is given twice",
                "remove one of the two",
            );
        }
    }
    if let Some(deletion) = category.deletion() {
        start_event(notes, &Section::Deletion { index, label: label.clone() }.at("start"), deletion.start());
        for (position, ground) in category.grounds().iter().enumerate() {
            let section = Section::Ground { index, label: label.clone(), number: position + 1 };
            retained_no_longer_than_deleted(&policy.calendar(), ground, deletion, &section, notes);
        }
    }
}

fn only_where_retained(category: &Category, section: &Section, notes: &mut Notes) {
    let disposition = category.disposition();
    if !category.grounds().is_empty() {
        notes.error(
            &section.at("retain"),
            "retain",
            format!("grounds are given, and `on_erasure` is `{disposition}`"),
            "write `on_erasure = \"retain\"`, or remove the grounds",
        );
    }
    if let Some(then) = category.declared_then() {
        notes.error(
            &section.at("then"),
            then.as_str(),
            format!("`then` says what follows a retention, and `on_erasure` is `{disposition}`"),
            "write `on_erasure = \"retain\"` with its grounds, or remove `then`",
        );
    }
}

fn start_event(notes: &mut Notes, spot: &Spot, event: &str) {
    const REMEDY: &str = "write the event that it is counted from as the data map names it, such as `issued`";
    if event.is_empty() {
        notes.error(spot, "", "a period without its start event", REMEDY);
    } else if event.chars().any(|c| c.is_whitespace() || c.is_control()) {
        notes.error(spot, event, "this is not the name of an event", REMEDY);
    }
}

/// Retention is a minimum and deletion a maximum: for no record may the first end after the second.
fn retained_no_longer_than_deleted(
    calendar: &Calendar,
    ground: &Ground,
    deletion: &DeletionPeriod,
    section: &Section,
    notes: &mut Notes,
) {
    let Section::Ground { index, label, .. } = section else {
        return;
    };
    let deletion_section = Section::Deletion { index: *index, label: label.clone() };
    let parts = [
        section.at("period"),
        section.at("review"),
        section.at("counted_from"),
        section.at("start"),
        deletion_section.at("period"),
        deletion_section.at("counted_from"),
        deletion_section.at("start"),
    ];
    if parts.iter().any(|spot| notes.is_unreadable(spot))
        || ground.start().is_empty()
        || deletion.start().is_empty()
    {
        return;
    }
    let spot = section.at(ground.bound().key());
    let (kept, gone) = (ground.period(), deletion.period());
    if ground.start() != deletion.start() {
        notes.warning(
            &spot,
            &kept.to_string(),
            format!(
                "kept {kept} from `{}` and deleted {gone} from `{}`: whether the first ends in time cannot be told",
                ground.start(),
                deletion.start()
            ),
            "count both from one event, or see to it that the retention ends first",
        );
    } else if let Some(conflict) = first_conflict(calendar, ground, deletion) {
        notes.error(
            &spot,
            &kept.to_string(),
            format!(
                "the retention is longer than the deletion period of {gone}: a record of {} is kept until {} and must be \
                 gone by {}",
                conflict.event, conflict.kept_until, conflict.gone_by
            ),
            "shorten the retention, or lengthen `deletion` to cover it",
        );
    }
}

struct Conflict {
    event: NaiveDate,
    kept_until: NaiveDate,
    gone_by: NaiveDate,
}

/// A day whose records would have to be kept longer than they may stay.
///
/// Lengths that differ clearly are told apart by their bounds. Close ones (`365 days` and `1 year`) are tried on every
/// day of the Gregorian cycle, after which leap days and weekdays repeat.
fn first_conflict(calendar: &Calendar, ground: &Ground, deletion: &DeletionPeriod) -> Option<Conflict> {
    const CYCLE_DAYS: usize = 146_097;
    let (kept, gone) = (ground.period(), deletion.period());
    let same_anchor = ground.counted_from() == deletion.counted_from();
    let lag = if same_anchor { 0 } else { longest_lag(ground.counted_from()) };
    if kept.day_bounds().1 + lag < gone.day_bounds().0 {
        return None;
    }
    if same_anchor && kept.unit() == gone.unit() && kept.amount() <= gone.amount() {
        return None;
    }
    NaiveDate::from_ymd_opt(2024, 1, 1)?.iter_days().take(CYCLE_DAYS).find_map(|event| {
        let kept_until = calendar.last_day_after(kept, ground.counted_from(), event)?;
        let gone_by = last_full_day(calendar, gone, deletion.counted_from(), event)?;
        (kept_until > gone_by).then_some(Conflict { event, kept_until, gone_by })
    })
}

/// The most days by which the end of a month or year can follow the event.
fn longest_lag(counted_from: CountedFrom) -> i64 {
    match counted_from {
        CountedFrom::Event => 0,
        CountedFrom::MonthEnd => 30,
        CountedFrom::CalendarYearEnd | CountedFrom::FinancialYearEnd => 365,
    }
}

/// The last day that a maximum covers whole. In hours from an event it can end within a day, which then does not count.
fn last_full_day(
    calendar: &Calendar,
    period: Period,
    counted_from: CountedFrom,
    event: NaiveDate,
) -> Option<NaiveDate> {
    if period.unit() != PeriodUnit::Hours {
        return calendar.last_day_after(period, counted_from, event);
    }
    let whole_days = chrono::Days::new(u64::from(period.amount() / 24));
    let reached = calendar.anchor(counted_from, event)?.checked_add_days(whole_days)?;
    if counted_from == CountedFrom::Event { reached.pred_opt() } else { Some(reached) }
}
