//! The order of a list: letter by letter, whatever the locale.
//!
//! ```text
//! key     = lead year title date
//! lead    = name { end-of-name name }  |  title            with everyone inverted, whatever they did
//! letters = up to a parenthesis or a comma; then those after it. Spaces and other marks do not count.
//! ```

use super::{is_archival, numerals};
use crate::chicago::compose::{self, Opening};
use crate::chicago::context::Cx;
use crate::chicago::options::Form;
use crate::chicago::{archival, lead, names};
use crate::letters;
use crate::name::Name;
use crate::record::{DateVariable, Record, Role, Variable};

/// What an entry is sorted by; fields are compared in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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

/// Where an entry belongs.
pub(super) struct Place<'a> {
    pub key: Key,
    /// Who stands first, if anybody.
    pub people: &'a [Name],
    /// What the entry begins with, if that was made to find its place.
    pub opening: Option<Opening>,
}

/// Finds where the entry of a record belongs.
pub(super) fn place<'a>(cx: &Cx<'a>, group: bool) -> Place<'a> {
    let mut key = Key {
        group: group && !is_archival(cx.record),
        date: day(cx.record),
        ..Key::default()
    };
    let article = articles(&cx.record.language);
    let mut people: &[Name] = &[];
    let mut begun = None;
    if cx.is_legal() {
        push_title(&mut key.lead, &compose::entry(cx).plain(), article);
    } else if archival::of(cx).is_some() {
        people = archival::people(cx);
        if archival::is_letter(cx) {
            push_people(&mut key.title, cx.names(Role::Recipient));
        } else {
            push_title(&mut key.title, cx.record.get(Variable::Title), article);
        }
        if people.is_empty() && key.title.is_empty() {
            push_title(&mut key.lead, &compose::entry(cx).plain(), article);
        }
    } else {
        let opening = compose::opening(cx);
        people = lead::people_of(cx, &opening.lead);
        if people.is_empty() {
            push_title(&mut key.lead, &opening.lead.tree.plain(), article);
        }
        push_title(&mut key.title, &opening.title.plain(), article);
        begun = Some(opening);
    }
    if !people.is_empty() {
        key.lead.clear();
        push_people(&mut key.lead, people);
    } else if key.lead.is_empty() {
        std::mem::swap(&mut key.lead, &mut key.title);
    }
    if cx.form == Form::ReferenceList {
        key.year = year(cx.record);
    }
    Place {
        key,
        people,
        opening: begun,
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
        None if date.is_some() || record.has(Variable::Status) => (1, 0),
        None => (2, 0),
    }
}

/// All names inverted, so that an author's own works come before those with others, and those by the others' family
/// names (17th ed., 14.66 and 15.16; 18th ed., 13.71 and 13.112). What they did does not count (14.70, 18th 13.71).
fn push_people(out: &mut String, people: &[Name]) {
    for (at, name) in people.iter().enumerate() {
        if at > 0 {
            out.push(END_OF_NAME);
        }
        // `The New School`, but not `An Lushan`; `3M` as it is spoken.
        let body = !name.literal.is_empty();
        let articles = if body { "the " } else { "" };
        push_title(out, &names::inverted(name), articles);
    }
}

/// A title without its first article; a number at its beginning as it is spoken.
fn push_title(out: &mut String, title: &str, articles: &str) {
    let title = title.trim_start_matches(|c: char| !letters::is_letter_or_digit(c));
    let title = without_article(title, articles);
    let end = title
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(title.len());
    match title.split_at_checked(end) {
        Some((number, rest)) if numerals::spell(number, out) => push_letters(out, rest),
        _ => push_letters(out, title),
    }
}

/// Sorts before every letter: what ends one name, what a parenthesis adds, what a comma adds (17th ed., 16.59; 18th
/// ed., 15.68).
const END_OF_NAME: char = '\u{1}';
const PARENTHESIS: char = '\u{2}';
const COMMA: char = '\u{3}';

/// Adds the letters and figures of a text, folded to the plain alphabet; figures are compared as numbers.
fn push_letters(out: &mut String, text: &str) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ',' => push_mark(out, COMMA),
            '(' => push_mark(out, PARENTHESIS),
            '0'..='9' => {
                let start = out.len();
                out.push(c);
                while let Some(next) = chars.next_if(char::is_ascii_digit) {
                    out.push(next);
                }
                // Longer numbers are larger: `9` before `10`.
                let length = u8::try_from(out.len() - start).unwrap_or(9).min(9);
                out.insert(start, char::from(b'0' + length));
            }
            'a'..='z' => out.push(c),
            c if letters::is_letter_or_digit(c) => fold(c, out),
            _ => {}
        }
    }
}

fn push_mark(out: &mut String, mark: char) {
    if !out.ends_with([END_OF_NAME, PARENTHESIS, COMMA].as_slice()) {
        out.push(mark);
    }
}

