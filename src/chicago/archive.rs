//! Where the original is kept, by the CSL variables (items read from an archive's page: see `archival`).

use super::context::Cx;
use super::joins::{commas, join, parenthesised, words};
use super::labels;
use super::locators;
use super::numbers;
use super::options::{ArchiveOrder, Form};
use crate::record::{Kind, Variable};
use crate::tree::Tree;

const BELOW: [Variable; 3] = [
    Variable::ArchiveCollection,
    Variable::ArchiveLocation,
    Variable::ArchivePlace,
];

/// The archival location, from the shelfmark to the place; a museum comes first for works of art (17th ed.,
/// 14.222–14.224 and 14.235; 18th ed., 14.127–14.128 and 14.133). A database's number follows it in parentheses.
pub(crate) fn archive(cx: &Cx) -> Tree {
    if cx.has_all(&[Variable::Archive, Variable::ArchiveLocation])
        && is_database(cx.raw(Variable::Archive))
    {
        return in_database(cx);
    }
    let first =
        cx.kind() == Kind::Graphic || cx.options.archive_order == ArchiveOrder::RepositoryFirst;
    let location = if first {
        repository_first(cx)
    } else {
        item_first(cx)
    };
    let number = database_number(cx);
    if location.is_empty() {
        return number;
    }
    words([location, parenthesised(number)])
}

/// A database that stands in an archive's place: what finds the item in it is no shelfmark, and is not needed beside an
/// address: `ProQuest (13865986)` (17th ed., 14.161 and 14.215; 18th ed., 13.11 and 14.113).
#[inline(never)]
fn in_database(cx: &Cx) -> Tree {
    let number = if cx.has(Variable::Number) {
        database_number(cx)
    } else {
        Tree::new()
    };
    let number = match () {
        () if !number.is_empty() => number,
        () if cx.has_any(&[Variable::Doi, Variable::Url]) => Tree::new(),
        () => cx.text(Variable::ArchiveLocation),
    };
    words([cx.text(Variable::Archive), parenthesised(number)])
}

fn is_database(name: &str) -> bool {
    let begins = |known: &&str| name.starts_with(*known);
    DATABASES.iter().any(begins) || ["JSTOR", "arXiv"].iter().any(begins)
}

fn repository_first(cx: &Cx) -> Tree {
    commas([
        cx.text(Variable::Archive),
        cx.text(Variable::ArchivePlace),
        cx.text(Variable::ArchiveCollection),
        cx.text(Variable::ArchiveLocation),
        pinpoint(cx),
    ])
}

fn item_first(cx: &Cx) -> Tree {
    let shelfmark = commas([cx.begin(cx.text(Variable::ArchiveLocation)), pinpoint(cx)]);
    let collection = cx.text(Variable::ArchiveCollection);
    let archive = commas([
        cx.text(Variable::Archive),
        cx.text(Variable::ArchivePlace),
        database(cx),
    ]);
    if cx.options.archive_order == ArchiveOrder::Semicolons {
        return join([shelfmark, collection, archive], "; ");
    }
    cx.join([shelfmark, collection, archive])
}

/// Leaves and pages of a manuscript follow its shelfmark, always with their label (17th ed., 14.224; 18th ed., 14.123
/// and 14.127).
fn pinpoint(cx: &Cx) -> Tree {
    // A shelfmark that stands first has it, or a short form at its end.
    if cx.is_used(Variable::Archive) || matches!(cx.form, Form::ShortNote | Form::InText) {
        return Tree::new();
    }
    if !cx.has_all(&[Variable::Archive, Variable::ArchiveLocation]) {
        return Tree::new();
    }
    // An article has its pages in its periodical.
    if cx.is_serial() {
        return Tree::new();
    }
    if locators::is_leaf(cx) {
        return locators::labelled(cx);
    }
    let page = cx.raw(Variable::Page);
    if numbers::is_numeric(page) {
        return labels::labelled(("p.", "pp."), page, numbers::pages(page));
    }
    numbers::pages(page)
}

/// The databases that readers subscribe to, by the beginnings of their names. What a reference manager notes as the
/// source of its data is a library's catalogue otherwise, and JSTOR gives every item an address to cite.
const DATABASES: [&str; 11] = [
    "Academic Search",
    "EBSCO",
    "Factiva",
    "Gale",
    "HeinOnline",
    "LexisNexis",
    "Nexis",
    "Ovid",
    "ProQuest",
    "Project MUSE",
    "Westlaw",
];

