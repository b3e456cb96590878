//! Identifiers: what names a person, with one normal form per kind.
//!
//! Knows telephone numbers, e-mail addresses, WhatsApp's and Meta's ids, and kinds of the host's own. Pure, and knows no
//! other room: not who asks, not where an identifier is stored.

mod email;
mod kind;
mod namespace;
mod normal;
mod numbering;
mod phone;
mod spelling;
mod variants;
mod whatsapp;

pub use email::EmailError;
pub use kind::{CustomKind, IdentifierKind, IdentifierKindError};
pub use namespace::{Namespace, NamespaceError, Product};
pub use normal::{Identifier, IdentifierError};
pub use numbering::{Region, RegionError};
pub use phone::PhoneError;
pub use spelling::{JID_SERVERS, SPELLING, TRUNK_MARK, spelled, stored_digits};
pub(crate) use spelling::{dialled_at_home, is_assigned, is_separator};
