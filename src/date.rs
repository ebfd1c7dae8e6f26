//! Dates of the Extended Date/Time Format (EDTF, ISO 8601-2:2019), level 1: parse, compare, print back.
//!
//! ```text
//! date     = point [ "/" point ] | point "/" | point "/.."      point = year [ "-" month [ "-" day ] ] [ mark ]
//! month    = 01..12 | 21..24 (spring, summer, autumn, winter)   mark  = "?" | "~" | "%"
//! ```

pub mod words;

use crate::digits;
use crate::scan;
use std::fmt;

/// A day, a month, a season or a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The year; 0 is 1 BC, -1 is 2 BC.
    pub year: i32,
    /// 1 to 12; 21 to 24 for spring, summer, autumn, winter; 0 when unknown.
    pub month: u8,
    /// 1 to 31; 0 when unknown.
    pub day: u8,
}

/// How a date ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// It is one point.
    #[default]
    Same,
    /// It is a range with this last point.
    At(Point),
    /// It goes on: `2019/..`.
    Open,
}

/// A date: a point or a range, with what is known of its certainty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// The first or only point; `None` when only a literal is known.
    pub start: Option<Point>,
    /// How it ends.
    pub end: End,
    /// `?`: uncertain.
    pub uncertain: bool,
    /// `~`: approximate (circa).
    pub approximate: bool,
    /// The time of day as written, `21:54`.
    pub time: String,
    /// The words of the source where they are not a date: `n.d.`, `forthcoming`.
    pub literal: String,
}

impl Point {
    /// A year alone.
    pub fn year(year: i32) -> Self {
        Self {
            year,
            month: 0,
            day: 0,
        }
    }

    /// A day; `None` when the numbers are no date of the Gregorian calendar.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let valid = match month {
            0 => day == 0,
            21..=24 => day == 0,
            1..=12 => day <= days_in_month(year, month),
            _ => false,
        };
        valid.then_some(Self { year, month, day })
    }
}

/// The number of days of a month, 1 to 12.
fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl From<Point> for Date {
    fn from(point: Point) -> Self {
        Self {
            start: Some(point),
            ..Self::default()
        }
    }
}

impl Date {
    /// A date that is only words: `n.d.`.
    pub fn literal(words: &str) -> Self {
        Self {
            literal: words.to_owned(),
            ..Self::default()
        }
    }

    /// Whether it only says that there is no date: `n.d.`, `undated`.
    pub fn is_unknown(&self) -> bool {
        self.start.is_none() && words::is_undated(&self.literal)
    }

    /// Reads EDTF level 1: `1973-11-26`, `1973-11`, `1973-21`, `1772?`, `1772~`, `1974/1976`, `2019/..`.
    ///
    /// `None` when the text is not such a date.
    ///
    /// ```
    /// use callslip::date::Date;
    /// assert_eq!(Date::parse("1772~").unwrap().to_string(), "1772~");
    /// assert!(Date::parse("1973-02-30").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (start, end) = match scan::split_once(text, b'/') {
            None => (text, None),
            Some((start, end)) => (start, Some(end)),
        };
        let mut date = Date::default();
        date.start = Some(date.point(start)?);
        date.end = match end {
            None => End::Same,
            Some("" | "..") => End::Open,
            Some(end) => End::At(date.point(end)?),
        };
        Some(date)
    }

    fn point(&mut self, text: &str) -> Option<Point> {
        let text = match text.char_indices().next_back()? {
            (at, '?') => {
                self.uncertain = true;
                text.get(..at)?
            }
            (at, '~') => {
                self.approximate = true;
                text.get(..at)?
            }
            (at, '%') => {
                self.uncertain = true;
                self.approximate = true;
                text.get(..at)?
            }
            _ => text,
        };
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (day_part, time) = scan::split_once(digits, b'T').unwrap_or((digits, ""));
        self.time = time.to_owned();
        let mut parts = day_part.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(0), |part| number(part, 2))?;
        let day = parts.next().map_or(Some(0), |part| number(part, 2))?;
        if parts.next().is_some() {
            return None;
        }
        Point::new(
            sign * year,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }
}

/// A number written with exactly so many digits.
fn number(text: &str, digits: usize) -> Option<i32> {
    let right = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if right {
        digits::read_signed(text)
    } else {
        None
    }
}

impl Point {
    /// The point in EDTF.
    pub fn edtf(&self) -> String {
        let mut out = String::new();
        self.push(&mut out);
        out
    }

    fn push(&self, out: &mut String) {
        if self.year < 0 {
            out.push('-');
        }
        digits::push_padded(out, self.year.unsigned_abs() as usize, 4);
        for part in [self.month, self.day] {
            if part > 0 {
                out.push('-');
                digits::push_padded(out, part.into(), 2);
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.edtf())
    }
}

impl Date {
    /// The date in EDTF; its words when it is none.
    pub fn edtf(&self) -> String {
        let Some(start) = self.start else {
            return self.literal.clone();
        };
        let mark = match (self.uncertain, self.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        };
        let mut out = start.edtf();
        if !self.time.is_empty() && self.end == End::Same {
            out.push('T');
            out.push_str(&self.time);
        }
        out.push_str(mark);
        match self.end {
            End::Same => {}
            End::At(end) => {
                out.push('/');
                end.push(&mut out);
                out.push_str(mark);
            }
            End::Open => out.push_str("/.."),
        }
        out
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.edtf())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_and_prints_back() {
        for text in [
            "1973-11-26",
            "1973-11",
            "1973",
            "2007-21",
            "1772?",
            "1772~",
            "1772%",
            "1974/1976",
            "2019/..",
            "-0044-03-15",
            "2023-07-18T21:54:00",
        ] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "73",
            "1973-13",
            "1973-02-30",
            "1973-11-26-1",
            "abcd",
            "?",
            "1973-1",
        ] {
            assert!(Date::parse(text).is_none(), "{text}");
        }
    }
}
