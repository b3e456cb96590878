//! Fields that point to records of several kinds: `owner_id` beside `owner_type`.
//!
//! A link over the first alone takes whatever has that number, of whichever kind. By their names they are told from links
//! to one kind; what the second field holds is not looked at.

use std::collections::BTreeSet;

use super::draft::CollectionDraft;
use super::{Collection, Link};
use crate::finding::At;
use crate::text::document::Sheet;
use crate::text::quoted;

/// What is wrong with a link over one of two such fields.
pub(crate) const PROBLEM: &str = "the link takes rows of every type, and people of one kind would lose the records of another \
                                  that have the same number";

/// What to write instead, for the field that says the type.
pub(crate) fn remedy(type_field: &str) -> String {
    format!(
        "write where = {{ {type_field} = \"…\" }} with the type that this link means, one link for each, or where = {{}} to \
         mean all on purpose"
    )
}

/// Reports links that do not say for which type they hold, as far as the map itself names the field with the type.
pub(super) fn check(collection: &CollectionDraft, link: &Link, at: &At, sheet: &mut Sheet) {
    if says_which(link, collection.only.iter().map(|it| it.field.as_str())) {
        return;
    }
    let named = named_fields(collection);
    let Some(type_field) = type_field(link, collection.tenant.as_deref(), named.iter().copied()) else {
        return;
    };
    sheet.error(at, quoted(&link.fields), PROBLEM, remedy(type_field));
}

impl Collection {
    /// The column that says to records of which kind a link of this collection points, where the link does not ask for it.
    pub(crate) fn unasked_type<'c>(
        &self,
        link: &Link,
        columns: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        if says_which(link, self.only.iter().map(|it| it.field())) {
            return None;
        }
        type_field(link, self.tenant(), columns)
    }
}

/// Whether a link says for which rows it holds; or says on purpose that it does for all; or the collection does.
fn says_which<'f>(link: &Link, mut only: impl Iterator<Item = &'f str>) -> bool {
    let asks = |name: &str| link.fields.iter().any(|field| says_type_of(name, field));
    link.on_every_row || !link.only.is_empty() || only.any(asks)
}

/// Of these fields, the one that says the type of what the link points to.
fn type_field<'c>(
    link: &Link,
    tenant: Option<&str>,
    fields: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let pointing = || link.fields.iter().filter(|field| Some(field.as_str()) != tenant);
    fields.into_iter().find(|name| pointing().any(|field| says_type_of(name, field)))
}

/// Whether a field of that name says of which type the record is that the other field points to: `owner_type` for
/// `owner_id`, `ownerType` for `ownerId`, `content_type_id` for `object_id`.
pub(crate) fn says_type_of(name: &str, field: &str) -> bool {
    let letters = |name: &str| name.replace('_', "").to_lowercase();
    let (name, field) = (letters(name), letters(field));
    let stem = field.strip_suffix("uuid").or_else(|| field.strip_suffix("id")).unwrap_or_default();
    if stem.is_empty() || name == field {
        return false;
    }
    let kind = name.strip_suffix("id").unwrap_or(&name);
    kind.strip_suffix("type").is_some_and(|of| of == stem || (of, stem) == ("content", "object"))
}

/// All fields that a collection names.
fn named_fields(collection: &CollectionDraft) -> BTreeSet<&str> {
    let mut named: BTreeSet<&str> = BTreeSet::new();
    named.extend(collection.key.iter().flatten().map(String::as_str));
    named.extend(collection.tenant.as_deref());
    named.extend(collection.only.iter().map(|it| it.field()));
    named.extend(collection.identifiers.iter().map(|it| it.item.field()));
    named.extend(collection.events.iter().map(|it| it.item.field()));
    named.extend(collection.fields.iter().map(|it| it.item.name()));
    for link in &collection.links {
        named.extend(link.item.fields.iter().map(String::as_str));
        named.extend(link.item.only.iter().map(|it| it.field()));
        named.extend(link.item.clears.iter().map(|it| it.field()));
    }
    named
}

#[cfg(test)]
mod tests {
    use super::says_type_of;

    #[test]
    fn the_type_of_a_pointer_is_told_by_its_name() {
        for (name, field) in [
            ("owner_type", "owner_id"),
            ("ownerType", "ownerId"),
            ("OWNER_TYPE", "owner_id"),
            ("commentable_type", "commentable_id"),
            ("commentable_type_id", "commentable_id"),
            ("content_type_id", "object_id"),
            ("owner_type", "owner_uuid"),
        ] {
            assert!(says_type_of(name, field), "{name} {field}");
        }
        for (name, field) in [
            ("owner_type", "sender_id"),
            ("type", "id"),
            ("type_id", "type_id"),
            ("contact_type", "contact"),
            ("owner_kind", "owner_id"),
            ("type", "contact_id"),
        ] {
            assert!(!says_type_of(name, field), "{name} {field}");
        }
    }
}
