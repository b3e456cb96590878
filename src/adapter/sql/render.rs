//! Turns selections into SQL.
//!
//! Knows what is the same in every dialect: scopes and aliases, and, or, not, null and links. How a dialect quotes,
//! binds and compares it asks a [`Dialect`]. Knows no driver and no connection.
//!
//! Selections are two-valued and SQL is three-valued. Parts that are joined by AND and OR alone may well be NULL in
//! between: the whole is TRUE exactly where the two-valued reading is. Only a NOT would turn a NULL into the wrong
//! result, so NOT is pushed down to the single comparisons, and there it is `IS NOT TRUE`.

use super::dialect::{Dialect, Elements};
use super::shape::{FieldIn, ShapeColumn};
use crate::port::{Place, Selection};
use crate::value::{Value, list_of};

/// Beyond this many, parts are joined as a balanced tree, so that no parser's limit on depth is met.
const FLAT_JOIN: usize = 32;

/// A statement, or a part of one, with the values that are bound to it.
#[derive(Debug, Default)]
pub(super) struct Sql {
    text: String,
    /// Each value with the place in the text where its parameter stands, in their order.
    binds: Vec<(usize, Value)>,
}

impl Sql {
    /// Starts a statement with `text`.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), binds: Vec::new() }
    }

    /// Goes on with this text, which must not be made of values.
    pub(super) fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Goes on with a parameter that has this value.
    pub(super) fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.binds.push((self.text.len(), value.into()));
        self
    }

    /// Goes on with a parameter that has this value.
    pub(super) fn push_bind(mut self, value: impl Into<Value>) -> Self {
        self.bind(value);
        self
    }

    /// Goes on with text and a parameter behind it.
    pub(super) fn with(mut self, text: &str, value: impl Into<Value>) -> Self {
        self.push(text).bind(value);
        self
    }

    /// The text with its parameters, each written as `placeholder` writes the one of that number, and the values in
    /// their order. The first parameter has number 1.
    pub(super) fn into_parts(self, placeholder: impl Fn(usize) -> String) -> (String, Vec<Value>) {
        let mut text = String::with_capacity(self.text.len() + 4 * self.binds.len());
        let mut values = Vec::with_capacity(self.binds.len());
        let mut from = 0;
        for (number, (at, value)) in (1..).zip(self.binds) {
            text.push_str(self.text.get(from..at).unwrap_or_default());
            text.push_str(&placeholder(number));
            values.push(value);
            from = at;
        }
        text.push_str(self.text.get(from..).unwrap_or_default());
        (text, values)
    }
}

/// A field of a table under its alias.
#[derive(Debug)]
pub(super) struct ColumnRef<'a> {
    /// The column that it is, or lies in; `None` where the table has none of that name, which the database will say.
    pub(super) column: Option<&'a ShapeColumn>,
    /// The table, as the place has it.
    pub(super) table: &'a str,
    /// How the statement refers to its value: always with the table's alias, so that it can be neither another table's
    /// column nor text.
    pub(super) sql: String,
    /// The column itself, or the one that holds the JSON in which the value lies.
    pub(super) holder: String,
    /// The names behind which it lies in a column of JSON; empty for a column of its own.
    pub(super) path: Vec<&'a str>,
}

impl ColumnRef<'_> {
    /// The type by which it compares; JSON is read as text, and its type is that of no column.
    #[cfg(any(feature = "sqlite", feature = "mysql"))]
    pub(super) fn native(&self) -> Option<&str> {
        self.column.filter(|_| self.path.is_empty()).map(|it| it.native.as_str())
    }
}

/// The path to an element inside of a list; no name is written so.
pub(super) const ELEMENT: &str = "[]";

/// The alias of rows that are written back.
pub(super) const NEW: &str = "new";
/// The alias of the table in which they are.
pub(super) const OLD: &str = "old";