/// The articles that do not count at the beginning of a title in a language, one after another (17th ed., 16.48 and 16.52;
/// 18th ed., 15.56 and 15.60). Without a language it is taken for English.
fn articles(language: &str) -> &'static str {
    let code = language
        .split(['-', '_'].as_slice())
        .next()
        .unwrap_or("")
        .trim();
    match code.to_ascii_lowercase().as_str() {
        "de" | "deu" | "ger" => "der |die |das |ein |eine |dem |den ",
        "es" | "spa" => "el |la |los |las |un |una ",
        "fr" | "fra" | "fre" => "le |la |les |l’|l'|un |une ",
        "it" | "ita" => "il |lo |la |i |gli |le |l’|l'|un |uno |una ",
        "nl" | "nld" | "dut" => "de |het |een ",
        "pt" | "por" => "o |a |os |as |um |uma ",
        _ => "the |a |an ",
    }
}

fn without_article<'a>(text: &'a str, articles: &str) -> &'a str {
    articles
        .split('|')
        .find_map(|article| {
            let (first, rest) = text.split_at_checked(article.len())?;
            (first.eq_ignore_ascii_case(article) && !first.is_empty() && !rest.is_empty())
                .then_some(rest)
        })
        .unwrap_or(text)
}

/// A letter in small letters without its marks: `É` as `e`, `Ł` as `l`, `ß` as `ss`.
fn fold(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let small = letters::lower(c);
    match MARKED.split(';').find(|row| letters::has(row, small)) {
        Some(row) => out.push_str(row.split(' ').next().unwrap_or("")),
        None if ('\u{300}'..='\u{36F}').contains(&small) => {}
        None => out.push(small),
    }
}

/// Plain letters, and the small letters with marks that are sorted as them (17th ed., 16.67; 18th ed., 15.76).
const MARKED: &str = "a àáâãäåāăąǎạảấầẩẫậắằẳẵặ;\
    ae æǽ;\
    c çćĉċč;\
    d ďđð;\
    e èéêëēĕėęěẹẻẽếềểễệ;\
    g ĝğġģ;\
    h ĥħḥḫ;\
    i ìíîïĩīĭįıǐịỉ;\
    j ĵ;\
    k ķḳ;\
    l ĺļľŀłḷ;\
    m ṃṁ;\
    n ñńņňŉŋṇṅ;\
    o òóôõöøōŏőơǒọỏốồổỗộớờởỡợ;\
    oe œ;\
    r ŕŗřṛ;\
    s śŝşšșṣ;\
    ss ß;\
    t ţťŧțṭ;\
    th þ;\
    u ùúûüũūŭůűųưǔǖǘǚǜụủứừửữự;\
    w ŵ;\
    y ýÿŷỳỵỷỹ;\
    z źżžẓ;\
    ij ĳ;\
    d ḍḏ;\
     ʻʼʾʿ’";

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> String {
        let mut out = String::new();
        push_title(&mut out, text, articles(""));
        out
    }

    /// The texts are in order already.
    fn in_order(texts: &[&str], key: impl Fn(&str) -> String) {
        let mut sorted = texts.to_vec();
        sorted.sort_by_key(|text| key(text));
        assert_eq!(sorted, texts);
    }

    #[test]
    fn letter_by_letter() {
        let letters = |text: &str| {
            let mut out = String::new();
            push_letters(&mut out, text);
            out
        };
        in_order(
            &[
                "Łódź",
                "New (device)",
                "Néw, Adam",
                "New, Zoe",
                "Newark",
                "Newcomb, Ann",
                "New York",
                "USA Today",
                "U.S. Congress",
                "Volume 9",
                "Volume 10",
            ],
            letters,
        );
    }

    #[test]
    fn articles_do_not_count() {
        assert_eq!(title("“The Whale"), "whale");
        assert_eq!(title("A"), "a");
        assert_eq!(title("Anthem"), "anthem");
        let mut out = String::new();
        push_title(&mut out, "L’Étranger", articles("fr-FR"));
        assert_eq!(out, "etranger");
        for (one, other) in [("ger", "de"), ("spa", "es"), ("fre", "FR"), ("est", "en")] {
            assert_eq!(articles(one), articles(other));
        }
    }

    #[test]
    fn numbers_as_they_are_spoken() {
        in_order(
            &["Nimrod", "1984", "9 to 5", "No Exit", "125th Street"],
            title,
        );
    }

    #[test]
    fn bodies_as_they_are_spoken() {
        let key = |name: &str| {
            let mut out = String::new();
            push_people(&mut out, &[Name::literal(name)]);
            out
        };
        in_order(&["Mobil", "The New School", "Texaco", "3M", "Tyson"], key);
    }

    #[test]
    fn coauthors_by_their_family_names() {
        let key = |families: &str| {
            let people: Vec<Name> = families
                .split(' ')
                .map(|family| Name::person("Ann", family))
                .collect();
            let mut out = String::new();
            push_people(&mut out, &people);
            out
        };
        in_order(&["Doe", "Doe Lee Zu Ash", "Doe Roe", "Doering"], key);
    }
}
