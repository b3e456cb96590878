//! The tables that a world could have in a database: columns, keys, indexes and foreign keys.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use oubliette::value::Value;

use super::column::{Column, Kind, fitting};
use super::dialect::Dialect;
use super::reference::compare::now;
use super::reference::memory::kept_links;
use super::reference::model::{Collection, Link, Mask, Tables, World, value};
use super::reference::naive::expected;

/// What happens to a row when the row that it refers to is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDelete {
    Refuse,
    /// Refuses at the end of the transaction.
    RefuseLater,
    SetNull,
    Cascade,
}

#[derive(Debug, Clone)]
pub struct ForeignKey {
    pub columns: Vec<String>,
    pub table: String,
    pub to_columns: Vec<String>,
    pub on_delete: OnDelete,
}

#[derive(Debug, Clone)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    pub key: Vec<String>,
    pub unique: Vec<String>,
    pub indexes: Vec<Vec<String>>,
    pub foreign_keys: Vec<ForeignKey>,
}

/// The tables of a world. What is chosen for a column depends on its name and the seed alone, so that a smaller world keeps
/// the choices of the one it was made from.
#[derive(Debug, Clone)]
pub struct Layout {
    pub tables: Vec<Table>,
}

impl Layout {
    pub fn of(world: &World, dialect: Dialect, seed: u64) -> Self {
        let chooser = Chooser { world, dialect, seed };
        let mut tables: Vec<Table> = world.tables.keys().map(|it| chooser.table(it)).collect();
        let after = expected(world, now()).tables;
        for (from, link, to) in kept_links(world) {
            chooser.refer(&mut tables, &after, from, link, to);
        }
        for table in &mut tables {
            chooser.index(table);
        }
        Self { tables }
    }

    /// How all these values come back out of their columns.
    pub fn forms(&self, dialect: Dialect, tables: &Tables) -> Tables {
        let form = |table: &str, field: &str, value: &Value| {
            let table = self.tables.iter().find(|it| it.name == table).unwrap();
            let column = table.columns.iter().find(|it| it.name == field).unwrap();
            value.to_text().map_or(Value::Null, |text| dialect.form(column.kind, text).into())
        };
        tables
            .iter()
            .map(|(table, rows)| {
                let rows = rows
                    .iter()
                    .map(|row| {
                        row.iter().map(|(field, it)| (field.clone(), form(table, field, it))).collect()
                    })
                    .collect();
                (table.clone(), rows)
            })
            .collect()
    }
}

struct Chooser<'a> {
    world: &'a World,
    dialect: Dialect,
    seed: u64,
}

