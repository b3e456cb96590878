//! MariaDB.

use crate::database::mariadb::Database;
use crate::{Case, all_told, findings, keyed, masked, notes, untold, unwarned};
use oubliette::adapter::sql::MysqlStore;

async fn all(cases: Vec<Case>) {
    let mut missing = Vec::new();
    for case in cases {
        let database = Database::new().await;
        missing.extend(untold(&database.pool, &case).await);
    }
    all_told(&missing);
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn keys_that_are_none_and_values_that_are_never_equal() {
    let unique: &[&str] = &["makes these columns unique"];
    let never: &[&str] = &["none of these are ever equal"];
    all(vec![
        ("CREATE TABLE people (id varchar(90), phone varchar(30), UNIQUE (id(10)))", keyed("id", ""), unique),
        ("CREATE TABLE people (id varchar(90) PRIMARY KEY, phone varchar(30))", keyed("id", ""), &[]),
        ("CREATE TABLE t (id int PRIMARY KEY, phone varchar(30)); CREATE VIEW people AS SELECT * FROM t", keyed("id", ""), unique),
        ("CREATE TABLE people (id int PRIMARY KEY, phone varchar(30)); CREATE TABLE notes (id int PRIMARY KEY, owner json)", notes("owner", "", ""), &["holds JSON"]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone varchar(30)); CREATE TABLE notes (id int PRIMARY KEY, owner set('1','2'))", notes("owner", "", ""), &["several values"]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone varchar(30)); CREATE TABLE notes (id int PRIMARY KEY, owner json)", notes("owner.id", "", ""), &[]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone varchar(30)); CREATE TABLE notes (id int PRIMARY KEY, owner datetime)", notes("owner.id", "", ""), &["holds no JSON"]),
        ("CREATE TABLE people (id binary(16) PRIMARY KEY, phone varchar(30)); CREATE TABLE notes (id int PRIMARY KEY, owner char(36))", notes("owner", "", ""), never),
        ("CREATE TABLE people (id binary(16) PRIMARY KEY, phone varchar(30)); CREATE TABLE notes (id int PRIMARY KEY, owner binary(16))", notes("owner", "", ""), &[]),
        ("CREATE TABLE people (id bigint PRIMARY KEY, phone varchar(30)); CREATE TABLE notes (id int PRIMARY KEY, owner int unsigned)", notes("owner", "", ""), &[]),
        ("CREATE TABLE people (id int PRIMARY KEY, phone varchar(30)); CREATE TABLE notes (id int PRIMARY KEY, owner decimal(10,2))", notes("owner", "", ""), never),
    ])
    .await;
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn links_in_other_spellings() {
    let sql = "CREATE TABLE people (id varchar(60) COLLATE COLLATION PRIMARY KEY, phone varchar(30)); CREATE TABLE notes (id int PRIMARY KEY, owner varchar(60) COLLATE COLLATION);
        INSERT INTO people (id) VALUES ('ana'); INSERT INTO notes VALUES (1, 'ana'), (2, 'SPELLED')";
    let mut cases: Vec<Case> = Vec::new();
    for (collation, spelled, is_other) in [
        ("utf8mb4_general_ci", "ANA", true),
        ("utf8mb4_unicode_ci", "\u{e1}na", true),
        ("utf8mb4_bin", "ana ", true),
        ("utf8mb4_nopad_bin", "ana ", false),
        ("utf8mb4_general_ci", "ana", false),
    ] {
        let sql = sql.replace("COLLATION", collation).replace("SPELLED", spelled);
        cases.push((
            Box::leak(sql.into_boxed_str()),
            notes("owner", "", ""),
            if is_other { &["other spellings"] } else { &[] },
        ));
    }
    all(cases).await;
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn bytes_that_no_text_meets() {
    let tenant = keyed("id", "").replace("subject", "tenant = \"account\"\nsubject");
    let own = keyed("id", "").replace("identifiers = {", "identifiers = { contact_id = \"id\",");
    let answered = format!("[stores.crm.unique]\n\"*.account\" = \"texts in UTF-8\"\n{tenant}");
    let bytes: &[&str] = &["the column holds bytes"];
    let table = "CREATE TABLE people (id binary(16) PRIMARY KEY, account binary(16), phone varchar(30))";
    all(vec![(table, tenant, bytes), (table, own, bytes), (table, answered, &[])]).await;
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn conditions_and_masks_that_the_database_would_refuse() {
    let table = |more: &str| -> &'static str {
        let sql = format!(
            "CREATE TABLE people (id int PRIMARY KEY, phone varchar(30), email varchar(60), state enum('new','gone'), age tinyint {more}); INSERT INTO people VALUES (1, '+442079460958', 'ana@x.example', 'new', 30)"
        );
        Box::leak(sql.into_boxed_str())
    };
    let wanted =
        |condition: &str| keyed("id", "").replace("subject", &format!("where = {{ {condition} }}\nsubject"));
    let constant = || masked("email = { mask = { constant = \"gone@x.example\" } }");
    let never: &[&str] = &["no row can meet this condition"];
    all(vec![
        (table(""), wanted("state = \"New\""), never),
        (table(""), wanted("state = [\"new\", \"old\"]"), never),
        (table(""), wanted("age = \"old\""), never),
        (table(""), wanted("age = 3000"), never),
        (table(""), wanted("state = \"new\", age = 30"), &[]),
        (table(", UNIQUE (email(20))"), constant(), &["the first record goes well"]),
        (
            table(", CHECK (email LIKE '%@%')"),
            masked("email = { mask = \"token\" }"),
            &["breaks a constraint"],
        ),
        (table(", CHECK (email LIKE '%@%')"), constant(), &[]),
        (
            table(", CHECK (email IS NOT NULL OR phone IS NOT NULL)"),
            masked("email = {}"),
            &["breaks a constraint"],
        ),
    ])
    .await;
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn changes_that_a_trigger_refuses() {
    let trigger = |event: &str, body: &str, engine: &str| -> &'static str {
        let sql = format!(
            "CREATE TABLE people (id int PRIMARY KEY, phone varchar(30), email varchar(60)) ENGINE = {engine}; INSERT INTO people VALUES (1, '+442079460958', 'ana@x.example'); CREATE TRIGGER t BEFORE {event} ON people FOR EACH ROW {body}"
        );
        Box::leak(sql.into_boxed_str())
    };
    let refuses = "SIGNAL SQLSTATE '45000'";
    let mut missing: Vec<String> = Vec::new();
    let cases: Vec<Case> = vec![
        (trigger("UPDATE", refuses, "InnoDB"), masked("email = {}"), &["a trigger refuses it"]),
        (trigger("UPDATE", "SET NEW.email = NULL", "InnoDB"), masked("email = {}"), &[]),
        (trigger("DELETE", refuses, "InnoDB"), keyed("id", ""), &["a trigger refuses it"]),
        (trigger("DELETE", "SET @erased = 1", "InnoDB"), keyed("id", ""), &[]),
    ];
    for case in cases {
        let database = Database::new().await;
        missing.extend(unwarned(&database.pool, &case).await);
    }
    all_told(&missing);
}

#[tokio::test]
#[ignore = "needs MariaDB"]
async fn rights_that_are_missing_and_engines_without_transactions() {
    let database = Database::new().await;
    database
        .run("CREATE TABLE people (id int PRIMARY KEY, phone varchar(30), email varchar(60)) ENGINE = MyISAM")
        .await;
    let user = format!("u{}", database.name.trim_start_matches("oubliette_test_"));
    for (grants, map, says) in [
        ("SELECT, DELETE", keyed("id", ""), ""),
        ("SELECT", keyed("id", ""), "no right of DELETE"),
        ("SELECT, UPDATE (phone)", masked("email = {}"), "no right of UPDATE"),
        ("DELETE, SELECT (id), UPDATE (phone)", keyed("id", ""), "no right of SELECT"),
    ] {
        database.run(&format!("CREATE OR REPLACE USER {user}@'%'; CREATE OR REPLACE USER {user}@localhost; CREATE OR REPLACE USER {user}@'127.0.0.1'")).await;
        for host in ["'%'", "localhost", "'127.0.0.1'"] {
            database.run(&format!("GRANT {grants} ON {}.people TO {user}@{host}", database.name)).await;
        }
        let url = database.url.replace("root@", &format!("{user}@"));
        let store = MysqlStore::open(&url).await.unwrap();
        let (checked, refused) = findings(store, &map).await;
        assert!(checked.to_string().contains("no transactions"), "{checked}");
        assert!(
            refused.to_string().contains(says) && says.is_empty() == refused.is_empty(),
            "{grants}: {refused}"
        );
    }
    database.run(&format!("DROP USER {user}@'%', {user}@localhost, {user}@'127.0.0.1'")).await;
}
