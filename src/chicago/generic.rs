//! The words that say what an item is: `letter`, `telegram`, `minutes`. They are no titles.

use super::context::Cx;
use super::dates;
use crate::letters;
use crate::name::Name;
use crate::record::{Kind, Record, Role, Variable};
use crate::tree::{Node, Tree};

/// Words that begin what a reference manager calls an item, as far as they are names of nothing: `Facebook message` stays.
const WORDS: &str = "cable deed despatch diary dissertation draft email interview lecture ledger letter manuscript \
    master’s memorandum minutes oil petition photograph postcard report telegram transcript typescript video";

/// Generic words have small letters (17th ed., 14.225; 18th ed., 14.122): `Telegram` becomes `telegram`, `PowerPoint
/// slides` and `Working Paper` stay.
pub(crate) fn lower(text: &mut Tree) {
    if let Some(Node::Text(text)) = text.nodes_mut().first_mut()
        && text.bytes().filter(u8::is_ascii_uppercase).count() == 1
        && is_generic(text)
    {
        *text = uncapitalised(text);
    }
}

/// Whether a text begins with a generic word, with a capital or without.
fn is_generic(text: &str) -> bool {
    letters::is_one_of(first_word(text), WORDS)
}

fn first_word(text: &str) -> &str {
    text.split([' ', ',']).next().unwrap_or("")
}

/// What may have a description for its title.
pub(crate) const DESCRIBED: [Kind; 6] = [
    Kind::Document,
    Kind::Graphic,
    Kind::Interview,
    Kind::Manuscript,
    Kind::Map,
    Kind::PersonalCommunication,
];

/// Whether the title only describes what an archive keeps, `Minutes of the meeting`, `Diary`, `[Portrait of a man]`, or who
/// was interviewed, `Interview with health care worker`: then it is neither in quotation marks nor in headline style (17th
/// ed., 14.213, 14.222, and 14.225; 18th ed., 14.108 and 14.121–14.122).
pub(crate) fn is_description(cx: &Cx) -> bool {
    let kept = [
        Variable::Archive,
        Variable::ArchiveCollection,
        Variable::ArchiveLocation,
    ];
    cx.is(&DESCRIBED) && (cx.has_any(&kept) || is_private(cx)) && describes(cx)
}

/// An interview that nobody published.
fn is_private(cx: &Cx) -> bool {
    let published = [Variable::ContainerTitle, Variable::Publisher, Variable::Url];
    cx.kind() == Kind::Interview && !cx.has_any(&published)
}

#[inline(never)]
fn describes(cx: &Cx) -> bool {
    let title = cx.record.get(Variable::Title);
    let title = title.strip_prefix("Oral history ").unwrap_or(title);
    let rest = title.get(first_word(title).len()..).unwrap_or("");
    let second = first_word(rest.trim_start());
    let plain = rest.is_empty()
        || (rest.starts_with(',') && !cx.is(&[Kind::Graphic, Kind::Map]))
        || (second.starts_with(letters::is_small)
            && letters::is_one_of(second, "between by for from of to with"));
    (plain && is_generic(title))
        || (title.starts_with('[') && title.ends_with(']'))
        || (cx.kind() == Kind::PersonalCommunication && is_from_to(cx, title))
}

/// Whether the title names those who wrote and got it, or, where the record names nobody, may have names alone: `John Adams to
/// Abigail Adams, 3 July 1776` (17th ed., 14.229; 18th ed., 14.13).
fn is_from_to(cx: &Cx, title: &str) -> bool {
    let authors = cx.record.names(Role::Author);
    let recipients = cx.record.names(Role::Recipient);
    authors.is_empty() == recipients.is_empty()
        && (!authors.is_empty() || !letters::contains(title, " the "))
        && letters::contains(title, " to ")
        && names(title, authors)
        && names(title, recipients)
}

/// Whether the title has the names of all these people.
pub(crate) fn names(title: &str, people: &[Name]) -> bool {
    let named = |name: &Name| {
        [&name.family, &name.literal]
            .into_iter()
            .all(|part| letters::contains(title, part))
    };
    people.iter().all(named)
}

