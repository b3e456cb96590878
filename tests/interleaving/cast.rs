//! Draws a case: a few people, what they own together, who asks to be erased, what the host does meanwhile, in which turns.

use std::collections::BTreeSet;

use oubliette::value::Value;

use super::case::{Asked, Case, Takeover, Turn};
use super::host::Write;
use super::reference::compare::now;
use super::reference::generate::Tape;
use super::reference::model::{
    Category, Collection, Disposition, Field, Ground, IdentifierField, Link, Mask, Release, Request, Role,
    Row, Scope, Tables, World,
};
use super::reference::time::Time;

/// Column of every subject that no map knows: whose record it is, whatever becomes of it.
pub const WHO: &str = "who";
/// The collection of the people.
pub const PEOPLE: &str = "contacts";

const NAMES: [&str; 6] = ["ana", "ben", "cai", "dee", "eva", "fay"];
const NUMBERS: [&str; 6] =
    ["+919876543210", "+15550001111", "+442071838750", "+4915123456789", "+33612345678", "+34612345678"];

/// Draws a case from random numbers.
pub fn case(words: &[u16], seed: u64) -> Case {
    let mut tape = Tape::new(words);
    let people = 2 + tape.pick(3);
    let mut draw = Draw { tape, people, collections: Vec::new(), tables: Tables::new() };
    draw.people();
    draw.scenes();
    let described = draw.tape.one_in(2);
    let requests = draw.requests();
    let writes = draw.writes();
    let takeovers = draw.takeovers(requests.len());
    let turns = draw.turns(requests.len() + takeovers.len(), writes.len());
    let batch = draw.tape.of(&[1, 2, 2_000]);
    let world = World {
        categories: categories(),
        collections: draw.collections,
        tables: draw.tables,
        holds: Vec::new(),
        request: Request {
            identifiers: Vec::new(),
            persons: Vec::new(),
            tenant: None,
            scope: Scope::Subject,
        },
        described,
    };
    Case { seed, world, requests, writes, takeovers, turns, batch }
}

fn categories() -> Vec<Category> {
    let kept = Disposition::Retain { grounds: vec![Ground { days: 30, event: "issued" }], then_erase: true };
    let category = |id: &str, disposition| Category { id: id.to_owned(), disposition };
    vec![
        category("people", Disposition::Erase),
        category("talk", Disposition::Erase),
        category("traces", Disposition::Anonymize),
        category("books", kept),
    ]
}

/// An identifier of a person.
fn identifier(who: usize, kind: &str) -> (String, String) {
    let text = if kind == "phone" { NUMBERS[who].to_owned() } else { format!("{}@example.com", NAMES[who]) };
    (kind.to_owned(), text)
}

/// The record of a person, with this key.
fn person(who: usize, id: i64) -> Row {
    let mut row = Row::from([("id".to_owned(), id.into()), (WHO.to_owned(), NAMES[who].into())]);
    row.extend(["phone", "email"].map(|kind| {
        let (field, text) = identifier(who, kind);
        (field, Value::from(text))
    }));
    row
}

struct Draw<'t> {
    tape: Tape<'t>,
    people: usize,
    collections: Vec<Collection>,
    tables: Tables,
}

