//! How the parts of a policy are called in findings. The reader and the rules agree on them here.

use crate::finding::At;
use crate::policy::Channel;
use crate::text::document::{Sheet, Subject};

/// An empty sheet for a policy.
pub(super) fn new_sheet() -> Sheet {
    Sheet::new(Subject { file: "policy.toml", built: "policy" })
}

/// A section that is there once, such as `[promises]`.
pub(super) fn section(name: &str) -> At {
    At::whole().key(&format!("[{name}]"))
}

pub(super) fn channel(name: Channel) -> At {
    At::whole().named("channel", name.as_str())
}

/// One kind of person who may ask.
pub(super) fn requester(kind: &str) -> At {
    At::whole().named("requester", kind)
}

/// A rule for people who are not seen any more, by its position.
pub(super) fn inactive(index: usize) -> At {
    At::whole().numbered("rule for the inactive", index + 1)
}

/// A category by its id, as far as it has one, and its position, since ids may be wrong.
pub(super) fn category(id: &str, index: usize) -> At {
    At::category(id).item(index)
}

/// A ground of a category, by its position.
pub(super) fn ground(category: &At, index: usize) -> At {
    category.numbered("ground", index + 1)
}
