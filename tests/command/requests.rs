//! Requests from their opening to their end.

use crate::world::{ANA, CANARIES, NOW, World, text};

#[tokio::test]
async fn an_erasure_does_what_it_says() {
    let world = World::new().await;
    let call = world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0).says("ledger.db.key");
    let report = call.state("completed_with_retention").json();
    for key in ["request", "code", "plan_hash"] {
        assert!(report[key].is_string(), "{key}: {report}");
    }
    assert!(report["warnings"].is_array());
    let outcomes: Vec<(&str, &str, &str, u64)> = report["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            assert!(step["reason"]["category"].is_string());
            let word = |key: &str| text(&step[key]);
            (word("collection"), word("action"), word("outcome"), step["records"].as_u64().unwrap())
        })
        .collect();
    for expected in [
        ("messages", "erase", "erased", 2),
        ("contacts", "erase", "erased", 1),
        ("invoices", "retain", "retained", 1),
        ("invoices", "anonymize", "anonymized", 1),
        ("invoices", "clear", "cleared", 1),
    ] {
        assert!(outcomes.contains(&expected), "{expected:?} in {outcomes:?}");
    }
    assert_eq!(world.count("SELECT count(*) FROM contacts WHERE id = 1").await, 0);
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 1);
    assert_eq!(
        world
            .count("SELECT count(*) FROM invoices WHERE id = 1 AND buyer IS NULL AND contact_id IS NULL")
            .await,
        1
    );
    assert_eq!(world.count("SELECT count(*) FROM invoices WHERE buyer = 'Ben' AND contact_id = 2").await, 1);
    for (name, bytes) in world.files() {
        if name.starts_with("ledger.db") {
            let shown = String::from_utf8_lossy(&bytes);
            for canary in CANARIES {
                assert!(!shown.contains(canary), "`{canary}` stands in `{name}`");
            }
        }
    }
    // For people.
    let page = world.call(&["status", "--ledger", "sqlite:ledger.db", text(&report["code"])], &[]).exits(0);
    assert!(page.out.contains("kept until 2032-03-15: tax_law, CGST Act 2017, s. 36"), "{page}");
}

#[tokio::test]
async fn somebody_unknown_has_a_code_as_well() {
    let world = World::new().await;
    let call = world.erase(&["--identifier", "phone=+447400123456", "--now", NOW, "--yes"]).exits(0);
    let report = call.state("nothing_held").json();
    world.status(text(&report["code"]), &[]).exits(0).state("nothing_held");
}

#[tokio::test]
async fn a_file_of_identifiers_is_one_request() {
    let world = World::new().await;
    world.write("leavers.csv", "phone,email\n+91 98765-43210,\n,ben@example.com\n+447400123456,\n");
    let call = world.erase(&["--identifiers", "leavers.csv", "--now", NOW, "--yes"]).exits(0);
    let report = call.state("completed_with_retention").json();
    assert_eq!(report["identification"]["persons"], 3);
    assert_eq!(report["identification"]["absent"], serde_json::json!([3]));
    assert_eq!(world.count("SELECT count(*) FROM contacts").await, 0);
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 0);
    assert_eq!(world.count("SELECT count(*) FROM invoices WHERE buyer IS NULL").await, 2);
    let again = world.erase(&["--identifiers", "leavers.csv", "--now", NOW, "--yes"]).exits(0);
    again.state("nothing_held");
    for (text, words) in [
        ("phone\n+91 98765-43210\ncanary-ana\n", "line 3, column 1"),
        ("", "name nobody"),
        ("nickname\ncanary-ana\n", "no collection of the map declares that kind"),
    ] {
        world.write("wrong.csv", text);
        world.erase(&["--identifiers", "wrong.csv", "--yes"]).exits(2).says(words);
    }
}

#[tokio::test]
async fn a_long_file_of_identifiers_becomes_several_requests() {
    let world = World::new().await;
    let unknown: String = (0..1_000).map(|number| format!("phone=+1415556{number:04}\n")).collect();
    world.write("leavers.txt", &format!("{unknown}phone=+919876543210\n"));
    let plan = world.plan(&["--identifiers", "leavers.txt", "--tenant", "7", "--now", NOW]).exits(0).json();
    assert_eq!(plan["requests"].as_array().unwrap().len(), 2);
    let call = world.erase(&["--identifiers", "leavers.txt", "--now", NOW, "--yes"]).exits(0);
    let requests = call.json()["requests"].clone();
    assert_eq!(requests[1]["state"], "completed_with_retention");
    for request in requests.as_array().unwrap() {
        world.status(text(&request["code"]), &[]).exits(0).state(text(&request["state"]));
    }
    assert_eq!(world.count("SELECT count(*) FROM contacts").await, 1);
}

#[tokio::test]
async fn an_operator_approves_the_plan_that_runs() {
    let world = World::with("approval = \"operator\"", "").await;
    let waiting = world.erase(&["--identifier", ANA, "--now", NOW]).exits(1);
    let waiting = waiting.state("awaiting_approval").json();
    assert_eq!(text(&waiting["plan_hash"]).len(), 64);
    assert!(
        waiting["steps"]
            .as_array()
            .unwrap()
            .iter()
            .any(|step| step["collection"] == "messages" && step["records"] == 2)
    );
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 3);
    let driven = world.resume(&["--now", NOW]).exits(0).json();
    assert_eq!(driven["requests"].as_array().unwrap().len(), 0, "approval is not a matter of time");
    world.status(text(&waiting["code"]), &[]).exits(1).state("awaiting_approval");

    let done = world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0);
    let done = done.state("completed_with_retention").json();
    assert_eq!((&done["request"], &done["code"]), (&waiting["request"], &waiting["code"]));
    assert_eq!(done["plan_hash"], waiting["plan_hash"]);
}

