//! Keys as rows write them, and where the objects with those keys lie. One to one: a key that names an object names no
//! other, and no other key names it.

use object_store::path::Path;

use crate::port::folder;

/// How rows write keys down.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    /// What stands in front of every key.
    before: String,
    /// How many bytes a key may have where the store cannot tell one that is too long.
    longest: usize,
}

impl Spelling {
    /// The most that S3, Google Cloud Storage and Azure allow; asked for more, they answer as if the request were wrong.
    pub(super) const MAX_IN_CLOUDS: usize = 1024;

    /// Keys with nothing in front; those of more bytes than this are none.
    pub(super) fn new(longest: usize) -> Self {
        Self { before: String::new(), longest }
    }

    /// The same, after some text that every row writes in front.
    pub(super) fn after(self, before: String) -> Self {
        Self { before, ..self }
    }

    /// Where the object lies that a row names; `None` for what cannot be a key.
    pub(super) fn location(&self, written: &str) -> Option<Path> {
        let key = written.strip_prefix(&self.before)?;
        let location = Path::parse(key).ok()?;
        // Parsing forgives a slash at either end, which would make two keys of one object.
        (location.as_ref() == key && !location.is_root()).then_some(location)
    }

    /// Whether no store has an object with so long a key.
    pub(super) fn is_too_long(&self, location: &Path) -> bool {
        location.as_ref().len() > self.longest
    }

    /// The folder whose objects a row names; `None` for what means none.
    pub(super) fn folder(&self, written: &str) -> Option<Path> {
        let inside = written.strip_prefix(&self.before)?;
        Path::parse(folder(inside)?).ok()
    }

    /// How a row would name the object that lies there.
    pub(super) fn written(&self, location: &Path) -> String {
        [self.before.as_str(), location.as_ref()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelling() -> Spelling {
        Spelling::new(Spelling::MAX_IN_CLOUDS)
    }

    #[test]
    fn a_key_is_taken_to_the_letter() {
        for key in [
            "a",
            "a/b.jpg",
            "a b/é (1).jpg",
            "a%20b",
            "%2E%2E/x",
            "~/x",
            "…/x",
            "a\\b",
            "C:",
            "a..b/.c",
            "-",
            "*",
        ] {
            let location = spelling().location(key).unwrap_or_else(|| panic!("{key:?} names nothing"));
            assert_eq!(location.as_ref(), key);
            assert_eq!(spelling().written(&location), key);
        }
    }

    #[test]
    fn what_cannot_be_a_key_names_nothing() {
        for key in [
            "",
            "/",
            "//",
            "/a",
            "a/",
            "a//b",
            ".",
            "..",
            "../a",
            "a/../b",
            "a/./b",
            "a/..",
            "/etc/passwd",
            "a\0b",
            "a\nb",
            "s3://bucket/key",
            "https://example.com/a.jpg",
            "file:///a",
        ] {
            assert_eq!(spelling().location(key), None, "{key:?}");
            assert!(key == "a/" || spelling().folder(key).is_none(), "{key:?}");
        }
    }

    #[test]
    fn keys_that_no_cloud_allows_are_too_long() {
        let of_length = |length| spelling().location(&"x".repeat(length)).unwrap();
        assert!(!spelling().is_too_long(&of_length(Spelling::MAX_IN_CLOUDS)));
        assert!(spelling().is_too_long(&of_length(Spelling::MAX_IN_CLOUDS + 1)));
    }

    #[test]
    fn what_rows_write_in_front_is_no_part_of_the_key() {
        let spelling = spelling().after("s3://media/".to_owned());
        let location = spelling.location("s3://media/a/b.jpg").unwrap();
        assert_eq!(location.as_ref(), "a/b.jpg");
        assert_eq!(spelling.written(&location), "s3://media/a/b.jpg");
        for other in ["a/b.jpg", "s3://other/a", "s3://media/", "s3://media//a", "s3://media/../a"] {
            assert_eq!(spelling.location(other), None, "{other:?}");
        }
    }
}
