//! A date in words: `November 26, 1973`, `June 29–July 4, 2010`, `Spring 2015`, `44 BC`.

use crate::chicago::options::DateOrder;
use crate::date::{Date, End, Point};
use crate::digits;
use crate::tree;

/// How much of a date is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parts {
    /// All that is known.
    Full,
    /// The month or season and the year.
    YearMonth,
    /// The year.
    Year,
    /// The month or season and the day, where the year stands elsewhere.
    MonthDay,
    /// The month or season, where the year stands elsewhere.
    Month,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SEASONS: [&str; 4] = ["Spring", "Summer", "Autumn", "Winter"];

/// Prints the parts of a date without regard to its certainty.
pub(crate) fn date(date: &Date, parts: Parts, order: DateOrder) -> String {
    // The words of the source come before what was made of them.
    let words = !date.literal.is_empty() && parts != Parts::Year;
    let Some(start) = date.start.filter(|_| !words) else {
        return match parts {
            Parts::MonthDay | Parts::Month => String::new(),
            _ => date.literal.clone(),
        };
    };
    let start = cut(start, parts);
    let mut out = tree::roomy("");
    match date.end {
        End::At(end) => range(&mut out, start, cut(end, parts), order),
        _ => point(&mut out, start, order, start.year_is_printed),
    }
    if date.end == End::Open && start.year_is_printed {
        out.push('–');
    }
    out
}

/// The parts of a point that are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shown {
    year: i32,
    month: u8,
    day: u8,
    year_is_printed: bool,
}

fn cut(point: Point, parts: Parts) -> Shown {
    Shown {
        year: point.year,
        month: match parts {
            Parts::Year => 0,
            // A season is not repeated without its year.
            Parts::MonthDay | Parts::Month if point.month > 12 => 0,
            _ => point.month,
        },
        day: if matches!(parts, Parts::Full | Parts::MonthDay) {
            point.day
        } else {
            0
        },
        year_is_printed: !matches!(parts, Parts::MonthDay | Parts::Month),
    }
}

/// A range repeats nothing that both ends share: `November 5–7, 2010`, `May–June 2012`, `1803–1820`.
fn range(out: &mut String, start: Shown, end: Shown, order: DateOrder) {
    let nothing = start.month == 0 && !start.year_is_printed;
    if start == end || nothing {
        return point(out, start, order, start.year_is_printed);
    }
    let same_year = start.year == end.year;
    let same_month = same_year && start.month == end.month;
    if same_month && start.day > 0 && end.day > 0 {
        return days(out, start, end, order);
    }
    point(out, start, order, !same_year && start.year_is_printed);
    out.push('–');
    point(out, end, order, end.year_is_printed);
}

fn days(out: &mut String, start: Shown, end: Shown, order: DateOrder) {
    match order {
        DateOrder::MonthDay => {
            point(out, start, order, false);
            out.push('–');
            number(out, end.day);
            push_year(out, end, ", ");
        }
        DateOrder::DayMonth => {
            number(out, start.day);
            out.push('–');
            point(out, end, order, end.year_is_printed);
        }
    }
}

fn push_year(out: &mut String, shown: Shown, before: &str) {
    if shown.year_is_printed {
        out.push_str(before);
        year(out, shown.year);
    }
}

fn point(out: &mut String, shown: Shown, order: DateOrder, with_year: bool) {
    let month = month(shown.month);
    if shown.day > 0 && order == DateOrder::DayMonth {
        number(out, shown.day);
        out.push(' ');
    }
    out.push_str(month);
    if shown.day > 0 && order == DateOrder::MonthDay {
        out.push(' ');
        number(out, shown.day);
        out.push_str(if with_year { "," } else { "" });
    }
    if with_year {
        if !month.is_empty() {
            out.push(' ');
        }
        year(out, shown.year);
    }
}

/// A month, or a season with a capital (17th ed., 9.30 and 14.171; 18th ed., 9.33 and 14.70).
fn month(month: u8) -> &'static str {
    let (names, first) = if month > 20 {
        (&SEASONS[..], 21)
    } else {
        (&MONTHS[..], 1)
    };
    month
        .checked_sub(first)
        .and_then(|index| names.get(usize::from(index)).copied())
        .unwrap_or("")
}

