//! Looks once more, after all is done, for what still names the person.

use std::collections::BTreeMap;

use crate::engine::error::EngineError;
use crate::engine::find::matching::holding;
use crate::engine::find::pages::Pages;
use crate::engine::find::step_records::Finder;
use crate::identifier::Identifier;
use crate::plan::ids::NodeId;

/// Counts the records that still hold one of the person's identifiers after all is done, by collection, without those
/// that `is_expected` explains (kept for a ground, out of scope, on hold).
pub(crate) async fn still_holding(
    finder: Finder<'_>,
    identifiers: &[Identifier],
    is_expected: impl Fn(NodeId) -> bool,
) -> Result<BTreeMap<String, u64>, EngineError> {
    let mut left = BTreeMap::new();
    for node in finder.graph().nodes.ids().filter(|&node| !is_expected(node)) {
        let name = finder.records.name(node);
        let kept = finder.notebook.lists.kept(name);
        let mut count = 0;
        let mut rows = holding(finder.records, node, identifiers)?;
        while let Some(page) = rows.next().await? {
            let known = finder.notebook.among(&kept, page.iter().map(|row| &row.key)).await?;
            count += page.iter().filter(|row| !known.contains(&row.key)).count() as u64;
        }
        if count > 0 {
            left.insert(name.to_owned(), count);
        }
    }
    Ok(left)
}
