//! Handing a port's calls on as they are: to what lies behind a pointer, inside of a type of its own, or somewhere else.
//!
//! `forward_store!([S: Store + ?Sized] Arc<S>, self => &**self)` makes every `Arc<S>` a store by the one behind it. Nothing is
//! added on the way, and no method can be left out.

macro_rules! forward_store {
    ([$($bounds:tt)*] $type:ty, $this:ident => $inner:expr) => {
        #[deny(clippy::missing_trait_methods)]
        #[async_trait::async_trait]
        impl<$($bounds)*> $crate::port::Store for $type {
            fn capabilities(&$this) -> $crate::port::Capabilities {
                $crate::port::Store::capabilities($inner)
            }

            async fn describe(
                &$this,
                place: &$crate::port::Place,
            ) -> Result<$crate::port::Description, $crate::port::StoreError> {
                $crate::port::Store::describe($inner, place).await
            }

            async fn count(
                &$this,
                place: &$crate::port::Place,
                selection: &$crate::port::Selection,
            ) -> Result<u64, $crate::port::StoreError> {
                $crate::port::Store::count($inner, place, selection).await
            }

            async fn read(
                &$this,
                place: &$crate::port::Place,
                fields: &[String],
                selection: &$crate::port::Selection,
                page: $crate::port::Page<'_>,
            ) -> Result<Vec<$crate::port::Record>, $crate::port::StoreError> {
                $crate::port::Store::read($inner, place, fields, selection, page).await
            }

            async fn erase(
                &$this,
                place: &$crate::port::Place,
                selection: &$crate::port::Selection,
                limit: usize,
            ) -> Result<u64, $crate::port::StoreError> {
                $crate::port::Store::erase($inner, place, selection, limit).await
            }

            async fn mask(
                &$this,
                place: &$crate::port::Place,
                masks: &[$crate::port::FieldMask],
                selection: &$crate::port::Selection,
            ) -> Result<u64, $crate::port::StoreError> {
                $crate::port::Store::mask($inner, place, masks, selection).await
            }

            fn key_named(&$this, name: &str) -> Option<String> {
                $crate::port::Store::key_named($inner, name)
            }

            fn names_of(&$this, key: &str) -> Vec<String> {
                $crate::port::Store::names_of($inner, key)
            }

            async fn broken_by(
                &$this,
                place: &$crate::port::Place,
                masks: &[$crate::port::FieldMask],
                selection: &$crate::port::Selection,
            ) -> Result<Vec<String>, $crate::port::StoreError> {
                $crate::port::Store::broken_by($inner, place, masks, selection).await
            }

            async fn refusal_of(
                &$this,
                place: &$crate::port::Place,
                change: $crate::port::Change<'_>,
                selection: &$crate::port::Selection,
            ) -> Result<Option<String>, $crate::port::StoreError> {
                $crate::port::Store::refusal_of($inner, place, change, selection).await
            }

            async fn is_linked_otherwise(
                &$this,
                place: &$crate::port::Place,
                selection: &$crate::port::Selection,
                fields: &[String],
                to: &$crate::port::Place,
                to_fields: &[String],
            ) -> Result<bool, $crate::port::StoreError> {
                $crate::port::Store::is_linked_otherwise($inner, place, selection, fields, to, to_fields).await
            }
        }
    };
}
pub(crate) use forward_store;

macro_rules! forward_catalogue {
    ([$($bounds:tt)*] $type:ty, $this:ident => $inner:expr) => {
        #[deny(clippy::missing_trait_methods)]
        #[async_trait::async_trait]
        impl<$($bounds)*> $crate::port::Catalogue for $type {
            async fn tables(&$this) -> Result<Vec<$crate::port::Table>, $crate::port::StoreError> {
                $crate::port::Catalogue::tables($inner).await
            }
        }
    };
}
pub(crate) use forward_catalogue;

macro_rules! forward_requests {
    ([$($bounds:tt)*] $type:ty, $this:ident => $inner:expr) => {
        #[deny(clippy::missing_trait_methods)]
        #[async_trait::async_trait]
        impl<$($bounds)*> $crate::port::Requests for $type {
            async fn open(
                &$this,
                opening: &$crate::port::Opening,
            ) -> Result<$crate::port::Opened, $crate::port::LedgerError> {
                $crate::port::Requests::open($inner, opening).await
            }

            async fn load(
                &$this,
                id: $crate::request::RequestId,
            ) -> Result<Option<$crate::port::Standing>, $crate::port::LedgerError> {
                $crate::port::Requests::load($inner, id).await
            }

            async fn find_by_code(
                &$this,
                code: $crate::port::Digest,
            ) -> Result<Option<$crate::request::RequestId>, $crate::port::LedgerError> {
                $crate::port::Requests::find_by_code($inner, code).await
            }

            async fn add_code(
                &$this,
                id: $crate::request::RequestId,
                code: $crate::port::Digest,
            ) -> Result<(), $crate::port::LedgerError> {
                $crate::port::Requests::add_code($inner, id, code).await
            }

            async fn append(
                &$this,
                id: $crate::request::RequestId,
                expected: u64,
                head: &$crate::port::Head,
                lines: &[String],
            ) -> Result<u64, $crate::port::LedgerError> {
                $crate::port::Requests::append($inner, id, expected, head, lines).await
            }

            async fn list(
                &$this,
                states: &[$crate::request::RequestState],
                after: Option<$crate::request::RequestId>,
                limit: usize,
            ) -> Result<Vec<$crate::port::Standing>, $crate::port::LedgerError> {
                $crate::port::Requests::list($inner, states, after, limit).await
            }

            async fn journal(
                &$this,
                id: $crate::request::RequestId,
                from: u64,
                limit: usize,
            ) -> Result<Vec<String>, $crate::port::LedgerError> {
                $crate::port::Requests::journal($inner, id, from, limit).await
            }
        }
    };
}
pub(crate) use forward_requests;

