//! A plan as data: what goes into the ledger before anything changes, and what a run goes on from.
//!
//! It can be read without the files that it was made from, in six years by somebody else: collections with their tables
//! and links, grounds with their citations, fields with their masks. It names nobody. Names are the data map's; nothing
//! is said by position, and nothing in sentences.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::hash::{Canonical, PlanHash, Sink};
use crate::datamap::{Cleared, Mask};
use crate::policy::CategoryId;
use crate::request::{Action, Scope};
use crate::value::{Comparison, Condition, Side, Value};

/// A plan as data, in the form in which the ledger keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanRecord {
    /// The policy's name.
    pub(crate) policy: String,
    /// The policy's version.
    pub(crate) version: String,
    /// The instant as of which it was planned.
    pub(crate) planned_at: DateTime<Utc>,
    /// What it does.
    #[serde(flatten)]
    pub(crate) meaning: Meaning,
}

/// What a plan does, without what it is called: two plans that mean the same do the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Meaning {
    pub(crate) scope: Scope,
    pub(crate) is_for_one_tenant: bool,
    /// The matters of the legal holds that suspend some of it.
    pub(crate) holds: Vec<String>,
    /// Every collection that the data map has, by name.
    pub(crate) collections: Vec<CollectionRecord>,
    /// What is done, in order.
    pub(crate) steps: Vec<StepRecord>,
}

/// A collection as far as it decides what is found, and whose it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct CollectionRecord {
    pub(crate) name: String,
    pub(crate) store: String,
    pub(crate) table: String,
    pub(crate) key: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) only: Vec<ConditionRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) tenant: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_tenant_root: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) holds_objects: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) identifiers: Vec<IdentifierRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) events: Vec<EventRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) links: Vec<LinkRecord>,
    /// Tables outside of the data map that refer to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) outside: Vec<ReferenceRecord>,
    /// Whether its records are noted by their keys before the first write, since no query tells them when their turn
    /// comes. How a run finds records is no part of what the plan means.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_noted: bool,
}

/// A field that holds an identifier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct IdentifierRecord {
    pub(crate) kind: String,
    pub(crate) field: String,
    pub(crate) stored: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) namespace: Option<String>,
}

/// A field that holds a moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct EventRecord {
    pub(crate) name: String,
    pub(crate) field: String,
    pub(crate) form: String,
}

/// A condition on rows: one of the values, unless there is an affix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct ConditionRecord {
    pub(crate) field: String,
    pub(crate) values: Vec<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) starts_with: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ends_with: Option<String>,
    /// Whether it is met where the comparison is false.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_negated: bool,
}

/// An edge of the data map, or of the live schema.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct LinkRecord {
    /// `owned_by`, `owns` or `mentions`; none for a tenant's field and for foreign keys that only the database knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) role: Option<String>,
    pub(crate) fields: Vec<String>,
    pub(crate) to: String,
    pub(crate) to_fields: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) only: Vec<ConditionRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) clears: Vec<String>,
    /// Those of them that do not become null, each with its mask.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) clear_masks: Vec<FieldRecord>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) by_prefix: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) erases_record: bool,
}

/// A foreign key from a table that the data map does not declare.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ReferenceRecord {
    pub(crate) table: String,
    pub(crate) fields: Vec<String>,
    pub(crate) to_fields: Vec<String>,
}

/// Which of the subject's records, as their periods stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Span {
    /// All, whatever their age.
    All,
    /// Those whose last ground has ended.
    Lapsed,
    /// Those that a ground still binds.
    Kept,
}

/// Which records of its collection a step is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub(crate) enum PartRecord {
    /// The subject's records.
    Records {
        /// Which of them.
        span: Span,
    },
    /// Those of the subject's records that something which stays still points to: they stay as empty shells.
    Shells {
        /// Which of them.
        span: Span,
    },
    /// Fields of the step's category, in those of the subject's records that stay.
    Fields {
        /// Which of the records stay.
        span: Span,
    },
    /// A link, in those of the subject's records that stay while what it points to goes.
    KeptLink {
        /// The link.
        link: Box<LinkRecord>,
    },
    /// A link, in other people's records.
    OthersLink {
        /// The link.
        link: Box<LinkRecord>,
        /// Whether the subject's own records of this collection are dealt with by other steps.
        except_own: bool,
    },
}

/// A step of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepRecord {
    pub(crate) collection: String,
    pub(crate) action: Action,
    #[serde(flatten)]
    pub(crate) part: PartRecord,
    /// The category that decides.
    pub(crate) category: CategoryId,
    /// What that category is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) label: String,
    /// The matter of the legal hold that suspends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) held_by: Option<String>,
    /// The grounds that keep the records or, for records that no longer are kept, that have ended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) grounds: Vec<GroundRecord>,
    /// The fields that are masked or cleared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) fields: Vec<FieldRecord>,
    /// The links of the records themselves, which are cleared where they point to others of the subject's records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) links: Vec<String>,
}