/// A description as it begins: with a small letter after a name in a note (17th ed., 14.222–14.225; 18th ed.,
/// 14.121–14.122). The date that closes it is printed as the item's.
#[inline(never)]
pub(crate) fn described(cx: &Cx, title: &mut Tree) {
    let after_name = cx.kind() != Kind::Collection
        && cx.has_name(Role::Author)
        && cx.names(Role::Author).is_empty();
    if let Some(Node::Text(text)) = title.nodes_mut().first_mut() {
        dates::drop_issued(cx, text);
        if after_name && !cx.is_entry() {
            *text = uncapitalised(text);
        }
    }
}

/// A text that begins with a small letter, unless its first word is all capitals.
pub(crate) fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if chars.clone().next().is_some_and(letters::is_small) => {
            letters::begin(letters::lower(first), chars.as_str())
        }
        _ => text.to_owned(),
    }
}

/// What a source is cited as: a manuscript or another document that somebody received is a letter, or what else is sent,
/// unless it is called something else (17th ed., 14.229; 18th ed., 14.13); a report that an archive keeps and nobody
/// published is a manuscript (17th ed., 14.228; 18th ed., 14.119).
pub(crate) fn kind(record: &Record) -> Kind {
    match record.kind {
        Kind::Document | Kind::Manuscript if record.has_name(Role::Recipient) => sent(record),
        Kind::Report if is_kept(record) => Kind::Manuscript,
        kind => kind,
    }
}

fn is_kept(record: &Record) -> bool {
    let places = [Variable::ArchiveCollection, Variable::ArchiveLocation];
    record.has_any(&places) && !record.has(Variable::Publisher)
}

#[inline(never)]
fn sent(record: &Record) -> Kind {
    let genre = record.get(Variable::Genre);
    let is_sent = letters::is_one_of(genre, SENT);
    if genre.is_empty() || is_sent {
        Kind::PersonalCommunication
    } else {
        record.kind
    }
}

const SENT: &str = "cable email letter memorandum postcard report telegram";

/// Whether the title only says who wrote to whom, which the names say (17th ed., 14.229; 18th ed., 14.13): `Letter to
/// House`, but not `Memorandum of conversation`; or who was interviewed (17th ed., 14.211; 18th ed., 14.108), and nothing more.
pub(crate) fn is_letter(cx: &Cx) -> bool {
    let title = cx.record.get(Variable::Title);
    if !cx.has_name(Role::Author) {
        return false;
    }
    match cx.kind() {
        Kind::PersonalCommunication => {
            cx.has_name(Role::Recipient) && (is_sent_to(title) || is_from_to(cx, title))
        }
        Kind::Interview => is_private(cx) && describes(cx) && ends_in_author(cx, title),
        _ => false,
    }
}

/// `Letter to House`, `Telegram of Ulm to Bonn`
#[inline(never)]
fn is_sent_to(title: &str) -> bool {
    let way = match title.split(' ').nth(1) {
        Some("between" | "from" | "to") => true,
        Some("of") => letters::contains(title, " to "),
        _ => false,
    };
    way && letters::is_one_of(first_word(title), SENT)
}

fn ends_in_author(cx: &Cx, title: &str) -> bool {
    let authors = cx.record.names(Role::Author);
    let ends = |name: &Name| title.ends_with(&name.family) && title.ends_with(&name.literal);
    authors.last().is_some_and(ends)
}

