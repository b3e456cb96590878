//! Which indexes PostgreSQL uses for the statements that erase.

use std::sync::Arc;

use sqlx::postgres::PgPool;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use super::PostgresStore;
use super::driver::PostgresDriver;
use crate::adapter::sql::dialect::Dialect as _;
use crate::adapter::sql::driver::Driver as _;
use crate::adapter::sql::render::Sql;
use crate::port::{Place, Selection};
use crate::value::{Condition, Value};

const CRM: &str = "
    CREATE TABLE contacts (id int PRIMARY KEY, kind text, phone text, uid uuid UNIQUE);
    CREATE TABLE messages (id int8 PRIMARY KEY, contact_id int, other_id int8, record_id text, uid varchar(40), body text);
    INSERT INTO contacts SELECT n, 'person', n, gen_random_uuid() FROM generate_series(1, 20000) AS n;
    INSERT INTO messages SELECT n, n / 10, n / 10, n / 10, gen_random_uuid(), 'x' FROM generate_series(1, 200000) AS n;
    CREATE INDEX messages_contact ON messages (contact_id); CREATE INDEX messages_record ON messages (record_id);
    CREATE INDEX messages_uid ON messages (uid);
    CREATE TABLE pieces (id int PRIMARY KEY, contact_id int) PARTITION BY RANGE (id);
    CREATE TABLE pieces_1 PARTITION OF pieces FOR VALUES FROM (0) TO (50000);
    CREATE TABLE pieces_2 PARTITION OF pieces FOR VALUES FROM (50000) TO (100000);
    INSERT INTO pieces SELECT n, n / 10 FROM generate_series(1, 99999) AS n; CREATE INDEX ON pieces (contact_id);
    CREATE TABLE parts (a int, b text, PRIMARY KEY (a, b)); INSERT INTO parts SELECT n, n FROM generate_series(1, 50000) AS n;
    ANALYZE";

/// A database of its own for `test`, dropped afterwards.
async fn with_crm<F: Future<Output = ()>>(name: &str, test: impl FnOnce(PostgresStore) -> F) {
    let server = std::env::var("OUBLIETTE_TEST_POSTGRES")
        .unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres".to_owned());
    let name = format!("oubliette_plans_{name}_{}", std::process::id());
    let mut administrator = PgConnection::connect(&server).await.unwrap();
    administrator.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    let options: sqlx::postgres::PgConnectOptions = server.parse().unwrap();
    let pool = PgPool::connect_with(options.database(&name)).await.unwrap();
    sqlx::raw_sql(CRM).execute(&pool).await.unwrap();
    test(PostgresStore::from_pool(pool.clone())).await;
    pool.close().await;
    administrator.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await.unwrap();
}

fn place(table: &str, only: Vec<Condition>) -> Place {
    Place::new(table, ["id".to_owned()], only)
}

fn linked(field: &str, to_field: &str, selection: Selection) -> Selection {
    Selection::Linked {
        fields: vec![field.to_owned()],
        to: Arc::new(place("contacts", vec![Condition::new("kind", ["person".into()])])),
        to_fields: vec![to_field.to_owned()],
        selection: Box::new(selection),
    }
}

/// What PostgreSQL says that it would do to erase the selection.
async fn plan(store: &PostgresStore, place: &Place, selection: &Selection) -> String {
    let shapes = store.0.shapes("", place, selection).await.unwrap();
    let statement = PostgresDriver::dialect(&shapes).erase(place, selection, Some(1000)).unwrap();
    let (text, binds) = statement.into_parts(|number| format!("\u{1}{number}\u{2}"));
    let mut explained = Sql::new("EXPLAIN ");
    let mut rest = text.as_str();
    for (number, value) in (1..).zip(binds) {
        let (before, behind) = rest.split_once(&format!("\u{1}{number}\u{2}")).unwrap();
        explained.push(before).bind(value);
        rest = behind;
    }
    explained.push(rest);
    let rows = store.0.driver.rows(explained).await.unwrap();
    let lines: Vec<_> = rows.iter().map(|row| row[0].to_text().unwrap()).collect();
    lines.join("\n")
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn values_in_a_field_are_found_by_its_index_however_many() {
    with_crm("values", |store| async move {
        for many in [1, 5, 30] {
            for value in [Value::Integer, |n: i64| Value::Text(n.to_string())] {
                for field in ["contact_id", "record_id"] {
                    let selection = Selection::one_of(field, (0..many).map(value));
                    let plan = plan(&store, &place("messages", vec![]), &selection).await;
                    assert!(!plan.contains("Seq Scan"), "{field} {many}: {plan}");
                    assert!(plan.contains("Tid Scan"), "{plan}");
                }
            }
            let selection = Selection::one_of("contact_id", (0..many).map(Value::Integer));
            let pieces = plan(&store, &place("pieces", vec![]), &selection).await;
            assert!(pieces.contains("contact_id") && !pieces.contains("SubPlan"), "{many}: {pieces}");
            let rows: Vec<_> = (0..many).map(|n| vec![n.into(), n.into()]).collect();
            let selection = Selection::rows(["a".to_owned(), "b".to_owned()], rows);
            let plan = plan(&store, &place("parts", vec![]), &selection).await;
            assert!(!plan.contains("Seq Scan") && plan.contains("parts_pkey"), "{many}: {plan}");
        }
    })
    .await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_link_is_driven_from_the_records_that_it_leads_to() {
    with_crm("links", |store| async move {
        let contacts = Selection::one_of("id", [7.into(), 8.into()]);
        for (field, to_field, index) in [
            ("contact_id", "id", "messages_contact"),
            ("record_id", "id", "messages_record"),
            ("uid", "uid", "messages_uid"),
            ("contact_id", "phone", "messages_contact"),
        ] {
            let selection = linked(field, to_field, contacts.clone());
            let plan = plan(&store, &place("messages", vec![]), &selection).await;
            assert!(plan.contains(index) && plan.contains("contacts_pkey"), "{field}: {plan}");
            assert!(!plan.contains("Seq Scan"), "{field}: {plan}");
        }
    })
    .await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn the_opposite_of_a_link_is_a_lookup_and_never_reads_the_other_table() {
    with_crm("opposites", |store| async move {
        let own = Selection::one_of("contact_id", [7.into()]);
        for field in ["other_id", "record_id"] {
            let others = linked(field, "id", Selection::one_of("id", [7.into()]).negated());
            let selection = own.clone().and(others.negated());
            let plan = plan(&store, &place("messages", vec![]), &selection).await;
            assert!(plan.contains("messages_contact") && plan.contains("contacts_pkey"), "{field}: {plan}");
            assert!(!plan.contains("Seq Scan"), "{field}: {plan}");
        }
    })
    .await;
}
