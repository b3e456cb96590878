//! Reads `policy.toml`: from text to a [`Policy`], with every finding of the file at once.
//!
//! Knows keys, types and words. What they mean together is for `validate`, which judges a policy from a file and one
//! from Rust code alike. A value that cannot be read is reported here, replaced by a stand-in and marked, so that the
//! rest of the file is still judged and nothing is reported twice.

use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Policy;
use super::category::{Category, CategoryId, Disposition};
use super::ground::{Bound, DeletionPeriod, Ground, GroundKind};
use super::notes::{Notes, Section, Spot};
use super::period::Period;
use super::promises::{Channel, ChannelName, Controller, Promises};
use super::validate::validate;
use super::words::{Explained, nearest, quoted};
use crate::finding::Findings;

/// The best policy that the text gives, and all that is wrong with it.
///
/// The policy is there to be cross-checked; with errors among the findings it must not be run. There is none at all
/// where the text is no TOML, since what was skipped would look as if it were missing.
pub(crate) fn read(text: &str) -> (Option<Policy>, Findings) {
    let (document, mistakes) = DeTable::parse_recoverable(text);
    let mut notes = Notes::of_file(text);
    let mut policy = read_policy(Found { entries: document.get_ref(), offset: 0 }, &mut notes);
    validate(&policy, &mut notes);
    drop_what_starts_nowhere(&mut policy);
    report_mistakes(&mistakes, &mut notes);
    let findings = notes.into_findings();
    let policy = mistakes.is_empty().then(|| policy.completed(&findings));
    (policy, findings)
}

/// Each line's first mistake; the parser stumbles on over the rest of the line.
fn report_mistakes(mistakes: &[toml::de::Error], notes: &mut Notes<'_>) {
    let start = |mistake: &toml::de::Error| mistake.span().map_or(0, |span| span.start);
    // A key that is there twice upsets nothing around it.
    let broken = mistakes.iter().filter(|mistake| !mistake.message().starts_with("duplicate key"));
    if let Some(offset) = broken.map(start).min() {
        notes.forget_from(offset);
    }
    for mistake in mistakes {
        notes.syntax(start(mistake), mistake.message());
    }
}

/// A period without its start event was reported; a cross-check is not to look for an event without a name.
fn drop_what_starts_nowhere(policy: &mut Policy) {
    for category in &mut policy.categories {
        category.grounds.retain(|ground| !ground.start().is_empty());
        category.deletion = category.deletion.take().filter(|deletion| !deletion.start().is_empty());
    }
}

fn read_policy(document: Found<'_, '_>, notes: &mut Notes<'_>) -> Policy {
    const KNOWN: &[&str] = &[
        "name",
        "version",
        "laws",
        "financial_year_starts",
        "time_zone",
        "controller",
        "promises",
        "channels",
        "category",
    ];
    let table = Table::open(document, Section::Policy, "the policy", KNOWN, notes);
    let mut policy = Policy::draft(
        table.text("name", notes).unwrap_or_default(),
        table.text("version", notes).unwrap_or_default(),
    );
    policy.laws = table.texts("laws", notes);
    if let Some(starts) = table.parsed("financial_year_starts", notes) {
        policy.financial_year_starts = starts;
    }
    if let Some(name) = table.text("time_zone", notes) {
        match name.parse() {
            Ok(zone) => policy.time_zone = zone,
            Err(_) => unknown_zone(&name, notes),
        }
    }
    policy.controller = table.table("controller", notes).map(|inner| read_controller(inner, notes));
    if let Some(inner) = table.table("promises", notes) {
        policy.promises = read_promises(inner, notes);
    }
    if let Some(inner) = table.table("channels", notes) {
        policy.channels = read_channels(inner, notes);
    }
    for (number, inner) in table.tables("category", "[[category]]", notes).into_iter().enumerate() {
        if let Some(category) = read_category(inner, number + 1, policy.categories.len(), notes) {
            policy.categories.push(category);
        }
    }
    policy
}

