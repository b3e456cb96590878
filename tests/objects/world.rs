//! A small CRM in memory whose media lie in an object store that can be made to fail, and that counts its calls.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use futures_util::stream::{self, BoxStream};
use futures_util::{FutureExt, StreamExt};
use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::adapter::objects::Objects;
use oubliette::adapter::objects::object_store::memory::InMemory;
use oubliette::adapter::objects::object_store::path::Path;
use oubliette::adapter::objects::object_store::{
    CopyOptions, Error, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    ObjectStoreExt, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineBuilder, Idempotency, Report};
use oubliette::identifier::Identifier;
use oubliette::policy::{Channel, Policy};
use oubliette::port::{FieldMask, ManualClock, MasterKey, Place, Replacement, Selection, Store};
use oubliette::request::Request;
use oubliette::value::Value;

pub const POLICY: &str = r#"
name = "Test"
version = "1"
[channels.operator]
[[category]]
id = "contacts"
on_erasure = "erase"
[[category]]
id = "conversations"
on_erasure = "erase"
[[category]]
id = "traces"
on_erasure = "anonymize"
[[category]]
id = "billing"
on_erasure = "retain"
retain = [{ ground = "tax_law", citation = "s. 1", period = "10 years", start = "issued" }]
"#;

pub const STORES: &str = r#"
[stores.crm]
kind = "sql"
[stores.media]
kind = "objects"
"#;

pub const CONTACTS: &str = r#"
[[collection]]
name = "contacts"
key = "id"
category = "contacts"
subject = "contact"
identifiers = { handle = "handle" }
"#;

pub const ATTACHMENTS: &str = r#"
[[collection]]
name = "attachments"
key = "id"
category = "conversations"
owned_by = [{ field = "contact_id", of = "contacts" }]
"#;

/// As the design writes it: no key, no `clear`.
pub const MEDIA: &str = r#"
[[collection]]
name = "media"
store = "media"
category = "conversations"
owned_by = [{ field = "key", of = "attachments.object_key" }]
"#;

pub fn now() -> DateTime<Utc> {
    "2026-11-21T00:00:00Z".parse().unwrap()
}

/// Where the objects lie, as the engine says it.
pub fn place() -> Place {
    Place::new("media", ["key".to_owned()], Vec::new())
}

/// Objects in memory, behind a store that can fail, and that knows how many of its calls were outstanding at most.
#[derive(Debug, Clone, Default)]
pub struct Bucket {
    objects: Arc<InMemory>,
    stuck: Arc<Mutex<BTreeSet<String>>>,
    blind: Arc<Mutex<BTreeSet<String>>>,
    outstanding: Arc<AtomicUsize>,
    pub peak: Arc<AtomicUsize>,
    pub erasures: Arc<AtomicUsize>,
    pub lists: Arc<AtomicUsize>,
}

impl Bucket {
    pub async fn put(&self, key: &str) {
        self.objects.put(&Path::parse(key).unwrap(), PutPayload::from_static(b"picture")).await.unwrap();
    }

    /// Takes an object away behind everybody's back.
    pub async fn lose(&self, key: &str) {
        self.objects.delete(&Path::parse(key).unwrap()).await.unwrap();
    }

    pub async fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> =
            self.objects.list(None).map(|it| it.unwrap().location.to_string()).collect().await;
        keys.sort();
        keys
    }

    /// Objects that cannot be erased from now on; none again to mend it.
    pub fn stick(&self, keys: &[&str]) {
        *self.stuck.lock().unwrap() = keys.iter().map(ToString::to_string).collect();
    }

    /// Objects that cannot be looked up from now on.
    pub fn hide(&self, keys: &[&str]) {
        *self.blind.lock().unwrap() = keys.iter().map(ToString::to_string).collect();
    }

    pub fn store(&self) -> Objects {
        Objects::new(Arc::new(self.clone()))
    }

    /// The same objects, answered at once.
    pub fn prompt(&self) -> Objects {
        Objects::new(Arc::clone(&self.objects) as _)
    }

    fn enter(&self) {
        let outstanding = self.outstanding.fetch_add(1, Ordering::SeqCst) + 1;
        self.peak.fetch_max(outstanding, Ordering::SeqCst);
    }

    fn leave(&self) {
        self.outstanding.fetch_sub(1, Ordering::SeqCst);
    }
}

fn out_of_reach(location: &Path) -> Error {
    Error::Generic { store: "Bucket", source: format!("cannot reach {location}").into() }
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bucket")
    }
}

