//! Drafts from live databases: they load, fit what they were made from, and leave nothing out without saying so.
#![cfg(feature = "inspect")]

use async_trait::async_trait;
use oubliette::datamap::{DataMap, Role};
use oubliette::finding::Findings;
use oubliette::inspect::{LiveStore, check_live};
use oubliette::plan::check_files;
use oubliette::policy::Policy;
use oubliette::port::{Catalogue, Column, ColumnKind, OnDelete, Reference, Schema, StoreError, Table};
use oubliette::scaffold::{Draft, draft};
use proptest::prelude::*;

#[derive(Debug)]
struct Tables(Vec<Table>);

#[async_trait]
impl Catalogue for Tables {
    async fn tables(&self) -> Result<Vec<Table>, StoreError> {
        Ok(self.0.clone())
    }
}

const TEXT: ColumnKind = ColumnKind::Text { limit: None };
const NUMBER: ColumnKind = ColumnKind::Integer;
const TIME: ColumnKind = ColumnKind::Time;

/// A table with the key `id` and these columns.
fn table(name: &str, columns: &[(&str, ColumnKind)]) -> Table {
    let column = |name: &str, kind: &ColumnKind| Column {
        name: name.to_owned(),
        kind: kind.clone(),
        nullable: name != "id",
        ..Column::default()
    };
    let mut all = vec![column("id", &NUMBER)];
    all.extend(columns.iter().map(|(name, kind)| column(name, kind)));
    let key = vec!["id".to_owned()];
    let schema = Schema { columns: all, unique: vec![key.clone()], indexes: vec![key], ..Schema::default() };
    Table { name: name.to_owned(), schema, rows: None, is_view: false }
}

fn refer(tables: &mut [Table], from: &str, column: &str, to: &str) {
    let reference = Reference {
        table: from.into(),
        columns: vec![column.into()],
        to_columns: vec!["id".into()],
        on_delete: OnDelete::Refuse,
    };
    tables.iter_mut().find(|table| table.name == to).unwrap().schema.referred_by.push(reference);
}

/// A small CRM with foreign keys, agents, a conversation, and something that nothing leads to.
fn crm() -> Vec<Table> {
    let mut tables = vec![
        table("accounts", &[("name", TEXT)]),
        table(
            "users",
            &[("account_id", NUMBER), ("email", TEXT), ("name", TEXT), ("encrypted_password", TEXT)],
        ),
        table(
            "contacts",
            &[
                ("account_id", NUMBER),
                ("name", TEXT),
                ("email", TEXT),
                ("phone_number", TEXT),
                ("owner_id", NUMBER),
                ("created_at", TIME),
            ],
        ),
        table("conversations", &[("account_id", NUMBER), ("contact_id", NUMBER), ("assignee_id", NUMBER)]),
        table("messages", &[("conversation_id", NUMBER), ("body", TEXT), ("created_at", TIME)]),
        table(
            "invoices",
            &[("account_id", NUMBER), ("contact_id", NUMBER), ("issued_at", TIME), ("buyer_phone", TEXT)],
        ),
        table("tags", &[("account_id", NUMBER), ("name", TEXT)]),
        table("waitlist", &[("email", TEXT)]),
    ];
    for from in ["users", "contacts", "conversations", "invoices", "tags"] {
        refer(&mut tables, from, "account_id", "accounts");
    }
    refer(&mut tables, "contacts", "owner_id", "users");
    refer(&mut tables, "conversations", "contact_id", "contacts");
    refer(&mut tables, "conversations", "assignee_id", "users");
    refer(&mut tables, "messages", "conversation_id", "conversations");
    refer(&mut tables, "invoices", "contact_id", "contacts");
    tables
}

fn loaded(draft: &Draft) -> (Policy, DataMap) {
    let (read, findings) = check_files(&draft.policy, &draft.datamap);
    read.unwrap_or_else(|| panic!("{findings}\n{}\n{}", draft.datamap, draft.policy))
}

async fn checked(tables: &[Table], draft: &Draft) -> Findings {
    let (policy, map) = loaded(draft);
    check_live(&policy, &map, &[LiveStore::new("crm", &Tables(tables.to_vec()))]).await.unwrap()
}

fn links(map: &DataMap, collection: &str) -> Vec<(Role, String, String)> {
    let collection = map.collection(collection).unwrap_or_else(|| panic!("no `{collection}`"));
    let link = |it: &oubliette::datamap::Link| {
        (it.role(), it.fields().join("+"), it.target().collection().to_owned())
    };
    collection.links().iter().map(link).collect()
}

