//! PostgreSQL.

use crate::database::postgres::Database;
use crate::{Case, all_told, findings, keyed, masked, notes, untold, unwarned};
use oubliette::adapter::sql::PostgresStore;

async fn all(cases: Vec<Case>) {
    let mut missing = Vec::new();
    for case in cases {
        let database = Database::new().await;
        missing.extend(untold(&database.pool, &case).await);
    }
    all_told(&missing);
}

const UNIQUE: &[&str] = &["nothing in table `people` makes these columns unique"];

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn keys_that_are_none() {
    let answered = "[stores.crm.unique]\n\"people.id\" = \"a job looks after it\"";
    all(vec![
        ("CREATE TABLE people (id int PRIMARY KEY, phone text)", keyed("id", ""), &[]),
        ("CREATE TABLE people (id int, phone text)", keyed("id", ""), UNIQUE),
        ("CREATE TABLE people (id int, phone text)", keyed("id", answered), &[]),
        ("CREATE TABLE people (id int, phone text, gone bool); CREATE UNIQUE INDEX u ON people (id) WHERE NOT gone", keyed("id", ""), UNIQUE),
        ("CREATE TABLE people (id text, phone text); CREATE UNIQUE INDEX u ON people (lower(id))", keyed("id", ""), UNIQUE),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE old_people () INHERITS (people)", keyed("id", ""), UNIQUE),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF people DEFAULT", keyed("id", ""), &[]),
        ("CREATE TABLE p (id int PRIMARY KEY, phone text); CREATE VIEW people AS SELECT * FROM p", keyed("id", ""), UNIQUE),
    ])
    .await;
}

