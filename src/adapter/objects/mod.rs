//! Erases media in object stores: S3 and its likes, a local directory, memory.
//!
//! Built on the crate [`object_store`], which is handed on from here, so that a host that builds a store of a cloud
//! provider (features of that crate, for the host to choose) builds it of the same version.
//!
//! ```
//! use std::sync::Arc;
//! use oubliette::adapter::objects::{Objects, object_store::memory::InMemory};
//!
//! let media = Objects::new(Arc::new(InMemory::new())); // or AmazonS3Builder … .build()?
//! # let _ = media;
//! ```
//!
//! # What a record is
//!
//! An object is a record, and its key is all that tells it from others. The key has the name that the data map gives it
//! (`key` where it gives none); `size` in bytes and `last_modified` can be read too, so that a period may be counted
//! from `events = { stored = "last_modified" }`. An object is found through the rows that name it:
//!
//! ```toml
//! [[collection]]
//! name = "media"
//! store = "media"
//! category = "conversations"
//! owned_by = [
//!   { field = "key", of = "attachments.object_key" },               # a row that names one object
//!   { field = "key", of = "contacts.media_folder", prefix = true }, # a row that names all below `media/42/`
//! ]
//! ```
//!
//! It belongs to the owners of all rows that name it, by whichever of the links, and goes before them. `table` says
//! nothing here: keys are whole keys, as the rows name them. Collections of one store are told apart by nothing either,
//! so what may be named by several kinds of rows is one collection with a link to each kind.
//!
//! # Spelling
//!
//! A key names exactly the object whose key is the same, byte for byte; nothing else is ever erased by it. Rows name objects
//! by their keys, or as hosts write them: with a `/` or `./` in front, percent-encoded as is usual, and, where
//! [`Objects::with_url`] says by which, with a URL in front. Where the key of another object is the same as such a name to
//! the letter, that one is meant. Two rows that name an object in different ways see each other. Where all rows write the
//! same in front of every key, say so with [`Objects::with_written_prefix`].
//!
//! What else rows hold (a URL that nothing was said of, a query behind a key, a detour by `..`, a list of keys) cannot be
//! understood: it reaches nothing, and is asked about. The row that holds it is not erased before somebody has looked at it,
//! since it may be the only trace of an object; nor is an object that it may mean, since it may be somebody else's. Nothing
//! outside of the store can be named.
//!
//! A directory is what its file system makes of it. Where that takes `A` for `a`, so does this store. A symbolic link is
//! followed where it stands for a folder inside of the directory, and one that leads out of it is an error, unless
//! [`Objects::with_links_followed`] says that it is the host's; where it stands for a file, it is removed, and not what it
//! leads to. Names that end on `#` and digits are set aside for uploads; looking one up fails.
//!
//! # Erasing
//!
//! Objects are looked up one by one, a bounded number at a time, and erased in bulk where the provider has a call for it.
//! Whose they are is asked once more right before. One that is gone already counts for nothing and is no error. When some of a batch cannot be erased, the rest is, and
//! then the batch has failed: its rows stay, and the next run finds what is left.
//!
//! The credentials need the right to list as well as to read and delete: without it, S3 answers for an object that is not
//! there as if it were forbidden, and the request stops.
//!
//! An object cannot be masked: it is kept or erased. A category of objects that is anonymised is refused.
//!
//! # What erased means
//!
//! - In a **versioned** bucket, erasing puts a marker on top; the version below stays, and can be had back by whoever may
//!   read versions, until a rule of the bucket's life cycle removes it. The same goes for soft deletion and object locks.
//!   Give such buckets a rule that removes what is no longer current, and let the policy's `backups_rotate` be no shorter
//!   than it takes: a request is complete only after that.
//! - `backups_rotate` has to cover replicas in other regions and copies in caches (a CDN) as well: they are not known here.
//! - An empty object that stands for a folder (`media/42/`, made by some consoles) cannot be addressed, and stays.

mod failure;
mod listing;
mod spelling;
mod store;

pub use object_store;
pub use store::Objects;
