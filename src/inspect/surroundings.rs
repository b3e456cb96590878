//! How close each table of a database is to people: which tables are about them, which point to those, and by what.
//!
//! Knows tables, foreign keys and words. Works without foreign keys as well, since half of all databases have none: then
//! `contact_id`, `id_customer` and `users_id` say by their names where they point.

use std::collections::{HashMap, HashSet};

use super::fit::TableNames;
use super::names::{Closeness, by_name, is_form_of, is_one_of, words_of};
use super::sort::Sort;
use super::vocabulary::{CUSTOMERS, DOERS, LISTS, PARTICULARS, PARTIES, PEOPLE, STAFF, USERS};
use crate::port::{Column, ColumnKind, OnDelete, Table};

/// A column or several that point to the rows of another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pointer {
    /// The index of the table that it stands in.
    pub(crate) from: usize,
    pub(crate) columns: Vec<String>,
    /// The index of the table that it points to.
    pub(crate) to: usize,
    /// What it points to there.
    pub(crate) to_columns: Vec<String>,
    /// What the database does when what it points to goes; `None` where only the name says that it points.
    pub(crate) constraint: Option<OnDelete>,
}

impl Pointer {
    /// Whether it names who did something, and not whose the record is.
    pub(crate) fn names_a_doer(&self) -> bool {
        self.columns.iter().any(|column| words_of(column).iter().any(|word| is_one_of(word, DOERS)))
    }
}

/// What the names and keys of a database's tables say about people.
#[derive(Debug)]
pub(crate) struct Surroundings<'a> {
    tables: &'a [Table],
    /// The words of each table's name, without what all of them begin with.
    words: Vec<Vec<String>>,
    closeness: Vec<Closeness>,
    /// In the order of the tables in which they stand.
    pointers: Vec<Pointer>,
    /// For each table, which of the pointers lead to it.
    pointers_to: Vec<Vec<usize>>,
    /// Whether there is a table whose rows are customers by its name.
    has_customers: bool,
}

impl<'a> Surroundings<'a> {
    /// Looks at all tables together.
    pub(crate) fn of(tables: &'a [Table]) -> Self {
        let words = words_without_prefix(tables);
        let pointers = pointers(tables, &words);
        let mut closeness: Vec<Closeness> =
            tables.iter().zip(&words).map(|(table, words)| own_closeness(table, words)).collect();
        spread(&mut closeness, &pointers, &words);
        let has_customers = closeness.iter().zip(&words).any(|(closeness, words)| {
            *closeness == Closeness::Person && words.iter().any(|word| is_one_of(word, CUSTOMERS))
        });
        let mut pointers_to = vec![Vec::new(); tables.len()];
        for (index, pointer) in pointers.iter().enumerate() {
            if let Some(list) = pointers_to.get_mut(pointer.to) {
                list.push(index);
            }
        }
        Self { tables, words, closeness, pointers, pointers_to, has_customers }
    }

    /// The tables, in the order in which they were given.
    pub(crate) fn tables(&self) -> &'a [Table] {
        self.tables
    }

    /// How close a table is to people.
    pub(crate) fn closeness(&self, table: usize) -> Closeness {
        self.closeness.get(table).copied().unwrap_or(Closeness::Apart)
    }

    /// The words of a table's name, without what all of them begin with.
    pub(crate) fn words(&self, table: usize) -> &[String] {
        self.words.get(table).map(Vec::as_slice).unwrap_or_default()
    }

    /// The columns of a table that point elsewhere.
    pub(crate) fn pointers_from(&self, table: usize) -> impl Iterator<Item = &Pointer> {
        let first = self.pointers.partition_point(|pointer| pointer.from < table);
        self.pointers.iter().skip(first).take_while(move |pointer| pointer.from == table)
    }

    /// What points to a table.
    pub(crate) fn pointers_to(&self, table: usize) -> impl Iterator<Item = &Pointer> {
        let list = self.pointers_to.get(table).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(|index| self.pointers.get(*index))
    }

    /// Whether a table's name says that its rows are people.
    pub(crate) fn sounds_like_people(&self, table: usize) -> bool {
        self.words(table).iter().any(|word| is_one_of(word, PEOPLE))
    }

    /// Whether a table's name says that its rows are customers of some kind.
    pub(crate) fn sounds_like_customers(&self, table: usize) -> bool {
        self.words(table).iter().any(|word| is_one_of(word, CUSTOMERS))
    }

    /// Whether a table's name says that its rows are people who work for the host. Users do so where there are customers
    /// beside them; where there are none, the users are the customers.
    pub(crate) fn sounds_like_staff(&self, table: usize) -> bool {
        let has = |list: &[&str]| self.words(table).iter().any(|word| is_one_of(word, list));
        !self.sounds_like_customers(table) && (has(STAFF) || has(USERS) && self.has_customers)
    }
}

