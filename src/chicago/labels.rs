//! The words that stand before a number: `vol.`, `nos.`, `chap.`, `fol.` (17th ed., 10.42; 18th ed., 10.48).

use super::context::Cx;
use super::joins::words;
use super::numbers;
use crate::letters;
use crate::record::{Kind, Variable};
use crate::scan::SPEED;
use crate::tree::Tree;

/// A label's singular and plural.
pub(crate) type Label = (&'static str, &'static str);

pub(crate) const VOLUME: Label = ("vol.", "vols.");
pub(crate) const NUMBER: Label = ("no.", "nos.");
const CHAPTER: Label = ("chap.", "chaps.");
const TRACK: Label = ("track", "track");
const PART: Label = ("pt.", "pt.");
const SECTION: Label = ("sec.", "secs.");
const SUPPLEMENT: Label = ("supp.", "supp.");

/// A value with its label: the plural where it names several.
pub(crate) fn labelled((single, several): Label, value: &str, printed: Tree) -> Tree {
    let label = if numbers::is_plural(value) {
        several
    } else {
        single
    };
    words([
        Tree::text(if printed.is_empty() { "" } else { label }),
        printed,
    ])
}

/// A number with its label; what is no number stands without it: `vol. 2`, but `disc 2`.
fn if_numeric(cx: &Cx, label: Label, variable: Variable) -> Tree {
    let value = cx.raw(variable);
    if SPEED && value.is_empty() {
        return Tree::new();
    }
    let printed = numbers::number(value);
    if numbers::is_numeric(value) {
        labelled(label, value, printed)
    } else {
        printed
    }
}

/// `vol. 2` (17th ed., 14.116; 18th ed., 14.18).
pub(crate) fn volume(cx: &Cx) -> Tree {
    if_numeric(cx, VOLUME, Variable::Volume)
}

/// `pt. 1` (17th ed., 14.121; 18th ed., 14.20).
pub(crate) fn part_number(cx: &Cx) -> Tree {
    if_numeric(cx, PART, Variable::PartNumber)
}

/// `chap. 3`; `track 1` of an album (17th ed., 14.263; 18th ed., 14.163).
pub(crate) fn chapter_number(cx: &Cx) -> Tree {
    let label = if cx.kind() == Kind::Song {
        TRACK
    } else {
        CHAPTER
    };
    if_numeric(cx, label, Variable::ChapterNumber)
}

/// A number without the label that a catalogue has given it: `2` of `Vol. 2`, `12-18` of `pp. 12-18`; the form decides
/// which label it gets (17th ed., 10.42; 18th ed., 10.48).
#[inline(never)]
pub(crate) fn bare(variable: Variable, value: &str) -> &str {
    let labels = match variable {
        Variable::Issue => "issue no nos nr number",
        Variable::Page => "p page pages pp",
        _ => "v vol vols volume",
    };
    let end = value.find(['.', ' ']).unwrap_or(value.len());
    let Some((label, rest)) = value.split_at_checked(end) else {
        return value;
    };
    let number = rest.trim_start_matches('.').trim_start();
    let known = letters::is_one_of(label, labels);
    if known && (number.starts_with(|c: char| c.is_ascii_digit()) || numbers::is_roman(number)) {
        number
    } else {
        value
    }
}

/// `vol. 5` of a series.
pub(crate) fn collection_number(cx: &Cx) -> Tree {
    if_numeric(cx, VOLUME, Variable::CollectionNumber)
}

/// `no. 3` of a periodical, whatever the number looks like (17th ed., 14.171; 18th ed., 14.70).
pub(crate) fn issue(cx: &Cx) -> Tree {
    let value = cx.raw(Variable::Issue);
    labelled(NUMBER, value, numbers::number(value))
}

/// `supp. 1`; beside a title of its own the supplement's number is `no. 1` (17th ed., 14.179; 18th ed., 14.78).
pub(crate) fn supplement_number(cx: &Cx) -> Tree {
    let value = cx.raw(Variable::SupplementNumber);
    let printed = numbers::number(value);
    let titled =
        cx.has(Variable::VolumeTitle) || (cx.kind() == Kind::Periodical && cx.has(Variable::Title));
    if cx.has(Variable::Issue) {
        labelled(SUPPLEMENT, value, printed)
    } else if !numbers::is_numeric(value) {
        printed
    } else if titled {
        labelled((NUMBER.0, NUMBER.0), value, printed)
    } else {
        labelled(SUPPLEMENT, value, printed)
    }
}

