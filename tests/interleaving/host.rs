//! What a host writes while its people are erased, and the same on tables of plain rows.

use oubliette::value::Value;

use super::cast::{PEOPLE, WHO};
use super::reference::model::{Row, Tables, World, row_text, value};

/// One write of the host's, all of it or nothing.
#[derive(Clone, PartialEq)]
pub enum Write {
    /// Inserts a row, if all that it points to is there.
    Insert { table: String, row: Row },
    /// Points a row somewhere else, if both are there.
    Set { table: String, id: i64, field: String, to: i64 },
    /// Deletes a row, unless a foreign key says no.
    Delete { table: String, id: i64 },
    /// Deletes a person where it is still there, and gives its key to somebody new, or to the same person anew.
    Replace { table: String, row: Row },
}

impl Write {
    pub fn text(&self) -> String {
        match self {
            Self::Insert { table, row } => format!("insert into {table}: {}", row_text(row)),
            Self::Set { table, id, field, to } => format!("set {table} {id}: {field}={to}"),
            Self::Delete { table, id } => format!("delete from {table}: {id}"),
            Self::Replace { table, row } => format!("replace in {table}: {}", row_text(row)),
        }
    }

    pub fn table(&self) -> &str {
        match self {
            Self::Insert { table, .. }
            | Self::Set { table, .. }
            | Self::Delete { table, .. }
            | Self::Replace { table, .. } => table,
        }
    }

    pub fn deletes(&self) -> bool {
        matches!(self, Self::Delete { .. })
    }

    /// Whether the person with this key is deleted, or was before somebody else got the key.
    pub fn deletes_person(&self, key: &str) -> bool {
        let deleted: Value = match self {
            Self::Delete { id, .. } => (*id).into(),
            Self::Replace { row, .. } => value(row, "id"),
            Self::Insert { .. } | Self::Set { .. } => return false,
        };
        self.table() == PEOPLE && deleted.to_text().as_deref() == Some(key)
    }

    /// Whether a person gets the key that was hers among these people.
    pub fn brings_back(&self, people: &[Row]) -> bool {
        let Self::Replace { row, .. } = self else { return false };
        people.iter().any(|it| value(it, "id") == value(row, "id") && value(it, WHO) == value(row, WHO))
    }

    /// The tables after this write; `None` where it does not happen.
    pub fn applied(&self, world: &World, tables: &Tables) -> Option<Tables> {
        let mut after = tables.clone();
        let rows = after.get_mut(self.table())?;
        let place = |rows: &[Row], id: i64| rows.iter().position(|row| value(row, "id") == id.into());
        match self {
            Self::Insert { row, table } => {
                let id = value(row, "id");
                if rows.iter().any(|it| value(it, "id") == id) || !points_somewhere(world, tables, table, row)
                {
                    return None;
                }
                rows.push(row.clone());
            }
            Self::Set { table, id, field, to } => {
                let at = place(rows, *id)?;
                rows[at].insert(field.clone(), (*to).into());
                let moved = rows[at].clone();
                if !points_somewhere(world, tables, table, &moved) {
                    return None;
                }
            }
            Self::Delete { table, id } => {
                let at = place(rows, *id)?;
                if world.described && is_pointed_to(world, tables, table, *id) {
                    return None;
                }
                rows.remove(at);
            }
            Self::Replace { table, row } => {
                let Value::Integer(id) = value(row, "id") else { return None };
                if world.described && is_pointed_to(world, tables, table, id) {
                    return None;
                }
                rows.retain(|it| value(it, "id") != id.into());
                rows.push(row.clone());
            }
        }
        for rows in after.values_mut() {
            rows.sort_by_key(|row| value(row, "id"));
        }
        Some(after)
    }
}

/// Whether all links of a row point to something that is there.
fn points_somewhere(world: &World, tables: &Tables, table: &str, row: &Row) -> bool {
    let Some(collection) = world.collections.iter().find(|it| it.table == table) else { return true };
    collection.links.iter().all(|link| {
        let wanted = value(row, &link.fields[0]);
        wanted.is_null() || tables[&link.to].iter().any(|it| value(it, "id") == wanted)
    })
}

fn is_pointed_to(world: &World, tables: &Tables, table: &str, id: i64) -> bool {
    world.collections.iter().any(|from| {
        let links = from.links.iter().filter(|link| link.to == table);
        links
            .flat_map(|link| tables[&from.table].iter().map(move |row| value(row, &link.fields[0])))
            .any(|it| it == id.into())
    })
}
