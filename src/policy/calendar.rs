//! The retention clock: from the event that starts a period to the instant from which a record may go, and back.
//!
//! Knows days, months, years and financial years in the policy's time zone. It reads no clock and knows no records:
//! the event and "now" come in as arguments. Whatever lies beyond the calendar gives `None`, which always means that
//! nothing may go.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Months, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::ground::CountedFrom;
use super::period::Period;
use super::zone;
use crate::text::{Explained, as_text, excerpt};

/// A day of the year that every year has, written `04-01`. So never 29 February.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    month: u32,
    day: u32,
}

/// A text that is not a day of every year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` {}; {}", excerpt(.text), self.fault(), self.remedy())]
pub struct MonthDayError {
    text: String,
    leap_day: bool,
}

impl MonthDay {
    /// 1 January, when a year starts unless a policy says otherwise.
    pub const NEW_YEAR: Self = Self { month: 1, day: 1 };

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.day
    }

    fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

impl FromStr for MonthDay {
    type Err = MonthDayError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let two_digits = |part: &str| {
            let fits = part.len() == 2 && part.chars().all(|c| c.is_ascii_digit());
            if fits { part.parse::<u32>().ok() } else { None }
        };
        let read = text.split_once('-').and_then(|(month, day)| Some((two_digits(month)?, two_digits(day)?)));
        let refused = |leap_day| MonthDayError { text: text.to_owned(), leap_day };
        let (month, day) = read.ok_or(refused(false))?;
        /// Any year without a leap day: what it has, every year has.
        const COMMON_YEAR: i32 = 2001;
        match NaiveDate::from_ymd_opt(COMMON_YEAR, month, day) {
            Some(_) => Ok(Self { month, day }),
            None => Err(refused((month, day) == (2, 29))),
        }
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

as_text!(MonthDay);

impl Explained for MonthDayError {
    fn fault(&self) -> String {
        if self.leap_day { "is missing from most years" } else { "is not a day of the year" }.to_owned()
    }

    fn remedy(&self) -> String {
        if self.leap_day {
            "write `02-28` or `03-01`".to_owned()
        } else {
            "write month and day with two digits each, such as `04-01`".to_owned()
        }
    }
}

/// Counts retention and deletion periods the way one policy does.
///
/// - A period starts on the day of the event, or at the end of the month or year in which that day lies.
/// - Its last day is the same day so many months or years later, or the month's last where it has no such day.
/// - A record may go from the midnight that ends the last day. In a zone whose clock skips midnight, from the first
///   instant of the next day.
/// - Hours are elapsed time, from the event itself or from the midnight that ends the month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    time_zone: Tz,
    financial_year_starts: MonthDay,
}

impl Calendar {
    /// Makes a calendar of days in `time_zone`, whose financial year begins on `financial_year_starts`.
    pub fn new(time_zone: Tz, financial_year_starts: MonthDay) -> Self {
        Self { time_zone, financial_year_starts }
    }

    /// The zone whose midnights end its days.
    pub fn time_zone(&self) -> Tz {
        self.time_zone
    }

    /// The first day of the financial year.
    pub fn financial_year_starts(&self) -> MonthDay {
        self.financial_year_starts
    }

    /// Returns the last day on which a record must be kept, or on which the last of its hours ends.
    pub fn last_day(
        &self,
        period: Period,
        counted_from: CountedFrom,
        event: DateTime<Utc>,
    ) -> Option<NaiveDate> {
        if period.elapsed().is_some() {
            let last_moment =
                self.free_at(period, counted_from, event)?.checked_sub_signed(TimeDelta::nanoseconds(1))?;
            return zone::day_of(self.time_zone, last_moment);
        }
        self.last_day_after(period, counted_from, zone::day_of(self.time_zone, event)?)
    }

    /// Returns the midnight that ends `last_day`: the instant from which what was kept until that day may go.
    pub fn free_from(&self, last_day: NaiveDate) -> Option<DateTime<Utc>> {
        zone::start_of_day(self.time_zone, last_day.succ_opt()?)
    }

