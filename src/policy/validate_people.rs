//! What must hold of that which people read, and of who they are: labels, details, requesters, pages.
//!
//! Judges values that could be read, and never stops at the first finding.

use std::collections::BTreeSet;

use super::category::Disposition;
use super::channel_rules::ChannelRules;
use super::label::{Label, is_language};
use super::pages::{KNOWN_DETAILS, KNOWN_PURPOSES, Pages};
use super::unasked::{Inactive, Suppression};
use super::validate::{filled, start_event};
use super::{OnImport, Policy, places};
use crate::finding::At;
use crate::text::document::Sheet;
use crate::text::{is_word, nearest, quoted};

/// Writes down what is wrong with the words for people, and with the rules that are made for kinds of them.
pub(super) fn validate(policy: &Policy, sheet: &mut Sheet) {
    for (index, category) in policy.categories().iter().enumerate() {
        let section = places::category(category.id().as_str(), index);
        words(category.words(), &section.key("label"), policy, sheet);
    }
    for channel in policy.channels() {
        the_channel(channel, policy, sheet);
    }
    let mut kinds = BTreeSet::new();
    for requester in policy.requesters() {
        let section = places::requester(requester.kind());
        kind_of_person(requester.kind(), &section, sheet);
        if !kinds.insert(requester.kind()) {
            sheet.error(&section, requester.kind(), "this requester is given twice", "merge the two");
        }
        if let Some(label) = requester.declared_label() {
            words(label, &section.key("label"), policy, sheet);
        }
    }
    deauthorisation(policy, sheet);
    for (index, inactive) in policy.inactive().iter().enumerate() {
        the_inactive(inactive, &places::inactive(index), sheet);
    }
    if let Some(suppression) = policy.suppression() {
        the_suppression(suppression, sheet);
    }
    the_pages(policy.pages(), policy, sheet);
}

/// Words that people read: none is empty, and every language that the pages have gets its own.
fn words(label: &Label, at: &At, policy: &Policy, sheet: &mut Sheet) {
    filled(sheet, at, label.as_str(), "the label is empty", "write what the person reads, or leave it out");
    for (language, text) in label.translations() {
        let at = at.key(language);
        filled(sheet, &at, text, "the label is empty", "write what the person reads, or leave it out");
        if !is_language(language) {
            sheet.error(
                &at,
                language,
                "this is not the tag of a language",
                "write a tag such as `en`, `hi` or `pt-BR`",
            );
        }
    }
    if label.translations().is_empty() {
        return;
    }
    let lacking: Vec<&str> = policy
        .pages()
        .languages()
        .into_iter()
        .filter(|language| !label.translations().keys().any(|has| is_variety(language, has)))
        .collect();
    if !lacking.is_empty() {
        sheet.warning(
            at,
            lacking.join(", "),
            format!("the pages are in these languages too, and show `{}` there", label.as_str()),
            "translate it, or leave the language out of `[pages]`",
        );
    }
}

/// Whether words in `wider` are read by those who asked for `language`.
fn is_variety(language: &str, wider: &str) -> bool {
    language.strip_prefix(wider).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

fn the_channel(channel: &ChannelRules, policy: &Policy, sheet: &mut Sheet) {
    let section = places::channel(channel.name());
    if let Some(label) = channel.label() {
        words(label, &section.key("label"), policy, sheet);
    }
    for (index, detail) in channel.asks().iter().enumerate() {
        known_or_own(detail, KNOWN_DETAILS, &section.key("asks").item(index), policy, sheet);
    }
    for sentence in channel.scopes().keys() {
        filled(
            sheet,
            &section.key("scopes").key(sentence),
            sentence,
            "this is empty",
            "write the words that stand in the letter",
        );
    }
}

/// One of the words that pages have sentences for, or words of the policy's own.
fn known_or_own(label: &Label, known: &[&str], at: &At, policy: &Policy, sheet: &mut Sheet) {
    words(label, at, policy, sheet);
    let word = label.as_str();
    if !is_word(word)
        || known.contains(&word)
        || !(word.contains('_') || nearest(word, known.iter().copied()).is_some())
    {
        return;
    }
    let remedy = match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? or write it as people are to read it"),
        None => format!("write it as people are to read it, or one of {}", quoted(known)),
    };
    sheet.warning(at, word, "pages have no words for this, and show it as it stands", remedy);
}

