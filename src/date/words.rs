//! Dates as people write and print them: `November 26, 1973`, `29.4.1973`, `24.III.50`, `06.08 – 24.12.1973`.
//!
//! Day first and month first both occur in archives, so `10.11.1962` alone cannot be decided: both readings are given.

mod tokens;

use super::{Date, End, Point};
use tokens::{Token, tokens};

/// A date that was read, with the other reading when the numbers allow two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The date, day first when it cannot be decided.
    pub date: Date,
    /// The reading with the month first, when it cannot be decided.
    pub other: Option<Date>,
}

/// Reads a text that is a date and nothing else; `None` when it is not.
///
/// ```
/// use callslip::date::words::parse;
/// let edtf = |text| parse(text).map(|dated| dated.date.to_string());
/// assert_eq!(edtf("November 26, 1973").as_deref(), Some("1973-11-26"));
/// assert_eq!(edtf("24.III.50").as_deref(), Some("1950-03-24"));
/// assert_eq!(edtf("06.08 – 24.12.1973").as_deref(), Some("1973-08-06/1973-12-24"));
/// assert!(parse("10.11.1962").unwrap().other.is_some());
/// assert!(parse("No. 61.530").is_none());
/// ```
pub fn parse(text: &str) -> Option<Dated> {
    let mut text = text.trim();
    if text.len() > 80 {
        return None;
    }
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return is_undated(text).then(|| Dated::from(Date::literal(text)));
    }
    if let Some(inner) = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
    {
        text = inner.trim();
    }
    let (text, approximate) = without_circa(text);
    let (text, uncertain) = match text.strip_suffix('?') {
        Some(text) => (text.trim_end(), true),
        None => (text, false),
    };
    let tokens = tokens(text)?;
    let mut dated = point(&tokens).or_else(|| range(&tokens))?;
    for date in std::iter::once(&mut dated.date).chain(&mut dated.other) {
        date.approximate = approximate;
        date.uncertain = uncertain;
    }
    Some(dated)
}

/// Whether the words say that there is no date.
pub fn is_undated(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| matches!(c, '[' | ']' | '(' | ')'));
    [
        "undated",
        "n.d.",
        "s.d.",
        "XXXX",
        "no date",
        "date unknown",
        "date not given",
    ]
    .iter()
    .any(|words| bare.eq_ignore_ascii_case(words))
}

fn without_circa(text: &str) -> (&str, bool) {
    for word in ["circa ", "ca. ", "c. ", "ca ", "about ", "c."] {
        if let Some(head) = text.get(..word.len())
            && head.eq_ignore_ascii_case(word)
        {
            return (text.get(word.len()..).unwrap_or("").trim_start(), true);
        }
    }
    (text, false)
}

impl From<Date> for Dated {
    fn from(date: Date) -> Self {
        Self { date, other: None }
    }
}

impl From<Point> for Dated {
    fn from(point: Point) -> Self {
        Self::from(Date::from(point))
    }
}

impl Dated {
    /// Whether either reading is this day, or this day lies in the month, year or range that is given.
    pub fn may_be(&self, day: Point) -> bool {
        std::iter::once(&self.date)
            .chain(&self.other)
            .any(|date| covers(date, day))
    }
}

/// Whether a day lies within a date: a month covers its days, a range all between.
pub fn covers(date: &Date, day: Point) -> bool {
    let Some(start) = date.start else {
        return true;
    };
    let last = match date.end {
        End::Same => start,
        End::At(last) => last,
        End::Open => return first_day(start) <= last_day(day),
    };
    first_day(start) <= last_day(day) && first_day(day) <= last_day(last)
}

fn first_day(point: Point) -> (i32, u8, u8) {
    match point.month {
        0 => (point.year, 1, 1),
        // A season is not worth a disagreement of months.
        21..=24 => (point.year, 1, 1),
        month => (point.year, month, point.day.max(1)),
    }
}

fn last_day(point: Point) -> (i32, u8, u8) {
    match (point.month, point.day) {
        (0 | 21..=24, _) => (point.year, 12, 31),
        (month, 0) => (point.year, month, 31),
        (month, day) => (point.year, month, day),
    }
}

/// One day, month, season or year.
fn point(tokens: &[Token]) -> Option<Dated> {
    named(tokens).or_else(|| in_figures(tokens))
}