/// A newspaper's section: `sec. A`, or its name in headline style (17th ed., 14.197; 18th ed., 14.89).
pub(crate) fn section(cx: &Cx) -> Tree {
    let value = cx.raw(Variable::Section);
    if value.len() == 1 || numbers::is_numeric(value) {
        return labelled(SECTION, value, numbers::number(value));
    }
    cx.headline(Variable::Section)
}

/// `3 vols.` (17th ed., 14.117; 18th ed., 14.19).
pub(crate) fn number_of_volumes(cx: &Cx) -> Tree {
    let value = cx.raw(Variable::NumberOfVolumes);
    let printed = numbers::number(value);
    if !numbers::is_numeric(value) {
        return printed;
    }
    words([
        printed,
        Tree::text(if value == "1" { VOLUME.0 } else { VOLUME.1 }),
    ])
}

/// A number with `no.`, if it is a number, or a law's; a standard's stands without it (17th ed., 14.259; 18th ed., 14.159).
pub(crate) fn number(cx: &Cx) -> Tree {
    let value = cx.raw(Variable::Number);
    match cx.kind() {
        Kind::Standard => numbers::number(value),
        // The hyphen of `107-296` makes no range.
        Kind::Legislation | Kind::Regulation => labelled(
            NUMBER,
            "",
            Tree::from(value.split('\\').collect::<String>()),
        ),
        _ => if_numeric(cx, NUMBER, Variable::Number),
    }
}

/// `version 1.2`; of software `v. 2.24.0` (18th ed., 14.169).
pub(crate) fn version(cx: &Cx) -> Tree {
    let value = cx.text(Variable::Version);
    let label = if cx.kind() == Kind::Software {
        "v."
    } else {
        "version"
    };
    words([Tree::text(if value.is_empty() { "" } else { label }), value])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::Options;
    use crate::record::Record;

    fn print(kind: Kind, variables: &[(Variable, &str)], rule: impl Fn(&Cx) -> Tree) -> String {
        let mut record = Record::new(kind);
        for (variable, value) in variables {
            record.set(*variable, *value);
        }
        rule(&Cx::new(&record, &Options::default())).plain()
    }

    #[test]
    fn labels_of_catalogues() {
        use Variable::{Issue, Page, Volume};
        for (variable, given, number) in [
            (Volume, "Vol. 2", "2"),
            (Volume, "volume iv", "iv"),
            (Volume, "disc 2", "disc 2"),
            (Volume, "Vita", "Vita"),
            (Issue, "No. 3/4", "3/4"),
            (Issue, "Special issue", "Special issue"),
            (Page, "pp.12-18", "12-18"),
            (Page, "p. 4", "4"),
            (Page, "fol. 466r", "fol. 466r"),
            (Page, "S53", "S53"),
        ] {
            assert_eq!(bare(variable, given), number);
        }
        assert_eq!(
            print(Kind::ArticleJournal, &[(Issue, "Nos. 2-3")], issue),
            "nos. 2–3"
        );
    }

    #[test]
    fn labels() {
        use Variable::*;
        assert_eq!(print(Kind::Book, &[(Volume, "2")], volume), "vol. 2");
        assert_eq!(print(Kind::Book, &[(Volume, "disc 2")], volume), "disc 2");
        assert_eq!(
            print(Kind::ArticleJournal, &[(Issue, "23-24")], issue),
            "nos. 23–24"
        );
        assert_eq!(
            print(Kind::Song, &[(ChapterNumber, "1")], chapter_number),
            "track 1"
        );
        assert_eq!(
            print(Kind::Book, &[(NumberOfVolumes, "3")], number_of_volumes),
            "3 vols."
        );
        assert_eq!(
            print(Kind::Software, &[(Version, "2.24.0")], version),
            "v. 2.24.0"
        );
        assert_eq!(
            print(
                Kind::ArticleJournal,
                &[(SupplementNumber, "1")],
                supplement_number
            ),
            "supp. 1"
        );
    }
}
