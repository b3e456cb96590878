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
use super::person::PersonView;
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
    }
}

impl TemplateName {
    /// The name by its ending decides what is escaped.
    const fn file(self) -> &'static str {
        match self {
            Self::PageHtml => "page.html",
            Self::PageText => "page.txt",
        }
    }

    const fn built_in(self) -> &'static str {
        match self {
            Self::PageHtml => include_str!("templates/page.html.jinja"),
            Self::PageText => include_str!("templates/page.txt.jinja"),
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

    /// A page as HTML.
    ///
    /// # Errors
    /// A host's template that asks for what is not there.
    pub fn html(&self, page: &Composed) -> Result<String, PageError> {
        self.laid_out(TemplateName::PageHtml, page)
    }

    /// A page as text. Only where a language is read from right to left does it keep the marks that part the directions.
    ///
    /// # Errors
    /// As [`Renderer::html`].
    pub fn text(&self, page: &Composed) -> Result<String, PageError> {
        let text = self.laid_out(TemplateName::PageText, page)?;
        Ok(if page.direction == "rtl" { text } else { text.replace(['\u{2068}', '\u{2069}'], "") })
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

/// Values in HTML are escaped, and in text stay on their line: a label with a line break could pass for our own words.
fn write_value(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    match value.as_str().filter(|_| matches!(state.auto_escape(), AutoEscape::None)) {
        Some(text) => {
            let on_one_line = text.replace(char::is_control, " ");
            minijinja::escape_formatter(out, state, &Value::from(on_one_line))
        }
        None => minijinja::escape_formatter(out, state, value),
    }
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer").field("words", &self.words).finish_non_exhaustive()
    }
}
