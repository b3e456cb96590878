//! Ledgers, codes and keys.

use std::fs;
use std::path::Path;

use crate::world::{ANA, NOW, World, finish, text};

#[tokio::test]
async fn a_status_never_makes_a_ledger_and_never_says_deleted() {
    let world = World::new().await;
    let stranger = "0000-0000-0000-0000-0000-0000-0000";
    let before = world.files();
    world.status(stranger, &[]).exits(2).says("no ledger");
    world.resume(&[]).exits(2).says("no ledger");
    world.call(&["status", "--ledger", "sqlite:crm.db", stranger], &[]).exits(2).says("no ledger");
    assert_eq!(world.files(), before);

    let report = world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0).json();
    let code = text(&report["code"]);
    let known = world.status(&code.to_lowercase(), &[]).exits(0).json();
    assert_eq!((&known["request"], &known["state"]), (&report["request"], &report["state"]));
    assert_eq!(known["steps"], report["steps"]);
    let unknown = world.status(stranger, &[]).exits(1).says("this code is not known");
    assert!(unknown.json()["error"].is_string() && unknown.json()["state"].is_null(), "{unknown}");
    assert!(!unknown.err.contains("deleted") && !unknown.err.contains("erased"), "{unknown}");
    let mut mistyped = code.to_owned();
    let last = if mistyped.pop() == Some('0') { '1' } else { '0' };
    mistyped.push(last);
    world.status(&mistyped, &[]).exits(2).says("mistyped");
    world.status("abc", &[]).exits(2).says("mistyped");
}

#[tokio::test]
async fn the_key_is_made_once_and_never_replaced() {
    let world = World::new().await;
    let report = world
        .erase(&["--identifier", ANA, "--now", NOW, "--yes"])
        .exits(0)
        .says("made the ledger's key")
        .json();
    let code = text(&report["code"]);
    let key = world.path("ledger.db.key");
    assert_private(&key);
    assert_private(&world.path("ledger.db"));
    let text = fs::read_to_string(&key).unwrap();
    assert_eq!(text.trim().len(), 64);
    let again = world.erase(&["--identifier", "email=nobody@example.com", "--now", NOW, "--yes"]).exits(0);
    assert!(!again.err.contains("key"), "{again}");

    fs::rename(&key, world.path("kept.key")).unwrap();
    world.erase(&["--identifier", ANA, "--yes"]).exits(2).says("put the file back");
    world.status(code, &[]).exits(2).says("--key-file");
    world.resume(&[]).exits(2).says("OUBLIETTE_KEY");
    assert!(!key.exists());
    world.status(code, &["--key-file", "kept.key"]).exits(0);
    let with = |value: &str| {
        let words = ["status", "--ledger", "sqlite:ledger.db", code];
        finish(world.command().args(words).env("OUBLIETTE_KEY", value).output().unwrap())
    };
    with(text.trim()).exits(0);
    with("canary-ana").exits(2).says("64 hexadecimal digits");
    with("").exits(2).says("OUBLIETTE_KEY");
    with(&"0a".repeat(32)).exits(1).says("not known");
}

#[cfg(unix)]
#[track_caller]
fn assert_private(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[cfg(not(unix))]
fn assert_private(file: &Path) {
    assert!(file.exists());
}

#[tokio::test]
async fn another_key_cannot_drive_requests_and_does_not_go_round_for_ever() {
    let world = World::with("grace = \"3 days\"", "").await;
    for who in [ANA, "email=ben@example.com"] {
        world.erase(&["--identifier", who, "--now", NOW, "--yes"]).exits(0);
    }
    world.write("other.key", &"0a".repeat(32));
    let driven = world.resume(&["--key-file", "other.key", "--now", "2026-12-01T00:00:00Z"]).exits(1).json();
    let requests = driven["requests"].as_array().unwrap();
    assert_eq!(requests.len(), 2, "{driven}");
    assert!(
        requests.iter().all(|it| text(&it["error"]).contains("another key") && it["request"].is_string())
    );
    let driven = world.resume(&["--now", "2026-12-01T00:00:00Z"]).exits(0).json();
    assert_eq!(
        driven["requests"].as_array().unwrap().len(),
        2,
        "they were not kept from the right key: {driven}"
    );
}