/// With the month or season in words, or the month in Roman numerals.
fn named(tokens: &[Token]) -> Option<Dated> {
    use Token::{Comma, Dash, Dot, Month, Number, Roman, Season, Slash};
    let without_commas: Vec<Token>;
    let tokens = match tokens.contains(&Comma) {
        true => {
            without_commas = tokens
                .iter()
                .copied()
                .filter(|token| *token != Comma)
                .collect();
            &without_commas
        }
        false => tokens,
    };
    match *tokens {
        [Season(s), Number(y, 4)] | [Number(y, 4), Season(s)] => {
            Some(Point::new(signed(y)?, s, 0)?.into())
        }
        [Month(m), Number(y, 4)] | [Number(y, 4), Month(m)] => day(y, 4, m.into(), 0),
        [Month(m), Number(d, 1 | 2), Number(y, 4)] | [Number(y, 4), Month(m), Number(d, 1 | 2)] => {
            day(y, 4, m.into(), d)
        }
        [Number(d, 1 | 2), Month(m), Number(y, n @ (2 | 4))]
        | [Number(d, 1 | 2), Dot, Month(m), Number(y, n @ (2 | 4))]
        | [Number(d, 1 | 2), Roman(m), Number(y, n @ 4)] => day(y, n, m.into(), d),
        [
            Number(d, 1 | 2),
            one,
            Month(m) | Roman(m),
            other,
            Number(y, n @ (2 | 4)),
        ] if one == other && matches!(one, Dot | Dash | Slash) => day(y, n, m.into(), d),
        _ => None,
    }
}

/// In figures alone.
fn in_figures(tokens: &[Token]) -> Option<Dated> {
    use Token::{Dash, Dot, Number, Slash};
    match *tokens {
        [Number(y, 4)] => Some(Point::year(signed(y)?).into()),
        [Number(all, 8)] => compact(all),
        [Number(y, 4), Dot | Slash | Dash, Number(m, 1 | 2)] => day(y, 4, m, 0),
        [Number(a, n), one, Number(b, 1 | 2), other, Number(c, last)]
            if one == other && matches!(one, Dot | Slash | Dash) =>
        {
            match (n, last) {
                (4, 1 | 2) => day(a, 4, b, c),
                (1 | 2, 2 | 4) => either(a, b, c, last),
                _ => None,
            }
        }
        _ => None,
    }
}

fn signed(year: u32) -> Option<i32> {
    i32::try_from(year).ok()
}

/// `19730429`, `19730000`.
fn compact(all: u32) -> Option<Dated> {
    let (year, month, day_of_month) = (all / 10_000, all / 100 % 100, all % 100);
    (1000..=2100).contains(&year).then_some(())?;
    day(year, 4, month, if month == 0 { 0 } else { day_of_month })
}

fn day(year: u32, digits: usize, month: u32, day: u32) -> Option<Dated> {
    Some(Date::from(calendar(year, digits, month, day)?).into())
}

fn calendar(year: u32, digits: usize, month: u32, day: u32) -> Option<Point> {
    // The papers of archives that write two digits are of the twentieth century.
    let year = if digits == 2 { 1900 + year } else { year };
    Point::new(
        signed(year)?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    )
}

/// Day first or month first: whatever the calendar allows.
fn either(a: u32, b: u32, year: u32, digits: usize) -> Option<Dated> {
    let zero = |point: &Point| point.month > 0 && point.day > 0;
    let day_first = calendar(year, digits, b, a).filter(zero);
    let month_first = calendar(year, digits, a, b).filter(zero);
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Some(Dated {
            date: one.into(),
            other: Some(other.into()),
        }),
        (Some(one), _) | (None, Some(one)) => Some(one.into()),
        (None, None) => None,
    }
}

/// From one point to another; the first may leave out what it shares with the second, or the second with the first.
fn range(tokens: &[Token]) -> Option<Dated> {
    let dashes = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| matches!(token, Token::Dash));
    for (at, _) in dashes {
        let (left, right) = (tokens.get(..at)?, tokens.get(at + 1..)?);
        if let Some((start, end)) = ends(left, right)
            && start <= end
        {
            let mut date = Date::from(start);
            date.end = End::At(end);
            return Some(date.into());
        }
    }
    None
}

