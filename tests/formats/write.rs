//! Writes the golden ledgers of the version that is compiled. Those of a version that was released are never written anew.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use oubliette::engine::Ticket;
use oubliette::port::{Clock, Entropy, EntropyError};

use super::course::{self, beginning};
use super::databases::{Database, Kind, Ports};
use super::drive::Host;
use super::fuse::Fuse;
use super::states::{Act, State, Trouble, When, states};
use super::{dump, folder, rows};

/// Names the databases whose ledgers are to be written. It takes more than a test run that includes ignored tests, since
/// golden ledgers are not to change by the way.
const SWITCH: &str = "OUBLIETTE_WRITE_FORMATS";

#[tokio::test]
#[ignore = "writes the golden ledgers of this version; needs PostgreSQL and MariaDB"]
async fn write_the_ledgers_of_this_version() {
    let Ok(wanted) = std::env::var(SWITCH) else {
        eprintln!("nothing is written: {SWITCH} is not set");
        return;
    };
    for &kind in Kind::ALL.iter().filter(|kind| wanted.split(',').any(|name| name == kind.name())) {
        let folder = folder(env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR"), kind);
        assert!(!folder.exists(), "{} was written before", folder.display());
        write_all(kind, &folder).await;
    }
}

/// Writes every ledger into a folder.
pub async fn write_all(kind: Kind, folder: &std::path::Path) {
    std::fs::create_dir_all(folder).unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.join(format!("{name}.sql")), text).unwrap();
    let mut schema = None;
    for state in states() {
        let database = kind.fresh().await;
        database.run(&rows::script(kind)).await;
        let header = reach(&database, &state).await;
        check(&database, &state).await;
        let found = dump::schema(&database).await;
        assert_eq!(schema.get_or_insert_with(|| found.clone()), &found, "{}", state.name);
        write(state.name, &format!("{header}{}", dump::data(&database).await));
    }
    write("schema", &schema.unwrap());
}

/// Comes to a state, and answers what is to be known of it besides the tables.
async fn reach(database: &Database, state: &State) -> String {
    let ports = database.ports().await;
    let mut host = Host::new(ports.clone(), state.files, state.who, beginning());
    host.entropy = Arc::new(Counted::from(state.name));
    // A batch of one record leaves the most moments in the middle of a step.
    host.batch = 1;
    let mut ticket: Option<Ticket> = None;
    for act in &state.acts {
        let id = ticket.as_ref().map(|ticket| ticket.id);
        match act {
            Act::RunInto(trouble) => {
                into(&mut host, &ports, *trouble, async |host| {
                    host.run(id.unwrap()).await.map(drop).map_err(|error| error.to_string())
                })
                .await;
            }
            Act::CancelInto(trouble) => {
                into(&mut host, &ports, *trouble, async |host| {
                    host.cancel(id.unwrap()).await.map_err(|error| error.to_string())
                })
                .await;
            }
            act => course::act(&mut host, &mut ticket, *act).await,
        }
    }
    let Ticket { id, code, .. } = ticket.unwrap();
    format!("-- request: {id}\n-- code: {}\n-- at: {}\n", code.as_str(), host.clock.now().to_rfc3339())
}

/// Does something that ends in that trouble, and in no other way.
async fn into(
    host: &mut Host,
    ports: &Ports,
    trouble: Trouble,
    what: impl AsyncFnOnce(&Host) -> Result<(), String>,
) {
    let fuse = Fuse::new(trouble);
    host.set_ports(fuse.in_front_of(ports));
    let outcome = fuse.watch(what(host)).await;
    host.set_ports(ports.clone());
    match outcome {
        None => assert_ne!(trouble.when, When::Fails),
        Some(outcome) => assert!(outcome.is_err() && trouble.when == When::Fails, "{trouble:?}: {outcome:?}"),
    }
}

/// Asserts that the state is the one that was meant.
async fn check(database: &Database, state: &State) {
    let last = database.texts("SELECT entry FROM oubliette_journal ORDER BY line DESC LIMIT 1").await;
    let (name, last, wanted) = (state.name, last.concat(), format!("\"event\":\"{}\"", state.last));
    assert!(last.contains(&wanted), "{name}: {last}");
    let stands = database.texts("SELECT state FROM oubliette_requests").await;
    assert_eq!(stands, [state.stands.as_str()], "{name}");
}

/// Numbers that follow from a text, so that the same ledger is written to the byte each time.
#[derive(Debug)]
struct Counted(AtomicU64);

impl From<&str> for Counted {
    fn from(text: &str) -> Self {
        let start = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(AtomicU64::new(start))
    }
}

impl Entropy for Counted {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        for byte in bytes {
            let step = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst);
            let mixed = (step ^ (step >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            *byte = (mixed >> 56).to_le_bytes()[0];
        }
        Ok(())
    }
}
