//! A plan's steps as people and programs read them, and the hash by which one plan is told from another.

use std::collections::HashSet;
use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::datamap::Collection;
use crate::request::Action;

use super::Plan;
use super::graph::Edge;
use super::layout::{Part, Span, Step};
use super::rules::{CategoryRule, MaskedField};

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

/// One ground of a retention, as it stands on the day of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroundView<'a> {
    /// What kind of ground it is, in the policy's words.
    pub ground: String,
    /// Where it can be looked up.
    pub citation: &'a str,
    /// How long it binds, for example `72 months`.
    pub period: String,
    /// Whether the period is a review date rather than a statutory minimum.
    pub is_review: bool,
    /// The event that it is counted from.
    pub start: &'a str,
    /// From where in the event's month or year it is counted.
    pub counted_from: String,
    /// The ground has ended for records whose event lies before this instant; `None` where it has ended for none.
    pub ended_before: Option<DateTime<Utc>>,
}

/// One step of a [`Plan`].
#[derive(Debug, Clone, Copy)]
pub struct PlanStep<'a> {
    plan: &'a Plan,
    step: &'a Step,
}

impl<'a> PlanStep<'a> {
    pub(crate) fn new(plan: &'a Plan, step: &'a Step) -> Self {
        Self { plan, step }
    }

    /// What is done.
    pub fn action(&self) -> Action {
        self.step.action
    }

    /// The collection that it is done in.
    pub fn collection(&self) -> &'a str {
        self.node().map(Collection::name).unwrap_or_default()
    }

    /// Whether a legal hold suspends it.
    pub fn is_on_hold(&self) -> bool {
        self.step.held
    }

    /// Whether it is about records of the subject's own, rather than about other people's that only let go.
    pub fn is_about_own_records(&self) -> bool {
        !matches!(self.step.part, Part::OthersLink { .. })
    }

    /// Whether a report lists it even where it finds nothing to do: what happens to the subject's own records.
    pub fn is_main(&self) -> bool {
        matches!(self.step.part, Part::Records(_))
    }

    /// The id and label of the category that decides.
    pub fn category(&self) -> (&'a str, &'a str) {
        self.rule().map(|rule| (rule.id.as_str(), rule.label.as_str())).unwrap_or_default()
    }

    /// The grounds that keep the records or, for records that no longer are kept, that have ended.
    pub fn grounds(&self) -> impl Iterator<Item = GroundView<'a>> + use<'a> {
        let plan = self.plan;
        let is_about_age =
            matches!(self.step.part, Part::Records(Span::Kept | Span::Lapsed) | Part::Shells(Span::Lapsed));
        plan.compiled.rules.grounds_of(self.step.category).filter(move |_| is_about_age).map(
            |(index, ground)| GroundView {
                ground: ground.kind().to_string(),
                citation: ground.citation(),
                period: ground.period().to_string(),
                is_review: matches!(ground.bound(), crate::policy::Bound::Review(_)),
                start: ground.start(),
                counted_from: ground.counted_from().to_string(),
                ended_before: plan.cutoffs.get(index).copied().flatten(),
            },
        )
    }

    /// Why the step is taken, as far as it is known before the records are.
    pub fn reason(&self) -> Reason {
        let category = self.category().0.to_owned();
        if self.step.held {
            let matter = self.plan.holds.first().map(|hold| hold.matter().to_owned());
            return Reason { category, ground: Some("legal_hold".to_owned()), citation: matter, until: None };
        }
        let ground = if self.action() == Action::Retain { self.grounds().next() } else { None };
        Reason {
            category,
            ground: ground.as_ref().map(|view| view.ground.clone()),
            citation: ground.map(|view| view.citation.to_owned()),
            until: None,
        }
    }

    /// The fields that are masked or cleared; among them the links of a record that may point to other records of the
    /// subject's, which are cleared where they do.
    pub fn fields(&self) -> Vec<&'a str> {
        let name = |field: &'a MaskedField| field.field.as_str();
        let compiled = &self.plan.compiled;
        let rule = compiled.rules.collection(self.step.node);
        let reach = compiled.reach(self.plan.anchor);
        let links = compiled
            .graph
            .edges_from(self.step.node)
            .filter(|(_, edge)| edge.role.is_some() && reach.is_reached(edge.to))
            .flat_map(|(_, edge)| &edge.clears)
            .map(String::as_str);
        let mut fields: Vec<&str> = match self.step.part {
            Part::Records(_) if self.action() == Action::Anonymize => {
                rule.into_iter().flat_map(|rule| &rule.own_fields).map(name).chain(links).collect()
            }
            Part::Records(_) => Vec::new(),
            Part::Shells(_) => {
                rule.into_iter().flat_map(|rule| rule.all_fields()).map(name).chain(links).collect()
            }
            Part::Fields { group, .. } => {
                let group = rule.and_then(|rule| rule.groups.get(group));
                group.into_iter().flat_map(|group| &group.fields).map(name).collect()
            }
            Part::KeptLink(_) | Part::OthersLink { .. } => {
                self.edge().into_iter().flat_map(|edge| &edge.clears).map(String::as_str).collect()
            }
        };
        let mut seen = HashSet::new();
        fields.retain(|field| seen.insert(*field));
        fields
    }

    /// What is done to which records, in words.
    pub fn words(&self) -> String {
        let name = self.collection();
        let fields = self.fields().join("`, `");
        let mask = if fields.is_empty() { String::new() } else { format!(": mask `{fields}`") };
        let target = self
            .edge()
            .and_then(|edge| self.plan.compiled.graph.node(edge.to))
            .map(Collection::name)
            .unwrap_or_default();
        match (self.step.part, self.action()) {
            _ if self.step.held => {
                format!("leave records of `{name}` as they are: a legal hold suspends their erasure")
            }
            (Part::Records(Span::Kept), _) => format!("keep records of `{name}` that a ground still binds"),
            (Part::Records(Span::Lapsed), Action::Erase) => {
                format!("erase records of `{name}` whose last ground has ended")
            }
            (Part::Records(Span::Lapsed), _) => {
                format!("anonymise records of `{name}` whose last ground has ended{mask}")
            }
            (Part::Records(Span::All), Action::Erase) => {
                format!("erase records of `{name}` that are the subject's alone")
            }
            (Part::Records(Span::All), _) => {
                format!("anonymise records of `{name}` that are the subject's alone{mask}")
            }
            (Part::Shells(_), _) => {
                format!(
                    "empty records of `{name}` that something which stays still points to: mask `{fields}`"
                )
            }
            (Part::Fields { .. }, _) => format!("mask `{fields}` in records of `{name}` that stay"),
            (Part::KeptLink(_), _) => {
                format!("clear `{fields}` in kept records of `{name}` where `{target}` goes")
            }
            (Part::OthersLink { .. }, _) => {
                format!(
                    "clear `{fields}` in other people's records of `{name}`, which let go of the subject's `{target}`"
                )
            }
        }
    }

    fn node(&self) -> Option<&'a Collection> {
        self.plan.compiled.graph.node(self.step.node)
    }

    fn rule(&self) -> Option<&'a CategoryRule> {
        self.plan.compiled.rules.category(self.step.category)
    }

    fn edge(&self) -> Option<&'a Edge> {
        match self.step.part {
            Part::KeptLink(edge) | Part::OthersLink { edge, .. } => self.plan.compiled.graph.edges.get(edge),
            _ => None,
        }
    }
}

