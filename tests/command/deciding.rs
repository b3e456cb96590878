//! What an operator decides on the command line: lists, proof, approval, ends, deadlines, legal holds.

use crate::world::{ANA, CANARIES, Call, NOW, World, text};
use serde_json::Value;

impl World {
    fn desk(&self, words: &[&str]) -> Call {
        self.call(&[words, &["--ledger", "sqlite:ledger.db", "--json", "--now", NOW]].concat(), &[])
    }

    /// A request whose plan waits for approval: its id.
    fn waiting(&self) -> String {
        let call = self.erase(&["--identifier", ANA, "--now", NOW]);
        text(&call.state("awaiting_approval").json()["request"]).to_owned()
    }
}

impl World {
    async fn ledger<T>(&self, sql: &'static str) -> Vec<T>
    where
        T: Send + Unpin + for<'r> sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
    {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.path("ledger.db"));
        let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
        let rows = sqlx::query_scalar(sql).fetch_all(&pool).await.unwrap();
        pool.close().await;
        rows
    }

    async fn journal(&self) -> String {
        self.ledger::<String>("SELECT entry FROM oubliette_journal ORDER BY line").await.join("\n")
    }
}

fn ids(listed: &Value) -> Vec<&str> {
    listed["requests"].as_array().unwrap().iter().map(|it| text(&it["request"])).collect()
}

#[tokio::test]
async fn requests_are_listed_by_state_channel_tenant_and_deadline() {
    let world = World::with("approval = \"operator\"", "").await;
    let waits = world.waiting();
    let list = |more: &[&str]| world.desk(&[&["requests"], more].concat()).exits(0).json();
    let all = list(&[]);
    let one = &all["requests"][0];
    assert_eq!((text(&one["request"]), text(&one["state"])), (waits.as_str(), "awaiting_approval"));
    assert_eq!(one["channel"], "operator");
    assert_eq!(
        one["deadlines"],
        serde_json::json!([{ "source": "promise", "what": "complete",
                             "strict": "2026-12-21T00:00:00Z", "rolled": "2026-12-21T00:00:00Z" }])
    );
    for (more, is_there) in [
        (&["--state", "awaiting_approval", "--state", "running"][..], true),
        (&["--state", "completed"], false),
        (&["--channel", "operator"], true),
        (&["--channel", "email"], false),
        (&["--tenant", "7"], true),
        (&["--tenant", "8"], false),
        (&["--due-within", "29 days"], false),
        (&["--due-within", "31 days"], true),
        (&["--after", &waits], false),
    ] {
        assert_eq!(ids(&list(more)).len() == 1, is_there, "{more:?}");
    }
    world.desk(&["requests", "--state", "gone"]).exits(2).says("`awaiting_decision`");
    world.desk(&["requests", "--due-within", "soon"]).exits(2).says("7 days");
    let late = ["requests", "--ledger", "sqlite:ledger.db", "--now", "2027-02-01T00:00:00Z"];
    assert!(world.call(&late, &[]).exits(1).out.contains("OVERDUE"));
}

