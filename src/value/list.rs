//! Lists of scalars inside of one field: an array of the database's, or JSON.
//!
//! A field that is named `participants[]` means the elements of the list in `participants`, of which any one may be meant.

use super::Value;

const ELEMENTS: &str = "[]";

/// How the elements of the list in a field are named.
pub fn elements_of(field: &str) -> String {
    format!("{field}{ELEMENTS}")
}

/// The field that holds the list whose elements are named so; `None` where a name means the field itself.
pub fn list_of(name: &str) -> Option<&str> {
    name.strip_suffix(ELEMENTS).filter(|field| !field.is_empty())
}

/// The field that a name is about: the list, where it means elements, and otherwise the field of that name.
pub(crate) fn field_of(name: &str) -> &str {
    list_of(name).unwrap_or(name)
}

/// The elements of a list as a store reads it, nulls among them: `[1, "a", null]` or, as PostgreSQL writes its arrays,
/// `{1,a,NULL}`. Null, JSON's `null` and blanks are lists of nothing.
///
/// `None` for everything else, and for a list in which anything stands but whole numbers of 64 bits, texts and nulls.
pub fn elements(held: &Value) -> Option<Vec<Value>> {
    Some(List::read(held)?.elements)
}

/// The list without the elements that `goes` says, written as it was. What is no list, and a list without any of them,
/// stays to the letter.
pub(crate) fn without(held: &Value, goes: impl Fn(&Value) -> bool) -> Value {
    let Some(List { elements, form }) = List::read(held) else { return held.clone() };
    let count = elements.len();
    let rest: Vec<Value> = elements.into_iter().filter(|element| !goes(element)).collect();
    if rest.len() == count { held.clone() } else { form.write(&rest) }
}

/// A list, and how it is written.
struct List {
    elements: Vec<Value>,
    form: Form,
}

#[derive(Clone, Copy)]
enum Form {
    Json,
    Array,
}

impl List {
    fn read(held: &Value) -> Option<Self> {
        let none = Self { elements: Vec::new(), form: Form::Json };
        if held.is_null() {
            return Some(none);
        }
        let text = held.as_text()?.trim();
        if text.is_empty() {
            return Some(none);
        }
        if let Some(inside) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            return Some(Self { elements: array(inside)?, form: Form::Array });
        }
        match serde_json::from_str(text).ok()? {
            serde_json::Value::Null => Some(none),
            serde_json::Value::Array(items) => {
                let elements = items.into_iter().map(scalar).collect::<Option<_>>()?;
                Some(Self { elements, form: Form::Json })
            }
            _ => None,
        }
    }
}

impl Form {
    fn write(self, elements: &[Value]) -> Value {
        let items = elements.iter().map(|element| match (self, element) {
            (Self::Json, Value::Integer(number)) => number.to_string(),
            (Self::Json, Value::Null) => "null".to_owned(),
            (Self::Json, other) => serde_json::Value::from(other.to_text().unwrap_or_default()).to_string(),
            (Self::Array, Value::Null) => "NULL".to_owned(),
            (Self::Array, other) => {
                let text = other.to_text().unwrap_or_default();
                format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
            }
        });
        let items = items.collect::<Vec<_>>().join(",");
        Value::Text(match self {
            Self::Json => format!("[{items}]"),
            Self::Array => format!("{{{items}}}"),
        })
    }
}

fn scalar(item: serde_json::Value) -> Option<Value> {
    match item {
        serde_json::Value::Null => Some(Value::Null),
        serde_json::Value::String(text) => Some(Value::Text(text)),
        serde_json::Value::Number(number) => number.as_i64().map(Value::Integer),
        serde_json::Value::Bool(_) | serde_json::Value::Array(_) | serde_json::Value::Object(_) => None,
    }
}

/// What stands between the braces of an array of one dimension.
fn array(inside: &str) -> Option<Vec<Value>> {
    let mut elements = Vec::new();
    let mut rest = inside;
    while !rest.is_empty() {
        let element;
        (element, rest) = match rest.strip_prefix('"') {
            Some(quoted) => quoted_element(quoted)?,
            None => {
                let (bare, rest) = rest.split_at(rest.find(',').unwrap_or(rest.len()));
                if bare.is_empty() || bare.contains(['{', '}', '"', '\\', ':']) {
                    return None;
                }
                (if bare == "NULL" { Value::Null } else { Value::from(bare) }, rest)
            }
        };
        elements.push(element);
        match rest.strip_prefix(',') {
            Some("") => return None,
            Some(more) => rest = more,
            None if rest.is_empty() => {}
            None => return None,
        }
    }
    Some(elements)
}

/// The element behind an opening quotation mark, and what follows the closing one.
fn quoted_element(quoted: &str) -> Option<(Value, &str)> {
    let mut text = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '"' => return Some((Value::Text(text), quoted.get(at + 1..)?)),
            '\\' => text.push(characters.next()?.1),
            c => text.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<Vec<Value>> {
        elements(&text.into())
    }

    #[test]
    fn a_list_is_read_as_json_and_as_postgresql_writes_arrays() {
        let list = || Some(vec![Value::Integer(7), "a".into(), Value::Null]);
        assert_eq!(read("[7, \"a\", null]"), list());
        assert_eq!(
            read("{7,a,NULL,\"NULL\",\"a \\\"b\\\\ ,\"}").unwrap()[3..],
            [Value::from("NULL"), Value::from("a \"b\\ ,")]
        );
        for nothing in ["", "  ", "null", "[]", "{}"] {
            assert_eq!(read(nothing), Some(Vec::new()), "{nothing}");
        }
        assert_eq!(elements(&Value::Null), Some(Vec::new()));
    }

    #[test]
    fn what_is_no_list_of_scalars_is_none() {
        for other in [
            "7",
            "\"a\"",
            "[[1]]",
            "[{}]",
            "[1.5]",
            "[true]",
            "[1",
            "a,b",
            "{{1},{2}}",
            "{\"a\":1}",
            "{1,}",
            "{,}",
            "[18446744073709551615]",
        ] {
            assert_eq!(read(other), None, "{other}");
            assert_eq!(without(&other.into(), |_| true), Value::from(other));
        }
        assert_eq!(elements(&Value::Integer(7)), None);
    }

    proptest! {
        #[test]
        fn what_goes_is_gone_and_all_else_is_left_in_its_order(
            texts in prop::collection::vec(prop::option::of("[ab\"\\\\,{} ]{0,3}"), 0..5),
            gone in "[ab\"\\\\,{} ]{0,3}",
            is_array: bool,
        ) {
            let all: Vec<Value> = texts.into_iter().map(|text| text.map_or(Value::Null, Value::Text)).collect();
            let form = if is_array { Form::Array } else { Form::Json };
            let held = form.write(&all);
            prop_assert_eq!(elements(&held), Some(all.clone()));
            let left = without(&held, |element| element.as_text() == Some(&gone));
            let rest: Vec<Value> = all.into_iter().filter(|it| it.as_text() != Some(&gone)).collect();
            prop_assert_eq!(elements(&left), Some(rest));
        }
    }
}
