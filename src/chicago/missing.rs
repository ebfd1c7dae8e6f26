//! What the Manual would want and the record does not have. Nothing is invented for it; the reader is told.
//!
//! | code | what is missing |
//! |---|---|
//! | `no-title` | anything that names the item |
//! | `no-date` | the date; `n.d.` is printed where the Manual has it |
//! | `no-author` | somebody or some body that made it |
//! | `no-recipient` | to whom a letter was written |
//! | `no-repository` | the archive that holds what was never published |
//! | `no-shelfmark` | the collection, box or shelfmark within the archive |
//! | `no-periodical` | the journal, magazine or newspaper |
//! | `no-volume` | the volume or issue of a journal |
//! | `no-pages` | the pages of an article |
//! | `no-book` | the book that a chapter stands in |
//! | `no-publisher` | the publisher, or the institution of a thesis |
//! | `no-place` | the place of publication, which the 17th edition wants |
//! | `no-genre` | which degree a thesis was written for |
//! | `no-address` | the address of what stands on the web |
//! | `no-court` | the court of a case |
//! | `locator-not-printed` | nothing: entries of lists cite whole works |

use super::archival;
use super::context::Cx;
use super::dates;
use super::options::Form;
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::warning::{Severity, Warning};

/// One wish: its code, how much it matters, its sentence, and when it is not fulfilled.
type Wish = (&'static str, Severity, &'static str, fn(&Cx) -> bool);

/// What any form wants.
const ALWAYS: [Wish; 3] = [
    (
        "no-title",
        Severity::Warning,
        "no title or description: the Manual would want at least a description of the item",
        no_title,
    ),
    (
        "no-date",
        Severity::Warning,
        "no date: \u{201c}n.d.\u{201d} is printed",
        undated,
    ),
    (
        "locator-not-printed",
        Severity::Info,
        "the place cited is not printed: an entry of a list cites the whole work",
        locator_in_list,
    ),
];

/// What full notes and entries want.
const IN_FULL: [Wish; 14] = [
    (
        "no-date",
        Severity::Info,
        "no date: the item is cited without one",
        no_date,
    ),
    (
        "no-date",
        Severity::Warning,
        "no date and no date of access: the Manual would want one or the other",
        no_access_date,
    ),
    (
        "no-author",
        Severity::Info,
        "no author: the title or the description stands first",
        no_author,
    ),
    (
        "no-recipient",
        Severity::Info,
        "no recipient: the Manual would want to whom it was written",
        no_recipient,
    ),
    (
        "no-repository",
        Severity::Warning,
        "no repository: the Manual would want the archive that holds it and its place",
        no_repository,
    ),
    (
        "no-shelfmark",
        Severity::Info,
        "no shelfmark, box or collection: a reader could not ask for it in the archive",
        no_shelfmark,
    ),
    (
        "no-periodical",
        Severity::Warning,
        "no periodical: the Manual would want the journal, magazine or newspaper",
        no_periodical,
    ),
    (
        "no-volume",
        Severity::Info,
        "no volume or issue: the Manual would want the journal's number",
        no_volume,
    ),
    (
        "no-pages",
        Severity::Info,
        "no pages: the Manual would want those of the article, or its number",
        no_pages,
    ),
    (
        "no-book",
        Severity::Warning,
        "no book: the Manual would want the title of the book that the chapter stands in",
        no_book,
    ),
    (
        "no-publisher",
        Severity::Info,
        "no publisher: the Manual would want it, or the institution of a thesis",
        no_publisher,
    ),
    (
        "no-place",
        Severity::Info,
        "no place of publication, which the 17th edition wants",
        no_place,
    ),
    (
        "no-genre",
        Severity::Info,
        "no kind of thesis: the Manual would want \u{201c}PhD diss.\u{201d} or \u{201c}master\u{2019}s thesis\u{201d}",
        no_genre,
    ),
    (
        "no-address",
        Severity::Warning,
        "no address: the Manual would want the URL of what stands on the web",
        no_address,
    ),
];

