//! Which collections the links connect with people, and what follows for those that they do not.
//!
//! This module knows links between collections; it knows nothing of single records, so it says what *can* be
//! reached, never what a request will find.

use std::collections::HashMap;

use super::draft::{CollectionDraft, Placed};
use super::names::target_words;
use super::{Release, Role};
use crate::finding::At;
use crate::text::document::Sheet;

/// Reports collections, identifiers and mentions that lead to nobody.
pub(super) fn check(collections: &[CollectionDraft], sheet: &mut Sheet) {
    let reach = Reach::new(collections, sheet);
    if !reach.has_subjects {
        reach.without_subjects(sheet);
        return;
    }
    for (index, collection) in collections.iter().enumerate() {
        reach.collection(index, collection, sheet);
        reach.mentions(collection, sheet);
        reach.fields_that_nothing_masks(index, collection, sheet);
    }
    reach.identifiers(sheet);
}

struct Reach<'a> {
    collections: &'a [CollectionDraft],
    by_name: HashMap<&'a str, usize>,
    has_subjects: bool,
    /// Collections whose records can have an owner.
    owned: Vec<bool>,
    /// Collections that any chain of links connects with people.
    connected: Vec<bool>,
    /// Collections that lie in a tenant.
    contained: Vec<bool>,
}

impl<'a> Reach<'a> {
    fn new(collections: &'a [CollectionDraft], sheet: &Sheet) -> Self {
        let mut by_name = HashMap::new();
        for (index, collection) in collections.iter().enumerate() {
            by_name.entry(collection.name.as_str()).or_insert(index);
        }
        let is_subject = |c: &CollectionDraft| c.subject.is_some() || c.is_broken("subject", sheet);
        // What could not be read, or points to nothing, has been reported; it is given the benefit of the doubt.
        let is_unclear = |c: &CollectionDraft| {
            ["owned_by", "owns", "mentions", "name"].iter().any(|key| c.is_broken(key, sheet))
                || c.links.iter().any(|link| !by_name.contains_key(link.item.to.collection.as_str()))
        };
        let mut owners = vec![Vec::new(); collections.len()];
        let mut chains = vec![Vec::new(); collections.len()];
        let mut tenants = vec![Vec::new(); collections.len()];
        for (from, collection) in collections.iter().enumerate() {
            for link in &collection.links {
                let Some(&to) = by_name.get(link.item.to.collection.as_str()) else {
                    continue;
                };
                match link.item.role {
                    Role::OwnedBy => {
                        add(&mut owners, to, from);
                        add(&mut chains, to, from);
                        add(&mut tenants, to, from);
                    }
                    Role::Owns => {
                        add(&mut owners, from, to);
                        add(&mut chains, from, to);
                    }
                    Role::Mentions | Role::SamePerson => add(&mut chains, to, from),
                }
            }
        }
        let people = |c: &CollectionDraft| is_subject(c) || is_unclear(c);
        let in_tenant = |c: &CollectionDraft| {
            c.tenant.is_some()
                || c.tenant_root
                || c.is_broken("tenant", sheet)
                || c.is_broken("tenant_root", sheet)
        };
        Self {
            has_subjects: collections.iter().any(is_subject),
            owned: spread(collections.iter().map(people).collect(), &owners),
            connected: spread(collections.iter().map(people).collect(), &chains),
            contained: spread(collections.iter().map(in_tenant).collect(), &tenants),
            collections,
            by_name,
        }
    }

    fn without_subjects(&self, sheet: &mut Sheet) {
        let outside: Vec<String> = self
            .collections
            .iter()
            .enumerate()
            .filter(|(index, _)| !is(&self.contained, *index))
            .map(|(_, collection)| format!("`{}`", collection.name))
            .collect();
        if outside.is_empty() {
            self.identifiers(sheet);
            return;
        }
        let problem =
            format!("no collection has a `subject`, so that nobody can reach {}", outside.join(", "));
        let remedy = "write subject = \"contact\" in the collection whose records are the people";
        sheet.error(&At::whole(), "", problem, remedy);
    }

