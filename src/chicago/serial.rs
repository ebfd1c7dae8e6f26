//! Periodicals: the name, the volume and the issue, the date, the pages.
//!
//! ```text
//! journal   = name " " volume ", no. " issue " (" date "): " pages       author-date: name " " volume " (" issue "): " pages
//! newspaper = name ", " date ", " edition
//! ```

use super::context::Cx;
use super::contributors;
use super::dates;
use super::joins::{commas, join, parenthesised, words};
use super::labels;
use super::locators;
use super::numbers;
use super::options::Form;
use super::titles;
use crate::record::{DateVariable, Kind, Variable};
use crate::tree::Tree;

/// The periodical with all its parts (17th ed., 14.164–14.214; 18th ed., 14.67–14.102).
pub(crate) fn source(cx: &Cx) -> Tree {
    let name = named(cx);
    let identified = identified(cx);
    let after_space =
        cx.has(Variable::Volume) && !cx.has(Variable::CollectionTitle) && !is_paper(cx);
    let periodical = if after_space {
        words([name, identified])
    } else {
        commas([name, identified])
    };
    cx.join([special_issue(cx), periodical])
}

/// The name of the periodical, with its place where another has the same name (17th ed., 14.182 and 14.193; 18th ed.,
/// 14.81 and 14.89).
pub(crate) fn name(cx: &Cx) -> Tree {
    // It stands in the author's place already, or it is where the event was.
    let elsewhere = cx.is_used(Variable::ContainerTitle)
        || cx.has_date(DateVariable::EventDate)
        || cx.has(Variable::EventTitle);
    let place = if elsewhere {
        Tree::new()
    } else {
        parenthesised(cx.text(Variable::PublisherPlace))
    };
    let blog = if is_blog(cx) {
        parenthesised(Tree::text("blog"))
    } else {
        Tree::new()
    };
    words([titles::container(cx), place, blog])
}

/// Whether the genre only says that it is a blog, which stands after the name: `Hamster Moms (blog)` (17th ed., 14.208;
/// 18th ed., 14.105).
pub(crate) fn is_blog(cx: &Cx) -> bool {
    cx.kind() == Kind::PostWeblog
        && cx.has(Variable::ContainerTitle)
        && cx.raw(Variable::Genre).eq_ignore_ascii_case("blog")
}

/// Newspapers and magazines are cited by their date alone (17th ed., 14.188 and 14.191; 18th ed., 14.87 and 14.89).
fn is_paper(cx: &Cx) -> bool {
    cx.is(&[Kind::ArticleMagazine, Kind::ArticleNewspaper])
}

fn is_numbered(cx: &Cx) -> bool {
    cx.has_any(&[
        Variable::Issue,
        Variable::SupplementNumber,
        Variable::Volume,
    ])
}

/// The name with what is said of it: `supplement, Journal of Physics`, `Nature, ahead of print`.
fn named(cx: &Cx) -> Tree {
    commas([issue_kind(cx), name(cx), ahead_of_print(cx)])
}

/// A special issue or a supplement that has a title of its own (17th ed., 14.178–14.179; 18th ed., 14.77–14.78).
fn issue_kind(cx: &Cx) -> Tree {
    let titled =
        cx.has(Variable::VolumeTitle) || (cx.kind() == Kind::Periodical && cx.has(Variable::Title));
    if !cx.has(Variable::ContainerTitle) || !titled {
        return Tree::new();
    }
    cx.word(if cx.has(Variable::SupplementNumber) {
        "supplement"
    } else {
        "special issue"
    })
}

/// An article that has a date and a DOI but no volume yet (17th ed., 14.174; 18th ed., 14.75).
fn ahead_of_print(cx: &Cx) -> Tree {
    let placed =
        is_placed(cx) || cx.has(Variable::Status) || cx.has_date(DateVariable::AvailableDate);
    let early = cx.kind() == Kind::ArticleJournal
        && cx.has(Variable::Doi)
        && cx.has_date(DateVariable::Issued);
    match () {
        () if !early || placed => Tree::new(),
        () if cx.has(Variable::ContainerTitle) => Tree::text("ahead of print"),
        () => cx.word("ahead of print"),
    }
}

