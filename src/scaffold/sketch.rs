//! What a draft will say, before it is written as text: collections with their parts, each with its reason.

use std::collections::BTreeMap;

use super::guess::{Guess, Sketched, can_be_named, shown};
use super::lists::{ACCOUNT, CONTACTS, PURPOSES};
use super::{fields, links, people};
use crate::datamap::Role;
use crate::inspect::{Closeness, Surroundings, best_key, by_name, is_one_of, is_row_id, polymorphic_pairs};
use crate::port::Table;
use crate::text::{excerpt, quoted};

/// Everything that a draft will say.
#[derive(Debug)]
pub(super) struct Sketch {
    pub(super) collections: Vec<Sketched>,
    /// What a person has to decide, each in one line.
    pub(super) questions: Vec<String>,
    /// Tables that neither look personal nor point to people.
    pub(super) left_out: Vec<String>,
}

impl Sketch {
    /// Looks at all tables and makes every guess.
    pub(super) fn of(surroundings: &Surroundings<'_>) -> Self {
        let keys: Vec<links::Key> = surroundings.tables().iter().map(key_of).collect();
        let usable = |index: usize| keys.get(index).is_some_and(Option::is_some);
        let subjects = people::subjects(surroundings, &usable);
        let tenancy = people::tenancy(surroundings, &subjects, &usable);
        let distances = links::distances(surroundings, &subjects, &tenancy, &keys);
        let mut sketch = Self { collections: Vec::new(), questions: Vec::new(), left_out: Vec::new() };
        let names = names(surroundings.tables());
        for (index, table) in surroundings.tables().iter().enumerate() {
            let name = names.get(index).cloned().unwrap_or_default();
            let is_reached = distances.order(index).is_some() || tenancy.root == Some(index);
            match keys.get(index).cloned().flatten().filter(|_| is_reached) {
                Some(key) => {
                    let subject = subjects.get(&index).cloned();
                    let links = distances.links_of(index);
                    let mut sketched = Sketched {
                        table: index,
                        name,
                        table_name: table.name.clone(),
                        key,
                        category: category(
                            surroundings,
                            index,
                            subject.as_ref(),
                            tenancy.root == Some(index),
                        ),
                        tenant: tenancy.field_of(index),
                        is_tenant_root: tenancy.root == Some(index),
                        subject,
                        identifiers: BTreeMap::new(),
                        events: Vec::new(),
                        fields: Vec::new(),
                        links,
                        candidates: candidates(table, &distances, index, &names),
                    };
                    let is_owned = sketched.links.iter().any(|link| link.what.role == Role::OwnedBy);
                    fields::fill(&mut sketched, surroundings, table, is_owned);
                    sketch.questions.extend(fields::unmaskable(&sketched, table));
                    sketched.leave_fields_open();
                    sketch.collections.push(sketched);
                }
                None => {
                    sketch.leave_out(surroundings, index, table, keys.get(index).is_some_and(Option::is_none))
                }
            }
        }
        fields::keep_in_shells(&mut sketch.collections, surroundings);
        sketch.collections.sort_by_key(|it| {
            (!it.is_tenant_root, it.subject.is_none(), distances.order(it.table), it.name.clone())
        });
        sketch.doubts(&tenancy);
        sketch
    }

    /// The names of the collections whose records are taken for people.
    pub(super) fn subjects(&self) -> Vec<String> {
        self.collections.iter().filter(|it| it.subject.is_some()).map(|it| it.name.clone()).collect()
    }

    /// The collection of a table.
    pub(super) fn of_table(&self, table: usize) -> Option<&Sketched> {
        self.collections.iter().find(|it| it.table == table)
    }

    /// A table that is not declared: an open question if it looks personal, and otherwise one name of many.
    fn leave_out(&mut self, surroundings: &Surroundings<'_>, index: usize, table: &Table, has_no_key: bool) {
        if table.is_view {
            return;
        }
        let closeness = surroundings.closeness(index);
        let mut personal: Vec<String> = table
            .schema
            .columns
            .iter()
            .filter(|column| !is_row_id(table, column))
            .filter_map(|column| {
                by_name(column, closeness).map(|sort| format!("{} ({})", shown(&column.name), sort.words()))
            })
            .collect();
        let points = surroundings
            .pointers_from(index)
            .filter(|it| surroundings.closeness(it.to) == Closeness::Person && !it.names_a_doer());
        personal
            .extend(points.map(|it| {
                format!("{} (points to {})", quoted(&it.columns), table_name(surroundings, it.to))
            }));
        personal.dedup();
        let name = shown(&table.name);
        if personal.is_empty() {
            self.left_out.push(table.name.clone());
        } else if table.schema.is_copy {
            self.questions.push(format!(
                "{name} is a copy of what other tables hold, and looks personal: {}; see to it that it is written anew when a record goes",
                personal.join(", ")
            ));
        } else if has_no_key {
            self.questions.push(format!(
                "table {name} looks personal and has no key, so that it cannot be declared: {}; give it a primary key",
                personal.join(", ")
            ));
        } else {
            let pairs = pairs(table);
            let hint = match pairs.first() {
                Some((kind, id)) => {
                    format!("; {} and {} may point to several tables", shown(kind), shown(id))
                }
                None => String::new(),
            };
            self.questions.push(format!(
                "table {name} looks personal, and no link leads from it to people: {}{hint}; declare it with its link, or answer it",
                personal.join(", ")
            ));
        }
    }

