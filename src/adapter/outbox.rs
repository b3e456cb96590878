//! Messages to people as files: one `.eml` each in a directory, for a mail system to take from there.
//!
//! Knows RFC 5322 and files. It sends nothing: whatever reads the directory moves each file away once it is sent, or keeps it.
//!
//! ```no_run
//! use oubliette::adapter::outbox::Outbox;
//!
//! let outbox = Outbox::open("outbox", "privacy@crm.example")?.with_sender_name("Example CRM");
//! # Ok::<(), oubliette::adapter::outbox::OutboxError>(())
//! ```
//!
//! A message for an e-mail address has the header `To`. One for a telephone number has `X-Oubliette-Number` instead, and is for
//! whatever sends to telephones. All say `Auto-Submitted: auto-generated`, so that no machine answers them, and are text and HTML
//! side by side.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message as Mail, MultiPart};
use tokio::task::spawn_blocking;

use crate::port::{Clock, Destination, Message, Notifier, NotifyError, SystemClock};

/// The longest id that names a file.
const MAX_ID: usize = 128;

/// A directory into which messages are written.
#[derive(Debug, Clone)]
pub struct Outbox {
    folder: PathBuf,
    sender: Address,
    sender_name: Option<String>,
    clock: Arc<dyn Clock>,
}

/// Why no outbox can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OutboxError {
    /// The sender is no address.
    #[error("the sender of messages is no e-mail address; write one such as `privacy@crm.example`")]
    Sender,
    /// The directory cannot be made or used.
    #[error("the directory for messages cannot be used ({0}); make it, and let this process write there")]
    Folder(io::ErrorKind),
}

impl Outbox {
    /// Opens a directory, which is made where it is not there: on Unix for this user alone. Messages come from this address.
    ///
    /// What a process left half written when it died is taken away; its message comes again. So one process at a time writes
    /// to a directory.
    ///
    /// # Errors
    /// See [`OutboxError`].
    pub fn open(folder: impl Into<PathBuf>, sender: &str) -> Result<Self, OutboxError> {
        let folder = folder.into();
        let sender = sender.parse().map_err(|_| OutboxError::Sender)?;
        make(&folder).and_then(|()| tidy(&folder)).map_err(|error| OutboxError::Folder(error.kind()))?;
        Ok(Self { folder, sender, sender_name: None, clock: Arc::new(SystemClock) })
    }

    /// Names the sender beside the address.
    #[must_use]
    pub fn with_sender_name(mut self, name: impl Into<String>) -> Self {
        self.sender_name = Some(name.into());
        self
    }

    /// Dates messages by another clock than the machine's.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The file of a message, as bytes.
    fn mail(&self, message: &Message) -> Result<Vec<u8>, NotifyError> {
        let sender = Mailbox::new(self.sender_name.as_deref().map(on_one_line), self.sender.clone());
        let mail = Mail::builder()
            .from(sender)
            .date(self.clock.now().into())
            .message_id(Some(format!("<{}@{}>", message.id, self.sender.domain())))
            .subject(on_one_line(&message.subject))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", &on_one_line(&message.language)));
        let mail = match &message.to {
            Destination::Email(address) => mail.to(Mailbox::new(
                None,
                address.parse().map_err(|_| refused("the address is no e-mail address"))?,
            )),
            Destination::Number(number) => {
                if !is_number(number) {
                    return Err(refused("the number is no telephone number"));
                }
                // An envelope never stands in the file, and no message is made without one.
                let nowhere = Envelope::new(Some(self.sender.clone()), vec![self.sender.clone()]);
                mail.envelope(nowhere.map_err(|_| refused("the message cannot be written as mail"))?)
                    .raw_header(header("X-Oubliette-Number", number))
            }
        };
        let parts = MultiPart::alternative_plain_html(message.text.clone(), message.html.clone());
        let mail = mail.multipart(parts).map_err(|_| refused("the message cannot be written as mail"))?;
        Ok(mail.formatted())
    }
}

#[async_trait]
impl Notifier for Outbox {
    async fn notify(&self, message: &Message) -> Result<(), NotifyError> {
        if !names_file(&message.id) {
            return Err(refused("the message's id cannot name a file; write letters, digits, `-` and `_`"));
        }
        let (folder, id, mail) = (self.folder.clone(), message.id.clone(), self.mail(message)?);
        // The disk is waited for elsewhere than where others work.
        let written = spawn_blocking(move || write(&folder, &id, &mail)).await.map_err(io::Error::from);
        written.flatten().map_err(|error| refused(&format!("its file cannot be written ({})", error.kind())))
    }
}

/// Writes a file whole or not at all. The same message again is the same file, and the first one stays.
fn write(folder: &Path, id: &str, mail: &[u8]) -> io::Result<()> {
    let whole = folder.join(format!("{id}.eml"));
    if whole.try_exists()? {
        return Ok(());
    }
    let part = folder.join(format!(".{id}.part"));
    let mut file = new_file(&part)?;
    let written =
        file.write_all(mail).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&part, &whole));
    if let Err(error) = written {
        // What is left of it is taken away when the outbox is opened again, if it cannot be now.
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    keep_names(folder)
}

/// Takes away what was half written.
fn tidy(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "part") {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn make(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).create(folder)
}

#[cfg(unix)]
fn new_file(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn new_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).open(path)
}

/// Makes a new name last, where a directory is a file of its own.
#[cfg(unix)]
fn keep_names(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn keep_names(_folder: &Path) -> io::Result<()> {
    Ok(())
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// A header is one line, whatever was written for it.
fn on_one_line(text: &str) -> String {
    text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ")
}

/// Whether an id can name a file anywhere, and stand in a `Message-ID`.
fn names_file(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=MAX_ID).contains(&id.len()) && id.bytes().all(is_plain)
}

fn is_number(number: &str) -> bool {
    let digits = number.strip_prefix('+').unwrap_or_default();
    (1..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// What was refused, in words that repeat nothing of the message.
fn refused(detail: &str) -> NotifyError {
    NotifyError { detail: detail.to_owned() }
}

#[cfg(test)]
mod tests;