/// Whether the article has its place in the periodical.
fn is_placed(cx: &Cx) -> bool {
    is_numbered(cx)
        || cx.has_any(&[
            Variable::CollectionTitle,
            Variable::Number,
            Variable::Page,
            Variable::VolumeTitle,
        ])
}

/// `in “The Modernist Issue,” edited by ...`
fn special_issue(cx: &Cx) -> Tree {
    if !cx.has(Variable::VolumeTitle) {
        return Tree::new();
    }
    let to = cx.kind() == Kind::ArticleJournal
        && cx.has_all(&[Variable::ContainerTitle, Variable::Genre]);
    let preposition = if to { Tree::text("to") } else { cx.word("in") };
    commas([
        words([preposition, titles::volume(cx)]),
        contributors::of_container(cx),
    ])
}

/// Volume, issue, date and the place in it.
fn identified(cx: &Cx) -> Tree {
    let volume = volume_and_date(cx);
    let place = place_in_issue(cx);
    if is_paper(cx) {
        // The edition of a newspaper always has a capital (17th ed., 14.191; 18th ed., 14.89).
        return commas([cx.join([volume, edition(cx)]), place]);
    }
    if is_numbered(cx) {
        let before_pages = if cx.options.form == Form::ReferenceList {
            after_number(cx, &volume)
        } else {
            ": "
        };
        join([volume, place], before_pages)
    } else {
        commas([volume, place])
    }
}

/// What stands between the number and the pages in a reference list. Where no date comes between them, no space follows the
/// colon after a volume, `14:213–29`, and an issue has a comma, `Diogenes, no. 25, 84–117` (17th ed., 15.47–15.48; 18th
/// ed., 14.70).
#[inline(never)]
fn after_number(cx: &Cx, printed: &Tree) -> &'static str {
    if dates::full(cx, DateVariable::Issued) != dates::issued_year(cx) {
        return ": ";
    }
    let (number, before_pages) = if cx.has(Variable::Issue) {
        (labels::issue(cx), ", ")
    } else {
        (volume_number(cx), ":")
    };
    if printed.plain() == number.plain() {
        before_pages
    } else {
        ": "
    }
}

fn edition(cx: &Cx) -> Tree {
    super::identifiers::edition_label(cx)
}

/// The pages cited, or those of the article; the article's number beside them (17th ed., 14.174; 18th ed., 14.71).
fn place_in_issue(cx: &Cx) -> Tree {
    if locators::given(cx).is_some() || cx.has(Variable::Number) {
        return commas([locators::locator(cx), article_number(cx)]);
    }
    if is_paper(cx) {
        return Tree::new();
    }
    numbers::pages(cx.raw(Variable::Page))
}

/// The number of an article without pages; in a database it stands with the database.
fn article_number(cx: &Cx) -> Tree {
    let below = cx.has_any(&[
        Variable::ArchiveCollection,
        Variable::ArchiveLocation,
        Variable::ArchivePlace,
    ]);
    if cx.has(Variable::Archive) && !below {
        return Tree::new();
    }
    numbers::number(cx.raw(Variable::Number))
}

fn volume_and_date(cx: &Cx) -> Tree {
    // The series of a journal: `2nd ser.` (17th ed., 14.184; 18th ed., 14.83).
    let series = cx.text(Variable::CollectionTitle);
    if is_paper(cx) {
        return commas([series, dated(cx)]);
    }
    if !is_numbered(cx) {
        let publisher = if cx.is(&[Kind::Interview, Kind::PostWeblog]) {
            cx.text(Variable::Publisher)
        } else {
            Tree::new()
        };
        return commas([series, publisher, dated(cx)]);
    }
    if cx.options.form == Form::ReferenceList {
        return numbered_after_year(cx, series);
    }
    let first = leads_with_periodical(cx);
    let date = dates::in_source(cx);
    let volume = commas([
        volume(cx, first),
        labels::issue(cx),
        labels::supplement_number(cx),
    ]);
    if first {
        return commas([date, series, volume]);
    }
    commas([series, words([volume, parenthesised(date)])])
}

