//! Who a record belongs to, and which records are the person that a request names: the naive way.

use std::collections::{BTreeMap, BTreeSet};

use oubliette::value::Value;

use super::model::{Collection, Link, Role, Row, World, value};

/// A record's place in [`Records::all`].
pub type Id = usize;

/// Records by what links compare: the collection, the field where it is not the key, and the texts.
type Index<'a> = BTreeMap<(usize, Option<&'a str>, Vec<String>), Vec<Id>>;

/// Identifiers, each with its kind, normalised.
type Held = BTreeSet<(String, String)>;

/// One row of a collection.
pub struct Record {
    pub table: String,
    pub at: usize,
    pub collection: usize,
}

/// All records of a world and where their links point.
pub struct Records<'a> {
    pub world: &'a World,
    pub all: Vec<Record>,
    /// For each record the links that hold for it and point to something, by their place in its collection.
    pub points: Vec<Vec<(usize, Vec<Id>)>>,
}

impl<'a> Records<'a> {
    pub fn new(world: &'a World) -> Self {
        let mut all = Vec::new();
        for (table, rows) in &world.tables {
            for (at, row) in rows.iter().enumerate() {
                let found = world.collections.iter().position(|it| it.table == *table && it.has(row));
                all.extend(found.map(|collection| Record { table: table.clone(), at, collection }));
            }
        }
        let mut records = Self { world, all, points: Vec::new() };
        let index = records.index();
        records.points = (0..records.all.len()).map(|id| records.pointed(id, &index)).collect();
        records
    }

