//! Edition, version, volume and number.

use super::context::Cx;
use super::contributors;
use super::dates;
use super::joins::{capitalise, commas, words};
use super::labels;
use super::locators;
use super::numbers;
use super::titles;
use super::volumes;
use crate::letters;
use crate::record::{DateVariable, Kind, Variable};
use crate::tree::Tree;

/// Everything that identifies the item after its title: number, version, edition, contributors, volume.
pub(crate) fn identifier(cx: &Cx) -> Tree {
    if cx.kind() == Kind::Patent {
        return patent(cx);
    }
    let contained = cx.has(Variable::ContainerTitle);
    if cx.is(&[Kind::Post, Kind::Webpage]) {
        return cx.join([
            number(cx),
            version(cx),
            edition(cx),
            contributors::of_item(cx),
        ]);
    }
    if contained {
        let numbered = cx.is(&[
            Kind::Broadcast,
            Kind::Graphic,
            Kind::Map,
            Kind::MotionPicture,
        ]);
        let number = if numbered { number(cx) } else { Tree::new() };
        return cx.join([number, contributors::of_item(cx)]);
    }
    // The number of an album stands with its publisher, and that of a report without a title in the title's place.
    let elsewhere =
        cx.kind() == Kind::Song || (cx.kind() == Kind::Report && !cx.has(Variable::Title));
    let number = if elsewhere { Tree::new() } else { number(cx) };
    cx.join([
        number,
        version(cx),
        edition(cx),
        contributors::of_item_with_volume(cx),
    ])
}

/// `US Patent 4,586,960, filed May 3, 1984, and issued May 6, 1986` (17th ed., 14.258; 18th ed., 14.158).
fn patent(cx: &Cx) -> Tree {
    let genre = match () {
        // What it is may stand in its number already.
        () if letters::contains(cx.raw(Variable::Number), "Patent") => Tree::new(),
        () if cx.has(Variable::Genre) => capitalise(cx.text(Variable::Genre)),
        () => Tree::text("Patent"),
    };
    let filed = labelled_date("filed", dates::full(cx, DateVariable::Submitted));
    let issued = labelled_date("issued", dates::full(cx, DateVariable::Issued));
    let and = if filed.is_empty() || issued.is_empty() {
        ""
    } else {
        "and"
    };
    commas([
        words([
            cx.text(Variable::Authority),
            genre,
            numbers::number(cx.raw(Variable::Number)),
        ]),
        filed,
        words([Tree::text(and), issued]),
    ])
}

fn labelled_date(label: &str, date: Tree) -> Tree {
    if date.is_empty() {
        return date;
    }
    words([Tree::text(label), date])
}

/// The item's number, after what it is called: `Working Paper 123`, `episode 7` (17th ed., 14.265; 18th ed., 14.165).
/// That of a preprint, `arXiv:2306.01234`, is left to the DOI that ends in it, beside the server's name (18th ed., 14.76).
pub(crate) fn number(cx: &Cx) -> Tree {
    let value = cx.raw(Variable::Number);
    if cx.kind() == Kind::Thesis || value.is_empty() {
        return Tree::new();
    }
    if cx.kind() == Kind::Broadcast && numbers::is_numeric(value) {
        let genre = if cx.has(Variable::Genre) {
            cx.text(Variable::Genre)
        } else {
            Tree::text("episode")
        };
        return words([cx.begin(genre), numbers::number(value)]);
    }
    let number = if cx.kind() == Kind::Broadcast {
        commas(letters::split(value, ", ").map(|part| cx.begin(numbers::number(part))))
    } else {
        cx.begin(labels::number(cx))
    };
    let number = if cx.kind() == Kind::Article && is_in_doi(cx) {
        Tree::new()
    } else {
        number
    };
    words([genre(cx), number])
}

#[inline(never)]
fn is_in_doi(cx: &Cx) -> bool {
    let number = cx.raw(Variable::Number).rsplit(':').next().unwrap_or("");
    cx.has(Variable::Publisher)
        && number.len() > 5
        && cx.raw(Variable::Doi).ends_with(number.trim_start())
}

