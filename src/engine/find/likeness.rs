//! Values that are not understood and may name the person all the same: `+44 20 7946 0958 ext. 12`, `Ana <ana@example.com>`.
//!
//! In a field whose kind has many spellings a value is either understood, and then it is the person's or somebody else's;
//! or it is not, and then it may be the person's where their number or address stands in it as a whole, in any coat. Who
//! that is only a person can say. What is understood as somebody else's is theirs, whatever it looks like.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use super::matching::{holder, holds_one_of, identifier_fields, values_inside};
use super::pages::Pages;
use super::records::{Cursor, Records, Row};
use crate::datamap::{IdentifierField, Stored};
use crate::engine::error::EngineError;
use crate::identifier::{Identifier, IdentifierKind, dialled_at_home};
use crate::plan::ids::NodeId;
use crate::port::document::inside;
use crate::port::{Key, Scrubber, Selection};
use crate::value::Value;

/// So many traces are looked for in one statement.
const MAX_TRACES: usize = 200;
/// What stands in an address instead of its `@`, in whatever coat, has one of these in it.
const COATS_OF_AT: [&str; 4] = ["%", "&", "\\", " "];
/// What parts the numbers of one text.
const BETWEEN: [char; 5] = [',', ';', '/', '|', '\n'];
/// WhatsApp's hidden ids: their digits are no number.
const HIDDEN_ID: &str = "@lid";

/// What values that are not understood look like where they may be the person's, by the kind of identifier.
#[derive(Debug)]
pub(crate) struct Likenesses(BTreeMap<IdentifierKind, Likeness>);

/// What values of one kind look like where they may be the person's.
#[derive(Debug)]
pub(crate) struct Likeness {
    wanted: Vec<Identifier>,
    known: BTreeSet<Identifier>,
    /// Numbers with their country code, and addresses.
    whole: Scrubber,
    /// Numbers as they are dialled inside of their countries.
    at_home: Scrubber,
    traces: Vec<Vec<String>>,
}

impl Likenesses {
    /// Of the person with these identifiers.
    ///
    /// # Errors
    /// They are more than can be looked for at once.
    pub(crate) fn of(identifiers: &[Identifier]) -> Result<Self, EngineError> {
        let mut by_kind: BTreeMap<IdentifierKind, Vec<Identifier>> = BTreeMap::new();
        for identifier in identifiers.iter().filter(|it| it.kind().has_spellings()) {
            by_kind.entry(identifier.kind().clone()).or_default().push(identifier.clone());
        }
        let likeness = |(kind, wanted)| Ok((kind, Likeness::of(wanted)?));
        by_kind.into_iter().map(likeness).collect::<Result<_, _>>().map(Self)
    }

    /// What values of a field look like; `None` where each is understood, or none can be the person's.
    pub(crate) fn in_field(&self, field: &IdentifierField) -> Option<&Likeness> {
        self.0.get(field.kind()).filter(|_| field.stored() == Stored::Any)
    }
}

impl Likeness {
    fn of(wanted: Vec<Identifier>) -> Result<Self, EngineError> {
        let numbers = || wanted.iter().filter_map(|it| it.digits());
        let addresses = wanted.iter().filter(|it| it.digits().is_none()).map(|it| it.value().to_owned());
        let whole = Scrubber::new(addresses, numbers().map(str::to_owned))?;
        let at_home = Scrubber::new([], numbers().flat_map(dialled_at_home))?;
        let traces = wanted.iter().flat_map(traces).collect();
        Ok(Self { known: wanted.iter().cloned().collect(), wanted, whole, at_home, traces })
    }

    /// Whether a value that no store has found for the person may be theirs all the same.
    pub(crate) fn is_in(&self, kind: &IdentifierKind, value: &Value) -> bool {
        let text = match value {
            Value::Null | Value::Boolean(_) => return false,
            Value::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Value::Integer(_) | Value::Real(_) | Value::Text(_) => value.to_text().unwrap_or_default(),
        };
        match Identifier::stored(kind, None, &text) {
            Some(held) => self.known.contains(&held) || self.is_calculated(&text),
            None => self.is_within(&text) || self.is_calculated(&text),
        }
    }

