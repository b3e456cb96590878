//! How MySQL and MariaDB quote, assign, erase and write back. How they compare lies in `comparing`, `moments` and
//! `spellings`.
//!
//! Statements that write find their rows in a derived table, which is worked out before anything is written: so a
//! condition may name the table itself, links are driven from the index, and a batch has a limit. Only where an erasure
//! needs none of that, it finds its rows as it goes.

use chrono::{DateTime, Utc};

use super::comparing::{one_of, pairs};
use super::family::{Family, stamps};
use super::{json, moments, spellings};
use crate::adapter::sql::dialect::{Dialect, Elements};
use crate::adapter::sql::render::{ColumnRef, Malformed, NEW, OLD, Renderer, Scope, Sql};
use crate::adapter::sql::shape::{Shape, Shapes};
use crate::adapter::sql::statements::{limit, may_read_itself, row_names};
use crate::port::{Place, Replacement, Selection};
use crate::text::hex::hex;
use crate::value::{EventForm, Side, Value};

/// The alias of the rows that a statement has found.
const FOUND: &str = "found";

/// The dialect of MySQL and MariaDB over tables of these shapes.
#[derive(Debug)]
pub(super) struct MysqlDialect<'a> {
    shapes: &'a Shapes,
}

impl<'a> MysqlDialect<'a> {
    /// The dialect for statements that name no other tables than these.
    pub(super) fn new(shapes: &'a Shapes) -> Self {
        Self { shapes }
    }

    fn shape(&self, place: &Place) -> Option<&Shape> {
        self.shapes.of(place.table())
    }

    /// The names by which rows are found again, where the database itself tells them apart by some.
    fn own_names(&self, place: &Place) -> Vec<String> {
        self.shape(place).map(|shape| shape.row_names.clone()).unwrap_or_default()
    }

    /// The rows that match, as a derived table of what tells them apart, joined to `scope`.
    fn push_found(
        &self,
        sql: &mut Sql,
        renderer: &mut Renderer<'_, Self>,
        scope: &Scope<'_>,
        (place, selection): (&Place, &Selection),
        most: Value,
    ) -> Result<(), Malformed> {
        let names = self.own_names(place);
        let inner = renderer.scope(place);
        let column =
            |scope: &Scope<'_>, name: &str| format!("{}.{}", self.quote(scope.alias()), self.quote(name));
        let selected: Vec<_> = (0..)
            .zip(&names)
            .map(|(index, name): (usize, _)| format!("{} AS `k{index}`", column(&inner, name)))
            .collect();
        sql.push(&format!("(SELECT {} FROM {} WHERE ", selected.join(", "), renderer.from(&inner)));
        renderer.matches(sql, &inner, place, selection)?;
        // Without a lock the rows would be found as they were when the statement began, and changed as others left them.
        sql.push(" LIMIT ").bind(most).push(&format!("{}) AS `{FOUND}` ON ", Self::FOR_UPDATE));
        for (index, name) in names.iter().enumerate() {
            sql.push(if index > 0 { " AND " } else { "" });
            sql.push(&format!("{} = `{FOUND}`.`k{index}`", column(scope, name)));
        }
        Ok(())
    }

    /// Columns that the database sets by itself whenever a row changes keep their values; an assignment that comes later
    /// goes before this one.
    fn push_kept(&self, sql: &mut Sql, place: &Place, alias: &str) {
        for column in self.shape(place).map(|shape| shape.columns.as_slice()).unwrap_or_default() {
            if stamps(&column.native) {
                let name = self.assigned(alias, &column.column.name);
                sql.push(&format!("{name} = {name}, "));
            }
        }
    }
}