/// The warnings of one citation.
pub(crate) fn warnings(cx: &Cx) -> Vec<Warning> {
    let form = cx.options.form;
    let full = matches!(form, Form::Note | Form::Bibliography | Form::ReferenceList);
    let in_full: &[Wish] = if full { &IN_FULL } else { &[] };
    if form == Form::Preferred {
        return Vec::new();
    }
    let mut found: Vec<Warning> = Vec::new();
    for (code, severity, message, is_missing) in ALWAYS.iter().chain(in_full) {
        if is_missing(cx) && !found.iter().any(|warning| warning.code == *code) {
            found.push(Warning::new(code, *message).severity(*severity));
        }
    }
    if full && no_court(cx) {
        let message = "no court: the Manual would want the one that decided";
        found.push(Warning::new("no-court", message).severity(Severity::Info));
    }
    found
}

fn no_title(cx: &Cx) -> bool {
    let named = [
        Variable::Title,
        Variable::TitleShort,
        Variable::Genre,
        Variable::Number,
        Variable::ReviewedTitle,
        Variable::ArchiveLocation,
        Variable::VolumeTitle,
        Variable::PartTitle,
        Variable::Section,
        Variable::References,
    ];
    let described = cx
        .record
        .archival
        .as_deref()
        .is_some_and(|archival| !archival.description.is_empty());
    let by_its_people = cx.is(&[Kind::Interview, Kind::PersonalCommunication])
        && cx.has_any_name(&[Role::Author, Role::Interviewer, Role::Recipient]);
    let by_its_place = cx.is_serial() && cx.has(Variable::ContainerTitle) || cx.is_legal();
    !cx.has_any(&named) && !described && !by_its_people && !by_its_place
}

fn has_some_date(cx: &Cx) -> bool {
    DateVariable::ALL
        .iter()
        .any(|date| *date != DateVariable::Accessed && cx.has_date(*date))
        || cx.has(Variable::Status)
}

/// Whether `n.d.` is what the Manual prints here.
fn undated(cx: &Cx) -> bool {
    let entry_of_archive = archival::of(cx).is_some();
    !has_some_date(cx)
        && !entry_of_archive
        && !cx.is_legal()
        && match cx.options.form {
            Form::ShortNote => false,
            Form::InText | Form::ReferenceList => dates::short(cx).plain().contains("n.d."),
            _ => dates::published_or_status(cx).plain() == "n.d.",
        }
}

/// Whether an archival item, a law or a case is cited without a date. A collection has none.
fn no_date(cx: &Cx) -> bool {
    let wants = archival::of(cx).is_some() || cx.is_legal();
    wants && !has_some_date(cx)
}

/// 17th ed., 14.12; 18th ed., 13.15.
fn no_access_date(cx: &Cx) -> bool {
    cx.kind() == Kind::Webpage && !has_some_date(cx) && !cx.has_date(DateVariable::Accessed)
}

fn no_author(cx: &Cx) -> bool {
    cx.is(&[
        Kind::ArticleJournal,
        Kind::Book,
        Kind::Chapter,
        Kind::Dataset,
        Kind::PaperConference,
        Kind::PersonalCommunication,
        Kind::Report,
        Kind::Software,
        Kind::Speech,
        Kind::Thesis,
    ]) && !cx.has_creator()
        && archival::of(cx).is_none()
}

/// 17th ed., 14.111 and 14.229; 18th ed., 14.13 and 14.129.
fn no_recipient(cx: &Cx) -> bool {
    cx.kind() == Kind::PersonalCommunication
        && !cx.has_name(Role::Recipient)
        && !cx.has_any(&[Variable::Title, Variable::Genre])
}

