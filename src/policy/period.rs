//! A length of time in the words of a policy, such as `30 days` or `72 months`, and its sum with a date.
//!
//! Knows units, wall clocks and weekends; does not know what a period is counted from (see `calendar`).

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::zone;
use crate::text::{Explained, as_text, excerpt};

/// A length of time: a whole amount, at least 1 and at most about a thousand years, and its unit.
///
/// ```
/// use oubliette::policy::Period;
///
/// let period: Period = "72 months".parse()?;
/// assert_eq!(period.to_string(), "72 months");
/// assert!("0 days".parse::<Period>().is_err());
/// # Ok::<(), oubliette::policy::PeriodError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    amount: u32,
    unit: PeriodUnit,
}

/// What a [`Period`] is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeriodUnit {
    /// Elapsed hours of 3600 seconds, whatever the wall clock does.
    Hours,
    /// Calendar days.
    Days,
    /// Days that are neither Saturday nor Sunday. Holidays are not known here.
    BusinessDays,
    /// Seven calendar days each.
    Weeks,
    /// Calendar months: the same day number, or the month's last day where it has none.
    Months,
    /// Twelve calendar months each.
    Years,
}

/// A text that is not a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` {}; {}", excerpt(.text), self.fault(), self.remedy())]
pub struct PeriodError {
    text: String,
    reason: Reason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    Shape,
    Unit,
    Zero,
    TooLong(PeriodUnit),
}

impl PeriodUnit {
    /// Each unit with its singular, its plural and the most of it that a period may have: a thousand years.
    const TABLE: [(Self, &'static str, &'static str, u32); 6] = [
        (Self::Hours, "hour", "hours", 8_765_820),
        (Self::Days, "day", "days", 365_242),
        (Self::BusinessDays, "business day", "business days", 260_887),
        (Self::Weeks, "week", "weeks", 52_177),
        (Self::Months, "month", "months", 12_000),
        (Self::Years, "year", "years", 1_000),
    ];

    fn row(self) -> (&'static str, &'static str, u32) {
        let row = Self::TABLE.into_iter().find(|(unit, ..)| *unit == self);
        row.map_or(("day", "days", 1), |(_, singular, plural, most)| (singular, plural, most))
    }
}

impl Period {
    /// The shortest day-based period.
    pub(super) const ONE_DAY: Self = Self { amount: 1, unit: PeriodUnit::Days };

    /// Makes a period of `amount` units.
    ///
    /// # Errors
    /// Zero, and more than about a thousand years.
    pub fn new(amount: u32, unit: PeriodUnit) -> Result<Self, PeriodError> {
        let (_, plural, most) = unit.row();
        let refused = |reason| Err(PeriodError { text: format!("{amount} {plural}"), reason });
        match amount {
            0 => refused(Reason::Zero),
            _ if amount > most => refused(Reason::TooLong(unit)),
            _ => Ok(Self { amount, unit }),
        }
    }

    /// How many units; at least 1.
    pub fn amount(self) -> u32 {
        self.amount
    }

    /// What it is measured in.
    pub fn unit(self) -> PeriodUnit {
        self.unit
    }

    /// Returns the instant at which a promise of this length falls due, counted from `start`.
    ///
    /// Hours are elapsed time. Every other unit keeps the wall clock of `zone`: a month after 31 January 10:00 is
    /// 28 (or 29) February 10:00. A wall-clock time that the zone skips becomes the first instant after the gap; one
    /// that it has twice is the earlier. `None` where the date lies beyond what a calendar can hold.
    pub fn after(self, start: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        if let Some(elapsed) = self.elapsed() {
            return start.checked_add_signed(elapsed);
        }
        let local = zone::wall_clock(zone, start)?;
        zone::earliest(zone, self.after_day(local.date())?.and_time(local.time()))
    }

    /// The exact duration of a period in hours; `None` for the units that follow the calendar.
    pub(crate) fn elapsed(self) -> Option<TimeDelta> {
        match self.unit {
            PeriodUnit::Hours => TimeDelta::try_hours(i64::from(self.amount)),
            _ => None,
        }
    }

