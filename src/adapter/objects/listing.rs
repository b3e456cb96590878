//! Pages of objects below folders, in the order of keys, whatever order the store lists them in.
//!
//! Memory holds as many pages as there are calls at a time, however many objects lie there.

use std::collections::BTreeMap;

use futures_util::stream::{self, StreamExt};
use object_store::path::Path;
use object_store::{ObjectMeta, ObjectStore, Result};

/// Which part of a listing is wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    /// Only what comes after this location.
    pub(super) after: Option<&'a Path>,
    /// How many objects at most.
    pub(super) limit: usize,
    /// How many calls are outstanding at a time.
    pub(super) calls: usize,
    /// Whether the store lists in the order of locations, so that a page may end the listing.
    pub(super) is_ordered: bool,
}

/// One page of what lies below these folders and is `wanted`.
pub(super) async fn page(
    store: &dyn ObjectStore,
    folders: Vec<Path>,
    part: Part<'_>,
    wanted: impl Fn(&ObjectMeta) -> bool + Copy + Send,
) -> Result<Vec<ObjectMeta>> {
    let open =
        disjoint(folders).into_iter().filter(|folder| part.after.is_none_or(|after| !is_past(folder, after)));
    let mut pages = stream::iter(open)
        .map(|folder| async move { page_below(store, &folder, part, wanted).await })
        .buffered(part.calls);
    let mut found = Vec::new();
    // What lies below one folder comes before all that lies below the next.
    while found.len() < part.limit
        && let Some(page) = pages.next().await
    {
        found.extend(page?);
    }
    found.truncate(part.limit);
    Ok(found)
}

async fn page_below(
    store: &dyn ObjectStore,
    folder: &Path,
    part: Part<'_>,
    wanted: impl Fn(&ObjectMeta) -> bool,
) -> Result<Vec<ObjectMeta>> {
    let mut objects = match part.after {
        Some(after) => store.list_with_offset(Some(folder), after),
        None => store.list(Some(folder)),
    };
    let mut first: BTreeMap<Path, ObjectMeta> = BTreeMap::new();
    while let Some(object) = objects.next().await {
        let object = object?;
        let is_after = part.after.is_none_or(|after| object.location > *after);
        if !is_after || !lies_below(&object.location, folder) || !wanted(&object) {
            continue;
        }
        first.insert(object.location.clone(), object);
        if first.len() > part.limit {
            first.pop_last();
        }
        if part.is_ordered && first.len() == part.limit {
            break;
        }
    }
    Ok(first.into_values().collect())
}

/// Whether an object lies below a folder: the one whose key is the folder's own does not.
fn lies_below(location: &Path, folder: &Path) -> bool {
    location.as_ref().strip_prefix(folder.as_ref()).is_some_and(|rest| rest.starts_with('/'))
}

/// The folders without those that lie below another, in the order of what lies below them.
fn disjoint(mut folders: Vec<Path>) -> Vec<Path> {
    // `a/` comes after `a.b/`, although `a` comes before `a.b`.
    folders.sort_by_cached_key(closed);
    folders.dedup_by(|next, kept| next == kept || lies_below(next, kept));
    folders
}

/// Whether all that lies below a folder comes before a location.
fn is_past(folder: &Path, location: &Path) -> bool {
    let folder = closed(folder);
    !location.as_ref().starts_with(&folder) && folder.as_str() < location.as_ref()
}

fn closed(folder: &Path) -> String {
    format!("{folder}/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Path {
        Path::parse(text).unwrap()
    }

    #[test]
    fn folders_below_others_are_left_out_and_the_rest_is_in_the_order_of_keys() {
        let folders = ["a/b", "a", "a.b", "a/b/c", "a", "ab"].map(path).to_vec();
        assert_eq!(disjoint(folders), ["a.b", "a", "ab"].map(path));
    }

    #[test]
    fn a_folder_is_past_when_all_below_it_is() {
        assert!(is_past(&path("a"), &path("b")));
        assert!(is_past(&path("a"), &path("ab")), "`a/z` comes before `ab`");
        assert!(!is_past(&path("a"), &path("a/b")));
        assert!(!is_past(&path("a"), &path("a")), "`a` itself comes before `a/b`");
        assert!(!is_past(&path("a"), &path("a.b")), "`a.b` comes before `a/b`");
    }
}
