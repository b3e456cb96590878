//! What a map says about things that it leaves out on purpose: tables and columns that are not personal, foreign keys
//! that are no links, costs and triggers that are known.
//!
//! A check against a live database asks; these are the answers, each with its reason. Whether what they name is there,
//! only that check can tell.

use crate::text::words::words;

words! {
    /// What an answer is about.
    "a kind of answer" Topic {
        /// A table or a column that looks personal and is not.
        NotPersonal = "not_personal",
        /// A foreign key, or a column that looks like one, that says nothing about whom a record belongs to.
        NotLinked = "not_linked",
        /// A link or an identifier without an index, whose cost is accepted.
        NotIndexed = "not_indexed",
        /// Rows that the database itself erases or changes when a record goes.
        Cascades = "cascades",
        /// A column in which identifiers of people who are gone may stay.
        Residue = "residue",
        /// A trigger whose effects are known.
        Triggers = "triggers",
        /// A key that the database does not enforce, or whose equality is not that of its bytes.
        Unique = "unique",
        /// A table with row-level security, of which whoever is connected sees all the rows that matter.
        RowSecurity = "row_security",
    }
}

/// An answer to something that a check against a live database asks, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Answer {
    pub(crate) topic: Topic,
    pub(crate) about: String,
    pub(crate) reason: String,
}

impl Answer {
    /// Makes an answer about a `table`, a `table.column` or a `table.trigger`, in which `*` stands for any characters.
    pub fn new(topic: Topic, about: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { topic, about: about.into(), reason: reason.into() }
    }

    /// The topic of the question that it answers.
    pub fn topic(&self) -> Topic {
        self.topic
    }

    /// The table, column or trigger that it names, or a pattern of such names.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// The reason that it gives.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Returns whether it names more than one thing.
    pub fn is_pattern(&self) -> bool {
        self.about.contains('*')
    }

    /// Returns whether it is about the thing of that name; names compare without regard to ASCII case, as SQL's do.
    pub fn covers(&self, name: &str) -> bool {
        if !self.is_pattern() {
            return self.about.eq_ignore_ascii_case(name);
        }
        let pattern: Vec<char> = self.about.to_ascii_lowercase().chars().collect();
        let name: Vec<char> = name.to_ascii_lowercase().chars().collect();
        matches_pattern(&pattern, &name)
    }
}

/// Whether the name is of that form. Goes back to the last `*` only, so that no pattern takes long.
fn matches_pattern(pattern: &[char], name: &[char]) -> bool {
    let (mut at, mut seen) = (0, 0);
    let mut last_star: Option<(usize, usize)> = None;
    while seen < name.len() {
        match pattern.get(at) {
            Some('*') => {
                last_star = Some((at, seen));
                at += 1;
            }
            Some(letter) if name.get(seen) == Some(letter) => {
                at += 1;
                seen += 1;
            }
            _ => match last_star {
                Some((star, from)) => {
                    last_star = Some((star, from + 1));
                    at = star + 1;
                    seen = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(at).all(|letter| *letter == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_characters() {
        let covers = |about: &str, name: &str| Answer::new(Topic::NotPersonal, about, "r").covers(name);
        for (about, name) in [
            ("orders", "Orders"),
            ("tmp_*", "tmp_"),
            ("tmp_*", "tmp_a.email"),
            ("*.note", "orders.note"),
            ("a*b*c", "a__b_b_c"),
            ("*_archive*", "x_archive"),
        ] {
            assert!(covers(about, name), "{about} {name}");
        }
        for (about, name) in
            [("orders", "orders2"), ("tmp_*", "tm_a"), ("*.note", "orders.notes"), ("a*b", "acbd"), ("", "a")]
        {
            assert!(!covers(about, name), "{about} {name}");
        }
    }

    #[test]
    fn a_hostile_pattern_takes_no_time() {
        let about = format!("{}b", "*a".repeat(2_000));
        assert!(!Answer::new(Topic::NotPersonal, about, "r").covers(&"a".repeat(20_000)));
    }
}
