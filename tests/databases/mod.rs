//! Random worlds in real databases: the tables, types and foreign keys that a world could have there.
//!
//! `dress` gives a world what only real databases tell apart; `layout` chooses columns and constraints for it; `fixture`
//! puts it into a database and reads it back; `stage` lets the engine work on it. What each database calls things lies in
//! `dialect`, how it is reached in `sqlite`, `postgres` and `mariadb`.

pub mod column;
pub mod dialect;
pub mod dress;
pub mod fixture;
pub mod layout;
pub mod mariadb;
pub mod postgres;
pub mod small;
pub mod sqlite;
pub mod stage;