/// `44 BC`, `AD 79` (17th ed., 9.34; 18th ed., 9.36).
fn year(out: &mut String, year: i32) {
    if year < 1 {
        digits::push(out, year.abs_diff(1) as usize);
        out.push_str(" BC");
        return;
    }
    if year < 500 {
        out.push_str("AD ");
    }
    digits::push(out, year.unsigned_abs() as usize);
}

fn number(out: &mut String, number: u8) {
    digits::push(out, number.into());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(text: &str) -> String {
        date(
            &Date::parse(text).unwrap(),
            Parts::Full,
            DateOrder::MonthDay,
        )
    }

    #[test]
    fn points() {
        assert_eq!(full("1973-11-26"), "November 26, 1973");
        assert_eq!(full("1973-11"), "November 1973");
        assert_eq!(full("2015-21"), "Spring 2015");
        assert_eq!(full("1973"), "1973");
        assert_eq!(full("-0043-03-15"), "March 15, 44 BC");
        assert_eq!(full("0079-08"), "August AD 79");
    }

    #[test]
    fn ranges() {
        assert_eq!(full("2010-11-05/2010-11-07"), "November 5–7, 2010");
        assert_eq!(full("2010-06-29/2010-07-04"), "June 29–July 4, 2010");
        assert_eq!(
            full("2010-12-29/2011-01-04"),
            "December 29, 2010–January 4, 2011"
        );
        assert_eq!(full("2012-05/2012-06"), "May–June 2012");
        assert_eq!(full("1803/1820"), "1803–1820");
        assert_eq!(full("1987/.."), "1987–");
    }

    #[test]
    fn day_first() {
        let print = |text| {
            date(
                &Date::parse(text).unwrap(),
                Parts::Full,
                DateOrder::DayMonth,
            )
        };
        assert_eq!(print("1923-01-26"), "26 January 1923");
        assert_eq!(print("1916-07-13/1916-07-16"), "13–16 July 1916");
        assert_eq!(print("1923-01"), "January 1923");
    }

    #[test]
    fn the_rest_of_a_date_whose_year_stands_elsewhere() {
        let print = |text, parts| date(&Date::parse(text).unwrap(), parts, DateOrder::MonthDay);
        assert_eq!(print("2023-12-13", Parts::MonthDay), "December 13");
        assert_eq!(print("2023-12-13", Parts::Month), "December");
        assert_eq!(
            print("2023-12-13/2023-12-14", Parts::MonthDay),
            "December 13–14"
        );
        assert_eq!(print("2023", Parts::MonthDay), "");
        assert_eq!(print("2023/2024", Parts::MonthDay), "");
        assert_eq!(print("2023-21", Parts::MonthDay), "");
        assert_eq!(print("2023-12-13", Parts::YearMonth), "December 2023");
    }

    #[test]
    fn early_years_and_dates_without_a_day() {
        assert_eq!(full("0001"), "AD 1");
        assert_eq!(full("0000"), "1 BC");
        assert_eq!(full("0499"), "AD 499");
        assert_eq!(full("0500"), "500");
        let by_day = |text: &str| {
            date(
                &Date::parse(text).unwrap(),
                Parts::Full,
                DateOrder::DayMonth,
            )
        };
        assert_eq!(by_day("1951-03"), "March 1951");
        assert_eq!(by_day("1951-03-12"), "12 March 1951");
        assert_eq!(full("1951-03"), "March 1951");
    }

    #[test]
    fn a_day_is_never_made_up_for_an_end_without_one() {
        let mixed = |start: &str, end: &str| {
            let mut dated = Date::parse(start).unwrap();
            dated.end = End::At(Date::parse(end).unwrap().start.unwrap());
            date(&dated, Parts::Full, DateOrder::MonthDay)
        };
        assert_eq!(mixed("1951-03", "1951-03-12"), "March–March 12, 1951");
        assert_eq!(mixed("1951-03-05", "1951-03"), "March 5–March 1951");
        assert_eq!(mixed("1951-03-05", "1951-03-12"), "March 5–12, 1951");
    }
}
