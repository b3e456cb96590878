//! Files, stores and arguments: what is found before anything is opened, and what is only read.

use std::process::Stdio;

use crate::world::{ANA, MAP, NOW, POLICY, World, text};

#[tokio::test]
async fn check_reports_everything_at_once() {
    let world = World::new().await;
    let files = ["check", "--policy", "policy.toml", "--map", "datamap.toml"];
    let clean = world.call(&files, &["--json", "--store", "sqlite:crm.db"]).exits(0).json();
    assert_eq!(clean["errors"], 0, "{clean}");

    world.write(
        "policy.toml",
        &POLICY.replace("PROMISES", "grace = \"soon\"").replace("VERIFY", "").replace("72 months", "much"),
    );
    world.write("datamap.toml", &MAP.replace("of = \"contacts\"", "of = \"nobody\""));
    let found = world.call(&files, &["--json"]).exits(1).json();
    let errors = found["errors"].as_u64().unwrap();
    assert!(errors >= 4, "{found}");
    let findings = found["findings"].as_array().unwrap();
    assert_eq!(findings.len() as u64, errors + found["warnings"].as_u64().unwrap());
    for finding in findings {
        for key in ["severity", "at", "words", "problem", "remedy"] {
            assert!(finding[key].is_string(), "{finding}");
        }
    }
    let page = world.call(&files, &[]).exits(1);
    assert!(page.out.lines().count() > findings.len(), "{page}");
    world.plan(&["--all-tenants", "--identifier", ANA]).exits(1).json()["findings"].as_array().unwrap();
}

#[tokio::test]
async fn check_compares_with_the_live_schema() {
    let world = World::new().await;
    world.execute("ALTER TABLE invoices RENAME COLUMN buyer TO purchaser").await;
    let live = [
        "check",
        "--policy",
        "policy.toml",
        "--map",
        "datamap.toml",
        "--json",
        "--store",
        "crm=sqlite:crm.db",
    ];
    let found = world.call(&live, &[]).exits(1).json();
    assert_eq!(found["errors"], 1, "{found}");
    assert_eq!(found["findings"][0]["words"], "buyer");

    world.execute("ALTER TABLE invoices RENAME COLUMN purchaser TO buyer; DROP INDEX messages_contact").await;
    let found = world.call(&live, &[]).exits(0).json();
    assert_eq!((found["errors"].as_u64(), found["warnings"].as_u64()), (Some(0), Some(1)), "{found}");
    world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0);
}

#[tokio::test]
async fn check_ends_with_1_on_the_first_undeclared_column_where_it_is_strict() {
    let world = World::new().await;
    let live =
        ["check", "--policy", "policy.toml", "--map", "datamap.toml", "--store", "sqlite:crm.db", "--json"];
    world.call(&live, &["--strict"]).exits(0);
    world.execute("ALTER TABLE contacts ADD COLUMN nickname TEXT").await;
    world
        .execute("UPDATE contacts SET nickname = 'canary-ana'; ALTER TABLE messages ADD COLUMN x TEXT")
        .await;
    world.execute("UPDATE messages SET x = 'canary.ana@example.com'").await;
    let before = world.files();
    let found = world.call(&live, &[]).exits(0).json();
    assert_eq!((found["errors"].as_u64(), found["warnings"].as_u64()), (Some(0), Some(1)), "{found}");
    assert_eq!(found["findings"][0]["words"], "nickname");
    world.call(&live, &["--strict"]).exits(1);
    let sampled = world.call(&live, &["--sample", "10"]).exits(0).json();
    assert_eq!(sampled["warnings"], 2, "{sampled}");
    assert_eq!(sampled["findings"][1]["words"], "x");
    assert_eq!(world.files(), before, "a check writes nothing");
    let answer =
        "[stores.crm]\nkind = \"sql\"\n[stores.crm.not_personal]\n\"contacts.nickname\" = \"a colour\"\n";
    world.write("datamap.toml", &format!("{answer}{MAP}"));
    world.call(&live, &["--strict"]).exits(0);
    world.call(&live, &["--sample", "0"]).exits(2).says("--sample");
}