macro_rules! forward_leases {
    ([$($bounds:tt)*] $type:ty, $this:ident => $inner:expr) => {
        #[deny(clippy::missing_trait_methods)]
        #[async_trait::async_trait]
        impl<$($bounds)*> $crate::port::Leases for $type {
            async fn claim_due(
                &$this,
                now: ::chrono::DateTime<::chrono::Utc>,
                until: ::chrono::DateTime<::chrono::Utc>,
            ) -> Result<Option<$crate::request::RequestId>, $crate::port::LedgerError> {
                $crate::port::Leases::claim_due($inner, now, until).await
            }

            async fn claim(
                &$this,
                id: $crate::request::RequestId,
                now: ::chrono::DateTime<::chrono::Utc>,
                until: ::chrono::DateTime<::chrono::Utc>,
            ) -> Result<bool, $crate::port::LedgerError> {
                $crate::port::Leases::claim($inner, id, now, until).await
            }

            async fn release(
                &$this,
                id: $crate::request::RequestId,
            ) -> Result<(), $crate::port::LedgerError> {
                $crate::port::Leases::release($inner, id).await
            }
        }
    };
}
pub(crate) use forward_leases;

macro_rules! forward_seals {
    ([$($bounds:tt)*] $type:ty, $this:ident => $inner:expr) => {
        #[deny(clippy::missing_trait_methods)]
        #[async_trait::async_trait]
        impl<$($bounds)*> $crate::port::Seals for $type {
            async fn seal(
                &$this,
                id: $crate::request::RequestId,
                sealed: &$crate::port::Sealed,
            ) -> Result<(), $crate::port::LedgerError> {
                $crate::port::Seals::seal($inner, id, sealed).await
            }

            async fn unseal(
                &$this,
                id: $crate::request::RequestId,
            ) -> Result<Option<$crate::port::Sealed>, $crate::port::LedgerError> {
                $crate::port::Seals::unseal($inner, id).await
            }

            async fn shred(&$this, id: $crate::request::RequestId) -> Result<(), $crate::port::LedgerError> {
                $crate::port::Seals::shred($inner, id).await
            }
        }
    };
}
pub(crate) use forward_seals;

macro_rules! forward_notes {
    ([$($bounds:tt)*] $type:ty, $this:ident => $inner:expr) => {
        #[deny(clippy::missing_trait_methods)]
        #[async_trait::async_trait]
        impl<$($bounds)*> $crate::port::Notes for $type {
            async fn note(
                &$this,
                id: $crate::request::RequestId,
                list: &$crate::port::ListName,
                notes: &[$crate::port::Note],
            ) -> Result<u64, $crate::port::LedgerError> {
                $crate::port::Notes::note($inner, id, list, notes).await
            }

            async fn notes(
                &$this,
                id: $crate::request::RequestId,
                list: &$crate::port::ListName,
                after: u64,
                limit: usize,
            ) -> Result<Vec<(u64, $crate::port::Note)>, $crate::port::LedgerError> {
                $crate::port::Notes::notes($inner, id, list, after, limit).await
            }

            async fn noted(
                &$this,
                id: $crate::request::RequestId,
                list: &$crate::port::ListName,
                digests: &[$crate::port::Digest],
            ) -> Result<Vec<$crate::port::Digest>, $crate::port::LedgerError> {
                $crate::port::Notes::noted($inner, id, list, digests).await
            }

            async fn forget(
                &$this,
                id: $crate::request::RequestId,
                lists: &[$crate::port::ListName],
            ) -> Result<(), $crate::port::LedgerError> {
                $crate::port::Notes::forget($inner, id, lists).await
            }
        }
    };
}
pub(crate) use forward_notes;

macro_rules! forward_holds {
    ([$($bounds:tt)*] $type:ty, $this:ident => $inner:expr) => {
        #[deny(clippy::missing_trait_methods)]
        #[async_trait::async_trait]
        impl<$($bounds)*> $crate::port::Holds for $type {
            async fn place(
                &$this,
                matter: $crate::port::Digest,
                former: &[$crate::port::Digest],
                hold: &$crate::port::Sealed,
            ) -> Result<(), $crate::port::LedgerError> {
                $crate::port::Holds::place($inner, matter, former, hold).await
            }

            async fn lift(
                &$this,
                matter: &[$crate::port::Digest],
            ) -> Result<bool, $crate::port::LedgerError> {
                $crate::port::Holds::lift($inner, matter).await
            }

            async fn placed(&$this) -> Result<Vec<$crate::port::Sealed>, $crate::port::LedgerError> {
                $crate::port::Holds::placed($inner).await
            }
        }
    };
}
pub(crate) use forward_holds;
