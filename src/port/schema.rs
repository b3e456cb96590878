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
    /// Several values in one: an array, a set.
    List,
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
    /// By what the database compares it, where it takes texts for equal that differ in their bytes (`citext`, `NOCASE`, the
    /// name of a collation). Two columns that name the same are equal by the same rules.
    pub collation: Option<String>,
    /// Whether the store cannot follow a path into JSON here, although text could hold some.
    pub is_opaque: bool,
    /// Whether the database keeps values of other kinds here as well: in SQLite a type is a hint.
    pub is_loose: bool,
}

impl Column {
    /// Whether a path of names can lead to values inside of it.
    pub fn may_hold_json(&self) -> bool {
        match self.kind {
            ColumnKind::Json => true,
            ColumnKind::Text { .. } | ColumnKind::Other => !self.is_opaque,
            _ => false,
        }
    }
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

/// Something in other forms than a plain unique set that keeps two rows from being alike: a unique index over expressions,
/// over the beginnings of texts or over part of the rows, one that takes nulls for equal, an exclusion constraint.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Exclusion {
    /// Its name.
    pub name: String,
    /// The columns that it reads.
    pub columns: Vec<String>,
    /// Whether two nulls are alike to it.
    pub nulls_are_alike: bool,
}

/// Something that is done to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Its records are read.
    Read,
    /// Its records are masked, or let go of something.
    Change,
    /// Its records are erased.
    Erase,
}

/// What the database will refuse, as its catalogue says: a right that is missing, a table that is read only.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Refusal {
    /// What is refused.
    pub act: Act,
    /// The only column where it is; none for the whole table.
    pub column: Option<String>,
    /// Why, in words for people, without the names of roles.
    pub why: String,
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
    /// Sets of columns that are unique together over all rows behind the table's name, the primary key among them.
    pub unique: Vec<Vec<String>>,
    /// The columns of each index in their order, those behind primary keys and unique constraints among them.
    pub indexes: Vec<Vec<String>>,
    /// The foreign keys of all tables that refer to this one.
    pub referred_by: Vec<Reference>,
    /// What the database does by itself when a row of it changes.
    pub triggers: Vec<Trigger>,
    /// What else keeps two rows from being alike.
    pub exclusions: Vec<Exclusion>,
    /// What the database will refuse to whoever is connected.
    pub refusals: Vec<Refusal>,
    /// Whether policies of the database may hide rows from whoever is connected (row-level security).
    pub hides_rows: bool,
    /// Whether a statement that fails half-way leaves half of its work behind, as engines without transactions do.
    pub has_no_transactions: bool,
    /// Whether a cascade from here takes along rows that came while the statement ran, and that its conditions did not see.
    pub cascades_unseen: bool,
    /// Whether it is a copy of what other tables hold, with bytes of its own: a materialised view, a full-text table.
    pub is_copy: bool,
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
        self.column(name).is_some() || self.holder(name).is_some_and(Column::may_hold_json)
    }

    /// The column up to the first dot of a name that is no column's: what has to hold JSON if the rest is a path.
    pub fn holder(&self, name: &str) -> Option<&Column> {
        if self.column(name).is_some() {
            return None;
        }
        name.split_once('.').and_then(|(column, _)| self.column(column))
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