fn unknown_zone(name: &str, notes: &mut Notes<'_>) {
    let remedy = match nearest(name, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())) {
        Some(near) => format!("did you mean `{near}`? write a name of the tz database"),
        None => "write a name of the tz database, such as `Asia/Kolkata`".to_owned(),
    };
    notes.unreadable(Section::Policy.at("time_zone"), "this is not a time zone", remedy);
}

fn read_controller(inner: Found<'_, '_>, notes: &mut Notes<'_>) -> Controller {
    let known = &["name", "contact", "grievance"];
    let table = Table::open(inner, Section::Controller, "the controller", known, notes);
    Controller {
        name: table.text("name", notes).unwrap_or_default(),
        contact: table.text("contact", notes).unwrap_or_default(),
        grievance: table.text("grievance", notes),
    }
}

fn read_promises(inner: Found<'_, '_>, notes: &mut Notes<'_>) -> Promises {
    const KNOWN: &[&str] =
        &["acknowledge_within", "complete_within", "counted_from", "backups_rotate", "grace", "approval"];
    let table = Table::open(inner, Section::Promises, "the promises", KNOWN, notes);
    Promises {
        acknowledge_within: table.parsed("acknowledge_within", notes),
        complete_within: table.parsed("complete_within", notes),
        counted_from: table.parsed("counted_from", notes).unwrap_or_default(),
        backups_rotate: table.parsed("backups_rotate", notes),
        grace: table.parsed("grace", notes),
        approval: table.parsed("approval", notes).unwrap_or_default(),
    }
}

fn read_channels(inner: Found<'_, '_>, notes: &mut Notes<'_>) -> Vec<Channel> {
    let names: Vec<&str> = ChannelName::ALL.iter().map(|name| name.as_str()).collect();
    let table = Table::open(inner, Section::Channels, "a channel", &names, notes);
    let mut channels = Vec::new();
    for name in ChannelName::ALL {
        let Some(inner) = table.table(name.as_str(), notes) else {
            continue;
        };
        let section = Section::Channel(name.to_string());
        let table = Table::open(inner, section, "a channel", &["verify", "subject_line", "asks_for"], notes);
        channels.push(Channel {
            name: *name,
            verify: table.texts("verify", notes),
            subject_line: table.text("subject_line", notes),
            asks_for: table.texts("asks_for", notes),
        });
    }
    channels
}

/// A category; none where it has no usable id, since nothing could then refer to it.
fn read_category(
    inner: Found<'_, '_>,
    number: usize,
    index: usize,
    notes: &mut Notes<'_>,
) -> Option<Category> {
    const KNOWN: &[&str] = &["id", "label", "on_erasure", "then", "retain", "deletion"];
    let named = inner.entries.get("id").and_then(|id| id.get_ref().as_str());
    let label = named.map_or_else(|| format!("number {number}"), str::to_owned);
    let section = Section::Category { index, label: label.clone() };
    let table = Table::open(inner, section.clone(), "a category", KNOWN, notes);
    table.require(
        "id",
        "a category without an id",
        "write `id = \"…\"`, the name that the data map uses",
        notes,
    );
    table.require(
        "on_erasure",
        "a category without a disposition",
        "write `on_erasure = \"erase\"`, `\"anonymize\"` or `\"retain\"`",
        notes,
    );
    let id: Option<CategoryId> = table.parsed("id", notes);
    let disposition = table.parsed("on_erasure", notes).unwrap_or_else(|| {
        // Whoever gave grounds meant to retain.
        if inner.entries.contains_key("retain") { Disposition::Retain } else { Disposition::Erase }
    });
    let mut grounds = Vec::new();
    let listed =
        table.tables("retain", "retain = [{ ground = …, citation = …, period = …, start = … }]", notes);
    for (position, inner) in listed.into_iter().enumerate() {
        // The position in the policy, so that the validator finds the same place.
        let ground = Section::Ground { index, label: label.clone(), number: position + 1 };
        grounds.push(read_ground(inner, ground, notes));
    }
    let deletion = table
        .table("deletion", notes)
        .map(|inner| read_deletion(inner, Section::Deletion { index, label }, notes));
    let shown = table.text("label", notes);
    let then = table.parsed("then", notes);
    let id = id?;
    let label = shown.unwrap_or_else(|| id.to_string());
    Some(Category { id, label, disposition, then, grounds, deletion })
}

