//! The words of pages and notices: one file for each language, in the form of Project Fluent.
//!
//! Knows languages, plurals and how dates are written. It does not know what a page says.

mod time;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::PageError;
use crate::policy::ENGLISH;

type Bundle = FluentBundle<FluentResource>;

/// The languages that this version has words for.
const BUILT_IN: &[(&str, &str)] = &[(ENGLISH, include_str!("en.ftl"))];

/// The words of all languages, with what a host says otherwise.
pub struct Words {
    /// The bundles of each language; what was added later is asked first.
    languages: BTreeMap<String, Vec<Bundle>>,
}

/// Why a file of words cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WordsError {
    /// The tag of the language.
    #[error("this is not the tag of a language; write a tag such as `en`, `hi` or `pt-BR`")]
    Language,
    /// The file is not in Fluent's form.
    #[error(
        "{problems} messages of the words for `{language}` are not in Fluent's form; each is `key = words`, and what belongs to it is indented"
    )]
    Form {
        /// The language.
        language: String,
        /// How many messages cannot be read.
        problems: usize,
    },
}

impl Words {
    /// The words of this version.
    ///
    /// # Errors
    /// Never, as long as the files of this version can be read, which a test sees to.
    pub fn built_in() -> Result<Self, WordsError> {
        let none = Self { languages: BTreeMap::new() };
        BUILT_IN.iter().try_fold(none, |words, (language, text)| words.with_language(language, *text))
    }

    /// Adds a language, or says some of it otherwise: `text` is a file in Fluent's form, with the keys of `en.ftl`. What it
    /// does not have is said as before, and in English where the language has nothing.
    ///
    /// # Errors
    /// A tag that is none, and a text that cannot be read whole.
    pub fn with_language(mut self, language: &str, text: impl Into<String>) -> Result<Self, WordsError> {
        let tag: LanguageIdentifier = language.parse().map_err(|_| WordsError::Language)?;
        let resource = FluentResource::try_new(text.into()).map_err(|(_, problems)| WordsError::Form {
            language: tag.to_string(),
            problems: problems.len(),
        })?;
        let mut bundle = Bundle::new_concurrent(vec![tag.clone()]);
        // What is put into a message is isolated where that is needed, see `isolated`.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        self.languages.entry(tag.to_string()).or_default().insert(0, bundle);
        Ok(self)
    }

    /// The tags of the languages that there are words for.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    /// The nearest language to the one that is asked for: itself, the one that it is a variety of, or English.
    pub fn nearest(&self, language: &str) -> &str {
        let mut wider = wider(language);
        wider.find_map(|tag| self.languages.get_key_value(tag)).map_or(ENGLISH, |(tag, _)| tag)
    }

    /// The words as a reader of this language gets them.
    pub(crate) fn speech(&self, language: &str) -> Speech<'_> {
        let bundles = wider(language).chain([ENGLISH]).filter_map(|tag| self.languages.get(tag)).flatten();
        let speech =
            Speech { language: self.nearest(language), is_right_to_left: false, bundles: bundles.collect() };
        let is_right_to_left = speech.say("direction").is_ok_and(|direction| direction.trim() == "rtl");
        Speech { is_right_to_left, ..speech }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("languages", &self.languages.keys()).finish()
    }
}

/// The tag, and each that it is a variety of.
fn wider(language: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(language), |tag| tag.rsplit_once('-').map(|(wider, _)| wider))
}

/// What stands in the place of a name in a message.
#[derive(Debug, Clone)]
pub(crate) enum Arg<'a> {
    /// Text as it stands.
    Text(Cow<'a, str>),
    /// A number, by which a plural is chosen.
    Count(u64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// A value as it is put into a message: kept from turning the direction of what stands around it, where it could.
fn isolated(text: &str, is_right_to_left: bool) -> Cow<'_, str> {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let reads_leftwards = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if !is_right_to_left && !text.contains(|c| turns(c) || reads_leftwards(c)) {
        return Cow::Borrowed(text);
    }
    let inside: String = text.chars().filter(|c| !turns(*c)).collect();
    Cow::Owned(format!("\u{2068}{inside}\u{2069}"))
}

/// The words in one language, and behind them those that are taken where it lacks some.
pub(crate) struct Speech<'a> {
    language: &'a str,
    is_right_to_left: bool,
    bundles: Vec<&'a Bundle>,
}

impl<'a> Speech<'a> {
    /// The language that is spoken, as far as it has words.
    pub(crate) fn language(&self) -> &'a str {
        self.language
    }

    /// Whether it is read from right to left.
    pub(crate) fn is_right_to_left(&self) -> bool {
        self.is_right_to_left
    }

    /// The message of a key.
    ///
    /// # Errors
    /// A key that no language has, which is a fault of this crate; a test asks for every key.
    pub(crate) fn say(&self, key: &str) -> Result<String, PageError> {
        self.say_with(key, &[])
    }

    /// The message of a key, with its places filled.
    ///
    /// # Errors
    /// As [`Speech::say`].
    pub(crate) fn say_with(&self, key: &str, places: &[(&str, Arg<'_>)]) -> Result<String, PageError> {
        let mut args = FluentArgs::with_capacity(places.len());
        for (name, value) in places {
            match value {
                Arg::Text(text) => args.set(*name, isolated(text, self.is_right_to_left)),
                Arg::Count(count) => args.set(*name, *count),
            }
        }
        let said = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            // A message whose places cannot be filled is as good as missing, and the next language has it.
            errors.is_empty().then_some(text)
        });
        said.ok_or_else(|| PageError::Words { key: key.to_owned() })
    }

    /// Whether there is such a message in any language.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(key))
    }

    /// The message `prefix-word` where there is one; a word that no language knows is shown as it stands, and readable.
    pub(crate) fn word(&self, prefix: &str, word: &str) -> Result<String, PageError> {
        let key = format!("{prefix}-{word}");
        if self.has(&key) { self.say(&key) } else { Ok(word.to_owned()) }
    }
}
