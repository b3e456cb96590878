//! A store-agnostic predicate over records.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::value::{Comparison, Condition, EventForm, Side, Value, list_of};

/// Where the records of one collection lie in their store.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    table: String,
    key: Vec<String>,
    only: Vec<Condition>,
}

impl Place {
    /// The rows of `table`, told apart by `key`, that meet every condition.
    pub fn new(
        table: impl Into<String>,
        key: impl IntoIterator<Item = String>,
        only: Vec<Condition>,
    ) -> Self {
        Self { table: table.into(), key: key.into_iter().collect(), only }
    }

    /// The table, bucket or index; `schema.table` where it lies in a schema.
    pub fn table(&self) -> &str {
        &self.table
    }

    /// The fields that tell records apart, in the order in which a [`Key`](super::Key) holds their values.
    pub fn key(&self) -> &[String] {
        &self.key
    }

    /// The rows that belong here: those that meet every condition. Every call of a store keeps to them.
    pub fn conditions(&self) -> &[Condition] {
        &self.only
    }
}

/// A predicate over the records of one [`Place`], which a store turns into its own query language.
///
/// A field that is named `participants[]` ([`elements_of`](crate::value::elements_of)) means the elements of the list in
/// `participants`, which [`elements`](crate::value::elements) reads. It stands for itself in `OneOf` and at either end of
/// `Linked`, which hold where they hold for any one element; `Null` says that there is no element but nulls, and
/// `Unreadable` that the field holds no such list. What is unreadable has no elements.
///
/// It is two-valued: a comparison with a null field is false, and `Not` of it is true. A store whose language knows a
/// third value (SQL) has to render it so.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Selection {
    /// Every record of the place.
    Everything,
    /// No record.
    Nothing,
    /// The fields, taken together, have one of these rows of values. Values compare by their
    /// [`link_form`](Value::link_form): the number `7` equals the text `"7"`. A null matches nothing here.
    OneOf {
        /// The fields that are compared, one or several.
        fields: Vec<String>,
        /// Rows of as many values as there are fields. Shared, since the same rows serve many selections.
        rows: Arc<Vec<Vec<Value>>>,
    },
    /// The field is null.
    Null {
        /// The field.
        field: String,
    },
    /// The moment in the field lies before `instant`. False where the field is null or cannot be read as a moment.
    Before {
        /// The field.
        field: String,
        /// How the field writes moments down.
        form: EventForm,
        /// The first instant that no longer matches.
        instant: DateTime<Utc>,
    },
    /// The text in the field, with Unicode white space trimmed and ASCII letters lower-cased, is one of these addresses
    /// (which are so already).
    EmailIs {
        /// The field.
        field: String,
        /// E-mail addresses, lower-case.
        addresses: Vec<String>,
    },
    /// The text or number in the field, written as [`Value::to_text`] does, begins or ends with `text`, to the letter: no
    /// collation, no pattern. Null neither begins nor ends with anything, not even with nothing.
    Affix {
        /// The field.
        field: String,
        /// At which end.
        side: Side,
        /// What stands there.
        text: String,
    },
    /// The text or number in the field, written as [`Value::to_text`] does, has `text` in it somewhere, to the letter: no
    /// collation, no pattern. Null has nothing in it, not even nothing.
    Contains {
        /// The field.
        field: String,
        /// What stands there.
        text: String,
    },
    /// The text or number in the field is a spelling of one of these telephone numbers, as
    /// [`stored_digits`](crate::identifier::stored_digits) reads it.
    NumberIs {
        /// The field.
        field: String,
        /// Digits in E.164 order without a plus.
        digits: Vec<String>,
    },
    /// The text, number or bytes in the field may hold one of these traces: the pieces of at least one row stand in it one
    /// behind the other, ASCII letters in either case, whatever is between them; or it has characters beyond ASCII, which
    /// may stand for others. A store may return other records as well, but never leaves such a one out: whoever asks looks
    /// at what comes back. Bytes are read as text. False for null, for what is true or false, and where there is no row.
    MayHold {
        /// The field.
        field: String,
        /// Rows of pieces of ASCII, each of at least one.
        traces: Arc<Vec<Vec<String>>>,
    },
    /// The fields equal `to_fields` of at least one record of `to` that `selection` matches. Values compare by their
    /// [`link_form`](Value::link_form), whatever the types of the two columns. Null points nowhere.
    Linked {
        /// The fields of this record.
        fields: Vec<String>,
        /// Where the other record lies; always in the same store.
        to: Arc<Place>,
        /// The fields of the other record, as many as `fields`.
        to_fields: Vec<String>,
        /// What the other record has to match.
        selection: Box<Selection>,
    },
    /// At least one record of `place`, which is in the same store, matches `selection`, whatever this record is.
    Exists {
        /// Where the other record lies.
        place: Arc<Place>,
        /// What it has to match.
        selection: Box<Selection>,
    },
    /// The text in the field, read as a path, lies below the [`folder`](super::folder) that one of these prefixes means.
    /// A prefix that means none matches nothing.
    Below {
        /// The field.
        field: String,
        /// The prefixes, as rows hold them.
        prefixes: Arc<Vec<String>>,
    },
    /// The field lies inside of JSON, and its path does not lead from object to object to one value: it meets a list, a text
    /// or another value where it has to go on, or a name that an object has twice. An absent name and null are no obstacle,
    /// and a column that holds no JSON at all is one unless it is blank. False for a field that is a column of its own.
    ///
    /// Such a record is read and masked by [`inside`](super::document::inside) and [`replaced`](super::document::replaced) alone.
    Unreadable {
        /// The field.
        field: String,
    },
    /// All of these; everything where there are none.
    All(Vec<Selection>),
    /// At least one of these; nothing where there are none.
    Any(Vec<Selection>),
    /// Not this.
    Not(Box<Selection>),
    /// This. In a change, the records of other places that make it true are held: they neither go nor change before the
    /// change is done, where others work in the store at the same time. In reads, and in a store in which only one works at
    /// a time, it says no more than what it holds.
    Held(Box<Selection>),
}

