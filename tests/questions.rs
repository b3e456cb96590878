//! What only a person can decide: residue and ambiguous identities are asked, the end waits for the answer, and neither
//! `completed` nor `nothing_held` is said before.

#[path = "support/fuse.rs"]
mod fuse;
#[expect(dead_code, reason = "each test takes what it needs")]
mod support;

use chrono::TimeDelta;
use fuse::{Fuse, Fused};
use oubliette::datamap::DataMap;
use oubliette::engine::{Engine, EngineError, Idempotency, Report};
use oubliette::request::{Choice, Decision, QuestionKind, RequestId, RequestState};
use oubliette::value::Value;
use support::World;

const POLICY: &str = r#"
name = "Test"
version = "1"
[channels.operator]
verify = []
[[category]]
id = "people"
on_erasure = "erase"
[[category]]
id = "talk"
on_erasure = "anonymize"
"#;

const MAP: &str = r#"
[stores.crm]
kind = "sql"
[stores.crm.residue]
"calls.note" = "the exchange keeps them"
[[collection]]
name = "contacts"
key = "id"
category = "people"
subject = "contact"
identifiers = { phone = "phone", email = "email", account_no = "account_no" }
[[collection]]
name = "lines"
key = "id"
category = "people"
identifiers = { wa_id = "wa_id" }
owned_by = [{ field = "contact_id", of = "contacts" }]
[[collection]]
name = "rooms"
key = "id"
category = "people"
identifiers = { wa_id = "number" }
[[collection]]
name = "seats"
key = "id"
category = "people"
owned_by = [{ field = "contact_id", of = "contacts" }]
owns = [{ field = "room_id", of = "rooms" }]
[[collection]]
name = "visits"
key = "id"
category = "talk"
owned_by = [{ field = "contact_id", of = "contacts" }]
[collection.fields]
page = {}
note = { keep = true }
[[collection]]
name = "calls"
key = "id"
category = "talk"
owned_by = [{ field = "contact_id", of = "contacts" }]
[collection.fields]
note = { keep = true }
[[collection]]
name = "letters"
key = "id"
category = "people"
owned_by = [{ field = "from_id", of = "contacts" }, { field = "to_id", of = "contacts" }]
[collection.fields]
body = {}
"#;

const ANA: &str = "+442079460958";
const TABLES: [&str; 7] = ["contacts", "lines", "rooms", "seats", "visits", "calls", "letters"];

