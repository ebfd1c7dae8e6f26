//! The credit clauses at the end of a citation: `Obtained and translated for NKIDP by Eliza Gheorghe.`
//!
//! ```text
//! clause = deeds [ "from" language ] [ "for" body ] ( "by" | "of" ) people
//! deeds  = deed ( ( "," | "and" ) deed )*
//! ```

mod people;

use crate::letters;
use crate::record::{Credit, Deed};
pub(super) use people::person;
use people::{is_acronym, split_people};

/// The words of deeds, lower-case.
const DEEDS: [(&str, Deed); 14] = [
    ("obtained", Deed::Obtained),
    ("translated", Deed::Translated),
    ("translation", Deed::Translated),
    ("contributed", Deed::Contributed),
    ("donated", Deed::Contributed),
    ("transcribed", Deed::Transcribed),
    ("edited", Deed::Edited),
    ("published", Deed::Published),
    ("republished", Deed::Published),
    ("reprinted", Deed::Published),
    ("included", Deed::Published),
    ("provided", Deed::Provided),
    ("supplied", Deed::Provided),
    ("courtesy", Deed::Provided),
];

/// What may stand before the deed at the beginning of a credit.
const COPY: [&str; 2] = ["copy ", "document "];

/// The words that must follow a deed for it to begin a credit.
const FOLLOWERS: [&str; 12] = [
    "by",
    "for",
    "from",
    "and",
    "in",
    "of",
    "with",
    "translated",
    "transcribed",
    "to",
    "edited",
    "contributed",
];

/// Where the credit begins in what stands after the host; `None` when there is none.
///
/// The location itself may hold full stops, so the sign is the first deed after a stop.
pub(super) fn begins(text: &str) -> Option<usize> {
    if is_credit(text) {
        return Some(0);
    }
    let stops = text
        .match_indices(". ")
        .chain(text.match_indices(".\u{201d} "));
    stops
        .map(|(at, stop)| at + stop.len())
        .filter(|at| text.get(*at..).is_some_and(is_credit))
        .min()
        .or_else(|| after_comma(text))
}

/// Some write the credit after a comma: `..., 18, translated by Yafeng Xia`.
fn after_comma(text: &str) -> Option<usize> {
    let commas = text.match_indices([',', ';']);
    commas
        .map(|(at, _)| {
            at + 1 + usize::from(text.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')))
        })
        .find(|at| {
            text.get(*at..).is_some_and(|rest| {
                rest.starts_with(|c: char| letters::is_small(c)) && is_credit(rest)
            })
        })
}

/// Whether a text begins with a deed and its complement, and is not the imprint of a book (`Translated by M. Petrovich. (New
/// York: ...)`).
fn is_credit(text: &str) -> bool {
    let mut rest = text;
    for copy in COPY {
        rest = strip_word(rest, copy).unwrap_or(rest);
    }
    let Some((word, after)) = first_word(rest) else {
        return false;
    };
    if deed(word).is_none() {
        return false;
    }
    let follower =
        first_word(after.trim_start_matches([',', ' '].as_slice())).map_or("", |(word, _)| word);
    let follows = FOLLOWERS
        .iter()
        .any(|known| follower.eq_ignore_ascii_case(known));
    follows && !text.contains(". (")
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word)
        .then(|| text.get(word.len()..))?
}

fn first_word(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !letters::is_letter(c))
        .unwrap_or(text.len());
    (end > 0).then(|| text.split_at_checked(end))?
}

fn deed(word: &str) -> Option<Deed> {
    DEEDS
        .iter()
        .find(|(known, _)| word.eq_ignore_ascii_case(known))
        .map(|(_, deed)| *deed)
}