impl Dialect for MysqlDialect<'_> {
    const FOR_UPDATE: &'static str = " FOR UPDATE";
    const FOR_UPDATE_SKIP_LOCKED: &'static str = " FOR UPDATE SKIP LOCKED";
    const HELD: &'static str = " LOCK IN SHARE MODE";
    const NULLS_FIRST: bool = true;
    // `(a, b) > (?, ?)` would read the whole index.
    const COMPARES_ROWS: bool = false;

    fn shapes(&self) -> &Shapes {
        self.shapes
    }

    fn quote(&self, name: &str) -> String {
        format!("`{}`", name.replace('`', "``"))
    }

    fn json_text(&self, column: &str, path: &[&str]) -> String {
        json::text(column, path)
    }

    fn unreadable(&self, column: &ColumnRef<'_>) -> String {
        json::unreadable(&column.holder, &column.path)
    }

    fn elements(&self, list: &ColumnRef<'_>, alias: &str) -> Elements {
        json::elements(&list.sql, alias)
    }

    fn holds_no_list(&self, list: &ColumnRef<'_>) -> String {
        json::holds_no_list(&list.sql)
    }

    fn one_of(&self, sql: &mut Sql, columns: &[ColumnRef<'_>], rows: &[Vec<Value>]) {
        one_of(sql, columns, rows);
    }

    fn before(&self, sql: &mut Sql, column: &ColumnRef<'_>, form: EventForm, instant: DateTime<Utc>) {
        moments::before(sql, column, form, instant);
    }

    fn email_is(&self, sql: &mut Sql, column: &ColumnRef<'_>, addresses: &[String]) {
        spellings::email_is(sql, column, addresses);
    }

    fn affix(&self, sql: &mut Sql, column: &ColumnRef<'_>, side: Side, text: &str) {
        spellings::affix(sql, column, side, text);
    }

    fn contains(&self, sql: &mut Sql, column: &ColumnRef<'_>, text: &str) {
        spellings::contains(sql, column, text);
    }

    fn number_is(&self, sql: &mut Sql, column: &ColumnRef<'_>, digits: &[String]) {
        spellings::number_is(sql, column, digits);
    }

    fn may_hold(&self, sql: &mut Sql, column: &ColumnRef<'_>, traces: &[Vec<String>]) {
        spellings::may_hold(sql, column, traces);
    }

    fn finds(&self, columns: &[(ColumnRef<'_>, ColumnRef<'_>)]) -> bool {
        columns.iter().any(|(from, to)| {
            let index = |name| self.shapes.of(to.table).is_some_and(|shape| shape.finds_by(name));
            let is_bare = pairs(to, from).first().is_some_and(|(left, _)| *left == to.sql);
            is_bare && to.path.is_empty() && to.column.is_some_and(|it| index(&it.column.name))
        })
    }

    fn link_from(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> Vec<String> {
        pairs(from, to).into_iter().map(|(left, _)| left).collect()
    }

    fn link_in(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> (String, Option<String>) {
        let selected: Vec<_> = pairs(from, to).into_iter().map(|(_, right)| right).collect();
        (selected.join(", "), None)
    }

    fn link_equal(&self, from: &ColumnRef<'_>, to: &ColumnRef<'_>) -> String {
        let equal: Vec<_> =
            pairs(to, from).into_iter().map(|(left, right)| format!("{left} = {right}")).collect();
        equal.join(" AND ")
    }

    /// Everything that would arrive otherwise in another session is selected as text.
    fn selected(&self, column: &ColumnRef<'_>) -> String {
        let family = Family::of(column);
        match family {
            Family::Integer => format!("{} + 0", column.sql),
            Family::Real | Family::Bytes | Family::Inner => column.sql.clone(),
            Family::Other if column.native().is_some_and(is_geometry) => column.sql.clone(),
            _ => family.text(&column.sql),
        }
    }

    /// Enumerations are ordered by the number of the text in their list, and sets by the sum of their bits.
    fn bind_key(&self, sql: &mut Sql, column: &ColumnRef<'_>, value: Value) {
        let family = Family::of(column);
        let number = value.as_text().and_then(|text| match &family {
            Family::Enumeration { values, .. } => place_in_list(values, text),
            Family::Set { values } => bits(values, text),
            _ => None,
        });
        let around = match (&value, family.typed()) {
            (Value::Text(_), Some(around)) if number.is_none() => around,
            _ => (String::new(), String::new()),
        };
        match (&family, &value) {
            (Family::Integer, Value::Text(_)) => sql.push("CAST(").bind(value).push(" AS UNSIGNED)"),
            _ => sql.push(&around.0).bind(number.map_or(value, Value::Integer)).push(&around.1),
        };
    }

    fn erase(&self, place: &Place, selection: &Selection, most: Option<usize>) -> Result<Sql, Malformed> {
        let mut renderer = Renderer::changing(self);
        let Some(most) = most.or_else(|| may_read_itself(self, place, selection).then_some(usize::MAX))
        else {
            let scope = renderer.scope(place);
            let alias = self.quote(scope.alias());
            let mut sql = Sql::new(format!("DELETE {alias} FROM {} WHERE ", renderer.from(&scope)));
            renderer.matches(&mut sql, &scope, place, selection)?;
            return Ok(sql);
        };
        if self.own_names(place).is_empty() {
            // Rows that nothing tells apart are erased where they stand. DELETE with a limit takes no alias.
            let scope = renderer.unaliased(place);
            let mut sql = Sql::new(format!("DELETE FROM {} WHERE ", renderer.table(place.table())));
            renderer.matches(&mut sql, &scope, place, selection)?;
            sql.push(" LIMIT ").bind(limit(most));
            return Ok(sql);
        }
        let doomed = renderer.scope(place);
        let alias = self.quote(doomed.alias());
        let mut sql = Sql::new(format!("DELETE {alias} FROM {} JOIN ", renderer.from(&doomed)));
        self.push_found(&mut sql, &mut renderer, &doomed, (place, selection), limit(most))?;
        Ok(sql)
    }

    fn update(
        &self,
        place: &Place,
        selection: &Selection,
        assign: &dyn Fn(&mut Sql, &str),
    ) -> Result<Sql, Malformed> {
        let mut renderer = Renderer::changing(self);
        let scope = renderer.scope(place);
        let stands_alone = self.own_names(place).is_empty();
        let mut sql = Sql::new(format!("UPDATE {}", renderer.from(&scope)));
        if !stands_alone {
            sql.push(" JOIN ");
            // A limit keeps the server from looking for the rows while it writes.
            self.push_found(&mut sql, &mut renderer, &scope, (place, selection), Value::Integer(i64::MAX))?;
        }
        sql.push(" SET ");
        self.push_kept(&mut sql, place, scope.alias());
        assign(&mut sql, scope.alias());
        if stands_alone {
            sql.push(" WHERE ");
            renderer.matches(&mut sql, &scope, place, selection)?;
        }
        Ok(sql)
    }

    fn write_back(&self, place: &Place, rows: String, assign: &dyn Fn(&mut Sql, &str)) -> Sql {
        let renderer = Renderer::new(self);
        let scope = Scope::named(place, OLD);
        let mut sql = Sql::new(format!("UPDATE {} JOIN JSON_TABLE(", renderer.from(&scope)));
        sql.bind(rows).push(&format!(", '$[*]' COLUMNS (`r` JSON PATH '$')) AS `{NEW}` ON "));
        for (index, name) in row_names(self, place).iter().enumerate() {
            let column = renderer.column(&scope, name);
            sql.push(if index > 0 { " AND " } else { "" }).push(&is_named(&column, index));
        }
        sql.push(" SET ");
        self.push_kept(&mut sql, place, OLD);
        assign(&mut sql, OLD);
        sql
    }

    fn assigned(&self, alias: &str, column: &str) -> String {
        format!("{}.{}", self.quote(alias), self.quote(column))
    }

    fn cell(&self, position: usize, column: &ColumnRef<'_>) -> String {
        let (kind, cell) = (cell_type(position), cell_json(position));
        if column.path.is_empty() {
            return format!(
                "CASE {kind} WHEN 'OBJECT' THEN {} WHEN 'NULL' THEN NULL ELSE {} END",
                column.sql,
                cell_text(position)
            );
        }
        // Inside of JSON a value keeps its type where it stays.
        let old = format!("JSON_EXTRACT({}, {})", column.holder, json::quoted(&column.path));
        format!("JSON_EXTRACT(CASE {kind} WHEN 'OBJECT' THEN COALESCE({old}, 'null') ELSE {cell} END, '$')")
    }

    fn new_value(&self, sql: &mut Sql, column: &ColumnRef<'_>, replacement: &Replacement) {
        let inside = !column.path.is_empty();
        match replacement {
            Replacement::Constant(Value::Boolean(flag)) if inside => {
                sql.push(if *flag { "JSON_EXTRACT('true', '$')" } else { "JSON_EXTRACT('false', '$')" });
            }
            Replacement::Constant(value) if !(inside && value.is_null()) => {
                sql.bind(value.clone());
            }
            Replacement::Token => push_token(sql),
            Replacement::Prefix(length) => {
                let text = Family::of(column).text(&column.sql);
                let prefix = format!("LEFT({text}, {})", length.min(&(u32::MAX as usize)));
                sql.push(&if inside { json::from_text(&prefix) } else { prefix });
            }
            _ => {
                sql.push(if inside { "JSON_EXTRACT('null', '$')" } else { "NULL" });
            }
        }
    }

    fn json_open(&self, column: &ColumnRef<'_>, creates: bool) -> String {
        json::open(&column.holder, &column.path, creates)
    }

    fn json_close(&self, sql: &mut Sql, column: &ColumnRef<'_>, creates: bool, value: &dyn Fn(&mut Sql)) {
        json::close(sql, &column.holder, &column.path, creates, value);
    }

    /// Reals and bytes have other spellings here than in this crate.
    fn odd_for_prefix(&self, column: &ColumnRef<'_>) -> Option<String> {
        let is_odd = matches!(Family::of(column), Family::Real | Family::Bytes);
        is_odd.then(|| format!("{} IS NOT NULL", column.sql))
    }

    /// Zeros of the same length go to the same place.
    fn zeros(&self, column: &str) -> Option<String> {
        Some(format!("REPEAT(X'00', LENGTH({column}))"))
    }
}

/// A text of 32 hexadecimal digits, another one for each row. What makes it unguessable is a key of this statement's own,
/// and what makes it another one is drawn for each row.
fn push_token(sql: &mut Sql) {
    let mut key = [0; 32];
    match getrandom::fill(&mut key) {
        Ok(()) => {
            sql.push("LEFT(SHA2(CONCAT(").bind(Value::Text(hex(&key)));
            sql.push(", RAND(), RAND(), RAND(), UUID()), 256), 32)");
        }
        // Where this system has no randomness to give, the server's own.
        Err(_) => {
            sql.push("LOWER(HEX(RANDOM_BYTES(16)))");
        }
    }
}

/// That the column has the value at that position of a row that is written back.
fn is_named(column: &ColumnRef<'_>, position: usize) -> String {
    let family = Family::of(column);
    let cell = cell_text(position);
    let is_null = format!("({} = 'NULL' AND {} IS NULL)", cell_type(position), column.sql);
    let bytes = format!("UNHEX(JSON_UNQUOTE(JSON_EXTRACT(`{NEW}`.`r`, '$[{position}].x')))");
    let equal = match (&family, family.typed()) {
        (Family::Bytes, _) => format!("{} = {bytes}", column.sql),
        (Family::Integer, _) => format!("{} = CAST({cell} AS DECIMAL(20,0))", column.sql),
        (Family::Real, _) => format!("{} = CAST({cell} AS DOUBLE)", column.sql),
        (_, Some((before, behind))) if family.is_exact() => {
            format!("{} = {before}{cell}{behind}", column.sql)
        }
        (_, Some((before, behind))) => format!(
            "{} = {before}{cell}{behind} AND {} = CAST({cell} AS BINARY)",
            column.sql,
            family.bytes(&column.sql)
        ),
        (_, None) => format!("{} = CAST({cell} AS BINARY)", family.bytes(&column.sql)),
    };
    if column.column.is_some_and(|it| it.column.nullable) { format!("({is_null} OR {equal})") } else { equal }
}

fn cell_json(position: usize) -> String {
    format!("JSON_EXTRACT(`{NEW}`.`r`, '$[{position}]')")
}

fn cell_type(position: usize) -> String {
    format!("JSON_TYPE({})", cell_json(position))
}

fn cell_text(position: usize) -> String {
    format!("CONVERT(JSON_UNQUOTE({}) USING utf8mb4)", cell_json(position))
}

fn place_in_list(values: &[String], text: &str) -> Option<i64> {
    let place = values.iter().position(|value| value == text)?;
    i64::try_from(place + 1).ok()
}

fn bits(values: &[String], text: &str) -> Option<i64> {
    text.split(',').filter(|member| !member.is_empty()).try_fold(0, |sum, member| {
        let place = u32::try_from(values.iter().position(|value| value == member)?).ok()?;
        Some(sum | 1_i64.checked_shl(place)?)
    })
}

fn is_geometry(native: &str) -> bool {
    let name = native.split(' ').next().unwrap_or_default();
    matches!(
        name,
        "geometry"
            | "point"
            | "linestring"
            | "polygon"
            | "multipoint"
            | "multilinestring"
            | "multipolygon"
            | "geometrycollection"
            | "geomcollection"
            | "vector"
    )
}
