//! What must hold within a policy, whichever way it was made.
//!
//! Judges values that could be read, and never stops at the first finding. Whether the policy fits a data map is not
//! known here.

use chrono::NaiveDate;

use super::Policy;
use super::calendar::Calendar;
use super::category::{Category, Disposition};
use super::channel_rules::{ChannelRules, KNOWN_VERIFICATIONS, Needs};
use super::ground::{CountedFrom, DeletionPeriod, Ground};
use super::period::{Period, PeriodUnit};
use super::promises::{Completion, Controller, KNOWN_LAWS, PromiseStart, Promises};
use super::{not_yet, places, validate_people};
use crate::finding::At;
use crate::policy::Channel;
use crate::text::document::Sheet;
use crate::text::{is_word, nearest, quoted};

/// Writes down everything that is wrong with the policy.
pub(super) fn validate(policy: &Policy, sheet: &mut Sheet) {
    let section = At::whole();
    filled(sheet, &section.key("name"), policy.name(), "the policy has no name", "write the product's name");
    filled(
        sheet,
        &section.key("version"),
        policy.version(),
        "the policy has no version",
        "write the date or number under which it was published, such as `2026-07-05`",
    );
    laws(policy.laws(), sheet);
    if let Some(controller) = policy.controller() {
        the_controller(controller, sheet);
    }
    promises(policy.promises(), &places::section("promises"), sheet);
    for (index, channel) in policy.channels().iter().enumerate() {
        let own = channel.promises(policy.promises());
        if own != *policy.promises() {
            promises(&own, &places::channel(channel.name()), sheet);
        }
        the_channel(channel, policy.channels().iter().take(index), sheet);
    }
    if policy.categories().is_empty() {
        sheet.warning(
            &section.key("category"),
            "",
            "the policy has no category, so nothing can be erased under it",
            "write one `[[category]]` for each kind of data",
        );
    }
    for (index, category) in policy.categories().iter().enumerate() {
        the_category(policy, category, index, sheet);
    }
    validate_people::validate(policy, sheet);
    not_yet::validate(policy, sheet);
}

pub(super) fn filled(sheet: &mut Sheet, at: &At, text: &str, problem: &str, remedy: &str) {
    if text.trim().is_empty() {
        sheet.error(at, "", problem, remedy);
    }
}

