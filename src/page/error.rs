//! Why a page cannot be made. Repeats nothing of what would have stood in it.

/// Why a page cannot be made. Holds no personal data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PageError {
    /// No language has these words, or all that have them ask for something that is not there.
    #[error(
        "there are no words for `{key}`; add them to the words of the language, with no other places than the English ones"
    )]
    Words {
        /// The key.
        key: String,
    },
    /// A template cannot be read, or asks for something that is not there.
    #[error("template `{name}`, line {line}: {problem}; correct the template")]
    Template {
        /// The template.
        name: String,
        /// The line; 0 where it is not known.
        line: usize,
        /// What kind of problem it is.
        problem: String,
    },
}

impl PageError {
    pub(super) fn template(name: &str, error: &minijinja::Error) -> Self {
        // The error's own detail could repeat a value.
        Self::Template {
            name: error.name().unwrap_or(name).to_owned(),
            line: error.line().unwrap_or_default(),
            problem: error.kind().to_string(),
        }
    }
}
