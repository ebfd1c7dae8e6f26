//! The United States: the National Archives and the source notes of *Foreign Relations of the United States*.
//!
//! ```text
//! National Archives, RG 59, Central Files 1961-63, 611.94/3-1661
//! Department of State, Bureau, Office, Title of Files, years (Lot File NN D NNN), Box N, Folder's title
//! ```

use super::level;
use super::path::with_word;
use super::segments::{is_mark, is_years, split, starts_with_word};
use crate::letters;
use crate::record::{Holding, LevelKind};

const REPOSITORIES: &str = "National Archives and Records Administration|U.S. National Archives and Records Administration|National Archives|NARA|USNA|Department of State|Washington National Records Center|Central Intelligence Agency|Kennedy Library|Johnson Library|Eisenhower Library|Nixon Library|Truman Library|Library of Congress";

pub(super) fn parse(text: &str) -> Option<Holding> {
    let segments = joined_years(text);
    let (first, rest) = segments.split_first()?;
    let known = letters::one_of(REPOSITORIES, first)
        || first.starts_with("National Archives (")
        || first.ends_with("Presidential Library");
    (known && !rest.is_empty() && rest.iter().all(|segment| is_piece(segment))).then_some(())?;
    let mut holding = Holding {
        repository: (*first).to_owned(),
        ..Holding::default()
    };
    let boxed = rest.iter().position(|segment| {
        with_word(segment, &holding).is_some_and(|level| level.kind >= LevelKind::Box)
            || is_decimal(segment)
    });
    for (at, segment) in rest.iter().enumerate() {
        let below = boxed.is_some_and(|boxed| at > boxed);
        let found = if let Some(found) = with_word(segment, &holding) {
            found
        } else if is_decimal(segment) {
            level(LevelKind::Item, "", segment)
        } else if below {
            // What follows the box is the folder, whose title may hold commas.
            match holding.levels.last_mut() {
                Some(last) if last.kind == LevelKind::File && last.label.is_empty() => {
                    last.value.push_str(", ");
                    last.value.push_str(segment);
                    continue;
                }
                _ => level(LevelKind::File, "", segment),
            }
        } else if Some(at + 1) == boxed || boxed.is_none() && at + 1 == rest.len() {
            level(LevelKind::Series, "", segment)
        } else {
            level(LevelKind::SubFonds, "", segment)
        };
        holding.levels.push(found);
    }
    let certain = boxed.is_some()
        || rest
            .iter()
            .any(|segment| starts_with_word(segment, "RG") || segment.contains("File"));
    certain.then_some(holding)
}

/// The pieces, where years belong to the title before them: `Front Office Files, 1989-1990 (Lot File 93 D 287)`.
fn joined_years(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut start = 0;
    for segment in split(text) {
        let at = segment.as_ptr() as usize - text.as_ptr() as usize;
        let years = segment.split_once(" (").map_or(segment, |(years, _)| years);
        let continues = found
            .last()
            .is_some_and(|last| last.ends_with("Files") || last.ends_with("Records"));
        if segment.starts_with("and ") {
            // `Office of Freedom of Information, Privacy, and Classification` is one name.
            found.pop();
            start = found.pop().map_or(start, |first| {
                first.as_ptr() as usize - text.as_ptr() as usize
            });
            found.push(text.get(start..at + segment.len()).unwrap_or(segment));
        } else if is_years(years) && continues {
            found.pop();
            found.push(text.get(start..at + segment.len()).unwrap_or(segment));
        } else {
            start = at;
            found.push(segment);
        }
    }
    found
}

/// A number of the decimal or subject-numeric files: `611.94/3-1661`, `POL 27 VIET S`, `P890058-1591`.
fn is_decimal(segment: &str) -> bool {
    let decimal = segment.contains('/')
        && segment.contains('.')
        && segment.starts_with(|c: char| c.is_ascii_digit());
    let reel = segment.starts_with(['P', 'D', 'N'])
        && segment.contains('-')
        && segment.bytes().filter(u8::is_ascii_digit).count() >= 8;
    (decimal || reel) && is_mark(segment)
}

/// Neither a sentence nor empty.
fn is_piece(segment: &str) -> bool {
    let starts = segment.starts_with(|c: char| {
        letters::is_capital(c) || c.is_ascii_digit() || matches!(c, '\u{201c}' | '"' | '(' | '[')
    });
    starts && segment.len() <= 160
}

/// Cuts a source note into the location and the sentences after it: `Source: ..., Box 2, Minutes. Secret. Drafted by ...`.
#[cfg(any(test, feature = "formats"))]
pub(crate) fn split_note(text: &str) -> (&str, &str) {
    let text = text.trim();
    let text = text.strip_prefix("Source:").map_or(text, str::trim_start);
    for (at, _) in text.match_indices(". ") {
        let (Some(head), Some(rest)) = (text.get(..at), text.get(at + 2..)) else {
            continue;
        };
        let word = head
            .rsplit([' ', ',', '\u{2014}', '-', '('])
            .next()
            .unwrap_or("");
        let abbreviated = word.chars().count() <= 1
            || [
                "Vol", "No", "Dept", "Sept", "Jan", "Feb", "Aug", "Oct", "Nov", "Dec", "Comm",
                "Etc", "U.S", "D.C", "St", "Mr", "Dr", "Rep",
            ]
            .contains(&word);
        let sentence =
            rest.starts_with(|c: char| letters::is_capital(c) || matches!(c, '\u{201c}' | '['));
        if sentence && !abbreviated {
            return (head, rest);
        }
    }
    (text.trim_end_matches('.'), "")
}

#[cfg(test)]
mod tests {
    use super::super::shown_levels;
    use super::*;

    fn shown(text: &str) -> String {
        let Some(holding) = parse(text) else {
            return "-".to_owned();
        };
        [vec![holding.repository.clone()], shown_levels(&holding)]
            .concat()
            .join("|")
    }

    #[test]
    fn source_notes() {
        assert_eq!(
            shown(
                "Department of State, Bureau of Affairs, Office of Notes, Committee Files, 1957-1990 (Lot File 96 D 292), Box 2, 1967\u{2014}Minutes"
            ),
            "Department of State|subfonds=Bureau of Affairs|subfonds=Office of Notes|series=Committee Files, 1957-1990 (Lot File 96 D 292)|box=2|file=1967\u{2014}Minutes"
        );
        assert_eq!(
            shown("National Archives, RG 59, Central Files 1961-63, 611.94/3-1661"),
            "National Archives|fonds=59|series=Central Files 1961-63|item=611.94/3-1661"
        );
        assert_eq!(
            shown(
                "Department of State, Office of Freedom, Privacy, and Classification, Office Files, 1950-1993 (Lot File 95 D 113), Box 1"
            ),
            "Department of State|subfonds=Office of Freedom, Privacy, and Classification|series=Office Files, 1950-1993 (Lot File 95 D 113)|box=1"
        );
        assert_eq!(shown("National Archives"), "-");
        assert_eq!(shown("Department of State, and nobody knows where"), "-");
    }

    #[test]
    fn notes_are_cut_after_the_location() {
        assert_eq!(
            split_note(
                "Source: Department of State, Box 3, 1952-1954, Vol. IV, Folder. Extra copies were sent."
            ),
            (
                "Department of State, Box 3, 1952-1954, Vol. IV, Folder",
                "Extra copies were sent."
            )
        );
        assert_eq!(split_note("Source: A, Box 2."), ("A, Box 2", ""));
    }
}