fn laws(laws: &[String], sheet: &mut Sheet) {
    for (index, law) in laws.iter().enumerate() {
        let at = At::whole().key("laws").item(index);
        if law.trim().is_empty() {
            sheet.error(
                &at,
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
            sheet.warning(&at, law, "no clock is known for this law, so none is kept", remedy);
        } else if laws.iter().take(index).any(|before| before == law) {
            sheet.warning(&at, law, "this law is named twice", "remove one of the two");
        }
    }
}

fn the_controller(controller: &Controller, sheet: &mut Sheet) {
    let section = places::section("controller");
    filled(
        sheet,
        &section.key("name"),
        controller.name(),
        "the controller has no name",
        "write who answers for the data",
    );
    filled(
        sheet,
        &section.key("contact"),
        controller.contact(),
        "the controller has no contact",
        "write the published address for privacy matters",
    );
    if let Some(grievance) = controller.grievance() {
        filled(
            sheet,
            &section.key("grievance"),
            grievance,
            "this is empty",
            "write who hears grievances, or leave it out",
        );
    }
}

fn promises(promises: &Promises, section: &At, sheet: &mut Sheet) {
    if promises.verification_extends() && promises.counted_from() == PromiseStart::Verification {
        sheet.warning(
            &section.key("verification_extends"),
            "true",
            "the time is counted from the verification, and does not run before it",
            "leave `verification_extends` out, or write `counted_from = \"receipt\"`",
        );
    }
    let Some(complete) = promises.complete_within() else {
        return;
    };
    if promises.complete_means() == Completion::Backups {
        copies_gone_in_time(promises, complete, section, sheet);
    }
    for (key, other) in [("acknowledge_within", promises.acknowledge_within()), ("grace", promises.grace())] {
        if let Some(other) = other
            && other.day_bounds().0 > complete.day_bounds().1
        {
            sheet.warning(
                &section.key(key),
                other.to_string(),
                format!(
                    "this is longer than `complete_within`, which is {complete}, so that promise is broken"
                ),
                "shorten it, or promise completion later",
            );
        }
    }
}

/// Whoever promises that copies are gone as well has to begin early enough for them.
fn copies_gone_in_time(promises: &Promises, complete: Period, section: &At, sheet: &mut Sheet) {
    let Some(rotation) = promises.backups_rotate() else {
        sheet.error(
            &section.key("complete_means"),
            "backups",
            "copies are promised to be gone, and it is not said when they are",
            "write `backups_rotate = \"…\"`, or `complete_means = \"live\"`",
        );
        return;
    };
    let least = |period: Option<Period>| period.map_or(0, |period| period.day_bounds().0);
    if least(promises.grace()) + least(Some(rotation)) > complete.day_bounds().1 {
        sheet.error(
            &section.key("complete_means"),
            "backups",
            format!(
                "with the time to cancel and the rotation of backups, which takes {rotation}, copies are not gone within {complete}"
            ),
            "promise completion later, rotate backups sooner, or write `complete_means = \"live\"`",
        );
    }
}

fn the_channel<'a>(
    channel: &ChannelRules,
    mut before: impl Iterator<Item = &'a ChannelRules>,
    sheet: &mut Sheet,
) {
    let name = channel.name();
    let section = places::channel(name);
    if before.any(|other| other.name() == name) {
        sheet.error(&section, name.as_str(), "this channel is given twice", "merge the two");
    }
    for (index, method) in channel.verify().iter().enumerate() {
        let at = section.key("verify").item(index);
        if !is_word(method) {
            let problem = if method.is_empty() { "this is empty" } else { "this is not a lower-case word" };
            sheet.error(
                &at,
                method,
                problem,
                "write a method in lower-case letters, digits and `_`, such as `registered_email`",
            );
        } else if channel.verify().iter().take(index).any(|other| other == method) {
            sheet.warning(&at, method, "this method is named twice", "remove one of the two");
        } else if !KNOWN_VERIFICATIONS.contains(&method.as_str())
            && let Some(near) = nearest(method, KNOWN_VERIFICATIONS.iter().copied())
        {
            sheet.warning(
                &at,
                method,
                "this looks like a typo, and a method that nobody offers can never be passed",
                format!("did you mean `{near}`? keep it if it is a method of your own"),
            );
        }
    }
    if channel.needs() == Needs::All && channel.verify().len() < 2 {
        sheet.warning(
            &section.key("needs"),
            "all",
            "all of fewer than two methods is what `any` of them is",
            "name the methods in `verify`, or leave `needs` out",
        );
    }
    if let Some(address) = channel.address() {
        filled(sheet, &section.key("address"), address, "this is empty", "write it, or leave it out");
    }
    if name == Channel::Email && channel.verify().is_empty() {
        sheet.warning(
            &section.key("verify"),
            "",
            "an e-mail proves nothing about its sender, and no proof is asked for",
            "write `verify = [\"registered_email\"]` or another method",
        );
    }
    if let Some(line) = channel.subject() {
        let at = section.key("subject");
        filled(sheet, &at, line, "this is empty", "write the subject line, or leave it out");
        if name != Channel::Email {
            sheet.error(&at, line, "only an e-mail has a subject line", "move it to `[channels.email]`");
        }
    }
}

