//! Which columns of a live table an empty shell loses.
//!
//! Nobody lists the fields of a collection that is erased, since its records go. Where one of them has to stay all the
//! same, because something that stays points to it, all that the live table has is emptied but what keeps it in its place:
//! its key, its links, its tenant, what tells that it belongs to the collection, and what others point to. What the
//! database works out itself cannot be written, and what the data map keeps on purpose stays.

use std::collections::BTreeSet;

use super::fit::Survey;
use super::masks::{check_masks, fitting_mask, misfit};
use crate::datamap::{Collection, DataMap, Mask};
use crate::finding::{Finding, Findings};
use crate::plan::Compiled;
use crate::plan::ids::EdgeId;
use crate::plan::layout::Step;
use crate::plan::rules::MaskedField;
use crate::port::{Column, Schema};

/// Reports the columns that a shell has to lose and that can hold none of what takes their place, wherever a record may
/// have to stay as a shell, although nobody knows yet whether one will.
pub(crate) fn check_shells(compiled: &Compiled, survey: &Survey, findings: &mut Findings) {
    let mut known = Findings::new();
    for (step, keepers) in compiled.shells_that_may_stay() {
        check_shell(compiled, survey, (step, keepers), &mut known);
    }
    let mut seen = BTreeSet::new();
    findings.extend(known.into_iter().filter(|it| seen.insert((it.at.clone(), it.words.clone()))));
}

/// The same for one step, of which shells are certain.
pub(crate) fn check_shell(
    compiled: &Compiled,
    survey: &Survey,
    (step, keepers): (&Step, &[EdgeId]),
    findings: &mut Findings,
) {
    let collection = &compiled.graph.nodes[step.node];
    let written = compiled.written_fields(step);
    let Some(schema) = survey.schemas.get(collection.name()) else {
        return check_masks(collection, survey, &written, findings);
    };
    if survey.capabilities.get(collection.name()).is_some_and(|can| !can.masks) {
        return check_masks(collection, survey, &written, findings);
    }
    let keepers = keeper_words(compiled, step, keepers);
    for MaskedField { field, mask } in &written {
        let Some(column) = schema.column(field) else { continue };
        let Some((problem, remedy)) = misfit(column, schema, mask) else { continue };
        let remedy = if *mask == Mask::Null { unmasked_remedy(collection, column, schema) } else { remedy };
        findings.push(Finding::error(
            format!("collection `{}`, `fields.{field}`", collection.name()),
            column.name.clone(),
            format!("{problem}, and a record stays as an empty shell, without it, where {keepers} still points to it"),
            remedy,
        ));
    }
}

/// What to write for a column that may not be null and has no mask.
fn unmasked_remedy(collection: &Collection, column: &Column, schema: &Schema) -> String {
    let field = &column.name;
    let is_identifier = collection.identifiers().iter().any(|it| it.field().eq_ignore_ascii_case(field));
    let masked = fitting_mask(column, schema).map(|mask| format!("`{field} = {{ mask = {mask} }}`"));
    let kept = format!("`{field} = {{ keep = true }}` if it is not personal");
    match (masked, is_identifier) {
        (Some(masked), true) => format!("write {masked} under `fields`"),
        (Some(masked), false) => format!("write {kept}, or {masked}, under `fields`"),
        (None, true) => "let the column be null; no mask fits it".to_owned(),
        (None, false) => format!("write {kept}, under `fields`, or let the column be null"),
    }
}

/// What keeps a shell in its place: the links of collections, and the tables that no collection declares.
fn keeper_words(compiled: &Compiled, step: &Step, keepers: &[EdgeId]) -> String {
    let graph = &compiled.graph;
    let links = keepers.iter().map(|&edge| &graph.edges[edge]);
    let mut words: Vec<String> = links
        .map(|edge| format!("`{}.{}`", graph.nodes[edge.from].name(), edge.fields.join(", ")))
        .chain(graph.outside[step.node].iter().map(|it| format!("`{}.{}`", it.table, it.fields.join(", "))))
        .collect();
    words.sort_unstable();
    words.dedup();
    words.join(" or ")
}