#[async_trait]
impl ObjectStore for Bucket {
    async fn put_opts(&self, location: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult> {
        self.objects.put_opts(location, payload, options).await
    }
    async fn put_multipart_opts(
        &self,
        location: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.objects.put_multipart_opts(location, options).await
    }
    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        assert!(options.head, "the content of an object is nobody's business");
        self.enter();
        let is_blind = self.blind.lock().unwrap().contains(location.as_ref());
        if tokio::runtime::Handle::try_current().is_ok() {
            tokio::task::yield_now().await;
        }
        self.leave();
        if is_blind { Err(out_of_reach(location)) } else { self.objects.get_opts(location, options).await }
    }
    fn delete_stream(&self, locations: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        self.erasures.fetch_add(1, Ordering::SeqCst);
        let (objects, stuck) = (Arc::clone(&self.objects), Arc::clone(&self.stuck));
        locations
            .then(move |location| {
                let (objects, stuck) = (Arc::clone(&objects), Arc::clone(&stuck));
                async move {
                    let location = location?;
                    if stuck.lock().unwrap().contains(location.as_ref()) {
                        return Err(out_of_reach(&location));
                    }
                    objects.delete(&location).await?;
                    Ok(location)
                }
            })
            .boxed()
    }
    /// In an order of its own, since stores need not list in the order of keys.
    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.lists.fetch_add(1, Ordering::SeqCst);
        let all = self.objects.list(prefix).enumerate().collect::<Vec<_>>();
        let shuffled = all.map(|all| {
            let (even, odd): (Vec<_>, Vec<_>) = all.into_iter().partition(|(index, _)| index % 2 == 0);
            stream::iter(odd.into_iter().rev().chain(even).map(|(_, object)| object))
        });
        stream::once(shuffled).flatten().boxed()
    }
    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.objects.list_with_delimiter(prefix).await
    }
    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.objects.copy_opts(from, to, options).await
    }
}

pub struct World {
    pub policy: Policy,
    pub map: DataMap,
    pub crm: MemoryStore,
    pub bucket: Bucket,
    pub ledger: MemoryLedger,
    pub clock: Arc<ManualClock>,
}

impl World {
    /// A world of these collections, all but `media` in tables with the key `id`.
    pub fn new(collections: &[&str]) -> Self {
        let map = DataMap::from_toml(&[&[STORES], collections].concat().concat()).unwrap();
        let tables = map.collections().iter().filter(|it| it.name() != "media");
        let crm = tables.fold(MemoryStore::new(), |crm, table| crm.with_table(table.name(), ["id"]));
        Self {
            policy: Policy::from_toml(POLICY).unwrap(),
            map,
            crm,
            bucket: Bucket::default(),
            ledger: MemoryLedger::new(),
            clock: Arc::new(ManualClock::new(now())),
        }
    }

    /// The world of the design's example, with Ana and Ben in it.
    pub fn with_attachments() -> Self {
        let world = Self::new(&[CONTACTS, ATTACHMENTS, MEDIA]);
        world.insert("contacts", &[("id", 1.into()), ("handle", "ana".into())]);
        world.insert("contacts", &[("id", 2.into()), ("handle", "ben".into())]);
        world
    }

    pub fn insert(&self, table: &str, row: &[(&str, Value)]) {
        self.crm
            .insert(table, row.iter().map(|(field, value)| ((*field).to_owned(), value.clone())))
            .unwrap();
    }

    /// A row that shows an object.
    pub fn attach(&self, id: i32, contact: i32, key: &str) {
        self.insert(
            "attachments",
            &[("id", id.into()), ("contact_id", contact.into()), ("object_key", key.into())],
        );
    }

    /// The row shows another object from now on.
    pub async fn name_otherwise(&self, id: i32, key: &str) {
        let table = Place::new("attachments", ["id".to_owned()], Vec::new());
        let mask = FieldMask { field: "object_key".to_owned(), with: Replacement::Constant(key.into()) };
        self.crm.mask(&table, &[mask], &Selection::one_of("id", [id.into()])).await.unwrap();
    }

    pub fn ids(&self, table: &str) -> Vec<String> {
        self.crm.rows(table).iter().map(|row| row["id"].to_text().unwrap()).collect()
    }

    pub fn builder(&self) -> EngineBuilder {
        Engine::builder(self.policy.clone(), self.map.clone())
            .with_store("crm", self.crm.clone())
            .with_store("media", self.bucket.store())
            .with_ledger(self.ledger.clone())
            .with_keys(MasterKey::new([7; 32]))
            .with_clock(self.clock.clone())
            .with_batch_size(2)
    }

    pub async fn try_erase(
        &self,
        handle: &str,
    ) -> std::result::Result<Report, oubliette::engine::EngineError> {
        let engine = self.builder().build().await?;
        let ticket = engine.open(&request(handle), &Idempotency::WhileOpen).await?;
        engine.run(ticket.id).await
    }

    pub async fn erase(&self, handle: &str) -> Report {
        self.try_erase(handle).await.unwrap()
    }
}

pub fn request(handle: &str) -> Request {
    Request::builder(Channel::Operator)
        .with_identifier(Identifier::parse_pair(&format!("handle={handle}"), None).unwrap())
        .build()
        .unwrap()
}
