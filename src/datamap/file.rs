//! `datamap.toml`: its keys and words. Whether the map that it describes makes sense is not judged here.

use std::collections::HashSet;

use toml::de::DeValue;

use super::draft::{CollectionDraft, MapDraft, Placed, new_sheet};
use super::names::not_a_kind;
use super::{
    Answer, Cleared, DataMap, Event, Field, IdentifierField, Link, Mask, Release, Role, StoreKind, StoreName,
    Target, Topic, validate,
};
use crate::finding::{At, Findings};
use crate::identifier::IdentifierKind;
use crate::text::advice;
use crate::text::document::{Fault, Keys, Node, Shape, Sheet, Source};
use crate::value::{Condition, Value};

const MAP: Shape<'_> =
    Shape { noun: "the data map", keys: &["stores", "collection"], example: "[[collection]]" };
const COLLECTION: Shape<'_> = Shape {
    noun: "a collection",
    keys: &[
        "name",
        "formerly",
        "store",
        "table",
        "where",
        "key",
        "category",
        "tenant",
        "tenant_root",
        "subject",
        "identifiers",
        "events",
        "fields",
        "owned_by",
        "owns",
        "mentions",
        "same_person",
    ],
    example: "a table under [[collection]]",
};
const IDENTIFIER: Shape<'_> = Shape {
    noun: "an identifier",
    keys: &["field", "stored", "namespace"],
    example: "{ field = \"…\", stored = \"…\" }",
};
const EVENT: Shape<'_> =
    Shape { noun: "an event", keys: &["field", "as"], example: "{ field = \"…\", as = \"…\" }" };
const FIELD: Shape<'_> = Shape {
    noun: "a field",
    keys: &["category", "mask", "keep", "not_personal"],
    example: "{}, or { mask = \"…\" }, or { keep = true }, or { not_personal = \"reason\" }",
};
const MASK: Shape<'_> =
    Shape { noun: "a mask", keys: &["constant", "prefix"], example: "{ constant = \"…\" }" };
const LINK: Shape<'_> = Shape {
    noun: "a link",
    keys: &["field", "of", "prefix", "list", "where", "clear", "erase_record"],
    example: "[{ field = \"…\", of = \"…\" }]",
};
const CONDITION: Shape<'_> = Shape {
    noun: "a condition",
    keys: &["null", "starts_with", "ends_with", "not"],
    example: "a value, a list of values, or { null = true }, { starts_with = \"…\" }, { ends_with = \"…\" }, { not = … }",
};

/// Reads a map leniently: the best that can be made of the text, and everything that is wrong with it.
///
/// The map is usable only if no finding is an error. It is there all the same, so that a check which needs the
/// policy as well can report in the same go.
pub(crate) fn read(text: &str) -> (Option<DataMap>, Findings) {
    let source = Source::new(text);
    let document = source.parse();
    let mut sheet = new_sheet();
    if !document.is_whole() {
        // Links lead anywhere in the file, so that nothing can be said of one part while another cannot be read.
        sheet.syntax(&source, &document);
        return (None, sheet.into_findings());
    }
    let draft = map(Keys::open(source.root(&document), &MAP, &mut sheet));
    let (map, findings) = validate::judged(draft, sheet);
    (Some(map), findings)
}

fn map(mut keys: Keys<'_, '_>) -> MapDraft {
    let mut draft = MapDraft::default();
    for (name, node) in keys.entries("stores", "[stores.crm] with kind = \"sql\"") {
        store(name, &node, &mut draft, keys.sheet);
    }
    let nodes = keys.list("collection", "a list", "[[collection]], with two brackets");
    // They decide what `of = "a.b"` means.
    let names: HashSet<&str> = nodes.iter().filter_map(|node| node.text_of("name")).collect();
    for (index, node) in nodes.iter().enumerate() {
        let at = match node.text_of("name") {
            Some(name) => At::collection(name),
            None => At::whole().numbered("collection no.", index + 1),
        };
        let at = at.item(index);
        match keys.sheet.table(&node.named(at.clone()), &at, &COLLECTION) {
            Some(keys) => draft.collections.push(collection(keys, &names)),
            None => keys.sheet.mark_unreadable(At::whole().key("collection")),
        }
    }
    draft
}