impl Selection {
    /// The field has one of these values.
    pub fn one_of(field: impl Into<String>, values: impl IntoIterator<Item = Value>) -> Self {
        Self::rows([field.into()], values.into_iter().map(|value| vec![value]).collect::<Vec<_>>())
    }

    /// The fields, taken together, have one of these rows of values.
    pub fn rows(fields: impl IntoIterator<Item = String>, rows: impl Into<Arc<Vec<Vec<Value>>>>) -> Self {
        let rows = rows.into();
        if rows.is_empty() {
            return Self::Nothing;
        }
        Self::OneOf { fields: fields.into_iter().collect(), rows }
    }

    /// The rows that meet a condition of the data map. Null among its values means null; where it is negated, the rows
    /// that do not meet it, those with a null in the field among them unless it names null.
    pub fn meets(condition: &Condition) -> Self {
        let field = condition.field();
        let met = match condition.comparison() {
            Comparison::OneOf(values) => {
                let (nulls, values): (Vec<_>, Vec<_>) = values.iter().cloned().partition(Value::is_null);
                let equal = Self::one_of(field, values);
                if nulls.is_empty() { equal } else { equal.or(Self::Null { field: field.to_owned() }) }
            }
            Comparison::Affix(side, text) => {
                Self::Affix { field: field.to_owned(), side: *side, text: text.clone() }
            }
        };
        if condition.is_negated() { met.negated() } else { met }
    }