fn kind_of_person(kind: &str, at: &At, sheet: &mut Sheet) {
    if !is_word(kind) {
        sheet.error(
            at,
            kind,
            "this is not the name of a kind of person",
            "write the word that the data map has for them in `subject`, such as `contact`",
        );
    }
}

fn deauthorisation(policy: &Policy, sheet: &mut Sheet) {
    for (index, id) in policy.on_deauthorize().iter().enumerate() {
        let at = places::section("meta").key("on_deauthorize").item(index);
        let covered: Vec<_> =
            policy.categories().iter().filter(|category| id.covers(category.id())).collect();
        if covered.is_empty() {
            let known = policy.categories().iter().map(|category| category.id().as_str());
            let remedy = match nearest(id.as_str(), known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write the id of a category".to_owned(),
            };
            sheet.error(&at, id.as_str(), "the policy has no such category", remedy);
        }
        for category in covered.iter().filter(|category| category.disposition() == Disposition::Retain) {
            sheet.warning(
                &at,
                id.as_str(),
                format!("`{}` is retained, and does not die with a deauthorisation", category.id()),
                "name categories that are erased or anonymised",
            );
        }
    }
}

fn the_inactive(inactive: &Inactive, section: &At, sheet: &mut Sheet) {
    kind_of_person(inactive.subject(), &section.key("subject"), sheet);
    start_event(sheet, &section.key("start"), inactive.start());
    if let Some(before) = inactive.notify_before()
        && before.day_bounds().0 > inactive.period().day_bounds().1
    {
        sheet.error(
            &section.key("notify_before"),
            before.to_string(),
            format!("they would be told before the {} have even begun", inactive.period()),
            "shorten it, or lengthen `period`",
        );
    }
}

fn the_suppression(suppression: &Suppression, sheet: &mut Sheet) {
    if suppression.on_import() == OnImport::Allow && suppression.period().is_some() {
        sheet.warning(
            &places::section("suppression").key("period"),
            "",
            "who was erased is remembered, and nothing is done with it",
            "write `on_import = \"alert\"` or `\"block\"`, or leave `period` out",
        );
    }
}

fn the_pages(pages: &Pages, policy: &Policy, sheet: &mut Sheet) {
    let section = places::section("pages");
    for (index, language) in pages.languages.iter().enumerate() {
        let at = section.key("languages").item(index);
        if !is_language(language) {
            sheet.error(
                &at,
                language,
                "this is not the tag of a language",
                "write a tag such as `en`, `hi` or `pt-BR`",
            );
        } else if pages.languages.iter().take(index).any(|before| before == language) {
            sheet.warning(&at, language, "this language is named twice", "remove one of the two");
        }
    }
    if let Some(complaint) = pages.complaint() {
        let at = section.key("complaint");
        words(complaint.name(), &at.key("name"), policy, sheet);
        if let Some(url) = complaint.url()
            && !url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "https" | "http"))
        {
            sheet.error(&at.key("url"), url, "this is not an address on the web", "write `https://…`");
        }
    }
    if let Some(officer) = pages.officer() {
        let at = section.key("officer");
        words(officer.name(), &at.key("name"), policy, sheet);
        filled(
            sheet,
            &at.key("contact"),
            officer.contact(),
            "the officer has no contact",
            "write the published address or number",
        );
    }
    for (index, purpose) in pages.never().iter().enumerate() {
        known_or_own(purpose, KNOWN_PURPOSES, &section.key("never").item(index), policy, sheet);
    }
}
