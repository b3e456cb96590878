//! The check of a data map against a live database: what it finds, how each finding is answered, and what it leaves alone.
#![cfg(feature = "inspect")]

use async_trait::async_trait;
use oubliette::adapter::memory::MemoryStore;
use oubliette::datamap::DataMap;
use oubliette::finding::{Findings, Severity};
use oubliette::inspect::{InspectError, LiveStore, check_live};
use oubliette::policy::Policy;
use oubliette::port::{
    Catalogue, Column, ColumnKind, OnDelete, Reference, Schema, StoreError, Table, Trigger,
};

const POLICY: &str = r#"
name = "Test"
version = "1"
[[category]]
id = "contacts"
on_erasure = "erase"
[[category]]
id = "billing"
on_erasure = "retain"
retain = [{ ground = "tax_law", citation = "CGST Act 2017, s. 36", period = "72 months", start = "issued" }]
"#;

/// Two collections that mention every column of [`crm`].
const MAP: &str = r#"
[stores.crm]
kind = "sql"
ANSWERS
[[collection]]
name = "contacts"
key = "id"
category = "contacts"
subject = "contact"
identifiers = { email = "email" }
[collection.fields]
name = {}
FIELDS

[[collection]]
name = "invoices"
key = "id"
category = "billing"
owned_by = [{ field = "contact_id", of = "contacts" }]
events = { issued = "issued_at" }
[collection.fields]
buyer = { category = "contacts" }
"#;

#[derive(Debug)]
struct Tables(Vec<Table>);

#[async_trait]
impl Catalogue for Tables {
    async fn tables(&self) -> Result<Vec<Table>, StoreError> {
        Ok(self.0.clone())
    }
}

const TEXT: ColumnKind = ColumnKind::Text { limit: None };

fn column(name: &str, kind: ColumnKind) -> Column {
    Column { name: name.to_owned(), kind, nullable: name != "id", ..Column::default() }
}

/// A table with the key `id` and these columns.
fn table(name: &str, columns: &[(&str, ColumnKind)]) -> Table {
    let mut all = vec![column("id", ColumnKind::Integer)];
    all.extend(columns.iter().map(|(name, kind)| column(name, kind.clone())));
    let key = vec!["id".to_owned()];
    let schema = Schema { columns: all, unique: vec![key.clone()], indexes: vec![key], ..Schema::default() };
    Table { name: name.to_owned(), schema, rows: Some(1_234), is_view: false }
}

fn reference(table: &str, column: &str, on_delete: OnDelete) -> Reference {
    Reference { table: table.into(), columns: vec![column.into()], to_columns: vec!["id".into()], on_delete }
}

/// A database that [`MAP`] fits.
fn crm() -> Vec<Table> {
    let mut contacts = table("contacts", &[("email", TEXT), ("name", TEXT)]);
    contacts.schema.referred_by.push(reference("invoices", "contact_id", OnDelete::Refuse));
    let columns = [("contact_id", ColumnKind::Integer), ("issued_at", ColumnKind::Time), ("buyer", TEXT)];
    let mut invoices = table("invoices", &columns);
    invoices.schema.indexes.push(vec!["contact_id".into()]);
    vec![contacts, invoices]
}

fn map(answers: &str, fields: &str) -> DataMap {
    DataMap::from_toml(&MAP.replace("ANSWERS", answers).replace("FIELDS", fields)).unwrap()
}

async fn check(map: &DataMap, tables: Vec<Table>) -> Findings {
    let policy = Policy::from_toml(POLICY).unwrap();
    check_live(&policy, map, &[LiveStore::new("crm", &Tables(tables))]).await.unwrap()
}

/// One finding that says all of this, and none once that answer is in the map.
#[track_caller]
fn asked_and_answered(asked: &Findings, says: &[&str], answered: &Findings) {
    assert_eq!(asked.len(), 1, "{asked}");
    let text = asked.to_string();
    for words in says {
        assert!(text.contains(words), "no `{words}` in {text}");
    }
    assert!(answered.is_empty(), "{answered}");
}

#[tokio::test]
async fn a_map_that_mentions_everything_has_no_findings() {
    let findings = check(&map("", ""), crm()).await;
    assert!(findings.is_empty(), "{findings}");
}