/// The database in which an item was read that has no address (17th ed., 14.11; 18th ed., 13.11).
fn database(cx: &Cx) -> Tree {
    let source = cx.raw(Variable::Source);
    if source.is_empty() || cx.has_any(&[Variable::Archive, Variable::Doi, Variable::Url]) {
        return Tree::new();
    }
    // The number of a thesis belongs to the repository.
    let known = DATABASES.iter().any(|name| source.starts_with(name))
        || (cx.kind() == Kind::Thesis && cx.has(Variable::Number));
    if known {
        cx.text(Variable::Source)
    } else {
        Tree::new()
    }
}

/// A database's number, where it stands nowhere else: `ProQuest (13865986)` (17th ed., 14.215; 18th ed., 14.113).
fn database_number(cx: &Cx) -> Tree {
    let shown = cx.kind() == Kind::Thesis || (cx.has(Variable::Archive) && !is_elsewhere(cx));
    let placed = || cx.has_any(&BELOW) && !is_database(cx.raw(Variable::Archive));
    if !shown || placed() {
        return Tree::new();
    }
    numbers::number(cx.raw(Variable::Number))
}

/// Whether the number stands with what it numbers: `Working Paper No. 12`, `Columbia CL 1157`.
#[inline(never)]
fn is_elsewhere(cx: &Cx) -> bool {
    cx.has(Variable::Genre) || cx.is(&[Kind::Document, Kind::Manuscript, Kind::Song])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Form, Locator, Options};
    use crate::record::Record;

    fn manuscript() -> Record {
        let mut record = Record::new(Kind::Manuscript);
        record.set(Variable::Archive, "Newberry Library");
        record.set(Variable::ArchivePlace, "Chicago");
        record.set(Variable::ArchiveCollection, "Ayer Collection");
        record.set(Variable::ArchiveLocation, "box 2, MS 228");
        record
    }

    fn print(options: &Options) -> String {
        archive(&Cx::new(&manuscript(), options)).plain()
    }

    #[test]
    fn from_the_shelfmark_to_the_place() {
        let mut options = Options::default();
        assert_eq!(
            print(&options),
            "box 2, MS 228, Ayer Collection, Newberry Library, Chicago"
        );
        options.form = Form::Bibliography;
        assert_eq!(
            print(&options),
            "Box 2, MS 228. Ayer Collection. Newberry Library, Chicago"
        );
    }

    #[test]
    fn leaves_follow_the_shelfmark() {
        let options = Options {
            locator: Some(Locator {
                label: "folio".into(),
                value: "12v".into(),
            }),
            ..Options::default()
        };
        assert!(print(&options).starts_with("box 2, MS 228, fol. 12v, Ayer"));
    }

    #[test]
    fn orders_of_other_houses() {
        let mut options = Options {
            archive_order: ArchiveOrder::RepositoryFirst,
            ..Options::default()
        };
        assert_eq!(
            print(&options),
            "Newberry Library, Chicago, Ayer Collection, box 2, MS 228"
        );
        options.archive_order = ArchiveOrder::Semicolons;
        assert_eq!(
            print(&options),
            "box 2, MS 228; Ayer Collection; Newberry Library, Chicago"
        );
    }

    #[test]
    fn a_database_is_no_archive() {
        let mut record = Record::new(Kind::ArticleJournal);
        record.set(Variable::Archive, "JSTOR");
        record.set(Variable::ArchiveLocation, "2345678");
        record.set(Variable::Page, "10-20");
        let print = |record: &Record| archive(&Cx::new(record, &Options::default())).plain();
        assert_eq!(print(&record), "JSTOR (2345678)");
        record.set(Variable::Doi, "10.1000/1");
        assert_eq!(print(&record), "JSTOR");
        record.set(Variable::Archive, "City Archive");
        assert_eq!(print(&record), "2345678, City Archive");
        record.kind = Kind::Thesis;
        record.set(Variable::Page, "");
        record.set(Variable::Archive, "ProQuest");
        record.set(Variable::Number, "99");
        assert_eq!(print(&record), "ProQuest (99)");
    }

    #[test]
    fn a_database_and_its_number() {
        let mut record = Record::new(Kind::Thesis);
        record.set(Variable::Archive, "ProQuest");
        record.set(Variable::Number, "13865986");
        assert_eq!(
            archive(&Cx::new(&record, &Options::default())).plain(),
            "ProQuest (13865986)"
        );
        // The number of a working paper stands with its genre.
        record.kind = Kind::Article;
        record.set(Variable::Genre, "working paper");
        assert_eq!(
            archive(&Cx::new(&record, &Options::default())).plain(),
            "ProQuest"
        );
    }
}
