//! The store: objects are looked up, listed and erased, and nothing else is done to them.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Bound;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::SecondsFormat;
use futures_util::stream::{self, StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::{self, Path};
use object_store::prefix::PrefixStore;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt};

use super::failure::{failure, is_absent};
use super::listing::{self, Part};
use super::spelling::Spelling;
use crate::port::{
    Capabilities, Column, ColumnKind, Description, FieldMask, Key, Page, Place, Record, Schema, Selection,
    Store, StoreError, StoreErrorKind,
};
use crate::value::{Condition, Value};

/// How many calls are outstanding at a time, unless [`Objects::with_concurrency`] says otherwise.
const CALLS: usize = 32;
/// How many objects are counted at a time.
const COUNTED: usize = 1_000;
/// The fields of an object beside its key.
const SIZE: &str = "size";
const LAST_MODIFIED: &str = "last_modified";

/// Objects in a bucket, a container, a directory or memory; see the [module](super) for what is a record and how keys
/// are spelled. A clone is another handle on the same objects.
#[derive(Clone)]
pub struct Objects {
    store: Arc<dyn ObjectStore>,
    spelling: Spelling,
    calls: usize,
    is_ordered: bool,
    /// The local directory, where nothing outside of it may be reached through symbolic links.
    inside: Option<PathBuf>,
}

impl fmt::Debug for Objects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Objects").field("concurrency", &self.calls).finish_non_exhaustive()
    }
}

impl Objects {
    /// The objects of a store that the host has built.
    pub fn new(store: Arc<dyn ObjectStore>) -> Self {
        let spelling = Spelling::new(Spelling::MAX_IN_CLOUDS);
        Self { store, spelling, calls: CALLS, is_ordered: false, inside: None }
    }