    /// Returns the instant from which a record with this event may be erased.
    ///
    /// The midnight after [`Calendar::last_day`]; for a period in hours the exact end of the last one.
    pub fn free_at(
        &self,
        period: Period,
        counted_from: CountedFrom,
        event: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        match (period.elapsed(), counted_from) {
            (Some(hours), CountedFrom::Event) => event.checked_add_signed(hours),
            (Some(hours), _) => {
                let anchor = self.anchor(counted_from, zone::day_of(self.time_zone, event)?)?;
                self.free_from(anchor)?.checked_add_signed(hours)
            }
            (None, _) => self.free_from(self.last_day(period, counted_from, event)?),
        }
    }

    /// Returns the instant that divides the records at `now`: those whose event lies strictly before it may be erased, the
    /// others are kept.
    ///
    /// It agrees with [`Calendar::free_at`] for every event: `event < cutoff(now)` just when `free_at(event) <= now`.
    pub fn cutoff(
        &self,
        period: Period,
        counted_from: CountedFrom,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let first_kept = match (period.elapsed(), counted_from) {
            (Some(hours), CountedFrom::Event) => {
                // An event exactly so many hours ago is free already, so the border lies one tick after it.
                return now.checked_sub_signed(hours)?.checked_add_signed(TimeDelta::nanoseconds(1));
            }
            (Some(hours), _) => zone::day_of(self.time_zone, now.checked_sub_signed(hours)?)?,
            (None, _) => {
                let yesterday = zone::day_of(self.time_zone, now)?.pred_opt()?;
                period.before_day(yesterday)?.succ_opt()?
            }
        };
        zone::start_of_day(self.time_zone, self.term_start(counted_from, first_kept)?)
    }

    /// The last day of a period whose event lies on `event_day`; a period in hours reaches as far as it can.
    pub(crate) fn last_day_after(
        &self,
        period: Period,
        counted_from: CountedFrom,
        event_day: NaiveDate,
    ) -> Option<NaiveDate> {
        period.after_day(self.anchor(counted_from, event_day)?)
    }

    /// The day that a period is counted from: the event's own, or the last of its month or year.
    pub(crate) fn anchor(&self, counted_from: CountedFrom, event_day: NaiveDate) -> Option<NaiveDate> {
        let start = self.term_start(counted_from, event_day)?;
        let next_start = match counted_from {
            CountedFrom::Event => return Some(event_day),
            CountedFrom::MonthEnd => start.checked_add_months(Months::new(1))?,
            CountedFrom::CalendarYearEnd | CountedFrom::FinancialYearEnd => {
                start.checked_add_months(Months::new(12))?
            }
        };
        next_start.pred_opt()
    }