    /// Whether one of them stands in a text as a whole.
    fn is_within(&self, text: &str) -> bool {
        if text.trim_end().to_ascii_lowercase().ends_with(HIDDEN_ID) {
            return false;
        }
        // Beside other digits a national number would be part of somebody's.
        let is_all = |part: &str| {
            let rest = self.at_home.scrub(part);
            rest != part && !rest.contains(|c: char| c.is_ascii_digit())
        };
        self.whole.scrub(text) != text || text.split(BETWEEN).any(is_all)
    }

    /// Whether a text is one of the numbers as a spreadsheet writes it: `442079460958.0`, `4.42079460958E+11`.
    fn is_calculated(&self, text: &str) -> bool {
        let number =
            text.trim().parse::<f64>().ok().filter(|number| number.is_finite() && number.fract() == 0.0);
        let digits = number.map(|number| format!("{number:.0}"));
        digits.is_some_and(|digits| self.wanted.iter().any(|it| it.digits() == Some(digits.as_str())))
    }

    /// Records of which a store says that a field may hold one of them, without those in which it has found one.
    fn asked(&self, field: &IdentifierField) -> Vec<Selection> {
        let found = holds_one_of(field, &self.wanted);
        let traces = self.traces.chunks(MAX_TRACES);
        let asked = traces.map(|traces| may_hold(field.field(), traces).and(found.clone().negated()));
        // Where the path leads nowhere by a query, the document is looked at as a whole.
        match holder(field.field()) {
            Some(_) => asked.map(|it| it.and(unreadable(field).negated())).collect(),
            None => asked.collect(),
        }
    }
}

fn may_hold(field: &str, traces: &[Vec<String>]) -> Selection {
    Selection::MayHold { field: field.to_owned(), traces: Arc::new(traces.to_vec()) }
}

fn unreadable(field: &IdentifierField) -> Selection {
    Selection::Unreadable { field: field.field().to_owned() }
}

/// What stands in every text that may hold an identifier: a number's digits as far as they are dialled everywhere, or an
/// address, be its `@` in a coat.
fn traces(identifier: &Identifier) -> Vec<Vec<String>> {
    if let Some(digits) = identifier.digits() {
        let dialled = dialled_at_home(digits).chain([digits.to_owned()]);
        let shortest = dialled.min_by_key(String::len).unwrap_or_default();
        return vec![shortest.chars().map(String::from).collect()];
    }
    let address = identifier.value().to_owned();
    let coated = address.split_once('@').map(|(name, domain)| {
        COATS_OF_AT.map(|coat| vec![name.to_owned(), coat.to_owned(), domain.to_owned()])
    });
    coated.into_iter().flatten().chain([vec![address]]).collect()
}

/// Records of a collection in which a field may hold one of the person's identifiers in a spelling that is not understood,
/// in the tenant of the request.
pub(crate) struct Doubtful<'a> {
    field: &'a IdentifierField,
    likeness: &'a Likeness,
    columns: Vec<Cursor<'a>>,
    /// Documents in which no query follows the field's path.
    documents: Vec<Cursor<'a>>,
    /// What was returned, where several statements may find the same.
    seen: Option<HashSet<Key>>,
}

impl<'a> Doubtful<'a> {
    /// Nothing in a store that can be asked for values alone.
    pub(crate) async fn records(
        records: Records<'a>,
        node: NodeId,
        field: &'a IdentifierField,
        likeness: &'a Likeness,
    ) -> Result<Self, EngineError> {
        let mut doubtful = Self { field, likeness, columns: Vec::new(), documents: Vec::new(), seen: None };
        if !records.shelf(node)?.capabilities().predicates {
            return Ok(doubtful);
        }
        let fields = identifier_fields(records, node);
        let matchable = records.ownership.matchable(node);
        let asked = likeness.asked(field).into_iter();
        doubtful.columns = asked.map(|it| records.all_of(node, &fields, it.and(matchable.clone()))).collect();
        doubtful.seen = (doubtful.columns.len() > 1).then(HashSet::new);
        let Some((column, _)) = holder(field.field()) else { return Ok(doubtful) };
        let unread = unreadable(field).and(matchable);
        if records.count(node, &unread).await? > 0 {
            // Only now it is certain that the field lies in a document.
            let fields: Vec<String> = fields.into_iter().chain([column.to_owned()]).collect();
            let found = holds_one_of(field, &likeness.wanted).negated();
            let traces = likeness.traces.chunks(MAX_TRACES);
            let asked = traces.map(|traces| may_hold(column, traces).and(unread.clone()).and(found.clone()));
            doubtful.documents = asked.map(|it| records.all_of(node, &fields, it)).collect();
        }
        Ok(doubtful)
    }

