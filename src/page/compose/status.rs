//! Where a request stands, in words.

use chrono::{DateTime, Utc};

use super::contact::contacts;
use super::{Composed, Item, Row, Section, proof_words};
use crate::page::PageError;
use crate::page::person::{CategoryView, Fate, Kept, PersonView};
use crate::page::words::{Arg, Speech};
use crate::policy::Needs;
use crate::request::RequestState;

/// The page of one request.
pub(crate) fn status(view: &PersonView, speech: &Speech<'_>) -> Result<Composed, PageError> {
    let title = speech.say("status-title")?;
    let mut page = Composed::new("status", &view.product, title, speech)?;
    let about = format!("status-about-{}", view.scope);
    page.lead.push(speech.say_with(&about, &[("product", view.product.as_str().into())])?);
    page.message = Some(status_sentence(view, speech)?);
    body(&mut page, view, speech)?;
    Ok(page)
}

/// What comes next, and everything that there is to know: the same on the page and in notices.
pub(super) fn body(page: &mut Composed, view: &PersonView, speech: &Speech<'_>) -> Result<(), PageError> {
    page.lead.push(next(view, speech)?);
    page.add(refusal(view, speech)?);
    page.add(proof(view, speech)?);
    page.add(dates(view, speech)?);
    page.add(data(view, speech)?);
    page.add(nothing_found(view, speech)?);
    page.add(leftovers(view, speech)?);
    page.add(never(&view.kept_is_never_used_for, speech)?);
    page.add(contacts(&view.contacts, speech)?);
    Ok(())
}

/// The state in one sentence.
pub(crate) fn status_sentence(view: &PersonView, speech: &Speech<'_>) -> Result<String, PageError> {
    let state = view.state;
    let has = |fate: Fate| view.categories.iter().flat_map(|it| &it.parts).any(|part| part.fate == fate);
    let variety = match (state, view.scope) {
        (RequestState::Completed, _) if view.has_leftovers => "-left",
        (RequestState::Completed, _) if has(Fate::Anonymized) => "-anonymized",
        (RequestState::Completed | RequestState::Scheduled, "tenant") => "-tenant",
        (RequestState::Completed, "categories") => "-categories",
        _ => "",
    };
    speech.say_with(&format!("state-{state}{variety}"), &[("product", view.product.as_str().into())])
}

/// What comes next, and whether the person has to do something.
fn next(view: &PersonView, speech: &Speech<'_>) -> Result<String, PageError> {
    let state = view.state;
    let dated = match state {
        RequestState::Scheduled => view.dates.begins_at,
        RequestState::AwaitingBackups => view.dates.backups_gone_at,
        _ => None,
    };
    if let Some(instant) = dated {
        let moment = speech.moment(instant, view.time_zone)?;
        return speech.say_with(&format!("next-{state}-at"), &[("moment", moment.into())]);
    }
    if let Some(name) = &view.forwarded_to {
        let places = [("product", view.product.as_str().into()), ("name", name.as_str().into())];
        return speech.say_with("next-forwarded-to", &places);
    }
    let is_left = state == RequestState::Completed && view.has_leftovers;
    let variety = if is_left { "-left" } else { "" };
    speech.say_with(&format!("next-{state}{variety}"), &[("product", view.product.as_str().into())])
}

fn refusal(view: &PersonView, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("refusal-heading")?);
    if let Some(refusal) = &view.refusal {
        section.paragraphs.push(refusal.reason.clone());
        if let Some(citation) = &refusal.citation {
            let places = [("citation", citation.as_str().into())];
            section.paragraphs.push(speech.say_with("refusal-citation", &places)?);
        }
    }
    Ok(section)
}

fn proof(view: &PersonView, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("proof-heading")?);
    if let Some(proof) = view.proof.as_ref().filter(|proof| !proof.methods.is_empty()) {
        section.paragraphs.push(speech.say(match proof.needs {
            Needs::Any => "proof-any",
            Needs::All => "proof-all",
        })?);
        for method in &proof.methods {
            section.items.push(Item::new(proof_words(speech, method)?));
        }
    }
    Ok(section)
}

fn dates(view: &PersonView, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("dates-heading")?);
    let dates = &view.dates;
    let known: [(&str, Option<DateTime<Utc>>); 7] = [
        ("date-received", dates.received_at),
        ("date-acknowledge", dates.acknowledge_by),
        ("date-verified", dates.verified_at),
        ("date-begins", dates.begins_at),
        ("date-complete", dates.complete_by),
        ("date-backups", dates.backups_gone_at),
        ("date-ended", dates.ended_at),
    ];
    for (key, instant) in known.into_iter().filter_map(|(key, instant)| Some((key, instant?))) {
        let (term, text) = (speech.say(key)?, speech.moment(instant, view.time_zone)?);
        section.rows.push(Row { term, text, datetime: Some(instant.to_rfc3339()) });
    }
    Ok(section)
}

fn data(view: &PersonView, speech: &Speech<'_>) -> Result<Section, PageError> {
    let heading = if view.state.is_terminal() { "data-heading-done" } else { "data-heading" };
    let mut section = Section::new(speech.say(heading)?);
    for category in &view.categories {
        section.items.push(category_item(category, speech)?);
    }
    Ok(section)
}

fn category_item(category: &CategoryView, speech: &Speech<'_>) -> Result<Item, PageError> {
    let mut item = Item::new(category.label.as_str());
    for part in &category.parts {
        let key = format!("fate-{}", part.fate);
        let records = part.records.unwrap_or_default();
        let mut told = Item::new(speech.say_with(&key, &[("records", records.into())])?);
        for kept in &part.kept {
            told.add(kept_words(kept, speech)?);
        }
        item.details.push(told);
    }
    Ok(item)
}

/// Why something is kept, by which rule, and until when.
fn kept_words(kept: &Kept, speech: &Speech<'_>) -> Result<String, PageError> {
    let ground = speech.say(&format!("ground-{}", kept.ground))?;
    let mut places: Vec<(&str, Arg<'_>)> =
        vec![("ground", ground.into()), ("citation", kept.citation.as_str().into())];
    let Some(until) = kept.until else {
        return speech.say_with("kept-open", &places);
    };
    places.push(("date", speech.date(until)?.into()));
    speech.say_with("kept-until", &places)
}

/// One list for all that held nothing.
fn nothing_found(view: &PersonView, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("found-nothing-heading")?);
    section.items.extend(view.found_nothing_in.iter().map(Item::new));
    Ok(section)
}

fn leftovers(view: &PersonView, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("left-heading")?);
    for (is_so, key) in [(view.has_leftovers, "left-others"), (view.is_mentioned_by_others, "left-mentioned")]
    {
        if is_so {
            section.paragraphs.push(speech.say(key)?);
        }
    }
    Ok(section)
}

/// What kept data is never used for.
pub(super) fn never(purposes: &[String], speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("never-heading")?);
    if !purposes.is_empty() {
        section.paragraphs.push(speech.say("never-lead")?);
    }
    for purpose in purposes {
        section.items.push(Item::new(speech.word("purpose", purpose)?));
    }
    Ok(section)
}
