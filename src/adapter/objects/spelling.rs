//! Keys as rows write them, and where the objects with those keys lie.
//!
//! One to one: a key that names an object names no other, and no other key names it. Beside its key, an object has further
//! names, which rows may write instead; each of them names one object as well, and all of an object's names can be listed.

use std::collections::BTreeSet;

use object_store::path::Path;

use crate::port::folder;

/// How rows write keys down.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    /// What stands in front of every key.
    before: String,
    /// What may stand in front of a key instead: where it is reached from, with a `/` at the end.
    urls: Vec<String>,
    /// How many bytes a key may have where the store cannot tell one that is too long.
    longest: usize,
}

impl Spelling {
    /// The most that S3, Google Cloud Storage and Azure allow; asked for more, they answer as if the request were wrong.
    pub(super) const MAX_IN_CLOUDS: usize = 1024;

    /// Keys with nothing in front; those of more bytes than this are none.
    pub(super) fn new(longest: usize) -> Self {
        Self { before: String::new(), urls: Vec::new(), longest }
    }

    /// The same, after some text that every row writes in front.
    pub(super) fn after(self, before: String) -> Self {
        Self { before, ..self }
    }

    /// The same, with a URL that rows may write in front.
    pub(super) fn reached_by(mut self, url: &str) -> Self {
        self.urls.push(format!("{}/", url.trim_end_matches('/')));
        self
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

    /// The key of the object that a row means by a name; `None` where that cannot be told. Nothing here leads out of the
    /// store: whatever is taken off or decoded, what remains has to be a key.
    pub(super) fn key_named(&self, name: &str) -> Option<String> {
        let bare =
            self.fronts().filter_map(|front| name.strip_prefix(&front)).min_by_key(|rest| rest.len())?;
        let location = self.location(&[self.before.as_str(), &decoded(bare)?].concat())?;
        // A name is taken only if it is found again from the object's side: whose it is, is asked there.
        self.names(&location).contains(name).then(|| self.written(&location))
    }

    /// Every name of the object that lies there.
    pub(super) fn names(&self, location: &Path) -> BTreeSet<String> {
        let key = location.as_ref();
        // A query, a fragment or a scheme is no part of a key that anybody means, unless it is there to the letter.
        let is_plain = !key.contains(['?', '#', '\\']) && !key.contains("://") && key.trim() == key;
        let literal = is_plain && !has_escape(key);
        let mut names = BTreeSet::new();
        for front in self.fronts() {
            let spelled = spelled(key).into_iter().filter(|it| it != key || literal);
            names.extend(spelled.map(|key| [front.as_str(), &key].concat()));
        }
        names
    }

    /// What may stand in front of a key in a name.
    fn fronts(&self) -> impl Iterator<Item = String> + '_ {
        let own = ["", "/", "./"].iter().filter(|front| front.is_empty() || self.before.is_empty());
        own.map(|front| [self.before.as_str(), front].concat()).chain(self.urls.iter().cloned())
    }
}

/// A key as it is, and percent-encoded as is usual: all but letters, digits and a few signs; the same but for the signs that
/// may stand in the path of a URL; and only what no URL can hold, as people and browsers type it.
fn spelled(key: &str) -> BTreeSet<String> {
    const NEVER: &[u8] = b"-._~/";
    const IN_PATHS: &[u8] = b"!$&'()*+,;=:@";
    let kept: [fn(u8) -> bool; 3] = [
        |byte| byte.is_ascii_alphanumeric() || NEVER.contains(&byte),
        |byte| byte.is_ascii_alphanumeric() || NEVER.contains(&byte) || IN_PATHS.contains(&byte),
        |byte| !matches!(byte, b'%' | b'"' | b'<' | b'>' | 0..=b' ' | 0x7F),
    ];
    let upper = kept.map(|kept| encoded(key, kept, |byte| format!("%{byte:02X}")));
    let lower = kept.map(|kept| encoded(key, kept, |byte| format!("%{byte:02x}")));
    upper.into_iter().chain(lower).chain([key.to_owned()]).collect()
}

