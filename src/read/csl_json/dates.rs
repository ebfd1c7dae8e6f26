//! The dates of CSL-JSON: `date-parts`, `season`, `circa`, `literal`, `raw`, EDTF strings.

use crate::date::words;
use crate::date::{Date, End, Point};
use crate::digits;
use crate::json::{Json, Value};
use crate::letters;
use std::borrow::Cow;

/// Reads a date in any of the shapes that are in use.
pub(super) fn read(json: &Json) -> Option<Date> {
    match &json.value {
        Value::String(text) => Some(from_text(text)),
        Value::Number(number) => Some(from_text(number)),
        Value::Array(_) => from_parts(json),
        Value::Object(_) => from_object(json),
        _ => None,
    }
}

/// A date written in one string: EDTF, or as people write dates; other words are kept as a literal.
///
/// `10/11/1962` is October 11, as the users of CSL write it; `10.11.1962` is November 10.
pub(in crate::read) fn from_text(text: &str) -> Date {
    let text = text.trim();
    // `2012-05-XX`: the day is not known.
    let mut known = text;
    while let Some(rest) = known.strip_suffix("-XX") {
        known = rest;
    }
    let mut date = parsed(known);
    let Some(start) = date.start else {
        return Date::literal(&decade(text));
    };
    if start.month == 23 && letters::contains(&text.to_ascii_lowercase(), "fall") {
        add_literal_season(&mut date, "Fall");
    }
    // Brackets say that the date was supplied: `[1923]`.
    if text.starts_with('[') && !date.uncertain && !date.approximate {
        text.clone_into(&mut date.literal);
    }
    date
}

/// `177X` and `17XX` in words: `1770s` and `1700s` (17th ed., 9.32 and 9.33; 18th ed., 9.34 and 9.35).
fn decade(text: &str) -> Cow<'_, str> {
    let known = text.trim_end_matches('X');
    if text.len() != 4 || known == text || digits::read(known).is_none() {
        return text.into();
    }
    let zero = |c: char| if c == 'X' { '0' } else { c };
    text.chars().map(zero).chain(['s']).collect()
}

fn parsed(text: &str) -> Date {
    Date::parse(text)
        .or_else(|| short_range(text))
        .or_else(|| {
            let dated = words::parse(text)?;
            dated
                .other
                .filter(|_| letters::has(text, '/'))
                .or(Some(dated.date))
        })
        .unwrap_or_else(|| Date::literal(text))
}

/// `1973-1-6` and `1992-9/1992-12`: EDTF but for its zeros.
fn short_range(text: &str) -> Option<Date> {
    let mut points = text.split('/').map(short_parts);
    let mut date = Date::from(points.next()??);
    if let Some(end) = points.next() {
        date.end = End::At(end?);
    }
    points.next().is_none().then_some(date)
}