/// Whether an unsigned review stands under the periodical's name; then the date comes first and the volume has a label
/// (17th ed., 14.214; 18th ed., 14.102).
fn leads_with_periodical(cx: &Cx) -> bool {
    if !cx.is_review() || cx.has_creator() {
        return false;
    }
    if cx.is_entry() {
        return true;
    }
    let titled = cx.has_any(&[
        Variable::ReviewedGenre,
        Variable::ReviewedTitle,
        Variable::Title,
    ]);
    !titled && cx.has_any(&[Variable::Genre, Variable::Section])
}

fn volume(cx: &Cx, with_label: bool) -> Tree {
    if with_label || cx.has(Variable::CollectionTitle) {
        labels::volume(cx)
    } else {
        volume_number(cx)
    }
}

/// The number is arabic even where the periodical's is roman (17th ed., 14.171; 18th ed., 14.70).
fn volume_number(cx: &Cx) -> Tree {
    numbers::arabic(cx.raw(Variable::Volume))
}

/// In a reference list the issue takes the date's place: `127 (6)`; a lone volume or issue keeps the month (17th ed.,
/// 15.47; 18th ed., 14.70).
fn numbered_after_year(cx: &Cx, series: Tree) -> Tree {
    let first = leads_with_periodical(cx);
    let issued = cx.has_any(&[Variable::Issue, Variable::SupplementNumber]);
    let lone =
        !(cx.has_all(&[Variable::Issue, Variable::Volume]) || cx.has(Variable::SupplementNumber));
    let date = dates::in_source(cx);
    let before = if first && lone {
        date.clone()
    } else {
        Tree::new()
    };
    let numbered = if cx.has(Variable::Volume) {
        let inner = if issued {
            commas([
                numbers::number(cx.raw(Variable::Issue)),
                labels::supplement_number(cx),
            ])
        } else if first || date == dates::issued_year(cx) {
            // The year stands after the author.
            Tree::new()
        } else {
            date
        };
        let label = if first {
            cx.begin(volume(cx, true))
        } else {
            volume(cx, false)
        };
        words([label, parenthesised(inner)])
    } else {
        let shown = cx.has_creator() && date != dates::issued_year(cx);
        let date = if shown { date } else { Tree::new() };
        words([
            commas([labels::issue(cx), labels::supplement_number(cx)]),
            parenthesised(date),
        ])
    };
    commas([before, series, numbered])
}