fn the_category(policy: &Policy, category: &Category, index: usize, sheet: &mut Sheet) {
    let section = places::category(category.id().as_str(), index);
    if policy.categories().iter().take(index).any(|before| before.id() == category.id()) {
        sheet.error(
            &section.key("id"),
            category.id().as_str(),
            "this category is given twice, and each has exactly one rule",
            "merge the two, or give one another id",
        );
    }
    if category.disposition() == Disposition::Retain {
        if category.grounds().is_empty() {
            sheet.error(
                &section.key("retain"),
                "",
                "a retained category without a ground",
                "write `retain = [{ ground = …, citation = …, period = …, start = … }]`, or `on_erasure = \"erase\"`",
            );
        }
    } else {
        only_where_retained(category, &section, sheet);
    }
    for (position, ground) in category.grounds().iter().enumerate() {
        let section = places::ground(&section, position);
        filled(
            sheet,
            &section.key("citation"),
            ground.citation(),
            "a ground without a citation",
            "write where the rule stands, so that a person can check it, such as `CGST Act 2017, s. 36`",
        );
        start_event(sheet, &section.key("start"), ground.start());
        if category.grounds().iter().take(position).any(|before| before == ground) {
            sheet.warning(
                &section.key("ground"),
                ground.kind().as_str(),
                "this ground is given twice",
                "remove one of the two",
            );
        }
    }
    if let Some(deletion) = category.deletion() {
        let at = section.key("deletion");
        start_event(sheet, &at.key("start"), deletion.start());
        for (position, ground) in category.grounds().iter().enumerate() {
            let kept = (ground, &places::ground(&section, position));
            retained_no_longer_than_deleted(&policy.calendar(), kept, (deletion, &at), sheet);
        }
    }
}

fn only_where_retained(category: &Category, section: &At, sheet: &mut Sheet) {
    let disposition = category.disposition();
    if !category.grounds().is_empty() {
        sheet.error(
            &section.key("retain"),
            "retain",
            format!("grounds are given, and `on_erasure` is `{disposition}`"),
            "write `on_erasure = \"retain\"`, or remove the grounds",
        );
    }
    if let Some(then) = category.declared_then() {
        sheet.error(
            &section.key("then"),
            then.as_str(),
            format!("`then` says what follows a retention, and `on_erasure` is `{disposition}`"),
            "write `on_erasure = \"retain\"` with its grounds, or remove `then`",
        );
    }
}

pub(super) fn start_event(sheet: &mut Sheet, at: &At, event: &str) {
    const REMEDY: &str = "write the event that it is counted from as the data map names it, such as `issued`";
    if event.is_empty() {
        sheet.error(at, "", "a period without its start event", REMEDY);
    } else if event.chars().any(|c| c.is_whitespace() || c.is_control()) {
        sheet.error(at, event, "this is not the name of an event", REMEDY);
    }
}

/// Retention is a minimum and deletion a maximum: for no record may the first end after the second.
fn retained_no_longer_than_deleted(
    calendar: &Calendar,
    (ground, ground_at): (&Ground, &At),
    (deletion, deletion_at): (&DeletionPeriod, &At),
    sheet: &mut Sheet,
) {
    let is_stand_in = |at: &At| {
        ["period", "review", "counted_from", "start"].iter().any(|key| sheet.is_unreadable(&at.key(key)))
    };
    if is_stand_in(ground_at)
        || is_stand_in(deletion_at)
        || ground.start().is_empty()
        || deletion.start().is_empty()
    {
        return;
    }
    let at = ground_at.key(ground.bound().key());
    let (kept, gone) = (ground.period(), deletion.period());
    if ground.start() != deletion.start() {
        sheet.warning(
            &at,
            kept.to_string(),
            format!(
                "kept {kept} from `{}` and deleted {gone} from `{}`: whether the first ends in time cannot be told",
                ground.start(),
                deletion.start()
            ),
            "count both from one event, or see to it that the retention ends first",
        );
    } else if let Some(conflict) = first_conflict(calendar, ground, deletion) {
        sheet.error(
            &at,
            kept.to_string(),
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
