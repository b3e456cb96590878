//! Reads `policy.toml`: from text to a [`Policy`], with every finding of the file at once.
//!
//! Knows keys, types and words. What they mean together is for `validate`, which judges a policy from a file and one
//! from Rust code alike. A value that cannot be read is reported here, replaced by a stand-in and marked, so that the
//! rest of the file is still judged and nothing is reported twice.

use std::str::FromStr;

use super::Policy;
use super::category::{Category, CategoryId, Disposition};
use super::ground::{Bound, DeletionPeriod, Ground, GroundKind};
use super::notes::{Notes, Section};
use super::period::Period;
use super::promises::{ChannelRules, Controller, Promises};
use super::validate::validate;
use crate::finding::Findings;
use crate::policy::Channel;
use crate::text::document::{Fault, Node, Source, Table};
use crate::text::{Explained, nearest, quoted};

/// The best policy that the text gives, and all that is wrong with it.
///
/// The policy is there to be cross-checked; with errors among the findings it must not be run. There is none at all
/// where the text is no TOML, since what was skipped would look as if it were missing.
pub(crate) fn read(text: &str) -> (Option<Policy>, Findings) {
    let source = Source::new(text);
    let document = source.parse();
    let mut notes = Notes::new();
    let mut policy = read_policy(source.root(&document), &mut notes);
    validate(&policy, &mut notes);
    drop_what_starts_nowhere(&mut policy);
    notes.syntax(&source, &document);
    let findings = notes.into_findings();
    let policy = document.is_whole().then(|| policy.completed(&findings));
    (policy, findings)
}

/// A period without its start event was reported; a cross-check is not to look for an event without a name.
fn drop_what_starts_nowhere(policy: &mut Policy) {
    for category in &mut policy.categories {
        category.grounds.retain(|ground| !ground.start().is_empty());
        category.deletion = category.deletion.take().filter(|deletion| !deletion.start().is_empty());
    }
}

fn read_policy(document: Table<'_>, notes: &mut Notes) -> Policy {
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
    let keys = Keys::open(document, Section::Policy, "the policy", KNOWN, notes);
    let mut policy = Policy::draft(
        keys.text("name", notes).unwrap_or_default(),
        keys.text("version", notes).unwrap_or_default(),
    );
    policy.laws = keys.texts("laws", notes);
    if let Some(starts) = keys.parsed("financial_year_starts", notes) {
        policy.financial_year_starts = starts;
    }
    if let Some(name) = keys.text("time_zone", notes) {
        match name.parse() {
            Ok(zone) => policy.time_zone = zone,
            Err(_) => unknown_zone(&name, notes),
        }
    }
    policy.controller = keys.table("controller", notes).map(|inner| read_controller(inner, notes));
    if let Some(inner) = keys.table("promises", notes) {
        policy.promises = read_promises(inner, notes);
    }
    if let Some(inner) = keys.table("channels", notes) {
        policy.channels = read_channels(inner, notes);
    }
    for (number, inner) in keys.tables("category", "`[[category]]`", notes).into_iter().enumerate() {
        if let Some(category) = read_category(inner, number + 1, policy.categories.len(), notes) {
            policy.categories.push(category);
        }
    }
    policy
}

fn unknown_zone(name: &str, notes: &mut Notes) {
    let remedy = match nearest(name, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())) {
        Some(near) => format!("did you mean `{near}`? write a name of the tz database"),
        None => "write a name of the tz database, such as `Asia/Kolkata`".to_owned(),
    };
    notes.unreadable(Section::Policy.at("time_zone"), &Fault::new("this is not a time zone", remedy));
}

fn read_controller(inner: Table<'_>, notes: &mut Notes) -> Controller {
    let known = &["name", "contact", "grievance"];
    let keys = Keys::open(inner, Section::Controller, "the controller", known, notes);
    Controller {
        name: keys.text("name", notes).unwrap_or_default(),
        contact: keys.text("contact", notes).unwrap_or_default(),
        grievance: keys.text("grievance", notes),
    }
}

fn read_promises(inner: Table<'_>, notes: &mut Notes) -> Promises {
    const KNOWN: &[&str] =
        &["acknowledge_within", "complete_within", "counted_from", "backups_rotate", "grace", "approval"];
    let keys = Keys::open(inner, Section::Promises, "the promises", KNOWN, notes);
    Promises {
        acknowledge_within: keys.parsed("acknowledge_within", notes),
        complete_within: keys.parsed("complete_within", notes),
        counted_from: keys.parsed("counted_from", notes).unwrap_or_default(),
        backups_rotate: keys.parsed("backups_rotate", notes),
        grace: keys.parsed("grace", notes),
        approval: keys.parsed("approval", notes).unwrap_or_default(),
    }
}