/// A ground of a retention, as it stands on the day of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroundRecord {
    /// What kind of ground it is, in the policy's words.
    pub ground: String,
    /// Where it can be looked up.
    pub citation: String,
    /// How long it binds, for example `72 months`.
    pub period: String,
    /// Whether the period is a review date rather than a statutory minimum.
    #[serde(default)]
    pub is_review: bool,
    /// The event that it is counted from.
    pub start: String,
    /// From where in the event's month or year it is counted.
    pub counted_from: String,
    /// The ground has ended for records whose event lies before this instant; `None` where it has ended for none.
    #[serde(default)]
    pub ended_before: Option<DateTime<Utc>>,
}

/// A field and what takes the place of its value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct FieldRecord {
    pub(crate) field: String,
    pub(crate) mask: MaskRecord,
}

/// What takes the place of a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MaskRecord {
    Null,
    Constant(Value),
    Token,
    Pseudonym,
    Prefix(usize),
    Scrub,
}

impl From<&Mask> for MaskRecord {
    fn from(mask: &Mask) -> Self {
        match mask {
            Mask::Null => Self::Null,
            Mask::Constant(value) => Self::Constant(value.clone()),
            Mask::Token => Self::Token,
            Mask::Pseudonym => Self::Pseudonym,
            Mask::Prefix(length) => Self::Prefix(*length),
            Mask::Scrub => Self::Scrub,
        }
    }
}

impl From<&Cleared> for FieldRecord {
    fn from(cleared: &Cleared) -> Self {
        Self { field: cleared.field().to_owned(), mask: MaskRecord::from(cleared.mask()) }
    }
}

impl From<&Condition> for ConditionRecord {
    fn from(condition: &Condition) -> Self {
        let mut record = Self {
            field: condition.field().to_owned(),
            values: Vec::new(),
            starts_with: None,
            ends_with: None,
            is_negated: condition.is_negated(),
        };
        match condition.comparison() {
            Comparison::OneOf(values) => record.values.clone_from(values),
            Comparison::Affix(Side::Start, text) => record.starts_with = Some(text.clone()),
            Comparison::Affix(Side::End, text) => record.ends_with = Some(text.clone()),
        }
        record
    }
}

/// Why a step is taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The category that decides.
    pub category: String,
    /// What kind of ground keeps the records, where one does; `legal_hold` where a hold suspends the step.
    pub ground: Option<String>,
    /// Where the ground can be looked up; a hold's matter.
    pub citation: Option<String>,
    /// The last day on which the last of the records is kept, where it is known.
    pub until: Option<NaiveDate>,
}

impl PlanRecord {
    /// What tells plans that mean different things apart. What things are called does not count: the policy's name and
    /// version, and the labels of categories.
    pub fn hash(&self) -> PlanHash {
        PlanHash::of(&self.meaning)
    }

    /// The steps, in the order in which they are taken.
    pub fn steps(&self) -> &[StepRecord] {
        &self.meaning.steps
    }
}

impl LinkRecord {
    /// A short name by which it is told from all others.
    pub(crate) fn hash(&self) -> String {
        PlanHash::short(self)
    }
}

impl StepRecord {
    /// The collection.
    pub fn collection(&self) -> &str {
        &self.collection
    }

    /// What is done.
    pub fn action(&self) -> Action {
        self.action
    }

    /// The id and label of the category that decides.
    pub fn category(&self) -> (&str, &str) {
        (self.category.as_str(), &self.label)
    }

    /// The matter of the legal hold that suspends it.
    pub fn held_by(&self) -> Option<&str> {
        self.held_by.as_deref()
    }

    /// The grounds that keep the records or, for records that no longer are kept, that have ended.
    pub fn grounds(&self) -> &[GroundRecord] {
        &self.grounds
    }

    /// The fields that are masked or cleared; among them the links of a record that may point to other records of the
    /// subject's, which are cleared where they do. Each once.
    pub fn fields(&self) -> Vec<&str> {
        let mut fields: Vec<&str> = Vec::new();
        let masked = self.fields.iter().map(|field| field.field.as_str());
        for field in masked.chain(self.links.iter().map(String::as_str)) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        fields
    }

    /// Whether it is about records of the subject's own, rather than about other people's that only let go.
    pub fn is_about_own_records(&self) -> bool {
        !matches!(self.part, PartRecord::OthersLink { .. })
    }

    /// Whether a report lists it even where it finds nothing to do: what happens to the subject's own records.
    pub fn is_main(&self) -> bool {
        matches!(self.part, PartRecord::Records { .. })
    }

    /// The collection that the link leads to, for a step that clears one.
    pub(crate) fn target(&self) -> Option<&str> {
        match &self.part {
            PartRecord::KeptLink { link } | PartRecord::OthersLink { link, .. } => Some(&link.to),
            _ => None,
        }
    }

    /// Why it is taken, as far as it is known before the records are.
    pub fn reason(&self) -> Reason {
        let category = self.category.as_str().to_owned();
        if let Some(matter) = &self.held_by {
            let ground = Some("legal_hold".to_owned());
            return Reason { category, ground, citation: Some(matter.clone()), until: None };
        }
        let ground = self.grounds.first().filter(|_| self.action == Action::Retain);
        Reason {
            category,
            ground: ground.map(|it| it.ground.clone()),
            citation: ground.map(|it| it.citation.clone()),
            until: None,
        }
    }
}

