//! What a store holds: values, how links and conditions compare them, and the moments that they write down.
//!
//! All that a store's author has to know of a data map. Pure, and knows no other room.

mod condition;
mod list;
mod moment;
mod stored;

pub use condition::{Comparison, Condition, Side};
pub use list::{elements, elements_of, list_of};
pub(crate) use list::{field_of, without};
pub use moment::{EventForm, instant_of};
pub use stored::{LinkForm, Value};
