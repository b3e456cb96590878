//! Compares the data map with the stores' own schema before the first write.

use std::collections::HashMap;

use super::error::EngineError;
use super::reader::Stores;
use crate::datamap::{Collection, DataMap, Link, Mask, Value};
use crate::finding::{Finding, Findings};
use crate::plan::SchemaFacts;
use crate::plan::rules::MaskedField;
use crate::port::{
    Capabilities, Column, ColumnKind, Description, OnDelete, Place, Reference, Replacement, Schema,
};

/// What the live stores say of a data map.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The schema of each collection, by name, where its store has one.
    pub(crate) schemas: HashMap<String, Schema>,
    /// What each collection's store can do, by the collection's name.
    pub(crate) capabilities: HashMap<String, Capabilities>,
    pub(crate) facts: SchemaFacts,
    pub(crate) findings: Findings,
}

/// Where a collection's records lie.
pub(crate) fn place_of(collection: &Collection) -> Place {
    Place::new(collection.table(), collection.key().iter().cloned(), collection.conditions().to_vec())
}

/// Reads the schema of every collection and reports all in which it does not fit the data map.
pub(crate) async fn survey(map: &DataMap, stores: &Stores) -> Result<Survey, EngineError> {
    let mut survey = Survey::default();
    let by_index: Vec<_> = stores.iter().collect();
    for collection in map.collections() {
        let Some((name, store)) = by_index.get(collection.store) else { continue };
        let capabilities = store.capabilities();
        survey.capabilities.insert(collection.name().to_owned(), capabilities);
        if !(capabilities.predicates && capabilities.links) {
            survey.facts.add_limited_store(collection.store);
        }
        for link in collection.links().iter().filter(|link| link.is_by_prefix() && !capabilities.folders) {
            survey.findings.push(Finding::error(
                format!(
                    "store `{name}`, collection `{}`, link to `{}`",
                    collection.name(),
                    link.target().collection()
                ),
                "prefix = true",
                "the store cannot list what lies below a prefix",
                "give it one that can, or point to rows that name each object",
            ));
        }
        let description = store
            .describe(&place_of(collection))
            .await
            .map_err(|source| EngineError::Store { store: (*name).to_owned(), source })?;
        match description {
            Description::Unknown => {}
            Description::Missing => survey.findings.push(Finding::error(
                format!("store `{name}`, collection `{}`", collection.name()),
                collection.table(),
                "the store has no such table",
                "correct `table` in the data map, or create the table",
            )),
            Description::Table(schema) => {
                check_columns(name, collection, &schema, &mut survey.findings);
                survey.schemas.insert(collection.name().to_owned(), schema);
            }
        }
    }
    for collection in map.collections() {
        if let Some(schema) = survey.schemas.get(collection.name()).cloned() {
            learn(map, collection, &schema, &mut survey);
        }
    }
    Ok(survey)
}

/// The fields of a collection that have to be columns, each with where the data map names it.
fn named_fields(collection: &Collection) -> Vec<(String, &str)> {
    let mut fields: Vec<(String, &str)> = Vec::new();
    fields.extend(collection.key().iter().map(|field| ("`key`".to_owned(), field.as_str())));
    fields.extend(collection.tenant().map(|field| ("`tenant`".to_owned(), field)));
    fields.extend(collection.conditions().iter().map(|it| ("`where`".to_owned(), it.field())));
    fields.extend(
        collection.identifiers().iter().map(|it| (format!("`identifiers.{}`", it.kind()), it.field())),
    );
    fields.extend(collection.events().iter().map(|it| (format!("`events.{}`", it.name()), it.field())));
    fields.extend(collection.fields().iter().map(|it| ("`fields`".to_owned(), it.name())));
    for link in collection.links() {
        let at = format!("link to `{}`", link.target().collection());
        let named = link.fields().iter().map(String::as_str);
        let conditions = link.conditions().iter().map(|it| it.field());
        let cleared = link.cleared_fields().iter().map(String::as_str);
        fields.extend(named.chain(conditions).chain(cleared).map(|field| (at.clone(), field)));
    }
    fields
}

fn check_columns(store: &str, collection: &Collection, schema: &Schema, findings: &mut Findings) {
    let mut seen = Vec::new();
    for (at, field) in named_fields(collection) {
        if schema.column(field).is_some() || seen.contains(&field) {
            continue;
        }
        seen.push(field);
        let columns: Vec<&str> = schema.columns.iter().map(|column| column.name.as_str()).collect();
        findings.push(Finding::error(
            format!("store `{store}`, collection `{}`, {at}", collection.name()),
            field,
            format!("table `{}` has no such column", collection.table()),
            format!("write one of `{}`", columns.join("`, `")),
        ));
    }
    let has_key = collection.key().iter().all(|field| schema.column(field).is_some());
    if has_key && !schema.tells_apart(collection.key()) {
        findings.push(Finding::error(
            format!("store `{store}`, collection `{}`, `key`", collection.name()),
            collection.key().join("`, `"),
            format!(
                "nothing in table `{}` makes these columns unique, so they may not tell records apart",
                collection.table()
            ),
            "name the primary key, or add a unique index over these columns",
        ));
    }
}