    /// This and that; flattened, with what is already certain or said left out.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (this, that) if this == that => this,
            (Self::All(these), that) | (that, Self::All(these)) if these.contains(&that) => Self::All(these),
            (Self::Nothing, _) | (_, Self::Nothing) => Self::Nothing,
            (Self::Everything, one) | (one, Self::Everything) => one,
            (Self::All(mut these), Self::All(those)) => {
                these.extend(those);
                Self::All(these)
            }
            (Self::All(mut these), that) => {
                these.push(that);
                Self::All(these)
            }
            (this, Self::All(mut those)) => {
                those.insert(0, this);
                Self::All(those)
            }
            (this, that) => Self::All(vec![this, that]),
        }
    }

    /// This or that; flattened, with what is already certain or said left out.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (this, that) if this == that => this,
            (Self::Any(these), that) | (that, Self::Any(these)) if these.contains(&that) => Self::Any(these),
            (Self::Everything, _) | (_, Self::Everything) => Self::Everything,
            (Self::Nothing, one) | (one, Self::Nothing) => one,
            (Self::Any(mut these), Self::Any(those)) => {
                these.extend(those);
                Self::Any(these)
            }
            (Self::Any(mut these), that) => {
                these.push(that);
                Self::Any(these)
            }
            (this, Self::Any(mut those)) => {
                those.insert(0, this);
                Self::Any(those)
            }
            (this, that) => Self::Any(vec![this, that]),
        }
    }

    /// The opposite of this.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Everything => Self::Nothing,
            Self::Nothing => Self::Everything,
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// Whether this by itself, and not a selection that it is made of, is about the elements of a list.
    pub(crate) fn names_elements(&self) -> bool {
        let any = |fields: &[String]| fields.iter().any(|field| list_of(field).is_some());
        match self {
            Self::OneOf { fields, .. } => any(fields),
            Self::Linked { fields, to_fields, .. } => any(fields) || any(to_fields),
            Self::Null { field } | Self::Unreadable { field } => list_of(field).is_some(),
            _ => false,
        }
    }

    /// Whether no record can match.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// Shows the shape and the field names; the values can be personal data.
impl fmt::Debug for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everything => f.write_str("Everything"),
            Self::Nothing => f.write_str("Nothing"),
            Self::OneOf { fields, rows } => write!(f, "OneOf({fields:?}, {} rows)", rows.len()),
            Self::Null { field } => write!(f, "Null({field})"),
            Self::Before { field, instant, .. } => write!(f, "Before({field}, {instant})"),
            Self::EmailIs { field, addresses } => {
                write!(f, "EmailIs({field}, {} addresses)", addresses.len())
            }
            Self::Affix { field, side, .. } => write!(f, "Affix({field}, {side})"),
            Self::Contains { field, .. } => write!(f, "Contains({field})"),
            Self::NumberIs { field, digits } => write!(f, "NumberIs({field}, {} numbers)", digits.len()),
            Self::MayHold { field, traces } => write!(f, "MayHold({field}, {} traces)", traces.len()),
            Self::Linked { fields, to, to_fields, selection } => {
                write!(f, "Linked({fields:?} -> {}.{to_fields:?}, {selection:?})", to.table())
            }
            Self::Exists { place, selection } => write!(f, "Exists({}, {selection:?})", place.table()),
            Self::Below { field, prefixes } => write!(f, "Below({field}, {} prefixes)", prefixes.len()),
            Self::Unreadable { field } => write!(f, "Unreadable({field})"),
            Self::All(parts) => f.debug_tuple("All").field(parts).finish(),
            Self::Any(parts) => f.debug_tuple("Any").field(parts).finish(),
            Self::Not(inner) => write!(f, "Not({inner:?})"),
            Self::Held(inner) => write!(f, "Held({inner:?})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_not_said_again_and_nothing_else_is_lost() {
        let one = |field: &str| Selection::one_of(field, [7.into()]);
        assert_eq!(one("a").and(one("a")), one("a"));
        assert_eq!(one("a").or(one("a")), one("a"));
        let both = one("a").and(one("b"));
        assert_eq!(both, Selection::All(vec![one("a"), one("b")]));
        assert_eq!(both.clone().and(one("b")), both);
        assert_eq!(one("b").and(both.clone()), both);
        assert_eq!(one("c").and(both.clone()), Selection::All(vec![one("c"), one("a"), one("b")]));
        let either = one("a").or(one("b"));
        assert_eq!(either.clone().or(one("a")), either);
        assert_eq!(one("c").or(either.clone()), Selection::Any(vec![one("c"), one("a"), one("b")]));
        assert_eq!(one("a").and(either.clone()), Selection::All(vec![one("a"), either]));
    }
}
