//! What the grammars of locations share: pieces between commas, words before numbers, names of archives.

use super::level;
use crate::letters;
use crate::record::{Level, LevelKind};
use crate::scan;
use std::sync::OnceLock;

/// The pieces between commas and semicolons that stand outside brackets and quotation marks, trimmed.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '\u{201c}' => depth += 1,
            ')' | ']' | '\u{201d}' => depth -= 1,
            '"' => quoted = !quoted,
            ',' | ';' if depth <= 0 && !quoted => {
                found.push(text.get(start..at).unwrap_or("").trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(text.get(start..).unwrap_or("").trim());
    found
}

/// The words before numbers. What some mean depends on where they stand: see [`super::path::with_word`].
const LABELS: [(LevelKind, &str); 8] = [
    (
        LevelKind::Fonds,
        "fond|fondi|fonds|f|фонд|ф|zesp|z|class|RG|record group|collection|MS|MSS|MC",
    ),
    (
        LevelKind::SubFonds,
        "opis|opis'|opys|op|опись|опис|оп|dans|per|record",
    ),
    (
        LevelKind::Series,
        "series|subseries|sub-series|registration|entry|lot|lot file",
    ),
    (
        LevelKind::Box,
        "b|papka|pap|pa|папка|п|p|box|boxes|carton|container|drawer|busta|w|kut|ka|sv|reel|roll|Cx",
    ),
    (
        LevelKind::File,
        "delo|d|дело|д|sprava|spr|справа|спр|file|folder|folders|dossier|dosar|a.e|a.j|ar.j|kh/n|dosja|fascikla|fasc|fascicolo|t|sygn|inv",
    ),
    (LevelKind::Volume, "vol|volume|tom|v|viti"),
    (LevelKind::Item, "dok|document|doc|item|bod"),
    (
        LevelKind::Folio,
        "list|listy|l|ll|лист|листы|л|лл|арк|arkush|ark|khuu|k|fl|fol|fols|folio|ff|pp|page|pages|Bl|S|frame",
    ),
];

/// The label of a segment, such as `Folder no.`, and what follows it, whatever that is.
pub(super) fn label(segment: &str) -> Option<(LevelKind, &str, &str)> {
    let (word, kind) = label_word(segment)?;
    let mut end = word.len();
    for more in [
        ".", " no.", " No.", " Number", " č.", " No", " no", " number", " Nr.", " Nr", " #", "#",
        ":",
    ] {
        if segment
            .get(end..)
            .is_some_and(|rest| rest.starts_with(more))
        {
            end += more.len();
        }
    }
    let (label, value) = segment.split_at_checked(end)?;
    // `P-15356`, `F1027/6` and `B 136/59748` are numbers, not pages.
    let divided = end > word.len()
        || value.is_empty()
        || (label.len() > 1 || label.starts_with(letters::is_small))
            && value.starts_with(|c: char| matches!(c, ' ' | '\u{a0}') || c.is_ascii_digit());
    divided.then_some(())?;
    Some((kind, label, value.trim()))
}

/// The longest word before numbers that a segment begins with.
fn label_word(segment: &str) -> Option<(&'static str, LevelKind)> {
    let longest = |words: &mut dyn Iterator<Item = (&'static str, LevelKind)>| {
        words
            .filter(|(word, _)| starts_with_word(segment, word))
            .max_by_key(|(word, _)| word.len())
    };
    if scan::SPEED && segment.is_ascii() {
        static BY_LETTER: OnceLock<[Vec<(&str, LevelKind)>; 32]> = OnceLock::new();
        let by_letter = BY_LETTER.get_or_init(|| {
            std::array::from_fn(|letter| {
                let begins = |(word, _): &(&str, LevelKind)| letter_of(word) == Some(letter);
                labels().filter(begins).collect()
            })
        });
        return longest(&mut by_letter.get(letter_of(segment)?)?.iter().copied());
    }
    longest(&mut labels())
}

fn labels() -> impl Iterator<Item = (&'static str, LevelKind)> {
    LABELS
        .iter()
        .flat_map(|(kind, words)| words.split('|').map(|word| (word, *kind)))
}

/// The place in the alphabet of a text's first letter, if that is one of ASCII.
fn letter_of(text: &str) -> Option<usize> {
    let first = text.bytes().next().filter(u8::is_ascii_alphabetic)?;
    Some(usize::from(first & 31))
}

/// Whether a text begins with a word, whatever its case, that ends there.
pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    // Most words are told apart by their first letters.
    let first = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let may = !scan::SPEED || !word.is_ascii() || first(text) == first(word);
    let matches = may
        && text.get(..word.len()).is_some_and(|head| {
            head.chars()
                .map(letters::lower)
                .eq(word.chars().map(letters::lower))
        });
    matches
        && text
            .get(word.len()..)
            .and_then(|rest| rest.chars().next())
            .is_none_or(|next| !letters::is_letter(next))
}

