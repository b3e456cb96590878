//! Where days begin in a time zone, also where clocks skip or repeat an hour, or a date line moves.
//!
//! Knows time zones only. Every day has exactly one beginning, the first instant at which the wall clock has reached
//! it; a day lasts until the next day's beginning. So instants and days are in the same order, even in a zone whose
//! clock was once set back across midnight.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// The first instant of `day` in `zone`; `None` beyond the calendar.
pub(crate) fn start_of_day(zone: Tz, day: NaiveDate) -> Option<DateTime<Utc>> {
    earliest(zone, day.and_time(NaiveTime::MIN))
}

/// The day of `zone` in which `instant` lies; `None` beyond the calendar.
pub(crate) fn day_of(zone: Tz, instant: DateTime<Utc>) -> Option<NaiveDate> {
    if zone == Tz::UTC {
        return Some(instant.naive_utc().date());
    }
    let mut day = wall_clock(zone, instant)?.date();
    // Only a clock set back across midnight shows yesterday's date after today has begun.
    while let Some(next) = day.succ_opt()
        && start_of_day(zone, next).is_some_and(|start| start <= instant)
    {
        day = next;
    }
    Some(day)
}

/// What the wall clock of `zone` shows at `instant`; `None` beyond the calendar.
pub(crate) fn wall_clock(zone: Tz, instant: DateTime<Utc>) -> Option<NaiveDateTime> {
    let instant = instant.naive_utc();
    instant.checked_add_offset(zone.offset_from_utc_datetime(&instant).fix())
}

/// The first instant at which the wall clock of `zone` shows `local`, or has skipped it.
pub(crate) fn earliest(zone: Tz, local: NaiveDateTime) -> Option<DateTime<Utc>> {
    if zone == Tz::UTC {
        return Some(local.and_utc());
    }
    // More than any offset from UTC, so that the result lies between the two.
    let reach = TimeDelta::try_hours(48)?;
    let as_utc = local.and_utc();
    let (from, to) = (as_utc.checked_sub_signed(reach)?, as_utc.checked_add_signed(reach)?);
    match zone.from_local_datetime(&local) {
        LocalResult::Single(found) => Some(found.with_timezone(&Utc)),
        LocalResult::Ambiguous(first, second) => Some(first.min(second).with_timezone(&Utc)),
        LocalResult::None => first_after_gap(zone, local, from, to),
    }
}

/// Halves the span until it holds the second at which the clock jumps over `local`.
fn first_after_gap(
    zone: Tz,
    local: NaiveDateTime,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let (mut before, mut after) = (from.timestamp(), to.timestamp());
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if wall_clock(zone, DateTime::from_timestamp(middle, 0)?)? < local {
            before = middle;
        } else {
            after = middle;
        }
    }
    DateTime::from_timestamp(after, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(zone: Tz, day: &str) -> String {
        start_of_day(zone, day.parse().unwrap()).unwrap().to_rfc3339()
    }

    fn day(zone: Tz, instant: &str) -> String {
        day_of(zone, instant.parse().unwrap()).unwrap().to_string()
    }

    #[test]
    fn ordinary_days_begin_at_local_midnight() {
        assert_eq!(start(Tz::UTC, "2027-04-01"), "2027-04-01T00:00:00+00:00");
        assert_eq!(start(chrono_tz::Asia::Kolkata, "2027-04-01"), "2027-03-31T18:30:00+00:00");
        assert_eq!(day(chrono_tz::Asia::Kolkata, "2027-03-31T18:29:59Z"), "2027-03-31");
        assert_eq!(day(chrono_tz::Asia::Kolkata, "2027-03-31T18:30:00Z"), "2027-04-01");
    }

    #[test]
    fn a_skipped_midnight_begins_after_the_gap() {
        // Brazil's summer time began at midnight: 4 November 2018 has no 00:00.
        let zone = chrono_tz::America::Sao_Paulo;
        assert_eq!(start(zone, "2018-11-04"), "2018-11-04T03:00:00+00:00");
        assert_eq!(day(zone, "2018-11-04T02:59:59Z"), "2018-11-03");
        assert_eq!(day(zone, "2018-11-04T03:00:00Z"), "2018-11-04");
    }

    #[test]
    fn a_repeated_midnight_begins_once() {
        // Cuba goes from 01:00 back to 00:00.
        let havana = chrono_tz::America::Havana;
        assert_eq!(start(havana, "2025-11-02"), "2025-11-02T04:00:00+00:00");
        assert_eq!(day(havana, "2025-11-02T04:30:00Z"), "2025-11-02");
        // Newfoundland went from 00:01 back to 23:01 of the day before, after the new day had begun.
        let st_johns = chrono_tz::America::St_Johns;
        assert_eq!(start(st_johns, "2010-11-07"), "2010-11-07T02:30:00+00:00");
        assert_eq!(day(st_johns, "2010-11-07T02:29:59Z"), "2010-11-06");
        assert_eq!(day(st_johns, "2010-11-07T03:00:00Z"), "2010-11-07");
    }

    #[test]
    fn a_skipped_day_begins_with_the_next() {
        // Samoa crossed the date line and had no 30 December 2011.
        let apia = chrono_tz::Pacific::Apia;
        assert_eq!(start(apia, "2011-12-30"), "2011-12-30T10:00:00+00:00");
        assert_eq!(start(apia, "2011-12-31"), "2011-12-30T10:00:00+00:00");
        assert_eq!(day(apia, "2011-12-30T10:00:00Z"), "2011-12-31");
        assert_eq!(day(apia, "2011-12-30T09:59:59Z"), "2011-12-29");
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_panic() {
        for zone in [Tz::UTC, chrono_tz::Pacific::Apia, chrono_tz::America::Sao_Paulo] {
            for day in [NaiveDate::MIN, NaiveDate::MAX] {
                let _ = start_of_day(zone, day);
            }
            for instant in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
                let _ = day_of(zone, instant);
            }
        }
    }
}