fn read_channels(inner: Table<'_>, notes: &mut Notes) -> Vec<ChannelRules> {
    let keys = Keys::open(inner, Section::Channels, "the channels", Channel::WORDS, notes);
    let mut channels = Vec::new();
    for name in Channel::ALL {
        let Some(inner) = keys.table(name.as_str(), notes) else {
            continue;
        };
        let section = Section::Channel(name.to_string());
        let keys = Keys::open(inner, section, "a channel", &["verify", "subject_line", "asks_for"], notes);
        channels.push(ChannelRules {
            name: *name,
            verify: keys.texts("verify", notes),
            subject_line: keys.text("subject_line", notes),
            asks_for: keys.texts("asks_for", notes),
        });
    }
    channels
}

/// A category; none where it has no usable id, since nothing could then refer to it.
fn read_category(inner: Table<'_>, number: usize, index: usize, notes: &mut Notes) -> Option<Category> {
    const KNOWN: &[&str] = &["id", "label", "on_erasure", "then", "retain", "deletion"];
    let named = inner.get("id").and_then(|id| id.text("").ok());
    let label = named.map_or_else(|| format!("number {number}"), str::to_owned);
    let section = Section::Category { index, label: label.clone() };
    let keys = Keys::open(inner, section.clone(), "a category", KNOWN, notes);
    keys.require(
        "id",
        "a category without an id",
        "write `id = \"…\"`, the name that the data map uses",
        notes,
    );
    keys.require(
        "on_erasure",
        "a category without a disposition",
        "write `on_erasure = \"erase\"`, `\"anonymize\"` or `\"retain\"`",
        notes,
    );
    let id: Option<CategoryId> = keys.parsed("id", notes);
    let disposition = keys.parsed("on_erasure", notes).unwrap_or_else(|| {
        // Whoever gave grounds meant to retain.
        if keys.table.has("retain") { Disposition::Retain } else { Disposition::Erase }
    });
    let mut grounds = Vec::new();
    let listed =
        keys.tables("retain", "`retain = [{ ground = …, citation = …, period = …, start = … }]`", notes);
    for (position, inner) in listed.into_iter().enumerate() {
        // The position in the policy, so that the validator finds the same place.
        let ground = Section::Ground { index, label: label.clone(), number: position + 1 };
        grounds.push(read_ground(inner, ground, notes));
    }
    let deletion = keys
        .table("deletion", notes)
        .map(|inner| read_deletion(inner, Section::Deletion { index, label }, notes));
    let shown = keys.text("label", notes);
    let then = keys.parsed("then", notes);
    let id = id?;
    let label = shown.unwrap_or_else(|| id.to_string());
    Some(Category { id, label, disposition, then, grounds, deletion })
}

fn read_ground(inner: Table<'_>, section: Section, notes: &mut Notes) -> Ground {
    const KNOWN: &[&str] = &["ground", "citation", "period", "review", "start", "counted_from"];
    const HOW_LONG: &str =
        "write either `period = \"…\"`, or `review = \"…\"` where somebody decides again by then";
    let keys = Keys::open(inner, section.clone(), "a ground", KNOWN, notes);
    let kinds = quoted(GroundKind::WORDS);
    keys.require(
        "ground",
        "a ground without its kind",
        &format!("write `ground = \"…\"` with one of {kinds}"),
        notes,
    );
    let kind = keys.parsed("ground", notes).unwrap_or(GroundKind::Other);
    let (period, review) = (keys.parsed("period", notes), keys.parsed("review", notes));
    match (keys.table.has("period"), keys.table.has("review")) {
        (true, true) => {
            let fault = Fault::new("a ground with both a period and a review", HOW_LONG);
            notes.unreadable(section.at("review"), &fault);
        }
        (false, false) => {
            notes.unreadable(section.at("period"), &Fault::new("a ground that never ends", HOW_LONG));
        }
        _ => {}
    }
    let bound = match (period, review) {
        (Some(period), _) => Bound::Period(period),
        (None, Some(review)) => Bound::Review(review),
        (None, None) => Bound::Period(stand_in(notes, &section)),
    };
    let ground = Ground::new(
        kind,
        keys.text("citation", notes).unwrap_or_default(),
        bound,
        keys.text("start", notes).unwrap_or_default(),
    );
    ground.with_counted_from(keys.parsed("counted_from", notes).unwrap_or_default())
}

