//! Legal holds that are placed or released while a request is half done.

use oubliette::hold::{HoldScope, LegalHold};
use oubliette::identifier::Identifier;

use super::policy::untouched;
use super::{Change, Files};

fn hold(files: &mut Files, scope: HoldScope) {
    files.holds.push(LegalHold::new("Case 7/2026", scope).unwrap());
}

fn on_the_person(files: &mut Files) {
    let phone = Identifier::parse_pair("phone=+919876543210", None).unwrap();
    hold(files, HoldScope::Subject(vec![phone]));
}

const ALL: &[&str] = &[
    "contacts",
    "memberships",
    "groups",
    "messages",
    "threads",
    "topics",
    "visits",
    "addresses",
    "invoices",
];

/// A hold that leaves these tables as they are until it is released.
fn placed(edit: fn(&mut Files), held: &'static [&'static str]) -> Change {
    Change { held, concerns: held, ..Change::other(edit, untouched) }
}

pub fn a_hold_is_placed_on_the_person() -> Change {
    placed(on_the_person, ALL)
}

pub fn a_hold_is_placed_on_a_category() -> Change {
    let change = placed(
        |files| hold(files, HoldScope::Category("talk".parse().unwrap())),
        &["groups", "messages", "threads", "topics"],
    );
    Change { concerns: &["contacts", "groups", "messages", "threads", "topics"], ..change }
}

pub fn a_hold_is_placed_on_everything() -> Change {
    placed(|files| hold(files, HoldScope::Everything), ALL)
}

pub fn a_hold_on_the_person_is_released() -> Change {
    Change {
        first: on_the_person,
        first_end: untouched,
        concerns: ALL,
        ..Change::other(|files| files.holds.clear(), |_| {})
    }
}