#[tokio::test]
async fn proof_is_asked_for_and_may_come_later() {
    let world = World::with("", "\"password\"").await;
    world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(1).state("awaiting_verification");
    world
        .erase(&["--identifier", ANA, "--now", NOW, "--yes", "--verified", "a_hunch"])
        .exits(2)
        .says("`password`");
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 3);
    let done = world.erase(&["--identifier", ANA, "--now", NOW, "--yes", "--verified", "password"]).exits(0);
    done.state("completed_with_retention");

    let world = World::with("", "\"password\"").await;
    let done = world.erase(&["--identifier", ANA, "--now", NOW, "--yes", "--verified", "password"]).exits(0);
    done.state("completed_with_retention");
}

#[tokio::test]
async fn days_of_grace_pass_before_anything_is_erased() {
    let world = World::with("grace = \"3 days\"", "").await;
    let report =
        world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0).state("scheduled").json();
    assert!(!report["steps"].as_array().unwrap().is_empty(), "what will be done is shown");
    let early = world.resume(&["--now", "2026-11-22T00:00:00Z"]).exits(0).json();
    assert_eq!(early["requests"].as_array().unwrap().len(), 0);
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 3);
    let done = world.resume(&["--now", "2026-12-01T00:00:00Z"]).exits(0);
    assert_eq!(done.state("completed_with_retention").json()["requests"][0]["request"], report["request"]);
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 1);
}

#[tokio::test]
async fn complete_is_said_once_the_backups_have_rotated() {
    let world = World::with("backups_rotate = \"30 days\"", "").await;
    let report =
        world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0).state("awaiting_backups").json();
    let code = text(&report["code"]);
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 1);
    world.resume(&["--now", "2026-12-01T00:00:00Z"]).exits(0);
    world.status(code, &[]).exits(0).state("awaiting_backups");
    world.resume(&["--now", "2027-01-01T00:00:00Z"]).exits(0).state("completed_with_retention");
    world.status(code, &[]).exits(0).state("completed_with_retention");
}

#[tokio::test]
async fn a_hold_suspends_until_it_is_released() {
    let world = World::new().await;
    let held = ["--identifier", ANA, "--now", NOW, "--yes", "--hold", "Case 7/2026=category:conversations"];
    let report = world.erase(&held).exits(1).state("on_hold").json();
    let messages =
        report["steps"].as_array().unwrap().iter().find(|step| step["collection"] == "messages").unwrap();
    assert_eq!(
        (text(&messages["outcome"]), text(&messages["reason"]["citation"])),
        ("on_hold", "Case 7/2026")
    );
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 3);
    let released = world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0).json();
    assert_eq!(released["request"], report["request"]);
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 1);
}

#[tokio::test]
async fn what_a_hold_has_stopped_is_resumed_once_no_hold_stops_it() {
    let world = World::new().await;
    let hold = ["--hold", "Case 7/2026=category:conversations"];
    let held = ["--identifier", ANA, "--now", NOW, "--yes", hold[0], hold[1]];
    let report = world.erase(&held).exits(1).state("on_hold").json();
    let still = world.resume(&["--now", NOW, hold[0], hold[1]]).exits(0).json();
    assert_eq!(still["requests"].as_array().unwrap().len(), 0, "{still}");
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 3);
    let released = world.resume(&["--now", NOW]).exits(0).json();
    assert_eq!(released["requests"][0]["request"], report["request"]);
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 1);
    let after = world.resume(&["--now", NOW]).exits(0).json();
    assert_eq!(after["requests"].as_array().unwrap().len(), 0, "{after}");
}

#[tokio::test]
async fn one_that_fails_does_not_stop_the_others() {
    let world = World::with("grace = \"3 days\"", "").await;
    world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0);
    world.erase(&["--identifier", "email=ben@example.com", "--now", NOW, "--yes"]).exits(0);
    world.execute("CREATE TRIGGER keep BEFORE DELETE ON contacts WHEN OLD.id = 1 BEGIN SELECT RAISE(ABORT, 'kept'); END").await;
    let driven = world.resume(&["--now", "2026-12-01T00:00:00Z"]).exits(1).json();
    let requests = driven["requests"].as_array().unwrap();
    assert_eq!(requests.len(), 2, "{driven}");
    assert_eq!(requests[0]["state"], "partially_failed");
    assert!(requests[0]["error"].is_string() && requests[1]["error"].is_null());
    assert_eq!(requests[1]["state"], "completed_with_retention");
    assert_eq!(world.count("SELECT count(*) FROM contacts").await, 1);

    world.execute("DROP TRIGGER keep").await;
    world.resume(&["--now", "2026-12-02T00:00:00Z"]).exits(0).state("completed_with_retention");
    assert_eq!(world.count("SELECT count(*) FROM contacts").await, 0);
}