impl Draw<'_> {
    fn people(&mut self) {
        let mut contacts = collection(PEOPLE, "people", Vec::new());
        contacts.subject = Some("person".to_owned());
        contacts.identifiers = ["phone", "email"]
            .map(|kind| IdentifierField {
                kind: kind.to_owned(),
                field: kind.to_owned(),
                stored: (kind == "phone").then_some("e164"),
            })
            .to_vec();
        self.collections.push(contacts);
        let rows = (0..self.people).map(|who| person(who, 1 + who as i64)).collect();
        self.tables.insert(PEOPLE.to_owned(), rows);
    }

    /// One to three of the ways in which people own records together.
    fn scenes(&mut self) {
        let first = self.tape.pick(5);
        let count = 1 + self.tape.pick(2);
        for at in 0..count {
            match (first + at) % 5 {
                0 => self.letters(),
                1 => self.rooms(),
                2 => self.talks(),
                3 => self.bills(),
                _ => self.drafts(),
            }
        }
    }

    /// Two or three owners on a row, one of them perhaps twice.
    fn letters(&mut self) {
        let count = 2 + self.tape.pick(2);
        let owners: Vec<Link> = (0..count).map(|at| owner(&format!("owner{at}"))).collect();
        let category = self.tape.of(&["talk", "talk", "traces", "books"]);
        self.add("letters", category, owners, 3);
    }

    /// Members of rooms, and what is written there.
    fn rooms(&mut self) {
        let category = self.tape.of(&["talk", "talk", "talk", "traces", "books"]);
        self.add("rooms", "talk", Vec::new(), 2);
        self.add("members", category, vec![owner("contact"), link(Role::Owns, "room", "rooms")], 5);
        if self.tape.one_in(2) {
            let author = if self.tape.one_in(2) { vec![owner("author")] } else { Vec::new() };
            let links = [vec![link(Role::OwnedBy, "room", "rooms")], author].concat();
            self.add("posts", "talk", links, 2);
        }
    }

    /// A conversation, its messages and their attachments, each with owners of its own.
    fn talks(&mut self) {
        let category = self.tape.of(&["talk", "talk", "talk", "books", "traces"]);
        let second = if self.tape.one_in(2) { vec![owner("other")] } else { Vec::new() };
        self.add("talks", category, [vec![owner("contact")], second].concat(), 2);
        self.add("messages", "talk", vec![link(Role::OwnedBy, "talk", "talks"), owner("sender")], 3);
        if !self.tape.one_in(3) {
            let links = vec![link(Role::OwnedBy, "message", "messages"), owner("uploader")];
            self.add("files", "talk", links, 3);
        }
    }

    /// Kept parents with a field that goes, and what hangs on them.
    fn bills(&mut self) {
        self.add("bills", "books", vec![owner("payer"), owner("guarantor")], 2);
        let bills = self.collections.last_mut().unwrap();
        let mask = if self.tape.one_in(2) { Mask::Null } else { Mask::Constant("masked".to_owned()) };
        bills.fields.push(Field {
            name: "memo".to_owned(),
            category: Some("people".to_owned()),
            mask,
            keep: false,
        });
        let category = self.tape.of(&["talk", "books", "traces"]);
        self.add("entries", category, vec![link(Role::OwnedBy, "bill", "bills"), owner("clerk")], 3);
    }

    /// Two collections that own each other.
    fn drafts(&mut self) {
        let own = if self.tape.one_in(2) { vec![owner("editor")] } else { Vec::new() };
        let drafts = vec![owner("author"), link(Role::OwnedBy, "version", "versions")];
        self.collections.push(collection("drafts", "talk", drafts));
        let links = [vec![link(Role::OwnedBy, "draft", "drafts")], own].concat();
        self.collections.push(collection("versions", "talk", links));
        let counts = [1 + self.tape.pick(2), 1 + self.tape.pick(2)];
        for (name, count) in ["drafts", "versions"].into_iter().zip(counts) {
            let rows = (0..count).map(|id| Row::from([("id".to_owned(), (1 + id as i64).into())])).collect();
            self.tables.insert(name.to_owned(), rows);
        }
        for name in ["drafts", "versions"] {
            for at in 0..self.tables[name].len() {
                let row = self.row(name, 1 + at as i64);
                self.tables.get_mut(name).unwrap()[at] = row;
            }
        }
    }

    /// Adds a collection and at most so many rows, at least one.
    fn add(&mut self, name: &str, category: &str, links: Vec<Link>, most: usize) {
        self.collections.push(collection(name, category, links));
        let count = 1 + self.tape.pick(most);
        for id in 0..count {
            let row = self.row(name, 1 + id as i64);
            self.tables.entry(name.to_owned()).or_default().push(row);
        }
    }

    /// A row that points to what is there.
    fn row(&mut self, name: &str, id: i64) -> Row {
        let collection = self.collections.iter().find(|it| it.name == name).unwrap().clone();
        let mut row = Row::from([("id".to_owned(), id.into())]);
        row.insert("memo".to_owned(), format!("{name} {id}").into());
        if !self.tape.one_in(4) {
            let days = self.tape.of(&[5_i64, 5, 100]);
            row.insert("issued_at".to_owned(), (now().timestamp() - days * 86_400).into());
        }
        for link in &collection.links {
            // A link row without one of its ends is seldom.
            let is_null = if name == "members" { self.tape.one_in(12) } else { self.tape.one_in(4) };
            let there = self.tables.get(&link.to).map_or(0, Vec::len);
            let to = 1 + self.tape.pick(there) as i64;
            if !is_null && there > 0 {
                row.insert(link.fields[0].clone(), to.into());
            }
        }
        row
    }

    /// Two to four requests, now and then of a person who asks twice.
    fn requests(&mut self) -> Vec<Asked> {
        let count = 2 + self.tape.pick(self.people.min(3));
        let first = self.tape.pick(self.people);
        let mut requests: Vec<Asked> = Vec::new();
        for at in 0..count {
            let who = (first + at) % self.people;
            let twice = at >= self.people || (at > 0 && self.tape.one_in(5));
            let who = if twice { requests[0].who } else { who };
            let kind = if requests.iter().any(|it| it.who == who) { "email" } else { "phone" };
            let identifier = identifier(who, kind);
            if !requests.iter().any(|it| it.identifier == identifier) {
                requests.push(Asked { who, name: NAMES[who].to_owned(), identifier });
            }
        }
        requests
    }

    fn writes(&mut self) -> Vec<Write> {
        let count = self.tape.pick(3);
        (0..count as i64).map(|at| self.write(at)).collect()
    }

    fn write(&mut self, at: i64) -> Write {
        let owned: Vec<Collection> =
            self.collections.iter().filter(|it| !it.links.is_empty()).cloned().collect();
        let collection = self.tape.of(&owned);
        let table = collection.name.clone();
        let ids: Vec<i64> = (1..=self.tables[&table].len() as i64).collect();
        match self.tape.pick(6) {
            // Now and then under a key that a row had before.
            0 | 1 => {
                let id = if self.tape.one_in(4) { self.tape.of(&ids) } else { 50 + at };
                Write::Insert { row: self.row(&table, id), table }
            }
            2 => {
                let link = self.tape.of(&collection.links);
                let there = self.tables[&link.to].len();
                let to = 1 + self.tape.pick(there) as i64;
                Write::Set { id: self.tape.of(&ids), field: link.fields[0].clone(), to, table }
            }
            3 => Write::Delete { id: self.tape.of(&ids), table },
            4 => Write::Delete { id: 1 + self.tape.pick(self.people) as i64, table: PEOPLE.to_owned() },
            _ => {
                let was = self.tape.pick(self.people);
                let who = if self.tape.one_in(3) { was } else { 4 + at as usize };
                Write::Replace { row: person(who, 1 + was as i64), table: PEOPLE.to_owned() }
            }
        }
    }

    /// Now and then a worker is stopped, and its request is taken over.
    fn takeovers(&mut self, requests: usize) -> Vec<Takeover> {
        if !self.tape.one_in(3) {
            return Vec::new();
        }
        vec![Takeover { of: self.tape.pick(requests), writes: self.tape.pick(6) }]
    }

    /// A few long turns and many short ones, with the host's writes somewhere between them.
    fn turns(&mut self, workers: usize, writes: usize) -> Vec<Turn> {
        let count = 4 + self.tape.pick(16);
        let mut turns = Vec::new();
        for _ in 0..count {
            let worker = self.tape.pick(workers);
            turns.push(if self.tape.one_in(2) {
                Turn::Reach { worker, times: 1 + self.tape.pick(2) }
            } else {
                let most = self.tape.of(&[3, 6, 12, 25, 60]);
                Turn::Work { worker, calls: 1 + self.tape.pick(most) }
            });
        }
        let mut last = 0;
        for write in 0..writes {
            last += self.tape.pick(turns.len() + 1 - last);
            turns.insert(last, Turn::Host(write));
            last += 1;
        }
        turns
    }
}

fn collection(name: &str, category: &str, links: Vec<Link>) -> Collection {
    Collection {
        name: name.to_owned(),
        table: name.to_owned(),
        only: Vec::new(),
        key: vec!["id".to_owned()],
        category: category.to_owned(),
        tenant: None,
        tenant_root: false,
        subject: None,
        identifiers: Vec::new(),
        fields: Vec::new(),
        links,
        times: [Time::UnixSeconds; 2],
        not_null: BTreeSet::new(),
    }
}

fn link(role: Role, field: &str, to: &str) -> Link {
    Link {
        role,
        fields: vec![field.to_owned()],
        to: to.to_owned(),
        to_field: None,
        only: Vec::new(),
        release: Release::Link,
    }
}

fn owner(field: &str) -> Link {
    link(Role::OwnedBy, field, PEOPLE)
}
