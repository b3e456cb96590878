//! Who may know whom: the rooms of `src/` look only in the directions that ARCHITECTURE.md gives them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const ARCHITECTURE: &str = include_str!("../ARCHITECTURE.md");

/// What every room may use: findings and text, which know nothing of erasing.
const COMMON: &[&str] = &["finding", "text"];

/// The rows of the first table below a heading of ARCHITECTURE.md, by cells.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let (_, section) = ARCHITECTURE.split_once(&format!("\n## {heading}\n")).expect(heading);
    let rows = section.lines().skip_while(|line| !line.starts_with('|'));
    let rows = rows.take_while(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// The names in a cell that stand in backticks.
fn names(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('`').skip(1).step_by(2)
}

/// Each room of ARCHITECTURE.md and whom it may know besides itself and the common ones.
fn may_know() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut rules: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for row in table("Who may know whom") {
        let known: BTreeSet<&str> = match row[1] {
            "everything above" => rules.keys().copied().collect(),
            cell => names(cell).collect(),
        };
        for room in names(row[0]) {
            assert!(rules.insert(room, known.clone()).is_none(), "`{room}` has two rules");
        }
    }
    rules.extend(COMMON.iter().map(|room| (*room, BTreeSet::new())));
    rules
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The files of each room, without the library's front and the command.
fn rooms() -> BTreeMap<String, Vec<PathBuf>> {
    let mut files = Vec::new();
    rust_files(&source(), &mut files);
    let mut rooms: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(source()).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let room = first.trim_end_matches(".rs");
        if room != "bin" && room != "lib" {
            rooms.entry(room.to_owned()).or_default().push(file);
        }
    }
    rooms
}

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
    let rules = may_know();
    let mut seen = 0;
    for (room, files) in rooms() {
        let allowed = rules.get(room.as_str()).unwrap_or_else(|| panic!("`{room}` has no rule"));
        for file in files {
            for named in rooms_named(&fs::read_to_string(&file).unwrap()) {
                let is_allowed =
                    named == room || COMMON.contains(&named.as_str()) || allowed.contains(named.as_str());
                assert!(
                    is_allowed || !rules.contains_key(named.as_str()),
                    "{} may not know `{named}`",
                    file.display()
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "the scan found only {seen} uses");
}

/// Another room is named by its path from the crate's root, so that the scan above sees it.
#[test]
fn no_room_is_left_by_super() {
    for file in rooms().into_values().flatten() {
        let inside = file.strip_prefix(source()).unwrap();
        let is_folders_own = inside.file_name().is_some_and(|it| it == "mod.rs");
        let depth = inside.components().count() - usize::from(is_folders_own);
        let too_many = "super::".repeat(depth);
        let text = fs::read_to_string(&file).unwrap();
        let mut code = without_tests(&text).lines().filter(|line| !line.trim_start().starts_with("//"));
        assert!(!code.any(|line| line.contains(&too_many)), "{} leaves its room", file.display());
    }
}

#[test]
fn every_room_is_in_the_map_of_the_crate() {
    let listed: BTreeMap<&str, bool> = table("The rooms")
        .into_iter()
        .flat_map(|row| names(row[0]).map(move |room| (room, row[0].contains("coming"))))
        .collect();
    for room in rooms().keys() {
        assert_eq!(
            listed.get(room.as_str()),
            Some(&false),
            "ARCHITECTURE.md has to list `{room}`, as being there"
        );
    }
    let rules = may_know();
    for room in listed.keys().filter(|room| **room != "bin") {
        assert!(rules.contains_key(room), "`{room}` is listed, and has no rule");
    }
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
    for room in
        ["identifier", "value", "policy", "datamap", "request", "hold", "verify", "meta", "plan", "page"]
    {
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

/// The rooms within the engine stand in one order, which is that of the table in its documentation.
#[test]
fn each_room_of_the_engine_knows_those_above_it_alone() {
    let engine = source().join("engine");
    let docs = fs::read_to_string(engine.join("mod.rs")).unwrap();
    let rows = docs.lines().filter_map(|line| line.strip_prefix("//! | `")?.split_once('`'));
    let order: Vec<&str> = rows.map(|(room, _)| room).collect();
    assert_eq!(order.len(), 5, "{order:?}");
    for (place, room) in order.iter().enumerate() {
        let mut files = Vec::new();
        rust_files(&engine.join(room), &mut files);
        assert!(!files.is_empty(), "`{room}` is empty");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for below in &order[place + 1..] {
                let names_it = without_tests(&text).contains(&format!("engine::{below}::"));
                assert!(!names_it, "{} may not know `{below}`", file.display());
            }
        }
    }
}
