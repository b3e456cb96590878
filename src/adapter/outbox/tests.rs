//! Every file is a message that mail systems read, whatever was put into it, and says nothing in its name.

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::DateTime;
use mail_parser::{HeaderValue as Parsed, MessageParser};

use super::*;
use crate::port::ManualClock;

/// A folder that is taken away at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("oubliette-outbox-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        Self(std::env::temp_dir().join(name))
    }

    fn outbox(&self) -> Outbox {
        let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let outbox = Outbox::open(&self.0, "privacy@crm.example").unwrap();
        outbox.with_sender_name("Example CRM, Zoë").with_clock(ManualClock::new(now))
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> = entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn message(to: Destination) -> Message {
    Message {
        id: "01KB-1".to_owned(),
        to,
        kind: "completed".to_owned(),
        language: "en".to_owned(),
        subject: "Your data is gone".to_owned(),
        text: "Grüße\n.\nFrom here on nothing is left.\n".to_owned(),
        html: "<p>Grüße</p>".to_owned(),
    }
}

fn to_ana() -> Destination {
    Destination::Email("ana.private@example.com".to_owned())
}

#[tokio::test]
async fn a_message_is_read_back_as_it_was_written() {
    let folder = Folder::new();
    folder.outbox().notify(&message(to_ana())).await.unwrap();
    assert_eq!(folder.names(), ["01KB-1.eml"]);
    let bytes = folder.read("01KB-1.eml");
    let mail = MessageParser::default().parse(&bytes).unwrap();
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Example CRM, Zoë"), Some("privacy@crm.example")));
    assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("ana.private@example.com"));
    assert_eq!(mail.subject(), Some("Your data is gone"));
    assert_eq!(mail.message_id(), Some("01KB-1@crm.example"));
    assert_eq!(mail.date().unwrap().to_timestamp(), 1_790_000_000);
    assert!(matches!(mail.header("Auto-Submitted"), Some(Parsed::Text(text)) if text == "auto-generated"));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), message(to_ana()).text);
    assert_eq!(mail.body_html(0).unwrap().trim_end(), "<p>Grüße</p>");
    assert!(bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 999 && line.is_ascii()));
}

#[tokio::test]
async fn no_value_adds_a_header_or_a_receiver() {
    let hostile = "Hello\r\nBcc: canary@example.com\r\n\r\nbody\u{2028}\u{0}नमस्ते \"quoted\" =?utf-8?q?x?=";
    let folder = Folder::new();
    let outbox = folder.outbox().with_sender_name(hostile);
    let written = Message {
        subject: hostile.to_owned(),
        language: "en\r\nBcc: canary@example.com".to_owned(),
        ..message(to_ana())
    };
    outbox.notify(&written).await.unwrap();
    let bytes = folder.read("01KB-1.eml");
    let mail = MessageParser::default().parse(&bytes).unwrap();
    assert!(mail.bcc().is_none());
    let subject = mail.subject().unwrap();
    assert!(subject.starts_with("Hello") && subject.contains("नमस्ते"), "{subject}");
    assert!(!subject.contains(char::is_control), "{subject:?}");
    assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("ana.private@example.com"));
    for address in
        ["ana@example.com\r\nBcc: canary@example.com", "ana", "", "ana@example.com, canary@example.com"]
    {
        let to = Destination::Email(address.to_owned());
        let refused = outbox.notify(&Message { id: "other".to_owned(), ..message(to) }).await;
        let words = refused.unwrap_err().to_string();
        assert!(!words.contains("ana") && !words.contains("canary"), "{words}");
    }
    assert_eq!(folder.names(), ["01KB-1.eml"]);
}

#[tokio::test]
async fn a_number_stands_in_a_header_of_its_own() {
    let folder = Folder::new();
    let number = |number: &str| message(Destination::Number(number.to_owned()));
    folder.outbox().notify(&number("+919876543210")).await.unwrap();
    let bytes = folder.read("01KB-1.eml");
    let mail = MessageParser::default().parse(&bytes).unwrap();
    let said = mail.header("X-Oubliette-Number");
    assert!(matches!(said, Some(Parsed::Text(text)) if text == "+919876543210"), "{said:?}");
    assert!(mail.to().is_none() && mail.cc().is_none() && mail.bcc().is_none());
    for wrong in ["919876543210", "+", "+91 98", "+1\r\nBcc: a@b.example", "+1234567890123456"] {
        let words = folder.outbox().notify(&number(wrong)).await.unwrap_err().to_string();
        assert!(!words.contains("91"), "{words}");
    }
}

#[tokio::test]
async fn the_same_message_twice_is_one_file_and_another_id_is_another() {
    let folder = Folder::new();
    let outbox = folder.outbox();
    outbox.notify(&message(to_ana())).await.unwrap();
    let first = folder.read("01KB-1.eml");
    outbox.notify(&message(to_ana())).await.unwrap();
    assert_eq!(folder.read("01KB-1.eml"), first);
    outbox.notify(&Message { id: "01KB-2".to_owned(), ..message(to_ana()) }).await.unwrap();
    assert_eq!(folder.names(), ["01KB-1.eml", "01KB-2.eml"]);
    for id in ["", "../01KB", "a/b", "a.b", "ana@example.com", "a b", "ü", &"a".repeat(MAX_ID + 1)] {
        assert!(outbox.notify(&Message { id: id.to_owned(), ..message(to_ana()) }).await.is_err(), "{id}");
    }
    assert_eq!(folder.names().len(), 2);
}

#[tokio::test]
async fn what_was_half_written_goes_and_comes_again() {
    let folder = Folder::new();
    let outbox = folder.outbox();
    fs::write(folder.0.join(".01KB-1.part"), "half").unwrap();
    folder.outbox();
    assert!(folder.names().is_empty());
    fs::write(folder.0.join(".01KB-1.part"), "half").unwrap();
    outbox.notify(&message(to_ana())).await.unwrap();
    assert_eq!(folder.names(), ["01KB-1.eml"]);
    assert!(!folder.read("01KB-1.eml").starts_with(b"half"));
}

#[tokio::test]
async fn where_nothing_can_be_written_it_says_so_and_nothing_else() {
    let folder = Folder::new();
    let outbox = folder.outbox();
    fs::remove_dir(&folder.0).unwrap();
    let words = outbox.notify(&message(to_ana())).await.unwrap_err().to_string();
    assert!(words.contains("cannot be written") && !words.contains("ana"), "{words}");
    fs::write(&folder.0, "a file in its place").unwrap();
    assert!(matches!(Outbox::open(&folder.0, "privacy@crm.example"), Err(OutboxError::Folder(_))));
    assert!(matches!(
        Outbox::open(folder.0.join("below"), "privacy@crm.example"),
        Err(OutboxError::Folder(_))
    ));
    fs::remove_file(&folder.0).unwrap();
    assert_eq!(Outbox::open(&folder.0, "nobody").err(), Some(OutboxError::Sender));
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    folder.outbox().notify(&message(to_ana())).await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder.0), mode(&folder.0.join("01KB-1.eml"))), (0o700, 0o600));
}
