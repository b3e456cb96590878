//! Media in a local directory, named by rows in SQLite.
#![cfg(feature = "objects")]

use std::fs;

use crate::world::{ANA, MAP, NOW, World, text};

const STORES: &str = "[stores.crm]\nkind = \"sql\"\n[stores.media]\nkind = \"objects\"\n";

const MEDIA: &str = r#"
[[collection]]
name = "attachments"
key = "id"
category = "conversations"
owned_by = [{ field = "message_id", of = "messages" }]

[[collection]]
name = "media"
store = "media"
category = "conversations"
owned_by = [{ field = "key", of = "attachments.object_key" }]
"#;

const TABLE: &str = "
CREATE TABLE attachments (id INTEGER PRIMARY KEY, message_id INTEGER REFERENCES messages (id), object_key TEXT);
CREATE INDEX attachments_message ON attachments (message_id);
CREATE INDEX attachments_object ON attachments (object_key);
INSERT INTO attachments VALUES (1, 1, 'a/1.jpg'), (2, 2, 'a/both.jpg'), (3, 3, 'a/both.jpg'), (4, 3, 'b/3.jpg'),
                               (5, 1, '../crm.db'), (6, 1, 'lost.jpg'), (7, 1, NULL);
";

async fn world() -> (World, String) {
    let world = World::new().await;
    world.execute(TABLE).await;
    world.write("datamap.toml", &[STORES, MAP, MEDIA].concat());
    for folder in ["media/a", "media/b"] {
        fs::create_dir_all(world.path(folder)).unwrap();
    }
    for object in ["media/a/1.jpg", "media/a/both.jpg", "media/b/3.jpg"] {
        world.write(object, "picture");
    }
    let directory = format!("media=file://{}", world.path("media").display());
    (world, directory)
}

const FILES: [&str; 6] = ["--policy", "policy.toml", "--map", "datamap.toml", "--store", "crm=sqlite:crm.db"];

#[tokio::test]
async fn a_directory_of_media_is_a_store() {
    let (world, directory) = world().await;
    let stores = [&FILES[..], &["--store", &directory]].concat();
    let check = [&["check"][..], &stores].concat();
    world.call(&check, &[]).exits(0);
    world.execute("DROP INDEX attachments_object").await;
    let warned = world.call(&check, &[]);
    assert!(format!("{warned}").contains("attachments.object_key"), "{warned}");

    let who = ["--identifier", ANA, "--tenant", "7", "--now", NOW, "--json"];
    let plan = world.call(&[&["plan"][..], &stores].concat(), &who).exits(0).json();
    let step = |collection: &str| {
        let steps = plan["steps"].as_array().unwrap();
        let step = steps.iter().find(|step| text(&step["collection"]) == collection).unwrap();
        step["records"].as_u64().unwrap()
    };
    assert_eq!((step("media"), step("attachments")), (1, 5));
    assert!(world.path("media/a/1.jpg").exists(), "a plan writes nothing");

    let erase = [&["erase", "--ledger", "sqlite:ledger.db", "--yes"][..], &stores].concat();
    world.call(&erase, &who).exits(0).state("completed_with_retention");
    let there =
        ["media/a/1.jpg", "media/a/both.jpg", "media/b/3.jpg", "crm.db"].map(|it| world.path(it).exists());
    assert_eq!(there, [false, true, true, true]);
    assert_eq!(world.count("SELECT count(*) FROM attachments").await, 2);
}

