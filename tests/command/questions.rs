//! Questions on the command line, what waits, and what a page says where not everything is gone.

use crate::world::{ANA, CANARIES, MAP, NOW, World, text};

/// A list of callers, of whom some belong to nobody.
const CALLS: &str = r#"
[[collection]]
name = "calls"
key = "id"
category = "conversations"
identifiers = { phone = { field = "caller", stored = "e164" } }
owned_by = [{ field = "contact_id", of = "contacts" }]
"#;

async fn world_with_a_stray_call() -> World {
    let world = World::new().await;
    world.write("datamap.toml", &[MAP, CALLS].concat());
    world
        .execute(
            "CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id INTEGER, caller TEXT);
             INSERT INTO calls VALUES (1, NULL, '+919876543210'), (2, 1, '+919876543210')",
        )
        .await;
    world
}

impl World {
    fn request(&self, words: &[&str]) -> crate::world::Call {
        self.call(
            &[&["request"], words, &["--ledger", "sqlite:ledger.db", "--json", "--now", NOW]].concat(),
            &[],
        )
    }
}

#[tokio::test]
async fn a_question_is_shown_and_answered_and_the_request_ends() {
    for (answer, left) in [("take", 0), ("leave", 1), ("accept", 1)] {
        let world = world_with_a_stray_call().await;
        let call = world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(1);
        let report = call.state("awaiting_decision").json();
        let id = text(&report["request"]);
        let asked = &report["questions"][0];
        assert_eq!(
            asked,
            &serde_json::json!({ "number": 1, "kind": "residue", "collection": "calls", "field": "caller",
                                 "count": 1, "decision": null })
        );
        assert_eq!(
            world.count("SELECT count(*) FROM contacts WHERE id = 1").await,
            0,
            "what it does not concern"
        );
        world.status(text(&report["code"]), &[]).exits(1).state("awaiting_decision");
        assert_eq!(world.request(&["show", id]).exits(1).json()["questions"], report["questions"]);
        // By nobody, without a reason, without a question of that number.
        let decide = |more: &[&str]| world.request(&[&["decide", id], more].concat());
        decide(&["--question", "1", "--answer", answer, "--by", "Q"]).exits(2).says("`--reason`");
        decide(&["--question", "1", "--answer", answer, "--by", "Q", "--reason", ""]).exits(2);
        decide(&["--question", "9", "--answer", answer, "--by", "Q", "--reason", "r"]).exits(2);
        decide(&["--question", "1", "--answer", "no", "--by", "Q", "--reason", "r"])
            .exits(2)
            .says("`accept`");
        let nothing = world.resume(&["--now", NOW]).exits(1).json();
        assert_eq!(nothing["requests"].as_array().unwrap().len(), 0);
        assert_eq!(nothing["waiting"]["states"]["awaiting_decision"], 1);
        let given = ["--question", "1", "--answer", answer, "--by", "Q. Roe", "--reason", "looked at it"];
        let files = ["--policy", "policy.toml", "--map", "datamap.toml", "--store", "sqlite:crm.db", "--yes"];
        let decided = decide(&[&given[..], &files[..]].concat()).exits(0).json();
        assert_eq!(decided["questions"][0]["decision"]["answer"], answer);
        assert_eq!(decided["state"], "running", "nobody is waited for any more");
        decide(&[&given[..], &files[..]].concat()).exits(2).says("it was answered already");
        let end = world.resume(&["--now", NOW]).exits(0).state("completed_with_retention").json();
        let strays = world.count("SELECT count(*) FROM calls WHERE caller IS NOT NULL").await;
        assert_eq!(strays, left, "{answer}: {end}");
        let told =
            end["warnings"].as_array().unwrap().iter().any(|it| text(it).contains("by Q. Roe: looked"));
        assert_eq!(told, answer != "take", "{end}");
        for (name, bytes) in world.files() {
            if name.starts_with("ledger.db") {
                let shown = String::from_utf8_lossy(&bytes);
                CANARIES.iter().for_each(|canary| assert!(!shown.contains(canary), "{canary} in {name}"));
            }
        }
    }
}

