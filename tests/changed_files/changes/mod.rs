//! What a deploy may change between two engines, and what is then to come of a request that was begun before.

pub mod holds;
pub mod links;
pub mod names;
pub mod policy;

use super::files::Files;
use super::rows::Rows;

/// A law that keeps records: the collection, the category that decides, the citation, the last day (empty: none).
pub type Law = (&'static str, &'static str, &'static str, &'static str);

/// By which law the invoices are kept unless a change says otherwise.
pub const BILLING: Law = ("invoices", "billing", "Some Act, s. 1", "2028-01-05");

/// A change of the files, and what may become of the request.
#[derive(Clone)]
pub struct Change {
    /// What the first engine's files have besides.
    pub first: fn(&mut Files),
    /// What the first engine leaves, from what the usual files leave.
    pub first_end: fn(&mut Rows),
    /// What the second engine's files have instead.
    pub edit: fn(&mut Files),
    /// What the second engine leaves, from what the usual files leave.
    pub end: fn(&mut Rows),
    /// By which laws the second engine keeps what it keeps.
    pub laws: &'static [Law],
    /// Whether both files say the same about everything there is.
    pub same_meaning: bool,
    /// Collections of which the second engine erases more, or less.
    pub concerns: &'static [&'static str],
    /// Collections that got another name: before, and now.
    pub renamed: &'static [(&'static str, &'static str)],
    /// Whether the request may stop until somebody says what became of a name.
    pub may_stop: bool,
    /// Whether the second engine cannot know by itself that the person is there.
    pub may_find_nothing: bool,
    /// Tables of which only what was written down before can say what is to be done.
    pub lost: &'static [&'static str],
    /// What is to be said after such a stop, where that helps as well as the files of before.
    pub mended: Option<fn(&mut Files)>,
    /// After how many days the backups have rotated.
    pub rotation: i64,
    /// Tables of which nothing may be erased or changed by the second engine, since they are held. The request goes on
    /// when that is over.
    pub held: &'static [&'static str],
    /// A table in which the second engine may do nothing that the first would not have done, without a new approval.
    pub unapproved: Option<&'static str>,
    /// Whether the second engine may ask for an approval that the request does not have.
    pub may_ask: bool,
    /// Whether the second engine dies on the way as well, and the files of before come back.
    pub and_back: bool,
}

impl Change {
    /// Files that say the same as before.
    pub fn same(edit: fn(&mut Files)) -> Self {
        Self {
            first: |_| {},
            first_end: |_| {},
            edit,
            end: |_| {},
            laws: &[BILLING],
            same_meaning: true,
            concerns: &[],
            renamed: &[],
            may_stop: false,
            may_find_nothing: false,
            lost: &[],
            mended: None,
            rotation: 10,
            held: &[],
            unapproved: None,
            may_ask: false,
            and_back: false,
        }
    }

    /// Files that say something else, and what they leave in the end.
    pub fn other(edit: fn(&mut Files), end: fn(&mut Rows)) -> Self {
        Self { end, same_meaning: false, ..Self::same(edit) }
    }

    pub fn first_files(&self) -> Files {
        let mut files = Files::before();
        (self.first)(&mut files);
        files
    }

    pub fn second_files(&self) -> Files {
        let mut files = self.first_files();
        (self.edit)(&mut files);
        files
    }

    /// What the first engine leaves if nothing disturbs it.
    pub fn first_rows(&self) -> Rows {
        let mut rows = Rows::erased();
        (self.first_end)(&mut rows);
        rows
    }

    /// What the second engine leaves if it is the only one.
    pub fn second_rows(&self) -> Rows {
        let mut rows = Rows::erased();
        (self.end)(&mut rows);
        rows
    }

    /// The name that a collection had before.
    pub fn name_before<'a>(&'a self, name: &'a str) -> &'a str {
        self.renamed.iter().find(|(_, now)| *now == name).map_or(name, |(before, _)| before)
    }
}