impl Serialize for PlanStep<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut step = serializer.serialize_struct("PlanStep", 6)?;
        step.serialize_field("collection", self.collection())?;
        step.serialize_field("action", &self.action())?;
        step.serialize_field("words", &self.words())?;
        step.serialize_field("fields", &self.fields())?;
        step.serialize_field("reason", &self.reason())?;
        step.serialize_field("grounds", &self.grounds().collect::<Vec<_>>())?;
        step.end()
    }
}

impl Serialize for Plan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut plan = serializer.serialize_struct("Plan", 6)?;
        plan.serialize_field("policy", self.policy().name())?;
        plan.serialize_field("version", self.policy().version())?;
        plan.serialize_field("scope", &self.scope.to_string())?;
        plan.serialize_field("tenancy", if self.is_for_one_tenant { "one" } else { "all" })?;
        plan.serialize_field("holds", &self.holds.iter().map(|hold| hold.matter()).collect::<Vec<_>>())?;
        plan.serialize_field("steps", &self.steps().collect::<Vec<_>>())?;
        plan.end()
    }
}

impl Plan {
    /// SHA-256 over everything that the plan says, as 64 lower-case hexadecimal digits.
    ///
    /// Two plans with the same hash do the same, for whomever they are: a plan names nobody, and an approval is kept
    /// with the request that it is for. The hash does not depend on how the files are arranged, nor on the instant of
    /// planning beyond the days on which periods end.
    pub fn hash(&self) -> String {
        let mut text = String::from("oubliette-plan-1\n");
        // Writing to a string cannot fail, and a plan is made of text and numbers only.
        let _ = write!(text, "{}", serde_json::to_string(self).unwrap_or_default());
        Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}
