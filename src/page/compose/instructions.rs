//! How to ask for deletion and what happens then, in words.

use super::contact::contacts;
use super::status::never;
use super::{Composed, Item, Section, proof_words, within};
use crate::page::PageError;
use crate::page::instructions::{Instructions, PromisesView, RequesterView, RuleView, TermView, Way};
use crate::page::words::Speech;
use crate::policy::{Channel, Disposition, Needs, PromiseStart};

/// The page that says how to ask.
pub(crate) fn instructions(view: &Instructions, speech: &Speech<'_>) -> Result<Composed, PageError> {
    let title = speech.say("instructions-title")?;
    let mut page = Composed::new("instructions", &view.product, title, speech)?;
    page.lead.push(speech.say_with("instructions-lead", &[("product", view.product.as_str().into())])?);
    page.add(who(&view.requesters, speech)?);
    page.add(ways(&view.ways, speech)?);
    page.add(gone(view, Disposition::Erase, "erase-heading", None, speech)?);
    page.add(gone(view, Disposition::Anonymize, "anonymize-heading", Some("anonymize-lead"), speech)?);
    page.add(kept(view, speech)?);
    page.add(never(&view.kept_is_never_used_for, speech)?);
    page.add(time(&view.promises, speech)?);
    page.add(confirmation(speech)?);
    page.add(meta(view, speech)?);
    page.add(unasked(view, speech)?);
    page.add(contacts(&view.contacts, speech)?);
    page.add(rights(view, speech)?);
    Ok(page)
}

fn who(requesters: &[RequesterView], speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("who-heading")?);
    if requesters.is_empty() {
        section.paragraphs.push(speech.say("who-anybody")?);
    }
    for requester in requesters {
        let key = format!("who-{}", requester.handling);
        let text = speech.say_with(&key, &[("label", requester.label.as_str().into())])?;
        let mut item = Item::new(text);
        for extent in &requester.scopes {
            item.add(speech.say(&format!("who-scope-{extent}"))?);
        }
        section.items.push(item);
    }
    Ok(section)
}

fn ways(ways: &[Way], speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("ways-heading")?);
    if ways.is_empty() {
        section.paragraphs.push(speech.say("ways-none")?);
    }
    for way in ways {
        section.items.push(way_item(way, speech)?);
    }
    Ok(section)
}

fn way_item(way: &Way, speech: &Speech<'_>) -> Result<Item, PageError> {
    let mut text = speech.say(&format!("way-{}", way.channel))?;
    if let Some(label) = &way.label {
        text = speech.say_with("way-label", &[("way", text.into()), ("label", label.as_str().into())])?;
    }
    let mut item = Item::new(text);
    if let Some(address) = &way.address {
        item.add(speech.say_with("way-address", &[("address", address.as_str().into())])?);
    }
    if let Some(subject) = &way.subject {
        item.add(speech.say_with("way-subject", &[("subject", subject.as_str().into())])?);
    }
    if !way.asks.is_empty() {
        let mut asks = Item::new(speech.say("way-asks")?);
        for detail in &way.asks {
            asks.add(speech.word("detail", detail)?);
        }
        item.details.push(asks);
    }
    for (words, extent) in &way.scopes {
        item.add(speech.say_with(&format!("way-scope-{extent}"), &[("words", words.as_str().into())])?);
    }
    item.details.extend(way_proof(way, speech)?);
    let own = &way.own;
    for (key, period) in [
        ("way-acknowledge", own.acknowledge_within),
        ("way-complete", own.complete_within),
        ("way-grace", own.grace),
    ] {
        if let Some(period) = period {
            item.add(within(speech, key, period)?);
        }
    }
    if let Some(approval) = own.approval {
        item.add(speech.say(&format!("way-approval-{approval}"))?);
    }
    Ok(item)
}

/// What this way asks for as proof; nothing for Meta's signature, which the person need not know of.
fn way_proof(way: &Way, speech: &Speech<'_>) -> Result<Option<Item>, PageError> {
    let key = match (way.methods.is_empty(), way.needs) {
        (true, _) if way.channel == Channel::Meta => return Ok(None),
        (true, Needs::Any | Needs::All) => "way-proof-none",
        (false, Needs::Any) => "way-proof-any",
        (false, Needs::All) => "way-proof-all",
    };
    let mut item = Item::new(speech.say(key)?);
    for method in &way.methods {
        item.add(proof_words(speech, method)?);
    }
    Ok(Some(item))
}

/// What goes by one disposition.
fn gone(
    view: &Instructions,
    disposition: Disposition,
    heading: &str,
    lead: Option<&str>,
    speech: &Speech<'_>,
) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say(heading)?);
    for rule in view.categories.iter().filter(|rule| rule.on_erasure == disposition) {
        let mut item = Item::new(rule.label.as_str());
        item.details.extend(deletion(rule, speech)?);
        section.items.push(item);
    }
    if let Some(lead) = lead.filter(|_| !section.items.is_empty()) {
        section.paragraphs.push(speech.say(lead)?);
    }
    Ok(section)
}