/// A store, and what the map says about things in it that it leaves out on purpose.
fn store(name: &str, node: &Node<'_>, draft: &mut MapDraft, sheet: &mut Sheet) {
    let at = At::store(name);
    let known: Vec<&str> = std::iter::once("kind").chain(Topic::WORDS.iter().copied()).collect();
    let shape = Shape { noun: "a store", keys: &known, example: "a table with kind = \"sql\"" };
    let mut kind = None;
    if let Some(mut keys) = sheet.table(&node.named(at.clone()), &at, &shape) {
        for topic in Topic::ALL {
            draft.answers.extend(entries(
                &mut keys,
                topic.as_str(),
                "{ \"table.column\" = \"reason\" }",
                |sheet, about, node| Some((name.to_owned(), Answer::new(*topic, about, sheet.text(node)?))),
            ));
        }
        require(&mut keys, "kind", "\"sql\", \"objects\" or \"custom\"");
        kind = keys.parsed("kind");
    }
    // Objects ask for the least, so that an unreadable kind causes no further findings.
    let kind = kind.unwrap_or(StoreKind::Objects);
    draft.stores.push(Placed::new(at, StoreName { name: name.to_owned(), kind, answers: Vec::new() }));
}

fn collection(mut keys: Keys<'_, '_>, names: &HashSet<&str>) -> CollectionDraft {
    require(&mut keys, "name", "\"…\", by which links refer to the collection");
    require(&mut keys, "category", "\"…\", a category of the policy");
    CollectionDraft {
        at: keys.at().clone(),
        name: keys.text("name").unwrap_or_default(),
        formerly: keys.names("formerly").unwrap_or_default(),
        category: keys.parsed("category"),
        store: keys.text("store"),
        table: keys.text("table"),
        only: keys.read("where", conditions).unwrap_or_default(),
        key: keys.names("key"),
        tenant: keys.text("tenant"),
        tenant_root: keys.flag("tenant_root").unwrap_or_default(),
        subject: keys.text("subject"),
        identifiers: identifiers(&mut keys),
        events: entries(&mut keys, "events", "{ created = \"created_at\" }", event),
        fields: entries(&mut keys, "fields", "[collection.fields] with name = {}", field),
        links: Role::ALL.iter().flat_map(|role| links(*role, &mut keys, names)).collect(),
    }
}