/// Whether nothing says where an unpublished source can be seen (17th ed., 14.222; 18th ed., 14.121).
fn no_repository(cx: &Cx) -> bool {
    if let Some(archival) = archival::of(cx) {
        return archival.holding.repository.is_empty() && archival.holding.verbatim.is_empty();
    }
    cx.is(&[Kind::Collection, Kind::Manuscript])
        && !cx.has_any(&[
            Variable::Archive,
            Variable::ArchiveCollection,
            Variable::ArchivePlace,
            Variable::ContainerTitle,
            Variable::Doi,
            Variable::Publisher,
            Variable::Url,
        ])
}

/// 17th ed., 14.223; 18th ed., 14.122.
fn no_shelfmark(cx: &Cx) -> bool {
    if let Some(archival) = archival::of(cx) {
        let only_archive = archival.holding.verbatim == archival.holding.repository;
        return archival.holding.levels.is_empty() && only_archive;
    }
    cx.is(&[Kind::Manuscript, Kind::PersonalCommunication])
        && cx.has(Variable::Archive)
        && !cx.has_any(&[
            Variable::ArchiveCollection,
            Variable::ArchiveLocation,
            Variable::Number,
            Variable::Url,
        ])
}

fn no_periodical(cx: &Cx) -> bool {
    cx.is(&[
        Kind::ArticleJournal,
        Kind::ArticleMagazine,
        Kind::ArticleNewspaper,
    ]) && !cx.has(Variable::ContainerTitle)
}

/// 17th ed., 14.170; 18th ed., 14.69. What is ahead of print has none yet.
fn no_volume(cx: &Cx) -> bool {
    cx.kind() == Kind::ArticleJournal
        && !cx.has_any(&[
            Variable::Doi,
            Variable::Issue,
            Variable::Number,
            Variable::Status,
            Variable::SupplementNumber,
            Variable::Volume,
        ])
}

/// 17th ed., 14.174; 18th ed., 14.71.
fn no_pages(cx: &Cx) -> bool {
    cx.kind() == Kind::ArticleJournal
        && cx.has_any(&[Variable::Issue, Variable::Volume])
        && !cx.has_any(&[Variable::Number, Variable::Page])
}

fn no_book(cx: &Cx) -> bool {
    cx.kind() == Kind::Chapter
        && !cx.has_any(&[Variable::ContainerTitle, Variable::CollectionTitle])
}

/// 17th ed., 14.133; 18th ed., 14.31.
fn no_publisher(cx: &Cx) -> bool {
    cx.is(&[Kind::Book, Kind::Chapter, Kind::Report, Kind::Thesis])
        && !cx.has_any(&[
            Variable::Publisher,
            Variable::OriginalPublisher,
            Variable::Status,
            Variable::Url,
        ])
        && !(cx.has(Variable::PublisherPlace) && is_old(cx))
}

/// Books before 1900 may go without their publisher (17th ed., 14.128; 18th ed., 14.31).
fn is_old(cx: &Cx) -> bool {
    cx.record
        .date(DateVariable::Issued)
        .and_then(|date| date.start)
        .is_some_and(|start| start.year < 1900)
}

/// 17th ed., 14.129; the 18th leaves the place out (14.30).
fn no_place(cx: &Cx) -> bool {
    cx.is_17()
        && cx.is(&[Kind::Book, Kind::Chapter])
        && cx.has(Variable::Publisher)
        && !cx.has_any(&[Variable::PublisherPlace, Variable::OriginalPublisherPlace])
}

/// 17th ed., 14.215; 18th ed., 14.113.
fn no_genre(cx: &Cx) -> bool {
    cx.kind() == Kind::Thesis && !cx.has(Variable::Genre)
}

/// 17th ed., 14.207; 18th ed., 14.104.
fn no_address(cx: &Cx) -> bool {
    cx.is(&[Kind::Post, Kind::PostWeblog, Kind::Webpage])
        && !cx.has_any(&[Variable::Doi, Variable::Url])
}

