//! What hands finished messages to people: the host's mail, or its WhatsApp sender.

use std::fmt;

use async_trait::async_trait;

/// Where a message goes. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Destination {
    /// An e-mail address.
    Email(String),
    /// A telephone number in E.164 form, with its plus.
    Number(String),
}

impl fmt::Debug for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Email(_) => "Email(redacted)",
            Self::Number(_) => "Number(redacted)",
        })
    }
}

/// A finished message. It may hold links and codes: `Debug` hides what it says.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Message {
    /// What tells it from all others: the same message that is handed over again has the same id.
    pub id: String,
    /// Where it goes.
    pub to: Destination,
    /// What it announces, as a word.
    pub kind: String,
    /// Its language, such as `en`.
    pub language: String,
    /// Its subject, on one line.
    pub subject: String,
    /// The message as text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// A message was not taken. It says nothing of whom it was for, nor of what it said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a message was not taken: {detail}")]
pub struct NotifyError {
    /// Why, in words for the operator.
    pub detail: String,
}

/// Hands messages on.
#[async_trait]
pub trait Notifier: fmt::Debug + Send + Sync + 'static {
    /// Takes one message, to be sent.
    ///
    /// - *Idempotence*: at least once. A message whose taking was not written down in time comes again with the same id; who can
    ///   tell it by that need not send it twice.
    async fn notify(&self, message: &Message) -> Result<(), NotifyError>;
}
