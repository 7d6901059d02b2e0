//! The proleptic Gregorian calendar: days since 1970-01-01 and dates.

/// Days of the months of a common year before month `m` (1 to 12).
const DAYS_BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

pub const SECONDS_PER_DAY: i64 = 86_400;

pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days from 1970-01-01 to a date. Months and days outside their ranges count on.
pub fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year + (month - 1).div_euclid(12);
    let month = (month - 1).rem_euclid(12) as usize;
    let before = year - 1;
    let leaps = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    let leap_day = i64::from(month > 1 && is_leap(year));
    before * 365 + leaps + DAYS_BEFORE[month] + leap_day + day - 719_163
}

/// Year, month, day of a number of days since 1970-01-01.
pub fn date(days: i64) -> (i64, i64, i64) {
    // Years that begin in March end in the leap day; eras have 400 of them.
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// Number of a date in its year, from 1.
pub fn day_of_year(year: i64, month: i64, day: i64) -> i64 {
    days(year, month, day) - days(year, 1, 1) + 1
}

/// Day of the week, Monday is 0.
pub fn weekday(days: i64) -> i64 {
    (days + 3).rem_euclid(7)
}

/// The ISO year and week of a date given by its year, day of the year (from 1) and weekday (Monday is 0).
pub fn iso_week(year: i64, day_of_year: i64, weekday: i64) -> (i64, i64) {
    let week = (day_of_year - weekday + 9) / 7;
    if week < 1 {
        let length = 365 + i64::from(is_leap(year - 1));
        return iso_week(year - 1, day_of_year + length, weekday);
    }
    if week == 53 {
        let length = 365 + i64::from(is_leap(year));
        // Its Thursday lies in the next year.
        if day_of_year - weekday + 3 > length {
            return (year + 1, 1);
        }
    }
    (year, week)
}
