//! A world: policy, data map, rows and request as plain data that can be drawn, changed and written as files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use oubliette::value::Value;

use super::time::Time;

pub type Row = BTreeMap<String, Value>;
pub type Tables = BTreeMap<String, Vec<Row>>;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    OwnedBy,
    Owns,
    Mentions,
}

#[derive(Clone, PartialEq, Eq)]
pub enum Release {
    Link,
    Clear(Vec<String>),
    EraseRecord,
}

#[derive(Clone, PartialEq)]
pub struct Condition {
    pub field: String,
    pub values: Vec<Value>,
}

#[derive(Clone, PartialEq)]
pub struct Link {
    pub role: Role,
    pub fields: Vec<String>,
    pub to: String,
    /// A field of the target instead of its key.
    pub to_field: Option<String>,
    pub only: Vec<Condition>,
    pub release: Release,
}

#[derive(Clone, PartialEq, Eq)]
pub enum Mask {
    Null,
    Constant(String),
    Token,
}

#[derive(Clone, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub category: Option<String>,
    pub mask: Mask,
    pub keep: bool,
}

#[derive(Clone, PartialEq, Eq)]
pub struct IdentifierField {
    pub kind: String,
    pub field: String,
    pub stored: Option<&'static str>,
}

#[derive(Clone, PartialEq)]
pub struct Collection {
    pub name: String,
    pub table: String,
    pub only: Vec<Condition>,
    pub key: Vec<String>,
    pub category: String,
    pub tenant: Option<String>,
    pub tenant_root: bool,
    pub subject: Option<String>,
    pub identifiers: Vec<IdentifierField>,
    pub fields: Vec<Field>,
    pub links: Vec<Link>,
    /// How each of [`EVENTS`] is written in its field.
    pub times: [Time; 2],
    /// Columns that may not be null, besides the key. Only a described table says so.
    pub not_null: BTreeSet<String>,
}

#[derive(Clone, PartialEq, Eq)]
pub enum Disposition {
    Erase,
    Anonymize,
    Retain { grounds: Vec<Ground>, then_erase: bool },
}

/// A ground that ends so many days after its event.
#[derive(Clone, PartialEq, Eq)]
pub struct Ground {
    pub days: i64,
    pub event: &'static str,
}

/// The events that every collection declares, with the fields that hold them.
pub const EVENTS: [(&str, &str); 2] = [("issued", "issued_at"), ("seen", "seen_at")];

#[derive(Clone, PartialEq, Eq)]
pub struct Category {
    pub id: String,
    pub disposition: Disposition,
}

#[derive(Clone, PartialEq, Eq)]
pub enum Scope {
    Subject,
    Tenant,
    Categories(Vec<String>),
}

#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// Those of one person; unused where there is a list.
    pub identifiers: Vec<(String, String)>,
    /// The persons of a list, each with its identifiers.
    pub persons: Vec<Vec<(String, String)>>,
    pub tenant: Option<String>,
    pub scope: Scope,
}

#[derive(Clone, PartialEq)]
pub struct World {
    pub categories: Vec<Category>,
    pub collections: Vec<Collection>,
    pub tables: Tables,
    /// Categories under a legal hold.
    pub holds: Vec<String>,
    pub request: Request,
    /// Whether the store has a schema, with foreign keys wherever the rows keep to one.
    pub described: bool,
}

/// Whether a category lies at or below another.
pub fn covers(category: &str, other: &str) -> bool {
    other == category || other.strip_prefix(category).is_some_and(|rest| rest.starts_with('.'))
}

impl Condition {
    pub fn holds(&self, row: &Row) -> bool {
        self.values.contains(&value(row, &self.field))
    }
}

impl Link {
    /// The fields that become null when the link lets go.
    pub fn clears(&self, collection: &Collection) -> Vec<String> {
        let wanted = match &self.release {
            Release::Link | Release::EraseRecord => &self.fields,
            Release::Clear(fields) => fields,
        };
        wanted.iter().filter(|field| collection.may_clear(field)).cloned().collect()
    }

    /// Whether the link keeps pointing, whatever happens.
    pub fn is_hard(&self, collection: &Collection) -> bool {
        let cleared = self.clears(collection);
        !self.fields.iter().any(|field| cleared.contains(field))
    }

