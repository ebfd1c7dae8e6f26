//! The dates of CSL-JSON: `date-parts`, `season`, `circa`, `literal`, `raw`, EDTF strings.

use crate::date::words;
use crate::date::{Date, End, Point};
use crate::json::{Json, Value};

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
pub(super) fn from_text(text: &str) -> Date {
    let text = text.trim();
    Date::parse(text)
        .or_else(|| short_parts(text).map(Date::from))
        .or_else(|| {
            let dated = words::parse(text)?;
            dated
                .other
                .filter(|_| text.contains('/'))
                .or(Some(dated.date))
        })
        .unwrap_or_else(|| Date::literal(text))
}

/// `1973-1-6` and `900`: parts without the zeros that EDTF wants.
fn short_parts(text: &str) -> Option<Point> {
    let mut parts = text.split('-').map(|part| part.parse::<i32>().ok());
    let year = parts.next()??;
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
        add_season(&mut date, season);
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
        "3" | "autumn" | "fall" => 23,
        "4" | "winter" => 24,
        _ => return,
    };
    if let Some(point) = date.start.as_mut().filter(|point| point.month == 0) {
        point.month = number;
    }
}

/// `[[1973, 11, 26]]`, or two of them for a range.
fn from_parts(json: &Json) -> Option<Date> {
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
    Point::new(year, month, day)
        .or_else(|| Point::new(year, month, 0))
        .or(Some(Point::year(year)))
}

fn integer(json: &Json) -> Option<i32> {
    json.text()?.trim().parse().ok()
}
