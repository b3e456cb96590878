//! Values inside of JSON, wherever a path leads: through lists element by element, into texts that hold JSON themselves
//! (written twice), to every one of several members with the same name.
//!
//! A document keeps its text but for what is replaced: the order of its members, its numbers to the digit, its blanks.

use std::ops::Range;

use serde::de::IgnoredAny;
use serde_json::Value as Json;

use crate::value::Value;

/// What a path leads to in a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inside {
    /// The values at its ends, in the order of the document; the elements of a list that stands there.
    pub values: Vec<Value>,
    /// Whether it met a text that is no JSON, a number, true or false where it has to go on, so that what it names may be in
    /// there. What is absent or null holds nothing.
    pub is_unreadable: bool,
}

/// What a path of names leads to in a text of JSON. A text that is no JSON is unreadable unless it is blank.
pub fn inside(document: &str, path: &[&str]) -> Inside {
    let mut inside = Inside::default();
    for met in walk(document, path) {
        match met {
            Met::End(place) => {
                note(document.get(place).and_then(|text| serde_json::from_str(text).ok()), &mut inside.values)
            }
            Met::Inner { text, .. } => {
                let deeper = self::inside(&text.text, text.path);
                inside.values.extend(deeper.values);
                inside.is_unreadable |= deeper.is_unreadable;
            }
            Met::Wall => inside.is_unreadable = true,
        }
    }
    inside
}

/// The document with every value at the path's ends replaced; `new` is given the old one: a text or number as it is, an
/// object or a list as its JSON.
///
/// # Errors
/// What `new` returns.
pub fn replaced<E>(
    document: &str,
    path: &[&str],
    new: &mut dyn FnMut(Value) -> Result<Value, E>,
) -> Result<String, E> {
    let mut result = String::with_capacity(document.len());
    let mut copied = 0;
    for met in walk(document, path) {
        let (place, text) = match met {
            Met::End(place) => {
                let old = document.get(place.clone()).unwrap_or_default();
                (place, json_of(&new(value_of(old))?))
            }
            Met::Inner { place, text } => {
                let inner = replaced(&text.text, text.path, new)?;
                (place, Json::from(inner).to_string())
            }
            Met::Wall => continue,
        };
        result.push_str(document.get(copied..place.start).unwrap_or_default());
        result.push_str(&text);
        copied = place.end;
    }
    result.push_str(document.get(copied..).unwrap_or_default());
    Ok(result)
}

/// A value at the end of a path, as a column would hold it.
fn value_of(json: &str) -> Value {
    match serde_json::from_str::<Json>(json) {
        Ok(Json::Null) => Value::Null,
        Ok(Json::Bool(flag)) => Value::Boolean(flag),
        Ok(Json::String(text)) => Value::Text(text),
        // Numbers keep their digits, and objects and lists their text.
        _ => Value::Text(json.to_owned()),
    }
}

fn json_of(value: &Value) -> String {
    match value {
        Value::Boolean(flag) => Json::from(*flag).to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => Json::from(*number).to_string(),
        other => other.to_text().map_or(Json::Null, Json::from).to_string(),
    }
}

/// Values to be compared: lists by their elements.
fn note(json: Option<Json>, values: &mut Vec<Value>) {
    match json {
        Some(Json::Array(elements)) => elements.into_iter().for_each(|element| note(Some(element), values)),
        Some(Json::String(text)) => values.push(Value::Text(text)),
        Some(Json::Bool(flag)) => values.push(Value::Boolean(flag)),
        Some(Json::Number(number)) => values.push(Value::Text(number.to_string())),
        Some(Json::Null | Json::Object(_)) | None => {}
    }
}

/// What a path meets.
enum Met<'p> {
    /// A value at its end, by its place in the text.
    End(Range<usize>),
    /// A text that holds JSON, by its place, and what it holds.
    Inner { place: Range<usize>, text: Inner<'p> },
    /// Something in which it cannot go on.
    Wall,
}

/// JSON in a text, and the rest of the path.
struct Inner<'p> {
    text: String,
    path: &'p [&'p str],
}

