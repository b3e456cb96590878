//! Keys as paths: which folders a key lies below, and what a prefix that a row holds means.
//!
//! Both directions have to agree to the letter, or a record would belong to somebody on the way down and to nobody on
//! the way up. So stores and engine ask here.

/// What parts a key into segments.
const DELIMITER: char = '/';

/// The folder that a prefix means, without its closing `/`; `None` for a prefix that means nothing.
///
/// `media/42/` and `media/42` are the same folder; neither is `media/421`. A prefix that is empty, begins with a `/` or
/// holds an empty segment, `.` or `..` means nothing: it must never widen to more than somebody has written on purpose.
pub fn folder(prefix: &str) -> Option<&str> {
    let bare = prefix.strip_suffix(DELIMITER).unwrap_or(prefix);
    bare.split(DELIMITER).all(|segment| !matches!(segment, "" | "." | "..")).then_some(bare)
}

/// The folders that a key lies below, without their closing `/`, the highest first; none for a key that is in none.
///
/// A key lies below every folder that [`folder`] makes of a prefix of it and below no other.
pub fn folders_above(key: &str) -> impl Iterator<Item = &str> {
    key.match_indices(DELIMITER)
        .filter_map(|(at, _)| key.get(..at))
        .filter(|above| folder(above) == Some(above))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_means_a_folder_with_or_without_its_slash() {
        assert_eq!(folder("media/42/"), Some("media/42"));
        assert_eq!(folder("media/42"), Some("media/42"));
        for nothing in ["", "/", "//", "/media", "media//", "a//b", ".", "..", "a/../b/", "./"] {
            assert_eq!(folder(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn a_key_lies_below_each_folder_on_its_way() {
        assert_eq!(folders_above("a/b/c.jpg").collect::<Vec<_>>(), ["a", "a/b"]);
        assert_eq!(folders_above("é/ü/ß").collect::<Vec<_>>(), ["é", "é/ü"]);
        for alone in ["a", "", "/a", "../a"] {
            assert_eq!(folders_above(alone).count(), 0, "{alone:?}");
        }
    }
}
