//! Rows that name a folder own what lies below it, together with everybody else who names it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use oubliette::adapter::memory::MemoryStore;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, Idempotency};
use oubliette::port::{Capabilities, Key, MasterKey, Page, Selection, Store};
use oubliette::request::RequestState;

use super::world::{ATTACHMENTS, Bucket, CONTACTS, STORES, World, place, request};

const MEDIA: &str = r#"
[[collection]]
name = "media"
store = "media"
category = "conversations"
owned_by = [
  { field = "key", of = "contacts.folder", prefix = true },
  { field = "key", of = "attachments.object_key" },
]
"#;

pub async fn world(folders: &[(&str, &str)], objects: &[&str]) -> World {
    let world = World::new(&[CONTACTS, ATTACHMENTS, MEDIA]);
    for (id, (handle, folder)) in (1..).zip(folders) {
        let row = [("id", id.into()), ("handle", (*handle).into()), ("folder", (*folder).into())];
        world.insert("contacts", &row);
    }
    for key in objects {
        world.bucket.put(key).await;
    }
    world
}

fn below(prefixes: &[&str]) -> Selection {
    let prefixes = prefixes.iter().map(ToString::to_string).collect();
    Selection::Below { field: "key".to_owned(), prefixes: Arc::new(prefixes) }
}

#[tokio::test]
async fn a_folder_and_nothing_beside_it_goes_with_the_row_that_names_it() {
    let objects = [
        "media/42",
        "media/42.jpg",
        "media/42/a",
        "media/42/b/c",
        "media/421/a",
        "media/43/a",
        "x/media/42/a",
    ];
    for spelling in ["media/42/", "media/42"] {
        let world = world(&[("ana", spelling), ("ben", "media/43/")], &objects).await;
        let report = world.erase("ana").await;
        assert_eq!(report.state, RequestState::Completed);
        assert_eq!((report.steps[0].collection.as_str(), report.steps[0].records), ("media", 2));
        let left = ["media/42", "media/42.jpg", "media/421/a", "media/43/a", "x/media/42/a"];
        assert_eq!(world.bucket.keys().await, left, "{spelling}");
    }
}

#[tokio::test]
async fn a_prefix_that_means_no_folder_owns_nothing() {
    let objects = ["a", "media/42/a", "media/43/a"];
    for prefix in ["", "/", "//", "media/4", ".", "..", "../", "media/../", "MEDIA/", "%"] {
        let world = world(&[("ana", prefix)], &objects).await;
        let report = world.erase("ana").await;
        assert_eq!(report.state, RequestState::Completed);
        assert_eq!(world.bucket.keys().await, objects, "{prefix:?}");
    }
    let world = world(&[], &objects).await;
    world.insert("contacts", &[("id", 1.into()), ("handle", "ana".into())]);
    world.erase("ana").await;
    assert_eq!(world.bucket.keys().await, objects, "null");
}

#[tokio::test]
async fn a_row_whose_folder_cannot_be_understood_stays() {
    let objects = ["a", "media/42/a"];
    for prefix in [
        "/media/42/",
        "media//42",
        "s3://bucket/media/42/",
        "media/42/?x",
        "media\\42",
        "x/../media/42",
        "media/42,x",
    ] {
        let world = world(&[("ana", prefix)], &objects).await;
        let report = world.erase("ana").await;
        assert_eq!(report.state, RequestState::AwaitingDecision, "{prefix:?}");
        let asked: Vec<_> = report.questions.iter().map(|it| (it.collection.as_str(), it.count)).collect();
        assert_eq!(asked, [("contacts", 1)], "{prefix:?}");
        assert_eq!(world.bucket.keys().await, objects, "{prefix:?}");
        assert_eq!(world.ids("contacts"), ["1"], "{prefix:?}");
    }
}

#[tokio::test]
async fn what_somebody_else_names_in_a_folder_stays() {
    let world = world(&[("ana", "ana/"), ("ben", "")], &["ana/1", "ana/2", "ana/3"]).await;
    world.attach(1, 2, "ana/2");
    world.attach(2, 1, "ana/3");
    world.erase("ana").await;
    assert_eq!(world.bucket.keys().await, ["ana/2"]);
    world.erase("ben").await;
    assert!(world.bucket.keys().await.is_empty());
}

