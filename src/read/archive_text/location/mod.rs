//! The location of an archival item: one string, taken apart where a grammar fits the whole of it.
//!
//! There is one file for each archive's way of writing. A grammar that does not fit the whole string does not fit;
//! then only the archive's name is told apart, if it can be, and the string stands as it is.

mod american;
mod british;
mod countries;
mod generic;
mod path;
mod romanian;
mod segments;
mod signature;

#[cfg(any(test, feature = "formats"))]
pub(crate) use american::split_note;

use crate::record::{Holding, Level, LevelKind};

/// The grammars, the most particular first.
const GRAMMARS: [fn(&str) -> Option<Holding>; 9] = [
    path::parse,
    countries::hungarian,
    countries::irish,
    romanian::parse,
    american::parse,
    british::parse,
    generic::parse,
    signature::parse,
    path::named,
];

/// Takes a location apart, if a grammar fits the whole of it. Levels come from the widest to the narrowest.
pub(crate) fn parse(text: &str) -> Option<Holding> {
    let text = text.trim().trim_end_matches('.');
    if text.is_empty() || text.len() > 1000 {
        return None;
    }
    GRAMMARS
        .iter()
        .find_map(|grammar| grammar(text))
        .map(|mut holding| {
            text.clone_into(&mut holding.verbatim);
            holding
        })
}

/// The holding for a location: its levels where a grammar fits, else the archive's name and the verbatim string.
pub(crate) fn holding(text: &str) -> Holding {
    parse(text).unwrap_or_else(|| Holding {
        repository: repository(text).to_owned(),
        verbatim: text.to_owned(),
        ..Holding::default()
    })
}

/// The archive that a location names, at its beginning or by its words.
fn repository(text: &str) -> &str {
    const OTHERS: [&str; 3] = ["AHDGE", "TNA", "CWIHP"];
    let first = segments::archive(text);
    if !first.is_empty() {
        return first;
    }
    let mut all = segments::split(text).into_iter();
    let archive = |segment: &&str| segments::is_repository(segment) || OTHERS.contains(segment);
    all.find(archive).unwrap_or("")
}

/// The location without the archive's name at its beginning or end.
pub(crate) fn below<'a>(verbatim: &'a str, repository: &str) -> &'a str {
    if repository.is_empty() {
        return verbatim;
    }
    let sign = |c: char| matches!(c, ',' | ';' | ' ');
    let first = verbatim
        .strip_prefix(repository)
        .filter(|rest| rest.is_empty() || rest.starts_with(sign));
    let last = verbatim
        .strip_suffix(repository)
        .filter(|rest| rest.ends_with(sign));
    first.or(last).unwrap_or(verbatim).trim_matches(sign)
}

/// A level.
fn level(kind: LevelKind, label: &str, value: &str) -> Level {
    Level {
        kind,
        label: label.trim().to_owned(),
        value: value.trim().to_owned(),
    }
}

/// The levels of a holding as tests compare them: `fonds=45`.
#[cfg(test)]
fn shown_levels(holding: &Holding) -> Vec<String> {
    let shown = |level: &Level| format!("{}={}", level.kind.name(), level.value);
    holding.levels.iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grammar_keeps_the_whole_string() {
        for text in [
            "APRF, fond 45, opis 1, delo 335, list 3",
            "PRC FMA 111-00016-16, 66-67",
            "MOL, XIX-J-1-j Korea, 4. doboz, 5/a, 004076/ 1955",
            "PolA AA, MfAA, C 146/75",
            "Polish Foreign Ministry Archive, DV Z12 T404 W17",
            "NAI Department of Foreign Affairs/6/440/8/1",
            "AMIP, Belgrade, Serbia, PA (Confidential Archive) 1962, Kuba, folder F-67",
            "National Archives, RG 59, Central Files 1961-63, 611.94/3-1661",
            "TNA, FO 371/123456, fol. 5",
            "Marin Papers, Box 3, Folder 5, Lantern Library",
        ] {
            let holding = parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(holding.verbatim, text);
            for level in &holding.levels {
                assert!(
                    text.contains(&level.value) && text.contains(&level.label),
                    "{text}: {level:?}"
                );
            }
            let below = below(text, &holding.repository);
            assert!(!below.contains(&holding.repository), "{below}");
        }
    }

    #[test]
    fn what_fits_no_grammar_keeps_its_archive() {
        let holding = holding("AVPRF, Listy 146-147, Fond and Opis not given; and AVPRF f. 1");
        assert_eq!(
            (holding.repository.as_str(), holding.levels.len()),
            ("AVPRF", 0)
        );
        assert_eq!(
            super::holding("AHDGE, SRE, Mexico City").repository,
            "AHDGE"
        );
        assert_eq!(super::holding("Djilas, Wartime, 385-387").repository, "");
        assert_eq!(super::holding("A/PV.751").verbatim, "A/PV.751");
    }
}