#[tokio::test]
async fn a_column_of_a_collection_is_answered_by_its_field() {
    let mut tables = crm();
    tables[0].schema.columns.push(column("nickname", TEXT));
    let asked = check(&map("", ""), tables.clone()).await;
    assert_eq!(asked.iter().next().unwrap().severity, Severity::Warning);
    for answer in
        ["nickname = {}", "nickname = { keep = true }", "nickname = { not_personal = \"a colour\" }"]
    {
        let answered = check(&map("", answer), tables.clone()).await;
        asked_and_answered(&asked, &["`nickname`", "a person's name", "collection `contacts`"], &answered);
    }
    let answer = "[stores.crm.not_personal]\n\"contacts.nickname\" = \"a colour\"";
    asked_and_answered(&asked, &[], &check(&map(answer, ""), tables).await);
}

#[tokio::test]
async fn a_table_that_is_no_collection_is_answered_as_a_whole_or_by_its_columns() {
    let mut tables = crm();
    tables.push(table("leads", &[("Phone", TEXT), ("clientIP", TEXT), ("score", ColumnKind::Integer)]));
    let asked = check(&map("", ""), tables.clone()).await;
    for about in ["leads", "LEADS", "lead*", "leads.*"] {
        let answer = format!("[stores.crm.not_personal]\n\"{about}\" = \"invented for a demonstration\"");
        let answered = check(&map(&answer, ""), tables.clone()).await;
        let says = [
            "table `leads`",
            "`Phone` (a phone number)",
            "`clientIP` (an IP address)",
            "[stores.crm.not_personal]",
        ];
        asked_and_answered(&asked, &says, &answered);
    }
    let answer = "[stores.crm.not_personal]\n\"leads.phone\" = \"ours\"";
    let half = check(&map(answer, ""), tables).await.to_string();
    assert!(half.contains("clientIP") && !half.contains("Phone"), "{half}");
}

#[tokio::test]
async fn an_answer_about_many_tables_leaves_collections_alone() {
    let mut tables = crm();
    tables[0].schema.columns.push(column("nickname", TEXT));
    let wide = check(&map("[stores.crm.not_personal]\n\"c*\" = \"carts and the like\"", ""), tables).await;
    assert_eq!(wide.len(), 1, "{wide}");
    assert!(wide.to_string().contains("nickname"), "{wide}");
}

#[tokio::test]
async fn answers_about_nothing_are_told() {
    let answers = "[stores.crm.not_personal]\n\"old_leads\" = \"gone\"\n[stores.crm.triggers]\n\"contacts.none\" = \"r\"";
    let findings = check(&map(answers, ""), crm()).await;
    let words: Vec<&str> = findings.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(words, ["old_leads", "contacts.none"]);
}

#[tokio::test]
async fn what_has_no_personal_words_near_people_is_left_alone() {
    let mut tables = crm();
    tables.push(table("tags", &[("name", TEXT), ("description", TEXT)]));
    tables.push(table("email_templates", &[("subject", TEXT), ("body", TEXT), ("name", TEXT)]));
    tables.push(table("numbers", &[("phone_number_id", TEXT), ("token_count", ColumnKind::Integer)]));
    tables.push(table("switches", &[("email", ColumnKind::Boolean), ("ip_pool", TEXT)]));
    let mut view = table("everybody", &[("email", TEXT)]);
    view.is_view = true;
    tables.push(view);
    let findings = check(&map("", ""), tables).await;
    assert!(findings.is_empty(), "{findings}");
}

#[tokio::test]
async fn what_is_linked_to_people_holds_what_they_wrote() {
    let mut tables = crm();
    tables.push(table("notes", &[("contact_id", ColumnKind::Integer), ("body", TEXT)]));
    tables.push(table("note_versions", &[("note_id", ColumnKind::Integer), ("old_value", TEXT)]));
    let text = check(&map("", ""), tables).await.to_string();
    assert!(text.contains("`body` (free text)") && text.contains("`old_value` (a bag"), "{text}");
    assert!(text.contains("column `contact_id` of table `notes` points to a record of `contacts`"), "{text}");
}

#[tokio::test]
async fn a_foreign_key_without_a_link_is_asked_about() {
    let mut tables = crm();
    tables[1].schema.columns.push(column("payer_id", ColumnKind::Integer));
    tables[0].schema.referred_by.push(reference("invoices", "payer_id", OnDelete::LetGo));
    let asked = check(&map("", ""), tables.clone()).await;
    let answer = "[stores.crm.not_linked]\n\"invoices.payer_id\" = \"always the contact too\"";
    let says = ["a foreign key without a link", "invoices.payer_id", "[stores.crm.not_linked]"];
    asked_and_answered(&asked, &says, &check(&map(answer, ""), tables).await);
}