/// Whether a text is a number or mark, such as `1514`, `II`, `F-67`, `98c`, `165-192`: short, with a digit or all capitals.
pub(super) fn is_mark(text: &str) -> bool {
    let short = text.len() <= 40 && text.split(' ').count() <= 3;
    let digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let capitals =
        text.len() <= 5 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
    short && (digit || capitals)
}

/// Whether a text is a year, 1000 to 2099, or a range of years.
pub(super) fn is_years(text: &str) -> bool {
    let year = |part: &str| {
        part.len() == 4
            && part.starts_with(['1', '2'])
            && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match text.split_once(['-', '\u{2013}']) {
        Some((first, last)) => {
            year(first.trim()) && (year(last.trim()) || last.len() == 2 && is_number(last))
        }
        None => year(text),
    }
}

/// Whether a text is digits only.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The archives whose initials may stand without a comma before what follows.
const INITIALS: &str = "AVP RF|AVPRF|AVPR|APRF|RGANI|RGASPI|GARF|TsKhSD|АВП РФ|АВПРФ|АПРФ|РГАНИ|РГАСПИ|ГАРФ|PRC FMA|MOL|PolA AA|BStU|BArch|AMSZ|IPN BU|NMML|NAI|NARA";

/// The towns of archives, and what follows these.
const TOWNS: &str = "Belgrade|Beograd|Berlin|Bucharest|Budapest|Hanoi|Kew|Kiev|Kyiv|La Courneuve|London|Moscow|Paris|Prague|Praha|Serbia|Sofia|Tirana|UK|Ulaanbaatar|Warsaw|Warszawa|Washington|Yugoslavia";

/// Whether a segment is the town of an archive, with the archive's initials or without: `Berlin (PA AA)`.
pub(super) fn is_town(segment: &str) -> bool {
    let town = letters::split_once(segment, " (").map_or(segment, |(town, _)| town);
    letters::one_of(TOWNS, town)
}

/// The archive at the beginning: known initials, a name with the words of one, or other initials before a comma.
pub(in crate::read) fn archive(text: &str) -> &str {
    let first = split(text).into_iter().next().unwrap_or("");
    if is_repository(first) || first.len() < text.len() && is_initials(first) {
        return first;
    }
    let known = INITIALS
        .split('|')
        .find(|name| starts_with_word(text, name));
    text.get(..known.map_or(0, |name| name.len())).unwrap_or("")
}

/// Whether a segment is the initials of an archive: `AQSh`, `TsAMO RF`, `SAPMO-BArch`.
fn is_initials(segment: &str) -> bool {
    let letters = segment.chars().filter(|c| letters::is_letter(*c)).count();
    let capitals = segment.chars().filter(|c| letters::is_capital(*c)).count();
    let country = "USSR|USA|GDR|DPRK|PRC|ROK|FRG|DRV|NATO|MFA";
    let only = segment
        .chars()
        .all(|c| letters::is_letter(c) || matches!(c, ' ' | '-'));
    let sized = (2..=12).contains(&letters) && capitals * 2 > letters && capitals >= 2;
    only && sized
        && !letters::one_of(country, segment)
        && !super::super::marking::is_marking(segment)
}

/// Whether a full stop ends a word within it, and not an initial: `John F. Kennedy Library` is none.
pub(super) fn is_sentence(segment: &str) -> bool {
    segment.match_indices(". ").any(|(at, _)| {
        let before = segment.get(..at).unwrap_or("");
        before
            .rsplit(' ')
            .next()
            .is_some_and(|word| word.chars().count() > 1)
    })
}

/// Whether a segment names an archive.
pub(super) fn is_repository(segment: &str) -> bool {
    let words = segment.split(|c: char| !letters::is_letter_or_digit(c));
    let named = words.clone().any(|word| {
        matches!(
            word,
            "Library"
                | "Libraries"
                | "Museum"
                | "Repository"
                | "Istituto"
                | "Institut"
                | "Levéltár"
        ) || [
            "rchiv", "rhiv", "rkhiv", "rkiv", "rchiw", "rquiv", "рхив", "рхів",
        ]
        .iter()
        .any(|part| letters::contains(word, part))
            && !word.ends_with("al")
            && !word.ends_with("ing")
    }) || letters::contains(segment, "Record Office")
        || letters::contains(segment, "Historical Society");
    let sentence = is_sentence(segment) || segment.contains(':') || words.count() > 16;
    named && !sentence && segment.starts_with(letters::is_capital)
}

/// Whether a segment is a marking, with or without its label: `SECRET`, `CLASSIFICATION: TOP SECRET`.
pub(super) fn marking(segment: &str) -> Option<Level> {
    let (label, value) = match segment.split_once(':') {
        Some((label, value)) if label.trim().eq_ignore_ascii_case("classification") => {
            (segment.get(..=label.len()).unwrap_or(label), value.trim())
        }
        Some(_) => return None,
        None => ("", segment),
    };
    let known = !label.is_empty() || super::super::marking::is_marking(value);
    (known && !value.is_empty()).then(|| level(LevelKind::Marking, label, value))
}