fn read_deletion(inner: Table<'_>, section: Section, notes: &mut Notes) -> DeletionPeriod {
    let keys =
        Keys::open(inner, section.clone(), "a deletion period", &["period", "start", "counted_from"], notes);
    keys.require(
        "period",
        "a deletion without its period",
        "write `period = \"…\"`, such as `\"8 years\"`",
        notes,
    );
    let period = keys.parsed("period", notes).unwrap_or_else(|| stand_in(notes, &section));
    let deletion = DeletionPeriod::new(period, keys.text("start", notes).unwrap_or_default());
    deletion.with_counted_from(keys.parsed("counted_from", notes).unwrap_or_default())
}

/// Takes the place of a period that was reported, and keeps it from being compared with others.
fn stand_in(notes: &mut Notes, section: &Section) -> Period {
    notes.mark_unreadable(section.at("period"));
    Period::ONE_DAY
}

/// A table of the file whose keys have been checked and placed, with the name that findings give it.
struct Keys<'a> {
    table: Table<'a>,
    section: Section,
}

impl<'a> Keys<'a> {
    /// Places every key, and reports those that are not known.
    fn open(table: Table<'a>, section: Section, noun: &str, known: &[&str], notes: &mut Notes) -> Self {
        notes.place(section.at(""), table.place().mark(), "");
        for (key, node) in table.entries() {
            notes.place_value(section.at(key), node);
        }
        for (key, node) in table.unknown(known) {
            notes.place(section.at(key), node.mark(), key);
            notes.unreadable(section.at(key), &Fault::unknown_key(key, noun, known));
        }
        Self { table, section }
    }

    /// Reports a key that has no default and is not there.
    fn require(&self, key: &str, problem: &str, remedy: &str, notes: &mut Notes) {
        if !self.table.has(key) {
            notes.unreadable(self.section.at(key), &Fault::new(problem, remedy));
        }
    }

    /// What is read from a key that is there; if it cannot be, that is reported.
    fn read<T>(
        &self,
        key: &str,
        notes: &mut Notes,
        read: impl FnOnce(&Node<'a>) -> Result<T, Fault>,
    ) -> Option<T> {
        let read = read(self.table.get(key)?);
        read.map_err(|fault| notes.unreadable(self.section.at(key), &fault)).ok()
    }

    fn text(&self, key: &str, notes: &mut Notes) -> Option<String> {
        self.read(key, notes, |node| node.text(&text_shape(key)).map(str::to_owned))
    }

    fn parsed<T>(&self, key: &str, notes: &mut Notes) -> Option<T>
    where
        T: FromStr,
        T::Err: Explained,
    {
        self.read(key, notes, |node| node.parsed(&text_shape(key)))
    }

    /// The texts of a list. One that is none leaves an empty stand-in, so that the others keep their places.
    fn texts(&self, key: &str, notes: &mut Notes) -> Vec<String> {
        let shape = format!("`{key} = [\"…\"]`");
        let items = self.read(key, notes, |node| node.list("a list of texts", &shape));
        let mut texts = Vec::new();
        for (position, item) in items.into_iter().flatten().enumerate() {
            let spot = self.section.at_item(key, position);
            notes.place_value(spot.clone(), &item);
            let text = item.text(&shape).map_err(|fault| notes.unreadable(spot, &fault));
            texts.push(text.unwrap_or_default().to_owned());
        }
        texts
    }

    fn table(&self, key: &str, notes: &mut Notes) -> Option<Table<'a>> {
        self.read(key, notes, |node| node.table(&format!("`{key} = {{ … }}` or a section of its own")))
    }

    /// The tables of a list; with one that is none, the list as a whole is not to be judged.
    fn tables(&self, key: &str, shape: &str, notes: &mut Notes) -> Vec<Table<'a>> {
        let items = self.read(key, notes, |node| node.list("a list of tables", shape));
        let mut tables = Vec::new();
        for (position, item) in items.into_iter().flatten().enumerate() {
            match item.table(shape) {
                Ok(table) => tables.push(table),
                Err(fault) => {
                    let spot = self.section.at_item(key, position);
                    notes.place_value(spot.clone(), &item);
                    notes.unreadable(spot, &fault);
                    notes.mark_unreadable(self.section.at(key));
                }
            }
        }
        tables
    }
}

fn text_shape(key: &str) -> String {
    format!("`{key} = \"…\"`")
}