    /// The files below a local directory: `file:///srv/media`, percent-encoded as URLs are.
    ///
    /// Folders that erasing leaves empty are removed too, since their names may say whose they were.
    ///
    /// # Errors
    /// Another kind of URL, which the host builds a store for and hands to [`Objects::new`]; no such directory.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        let refusal = |kind, detail: &str| StoreError::new(kind, "open the objects", detail);
        let directory = url::Url::parse(url)
            .ok()
            .filter(|parsed| {
                parsed.scheme() == "file" && parsed.query().is_none() && parsed.fragment().is_none()
            })
            // `file:media` would be read as `/media`, which is not what anybody means.
            .filter(|_| url.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("file:///")))
            .and_then(|url| url.to_file_path().ok())
            .ok_or_else(|| {
                refusal(
                    StoreErrorKind::Unsupported,
                    "only local directories have a URL here; write `file:///dir`",
                )
            })?;
        if !directory.is_dir() {
            return Err(refusal(
                StoreErrorKind::Missing,
                "there is no such directory; create it, or correct the path",
            ));
        }
        let inside = directory.canonicalize().map_err(|error| {
            refusal(StoreErrorKind::Unavailable, &format!("the directory cannot be read: {}", error.kind()))
        })?;
        let files = LocalFileSystem::new_with_prefix(directory)
            .map_err(|error| failure("open the objects", &error))?
            .with_automatic_cleanup(true);
        Ok(Self { spelling: Spelling::new(usize::MAX), inside: Some(inside), ..Self::new(Arc::new(files)) })
    }

    /// Only what lies below this folder of the store; keys are counted from there.
    #[must_use]
    pub fn with_root(mut self, root: Path) -> Self {
        self.inside = self.inside.map(|inside| inside.join(root.as_ref()));
        self.store = Arc::new(PrefixStore::new(self.store, root));
        self
    }

    /// Follows symbolic links in a local directory also where they lead out of it: the host has put all of them there, and
    /// what they lead to is the store's.
    #[must_use]
    pub fn with_links_followed(mut self) -> Self {
        self.inside = None;
        self
    }

    /// Says what rows write in front of every key, such as `s3://bucket/`. A value without it names no object.
    #[must_use]
    pub fn with_written_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.spelling = self.spelling.after(prefix.into());
        self
    }

    /// Says by what URL rows may name the objects, such as `https://bucket.s3.example/media` for the object `a.jpg` in
    /// `https://bucket.s3.example/media/a.jpg`, or `s3://bucket`; may be called for several. What follows the URL is read as
    /// it is and percent-decoded. A query behind it is not understood.
    #[must_use]
    pub fn with_url(mut self, url: &str) -> Self {
        self.spelling = self.spelling.reached_by(url);
        self
    }

    /// How many calls are outstanding at a time, at least 1. Erasing in bulk is bounded by the store itself.
    #[must_use]
    pub fn with_concurrency(mut self, calls: usize) -> Self {
        self.calls = calls.max(1);
        self
    }

    /// Says that the store lists objects in the order of their keys, byte for byte, as S3, Google Cloud Storage and Azure
    /// do, but not S3 directory buckets nor local directories. Then a page of a large folder is read without what follows.
    #[must_use]
    pub fn listed_in_order(mut self) -> Self {
        self.is_ordered = true;
        self
    }

    /// At most `limit` of the objects that match and come after `after`, in the order of their keys.
    async fn find(
        &self,
        asked: &Asked<'_>,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<ObjectMeta>, object_store::Error> {
        let after = after.and_then(|after| self.spelling.location(after));
        match &asked.what {
            What::Keys(keys) => {
                let from = after.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
                stream::iter(keys.range((from, Bound::Unbounded)).cloned())
                    .map(|location| async move {
                        self.stays_inside(&location)?;
                        self.look_up(&location).await
                    })
                    .buffered(self.calls)
                    .try_filter_map(|found| async move { Ok(found.filter(|object| asked.meets(object))) })
                    .take(limit)
                    .try_collect()
                    .await
            }
            What::Folders(folders) => {
                let part =
                    Part { after: after.as_ref(), limit, calls: self.calls, is_ordered: self.is_ordered };
                let found =
                    listing::page(self.store.as_ref(), folders.clone(), part, |object| asked.meets(object))
                        .await?;
                found.iter().try_for_each(|object| self.stays_inside(&object.location))?;
                Ok(found)
            }
        }
    }

    /// Refuses what a symbolic link on the way leads out of the directory.
    fn stays_inside(&self, location: &Path) -> Result<(), object_store::Error> {
        let Some(inside) = &self.inside else { return Ok(()) };
        let file = inside.join(location.as_ref());
        // Where there is no such folder there is no such file either, and looking it up will say so.
        let Some(Ok(folder)) = file.parent().map(std::path::Path::canonicalize) else { return Ok(()) };
        if inside.canonicalize().is_ok_and(|inside| folder.starts_with(inside)) {
            return Ok(());
        }
        let source = std::io::ErrorKind::PermissionDenied.into();
        Err(object_store::Error::InvalidPath { source: path::Error::Canonicalize { path: file, source } })
    }

    async fn look_up(&self, location: &Path) -> Result<Option<ObjectMeta>, object_store::Error> {
        match self.store.head(location).await {
            Ok(object) => Ok(Some(object)),
            Err(error) if is_absent(&error) || self.spelling.is_too_long(location) => Ok(None),
            // A directory keeps such names for uploads that are not finished, and has no object of any.
            Err(_) if names_an_upload(location) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Erases all of these, as far as the store lets it, and says how many went.
    async fn erase_all(&self, locations: Vec<Path>) -> Result<u64, StoreError> {
        let asked = locations.len();
        let mut answers = self.store.delete_stream(stream::iter(locations.into_iter().map(Ok)).boxed());
        let (mut erased, mut answered, mut first) = (0, 0, None);
        while let Some(answer) = answers.next().await {
            answered += 1;
            match answer {
                Ok(_) => erased += 1,
                Err(error) if is_absent(&error) => {}
                Err(error) => first = first.or(Some(error)),
            }
        }
        let context = || format!("erase {asked} objects, of which {erased} are gone");
        match first {
            Some(error) => Err(failure(context(), &error)),
            None if answered < asked => Err(StoreError::new(
                StoreErrorKind::Unavailable,
                context(),
                "the store ended its answer before it had come to all of them",
            )),
            None => Ok(erased),
        }
    }

    fn record(&self, place: &Place, fields: &[String], object: &ObjectMeta) -> Result<Record, StoreError> {
        let key = Value::from(self.spelling.written(&object.location));
        let values = fields
            .iter()
            .map(|field| {
                if place.key().contains(field) {
                    return Ok(key.clone());
                }
                value_of(object, field).ok_or_else(|| no_such_field(field))
            })
            .collect::<Result<_, _>>()?;
        Ok(Record { key: Key::new([key]), values })
    }

    /// What a selection asks for, or why that cannot be answered.
    fn asked<'p>(&self, place: &'p Place, selection: &Selection) -> Result<Asked<'p>, StoreError> {
        let key = key_of(place)?;
        for condition in place.conditions() {
            if condition.field() != key && !is_field(condition.field()) {
                return Err(no_such_field(condition.field()));
            }
        }
        let what = match selection {
            Selection::OneOf { fields, rows } if fields.as_slice() == place.key() => {
                let texts = rows.iter().filter_map(|row| row.first()?.to_text());
                let keys: BTreeSet<Path> = texts.filter_map(|text| self.spelling.location(&text)).collect();
                tracing::debug!(asked = rows.len(), keys = keys.len(), "objects are looked up");
                What::Keys(keys)
            }
            Selection::Below { field, prefixes } if field == key => {
                What::Folders(prefixes.iter().filter_map(|prefix| self.spelling.folder(prefix)).collect())
            }
            _ => {
                return Err(StoreError::new(
                    StoreErrorKind::Unsupported,
                    "find objects",
                    format!("objects are found by `{key}` or by what it lies below, and by nothing else"),
                ));
            }
        };
        Ok(Asked { what, key, only: place.conditions(), spelling: self.spelling.clone() })
    }
}

