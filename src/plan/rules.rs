//! The policy laid over the data map: what each collection's records and fields get, and by which grounds.

use crate::datamap::{Collection, Event, Field, Mask};
use crate::policy::{After, CategoryId, Disposition, Ground, Policy};

use super::graph::{Graph, NodeIndex};

/// A category's number: its place in the policy.
pub(crate) type CategoryIndex = usize;

/// What a category's records get.
#[derive(Debug, Clone)]
pub(crate) struct CategoryRule {
    pub(crate) id: CategoryId,
    pub(crate) label: String,
    pub(crate) disposition: Disposition,
    pub(crate) then: After,
    /// Where this category's grounds start in [`Rules::grounds`].
    pub(crate) first_ground: usize,
    pub(crate) grounds: usize,
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
    pub(crate) category: CategoryIndex,
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
    pub(crate) category: CategoryIndex,
    /// What is masked when a record is anonymised: its identifiers and declared fields, without those that follow
    /// another category.
    pub(crate) own_fields: Vec<MaskedField>,
    pub(crate) groups: Vec<FieldGroup>,
}

impl CollectionRule {
    /// Everything that is masked when nothing but an empty shell may stay.
    pub(crate) fn all_fields(&self) -> impl Iterator<Item = &MaskedField> {
        self.own_fields.iter().chain(self.groups.iter().flat_map(|group| &group.fields))
    }
}

/// The policy laid over the data map.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) categories: Vec<CategoryRule>,
    pub(crate) grounds: Vec<Ground>,
    pub(crate) collections: Vec<CollectionRule>,
}

impl Rules {
    /// Lays the policy over the graph. Collections of categories that the policy lacks have been refused before.
    pub(crate) fn new(policy: &Policy, graph: &Graph) -> Self {
        let mut grounds = Vec::new();
        let categories: Vec<CategoryRule> = policy
            .categories()
            .iter()
            .map(|category| {
                let first_ground = grounds.len();
                grounds.extend(category.grounds().iter().cloned());
                CategoryRule {
                    id: category.id().clone(),
                    label: category.label().to_owned(),
                    disposition: category.disposition(),
                    then: category.then(),
                    first_ground,
                    grounds: category.grounds().len(),
                }
            })
            .collect();
        let index_of =
            |id: &CategoryId| categories.iter().position(|rule| rule.id == *id).unwrap_or(usize::MAX);
        let collections =
            graph.nodes.iter().map(|collection| collection_rule(collection, &index_of)).collect();
        Self { categories, grounds, collections }
    }

    /// The rule of a category.
    pub(crate) fn category(&self, index: CategoryIndex) -> Option<&CategoryRule> {
        self.categories.get(index)
    }

    /// The rule of a collection.
    pub(crate) fn collection(&self, node: NodeIndex) -> Option<&CollectionRule> {
        self.collections.get(node)
    }

    /// The category that a collection's records follow.
    pub(crate) fn category_of(&self, node: NodeIndex) -> Option<&CategoryRule> {
        self.category(self.collection(node)?.category)
    }

    /// A category's grounds with their numbers.
    pub(crate) fn grounds_of(&self, category: CategoryIndex) -> impl Iterator<Item = (usize, &Ground)> {
        let (first, count) = self.category(category).map_or((0, 0), |rule| (rule.first_ground, rule.grounds));
        self.grounds.iter().enumerate().skip(first).take(count)
    }

    /// A category's grounds as they apply to a collection: each with its number and the event that it is counted from.
    pub(crate) fn grounds_on<'a>(
        &'a self,
        category: CategoryIndex,
        collection: &'a Collection,
    ) -> impl Iterator<Item = (usize, &'a Ground, Option<&'a Event>)> {
        self.grounds_of(category).map(|(index, ground)| (index, ground, collection.event(ground.start())))
    }
}

fn collection_rule(collection: &Collection, index_of: &impl Fn(&CategoryId) -> usize) -> CollectionRule {
    let category = index_of(collection.category());
    let own = |field: &&Field| field.category().is_none_or(|id| id == collection.category());
    let masked = |field: &Field| MaskedField { field: field.name().to_owned(), mask: field.mask().clone() };
    let mut own_fields: Vec<MaskedField> =
        collection.fields().iter().filter(own).filter(|field| !field.is_kept()).map(masked).collect();
    for identifier in collection.identifiers() {
        let is_declared = collection.field(identifier.field()).is_some();
        let is_listed = own_fields.iter().any(|field| field.field == identifier.field());
        if !is_declared && !is_listed {
            own_fields.push(MaskedField { field: identifier.field().to_owned(), mask: Mask::Null });
        }
    }
    own_fields.sort_by(|a, b| a.field.cmp(&b.field));
    let mut groups: Vec<(CategoryId, FieldGroup)> = Vec::new();
    for field in collection.fields().iter().filter(|field| !own(field) && !field.is_kept()) {
        let Some(id) = field.category() else { continue };
        match groups.iter_mut().find(|(other, _)| other == id) {
            Some((_, group)) => group.fields.push(masked(field)),
            None => {
                groups.push((id.clone(), FieldGroup { category: index_of(id), fields: vec![masked(field)] }))
            }
        }
    }
    groups.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut groups: Vec<FieldGroup> = groups.into_iter().map(|(_, group)| group).collect();
    for group in &mut groups {
        group.fields.sort_by(|a, b| a.field.cmp(&b.field));
    }
    CollectionRule { category, own_fields, groups }
}