fn link(role: Role, field: &str, of: &str) -> (Role, String, String) {
    (role, field.to_owned(), of.to_owned())
}

/// A number beside a type, whether or not the database has a foreign key there: a link over it would take the records of
/// others that have the same number.
#[tokio::test]
async fn a_pointer_beside_a_type_is_a_question_and_never_a_link() {
    for (id, kind, has_key) in [
        ("contact_id", "contact_type", false),
        ("contact_id", "contact_type", true),
        ("contactId", "contactType", false),
        ("contact_id", "contact_type_id", true),
    ] {
        let mut tables = vec![
            table("contacts", &[("name", TEXT), ("email", TEXT), ("phone_number", TEXT)]),
            table("messages", &[(id, NUMBER), (kind, TEXT), ("body", TEXT)]),
        ];
        if has_key {
            refer(&mut tables, "messages", id, "contacts");
        }
        let draft = draft("crm", &tables);
        let (_, map) = loaded(&draft);
        let of_messages = map.collection("messages").map(|it| it.links().len()).unwrap_or_default();
        assert_eq!(of_messages, 0, "{id}, {kind}:\n{}", draft.datamap);
        assert!(draft.datamap.contains(kind), "{id}, {kind}:\n{}", draft.datamap);
        checked(&tables, &draft).await;
    }
}

#[tokio::test]
async fn a_crm_is_drafted_as_its_keys_say() {
    let tables = crm();
    let draft = draft("crm", &tables);
    let (_, map) = loaded(&draft);
    assert_eq!(draft.subjects, ["contacts", "users"]);
    assert!(map.collection("accounts").unwrap().is_tenant_root());
    let contacts = map.collection("contacts").unwrap();
    assert_eq!((contacts.subject(), contacts.tenant()), (Some("contact"), Some("account_id")));
    assert_eq!(map.collection("users").unwrap().subject(), Some("operator"));
    let kinds: Vec<&str> = contacts.identifiers().iter().map(|it| it.kind().as_str()).collect();
    assert_eq!(kinds, ["email", "phone"]);
    assert_eq!(contacts.event("created").unwrap().field(), "created_at");
    assert!(contacts.field("name").is_some());
    assert_eq!(links(&map, "contacts"), [link(Role::Mentions, "owner_id", "users")]);
    assert_eq!(
        links(&map, "conversations"),
        [link(Role::OwnedBy, "contact_id", "contacts"), link(Role::Mentions, "assignee_id", "users")]
    );
    assert_eq!(links(&map, "messages"), [link(Role::OwnedBy, "conversation_id", "conversations")]);
    assert!(map.collection("messages").unwrap().field("body").is_some());
    let invoices = map.collection("invoices").unwrap();
    assert_eq!(
        (invoices.category().as_str(), invoices.event("issued").unwrap().field()),
        ("billing", "issued_at")
    );
    assert!(invoices.field("buyer_phone").is_some());
    assert!(map.collection("waitlist").is_none() && map.collection("tags").is_none());
}

#[tokio::test]
async fn what_stays_open_is_said_in_the_draft_and_asked_by_the_check() {
    let tables = crm();
    let draft = draft("crm", &tables);
    assert!(
        draft.questions.iter().any(|it| it.contains("`waitlist`") && it.contains("`email`")),
        "{draft:#?}"
    );
    assert!(draft.datamap.contains("tags"), "what was left out is named");
    let findings = checked(&tables, &draft).await;
    assert!(!findings.has_errors(), "{findings}");
    let asked: Vec<&str> = findings
        .iter()
        .filter(|it| it.problem.contains("looks personal"))
        .map(|it| it.words.as_str())
        .collect();
    assert_eq!(asked, ["waitlist"], "{findings}");
    assert!(!findings.iter().any(|it| it.problem.contains("foreign key without a link")), "{findings}");
}

