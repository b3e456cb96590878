//! Rows name objects in every spelling that hosts come up with. No object goes while somebody else's row may mean it, and no
//! row goes that is the only trace of an object: what cannot be understood is asked.

use oubliette::engine::{Engine, Idempotency, Report};
use oubliette::request::{Choice, Decision, Outcome, QuestionKind, RequestId, RequestState};

use super::folders;
use super::world::{World, request};

/// How a key is written otherwise.
type Rewrite = fn(&str) -> String;

/// How a key may be written down, whether or not that is understood.
const SPELLINGS: [(&str, Rewrite); 24] = [
    ("as it is", str::to_owned),
    ("absolute", |key| format!("/{key}")),
    ("from here", |key| format!("./{key}")),
    ("from the store's parent", |key| format!("../{key}")),
    ("a detour", |key| format!("x/../{key}")),
    ("a standstill", |key| key.replace('/', "/./")),
    ("an empty folder", |key| key.replace('/', "//")),
    ("closed", |key| format!("{key}/")),
    ("backslashes", |key| key.replace('/', "\\")),
    ("a query", |key| format!("{key}?v=2")),
    ("a fragment", |key| format!("{key}#top")),
    ("a URL", |key| format!("https://host.example/bucket/{key}")),
    ("a signed URL", |key| format!("https://host.example/bucket/{key}?X-Expires=300&b=/c")),
    ("the bucket in front", |key| format!("s3://bucket/{key}")),
    ("blanks around", |key| format!(" {key} ")),
    ("encoded", |key| key.replace('/', "%2F").replace(' ', "%20")),
    ("encoded twice", |key| key.replace('/', "%252F")),
    ("every letter encoded", |key| key.bytes().map(|byte| format!("%{byte:02x}")).collect()),
    ("blanks as signs", |key| key.replace(' ', "+")),
    ("decomposed", |key| key.replace('é', "e\u{301}")),
    ("in a list", |key| format!("[\"lost.jpg\", \"{key}\"]")),
    ("in a list with escapes", |key| format!("[\"{}\"]", key.replace('/', "\\/"))),
    ("among others", |key| format!("{key},lost.jpg")),
    ("one of several", |key| format!("{{lost.jpg;{key}}}")),
];

const KEYS: [&str; 3] = ["a/1.jpg", "m/é x.jpg", "top.jpg"];

/// Ana's row names an object, and so does somebody else's where there is one.
async fn world(key: &str, own: &str, other: Option<&str>) -> World {
    let world = World::with_attachments();
    for key in [key, "b/2.jpg"] {
        world.bucket.put(key).await;
    }
    world.attach(1, 1, own);
    world.attach(2, 1, "b/2.jpg");
    if let Some(other) = other {
        world.attach(3, 2, other);
    }
    world
}

async fn begin(world: &World) -> (Engine, RequestId, Report) {
    let engine = world.builder().build().await.unwrap();
    let ticket = engine.open(&request("ana"), &Idempotency::WhileOpen).await.unwrap();
    let report = engine.run(ticket.id).await.unwrap();
    (engine, ticket.id, report)
}

async fn answer(engine: &Engine, id: RequestId, report: &Report, answer: Choice) -> Report {
    for question in report.questions.iter().filter(|question| question.is_open()) {
        assert_eq!(question.kind, QuestionKind::Unreadable);
        let decision = Decision { answer, reason: "looked at it".to_owned(), by: "Q. Roe".to_owned() };
        engine.decide(id, question.number, decision).await.unwrap();
    }
    engine.run(id).await.unwrap()
}

/// The rule, wherever a request stands.
async fn check(world: &World, key: &str, is_others: bool, report: &Report, case: &str) {
    let is_there = world.bucket.keys().await.iter().any(|it| it == key);
    let is_row_there = world.ids("attachments").iter().any(|id| id == "1");
    assert!(is_there || !is_others, "{case}: an object went that somebody else's row names");
    assert!(is_row_there || !is_there || is_others, "{case}: an object is left that nothing names");
    match report.state {
        RequestState::Completed => assert!(!is_row_there, "{case}: a row is left"),
        RequestState::AwaitingDecision => {
            assert!(is_row_there, "{case}: a row went that is asked about");
            assert_eq!(world.ids("contacts"), ["1", "2"], "{case}: the person went before what is hers");
        }
        other => panic!("{case}: {other}"),
    }
    assert!(report.steps.iter().all(|step| step.outcome != Outcome::Failed), "{case}");
}

