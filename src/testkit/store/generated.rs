//! Random selections over random rows, each compared with its plain reading.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::DateTime;

use super::super::fixture::{TEXT, TableLayout};
use super::super::law::Verdict;
use super::super::plain::{PlainRow, PlainWorld};
use super::super::scene::{NULL, Scene};
use crate::port::{ColumnKind, Place, Selection};
use crate::value::{Condition, EventForm, Side, Value};

/// So many worlds are made, and so many selections asked of each.
const WORLDS: u64 = 6;
const SELECTIONS: usize = 60;

/// What a selection means, it means also deep inside of others: 360 random ones are read, counted and erased as the
/// plain reading of the contract has it. They are the same in every run.
pub async fn random_selections_mean_what_they_say(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let tables = ["a", "b"].map(|name| {
        scene
            .layout(name)
            .key("id", ColumnKind::Integer)
            .column("number", ColumnKind::Integer)
            .column("other", ColumnKind::Integer)
            .column("text", TEXT)
            .column("contact", TEXT)
            .column("moment", TEXT)
    });
    for seed in 0..WORLDS {
        let mut dice = Dice::new(seed);
        let mut world = PlainWorld::new();
        scene.create(&tables).await?;
        for table in &tables {
            let rows: Vec<_> = (1..=dice.below(9)).map(|id| dice.row(id)).collect();
            scene.insert(table, rows.clone()).await?;
            let fields = table.fields();
            let named = rows.into_iter().map(|row| fields.iter().cloned().zip(row).collect::<PlainRow>());
            world = world.with_table(&table.name, named);
        }
        for _ in 0..SELECTIONS {
            let place = dice.place(&tables);
            let selection = dice.selection(&tables, 5, store.capabilities().links);
            let expected = ids(&world.matching(&place, &selection));
            scene.selects(&place, &selection, &expected).await.map_err(|error| {
                scene.broken(format!("world {seed}, {:?} of {place:?}: {error}", Shown(&selection)))
            })?;
        }
        let place = dice.place(&tables);
        let selection = dice.selection(&tables, 3, store.capabilities().links);
        let doomed = ids(&world.matching(&place, &selection));
        let erased = scene.erase(&place, &selection, 100).await?;
        scene.equal(&format!("erased by {selection:?}"), erased, doomed.len() as u64)?;
        for table in &tables {
            let everything = world.matching(&table.place(), &Selection::Everything);
            let mut stays = ids(&everything);
            stays.retain(|id| table.name != place.table() || !doomed.contains(id));
            let held: Vec<_> = scene.by_id(table).await?.into_keys().collect();
            scene.equal(&format!("left after the erasure of {selection:?}"), held, stays)?;
        }
    }
    Ok(())
}

fn ids(rows: &[&BTreeMap<String, Value>]) -> Vec<i64> {
    let id = |row: &&BTreeMap<String, Value>| row.get("id")?.to_text()?.parse().ok();
    rows.iter().filter_map(id).collect()
}

/// A selection of made-up data with its values.
struct Shown<'a>(&'a Selection);

