//! Lays pages and notices out: as HTML that needs no script, and as text. Templates and words can be a host's own.
//!
//! Knows templates. What a page says is composed before, and is the same in every form.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Output, State, UndefinedBehavior, context};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::PageError;
use super::compose::{self, Composed};
use super::instructions::Instructions;
use super::notice::{ComposeError, Composer, Notice, NoticeView};
use super::person::PersonView;
use super::visit::{AskView, CancelView, Mishap, ProveView, Site};
use super::words::{Speech, Words, WordsError};
use crate::text::words::words;

/// How every page looks: light and dark, on a phone and on paper.
const STYLE: &str = include_str!("templates/style.css");

/// What one rendering may cost before it is given up; a page of thousands of lines stays far below.
const FUEL: u64 = 5_000_000;

words! {
    /// A template that a host may replace.
    "a template" TemplateName {
        /// Every page, as HTML.
        PageHtml = "page_html",
        /// Every page, as text.
        PageText = "page_text",
        /// Every notice, as HTML.
        NoticeHtml = "notice_html",
        /// Every notice, as text.
        NoticeText = "notice_text",
    }
}

impl TemplateName {
    /// The name by its ending decides what is escaped.
    const fn file(self) -> &'static str {
        match self {
            Self::PageHtml => "page.html",
            Self::PageText => "page.txt",
            Self::NoticeHtml => "notice.html",
            Self::NoticeText => "notice.txt",
        }
    }

    const fn built_in(self) -> &'static str {
        match self {
            Self::PageHtml => include_str!("templates/page.html.jinja"),
            Self::PageText => include_str!("templates/page.txt.jinja"),
            Self::NoticeHtml => include_str!("templates/notice.html.jinja"),
            Self::NoticeText => include_str!("templates/notice.txt.jinja"),
        }
    }
}

/// Makes pages: composes what they say in a language, and lays it out.
///
/// ```
/// use oubliette::page::{Instructions, Renderer};
/// use oubliette::policy::Policy;
///
/// let policy = Policy::from_toml("name = 'Example CRM'\nversion = '1'\n[channels.email]\nverify = ['registered_email']")?;
/// let renderer = Renderer::new()?;
/// let page = renderer.instructions(&Instructions::of(&policy, "en"))?;
/// assert!(renderer.html(&page)?.contains("<h1>How to have your data deleted</h1>"));
/// assert!(renderer.text(&page)?.contains("- By e-mail"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Renderer {
    words: Words,
    templates: Environment<'static>,
    style: String,
}

/// The JSON of a status page: what the person is told, and the state in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StatusJson<'a> {
    /// What the person is told; its `state` stands first.
    #[serde(flatten)]
    pub view: &'a PersonView,
    /// The state in one sentence of the view's language.
    pub message: String,
}

impl Renderer {
    /// A renderer with the words and templates of this version.
    ///
    /// # Errors
    /// Never, as long as those can be read, which a test sees to.
    pub fn new() -> Result<Self, PageError> {
        let words = Words::built_in().map_err(|_| PageError::Words { key: "en".to_owned() })?;
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_fuel(Some(FUEL));
        let tidy = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        templates.set_syntax(tidy.map_err(|error| PageError::template("", &error))?);
        templates.set_formatter(write_value);
        let renderer = Self { words, templates, style: STYLE.to_owned() };
        TemplateName::ALL.iter().try_fold(renderer, |it, &name| it.with_template(name, name.built_in()))
    }

    /// Adds a language, or says some of it otherwise; see [`Words::with_language`].
    ///
    /// # Errors
    /// A tag that is none, and a text that cannot be read whole.
    pub fn with_words(mut self, language: &str, text: impl Into<String>) -> Result<Self, WordsError> {
        self.words = self.words.with_language(language, text)?;
        Ok(self)
    }

    /// Replaces a template. It gets the page as `page` ([`Composed`]) and the style as `style`; whatever it asks for that is
    /// not there is an error, and in HTML all values are escaped.
    ///
    /// # Errors
    /// A template that cannot be read.
    pub fn with_template(mut self, name: TemplateName, source: impl Into<String>) -> Result<Self, PageError> {
        let file = name.file();
        let added = self.templates.add_template_owned(file, source.into());
        added.map_err(|error| PageError::template(file, &error))?;
        Ok(self)
    }

    /// Replaces the style of all pages.
    #[must_use]
    pub fn with_style(mut self, css: impl Into<String>) -> Self {
        self.style = css.into();
        self
    }

    /// The words.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The header `Content-Security-Policy` for all pages: no script, no frame, no foreign source, and exactly this style.
    pub fn content_security_policy(&self) -> String {
        let digest = STANDARD.encode(Sha256::digest(self.style.as_bytes()));
        format!(
            "default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
    }

    /// The page of one request.
    ///
    /// # Errors
    /// Words that a host has changed so that nothing can be said.
    pub fn status(&self, view: &PersonView) -> Result<Composed, PageError> {
        compose::status(view, &self.speech(&view.language))
    }

    /// The JSON of one request's page.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn status_json<'a>(&self, view: &'a PersonView) -> Result<StatusJson<'a>, PageError> {
        let message = compose::status_sentence(view, &self.speech(&view.language))?;
        Ok(StatusJson { view, message })
    }