fn encoded(key: &str, kept: impl Fn(u8) -> bool, escape: impl Fn(u8) -> String) -> String {
    let mut encoded = String::with_capacity(key.len());
    for c in key.chars() {
        let mut buffer = [0; 4];
        let text = c.encode_utf8(&mut buffer);
        if text.bytes().all(&kept) {
            encoded.push(c);
        } else {
            text.bytes().for_each(|byte| encoded.push_str(&escape(byte)));
        }
    }
    encoded
}

/// A text with its escapes decoded; a `%` that begins none stays. `None` where the bytes are no text.
fn decoded(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        match piece
            .split_at_checked(2)
            .and_then(|(digits, rest)| Some((u8::from_str_radix(digits, 16).ok()?, rest)))
        {
            Some((byte, rest)) if is_escape(piece) => {
                bytes.push(byte);
                bytes.extend_from_slice(rest.as_bytes());
            }
            _ => {
                bytes.push(b'%');
                bytes.extend_from_slice(piece.as_bytes());
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// Whether something in the text would be decoded.
fn has_escape(text: &str) -> bool {
    text.split('%').skip(1).any(is_escape)
}

/// Whether what follows a `%` makes it an escape.
fn is_escape(piece: &str) -> bool {
    piece.get(..2).is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
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

    #[test]
    fn an_object_is_named_as_hosts_write_it() {
        let spelling = spelling().reached_by("https://bucket.s3.example").reached_by("s3://bucket/");
        for (name, key) in [
            ("media/a.jpg", "media/a.jpg"),
            ("/media/a.jpg", "media/a.jpg"),
            ("./media/a.jpg", "media/a.jpg"),
            ("media/d%20d.jpg", "media/d d.jpg"),
            ("/media/%c3%a9.jpg", "media/é.jpg"),
            ("https://bucket.s3.example/media/d%20d%20%281%29.jpg", "media/d d (1).jpg"),
            ("https://bucket.s3.example/media/d%20d%20(1).jpg", "media/d d (1).jpg"),
            ("s3://bucket/media/d d.jpg", "media/d d.jpg"),
            ("100%.jpg", "100%.jpg"),
        ] {
            assert_eq!(spelling.key_named(name).as_deref(), Some(key), "{name:?}");
            let location = Path::parse(key).unwrap();
            assert!(spelling.names(&location).contains(name), "{name:?}");
        }
    }

    #[test]
    fn what_cannot_be_understood_names_nothing() {
        let spelling = spelling().reached_by("https://bucket.s3.example/media");
        for name in [
            "",
            "/",
            "..",
            "../a",
            "/../a",
            "a/../../b",
            "%2e%2e/a",
            "a%2fb",
            "//a",
            "a//b",
            "a.jpg ",
            "media/a.jpg?X-Expires=300",
            "media/a.jpg#top",
            "a\\b",
            "https://other.example/media/a.jpg",
            "https://bucket.s3.example/media/../a.jpg",
            "https://bucket.s3.example/media/%2e%2e/a.jpg",
            "file:///etc/passwd",
            "s3://bucket/a",
            "%ff",
        ] {
            assert_eq!(spelling.key_named(name), None, "{name:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_name_and_its_object_find_each_other(name in "[ab%2/.: ?é-]{0,12}", key in "[ab% é(+-]{1,6}(/[ab%2 é]{1,4})?") {
            let spelling = spelling().reached_by("s3://ab");
            if let Some(key) = spelling.key_named(&name) {
                let location = spelling.location(&key).unwrap();
                proptest::prop_assert!(spelling.names(&location).contains(&name));
                proptest::prop_assert!(!key.split('/').any(|segment| segment == ".." || segment.is_empty()));
            }
            if let Some(location) = spelling.location(&key) {
                for name in spelling.names(&location) {
                    proptest::prop_assert_eq!(spelling.key_named(&name), Some(key.clone()), "{}", name);
                }
            }
        }
    }
}
