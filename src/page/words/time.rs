//! Dates, times and lengths of time in words: never in digits alone, which every country reads otherwise.

use chrono::{DateTime, Datelike, NaiveDate, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use super::Speech;
use crate::page::PageError;
use crate::page::instructions::TermView;
use crate::policy::{MonthDay, Period, PeriodUnit};

impl Speech<'_> {
    /// A day, such as "5 July 2026".
    pub(crate) fn date(&self, day: NaiveDate) -> Result<String, PageError> {
        let month = self.month(day.month())?;
        let (number, year) = (day.day().to_string(), day.year().to_string());
        self.say_with("date", &[("day", number.into()), ("month", month.into()), ("year", year.into())])
    }

    /// A day of every year, such as "1 April".
    pub(crate) fn day_of_year(&self, day: MonthDay) -> Result<String, PageError> {
        let month = self.month(day.month())?;
        self.say_with("day-of-year", &[("day", day.day().to_string().into()), ("month", month.into())])
    }

    /// An instant as the clocks of a zone show it, such as "5 July 2026, 14:30 (UTC)".
    pub(crate) fn moment(&self, instant: DateTime<Utc>, zone: Tz) -> Result<String, PageError> {
        let instant = instant.naive_utc();
        let offset = zone.offset_from_utc_datetime(&instant).fix();
        // Only at the ends of the calendar is there no local time; the instant itself is no worse there.
        let local = instant.checked_add_offset(offset).unwrap_or(instant);
        let date = self.date(local.date())?;
        let time = local.format("%H:%M").to_string();
        self.say_with("moment", &[("date", date.into()), ("time", time.into()), ("zone", zone.name().into())])
    }

    /// A length of time, such as "72 months".
    pub(crate) fn period(&self, period: Period) -> Result<String, PageError> {
        let unit = match period.unit() {
            PeriodUnit::Hours => "hours",
            PeriodUnit::Days => "days",
            PeriodUnit::BusinessDays => "business_days",
            PeriodUnit::Weeks => "weeks",
            PeriodUnit::Months => "months",
            PeriodUnit::Years => "years",
        };
        self.say_with(&format!("period-{unit}"), &[("amount", u64::from(period.amount()).into())])
    }

    /// A length of time, and what it is counted from.
    pub(crate) fn term(&self, term: &TermView) -> Result<String, PageError> {
        let period = self.period(term.period)?;
        let start = self.word("event", &term.start)?.replace('_', " ");
        let key = format!("term-{}", term.counted_from);
        self.say_with(&key, &[("period", period.into()), ("start", start.into())])
    }

    fn month(&self, month: u32) -> Result<String, PageError> {
        self.say(&format!("month-{month}"))
    }
}