/// 17th ed., 14.276; 18th ed., 14.177.
fn no_court(cx: &Cx) -> bool {
    cx.kind() == Kind::LegalCase && !cx.has_any(&[Variable::Authority, Variable::ContainerTitle])
}

fn locator_in_list(cx: &Cx) -> bool {
    let given = cx.options.locator.as_ref();
    cx.options.form.is_entry() && given.is_some_and(|locator| !locator.value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::chicago::{Edition, Form, Locator, Options, cite};
    use crate::read::csl_json;

    fn codes(item: &str, options: &Options) -> Vec<&'static str> {
        let record = csl_json::read(item).unwrap().0.remove(0);
        cite(&record, options)
            .warnings
            .iter()
            .map(|warning| warning.code)
            .collect()
    }

    fn in_note(item: &str) -> Vec<&'static str> {
        codes(item, &Options::default())
    }

    #[test]
    fn a_whole_record_has_no_warnings() {
        let book = r#"{"type":"book","title":"Swing Time","author":[{"family":"Smith","given":"Zadie"}],
            "publisher":"Penguin Press","publisher-place":"New York","issued":{"date-parts":[[2016]]}}"#;
        for edition in [Edition::Seventeenth, Edition::Eighteenth] {
            for form in [
                Form::Note,
                Form::ShortNote,
                Form::Bibliography,
                Form::ReferenceList,
                Form::InText,
            ] {
                let options = Options {
                    edition,
                    form,
                    ..Options::default()
                };
                assert!(codes(book, &options).is_empty());
            }
        }
    }

    #[test]
    fn books() {
        let book = r#"{"type":"book","title":"Swing Time","publisher":"Penguin Press"}"#;
        assert_eq!(in_note(book), ["no-date", "no-author"]);
        let seventeenth = Options {
            edition: Edition::Seventeenth,
            ..Options::default()
        };
        assert_eq!(
            codes(book, &seventeenth),
            ["no-date", "no-author", "no-place"]
        );
        let old = r#"{"type":"book","title":"Moby-Dick","author":"Melville","publisher-place":"New York","issued":"1851"}"#;
        assert!(in_note(old).is_empty());
    }

    #[test]
    fn archives() {
        assert_eq!(
            in_note(r#"{"type":"manuscript","title":"Diary","issued":"1923"}"#),
            ["no-repository"]
        );
        assert_eq!(
            in_note(
                r#"{"type":"manuscript","title":"Diary","issued":"1923","archive":"Newberry Library"}"#
            ),
            ["no-shelfmark"]
        );
        let item = r#"{"type":"manuscript","title":"Telegram","custom":{"callslip":{"holding":{"repository":"State Archives",
            "verbatim":"State Archives"}}}}"#;
        assert_eq!(in_note(item), ["no-date", "no-shelfmark"]);
    }

    #[test]
    fn articles_and_pages() {
        assert_eq!(
            in_note(r#"{"type":"article-journal","title":"T","author":"A","issued":"2001"}"#),
            ["no-periodical", "no-volume"]
        );
        assert_eq!(
            in_note(r#"{"type":"webpage","title":"T"}"#),
            ["no-date", "no-address"]
        );
        assert_eq!(
            in_note(r#"{"type":"chapter","title":"T","author":"A","issued":"2001"}"#),
            ["no-book", "no-publisher"]
        );
        assert_eq!(
            in_note(r#"{"type":"thesis","author":"A","issued":"2001","publisher":"U"}"#),
            ["no-title", "no-genre"]
        );
    }

    #[test]
    fn a_list_cites_whole_works() {
        let options = Options {
            form: Form::Bibliography,
            locator: Some(Locator {
                label: "page".into(),
                value: "3".into(),
            }),
            ..Options::default()
        };
        let map = r#"{"type":"map","title":"T","issued":"1901","archive":"A"}"#;
        assert_eq!(codes(map, &options), ["locator-not-printed"]);
    }
}