fn tables() -> Vec<(&'static str, &'static [&'static str])> {
    TABLES.iter().map(|name| (*name, &["id"] as &[&str])).collect()
}

fn empty_world() -> World {
    World::new(POLICY, MAP, &tables())
}

fn world() -> World {
    let world = empty_world();
    put(&world, "contacts", 1, &[("phone", ANA), ("email", "ana@example.com"), ("account_no", "77")]);
    put(&world, "contacts", 2, &[("phone", "+442079460959"), ("email", "ben@example.com")]);
    world
}

/// Fields of a row and their values as text.
type Fields = &'static [(&'static str, &'static str)];

/// Inserts a row; values that are numbers are links.
fn put(world: &World, table: &str, id: i64, fields: &[(&str, &str)]) {
    let value = |text: &str| text.parse::<i64>().ok().filter(|it| *it < 10).map_or(text.into(), Value::from);
    let fields = fields.iter().map(|(name, text)| (*name, value(text)));
    world.insert(table, &std::iter::once(("id", Value::from(id))).chain(fields).collect::<Vec<_>>());
}

fn decision(answer: Choice) -> Decision {
    Decision { answer, reason: "looked at it".to_owned(), by: "Q. Roe".to_owned() }
}

async fn begin(world: &World, identifiers: &[&str]) -> (Engine, RequestId, Report) {
    let engine = world.engine().await;
    let ticket = engine.open(&support::request(identifiers), &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    (engine, ticket.id, report)
}

/// What is asked: kind, collection, field and count of each open question.
fn asked(report: &Report) -> Vec<String> {
    let open = report.questions.iter().filter(|question| question.is_open());
    open.map(|it| {
        format!("{} {} {} {}", it.kind, it.collection, it.field.as_deref().unwrap_or("-"), it.count)
    })
    .collect()
}

fn note_of(world: &World, table: &str, field: &str) -> String {
    world.column(table, field).iter().filter_map(Value::to_text).collect::<Vec<_>>().join("|")
}

/// Residue in whatever place: what is asked, and what each answer leaves there.
#[tokio::test]
async fn residue_is_asked_and_each_answer_is_kept() {
    let places: [(&str, Fields, &str, &str); 2] = [
        // A record that is nobody's holds the number in a field for it.
        ("rooms", &[("number", "442079460958")], "number", "residue rooms number 1"),
        // A record of hers that stays names her in a text that is kept.
        ("visits", &[("contact_id", "1"), ("note", "mail ana@example.com")], "note", "residue visits note 1"),
    ];
    for (table, row, field, question) in places {
        for answer in [Choice::Leave, Choice::Accept, Choice::Take] {
            let world = world();
            put(&world, table, 5, row);
            let (engine, id, report) = begin(&world, &["phone=+442079460958", "wa_id=442079460958"]).await;
            assert_eq!(report.state, RequestState::AwaitingDecision, "{table}");
            assert_eq!(asked(&report), [question]);
            assert!(!report.is_settled());
            let contacts = world.store.rows("contacts");
            assert_eq!(contacts.len(), 1, "what no question concerns is done");
            let again = engine.run(id).await.unwrap();
            assert_eq!(
                (again.state, asked(&again)),
                (RequestState::AwaitingDecision, vec![question.to_owned()])
            );
            let number = again.questions[0].number;
            engine.decide(id, number, decision(answer)).await.unwrap();
            let end = engine.run(id).await.unwrap();
            assert_eq!(end.state, RequestState::Completed, "{table} {answer}: {end:?}");
            let left = note_of(&world, table, field);
            let is_left = left.contains("442079460958") || left.contains("ana@example.com");
            assert_eq!(is_left, answer != Choice::Take, "{table} {answer}: {left}");
            let told = end.warnings.iter().any(|it| it.contains("Q. Roe") && it.contains("looked at it"));
            assert_eq!(told, answer != Choice::Take, "{:?}", end.warnings);
            assert_eq!(end.is_all_gone(), answer == Choice::Take);
        }
    }
}

#[tokio::test]
async fn nothing_held_is_not_said_beside_a_record_that_holds_the_identifier() {
    let world = world();
    put(&world, "rooms", 5, &[("number", "442079460111")]);
    let (engine, id, report) = begin(&world, &["wa_id=442079460111"]).await;
    assert_eq!(asked(&report), ["residue rooms number 1"]);
    engine.decide(id, 1, decision(Choice::Leave)).await.unwrap();
    let end = engine.run(id).await.unwrap();
    assert_ne!(end.state, RequestState::NothingHeld);
    assert!(end.state.is_terminal());
    let (_, _, nobody) = begin(&world, &["wa_id=442079460112"]).await;
    assert_eq!(nobody.state, RequestState::NothingHeld);
}

#[tokio::test]
async fn what_others_wrote_is_told_and_not_asked() {
    let world = world();
    put(&world, "letters", 5, &[("from_id", "1"), ("to_id", "2"), ("body", "call me: +44 20 7946 0958")]);
    put(&world, "letters", 6, &[("from_id", "1"), ("to_id", "2"), ("body", "hello")]);
    let (_, _, end) = begin(&world, &["phone=+442079460958"]).await;
    assert_eq!((end.state, asked(&end)), (RequestState::Completed, vec![]));
    let told: Vec<_> = end.warnings.iter().filter(|it| it.contains("`letters`")).collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("1 records of `letters` that belong to others name the person"), "{told:?}");
}

#[tokio::test]
async fn numbers_and_the_hosts_own_kinds_are_not_looked_for_inside_of_texts() {
    let world = world();
    put(&world, "visits", 5, &[("contact_id", "1"), ("note", "77 seconds")]);
    let (_, _, end) = begin(&world, &["account_no=77"]).await;
    assert_eq!((end.state, asked(&end)), (RequestState::Completed, vec![]));
}

#[tokio::test]
async fn what_the_data_map_answers_is_told_with_its_reason() {
    let world = world();
    put(&world, "calls", 5, &[("contact_id", "1"), ("note", "from +442079460958")]);
    let (_, _, end) = begin(&world, &["phone=+442079460958"]).await;
    assert_eq!((end.state, asked(&end)), (RequestState::Completed, vec![]));
    assert!(end.warnings.iter().any(|it| it.contains("the exchange keeps them")), "{:?}", end.warnings);
}

/// A number on a room of two people: who is meant is asked before anything is changed.
#[tokio::test]
async fn whom_a_given_identifier_means_is_asked_before_the_first_write() {
    for (answer, contacts) in [(Choice::Take, 0), (Choice::Leave, 2)] {
        let world = world();
        put(&world, "rooms", 5, &[("number", "442079460111")]);
        put(&world, "seats", 5, &[("contact_id", "1"), ("room_id", "5")]);
        put(&world, "seats", 6, &[("contact_id", "2"), ("room_id", "5")]);
        let (engine, id, report) = begin(&world, &["wa_id=442079460111"]).await;
        assert_eq!(report.state, RequestState::AwaitingDecision);
        assert_eq!(report.questions[0].kind, QuestionKind::AmbiguousIdentity);
        assert_eq!(asked(&report), ["ambiguous_identity rooms - 1"]);
        assert_eq!(world.store.rows("contacts").len(), 2);
        engine.decide(id, 1, decision(answer)).await.unwrap();
        let next = engine.run(id).await.unwrap();
        assert_eq!(world.store.rows("contacts").len(), contacts, "{answer}: {next:?}");
        if answer == Choice::Take {
            assert_eq!(next.state, RequestState::Completed);
        } else {
            // It is theirs, whoever they are, and still holds what was given.
            assert_eq!(asked(&next), ["residue rooms number 1"]);
        }
    }
}

/// Two people with the given number are both the person; and a known owner leaves nothing to ask.
#[tokio::test]
async fn records_that_hold_a_given_identifier_themselves_are_the_person() {
    let world = world();
    put(&world, "contacts", 3, &[("phone", ANA), ("email", "other@example.com")]);
    put(&world, "rooms", 5, &[("number", "442079460958")]);
    put(&world, "seats", 5, &[("contact_id", "1"), ("room_id", "5")]);
    put(&world, "seats", 6, &[("contact_id", "2"), ("room_id", "5")]);
    let (_, _, report) = begin(&world, &["phone=+442079460958"]).await;
    assert_eq!((report.state, asked(&report)), (RequestState::Completed, vec![]));
    assert_eq!(note_of(&world, "contacts", "id"), "2");
}

#[tokio::test]
async fn an_answer_needs_an_open_question_a_reason_and_a_name() {
    let world = world();
    put(&world, "rooms", 5, &[("number", "442079460111")]);
    let (engine, id, _) = begin(&world, &["wa_id=442079460111"]).await;
    let say = |reason: &str, by: &str| Decision {
        answer: Choice::Leave,
        reason: reason.to_owned(),
        by: by.to_owned(),
    };
    for (question, given) in [(1, say("", "Q")), (1, say(" - ", "Q")), (1, say("why", " "))] {
        assert!(matches!(engine.decide(id, question, given).await, Err(EngineError::NoReason)));
    }
    for question in [0, 2] {
        let refused = engine.decide(id, question, say("why", "Q")).await;
        assert!(matches!(refused, Err(EngineError::NoQuestion(it)) if it == question));
    }
    engine.decide(id, 1, say("why", "Q")).await.unwrap();
    assert!(matches!(engine.decide(id, 1, say("why", "Q")).await, Err(EngineError::NoQuestion(1))));
    assert!(engine.report(id).await.unwrap().due.is_some());
}

/// Values that nobody understands and that hold the number or the address as a whole.
const UNREAD: [(&str, &str, &str); 15] = [
    ("contacts", "phone", "+44 20 7946 0958 ext. 12"),
    ("contacts", "phone", "tel:+442079460958;ext=5"),
    ("contacts", "phone", "sip:+442079460958@host"),
    ("contacts", "phone", "https://wa.me/442079460958"),
    ("contacts", "phone", "+442079460958 / +442079460111"),
    ("contacts", "phone", "[\"+442079460958\"]"),
    ("contacts", "phone", "011 44 20 7946 0958"),
    ("contacts", "phone", "442079460958.0"),
    ("contacts", "phone", "4.42079460958E+11"),
    ("lines", "wa_id", "442079460958-1600000000@g.us"),
    ("rooms", "number", "wa.me/442079460958"),
    ("contacts", "email", "Ana <ana@example.com>"),
    ("contacts", "email", "mailto:Ana@example.com"),
    ("contacts", "email", "ana@example.com."),
    ("contacts", "email", "ana@example.com, ben@example.com"),
];

const GIVEN: [&str; 3] = ["phone=+442079460958", "wa_id=442079460958", "email=ana@example.com"];

#[tokio::test]
async fn a_value_that_is_not_understood_is_asked_also_where_nothing_else_was_found() {
    for (table, field, held) in UNREAD {
        for answer in [Choice::Leave, Choice::Accept, Choice::Take] {
            let world = empty_world();
            put(&world, table, 5, &[(field, held)]);
            let (engine, id, report) = begin(&world, &GIVEN).await;
            assert_eq!(asked(&report), [format!("unreadable {table} {field} 1")], "{held}");
            assert_eq!(report.state, RequestState::AwaitingDecision);
            engine.decide(id, 1, decision(answer)).await.unwrap();
            let end = engine.run(id).await.unwrap();
            assert_eq!(
                (end.state, asked(&end)),
                (RequestState::Completed, vec![]),
                "{held} {answer}: {end:?}"
            );
            let is_left = note_of(&world, table, field) == held;
            assert_eq!(is_left, answer != Choice::Take, "{held} {answer}");
            // A record that is the person goes, and what is nobody's only loses the value.
            let stays = answer != Choice::Take || table != "contacts";
            assert_eq!(world.store.rows(table).len(), usize::from(stays), "{held} {answer}");
            let told = end.warnings.iter().any(|it| it.contains("Q. Roe") && it.contains("looked at it"));
            assert_eq!((told, end.is_all_gone()), (answer != Choice::Take, answer == Choice::Take));
        }
    }
}

#[tokio::test]
async fn what_is_understood_as_somebody_elses_is_not_asked() {
    for (table, field, held) in [
        ("contacts", "phone", "1442079460958999"),
        ("contacts", "phone", "+14420794609589"),
        ("contacts", "phone", "+442079460959 ext. 12"),
        ("contacts", "phone", "n/a"),
        ("contacts", "phone", "call 1442079460958"),
        ("contacts", "email", "banana@example.com"),
        ("contacts", "email", "Bana <banana@example.com>"),
        ("contacts", "email", "ana@example.com.org"),
        ("contacts", "email", "ana"),
        ("contacts", "account_no", "ana@example.com +442079460958"),
        ("lines", "wa_id", "442079460958@lid"),
        ("rooms", "number", "120363041234567890@g.us"),
    ] {
        let world = empty_world();
        put(&world, table, 5, &[(field, held)]);
        let (_, _, end) = begin(&world, &GIVEN).await;
        assert_eq!((end.state, asked(&end)), (RequestState::NothingHeld, vec![]), "{held}");
    }
}

#[cfg(feature = "national-numbers")]
#[tokio::test]
async fn a_number_without_its_country_is_asked_where_it_can_be_nothing_else() {
    for (held, is_asked) in [
        ("020 7946 0958", true),
        ("(020) 7946 0958", true),
        ("020 7946 0958 ext. 4", true),
        ("020 7946 0958, 07911 123456", true),
        ("20 7946 0958 x4", true),
        // Understood as a number in Egypt.
        ("20 7946 0958", false),
        ("020 7946 0959", false),
        ("+33 1 020 7946 0958 x4", false),
    ] {
        let world = empty_world();
        put(&world, "contacts", 5, &[("phone", held)]);
        let (_, _, report) = begin(&world, &GIVEN).await;
        assert_eq!(!asked(&report).is_empty(), is_asked, "{held}: {:?}", asked(&report));
    }
}

/// After the person was erased: what is taken then goes as well, with the people whose it is.
#[tokio::test]
async fn what_is_taken_after_the_first_write_goes_with_its_owners() {
    let world = world();
    put(&world, "contacts", 3, &[("phone", "+442079460958 x7"), ("email", "ana@work.example")]);
    put(&world, "contacts", 4, &[("phone", "+442079460111")]);
    put(&world, "lines", 5, &[("contact_id", "4"), ("wa_id", "https://wa.me/442079460958")]);
    put(&world, "visits", 5, &[("contact_id", "3"), ("page", "prices")]);
    let (engine, id, report) = begin(&world, &GIVEN).await;
    assert_eq!(asked(&report), ["unreadable contacts phone 1", "unreadable lines wa_id 1"]);
    assert_eq!(world.store.rows("contacts").len(), 3, "what no question concerns is done");
    for question in &report.questions {
        engine.decide(id, question.number, decision(Choice::Take)).await.unwrap();
    }
    let end = engine.run(id).await.unwrap();
    assert_eq!((end.state, asked(&end)), (RequestState::Completed, vec![]), "{end:?}");
    assert_eq!(note_of(&world, "contacts", "id"), "2");
    assert!(world.store.rows("lines").is_empty());
    assert_eq!(note_of(&world, "visits", "page"), "");
    assert!(end.is_all_gone());
}

/// What the data map answers is not asked, and a request that found nothing else does not say so.
#[tokio::test]
async fn what_cannot_be_read_is_answered_in_the_data_map_as_well() {
    let map = MAP.replace("\"calls.note\" = ", "\"rooms.number\" = \"labels of rooms\"\n\"calls.note\" = ");
    let world = World::new(POLICY, &map, &tables());
    put(&world, "rooms", 5, &[("number", "near 442079460958")]);
    let (_, _, end) = begin(&world, &GIVEN).await;
    assert_eq!((end.state, asked(&end)), (RequestState::Completed, vec![]));
    assert!(end.warnings.iter().any(|it| it.contains("labels of rooms")), "{:?}", end.warnings);
}

/// An answer about a collection that has left the data map is not passed over.
#[tokio::test]
async fn what_was_taken_in_a_collection_that_is_gone_stops_the_request() {
    for (held, kind) in [("442079460111", "residue"), ("wa.me/442079460111", "unreadable")] {
        let mut world = empty_world();
        put(&world, "rooms", 5, &[("number", held)]);
        let (engine, id, report) = begin(&world, &["wa_id=442079460111"]).await;
        assert_eq!(asked(&report), [format!("{kind} rooms number 1")]);
        engine.decide(id, 1, decision(Choice::Take)).await.unwrap();
        let declared = MAP
            .replace("name = \"rooms\"", "name = \"halls\"\ntable = \"rooms\"")
            .replace("of = \"rooms\"", "of = \"halls\"");
        world.map = DataMap::from_toml(&declared).unwrap();
        let stopped = world.engine().await.run(id).await.unwrap_err().to_string();
        assert!(stopped.starts_with("files_changed") && stopped.contains("`rooms`"), "{stopped}");
        assert_eq!(note_of(&world, "rooms", "number"), held);
    }
}

async fn fused(world: &World, fuse: &Fuse) -> Engine {
    Engine::builder(world.policy.clone(), world.map.clone())
        .with_store("crm", Fused(world.store.clone(), fuse.clone()))
        .with_ledger(Fused(world.ledger.clone(), fuse.clone()))
        .with_keys(oubliette::port::MasterKey::new([7; 32]))
        .with_clock(world.clock.clone())
        .with_batch_size(2)
        .build()
        .await
        .unwrap()
}

/// Runs a request, takes and leaves what is asked in turn, and runs it again, until it has ended.
async fn to_the_end(engine: &Engine, id: RequestId) -> Report {
    for _ in 0..9 {
        let report = engine.run(id).await.unwrap();
        if report.state.is_terminal() {
            return report;
        }
        assert_eq!(report.state, RequestState::AwaitingDecision);
        for question in report.questions.iter().filter(|question| question.is_open()) {
            let answer = if question.number.is_multiple_of(2) { Choice::Leave } else { Choice::Take };
            engine.decide(id, question.number, decision(answer)).await.unwrap();
        }
    }
    panic!("it asks again and again");
}

/// One world with everything that is asked; who dies at call `blows_at`, and what is left in the end.
async fn course(blows_at: usize, after_the_work: bool) -> (Vec<String>, Vec<String>, bool) {
    let world = world();
    put(&world, "rooms", 5, &[("number", "442079460111")]);
    put(&world, "rooms", 6, &[("number", "442079460958")]);
    put(&world, "seats", 5, &[("contact_id", "1"), ("room_id", "5")]);
    put(&world, "seats", 6, &[("contact_id", "2"), ("room_id", "5")]);
    put(&world, "visits", 5, &[("contact_id", "1"), ("note", "mail ana@example.com")]);
    put(&world, "letters", 5, &[("from_id", "1"), ("to_id", "2"), ("body", "hello")]);
    let fuse = Fuse::new(blows_at, after_the_work);
    let first = fused(&world, &fuse).await;
    let given = ["wa_id=442079460111", "wa_id=442079460958"];
    let ticket = first.open(&support::request(&given), &Idempotency::WhileOpen).await.unwrap();
    let died = fuse.until_it_blows(to_the_end(&first, ticket.id)).await.is_none();
    // The lease of the dead has to end first.
    world.clock.set(support::now() + TimeDelta::hours(1));
    let whole = Fuse::new(usize::MAX, after_the_work);
    let end = to_the_end(&fused(&world, &whole).await, ticket.id).await;
    assert_eq!(end.state, RequestState::Completed, "died at {blows_at}: {end:?}");
    let rows = TABLES.iter().map(|table| format!("{table}: {:?}", world.store.rows(table))).collect();
    let decided = end.questions.iter().map(|question| format!("{question:?}")).collect();
    (rows, decided, died)
}

#[tokio::test]
async fn who_dies_while_something_is_asked_comes_to_the_same_end() {
    let (rows, decided, _) = course(usize::MAX, false).await;
    assert!(decided.len() > 2, "{decided:?}");
    let mut deaths = 0;
    for after_the_work in [false, true] {
        for blows_at in 0.. {
            let (left, asked, died) = course(blows_at, after_the_work).await;
            assert_eq!(
                (&left, &asked),
                (&rows, &decided),
                "died at {blows_at}, after the work: {after_the_work}"
            );
            if !died {
                break;
            }
            deaths += 1;
        }
    }
    assert!(deaths > 100, "only {deaths} places to die at");
}
