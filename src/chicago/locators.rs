//! The place cited: pages, chapters, leaves, lines, times.

use super::context::Cx;
use super::joins::{commas, join, words};
use super::labels;
use super::numbers;
use super::options::Locator;
use crate::letters;
use crate::record::{Kind, Role, Variable};
use crate::tree::Tree;

/// CSL's labels with the Manual's words, singular and plural (17th ed., 10.42 and 14.158; 18th ed., 10.48 and 14.57).
/// Tables, maps and plates are not abbreviated. What is not listed is its own label.
const WORDS: &str = "act act acts;\
    appendix app. apps.;\
    article art. arts.;\
    article-locator art. arts.;\
    book bk. bks.;\
    box box boxes;\
    canon can. cann.;\
    chapter chap. chaps.;\
    column col. cols.;\
    document doc. docs.;\
    elocation loc. locs.;\
    equation eq. eqq.;\
    figure fig. figs.;\
    file file files;\
    folder folder folders;\
    folio fol. fols.;\
    image image images;\
    issue no. nos.;\
    item item items;\
    line line lines;\
    map map maps;\
    note n. nn.;\
    number no. nos.;\
    opus op. opp.;\
    page p. pp.;\
    paragraph para. paras.;\
    part pt. pts.;\
    plate plate plates;\
    rule r. rr.;\
    scene sc. scs.;\
    section sec. secs.;\
    supplement supp. supps.;\
    table table tables;\
    timestamp at at;\
    title tit. titt.;\
    title-locator tit. titt.;\
    verse v. vv.;\
    version version versions;\
    volume vol. vols.";

/// The symbols of legal references (17th ed., 14.273; 18th ed., 14.174).
const SYMBOLS: &str = "chapter c. cc.;\
    paragraph ¶ ¶¶;\
    section § §§";

/// The place that the caller cites. Entries of lists cite whole works and have none.
pub(crate) fn given<'a>(cx: &Cx<'a>) -> Option<&'a Locator> {
    cx.options
        .locator
        .as_ref()
        .filter(|locator| !locator.value.trim().is_empty() && !cx.options.form.is_entry())
}

/// Whether the place cited has this CSL label; a place without a label is a page.
pub(crate) fn is(cx: &Cx, label: &str) -> bool {
    given(cx).is_some_and(|locator| name(locator) == label)
}

/// Whether leaves, columns or pages are cited, which an archive counts within a shelfmark.
pub(crate) fn is_leaf(cx: &Cx) -> bool {
    is(cx, "column") || is(cx, "folio") || is(cx, "page")
}

/// Whether it is a number as classics have it, which stands without a label: `1.34.5` (17th ed., 14.244; 18th ed.,
/// 14.145).
pub(crate) fn is_canonical(cx: &Cx) -> bool {
    given(cx).is_some_and(|locator| {
        let value = locator.value.as_str();
        let first = letters::split_once(value, " and ").map_or(value, |(first, _)| first);
        matches!(name(locator), "book" | "chapter" | "line" | "verse")
            && !numbers::is_numeric(first.trim())
    })
}

fn name(locator: &Locator) -> &str {
    match locator.label.trim() {
        "" | "page" => "page",
        "sub verbo" => "sub-verbo",
        label => label,
    }
}

/// The place cited with the label that it needs: none for pages and for numbers as classics have them.
pub(crate) fn locator(cx: &Cx) -> Tree {
    let Some(locator) = given(cx) else {
        return Tree::new();
    };
    if name(locator) == "page" {
        return numbers::pages(locator.value.trim());
    }
    if is_canonical(cx) {
        return value(locator);
    }
    labelled(cx)
}

