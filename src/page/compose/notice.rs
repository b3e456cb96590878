//! What a person is written, in words: short, and with a way to the page that says it all.

use chrono::{DateTime, Utc};

use super::status::{body, status_sentence};
use super::{Composed, Item, Section};
use crate::page::PageError;
use crate::page::notice::{NoticeKind, NoticeView, Proving};
use crate::page::words::{Arg, Speech};

/// A notice before it is laid out. Its title is its subject, which tells no more than a stranger may read over a shoulder.
pub(crate) fn notice(notice: &NoticeView<'_>, speech: &Speech<'_>) -> Result<Composed, PageError> {
    let view = notice.view;
    let product = || Arg::from(view.product.as_str());
    let subject = speech.say_with("notice-subject", &[("product", product())])?;
    let mut page = Composed::new("notice", &view.product, subject, speech)?;
    let told = |key: &str, instant: Option<DateTime<Utc>>| match instant {
        Some(instant) => {
            let moment = speech.moment(instant, view.time_zone)?;
            speech.say_with(key, &[("moment", moment.into())]).map(Some)
        }
        None => Ok::<_, PageError>(None),
    };
    match &notice.kind {
        NoticeKind::Acknowledged => {
            page.message = Some(speech.say("state-received")?);
            page.lead.extend(told("notice-acknowledged", view.dates.received_at)?);
            page.lead.extend(told("notice-acknowledged-by", view.dates.acknowledge_by)?);
        }
        NoticeKind::ProveYourself(Proving::Link { url, until }) => {
            page.message = Some(speech.say("state-awaiting_verification")?);
            page.sections.push(link(speech.say("notice-prove-link")?, url));
            page.lead.extend(told("notice-prove-link-until", Some(*until))?);
            page.lead.push(speech.say("notice-prove-stranger")?);
        }
        NoticeKind::ProveYourself(Proving::Code { code, until }) => {
            let places = [("product", product()), ("code", code.as_str().into())];
            page.message = Some(speech.say_with("notice-prove-code", &places)?);
            page.lead.extend(told("notice-prove-code-until", Some(*until))?);
            page.lead.push(speech.say("notice-prove-stranger")?);
            // Whoever has the number must not be led to the page: the browser that asked has it open.
            return Ok(page);
        }
        NoticeKind::Scheduled
        | NoticeKind::Completed
        | NoticeKind::PartlyKept
        | NoticeKind::NothingHeld
        | NoticeKind::Refused
        | NoticeKind::Cancelled => {
            page.message = Some(status_sentence(view, speech)?);
            body(&mut page, view, speech)?;
        }
    }
    if let Some(url) = &notice.status_url {
        let key =
            if notice.kind == NoticeKind::Scheduled { "notice-scheduled-cancel" } else { "notice-follow" };
        page.sections.push(link(speech.say(key)?, url));
    }
    let mut end = Section::new(String::new());
    end.paragraphs.push(speech.say("notice-end")?);
    page.sections.push(end);
    Ok(page)
}

/// A way to a page.
fn link(text: String, url: &str) -> Section {
    let mut section = Section::new(String::new());
    section.items.push(Item { text, details: Vec::new(), link: Some(url.to_owned()) });
    section
}
