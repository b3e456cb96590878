//! Drives requests as far as they can go today: what comes next is decided in [`next`], purely, and done here.

mod asking;
mod conclude;
mod first_format;
mod forget;
mod locating;
pub(crate) mod next;
pub(crate) mod notices;
mod passes;
mod planning;
mod preview;
mod run;
pub(crate) mod setback;
mod steps;
mod work;
pub(crate) mod worker;

pub(crate) use run::LEASE;
