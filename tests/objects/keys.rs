//! A key names exactly the object that has it, or nothing: in memory, and in a local directory that has an outside.

use std::path::PathBuf;
use std::sync::Arc;

use oubliette::adapter::objects::Objects;
use oubliette::adapter::objects::object_store::memory::InMemory;
use oubliette::adapter::objects::object_store::path::Path;
use oubliette::adapter::objects::object_store::{ObjectStoreExt, PutPayload};
use oubliette::port::{Key, Page, Place, Selection, Store, StoreErrorKind};
use oubliette::value::{Condition, Value};

use super::world::{Bucket, place};

/// A directory of its own, gone at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("oubliette-objects-{name}-{}", std::process::id()));
        std::fs::create_dir_all(path.join("store")).unwrap();
        Self(path)
    }

    fn write(&self, path: &str) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "picture").unwrap();
    }

    fn has(&self, path: &str) -> bool {
        self.0.join(path).exists()
    }

    fn open(&self) -> Objects {
        let url = url::Url::from_directory_path(self.0.join("store")).unwrap();
        Objects::open(url.as_str()).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

fn named(keys: &[&str]) -> Selection {
    Selection::one_of("key", keys.iter().map(|key| Value::from(*key)))
}

async fn read(store: &Objects, selection: &Selection) -> Vec<String> {
    let page = Page { after: None, limit: 100 };
    let records = store.read(&place(), &["key".to_owned()], selection, page).await.unwrap();
    records.iter().map(|record| record.values[0].to_text().unwrap()).collect()
}

const HOSTILE: [&str; 22] = [
    "",
    "/",
    "//",
    ".",
    "..",
    "../outside",
    "a/../../outside",
    "a/..",
    "./a",
    "/etc/passwd",
    "/outside",
    "a/",
    "/a",
    "a//b",
    "s3://bucket/a",
    "https://example.com/a",
    "file:///etc/passwd",
    "a\0",
    "a\n",
    "%2e%2e/outside",
    "..%2Foutside",
    "a/b\0/../../outside",
];

#[tokio::test]
async fn hostile_keys_name_nothing_in_memory() {
    let bucket = Bucket::default();
    for key in ["a", "a/b", "outside", "etc/passwd"] {
        bucket.put(key).await;
    }
    let before = bucket.keys().await;
    let long = "x/".repeat(5_000) + "x";
    for key in HOSTILE.into_iter().chain([long.as_str()]) {
        assert_eq!(bucket.store().erase(&place(), &named(&[key]), 10).await.unwrap(), 0, "{key:?}");
    }
    assert_eq!(bucket.keys().await, before);
}

#[tokio::test]
async fn hostile_keys_name_nothing_in_a_directory_and_nothing_outside_of_it() {
    let scratch = Scratch::new("hostile");
    for file in ["outside", "store/a", "store/b/c"] {
        scratch.write(file);
    }
    let store = scratch.open();
    let (segment, path) = ("x".repeat(300), "x/".repeat(5_000) + "x");
    let more = ["b", "b/", "a/through/a/file", segment.as_str(), path.as_str()];
    for key in HOSTILE.into_iter().chain(more) {
        let erased = store.erase(&place(), &named(&[key]), 10).await;
        assert_eq!(erased.unwrap_or_else(|error| panic!("{key:?}: {error}")), 0, "{key:?}");
    }
    for file in ["outside", "store/a", "store/b/c"] {
        assert!(scratch.has(file), "{file}");
    }
    assert_eq!(store.erase(&place(), &named(&["a", "b/c"]), 10).await.unwrap(), 2);
    assert!(!scratch.has("store/b"), "a folder left empty goes too");
    assert!(scratch.has("store") && scratch.has("outside"));
}

#[tokio::test]
async fn odd_keys_name_the_very_object_that_has_them() {
    let odd = [
        "a b",
        "a%20b",
        "é/ü (1).jpg",
        "e\u{301}x",
        "\u{e9}x",
        "%2E%2E",
        "…",
        "a+b",
        "a&b=c?d",
        "*",
        "~",
        "'\"",
        "a\\b",
    ];
    let scratch = Scratch::new("odd");
    let bucket = Bucket::default();
    for key in odd {
        scratch.write(&format!("store/{key}"));
        bucket.put(key).await;
    }
    for store in [scratch.open(), bucket.store()] {
        for key in odd {
            assert_eq!(read(&store, &named(&[key])).await, [key]);
        }
        for (index, key) in odd.iter().enumerate() {
            assert_eq!(store.erase(&place(), &named(&[key]), 10).await.unwrap(), 1, "{key}");
            assert_eq!(store.count(&place(), &named(&odd)).await.unwrap(), (odd.len() - index - 1) as u64);
        }
    }
}

#[tokio::test]
async fn numbers_name_the_objects_that_are_called_so() {
    let bucket = Bucket::default();
    bucket.put("7").await;
    let seven = Selection::one_of("key", [Value::Integer(7), Value::Null, Value::Bytes(vec![0xff])]);
    assert_eq!(bucket.store().count(&place(), &seven).await.unwrap(), 1);
}

#[tokio::test]
async fn pages_go_by_key_and_lose_nothing() {
    let bucket = Bucket::default();
    let keys = ["a", "a/b", "a.b", "b", "é", "z"];
    for key in keys {
        bucket.put(key).await;
    }
    let asked = [&keys[..], &["a", "lost", "also lost"]].concat();
    let (mut after, mut found): (Option<Key>, Vec<String>) = (None, Vec::new());
    loop {
        let page = Page { after: after.as_ref(), limit: 2 };
        let records = bucket.store().read(&place(), &["key".to_owned()], &named(&asked), page).await.unwrap();
        found.extend(records.iter().map(|it| it.values[0].to_text().unwrap()));
        after = records.last().map(|it| it.key.clone());
        if records.len() < 2 {
            break;
        }
    }
    let mut sorted = keys.map(str::to_owned);
    sorted.sort();
    assert_eq!(found, sorted);
}

#[tokio::test]
async fn size_and_day_can_be_read_and_other_fields_are_refused() {
    let bucket = Bucket::default();
    bucket.put("a").await;
    let place = Place::new("media", ["object_key".to_owned()], Vec::new());
    let a = Selection::one_of("object_key", ["a".into()]);
    let page = Page { after: None, limit: 10 };
    let fields = ["last_modified", "object_key", "size"].map(str::to_owned);
    let records = bucket.store().read(&place, &fields, &a, page).await.unwrap();
    let moment = oubliette::value::instant_of(&records[0].values[0], oubliette::value::EventForm::Timestamp);
    assert!(moment.is_some());
    assert_eq!(records[0].values[1..], ["a".into(), Value::Integer(7)]);
    let error = bucket.store().read(&place, &["owner".to_owned()], &a, page).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Missing);
    for (size, count) in [(7, 1), (8, 0)] {
        let only = vec![Condition::new("size", [size.into()])];
        let place = Place::new("media", ["object_key".to_owned()], only);
        assert_eq!(bucket.store().count(&place, &a).await.unwrap(), count);
    }
}