/// A selection that says something that has no meaning, which only a defect in its maker can cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Malformed {
    /// The two sides of a comparison have different numbers of fields, or none.
    #[error(
        "the selection compares {left} fields with {right}; both sides need the same number, and at least one"
    )]
    Lengths {
        /// How many fields one side has.
        left: usize,
        /// How many the other has.
        right: usize,
    },
    /// What lies below a prefix is for stores of objects to evaluate.
    #[error("a database does not evaluate what lies below a prefix; its capabilities say so")]
    Folders,
    /// The elements of a list are compared one by one.
    #[error("the elements of a list are compared by themselves, beside no other field")]
    ListBeside,
    /// A list is a column of its own.
    #[error("a list inside of a document is not followed; name a column that holds a list")]
    ListInside,
}

/// A table under its alias, inside of which columns are named.
#[derive(Debug, Clone)]
pub(super) struct Scope<'a> {
    table: &'a str,
    alias: String,
    /// Evaluated once for every row of an outer table, so that only lookups are cheap here.
    per_row: bool,
    /// The text of an element of a list in it, where the statement is looking at one.
    element: Option<String>,
}

impl<'a> Scope<'a> {
    /// The place's table under an alias of the caller's, in a statement that no selection is part of.
    pub(super) fn named(place: &'a Place, alias: &str) -> Self {
        Self { table: place.table(), alias: alias.to_owned(), per_row: false, element: None }
    }

    /// The alias.
    pub(super) fn alias(&self) -> &str {
        &self.alias
    }
}

/// Renders the parts of one statement, giving every table an alias of its own.
#[derive(Debug)]
pub(super) struct Renderer<'d, D> {
    dialect: &'d D,
    aliases: usize,
    /// Whether the statement changes rows, so that what [`Selection::Held`] says of others has to stay true.
    changes: bool,
    /// Whether the part at hand stands inside of [`Selection::Held`].
    holds: bool,
}

impl<'d, D: Dialect> Renderer<'d, D> {
    /// Begins a statement.
    pub(super) fn new(dialect: &'d D) -> Self {
        Self { dialect, aliases: 0, changes: false, holds: false }
    }

    /// Begins a statement that changes rows, or that locks those that another one is about to change.
    pub(super) fn changing(dialect: &'d D) -> Self {
        Self { changes: true, ..Self::new(dialect) }
    }