#[tokio::test]
async fn what_lies_in_the_folders_of_two_is_both_of_theirs() {
    for inner in ["team/ben/", "team/ben"] {
        let folders = [("ana", "team/"), ("ben", inner)];
        let objects = ["team/1", "team/ben/2", "team/ben/deep/3", "team/bent/4"];
        let first = world(&folders, &objects).await;
        first.erase("ana").await;
        assert_eq!(first.bucket.keys().await, ["team/ben/2", "team/ben/deep/3"]);
        first.erase("ben").await;
        assert!(first.bucket.keys().await.is_empty());

        let second = world(&folders, &objects).await;
        second.erase("ben").await;
        assert_eq!(second.bucket.keys().await, objects, "all of it lies in Ana's folder");
        second.erase("ana").await;
        assert!(second.bucket.keys().await.is_empty());
    }
}

#[tokio::test]
async fn a_folder_that_two_rows_name_in_two_spellings_is_one() {
    let world = world(&[("ana", "team"), ("ben", "team/")], &["team/1"]).await;
    world.erase("ana").await;
    assert_eq!(world.bucket.keys().await, ["team/1"]);
}

#[tokio::test]
async fn an_object_in_a_folder_that_cannot_be_erased_keeps_the_row_that_names_the_folder() {
    let world = world(&[("ana", "ana/")], &["ana/1", "ana/2", "ana/3"]).await;
    world.bucket.stick(&["ana/2"]);
    let words = world.try_erase("ana").await.unwrap_err().to_string();
    assert!(!words.contains("ana"), "{words}");
    assert_eq!(world.ids("contacts"), ["1"]);
    world.bucket.stick(&[]);
    assert_eq!(world.erase("ana").await.state, RequestState::Completed);
    assert!(world.bucket.keys().await.is_empty());
    assert!(world.ids("contacts").is_empty());
}

#[tokio::test]
async fn ten_thousand_objects_of_one_folder_go_in_bounded_calls() {
    let world = world(&[("ana", "ana/"), ("ben", "ben/")], &["ben/1"]).await;
    for number in 0..10_000 {
        world.bucket.put(&format!("ana/{number}/{number}.jpg")).await;
    }
    let engine = world.builder().with_batch_size(1_000).build().await.unwrap();
    let ticket = engine.open(&request("ana"), &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    assert_eq!(report.steps[0].records, 10_000);
    assert_eq!(world.bucket.keys().await, ["ben/1"]);
    let count = |it: &std::sync::atomic::AtomicUsize| it.load(Ordering::SeqCst);
    assert!(count(&world.bucket.peak) <= 32, "{} calls at a time", count(&world.bucket.peak));
    assert_eq!(count(&world.bucket.erasures), 10, "one call for each batch");
    assert!(count(&world.bucket.lists) <= 12, "{} listings", count(&world.bucket.lists));
}

#[tokio::test]
async fn pages_below_folders_go_by_key_whatever_the_order_of_the_store() {
    let bucket = Bucket::default();
    let mut keys: Vec<String> = (0..50).map(|number| format!("a/{number:02}")).collect();
    keys.extend(["a.b/1", "a/b/1", "a/b/2", "b/1"].map(str::to_owned));
    for key in keys.iter().map(String::as_str).chain(["a", "ab/1", "c"]) {
        bucket.put(key).await;
    }
    keys.sort();
    let selection = below(&["b", "a/b", "a", "a/", "a.b/", "", "nowhere/"]);
    for (store, limit) in [
        (bucket.store(), 7),
        (bucket.store(), 54),
        (bucket.store(), 100),
        (bucket.prompt().listed_in_order(), 7),
    ] {
        let (mut after, mut found): (Option<Key>, Vec<String>) = (None, Vec::new());
        loop {
            let page = Page { after: after.as_ref(), limit };
            let records = store.read(&place(), &["key".to_owned()], &selection, page).await.unwrap();
            found.extend(records.iter().map(|it| it.values[0].to_text().unwrap()));
            after = records.last().map(|it| it.key.clone()).or(after);
            if records.len() < limit {
                break;
            }
        }
        assert_eq!(found, keys, "in pages of {limit}");
    }
    assert_eq!(bucket.store().count(&place(), &selection).await.unwrap(), keys.len() as u64);
    assert_eq!(bucket.store().erase(&place(), &selection, 7).await.unwrap(), 7);
    assert_eq!(bucket.store().erase(&place(), &selection, 100).await.unwrap(), keys.len() as u64 - 7);
    assert_eq!(bucket.keys().await, ["a", "ab/1", "c"]);
}

/// The reference adapter answers the same, and a store that cannot list is refused before anything is written.
#[tokio::test]
async fn a_store_of_ones_own_may_answer_for_folders() {
    let map = DataMap::from_toml(&[STORES, CONTACTS, ATTACHMENTS, MEDIA].concat()).unwrap();
    for can in
        [Capabilities::FULL.with_folders(), Capabilities::MINIMAL.with_folders(), Capabilities::MINIMAL]
    {
        let world = world(&[("ana", "ana/"), ("ben", "ana/ben")], &[]).await;
        let media = MemoryStore::with_capabilities(can.without_masks()).with_table("media", ["key"]);
        for key in ["ana", "ana/1", "ana/ben/2", "anabel/3", "shown"] {
            media.insert("media", [("key", key.into())]).unwrap();
        }
        let built = Engine::builder(world.policy.clone(), map.clone())
            .with_store("crm", world.crm.clone())
            .with_store("media", media.clone())
            .with_ledger(world.ledger.clone())
            .with_keys(MasterKey::new([7; 32]))
            .with_batch_size(2)
            .build()
            .await;
        if !can.folders {
            let words = built.unwrap_err().to_string();
            assert!(words.contains("cannot list what lies below a prefix"), "{words}");
            continue;
        }
        let engine = built.unwrap();
        let ticket = engine.open(&request("ana"), &Idempotency::WhileOpen).await.unwrap();
        assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::Completed);
        let left: Vec<_> = media.rows("media").iter().map(|row| row["key"].to_text().unwrap()).collect();
        assert_eq!(left, ["ana", "ana/ben/2", "anabel/3", "shown"]);
    }
}

