//! The example files themselves, and the traces that a whole life of a request leaves behind.

use oubliette::plan::check_files;
use oubliette::policy::Channel;
use oubliette::request::RequestState;

use crate::rows::assert_lines;
use crate::world::{World, example, person};

/// What `check` says of each pair of files: no error, and these warnings, each of which is on purpose.
#[test]
fn every_policy_fits_its_data_map() {
    let mut warnings = Vec::new();
    for folder in ["p0", "p1", "p2", "p3", "p4"] {
        let (files, findings) =
            check_files(&example(folder, "policy.toml"), &example(folder, "datamap.toml"));
        assert!(files.is_some() && !findings.has_errors(), "{folder}:\n{findings}");
        warnings.extend(findings.warnings().map(|it| format!("{folder}: {}: {}", it.words, it.problem)));
    }
    assert_lines(
        "warnings",
        warnings,
        "p0: phone: `phone` is searched in any spelling, which no plain index can serve",
    );
}

/// Every foreign key of the schema is declared, and every link, tenant and identifier has an index.
#[tokio::test]
async fn every_data_map_fits_its_database() {
    for folder in ["p0", "p1", "p2", "p3", "p4"] {
        let warnings = World::load(folder).await.engine().await.schema_warnings();
        assert!(warnings.is_empty(), "{folder}:\n{warnings}");
    }
}

/// From the first day to the end of the backups, no file of the ledger ever names the person.
#[tokio::test]
async fn no_ledger_names_the_person() {
    for (folder, identifier, canaries) in [
        ("p0", "email=nandini@tamarind-lane.example.in", ["nandini@tamarind-lane", "9876540101"]),
        ("p1", "phone=+919876541001", ["9876541001", "ana@mail.example.org"]),
        ("p2", "email=bayu@warung-melati.example.com", ["bayu@warung-melati", "15550102102"]),
        ("p3", "phone=+919876543001", ["9876543001", "tara@mail.example.org"]),
        ("p4", "email=kofi@porchlight.example.com", ["kofi@porchlight", "Kofi Danso"]),
    ] {
        let world = World::load_with_ledger_file(folder).await;
        let request = person(Channel::Api, &[identifier]);
        let request = if folder == "p4" { request } else { request.in_tenant("1") };
        let run = world.erase(request).await;
        assert_eq!(
            canaries.map(|canary| world.ledger_holds(canary)),
            [false; 2],
            "{folder}, on the first day"
        );
        assert_eq!(world.finish(&run).await.state, RequestState::CompletedWithRetention);
        assert_eq!(canaries.map(|canary| world.ledger_holds(canary)), [false; 2], "{folder}, in the end");
        assert!(world.ledger_holds(&run.ticket.id.to_string()), "the request itself is written down");
    }
}