    fn is_in_column(&self, row: &Row) -> bool {
        self.likeness.is_in(self.field.kind(), row.value(self.field.field()))
    }

    /// Whether what the path does not reach, or one of the values that it leads to, may be the person's. What is understood
    /// was found by whoever looks for it.
    fn is_in_document(&self, row: &Row) -> bool {
        let Some((column, path)) = holder(self.field.field()) else { return false };
        let document = row.value(column).to_text().unwrap_or_default();
        let is_understood = |value: &Value| {
            let text = value.to_text().unwrap_or_default();
            Identifier::stored(self.field.kind(), None, &text).is_some()
        };
        let values = values_inside(self.field, row);
        let mut open = values.iter().filter(|value| !is_understood(value));
        open.any(|value| self.likeness.is_in(self.field.kind(), value))
            || inside(&document, &path).is_unreadable && self.likeness.is_within(&document)
    }
}

impl Pages for Doubtful<'_> {
    async fn next(&mut self) -> Result<Option<Vec<Row>>, EngineError> {
        loop {
            let (cursors, in_columns) = match self.columns.is_empty() {
                false => (&mut self.columns, true),
                true => (&mut self.documents, false),
            };
            let Some(cursor) = cursors.last_mut() else { return Ok(None) };
            let Some(mut rows) = cursor.next().await? else {
                cursors.pop();
                continue;
            };
            rows.retain(|row| if in_columns { self.is_in_column(row) } else { self.is_in_document(row) });
            if let Some(seen) = &mut self.seen {
                rows.retain(|row| seen.insert(row.key.clone()));
            }
            if !rows.is_empty() {
                return Ok(Some(rows));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NUMBER: &str = "442079460958";
    const ADDRESS: &str = "ana.lima@example.com";

    fn likenesses() -> Likenesses {
        let given = ["phone=+442079460958", "wa_id=442079460958", "email=ana.lima@example.com"];
        let given = given.map(|it| Identifier::parse_pair(it, None).unwrap());
        Likenesses::of(&given).unwrap()
    }

    fn may_be_in(kind: &str, value: impl Into<Value>) -> bool {
        let kind: IdentifierKind = kind.parse().unwrap();
        let found = likenesses();
        found.in_field(&IdentifierField::new(kind.clone(), "held")).unwrap().is_in(&kind, &value.into())
    }

    /// Whether a value is understood as the identifier that was given, or may be it.
    fn is_met(kind: &str, text: &str) -> bool {
        let kind: IdentifierKind = kind.parse().unwrap();
        let found = likenesses();
        let likeness = found.in_field(&IdentifierField::new(kind.clone(), "held")).unwrap();
        let understood = Identifier::stored(&kind, None, text);
        understood.is_some_and(|it| likeness.known.contains(&it)) || likeness.is_in(&kind, &text.into())
    }

    #[test]
    fn only_what_has_many_spellings_can_be_misunderstood() {
        let found = likenesses();
        let field = |kind: &str| IdentifierField::new(kind.parse().unwrap(), "held");
        assert!(found.in_field(&field("phone")).is_some());
        assert!(found.in_field(&field("phone").stored_as(Stored::E164)).is_none());
        assert!(found.in_field(&field("account_no")).is_none());
        assert!(Likenesses::of(&[]).unwrap().in_field(&field("email")).is_none());
    }

    #[test]
    fn bytes_and_numbers_are_read_as_text() {
        assert!(may_be_in("phone", Value::Bytes(b"+442079460958\0\0".to_vec())));
        assert!(may_be_in("phone", Value::Bytes(b"\xFF +442079460958".to_vec())));
        // A store compares bytes with no number.
        assert!(may_be_in("wa_id", Value::Bytes(NUMBER.into())));
        assert!(may_be_in("phone", Value::Real(442_079_460_958.0)));
        assert!(!may_be_in("phone", Value::Integer(442_079_460_959)));
        assert!(!may_be_in("phone", Value::Null) && !may_be_in("phone", Value::Boolean(true)));
    }

    /// What people and programs write around a number or an address.
    fn around() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            "[a-z]{1,6}",
            proptest::sample::select(vec![
                "ext. 12",
                ";ext=5",
                "x7",
                "tel:",
                "https://wa.me/",
                "[\"",
                "\"]",
                "<",
                ">",
                "mailto:",
                "(home)",
                "work",
                "n/a",
                "@host",
                "#3",
                "é",
            ])
            .prop_map(str::to_owned),
        ];
        let edge = proptest::sample::select(vec![" ", ", ", ": ", "; ", " <", "> ", "\n"]);
        proptest::collection::vec((word, edge), 0..3)
            .prop_map(|words| words.into_iter().map(|(word, edge)| word + edge).collect())
    }

    fn number() -> impl Strategy<Value = String> {
        let spelled = vec![
            "+442079460958",
            "442079460958",
            "+44 20 7946 0958",
            "+44-20-7946-0958",
            "00442079460958",
            "011 44 20 7946 0958",
            "011442079460958",
            "+44(20)79460958",
        ];
        proptest::sample::select(spelled).prop_map(str::to_owned)
    }

    /// Whether a text around another, which has no digits at that end, leaves it as it is.
    fn parts(text: &str) -> bool {
        !text.trim_end().ends_with(|c: char| c.is_ascii_digit() || "+.-/()@".contains(c))
    }

    proptest! {
        #[test]
        fn a_number_is_understood_or_may_be_meant_in_any_coat(
            before in around().prop_filter("no other number", |it| parts(it)),
            number in number(),
            after in around(),
        ) {
            let text = format!("{before}{number}, {after}");
            for kind in ["phone", "wa_id"] {
                prop_assert!(is_met(kind, &text), "{kind}: {text:?}");
                prop_assert!(is_met(kind, &number), "{kind}: {number:?}");
            }
        }

        #[test]
        fn an_address_is_understood_or_may_be_meant_in_any_coat(
            before in around(),
            at in proptest::sample::select(vec!["@", "%40", "&#64;", "\\u0040", " @ ", "&commat;"]),
            after in around(),
            upper in any::<bool>(),
        ) {
            let address = ADDRESS.replace('@', at);
            let address = if upper && at == "@" { address.to_uppercase() } else { address };
            let text = format!("{before} {address} , {after}");
            prop_assert!(is_met("email", &text), "{text:?}");
            prop_assert!(is_met("email", &format!("{address}.")), "{address:?}");
        }

        #[test]
        fn what_is_understood_is_never_asked_and_nobody_elses_ever(
            digits in "[1-9][0-9]{7,14}",
            before in around().prop_filter("no other number", |it| parts(it)),
            after in "( ext[.] [0-9]{1,3}| x[0-9]{1,2}| [(]work[)])?",
            name in "[a-z]{1,8}[.]?",
        ) {
            prop_assume!(digits != NUMBER);
            for kind in ["phone", "wa_id"] {
                for text in [format!("+{digits}"), format!("{before}+{digits}{after}")] {
                    prop_assert!(!is_met(kind, &text), "{kind}: {text:?}");
                }
            }
            prop_assume!(!name.ends_with('.'));
            for text in [format!("{name}{ADDRESS}"), format!("{before} {name}.{ADDRESS}"), format!("<{ADDRESS}.{name}>")] {
                prop_assert!(!is_met("email", &text), "{text:?}");
            }
        }

        /// What a store is asked for takes in all that is judged to be possible.
        #[test]
        fn what_may_be_meant_has_all_traces(before in around(), number in number(), after in around()) {
            let field = IdentifierField::new(IdentifierKind::Phone, "held");
            let found = likenesses();
            let traces = &found.in_field(&field).unwrap().traces;
            let text = format!("{before}{number}{after}").to_lowercase();
            let holds = |trace: &Vec<String>| {
                let mut rest = text.as_str();
                trace.iter().all(|piece| rest.split_once(piece.as_str()).is_some_and(|(_, behind)| {
                    rest = behind;
                    true
                }))
            };
            prop_assert!(traces.iter().any(holds));
        }
    }
}