/// Learns from a schema what the planner has to know: what may not be null, and who else refers to the table.
fn learn(map: &DataMap, collection: &Collection, schema: &Schema, survey: &mut Survey) {
    for column in schema.columns.iter().filter(|column| !column.nullable) {
        survey.facts.add_not_null(collection.name(), &column.name);
    }
    for reference in schema.referred_by.iter().filter(|it| it.on_delete != OnDelete::LetGo) {
        let referring: Vec<&Collection> = map
            .collections()
            .iter()
            .filter(|other| other.store == collection.store && same_table(other.table(), &reference.table))
            .collect();
        if referring.is_empty() {
            survey.findings.push(undeclared(collection, reference));
            survey.facts.add_outside_reference(
                collection.name(),
                &reference.table,
                reference.columns.iter().cloned(),
                reference.to_columns.iter().cloned(),
            );
        }
        for from in referring.into_iter().filter(|from| !declares(map, from, reference)) {
            survey.facts.add_reference(
                from.name(),
                reference.columns.iter().cloned(),
                collection.name(),
                reference.to_columns.iter().cloned(),
            );
        }
    }
}

fn undeclared(collection: &Collection, reference: &Reference) -> Finding {
    Finding::warning(
        format!("collection `{}`", collection.name()),
        format!("{}.{}", reference.table, reference.columns.join(", ")),
        "a table that the data map does not declare refers to this one; records that a row of it points to stay as empty shells",
        "declare the table as a collection",
    )
}

/// Whether a collection declares a foreign key of its table: as a link or as its tenant.
fn declares(map: &DataMap, from: &Collection, reference: &Reference) -> bool {
    let is_tenant = matches!(reference.columns.as_slice(), [column] if from.tenant().is_some_and(|field| field.eq_ignore_ascii_case(column)));
    let same_fields = |fields: &[String]| {
        fields.len() == reference.columns.len()
            && fields
                .iter()
                .all(|field| reference.columns.iter().any(|column| column.eq_ignore_ascii_case(field)))
    };
    is_tenant
        || from
            .links()
            .iter()
            .any(|link| same_fields(link.fields()) && map.collection(link.target().collection()).is_some())
}

fn same_table(a: &str, b: &str) -> bool {
    let bare = |table: &str| table.rsplit('.').next().unwrap_or(table).to_ascii_lowercase();
    bare(a) == bare(b)
}

/// Reports which links and identifiers no index serves. Slow, not wrong: warnings.
pub(crate) fn check_indexes(map: &DataMap, survey: &Survey) -> Findings {
    let mut findings = Findings::new();
    for collection in map.collections() {
        findings.extend(unserved_targets(map, collection, survey));
        let Some(schema) = survey.schemas.get(collection.name()) else { continue };
        for link in collection.links().iter().filter(|link| !schema.has_index_for(link.fields())) {
            findings.push(Finding::warning(
                format!("collection `{}`, link to `{}`", collection.name(), link.target().collection()),
                link.fields().join(", "),
                format!(
                    "no index of table `{}` starts with this column, so every erasure reads the whole table",
                    collection.table()
                ),
                "add an index",
            ));
        }
    }
    findings
}

/// Reports fields in other stores that a collection's records are followed to, page by page, and that no index serves.
fn unserved_targets(map: &DataMap, collection: &Collection, survey: &Survey) -> Vec<Finding> {
    let unserved = |link: &&Link| {
        let target = map.collection(link.target().collection());
        let schema = survey.schemas.get(link.target().collection());
        target.is_some_and(|target| target.store != collection.store)
            && schema.is_some_and(|schema| !schema.has_index_for(map.target_fields(link)))
    };
    let finding = |link: &Link| {
        Finding::warning(
            format!("collection `{}`, link to `{}`", collection.name(), link.target().collection()),
            format!("{}.{}", link.target().collection(), map.target_fields(link).join(", ")),
            "no index starts with this column, so every page of the person's records reads that whole table",
            "add an index",
        )
    };
    collection.links().iter().filter(unserved).map(finding).collect()
}

