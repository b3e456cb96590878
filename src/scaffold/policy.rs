//! Writes the first `policy.toml`: one category for each that the sketch uses, all of them erased.
//!
//! What a law asks to keep is suggested in comments and never switched on: which law binds whom, counsel says.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::lists::PURPOSES;
use super::sketch::Sketch;
use super::write::text;

/// Grounds that may bind records of a category, as suggestions. `start` is the event that the period is counted from.
const SUGGESTIONS: &[(&str, &str)] = &[
    (
        "billing",
        "{ ground = \"tax_law\", citation = \"CGST Act 2017, s. 36 (India)\", period = \"72 months\", start = \"issued\", counted_from = \"financial_year_end\" }",
    ),
    (
        "security",
        "{ ground = \"legal_obligation\", citation = \"Marco Civil, Art. 15 (Brazil, access logs)\", period = \"6 months\", start = \"created\" }",
    ),
];

/// The text of the policy.
pub(super) fn policy(sketch: &Sketch) -> String {
    let used: BTreeSet<&str> = sketch.collections.iter().map(|collection| collection.category.what).collect();
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "# A draft, made by `oubliette scaffold`. It promises to erase everything; whoever answers for the promise decides.\n\
         name = \"Draft\"  # the policy's name\n\
         version = \"0\"  # write the day on which it was decided\n\n\
         [promises]\n\
         complete_within = \"30 days\"  # a guess: what your deletion page says\n\
         # backups_rotate = \"30 days\"  # how long a backup may still hold what was erased\n\n\
         [channels.operator]\n\
         verify = []  # who may ask, and how they prove who they are"
    );
    for purpose in PURPOSES.iter().filter(|purpose| used.contains(purpose.id)) {
        let _ = writeln!(
            out,
            "\n[[category]]\nid = {}\nlabel = {}\non_erasure = \"erase\"",
            text(purpose.id),
            text(purpose.label)
        );
        for (_, ground) in SUGGESTIONS.iter().filter(|(id, _)| *id == purpose.id) {
            let _ = writeln!(
                out,
                "# A suggestion, if such a law binds you and counsel agrees; every collection of the category needs its event:\n\
                 # on_erasure = \"retain\"\n# retain = [{ground}]"
            );
        }
    }
    out
}