/// Takes the credit clauses apart.
pub(super) fn parse(text: &str) -> Vec<Credit> {
    let mut credits = Vec::new();
    let groups = groups(text);
    for (index, group) in groups.iter().enumerate() {
        let next = groups.get(index + 1).map_or(text.len(), |next| next.start);
        let clause = text.get(group.start..next).unwrap_or("");
        let verbatim = without_joint(clause);
        let complement = text
            .get(group.end..group.start + verbatim.len())
            .unwrap_or("");
        let mut credit = complements(complement, &group.deeds);
        credit.deeds.clone_from(&group.deeds);
        verbatim.clone_into(&mut credit.verbatim);
        credits.push(credit);
    }
    credits
}

/// Deeds that stand together and share who did them.
struct Group {
    deeds: Vec<Deed>,
    start: usize,
    /// Where what follows the deeds begins.
    end: usize,
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(skip) = rest.find(letters::is_letter) else {
            break;
        };
        let start = at + skip;
        let Some((word, _)) = text.get(start..).and_then(first_word) else {
            break;
        };
        at = start + word.len();
        let Some(deed) = deed(word) else { continue };
        match groups.last_mut() {
            Some(last) if is_joint(text.get(last.end..start).unwrap_or("")) => {
                last.deeds.push(deed);
                last.end = at;
            }
            _ => groups.push(Group {
                deeds: vec![deed],
                start: copy_before(text, start),
                end: at,
            }),
        }
    }
    groups
}

/// `copy` before `obtained` belongs to the clause.
fn copy_before(text: &str, start: usize) -> usize {
    let head = text.get(..start).unwrap_or("");
    let found = COPY.iter().find(|copy| {
        let from = head.len().saturating_sub(copy.len());
        head.get(from..)
            .is_some_and(|tail| tail.eq_ignore_ascii_case(copy))
    });
    found.map_or(start, |copy| start - copy.len())
}

/// Whether deeds on both sides of this text share who did them: only commas and `and` between.
fn is_joint(between: &str) -> bool {
    !between.contains(['.', ';'])
        && between
            .split([' ', ','])
            .all(|word| word.is_empty() || word == "and" || word == "&")
}

/// Without the `and` or the sign that leads to the next clause.
fn without_joint(clause: &str) -> &str {
    let mut clause = clause.trim_end_matches([' ', ',', ';', '.'].as_slice());
    for joint in [" and", " &", " on file at"] {
        clause = clause.strip_suffix(joint).unwrap_or(clause);
    }
    clause.trim_end_matches([' ', ',', ';'].as_slice())
}

/// What follows the deeds: from which language, for whom, by whom.
fn complements(text: &str, deeds: &[Deed]) -> Credit {
    let mut credit = Credit::default();
    let mut rest = text.trim_start_matches([' ', ','].as_slice());
    loop {
        if let Some(after) = strip_word(rest, "from ") {
            let (language, next) = until_preposition(after);
            language.clone_into(&mut credit.from_language);
            rest = next;
        } else if let Some(after) = strip_word(rest, "for ").or_else(|| strip_word(rest, "to ")) {
            let (whom, next) = until_preposition(after);
            whom.clone_into(&mut credit.for_whom);
            rest = next;
        } else if let Some(after) = strip_word(rest, "by ").or_else(|| strip_word(rest, "of ")) {
            let mut people = after;
            // "by NKIDP by Bernd Schaefer": the first is for whom.
            if let Some((whom, by)) = after
                .split_once(" by ")
                .filter(|(whom, _)| is_acronym(whom))
            {
                whom.clone_into(&mut credit.for_whom);
                people = by;
            }
            credit.by = split_people(people);
            return credit;
        } else {
            return credit;
        }
        if rest.is_empty() || deeds.is_empty() {
            return credit;
        }
    }
}

/// The words before the next `by`, `for` or `from`, and the text from there.
fn until_preposition(text: &str) -> (&str, &str) {
    let end = [" by ", " for ", " from "]
        .iter()
        .filter_map(|word| text.find(word))
        .min()
        .unwrap_or(text.len());
    let (head, tail) = text.split_at_checked(end).unwrap_or((text, ""));
    (head.trim_matches([' ', ','].as_slice()), tail.trim_start())
}

#[cfg(test)]
mod tests;