#[tokio::test]
async fn no_object_goes_that_another_row_may_mean_and_none_is_left_without_a_row() {
    let mut asked = 0;
    for key in KEYS {
        for (own_words, own) in SPELLINGS {
            let others = [None].into_iter().chain(SPELLINGS.iter().map(Some));
            // Every spelling beside every kind of them.
            let beside = if own_words == SPELLINGS[0].0 { SPELLINGS.len() + 1 } else { 4 };
            for other in others.take(beside) {
                let case = format!("{key}: {own_words} beside {:?}", other.map(|it| it.0));
                let written = other.map(|(_, spell)| spell(key));
                let world = world(key, &own(key), written.as_deref()).await;
                let (engine, id, report) = begin(&world).await;
                check(&world, key, other.is_some(), &report, &case).await;
                if report.state == RequestState::Completed {
                    continue;
                }
                asked += 1;
                // Nobody has put anything right: it is asked again.
                let again = answer(&engine, id, &report, Choice::Take).await;
                assert_eq!(again.state, RequestState::AwaitingDecision, "{case}");
                check(&world, key, other.is_some(), &again, &case).await;
            }
        }
    }
    assert!(asked > 150, "{asked}");
}

#[tokio::test]
async fn what_is_asked_goes_on_once_the_names_were_put_right() {
    for (words, spell) in SPELLINGS {
        let key = KEYS[0];
        let world = world(key, key, Some(&spell(key))).await;
        let (engine, id, report) = begin(&world).await;
        if report.state == RequestState::Completed {
            continue;
        }
        let only = &report.questions[0];
        assert_eq!((only.collection.as_str(), only.field.as_deref()), ("attachments", Some("object_key")));
        assert_eq!((report.questions.len(), only.count), (1, 1), "{words}");
        world.name_otherwise(3, "b/other.jpg").await;
        let end = answer(&engine, id, &report, Choice::Take).await;
        assert_eq!(end.state, RequestState::Completed, "{words}");
        assert!(world.bucket.keys().await.is_empty(), "{words}");
        assert_eq!(world.ids("attachments"), ["3"], "{words}");
    }
}

#[tokio::test]
async fn what_is_left_stays_and_is_told_and_the_rows_go() {
    for (given, other) in [(Choice::Leave, None), (Choice::Accept, Some("https://host.example/a/1.jpg"))] {
        let own = if other.is_none() { "a//1.jpg" } else { "a/1.jpg" };
        let world = world("a/1.jpg", own, other).await;
        let (engine, id, report) = begin(&world).await;
        assert_eq!(report.state, RequestState::AwaitingDecision);
        let end = answer(&engine, id, &report, given).await;
        assert_eq!(end.state, RequestState::Completed);
        assert_eq!(world.bucket.keys().await, ["a/1.jpg"], "what was to stay stays");
        assert_eq!(world.ids("attachments").len(), usize::from(other.is_some()), "her rows go");
        assert_eq!(world.ids("contacts"), ["2"]);
        assert!(
            !end.is_all_gone() && end.warnings.iter().any(|it| it.contains("Q. Roe")),
            "{:?}",
            end.warnings
        );
    }
}

/// What no question concerns is done, and only the end waits.
#[tokio::test]
async fn steps_that_no_question_concerns_run() {
    let notes = r#"
        [[collection]]
        name = "notes"
        key = "id"
        category = "conversations"
        owned_by = [{ field = "contact_id", of = "contacts" }]
    "#;
    let world = World::new(&[super::world::CONTACTS, super::world::ATTACHMENTS, super::world::MEDIA, notes]);
    world.insert("contacts", &[("id", 1.into()), ("handle", "ana".into())]);
    world.insert("notes", &[("id", 1.into()), ("contact_id", 1.into())]);
    world.attach(1, 1, "https://cdn.example/1.jpg");
    let (engine, id, report) = begin(&world).await;
    assert_eq!(report.state, RequestState::AwaitingDecision);
    assert!(world.ids("notes").is_empty(), "no question concerns them");
    assert_eq!(
        (world.ids("attachments"), world.ids("contacts")),
        (vec!["1".to_owned()], vec!["1".to_owned()])
    );
    assert!(
        engine.cancel(id, &oubliette::request::Actor::Person).await.is_err(),
        "something is gone already"
    );
    let end = answer(&engine, id, &report, Choice::Leave).await;
    assert_eq!(end.state, RequestState::Completed);
    assert!(world.ids("attachments").is_empty() && world.ids("contacts").is_empty());
}

/// Folders are named in as many ways.
#[tokio::test]
async fn no_folder_goes_that_another_row_may_mean() {
    for (words, spell) in SPELLINGS {
        let other = spell("team/x");
        let world = folders::world(&[("ana", "team/x/"), ("ben", &other)], &["team/x/1", "ana/2"]).await;
        let report = world.erase("ana").await;
        assert!(world.bucket.keys().await.contains(&"team/x/1".to_owned()), "{words}: {other}");
        let is_understood = report.state == RequestState::Completed;
        assert_eq!(world.ids("contacts").len(), if is_understood { 1 } else { 2 }, "{words}");
    }
}
