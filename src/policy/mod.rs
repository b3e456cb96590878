//! What is promised.
mod category;
pub use category::{CategoryId, CategoryIdError};
