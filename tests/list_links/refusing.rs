//! What a map, a schema and a store make of a list.

use std::sync::Arc;

use oubliette::adapter::memory::{MemoryLedger, MemoryStore};
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineError};
use oubliette::policy::Policy;
use oubliette::port::{Capabilities, Column, ColumnKind, ManualClock, MasterKey, Schema};

use crate::ground::{MAP, POLICY};
use crate::support::now;

/// What is wrong with the map where its first link is this one.
fn refusal(link: &str) -> String {
    let map = MAP.replace("{ field = \"participants\", of = \"contacts\", list = true }", link);
    assert_ne!(map, MAP);
    DataMap::from_toml(&map).map(drop).unwrap_err().to_string()
}

#[test]
fn a_map_says_of_a_list_only_what_can_be_done() {
    for (link, problem) in [
        ("{ field = [\"a\", \"b\"], of = \"contacts\", list = true }", "a list beside other fields"),
        ("{ field = \"id\", of = \"contacts\", list = true }", "the record's key or its tenant"),
        (
            "{ field = \"p\", of = \"contacts\", list = true, clear = { p = \"token\" } }",
            "other people's as well",
        ),
        ("{ field = \"p\", of = \"contacts\", clear = [\"p\", \"mentioned\"] }", "other people's as well"),
    ] {
        let refusal = refusal(link);
        assert!(refusal.contains(problem), "{link}: {refusal}");
    }
    for role in ["owns", "same_person"] {
        let map = format!("{MAP}\n{role} = [{{ field = \"chats\", of = \"chats\", list = true }}]");
        let refusal = DataMap::from_toml(&map).map(drop).unwrap_err().to_string();
        assert!(refusal.contains("whose a record is or whom it mentions"), "{refusal}");
    }
}

/// Builds an engine over a store whose chats have such columns for their lists, and that can do so much.
async fn built(
    kind: ColumnKind,
    declared: &str,
    map: &str,
    capabilities: Capabilities,
) -> Result<Engine, EngineError> {
    let column = |name: &str, kind: ColumnKind, declared: &str| Column {
        name: name.to_owned(),
        kind,
        nullable: name != "id",
        declared: declared.to_owned(),
        ..Column::default()
    };
    let schema =
        |columns: Vec<Column>| Schema { columns, unique: vec![vec!["id".to_owned()]], ..Schema::default() };
    let number = |name: &str| column(name, ColumnKind::Integer, "integer");
    let text = |name: &str| column(name, ColumnKind::Text { limit: None }, "text");
    let list = |name: &str| column(name, kind.clone(), declared);
    let store = MemoryStore::with_capabilities(capabilities)
        .with_described_table("contacts", ["id"], schema(vec![number("id"), text("phone")]))
        .with_described_table(
            "chats",
            ["id"],
            schema(vec![number("id"), list("participants"), number("creator_id"), list("mentioned")]),
        )
        .with_described_table("messages", ["id"], schema(vec![number("id"), number("chat_id")]));
    Engine::builder(Policy::from_toml(POLICY).unwrap(), DataMap::from_toml(map).unwrap())
        .with_store("crm", store)
        .with_ledger(MemoryLedger::new())
        .with_keys(MasterKey::new([7; 32]))
        .with_clock(Arc::new(ManualClock::new(now())))
        .build()
        .await
}

#[tokio::test]
async fn a_column_has_to_be_what_the_map_says() {
    let plain = MAP.replace(", list = true", "");
    let all = Capabilities::FULL;
    for (kind, declared, holds) in [
        (ColumnKind::List, "integer[]", true),
        (ColumnKind::Json, "jsonb", true),
        (ColumnKind::Text { limit: None }, "text", true),
        (ColumnKind::List, "set('a','b')", false),
        (ColumnKind::Integer, "integer", false),
        (ColumnKind::Time, "timestamp", false),
    ] {
        let built = built(kind, declared, MAP, all).await.map(drop).map_err(|error| error.to_string());
        match built {
            Ok(()) => assert!(holds, "{declared}"),
            Err(error) => assert!(!holds && error.contains("holds no list"), "{declared}: {error}"),
        }
    }
    for (kind, declared) in [(ColumnKind::List, "integer[]"), (ColumnKind::Json, "jsonb")] {
        let error = built(kind, declared, &plain, all).await.map(drop).unwrap_err().to_string();
        assert!(error.contains("write list = true"), "{declared}: {error}");
    }
}

#[tokio::test]
async fn a_store_that_cannot_look_into_lists_is_refused() {
    let mut without_lists = Capabilities::FULL;
    without_lists.lists = false;
    for capabilities in [without_lists, Capabilities::MINIMAL] {
        let error =
            built(ColumnKind::Json, "jsonb", MAP, capabilities).await.map(drop).unwrap_err().to_string();
        assert!(error.contains("cannot look into a list"), "{error}");
    }
}
