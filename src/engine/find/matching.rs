//! Which field holds which identifier: how identifiers are looked up in stores, and read from records.

use super::pages::Pages;
use super::records::{Cursor, Records, Row};
use crate::datamap::{Collection, IdentifierField, Stored};
use crate::engine::error::EngineError;
use crate::identifier::{Identifier, IdentifierKind, JID_SERVERS, TRUNK_MARK, spelled, stored_digits};
use crate::plan::ids::NodeId;
use crate::port::Selection;
use crate::port::document::inside;
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
        .flat_map(|field| {
            let own = read_identifier(field, row.value(field.field()));
            own.into_iter().chain(identifiers_inside(field, row))
        })
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
    node: NodeId,
    wanted: Vec<Identifier>,
    fields: Vec<String>,
    /// What the store is asked for, one after the other.
    cursors: Vec<Cursor<'a>>,
    /// Whether the store can only be asked for spellings, so that what it returns is looked at again.
    is_small: bool,
    /// Fields inside of documents in which the store may not have found all.
    inside: Vec<&'a IdentifierField>,
    /// The documents that are looked through here, and the field in them.
    documents: Option<(Cursor<'a>, &'a IdentifierField)>,
}

impl Pages for Holding<'_> {
    async fn next(&mut self) -> Result<Option<Vec<Row>>, EngineError> {
        while let Some(cursor) = self.cursors.last_mut() {
            let Some(mut rows) = cursor.next().await? else {
                self.cursors.pop();
                continue;
            };
            if self.is_small {
                rows.retain(|row| {
                    self.records.is_matchable(self.node, row)
                        && holds_any(self.records, self.node, row, &self.wanted, false)
                });
            }
            if !rows.is_empty() {
                return Ok(Some(rows));
            }
        }
        loop {
            let Some((cursor, field)) = &mut self.documents else {
                let Some(field) = self.inside.pop() else { return Ok(None) };
                self.documents = self.documents_of(field).await?.map(|cursor| (cursor, field));
                continue;
            };
            let Some(mut rows) = cursor.next().await? else {
                self.documents = None;
                continue;
            };
            let field = *field;
            rows.retain(|row| identifiers_inside(field, row).iter().any(|it| self.wanted.contains(it)));
            if !rows.is_empty() {
                return Ok(Some(rows));
            }
        }
    }
}

impl<'a> Holding<'a> {
    /// The records whose documents have the field where no query follows it, without those that were found by one.
    async fn documents_of(&self, field: &IdentifierField) -> Result<Option<Cursor<'a>>, EngineError> {
        let collection = self.records.ownership.collection(self.node);
        let found = collection.identifiers().iter().map(|field| holds_one_of(field, &self.wanted));
        let found = found.fold(Selection::Nothing, Selection::or);
        let selection = Selection::Unreadable { field: field.field().to_owned() }
            .and(found.negated())
            .and(self.records.ownership.matchable(self.node));
        if self.records.count(self.node, &selection).await? == 0 {
            return Ok(None);
        }
        // Only now it is certain that the field lies in a document.
        let mut fields = self.fields.clone();
        fields.extend(holder(field.field()).map(|(column, _)| column.to_owned()));
        Ok(Some(self.records.all_of(self.node, &fields, selection)))
    }
}

/// The column that holds the document in which a field may lie, and the path to it there.
pub(crate) fn holder(field: &str) -> Option<(&str, Vec<&str>)> {
    field.split_once('.').map(|(column, path)| (column, path.split('.').collect()))
}

/// The identifiers in a document that was read together with its record.
fn identifiers_inside(field: &IdentifierField, row: &Row) -> Vec<Identifier> {
    values_inside(field, row).iter().filter_map(|value| read_identifier(field, value)).collect()
}

/// What a field holds in a document that was read together with its record; nothing where none was.
pub(super) fn values_inside(field: &IdentifierField, row: &Row) -> Vec<Value> {
    let Some((column, path)) = holder(field.field()) else { return Vec::new() };
    let document = row.value(column).to_text().unwrap_or_default();
    inside(&document, &path).values
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
    let collection = records.ownership.collection(node);
    let fields = identifier_fields(records, node);
    let mut holding = Holding {
        records,
        node,
        wanted: wanted.to_vec(),
        fields,
        cursors: Vec::new(),
        is_small: !records.shelf(node)?.capabilities().predicates,
        inside: Vec::new(),
        documents: None,
    };
    if wanted.is_empty() {
        return Ok(holding);
    }
    if !holding.is_small {
        let holds = collection
            .identifiers()
            .iter()
            .fold(Selection::Nothing, |all, field| all.or(holds_one_of(field, wanted)));
        let matching = holds.and(records.ownership.matchable(node));
        holding.cursors.push(records.all_of(node, &holding.fields, matching));
        let is_asked = |field: &&IdentifierField| wanted.iter().any(|identifier| is_of(field, identifier));
        let in_documents = collection.identifiers().iter().filter(|field| holder(field.field()).is_some());
        holding.inside = in_documents.filter(is_asked).collect();
        return Ok(holding);
    }
    // A small store is asked for every usual spelling, and what it returns is looked at again.
    for field in collection.identifiers() {
        let values: Vec<Vec<Value>> = wanted
            .iter()
            .filter(|identifier| is_of(field, identifier))
            .flat_map(|identifier| spellings(field, identifier))
            .map(|text| vec![Value::from(text)])
            .collect();
        if !values.is_empty() {
            let by = [field.field().to_owned()];
            holding.cursors.push(records.pointing(node, &holding.fields, &by, values, &[])?);
        }
    }
    Ok(holding)
}

/// Whether an identifier could stand in a field: same kind, and same namespace where the field has one.
fn is_of(field: &IdentifierField, identifier: &Identifier) -> bool {
    identifier.kind() == field.kind()
        && match (field.namespace(), identifier.namespace()) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        }
}

/// The spellings under which an identifier is usually stored: all that a store is asked for that can look for nothing but
/// values. Under `any` there are more, which only a store with predicates finds.
fn spellings(field: &IdentifierField, identifier: &Identifier) -> Vec<String> {
    let digits = identifier.digits().unwrap_or_default();
    let mut spellings = match field.stored() {
        Stored::E164 => vec![format!("+{digits}")],
        Stored::Digits => vec![digits.to_owned()],
        Stored::Any if !digits.is_empty() => {
            let forms = spelled(digits).into_iter().map(|form| form.replace(TRUNK_MARK, "(0)"));
            let jids = JID_SERVERS.iter().map(|server| format!("{digits}{server}"));
            let schemes = ["+", "tel:+", "whatsapp:+"].iter().map(|scheme| format!("{scheme}{digits}"));
            forms
                .flat_map(|form| [format!("+{form}"), form])
                .chain(jids)
                .chain(schemes)
                .chain([identifier.original().to_owned()])
                .collect()
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