/// The date with what it says: `accepted May 1, 2024`, `last modified June 2025`.
fn dated(cx: &Cx) -> Tree {
    let accepted = !is_placed(cx)
        && !cx.has_date(DateVariable::Issued)
        && cx.has_date(DateVariable::AvailableDate);
    let accepted = if accepted {
        words([
            Tree::text("accepted"),
            dates::full(cx, DateVariable::AvailableDate),
        ])
    } else {
        Tree::new()
    };
    commas([accepted, words([dates::status(cx), dates::in_source(cx)])])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Locator, Options};
    use crate::date::Date;
    use crate::record::{Record, Role};

    fn article() -> Record {
        let mut record = Record::new(Kind::ArticleJournal);
        record.set(Variable::Volume, "127");
        record.set(Variable::Issue, "6");
        record.set(Variable::Page, "1818-1859");
        record.set_date(DateVariable::Issued, Date::parse("2022-05").unwrap());
        record.set_names(Role::Author, vec![crate::name::Name::person("A.", "Doe")]);
        record
    }

    fn print(record: &Record, options: &Options) -> String {
        source(&Cx::new(record, options)).plain()
    }

    #[test]
    fn ahead_of_print_begins_a_sentence_where_no_journal_is_named() {
        let mut record = Record::new(Kind::ArticleJournal);
        record.set(Variable::Doi, "10.1000/1");
        record.set_date(DateVariable::Issued, Date::parse("2022").unwrap());
        let entry = Options {
            form: Form::Bibliography,
            ..Options::default()
        };
        assert_eq!(print(&record, &Options::default()), "ahead of print, 2022");
        assert_eq!(print(&record, &entry), "Ahead of print, 2022");
        record.set(Variable::ContainerTitle, "Nature");
        assert_eq!(print(&record, &entry), "Nature, ahead of print, 2022");
    }

    #[test]
    fn journals() {
        let mut options = Options::default();
        assert_eq!(print(&article(), &options), "127, no. 6 (2022): 1818–59");
        options.edition = Edition::Seventeenth;
        assert_eq!(
            print(&article(), &options),
            "127, no. 6 (May 2022): 1818–59"
        );
        options.form = Form::ReferenceList;
        assert_eq!(print(&article(), &options), "127 (6): 1818–59");
        for (volume, printed) in [("XIV", "14 (6): 1818–59"), ("D", "D (6): 1818–59")] {
            let mut record = article();
            record.set(Variable::Volume, volume);
            assert_eq!(print(&record, &options), printed);
        }
    }

    #[test]
    fn the_pages_cited_stand_for_the_articles() {
        let options = Options {
            locator: Some(Locator {
                label: "page".into(),
                value: "1842-1843".into(),
            }),
            ..Options::default()
        };
        assert_eq!(print(&article(), &options), "127, no. 6 (2022): 1842–43");
    }

    #[test]
    fn pages_after_a_number_in_a_reference_list() {
        let listed = |variables: &[(Variable, &str)], date: &str, edition| {
            let mut record = article();
            for number in [Variable::Volume, Variable::Issue] {
                record.set(number, "");
            }
            for (variable, value) in variables {
                record.set(*variable, *value);
            }
            record.set_date(DateVariable::Issued, Date::parse(date).unwrap());
            let options = Options {
                form: Form::ReferenceList,
                edition,
                ..Options::default()
            };
            print(&record, &options)
        };
        let volume = [(Variable::Volume, "14")];
        let issue = [(Variable::Issue, "25")];
        for edition in [Edition::Seventeenth, Edition::Eighteenth] {
            assert_eq!(listed(&volume, "1992", edition), "14:1818–59");
            assert_eq!(listed(&issue, "1959", edition), "no. 25, 1818–59");
        }
        assert_eq!(
            listed(&volume, "1992-03", Edition::Eighteenth),
            "14 (March): 1818–59"
        );
        assert_eq!(
            listed(&issue, "1959-03", Edition::Seventeenth),
            "no. 25 (March 1959): 1818–59"
        );
        let both = [volume, issue].concat();
        assert_eq!(
            listed(&both, "1992", Edition::Eighteenth),
            "14 (25): 1818–59"
        );
    }

    #[test]
    fn newspapers_have_a_date_and_no_pages() {
        let mut record = article();
        record.kind = Kind::ArticleNewspaper;
        record.set(Variable::Edition, "2");
        record.set_date(DateVariable::Issued, Date::parse("2022-05-06").unwrap());
        assert_eq!(print(&record, &Options::default()), "May 6, 2022, 2nd ed.");
    }

    #[test]
    fn ahead_of_print() {
        let mut record = Record::new(Kind::ArticleJournal);
        record.set(Variable::Doi, "10.1/x");
        record.set_date(DateVariable::Issued, Date::parse("2022-05-06").unwrap());
        assert_eq!(
            print(&record, &Options::default()),
            "ahead of print, May 6, 2022"
        );
    }
}
