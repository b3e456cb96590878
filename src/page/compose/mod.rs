//! What a page or notice says, in words, before it is laid out: headings, paragraphs, lists, forms.
//!
//! One [`Composed`] is laid out as HTML and as text, so that both say the same. Knows which words belong where; what they
//! are stands in the files of words, and how they look in the templates.

mod contact;
mod form;
mod instructions;
mod notice;
mod status;
mod visit;

use serde::Serialize;

use super::PageError;
use super::words::{Arg, Speech};
use crate::policy::{KNOWN_VERIFICATIONS, Period};

pub use form::{Choosable, Field, FieldKind, Form, Hidden};
pub(crate) use instructions::instructions;
pub(crate) use notice::notice;
pub(crate) use status::{status, status_sentence};
pub(crate) use visit::{ask, cancel_form, message, mishap, prove};

/// What a page says. Templates lay it out; everything in it is text, and escaped where it becomes HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Composed {
    /// Which page it is, such as `status`; for a host's own templates.
    pub page: &'static str,
    /// The language, for `lang`.
    pub language: String,
    /// `ltr` or `rtl`, for `dir`.
    pub direction: &'static str,
    /// The words of the link that leads a keyboard past the head.
    pub skip_link: String,
    /// The product.
    pub product: String,
    /// The words at the foot.
    pub footer: String,
    /// The title, and the first heading.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub lead: Vec<String>,
    /// The most important sentence; none where there is no news.
    pub message: Option<String>,
    /// What the person can fill in or press.
    pub forms: Vec<Form>,
    /// The parts, each under its heading.
    pub sections: Vec<Section>,
}

/// One part of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// What stands before its list.
    pub paragraphs: Vec<String>,
    /// Its list.
    pub items: Vec<Item>,
    /// Terms and what belongs to them, such as dates.
    pub rows: Vec<Row>,
    /// What stands behind its list.
    pub after: Vec<String>,
}

/// One item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Item {
    /// What it says.
    pub text: String,
    /// What belongs below it.
    pub details: Vec<Item>,
    /// Where it leads; `http` or `https`.
    pub link: Option<String>,
}

/// A term, and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Row {
    /// The term.
    pub term: String,
    /// In words.
    pub text: String,
    /// The instant for machines (RFC 3339), where it is one.
    pub datetime: Option<String>,
}

impl Composed {
    /// A page without its parts.
    pub(crate) fn new(
        page: &'static str,
        product: &str,
        title: String,
        speech: &Speech<'_>,
    ) -> Result<Self, PageError> {
        let direction = if speech.is_right_to_left() { "rtl" } else { "ltr" };
        Ok(Self {
            page,
            language: speech.language().to_owned(),
            direction,
            skip_link: speech.say("skip-link")?,
            product: product.to_owned(),
            footer: speech.say_with("footer", &[("product", product.into())])?,
            title,
            lead: Vec::new(),
            message: None,
            forms: Vec::new(),
            sections: Vec::new(),
        })
    }

    /// Adds a part, unless there is nothing in it.
    pub(crate) fn add(&mut self, section: Section) {
        let Section { paragraphs, items, rows, after, .. } = &section;
        if !(paragraphs.is_empty() && items.is_empty() && rows.is_empty() && after.is_empty()) {
            self.sections.push(section);
        }
    }
}

impl Section {
    /// An empty part under a heading.
    pub(crate) fn new(heading: String) -> Self {
        Self { heading, ..Self::default() }
    }
}

impl Item {
    /// An item with nothing below it.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Puts something below it.
    pub(crate) fn add(&mut self, text: impl Into<String>) {
        self.details.push(Self::new(text));
    }
}

/// The words for a check of identity.
pub(crate) fn proof_words(speech: &Speech<'_>, method: &str) -> Result<String, PageError> {
    let key = format!("proof-{method}");
    if KNOWN_VERIFICATIONS.contains(&method) {
        return speech.say(&key);
    }
    speech.say_with("proof-own", &[("name", Arg::from(method.replace('_', " ")))])
}

/// The sentence for a length of time.
pub(crate) fn within(speech: &Speech<'_>, key: &str, period: Period) -> Result<String, PageError> {
    speech.say_with(key, &[("period", speech.period(period)?.into())])
}