    /// Whether the map says that it keeps pointing.
    pub fn keeps_its_value(&self) -> bool {
        matches!(&self.release, Release::Clear(cleared) if !self.fields.iter().any(|it| cleared.contains(it)))
    }

    pub fn holds(&self, row: &Row) -> bool {
        self.only.iter().all(|condition| condition.holds(row))
    }
}

impl Collection {
    pub fn has(&self, row: &Row) -> bool {
        self.only.iter().all(|condition| condition.holds(row))
    }

    pub fn may_clear(&self, field: &String) -> bool {
        !self.key.contains(field) && self.tenant.as_ref() != Some(field) && !self.not_null.contains(field)
    }

    pub fn has_tenant(&self) -> bool {
        self.tenant.is_some() || self.tenant_root
    }

    /// Every field that the map names.
    pub fn field_names(&self) -> BTreeSet<String> {
        let mut names: BTreeSet<String> = self.key.iter().chain(&self.tenant).cloned().collect();
        names.extend(self.only.iter().map(|it| it.field.clone()));
        names.extend(self.identifiers.iter().map(|it| it.field.clone()));
        names.extend(self.fields.iter().map(|it| it.name.clone()));
        names.extend(EVENTS.iter().map(|(_, field)| (*field).to_owned()));
        for link in &self.links {
            names.extend(link.fields.iter().cloned());
            names.extend(link.only.iter().map(|it| it.field.clone()));
            if let Release::Clear(fields) = &link.release {
                names.extend(fields.iter().cloned());
            }
        }
        names
    }
}

pub fn value(row: &Row, field: &str) -> Value {
    row.get(field).cloned().unwrap_or(Value::Null)
}

impl World {
    pub fn collection(&self, name: &str) -> Option<usize> {
        self.collections.iter().position(|it| it.name == name)
    }

    pub fn category(&self, id: &str) -> &Category {
        self.categories.iter().find(|it| it.id == id).unwrap()
    }

    pub fn policy_toml(&self) -> String {
        let mut text = "name = \"Drawn\"\nversion = \"1\"\n[channels.operator]\n".to_owned();
        for category in &self.categories {
            let _ = write!(text, "[[category]]\nid = \"{}\"\n", category.id);
            text.push_str(&match &category.disposition {
                Disposition::Erase => "on_erasure = \"erase\"\n".to_owned(),
                Disposition::Anonymize => "on_erasure = \"anonymize\"\n".to_owned(),
                Disposition::Retain { grounds, then_erase } => {
                    let then = if *then_erase { "erase" } else { "anonymize" };
                    let grounds: Vec<String> = grounds.iter().map(ground_toml).collect();
                    format!("on_erasure = \"retain\"\nthen = \"{then}\"\nretain = [{}]\n", grounds.join(", "))
                }
            });
        }
        text
    }

    /// Databases are given cascades only where all that they take goes anyway, and that is the answer to them.
    pub fn map_toml(&self) -> String {
        let answer = "[stores.crm]\nkind = \"sql\"\n[stores.crm.cascades]\n\"c*.*\" = \"all that is taken goes anyway\"\n";
        std::iter::once(answer.to_owned()).chain(self.collections.iter().map(Collection::toml)).collect()
    }

    /// Everything there is to know about the world, for a failing test's message.
    pub fn describe(&self) -> String {
        let mut text = format!("{}\n{}", self.policy_toml(), self.map_toml());
        for (table, rows) in &self.tables {
            for row in rows {
                let _ = writeln!(text, "{table}: {}", row_text(row));
            }
        }
        let request = &self.request;
        let _ = writeln!(
            text,
            "identifiers {:?}, persons {:?}, tenant {:?}, scope {}",
            request.identifiers,
            request.persons,
            request.tenant,
            request.scope.text()
        );
        let _ = writeln!(text, "holds {:?}, described {}", self.holds, self.described);
        for collection in self.collections.iter().filter(|it| !it.not_null.is_empty()) {
            let _ = writeln!(text, "not null in {}: {:?}", collection.name, collection.not_null);
        }
        text
    }
}

impl Scope {
    pub fn text(&self) -> String {
        match self {
            Self::Subject => "subject".to_owned(),
            Self::Tenant => "tenant".to_owned(),
            Self::Categories(ids) => format!("categories={}", ids.join(",")),
        }
    }
}

pub fn row_text(row: &Row) -> String {
    let cells: Vec<String> = row.iter().map(|(field, value)| format!("{field}={}", literal(value))).collect();
    cells.join(" ")
}