fn ends(left: &[Token], right: &[Token]) -> Option<(Point, Point)> {
    use Token::{Comma, Dot, Month, Number, Season};
    let known = |tokens: &[Token]| point(tokens).and_then(|dated| dated.date.start);
    // November 16–21, 1967
    if let (
        [Month(m), Number(d, _)],
        [Number(last, 1 | 2), Comma, Number(y, 4)] | [Number(last, 1 | 2), Number(y, 4)],
    ) = (left, right)
    {
        let month = u32::from(*m);
        return Some((calendar(*y, 4, month, *d)?, calendar(*y, 4, month, *last)?));
    }
    // 1995–96
    if let ([before @ .., Number(y, 4)], [Number(last, 2)]) = (left, right) {
        let year = signed(y / 100 * 100 + last)?;
        return match before {
            [] => Some((Point::year(signed(*y)?), Point::year(year))),
            [Season(_)] => Some((known(left)?, Point::year(year))),
            _ => None,
        };
    }
    // A range of numbers has the day first if its first end has no year: the second end then tells which.
    let end = known(right)?;
    let year = u32::try_from(end.year).ok()?;
    let start = match *left {
        [Number(d, 1 | 2), Dot, Number(m, 1 | 2)]
        | [Number(d, 1 | 2), Dot, Number(m, 1 | 2), Dot] => calendar(year, 4, m, d)?,
        [Month(m), Number(d, 1 | 2)] | [Number(d, 1 | 2), Month(m)] => {
            calendar(year, 4, u32::from(m), d)?
        }
        [Month(m)] => calendar(year, 4, u32::from(m), 0)?,
        [Number(d, 1 | 2)] if end.day > 0 => calendar(year, 4, u32::from(end.month), d)?,
        _ => known(left)?,
    };
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(text: &str) -> String {
        parse(text).map_or("-".to_owned(), |dated| dated.date.to_string())
    }

    #[test]
    fn every_form_of_the_archives() {
        for (text, want) in [
            ("26 November 1973", "1973-11-26"),
            ("September 02, 1953", "1953-09-02"),
            ("17th October, 1958", "1958-10-17"),
            ("1st April, 1949", "1949-04-01"),
            ("29.4.1973", "1973-04-29"),
            ("31.X.62", "1962-10-31"),
            ("16.I.1981", "1981-01-16"),
            ("10/14/50", "1950-10-14"),
            ("10.30.1962", "1962-10-30"),
            ("1962/10/24", "1962-10-24"),
            ("\u{201c}13\u{201d} June 1956", "1956-06-13"),
            ("November 1967", "1967-11"),
            ("November, 1967", "1967-11"),
            ("1955", "1955"),
            ("[1955]", "1955"),
            (
                "(April 9th \u{2013} June 28th 1973)",
                "1973-04-09/1973-06-28",
            ),
            ("c. 1973", "1973~"),
            ("1955?", "1955?"),
            ("1953-1954", "1953/1954"),
            ("1973.11.26", "1973-11-26"),
            ("1973-11-26", "1973-11-26"),
            ("19731126", "1973-11-26"),
            ("Winter 1995\u{2013}96", "1995-24/1996"),
            ("Dec. 16, 1949", "1949-12-16"),
            ("16\u{2013}21 November 1967", "1967-11-16/1967-11-21"),
            ("November 16-21, 1967", "1967-11-16/1967-11-21"),
            ("Monday, 29 October 1962", "1962-10-29"),
            ("26 ноября 1973 г.", "1973-11-26"),
            ("undated", "undated"),
            ("[undated]", "[undated]"),
        ] {
            assert_eq!(edtf(text), want, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_stays_none() {
        for text in [
            "",
            "61.530",
            "10 X",
            "this year",
            "16th\u{2013}21st",
            "31.2.1973",
            "Folder 1514",
            "May",
            "13.13.1973",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_undecidable_is_said_to_be_so() {
        let dated = parse("10.11.1962").unwrap();
        assert_eq!(dated.date.to_string(), "1962-11-10");
        assert_eq!(dated.other.unwrap().to_string(), "1962-10-11");
        assert_eq!(parse("11.11.1962").unwrap().other, None);
    }

    #[test]
    fn days_lie_within() {
        let day = Point::new(1973, 11, 26).unwrap();
        assert!(parse("06.08 – 24.12.1973").unwrap().may_be(day));
        assert!(parse("November 1973").unwrap().may_be(day));
        assert!(!parse("29.4.1973").unwrap().may_be(day));
        assert!(parse("26.11.1973").unwrap().may_be(day));
    }
}
