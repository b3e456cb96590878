//! A legal hold with who ordered it, who placed it and when.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::LegalHold;

/// A legal hold as it was placed. All of it is sealed where it is kept.
///
/// As data: `matter`, `scope` and `authority`; `review`, a day, where one was set; `placed_by` and `placed_at`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PlacedHold {
    /// The matter, and what it suspends.
    #[serde(flatten)]
    pub hold: LegalHold,
    /// Who ordered it: a court, a regulator, counsel.
    pub authority: String,
    /// The day on which somebody looks at whether it is still needed. It does not end by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<NaiveDate>,
    /// Who placed it.
    pub placed_by: String,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
}

impl PlacedHold {
    /// The hold as it is placed now, ordered by `authority` and placed by `by`.
    pub fn new(
        hold: LegalHold,
        authority: impl Into<String>,
        by: impl Into<String>,
        at: DateTime<Utc>,
    ) -> Self {
        Self { hold, authority: authority.into(), review: None, placed_by: by.into(), placed_at: at }
    }

    /// With a day on which it is to be reviewed.
    #[must_use]
    pub fn with_review(mut self, review: NaiveDate) -> Self {
        self.review = Some(review);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hold::HoldScope;

    #[test]
    fn a_placed_hold_is_written_as_one_object_and_read_again() {
        let hold = LegalHold::new("Case 7/2026", HoldScope::Tenant("7".to_owned())).unwrap();
        let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let placed = PlacedHold::new(hold, "High Court", "Q. Roe", at).with_review(at.date_naive());
        let text = serde_json::to_string(&placed).unwrap();
        let expected = r#"{"matter":"Case 7/2026","scope":{"tenant":"7"},"authority":"High Court","review":"2027-01-15","placed_by":"Q. Roe","placed_at":"2027-01-15T08:00:00Z"}"#;
        assert_eq!(text, expected);
        assert_eq!(serde_json::from_str::<PlacedHold>(&text).unwrap(), placed);
        let empty = text.replace("Case 7/2026", "");
        assert!(serde_json::from_str::<PlacedHold>(&empty).is_err(), "checked again as it is read");
    }
}
