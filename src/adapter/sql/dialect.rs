//! What a database has to say of its SQL, so that everything else is written once.

use chrono::{DateTime, Utc};

use super::render::{ColumnRef, Malformed, Sql};
use super::shape::Shapes;
use crate::port::{Place, Replacement, Selection};
use crate::value::{EventForm, Side, Value};

/// The elements of a list, as a table.
pub(super) struct Elements {
    /// The table under its alias.
    pub(super) from: String,
    /// The text of an element in it; null for a null.
    pub(super) text: String,
}

/// The SQL that differs between databases.
pub(super) trait Dialect: Sized {
    /// What is put behind a SELECT that locks the rows it reads until the transaction ends.
    const FOR_UPDATE: &'static str;
    /// The same, where rows that somebody else has locked are passed over.
    const FOR_UPDATE_SKIP_LOCKED: &'static str;
    /// What is put behind a subquery so that the rows which it finds stay as they are until the statement's transaction
    /// ends; empty where only one writes at a time.
    const HELD: &'static str = "";
    /// Whether null comes before everything else in the order of keys.
    const NULLS_FIRST: bool;
    /// Whether rows that are looked up by several indexes are remembered in memory, however many they are.
    const REMEMBERS_ROWS: bool = false;

    /// Whether `(a, b) > (?, ?)` finds the rows behind a key by an index over both.
    const COMPARES_ROWS: bool = true;

    /// The shapes of all tables that the statement names.
    fn shapes(&self) -> &Shapes;

    /// A name as an identifier, whatever characters it has.
    fn quote(&self, name: &str) -> String;

    /// The value behind a path of names in a column that holds JSON, as text; null where there is none.
    fn json_text(&self, column: &str, path: &[&str]) -> String;

