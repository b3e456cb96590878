//! Stores and ledgers that are broken on purpose, each in one way.
//!
//! They show that the kit bites: every fault has a law that must find it out, and every law has a fault that it finds.

mod ledger;
mod rewrite;
mod store;

pub use ledger::{BrokenLedger, LedgerFault};
pub use store::{BrokenStore, StoreFault};

/// Writes an enum of faults, each with the law that has to find it out.
macro_rules! faults {
    ($(#[$meta:meta])* $name:ident { $($(#[doc = $doc:literal])+ $fault:ident => $law:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $doc])+ $fault,)+
        }

        impl $name {
            /// Every fault, in the order of their definition.
            pub const ALL: &'static [Self] = &[$(Self::$fault,)+];

            /// The law that has to find it out. Others may, too.
            pub fn law(self) -> &'static str {
                match self {
                    $(Self::$fault => stringify!($law),)+
                }
            }
        }
    };
}
use faults;