/// Whether a name ends as those of unfinished uploads do: `photo.jpg#1`.
fn names_an_upload(location: &Path) -> bool {
    let end = location.filename().and_then(|name| name.rsplit_once('#')).map(|(_, end)| end);
    end.is_some_and(|end| !end.is_empty() && end.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What a selection asks for.
struct Asked<'p> {
    what: What,
    key: &'p str,
    only: &'p [Condition],
    spelling: Spelling,
}

enum What {
    Keys(BTreeSet<Path>),
    Folders(Vec<Path>),
}

impl Asked<'_> {
    /// Whether an object meets the conditions of its place.
    fn meets(&self, object: &ObjectMeta) -> bool {
        self.only.iter().all(|condition| {
            let held = if condition.field() == self.key {
                Some(Value::from(self.spelling.written(&object.location)))
            } else {
                value_of(object, condition.field())
            };
            condition.is_met_by(&held.unwrap_or(Value::Null))
        })
    }
}

/// The one field that an object's key is.
fn key_of(place: &Place) -> Result<&str, StoreError> {
    match place.key() {
        [key] => Ok(key),
        _ => Err(StoreError::new(
            StoreErrorKind::Unsupported,
            "find objects",
            "an object is told from others by its key alone; name one field as `key`, or none",
        )),
    }
}

fn value_of(object: &ObjectMeta, field: &str) -> Option<Value> {
    match field {
        SIZE => Some(Value::Integer(i64::try_from(object.size).unwrap_or(i64::MAX))),
        LAST_MODIFIED => Some(Value::from(object.last_modified.to_rfc3339_opts(SecondsFormat::AutoSi, true))),
        _ => None,
    }
}

fn is_field(field: &str) -> bool {
    matches!(field, SIZE | LAST_MODIFIED)
}

fn no_such_field(field: &str) -> StoreError {
    StoreError::new(
        StoreErrorKind::Missing,
        "read objects",
        format!("an object has no field `{field}`; beside its key it has `{SIZE}` and `{LAST_MODIFIED}`"),
    )
}

/// A limit of none would never tell the caller that nothing is left.
fn at_least_one(limit: usize) -> Result<(), StoreError> {
    if limit > 0 {
        return Ok(());
    }
    Err(StoreError::new(StoreErrorKind::Other, "find objects", "the limit is 0; ask for at least 1 object"))
}

#[async_trait]
impl Store for Objects {
    fn capabilities(&self) -> Capabilities {
        Capabilities::MINIMAL.without_masks().with_folders()
    }

    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        let column = |name: &str, kind, declared: &str| Column {
            name: name.to_owned(),
            kind,
            declared: declared.to_owned(),
            is_generated: true,
            ..Column::default()
        };
        let key = key_of(place)?;
        let mut columns = vec![column(key, ColumnKind::Text { limit: None }, "object key")];
        let others = [(SIZE, ColumnKind::Integer, "bytes"), (LAST_MODIFIED, ColumnKind::Time, "instant")];
        columns.extend(
            others
                .into_iter()
                .filter(|(name, ..)| *name != key)
                .map(|(name, kind, words)| column(name, kind, words)),
        );
        let only_key = vec![vec![key.to_owned()]];
        Ok(Description::Table(Schema {
            columns,
            unique: only_key.clone(),
            indexes: only_key,
            ..Schema::default()
        }))
    }

    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        let asked = self.asked(place, selection)?;
        let mut count = 0;
        let mut after: Option<String> = None;
        loop {
            let found = self
                .find(&asked, after.as_deref(), COUNTED)
                .await
                .map_err(|error| failure("count objects", &error))?;
            count += found.len() as u64;
            match found.last() {
                Some(last) if found.len() == COUNTED => after = Some(self.spelling.written(&last.location)),
                _ => return Ok(count),
            }
        }
    }

    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        at_least_one(page.limit)?;
        let asked = self.asked(place, selection)?;
        let after = page.after.and_then(|key| key.values().first()).and_then(Value::as_text);
        let found =
            self.find(&asked, after, page.limit).await.map_err(|error| failure("look up objects", &error))?;
        found.iter().map(|object| self.record(place, fields, object)).collect()
    }

    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        at_least_one(limit)?;
        let asked = self.asked(place, selection)?;
        let found = self
            .find(&asked, None, limit)
            .await
            .map_err(|error| failure("look up objects to erase", &error))?;
        self.erase_all(found.into_iter().map(|object| object.location).collect()).await
    }

    async fn mask(&self, _: &Place, _: &[FieldMask], _: &Selection) -> Result<u64, StoreError> {
        Err(StoreError::new(
            StoreErrorKind::Unsupported,
            "mask objects",
            "an object cannot be masked, only kept or erased; its capabilities say so",
        ))
    }

    fn key_named(&self, name: &str) -> Option<String> {
        self.spelling.key_named(name)
    }

    fn names_of(&self, key: &str) -> Vec<String> {
        let names = self.spelling.location(key).map(|location| self.spelling.names(&location));
        names.unwrap_or_default().into_iter().chain([key.to_owned()]).collect()
    }
}