fn ground_toml(ground: &Ground) -> String {
    format!(
        "{{ ground = \"tax_law\", citation = \"§ 1\", period = \"{} days\", start = \"{}\" }}",
        ground.days, ground.event
    )
}

/// A value as TOML writes it.
fn literal(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Integer(number) => number.to_string(),
        other => format!("{:?}", other.to_text().unwrap_or_default()),
    }
}

fn list(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    format!("[{}]", quoted.join(", "))
}

fn conditions(conditions: &[Condition]) -> String {
    let items: Vec<String> = conditions
        .iter()
        .map(|it| match it.values.as_slice() {
            [Value::Null] => format!("{} = {{ null = true }}", it.field),
            values => {
                format!("{} = [{}]", it.field, values.iter().map(literal).collect::<Vec<_>>().join(", "))
            }
        })
        .collect();
    format!("{{ {} }}", items.join(", "))
}

impl Collection {
    fn toml(&self) -> String {
        let mut text = format!("[[collection]]\nname = \"{}\"\n", self.name);
        if self.table != self.name {
            let _ = writeln!(text, "table = \"{}\"", self.table);
        }
        if !self.only.is_empty() {
            let _ = writeln!(text, "where = {}", conditions(&self.only));
        }
        let _ = writeln!(text, "key = {}\ncategory = \"{}\"", list(&self.key), self.category);
        if let Some(tenant) = &self.tenant {
            let _ = writeln!(text, "tenant = \"{tenant}\"");
        }
        if self.tenant_root {
            text.push_str("tenant_root = true\n");
        }
        if let Some(subject) = &self.subject {
            let _ = writeln!(text, "subject = \"{subject}\"");
        }
        let events: Vec<String> = EVENTS
            .iter()
            .zip(self.times)
            .map(|((name, field), time)| {
                format!("{name} = {{ field = \"{field}\", as = \"{}\" }}", time.word())
            })
            .collect();
        let _ = writeln!(text, "events = {{ {} }}", events.join(", "));
        let mut kinds: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for it in &self.identifiers {
            let stored = it.stored.map_or(String::new(), |stored| format!(", stored = \"{stored}\""));
            kinds.entry(&it.kind).or_default().push(format!("{{ field = \"{}\"{stored} }}", it.field));
        }
        if !kinds.is_empty() {
            let kinds: Vec<String> =
                kinds.iter().map(|(kind, fields)| format!("{kind} = [{}]", fields.join(", "))).collect();
            let _ = writeln!(text, "identifiers = {{ {} }}", kinds.join(", "));
        }
        for (role, word) in [(Role::OwnedBy, "owned_by"), (Role::Owns, "owns"), (Role::Mentions, "mentions")]
        {
            let links: Vec<String> = self.links.iter().filter(|it| it.role == role).map(Link::toml).collect();
            if !links.is_empty() {
                let _ = writeln!(text, "{word} = [\n  {}\n]", links.join(",\n  "));
            }
        }
        if !self.fields.is_empty() {
            text.push_str("[collection.fields]\n");
            for field in &self.fields {
                let _ = writeln!(text, "{} = {}", field.name, field.toml());
            }
        }
        text
    }
}

impl Link {
    fn toml(&self) -> String {
        let of = self.to_field.as_ref().map_or(self.to.clone(), |field| format!("{}.{field}", self.to));
        let mut text = format!("{{ field = {}, of = \"{of}\"", list(&self.fields));
        if !self.only.is_empty() {
            let _ = write!(text, ", where = {}", conditions(&self.only));
        }
        match &self.release {
            Release::Link => {}
            Release::Clear(fields) => text.push_str(&format!(", clear = {}", list(fields))),
            Release::EraseRecord => text.push_str(", erase_record = true"),
        }
        text + " }"
    }
}

impl Field {
    fn toml(&self) -> String {
        if self.keep {
            return "{ keep = true }".to_owned();
        }
        let mut parts: Vec<String> = self.category.iter().map(|it| format!("category = \"{it}\"")).collect();
        match &self.mask {
            Mask::Null => {}
            Mask::Constant(text) => parts.push(format!("mask = {{ constant = \"{text}\" }}")),
            Mask::Token => parts.push("mask = \"token\"".to_owned()),
        }
        format!("{{ {} }}", parts.join(", "))
    }
}
