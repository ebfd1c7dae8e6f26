//! Boxes and folders of a collection, large to small or small to large: `Box 3, Folder 5, Dulles Papers, Princeton University
//! Library`.

use super::level;
use super::path::with_word;
use super::segments::{is_mark, is_repository, is_sentence, is_town, is_years, split};
use crate::letters;
use crate::record::{Holding, Level, LevelKind};

/// The last words of the names of collections.
const COLLECTIONS: &str = "Papers|Collection|Records|Fonds|fonds|Files|Manuscripts|Correspondence|Photographs|Family|Materials|Notebook|Notebooks|Nachlass";

/// The words of the divisions of libraries.
const DIVISIONS: &str = "Special Collections|Public Policy Papers|Manuscripts Division|Manuscript Division|Department of|Dept. of|Rare Book|University Archives";

pub(super) fn parse(text: &str) -> Option<Holding> {
    let segments = split(text);
    let mut holding = Holding::default();
    let mut names: Vec<(usize, usize)> = Vec::new();
    let mut labelled_levels = 0;
    for (nth, segment) in segments.iter().enumerate() {
        let at = segment.as_ptr() as usize - text.as_ptr() as usize;
        let division = DIVISIONS.split('|').any(|words| segment.starts_with(words));
        if let Some(found) = with_word(segment, &holding) {
            labelled_levels += usize::from(found.kind > LevelKind::Fonds);
            holding.levels.push(found);
        } else if is_years(segment) && !holding.levels.is_empty() {
            holding.levels.push(level(LevelKind::Period, "", segment));
        } else if is_repository(segment) || division && holding.levels.iter().any(is_named) {
            names.push((at, at + segment.len()));
        } else if is_collection(segment) && !holding.levels.iter().any(is_named) {
            holding.levels.push(level(LevelKind::Fonds, "", segment));
        } else if names
            .last()
            .is_some_and(|(_, end)| text.get(*end..at).is_some_and(|gap| gap == ", "))
        {
            // A town follows its archive.
            let town = segment.split(' ').count() <= 3
                && segment.starts_with(letters::is_capital)
                && !is_mark(segment);
            (town && (nth + 2 >= segments.len() || is_town(segment))).then_some(())?;
            let gap = if holding.place.is_empty() { "" } else { ", " };
            holding.place.push_str(gap);
            holding.place.push_str(segment);
            names.push((at, at + segment.len()));
        } else {
            return None;
        }
    }
    repository(text, &names, &mut holding)?;
    small_to_large(&mut holding.levels);
    (labelled_levels > 0).then_some(holding)
}

fn is_named(level: &Level) -> bool {
    level.kind == LevelKind::Fonds && level.label.is_empty()
}

fn is_collection(segment: &str) -> bool {
    segment.starts_with(letters::is_capital)
        && segment
            .split([' ', '('])
            .any(|word| letters::one_of(COLLECTIONS, word))
        && segment.split(' ').count() <= 14
        && !is_sentence(segment)
}

/// The repository's name: its divisions and itself, which stand together, without the town.
fn repository(text: &str, names: &[(usize, usize)], holding: &mut Holding) -> Option<()> {
    let Some((start, _)) = names.first() else {
        return (!holding.levels.is_empty()).then_some(());
    };
    let together = names.windows(2).all(|pair| match pair {
        [(_, end), (next, _)] => text
            .get(*end..*next)
            .is_some_and(|gap| matches!(gap, ", " | "; " | " , ")),
        _ => true,
    });
    let (_, end) = names.last()?;
    let all = text.get(*start..*end)?;
    let name = all
        .strip_suffix(holding.place.as_str())
        .unwrap_or(all)
        .trim_end_matches([',', ' ', ';'].as_slice());
    name.clone_into(&mut holding.repository);
    together.then_some(())
}

/// Turns a path that begins with its smallest level round.
fn small_to_large(levels: &mut [Level]) {
    let rank = |level: &Level| level.kind;
    let ranked = |level: &&Level| level.kind < LevelKind::Title;
    let first = levels.iter().find(ranked).map(rank);
    let last = levels.iter().rev().find(ranked).map(rank);
    if first > last {
        levels.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::super::shown_levels;
    use super::*;

    fn shown(text: &str) -> String {
        let Some(holding) = parse(text) else {
            return "-".to_owned();
        };
        [
            shown_levels(&holding),
            vec![holding.repository.clone(), holding.place.clone()],
        ]
        .concat()
        .join("|")
    }

    #[test]
    fn either_way_round() {
        let path = "fonds=Ada Marin Papers|box=3|file=5|Lantern University Library|";
        assert_eq!(
            shown("Ada Marin Papers, Box 3, Folder 5, Lantern University Library"),
            path
        );
        assert_eq!(
            shown("folder 5, box 3, Ada Marin Papers, Lantern University Library"),
            path
        );
    }

    #[test]
    fn divisions_and_towns() {
        assert_eq!(
            shown(
                "Marin Papers, Box 3, Public Policy Papers, Special Collections, Lantern University Library"
            ),
            "fonds=Marin Papers|box=3|Public Policy Papers, Special Collections, Lantern University Library|"
        );
        assert_eq!(
            shown("Box 3, Marin Papers, Lantern Library, Vesta"),
            "fonds=Marin Papers|box=3|Lantern Library|Vesta"
        );
        assert_eq!(
            shown("Lantern Museum and Library, File No. JNSG, vol. 21-1"),
            "file=JNSG|volume=21-1|Lantern Museum and Library|"
        );
        assert_eq!(
            shown("File A\u{2019}0392 (Microfilm)"),
            "file=A\u{2019}0392 (Microfilm)||"
        );
    }

    #[test]
    fn what_is_not_wholly_understood_does_not_fit() {
        for text in [
            "Box and Folder Number",
            "Box 3, and some other place",
            "Lantern Library",
            "A book. Translated (Vesta, 1977), 385-387",
            "",
        ] {
            assert_eq!(shown(text), "-", "{text}");
        }
    }
}