#[tokio::test]
async fn what_the_database_does_by_itself_is_asked_about() {
    for (on_delete, says) in
        [(OnDelete::Cascade, "ON DELETE CASCADE"), (OnDelete::LetGo, "the database clears")]
    {
        let mut tables = crm();
        tables.push(table("badges", &[("holder", ColumnKind::Integer)]));
        tables[0].schema.referred_by.push(reference("badges", "holder", on_delete));
        let asked = check(&map("", ""), tables.clone()).await;
        let answer = "[stores.crm.cascades]\n\"badges.holder\" = \"as we promise\"";
        asked_and_answered(&asked, &[says, "badges.holder"], &check(&map(answer, ""), tables).await);
    }
    // Invoices are kept for years, and the database would take them along.
    let mut tables = crm();
    tables[0].schema.referred_by[0].on_delete = OnDelete::Cascade;
    let asked = check(&map("", ""), tables.clone()).await;
    let answer = "[stores.crm.cascades]\n\"invoices.contact_id\" = \"nothing else erases contacts\"";
    asked_and_answered(
        &asked,
        &["its category is not simply erased"],
        &check(&map(answer, ""), tables.clone()).await,
    );
    assert!(!asked.has_errors());
    // Where a cascade takes what came in that moment, letting go first is not enough.
    tables[0].schema.cascades_unseen = true;
    let refused = check(&map("", ""), tables.clone()).await;
    asked_and_answered(&refused, &["would go"], &check(&map(answer, ""), tables).await);
    assert!(refused.has_errors());
    let mut tables = crm();
    tables[1].schema.columns.push(column("payer_id", ColumnKind::Integer));
    tables[0].schema.referred_by.push(reference("invoices", "payer_id", OnDelete::Cascade));
    assert!(!check(&map("", ""), tables.clone()).await.has_errors());
    tables[0].schema.cascades_unseen = true;
    assert!(check(&map("", ""), tables).await.has_errors());
}

#[tokio::test]
async fn triggers_on_what_the_plan_writes_are_asked_about() {
    let trigger = |name: &str, on_delete, on_update| Trigger { name: name.to_owned(), on_delete, on_update };
    let mut tables = crm();
    tables[0].schema.triggers.push(trigger("archive", true, false));
    let asked = check(&map("", ""), tables.clone()).await;
    let answer = "[stores.crm.triggers]\n\"contacts.archive\" = \"counts, and copies nothing\"";
    asked_and_answered(&asked, &["archive", "erased"], &check(&map(answer, ""), tables).await);

    let mut tables = crm();
    tables[1].schema.triggers.push(trigger("audit", false, true));
    let masked = check(&map("", ""), tables).await;
    assert!(masked.to_string().contains("when a record is masked"), "{masked}");
}

#[tokio::test]
async fn a_link_without_an_index_costs_the_whole_table() {
    let mut tables = crm();
    tables[1].schema.indexes.pop();
    let asked = check(&map("", ""), tables.clone()).await;
    let answer = "[stores.crm.not_indexed]\n\"invoices.contact_id\" = \"erasures run at night\"";
    asked_and_answered(&asked, &["about 1,234 rows per person"], &check(&map(answer, ""), tables).await);
}

#[tokio::test]
async fn tables_columns_and_masks_that_do_not_fit_are_errors() {
    let mut tables = crm();
    tables[0].schema.columns[2].nullable = false;
    tables[1].schema.columns[3].nullable = false;
    let findings = check(&map("", ""), tables).await;
    assert!(findings.has_errors() && findings.to_string().contains("`fields.buyer`"), "{findings}");

    let mut tables = crm();
    tables[1].name = "bills".into();
    let findings = check(&map("", ""), tables).await;
    assert!(findings.errors().any(|it| it.problem.contains("no such table")), "{findings}");

    let mut tables = crm();
    tables[0].schema.columns.pop();
    let findings = check(&map("", ""), tables).await;
    assert!(findings.errors().any(|it| it.words == "name"), "{findings}");
}

#[tokio::test]
async fn names_compare_without_case_and_with_or_without_a_schema() {
    let mut tables = crm();
    tables[0].name = "Contacts".into();
    tables[0].schema.columns[1].name = "EMail".into();
    let findings = check(&map("", ""), tables).await;
    assert!(findings.is_empty(), "{findings}");

    let mut tables = crm();
    tables[0].name = "sales.contacts".into();
    tables.push(table("support.contacts", &[("email", TEXT)]));
    let findings = check(&map("", ""), tables).await;
    assert_eq!(findings.len(), 1, "{findings}");
    assert!(findings.to_string().contains("table `support.contacts`"), "{findings}");
}