    /// The first day of the month or year in which `day` lies; the day itself where each is counted on its own.
    fn term_start(&self, counted_from: CountedFrom, day: NaiveDate) -> Option<NaiveDate> {
        match counted_from {
            CountedFrom::Event => Some(day),
            CountedFrom::MonthEnd => day.with_day(1),
            CountedFrom::CalendarYearEnd => MonthDay::NEW_YEAR.in_year(day.year()),
            CountedFrom::FinancialYearEnd => {
                let starts = self.financial_year_starts;
                let began_this_year = (starts.month, starts.day) <= (day.month(), day.day());
                starts.in_year(if began_this_year { day.year() } else { day.year().checked_sub(1)? })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::policy::PeriodUnit;

    fn calendar(zone: Tz, starts: &str) -> Calendar {
        Calendar::new(zone, starts.parse().unwrap())
    }

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn last_day(starts: &str, period: &str, from: CountedFrom, event: &str) -> String {
        let event = instant(&format!("{event}T12:00:00Z"));
        calendar(Tz::UTC, starts).last_day(period.parse().unwrap(), from, event).unwrap().to_string()
    }

    #[test]
    fn days_of_every_year_are_read() {
        for text in ["01-01", "04-01", "02-28", "12-31"] {
            assert_eq!(text.parse::<MonthDay>().unwrap().to_string(), text);
        }
        for text in
            ["", "4-1", "04/01", "13-01", "00-01", "04-31", "04-01-01", "+4-01", "٠٤-01", "02-30", "0401"]
        {
            assert!(text.parse::<MonthDay>().is_err(), "{text}");
        }
        let error = "02-29".parse::<MonthDay>().unwrap_err().to_string();
        assert!(error.contains("missing from most years") && error.contains("`03-01`"), "{error}");
    }

    #[test]
    fn tax_books_are_kept_from_the_end_of_the_indian_year() {
        use CountedFrom::FinancialYearEnd as Year;
        assert_eq!(last_day("04-01", "72 months", Year, "2020-05-10"), "2027-03-31");
        assert_eq!(last_day("04-01", "72 months", Year, "2021-03-31"), "2027-03-31");
        assert_eq!(last_day("04-01", "72 months", Year, "2021-04-01"), "2028-03-31");
        let (india, period) = (calendar(Tz::UTC, "04-01"), "72 months".parse().unwrap());
        let event = instant("2020-05-10T00:00:00Z");
        assert_eq!(india.free_at(period, Year, event), Some(instant("2027-04-01T00:00:00Z")));
        assert_eq!(
            india.cutoff(period, Year, instant("2027-04-01T00:00:00Z")),
            Some(instant("2021-04-01T00:00:00Z"))
        );
        assert_eq!(
            india.cutoff(period, Year, instant("2027-03-31T23:59:59.999999999Z")),
            Some(instant("2020-04-01T00:00:00Z"))
        );
    }

    #[test]
    fn months_and_years_end_on_their_last_day() {
        use CountedFrom::{CalendarYearEnd, Event, FinancialYearEnd, MonthEnd};
        assert_eq!(last_day("01-01", "1 month", Event, "2026-01-31"), "2026-02-28");
        assert_eq!(last_day("01-01", "12 months", Event, "2028-02-29"), "2029-02-28");
        assert_eq!(last_day("01-01", "30 days", Event, "2028-02-15"), "2028-03-16");
        assert_eq!(last_day("01-01", "1 year", MonthEnd, "2028-02-01"), "2029-02-28");
        assert_eq!(last_day("01-01", "6 months", MonthEnd, "2026-08-31"), "2027-02-28");
        assert_eq!(last_day("04-01", "10 years", CalendarYearEnd, "2026-01-01"), "2036-12-31");
        assert_eq!(last_day("01-01", "6 years", FinancialYearEnd, "2026-01-01"), "2032-12-31");
        assert_eq!(last_day("03-01", "1 year", FinancialYearEnd, "2028-02-29"), "2029-02-28");
        assert_eq!(last_day("04-06", "6 years", FinancialYearEnd, "2026-04-05"), "2032-04-05");
    }

    #[test]
    fn a_day_is_the_zone_s_day() {
        let kolkata = calendar(chrono_tz::Asia::Kolkata, "04-01");
        let period = "72 months".parse().unwrap();
        let year = CountedFrom::FinancialYearEnd;
        // 1 April 00:30 in India is still 31 March in UTC.
        let event = instant("2021-03-31T19:00:00Z");
        assert_eq!(kolkata.last_day(period, year, event).unwrap().to_string(), "2028-03-31");
        assert_eq!(kolkata.free_at(period, year, event), Some(instant("2028-03-31T18:30:00Z")));
    }

    #[test]
    fn hours_are_exact() {
        let utc = calendar(Tz::UTC, "01-01");
        let day: Period = "24 hours".parse().unwrap();
        let event = instant("2026-11-20T12:34:56Z");
        assert_eq!(utc.free_at(day, CountedFrom::Event, event), Some(instant("2026-11-21T12:34:56Z")));
        assert_eq!(utc.last_day(day, CountedFrom::Event, event).unwrap().to_string(), "2026-11-21");
        assert_eq!(utc.free_at(day, CountedFrom::MonthEnd, event), Some(instant("2026-12-02T00:00:00Z")));
        assert_eq!(utc.last_day(day, CountedFrom::MonthEnd, event).unwrap().to_string(), "2026-12-01");
    }

    #[test]
    fn beyond_the_calendar_nothing_may_go() {
        let period: Period = "1000 years".parse().unwrap();
        for zone in [Tz::UTC, chrono_tz::Asia::Kolkata, chrono_tz::Pacific::Apia] {
            let calendar = calendar(zone, "04-01");
            for from in CountedFrom::ALL {
                assert_eq!(calendar.last_day(period, *from, DateTime::<Utc>::MAX_UTC), None);
                assert_eq!(calendar.free_at(period, *from, DateTime::<Utc>::MAX_UTC), None);
                assert_eq!(calendar.cutoff(period, *from, DateTime::<Utc>::MIN_UTC), None);
            }
            assert_eq!(calendar.free_from(NaiveDate::MAX), None);
        }
    }

    fn any_calendar() -> impl Strategy<Value = Calendar> {
        let zones = vec![
            Tz::UTC,
            chrono_tz::Asia::Kolkata,
            chrono_tz::America::Sao_Paulo,
            chrono_tz::Europe::Berlin,
            chrono_tz::America::St_Johns,
            chrono_tz::America::Havana,
            chrono_tz::Pacific::Apia,
            chrono_tz::Pacific::Kwajalein,
        ];
        let starts = vec!["01-01", "04-01", "04-06", "02-28", "03-01", "12-31", "07-31"];
        (prop::sample::select(zones), prop::sample::select(starts))
            .prop_map(|(zone, starts)| calendar(zone, starts))
    }

    fn any_period() -> impl Strategy<Value = Period> {
        use PeriodUnit::{BusinessDays, Days, Hours, Months, Weeks, Years};
        let units = prop::sample::select(vec![Hours, Days, BusinessDays, Weeks, Months, Years]);
        (1..200u32, units).prop_map(|(amount, unit)| Period::new(amount, unit).unwrap())
    }

    /// 1970 to 2200, to the nanosecond.
    fn any_instant() -> impl Strategy<Value = DateTime<Utc>> {
        (0..7_258_118_400i64, 0..1_000_000_000u32)
            .prop_map(|(seconds, nanos)| DateTime::from_timestamp(seconds, nanos).unwrap())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_cutoff_parts_exactly_what_may_go(
            calendar in any_calendar(),
            period in any_period(),
            from in prop::sample::select(CountedFrom::ALL.to_vec()),
            now in any_instant(),
            event in any_instant(),
            shift in -100_000i64..100_000,
        ) {
            let cutoff = calendar.cutoff(period, from, now).unwrap();
            let tick = TimeDelta::nanoseconds(1);
            let near = cutoff + TimeDelta::seconds(shift);
            for event in [event, near, cutoff - tick, cutoff, cutoff + tick] {
                let free = calendar.free_at(period, from, event).unwrap();
                prop_assert_eq!(event < cutoff, free <= now, "event {} free {} cutoff {}", event, free, cutoff);
                if period.elapsed().is_none() {
                    let last_day = calendar.last_day(period, from, event).unwrap();
                    prop_assert_eq!(calendar.free_from(last_day), Some(free));
                }
            }
        }

        #[test]
        fn a_later_event_is_never_free_earlier(
            calendar in any_calendar(),
            period in any_period(),
            from in prop::sample::select(CountedFrom::ALL.to_vec()),
            first in any_instant(),
            second in any_instant(),
        ) {
            let (first, second) = (first.min(second), first.max(second));
            prop_assert!(calendar.free_at(period, from, first) <= calendar.free_at(period, from, second));
        }

        #[test]
        fn a_kept_record_is_kept_for_its_whole_period(
            calendar in any_calendar(),
            period in any_period(),
            from in prop::sample::select(CountedFrom::ALL.to_vec()),
            event in any_instant(),
        ) {
            let last_day = calendar.last_day(period, from, event).unwrap();
            let event_day = zone::day_of(calendar.time_zone(), event).unwrap();
            prop_assert!(calendar.anchor(from, event_day).unwrap() >= event_day);
            prop_assert!(last_day >= event_day);
        }
    }
}