#[tokio::test]
async fn for_people_a_question_says_what_the_answers_do_and_nothing_due_says_who_is_waited_for() {
    let world = world_with_a_stray_call().await;
    let report = world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(1).json();
    let id = text(&report["request"]);
    let page = world.call(&["request", "show", id, "--ledger", "sqlite:ledger.db"], &[]).exits(1).out;
    for words in
        ["What no question concerns is done", "Question 1: 1 records of `calls`", "take: ", "leave: "]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("is gone"), "{page}");
    let files = ["--policy", "policy.toml", "--map", "datamap.toml", "--store", "sqlite:crm.db"];
    let resume = [&["resume"], &files[..], &["--ledger", "sqlite:ledger.db", "--now"]].concat();
    let page = world.call(&resume, &[NOW]).exits(1).out;
    let words = format!("{id}  awaiting_decision: waits for the answer to 1 questions");
    assert!(page.contains("Nothing is due.") && page.contains(&words), "{page}");
    let late = world.call(&resume, &["2027-03-01T00:00:00Z"]).exits(1).out;
    assert!(late.contains("OVERDUE since 2026-12-21"), "{late}");
    let last = if id.ends_with('0') { "1" } else { "0" };
    let other = [&id[..id.len() - 1], last].concat();
    world
        .call(&["request", "show", &other, "--ledger", "sqlite:ledger.db"], &[])
        .exits(1)
        .says("no such request");
    world.call(&["request", "show", "nonsense", "--ledger", "sqlite:ledger.db"], &[]).exits(2);
}

#[tokio::test]
async fn not_everything_is_gone_where_something_stays_and_of_a_tenant_the_account_is() {
    let world = World::new().await;
    let erase = |more: &[&str]| {
        let files = ["--policy", "policy.toml", "--map", "datamap.toml", "--store", "sqlite:crm.db", "--yes"];
        world
            .call(&[&["erase"], &files[..], &["--ledger", "sqlite:ledger.db"], more].concat(), &[])
            .exits(0)
            .out
    };
    // A table that nobody declared points to the contact, which stays as a shell.
    world
        .execute(
            "DELETE FROM invoices;
             CREATE TABLE audit (id INTEGER PRIMARY KEY, contact INTEGER NOT NULL REFERENCES contacts (id));
             INSERT INTO audit VALUES (1, 1)",
        )
        .await;
    let plan = world.plan(&["--identifier", ANA, "--tenant", "7", "--now", NOW]).exits(0);
    let page = erase(&["--tenant", "7", "--identifier", ANA]);
    assert!(
        page.contains("Completed, and some of it stays") && page.contains("1 stay as empty shells"),
        "{page}"
    );
    assert!(page.contains("audit.contact"), "what check warns of: {page}");
    assert!(plan.out.contains("audit.contact"), "{plan}");
    let left =
        world.count("SELECT count(*) FROM contacts WHERE id = 1 AND name IS NULL AND phone IS NULL").await;
    assert_eq!(left, 1);
    world.execute("DROP TABLE audit").await;
    let page = erase(&["--tenant", "7", "--identifier", "email=ben@example.com"]);
    assert!(page.contains("everything of the person is gone"), "{page}");
    let page = erase(&["--tenant", "7", "--scope", "tenant"]);
    assert!(page.contains("everything of the account is gone"), "{page}");
}

#[tokio::test]
async fn a_shell_whose_column_may_not_be_empty_is_refused_before_anything_is_changed() {
    let world = World::new().await;
    world
        .execute(
            "DELETE FROM invoices;
             ALTER TABLE contacts ADD COLUMN rank TEXT NOT NULL DEFAULT 'gold';
             CREATE TABLE audit (id INTEGER PRIMARY KEY, contact INTEGER NOT NULL REFERENCES contacts (id));
             INSERT INTO audit VALUES (1, 1)",
        )
        .await;
    let files = ["--policy", "policy.toml", "--map", "datamap.toml", "--store", "sqlite:crm.db", "--json"];
    let checked = world.call(&[&["check"], &files[..]].concat(), &[]).exits(1).json();
    let errors: Vec<_> =
        checked["findings"].as_array().unwrap().iter().filter(|it| it["severity"] == "error").collect();
    assert!(errors.len() == 1 && text(&errors[0]["words"]) == "rank", "{checked}");
    assert!(text(&errors[0]["problem"]).contains("`audit.contact`"), "{checked}");
    world.plan(&["--identifier", ANA, "--tenant", "7", "--now", NOW]).exits(1).says("rank = { keep = true }");
    world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(1).says("rank");
    assert_eq!(world.count("SELECT count(*) FROM messages").await, 3);
    // A mask, or that it is kept on purpose.
    for fields in
        ["name = {}\nrank = { mask = { constant = \"none\" } }", "name = {}\nrank = { keep = true }"]
    {
        world.write("datamap.toml", &MAP.replacen("name = {}", fields, 1));
        world.erase(&["--identifier", ANA, "--now", "2027-01-01T00:00:00Z", "--yes"]).exits(0);
    }
}