impl Chooser<'_> {
    /// One of the first `count` numbers.
    fn pick(&self, what: impl Hash, count: usize) -> usize {
        let mut hasher = DefaultHasher::new();
        (self.seed, what).hash(&mut hasher);
        (hasher.finish() % count as u64) as usize
    }

    fn table(&self, name: &str) -> Table {
        let here: Vec<&Collection> = self.world.collections.iter().filter(|it| it.table == name).collect();
        let mut names: BTreeSet<String> = here.iter().flat_map(|it| it.field_names()).collect();
        names.extend(self.world.tables[name].iter().flat_map(|row| row.keys().cloned()));
        // A link may point to a field that its target's own entry in the map does not name.
        for link in self.world.collections.iter().flat_map(|it| &it.links) {
            let is_here = here.iter().any(|it| it.name == link.to);
            names.extend(link.to_field.iter().filter(|_| is_here).cloned());
        }
        let key = here[0].key.clone();
        let columns = names
            .into_iter()
            .map(|column| {
                let is_key = key.contains(&column);
                let is_nullable = !is_key && here.iter().all(|it| !it.not_null.contains(&column));
                Column { kind: self.kind(name, &column, is_key), name: column, is_nullable }
            })
            .collect();
        Table {
            name: name.to_owned(),
            columns,
            key,
            unique: Vec::new(),
            indexes: Vec::new(),
            foreign_keys: Vec::new(),
        }
    }

    fn kind(&self, table: &str, column: &str, is_key: bool) -> Kind {
        let kinds: Vec<Kind> = fitting(self.world, table, column)
            .into_iter()
            .filter(|it| self.dialect.word(*it).is_some() && (!is_key || self.dialect.has_index_on(*it)))
            .collect();
        kinds[self.pick((table, column), kinds.len())]
    }

    /// Makes a link a foreign key, most of the time, where its columns can have the types that the key has.
    fn refer(&self, tables: &mut [Table], after: &Tables, from: &Collection, link: &Link, to: &Collection) {
        let what = (&from.name, &link.fields, &to.name);
        if self.pick((what, "is foreign"), 5) == 0 {
            return;
        }
        let kind = |table: &str, column: &String| {
            let table = tables.iter().find(|it| it.name == table).unwrap();
            table.columns.iter().find(|it| it.name == *column).unwrap().kind
        };
        let pairs: Vec<(&String, Kind)> =
            link.fields.iter().zip(to.key.iter().map(|column| kind(&to.table, column))).collect();
        let fits = |(column, wanted): &(&String, Kind)| {
            let is_taken = tables.iter().any(|table| {
                let out = table.name == from.table
                    && table.foreign_keys.iter().any(|it| it.columns.contains(column));
                let into = table
                    .foreign_keys
                    .iter()
                    .any(|it| it.table == from.table && it.to_columns.contains(column));
                out || into
            });
            let is_free = !is_taken && !from.key.contains(column);
            kind(&from.table, column) == *wanted
                || (is_free && fitting(self.world, &from.table, column).contains(wanted))
        };
        if !pairs.iter().all(fits) {
            return;
        }
        let on_delete = self.on_delete(after, from, link, to);
        let pairs: Vec<(String, Kind)> =
            pairs.into_iter().map(|(column, kind)| (column.clone(), kind)).collect();
        let table = tables.iter_mut().find(|it| it.name == from.table).unwrap();
        for (column, wanted) in pairs {
            table.columns.iter_mut().find(|it| it.name == column).unwrap().kind = wanted;
        }
        table.foreign_keys.push(ForeignKey {
            columns: link.fields.clone(),
            table: to.table.clone(),
            to_columns: to.key.clone(),
            on_delete,
        });
    }

    fn on_delete(&self, after: &Tables, from: &Collection, link: &Link, to: &Collection) -> OnDelete {
        let mut fitting = vec![OnDelete::Refuse, OnDelete::Refuse];
        if self.dialect.defers() {
            fitting.push(OnDelete::RefuseLater);
        }
        let cleared = link.clears(from);
        if link.fields.iter().all(|field| cleared.contains(field)) {
            fitting.push(OnDelete::SetNull);
        }
        if self.goes_along(after, from, link, to) {
            fitting.push(OnDelete::Cascade);
        }
        fitting[self.pick((&from.name, &link.fields, &to.name, "on delete"), fitting.len())]
    }

    /// Whether every row that points to one that goes is to go itself.
    fn goes_along(&self, after: &Tables, from: &Collection, link: &Link, to: &Collection) -> bool {
        let texts = |row: &_, fields: &[String]| -> Option<Vec<String>> {
            fields.iter().map(|field| value(row, field).to_text()).collect()
        };
        let is_left = |collection: &Collection, key: &Option<Vec<String>>| {
            after[&collection.table].iter().any(|row| texts(row, &collection.key) == *key)
        };
        self.world.tables[&from.table].iter().all(|row| {
            let target = texts(row, &link.fields);
            target.is_none() || is_left(to, &target) || !is_left(from, &texts(row, &from.key))
        })
    }

    /// Makes columns unique that are and stay so, and indexes links.
    fn index(&self, table: &mut Table) {
        let here: Vec<&Collection> =
            self.world.collections.iter().filter(|it| it.table == table.name).collect();
        let is_masked = |name: &String| {
            here.iter()
                .flat_map(|it| &it.fields)
                .any(|it| it.name == *name && matches!(it.mask, Mask::Constant(_)))
        };
        for column in &table.columns {
            let mut texts: Vec<String> = self.world.tables[&table.name]
                .iter()
                .filter_map(|row| value(row, &column.name).to_text())
                .map(|text| text.to_lowercase())
                .collect();
            texts.sort();
            let is_unique = texts.windows(2).all(|pair| pair[0] != pair[1]);
            if is_unique
                && !table.key.contains(&column.name)
                && !is_masked(&column.name)
                && self.dialect.has_index_on(column.kind)
                && self.pick((&table.name, &column.name, "unique"), 6) == 0
            {
                table.unique.push(column.name.clone());
            }
        }
        for fields in here.iter().flat_map(|it| &it.links).map(|it| &it.fields) {
            let fits = |field: &String| {
                table.columns.iter().any(|it| it.name == *field && self.dialect.has_index_on(it.kind))
            };
            let is_there = table.indexes.contains(fields);
            if !is_there && fields.iter().all(fits) && self.pick((&table.name, fields, "index"), 2) == 0 {
                table.indexes.push(fields.clone());
            }
        }
    }
}