    /// The page that says how to ask, and what happens then.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn instructions(&self, view: &Instructions) -> Result<Composed, PageError> {
        compose::instructions(view, &self.speech(&view.language))
    }

    /// The page of one request that can still be cancelled, with the button that does so.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn status_with_cancel(&self, view: &PersonView, cancel: &CancelView) -> Result<Composed, PageError> {
        let mut page = self.status(view)?;
        page.forms.push(compose::cancel_form(cancel, &self.speech(&view.language))?);
        Ok(page)
    }

    /// The page that asks whether to cancel, with the button that does so.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn cancel(&self, site: &Site, cancel: &CancelView) -> Result<Composed, PageError> {
        let mut page =
            self.message(site, "cancel", ["cancel-title", "cancel-message"], Some("cancel-help"))?;
        page.forms.push(compose::cancel_form(cancel, &self.speech(&site.language))?);
        Ok(page)
    }

    /// The page for a code that no request has. It says nothing of anybody's data.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn unknown_code(&self, site: &Site) -> Result<Composed, PageError> {
        self.message(site, "unknown_code", ["unknown-title", "unknown-message"], Some("unknown-help"))
    }

    /// The page for a text that cannot be a code.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn mistyped_code(&self, site: &Site) -> Result<Composed, PageError> {
        self.message(site, "mistyped_code", ["mistyped-title", "mistyped-message"], Some("mistyped-help"))
    }

    /// The page on which a person shows that they are who they say.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn prove(&self, site: &Site, view: &ProveView) -> Result<Composed, PageError> {
        compose::prove(site, view, &self.speech(&site.language))
    }

    /// The page for somebody who has shown it.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn proved(&self, site: &Site) -> Result<Composed, PageError> {
        self.message(site, "proved", ["proved-title", "proved-message"], Some("proved-next"))
    }

    /// The form by which a person asks.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn ask(&self, site: &Site, view: &AskView) -> Result<Composed, PageError> {
        compose::ask(site, view, &self.speech(&site.language))
    }

    /// The page for somebody who has asked: the same whether anybody knows them or not.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn taken(&self, site: &Site) -> Result<Composed, PageError> {
        self.message(site, "taken", ["taken-title", "taken-message"], Some("taken-next"))
    }

    /// The page of something that went wrong.
    ///
    /// # Errors
    /// As [`Renderer::status`].
    pub fn mishap(&self, site: &Site, mishap: Mishap) -> Result<Composed, PageError> {
        compose::mishap(site, mishap, &self.speech(&site.language))
    }

    /// A finished notice.
    ///
    /// # Errors
    /// As [`Renderer::status`] and [`Renderer::html`].
    pub fn notice(&self, notice: &NoticeView<'_>) -> Result<Notice, PageError> {
        let page = compose::notice(notice, &self.speech(&notice.view.language))?;
        Ok(Notice {
            kind: notice.kind.as_str(),
            subject: on_one_line(&page.title),
            text: self.laid_out(TemplateName::NoticeText, &page)?,
            html: self.laid_out(TemplateName::NoticeHtml, &page)?,
            language: page.language,
        })
    }

    /// A page as HTML.
    ///
    /// # Errors
    /// A host's template that asks for what is not there.
    pub fn html(&self, page: &Composed) -> Result<String, PageError> {
        self.laid_out(TemplateName::PageHtml, page)
    }

    /// A page as text.
    ///
    /// # Errors
    /// As [`Renderer::html`].
    pub fn text(&self, page: &Composed) -> Result<String, PageError> {
        self.laid_out(TemplateName::PageText, page)
    }

    fn message(
        &self,
        site: &Site,
        page: &'static str,
        keys: [&str; 2],
        help: Option<&str>,
    ) -> Result<Composed, PageError> {
        compose::message(site, page, keys, help, &self.speech(&site.language))
    }

    fn laid_out(&self, name: TemplateName, page: &Composed) -> Result<String, PageError> {
        let file = name.file();
        let template = self.templates.get_template(file);
        let style = Value::from_safe_string(self.style.clone());
        let page = Value::from(Serde(page));
        let text = template.and_then(|it| it.render(context! { page, style }));
        text.map_err(|error| PageError::template(file, &error))
    }

    pub(super) fn speech(&self, language: &str) -> Speech<'_> {
        self.words.speech(language)
    }
}

impl Composer for Renderer {
    fn compose(&self, notice: &NoticeView<'_>) -> Result<Notice, ComposeError> {
        self.notice(notice).map_err(|error| ComposeError(error.to_string()))
    }
}

/// Values in HTML are escaped, and in text stay on their line: a label with a line break could pass for our own words.
fn write_value(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    match (value.as_str(), state.auto_escape()) {
        (Some(text), AutoEscape::None) => out.write_str(&on_one_line(text)).map_err(Into::into),
        (Some(text), AutoEscape::Html) if !value.is_safe() => {
            out.write_str(&escaped(text)).map_err(Into::into)
        }
        _ => minijinja::escape_formatter(out, state, value),
    }
}

/// Text as it stands in HTML, between tags and in quoted attributes. Slashes mean nothing there and stay readable.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // No control character but white space may stand in HTML.
            '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => escaped.push('\u{fffd}'),
            _ => escaped.push(letter),
        }
    }
    escaped
}

fn on_one_line(text: &str) -> String {
    text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ")
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer").field("words", &self.words).finish_non_exhaustive()
    }
}