/// What is kept, by which ground, for how long, and what follows.
fn kept(view: &Instructions, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("retain-heading")?);
    for rule in view.categories.iter().filter(|rule| rule.on_erasure == Disposition::Retain) {
        let mut item = Item::new(rule.label.as_str());
        for ground in &rule.grounds {
            let kind = speech.say(&format!("ground-{}", ground.ground))?;
            let key = if ground.is_review { "ground-review" } else { "ground-period" };
            let term = speech.term(&ground.term)?;
            let citation = ground.citation.as_str();
            let places = [("ground", kind.into()), ("citation", citation.into()), ("term", term.into())];
            item.add(speech.say_with(key, &places)?);
        }
        if let Some(then) = rule.then {
            item.add(speech.say(&format!("then-{then}"))?);
        }
        item.details.extend(deletion(rule, speech)?);
        section.items.push(item);
    }
    if !section.items.is_empty() {
        section.paragraphs.push(speech.say("retain-lead")?);
    }
    Ok(section)
}

/// When a category's records are gone even if nobody asks.
fn deletion(rule: &RuleView, speech: &Speech<'_>) -> Result<Option<Item>, PageError> {
    let Some(term) = &rule.deletion else { return Ok(None) };
    let mut item = Item::new(speech.say_with("deletion", &[("term", speech.term(term)?.into())])?);
    item.details.extend(notified(term, "deletion-notify", speech)?);
    Ok(Some(item))
}

/// That people are told before, where they are.
fn notified(term: &TermView, key: &str, speech: &Speech<'_>) -> Result<Option<Item>, PageError> {
    term.notify_before.map(|before| within(speech, key, before).map(Item::new)).transpose()
}

fn time(promises: &PromisesView, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("time-heading")?);
    let said = &mut section.paragraphs;
    if let Some(period) = promises.acknowledge_within {
        said.push(within(speech, "time-acknowledge", period)?);
    }
    let complete = match promises.counted_from {
        PromiseStart::Receipt => "time-complete-receipt",
        PromiseStart::Verification => "time-complete-verification",
    };
    match promises.complete_within {
        Some(period) => {
            said.push(within(speech, complete, period)?);
            said.push(speech.say(&format!("time-means-{}", promises.complete_means))?);
        }
        None => said.push(speech.say("time-none")?),
    }
    if promises.verification_extends {
        said.push(speech.say("time-verification-extends")?);
    }
    for (key, period) in [("time-backups", promises.backups_rotate), ("time-grace", promises.grace)] {
        if let Some(period) = period {
            said.push(within(speech, key, period)?);
        }
    }
    said.push(speech.say(&format!("time-approval-{}", promises.approval))?);
    Ok(section)
}

fn confirmation(speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("confirm-heading")?);
    section.paragraphs = vec![speech.say("confirm-code")?, speech.say("confirm-notice")?];
    Ok(section)
}

/// That taking away the app at Meta asks for nothing, where the policy has to do with Meta.
fn meta(view: &Instructions, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("meta-heading")?);
    let is_there = view.ways.iter().any(|way| way.channel == Channel::Meta);
    if is_there || !view.gone_on_deauthorize.is_empty() {
        section.paragraphs.push(speech.say("meta-lead")?);
    }
    if !view.gone_on_deauthorize.is_empty() {
        section.paragraphs.push(speech.say("meta-gone")?);
        section.items.extend(view.gone_on_deauthorize.iter().map(Item::new));
    }
    Ok(section)
}

fn unasked(view: &Instructions, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("unasked-heading")?);
    for inactive in &view.inactive {
        let places =
            [("label", inactive.label.as_str().into()), ("term", speech.term(&inactive.term)?.into())];
        let mut item = Item::new(speech.say_with("inactive", &places)?);
        item.details.extend(notified(&inactive.term, "inactive-notify", speech)?);
        section.items.push(item);
    }
    if let Some(suppression) = &view.suppression {
        let mut item = Item::new(speech.say(&format!("suppression-{}", suppression.on_import))?);
        if let Some(period) = suppression.period {
            item.add(within(speech, "suppression-period", period)?);
        }
        section.items.push(item);
    }
    Ok(section)
}

fn rights(view: &Instructions, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("rights-heading")?);
    if !view.laws.is_empty() {
        section.paragraphs.push(speech.say("rights-lead")?);
    }
    for law in &view.laws {
        section.items.push(Item::new(speech.word("law", law)?));
    }
    if let Some(day) = view.financial_year_starts {
        let date = speech.day_of_year(day)?;
        section.after.push(speech.say_with("financial-year", &[("date", date.into())])?);
    }
    section.after.push(speech.say_with("time-zone", &[("zone", view.time_zone.as_str().into())])?);
    section.after.push(speech.say_with("version", &[("version", view.version.as_str().into())])?);
    Ok(section)
}