fn read_ground(inner: Found<'_, '_>, section: Section, notes: &mut Notes<'_>) -> Ground {
    const KNOWN: &[&str] = &["ground", "citation", "period", "review", "start", "counted_from"];
    const HOW_LONG: &str =
        "write either `period = \"…\"`, or `review = \"…\"` where somebody decides again by then";
    let table = Table::open(inner, section.clone(), "a ground", KNOWN, notes);
    let kinds = quoted(&GroundKind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>());
    table.require(
        "ground",
        "a ground without its kind",
        &format!("write `ground = \"…\"` with one of {kinds}"),
        notes,
    );
    let kind = table.parsed("ground", notes).unwrap_or(GroundKind::Other);
    let (period, review) = (table.parsed("period", notes), table.parsed("review", notes));
    match (inner.entries.contains_key("period"), inner.entries.contains_key("review")) {
        (true, true) => {
            notes.unreadable(section.at("review"), "a ground with both a period and a review", HOW_LONG)
        }
        (false, false) => notes.unreadable(section.at("period"), "a ground that never ends", HOW_LONG),
        _ => {}
    }
    let bound = match (period, review) {
        (Some(period), _) => Bound::Period(period),
        (None, Some(review)) => Bound::Review(review),
        (None, None) => Bound::Period(stand_in(notes, &section)),
    };
    let ground = Ground::new(
        kind,
        table.text("citation", notes).unwrap_or_default(),
        bound,
        table.text("start", notes).unwrap_or_default(),
    );
    ground.with_counted_from(table.parsed("counted_from", notes).unwrap_or_default())
}

fn read_deletion(inner: Found<'_, '_>, section: Section, notes: &mut Notes<'_>) -> DeletionPeriod {
    let table =
        Table::open(inner, section.clone(), "a deletion period", &["period", "start", "counted_from"], notes);
    table.require(
        "period",
        "a deletion without its period",
        "write `period = \"…\"`, such as `\"8 years\"`",
        notes,
    );
    let period = table.parsed("period", notes).unwrap_or_else(|| stand_in(notes, &section));
    let deletion = DeletionPeriod::new(period, table.text("start", notes).unwrap_or_default());
    deletion.with_counted_from(table.parsed("counted_from", notes).unwrap_or_default())
}

/// Takes the place of a period that was reported, and keeps it from being compared with others.
fn stand_in(notes: &mut Notes<'_>, section: &Section) -> Period {
    notes.mark_unreadable(section.at("period"));
    Period::ONE_DAY
}

/// A table as it stands in the file, before its keys are looked at.
#[derive(Clone, Copy)]
struct Found<'a, 'i> {
    entries: &'a DeTable<'i>,
    offset: usize,
}

/// A table of the file, whose keys have been checked and placed.
struct Table<'a, 'i> {
    entries: &'a DeTable<'i>,
    section: Section,
}

impl<'a, 'i> Table<'a, 'i> {
    /// Places every key, and reports those that are not known.
    fn open(
        found: Found<'a, 'i>,
        section: Section,
        noun: &str,
        known: &[&str],
        notes: &mut Notes<'_>,
    ) -> Self {
        notes.place(section.at(""), found.offset, "");
        for (key, value) in found.entries.iter() {
            let spot = section.at(key.get_ref());
            if known.contains(&key.get_ref().as_ref()) {
                notes.place_value(spot, key.span().start, value);
                continue;
            }
            notes.place(spot.clone(), key.span().start, key.get_ref());
            let keys = quoted(known);
            let remedy = match nearest(key.get_ref(), known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? the keys here are {keys}"),
                None => format!("remove it; the keys here are {keys}"),
            };
            notes.unreadable(spot, format!("this is not a key of {noun}"), remedy);
        }
        Self { entries: found.entries, section }
    }

