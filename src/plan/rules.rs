//! The policy laid over the data map: what each collection's records and fields get, and by which grounds.

use super::graph::Graph;
use super::ids::{FieldsId, GroundId, IdVec, NodeId, RuleId};
use crate::datamap::{Collection, Event, Field, Mask};
use crate::finding::{Finding, Findings};
use crate::policy::{After, CategoryId, Disposition, Ground, Policy};

/// What a category's records get.
#[derive(Debug, Clone)]
pub(crate) struct CategoryRule {
    pub(crate) id: CategoryId,
    pub(crate) label: String,
    pub(crate) disposition: Disposition,
    pub(crate) then: After,
    pub(crate) grounds: Vec<GroundId>,
}

impl CategoryRule {
    /// Whether records of this category may ever be erased (and not only kept or masked).
    pub(crate) fn may_erase(&self) -> bool {
        match self.disposition {
            Disposition::Erase => true,
            Disposition::Anonymize => false,
            Disposition::Retain => self.then == After::Erase,
        }
    }
}

/// Fields of one collection that follow the same category, which is not their record's.
#[derive(Debug, Clone)]
pub(crate) struct FieldGroup {
    pub(crate) category: RuleId,
    pub(crate) fields: Vec<MaskedField>,
}

/// A field and what takes the place of its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MaskedField {
    pub(crate) field: String,
    pub(crate) mask: Mask,
}

/// What one collection's records and fields get.
#[derive(Debug, Clone)]
pub(crate) struct CollectionRule {
    pub(crate) category: RuleId,
    /// What is masked when a record is anonymised: its identifiers and declared fields, without those that follow
    /// another category.
    pub(crate) own_fields: Vec<MaskedField>,
    /// Its fields that follow other categories, in the order of those categories' names.
    pub(crate) groups: Vec<FieldsId>,
}

/// The policy laid over the data map.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) categories: IdVec<RuleId, CategoryRule>,
    pub(crate) grounds: IdVec<GroundId, Ground>,
    pub(crate) fields: IdVec<FieldsId, FieldGroup>,
    pub(crate) collections: IdVec<NodeId, CollectionRule>,
}

impl Rules {
    /// Lays the policy over the graph.
    ///
    /// # Errors
    /// A collection or field of a category that the policy lacks.
    pub(crate) fn new(policy: &Policy, graph: &Graph) -> Result<Self, Findings> {
        let mut grounds = IdVec::new(Vec::new());
        let categories = policy.categories().iter().map(|category| CategoryRule {
            id: category.id().clone(),
            label: category.label().to_owned(),
            disposition: category.disposition(),
            then: category.then(),
            grounds: category.grounds().iter().map(|ground| grounds.push(ground.clone())).collect(),
        });
        let categories = IdVec::new(categories.collect());
        let mut findings = Findings::new();
        let mut fields = IdVec::new(Vec::new());
        let mut collections = Vec::with_capacity(graph.nodes.len());
        for collection in graph.nodes.iter() {
            match collection_rule(collection, &categories, &mut fields) {
                Ok(rule) => collections.push(rule),
                Err(finding) => findings.push(finding),
            }
        }
        if findings.has_errors() {
            return Err(findings);
        }
        Ok(Self { categories, grounds, fields, collections: IdVec::new(collections) })
    }

    /// Everything that is masked when nothing but an empty shell of a record may stay.
    pub(crate) fn all_fields(&self, node: NodeId) -> impl Iterator<Item = &MaskedField> {
        let rule = &self.collections[node];
        rule.own_fields.iter().chain(rule.groups.iter().flat_map(|&group| &self.fields[group].fields))
    }

    /// The category that a collection's records follow.
    pub(crate) fn category_of(&self, node: NodeId) -> &CategoryRule {
        &self.categories[self.collections[node].category]
    }

    /// A category's grounds.
    pub(crate) fn grounds_of(&self, category: RuleId) -> impl Iterator<Item = (GroundId, &Ground)> {
        self.categories[category].grounds.iter().map(|&id| (id, &self.grounds[id]))
    }

    /// A category's grounds as they apply to a collection: each with the event that it is counted from.
    pub(crate) fn grounds_on<'a>(
        &'a self,
        category: RuleId,
        collection: &'a Collection,
    ) -> impl Iterator<Item = (GroundId, &'a Ground, Option<&'a Event>)> {
        self.grounds_of(category).map(|(id, ground)| (id, ground, collection.event(ground.start())))
    }
}

fn collection_rule(
    collection: &Collection,
    categories: &IdVec<RuleId, CategoryRule>,
    all_groups: &mut IdVec<FieldsId, FieldGroup>,
) -> Result<CollectionRule, Finding> {
    let rule_of = |id: &CategoryId| {
        // Files are checked against each other before; here a category must not be passed over.
        categories.find(|rule| rule.id == *id).ok_or_else(|| {
            Finding::error(
                format!("datamap.toml, collection `{}`", collection.name()),
                id.as_str(),
                "the policy has no such category",
                "add the category to policy.toml",
            )
        })
    };
    let category = rule_of(collection.category())?;
    let own = |field: &&Field| field.category().is_none_or(|id| id == collection.category());
    let masked = |field: &Field| MaskedField { field: field.name().to_owned(), mask: field.mask().clone() };
    let mut own_fields: Vec<MaskedField> =
        collection.fields().iter().filter(own).filter(|field| !field.is_kept()).map(masked).collect();
    for identifier in collection.identifiers() {
        let is_declared = collection.field(identifier.field()).is_some();
        let is_listed = own_fields.iter().any(|field| field.field == identifier.field());
        // A key is never masked: nobody could find the record again.
        let is_key = collection.key().iter().any(|key| key == identifier.field());
        if !is_declared && !is_listed && !is_key {
            own_fields.push(MaskedField { field: identifier.field().to_owned(), mask: Mask::Null });
        }
    }
    own_fields.sort_by(|a, b| a.field.cmp(&b.field));
    let mut groups: Vec<(CategoryId, FieldGroup)> = Vec::new();
    let of_others = collection.fields().iter().filter(|field| !own(field) && !field.is_kept());
    for (field, id) in of_others.filter_map(|field| field.category().map(|id| (field, id))) {
        match groups.iter_mut().find(|(other, _)| other == id) {
            Some((_, group)) => group.fields.push(masked(field)),
            None => {
                groups.push((id.clone(), FieldGroup { category: rule_of(id)?, fields: vec![masked(field)] }))
            }
        }
    }
    groups.sort_by(|(a, _), (b, _)| a.cmp(b));
    let groups = groups.into_iter().map(|(_, mut group)| {
        group.fields.sort_by(|a, b| a.field.cmp(&b.field));
        all_groups.push(group)
    });
    let groups = groups.collect();
    Ok(CollectionRule { category, own_fields, groups })
}