/// The words of each table's name; a word that nearly all of them begin with says nothing, and is left out.
fn words_without_prefix(tables: &[Table]) -> Vec<Vec<String>> {
    let mut words: Vec<Vec<String>> =
        tables.iter().map(|table| words_of(table.name.rsplit('.').next().unwrap_or(&table.name))).collect();
    let mut first_words: HashMap<&str, usize> = HashMap::new();
    for first in words.iter().filter(|words| words.len() > 1).filter_map(|words| words.first()) {
        *first_words.entry(first).or_default() += 1;
    }
    let prefix = first_words
        .into_iter()
        .find(|(_, count)| words.len() >= 5 && count * 10 >= words.len() * 8)
        .map(|(first, _)| first.to_owned());
    if let Some(prefix) = prefix {
        for words in words.iter_mut().filter(|words| words.len() > 1 && words.first() == Some(&prefix)) {
            words.remove(0);
        }
    }
    words
}

/// How close a table is to people by its own name and columns.
fn own_closeness(table: &Table, words: &[String]) -> Closeness {
    if words.last().is_some_and(|word| is_one_of(word, LISTS)) {
        return Closeness::Apart;
    }
    let sorts: Vec<Sort> =
        table.schema.columns.iter().filter_map(|column| by_name(column, Closeness::Apart)).collect();
    let has = |sort: Sort| sorts.contains(&sort);
    let is_reached = has(Sort::Email) || has(Sort::Phone) || has(Sort::WaId) || has(Sort::Bsuid);
    let name_says_so = words
        .iter()
        .rposition(|word| is_one_of(word, PEOPLE))
        .is_some_and(|at| words.iter().skip(at + 1).all(|word| is_one_of(word, PARTICULARS)));
    // A row that has a name and a way to reach it is somebody's card, whatever the table is called.
    if has(Sort::Name) && (is_reached || has(Sort::Address) || has(Sort::Birth))
        || has(Sort::Address) && is_reached
    {
        return Closeness::Person;
    }
    if name_says_so && (is_reached || !is_join_table(table)) {
        return Closeness::Person;
    }
    // A record that belongs to one of several tables may belong to somebody's.
    let may_be_anybodys = !polymorphic_pairs(table).is_empty();
    if is_reached || may_be_anybodys || words.iter().any(|word| is_one_of(word, PEOPLE)) {
        return Closeness::Linked;
    }
    Closeness::Apart
}

/// Whether a table holds nothing but what points elsewhere, besides times.
pub(crate) fn is_join_table(table: &Table) -> bool {
    let holds = |kind: &ColumnKind| !matches!(kind, ColumnKind::Time | ColumnKind::Boolean);
    table.schema.columns.iter().filter(|column| holds(&column.kind)).all(|column| {
        let words = words_of(&column.name);
        words.first().is_some_and(|word| word == "id") || words.last().is_some_and(|word| word == "id")
    })
}

/// What points to people, and does not only name who did something, is linked to them; and so on along the pointers.
fn spread(closeness: &mut [Closeness], pointers: &[Pointer], words: &[Vec<String>]) {
    let is_list = |table: usize| {
        words.get(table).is_some_and(|words| words.last().is_some_and(|word| is_one_of(word, LISTS)))
    };
    loop {
        let newly: Vec<usize> = pointers
            .iter()
            .filter(|pointer| !pointer.names_a_doer() && !is_list(pointer.from))
            .filter(|pointer| closeness.get(pointer.to).is_some_and(|to| *to > Closeness::Apart))
            .filter(|pointer| closeness.get(pointer.from) == Some(&Closeness::Apart))
            .map(|pointer| pointer.from)
            .collect();
        if newly.is_empty() {
            return;
        }
        for table in newly {
            if let Some(closeness) = closeness.get_mut(table) {
                *closeness = Closeness::Linked;
            }
        }
    }
}