#[tokio::test]
async fn databases_are_given_by_the_names_of_the_map() {
    let policy = Policy::from_toml(POLICY).unwrap();
    let map = map("", "");
    let empty = check_live(&policy, &map, &[]).await.unwrap();
    assert!(empty.to_string().contains("`crm`"), "{empty}");
    let error = check_live(&policy, &map, &[LiveStore::new("cmr", &Tables(Vec::new()))]).await.unwrap_err();
    assert!(matches!(error, InspectError::UnknownStore(name) if name == "cmr"));
}

#[tokio::test]
async fn sampled_values_show_what_no_name_does_and_are_never_repeated() {
    let mut tables = crm();
    tables.push(table("events", &[("ref", TEXT), ("blob", ColumnKind::Json), ("colour", TEXT)]));
    let store = MemoryStore::new().with_table("events", ["id"]);
    for id in 0..450 {
        let blob =
            format!(r#"{{"who": {{"canary{id}": "canary{id}@example.com"}}, "wa": "9198765{id:05}"}}"#);
        let reference = if id < 430 { format!("order-{id}") } else { format!("canary{id}@example.com") };
        let row =
            [("id", id.into()), ("ref", reference.into()), ("blob", blob.into()), ("colour", "red".into())];
        store.insert("events", row).unwrap();
    }
    let policy = Policy::from_toml(POLICY).unwrap();
    let catalogue = Tables(tables);
    let map = map("", "");
    let unsampled = check_live(&policy, &map, &[LiveStore::new("crm", &catalogue)]).await.unwrap();
    assert!(unsampled.is_empty(), "{unsampled}");
    let live = LiveStore::new("crm", &catalogue).with_sample(&store, 300);
    let text = check_live(&policy, &map, &[live]).await.unwrap().to_string();
    assert!(
        text.contains("`blob.wa` (a phone number)") && text.contains("`blob.who.*` (an e-mail address)"),
        "{text}"
    );
    assert!(!text.contains("canary") && !text.contains("colour") && !text.contains("`ref`"), "{text}");
}

#[cfg(feature = "sqlite")]
mod with_an_engine {
    use oubliette::adapter::memory::MemoryLedger;
    use oubliette::adapter::sql::SqliteStore;
    use oubliette::engine::{Engine, EngineError};
    use oubliette::port::MasterKey;
    use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};

    use super::*;

    async fn database(sql: &str) -> SqlitePool {
        let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&pool).await.unwrap();
        pool
    }

    /// What the engine refuses and what the check calls an error, in one order.
    async fn both(sql: &str) -> (Vec<String>, Vec<String>) {
        let store = SqliteStore::from_pool(database(sql).await);
        let policy = Policy::from_toml(POLICY).unwrap();
        let map = map("", "");
        let checked = check_live(&policy, &map, &[LiveStore::new("crm", &store)]).await.unwrap();
        let built = Engine::builder(policy, map)
            .with_store("crm", store)
            .with_ledger(MemoryLedger::new())
            .with_keys(MasterKey::new([7; 32]))
            .build()
            .await;
        let refused = match built {
            Ok(_) => Findings::new(),
            Err(EngineError::Unfit(findings)) => findings,
            Err(error) => panic!("{error}"),
        };
        let texts = |findings: &Findings| {
            let mut texts: Vec<String> = findings.errors().map(ToString::to_string).collect();
            texts.sort();
            texts
        };
        (texts(&refused), texts(&checked))
    }

    #[tokio::test]
    async fn the_engine_refuses_exactly_what_the_check_calls_an_error() {
        let contacts =
            "CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT, name TEXT, secret_token TEXT);";
        for (invoices, errors) in [
            (
                "id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id), issued_at TEXT, buyer TEXT",
                0,
            ),
            ("id INTEGER PRIMARY KEY, contact_id INTEGER, issued_at TEXT", 1),
            ("id INTEGER PRIMARY KEY, contact_id INTEGER, issued_at TEXT, buyer TEXT NOT NULL", 1),
            ("id INTEGER, contact_id INTEGER, issued_at TEXT, buyer TEXT", 1),
        ] {
            let (refused, checked) = both(&format!("{contacts} CREATE TABLE invoices ({invoices});")).await;
            assert_eq!(refused, checked, "{invoices}");
            assert_eq!(refused.len(), errors, "{refused:#?}");
        }
        let (refused, checked) = both(contacts).await;
        assert_eq!(refused, checked);
        assert_eq!(refused.len(), 1, "{refused:#?}");
    }
}
