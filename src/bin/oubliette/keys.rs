//! The ledger's key: where it comes from, and how it is made at first use.
//!
//! A key that was lost cannot be had again, and another one in its place would open nothing: so none is made where
//! a ledger is there already.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use oubliette::port::{Entropy, EntropyError, MasterKey, SystemEntropy};
use zeroize::Zeroizing;

use super::failure::Failure;
use super::location::Location;
use super::output::tell;

/// The variable that may hold the key.
const VARIABLE: &str = "OUBLIETTE_KEY";

/// Whether a key may be made where there is none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FirstUse {
    /// The command opens requests, and may be the first one to use the ledger.
    Allowed,
    /// The command needs a ledger that is there.
    Refused,
}

/// A key for a ledger in memory that nobody will ever read.
pub(crate) fn passing() -> Result<MasterKey, EntropyError> {
    Ok(MasterKey::new(*random()?))
}

/// The key of a ledger: from `--key-file`, from the variable, or from the file beside the ledger.
pub(crate) async fn of_ledger(
    ledger: &Location,
    key_file: Option<&Path>,
    first_use: FirstUse,
) -> Result<MasterKey, Failure> {
    if let Some(file) = key_file {
        return match read(file)? {
            Some(key) => Ok(key),
            None => {
                Err(Failure::misuse(format!("there is no key file `{}`; check the path", file.display())))
            }
        };
    }
    if let Some(text) = std::env::var_os(VARIABLE) {
        return from_variable(text);
    }
    let Some(ledger_file) = ledger.file()? else {
        return Err(Failure::misuse(format!(
            "a ledger on a server has no key file beside it; make a key with `openssl rand -hex 32`, and give it with \
             `--key-file FILE` or `{VARIABLE}`"
        )));
    };
    let file = beside(&ledger_file);
    if let Some(key) = read(&file)? {
        return Ok(key);
    }
    let shown = file.display();
    if first_use == FirstUse::Refused || ledger.holds_ledger().await? {
        return Err(Failure::misuse(format!(
            "the ledger is there, but its key file `{shown}` is not, and no other key can read it; put the file back, or \
             give the key with `--key-file FILE` or `{VARIABLE}`"
        )));
    }
    make(&file)
}

/// The file beside the ledger in which its key lies.
fn beside(ledger: &Path) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push(".key");
    PathBuf::from(name)
}

fn from_variable(text: OsString) -> Result<MasterKey, Failure> {
    let text = text.into_string().map(Zeroizing::new).unwrap_or_default();
    MasterKey::from_hex(&text).map_err(|error| Failure::misuse(format!("`{VARIABLE}`: {error}")))
}

/// Reads a key file; `None` where there is none.
fn read(file: &Path) -> Result<Option<MasterKey>, Failure> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => Zeroizing::new(text),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            return Err(Failure::misuse(format!(
                "the key file `{}` cannot be read: {error}",
                file.display()
            )));
        }
    };
    warn_if_open_to_others(file);
    MasterKey::from_hex(&text)
        .map(Some)
        .map_err(|error| Failure::misuse(format!("the key file `{}`: {error}", file.display())))
}

fn make(file: &Path) -> Result<MasterKey, Failure> {
    let bytes = random().map_err(|error| Failure::stopped(error.to_string()))?;
    let mut text = Zeroizing::new(String::with_capacity(2 * bytes.len() + 1));
    for byte in bytes.iter() {
        for digit in [byte >> 4, byte & 0xf] {
            text.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    text.push('\n');
    let made = create(file).and_then(|mut made| {
        let written = made.write_all(text.as_bytes()).and_then(|()| made.sync_all());
        if written.is_err() {
            // Half a key would stand in the way of the next attempt, and a whole one has not been used yet.
            let _ = std::fs::remove_file(file);
        }
        written
    });
    let shown = file.display();
    if let Err(error) = made {
        return Err(Failure::misuse(format!(
            "the ledger's key file `{shown}` cannot be made: {error}; make one with `openssl rand -hex 32` and give it with `--key-file FILE`"
        )));
    }
    sync_folder(file);
    tell(&format!(
        "made the ledger's key file `{shown}`; keep it apart from the ledger's backups, since without it the ledger cannot be read"
    ));
    Ok(MasterKey::new(*bytes))
}

fn create(file: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Makes the new name durable as well, where the system lets a folder be synced.
fn sync_folder(file: &Path) {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

fn random() -> Result<Zeroizing<[u8; 32]>, EntropyError> {
    let mut bytes = Zeroizing::new([0_u8; 32]);
    SystemEntropy.fill(bytes.as_mut_slice())?;
    Ok(bytes)
}

#[cfg(unix)]
fn warn_if_open_to_others(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let is_open =
        std::fs::metadata(file).is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o077 != 0);
    if is_open {
        let shown = file.display();
        tell(&format!("warning: others may read the key file `{shown}`; say `chmod 600` to it"));
    }
}

#[cfg(not(unix))]
fn warn_if_open_to_others(_file: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_lies_beside_the_ledger_under_its_whole_name() {
        assert_eq!(beside(Path::new("a/ledger.db")), Path::new("a/ledger.db.key"));
    }

    #[test]
    fn a_malformed_variable_is_refused_and_not_repeated() {
        for wrong in ["", "canary", &"0g".repeat(32)] {
            match from_variable(wrong.into()) {
                Err(Failure::Misuse(words)) => assert!(!words.contains("canary"), "{words}"),
                other => panic!("{other:?}"),
            }
        }
        assert!(from_variable("0a".repeat(32).into()).is_ok());
    }
}
