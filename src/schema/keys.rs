//! Keys that are none: what nothing makes unique, what may be null, and what is equal to more than its own bytes.

use std::collections::HashSet;

use super::answers::{answered, how_to_answer};
use super::fit::Survey;
use super::kinds::may_be_text;
use crate::datamap::{Collection, DataMap, Stored, Topic};
use crate::finding::{Finding, Findings};
use crate::port::{Column, ColumnKind, Schema};

/// Reports in what a collection's key does not tell its records apart.
pub(super) fn check_key(
    map: &DataMap,
    store: &str,
    collection: &Collection,
    schema: &Schema,
    findings: &mut Findings,
) {
    let key = collection.key();
    if !key.iter().all(|field| schema.has_field(field)) {
        return;
    }
    let names = names_of(collection, key);
    if answered(map, collection.store, Topic::Unique, &names) {
        return;
    }
    let at = format!("store `{store}`, collection `{}`, `key`", collection.name());
    let answer = how_to_answer(map, collection.store, Topic::Unique, &names);
    if !schema.tells_apart(key) {
        findings.push(Finding::error(
            at,
            key.join("`, `"),
            format!(
                "nothing in table `{}` makes these columns unique over all of its rows, so they may not tell records apart",
                collection.table()
            ),
            format!("name the primary key, add a unique index over these columns, or {answer}"),
        ));
    } else if may_be_null(key, schema) {
        findings.push(Finding::warning(
            at,
            key.join("`, `"),
            "the key may be null, and a record without a key can neither be masked nor told from others",
            format!("make it NOT NULL, or {answer}"),
        ));
    }
}

/// The names by which an answer may mean a key, the first of them for people.
fn names_of(collection: &Collection, fields: &[String]) -> Vec<String> {
    fields.iter().map(|field| format!("{}.{field}", collection.table())).collect()
}

/// Whether some row may lack the key: no unique set within it consists of columns that are never null.
fn may_be_null(key: &[String], schema: &Schema) -> bool {
    let is_certain = |name: &String| {
        let column = schema.column(name).filter(|_| key.iter().any(|it| it.eq_ignore_ascii_case(name)));
        // SQLite lets keys be null by an old mistake of its own, which hardly anybody knows or uses.
        column.is_some_and(|column| !column.nullable || column.is_loose)
    };
    !schema.unique.iter().any(|set| !set.is_empty() && set.iter().all(is_certain))
}

/// Reports identifiers, tenants and tenants' keys of bytes: what a request names is text, which is never equal to them.
pub(super) fn check_bytes(
    map: &DataMap,
    store: &str,
    collection: &Collection,
    schema: &Schema,
    findings: &mut Findings,
) {
    let named_tenant = collection.tenant().map(|field| ("`tenant`".to_owned(), field));
    let root = collection.key().first().filter(|_| collection.is_tenant_root());
    let root = root.map(|field| ("`key` of a tenant".to_owned(), field.as_str()));
    let own = collection.identifiers().iter().filter(|it| it.stored() == Stored::Exact);
    let own = own.map(|it| (format!("`identifiers.{}`", it.kind()), it.field()));
    for (at, field) in named_tenant.into_iter().chain(root).chain(own) {
        let Some(column) = schema.column(field).filter(|it| is_bare_bytes(it)) else { continue };
        let names = [format!("{}.{field}", collection.table())];
        if answered(map, collection.store, Topic::Unique, &names) {
            continue;
        }
        findings.push(Finding::error(
            format!("store `{store}`, collection `{}`, {at}", collection.name()),
            field,
            format!(
                "the column holds bytes (`{}`), and what a request names is text: no spelling of an id would ever be equal to it",
                column.declared
            ),
            format!(
                "name a column that holds the id as text (a generated one such as `lower(hex({field}))` will do), or, if the bytes are text in UTF-8, {}",
                how_to_answer(map, collection.store, Topic::Unique, &names)
            ),
        ));
    }
}

fn is_bare_bytes(column: &Column) -> bool {
    column.kind == ColumnKind::Bytes && !may_be_text(column)
}

/// At most so many columns are named in one finding.
const MAX_NAMED: usize = 8;

/// Warns once for each store of keys for which other texts are equal to the database than to the engine's links.
pub(super) fn check_equality(map: &DataMap, survey: &Survey, findings: &mut Findings) {
    let mut found: Vec<(usize, Vec<String>, String)> = Vec::new();
    let mut seen = HashSet::new();
    for collection in map.collections() {
        for link in collection.links() {
            let Some(target) = map.collection(link.target().collection()) else { continue };
            let Some(schema) = survey.schemas.get(target.name()) else { continue };
            if target.store != collection.store || link.is_by_prefix() {
                continue;
            }
            for field in map.target_fields(link) {
                let Some(rules) = schema.column(field).and_then(other_equality) else { continue };
                let names = names_of(target, std::slice::from_ref(field));
                let is_new = seen.insert((target.store, names.clone()));
                if is_new && !answered(map, target.store, Topic::Unique, &names) {
                    found.push((target.store, names, rules.to_owned()));
                }
            }
        }
    }
    for (index, store) in map.stores().iter().enumerate() {
        let of_store: Vec<_> = found.iter().filter(|(store, ..)| *store == index).collect();
        let Some((_, first, rules)) = of_store.first() else { continue };
        let named: Vec<String> = of_store.iter().flat_map(|(_, names, _)| names.iter().cloned()).collect();
        let more = match named.len().saturating_sub(MAX_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let named: Vec<String> = named.into_iter().take(MAX_NAMED).collect();
        findings.push(Finding::warning(
            format!("store `{}`", store.name()),
            format!("{}{more}", named.join(", ")),
            format!(
                "links lead to these keys, for which the database takes other spellings for equal (case, accents or blanks at the end; `{rules}`), and the engine compares bytes: a link in another spelling is none to it"
            ),
            format!(
                "give them a collation that compares bytes, or, where all links are written as the keys are, {}",
                how_to_answer(map, index, Topic::Unique, first)
            ),
        ));
    }
}

/// By what other texts are equal; none for collations that differ from bytes only in blanks at the end, which keys hardly have.
fn other_equality(column: &Column) -> Option<&str> {
    column.collation.as_deref().filter(|rules| !rules.ends_with("_bin"))
}
