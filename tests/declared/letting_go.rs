//! Records that let go: of what is their link's alone, with the masks that the map gives.

use oubliette::datamap::DataMap;
use oubliette::engine::EngineError;
use oubliette::request::RequestState;
use oubliette::value::Value;

use crate::support::World;

const POLICY: &str = "name = \"Test\"\nversion = \"1\"\n[channels.operator]\n[[category]]\nid = \"contacts\"\non_erasure = \"erase\"\n";

fn map(links: &str) -> String {
    format!(
        r#"
        [[collection]]
        name = "contacts"
        key = ["account", "id"]
        category = "contacts"
        tenant = "account"
        subject = "contact"
        identifiers = {{ email = "email" }}
        [[collection]]
        name = "notes"
        key = "id"
        category = "contacts"
        tenant = "account"
        {links}
        "#
    )
}

/// Ana and Ben in one account, and a note of both.
fn world(links: &str) -> World {
    let world = World::new(POLICY, &map(links), &[("contacts", &["account", "id"]), ("notes", &["id"])]);
    for (id, email) in [(1, "ana@example.com"), (2, "ben@example.com")] {
        world.insert("contacts", &[("account", 5.into()), ("id", id.into()), ("email", email.into())]);
    }
    world.insert(
        "notes",
        &[
            ("id", 9.into()),
            ("account", 5.into()),
            ("writer", 1.into()),
            ("reader", 2.into()),
            ("who", "Ana".into()),
            ("about", "Ana again".into()),
        ],
    );
    world
}

fn note(world: &World) -> Vec<Value> {
    let field = |field: &str| world.column("notes", field).remove(0);
    ["account", "writer", "reader", "who", "about"].map(field).to_vec()
}

#[tokio::test]
async fn a_link_over_the_tenant_and_a_number_clears_the_number() {
    let links = "owned_by = [{ field = [\"account\", \"writer\"], of = \"contacts\" }, \
                             { field = [\"account\", \"reader\"], of = \"contacts\" }]";
    let world = world(links);
    assert_eq!(world.erase(&["email=ana@example.com"]).await.state, RequestState::Completed);
    assert_eq!(note(&world), [5.into(), Value::Null, 2.into(), "Ana".into(), "Ana again".into()]);
    assert_eq!(world.erase(&["email=ben@example.com"]).await.state, RequestState::Completed);
    assert!(world.column("notes", "id").is_empty(), "nobody's note is left");
}

#[tokio::test]
async fn what_the_map_says_is_cleared_is_masked_as_it_says() {
    let links = "mentions = [{ field = [\"account\", \"writer\"], of = \"contacts\", \
                 clear = { writer = \"null\", who = { constant = \"\" }, about = \"token\" } }]";
    let world = world(links);
    let report = world.erase(&["email=ana@example.com"]).await;
    assert_eq!(report.state, RequestState::Completed, "{report:#?}");
    let [account, writer, reader, who, about] = note(&world).try_into().unwrap();
    assert_eq!([account, writer, reader, who], [5.into(), Value::Null, 2.into(), "".into()]);
    assert_eq!(about.to_text().unwrap().len(), oubliette::port::Replacement::TOKEN_LENGTH);
}

#[tokio::test]
async fn another_mask_is_another_plan() {
    let hash = async |clear: &str| {
        let links = format!(
            "mentions = [{{ field = [\"account\", \"writer\"], of = \"contacts\", clear = {clear} }}]"
        );
        let world = world(&links);
        let engine = world.engine().await;
        let (plan, _) = engine.preview(&crate::support::request(&["email=ana@example.com"])).await.unwrap();
        plan.hash()
    };
    let as_list = hash("[\"writer\", \"who\"]").await;
    assert_eq!(as_list, hash("{ writer = \"null\", who = \"null\" }").await);
    let masked = hash("{ writer = \"null\", who = { constant = \"\" } }").await;
    assert_ne!(as_list, masked);
    assert_ne!(masked, hash("{ writer = \"null\", who = { constant = \"-\" } }").await);
}