/// The place cited with its label, whatever it is: `p. 3`, `fol. 466r`, `para. 2`.
pub(crate) fn labelled(cx: &Cx) -> Tree {
    let Some(locator) = given(cx) else {
        return Tree::new();
    };
    let name = name(locator);
    let text = locator.value.trim();
    let symbol = if cx.is_legal() {
        row(SYMBOLS, name)
    } else {
        None
    };
    let label = match symbol.or_else(|| row(WORDS, name)) {
        Some(label) => label,
        None if name == "sub-verbo" => under(cx),
        None => return words([Tree::text(name), value(locator)]),
    };
    labels::labelled(label, text, value(locator))
}

/// The singular and the plural beside a CSL label.
fn row(table: &'static str, name: &str) -> Option<labels::Label> {
    table.split(';').find_map(|row| {
        let (label, words) = row.split_once(' ')?;
        if label == name {
            words.split_once(' ')
        } else {
            None
        }
    })
}

/// An entry of a reference work: `s.v.` (17th ed., 14.232), `under` (18th ed., 14.130).
pub(crate) fn under(cx: &Cx) -> labels::Label {
    if cx.is_17() {
        ("s.v.", "s.vv.")
    } else {
        ("under", "under")
    }
}

fn value(locator: &Locator) -> Tree {
    if name(locator) == "page" {
        return numbers::pages(locator.value.trim());
    }
    super::markup::parse(&numbers::dashed(locator.value.trim()))
}

/// The place cited in a book; in an entry, or where no place is cited, the pages of the item.
///
/// A chapter's pages are given in the 17th edition (14.106), not in the 18th (14.8).
pub(crate) fn monographic(cx: &Cx) -> Tree {
    let shelfmark = cx.has_all(&[Variable::Archive, Variable::ArchiveLocation]);
    if shelfmark && is_leaf(cx) {
        return Tree::new();
    }
    if is(cx, "page") {
        return with_volume(cx, locator(cx));
    }
    if given(cx).is_some() {
        return locator(cx);
    }
    if cx.has(Variable::ContainerTitle) && !cx.is_17() {
        return Tree::new();
    }
    let pages = numbers::pages(cx.raw(Variable::Page));
    if numbers::is_numeric(cx.raw(Variable::Volume)) {
        return with_volume(cx, pages);
    }
    if shelfmark { Tree::new() } else { pages }
}

/// Volume and page with a colon between them, when nothing stands between the volume and the page: `2:345` (17th ed.,
/// 14.116; 18th ed., 14.18).
fn with_volume(cx: &Cx, pages: Tree) -> Tree {
    if pages.is_empty() || volume_stands_apart(cx) {
        return pages;
    }
    join([numbers::number(cx.raw(Variable::Volume)), pages], ":")
}

/// Whether the volume is named apart from the page: it has a title or parts, somebody's name stands after it, or it is
/// no number.
pub(crate) fn volume_stands_apart(cx: &Cx) -> bool {
    let named = if cx.options.form.is_author_date() {
        cx.has_name(Role::CollectionEditor)
    } else {
        cx.has_any_name(&[
            Role::ContainerAuthor,
            Role::Editor,
            Role::EditorTranslator,
            Role::Translator,
        ])
    };
    named
        || cx.has_any(&[
            Variable::PartNumber,
            Variable::PartTitle,
            Variable::VolumeTitle,
        ])
        || !numbers::is_numeric(cx.raw(Variable::Volume))
}

/// The place cited in a short note (17th ed., 14.30; 18th ed., 13.32), with the volume that it stands in.
pub(crate) fn subsequent(cx: &Cx) -> Tree {
    let with_part = cx.has(Variable::PartNumber);
    if cx.is_serial() {
        return if with_part {
            commas([labels::part_number(cx), labelled(cx)])
        } else {
            locator(cx)
        };
    }
    if cx.has(Variable::ContainerTitle) {
        return locator(cx);
    }
    if with_part {
        return commas([labels::volume(cx), labels::part_number(cx), labelled(cx)]);
    }
    if is(cx, "page") && numbers::is_numeric(cx.raw(Variable::Volume)) {
        return join(
            [numbers::number(cx.raw(Variable::Volume)), locator(cx)],
            ":",
        );
    }
    commas([labels::volume(cx), locator(cx)])
}

