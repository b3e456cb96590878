//! What the lists are called in which records are noted.
//!
//! Names hold no personal data. They are made of the names of the record, never of positions, and of the plan's generation:
//! a request that is planned again notes anew, and what it noted before stays until it has.

use crate::port::ListName;

/// The names of the lists of one plan of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lists {
    format: u32,
    generation: usize,
}

impl Lists {
    /// The lists of the plan of that generation, in a journal of that format. The first generation is 1.
    pub(crate) fn of(format: u32, generation: usize) -> Self {
        Self { format, generation }
    }

    /// Records that lead to the subject, while the noted ones among them are looked for.
    pub(crate) fn reached(self, collection: &str) -> ListName {
        self.named("reached", collection)
    }

    /// Records that are the subject's.
    pub(crate) fn own(self, collection: &str) -> ListName {
        self.named(if self.format == 1 { "gone" } else { "own" }, collection)
    }

    /// Of those, the ones that nothing which stays points to, so that they may go.
    pub(crate) fn erasable(self, collection: &str) -> ListName {
        self.named(if self.format == 1 { "freed" } else { "erasable" }, collection)
    }

    /// Of those, the ones that a ground keeps. What is retained outlives the request.
    pub(crate) fn kept(self, collection: &str) -> ListName {
        ListName::retained(&self.of_collection(collection))
    }

    /// Objects that the subject's records name, and that somebody else's may name too: nobody could tell.
    pub(crate) fn doubtful(self, collection: &str) -> ListName {
        self.named("doubtful", collection)
    }

    /// Other people's records that point to the subject's along an edge, which format 1 knew by its number.
    pub(crate) fn others(self, collection: &str, link: &str, edge_number: usize) -> ListName {
        let link = if self.format == 1 { edge_number.to_string() } else { link.to_owned() };
        self.named("others", &format!("{collection}/{link}"))
    }

    /// Records that are being erased where the database acts on that itself, under whichever plan.
    pub(crate) fn doomed(self, collection: &str) -> ListName {
        ListName::new(format!("doomed/{collection}"))
    }

    /// Records of the subject's that stay and name them in a text, under whichever plan they were found.
    pub(crate) fn naming(self, collection: &str) -> ListName {
        ListName::new(format!("naming/{collection}"))
    }

    /// The same of other people's records.
    pub(crate) fn naming_others(self, collection: &str) -> ListName {
        ListName::new(format!("naming_others/{collection}"))
    }

    /// Records with a document in which a mask cannot reach that field, under whichever plan they were found.
    pub(crate) fn unreached(self, collection: &str, field: &str) -> ListName {
        ListName::new(format!("unreached/{collection}/{field}"))
    }

    fn named(self, list: &str, collection: &str) -> ListName {
        ListName::new(format!("{list}/{}", self.of_collection(collection)))
    }

    fn of_collection(self, collection: &str) -> String {
        if self.format == 1 { collection.to_owned() } else { format!("{}/{collection}", self.generation) }
    }
}