/// SQLite's own words on what may be null, and on which columns there are.
mod live {
    use oubliette::adapter::memory::MemoryLedger;
    use oubliette::adapter::sql::SqliteStore;
    use oubliette::engine::{Engine, Idempotency};
    use oubliette::policy::Policy;
    use oubliette::port::MasterKey;
    use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};

    use super::*;

    pub async fn database(sql: &'static str) -> SqlitePool {
        let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.unwrap();
        sqlx::raw_sql(sql).execute(&pool).await.unwrap();
        pool
    }

    pub async fn engine(pool: &SqlitePool, policy: &str, map: &str) -> Result<Engine, EngineError> {
        Engine::builder(Policy::from_toml(policy).unwrap(), DataMap::from_toml(map).unwrap())
            .with_store("crm", SqliteStore::from_pool(pool.clone()))
            .with_ledger(MemoryLedger::new())
            .with_keys(MasterKey::new([7; 32]))
            .build()
            .await
    }

    const TABLES: &str =
        "CREATE TABLE contacts (account INTEGER, id INTEGER, email TEXT, PRIMARY KEY (account, id));
        CREATE TABLE notes (id INTEGER PRIMARY KEY, account INTEGER NOT NULL, writer INTEGER, reader INTEGER,
            who TEXT NOT NULL, about TEXT);
        INSERT INTO contacts VALUES (5, 1, 'ana@example.com');
        INSERT INTO notes VALUES (9, 5, 1, NULL, 'Ana', 'Ana again');";

    async fn with_clear(clear: &str) -> (SqlitePool, Result<Engine, EngineError>) {
        let pool = database(TABLES).await;
        let links = format!(
            "mentions = [{{ field = [\"account\", \"writer\"], of = \"contacts\", clear = {clear} }}]"
        );
        let engine = engine(&pool, POLICY, &map(&links)).await;
        (pool, engine)
    }

    #[tokio::test]
    async fn a_column_that_may_not_be_null_is_not_left_out_in_silence() {
        for clear in ["[\"writer\", \"who\"]", "{ writer = \"null\", who = \"null\" }"] {
            let (_, engine) = with_clear(clear).await;
            let Err(EngineError::Unfit(findings)) = engine else { panic!("{clear}") };
            let found = findings.to_string();
            assert!(found.contains("`who`") && found.contains("who = { constant = \"\" }"), "{found}");
        }
        let (_, engine) = with_clear("{ writer = \"null\", who = { constant = 7 } }").await;
        assert!(matches!(engine, Err(EngineError::Unfit(_))), "a constant that the column does not hold");
        let (pool, engine) = with_clear("{ writer = \"null\", who = { constant = \"\" } }").await;
        let engine = engine.unwrap();
        let request = crate::support::request(&["email=ana@example.com"]);
        let ticket = engine.open(&request, &Idempotency::WhileOpen).await.unwrap();
        assert_eq!(engine.run(ticket.id).await.unwrap().state, RequestState::Completed);
        let note: (i64, Option<i64>, String) =
            sqlx::query_as("SELECT account, writer, who FROM notes").fetch_one(&pool).await.unwrap();
        assert_eq!(note, (5, None, String::new()));
    }

    #[tokio::test]
    async fn a_type_that_only_the_table_has_is_asked_for() {
        let with = async |filter: &str| {
            let pool = database(
                "CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT);
                 CREATE TABLE notes (id INTEGER PRIMARY KEY, owner_id INTEGER, owner_type TEXT);",
            )
            .await;
            let map = format!(
                "[[collection]]\nname = \"people\"\nkey = \"id\"\ncategory = \"contacts\"\nsubject = \"contact\"\n\
                 identifiers = {{ email = \"email\" }}\n[[collection]]\nname = \"notes\"\nkey = \"id\"\n\
                 category = \"contacts\"\nowned_by = [{{ field = \"owner_id\", of = \"people\"{filter} }}]\n"
            );
            engine(&pool, POLICY, &map).await
        };
        let Err(EngineError::Unfit(findings)) = with("").await else { panic!("not asked for") };
        assert!(findings.to_string().contains("owner_type"), "{findings}");
        assert!(with(", where = {}").await.is_ok());
        assert!(with(", where = { owner_type = \"Person\" }").await.is_ok());
    }
}

pub use live::{database, engine};