    /// The day this long after `day`. Hours reach as many days as they can touch.
    pub(crate) fn after_day(self, day: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            PeriodUnit::Hours => day.checked_add_days(Days::new(u64::from(self.amount.div_ceil(24)))),
            PeriodUnit::Days => day.checked_add_days(Days::new(u64::from(self.amount))),
            PeriodUnit::Weeks => day.checked_add_days(Days::new(u64::from(self.amount) * 7)),
            PeriodUnit::BusinessDays => add_business_days(day, self.amount),
            PeriodUnit::Months => day.checked_add_months(Months::new(self.amount)),
            PeriodUnit::Years => day.checked_add_months(Months::new(self.amount.checked_mul(12)?)),
        }
    }

    /// The last day from which [`Period::after_day`] still reaches no further than `day`.
    pub(crate) fn before_day(self, day: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            PeriodUnit::Hours => day.checked_sub_days(Days::new(u64::from(self.amount.div_ceil(24)))),
            PeriodUnit::Days => day.checked_sub_days(Days::new(u64::from(self.amount))),
            PeriodUnit::Weeks => day.checked_sub_days(Days::new(u64::from(self.amount) * 7)),
            PeriodUnit::BusinessDays => sub_business_days(day, self.amount),
            PeriodUnit::Months => sub_months(day, self.amount),
            PeriodUnit::Years => sub_months(day, self.amount.checked_mul(12)?),
        }
    }

    /// The fewest and the most days that it can take, generously rounded outwards.
    pub(crate) fn day_bounds(self) -> (i64, i64) {
        /// More than month lengths, leap days, clamping and weekends together can add or take.
        const ROOM: i64 = 4;
        /// Days and months of the Gregorian cycle of 400 years.
        const CYCLE: (i64, i64) = (146_097, 4_800);
        let amount = i64::from(self.amount);
        let about = match self.unit {
            PeriodUnit::Hours => amount / 24,
            PeriodUnit::Days => return (amount, amount),
            PeriodUnit::Weeks => return (amount * 7, amount * 7),
            PeriodUnit::BusinessDays => amount * 7 / 5,
            PeriodUnit::Months => amount * CYCLE.0 / CYCLE.1,
            PeriodUnit::Years => amount * 12 * CYCLE.0 / CYCLE.1,
        };
        (about - ROOM, about + ROOM)
    }
}

/// Whole weeks move five business days at once; from a weekend one counts as from the Friday before.
fn add_business_days(day: NaiveDate, amount: u32) -> Option<NaiveDate> {
    let friday_back = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    let from = day.checked_sub_days(Days::new(friday_back))?;
    let rest = amount % 5;
    let over_weekend = from.weekday().num_days_from_monday() + rest > 4;
    let days = u64::from(amount / 5) * 7 + u64::from(rest) + if over_weekend { 2 } else { 0 };
    from.checked_add_days(Days::new(days))
}

/// The last day from which so many business days reach no further than `day`.
///
/// A weekend is reached no earlier than its Friday, and a Friday start serves for the weekend after it.
fn sub_business_days(day: NaiveDate, amount: u32) -> Option<NaiveDate> {
    let back_to_friday = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    let to = day.checked_sub_days(Days::new(back_to_friday))?;
    let rest = amount % 5;
    let over_weekend = to.weekday().num_days_from_monday() < rest;
    let days = u64::from(amount / 5) * 7 + u64::from(rest) + if over_weekend { 2 } else { 0 };
    let from = to.checked_sub_days(Days::new(days))?;
    let to_sunday = if from.weekday() == Weekday::Fri { 2 } else { 0 };
    from.checked_add_days(Days::new(to_sunday))
}