impl std::fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Selection::OneOf { fields, rows } => {
                let rows: Vec<_> = rows.iter().map(|row| super::super::scene::shown(row)).collect();
                write!(f, "OneOf({fields:?}, {rows:?})")
            }
            Selection::Linked { fields, to, to_fields, selection } => {
                write!(f, "Linked({fields:?} -> {}.{to_fields:?}, {:?})", to.table(), Shown(selection))
            }
            Selection::Exists { place, selection } => {
                write!(f, "Exists({}, {:?})", place.table(), Shown(selection))
            }
            Selection::All(parts) => f.debug_list().entry(&"all").entries(parts.iter().map(Shown)).finish(),
            Selection::Any(parts) => f.debug_list().entry(&"any").entries(parts.iter().map(Shown)).finish(),
            Selection::Not(inner) => write!(f, "Not({:?})", Shown(inner)),
            Selection::Held(inner) => write!(f, "Held({:?})", Shown(inner)),
            other => write!(f, "{other:?}"),
        }
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x6f75_626c)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: i64) -> i64 {
        i64::try_from(self.next() % limit.unsigned_abs().max(1)).unwrap_or_default()
    }

    fn pick<T: Clone>(&mut self, from: &[T], otherwise: T) -> T {
        let index = usize::try_from(self.next() % (from.len() as u64).max(1)).unwrap_or_default();
        from.get(index).cloned().unwrap_or(otherwise)
    }

    fn integer(&mut self) -> Value {
        if self.below(4) == 0 { NULL } else { Value::Integer(self.below(5) - 1) }
    }

    fn text(&mut self) -> Value {
        let texts = ["1", "2", "01", " 1", "1.0", "x", "X", "", "-1", "null", "é", "x "];
        if self.below(5) == 0 { NULL } else { self.pick(&texts, "").into() }
    }

    fn contact(&mut self) -> Value {
        let contacts = [
            " Ana@Example.com",
            "ana@example.com",
            "ben@example.com",
            "+91 98765-43210",
            "00919876543210",
            "919876543210",
            "9876543210",
            "whatsapp:+919876543210",
        ];
        if self.below(5) == 0 { NULL } else { self.pick(&contacts, "").into() }
    }

    fn moment(&mut self) -> Value {
        let moments = [
            "2024-01-01",
            "2023-12-31",
            "2024-01-01 00:00",
            "2023-12-31 23:59:59.999",
            "2024-01-01T05:30:00+05:30",
            "2024-01-01T05:29:59.5+05:30",
            "2024-01-01T00:00:00Z",
            "2023-12-31T20:00:00-05:00",
            "2024-02-31",
            "garbage",
            "1704067200",
            "1704067199999",
            "-5",
            "",
        ];
        if self.below(5) == 0 { NULL } else { self.pick(&moments, "").into() }
    }

    fn row(&mut self, id: i64) -> Vec<Value> {
        vec![id.into(), self.integer(), self.integer(), self.text(), self.contact(), self.moment()]
    }

    fn field(&mut self) -> String {
        self.pick(&["id", "number", "other", "text", "text"], "id").to_owned()
    }

    fn value(&mut self) -> Value {
        if self.below(2) == 0 { self.integer() } else { self.text() }
    }

    fn values(&mut self) -> Vec<Value> {
        (0..self.below(4)).map(|_| self.value()).collect()
    }

    fn place(&mut self, tables: &[TableLayout; 2]) -> Place {
        let [first, second] = tables;
        let table = if self.below(2) == 0 { first } else { second };
        let only = (0..self.below(2)).map(|_| self.condition()).collect();
        Place::new(&table.name, table.key.clone(), only)
    }

    fn condition(&mut self) -> Condition {
        let condition = match self.below(4) {
            0 => Condition::starting_with("text", self.affix()),
            1 => Condition::ending_with("text", self.affix()),
            _ => Condition::new(self.field(), self.values()),
        };
        if self.below(3) == 0 { condition.negated() } else { condition }
    }

    /// The beginning or the end of some text.
    fn affix(&mut self) -> String {
        let text = self.text().to_text().unwrap_or_default();
        let length = self.below(3);
        text.chars().take(usize::try_from(length).unwrap_or_default()).collect()
    }

    fn selection(&mut self, tables: &[TableLayout; 2], depth: u32, links: bool) -> Selection {
        if depth == 0 || self.below(4) == 0 {
            return self.leaf();
        }
        let inner = |dice: &mut Self| dice.selection(tables, depth - 1, links);
        match self.below(if links { 7 } else { 4 }) {
            0 => Selection::All((0..self.below(4)).map(|_| inner(self)).collect()),
            1 => Selection::Any((0..self.below(4)).map(|_| inner(self)).collect()),
            2 | 3 => Selection::Not(Box::new(inner(self))),
            4 => {
                let (place, selection) = (Arc::new(self.place(tables)), Box::new(inner(self)));
                Selection::Held(Box::new(Selection::Exists { place, selection }))
            }
            _ => {
                let pairs = 1 + self.below(5) / 4;
                let (fields, to_fields) = (0..pairs).map(|_| (self.field(), self.field())).unzip();
                let (to, selection) = (Arc::new(self.place(tables)), Box::new(inner(self)));
                Selection::Linked { fields, to, to_fields, selection }
            }
        }
    }

    fn leaf(&mut self) -> Selection {
        match self.below(12) {
            11 => Selection::Contains { field: "text".into(), text: self.affix() },
            10 => {
                let side = self.pick(&[Side::Start, Side::End], Side::Start);
                Selection::Affix { field: "text".into(), side, text: self.affix() }
            }
            0 => Selection::Everything,
            1 => Selection::Nothing,
            2 => Selection::Null { field: self.field() },
            3 => Selection::EmailIs { field: "contact".into(), addresses: vec!["ana@example.com".into()] },
            4 => Selection::NumberIs {
                field: "contact".into(),
                digits: vec!["919876543210".into(), "1".into()],
            },
            5 => {
                let forms = [
                    EventForm::Timestamp,
                    EventForm::Rfc3339,
                    EventForm::Date,
                    EventForm::UnixSeconds,
                    EventForm::UnixMillis,
                ];
                let form = self.pick(&forms, EventForm::Timestamp);
                let millis = self.pick(&[0, 1, -1, -500, 1_000], 0);
                let instant = DateTime::from_timestamp_millis(1_704_067_200_000 + millis).unwrap_or_default();
                Selection::Before { field: "moment".into(), form, instant }
            }
            6 => {
                let fields = [self.field(), self.field()];
                let rows: Vec<_> = (0..self.below(5)).map(|_| vec![self.value(), self.value()]).collect();
                Selection::rows(fields, rows)
            }
            _ => Selection::one_of(self.field(), self.values()),
        }
    }
}
