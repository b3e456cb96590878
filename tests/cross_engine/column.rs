//! The types that a column can have, by what it holds and is masked to.

use oubliette::value::Value;

use super::reference::model::{Collection, EVENTS, Mask, World};
use super::reference::time::Time;

/// What a column can hold, before a database has a word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Whole numbers of eight bytes.
    Long,
    /// Whole numbers of four bytes.
    Short,
    /// Decimals that have no fraction.
    Decimal,
    /// Text without a limit.
    Text,
    /// Text of at most 200 characters.
    Limited,
    /// Text that compares without regard to case.
    Caseless,
    /// Text that compares byte by byte.
    Bytewise,
    Uuid,
    /// A day and a time of day.
    Stamp,
    /// An instant.
    Instant,
    Day,
    /// Whatever is put in.
    Untyped,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
    pub is_nullable: bool,
}

const TEXTS: [Kind; 4] = [Kind::Text, Kind::Limited, Kind::Caseless, Kind::Bytewise];

/// The kinds that a table's column may have: all that hold what lies in it and what it may be masked to.
pub fn fitting(world: &World, table: &str, name: &str) -> Vec<Kind> {
    let here: Vec<&Collection> = world.collections.iter().filter(|it| it.table == table).collect();
    let mut kinds = TEXTS.to_vec();
    kinds.push(Kind::Untyped);
    if let Some(event) = EVENTS.iter().position(|(_, field)| *field == name) {
        match here[0].times[event] {
            Time::UnixSeconds => kinds.extend([Kind::Long, Kind::Short, Kind::Decimal]),
            Time::UnixMillis => kinds.extend([Kind::Long, Kind::Decimal]),
            Time::Timestamp => kinds.extend([Kind::Stamp, Kind::Instant, Kind::Stamp, Kind::Instant]),
            Time::Date => kinds.extend([Kind::Day; 3]),
            Time::Rfc3339 => {}
        }
        return kinds;
    }
    let is_masked_to_text =
        here.iter().flat_map(|it| &it.fields).any(|it| it.name == name && it.mask != Mask::Null);
    if is_masked_to_text {
        return kinds;
    }
    let texts: Vec<String> =
        world.tables[table].iter().filter_map(|row| row.get(name).and_then(Value::to_text)).collect();
    let all = |fits: &dyn Fn(&str) -> bool| texts.iter().all(|text| fits(text));
    if all(&|text| text.parse::<i64>().is_ok_and(|number| number.to_string() == text)) {
        kinds.extend([Kind::Long, Kind::Long, Kind::Decimal]);
    }
    if all(&|text| text.parse::<i32>().is_ok_and(|number| number.to_string() == text)) {
        kinds.extend([Kind::Short, Kind::Short]);
    }
    if all(&is_uuid) {
        kinds.extend([Kind::Uuid; 4]);
    }
    kinds
}

/// Lower-case hexadecimal digits in groups of 8, 4, 4, 4 and 12.
fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|it| it.len()).collect();
    let is_hex = |it: &&str| it.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    lengths == [8, 4, 4, 4, 12] && groups.iter().all(is_hex)
}