#[tokio::test]
async fn an_object_that_cannot_be_looked_up_keeps_every_row_and_is_asked_about() {
    let (world, directory) = world().await;
    // A name that local directories set aside for uploads in progress: it cannot be looked up, whoever runs this.
    world.execute("UPDATE attachments SET object_key = 'x#1' WHERE id = 6").await;
    let stores = [&FILES[..], &["--store", &directory, "--ledger", "sqlite:ledger.db"]].concat();
    let who = ["--identifier", ANA, "--tenant", "7", "--now", NOW, "--json", "--yes"];
    let call = world.call(&[&["erase"][..], &stores].concat(), &who).exits(1);
    assert!(!call.err.contains("x#1"), "{call}");
    let report = call.state("awaiting_decision").json();
    assert_eq!(world.count("SELECT count(*) FROM attachments").await, 7);
    world.execute("UPDATE attachments SET object_key = 'x' WHERE id = 6").await;
    let answer = ["--question", "1", "--answer", "take", "--reason", "renamed", "--by", "Q. Roe"];
    let decide =
        ["request", "decide", text(&report["request"]), "--ledger", "sqlite:ledger.db", "--now", NOW];
    world.call(&decide, &answer).exits(0);
    world.call(&[&["resume"][..], &stores].concat(), &["--now", NOW, "--json"]).exits(0);
    assert_eq!(world.count("SELECT count(*) FROM attachments").await, 2);
    assert!(!world.path("media/a/1.jpg").exists());
}

/// Ben's row may mean Ana's picture, and one of Ana's rows may mean another: both are asked, and nothing of either goes.
#[tokio::test]
async fn names_that_are_not_understood_are_asked_about() {
    let (world, directory) = world().await;
    world.write("media/a/2.jpg", "picture");
    world
        .execute(
            "INSERT INTO attachments VALUES (8, 3, 'https://host.example/bucket/a/1.jpg?v=2'), (9, 1, '[\"a/2.jpg\"]')",
        )
        .await;
    let stores = [&FILES[..], &["--store", &directory, "--ledger", "sqlite:ledger.db"]].concat();
    let who = ["--identifier", ANA, "--tenant", "7", "--now", NOW, "--json", "--yes"];
    let asked = world.call(&[&["erase"][..], &stores].concat(), &who).exits(1);
    let report = asked.state("awaiting_decision").json();
    let question = |number: u64| {
        serde_json::json!({ "number": number, "kind": "unreadable", "collection": "attachments",
                            "field": "object_key", "count": 2, "decision": null })
    };
    assert_eq!(report["questions"], serde_json::json!([question(1)]));
    let there = || ["media/a/1.jpg", "media/a/2.jpg"].map(|it| world.path(it).exists());
    assert_eq!(there(), [true, true]);
    assert_eq!(world.count("SELECT count(*) FROM attachments").await, 9);
    assert_eq!(world.count("SELECT count(*) FROM contacts").await, 2);
    let id = text(&report["request"]).to_owned();
    let resume = |number: &str| {
        let ledger = ["--ledger", "sqlite:ledger.db", "--json", "--now", NOW];
        let take = ["--question", number, "--answer", "take", "--by", "Q. Roe", "--reason", "put right"];
        world.call(&[&["request", "decide", &id], &take[..], &ledger].concat(), &[]).exits(0);
        world.call(&[&["resume"][..], &stores].concat(), &["--json", "--now", NOW])
    };
    let again = resume("1").exits(1).json();
    assert_eq!(again["questions"][1], question(2), "nothing was put right: {again}");
    assert_eq!(there(), [true, true]);
    world.execute("UPDATE attachments SET object_key = 'b/3.jpg' WHERE id = 8").await;
    world.execute("UPDATE attachments SET object_key = 'a/2.jpg' WHERE id = 9").await;
    resume("2").exits(0).state("completed_with_retention");
    assert_eq!(there(), [false, false]);
    assert_eq!(world.count("SELECT count(*) FROM attachments WHERE id IN (3, 4, 8)").await, 3);
    assert_eq!(world.count("SELECT count(*) FROM attachments").await, 3);
}

#[tokio::test]
async fn a_directory_that_is_not_there_is_wrong_use() {
    let (world, _) = world().await;
    for url in ["media=file:///canary-ana/nowhere", "media=file:media"] {
        let stores =
            [&["plan"][..], &FILES, &["--store", url, "--identifier", ANA, "--tenant", "7"]].concat();
        world.call(&stores, &[]).exits(2).says("store `media`");
    }
    let no_ledger = ["--store", "media=file:///canary-ana", "--ledger", "file:///canary-ana", "--yes"];
    let erase = [&["erase", "--identifier", ANA, "--tenant", "7"][..], &FILES, &no_ledger].concat();
    world.call(&erase, &[]).exits(2).says("cannot keep one");
}
