//! Reads `policy.toml`: from text to a [`Policy`], with every finding of the file at once.
//!
//! Knows keys, types and words. What they mean together is for `validate`, which judges a policy from a file and one
//! from Rust code alike. A value that cannot be read is reported here, replaced by a stand-in and marked, so that the
//! rest of the file is still judged and nothing is reported twice.

use std::collections::BTreeMap;

use super::Policy;
use super::category::{Category, CategoryId, Disposition};
use super::channel_rules::ChannelRules;
use super::ground::{Bound, DeletionPeriod, Ground, GroundKind};
use super::label::Label;
use super::pages::{Complaint, Officer, Pages};
use super::period::Period;
use super::places::{self, new_sheet};
use super::promises::{Controller, Promises};
use super::requester::{Extent, Requester};
use super::unasked::{Inactive, Suppression};
use super::validate::validate;
use crate::finding::{At, Findings};
use crate::policy::Channel;
use crate::text::document::{Fault, Keys, Node, Shape, Sheet, Source};
use crate::text::{nearest, quoted};

const POLICY: Shape<'_> = Shape {
    noun: "the policy",
    keys: &[
        "name",
        "version",
        "laws",
        "financial_year_starts",
        "time_zone",
        "controller",
        "promises",
        "channels",
        "category",
        "requesters",
        "meta",
        "inactive",
        "suppression",
        "pages",
    ],
    example: "`name = \"…\"`",
};
const CONTROLLER: Shape<'_> = Shape {
    noun: "the controller",
    keys: &["name", "contact", "grievance"],
    example: "`[controller]` with `name` and `contact`",
};
const PROMISES: Shape<'_> = Shape {
    noun: "the promises",
    keys: &[
        "acknowledge_within",
        "complete_within",
        "counted_from",
        "backups_rotate",
        "grace",
        "approval",
        "verification_extends",
        "complete_means",
    ],
    example: "`[promises]` with `complete_within = \"…\"`",
};
const CHANNELS: Shape<'_> =
    Shape { noun: "the channels", keys: Channel::WORDS, example: "a section such as `[channels.email]`" };
const CHANNEL: Shape<'_> = Shape {
    noun: "a channel",
    keys: &[
        "verify",
        "needs",
        "subject",
        "asks",
        "scopes",
        "label",
        "address",
        "grace",
        "approval",
        "acknowledge_within",
        "complete_within",
    ],
    example: "a section with `verify = [\"…\"]`",
};
const CATEGORY: Shape<'_> = Shape {
    noun: "a category",
    keys: &["id", "label", "on_erasure", "then", "retain", "deletion"],
    example: "`[[category]]`",
};
const GROUND: Shape<'_> = Shape {
    noun: "a ground",
    keys: &["ground", "citation", "period", "review", "start", "counted_from"],
    example: "`retain = [{ ground = …, citation = …, period = …, start = … }]`",
};
const DELETION: Shape<'_> = Shape {
    noun: "a deletion period",
    keys: &["period", "start", "counted_from", "notify_before"],
    example: "`deletion = { period = …, start = … }`",
};
const REQUESTER: Shape<'_> = Shape {
    noun: "a requester",
    keys: &["label", "handling", "scopes"],
    example: "a section such as `[requesters.contact]` with `label = \"…\"`",
};
const META: Shape<'_> = Shape {
    noun: "what Meta's callbacks do",
    keys: &["on_deauthorize"],
    example: "`[meta]` with `on_deauthorize = [\"…\"]`",
};
const INACTIVE: Shape<'_> = Shape {
    noun: "a rule for people who are not seen any more",
    keys: &["subject", "period", "start", "notify_before"],
    example: "`[[inactive]]`",
};
const SUPPRESSION: Shape<'_> = Shape {
    noun: "the suppression",
    keys: &["on_import", "period"],
    example: "`[suppression]` with `on_import = \"…\"`",
};
const PAGES: Shape<'_> = Shape {
    noun: "the pages",
    keys: &["languages", "complaint", "officer", "never"],
    example: "`[pages]` with `languages = [\"…\"]`",
};
const COMPLAINT: Shape<'_> = Shape {
    noun: "a place to complain",
    keys: &["name", "url"],
    example: "`complaint = { name = \"…\", url = \"…\" }`",
};
const OFFICER: Shape<'_> = Shape {
    noun: "an officer",
    keys: &["name", "contact"],
    example: "`officer = { name = \"…\", contact = \"…\" }`",
};