/// Whoever writes while a statement erases is not seen by its conditions, and by its cascades.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn cascades_that_may_take_what_the_plan_keeps() {
    let along = "CREATE TABLE people (id int PRIMARY KEY, phone text);
        CREATE TABLE notes (id int PRIMARY KEY, owner int REFERENCES people ON DELETE CASCADE, reader int REFERENCES people, issued date)";
    let unseen: &[&str] = &["is not seen, and would go", "[stores.crm.cascades]", "notes.owner"];
    let shared = || notes("owner", "}, { field = \"reader\", of = \"people\"", "");
    let kept = || {
        notes("owner", "", "events = { issued = { field = \"issued\", as = \"date\" } }").replace(
            "name = \"notes\"\nkey = \"id\"\ncategory = \"gone\"",
            "name = \"notes\"\nkey = \"id\"\ncategory = \"kept\"",
        )
    };
    let answered = |map: String| {
        format!("[stores.crm.cascades]\n\"notes.owner\" = \"they are nothing without them\"\n{map}")
    };
    all(vec![
        (along, notes("owner", "", ""), &[]),
        (along, shared(), unseen),
        (along, kept(), unseen),
        (along, answered(shared()), &[]),
        (along, answered(kept()), &[]),
        (along, notes("owner", "", "where = { id = 1 }"), &["an erasure does not see them"]),
    ])
    .await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn links_in_other_spellings_and_values_that_are_never_equal() {
    let other: &[&str] = &["other spellings"];
    all(vec![
        ("CREATE EXTENSION citext; CREATE TABLE people (id citext PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner citext REFERENCES people);
          INSERT INTO people VALUES ('ana'); INSERT INTO notes VALUES (1, 'ANA')", notes("owner", "", ""), other),
        ("CREATE EXTENSION citext; CREATE TABLE people (id citext PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner citext REFERENCES people);
          INSERT INTO people VALUES ('ana'); INSERT INTO notes VALUES (1, 'ana')", notes("owner", "", ""), &[]),
        ("CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
          CREATE TABLE people (id text COLLATE nocase PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner text COLLATE nocase);
          INSERT INTO people VALUES ('ana'); INSERT INTO notes VALUES (1, 'Ana')", notes("owner", "", ""), other),
        ("CREATE TABLE people (id uuid PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner int)", notes("owner", "", ""), &["none of these are ever equal"]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner timestamp)", notes("owner", "", ""), &["none of these are ever equal"]),
        ("CREATE TABLE people (id uuid PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner varchar(20))", notes("owner", "", ""), &["none of these are ever equal"]),
        ("CREATE TABLE people (id uuid PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner text)", notes("owner", "", ""), &[]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner bigint)", notes("owner", "", ""), &[]),
        ("CREATE TABLE people (id varchar(30) PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner text)", notes("owner", "", ""), &[]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner int[])", notes("owner", "", ""), &["several values"]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner jsonb)", notes("owner", "", ""), &["holds JSON"]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner jsonb)", notes("owner.id", "", ""), &[]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner text)", notes("owner.id", "", ""), &["holds no JSON"]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner int)", notes("owner.id", "", ""), &["holds no JSON"]),
    ])
    .await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn conditions_that_no_row_can_meet() {
    let base = |kind: &str| -> &'static str {
        let sql = format!(
            "CREATE TYPE word AS ENUM ('contact', 'agent'); CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner int, kind {kind})"
        );
        Box::leak(sql.into_boxed_str())
    };
    let never: &[&str] = &["no row can meet this condition"];
    let wanted = |value: &str| notes("owner", &format!(", where = {{ kind = {value} }}"), "");
    let mut cases: Vec<Case> = Vec::new();
    for (kind, value) in [
        ("word", "\"Contact\""),
        ("int", "\"contact\""),
        ("smallint", "70000"),
        ("bool", "\"yes\""),
        ("uuid", "\"contact\""),
        ("date", "\"contact\""),
        ("varchar(5)", "\"contact\""),
        ("int[]", "1"),
    ] {
        cases.push((base(kind), wanted(value), never));
    }
    for (kind, value) in [
        ("word", "\"contact\""),
        ("int", "1"),
        ("int", "\"1\""),
        ("bool", "true"),
        ("varchar(7)", "\"contact\""),
        ("text", "\"contact\""),
        ("date", "\"2026-01-01\""),
    ] {
        cases.push((base(kind), wanted(value), &[]));
    }
    all(cases).await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn masks_that_the_database_would_refuse() {
    let table = |more: &str| -> &'static str {
        let sql = format!(
            "CREATE TABLE people (id int PRIMARY KEY, team int, phone text, email text, age int, gone bool); INSERT INTO people VALUES (1, 1, '+442079460958', 'ana@x.example', 30); {more}"
        );
        Box::leak(sql.into_boxed_str())
    };
    let constant = || masked("email = { mask = { constant = \"gone@x.example\" } }");
    let alike: &[&str] = &["the first record goes well and the second one never"];
    let broken: &[&str] = &["breaks a constraint"];
    all(vec![
        (table("CREATE UNIQUE INDEX u ON people (lower(email))"), constant(), alike),
        (table("CREATE UNIQUE INDEX u ON people (email) WHERE NOT gone"), constant(), alike),
        (table("CREATE UNIQUE INDEX u ON people (team, email)"), constant(), alike),
        (table("CREATE UNIQUE INDEX u ON people (id, email)"), constant(), &[]),
        (table("CREATE UNIQUE INDEX u ON people (coalesce(email, ''))"), masked("email = {}"), alike),
        (table("CREATE UNIQUE INDEX u ON people (email) NULLS NOT DISTINCT"), masked("email = {}"), alike),
        (table("CREATE UNIQUE INDEX u ON people (email)"), masked("email = {}"), &[]),
        (table("ALTER TABLE people ADD EXCLUDE USING btree (email WITH =)"), constant(), alike),
        (table("ALTER TABLE people ADD low text GENERATED ALWAYS AS (lower(email)) STORED UNIQUE"), constant(), alike),
        (table("ALTER TABLE people ADD CHECK (email LIKE '%@%')"), masked("email = { mask = \"token\" }"), broken),
        (table("ALTER TABLE people ADD CHECK (email LIKE '%@%')"), constant(), &[]),
        (table("ALTER TABLE people ADD CHECK (num_nonnulls(email, phone) > 0)"), masked("email = {}"), broken),
        (table("ALTER TABLE people ADD CHECK (age >= 18)"), masked("age = { mask = { constant = 0 } }"), broken),
        (table("CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%'); ALTER TABLE people ALTER email TYPE mail; ALTER TABLE people ADD CHECK (id > 0)"),
         masked("email = { mask = \"token\" }"), broken),
        (table(""), masked("age = { mask = { constant = 5000000000 } }"), &["the constant does not fit"]),
    ])
    .await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_cleared_link_that_a_constraint_needs() {
    let map = notes("owner", "", "").replace("owned_by", "mentions");
    let sql = "CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE TABLE notes (id int PRIMARY KEY, owner int, lead int, CHECK (num_nonnulls(owner, lead) = 1));
        INSERT INTO notes VALUES (1, NULL, 7)";
    all(vec![(sql, map.clone(), &["breaks a constraint"])]).await;
    let both = sql.replace("= 1", "> 1").replace("NULL, 7", "7, 7");
    all(vec![(Box::leak(both.into_boxed_str()), map, &["breaks a constraint"])]).await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn changes_that_a_trigger_refuses() {
    let people = |more: &str| -> &'static str {
        let sql = format!(
            "CREATE TABLE people (id int PRIMARY KEY, phone text, email text); INSERT INTO people VALUES (1, '+442079460958', 'ana@x.example'); {more}"
        );
        Box::leak(sql.into_boxed_str())
    };
    let trigger = |event: &str, body: &str| {
        people(&format!(
            "CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN {body} END'; CREATE TRIGGER t BEFORE {event} ON people FOR EACH ROW EXECUTE FUNCTION act()"
        ))
    };
    let refuses = "RAISE EXCEPTION ''no''; RETURN NULL;";
    let mut missing: Vec<String> = Vec::new();
    let cases: Vec<Case> = vec![
        (trigger("UPDATE", refuses), masked("email = {}"), &["a trigger or function refuses it"]),
        (trigger("UPDATE", "RETURN NEW;"), masked("email = {}"), &[]),
        (trigger("DELETE", refuses), keyed("id", ""), &["a trigger or function refuses it"]),
        (trigger("DELETE", "RETURN NULL;"), keyed("id", ""), &["still there once it has been erased"]),
        (trigger("DELETE", "RETURN OLD;"), keyed("id", ""), &[]),
        (
            people(
                "CREATE RULE soft AS ON DELETE TO people DO INSTEAD UPDATE people SET email = NULL WHERE id = old.id",
            ),
            keyed("id", ""),
            &["still there once it has been erased"],
        ),
    ];
    for case in cases {
        let database = Database::new().await;
        missing.extend(unwarned(&database.pool, &case).await);
    }
    all_told(&missing);
}

/// A role without rights of its own, for one test.
async fn as_role(sql: &str, map: &str) -> String {
    let database = Database::new().await;
    let role = format!("{}_role", database.name);
    database.run(&format!("CREATE ROLE {role} LOGIN; {}", sql.replace("ROLE_NAME", &role))).await;
    let options = database.options().username(&role);
    let pool = sqlx::postgres::PgPoolOptions::new().max_connections(2).connect_with(options).await.unwrap();
    let (checked, refused) = findings(PostgresStore::from_pool(pool.clone()), map).await;
    pool.close().await;
    database.run(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await;
    assert!(checked.errors().all(|it| refused.iter().any(|refused| refused == it)), "{checked}");
    refused.errors().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn rights_that_are_missing_and_rows_that_are_hidden() {
    const TABLE: &str = "CREATE TABLE people (id int PRIMARY KEY, phone text, email text);";
    let gone = keyed("id", "");
    for (grants, map, says) in [
        ("GRANT SELECT, DELETE ON people TO ROLE_NAME", gone.clone(), ""),
        ("GRANT SELECT ON people TO ROLE_NAME", gone.clone(), "no right of DELETE"),
        ("GRANT DELETE, SELECT (id) ON people TO ROLE_NAME", gone.clone(), "no right of SELECT"),
        ("GRANT SELECT, UPDATE (phone) ON people TO ROLE_NAME", masked("email = {}"), "no right of UPDATE"),
        ("GRANT SELECT, UPDATE (phone, email) ON people TO ROLE_NAME", masked("email = {}"), ""),
        (
            "ALTER TABLE people ENABLE ROW LEVEL SECURITY; GRANT ALL ON people TO ROLE_NAME",
            gone.clone(),
            "row-level security",
        ),
        (
            "ALTER TABLE people ENABLE ROW LEVEL SECURITY; GRANT ALL ON people TO ROLE_NAME",
            keyed("id", "[stores.crm.row_security]\npeople = \"its policy is USING (true)\""),
            "",
        ),
        (
            "ALTER TABLE people OWNER TO ROLE_NAME; ALTER TABLE people ENABLE ROW LEVEL SECURITY",
            gone.clone(),
            "",
        ),
        (
            "ALTER TABLE people OWNER TO ROLE_NAME; ALTER TABLE people ENABLE ROW LEVEL SECURITY; ALTER TABLE people FORCE ROW LEVEL SECURITY",
            gone.clone(),
            "row-level security",
        ),
    ] {
        let refused = as_role(&format!("{TABLE} {grants}"), &map).await;
        assert!(refused.contains(says) && says.is_empty() == refused.is_empty(), "{grants}: {refused}");
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn what_replication_and_read_only_relations_refuse() {
    let unidentified: &[&str] = &["published for replication"];
    all(vec![
        ("CREATE TABLE people (id int NOT NULL UNIQUE, phone text); CREATE PUBLICATION p FOR TABLE people", keyed("id", ""), unidentified),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); CREATE PUBLICATION p FOR TABLE people", keyed("id", ""), &[]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone text); ALTER TABLE people REPLICA IDENTITY NOTHING; CREATE PUBLICATION p FOR TABLE people", keyed("id", ""), unidentified),
        ("CREATE TABLE people (id int NOT NULL UNIQUE, phone text); ALTER TABLE people REPLICA IDENTITY FULL; CREATE PUBLICATION p FOR TABLE people", keyed("id", ""), &[]),
        ("CREATE TABLE people (id int NOT NULL UNIQUE, phone text); CREATE PUBLICATION p FOR TABLE people WITH (publish = 'insert')", keyed("id", ""), &[]),
        ("CREATE TABLE t (id int PRIMARY KEY, phone text); CREATE MATERIALIZED VIEW people AS SELECT * FROM t; CREATE UNIQUE INDEX u ON people (id)", keyed("id", ""), &["read only"]),
    ])
    .await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn copies_and_search_columns_are_asked_about() {
    let database = Database::new().await;
    database
        .run("CREATE TABLE people (id int PRIMARY KEY, phone text, name text, words tsvector, unasked tsvector GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED);
              CREATE MATERIALIZED VIEW people_search AS SELECT id, phone FROM people")
        .await;
    let (checked, _) = findings(PostgresStore::from_pool(database.pool.clone()), &masked("name = {}")).await;
    let text = checked.to_string();
    assert!(text.contains("`people_search`") && text.contains("`words`"), "{text}");
    assert!(text.contains("full-text search") && !text.contains("says `unasked`"), "{text}");
}