    pub fn row(&self, id: Id) -> &'a Row {
        &self.world.tables[&self.all[id].table][self.all[id].at]
    }

    pub fn collection(&self, id: Id) -> &'a Collection {
        &self.world.collections[self.all[id].collection]
    }

    /// The tenant in which a record lies, as text.
    pub fn tenant(&self, id: Id) -> Option<String> {
        let collection = self.collection(id);
        let field = if collection.tenant_root { collection.key.first() } else { collection.tenant.as_ref() };
        field.and_then(|field| value(self.row(id), field).to_text())
    }

    /// Finds records by what links compare: the collection, and the text of the key or of one field.
    fn index(&self) -> Index<'a> {
        let mut index: BTreeMap<_, Vec<Id>> = BTreeMap::new();
        for id in 0..self.all.len() {
            let (of, collection, row) = (self.all[id].collection, self.collection(id), self.row(id));
            if let Some(key) = texts(row, &collection.key) {
                index.entry((of, None, key)).or_default().push(id);
            }
            for (field, value) in row {
                let text = value.to_text();
                index.entry((of, Some(field.as_str()), text.into_iter().collect())).or_default().push(id);
            }
        }
        index
    }

    fn pointed(&self, id: Id, index: &Index<'_>) -> Vec<(usize, Vec<Id>)> {
        let (collection, row) = (self.collection(id), self.row(id));
        let mut points = Vec::new();
        for (at, link) in collection.links.iter().enumerate().filter(|(_, link)| link.holds(row)) {
            let (Some(to), Some(wanted)) = (self.world.collection(&link.to), texts(row, &link.fields)) else {
                continue;
            };
            if let Some(targets) = index.get(&(to, link.to_field.as_deref(), wanted)) {
                points.push((at, targets.clone()));
            }
        }
        points
    }

    /// All links of a record that hold, with where they point.
    pub fn links(&self, id: Id) -> impl Iterator<Item = (&'a Link, &[Id])> {
        let links = &self.collection(id).links;
        self.points[id].iter().map(move |(at, targets)| (&links[*at], targets.as_slice()))
    }

    /// Spreads marks along ownership until nothing changes: from owned to owner where a link says `owned_by`, from
    /// owner to owned where it says `owns`. Records in `fixed` keep the marks they have.
    fn spread<T: Clone + Ord>(&self, mut marks: Vec<BTreeSet<T>>, fixed: &[bool]) -> Vec<BTreeSet<T>> {
        loop {
            let mut changed = false;
            for id in 0..self.all.len() {
                for (link, targets) in self.links(id) {
                    for &target in targets {
                        let (from, to) = match link.role {
                            Role::OwnedBy => (target, id),
                            Role::Owns => (id, target),
                            Role::Mentions => continue,
                        };
                        if fixed[to] || from == to {
                            continue;
                        }
                        let before = marks[to].len();
                        let more = marks[from].clone();
                        marks[to].extend(more);
                        changed |= marks[to].len() > before;
                    }
                }
            }
            if !changed {
                return marks;
            }
        }
    }

    /// Each record's owners: the subject records it belongs to.
    pub fn owners(&self) -> Vec<BTreeSet<Id>> {
        let own = |id: Id| self.collection(id).subject.iter().map(|_| id).collect();
        self.spread((0..self.all.len()).map(own).collect(), &vec![false; self.all.len()])
    }

    /// The tenants that contain each record: its own field says so, and only else its links.
    pub fn tenants(&self) -> Vec<BTreeSet<String>> {
        let own = (0..self.all.len()).map(|id| self.tenant(id).into_iter().collect()).collect();
        let says: Vec<bool> = (0..self.all.len()).map(|id| self.collection(id).has_tenant()).collect();
        self.spread(own, &says)
    }

    /// Whether a request for this tenant may look for the person in the record.
    fn is_searched(&self, id: Id) -> bool {
        let wanted = self.world.request.tenant.as_ref();
        wanted.is_none_or(|wanted| {
            !self.collection(id).has_tenant() || self.tenant(id).as_ref() == Some(wanted)
        })
    }

    /// The identifiers that a record holds, normalised.
    fn identifiers(&self, id: Id) -> Held {
        let (collection, row) = (self.collection(id), self.row(id));
        let read = |kind: &str, value: Value| value.to_text().and_then(|text| normal(kind, &text));
        collection
            .identifiers
            .iter()
            .filter_map(|it| Some((it.kind.clone(), read(&it.kind, value(row, &it.field))?)))
            .collect()
    }

    /// The subject records that are the person, or the people of a list together.
    pub fn person(&self, owners: &[BTreeSet<Id>]) -> BTreeSet<Id> {
        self.persons(owners).into_iter().flatten().collect()
    }

    /// The subject records that are each of the people who are asked for.
    ///
    /// Each is looked for as if alone, except that what people of the same list hold makes nothing a stranger's: by the time
    /// the last of them is erased, the others' records are gone.
    pub fn persons(&self, owners: &[BTreeSet<Id>]) -> Vec<BTreeSet<Id>> {
        let request = &self.world.request;
        let one = [request.identifiers.clone()];
        let asked = if request.persons.is_empty() { &one[..] } else { &request.persons[..] };
        let holds: Vec<Held> = (0..self.all.len()).map(|id| self.identifiers(id)).collect();
        let mut persons: Vec<BTreeSet<Id>> =
            asked.iter().map(|given| self.given(given, owners, &holds)).collect();
        loop {
            let everybody: BTreeSet<Id> = persons.iter().flatten().copied().collect();
            let more: Vec<BTreeSet<Id>> =
                persons.iter().map(|person| self.found(person, &everybody, owners, &holds)).collect();
            let before: usize = persons.iter().map(BTreeSet::len).sum();
            persons.iter_mut().zip(more).for_each(|(person, more)| person.extend(more));
            if persons.iter().map(BTreeSet::len).sum::<usize>() == before {
                return persons;
            }
        }
    }

    /// Whether any record in which the request may look holds one of these identifiers, whoever it belongs to.
    pub fn is_named(&self, given: &[(String, String)]) -> bool {
        let given: Held =
            given.iter().filter_map(|(kind, text)| Some((kind.clone(), normal(kind, text)?))).collect();
        (0..self.all.len()).any(|id| self.is_searched(id) && !self.identifiers(id).is_disjoint(&given))
    }

    /// The subject records that hold one of these identifiers, or own alone a record that does.
    fn given(&self, given: &[(String, String)], owners: &[BTreeSet<Id>], holds: &[Held]) -> BTreeSet<Id> {
        let given: Held =
            given.iter().filter_map(|(kind, text)| Some((kind.clone(), normal(kind, text)?))).collect();
        let mut person: BTreeSet<Id> = BTreeSet::new();
        for id in (0..self.all.len()).filter(|id| self.is_searched(*id) && !holds[*id].is_disjoint(&given)) {
            if self.is_subject(id) {
                person.insert(id);
            } else if owners[id].len() == 1 {
                person.extend(&owners[id]);
            }
        }
        person
    }

    /// The subject records to which what is found on a person's records leads, where no link does.
    fn found(
        &self,
        person: &BTreeSet<Id>,
        everybody: &BTreeSet<Id>,
        owners: &[BTreeSet<Id>],
        holds: &[Held],
    ) -> BTreeSet<Id> {
        let is_owned =
            |id: Id| !self.is_subject(id) && !owners[id].is_empty() && owners[id].is_subset(everybody);
        let is_anybodys = |id: Id| everybody.contains(&id) || is_owned(id);
        let is_theirs = |id: Id| person.contains(&id) || (is_owned(id) && !owners[id].is_disjoint(person));
        let matched: Vec<Id> = (0..self.all.len()).filter(|id| is_theirs(*id)).collect();
        let met: BTreeSet<usize> = matched
            .iter()
            .filter(|id| !self.collection(**id).identifiers.is_empty())
            .map(|id| self.all[*id].collection)
            .collect();
        let found: BTreeSet<(Option<String>, &(String, String))> =
            matched.iter().flat_map(|id| holds[*id].iter().map(|it| (self.tenant(*id), it))).collect();
        let mut more = BTreeSet::new();
        for (tenant, identifier) in found {
            let holders: Vec<Id> = (0..self.all.len())
                .filter(|id| self.tenant(*id) == tenant && holds[*id].contains(identifier))
                .collect();
            let is_shared =
                holders.iter().any(|id| met.contains(&self.all[*id].collection) && !is_anybodys(*id));
            if !is_shared {
                more.extend(holders.into_iter().filter(|id| {
                    self.is_searched(*id) && self.is_subject(*id) && !met.contains(&self.all[*id].collection)
                }));
            }
        }
        more
    }

    fn is_subject(&self, id: Id) -> bool {
        self.collection(id).subject.is_some()
    }
}

/// The texts of all these fields; `None` where one is null.
fn texts(row: &Row, fields: &[String]) -> Option<Vec<String>> {
    fields.iter().map(|field| value(row, field).to_text()).collect()
}

/// An identifier as all its spellings have it in common.
fn normal(kind: &str, text: &str) -> Option<String> {
    let text = text.trim();
    let normal = match kind {
        "phone" => text.chars().filter(char::is_ascii_digit).collect(),
        "email" => text.to_lowercase(),
        _ => text.to_owned(),
    };
    (!normal.is_empty()).then_some(normal)
}
