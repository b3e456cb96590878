//! Who may know whom: the rooms of `src/` look only in the directions that the crate's documentation gives them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What every room may use: findings and text, which know nothing of erasing.
const COMMON: &[&str] = &["finding", "text"];

/// Each room and whom it may know besides itself and the common ones: the table of ARCHITECTURE.md.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("finding", &[]),
    ("text", &[]),
    ("code", &[]),
    ("identifier", &[]),
    ("value", &[]),
    ("policy", &[]),
    ("datamap", &["identifier", "value", "policy"]),
    ("request", &["identifier", "policy"]),
    ("hold", &["identifier", "policy", "request"]),
    ("meta", &["identifier", "request", "code", "policy"]),
    ("plan", &["policy", "datamap", "request", "hold", "value", "identifier"]),
    ("page", &["policy", "request", "plan", "code"]),
    ("port", &["value", "identifier", "hold", "code", "request"]),
    ("schema", &["datamap", "policy", "plan", "port", "value"]),
    (
        "engine",
        &[
            "code",
            "identifier",
            "value",
            "policy",
            "datamap",
            "request",
            "hold",
            "meta",
            "plan",
            "page",
            "port",
            "schema",
        ],
    ),
    ("adapter", &["port", "value", "identifier", "hold", "code", "request"]),
    ("inspect", &["identifier", "value", "datamap", "policy", "plan", "port", "schema"]),
    ("scaffold", &["value", "datamap", "policy", "plan", "port", "schema", "inspect"]),
    ("testkit", &["port", "value", "identifier", "hold", "code", "request"]),
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs")
            && path.file_name().is_some_and(|it| it != "tests.rs")
        {
            found.push(path);
        }
    }
}

/// A file without its unit tests, which may look anywhere.
fn without_tests(text: &str) -> &str {
    &text[..text.find("#[cfg(test)]").unwrap_or(text.len())]
}

/// The rooms that a file names after `crate::`, in code and not in comments.
fn rooms_named(text: &str) -> BTreeSet<String> {
    let code = without_tests(text).lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut rooms = BTreeSet::new();
    for line in code {
        for rest in line.split("crate::").skip(1) {
            let room: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            rooms.insert(room);
        }
    }
    rooms
}

#[test]
fn no_room_knows_more_than_it_may() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    let known: BTreeSet<&str> = MAY_KNOW.iter().map(|(room, _)| *room).collect();
    let mut seen = 0;
    for file in files {
        let inside = file.strip_prefix(&source).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy();
        let room = first.trim_end_matches(".rs").to_owned();
        if room == "bin" || room == "lib" {
            continue;
        }
        let (_, allowed) =
            MAY_KNOW.iter().find(|(name, _)| *name == room).unwrap_or_else(|| panic!("`{room}` has no rule"));
        for named in rooms_named(&fs::read_to_string(&file).unwrap()) {
            let is_allowed =
                named == room || COMMON.contains(&named.as_str()) || allowed.contains(&named.as_str());
            assert!(
                is_allowed || !known.contains(named.as_str()),
                "{} may not know `{named}`",
                inside.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "the scan found only {seen} uses");
}

#[test]
fn adapters_do_not_know_each_other() {
    let adapters = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/adapter");
    let names = ["memory", "objects", "sql"];
    let pairs =
        names.iter().flat_map(|one| names.iter().filter(move |other| *other != one).map(move |it| (one, it)));
    for (one, other) in pairs {
        let mut files = Vec::new();
        rust_files(&adapters.join(one), &mut files);
        assert!(!files.is_empty());
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            assert!(!text.contains(&format!("adapter::{other}")), "{} knows `{other}`", file.display());
        }
    }
}

#[test]
fn the_pure_rooms_do_no_io() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in ["identifier", "value", "policy", "datamap", "request", "hold", "meta", "plan"] {
        let mut files = Vec::new();
        rust_files(&source.join(room), &mut files);
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for forbidden in
                ["std::fs", "std::net", "async fn", "SystemTime", "Utc::now", "getrandom", "tokio"]
            {
                assert!(!without_tests(&text).contains(forbidden), "{} uses `{forbidden}`", file.display());
            }
        }
    }
}