#[test]
fn a_prefix_is_refused_where_it_means_nothing() {
    let link = "{ field = \"key\", of = \"contacts.folder\", prefix = true }";
    let refused = |media: String| {
        DataMap::from_toml(&[STORES, CONTACTS, ATTACHMENTS, &media].concat()).unwrap_err().to_string()
    };
    let wrong = [
        (
            MEDIA.replace(link, "{ field = \"size\", of = \"contacts.folder\", prefix = true }"),
            "write field = `key`",
        ),
        (
            MEDIA.replace(link, "{ field = \"key\", of = \"contacts\", prefix = true }"),
            "write of = \"contacts.…\"",
        ),
        (MEDIA.replace("store = \"media\"", "store = \"crm\"\nkey = \"key\""), "in no object store"),
        (format!("{MEDIA}mentions = [{link}]"), "under `owned_by`"),
        (MEDIA.replace("prefix = true", "prefix = \"yes\""), "prefix"),
    ];
    for (media, words) in wrong {
        let findings = refused(media);
        assert!(findings.contains(words), "{findings}");
    }
}

#[test]
fn two_collections_of_one_store_of_objects_are_warned_of() {
    let avatars = "[[collection]]\nname = \"avatars\"\nstore = \"media\"\ncategory = \"contacts\"\n\
                   owned_by = [{ field = \"key\", of = \"contacts.avatar\" }]\n";
    let map = DataMap::from_toml(&[STORES, CONTACTS, ATTACHMENTS, MEDIA, avatars].concat()).unwrap();
    let words = map.warnings().to_string();
    assert!(words.contains("rows of `media` as well") && words.contains("make one collection"), "{words}");
}

/// A prefix means folders. What is the whole key of an object may mean that object: somebody is asked.
#[tokio::test]
async fn a_whole_key_where_folders_are_meant_is_asked_about() {
    let world = world(&[("ana", "m/1/"), ("ben", "m/1/keep.jpg")], &["m/1/a.jpg", "m/1/keep.jpg"]).await;
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::AwaitingDecision);
    assert!(world.bucket.keys().await.contains(&"m/1/keep.jpg".to_owned()), "Ben's row may name it");
    let world = self::world(&[("ana", "m/1/a.jpg")], &["m/1/a.jpg"]).await;
    let report = world.erase("ana").await;
    assert_eq!(report.state, RequestState::AwaitingDecision);
    assert_eq!(world.ids("contacts"), ["1"], "the row is the only trace");
}
