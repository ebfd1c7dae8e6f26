//! The credit clauses at the end of a citation: `Obtained and translated for NKIDP by Eliza Gheorghe.`
//!
//! ```text
//! clause = deeds [ "from" language ] [ "for" body ] ( "by" | "of" ) people
//! deeds  = deed ( ( "," | "and" ) deed )*
//! ```

use crate::name::Name;
use crate::record::{Credit, Deed};

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
            text.get(*at..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase()) && is_credit(rest))
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
    let follower = first_word(after.trim_start_matches([',', ' '])).map_or("", |(word, _)| word);
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
        .find(|c: char| !c.is_alphabetic())
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
        let Some(skip) = rest.find(char::is_alphabetic) else {
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
    let mut clause = clause.trim_end_matches([' ', ',', ';', '.']);
    for joint in [" and", " &", " on file at"] {
        clause = clause.strip_suffix(joint).unwrap_or(clause);
    }
    clause.trim_end_matches([' ', ',', ';'])
}

/// What follows the deeds: from which language, for whom, by whom.
fn complements(text: &str, deeds: &[Deed]) -> Credit {
    let mut credit = Credit::default();
    let mut rest = text.trim_start_matches([' ', ',']);
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
    (head.trim_matches([' ', ',']), tail.trim_start())
}

fn is_acronym(word: &str) -> bool {
    word.len() > 1
        && word
            .chars()
            .all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '/' | '&'))
}

/// The people of a list; brackets after a name say where they work and are left out.
fn split_people(text: &str) -> Vec<String> {
    let mut people = Vec::new();
    let mut name = String::new();
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let joint = [", and ", " and ", " & ", ", "]
            .iter()
            .find(|joint| rest.starts_with(**joint));
        if let (0, Some(joint)) = (depth, joint) {
            let suffix = rest.get(joint.len()..).is_some_and(is_suffix);
            if !suffix {
                push_name(&mut people, &mut name);
                rest = rest.get(joint.len()..).unwrap_or("");
                continue;
            }
        }
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => name.push(c),
            _ => {}
        }
        rest = rest.get(c.len_utf8()..).unwrap_or("");
    }
    push_name(&mut people, &mut name);
    people
}

fn push_name(people: &mut Vec<String>, name: &mut String) {
    let trimmed = name.trim_matches([' ', ',', ';']);
    if !trimmed.is_empty() {
        people.push(trimmed.to_owned());
    }
    name.clear();
}

