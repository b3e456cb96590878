//! Which field holds which identifier: how identifiers are looked up in stores, and read from records.

use super::pages::Pages;
use super::records::{Cursor, Records, Row};
use crate::datamap::{Collection, IdentifierField, Stored};
use crate::engine::error::EngineError;
use crate::identifier::{Identifier, IdentifierKind, stored_digits};
use crate::plan::ids::NodeId;
use crate::port::Selection;
use crate::value::{LinkForm, Value};

/// An identifier and the tenant in which it was found; `None` where its record says nothing of a tenant.
pub(crate) type InTenant = (Option<LinkForm>, Identifier);

/// The fields that have to be read to tell who a record names, and in which tenant.
pub(crate) fn identifier_fields(records: Records<'_>, node: NodeId) -> Vec<String> {
    let mut fields = records.link_fields(node);
    let identifiers = records.ownership.collection(node).identifiers();
    fields.extend(identifiers.iter().map(|identifier| identifier.field().to_owned()));
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// The identifiers that a record holds, each with the record's tenant.
pub(crate) fn identifiers_of(records: Records<'_>, node: NodeId, row: &Row) -> Vec<InTenant> {
    let collection = records.ownership.collection(node);
    let tenant = match collection.tenant() {
        Some(field) => row.value(field).link_form(),
        None if collection.is_tenant_root() => row.key.values().first().and_then(Value::link_form),
        None => None,
    };
    collection
        .identifiers()
        .iter()
        .filter_map(|field| read_identifier(field, row.value(field.field())))
        .map(|identifier| (tenant.clone(), identifier))
        .collect()
}

/// The identifier that a stored value is, where it is one that can be told from others.
fn read_identifier(field: &IdentifierField, value: &Value) -> Option<Identifier> {
    let text = value.to_text().filter(|text| !text.trim().is_empty())?;
    Identifier::stored(field.kind(), field.namespace(), &text)
}

/// Records of a collection that hold one of these identifiers, in the tenant of the request.
pub(crate) struct Holding<'a> {
    records: Records<'a>,
    cursors: Vec<Cursor<'a>>,
    /// What a small store could not be asked.
    wanted: Option<Vec<Identifier>>,
    node: NodeId,
}

impl Pages for Holding<'_> {
    async fn next(&mut self) -> Result<Option<Vec<Row>>, EngineError> {
        while let Some(cursor) = self.cursors.last_mut() {
            let Some(mut rows) = cursor.next().await? else {
                self.cursors.pop();
                continue;
            };
            if let Some(wanted) = &self.wanted {
                rows.retain(|row| {
                    self.records.is_matchable(self.node, row)
                        && holds_any(self.records, self.node, row, wanted, false)
                });
            }
            if !rows.is_empty() {
                return Ok(Some(rows));
            }
        }
        Ok(None)
    }
}

/// Whether a record holds any of these identifiers in any of its fields; `beside_key`: in any that is no part of its key.
pub(crate) fn holds_any(
    records: Records<'_>,
    node: NodeId,
    row: &Row,
    wanted: &[Identifier],
    beside_key: bool,
) -> bool {
    let collection = records.ownership.collection(node);
    collection.identifiers().iter().any(|field| {
        if beside_key && is_of_key(collection, field) {
            return false;
        }
        let Some(text) = row.value(field.field()).to_text() else { return false };
        wanted.iter().filter(|identifier| is_of(field, identifier)).any(|identifier| {
            spellings(field, identifier).contains(&text)
                || identifier.digits().is_some_and(|digits| stored_digits(&text).as_deref() == Some(digits))
        })
    })
}

/// Records of a collection that hold one of these identifiers in a field that is no part of the key.
pub(crate) fn hers(collection: &Collection, identifiers: &[Identifier]) -> Selection {
    let fields = collection.identifiers().iter().filter(|field| !is_of_key(collection, field));
    fields.fold(Selection::Nothing, |all, field| all.or(holds_one_of(field, identifiers)))
}

fn is_of_key(collection: &Collection, field: &IdentifierField) -> bool {
    collection.key().iter().any(|key| key == field.field())
}

/// The records of a collection that hold one of these identifiers.
pub(crate) fn holding<'a>(
    records: Records<'a>,
    node: NodeId,
    wanted: &[Identifier],
) -> Result<Holding<'a>, EngineError> {
    let nothing = Holding { records, cursors: Vec::new(), wanted: None, node };
    if wanted.is_empty() {
        return Ok(nothing);
    }
    let collection = records.ownership.collection(node);
    let fields = identifier_fields(records, node);
    if records.shelf(node)?.capabilities().predicates {
        let holds = collection
            .identifiers()
            .iter()
            .fold(Selection::Nothing, |all, field| all.or(holds_one_of(field, wanted)));
        let cursor = records.all_of(node, &fields, holds.and(records.ownership.matchable(node)));
        return Ok(Holding { cursors: vec![cursor], ..nothing });
    }
    // A small store is asked for every usual spelling, and what it returns is looked at again.
    let mut cursors = Vec::new();
    for field in collection.identifiers() {
        let values: Vec<Vec<Value>> = wanted
            .iter()
            .filter(|identifier| is_of(field, identifier))
            .flat_map(|identifier| spellings(field, identifier))
            .map(|text| vec![Value::from(text)])
            .collect();
        if !values.is_empty() {
            cursors.push(records.pointing(node, &fields, &[field.field().to_owned()], values, &[])?);
        }
    }
    Ok(Holding { records, cursors, wanted: Some(wanted.to_vec()), node })
}

/// Whether an identifier could stand in a field: same kind, and same namespace where the field has one.
fn is_of(field: &IdentifierField, identifier: &Identifier) -> bool {
    identifier.kind() == field.kind()
        && match (field.namespace(), identifier.namespace()) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        }
}

/// The spellings under which an identifier is usually stored.
fn spellings(field: &IdentifierField, identifier: &Identifier) -> Vec<String> {
    let digits = identifier.digits().unwrap_or_default();
    let mut spellings = match field.stored() {
        Stored::E164 => vec![format!("+{digits}")],
        Stored::Digits => vec![digits.to_owned()],
        Stored::Any if !digits.is_empty() => {
            vec![
                digits.to_owned(),
                format!("+{digits}"),
                format!("00{digits}"),
                identifier.original().to_owned(),
            ]
        }
        Stored::Any | Stored::Exact => vec![identifier.value().to_owned(), identifier.original().to_owned()],
    };
    spellings.sort_unstable();
    spellings.dedup();
    spellings
}

/// Records whose field holds one of these identifiers, as a store with predicates is asked.
pub(crate) fn holds_one_of(field: &IdentifierField, wanted: &[Identifier]) -> Selection {
    let of_kind: Vec<&Identifier> = wanted.iter().filter(|identifier| is_of(field, identifier)).collect();
    if of_kind.is_empty() {
        return Selection::Nothing;
    }
    let name = field.field().to_owned();
    match field.stored() {
        Stored::Any if *field.kind() == IdentifierKind::Email => Selection::EmailIs {
            field: name,
            addresses: of_kind.iter().map(|it| it.value().to_owned()).collect(),
        },
        Stored::Any if of_kind.iter().all(|it| it.digits().is_some()) => Selection::NumberIs {
            field: name,
            digits: of_kind.iter().filter_map(|it| it.digits()).map(str::to_owned).collect(),
        },
        _ => Selection::one_of(name, of_kind.iter().flat_map(|it| spellings(field, it)).map(Value::from)),
    }
}