impl Canonical for Meaning {
    fn feed(&self, to: &mut Sink) {
        let Self { scope, is_for_one_tenant, holds, collections, steps } = self;
        scope.to_string().feed(to);
        is_for_one_tenant.feed(to);
        holds.feed(to);
        collections.feed(to);
        steps.feed(to);
    }
}

impl Canonical for CollectionRecord {
    fn feed(&self, to: &mut Sink) {
        let Self { name, store, table, key, only, tenant, is_tenant_root, subject, .. } = self;
        let Self { holds_objects, identifiers, events, links, outside, is_noted: _, .. } = self;
        for text in [name, store, table] {
            text.feed(to);
        }
        key.feed(to);
        only.feed(to);
        tenant.feed(to);
        is_tenant_root.feed(to);
        subject.feed(to);
        holds_objects.feed(to);
        identifiers.feed(to);
        events.feed(to);
        links.feed(to);
        outside.feed(to);
    }
}

impl Canonical for IdentifierRecord {
    fn feed(&self, to: &mut Sink) {
        let Self { kind, field, stored, namespace } = self;
        for text in [kind, field, stored] {
            text.feed(to);
        }
        namespace.feed(to);
    }
}

impl Canonical for EventRecord {
    fn feed(&self, to: &mut Sink) {
        let Self { name, field, form } = self;
        for text in [name, field, form] {
            text.feed(to);
        }
    }
}

impl Canonical for ConditionRecord {
    fn feed(&self, to: &mut Sink) {
        let Self { field, values, starts_with, ends_with, is_negated } = self;
        field.feed(to);
        values.feed(to);
        // Conditions of one of several values are fed as they were before there were others.
        if starts_with.is_some() || ends_with.is_some() || *is_negated {
            to.addition("comparison");
            starts_with.feed(to);
            ends_with.feed(to);
            is_negated.feed(to);
        }
    }
}

impl Canonical for LinkRecord {
    fn feed(&self, to: &mut Sink) {
        let Self { role, fields, to: target, to_fields, only, clears, clear_masks, .. } = self;
        let Self { by_prefix, erases_record, .. } = self;
        role.feed(to);
        fields.feed(to);
        target.feed(to);
        to_fields.feed(to);
        only.feed(to);
        clears.feed(to);
        by_prefix.feed(to);
        erases_record.feed(to);
        // Links that only clear to null are fed as they were before there were masks.
        if !clear_masks.is_empty() {
            to.addition("clear_masks");
            clear_masks.feed(to);
        }
    }
}

impl Canonical for ReferenceRecord {
    fn feed(&self, to: &mut Sink) {
        let Self { table, fields, to_fields } = self;
        table.feed(to);
        fields.feed(to);
        to_fields.feed(to);
    }
}

impl Canonical for Span {
    fn feed(&self, to: &mut Sink) {
        to.word(match self {
            Self::All => "all",
            Self::Lapsed => "lapsed",
            Self::Kept => "kept",
        });
    }
}

impl Canonical for PartRecord {
    fn feed(&self, to: &mut Sink) {
        match self {
            Self::Records { span } => {
                to.word("records");
                span.feed(to);
            }
            Self::Shells { span } => {
                to.word("shells");
                span.feed(to);
            }
            Self::Fields { span } => {
                to.word("fields");
                span.feed(to);
            }
            Self::KeptLink { link } => {
                to.word("kept_link");
                link.feed(to);
            }
            Self::OthersLink { link, except_own } => {
                to.word("others_link");
                link.feed(to);
                except_own.feed(to);
            }
        }
    }
}

impl Canonical for StepRecord {
    fn feed(&self, to: &mut Sink) {
        let Self { collection, action, part, category, label: _, held_by, grounds, fields, links } = self;
        collection.feed(to);
        to.word(action.as_str());
        part.feed(to);
        to.word(category.as_str());
        held_by.feed(to);
        grounds.feed(to);
        fields.feed(to);
        links.feed(to);
    }
}

impl Canonical for GroundRecord {
    fn feed(&self, to: &mut Sink) {
        let Self { ground, citation, period, is_review, start, counted_from, ended_before } = self;
        for text in [ground, citation, period, start, counted_from] {
            text.feed(to);
        }
        is_review.feed(to);
        ended_before.feed(to);
    }
}

impl Canonical for FieldRecord {
    fn feed(&self, to: &mut Sink) {
        let Self { field, mask } = self;
        field.feed(to);
        match mask {
            MaskRecord::Null => to.word("null"),
            MaskRecord::Constant(value) => {
                to.word("constant");
                value.feed(to);
            }
            MaskRecord::Token => to.word("token"),
            MaskRecord::Pseudonym => to.word("pseudonym"),
            MaskRecord::Prefix(length) => {
                to.word("prefix");
                to.number(*length as u64);
            }
            MaskRecord::Scrub => to.word("scrub"),
        }
    }
}