/// The best policy that the text gives, and all that is wrong with it.
///
/// The policy is there to be cross-checked; with errors among the findings it must not be run. There is none at all
/// where the text is no TOML, since what was skipped would look as if it were missing.
pub(crate) fn read(text: &str) -> (Option<Policy>, Findings) {
    let source = Source::new(text);
    let document = source.parse();
    let mut sheet = new_sheet();
    let mut policy = read_policy(Keys::open(source.root(&document), &POLICY, &mut sheet));
    validate(&policy, &mut sheet);
    drop_what_starts_nowhere(&mut policy);
    sheet.syntax(&source, &document);
    let findings = sheet.into_findings();
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

fn read_policy(mut keys: Keys<'_, '_>) -> Policy {
    let mut policy =
        Policy::draft(keys.text("name").unwrap_or_default(), keys.text("version").unwrap_or_default());
    policy.laws = keys.texts("laws");
    if let Some(starts) = keys.parsed("financial_year_starts") {
        policy.financial_year_starts = starts;
    }
    if let Some(zone) = keys.read("time_zone", read_zone) {
        policy.time_zone = zone;
    }
    policy.controller =
        keys.table("controller", &places::section("controller"), &CONTROLLER).map(read_controller);
    if let Some(inner) = keys.table("promises", &places::section("promises"), &PROMISES) {
        policy.promises = read_promises(inner);
    }
    if let Some(inner) = keys.table("channels", &places::section("channels"), &CHANNELS) {
        policy.channels = read_channels(inner);
    }
    let listed = keys.list("category", "a list of tables", CATEGORY.example);
    for (number, node) in (1..).zip(&listed) {
        let id = node.text_of("id").map_or_else(|| format!("number {number}"), str::to_owned);
        let at = places::category(&id, policy.categories.len());
        match keys.sheet.table(node, &at, &CATEGORY) {
            Some(inner) => policy.categories.extend(read_category(inner)),
            None => keys.sheet.mark_unreadable(At::whole().key("category")),
        }
    }
    for (kind, node) in keys.entries("requesters", REQUESTER.example) {
        if let Some(inner) = keys.sheet.table(&node, &places::requester(kind), &REQUESTER) {
            policy.requesters.push(read_requester(kind, inner));
        }
    }
    if let Some(mut inner) = keys.table("meta", &places::section("meta"), &META) {
        policy.on_deauthorize = inner.parsed_list("on_deauthorize");
    }
    for node in keys.list("inactive", "a list of tables", INACTIVE.example) {
        let at = places::inactive(policy.inactive.len());
        if let Some(inner) = keys.sheet.table(&node, &at, &INACTIVE) {
            policy.inactive.push(read_inactive(inner));
        }
    }
    policy.suppression =
        keys.table("suppression", &places::section("suppression"), &SUPPRESSION).map(read_suppression);
    if let Some(inner) = keys.table("pages", &places::section("pages"), &PAGES) {
        policy.pages = read_pages(inner);
    }
    policy
}

fn read_zone(sheet: &mut Sheet, node: &Node<'_>) -> Option<chrono_tz::Tz> {
    let name = sheet.text(node)?;
    let zone = name.parse().map_err(|_| {
        let remedy = match nearest(&name, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())) {
            Some(near) => format!("did you mean `{near}`? write a name of the tz database"),
            None => "write a name of the tz database, such as `Asia/Kolkata`".to_owned(),
        };
        Fault::new("this is not a time zone", remedy)
    });
    sheet.kept(node, zone)
}

fn read_controller(mut keys: Keys<'_, '_>) -> Controller {
    Controller {
        name: keys.text("name").unwrap_or_default(),
        contact: keys.text("contact").unwrap_or_default(),
        grievance: keys.text("grievance"),
    }
}