    fn collection(&self, index: usize, collection: &CollectionDraft, sheet: &mut Sheet) {
        if is(&self.contained, index) || is(&self.owned, index) {
            return;
        }
        let at = &collection.at;
        if !is(&self.connected, index) {
            let remedy = "write `owned_by`, or `mentions`, with a collection that leads to a `subject`, \
                          or the `tenant` that its records lie in";
            sheet.error(at, &collection.name, "a collection that no subject can reach", remedy);
        } else if !collection.links.iter().any(|link| link.item.role == Role::Mentions) {
            let problem = "nobody owns its records: the links lead only to records that mention a person, \
                           so that no erasure takes them";
            let remedy = "write `owned_by` with a collection that leads to a `subject`";
            sheet.warning(at, &collection.name, problem, remedy);
        }
    }

    fn mentions(&self, collection: &CollectionDraft, sheet: &mut Sheet) {
        for link in collection.links.iter().filter(|link| link.item.role == Role::Mentions) {
            let target = self.by_name.get(link.item.to.collection.as_str());
            if target.is_some_and(|target| !is(&self.owned, *target)) {
                let problem = "a mention of records that belong to nobody: it can never let go of a person";
                let remedy = "leave it out, or point it to a collection that leads to a `subject`";
                sheet.warning(&link.at, target_words(&link.item), problem, remedy);
            }
        }
    }

    /// A record that only mentions people survives every one of them, and what letting go does not mask stays as it is.
    fn fields_that_nothing_masks(&self, index: usize, collection: &CollectionDraft, sheet: &mut Sheet) {
        let mentions = || collection.links.iter().filter(|link| link.item.role == Role::Mentions);
        let goes_along = mentions().any(|link| link.item.release == Release::EraseRecord);
        let Some(first) = mentions().next().filter(|_| !is(&self.owned, index) && !goes_along) else {
            return;
        };
        for Placed { at, item: field } in collection.fields.iter().filter(|field| !field.item.keep) {
            let is_cleared = mentions().any(|link| link.item.clears.iter().any(|it| it.field == field.name));
            if !is_cleared {
                let problem = "a declaration without effect: the record only mentions people, so that it stays when one of \
                               them leaves, and nothing masks this field then";
                let own = first.item.fields.iter().map(|own| format!("{own} = \"null\"")).collect::<Vec<_>>();
                let remedy = format!(
                    "write clear = {{ {}, {} = \"null\" }} in the link under `mentions`, or `owned_by` with a collection \
                     that leads to a `subject`, or keep = true",
                    own.join(", "),
                    field.name,
                );
                sheet.error(at, &field.name, problem, remedy);
            }
        }
    }

    fn identifiers(&self, sheet: &mut Sheet) {
        for (index, collection) in self.collections.iter().enumerate() {
            if collection.identifiers.is_empty() || is(&self.owned, index) {
                continue;
            }
            let at = collection.at.key("identifiers");
            let problem = "identifiers that lead to nobody";
            let remedy = "write `subject` where a record is a person, `owned_by` where it belongs to one, \
                          or list the fields under `fields` instead";
            if collection.links.iter().any(|link| link.item.role == Role::OwnedBy) {
                sheet.warning(&at, &collection.name, problem, remedy);
            } else {
                sheet.error(&at, &collection.name, problem, remedy);
            }
        }
    }
}

fn add(edges: &mut [Vec<usize>], from: usize, to: usize) {
    if let Some(next) = edges.get_mut(from) {
        next.push(to);
    }
}

fn is(marks: &[bool], index: usize) -> bool {
    marks.get(index).copied().unwrap_or_default()
}

/// Marks everything that the edges lead to from what is marked.
fn spread(mut marked: Vec<bool>, edges: &[Vec<usize>]) -> Vec<bool> {
    let mut waiting: Vec<usize> = (0..marked.len()).filter(|index| is(&marked, *index)).collect();
    while let Some(from) = waiting.pop() {
        for &to in edges.get(from).map_or(&[][..], Vec::as_slice) {
            if let Some(mark) = marked.get_mut(to)
                && !*mark
            {
                *mark = true;
                waiting.push(to);
            }
        }
    }
    marked
}
