//! Whether a text names a person: by addresses and numbers in any spelling, and in JSON by what its texts say.

use crate::engine::error::EngineError;
use crate::identifier::{Identifier, IdentifierKind};
use crate::port::{Replacement, Scrubber};
use crate::value::Value;

/// What names a person in a text. Kinds that are only numbers, or the host's own, are not looked for inside of texts: what
/// equals them there is mostly something else.
#[derive(Debug)]
pub(crate) struct Texts(Option<Scrubber>);

impl Texts {
    /// What names the person with these identifiers.
    ///
    /// # Errors
    /// They are more than texts can be searched for.
    pub(crate) fn naming<'i>(identifiers: impl Iterator<Item = &'i Identifier>) -> Result<Self, EngineError> {
        let in_texts: Vec<&Identifier> = identifiers.filter(|it| stands_in_texts(it.kind())).collect();
        if in_texts.is_empty() {
            return Ok(Self(None));
        }
        let words = in_texts.iter().filter(|it| it.digits().is_none()).map(|it| it.value().to_owned());
        let numbers = in_texts.iter().filter_map(|it| it.digits()).map(str::to_owned);
        Ok(Self(Some(Scrubber::new(words, numbers)?)))
    }

    /// Whether no text can name the person.
    pub(crate) fn are_empty(&self) -> bool {
        self.0.is_none()
    }

    /// What takes them out of a text.
    pub(crate) fn scrub(&self) -> Option<Replacement> {
        self.0.clone().map(Replacement::Scrub)
    }

    /// Whether a value names the person.
    pub(crate) fn name_in(&self, value: &Value) -> bool {
        let (Some(scrubber), Value::Text(text)) = (&self.0, value) else { return false };
        let is_in = |text: &str| scrubber.scrub(text) != text;
        is_in(text) || json(text).is_some_and(|json| any_text(&json, &is_in))
    }
}

fn stands_in_texts(kind: &IdentifierKind) -> bool {
    match kind {
        IdentifierKind::Phone | IdentifierKind::Email | IdentifierKind::WaId | IdentifierKind::Bsuid => true,
        IdentifierKind::Asid | IdentifierKind::Psid | IdentifierKind::Igsid | IdentifierKind::Custom(_) => {
            false
        }
    }
}

/// A text as the JSON that it is, where its texts may be written with escapes.
fn json(text: &str) -> Option<serde_json::Value> {
    let may_be = text.trim_start().starts_with(['{', '[', '"']) && text.contains('\\');
    if may_be { serde_json::from_str(text).ok() } else { None }
}

fn any_text(json: &serde_json::Value, is_it: &dyn Fn(&str) -> bool) -> bool {
    match json {
        serde_json::Value::String(text) => is_it(text),
        serde_json::Value::Array(items) => items.iter().any(|item| any_text(item, is_it)),
        serde_json::Value::Object(fields) => {
            fields.iter().any(|(name, field)| is_it(name) || any_text(field, is_it))
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_whom_it_spells_out_also_inside_of_json() {
        let given = ["phone=+442079460958", "email=ana@example.com", "asid=facebook/1/777", "username=ana"];
        let given = given.map(|it| Identifier::parse_pair(it, None).unwrap());
        let texts = Texts::naming(given.iter()).unwrap();
        for (text, is_named) in [
            ("call +44 20 7946 0958", true),
            ("442079460958", true),
            ("write to Ana@Example.com.", true),
            (r#"{"to": ["ana\u0040example.com"]}"#, true),
            (r#"{"ana@example.com": 1}"#, true),
            (r#""{\"phone\": \"+442079460958\"}""#, true),
            ("banana@example.com", false),
            ("the ticket 777 of ana", false),
            ("+44 20 7946 0959", false),
            ("", false),
        ] {
            assert_eq!(texts.name_in(&Value::from(text)), is_named, "{text}");
        }
        assert!(!texts.name_in(&Value::Integer(442_079_460_958)) && !texts.name_in(&Value::Null));
        assert!(Texts::naming(given.iter().skip(2)).unwrap().are_empty());
    }
}
