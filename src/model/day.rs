//! A day of the calendar.

use std::fmt;

/// A day of the calendar; days compare in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// Reads `2026-07-01`; `None` if that is no day.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return None };
        let is_written =
            |part: &str, digits| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        if !(is_written(year, 4) && is_written(month, 2) && is_written(day, 2)) {
            return None;
        }
        let read = Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        let exists = read.year > 0 && (1..=days_of(read.year, read.month)).contains(&read.day);
        exists.then_some(read)
    }

    /// How many days are left of its year, this one included.
    pub fn days_left(self) -> u16 {
        let later = (self.month + 1..=12).map(|month| u16::from(days_of(self.year, month))).sum::<u16>();
        later + u16::from(days_of(self.year, self.month) - self.day) + 1
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days a month has; none if there is no such month.
fn days_of(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn only_days_of_the_calendar_are_read() {
        for day in ["2026-07-01", "2024-02-29", "2000-02-29", "2026-12-31"] {
            assert_eq!(Day::parse(day).map(|day| day.to_string()).as_deref(), Some(day));
        }
        for text in
            ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "2026-7-01"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        for text in [
            "2026-+7-01",
            "2026-07-1",
            "26-07-0001",
            "2026-07-01-",
            "2026-07-1-",
            "",
            "2026/07/01",
            "-2026-07-1",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_days_left_of_a_year_count_the_day_itself() {
        let left = |day: &str| Day::parse(day).unwrap().days_left();
        assert_eq!((left("2026-12-31"), left("2026-07-01"), left("2024-01-01")), (1, 184, 366));
    }
}