fn pointers(tables: &[Table], words: &[Vec<String>]) -> Vec<Pointer> {
    let mut found: Vec<Pointer> = Vec::new();
    let names = TableNames::of(tables);
    for (to, table) in tables.iter().enumerate() {
        for reference in &table.schema.referred_by {
            let Some(from) = names.find(&reference.table) else { continue };
            found.push(Pointer {
                from,
                columns: reference.columns.clone(),
                to,
                to_columns: reference.to_columns.clone(),
                constraint: Some(reference.on_delete),
            });
        }
    }
    let by_words = TablesByWords::new(tables, words);
    let known: HashSet<(usize, String)> = found
        .iter()
        .flat_map(|it| it.columns.iter().map(|column| (it.from, column.to_ascii_lowercase())))
        .collect();
    for (from, table) in tables.iter().enumerate() {
        for column in table.schema.columns.iter().filter(|column| can_point(&column.kind)) {
            if known.contains(&(from, column.name.to_ascii_lowercase())) {
                continue;
            }
            if let Some((to, key)) = by_words.meant_by(from, column) {
                found.push(Pointer {
                    from,
                    columns: vec![column.name.clone()],
                    to,
                    to_columns: vec![key],
                    constraint: None,
                });
            }
        }
    }
    found.sort_by(|a, b| (a.from, &a.columns, a.to).cmp(&(b.from, &b.columns, b.to)));
    found
}

fn can_point(kind: &ColumnKind) -> bool {
    matches!(
        kind,
        ColumnKind::Integer
            | ColumnKind::Uuid
            | ColumnKind::Text { .. }
            | ColumnKind::Other
            | ColumnKind::Real
    )
}

/// Whoever does something in a program, by the words of the table they are kept in, in the order in which they are tried.
const SOMEBODY_IS: &[&str] = &[
    "user",
    "staff",
    "employee",
    "person",
    "operator",
    "admin",
    "agent",
    "benutzer",
    "utilisateur",
    "usuario",
];

/// The tables that have a key of one column, by the words of their names.
struct TablesByWords<'a> {
    tables: &'a [Table],
    by_name: HashMap<String, usize>,
}

impl<'a> TablesByWords<'a> {
    fn new(tables: &'a [Table], words: &[Vec<String>]) -> Self {
        let mut by_name = HashMap::new();
        for (index, (table, words)) in tables.iter().zip(words).enumerate() {
            if !table.is_view && !table.schema.is_copy && !words.is_empty() {
                by_name.entry(singular(words)).or_insert(index);
            }
        }
        Self { tables, by_name }
    }

    /// The table that a column of another one points to by its name, and the key there: `contact_id`, `id_customer`,
    /// `users_id`, and `author_id` for one of the users. `None` where the name says nothing.
    fn meant_by(&self, from: usize, column: &Column) -> Option<(usize, String)> {
        let words = words_of(&column.name);
        let named = match words.as_slice() {
            [first, rest @ ..] if matches!(first.as_str(), "id" | "fk") && !rest.is_empty() => rest,
            [rest @ .., last]
                if matches!(last.as_str(), "id" | "uuid" | "fk" | "key") && !rest.is_empty() =>
            {
                rest
            }
            _ => return None,
        };
        let is_key = self
            .tables
            .get(from)
            .and_then(only_key)
            .is_some_and(|key| key.eq_ignore_ascii_case(&column.name));
        // `assigned_contact_id` means a contact; `contact_group_id` means a group.
        for skipped in 0..named.len() {
            let Some(&to) = named.get(skipped..).and_then(|rest| self.by_name.get(&singular(rest))) else {
                continue;
            };
            // A table's own key, or a number that something else gave to its rows.
            if to == from && skipped == 0 || is_key && skipped > 0 {
                return None;
            }
            return self.key_for(to, column);
        }
        if let Some(to) = self.part_of_own_name(from, named) {
            return self.key_for(to, column);
        }
        let is_somebody = named.last().is_some_and(|word| is_one_of(word, DOERS) || is_one_of(word, PARTIES));
        let people = SOMEBODY_IS.iter().filter(|_| is_somebody && !is_key);
        let people = people.copied().find_map(|word| self.by_name.get(word).copied())?;
        self.key_for(people, column)
    }