fn is_suffix(text: &str) -> bool {
    ["Jr", "Sr", "III", "II"].iter().any(|suffix| {
        text.strip_prefix(suffix)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// A person in running order, in parts; an acronym or a single word is a body.
pub(super) fn person(text: &str) -> Name {
    let text = text.trim();
    if text.contains(' ') && !is_body(text) {
        let (text, suffix) = match text.rsplit_once(' ') {
            Some((head, last)) if is_suffix(last) => (head.trim_end_matches(','), last),
            _ => (text, ""),
        };
        let split = particle(text).or_else(|| text.rfind(' '));
        if let Some((given, family)) = split.and_then(|at| text.split_at_checked(at)) {
            let mut name = Name::person(given.trim(), family.trim());
            suffix.clone_into(&mut name.suffix);
            return name;
        }
    }
    Name::literal(text)
}

fn is_body(text: &str) -> bool {
    let body = [
        "Project",
        "Program",
        "Center",
        "Archive",
        "Institute",
        "University",
        "Ministry",
        "Service",
        "Foundation",
    ];
    text.split(' ').any(|word| {
        body.contains(&word) || is_acronym(word.trim_end_matches(',')) && word.len() > 2
    })
}

/// Where a particle that belongs to the family name begins: `Karl von Clausewitz`.
fn particle(text: &str) -> Option<usize> {
    [
        " von ", " van ", " de ", " da ", " dos ", " di ", " del ", " della ", " du ", " la ",
        " zu ", " ter ",
    ]
    .iter()
    .filter_map(|particle| text.find(particle))
    .min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Deed::{Contributed, Edited, Obtained, Provided, Published, Transcribed, Translated};

    /// Deeds, by, for, from.
    type Facts<'a> = (Vec<Deed>, Vec<&'a str>, &'a str, &'a str);

    fn facts(credits: &[Credit]) -> Vec<Facts<'_>> {
        credits
            .iter()
            .map(|credit| {
                (
                    credit.deeds.clone(),
                    credit.by.iter().map(String::as_str).collect(),
                    credit.for_whom.as_str(),
                    credit.from_language.as_str(),
                )
            })
            .collect()
    }

    #[test]
    fn every_clause_that_was_seen() {
        let cases: &[(&str, Vec<Facts>)] = &[
            (
                "Obtained and translated for NKIDP by Eliza Gheorghe",
                vec![(
                    vec![Obtained, Translated],
                    vec!["Eliza Gheorghe"],
                    "NKIDP",
                    "",
                )],
            ),
            (
                "Obtained for NKIDP by A B and translated for NKIDP by C D",
                vec![
                    (vec![Obtained], vec!["A B"], "NKIDP", ""),
                    (vec![Translated], vec!["C D"], "NKIDP", ""),
                ],
            ),
            (
                "Obtained by A and B and translated by C",
                vec![
                    (vec![Obtained], vec!["A", "B"], "", ""),
                    (vec![Translated], vec!["C"], "", ""),
                ],
            ),
            (
                "Obtained by A, translated by B and C",
                vec![
                    (vec![Obtained], vec!["A"], "", ""),
                    (vec![Translated], vec!["B", "C"], "", ""),
                ],
            ),
            (
                "Obtained by James Person (George Washington University) and translated by A (Troy University)",
                vec![
                    (vec![Obtained], vec!["James Person"], "", ""),
                    (vec![Translated], vec!["A"], "", ""),
                ],
            ),
            (
                "Obtained and translated by NKIDP by Bernd Schaefer",
                vec![(
                    vec![Obtained, Translated],
                    vec!["Bernd Schaefer"],
                    "NKIDP",
                    "",
                )],
            ),
            (
                "Translated from Portuguese by X Y",
                vec![(vec![Translated], vec!["X Y"], "", "Portuguese")],
            ),
            (
                "translated and edited by Barnabás Vajd, Laura Deal, and Karl P. Benziger",
                vec![(
                    vec![Translated, Edited],
                    vec!["Barnabás Vajd", "Laura Deal", "Karl P. Benziger"],
                    "",
                    "",
                )],
            ),
            (
                "Contributed, transcribed, and translated by X",
                vec![(
                    vec![Contributed, Transcribed, Translated],
                    vec!["X"],
                    "",
                    "",
                )],
            ),
            (
                "copy courtesy of NSA; translation by X Y",
                vec![
                    (vec![Provided], vec!["NSA"], "", ""),
                    (vec![Translated], vec!["X Y"], "", ""),
                ],
            ),
            (
                "published in \"Documents on Irish Foreign Policy,\" Volume XI",
                vec![(vec![Published], vec![], "", "")],
            ),
        ];
        for (text, want) in cases {
            assert_eq!(&facts(&parse(text)), want, "{text}");
        }
    }

    #[test]
    fn a_clause_keeps_its_words() {
        let credits = parse("Contributed by Sergey Radchenko and translated by Gary Goldberg");
        let verbatim: Vec<_> = credits
            .iter()
            .map(|credit| credit.verbatim.as_str())
            .collect();
        assert_eq!(
            verbatim,
            [
                "Contributed by Sergey Radchenko",
                "translated by Gary Goldberg"
            ]
        );
    }

    #[test]
    fn the_location_ends_where_a_credit_begins() {
        for (location, credit) in [
            (
                "RGASPI, f. 558, op. 11, d. 97, ll. 67-70. ",
                "Contributed by A and translated by B.",
            ),
            ("PRC FMA 111-00068-04, 18. ", "Translated by Yafeng Xia"),
            (
                "Folder no. 1495. The Support Romania Granted. ",
                "Obtained and Translated by X.",
            ),
            ("", "Obtained by Béla Révész; translated and edited by B."),
            (
                "NHK. ",
                "copy obtained by NHK (Japanese Television), provided to CWIHP; translation by X",
            ),
            ("PRC FMA 111-00068-04, 18, ", "translated by Yafeng Xia"),
        ] {
            assert_eq!(
                begins(&format!("{location}{credit}")),
                Some(location.len()),
                "{location}"
            );
        }
        let book = "Milovan Djilas. Wartime. Translated by Michael B. Petrovich. (New York: Harcourt, 1977), 385-387.";
        assert_eq!(begins(book), None);
    }

    #[test]
    fn people_and_bodies() {
        assert_eq!(person("Eliza Gheorghe"), Name::person("Eliza", "Gheorghe"));
        assert_eq!(
            person("Alvaro da Silva"),
            Name::person("Alvaro", "da Silva")
        );
        assert_eq!(person("NKIDP"), Name::literal("NKIDP"));
        assert_eq!(
            person("Japan Documentation Project"),
            Name::literal("Japan Documentation Project")
        );
    }
}
