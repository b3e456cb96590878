//! Values that can never be equal and columns that can never hold what the map looks for in them.

use super::fit::Survey;
use super::kinds::{cannot_hold, kind_words, never_equal};
use crate::datamap::{Collection, DataMap, Link, Role};
use crate::finding::{Finding, Findings, Severity};
use crate::port::{Column, ColumnKind, Schema};
use crate::value::Condition;

/// Reports conditions that no row can meet, and columns of several values where one is looked for.
pub(super) fn check_values(store: &str, collection: &Collection, schema: &Schema, findings: &mut Findings) {
    let at = |what: &str| format!("store `{store}`, collection `{}`, {what}", collection.name());
    check_conditions(&at("`where`"), collection.conditions(), schema, findings);
    for link in collection.links() {
        let at = at(&format!("link to `{}`", link.target().collection()));
        check_conditions(&at, link.conditions(), schema, findings);
        for field in link.fields() {
            findings.extend(match link.is_list() {
                true => no_list(&at, field, schema),
                false => several(&at, field, schema).map(|it| with_list_as_remedy(it, link)),
            });
        }
    }
    if let Some(tenant) = collection.tenant() {
        findings.extend(several(&at("`tenant`"), tenant, schema));
    }
    for identifier in collection.identifiers() {
        let at = at(&format!("`identifiers.{}`", identifier.kind()));
        // A document may well be one text and no more: what does not look so is found by a path.
        findings.extend(several(&at, identifier.field(), schema).map(|it| as_warning_of_json(it, schema)));
        let column = schema.column(identifier.field()).filter(|it| !it.is_loose);
        if let Some(column) = column.filter(|column| is_never(identifier.kind().as_str(), column)) {
            findings.push(Finding::error(
                at,
                identifier.field(),
                format!(
                    "the column holds {}, none of which is ever a {}",
                    kind_words(&column.kind),
                    identifier.kind()
                ),
                "name the column that holds it",
            ));
        }
    }
}

fn as_warning_of_json(finding: Finding, schema: &Schema) -> Finding {
    let is_json = schema.column(&finding.words).is_some_and(|it| it.kind == ColumnKind::Json);
    let severity = if is_json { Severity::Warning } else { finding.severity };
    Finding { severity, ..finding }
}

/// Whether no value of the column is ever an identifier of that kind.
fn is_never(kind: &str, column: &Column) -> bool {
    match column.kind {
        ColumnKind::Time | ColumnKind::Boolean => true,
        ColumnKind::Uuid => matches!(kind, "email" | "phone" | "wa_id"),
        ColumnKind::Integer | ColumnKind::Real => kind == "email",
        _ => false,
    }
}

fn check_conditions(at: &str, conditions: &[Condition], schema: &Schema, findings: &mut Findings) {
    for condition in conditions {
        let Some(column) = schema.column(condition.field()) else { continue };
        let why = condition.values().iter().find_map(|value| cannot_hold(column, value));
        let Some(why) = why else { continue };
        let finding = if column.is_loose { Finding::warning } else { Finding::error };
        findings.push(finding(
            at.to_owned(),
            condition.field().to_owned(),
            format!("no row can meet this condition: {why}"),
            "write a value that the column has".to_owned(),
        ));
    }
}

/// A list of links is followed where the map says that it is one.
fn with_list_as_remedy(finding: Finding, link: &Link) -> Finding {
    match link.role() {
        Role::OwnedBy | Role::Mentions if link.fields().len() == 1 => {
            let remedy = "write list = true where it holds a list of ids; of a document name the path inside of it, such \
                          as `payload.customer.id`";
            Finding { remedy: remedy.to_owned(), ..finding }
        }
        _ => finding,
    }
}

/// The finding for a column that can hold no list of links where the map means one.
fn no_list(at: &str, field: &str, schema: &Schema) -> Option<Finding> {
    let finding =
        |problem: String| Finding::error(at, field, problem, "name a column that holds an array or JSON");
    let Some(column) = schema.column(field) else {
        // That the field is not there at all is said elsewhere.
        let is_inside = schema.holder(field).is_some();
        return is_inside.then(|| finding("a list inside of a document is not followed".to_owned()));
    };
    let holds = match &column.kind {
        ColumnKind::List => is_array(column),
        _ => column.may_hold_json() || column.is_loose,
    };
    (!holds).then(|| finding(format!("the column holds no list (`{}`)", column.declared)))
}

/// Whether the database keeps a list of any values there; a set of MySQL's has no others than those of its type.
fn is_array(column: &Column) -> bool {
    !column.declared.to_ascii_lowercase().starts_with("set(")
}

/// The finding for a column of several values where the map means one.
fn several(at: &str, field: &str, schema: &Schema) -> Option<Finding> {
    let column = schema.column(field)?;
    let (what, remedy) = match column.kind {
        ColumnKind::List => {
            ("several values", "move them to a table of their own, one row each, and link that")
        }
        ColumnKind::Json if column.is_loose => return None,
        ColumnKind::Json => (
            "JSON",
            "name the path inside of it, such as `payload.customer.id`; a list belongs into a table of its own",
        ),
        _ => return None,
    };
    Some(Finding::error(
        at,
        field,
        format!("the column holds {what} (`{}`), and is never equal to one id", column.declared),
        remedy,
    ))
}

/// Reports links between columns whose types have no value in common.
pub(super) fn check_links(map: &DataMap, survey: &Survey, collection: &Collection, findings: &mut Findings) {
    let Some(schema) = survey.schemas.get(collection.name()) else { return };
    for link in collection.links().iter().filter(|link| !link.is_by_prefix() && !link.is_list()) {
        let Some(target) = map.collection(link.target().collection()) else { continue };
        let Some(to) = survey.schemas.get(target.name()) else { continue };
        findings.extend(unequal(map, collection, link, schema, to));
    }
}

fn unequal(
    map: &DataMap,
    collection: &Collection,
    link: &Link,
    schema: &Schema,
    to: &Schema,
) -> Vec<Finding> {
    let pairs = link.fields().iter().zip(map.target_fields(link));
    let finding = |(here, there): (&String, &String)| {
        let (here, there) = (schema.column(here)?, to.column(there)?);
        let why = never_equal(here, there)?;
        let finding = if here.is_loose || there.is_loose { Finding::warning } else { Finding::error };
        Some(finding(
            format!("collection `{}`, link to `{}`", collection.name(), link.target().collection()),
            here.name.clone(),
            format!("no record can have this link: {why}, and none of these are ever equal"),
            "name the column that holds the key of the other, in a type that can be equal to it".to_owned(),
        ))
    };
    pairs.filter_map(finding).collect()
}