/// The place cited in the text (author-date). An unsigned entry of a reference work is named there (17th ed., 15.23;
/// 18th ed., 13.130).
pub(crate) fn in_text(cx: &Cx) -> Tree {
    let entry = cx.is(&[Kind::Entry, Kind::EntryDictionary, Kind::EntryEncyclopedia]);
    let unsigned = entry && !cx.has_name(Role::Author) && given(cx).is_none();
    if unsigned && cx.has_all(&[Variable::ContainerTitle, Variable::Title]) {
        let title = if cx.has(Variable::TitleShort) {
            cx.text(Variable::TitleShort)
        } else {
            cx.text(Variable::Title)
        };
        let online = cx.has_any(&[Variable::Doi, Variable::Url]);
        return words([
            Tree::text(if online { "" } else { under(cx).0 }),
            title.quoted(),
        ]);
    }
    locator(cx)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Form, Options};
    use crate::record::Record;

    fn options(label: &str, value: &str) -> Options {
        Options {
            locator: Some(Locator {
                label: label.to_owned(),
                value: value.to_owned(),
            }),
            ..Options::default()
        }
    }

    fn print(label: &str, value: &str) -> String {
        let record = Record::new(Kind::Book);
        locator(&Cx::new(&record, &options(label, value))).plain()
    }

    #[test]
    fn every_label_has_its_word() {
        for (label, value, printed) in [
            ("page", "315-316", "315–16"),
            ("", "9-10", "9–10"),
            ("chapter", "10, doc. 19", "chap. 10, doc. 19"),
            ("chapter", "3-4", "chaps. 3–4"),
            ("chapter", "3 and 4", "chaps. 3 and 4"),
            ("folio", "466r", "fol. 466r"),
            ("section", "1.2-1.4", "secs. 1.2–1.4"),
            ("version", "2, 3", "versions 2, 3"),
            ("line", "3", "line 3"),
            ("line", "1.34", "1.34"),
            ("line", "1.34-1.36", "1.34–1.36"),
            ("sub-verbo", "hootenanny", "under hootenanny"),
            ("timestamp", "6:09-17", "at 6:09–17"),
            ("table", "2, 3", "tables 2, 3"),
            ("file", "36", "file 36"),
            ("paragraph", "2", "para. 2"),
        ] {
            assert_eq!(print(label, value), printed);
        }
    }

    #[test]
    fn an_entry_in_the_17th_edition() {
        let record = Record::new(Kind::Book);
        let options = Options {
            edition: Edition::Seventeenth,
            ..options("sub-verbo", "hootenanny")
        };
        assert_eq!(
            locator(&Cx::new(&record, &options)).plain(),
            "s.v. hootenanny"
        );
    }

    #[test]
    fn legal_sources_take_symbols() {
        let record = Record::new(Kind::Legislation);
        assert_eq!(
            labelled(&Cx::new(&record, &options("section", "3"))).plain(),
            "§ 3"
        );
    }

    #[test]
    fn volume_and_page() {
        let mut record = Record::new(Kind::Book);
        record.set(Variable::Volume, "2");
        assert_eq!(
            monographic(&Cx::new(&record, &options("page", "345"))).plain(),
            "2:345"
        );
        assert_eq!(
            subsequent(&Cx::new(&record, &options("page", "345"))).plain(),
            "2:345"
        );
        record.set(Variable::VolumeTitle, "A Century of Wonder");
        assert_eq!(
            monographic(&Cx::new(&record, &options("page", "345"))).plain(),
            "345"
        );
    }

    #[test]
    fn lists_cite_whole_works() {
        let record = Record::new(Kind::Book);
        let options = Options {
            form: Form::Bibliography,
            ..options("page", "345")
        };
        assert!(monographic(&Cx::new(&record, &options)).is_empty());
    }
}
