//! What a host sees of a database: a store and a ledger of their own types, behind which drivers and dialects stay private.

/// Makes a type a store by the [`SqlStore`](super::store::SqlStore) inside of it.
macro_rules! store {
    ($name:ident) => {
        crate::port::forward::forward_store!([] $name, self => &self.0);
        crate::port::forward::forward_catalogue!([] $name, self => &self.0);

        impl $name {
            /// Waits by something else than the runtime's timer before a batch is tried again.
            #[must_use]
            pub fn with_waiting(self, waiting: impl crate::port::Waiting) -> Self {
                Self(self.0.with_waiting(waiting))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}
pub(super) use store;

/// Makes a type a ledger by the [`SqlLedger`](super::ledger::SqlLedger) inside of it.
macro_rules! ledger {
    ($name:ident) => {
        crate::port::forward::forward_requests!([] $name, self => &self.0);
        crate::port::forward::forward_leases!([] $name, self => &self.0);
        crate::port::forward::forward_seals!([] $name, self => &self.0);
        crate::port::forward::forward_notes!([] $name, self => &self.0);
        crate::port::forward::forward_holds!([] $name, self => &self.0);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}
pub(super) use ledger;