/// Whether the title says already what the item is: `Minutes of the meeting` that are minutes.
pub(crate) fn is_in_title(cx: &Cx) -> bool {
    let genre = cx.record.get(Variable::Genre).as_bytes();
    let title = cx.record.get(Variable::Title).as_bytes();
    title
        .get(..genre.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(genre))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::printed::print;
    use crate::chicago::{Edition, Form, Options, cite};
    use crate::read::csl_json;
    use crate::write;

    #[test]
    fn generic_words_are_small() {
        let lowered = |text: &str| {
            let mut tree = Tree::text(text);
            lower(&mut tree);
            tree.plain()
        };
        assert_eq!(lowered("Telegram"), "telegram");
        assert_eq!(lowered("Oil on canvas"), "oil on canvas");
        assert_eq!(lowered("Master’s thesis"), "master’s thesis");
        for text in [
            "telegram",
            "PowerPoint",
            "Facebook message",
            "Press of X",
            "",
            "É",
        ] {
            assert_eq!(lowered(text), text);
        }
    }

    #[test]
    fn what_says_more_than_the_names_stays() {
        let note = |kind: &str, title: &str, more: &str| {
            let item = format!(
                r#"{{"type":"{kind}","title":"{title}","author":[{{"family":"Roe","given":"Ann"}}],"issued":"1918"{more}}}"#
            );
            print(&item, Form::Note, Edition::Eighteenth)
        };
        let sent = r#","recipient":[{"family":"Doe","given":"Jim"}],"archive":"City Archive""#;
        for (title, printed) in [
            (
                "Petition for pardon",
                "Ann Roe, petition for pardon, to Jim Doe",
            ),
            ("[Regarding coal]", "Ann Roe, [Regarding coal], to Jim Doe"),
            ("Letter to Jim Doe", "Ann Roe to Jim Doe"),
            ("Telegram of Ann Roe to Jim Doe", "Ann Roe to Jim Doe"),
        ] {
            let note = note("personal_communication", title, sent);
            assert_eq!(note, format!("{printed}, 1918, City Archive."));
        }
        let asked = r#","interviewer":[{"family":"Doe","given":"Jim"}]"#;
        let other = "Interview with Ann Roe, session 2";
        assert_eq!(
            note("interview", other, asked),
            "Ann Roe, interview with Ann Roe, session 2, interview by Jim Doe, 1918."
        );
        let online = [asked, r#","URL":"https://a.example""#].concat();
        assert_eq!(
            note("interview", "Interview with Ann Roe", &online),
            "Ann Roe, “Interview with Ann Roe,” interview by Jim Doe, 1918, https://a.example."
        );
        let kept = r#","archive":"City Archive""#;
        assert_eq!(
            note("graphic", "Oil, Sand, and Water", kept),
            "Ann Roe, Oil, Sand, and Water, 1918, City Archive."
        );
        let unnamed = r#"{"type":"personal_communication","title":"How to Win the War","archive":"City Archive","issued":"1918"}"#;
        assert_eq!(
            print(unnamed, Form::Note, Edition::Eighteenth),
            "“How to Win the War,” 1918, City Archive."
        );
    }

    #[test]
    fn what_the_names_say_is_not_repeated() {
        let sent = |title: &str| {
            let item = r#"{"type":"personal_communication","genre":"memorandum","author":[{"family":"Roe"}],
                "recipient":[{"family":"Doe"}],"issued":{"raw":"1916"},"archive":"City Archive","title":""#;
            let item = [item, title, "\"}"].concat();
            [Edition::Eighteenth, Edition::Seventeenth].map(|of| print(&item, Form::Note, of))
        };
        assert_eq!(
            sent("Memorandum of Roe to Doe"),
            [
                "Roe, memorandum to Doe, 1916, City Archive.",
                "Roe to Doe, memorandum, 1916, City Archive."
            ]
        );
        assert_eq!(
            sent("Memorandum of conversation")[0],
            "Roe, memorandum of conversation, to Doe, 1916, City Archive."
        );
        assert_eq!(
            sent("Roe to Doe, 3 May 1916")[0],
            "Roe, memorandum to Doe, 1916, City Archive."
        );
        // Beside a title, what it is stands before whom it was sent to.
        assert_eq!(
            sent("Sea Policy")[1],
            "Roe, “Sea Policy,” memorandum to Doe, 1916, City Archive."
        );
    }

    #[test]
    fn descriptions_are_no_titles() {
        let minutes = r#"{"type":"manuscript","genre":"Minutes","title":"Minutes of the meeting of the board",
            "issued":{"raw":"1956-10-23"},"archive":"City Archives","archive_location":"box 3"}"#;
        let printed = |form| print(minutes, form, Edition::Eighteenth);
        assert_eq!(
            printed(Form::Note),
            "Minutes of the meeting of the board, October 23, 1956, box 3, City Archives."
        );
        assert_eq!(
            printed(Form::ShortNote),
            "Minutes of the meeting of the board."
        );
        let titled = minutes.replace("Minutes of the meeting", "Harvest of the meeting");
        assert_eq!(
            print(&titled, Form::Note, Edition::Eighteenth),
            "“Harvest of the Meeting of the Board,” minutes, October 23, 1956, box 3, City Archives."
        );
    }

    #[test]
    fn descriptions_after_names_and_with_dates() {
        let item = |kind: &str, title: &str, author: &str| {
            let text = [
                r#"{"issued":{"raw":"1776-07-03"},"archive":"City Archive","type":""#,
                kind,
                r#"","title":""#,
                title,
                r#"","author":["#,
                author,
                "]}",
            ];
            [Form::Note, Form::Bibliography]
                .map(|form| print(&text.concat(), form, Edition::Eighteenth))
        };
        let adams = r#"{"family":"Adams","given":"John"}"#;
        for (kind, title, author, wanted) in [
            (
                "manuscript",
                "Diary",
                adams,
                [
                    "John Adams, diary, July 3, 1776, City Archive.",
                    "Adams, John. Diary. July 3, 1776. City Archive.",
                ],
            ),
            (
                "personal_communication",
                "Letter to Abigail Adams, 3 July 1776",
                adams,
                [
                    "John Adams, letter to Abigail Adams, July 3, 1776, City Archive.",
                    "Adams, John. Letter to Abigail Adams. July 3, 1776. City Archive.",
                ],
            ),
            (
                "personal_communication",
                "John Adams to Abigail Adams, July 3, 1776",
                "",
                [
                    "John Adams to Abigail Adams, July 3, 1776, City Archive.",
                    "John Adams to Abigail Adams. July 3, 1776. City Archive.",
                ],
            ),
            (
                "graphic",
                "[Portrait of an unknown man]",
                "",
                [
                    "[Portrait of an unknown man], July 3, 1776, City Archive.",
                    "[Portrait of an unknown man]. July 3, 1776. City Archive.",
                ],
            ),
            (
                "document",
                "Minutes, board of works",
                "",
                [
                    "Minutes, board of works, July 3, 1776, City Archive.",
                    "Minutes, board of works. July 3, 1776. City Archive.",
                ],
            ),
        ] {
            assert_eq!(item(kind, title, author), wanted);
        }
    }

    #[test]
    fn what_nobody_published() {
        let note = |item: &str| print(item, Form::Note, Edition::Eighteenth);
        let report = r#"{"type":"report","title":"Supply of coal","author":[{"family":"Roe","given":"Ann"}],"issued":{"raw":"1918-09-25"},
            "archive":"City Archive","archive_location":"box 1"}"#;
        assert_eq!(
            note(report),
            "Ann Roe, “Supply of Coal,” September 25, 1918, box 1, City Archive."
        );
        let printed = report.replace("\"archive\"", "\"publisher\":\"Quay\",\"archive\"");
        assert_eq!(
            note(&printed),
            "Ann Roe, Supply of Coal (Quay, 1918), box 1, City Archive."
        );
        let interview = r#"{"type":"interview","title":"Interview with Ann Roe","author":[{"family":"Roe","given":"Ann"}],
            "interviewer":[{"literal":"author"}],"issued":{"raw":"2009-03-02"}}"#;
        assert_eq!(
            note(interview),
            "Ann Roe, interview by author, March 2, 2009."
        );
        let alone = interview.replace(r#""interviewer":[{"literal":"author"}],"#, "");
        assert_eq!(note(&alone), "Ann Roe, interview, March 2, 2009.");
        let unnamed = r#"{"type":"interview","title":"Interview with health care worker","issued":{"raw":"2010-03-23"}}"#;
        assert_eq!(
            note(unnamed),
            "Interview with health care worker, March 23, 2010."
        );
        let in_print = interview.replace("\"issued\"", "\"container-title\":\"Bee\",\"issued\"");
        assert!(note(&in_print).contains("“Interview with Ann Roe,”"));
        let numbered = r#"{"type":"manuscript","title":"Census","number":"no. 12","issued":{"raw":"1801"},"archive":"City Archive"}"#;
        assert_eq!(note(numbered), "“Census,” no. 12, 1801, City Archive.");
        let letter = r#"{"type":"personal_communication","title":"Letter to Doe","author":[{"family":"Roe"}],"recipient":[{"family":"Doe"}],
            "container-title":"Letters","issued":{"raw":"1687-02-08"}}"#;
        assert!(note(letter).starts_with("Roe to Doe, in Letters"));
    }

    #[test]
    fn a_collections_years_stand_once() {
        let papers = r#"{"type":"collection","title":"Kallen family papers, 1890-1950","issued":{"raw":"1890/1950"},"archive":"City Archive"}"#;
        assert_eq!(
            print(papers, Form::Note, Edition::Eighteenth),
            "Kallen Family Papers, 1890–1950, City Archive."
        );
    }

    #[test]
    fn telegrams_and_letters() {
        let telegram = r#"{"type":"personal_communication","genre":"Telegram","author":[{"family":"Burton","given":"H."}],
            "recipient":[{"family":"Merriam","given":"C."}],"issued":{"raw":"1923-01-26"},"archive":"UCL","archive_location":"box 2"}"#;
        for (form, edition, wanted) in [
            (
                Form::Note,
                Edition::Eighteenth,
                "H. Burton, telegram to C. Merriam, January 26, 1923, box 2, UCL.",
            ),
            (
                Form::Note,
                Edition::Seventeenth,
                "H. Burton to C. Merriam, telegram, January 26, 1923, box 2, UCL.",
            ),
            (
                Form::ShortNote,
                Edition::Seventeenth,
                "Burton to Merriam, telegram, January 26, 1923.",
            ),
            (
                Form::Bibliography,
                Edition::Seventeenth,
                "Burton, H. Telegram to C. Merriam. January 26, 1923. Box 2. UCL.",
            ),
        ] {
            assert_eq!(print(telegram, form, edition), wanted);
        }
        let letter = telegram.replace("Telegram", "Letter");
        assert_eq!(
            print(&letter, Form::Note, Edition::Eighteenth),
            "H. Burton to C. Merriam, January 26, 1923, box 2, UCL."
        );
        let titled = letter.replace("\"genre\"", "\"title\":\"Letter to C. Merriam\",\"genre\"");
        for form in [Form::Note, Form::ShortNote, Form::Bibliography] {
            let edition = Edition::Eighteenth;
            assert_eq!(print(&titled, form, edition), print(&letter, form, edition));
        }
        for genre in ["Letter", "", "Telegram"] {
            let manuscript = letter
                .replace("personal_communication", "manuscript")
                .replace("Letter", genre);
            for form in [Form::Note, Form::ShortNote, Form::Bibliography] {
                for edition in [Edition::Seventeenth, Edition::Eighteenth] {
                    let plain = letter.replace("Letter", genre);
                    assert_eq!(
                        print(&manuscript, form, edition),
                        print(&plain, form, edition)
                    );
                }
            }
        }
        let diary = letter
            .replace("personal_communication", "manuscript")
            .replace("Letter", "Diary");
        assert!(print(&diary, Form::Note, Edition::Eighteenth).contains("diary"));
        let numbered = telegram.replace("\"genre\"", "\"title\":\"Telegram no. 7\",\"genre\"");
        assert_eq!(
            print(&numbered, Form::Note, Edition::Seventeenth),
            "H. Burton, “Telegram No. 7,” to C. Merriam, January 26, 1923, box 2, UCL."
        );
        let unsigned = letter.replace("author", "translator");
        assert_eq!(
            print(&unsigned, Form::ShortNote, Edition::Eighteenth),
            "Letter to Merriam, January 26, 1923."
        );
        assert_eq!(
            print(&unsigned, Form::InText, Edition::Eighteenth),
            "(Letter to Merriam 1923)"
        );
    }

    #[test]
    fn the_place_cited_in_a_bare_shelfmark_stands_once() {
        let record = csl_json::read(
            r#"{"type":"manuscript","archive":"British Library","archive_location":"Add. MS 4"}"#,
        )
        .unwrap()
        .0
        .remove(0);
        for (form, wanted) in [
            (Form::Note, "Add. MS 4, fol. 12r, British Library."),
            (Form::ShortNote, "Add. MS 4, British Library, fol. 12r."),
        ] {
            let options = Options {
                form,
                locator: Some(crate::chicago::Locator {
                    label: "folio".to_owned(),
                    value: "12r".to_owned(),
                }),
                ..Options::default()
            };
            assert_eq!(write::text(&cite(&record, &options).tree), wanted);
        }
    }

    #[test]
    fn what_is_printed_as_it_is_cited() {
        let note = |item: &str, label: &str, value: &str| {
            let record = csl_json::read(item).unwrap().0.remove(0);
            let options = Options {
                locator: Some(crate::chicago::Locator {
                    label: label.to_owned(),
                    value: value.to_owned(),
                }),
                ..Options::default()
            };
            write::text(&cite(&record, &options).tree)
        };
        let homer = r#"{"type":"classic","title":"Iliad","author":[{"literal":"Homer"}]}"#;
        assert_eq!(note(homer, "book", "9.1"), "Homer, Iliad 9.1.");
        assert_eq!(note(homer, "book", "9"), "Homer, Iliad, bk. 9.");
        let case = r#"{"type":"legal_case","title":"Miranda v. Arizona","container-title":"U.S.","volume":"384","page":"436-50",
            "issued":{"raw":"1966"},"authority":"Supreme Court"}"#;
        assert_eq!(
            note(case, "page", "440"),
            "Miranda v. Arizona, 384 U.S. 436, 440 (1966)."
        );
        assert_eq!(
            note(case, "page", ""),
            "Miranda v. Arizona, 384 U.S. 436 (1966)."
        );
        let canada = case.replace("U.S.", "S.C.R.");
        assert_eq!(
            note(&canada, "page", "440"),
            "Miranda v. Arizona, 384 S.C.R. 436 (Supreme Court 1966), at 440."
        );
        let act = r#"{"type":"legislation","title":"Civil Rights Act","container-title":"Stat.","volume":"78","page":"241",
            "number":"Pub. L. No. 88-352","issued":{"raw":"1964"}}"#;
        assert_eq!(
            note(act, "page", ""),
            "Civil Rights Act, Pub. L. No. 88-352, 78 Stat. 241 (1964)."
        );
        let article = r#"{"type":"legislation","title":"U.S. Const.","section":"art. I, § 4"}"#;
        assert_eq!(note(article, "page", ""), "U.S. Const., art. I, § 4.");
        let thesis = r#"{"type":"thesis","title":"Work","genre":"Ph.D. dissertation","publisher":"MIT","issued":{"raw":"2004"}}"#;
        assert_eq!(note(thesis, "page", ""), "“Work” (PhD diss., MIT, 2004).");
        let own = r#"{"type":"chapter","title":"Work","author":[{"literal":"Plato"}],"container-author":[{"literal":"Plato"}],
            "container-title":"Whole","publisher":"P","issued":{"raw":"2004"}}"#;
        assert_eq!(note(own, "page", ""), "Plato, “Work,” in Whole (P, 2004).");
        let paper = r#"{"type":"paper-conference","title":"Work","event-title":"the Meeting","event-place":"Bonn",
            "event-date":{"raw":"2004-01-02"},"issued":{"raw":"2004-01-02"}}"#;
        assert_eq!(
            note(paper, "page", ""),
            "“Work,” paper presented at the Meeting, Bonn, January 2, 2004."
        );
        let painting = r#"{"type":"graphic","title":"Work","medium":"Oil on canvas","dimensions":"29 x 36 in.","issued":{"raw":"1889"}}"#;
        assert_eq!(
            note(painting, "page", ""),
            "Work, 1889, oil on canvas, 29 x 36 in."
        );
    }
}
