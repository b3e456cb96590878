//! What a record that stays lets go of, link by link.
//!
//! Looks at one collection: its key, its tenant, and which of its links share a field. Which columns may be null only the
//! live schema knows.

use super::draft::{CollectionDraft, Placed};
use super::names::{field_names, target_words};
use super::validate::are_disjoint;
use super::{Cleared, Link, Mask, Release, parts};
use crate::finding::At;
use crate::text::document::Sheet;
use crate::text::quoted;

/// What clearing a link changes. Where the map does not say, it is what is the link's alone.
pub(super) fn clears(collection: &CollectionDraft, key: &[String], link: &Link) -> Vec<Cleared> {
    match &link.release {
        Release::Clear(cleared) => cleared.clone(),
        Release::ClearLink | Release::EraseRecord => {
            own_fields(collection, key, link).into_iter().map(Cleared::null).collect()
        }
    }
}

/// The fields that may become null for this link's sake: without the key the record could not be found again, without its
/// tenant it would leave it, and a field of another link is not this one's to clear.
fn own_fields<'l>(collection: &CollectionDraft, key: &[String], link: &'l Link) -> Vec<&'l String> {
    let may_change = |field: &&String| !key.contains(field) && collection.tenant.as_ref() != Some(*field);
    if link.fields.len() == 1 {
        return link.fields.iter().filter(may_change).collect();
    }
    let is_shared = |field: &String| {
        let on_the_same_rows = |other: &Placed<Link>| !are_disjoint(&other.item.only, &link.only);
        collection.only.iter().any(|condition| condition.field == *field)
            || collection
                .links
                .iter()
                .filter(|other| !std::ptr::eq(&other.item, link))
                .any(|other| other.item.fields.contains(field) && on_the_same_rows(other))
    };
    link.fields.iter().filter(may_change).filter(|field| !is_shared(field)).collect()
}

/// Reports what a link cannot let go of, or must not.
pub(super) fn check(
    collection: &CollectionDraft,
    key: &[String],
    link: &Link,
    is_object: bool,
    at: &At,
    sheet: &mut Sheet,
) {
    match &link.release {
        Release::Clear(cleared) => listed(collection, key, link, cleared, is_object, at, sheet),
        Release::ClearLink => by_default(collection, key, link, at, sheet),
        Release::EraseRecord => {}
    }
}

/// A link of several fields of which each is needed elsewhere.
fn by_default(collection: &CollectionDraft, key: &[String], link: &Link, at: &At, sheet: &mut Sheet) {
    let may_change = |field: &String| !key.contains(field) && collection.tenant.as_ref() != Some(field);
    let could: Vec<String> = link.fields.iter().filter(|field| may_change(field)).cloned().collect();
    if link.fields.len() > 1 && !could.is_empty() && own_fields(collection, key, link).is_empty() {
        let problem = "none of these fields is this link's alone: to clear one would take it from the key, the tenant or \
                       another link";
        let remedy = format!(
            "write clear = [\"…\"] with those of {} that may go when the person leaves, or erase_record = true",
            quoted(&could),
        );
        sheet.error(at, link.fields.join(", "), problem, remedy);
    }
}

/// The link for which a field holds a list.
fn list_over<'c>(collection: &'c CollectionDraft, field: &String) -> Option<&'c Link> {
    let links = collection.links.iter().map(|link| &link.item);
    links.filter(|link| link.is_list).find(|link| link.fields.contains(field))
}

fn listed(
    collection: &CollectionDraft,
    key: &[String],
    link: &Link,
    cleared: &[Cleared],
    is_object: bool,
    at: &At,
    sheet: &mut Sheet,
) {
    let at = at.key("clear");
    let names: Vec<String> = cleared.iter().map(|cleared| cleared.field.clone()).collect();
    field_names(&names, &at, sheet);
    for Cleared { field, mask } in cleared {
        parts::mask(mask, &at.key(field), sheet);
        if key.contains(field) {
            let remedy = "leave it out, or write erase_record = true";
            sheet.error(&at, field, "a field of the key cannot be cleared", remedy);
        } else if collection.tenant.as_ref() == Some(field) {
            let problem = "without its tenant field the record would leave its tenant";
            sheet.error(&at, field, problem, "leave it out");
        } else if let Some(list) = list_over(collection, field)
            && (list.fields != link.fields || *mask != Mask::Null)
        {
            let problem = "the field holds a list of links, which would lose all of its elements, other people's as well";
            let remedy = format!(
                "leave it out here: the link to `{}` takes the person's elements out of it, and no others",
                target_words(list),
            );
            sheet.error(&at, field, problem, remedy);
        } else if collection.only.iter().any(|condition| condition.field == *field) {
            let problem =
                "without this field the record no longer meets the collection's `where`, and leaves it";
            sheet.warning(&at, field, problem, "leave it out");
        }
    }
    // An object does not point to the rows that name it, so it has nothing to let go of.
    let is_name = is_object && link.fields.as_slice() == key;
    if !link.lets_go() && !is_name {
        let (words, problem) = if cleared.is_empty() {
            (
                "clear = []".to_owned(),
                format!(
                    "a record that stays lets go of nothing, and keeps pointing to the person's `{}`: where the database \
                     has a foreign key, what it points to stays as an empty shell with its key, and elsewhere the link \
                     leads nowhere",
                    target_words(link),
                ),
            )
        } else {
            (
                names.join(", "),
                "the link's own field is not cleared, and keeps pointing to the person".to_owned(),
            )
        };
        let remedy = format!("clear {} too, or write erase_record = true", quoted(&link.fields));
        sheet.warning(&at, words, problem, remedy);
    }
}