    /// A fresh alias for the place's table.
    pub(super) fn scope<'a>(&mut self, place: &'a Place) -> Scope<'a> {
        let alias = format!("t{}", self.aliases);
        self.aliases += 1;
        Scope { table: place.table(), alias, per_row: false, element: None }
    }

    /// The place's table under its own name, where a statement takes no alias; no other table gets that name.
    #[cfg(feature = "mysql")]
    pub(super) fn unaliased<'a>(&mut self, place: &'a Place) -> Scope<'a> {
        let name = match self.dialect.shapes().of(place.table()) {
            Some(shape) => shape.name.clone(),
            None => place.table().rsplit('.').next().unwrap_or_default().to_owned(),
        };
        let number = name.get(1..).and_then(|number| number.parse::<usize>().ok());
        self.aliases = number.map_or(self.aliases, |number| number.saturating_add(1));
        Scope { table: place.table(), alias: name, per_row: false, element: None }
    }

    /// `"schema"."table"`, as the database itself spells them.
    pub(super) fn table(&self, table: &str) -> String {
        let (schema, name) = match self.dialect.shapes().of(table) {
            Some(shape) => (Some(shape.schema.as_str()), shape.name.as_str()),
            None => match table.split_once('.') {
                Some((schema, name)) => (Some(schema), name),
                None => (None, table),
            },
        };
        match schema.filter(|schema| !schema.is_empty()) {
            Some(schema) => format!("{}.{}", self.dialect.quote(schema), self.dialect.quote(name)),
            None => self.dialect.quote(name),
        }
    }

    /// `"schema"."table" AS "alias"`.
    pub(super) fn from(&self, scope: &Scope<'_>) -> String {
        format!("{} AS {}", self.table(scope.table), self.dialect.quote(&scope.alias))
    }

    /// A field in this scope.
    pub(super) fn column<'a>(&self, scope: &Scope<'a>, name: &'a str) -> ColumnRef<'a>
    where
        'd: 'a,
    {
        if let Some(element) = scope.element.as_ref().filter(|_| list_of(name).is_some()) {
            let (sql, holder) = (element.clone(), element.clone());
            return ColumnRef { column: None, table: scope.table, sql, holder, path: vec![ELEMENT] };
        }
        let under_alias =
            |name: &str| format!("{}.{}", self.dialect.quote(&scope.alias), self.dialect.quote(name));
        let field = self.dialect.shapes().of(scope.table).map_or(FieldIn::Unknown, |shape| shape.field(name));
        let (column, holder, path) = match field {
            FieldIn::Column(column) => (Some(column), under_alias(&column.column.name), Vec::new()),
            FieldIn::Json(column, path) => {
                (Some(column), under_alias(&column.column.name), path.split('.').collect())
            }
            FieldIn::Unknown => (None, under_alias(name), Vec::new()),
        };
        let sql = if path.is_empty() { holder.clone() } else { self.dialect.json_text(&holder, &path) };
        ColumnRef { column, table: scope.table, sql, holder, path }
    }

    /// Fields in this scope as they are compared, separated by commas.
    pub(super) fn list(&self, scope: &Scope<'_>, names: &[String]) -> String {
        let columns: Vec<_> = names.iter().map(|name| self.column(scope, name).sql).collect();
        columns.join(", ")
    }

    /// Fields in this scope as they are read, separated by commas.
    pub(super) fn read_list<'n>(
        &self,
        scope: &Scope<'_>,
        names: impl IntoIterator<Item = &'n String>,
    ) -> String {
        let columns: Vec<_> =
            names.into_iter().map(|name| self.dialect.selected(&self.column(scope, name))).collect();
        columns.join(", ")
    }

    /// The rows that belong to the place and match: what stands behind WHERE.
    pub(super) fn matches(
        &mut self,
        sql: &mut Sql,
        scope: &Scope<'_>,
        place: &Place,
        selection: &Selection,
    ) -> Result<(), Malformed> {
        for condition in place.conditions() {
            self.predicate(sql, scope, &Selection::meets(condition), true)?;
            sql.push(" AND ");
        }
        self.predicate(sql, scope, selection, true)
    }

    /// The selection, or where `positive` is false its opposite.
    fn predicate(
        &mut self,
        sql: &mut Sql,
        scope: &Scope<'_>,
        selection: &Selection,
        positive: bool,
    ) -> Result<(), Malformed> {
        if scope.element.is_none() && self.over_elements(sql, scope, selection, positive)? {
            return Ok(());
        }
        match selection {
            Selection::Everything => constant(sql, positive),
            Selection::Nothing => constant(sql, !positive),
            Selection::Null { field } => {
                sql.push(&self.column(scope, field).sql);
                sql.push(if positive { " IS NULL" } else { " IS NOT NULL" });
            }
            Selection::All(parts) => self.join(sql, scope, parts, positive, positive)?,
            Selection::Any(parts) => self.join(sql, scope, parts, positive, !positive)?,
            Selection::Not(inner) => self.predicate(sql, scope, inner, !positive)?,
            Selection::Held(inner) => {
                let outside = std::mem::replace(&mut self.holds, positive);
                self.predicate(sql, scope, inner, positive)?;
                self.holds = outside;
            }
            Selection::Linked { fields, to, to_fields, selection } => {
                if fields.is_empty() || fields.len() != to_fields.len() {
                    return Err(Malformed::Lengths { left: fields.len(), right: to_fields.len() });
                }
                self.linked(sql, scope, (fields, to, to_fields), selection, positive)?;
            }
            Selection::Exists { place, selection } => {
                let other = self.scope(place);
                sql.push(if positive { "EXISTS (SELECT 1 FROM " } else { "NOT EXISTS (SELECT 1 FROM " });
                sql.push(&self.from(&other)).push(" WHERE ");
                self.matches(sql, &other, place, selection)?;
                sql.push(self.lock(positive)).push(")");
            }
            Selection::Below { .. } => return Err(Malformed::Folders),
            _ if positive => self.comparison(sql, scope, selection)?,
            _ => {
                sql.push("(");
                self.comparison(sql, scope, selection)?;
                sql.push(") IS NOT TRUE");
            }
        }
        Ok(())
    }

    /// What a selection says of the elements of a list in this scope; false where it says nothing of the kind.
    fn over_elements(
        &mut self,
        sql: &mut Sql,
        scope: &Scope<'_>,
        selection: &Selection,
        positive: bool,
    ) -> Result<bool, Malformed> {
        let fields = match selection {
            Selection::OneOf { fields, .. } | Selection::Linked { fields, .. } => fields.as_slice(),
            Selection::Null { field } | Selection::Unreadable { field } => std::slice::from_ref(field),
            _ => return Ok(false),
        };
        let Some(list) = one_list(fields)? else { return Ok(false) };
        if let Selection::Unreadable { .. } = selection {
            let list = self.column(scope, list);
            sql.push(if positive { "(" } else { "NOT (" });
            sql.push(&self.dialect.holds_no_list(&list)).push(")");
            return Ok(true);
        }
        let is_null = matches!(selection, Selection::Null { .. });
        let Elements { from, text } = self.elements(scope, list)?;
        sql.push(if positive == is_null { "NOT EXISTS (" } else { "EXISTS (" });
        sql.push("SELECT 1 FROM ").push(&from).push(" WHERE ");
        if is_null {
            sql.push(&text).push(" IS NOT NULL)");
            return Ok(true);
        }
        // Of the opposite, each element is looked up by itself.
        let per_row = scope.per_row || !positive;
        let element = Scope { element: Some(text), per_row, ..scope.clone() };
        self.predicate(sql, &element, selection, true)?;
        sql.push(")");
        Ok(true)
    }

    /// The elements of the list in a field.
    fn elements(&mut self, scope: &Scope<'_>, list: &str) -> Result<Elements, Malformed> {
        let alias = format!("e{}", self.aliases);
        self.aliases += 1;
        let column = self.column(scope, list);
        if column.path.is_empty() {
            Ok(self.dialect.elements(&column, &alias))
        } else {
            Err(Malformed::ListInside)
        }
    }

    /// All of the parts, or at least one of them; each part itself in the given polarity.
    fn join(
        &mut self,
        sql: &mut Sql,
        scope: &Scope<'_>,
        parts: &[Selection],
        positive: bool,
        all: bool,
    ) -> Result<(), Malformed> {
        match parts {
            [] => constant(sql, all),
            [only] => self.predicate(sql, scope, only, positive)?,
            parts => {
                let operator = if all { " AND " } else { " OR " };
                sql.push("(");
                if parts.len() > FLAT_JOIN {
                    let (left, right) = parts.split_at(parts.len() / 2);
                    self.join(sql, scope, left, positive, all)?;
                    sql.push(operator);
                    self.join(sql, scope, right, positive, all)?;
                } else {
                    for (index, part) in parts.iter().enumerate() {
                        if index > 0 {
                            sql.push(operator);
                        }
                        self.predicate(sql, scope, part, positive)?;
                    }
                }
                sql.push(")");
            }
        }
        Ok(())
    }

    /// A comparison of this row's own fields with values.
    fn comparison(
        &mut self,
        sql: &mut Sql,
        scope: &Scope<'_>,
        selection: &Selection,
    ) -> Result<(), Malformed> {
        match selection {
            Selection::OneOf { fields, rows } => {
                if let Some(wrong) = rows.iter().find(|row| row.is_empty() || row.len() != fields.len()) {
                    return Err(Malformed::Lengths { left: fields.len(), right: wrong.len() });
                }
                if rows.is_empty() {
                    constant(sql, false);
                    return Ok(());
                }
                let columns: Vec<_> = fields.iter().map(|field| self.column(scope, field)).collect();
                self.dialect.one_of(sql, &columns, rows);
            }
            Selection::Before { field, form, instant } => {
                self.dialect.before(sql, &self.column(scope, field), *form, *instant);
            }
            Selection::EmailIs { field, addresses } if !addresses.is_empty() => {
                self.dialect.email_is(sql, &self.column(scope, field), addresses);
            }
            Selection::NumberIs { field, digits } if !digits.is_empty() => {
                self.dialect.number_is(sql, &self.column(scope, field), digits);
            }
            Selection::MayHold { field, traces } if !traces.is_empty() => {
                self.dialect.may_hold(sql, &self.column(scope, field), traces);
            }
            // Every text begins with nothing, and has it in it.
            Selection::Affix { field, text, .. } | Selection::Contains { field, text } if text.is_empty() => {
                sql.push(&self.column(scope, field).sql).push(" IS NOT NULL");
            }
            Selection::Affix { field, side, text } => {
                self.dialect.affix(sql, &self.column(scope, field), *side, text);
            }
            Selection::Contains { field, text } => {
                self.dialect.contains(sql, &self.column(scope, field), text);
            }
            Selection::Unreadable { field } => {
                let column = self.column(scope, field);
                if column.path.is_empty() {
                    constant(sql, false);
                } else {
                    sql.push(&self.dialect.unreadable(&column));
                }
            }
            // No addresses, no numbers: nothing is one of them. The rest is not a comparison and never comes here.
            _ => constant(sql, false),
        }
        Ok(())
    }

    /// A link, in the way that costs least where it stands.
    ///
    /// Asked of a whole table, a link is driven from the other side: the few records that match there, and then this
    /// table's index on the link. Its opposite, and any link that is asked row by row, is a lookup in the other table
    /// for each row, if that table has an index for it.
    fn linked(
        &mut self,
        sql: &mut Sql,
        scope: &Scope<'_>,
        (fields, to, to_fields): (&[String], &Place, &[String]),
        selection: &Selection,
        positive: bool,
    ) -> Result<(), Malformed> {
        let mut other = self.scope(to);
        let mut far_end = other.clone();
        let mut from_other = self.from(&other);
        if let Some(list) = one_list(to_fields)? {
            let Elements { from, text } = self.elements(&other, list)?;
            from_other = format!("{from_other}, {from}");
            far_end.element = Some(text);
        }
        let pairs: Vec<_> = fields
            .iter()
            .zip(to_fields)
            .map(|(from, to)| (self.column(scope, from), self.column(&far_end, to)))
            .collect();
        let lookup = (!positive || scope.per_row) && self.dialect.finds(&pairs);
        if lookup {
            other.per_row = true;
            sql.push(if positive { "EXISTS (" } else { "NOT EXISTS (" });
            sql.push("SELECT 1 FROM ").push(&from_other).push(" WHERE ");
            for (from, to) in &pairs {
                sql.push(&self.dialect.link_equal(from, to)).push(" AND ");
            }
            self.matches(sql, &other, to, selection)?;
            sql.push(self.lock(positive)).push(")");
            return Ok(());
        }
        if !positive {
            sql.push("(");
        }
        let from: Vec<_> = pairs.iter().flat_map(|(from, to)| self.dialect.link_from(from, to)).collect();
        let (selected, filters): (Vec<_>, Vec<_>) =
            pairs.iter().map(|(from, to)| self.dialect.link_in(from, to)).unzip();
        let one = from.len() == 1;
        sql.push(if one { "" } else { "(" });
        sql.push(&from.join(", "));
        sql.push(if one { " IN (SELECT " } else { ") IN (SELECT " });
        sql.push(&selected.join(", "));
        sql.push(" FROM ").push(&from_other).push(" WHERE ");
        for filter in filters.iter().flatten() {
            sql.push(filter).push(" AND ");
        }
        self.matches(sql, &other, to, selection)?;
        sql.push(self.lock(positive));
        sql.push(if positive { ")" } else { ")) IS NOT TRUE" });
        Ok(())
    }

    /// What keeps the rows that a link finds as they are until the statement is done.
    fn lock(&self, positive: bool) -> &'static str {
        if positive && self.holds && self.changes { D::HELD } else { "" }
    }
}

/// The list whose elements stand at one end of a comparison; `None` where fields do.
fn one_list(fields: &[String]) -> Result<Option<&str>, Malformed> {
    match fields {
        [field] => Ok(list_of(field)),
        fields if fields.iter().any(|field| list_of(field).is_some()) => Err(Malformed::ListBeside),
        _ => Ok(None),
    }
}

fn constant(sql: &mut Sql, truth: bool) {
    sql.push(if truth { "TRUE" } else { "FALSE" });
}