#[tokio::test]
async fn a_root_and_what_rows_write_in_front_are_no_part_of_the_key() {
    let objects = Arc::new(InMemory::new());
    for key in ["tenant/a", "tenant/x/1", "tenant/x/2", "a", "x/3", "other/a"] {
        objects.put(&Path::parse(key).unwrap(), PutPayload::from_static(b"x")).await.unwrap();
    }
    let store = Objects::new(Arc::clone(&objects) as _)
        .with_root(Path::parse("tenant").unwrap())
        .with_written_prefix("s3://bucket/");
    let asked = named(&["s3://bucket/a", "a", "s3://bucket/../a", "s3://bucket/tenant/a"]);
    assert_eq!(read(&store, &asked).await, ["s3://bucket/a"]);
    let below =
        Selection::Below { field: "key".to_owned(), prefixes: Arc::new(vec!["s3://bucket/".to_owned()]) };
    assert_eq!(store.count(&place(), &below).await.unwrap(), 0, "the whole store is no folder");
    let below = Selection::Below {
        field: "key".to_owned(),
        prefixes: Arc::new(vec!["s3://bucket/x/".to_owned(), "x/".to_owned()]),
    };
    let first = store.read(&place(), &[], &below, Page { after: None, limit: 1 }).await.unwrap();
    assert_eq!(first[0].key, Key::new(["s3://bucket/x/1".into()]));
    let rest =
        store.read(&place(), &[], &below, Page { after: Some(&first[0].key), limit: 9 }).await.unwrap();
    assert_eq!(rest[0].key, Key::new(["s3://bucket/x/2".into()]));
    assert_eq!(rest.len(), 1);
    assert_eq!(store.erase(&place(), &asked, 10).await.unwrap(), 1);
    assert!(objects.head(&Path::parse("a").unwrap()).await.is_ok());
    assert!(objects.head(&Path::parse("other/a").unwrap()).await.is_ok());
}

#[tokio::test]
async fn only_directories_that_are_there_are_opened() {
    let scratch = Scratch::new("open");
    scratch.write("file");
    for url in [
        "s3://bucket",
        "/srv/media",
        "file://host/dir",
        "",
        "media",
        "file:media",
        "file:///tmp?a",
        "file:///tmp#1",
    ] {
        assert_eq!(Objects::open(url).unwrap_err().kind(), StoreErrorKind::Unsupported, "{url}");
    }
    for name in ["file", "nowhere"] {
        let url = url::Url::from_file_path(scratch.0.join(name)).unwrap();
        let error = Objects::open(url.as_str()).unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Missing);
        assert!(!error.to_string().contains(name), "{error}");
    }
}
