//! Why something is kept, by which rule a person can check, and for how long.
//!
//! Knows one ground or deletion period by itself; whether they fit together is for `validate`, and when they end for
//! `calendar`.

use serde::{Deserialize, Serialize};

use super::period::Period;
use crate::text::words::words;

words! {
    /// The kind of reason for which something is retained (the exceptions of GDPR Art. 17(3), and their like elsewhere).
    "a kind of ground" GroundKind {
        /// Tax records, such as invoices under CGST Act 2017 s. 36.
        TaxLaw = "tax_law",
        /// Books and vouchers, such as HGB s. 257.
        AccountingLaw = "accounting_law",
        /// Any other duty in law to keep (GDPR Art. 17(3)(b)).
        LegalObligation = "legal_obligation",
        /// Establishing, exercising or defending legal claims (GDPR Art. 17(3)(e)).
        LegalClaims = "legal_claims",
        /// Keeping fraud or abuse from coming back.
        FraudPrevention = "fraud_prevention",
        /// Security logs and audit trails.
        SecurityAudit = "security_audit",
        /// A dispute that is not settled.
        Dispute = "dispute",
        /// Performing or enforcing an agreement.
        Contract = "contract",
        /// Proof that consent was given or withdrawn (GDPR Art. 7(1)).
        ConsentRecord = "consent_record",
        /// Public interest, research, archives (GDPR Art. 17(3)(c) and (d)).
        PublicInterest = "public_interest",
        /// A reason that the citation explains.
        Other = "other",
    }
}

words! {
    /// The day from which a period is counted, given its start event.
    #[derive(Default)]
    "a day to count from" CountedFrom {
        /// The day of the event itself.
        #[default]
        Event = "event",
        /// The last day of the event's month.
        MonthEnd = "month_end",
        /// 31 December of the event's year.
        CalendarYearEnd = "calendar_year_end",
        /// The last day of the financial year in which the event lies.
        FinancialYearEnd = "financial_year_end",
    }
}

/// How a ground ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// After a period that is fixed.
    Period(Period),
    /// After the period within which somebody has to look again.
    ///
    /// It counts like a fixed one: a ground whose review date has passed has lapsed, unless the policy was renewed
    /// with a later one by then. Nothing is kept for ever because nobody looked.
    Review(Period),
}

impl Bound {
    /// The length of time after which the ground ends or lapses.
    pub fn period(self) -> Period {
        match self {
            Self::Period(period) | Self::Review(period) => period,
        }
    }

    /// The key that it has in the file.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Period(_) => "period",
            Self::Review(_) => "review",
        }
    }
}

/// Why the records of a category are retained.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ground {
    kind: GroundKind,
    citation: String,
    bound: Bound,
    start: String,
    counted_from: CountedFrom,
}

impl Ground {
    /// Makes a ground that is counted from its start event, such as `issued`.
    pub fn new(
        kind: GroundKind,
        citation: impl Into<String>,
        bound: Bound,
        start: impl Into<String>,
    ) -> Self {
        Self { kind, citation: citation.into(), bound, start: start.into(), counted_from: CountedFrom::Event }
    }

    /// Counts from the end of the month or year in which the start event lies.
    #[must_use]
    pub fn with_counted_from(mut self, counted_from: CountedFrom) -> Self {
        self.counted_from = counted_from;
        self
    }

    /// What sort of reason it is.
    pub fn kind(&self) -> GroundKind {
        self.kind
    }

    /// Where the rule stands, so that a person can check it.
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// How it ends.
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// How long it lasts, whether it ends then or lapses for want of a review.
    pub fn period(&self) -> Period {
        self.bound.period()
    }

    /// The event that it is counted from, as the data map's `events` name it.
    pub fn start(&self) -> &str {
        &self.start
    }

    /// The day on which counting begins.
    pub fn counted_from(&self) -> CountedFrom {
        self.counted_from
    }
}

/// When a category's records must be gone, even if nobody asks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DeletionPeriod {
    period: Period,
    start: String,
    counted_from: CountedFrom,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    notify_before: Option<Period>,
}

impl DeletionPeriod {
    /// Says that records are gone within `period` of the start event, such as `last_message`.
    pub fn new(period: Period, start: impl Into<String>) -> Self {
        Self { period, start: start.into(), counted_from: CountedFrom::Event, notify_before: None }
    }

    /// Counts from the end of the month or year in which the start event lies.
    #[must_use]
    pub fn with_counted_from(mut self, counted_from: CountedFrom) -> Self {
        self.counted_from = counted_from;
        self
    }

    /// Tells people this long before.
    #[must_use]
    pub fn with_notify_before(mut self, period: Period) -> Self {
        self.notify_before = Some(period);
        self
    }

    /// How long before people are told.
    pub fn notify_before(&self) -> Option<Period> {
        self.notify_before
    }

    /// How long the records may stay.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The event that it is counted from, as the data map's `events` name it.
    pub fn start(&self) -> &str {
        &self.start
    }

    /// The day on which counting begins.
    pub fn counted_from(&self) -> CountedFrom {
        self.counted_from
    }
}