/// What the number is called; in an entry in headline style.
fn genre(cx: &Cx) -> Tree {
    if cx.is_entry() {
        cx.headline(Variable::Genre)
    } else {
        cx.text(Variable::Genre)
    }
}

/// The edition: `2nd ed.`, `rev. ed.` (17th ed., 14.113–14.115; 18th ed., 14.15–14.16). A reprint's history names the
/// edition itself.
pub(crate) fn edition(cx: &Cx) -> Tree {
    let reprint = cx.has_date(DateVariable::Issued) && cx.has_date(DateVariable::OriginalDate);
    if reprint && !cx.has(Variable::OriginalTitle) {
        return Tree::new();
    }
    edition_label(cx)
}

/// The edition with its label, as it begins in this form.
pub(crate) fn edition_label(cx: &Cx) -> Tree {
    let value = cx.raw(Variable::Edition);
    if value.is_empty() {
        return Tree::new();
    }
    if numbers::is_numeric(value) {
        return Tree::from(letters::concat(&[&numbers::ordinal(value), " ed."]));
    }
    let text = cx.text(Variable::Edition);
    let named = value.to_ascii_lowercase();
    if cx.is_serial() && !named.ends_with("ed.") {
        // The edition of a newspaper is a name: `Late City Edition` (17th ed., 14.191; 18th ed., 14.89).
        let edition = if named.ends_with("edition") {
            ""
        } else {
            "Edition"
        };
        return words([cx.headline(Variable::Edition), Tree::text(edition)]);
    }
    let is_short = named.ends_with(" ed.")
        && (named.starts_with("rev.") || named.starts_with(|c: char| c.is_ascii_digit()));
    let short = if is_short { None } else { shortened(&named) };
    cx.begin(short.map_or(text, Tree::from))
}

/// `2nd ed.`, `rev. ed.` and `2nd rev. ed.`, however a catalogue has it: `Second edition`, `Revised edition`, `2nd revised`
/// (17th ed., 14.113; 18th ed., 14.15).
#[inline(never)]
fn shortened(edition: &str) -> Option<String> {
    let mut stem = edition;
    for end in ["edition", "ed.", " ", "."] {
        stem = stem.strip_suffix(end).unwrap_or(stem);
    }
    let revised = stem
        .strip_suffix("revised")
        .or_else(|| stem.strip_suffix("rev"));
    let number = revised.unwrap_or(stem).trim_end_matches(' ');
    let number = number.trim_end_matches(',');
    if revised.is_some() && number.is_empty() {
        return Some("rev. ed.".to_owned());
    }
    let spelled = ORDINALS.split(' ').position(|word| word == number);
    let ordinal = match spelled {
        Some(at) => numbers::ordinal(&crate::digits::text(at + 1)),
        None if numbers::is_numeric(number) && number.len() < edition.len() => {
            numbers::ordinal(number)
        }
        None => return None,
    };
    let revised = if revised.is_some() {
        " rev. ed."
    } else {
        " ed."
    };
    Some(letters::concat(&[&ordinal, revised]))
}

const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth";

/// The version: `version 1.2`.
pub(crate) fn version(cx: &Cx) -> Tree {
    cx.begin(labels::version(cx))
}

/// The volume and the part of a multivolume work, with their titles: `vol. 2, A Century of Wonder, bk. 3, The Scholarly
/// Disciplines` (17th ed., 14.116–14.121; 18th ed., 14.18–14.21).
pub(crate) fn volume(cx: &Cx) -> Tree {
    if volumes::leads(cx) {
        return volumes::of_set(cx);
    }
    if cx.is_entry() {
        return volume_in_entry(cx);
    }
    if cx.has_any(&[
        Variable::PartNumber,
        Variable::PartTitle,
        Variable::VolumeTitle,
    ]) {
        return parts(cx, labels::volume(cx), labels::part_number(cx));
    }
    if stands_with_page(cx) && !locators::volume_stands_apart(cx) {
        return Tree::new();
    }
    labels::volume(cx)
}

/// Whether the volume's number stands before the page instead: `2:345`.
fn stands_with_page(cx: &Cx) -> bool {
    if locators::given(cx).is_some() {
        return locators::is(cx, "page");
    }
    let chapter = cx.has(Variable::ContainerTitle) && !cx.is_17();
    cx.has(Variable::Page) && !chapter
}

