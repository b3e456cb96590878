//! The shape of a table as the database itself has it.

/// What a store knows of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Description {
    /// The table is there, and looks like this.
    Table(Schema),
    /// There is no such table.
    Missing,
    /// The store has no schema to tell of (documents, a REST API).
    Unknown,
}

/// What a column can hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ColumnKind {
    /// Text, of at most so many characters where the database limits it.
    Text {
        /// The limit in characters.
        limit: Option<u32>,
    },
    /// Whole numbers.
    Integer,
    /// Numbers with a fraction, decimals included.
    Real,
    /// True and false.
    Boolean,
    /// Bytes.
    Bytes,
    /// An instant, a day or a time of day.
    Time,
    /// A UUID.
    Uuid,
    /// JSON.
    Json,
    /// One text of a list that the database keeps (an enumeration).
    Choice {
        /// The list.
        values: Vec<String>,
    },
    /// A type that this list does not have, or none at all: what fits is only known when it is tried.
    #[default]
    Other,
}

/// One column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it can hold.
    pub kind: ColumnKind,
    /// Whether it may be null.
    pub nullable: bool,
    /// Its type in the database's own words, for people; empty where there are none.
    pub declared: String,
    /// Whether the database works its value out itself, so that nothing can be written to it.
    pub is_generated: bool,
}

/// What a database does with a referring row when the row that it refers to is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OnDelete {
    /// The erasure fails.
    Refuse,
    /// The referring row is erased as well.
    Cascade,
    /// The referring columns become null or their default.
    LetGo,
}

/// A foreign key of some table that refers to this one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The referring table.
    pub table: String,
    /// Its referring columns.
    pub columns: Vec<String>,
    /// The columns of this table that they refer to, in the same order.
    pub to_columns: Vec<String>,
    /// What happens to the referring row when the row here is erased.
    pub on_delete: OnDelete,
}

/// Something that the database does by itself when a row changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Trigger {
    /// Its name.
    pub name: String,
    /// Whether it acts when a row is erased.
    pub on_delete: bool,
    /// Whether it acts when a row is masked.
    pub on_update: bool,
}

/// A table of a store, as the database's catalogue has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name; `schema.table` where it does not lie in the schema that is looked at first.
    pub name: String,
    /// Its shape.
    pub schema: Schema,
    /// About how many rows it has, where the database knows that without counting.
    pub rows: Option<u64>,
    /// Whether it is a view, in which nothing lies.
    pub is_view: bool,
}

/// The shape of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schema {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Sets of columns that are unique together, the primary key among them.
    pub unique: Vec<Vec<String>>,
    /// The columns of each index in their order, those behind primary keys and unique constraints among them.
    pub indexes: Vec<Vec<String>>,
    /// The foreign keys of all tables that refer to this one.
    pub referred_by: Vec<Reference>,
    /// What the database does by itself when a row of it changes.
    pub triggers: Vec<Trigger>,
}

impl Column {
    /// Whether free text may stand in it.
    pub fn holds_text(&self) -> bool {
        matches!(self.kind, ColumnKind::Text { .. } | ColumnKind::Json | ColumnKind::Other)
    }
}

impl Schema {
    /// The column of that name; names compare without regard to ASCII case, as SQL's do.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name))
    }

    /// Whether there is a column of that name, or a column of that name up to its first dot that may hold JSON, in which
    /// the rest of the name is a path.
    pub fn has_field(&self, name: &str) -> bool {
        let may_hold_json = |column: &Column| {
            matches!(column.kind, ColumnKind::Json | ColumnKind::Text { .. } | ColumnKind::Other)
        };
        let inside = || name.split_once('.').and_then(|(column, _)| self.column(column));
        self.column(name).is_some() || inside().is_some_and(may_hold_json)
    }

    /// Whether these columns tell rows apart: some unique set lies within them.
    pub fn tells_apart(&self, columns: &[String]) -> bool {
        self.unique.iter().any(|set| {
            !set.is_empty()
                && set.iter().all(|name| columns.iter().any(|column| column.eq_ignore_ascii_case(name)))
        })
    }

    /// Whether an index starts with one of these columns, so that looking up all of them need not read the table.
    pub fn has_index_for(&self, columns: &[String]) -> bool {
        self.indexes.iter().any(|index| {
            index.first().is_some_and(|first| columns.iter().any(|column| column.eq_ignore_ascii_case(first)))
        })
    }
}