    /// That the path into a column of JSON does not lead from object to object to one value.
    fn unreadable(&self, column: &ColumnRef<'_>) -> String;

    /// The elements of the list in a column: what stands behind FROM, under the alias, and the text of one of them there.
    /// There are none where the column [holds no list](Dialect::holds_no_list).
    fn elements(&self, list: &ColumnRef<'_>, alias: &str) -> Elements;

    /// That [`elements`](crate::value::elements) would not read the column as a list; never null.
    fn holds_no_list(&self, list: &ColumnRef<'_>) -> String;

    /// The columns, taken together, have one of these rows of values by their link form. There is at least one column,
    /// and every row has as many values.
    fn one_of(&self, sql: &mut Sql, columns: &[ColumnRef<'_>], rows: &[Vec<Value>]);

    /// The moment in the column lies before the instant.
    fn before(&self, sql: &mut Sql, column: &ColumnRef<'_>, form: EventForm, instant: DateTime<Utc>);

    /// The text in the column, trimmed and lower-cased, is one of these addresses, of which there is at least one.
    fn email_is(&self, sql: &mut Sql, column: &ColumnRef<'_>, addresses: &[String]);

    /// The text or number in the column begins or ends with these letters, of which there is at least one.
    fn affix(&self, sql: &mut Sql, column: &ColumnRef<'_>, side: Side, text: &str);

    /// The text or number in the column has these letters in it, of which there is at least one.
    fn contains(&self, sql: &mut Sql, column: &ColumnRef<'_>, text: &str);

    /// The text or number in the column spells one of these telephone numbers, of which there is at least one.
    fn number_is(&self, sql: &mut Sql, column: &ColumnRef<'_>, digits: &[String]);

    /// The text, number or bytes in the column may hold one of these traces, of which there is at least one.
    fn may_hold(&self, sql: &mut Sql, column: &ColumnRef<'_>, traces: &[Vec<String>]);

    /// Whether the second columns' table has an index by which its rows are found for given values of the first columns.
    fn finds(&self, pairs: &[(ColumnRef<'_>, ColumnRef<'_>)]) -> bool;

    /// What stands before IN where `from` links to `to`: as many expressions as [`Dialect::link_in`] selects.
    fn link_from(&self, from: &ColumnRef<'_>, _: &ColumnRef<'_>) -> Vec<String> {
        vec![from.sql.clone()]
    }

    /// What a subquery selects from `to` so that `from IN (SELECT …)` links them and can use an index on `from`, and
    /// what else has to hold for it.
    fn link_in(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> (String, Option<String>);

    /// That `from` links to `to`, so that an index on `to` can be used.
    fn link_equal(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> String;

    /// That `from` links to `to` whatever their collations take for equal.
    fn link_exact(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> String {
        self.link_equal(from, to)
    }

    /// How a column is selected so that the driver can read it as a value.
    fn selected(&self, column: &ColumnRef<'_>) -> String;

    /// A parameter with a value that was read from the column, to be compared with it in the order of keys.
    fn bind_key(&self, sql: &mut Sql, column: &ColumnRef<'_>, value: Value);

    /// Erases at most so many of the matching rows; all of them where no bound is given, which costs less. A bounded batch
    /// may pass over rows that others change while it runs.
    fn erase(&self, place: &Place, selection: &Selection, most: Option<usize>) -> Result<Sql, Malformed>;

    /// Changes the matching rows; `assign` writes what stands behind SET, over the alias that it is given.
    fn update(
        &self,
        place: &Place,
        selection: &Selection,
        assign: &dyn Fn(&mut Sql, &str),
    ) -> Result<Sql, Malformed>;

    /// Changes the rows that `rows` names: a JSON array of arrays that begin with what tells a row apart, in the order
    /// of [`Shape::row_names`](super::shape::Shape). `assign` writes what stands behind SET, over the alias of the table;
    /// [`Dialect::cell`] reads the rest of the arrays.
    fn write_back(&self, place: &Place, rows: String, assign: &dyn Fn(&mut Sql, &str)) -> Sql;

    /// What stands at the left of an assignment.
    fn assigned(&self, alias: &str, column: &str) -> String;

    /// Inside of [`Dialect::write_back`]: the new value of a column at that position of a row, or `old` where the row has
    /// an object there.
    fn cell(&self, position: usize, column: &ColumnRef<'_>) -> String;

    /// Inside of [`Dialect::write_back`]: the document at that position of a row, for a column that holds documents.
    fn document_cell(&self, position: usize, column: &ColumnRef<'_>) -> String {
        self.cell(position, column)
    }

    /// The new value of a column under a replacement that needs no old value but for a prefix.
    fn new_value(&self, sql: &mut Sql, column: &ColumnRef<'_>, replacement: &Replacement);

    /// The type to which a new value is cast where no assignment gives it one; `None` where values have their own.
    fn type_of(&self, _: &ColumnRef<'_>) -> Option<String> {
        None
    }

    /// What stands before a column of JSON in which a value is set.
    fn json_open(&self, column: &ColumnRef<'_>, creates: bool) -> String;

    /// What stands behind a column of JSON in which a value is set: the path, the value, and the end. A path that is not
    /// there is made only if `creates` says so.
    fn json_close(&self, sql: &mut Sql, column: &ColumnRef<'_>, creates: bool, value: &dyn Fn(&mut Sql));

    /// That SQL would compute the prefix of the column's value differently from [`Replacement::apply`]; `None` where there
    /// is no such value.
    fn odd_for_prefix(&self, column: &ColumnRef<'_>) -> Option<String>;

    /// Bytes of zeros as many as the column has; `None` where overwriting leaves the old bytes where they are.
    fn zeros(&self, column: &str) -> Option<String>;
}

/// A pattern for `LIKE`, with `|` before what means something to it: these pieces, one behind the other.
pub(super) fn pattern(pieces: &[String]) -> String {
    let literal = |piece: &String| piece.replace('|', "||").replace('%', "|%").replace('_', "|_");
    format!("%{}%", pieces.iter().map(literal).collect::<Vec<_>>().join("%"))
}