fn read_promises(mut keys: Keys<'_, '_>) -> Promises {
    Promises {
        acknowledge_within: keys.parsed("acknowledge_within"),
        complete_within: keys.parsed("complete_within"),
        counted_from: keys.parsed("counted_from").unwrap_or_default(),
        backups_rotate: keys.parsed("backups_rotate"),
        grace: keys.parsed("grace"),
        approval: keys.parsed("approval").unwrap_or_default(),
        verification_extends: keys.flag("verification_extends").unwrap_or_default(),
        complete_means: keys.parsed("complete_means").unwrap_or_default(),
    }
}

fn read_channels(mut keys: Keys<'_, '_>) -> Vec<ChannelRules> {
    let mut channels = Vec::new();
    for &name in Channel::ALL {
        if let Some(mut keys) = keys.table(name.as_str(), &places::channel(name), &CHANNEL) {
            channels.push(ChannelRules {
                name,
                verify: keys.texts("verify"),
                needs: keys.parsed("needs").unwrap_or_default(),
                subject: keys.text("subject"),
                asks: read_labels(&mut keys, "asks"),
                scopes: read_scopes(&mut keys),
                label: keys.read("label", read_label),
                address: keys.text("address"),
                grace: keys.parsed("grace"),
                approval: keys.parsed("approval"),
                acknowledge_within: keys.parsed("acknowledge_within"),
                complete_within: keys.parsed("complete_within"),
            });
        }
    }
    channels
}

/// A category; none where it has no usable id, since nothing could then refer to it.
fn read_category(mut keys: Keys<'_, '_>) -> Option<Category> {
    let at = keys.at().clone();
    keys.require("id", "a category without an id", "write `id = \"…\"`, the name that the data map uses");
    keys.require(
        "on_erasure",
        "a category without a disposition",
        "write `on_erasure = \"erase\"`, `\"anonymize\"` or `\"retain\"`",
    );
    let id: Option<CategoryId> = keys.parsed("id");
    let disposition = keys.parsed("on_erasure").unwrap_or_else(|| {
        // Whoever gave grounds meant to retain.
        if keys.has("retain") { Disposition::Retain } else { Disposition::Erase }
    });
    let mut grounds = Vec::new();
    for node in keys.list("retain", "a list of tables", GROUND.example) {
        match keys.sheet.table(&node, &places::ground(&at, grounds.len()), &GROUND) {
            Some(inner) => grounds.push(read_ground(inner)),
            None => keys.sheet.mark_unreadable(at.key("retain")),
        }
    }
    let deletion = keys.table("deletion", &at.key("deletion"), &DELETION).map(read_deletion);
    let label = keys.read("label", read_label);
    let then = keys.parsed("then");
    let id = id?;
    let label = label.unwrap_or_else(|| Label::new(id.as_str()));
    Some(Category { id, label, disposition, then, grounds, deletion })
}

fn read_ground(mut keys: Keys<'_, '_>) -> Ground {
    const HOW_LONG: &str =
        "write either `period = \"…\"`, or `review = \"…\"` where somebody decides again by then";
    let kinds = quoted(GroundKind::WORDS);
    keys.require(
        "ground",
        "a ground without its kind",
        &format!("write `ground = \"…\"` with one of {kinds}"),
    );
    let kind = keys.parsed("ground").unwrap_or(GroundKind::Other);
    let (period, review) = (keys.parsed("period"), keys.parsed("review"));
    if keys.has("period") && keys.has("review") {
        let fault = Fault::new("a ground with both a period and a review", HOW_LONG);
        keys.sheet.refuse(&keys.at().key("review"), "", &fault);
    } else if !keys.has("review") {
        keys.require("period", "a ground that never ends", HOW_LONG);
    }
    let bound = match (period, review) {
        (Some(period), _) => Bound::Period(period),
        (None, Some(review)) => Bound::Review(review),
        (None, None) => Bound::Period(stand_in(&mut keys)),
    };
    let citation = keys.text("citation").unwrap_or_default();
    let start = keys.text("start").unwrap_or_default();
    let counted_from = keys.parsed("counted_from").unwrap_or_default();
    Ground::new(kind, citation, bound, start).with_counted_from(counted_from)
}