#[tokio::test]
async fn links_are_guessed_from_names_where_there_are_no_keys() {
    let tables = vec![
        table("ps_customer", &[("email", TEXT), ("firstname", TEXT), ("lastname", TEXT)]),
        table("ps_address", &[("id_customer", NUMBER), ("address1", TEXT), ("phone", TEXT)]),
        table("ps_orders", &[("id_customer", NUMBER), ("id_address_delivery", NUMBER)]),
        table("ps_order_note", &[("id_order", NUMBER), ("message", TEXT)]),
        table("ps_employee", &[("email", TEXT), ("lastname", TEXT), ("passwd", TEXT)]),
        table("ps_order_history", &[("id_order", NUMBER), ("id_employee", NUMBER)]),
        table("ps_country", &[("iso_code", TEXT)]),
    ];
    let draft = draft("crm", &tables);
    let (_, map) = loaded(&draft);
    assert_eq!(draft.subjects, ["ps_customer", "ps_employee"]);
    assert_eq!(map.collection("ps_employee").unwrap().subject(), Some("operator"));
    assert_eq!(links(&map, "ps_address"), [link(Role::OwnedBy, "id_customer", "ps_customer")]);
    assert_eq!(links(&map, "ps_orders")[0], link(Role::OwnedBy, "id_customer", "ps_customer"));
    assert_eq!(links(&map, "ps_order_note"), [link(Role::OwnedBy, "id_order", "ps_orders")]);
    assert_eq!(
        links(&map, "ps_order_history"),
        [link(Role::OwnedBy, "id_order", "ps_orders"), link(Role::Mentions, "id_employee", "ps_employee")]
    );
    assert!(draft.datamap.contains("by its name"));
    let findings = checked(&tables, &draft).await;
    assert!(!findings.has_errors(), "{findings}");
}

#[tokio::test]
async fn people_whose_addresses_stand_elsewhere_are_people() {
    let tables = vec![
        table("user", &[("name", TEXT), ("default_email_id", NUMBER)]),
        table("user_email", &[("user_id", NUMBER), ("address", TEXT)]),
        table("ticket", &[("user_id", NUMBER), ("subject", TEXT), ("staff_id", NUMBER)]),
        table("staff", &[("username", TEXT), ("email", TEXT), ("firstname", TEXT)]),
    ];
    let draft = draft("crm", &tables);
    let (_, map) = loaded(&draft);
    assert_eq!(map.collection("user").unwrap().subject(), Some("contact"));
    let emails = map.collection("user_email").unwrap();
    assert_eq!(
        emails.identifiers().iter().map(|it| (it.kind().as_str(), it.field())).collect::<Vec<_>>(),
        [("email", "address")]
    );
    assert_eq!(
        links(&map, "ticket"),
        [link(Role::OwnedBy, "user_id", "user"), link(Role::Mentions, "staff_id", "staff")]
    );
}

#[tokio::test]
async fn masks_fit_their_columns() {
    let mut contacts = table(
        "contacts",
        &[
            ("email", ColumnKind::Text { limit: Some(255) }),
            ("phone", ColumnKind::Text { limit: Some(20) }),
            ("full_name", TEXT),
            ("gender", ColumnKind::Choice { values: vec!["unknown".into(), "f".into()] }),
            ("birthday", TIME),
            ("device_id", ColumnKind::Uuid),
            ("search_name", TEXT),
        ],
    );
    for column in &mut contacts.schema.columns {
        column.nullable = false;
        column.is_generated = column.name == "search_name";
    }
    contacts.schema.unique.push(vec!["email".into()]);
    let tables = vec![contacts];
    let draft = draft("crm", &tables);
    let findings = checked(&tables, &draft).await;
    assert!(!findings.has_errors(), "{findings}");
    let asked = draft.questions.iter().filter(|it| it.contains("cannot hold any mask")).count();
    assert_eq!(asked, 1, "a UUID that may not be null: {:#?}", draft.questions);
    assert!(draft.datamap.contains("gender = { mask = { constant = \"unknown\" } }"), "{}", draft.datamap);
    assert!(draft.datamap.contains("email = { mask = \"token\" }"), "{}", draft.datamap);
}

#[test]
fn a_database_without_people_is_drafted_as_questions() {
    let draft = draft("crm", &[table("tags", &[("name", TEXT)])]);
    assert!(draft.subjects.is_empty());
    assert!(draft.questions.iter().any(|it| it.contains("subject")), "{draft:#?}");
    assert!(toml::from_str::<toml::Table>(&draft.datamap).is_ok(), "{}", draft.datamap);
    assert!(toml::from_str::<toml::Table>(&draft.policy).is_ok(), "{}", draft.policy);
}

