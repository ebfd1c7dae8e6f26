//! Romania: prose that goes from the matter or the fond to the folder.
//!
//! ```text
//! [Archive], Matter N/Year: Y/Country: C, CLASSIFICATION: S, Department D, Folder N, Vol. R, Regarding ..., Period: ...
//! Matter N, Y, Country, Secret, MFA, Folder no. N. Title of the folder (dates)
//! Political Affairs Fond, Telegrams from C, TOP SECRET, Y, Archive of the Romanian Ministry of Foreign Affairs
//! ```

use super::level;
use super::segments::{is_mark, is_repository, is_years, label, marking, split, starts_with_word};
use crate::letters;
use crate::record::{Holding, LevelKind};

const DIVISIONS: [&str; 5] = ["Department", "Direction", "Directorate", "Section", "MFA"];

pub(super) fn parse(text: &str) -> Option<Holding> {
    let segments = split(text);
    let begins = |word: &str| {
        segments
            .iter()
            .any(|segment| starts_with_word(segment, word))
    };
    let ours = text.contains("Romania") || text.contains("Bucharest");
    if !(begins("Matter") || ours && (begins("Folder") || text.contains(" Fond"))) {
        return None;
    }
    let mut holding = Holding::default();
    let mut regarding: Option<usize> = None;
    let mut offset = 0;
    for segment in &segments {
        let at = offset + text.get(offset..)?.find(segment)?;
        offset = at + segment.len();
        if let Some(from) = regarding.filter(|_| !starts_with_word(segment, "Period")) {
            // A folder's title may hold commas; it ends at its period.
            holding.levels.pop();
            holding
                .levels
                .push(level(LevelKind::Title, "", text.get(from..offset)?));
            continue;
        }
        regarding = None;
        if starts_with_word(segment, "Regarding") {
            regarding = Some(at);
            holding.levels.push(level(LevelKind::Title, "", segment));
        } else {
            step(segment, &mut holding)?;
        }
    }
    (!holding.levels.is_empty()).then_some(holding)
}

/// Understands one piece; `None` when the grammar does not fit.
fn step(segment: &str, holding: &mut Holding) -> Option<()> {
    let folded = |kind| matches!(kind, LevelKind::File | LevelKind::Volume);
    if let Some((kind, label, value)) = label(segment).filter(|(kind, ..)| folded(*kind)) {
        return folder(kind, label, value, holding);
    }
    let found = if let Some(marking) = marking(segment) {
        marking
    } else if starts_with_word(segment, "Matter") {
        level(LevelKind::Matter, "", segment)
    } else if let Some(period) = segment.strip_prefix("Period:") {
        level(LevelKind::Period, "Period:", period)
    } else if is_years(segment) {
        level(LevelKind::Period, "", segment)
    } else if DIVISIONS.iter().any(|word| starts_with_word(segment, word)) {
        level(LevelKind::SubFonds, "", segment)
    } else if segment.ends_with(" Fond") || segment.ends_with(" Fonds") {
        level(LevelKind::Fonds, "", segment)
    } else if starts_with_word(segment, "Telegrams") {
        level(LevelKind::Series, "", segment)
    } else if is_repository(segment) && holding.repository.is_empty() {
        (*segment).clone_into(&mut holding.repository);
        return Some(());
    } else if is_country(segment, holding) {
        level(LevelKind::Matter, "", segment)
    } else {
        return None;
    };
    holding.levels.push(found);
    Some(())
}

/// `Folder no. 1495. The Support Romania Granted (April 9th – June 28th 1973)`: number and title.
fn folder(kind: LevelKind, label: &str, value: &str, holding: &mut Holding) -> Option<()> {
    let (number, title) = value.split_once(". ").unwrap_or((value, ""));
    is_mark(number).then_some(())?;
    holding.levels.push(level(kind, label, number));
    if !title.is_empty() {
        holding.levels.push(level(LevelKind::Title, "", title));
    }
    Some(())
}

/// After the matter and its year stands the country.
fn is_country(segment: &str, holding: &Holding) -> bool {
    let after_matter = holding
        .levels
        .iter()
        .any(|level| level.kind == LevelKind::Matter && level.value.starts_with("Matter"));
    after_matter
        && segment.starts_with(letters::is_capital)
        && !segment.contains([':', '/', '.'])
        && segment.split(' ').count() <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> (String, Vec<(LevelKind, String, String)>) {
        let holding = parse(text).unwrap();
        let levels = holding.levels.into_iter();
        (
            holding.repository,
            levels.map(|l| (l.kind, l.label, l.value)).collect(),
        )
    }

    #[test]
    fn the_whole_path() {
        let (repository, levels) = shape(
            "Romanian Ministry of Foreign Affairs Archives, Matter 220/Year: 1973/Country: Korea \u{2013} other states, \
             CLASSIFICATION: SECRET, Department I Relations, Folder 1514, Vol. II, Regarding Policy, Trade, and States, \
             Period: 06.08 \u{2013} 24.12.1973",
        );
        assert_eq!(repository, "Romanian Ministry of Foreign Affairs Archives");
        let own = |kind, label: &str, value: &str| (kind, label.to_owned(), value.to_owned());
        assert_eq!(
            levels,
            [
                own(
                    LevelKind::Matter,
                    "",
                    "Matter 220/Year: 1973/Country: Korea \u{2013} other states"
                ),
                own(LevelKind::Marking, "CLASSIFICATION:", "SECRET"),
                own(LevelKind::SubFonds, "", "Department I Relations"),
                own(LevelKind::File, "Folder", "1514"),
                own(LevelKind::Volume, "Vol.", "II"),
                own(LevelKind::Title, "", "Regarding Policy, Trade, and States"),
                own(LevelKind::Period, "Period:", "06.08 \u{2013} 24.12.1973"),
            ]
        );
    }

    #[test]
    fn a_folder_with_a_sentence() {
        let (_, levels) = shape(
            "Matter 210, 1973, Democratic People's Republic of Korea, Secret, MFA, Folder no. 1495. The Support \
             Romania Granted (April 9th \u{2013} June 28th 1973)",
        );
        let values: Vec<_> = levels
            .iter()
            .map(|(_, label, value)| format!("{label}|{value}"))
            .collect();
        assert_eq!(
            values,
            [
                "|Matter 210",
                "|1973",
                "|Democratic People's Republic of Korea",
                "|Secret",
                "|MFA",
                "Folder no.|1495",
                "|The Support Romania Granted (April 9th \u{2013} June 28th 1973)",
            ]
        );
    }

    #[test]
    fn the_archive_last() {
        let (repository, levels) = shape(
            "Political Affairs Fond, Telegrams from Pyongyang, TOP SECRET, 1968, Archive of the Romanian Ministry of Foreign Affairs",
        );
        assert_eq!(
            repository,
            "Archive of the Romanian Ministry of Foreign Affairs"
        );
        assert_eq!(levels.len(), 4);
    }

    #[test]
    fn what_does_not_fit_wholly_does_not_fit() {
        assert!(parse("Matter 220, an odd remark: of no kind, Folder 3").is_none());
        assert!(parse("Folder 3, Box 2").is_none());
    }
}