    /// Reports a key that has no default and is not there.
    fn require(&self, key: &str, problem: &str, remedy: &str, notes: &mut Notes<'_>) {
        if !self.entries.contains_key(key) {
            notes.unreadable(self.section.at(key), problem, remedy);
        }
    }

    fn text(&self, key: &str, notes: &mut Notes<'_>) -> Option<String> {
        match self.entries.get(key)?.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            other => {
                wrong_type(self.section.at(key), other, "a text", &format!("write `{key} = \"…\"`"), notes);
                None
            }
        }
    }

    fn parsed<T>(&self, key: &str, notes: &mut Notes<'_>) -> Option<T>
    where
        T: FromStr,
        T::Err: Explained,
    {
        match self.text(key, notes)?.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                notes.unreadable(self.section.at(key), format!("this {}", error.fault()), error.remedy());
                None
            }
        }
    }

    /// The texts of a list. One that is none leaves an empty stand-in, so that the others keep their places.
    fn texts(&self, key: &str, notes: &mut Notes<'_>) -> Vec<String> {
        let remedy = format!("write `{key} = [\"…\"]`");
        let mut texts = Vec::new();
        for (position, item) in self.items(key, "a list of texts", &remedy, notes).enumerate() {
            let spot = self.section.at_item(key, position);
            notes.place_value(spot.clone(), item.span().start, item);
            texts.push(item.get_ref().as_str().unwrap_or_default().to_owned());
            if !item.get_ref().is_str() {
                wrong_type(spot, item.get_ref(), "a text", &remedy, notes);
            }
        }
        texts
    }

    fn table(&self, key: &str, notes: &mut Notes<'_>) -> Option<Found<'a, 'i>> {
        let (name, value) = self.entries.get_key_value(key)?;
        match value.get_ref() {
            DeValue::Table(entries) => Some(Found { entries, offset: name.span().start }),
            other => {
                let remedy = format!("write `{key} = {{ … }}` or a section of its own");
                wrong_type(self.section.at(key), other, "a table", &remedy, notes);
                None
            }
        }
    }

    /// The tables of a list; with one that is none, the list as a whole is not to be judged.
    fn tables(&self, key: &str, form: &str, notes: &mut Notes<'_>) -> Vec<Found<'a, 'i>> {
        let remedy = format!("write `{form}`");
        let mut tables = Vec::new();
        for (position, item) in self.items(key, "a list of tables", &remedy, notes).enumerate() {
            if let DeValue::Table(entries) = item.get_ref() {
                tables.push(Found { entries, offset: item.span().start });
            } else {
                let spot = self.section.at_item(key, position);
                notes.place_value(spot.clone(), item.span().start, item);
                wrong_type(spot, item.get_ref(), "a table", &remedy, notes);
                notes.mark_unreadable(self.section.at(key));
            }
        }
        tables
    }

    fn items(
        &self,
        key: &str,
        wanted: &str,
        remedy: &str,
        notes: &mut Notes<'_>,
    ) -> impl Iterator<Item = &'a Spanned<DeValue<'i>>> + use<'a, 'i> {
        let value = self.entries.get(key).map(Spanned::get_ref);
        let list = value.and_then(DeValue::as_array);
        if let (Some(other), None) = (value, list) {
            wrong_type(self.section.at(key), other, wanted, remedy, notes);
        }
        list.into_iter().flat_map(|list| list.iter())
    }
}

fn wrong_type(spot: Spot, value: &DeValue<'_>, wanted: &str, remedy: &str, notes: &mut Notes<'_>) {
    notes.unreadable(
        spot,
        format!("{wanted} is needed here, and this has type {}", value.type_str()),
        remedy,
    );
}
