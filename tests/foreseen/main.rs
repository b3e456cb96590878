//! What the live schema tells is told before the first write: one table of cases for each kind, on every database where the
//! kind has a meaning. The engine refuses to be built, and what a check can see the check says too.
#![cfg(all(feature = "inspect", any(feature = "sqlite", feature = "postgres", feature = "mysql")))]

#[expect(dead_code, reason = "each test takes what it needs")]
#[path = "../support/database/mod.rs"]
mod database;
#[cfg(feature = "mysql")]
mod mariadb;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;

use database::Driver;
use oubliette::adapter::memory::MemoryLedger;
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineError};
use oubliette::finding::Findings;
use oubliette::inspect::{LiveStore, check_live};
use oubliette::policy::Policy;
use oubliette::port::{Catalogue, MasterKey, Place, Selection, Store};

const POLICY: &str = r#"
name = "Test"
version = "1"
[[category]]
id = "gone"
on_erasure = "erase"
[[category]]
id = "masked"
on_erasure = "anonymize"
[[category]]
id = "kept"
on_erasure = "retain"
retain = [{ ground = "tax_law", citation = "an act, s. 1", period = "72 months", start = "issued" }]
"#;

/// People with a number, from whom all hangs; KEY and MORE are replaced.
const PEOPLE: &str = r#"
[[collection]]
name = "people"
key = "KEY"
category = "gone"
subject = "contact"
identifiers = { phone = { field = "phone", stored = "e164" } }
"#;

/// People, and notes of theirs: `field` points to people, `more` stands in the link, `rest` behind it.
fn notes(field: &str, more: &str, rest: &str) -> String {
    format!(
        "{}[[collection]]\nname = \"notes\"\nkey = \"id\"\ncategory = \"gone\"\nowned_by = [{{ field = \"{field}\", of = \"people\" {more} }}]\n{rest}\n",
        PEOPLE.replace("KEY", "id")
    )
}

/// People who are masked, with these fields besides their number.
fn masked(fields: &str) -> String {
    let people = PEOPLE.replace("KEY", "id").replace("\"gone\"", "\"masked\"");
    format!("{people}[collection.fields]\n{fields}\n")
}

/// People whose key is that column; `answers` stand before them.
fn keyed(key: &str, answers: &str) -> String {
    format!("{answers}\n{}", PEOPLE.replace("KEY", key))
}

/// A database, a map, and what the errors say together; nothing where there are none.
type Case = (&'static str, String, &'static [&'static str]);

/// What is not told of a case as it has to be.
async fn untold<D: Driver>(pool: &sqlx::Pool<D>, (sql, map, says): &Case) -> Option<String>
where
    D::Store: Catalogue,
{
    database::run(pool, sql).await;
    let (checked, refused) = findings(D::store(pool.clone()), map).await;
    let texts: Vec<String> = refused.errors().map(ToString::to_string).collect();
    let all = texts.join("\n");
    let is_said = says.iter().all(|words| all.contains(words)) && says.is_empty() == texts.is_empty();
    let is_agreed = checked.errors().all(|it| refused.iter().any(|refused| refused == it));
    (!is_said || !is_agreed)
        .then(|| format!("{sql}\n{says:?}\n--- the engine refuses\n{all}\n--- the check says\n{checked}"))
}

/// What a check says and what an engine refuses.
async fn findings<S: Store + Catalogue + Clone>(store: S, map: &str) -> (Findings, Findings) {
    let policy = Policy::from_toml(POLICY).unwrap();
    let map = DataMap::from_toml(&format!("[stores.crm]\nkind = \"sql\"\n{map}")).unwrap();
    let checked = check_live(&policy, &map, &[LiveStore::new("crm", &store)]).await.unwrap();
    let built = Engine::builder(policy, map)
        .with_store("crm", store)
        .with_ledger(MemoryLedger::new())
        .with_keys(MasterKey::new([7; 32]))
        .build()
        .await;
    match built {
        Ok(_) => (checked, Findings::new()),
        Err(EngineError::Unfit(refused)) => (checked, refused),
        Err(error) => panic!("{error}"),
    }
}

/// What is not warned of as it has to be: a change that was tried on the one record there is, and of which nothing is left.
async fn unwarned<D: Driver>(pool: &sqlx::Pool<D>, (sql, map, says): &Case) -> Option<String> {
    database::run(pool, sql).await;
    let policy = Policy::from_toml(POLICY).unwrap();
    let map = DataMap::from_toml(&format!("[stores.crm]\nkind = \"sql\"\n{map}")).unwrap();
    let engine = Engine::builder(policy, map)
        .with_store("crm", D::store(pool.clone()))
        .with_ledger(MemoryLedger::new())
        .with_keys(MasterKey::new([7; 32]))
        .build()
        .await
        .unwrap();
    let place = Place::new("people", ["id".to_owned()], vec![]);
    let unchanged = Selection::one_of("email", ["ana@x.example".into()]);
    let left = D::store(pool.clone()).count(&place, &unchanged).await.unwrap();
    let warned = engine.schema_warnings().to_string();
    let is_warned = warned.contains("that was taken back again");
    let is_told = says.iter().all(|words| warned.contains(words)) && is_warned != says.is_empty();
    (!is_told || left != 1).then(|| format!("{sql}\n{says:?}\n{warned}\n{left} left"))
}

/// All cases that are not told, and not only the first.
#[track_caller]
fn all_told(untold: &[String]) {
    assert!(untold.is_empty(), "{} cases are not told:\n\n{}", untold.len(), untold.join("\n\n"));
}