    /// What was guessed and should be looked at before anything else.
    fn doubts(&mut self, tenancy: &people::TenantGuess) {
        let mut first = Vec::new();
        let subjects = self.subjects();
        if subjects.is_empty() {
            first.push("no table looks like people with an address or a number: write `subject` and `identifiers` in the one that is".to_owned());
        } else {
            first.push(format!(
                "are the people really in {}? a request finds them there and nowhere else",
                quoted(&subjects)
            ));
        }
        if let Some(name) = &tenancy.column {
            first.push(format!(
                "does {} really divide the records between tenants? a request names one",
                shown(name)
            ));
        }
        let mentioned = self.collections.iter().filter(|it| {
            it.subject.is_none()
                && !it.links.is_empty()
                && it.links.iter().all(|link| link.what.role == Role::Mentions)
        });
        let only_mentions = mentioned.count();
        if only_mentions > 0 {
            first.push(format!("{only_mentions} collections only mention people: their records stay, and let go of who is erased"));
        }
        let by_name = self
            .collections
            .iter()
            .flat_map(|it| &it.links)
            .filter(|it| it.because.contains("by its name"))
            .count();
        if by_name > 0 {
            first.push(format!("{by_name} links are guessed from names alone, without a foreign key"));
        }
        first.append(&mut self.questions);
        self.questions = first;
    }
}

fn table_name(surroundings: &Surroundings<'_>, index: usize) -> String {
    surroundings.tables().get(index).map(|table| shown(&table.name)).unwrap_or_default()
}

/// The columns that tell a table's rows apart, where a map can name them.
fn key_of(table: &Table) -> Option<Guess<Vec<String>>> {
    let key = best_key(table).filter(|set| set.iter().all(|name| can_be_named(name)))?;
    if table.is_view || table.schema.is_copy || !can_be_named(&table.name) {
        return None;
    }
    let may_be_null = key.iter().any(|name| table.schema.column(name).is_none_or(|column| column.nullable));
    let because = if may_be_null { "unique, though it may be null: there is no better key" } else { "" };
    Some(Guess::new(key.clone(), because))
}

/// A collection's name for each table: the table's own, unless a map could not hold it.
fn names(tables: &[Table]) -> Vec<String> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut names = Vec::with_capacity(tables.len());
    for table in tables {
        let segments: Vec<String> = table
            .name
            .split('.')
            .map(|segment| {
                segment
                    .chars()
                    .map(|c| if c.is_alphanumeric() || c == '_' || c == '-' { c } else { '_' })
                    .collect()
            })
            .filter(|segment: &String| !segment.is_empty())
            .collect();
        let mut name = if segments.is_empty() { "table".to_owned() } else { segments.join(".") };
        let count = taken.entry(name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            name = format!("{name}_{count}");
        }
        names.push(name);
    }
    names
}

fn category(
    surroundings: &Surroundings<'_>,
    index: usize,
    subject: Option<&Guess<&'static str>>,
    is_tenant_root: bool,
) -> Guess<&'static str> {
    if is_tenant_root {
        return Guess::new(ACCOUNT, "a record is a tenant");
    }
    match subject {
        Some(subject) if subject.what == people::STAFF_KIND => {
            return Guess::new(ACCOUNT, "people who work in it");
        }
        Some(_) => return Guess::new(CONTACTS, ""),
        None => {}
    }
    // The last words of a name say what it is: `order_messages` are messages, `message_orders` are orders.
    for word in surroundings.words(index).iter().rev() {
        if let Some(purpose) = PURPOSES.iter().find(|purpose| is_one_of(word, purpose.words)) {
            return Guess::new(purpose.id, format!("the word `{word}`"));
        }
    }
    Guess::new(CONTACTS, "nothing says otherwise")
}

/// What may link a table to people besides its foreign keys: pairs of a type and an id.
fn candidates(
    table: &Table,
    distances: &links::Distances<'_>,
    index: usize,
    names: &[String],
) -> Vec<String> {
    let example = distances.example_target(index).and_then(|to| names.get(to)).cloned();
    let example = example.unwrap_or_else(|| CONTACTS.to_owned());
    pairs(table)
        .iter()
        .map(|(kind, id)| {
            format!(
                "{} and {} may point to records of several tables; one link for each, such as: {{ field = \"{}\", of = \"{example}\", where = {{ {} = \"…\" }} }}",
                shown(kind),
                shown(id),
                excerpt(id),
                excerpt(kind),
            )
        })
        .collect()
}

/// Columns that say a type, each with the one that points to a record of that type.
fn pairs(table: &Table) -> Vec<(String, String)> {
    let by_type = table.schema.columns.iter().filter_map(|column| {
        Some((links::type_column(table, &column.name)?.to_owned(), column.name.clone()))
    });
    let mut pairs = polymorphic_pairs(table);
    pairs.extend(by_type);
    pairs.sort();
    pairs.dedup();
    pairs
}
