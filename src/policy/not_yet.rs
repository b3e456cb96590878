//! What a policy may say already, and no part of this version carries out. Each is a warning, so that nobody takes a
//! declaration for a deed; whoever builds the part removes its lines here.

use super::channel::Channel;
use super::requester::Handling;
use super::{OnImport, Policy, places};
use crate::finding::At;
use crate::text::document::Sheet;

/// Warns of everything declared that is not carried out.
pub(super) fn validate(policy: &Policy, sheet: &mut Sheet) {
    for channel in policy.channels() {
        let section = places::channel(channel.name());
        if channel.name() == Channel::Inactivity {
            warn(sheet, &section, "nobody is erased for not being seen");
        }
        if !channel.scopes().is_empty() {
            warn(sheet, &section.key("scopes"), "no letter is read, so that its sentences mean nothing");
        }
    }
    for requester in policy.requesters() {
        if requester.handling() == Handling::Forward {
            let at = places::requester(requester.kind()).key("handling");
            warn(sheet, &at, "no request is forwarded; it is carried out here");
        }
        if !requester.scopes.is_empty() {
            let at = places::requester(requester.kind()).key("scopes");
            warn(sheet, &at, "no request is refused for asking for more");
        }
    }
    for index in 0..policy.inactive().len() {
        warn(sheet, &places::inactive(index), "nobody is erased for not being seen");
    }
    if policy.suppression().is_some_and(|it| it.on_import() != OnImport::Allow) {
        let at = places::section("suppression").key("on_import");
        warn(sheet, &at, "no import asks who was erased");
    }
    for (index, category) in policy.categories().iter().enumerate() {
        if category.deletion().is_some_and(|it| it.notify_before().is_some()) {
            let at = places::category(category.id().as_str(), index).key("deletion").key("notify_before");
            warn(sheet, &at, "nobody is told before records are deleted by their age");
        }
    }
}

fn warn(sheet: &mut Sheet, at: &At, so_far: &str) {
    let problem = format!("this is read, and not carried out by this version: {so_far}");
    sheet.warning(at, "", problem, "do it by other means until a later version does");
}