/// `1973-1-6` and `900`: parts without the zeros that EDTF wants.
fn short_parts(text: &str) -> Option<Point> {
    let mut parts = text.split('-').map(digits::read_signed);
    let year = parts.next()??;
    // Two figures may be a day, a month or a shortened year.
    if !(100..=9999).contains(&year) {
        return None;
    }
    let month = parts.next().unwrap_or(Some(0))?;
    let day = parts.next().unwrap_or(Some(0))?;
    if parts.next().is_some() {
        return None;
    }
    Point::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn from_object(json: &Json) -> Option<Date> {
    let mut date = json
        .member("date-parts")
        .and_then(from_parts)
        .or_else(|| Some(from_text(json.get("edtf").text()?)))
        .or_else(|| Some(from_text(json.get("raw").text()?)))
        .or_else(|| Some(Date::literal(json.get("literal").text()?)))?;
    if let Some(literal) = json.get("literal").text() {
        literal.clone_into(&mut date.literal);
    }
    if let Some(season) = json.get("season").text() {
        add_season(&mut date, season.trim());
    }
    // CSL calls a date `circa` that the cataloguer guessed, which the Manual prints as `[1750?]`.
    date.uncertain |= match json.get("circa") {
        Value::Bool(circa) => *circa,
        value => value
            .text()
            .is_some_and(|text| !matches!(text, "" | "0" | "false")),
    };
    add_time(&mut date, json);
    Some(date)
}

/// A time of day and its zone, which some users add: `21:54`, `UTC`.
fn add_time(date: &mut Date, json: &Json) {
    let text = |key| json.get(key).text().unwrap_or("").trim();
    let (time, zone) = (text("time"), text("timezone"));
    if time.is_empty() {
        return;
    }
    date.time = time.to_owned();
    if !zone.is_empty() {
        date.time.push(' ');
        date.time.push_str(zone);
    }
}

/// A season stands where a month would.
fn add_season(date: &mut Date, season: &str) {
    let number = match season.to_ascii_lowercase().as_str() {
        "1" | "spring" => 21,
        "2" | "summer" => 22,
        "3" | "autumn" => 23,
        "fall" => {
            add_literal_season(date, season);
            23
        }
        "4" | "winter" => 24,
        _ => return add_literal_season(date, season),
    };
    if let Some(point) = date.start.as_mut().filter(|point| point.month == 0) {
        point.month = number;
    }
}

/// A term that is no season, `Michaelmas`, is kept as words with the year, as `Fall` is, which some print for autumn.
fn add_literal_season(date: &mut Date, season: &str) {
    let Some(point) = date.start else { return };
    if matches!(point.month, 0 | 23)
        && date.end == End::Same
        && date.literal.is_empty()
        && !season.is_empty()
    {
        let (sign, year) = (point.year < 0, point.year.unsigned_abs() as usize);
        let sign = if sign { " -" } else { " " };
        date.literal = letters::concat(&[season, sign, &digits::text(year)]);
    }
}

/// `[[1973, 11, 26]]`, or two of them for a range.
///
/// `[1973, 11, 26]` is meant for the same.
fn from_parts(json: &Json) -> Option<Date> {
    if json.elements().first()?.text().is_some() {
        return Some(Date::from(point(json)?));
    }
    let mut points = json.elements().iter().map(point);
    let start = points.next()??;
    let end = match points.next() {
        None => End::Same,
        // `[[1987], [0]]` is how some systems write a range that goes on.
        Some(
            Some(Point {
                year: 0, month: 0, ..
            })
            | None,
        ) => End::Open,
        Some(Some(point)) => End::At(point),
    };
    Some(Date {
        start: Some(start),
        end,
        ..Date::default()
    })
}

fn point(json: &Json) -> Option<Point> {
    let mut parts = json.elements().iter().map(integer);
    let year = parts.next()??;
    let month = parts.next().flatten().unwrap_or(0);
    let day = parts.next().flatten().unwrap_or(0);
    // Months 13 to 16 are an older way to write the seasons.
    let month = if (13..=16).contains(&month) {
        month + 8
    } else {
        month
    };
    let month = u8::try_from(month).ok()?;
    let day = u8::try_from(day).ok()?;
    // In `date-parts`, -44 is the year 44 BC; in EDTF the years count through 0.
    let year = if year < 0 { year + 1 } else { year };
    Point::new(year, month, day)
        .or_else(|| Point::new(year, month, 0))
        .or(Some(Point::year(year)))
}

fn integer(json: &Json) -> Option<i32> {
    digits::read_signed(json.text()?.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn edtf(text: &str) -> String {
        read(&json::parse(text).unwrap()).map_or_else(String::new, |date| date.to_string())
    }

    #[test]
    fn shapes_in_use() {
        for (given, wanted) in [
            (r#"{"date-parts":[["1973","11",26]]}"#, "1973-11-26"),
            (
                r#"{"date-parts":[[1973,11,26],[1973,12,1]]}"#,
                "1973-11-26/1973-12-01",
            ),
            (r#"{"date-parts":[[1987],[0]]}"#, "1987/.."),
            (r#"{"date-parts":[1973,11]}"#, "1973-11"),
            (r#"{"date-parts":[[2015]],"season":"Fall"}"#, "2015-23"),
            (r#"{"date-parts":[[2015]],"season":1}"#, "2015-21"),
            (r#"{"date-parts":[[2015,21]]}"#, "2015-21"),
            (r#"{"date-parts":[[1772]],"circa":true}"#, "1772?"),
            (r#"{"date-parts":[[1772]],"circa":"0"}"#, "1772"),
            (r#"{"date-parts":[[-44,3,15]]}"#, "-0043-03-15"),
            (r#"{"raw":"October 15, 2012"}"#, "2012-10-15"),
            (r#"{"raw":"10/11/1962"}"#, "1962-10-11"),
            (r#"{"raw":"ca. 1772"}"#, "1772~"),
            (r#"{"raw":"1318/1325?"}"#, "1318?/1325?"),
            (r#"{"raw":"1992-9/1992-12"}"#, "1992-09/1992-12"),
            (r#"{"literal":"after the war"}"#, "after the war"),
            (r#"{"raw":"2012-05-XX"}"#, "2012-05"),
            (r#""177X""#, "1770s"),
            (r#""17XX""#, "1700s"),
            (r#""TEXX""#, "TEXX"),
            (r#"{"raw":"20120503"}"#, "2012-05-03"),
            (r#"{"raw":"2015 Spring"}"#, "2015-21"),
            (r#"{"raw":"0"}"#, "0"),
            (r#""1973-1-6""#, "1973-01-06"),
            ("1973", "1973"),
            (
                r#"{"date-parts":[[2023,12,19]],"time":"21:54","timezone":"UTC"}"#,
                "2023-12-19T21:54 UTC",
            ),
        ] {
            assert_eq!(edtf(given), wanted, "{given}");
        }
    }

    #[test]
    fn terms_that_are_no_seasons_stay_words() {
        let date = json::parse(r#"{"date-parts":[[2015]],"season":"Michaelmas"}"#).unwrap();
        assert_eq!(read(&date).unwrap().literal, "Michaelmas 2015");
        let fall = json::parse(r#"{"raw":"fall 2020"}"#).unwrap();
        assert_eq!(read(&fall).unwrap().literal, "Fall 2020");
        let supplied = json::parse(r#"{"raw":"[1923]"}"#).unwrap();
        assert_eq!(read(&supplied).unwrap().literal, "[1923]");
    }
}
