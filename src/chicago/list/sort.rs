//! The order of a list: letter by letter, whatever the locale.

use super::{is_archival, lead, title_text};
use crate::chicago::context::Cx;
use crate::chicago::options::Form;
use crate::record::{DateVariable, Record};

/// What an entry is sorted by; fields are compared in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// Archival sources first, when they are grouped.
    group: bool,
    /// Who or what stands first.
    lead: String,
    /// In a reference list the year; undated works last, forthcoming ones before them.
    year: (u8, i32),
    /// The title.
    title: String,
    /// The full date, for several letters of one writer.
    date: (i32, u8, u8),
}

/// The key of an entry.
pub(super) fn key(cx: &Cx, group: bool) -> Key {
    let lead = lead::full(cx);
    let named = lead.used.has_names();
    let rest = cx.without(lead.used);
    let author_date = cx.form == Form::ReferenceList;
    Key {
        group: group && !is_archival(cx.record),
        lead: letters(&lead.tree.plain(), !named),
        year: if author_date { year(cx.record) } else { (0, 0) },
        title: letters(&title_text(&rest).plain(), true),
        date: day(cx.record),
    }
}

fn day(record: &Record) -> (i32, u8, u8) {
    record
        .date(DateVariable::Issued)
        .and_then(|date| date.start)
        .map_or((i32::MAX, 0, 0), |point| {
            (point.year, point.month, point.day)
        })
}

fn year(record: &Record) -> (u8, i32) {
    let date = record
        .date(DateVariable::Issued)
        .or_else(|| record.date(DateVariable::EventDate));
    match date.and_then(|date| date.start) {
        Some(point) => (0, point.year),
        None if date.is_some() || record.has(crate::record::Variable::Status) => (1, 0),
        None => (2, 0),
    }
}

/// The letters and figures of a text in order, folded to the plain alphabet; spaces and hyphens do not count, the first
/// comma or stop ends what is compared first. A title loses its article (17th ed., 16.48–16.52 and 16.56–16.61).
pub(super) fn letters(text: &str, title: bool) -> String {
    let text = if title { without_article(text) } else { text };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ',' | '.' | ':' | ';' if !out.ends_with(SEPARATOR) => out.push(SEPARATOR),
            c if c.is_alphanumeric() => fold(c, &mut out),
            _ => {}
        }
    }
    out
}

/// Sorts before every letter.
const SEPARATOR: char = '\u{1}';

/// A title without its first article.
fn without_article(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    match text.split_once(' ') {
        Some((first, rest)) if ["a", "an", "the"].contains(&first.to_lowercase().as_str()) => rest,
        _ => text,
    }
}

/// A letter in small letters without its marks: `É` as `e`, `Ł` as `l`, `ß` as `ss`.
fn fold(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    for small in c.to_lowercase() {
        match MARKED.iter().find(|(marked, _)| marked.contains(small)) {
            Some((_, plain)) => out.push_str(plain),
            None if ('\u{300}'..='\u{36F}').contains(&small) => {}
            None => out.push(small),
        }
    }
}

/// Small letters with marks, and the plain letters they are sorted as (17th ed., 16.67).
const MARKED: [(&str, &str); 27] = [
    ("àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "a"),
    ("æǽ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęěẹẻẽếềểễệ", "e"),
    ("ĝğġģ", "g"),
    ("ĥħḥḫ", "h"),
    ("ìíîïĩīĭįıǐịỉ", "i"),
    ("ĵ", "j"),
    ("ķḳ", "k"),
    ("ĺļľŀłḷ", "l"),
    ("ṃṁ", "m"),
    ("ñńņňŉŋṇṅ", "n"),
    ("òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "o"),
    ("œ", "oe"),
    ("ŕŗřṛ", "r"),
    ("śŝşšșṣ", "s"),
    ("ß", "ss"),
    ("ţťŧțṭ", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűųưǔǖǘǚǜụủứừửữự", "u"),
    ("ŵ", "w"),
    ("ýÿŷỳỵỷỹ", "y"),
    ("źżžẓ", "z"),
    ("ĳ", "ij"),
    ("ḍḏ", "d"),
    ("ʻʼʾʿ’", ""),
];

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letter_by_letter() {
        let mut names = [
            "New York",
            "Newark",
            "Newcomb, Ann",
            "New, Zoe",
            "Néw, Adam",
            "Łódź",
        ];
        names.sort_by_key(|name| letters(name, false));
        assert_eq!(
            names,
            [
                "Łódź",
                "Néw, Adam",
                "New, Zoe",
                "Newark",
                "Newcomb, Ann",
                "New York"
            ]
        );
    }

    #[test]
    fn articles_do_not_count() {
        assert_eq!(letters("“The Whale", true), "whale");
        assert_eq!(letters("A", true), "a");
    }
}