/// Reports the masks of one step that its table cannot hold.
pub(crate) fn check_masks(
    collection: &Collection,
    survey: &Survey,
    masks: &[MaskedField],
    findings: &mut Findings,
) {
    let name = collection.name();
    if survey.capabilities.get(name).is_some_and(|can| !can.masks) {
        findings.push(Finding::error(
            format!("collection `{name}`"),
            "",
            "its store cannot change a record, only keep or erase it, and records of it have to be changed",
            "let its category be erased, or keep its links with `clear = []`",
        ));
        return;
    }
    let Some(schema) = survey.schemas.get(name) else { return };
    for masked in masks {
        let Some(column) = schema.column(&masked.field) else { continue };
        if let Some((problem, remedy)) = misfit(column, schema, &masked.mask) {
            findings.push(Finding::error(
                format!("collection `{name}`, `fields.{}`", masked.field),
                words_of(&masked.mask),
                problem,
                remedy,
            ));
        }
    }
}

fn words_of(mask: &Mask) -> &'static str {
    match mask {
        Mask::Null => "null",
        Mask::Constant(_) => "constant",
        Mask::Token => "token",
        Mask::Pseudonym => "pseudonym",
        Mask::Prefix(_) => "prefix",
        Mask::Scrub => "scrub",
    }
}

fn misfit(column: &Column, schema: &Schema, mask: &Mask) -> Option<(String, String)> {
    let is_unique = schema
        .unique
        .iter()
        .any(|set| matches!(set.as_slice(), [only] if only.eq_ignore_ascii_case(&column.name)));
    let needs_text = |length: usize| match &column.kind {
        ColumnKind::Text { limit: Some(limit) } if (*limit as usize) < length => Some((
            format!("the column holds at most {limit} characters, and the mask writes {length}"),
            "widen the column, or use `{ constant = … }` with a short text".to_owned(),
        )),
        ColumnKind::Text { .. } | ColumnKind::Other => None,
        kind => Some((
            format!("the column holds {}, and the mask writes text", kind_words(kind)),
            "use `\"null\"`, or `{ constant = … }` with a value that the column holds".to_owned(),
        )),
    };
    if column.is_generated {
        return Some((
            "the database works this column out itself, and nothing can be written to it".to_owned(),
            "mask the columns that it is made of, and leave this one out".to_owned(),
        ));
    }
    match mask {
        Mask::Null if !column.nullable => Some((
            "the column may not be null".to_owned(),
            "give the field another mask, such as `mask = \"token\"` or `mask = { constant = … }`".to_owned(),
        )),
        Mask::Null => None,
        Mask::Constant(_) | Mask::Prefix(_) if is_unique => Some((
            "the column is unique, and this mask may give two records the same value".to_owned(),
            "use `mask = \"token\"`".to_owned(),
        )),
        Mask::Constant(value) => constant_misfit(column, value),
        Mask::Token => needs_text(Replacement::TOKEN_LENGTH),
        Mask::Pseudonym => needs_text(Replacement::PSEUDONYM_LENGTH),
        Mask::Prefix(_) | Mask::Scrub => needs_text(0),
    }
}

fn constant_misfit(column: &Column, value: &Value) -> Option<(String, String)> {
    let fits = match (value, &column.kind) {
        (_, ColumnKind::Other) => true,
        (Value::Text(text), ColumnKind::Text { limit }) => {
            limit.is_none_or(|limit| text.chars().count() <= limit as usize)
        }
        (Value::Text(text), ColumnKind::Choice { values }) => values.contains(text),
        (Value::Text(_), ColumnKind::Time | ColumnKind::Uuid | ColumnKind::Json) => true,
        (
            Value::Integer(_),
            ColumnKind::Integer | ColumnKind::Real | ColumnKind::Boolean | ColumnKind::Time,
        ) => true,
        (Value::Boolean(_), ColumnKind::Boolean | ColumnKind::Integer) => true,
        (Value::Real(_), ColumnKind::Real) => true,
        _ => false,
    };
    (!fits).then(|| {
        (
            format!("the column holds {}, and the constant does not fit", kind_words(&column.kind)),
            "write a constant of that kind and length".to_owned(),
        )
    })
}

fn kind_words(kind: &ColumnKind) -> String {
    match kind {
        ColumnKind::Text { limit: Some(limit) } => format!("text of at most {limit} characters"),
        ColumnKind::Text { limit: None } => "text".to_owned(),
        ColumnKind::Integer => "whole numbers".to_owned(),
        ColumnKind::Real => "numbers".to_owned(),
        ColumnKind::Boolean => "true or false".to_owned(),
        ColumnKind::Bytes => "bytes".to_owned(),
        ColumnKind::Time => "dates or times".to_owned(),
        ColumnKind::Uuid => "UUIDs".to_owned(),
        ColumnKind::Json => "JSON".to_owned(),
        ColumnKind::Choice { values } => format!("one of `{}`", values.join("`, `")),
        ColumnKind::Other => "values of a type of its own".to_owned(),
    }
}