#[tokio::test]
async fn what_an_operator_decides_is_journalled_and_refused_where_the_state_does_not_allow_it() {
    let by = ["--by", "Q. Roe"];
    for (verb, more, state) in [
        ("refuse", &["--reason", "not their data", "--citation", "GDPR Art. 12(6)"][..], "refused"),
        ("cancel", &[], "cancelled"),
        ("forward", &["--to", "Shop 7"], "forwarded"),
    ] {
        let world = World::with("approval = \"operator\"", "").await;
        let id = world.waiting();
        let end = world.desk(&[&["request", verb, &id], more, &by].concat()).exits(0).state(state).json();
        if verb == "refuse" {
            assert_eq!(end["refusal"]["citation"], "GDPR Art. 12(6)", "{end}");
            world.desk(&["request", verb, &id, "--reason", "-"]).exits(2);
        }
        world.desk(&[&["request", verb, &id], more, &by].concat()).exits(2);
        assert_eq!(world.count("SELECT count(*) FROM contacts").await, 2);
        let shown = world.journal().await;
        assert!(shown.contains(r#""by":{"operator":"Q. Roe"}"#), "{shown}");
        CANARIES.iter().for_each(|canary| assert!(!shown.contains(canary), "{canary}"));
        let sealed: Vec<i64> = world.ledger("SELECT count(*) FROM oubliette_sealed").await;
        assert_eq!(sealed, [0], "who it was about is forgotten");
    }
}

#[tokio::test]
async fn a_plan_is_approved_by_its_hash_and_an_end_is_put_off_once() {
    let world = World::with("approval = \"operator\"", "").await;
    let id = world.waiting();
    let shown = world.desk(&["request", "show", &id]).exits(1).json();
    let hash = text(&shown["plan_hash"]);
    let last = if hash.ends_with('0') { "1" } else { "0" };
    let other = [&hash[..hash.len() - 1], last].concat();
    world.desk(&["request", "approve", &id, "--plan", &other]).exits(2).says("the plan");
    let extend = ["request", "extend", &id, "--reason", "four archives", "--by", "Q. Roe"];
    let extended = world.desk(&extend).exits(0).json();
    assert_eq!(extended["complete_by"], "2027-01-20T00:00:00Z", "as long again");
    world.desk(&extend).exits(2).says("only once");
    world.desk(&["request", "approve", &id, "--plan", hash, "--by", "Q. Roe"]).exits(0);
    world.resume(&["--now", NOW]).exits(0).state("completed_with_retention");
    world.desk(&["request", "approve", &id]).exits(2);
    world.desk(&["request", "cancel", &id]).exits(2);
}

#[tokio::test]
async fn proof_is_recorded_by_the_methods_that_the_policy_lists() {
    let world = World::with("", "\"password\"").await;
    let call = world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]);
    let id = text(&call.state("awaiting_verification").json()["request"]).to_owned();
    let prove = |method: &str| {
        world.desk(&["request", "prove", &id, "--method", method, "--policy", "policy.toml", "--by", "Q"])
    };
    prove("telepathy").exits(2).says("`password`");
    world.desk(&["request", "prove", &id, "--method", "password"]).exits(2).says("--policy");
    prove("password").exits(0);
    world.resume(&["--now", NOW]).exits(0).state("completed_with_retention");
}

#[tokio::test]
async fn a_hold_in_the_ledger_stops_requests_until_it_is_released() {
    let world = World::new().await;
    let place = ["hold", "place", "--matter", "Case 7", "--authority", "High Court", "--by", "Q. Roe"];
    let place = |more: &[&str]| world.desk(&[&place[..], more].concat());
    place(&[]).exits(2).says("what the hold is on");
    place(&["--everything", "--tenant", "7"]).exits(2).says("choose one");
    world.desk(&["hold", "place", "--matter", "Case 7", "--everything"]).exits(2).says("--authority");
    let placed = place(&["--identifier", "email=canary.ana@example.com", "--review", "2027-06-30"]);
    let placed = placed.exits(0).json();
    let held = &placed["holds"][0];
    assert_eq!((text(&held["matter"]), text(&held["scope"])), ("Case 7", "subject"));
    assert_eq!((text(&held["review"]), text(&held["placed_by"])), ("2027-06-30", "Q. Roe"));
    CANARIES.iter().for_each(|canary| assert!(!placed.to_string().contains(canary), "{canary}"));
    let report = world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(1).state("on_hold").json();
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 3);
    assert_eq!(world.desk(&["hold", "list"]).exits(0).json()["holds"].as_array().unwrap().len(), 1);
    world.desk(&["hold", "release", "Case 8"]).exits(2).says("no hold on that matter");
    let released = world.desk(&["hold", "release", "Case 7", "--by", "Q. Roe"]).exits(0).json();
    assert_eq!(released, serde_json::json!({ "holds": [], "due": 1 }));
    let end = world.resume(&["--now", NOW]).exits(0).state("completed_with_retention").json();
    assert_eq!(end["request"], report["request"]);
    for (name, bytes) in world.files() {
        if name.starts_with("ledger.db") {
            let shown = String::from_utf8_lossy(&bytes);
            assert!(!shown.contains("High Court"), "{name}");
        }
    }
}