#[tokio::test]
async fn scaffold_writes_two_drafts_that_load_and_fit() {
    let world = World::new().await;
    let scaffold = ["scaffold", "--store", "crm=sqlite:crm.db"];
    let before = world.files();
    world.call(&scaffold, &[]).exits(2).says("--force");
    assert_eq!(world.files(), before, "nothing is written over what is there");
    world.call(&scaffold, &["--policy", "new.toml"]).exits(2).says("datamap.toml");
    assert_eq!(world.files(), before, "both files or none");
    let paths = ["--policy", "p.toml", "--map", "m.toml"];
    let made = world.call(&scaffold, &[&paths[..], &["--json"]].concat()).exits(0).json();
    assert_eq!((made["tables"].as_u64(), made["collections"].as_u64()), (Some(3), Some(3)), "{made}");
    assert_eq!(made["subjects"][0], "contacts");
    assert!(!made["questions"].as_array().unwrap().is_empty());
    let live = ["check", "--policy", "p.toml", "--map", "m.toml", "--store", "sqlite:crm.db", "--json"];
    let found = world.call(&live, &[]).exits(0).json();
    assert_eq!(found["errors"], 0, "{found}");
    let page = world.call(&scaffold, &[&paths[..], &["--force"]].concat()).exits(0);
    assert!(page.out.contains("oubliette check --strict") && page.out.contains("3 collections"), "{page}");
    world
        .call(&["scaffold", "--store", "two words=sqlite:crm.db", "--force"], &[])
        .exits(1)
        .says("two words");
    world.call(&["scaffold", "--store", "crm=sqlite:none.db", "--force"], &[]).exits(2).says("none.db");
    world.call(&["scaffold", "--store", "crm=canary-ana", "--force"], &[]).exits(2).says("sqlite:PATH");
}

#[tokio::test]
async fn an_erasure_is_not_begun_where_the_schema_does_not_fit() {
    let world = World::new().await;
    world.execute("ALTER TABLE invoices RENAME COLUMN buyer TO purchaser").await;
    let before = world.files();
    let call = world.erase(&["--identifier", ANA, "--yes"]).exits(1);
    assert_eq!(call.json()["findings"][0]["words"], "buyer", "{call}");
    assert_eq!(world.files(), before, "neither a ledger nor a key was made");
}

#[tokio::test]
async fn plan_counts_and_writes_nothing() {
    let world = World::new().await;
    for sql in ["SELECT 1", "PRAGMA journal_mode = WAL"] {
        world.execute(sql).await;
        let before = world.files();
        let report = world.plan(&["--tenant", "7", "--identifier", ANA, "--now", NOW]).exits(0).json();
        assert!(world.files() == before, "{sql}: {:?}", world.files().keys());
        assert!(report["request"].is_null() && report["code"].is_null());
        assert_eq!(text(&report["plan_hash"]).len(), 64);
        let steps = report["steps"].as_array().unwrap();
        let of = |collection: &str, action: &str| {
            steps.iter().find(|step| step["collection"] == collection && step["action"] == action).unwrap()
        };
        assert_eq!(of("messages", "erase")["records"], 2);
        assert_eq!(of("contacts", "erase")["records"], 1);
        assert_eq!(of("invoices", "retain")["reason"]["citation"], "CGST Act 2017, s. 36");
        assert_eq!(of("invoices", "retain")["reason"]["until"], "2032-03-15");
        let again = world.plan(&["--tenant", "7", "--identifier", ANA, "--now", NOW]).json();
        assert_eq!(again, report);
        // On a later day, the invoice's ground has ended.
        let later =
            world.plan(&["--tenant", "7", "--identifier", ANA, "--now", "2032-03-16T00:00:00Z"]).json();
        let erased = later["steps"].as_array().unwrap().iter();
        assert!(
            erased
                .clone()
                .any(|it| it["collection"] == "invoices" && it["action"] == "erase" && it["records"] == 1)
        );
    }
    let page = world.call(
        &["plan", "--policy", "policy.toml", "--map", "datamap.toml", "--store", "crm=sqlite:crm.db"],
        &["--tenant", "7", "--identifier", ANA, "--now", NOW],
    );
    assert!(page.out.contains("kept until 2032-03-15") && page.out.contains("CGST Act 2017"), "{page}");
}