    /// The table whose name the column shortens because its own table's begins with it: `entry_id` of `form_entry_values`
    /// means a `form_entry`.
    fn part_of_own_name(&self, from: usize, named: &[String]) -> Option<usize> {
        let own = words_of(self.tables.get(from)?.name.rsplit('.').next()?);
        let ending = format!(" {}", singular(named));
        let beginnings = (1..own.len()).filter_map(|length| own.get(..length));
        beginnings.filter(|words| singular(words).ends_with(&ending)).find_map(|words| {
            // With and without what all tables begin with.
            (0..words.len()).find_map(|start| self.by_name.get(&singular(words.get(start..)?)).copied())
        })
    }

    /// A table and the key of it that a column can hold.
    fn key_for(&self, to: usize, column: &Column) -> Option<(usize, String)> {
        let table = self.tables.get(to)?;
        let key = only_key(table)?;
        let holds = &table.schema.column(&key)?.kind;
        may_be_equal(holds, &column.kind).then_some((to, key))
    }
}

/// Whether values of both kinds can be the same: a number is no text.
fn may_be_equal(a: &ColumnKind, b: &ColumnKind) -> bool {
    let class = |kind: &ColumnKind| match kind {
        ColumnKind::Integer | ColumnKind::Real => Some(1),
        ColumnKind::Text { .. } | ColumnKind::Choice { .. } => Some(2),
        ColumnKind::Uuid => Some(3),
        _ => None,
    };
    match (class(a), class(b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// The only column of a table's key, where it has one.
pub(crate) fn only_key(table: &Table) -> Option<String> {
    match best_key(table)?.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// The set of columns that tells a table's rows apart best: never null rather than sometimes, short rather than long, and
/// a number rather than somebody's name.
pub(crate) fn best_key(table: &Table) -> Option<&Vec<String>> {
    let column = |name: &String| table.schema.column(name);
    table.schema.unique.iter().filter(|set| !set.is_empty()).min_by_key(|set| {
        let may_be_null = set.iter().any(|name| column(name).is_none_or(|column| column.nullable));
        let is_personal = set
            .iter()
            .filter_map(column)
            .any(|column| by_name(column, Closeness::Person).is_some_and(|sort| sort != Sort::Attributes));
        let has_text = set.iter().filter_map(column).any(|it| matches!(it.kind, ColumnKind::Text { .. }));
        (may_be_null, is_personal, set.len(), has_text)
    })
}

/// Words as one, in the singular, so that `user_id`, `users_id` and the table `Users` meet.
fn singular(words: &[String]) -> String {
    let one = |word: &String| -> String {
        match word.as_str() {
            "people" | "persons" => "person".to_owned(),
            "children" => "child".to_owned(),
            word if word.ends_with("ies") && word.len() > 4 => format!("{}y", word.trim_end_matches("ies")),
            word if word.ends_with("sses") || word.ends_with("xes") => word.trim_end_matches("es").to_owned(),
            word if word.ends_with('s')
                && !word.ends_with("ss")
                && !word.ends_with("us")
                && word.len() > 3 =>
            {
                word.trim_end_matches('s').to_owned()
            }
            word => word.to_owned(),
        }
    };
    words.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Whether a column is the first half of a polymorphic pair, and the second half: `commentable_type`, `commentable_id`.
pub(crate) fn polymorphic_pairs(table: &Table) -> Vec<(String, String)> {
    let columns = &table.schema.columns;
    let pair = |name: &str| -> Option<(String, String)> {
        let words = words_of(name);
        let (last, stem) = words.split_last()?;
        if !is_form_of(last, "type") || stem.is_empty() {
            return None;
        }
        let id = columns.iter().find(|other| {
            let words = words_of(&other.name);
            words
                .split_last()
                .is_some_and(|(last, other)| matches!(last.as_str(), "id" | "uuid") && other == stem)
        })?;
        Some((name.to_owned(), id.name.clone()))
    };
    columns.iter().filter_map(|column| pair(&column.name)).collect()
}

/// Whether a column is the id of its row: no person's, even where the row is a gender or a token.
pub(crate) fn is_row_id(table: &Table, column: &Column) -> bool {
    matches!(column.kind, ColumnKind::Integer | ColumnKind::Uuid)
        && words_of(&column.name).iter().any(|word| word == "id")
        && table.schema.unique.iter().flatten().any(|key| key.eq_ignore_ascii_case(&column.name))
}
