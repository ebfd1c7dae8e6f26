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

mod conditions;

use super::context::Cx;
use super::options::Form;
use crate::warning::{Severity, Warning};
use conditions::*;

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
const IN_FULL: [Wish; 15] = [
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
    (
        "no-court",
        Severity::Info,
        "no court: the Manual would want the one that decided",
        no_court,
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
    found
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