#[tokio::test]
async fn nothing_is_erased_without_yes() {
    let world = World::new().await;
    let before = world.files();
    world.erase(&["--identifier", ANA]).exits(2).says("--yes");
    assert_eq!(world.files(), before);
}

#[tokio::test]
async fn wrong_use_is_told_and_writes_nothing() {
    let world = World::new().await;
    let before = world.files();
    for (more, words) in [
        (&["--identifier", ANA, "--all-tenants"][..], "choose one"),
        (&["--identifier", "phone=98765"], "identifier 1"),
        (&["--identifier", "phone=+91", "98765", "43210"], "quotes"),
        (&["--identifier", "canary-ana"], "KIND=VALUE"),
        (&["--identifier", "wa_id=919876543210"], "`email`, `phone`"),
        (&["--identifier", "+919876543210=phone"], "`email`, `phone`"),
        (&[], "names nobody"),
        (&["--identifier", ANA, "--scope", "categories=nothing"], "`nothing`"),
        (&["--identifier", ANA, "--scope", "everything"], "categories="),
        (&["--identifier", ANA, "--region", "98765"], "--region"),
        (&["--identifier", ANA, "--now", "98765"], "2031-04-01T00:00:00Z"),
        (&["--identifier", ANA, "--hold", "Case=category:nothing"], "--hold"),
        (&["--identifier", ANA, "--batch", "0"], "--batch"),
        (&["--identifier", ANA, "--store", "crm=sqlite:other.db"], "twice"),
        (&["--identifier", ANA, "--key-file", "none.key"], "no key file"),
        (&["--identifier", ANA, "--verified", "Two Words"], "--verified"),
    ] {
        let call = world.erase(&[more, &["--yes"]].concat()).exits(2).says(words);
        assert!(call.json()["error"].as_str().unwrap().contains(words), "{call}");
        assert_eq!(world.files(), before, "{more:?}");
    }
    let files = ["plan", "--policy", "policy.toml", "--map", "datamap.toml", "--identifier", ANA];
    for (more, words) in [
        (&["--store", "crm=sqlite:crm.db"][..], "--tenant"),
        (&["--all-tenants"], "--store crm=sqlite:PATH"),
        (&["--all-tenants", "--store", "crm=sqlite:none.db"], "none.db"),
        (&["--all-tenants", "--store", "crm=sqlite:policy.toml"], "store `crm`"),
        (&["--all-tenants", "--store", "crm=sqlite::memory:"], "memory"),
        (&["--all-tenants", "--store", "crm=file:///canary-ana"], "object"),
        (&["--all-tenants", "--store", "canary-ana"], "sqlite:PATH"),
        (&["--all-tenants", "--store", "media=sqlite:crm.db"], "`crm`"),
        (&["--all-tenants", "--policy", "x"], "once"),
        (&["--all-tenants", "--scope", "tenant", "--store", "crm=sqlite:crm.db"], "tenant"),
    ] {
        world.call(&files, more).exits(2).says(words);
        assert_eq!(world.files(), before, "{more:?}");
    }
    world.call(&["check", "--policy", "none.toml", "--map", "none"], &[]).exits(2).says("none.toml");
    world.call(&["check", "--policy", "crm.db", "--map", "datamap.toml"], &[]).exits(2).says("crm.db");
    world.call(&[], &[]).exits(2).says("Usage");
    world.call(&["98765"], &[]).exits(2).says("`erase`");
}

#[tokio::test]
async fn a_map_without_tenants_refuses_a_tenant() {
    let world = World::new().await;
    world.write("datamap.toml", &MAP.replace("tenant = \"account_id\"\n", ""));
    world.plan(&["--tenant", "7", "--identifier", ANA]).exits(2).says("--tenant");
    world.plan(&["--all-tenants", "--identifier", ANA]).exits(0);
    world.plan(&["--identifier", ANA]).exits(0);
}

#[tokio::test]
async fn a_reader_that_goes_away_is_no_panic() {
    let world = World::new().await;
    let files = ["plan", "--policy", "policy.toml", "--map", "datamap.toml", "--store", "crm=sqlite:crm.db"];
    let mut child = world
        .command()
        .args(files)
        .args(["--tenant", "7", "--identifier", ANA])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
}