fn read_deletion(mut keys: Keys<'_, '_>) -> DeletionPeriod {
    keys.require("period", "a deletion without its period", "write `period = \"…\"`, such as `\"8 years\"`");
    let period = keys.parsed("period").unwrap_or_else(|| stand_in(&mut keys));
    let start = keys.text("start").unwrap_or_default();
    let counted_from = keys.parsed("counted_from").unwrap_or_default();
    let deletion = DeletionPeriod::new(period, start).with_counted_from(counted_from);
    match keys.parsed("notify_before") {
        Some(before) => deletion.with_notify_before(before),
        None => deletion,
    }
}

fn read_requester(kind: &str, mut keys: Keys<'_, '_>) -> Requester {
    Requester {
        kind: kind.to_owned(),
        label: keys.read("label", read_label),
        handling: keys.parsed("handling").unwrap_or_default(),
        scopes: keys.parsed_list("scopes"),
    }
}

fn read_inactive(mut keys: Keys<'_, '_>) -> Inactive {
    keys.require("period", "a rule without its period", "write `period = \"…\"`, such as `\"3 years\"`");
    let period = keys.parsed("period").unwrap_or_else(|| stand_in(&mut keys));
    Inactive {
        subject: keys.text("subject").unwrap_or_default(),
        period,
        start: keys.text("start").unwrap_or_default(),
        notify_before: keys.parsed("notify_before"),
    }
}

fn read_suppression(mut keys: Keys<'_, '_>) -> Suppression {
    Suppression { on_import: keys.parsed("on_import").unwrap_or_default(), period: keys.parsed("period") }
}

fn read_pages(mut keys: Keys<'_, '_>) -> Pages {
    let at = keys.at().clone();
    Pages {
        languages: keys.texts("languages"),
        never: read_labels(&mut keys, "never"),
        complaint: keys.table("complaint", &at.key("complaint"), &COMPLAINT).map(|mut inner| Complaint {
            name: inner.read("name", read_label).unwrap_or_default(),
            url: inner.text("url"),
        }),
        officer: keys.table("officer", &at.key("officer"), &OFFICER).map(|mut inner| Officer {
            name: inner.read("name", read_label).unwrap_or_default(),
            contact: inner.text("contact").unwrap_or_default(),
        }),
    }
}

/// One text, or a table with a text for each language.
fn read_label(sheet: &mut Sheet, node: &Node<'_>) -> Option<Label> {
    const BY_LANGUAGE: &str = "`label = \"…\"`, or a text for each language: `{ en = \"…\", hi = \"…\" }`";
    if !node.is_table() {
        return sheet.text(node).map(Label::new);
    }
    let texts = sheet.entries(node, BY_LANGUAGE)?;
    let mut translations = BTreeMap::new();
    for (language, text) in texts {
        translations.insert(language.to_owned(), sheet.text(&text).unwrap_or_default());
    }
    if translations.is_empty() {
        sheet.wrong(node, &Fault::new("words in no language", format!("write {BY_LANGUAGE}")));
        return None;
    }
    Some(Label::from_table(translations))
}

/// The labels of a list; one that cannot be read leaves an empty stand-in.
fn read_labels(keys: &mut Keys<'_, '_>, key: &str) -> Vec<Label> {
    let items = keys.list(key, "a list of texts", "`[\"…\"]`");
    items.iter().map(|item| read_label(keys.sheet, item).unwrap_or_default()).collect()
}

/// What sentences of a letter mean.
fn read_scopes(keys: &mut Keys<'_, '_>) -> BTreeMap<String, Extent> {
    let entries = keys.entries("scopes", "`scopes = { \"…\" = \"tenant\" }`");
    let extents = entries.into_iter().filter_map(|(words, node)| {
        let extent = keys.sheet.kept(&node, node.parsed())?;
        Some((words.to_owned(), extent))
    });
    extents.collect()
}

/// Takes the place of a period that was reported, and keeps it from being compared with others.
fn stand_in(keys: &mut Keys<'_, '_>) -> Period {
    keys.sheet.mark_unreadable(keys.at().key("period"));
    Period::ONE_DAY
}