fn conditions(sheet: &mut Sheet, node: &Node<'_>) -> Option<Vec<Condition>> {
    let entries = sheet.entries(node, "{ field = \"value\" }")?;
    let read = |(field, node): &(&str, Node<'_>)| conditions_on(sheet, field, node);
    let conditions: Vec<Option<Vec<Condition>>> = entries.iter().map(read).collect();
    conditions.into_iter().collect::<Option<Vec<_>>>().map(|each| each.into_iter().flatten().collect())
}

/// What one field has to be; several conditions where the file says several things of it.
fn conditions_on(sheet: &mut Sheet, field: &str, node: &Node<'_>) -> Option<Vec<Condition>> {
    if !node.is_table() {
        let values: Vec<Option<Value>> = sheet.items(node).iter().map(|item| value(sheet, item)).collect();
        let values: Option<Vec<Value>> = values.into_iter().collect();
        return Some(vec![Condition::new(field, values?)]);
    }
    let mut keys = sheet.table(node, node.at(), &CONDITION)?;
    let mut conditions = Vec::new();
    if keys.flag("null") == Some(true) {
        conditions.push(Condition::new(field, [Value::Null]));
    }
    conditions.extend(keys.text("starts_with").map(|text| Condition::starting_with(field, text)));
    conditions.extend(keys.text("ends_with").map(|text| Condition::ending_with(field, text)));
    let opposed = keys.read("not", |sheet, node| conditions_on(sheet, field, node));
    if let Some(opposed) = opposed {
        match <[Condition; 1]>::try_from(opposed) {
            Ok([one]) => conditions.push(one.negated()),
            Err(_) => {
                let remedy =
                    "write one `not` of a value, a list, or one of `null`, `starts_with`, `ends_with`";
                sheet.wrong(node, &Fault::new("the opposite of several conditions at once", remedy));
                return None;
            }
        }
    }
    if sheet.is_broken(node.at()) {
        return None;
    }
    if conditions.is_empty() {
        let remedy = "write { null = true }, or the values that are meant";
        sheet.wrong(node, &Fault::new("a condition that says nothing", remedy));
        return None;
    }
    Some(conditions)
}

fn identifiers(keys: &mut Keys<'_, '_>) -> Vec<Placed<IdentifierField>> {
    let mut identifiers = Vec::new();
    for (word, node) in keys.entries("identifiers", "{ email = \"email\" }") {
        let Ok(kind) = word.parse() else {
            not_a_kind(node.at(), word, keys.sheet);
            keys.sheet.mark_unreadable(node.at().clone());
            continue;
        };
        for item in keys.sheet.items(&node) {
            let read = identifier(keys.sheet, &kind, &item).unwrap_or_default();
            identifiers.extend(read.into_iter().map(|identifier| Placed::new(item.at().clone(), identifier)));
        }
    }
    identifiers
}

fn identifier(sheet: &mut Sheet, kind: &IdentifierKind, node: &Node<'_>) -> Option<Vec<IdentifierField>> {
    if !node.is_table() {
        return sheet.text(node).map(|field| vec![IdentifierField::new(kind.clone(), field)]);
    }
    let mut keys = sheet.table(node, node.at(), &IDENTIFIER)?;
    let stored = keys.parsed("stored");
    let namespace = keys.parsed("namespace");
    require(&mut keys, "field", "\"…\", the field that holds it");
    let fields = keys.names("field").unwrap_or_default();
    let identifier = |field| {
        let usual = IdentifierField::new(kind.clone(), field);
        let stored = stored.unwrap_or(usual.stored);
        IdentifierField { stored, namespace: namespace.clone(), ..usual }
    };
    let identifiers = keys.unless_broken(fields.into_iter().map(identifier).collect::<Vec<_>>())?;
    if identifiers.is_empty() {
        sheet.wrong(node, &Fault::new("names no field", "write field = \"…\""));
    }
    Some(identifiers)
}

/// Each entry of a table that can be read.
fn entries<T>(
    keys: &mut Keys<'_, '_>,
    key: &str,
    shape: &str,
    read: impl Fn(&mut Sheet, &str, &Node<'_>) -> Option<T>,
) -> Vec<Placed<T>> {
    let entries = keys.entries(key, shape);
    let placed =
        |(name, node): &(&str, Node<'_>)| Some(Placed::new(node.at().clone(), read(keys.sheet, name, node)?));
    entries.iter().filter_map(placed).collect()
}

fn event(sheet: &mut Sheet, name: &str, node: &Node<'_>) -> Option<Event> {
    if !node.is_table() {
        return sheet.text(node).map(|field| Event::new(name, field));
    }
    let mut keys = sheet.table(node, node.at(), &EVENT)?;
    let form = keys.parsed("as").unwrap_or_default();
    require(&mut keys, "field", "\"…\", the field that holds it");
    let field = keys.text("field").unwrap_or_default();
    keys.unless_broken(Event::new(name, field).stored_as(form))
}

fn field(sheet: &mut Sheet, name: &str, node: &Node<'_>) -> Option<Field> {
    let mut keys = sheet.table(node, node.at(), &FIELD)?;
    let keep = keys.flag("keep");
    let reason = keys.text("not_personal");
    let is_masked = keys.has("category") || keys.has("mask");
    let field = Field {
        category: keys.parsed("category"),
        mask: keys.read("mask", mask).unwrap_or_default(),
        keep: keep.unwrap_or_default() || reason.is_some(),
        reason,
        ..Field::new(name)
    };
    let contradiction = if keys.has("not_personal") && (is_masked || keep == Some(false)) {
        Fault::new(
            "not personal and masked at once",
            "write not_personal = \"reason\" alone, or leave it out",
        )
    } else if keep == Some(true) && is_masked {
        let remedy = "write keep = true alone where the field is not personal, or leave keep out";
        Fault::new("kept and masked at once", remedy)
    } else {
        return keys.unless_broken(field);
    };
    sheet.wrong(node, &contradiction);
    None
}

fn mask(sheet: &mut Sheet, node: &Node<'_>) -> Option<Mask> {
    if !node.is_table() {
        return mask_word(sheet, node);
    }
    let mut keys = sheet.table(node, node.at(), &MASK)?;
    match (keys.has("constant"), keys.has("prefix")) {
        (true, false) => keys.read("constant", value).map(Mask::Constant),
        (false, true) => keys.count("prefix").map(Mask::Prefix),
        _ => {
            let fault = Fault::new("not one mask", "write { constant = \"…\" } or { prefix = 3 }");
            sheet.wrong(node, &fault);
            None
        }
    }
}

/// A mask that is one word; some masks need more than that.
fn mask_word(sheet: &mut Sheet, node: &Node<'_>) -> Option<Mask> {
    const WORDS: [&str; 6] = ["null", "token", "pseudonym", "scrub", "constant", "prefix"];
    let mask = match sheet.text(node)?.as_str() {
        "null" => Ok(Mask::Null),
        "token" => Ok(Mask::Token),
        "pseudonym" => Ok(Mask::Pseudonym),
        "scrub" => Ok(Mask::Scrub),
        "constant" => Err(node.mistyped("a table", "{ constant = \"…\" }")),
        "prefix" => Err(node.mistyped("a table", "{ prefix = 3 }")),
        word => Err(Fault::new("this is not a mask", advice(word, WORDS))),
    };
    sheet.kept(node, mask)
}

fn links(role: Role, keys: &mut Keys<'_, '_>, names: &HashSet<&str>) -> Vec<Placed<Link>> {
    let items = keys.items(role.as_str());
    let placed = |item: &Node<'_>| Some(Placed::new(item.at().clone(), link(role, keys.sheet, item, names)?));
    items.iter().filter_map(placed).collect()
}

fn link(role: Role, sheet: &mut Sheet, node: &Node<'_>, names: &HashSet<&str>) -> Option<Link> {
    let mut keys = sheet.table(node, node.at(), &LINK)?;
    require(&mut keys, "field", "\"…\", the field that points");
    require(&mut keys, "of", "\"…\", the collection that it points to");
    let fields = keys.names("field").unwrap_or_default();
    let to = target(&keys.text("of").unwrap_or_default(), names);
    let only = keys.read("where", conditions);
    let link = Link {
        by_prefix: keys.flag("prefix").unwrap_or_default(),
        is_list: keys.flag("list").unwrap_or_default(),
        on_every_row: only.as_ref().is_some_and(Vec::is_empty),
        only: only.unwrap_or_default(),
        ..Link::composite(role, fields, to)
    };
    let link = link.with_release(release(&mut keys));
    keys.unless_broken(link)
}

fn release(keys: &mut Keys<'_, '_>) -> Release {
    match (keys.read("clear", cleared), keys.flag("erase_record").unwrap_or_default()) {
        (None, false) => Release::ClearLink,
        (None, true) => Release::EraseRecord,
        (Some(fields), false) => Release::Clear(fields),
        (Some(_), true) => {
            let problem = "both `clear` and `erase_record`: a record that goes has nothing to clear";
            let at = keys.at().clone();
            keys.sheet.refuse(&at, "erase_record = true", &Fault::new(problem, "write one of them"));
            Release::EraseRecord
        }
    }
}

/// The names of fields that become null, or a table of fields with their masks.
fn cleared(sheet: &mut Sheet, node: &Node<'_>) -> Option<Vec<Cleared>> {
    let cleared: Vec<Option<Cleared>> = if node.is_table() {
        let entries = sheet.entries(node, "{ field = \"null\" }")?;
        entries.iter().map(|(field, node)| Some(Cleared::new(*field, mask(sheet, node)?))).collect()
    } else {
        sheet.items(node).iter().map(|item| sheet.text(item).map(Cleared::null)).collect()
    };
    cleared.into_iter().collect()
}

/// What `of` means: a collection of exactly that name, or else a field after the last dot.
fn target(of: &str, names: &HashSet<&str>) -> Target {
    match of.rsplit_once('.') {
        Some((collection, field)) if !names.contains(of) => Target::field_of(collection, field),
        _ => Target::key_of(of),
    }
}

/// Reports a key that is not there, where its table stands.
fn require(keys: &mut Keys<'_, '_>, key: &str, shape: &str) {
    if !keys.has(key) {
        let at = keys.at().clone();
        keys.sheet.error(&at, "", format!("`{key}` is missing"), format!("write {key} = {shape}"));
        keys.sheet.mark_unreadable(at.key(key));
    }
}

/// Text, a number, true or false, or a date, as a store holds it.
fn value(sheet: &mut Sheet, node: &Node<'_>) -> Option<Value> {
    let value = match node.value() {
        DeValue::String(text) => Ok(Value::Text(text.to_string())),
        DeValue::Boolean(flag) => Ok(Value::Boolean(*flag)),
        DeValue::Datetime(instant) => Ok(Value::Text(instant.to_string())),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map(Value::Integer)
            .map_err(|_| Fault::new("a number beyond 64 bits", "write it as text if the store holds text")),
        DeValue::Float(number) => {
            let number = number.as_str().parse::<f64>().ok().filter(|number| number.is_finite());
            let fault = || Fault::new("not a number that a store can hold", "write a finite number");
            number.map(Value::Real).ok_or_else(fault)
        }
        DeValue::Array(_) | DeValue::Table(_) => {
            Err(node.mistyped("text, a number, or true or false", "\"…\""))
        }
    };
    sheet.kept(node, value)
}