#[test]
fn a_table_without_a_key_is_asked_about() {
    let mut tables = crm();
    let mut visits = table("visits", &[("contact_id", NUMBER), ("ip_address", TEXT)]);
    visits.schema.unique.clear();
    tables.push(visits);
    let draft = draft("crm", &tables);
    assert!(draft.questions.iter().any(|it| it.contains("`visits`") && it.contains("no key")), "{draft:#?}");
}

/// Names of columns as they are, and as nobody expects them.
fn name() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(vec![
        "email",
        "phone",
        "name",
        "body",
        "contact_id",
        "user_id",
        "users_id",
        "account_id",
        "created_at",
        "created_by",
        "parent_id",
        "commentable_type",
        "commentable_id",
        "token",
        "city",
        "payload",
        "first name",
        "select",
        "Größe",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => "[a-z\"'\\\\ .#\\[\\]=\n\u{1b},é]{1,8}"]
}

fn kind() -> impl Strategy<Value = ColumnKind> {
    proptest::sample::select(vec![
        TEXT,
        ColumnKind::Text { limit: Some(10) },
        NUMBER,
        TIME,
        ColumnKind::Boolean,
        ColumnKind::Uuid,
        ColumnKind::Json,
        ColumnKind::Bytes,
        ColumnKind::Other,
        ColumnKind::Choice { values: vec!["a".into()] },
    ])
}

fn any_table() -> impl Strategy<Value = Table> {
    let names = proptest::sample::select(vec![
        "contacts",
        "users",
        "accounts",
        "messages",
        "contact_emails",
        "user_settings",
        "orders",
        "tags",
        "crm.leads",
        "participants",
        "conversations",
        "order items",
        "a\"b",
        "x\ny",
    ]);
    let columns = proptest::collection::vec((name(), kind(), any::<bool>(), any::<bool>()), 0..8);
    (names, columns, 0_usize..4, any::<bool>()).prop_map(|(name, columns, keyed, is_view)| {
        let mut table = table(name, &[]);
        for (name, kind, nullable, is_generated) in columns {
            if table.schema.column(&name).is_none() {
                let column = Column { name, kind, nullable, is_generated, ..Column::default() };
                table.schema.columns.push(column);
            }
        }
        if keyed == 0 {
            table.schema.unique =
                table.schema.columns.get(1).map(|it| vec![it.name.clone()]).into_iter().collect();
        }
        table.is_view = is_view && keyed == 1;
        table
    })
}

fn any_database() -> impl Strategy<Value = Vec<Table>> {
    let references = proptest::collection::vec((0_usize..12, 0_usize..8, 0_usize..12, 0_usize..3), 0..12);
    (proptest::collection::vec(any_table(), 0..12), references).prop_map(|(mut tables, references)| {
        tables.sort_by(|a, b| a.name.cmp(&b.name));
        tables.dedup_by(|a, b| a.name == b.name);
        for (from, column, to, on_delete) in references {
            let Some(source) = tables.get(from) else { continue };
            // No database lets a foreign key stand between types that are never equal.
            let column = source.schema.columns.get(column).filter(|it| it.kind == NUMBER);
            let Some(column) = column.map(|it| it.name.clone()) else { continue };
            let on_delete = [OnDelete::Refuse, OnDelete::Cascade, OnDelete::LetGo][on_delete];
            let (table, to_columns) = (source.name.clone(), vec!["id".to_owned()]);
            if let Some(target) = tables.get_mut(to).filter(|it| !it.is_view) {
                target.schema.referred_by.push(Reference {
                    table,
                    columns: vec![column],
                    to_columns,
                    on_delete,
                });
            }
        }
        tables
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Whatever the database is called and made of: the draft loads where there are people, nothing in it is an error, and
    /// every table that looks personal is declared or asked about.
    #[test]
    fn a_draft_of_any_database_loads_and_forgets_nothing(tables in any_database()) {
        let first = draft("crm", &tables);
        prop_assert_eq!(&first, &draft("crm", &tables));
        if first.subjects.is_empty() {
            prop_assert!(first.questions.iter().any(|it| it.contains("no table looks like people")));
            return Ok(());
        }
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let findings = runtime.block_on(checked(&tables, &first));
        prop_assert!(!findings.has_errors(), "{}\n{}", findings, first.datamap);
        for finding in findings.iter().filter(|it| it.problem.contains("it looks personal")) {
            let is_asked = first.questions.iter().any(|question| question.contains(&finding.words));
            prop_assert!(is_asked, "{} is not asked: {:#?}", finding, first.questions);
        }
    }
}