/// The last day from which so many months reach no further than `day`.
///
/// From a month's last day all longer months reach back to theirs: 28 February to 31 January, not to 28 January.
fn sub_months(day: NaiveDate, amount: u32) -> Option<NaiveDate> {
    let from = day.checked_sub_months(Months::new(amount))?;
    let is_last = day.day() == u32::from(day.num_days_in_month());
    if is_last { from.with_day(u32::from(from.num_days_in_month())) } else { Some(from) }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = |reason| PeriodError { text: text.to_owned(), reason };
        let (digits, unit) = text.trim().split_once(' ').ok_or(refused(Reason::Shape))?;
        if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(refused(Reason::Shape));
        }
        let unit = unit.split_whitespace().collect::<Vec<_>>().join(" ");
        let unit = PeriodUnit::TABLE
            .into_iter()
            .find(|(_, singular, plural, _)| unit == *singular || unit == *plural)
            .map(|(unit, ..)| unit)
            .ok_or(refused(Reason::Unit))?;
        let amount = digits.parse().map_err(|_| refused(Reason::TooLong(unit)))?;
        Self::new(amount, unit).map_err(|error| refused(error.reason))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (singular, plural, _) = self.unit.row();
        write!(f, "{} {}", self.amount, if self.amount == 1 { singular } else { plural })
    }
}

impl Explained for PeriodError {
    fn fault(&self) -> String {
        match self.reason {
            Reason::Shape => "is not a length of time".to_owned(),
            Reason::Unit => "has a unit that is not known".to_owned(),
            Reason::Zero => "is no time at all".to_owned(),
            Reason::TooLong(_) => "is more than a thousand years".to_owned(),
        }
    }

    fn remedy(&self) -> String {
        match self.reason {
            Reason::Shape | Reason::Unit => {
                "write a whole number and `hours`, `days`, `business days`, `weeks`, `months` or `years`, such as \
                 `30 days`"
                    .to_owned()
            }
            Reason::Zero => "write at least 1, or leave the period out".to_owned(),
            Reason::TooLong(unit) => {
                let (_, plural, most) = unit.row();
                format!("write at most `{most} {plural}`")
            }
        }
    }
}