/// What a path meets in a text of JSON, in the order of the text.
fn walk<'p>(document: &str, path: &'p [&'p str]) -> Vec<Met<'p>> {
    let mut walker = Walker { text: document, at: 0, met: Vec::new() };
    if document.trim().is_empty() {
        return walker.met;
    }
    // What follows may take it that the text is JSON, and of no more than the depth that this reader bears.
    if serde_json::from_str::<IgnoredAny>(document).is_err() || path.is_empty() {
        return vec![Met::Wall];
    }
    walker.value(path);
    walker.met
}

struct Walker<'t, 'p> {
    text: &'t str,
    at: usize,
    met: Vec<Met<'p>>,
}

impl<'p> Walker<'_, 'p> {
    /// Goes over one value, in which the path is still to be followed.
    fn value(&mut self, path: &'p [&'p str]) {
        self.blanks();
        let Some((name, rest)) = path.split_first() else {
            let place = self.skip();
            self.met.push(Met::End(place));
            return;
        };
        match self.peek() {
            Some(b'{') => self.members(
                |walker, member| {
                    if member == *name { walker.value(rest) } else { walker.pass() }
                },
            ),
            Some(b'[') => self.elements(|walker| walker.value(path)),
            Some(b'n') => self.pass(),
            Some(b'"') => {
                let place = self.skip();
                let text: String = self
                    .text
                    .get(place.clone())
                    .and_then(|it| serde_json::from_str(it).ok())
                    .unwrap_or_default();
                let is_json = text.trim_start().starts_with(['{', '[', '"'])
                    && serde_json::from_str::<IgnoredAny>(&text).is_ok();
                if is_json {
                    self.met.push(Met::Inner { place, text: Inner { text, path } });
                } else if !text.trim().is_empty() {
                    self.met.push(Met::Wall);
                }
            }
            _ => {
                self.pass();
                self.met.push(Met::Wall);
            }
        }
    }

    fn members(&mut self, mut each: impl FnMut(&mut Self, &str)) {
        self.at += 1;
        loop {
            self.blanks();
            match self.peek() {
                Some(b'"') => {
                    let name = self.skip();
                    let name: String =
                        self.text.get(name).and_then(|it| serde_json::from_str(it).ok()).unwrap_or_default();
                    self.blanks();
                    self.at += 1; // the colon
                    each(self, &name);
                }
                Some(b',') => self.at += 1,
                _ => break,
            }
        }
        self.at += 1;
    }

    fn elements(&mut self, mut each: impl FnMut(&mut Self)) {
        self.at += 1;
        loop {
            self.blanks();
            match self.peek() {
                Some(b']') | None => break,
                Some(b',') => self.at += 1,
                Some(_) => each(self),
            }
        }
        self.at += 1;
    }

    /// Goes over one value without looking at it.
    fn pass(&mut self) {
        let _: Range<usize> = self.skip();
    }

    /// The same, and returns where it stands.
    fn skip(&mut self) -> Range<usize> {
        self.blanks();
        let start = self.at;
        match self.peek() {
            Some(b'{') => self.members(|walker, _| walker.pass()),
            Some(b'[') => self.elements(|walker| walker.pass()),
            Some(b'"') => {
                let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
                let mut is_escaped = false;
                let end = rest.iter().position(|&byte| {
                    let ends = byte == b'"' && !is_escaped;
                    is_escaped = byte == b'\\' && !is_escaped;
                    ends
                });
                self.at += end.map_or(rest.len(), |end| end + 1) + 1;
            }
            _ => {
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                let ends = |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
                self.at += rest.iter().position(ends).unwrap_or(rest.len());
            }
        }
        start..self.at
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use proptest::prelude::*;

    use super::*;

    const PATH: &[&str] = &["customer", "phone"];

    fn masked(document: &str) -> String {
        replaced(document, PATH, &mut |_| Ok::<_, Infallible>(Value::Null)).unwrap()
    }

    fn values(document: &str) -> Vec<Value> {
        inside(document, PATH).values
    }

    #[test]
    fn a_path_leads_through_lists_texts_and_members_that_come_twice() {
        for (document, expected) in [
            (r#"{"customer":{"phone":"1"}}"#, r#"{"customer":{"phone":null}}"#),
            (r#"{"customer":[{"phone":"1"}]}"#, r#"{"customer":[{"phone":null}]}"#),
            (
                r#"[{"customer": {"phone" : "1" , "x":1.50}}]"#,
                r#"[{"customer": {"phone" : null , "x":1.50}}]"#,
            ),
            (r#"[[[{"customer":[[{"phone":"1"}]]}]]]"#, r#"[[[{"customer":[[{"phone":null}]]}]]]"#),
            (r#""{\"customer\":{\"phone\":\"1\"}}""#, r#""{\"customer\":{\"phone\":null}}""#),
            (r#"{"customer":"{\"phone\":\"1\"}"}"#, r#"{"customer":"{\"phone\":null}"}"#),
        ] {
            assert_eq!(values(document), ["1".into()], "{document}");
            assert_eq!(masked(document), expected);
            assert!(!inside(document, PATH).is_unreadable, "{document}");
        }
        let twice = r#"{"customer":{"phone":"1","phone":2},"customer":{"ph\u006fne":["3",{"x":"4"},[5]]}}"#;
        assert_eq!(values(twice), ["1", "2", "3", "5"].map(Value::from));
        assert_eq!(
            masked(twice),
            r#"{"customer":{"phone":null,"phone":null},"customer":{"ph\u006fne":null}}"#
        );
    }

    #[test]
    fn what_is_absent_or_null_holds_nothing_and_what_is_no_object_cannot_be_read() {
        for nothing in [
            "",
            "  ",
            "null",
            "{}",
            "[]",
            r#"{"customer":null}"#,
            r#"{"customer":[{},null]}"#,
            r#"{"customer":""}"#,
        ] {
            assert_eq!(inside(nothing, PATH), Inside::default(), "{nothing}");
        }
        for wall in [
            "no JSON",
            "{",
            r#""text""#,
            "7",
            r#"{"customer":"Ana"}"#,
            r#"{"customer":[{"phone":"1"},true]}"#,
        ] {
            assert!(inside(wall, PATH).is_unreadable, "{wall}");
        }
    }

    #[test]
    fn a_hostile_document_is_unreadable_and_no_more() {
        let deep = "[".repeat(100_000);
        assert!(inside(&deep, PATH).is_unreadable);
        assert_eq!(masked(&deep), deep);
    }

    fn json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i32>().prop_map(Json::from),
            "[a\"\\\\{}\\[\\]:, é]{0,6}".prop_map(Json::from),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            let name = proptest::sample::select(vec!["customer", "phone", "x", "a\"b"]);
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
                proptest::collection::btree_map(name.prop_map(str::to_owned), inner.clone(), 0..4)
                    .prop_map(|members| Json::Object(members.into_iter().collect())),
                inner.prop_map(|json| Json::from(json.to_string())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_was_masked_is_not_read_any_more_and_the_rest_stays(json in json(), pretty in any::<bool>()) {
            let document = if pretty { format!("{json:#}") } else { json.to_string() };
            let same = replaced(&document, PATH, &mut |old| Ok::<_, Infallible>(old)).unwrap();
            prop_assert_eq!(inside(&same, PATH).values.len(), inside(&document, PATH).values.len());
            let masked = masked(&document);
            prop_assert!(values(&masked).is_empty(), "{} became {}", document, masked);
            prop_assert!(serde_json::from_str::<Json>(&masked).is_ok());
            prop_assert_eq!(inside(&masked, &["x"]).values.len(), inside(&document, &["x"]).values.len());
        }

        #[test]
        fn nothing_panics(text in ".*", odd in "[\\[\\]{}\":,\\\\a1 ]{0,20}") {
            for text in [&text, &odd] {
                let _ = (inside(text, PATH), masked(text));
            }
        }
    }
}