/// The columns of a collection's live table that a shell loses, in their order.
pub(crate) fn emptied_columns<'s>(
    map: &DataMap,
    collection: &Collection,
    schema: &'s Schema,
) -> impl Iterator<Item = &'s Column> {
    let stays = staying_fields(map, collection, schema);
    schema
        .columns
        .iter()
        .filter(move |column| !column.is_generated && !stays.iter().any(|field| is_in(&column.name, field)))
}

/// Whether a field is this column, or a path in the JSON that it holds.
fn is_in(column: &str, field: &str) -> bool {
    let head = field.split_once('.').map_or(field, |(head, _)| head);
    column.eq_ignore_ascii_case(field) || column.eq_ignore_ascii_case(head)
}

/// What keeps a record in its place, or was declared to stay.
fn staying_fields(map: &DataMap, collection: &Collection, schema: &Schema) -> Vec<String> {
    let mut fields = collection.key().to_vec();
    fields.extend(collection.tenant().map(str::to_owned));
    fields.extend(collection.conditions().iter().map(|it| it.field().to_owned()));
    for link in collection.links() {
        fields.extend(link.fields().iter().cloned());
        fields.extend(link.conditions().iter().map(|it| it.field().to_owned()));
    }
    let links = map.collections().iter().flat_map(|other| other.links());
    for link in links.filter(|link| link.target().collection() == collection.name()) {
        fields.extend(map.target_fields(link).iter().cloned());
    }
    for reference in &schema.referred_by {
        fields.extend(reference.to_columns.iter().cloned());
    }
    let kept = collection.fields().iter().filter(|field| field.is_kept());
    fields.extend(kept.map(|field| field.name().to_owned()));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::port::{OnDelete, Reference};

    const MAP: &str = r#"
        [stores.crm]
        kind = "sql"
        [[collection]]
        name = "contacts"
        key = "id"
        category = "people"
        tenant = "account_id"
        where = { kind = "person" }
        subject = "contact"
        identifiers = { email = "email" }
        [collection.fields]
        name = {}
        locale = { keep = true }
        "data.theme" = { keep = true }
        "more.city" = {}
        [[collection]]
        name = "letters"
        key = "id"
        category = "people"
        owned_by = [{ field = "sender_id", of = "contacts", where = { sender_type = "Contact" } }]
        mentions = [{ field = "about", of = "contacts.slug" }]
    "#;

    /// The names of what a shell of the collection loses, where its table has these columns.
    fn lost(collection: &str, columns: &str) -> String {
        let map = DataMap::from_toml(MAP).unwrap();
        let column = |name: &str| Column {
            name: name.trim_end_matches('=').to_owned(),
            is_generated: name.ends_with('='),
            ..Column::default()
        };
        let schema = Schema {
            columns: columns.split(' ').map(column).collect(),
            referred_by: vec![Reference {
                table: "log".to_owned(),
                columns: vec!["contact".to_owned()],
                to_columns: vec!["external".to_owned()],
                on_delete: OnDelete::Refuse,
            }],
            ..Schema::default()
        };
        let collection = map.collection(collection).unwrap();
        let lost: Vec<&str> =
            emptied_columns(&map, collection, &schema).map(|column| column.name.as_str()).collect();
        lost.join(" ")
    }

    #[test]
    fn all_goes_but_what_holds_a_shell_in_its_place() {
        for (column, goes) in [
            ("email", true),
            ("name", true),
            ("remarks", true),
            ("created_at", true),
            ("more", true),
            ("id", false),
            ("ID", false),
            ("account_id", false),
            ("kind", false),
            ("slug", false),
            ("external", false),
            ("locale", false),
            ("data", false),
            ("full_name=", false),
        ] {
            assert_eq!(lost("contacts", column) == column, goes, "{column}");
        }
        assert_eq!(lost("letters", "id sender_id sender_type about body Body_html"), "body Body_html");
    }
}