as_text!(Period);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn periods_are_read_and_shown() {
        for (text, shown) in [
            ("24 hours", "24 hours"),
            ("1 month", "1 month"),
            ("1 months", "1 month"),
            ("10 business days", "10 business days"),
            (" 1  business   day ", "1 business day"),
            ("72 months", "72 months"),
            ("1000 years", "1000 years"),
        ] {
            assert_eq!(period(text).to_string(), shown);
            assert_eq!(period(shown), period(text));
        }
    }

    #[test]
    fn what_is_no_period_is_refused_with_advice() {
        for text in [
            "",
            " ",
            "30",
            "days",
            "30days",
            "-3 days",
            "+3 days",
            "0 days",
            "1.5 years",
            "1e3 days",
            "30 Days",
            "30 fortnights",
            "٣ days",
            "1001 years",
            "99999999999999999999 days",
            "4294967295 months",
            "3 4 days",
            "30 days 2 hours",
            "P30D",
            "thirty days",
            "30\u{a0}days",
        ] {
            let error = text.parse::<Period>().unwrap_err().to_string();
            assert!(error.contains("; write "), "{text}: {error}");
        }
        assert_eq!(
            Period::new(0, PeriodUnit::Days).unwrap_err().to_string().split(';').next(),
            Some("`0 days` is no time at all")
        );
    }

    #[test]
    fn a_month_that_lacks_the_day_gives_its_last() {
        assert_eq!(period("1 month").after_day(day("2026-01-31")), Some(day("2026-02-28")));
        assert_eq!(period("1 month").after_day(day("2028-01-31")), Some(day("2028-02-29")));
        assert_eq!(period("1 year").after_day(day("2028-02-29")), Some(day("2029-02-28")));
        assert_eq!(period("4 years").after_day(day("2028-02-29")), Some(day("2032-02-29")));
        assert_eq!(period("72 months").after_day(day("2021-03-31")), Some(day("2027-03-31")));
    }

    #[test]
    fn business_days_skip_weekends() {
        // 2026-11-20 is a Friday.
        for (start, text, end) in [
            ("2026-11-20", "1 business day", "2026-11-23"),
            ("2026-11-21", "1 business day", "2026-11-23"),
            ("2026-11-22", "1 business day", "2026-11-23"),
            ("2026-11-22", "5 business days", "2026-11-27"),
            ("2026-11-19", "2 business days", "2026-11-23"),
            ("2026-11-20", "10 business days", "2026-12-04"),
        ] {
            assert_eq!(period(text).after_day(day(start)), Some(day(end)), "{start} + {text}");
        }
    }

    #[test]
    fn deadlines_keep_the_wall_clock_and_hours_do_not() {
        let berlin = chrono_tz::Europe::Berlin;
        let evening_before = instant("2026-03-28T12:00:00Z");
        assert_eq!(period("1 day").after(evening_before, berlin), Some(instant("2026-03-29T11:00:00Z")));
        assert_eq!(period("24 hours").after(evening_before, berlin), Some(instant("2026-03-29T12:00:00Z")));
        // 02:30 does not exist on 29 March; the clock goes from 02:00 to 03:00 at 01:00 UTC.
        assert_eq!(
            period("1 day").after(instant("2026-03-28T01:30:00Z"), berlin),
            Some(instant("2026-03-29T01:00:00Z"))
        );
        // 02:30 exists twice on 25 October; the earlier one is taken.
        assert_eq!(
            period("1 day").after(instant("2026-10-24T00:30:00Z"), berlin),
            Some(instant("2026-10-25T00:30:00Z"))
        );
        let late = instant("2026-01-31T23:30:00Z");
        assert_eq!(period("1 month").after(late, Tz::UTC), Some(instant("2026-02-28T23:30:00Z")));
        assert_eq!(
            period("1 month").after(late, chrono_tz::Asia::Kolkata),
            Some(instant("2026-02-28T23:30:00Z"))
        );
    }

    #[test]
    fn the_end_of_the_calendar_is_no_panic() {
        for (unit, _, _, most) in PeriodUnit::TABLE {
            let longest = Period::new(most, unit).unwrap();
            assert_eq!(longest.after_day(NaiveDate::MAX), None);
            assert_eq!(longest.before_day(NaiveDate::MIN), None);
            assert_eq!(longest.after(DateTime::<Utc>::MAX_UTC, Tz::UTC), None);
            assert_eq!(longest.after(DateTime::<Utc>::MAX_UTC, chrono_tz::Pacific::Apia), None);
            assert!(Period::new(most + 1, unit).is_err());
        }
    }

    fn any_period() -> impl Strategy<Value = Period> {
        (0..PeriodUnit::TABLE.len(), 1..4000u32).prop_map(|(row, amount)| {
            let (unit, _, _, most) = PeriodUnit::TABLE[row];
            Period::new(amount.min(most), unit).unwrap()
        })
    }

    proptest! {
        #[test]
        fn text_round_trips(period in any_period()) {
            prop_assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
        }

        #[test]
        fn before_day_is_the_last_day_that_still_fits(period in any_period(), offset in -200_000..200_000i64) {
            let day = day("2026-11-21") + TimeDelta::days(offset);
            let found = period.before_day(day).unwrap();
            prop_assert!(period.after_day(found).unwrap() <= day);
            prop_assert!(period.after_day(found.succ_opt().unwrap()).unwrap() > day);
        }

        #[test]
        fn day_bounds_hold(period in any_period(), offset in -200_000..200_000i64) {
            let day = day("2026-11-21") + TimeDelta::days(offset);
            let days = (period.after_day(day).unwrap() - day).num_days();
            let (fewest, most) = period.day_bounds();
            prop_assert!(fewest <= days && days <= most, "{} not in {}..={}", days, fewest, most);
        }

        #[test]
        fn business_days_agree_with_counting(amount in 1..400u32, offset in 0..2_000i64) {
            let start = day("2026-11-21") + TimeDelta::days(offset);
            let mut counted = start;
            let mut left = amount;
            while left > 0 {
                counted = counted.succ_opt().unwrap();
                if !matches!(counted.weekday(), Weekday::Sat | Weekday::Sun) {
                    left -= 1;
                }
            }
            prop_assert_eq!(Period::new(amount, PeriodUnit::BusinessDays).unwrap().after_day(start), Some(counted));
        }
    }
}
