//! Words that the policy puts before people: one text, or one for each language.
//!
//! Knows which of its texts a reader of some language gets. The words of the crate's own sentences are not here.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

/// The language in which everything has words, and in which a reader gets what their own language lacks.
pub const ENGLISH: &str = "en";

/// The longest tag of a language that is taken, in bytes.
const MAX_LANGUAGE: usize = 35;

/// Whether the text has the form of a language's tag, as HTML's `lang` takes it (BCP 47): `en`, `pt-BR`, `zh-Hant`.
pub(crate) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_primary =
        |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_subtag =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.len() <= MAX_LANGUAGE && parts.next().is_some_and(is_primary) && parts.all(is_subtag)
}

/// Words for people: one text that is shown in every language, or a text for each.
///
/// ```
/// use oubliette::policy::Label;
///
/// let label = Label::new("Invoices").with_translation("hi", "चालान").with_translation("pt", "Faturas");
/// assert_eq!(label.in_language("hi"), "चालान");
/// assert_eq!(label.in_language("pt-BR"), "Faturas", "a region reads its language");
/// assert_eq!(label.in_language("de"), "Invoices", "what is not translated is read as it was written");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Label {
    text: String,
    translations: BTreeMap<String, String>,
}

impl Label {
    /// Words that are shown in every language that has none of its own.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), translations: BTreeMap::new() }
    }

    /// Says it in a language, by its tag: `hi`, `pt-BR`.
    #[must_use]
    pub fn with_translation(mut self, language: impl Into<String>, text: impl Into<String>) -> Self {
        self.translations.insert(language.into(), text.into());
        self
    }

    /// What a table of the file says: read in English where a reader's language is missing, else in the first there is.
    pub(super) fn from_table(translations: BTreeMap<String, String>) -> Self {
        let first = translations.get(ENGLISH).or_else(|| translations.values().next());
        Self { text: first.cloned().unwrap_or_default(), translations }
    }

    /// The words for readers whose language it lacks.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The words for a reader of this language: its own, those of the language that it is a variety of, or
    /// [`Label::as_str`].
    pub fn in_language(&self, language: &str) -> &str {
        let wider = std::iter::successors(Some(language), |tag| tag.rsplit_once('-').map(|(wider, _)| wider));
        wider.filter_map(|tag| self.translations.get(tag)).map(String::as_str).next().unwrap_or(&self.text)
    }

    /// Its texts by language; empty where it is one text for all of them.
    pub fn translations(&self) -> &BTreeMap<String, String> {
        &self.translations
    }
}

impl From<&str> for Label {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

/// One text is written as text, and translations as a table; a text beside translations stands under no language.
impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.translations.is_empty() {
            return serializer.serialize_str(&self.text);
        }
        let mut table: BTreeMap<&str, &str> =
            self.translations.iter().map(|(language, text)| (language.as_str(), text.as_str())).collect();
        if Self::from_table(self.translations.clone()) != *self {
            table.insert("", &self.text);
        }
        table.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_languages_are_told_from_other_words() {
        for good in ["en", "hi", "fil", "pt-BR", "zh-Hant-TW", "de-1996", "en-x-plain"] {
            assert!(is_language(good), "{good}");
        }
        for bad in ["", "e", "EN", "english", "en_US", "en-", "-en", "en-toolongpart", "en\" onload", "ü"] {
            assert!(!is_language(bad), "{bad}");
        }
        assert!(!is_language(&format!("en{}", "-abcdefgh".repeat(9))));
    }

    #[test]
    fn a_reader_gets_the_nearest_words_there_are() {
        let table = |pairs: &[(&str, &str)]| {
            Label::from_table(
                pairs.iter().map(|(tag, text)| ((*tag).to_owned(), (*text).to_owned())).collect(),
            )
        };
        let label = table(&[("en", "Invoices"), ("pt", "Faturas"), ("pt-BR", "Notas")]);
        assert_eq!(label.in_language("pt-BR"), "Notas");
        assert_eq!(label.in_language("pt-PT"), "Faturas");
        assert_eq!(label.in_language("de"), "Invoices");
        assert_eq!(table(&[("hi", "चालान"), ("ta", "…")]).in_language("en"), "चालान");
        assert_eq!(Label::new("One").in_language("hi"), "One");
    }

    #[test]
    fn what_differs_is_written_differently() {
        let json = |label: &Label| serde_json::to_string(label).unwrap();
        let plain = Label::new("Invoices");
        assert_eq!(json(&plain), r#""Invoices""#);
        let translated = plain.clone().with_translation("en", "Invoices");
        assert_eq!(json(&translated), r#"{"en":"Invoices"}"#);
        assert_eq!(json(&plain.with_translation("hi", "चालान")), r#"{"":"Invoices","hi":"चालान"}"#);
    }
}
