//! Lists in records that stay: kept by a ground, anonymised, or of which nobody can tell whom they name.

use oubliette::port::{Place, Selection, Store as _};
use oubliette::request::{Choice, Decision, Outcome, QuestionKind, RequestState};
use oubliette::value::Value;

use crate::ground::{MAP, POLICY, phone};
use crate::support::World;

const TABLES: [(&str, &[&str]); 3] = [("contacts", &["id"]), ("chats", &["id"]), ("messages", &["id"])];

/// Ana, who is 1, and Ben, who is 2; a chat with each of these lists of participants.
fn chats(policy: &str, map: &str, participants: &[&str]) -> World {
    let world = World::new(policy, map, &TABLES);
    for id in [1, 2] {
        world.insert("contacts", &[("id", id.into()), ("phone", phone(id).into())]);
    }
    for (id, list) in (1_i64..).zip(participants) {
        world.insert(
            "chats",
            &[
                ("id", id.into()),
                ("participants", (*list).into()),
                ("title", "Ana's flat".into()),
                ("opened_at", "2026-01-01T00:00:00Z".into()),
            ],
        );
    }
    world
}

#[tokio::test]
async fn a_report_says_that_records_were_cleared() {
    let world = chats(POLICY, MAP, &["[1]", "[1,2,1,null]", "[2]"]);
    let report = world.erase(&[&format!("phone={}", phone(1))]).await;
    assert_eq!(report.state, RequestState::Completed, "{report:#?}");
    assert_eq!(world.column("chats", "participants"), [Value::from("[2,null]"), "[2]".into()]);
    let of_chats = report.steps.iter().filter(|step| step.collection == "chats" && step.records > 0);
    let told: Vec<_> = of_chats.map(|step| (step.outcome, step.records)).collect();
    assert_eq!(told, [(Outcome::Cleared, 1), (Outcome::Erased, 1)], "{report:#?}");
}

#[tokio::test]
async fn a_chat_that_is_kept_lets_go_of_the_person_and_of_nobody_else() {
    let kept = POLICY.replace(
        "id = \"conversations\"\non_erasure = \"erase\"",
        "id = \"conversations\"\non_erasure = \"retain\"\nthen = \"erase\"\n\
         retain = [{ ground = \"tax_law\", citation = \"AO 147\", period = \"6 years\", start = \"opened\" }]",
    );
    let map = MAP.replace(
        "mentions = [{ field = \"mentioned\"",
        "events = { opened = \"opened_at\" }\nmentions = [{ field = \"mentioned\"",
    ) + "events = { opened = \"opened_at\" }\n";
    let world = chats(&kept, &map, &["[1]", "[1,2]", "[2]"]);
    let report = world.erase(&[&format!("phone={}", phone(1))]).await;
    assert_eq!(report.state, RequestState::CompletedWithRetention, "{report:#?}");
    assert_eq!(world.column("chats", "participants"), [Value::from("[]"), "[2]".into(), "[2]".into()]);
    assert_eq!(world.column("contacts", "id"), [Value::from(2)]);
}

#[tokio::test]
async fn an_anonymised_chat_lets_go_as_well() {
    let anonymised = POLICY.replace(
        "id = \"conversations\"\non_erasure = \"erase\"",
        "id = \"conversations\"\non_erasure = \"anonymize\"",
    );
    let map = MAP.replace(
        "mentions = [{ field = \"mentioned\"",
        "fields.title = {}\nmentions = [{ field = \"mentioned\"",
    );
    let world = chats(&anonymised, &map, &["[1]", "[\"1\",\"2\"]", "[2]"]);
    let report = world.erase(&[&format!("phone={}", phone(1))]).await;
    assert_eq!(report.state, RequestState::Completed, "{report:#?}");
    assert_eq!(world.column("chats", "participants"), [Value::from("[]"), "[\"2\"]".into(), "[2]".into()]);
    assert_eq!(world.column("chats", "title"), [Value::Null, "Ana's flat".into(), "Ana's flat".into()]);
}

#[tokio::test]
async fn a_list_that_goes_with_the_record_takes_it_along() {
    let map = MAP.replace(
        "{ field = \"participants\", of = \"contacts\", list = true }",
        "{ field = \"participants\", of = \"contacts\", list = true, erase_record = true }",
    );
    let world = chats(POLICY, &map, &["[1]", "[1,2]", "[2]"]);
    let report = world.erase(&[&format!("phone={}", phone(1))]).await;
    assert_eq!(report.state, RequestState::Completed, "{report:#?}");
    assert_eq!(world.column("chats", "id"), [Value::from(3)]);
}

#[tokio::test]
async fn what_is_no_list_stays_and_is_asked_about() {
    for unreadable in ["{\"1\":true}", "[[1]]", "[{\"id\":1}]", "[1.5]", "1", "1,2"] {
        let world = chats(POLICY, MAP, &["[1]", unreadable]);
        let report = world.erase(&[&format!("phone={}", phone(1))]).await;
        assert_eq!(report.state, RequestState::AwaitingDecision, "{unreadable}: {report:#?}");
        let asked: Vec<_> =
            report.questions.iter().map(|it| (it.kind, it.collection.as_str(), it.count)).collect();
        assert_eq!(asked, [(QuestionKind::Unreadable, "chats", 1)], "{unreadable}");
        assert_eq!(report.questions[0].field.as_deref(), Some("participants"));
        assert_eq!(world.column("chats", "id"), [Value::from(2)], "{unreadable}");
        // It is looked at again once somebody has repaired it.
        let engine = world.engine().await;
        let id = report.request.unwrap();
        world.store.erase(&chat_place(), &Selection::Everything, 9).await.unwrap();
        world.insert("chats", &[("id", 2.into()), ("participants", "[1]".into())]);
        let decision = Decision { answer: Choice::Take, reason: "repaired".to_owned(), by: "Q".to_owned() };
        engine.decide(id, 1, decision).await.unwrap();
        let end = engine.run(id).await.unwrap();
        assert_eq!(end.state, RequestState::Completed, "{unreadable}: {end:#?}");
        assert!(world.column("chats", "id").is_empty(), "{unreadable}");
    }
}

fn chat_place() -> Place {
    Place::new("chats", ["id".to_owned()], vec![])
}

/// What has no key of the person's in it is nobody's question.
#[tokio::test]
async fn what_is_no_list_and_cannot_name_her_is_not_asked_about() {
    for unreadable in ["12,13", "not json", "[{\"id\":9}]", "21"] {
        let world = chats(POLICY, MAP, &["[1]", unreadable]);
        let report = world.erase(&[&format!("phone={}", phone(1))]).await;
        assert_eq!(report.state, RequestState::Completed, "{unreadable}: {report:#?}");
        assert_eq!(world.column("chats", "id"), [Value::from(2)], "{unreadable}");
    }
}