fn volume_in_entry(cx: &Cx) -> Tree {
    if cx.has_any(&[Variable::Volume, Variable::VolumeTitle]) {
        return parts(cx, cx.begin(labels::volume(cx)), labels::part_number(cx));
    }
    commas([cx.begin(labels::part_number(cx)), titles::part(cx)])
}

fn parts(cx: &Cx, volume: Tree, part: Tree) -> Tree {
    commas([volume, titles::volume(cx), part, titles::part(cx)])
}

/// How many volumes: `3 vols.`
pub(crate) fn number_of_volumes(cx: &Cx) -> Tree {
    labels::number_of_volumes(cx)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Form, Options, cite};
    use crate::record::Record;
    use crate::write;

    #[test]
    fn editions_of_catalogues() {
        for (given, printed) in [
            ("revised", "rev. ed."),
            ("revised edition", "rev. ed."),
            ("rev. ed.", "rev. ed."),
            ("rev.", "rev. ed."),
            ("2nd revised", "2nd rev. ed."),
            ("2, revised ed.", "2nd rev. ed."),
            ("2nd edition", "2nd ed."),
            ("second edition", "2nd ed."),
            ("third, revised edition", "3rd rev. ed."),
            ("tenth ed.", "10th ed."),
        ] {
            assert_eq!(shortened(given).as_deref(), Some(printed), "{given}");
        }
        for given in [
            "completely revised",
            "reissued",
            "annotated ed.",
            "facsimile of the first edition",
            "kindle edition",
            "",
        ] {
            assert_eq!(shortened(given), None, "{given}");
        }
    }

    #[test]
    fn a_patent_is_called_so_once() {
        let mut record = Record::new(Kind::Patent);
        record.set(Variable::Title, "Trip");
        for (number, printed) in [
            ("4,586,960", "Trip, Patent 4,586,960."),
            ("US Patent 4,586,960", "Trip, US Patent 4,586,960."),
        ] {
            record.set(Variable::Number, number);
            let text = write::text(&cite(&record, &Options::default()).tree);
            assert_eq!(text, printed);
        }
    }

    #[test]
    fn a_preprint_has_one_number() {
        let mut record = Record::new(Kind::Article);
        record.set(Variable::Title, "Trip");
        record.set(Variable::Publisher, "arXiv");
        record.set(Variable::Number, "arXiv:2306.01234");
        let print = |record: &Record| write::text(&cite(record, &Options::default()).tree);
        assert_eq!(
            print(&record),
            "“Trip,” arXiv:2306.01234, preprint, arXiv, n.d."
        );
        record.set(Variable::Doi, "10.48550/arXiv.2306.01234");
        assert_eq!(
            print(&record),
            "“Trip,” preprint, arXiv, n.d., https://doi.org/10.48550/arXiv.2306.01234."
        );
    }

    #[test]
    fn a_capital_after_a_full_stop_alone() {
        for (kind, form, edition) in Kind::ALL
            .iter()
            .flat_map(|kind| {
                [Form::Note, Form::Bibliography, Form::ReferenceList].map(|form| (*kind, form))
            })
            .flat_map(|(kind, form)| {
                [Edition::Seventeenth, Edition::Eighteenth].map(|edition| (kind, form, edition))
            })
        {
            for more in [
                None,
                Some(Variable::ContainerTitle),
                Some(Variable::OriginalPublisher),
            ] {
                let mut record = Record::new(kind);
                record.set(Variable::Title, "Trip");
                record.set(Variable::Edition, "Revised edition");
                record.set(Variable::Publisher, "Acme");
                if let Some(more) = more {
                    record.set(more, "Log");
                }
                let options = Options {
                    form,
                    edition,
                    ..Options::default()
                };
                let text = write::text(&cite(&record, &options).tree);
                for wrong in [". rev. ed.", ".” rev. ed.", ", Rev. ed."] {
                    assert!(!text.contains(wrong), "{kind:?} {form:?}: {text}");
                }
            }
        }
    }
}
