//! An item of an archive, read from its page: item, date, place cited, location from small to large, archive, who
//! brought it to its readers, host, link.
//!
//! ```text
//! note  = [ author ", " ] title ", " date [ ", " locator ] ", " location ", " archive [ ", " credit ] [ ", " host ] [ ", " URL ] "."
//! entry = the same parts between full stops, each with a capital
//! short = [ author ", " ] short title ", " date [ ", " locator ] "."
//! ```
//!
//! 17th ed., 14.221–14.231; 18th ed., 14.119–14.129.

use super::context::Cx;
use super::generic::{self, uncapitalised};
use super::joins::{append, commas, join, words};
use super::names::{self, Order};
use super::options::{ArchiveOrder, Form};
use super::{dates, lead, links, locators, markup, numbers, titles};
use crate::letters;
use crate::name::Name;
use crate::record::{Archival, Holding, Kind, Level, LevelKind, Role, Variable};
use crate::tree::Tree;

/// The archival facts, when there is a holding to cite.
pub(crate) fn of<'a>(cx: &Cx<'a>) -> Option<&'a Archival> {
    cx.record
        .archival
        .as_deref()
        .filter(|archival| archival.holding != Holding::default())
}

/// A full note or an entry of the bibliography or the reference list.
pub(crate) fn full(cx: &Cx, archival: &Archival) -> Tree {
    let (lead, title) = if is_letter(cx) {
        letter(cx)
    } else {
        (author(cx), title(cx, archival))
    };
    let head = if cx.form == Form::ReferenceList {
        let first_title = lead.is_empty();
        let (lead, title) = if first_title {
            (title, lead)
        } else {
            (lead, title)
        };
        let year = dates::lettered(cx, dated(cx, dates::issued_year));
        cx.join([lead, year, title, dated(cx, dates::in_source)])
    } else {
        cx.join([lead, title, dated(cx, dates::issued)])
    };
    cx.join([
        head,
        pinpoint(cx),
        cx.begin(place(cx, &archival.holding)),
        credit(cx, archival),
        Tree::text(archival.host.as_str()),
        links::link(cx),
    ])
}

/// A shortened note: what it is, and its date to find it by (17th ed., 14.30; 18th ed., 13.32).
pub(crate) fn short(cx: &Cx, archival: &Archival) -> Tree {
    if is_letter(cx) {
        let (writer, what) = letter(cx);
        let what = if is_genre_first(cx) {
            what
        } else {
            Tree::new()
        };
        return commas([writer, what, dated(cx, dates::issued), pinpoint(cx)]);
    }
    commas([
        author_short(cx),
        short_title(cx, archival),
        dated(cx, dates::issued),
        pinpoint(cx),
    ])
}

/// A citation in the text: the author or the short title, and the year; the year alone where the sentence names the
/// author (17th ed., 15.25; 18th ed., 13.119).
pub(crate) fn in_text(cx: &Cx, archival: &Archival) -> Tree {
    let lead = if people(cx).is_empty() {
        short_title(cx, archival)
    } else if cx.options.suppress_author {
        Tree::new()
    } else {
        author_in_text(cx)
    };
    let year = dates::lettered(cx, dated(cx, dates::issued_year));
    commas([words([lead, year]), pinpoint(cx)])
}

/// Who stands first in the text, with whom a letter went to.
pub(crate) fn author_in_text(cx: &Cx) -> Tree {
    if is_letter(cx) {
        writer_and_recipient(cx)
    } else {
        author_short(cx)
    }
}

/// The archive's own citation, character for character.
pub(crate) fn preferred(cx: &Cx) -> Option<Tree> {
    let archival = cx.record.archival.as_deref()?;
    (!archival.preferred_citation.is_empty())
        .then(|| Tree::text(archival.preferred_citation.as_str()))
}

/// Whether it is known who wrote it and to whom, so that it needs no title (17th ed., 14.229; 18th ed., 14.13).
pub(crate) fn is_letter(cx: &Cx) -> bool {
    cx.has_name(Role::Author) && cx.has_name(Role::Recipient)
}

/// Who wrote to whom, and what it is. What is more than a letter is named before the recipient in the 18th edition and
/// in entries, after the names in notes of the 17th (17th ed., 14.225 and 14.229; 18th ed., 14.13).
fn letter(cx: &Cx) -> (Tree, Tree) {
    let lead = writer_and_recipient(cx);
    let to = match cx.form {
        _ if !is_genre_first(cx) && !cx.is_entry() => Tree::new(),
        Form::ShortNote => to_recipient(cx, Order::Family),
        _ => to_recipient(cx, Order::Running),
    };
    let what = if is_genre_first(cx) {
        words([genre(cx), to])
    } else {
        cx.join([cx.begin(to), genre(cx)])
    };
    (lead, what)
}

/// Whether it stands as `telegram to Edward House`.
fn is_genre_first(cx: &Cx) -> bool {
    !genre(cx).is_empty() && (cx.is_entry() || !cx.is_17())
}

/// `Creel to House`: first names in full, but for a short note and the text. An entry stands under the writer, and
/// names the recipient in the next sentence (17th ed., 14.111; 18th ed., 14.13).
fn writer_and_recipient(cx: &Cx) -> Tree {
    if cx.is_entry() {
        return names::list(cx, cx.names(Role::Author), Order::FirstInverted);
    }
    let short = matches!(cx.form, Form::ShortNote | Form::InText);
    let (first, second) = if short {
        (Order::Short, Order::Family)
    } else {
        (Order::Running, Order::Running)
    };
    let writer = if cx.options.suppress_author {
        Tree::new()
    } else {
        names::list(cx, cx.names(Role::Author), first)
    };
    if is_genre_first(cx) {
        return writer;
    }
    words([writer, to_recipient(cx, second)])
}

fn to_recipient(cx: &Cx, order: Order) -> Tree {
    words([
        Tree::text("to"),
        names::list(cx, cx.names(Role::Recipient), order),
    ])
}

/// What it is, where it is more than a letter: `telegram`, `memorandum` (17th ed., 14.225; 18th ed., 14.122).
fn genre(cx: &Cx) -> Tree {
    let genre = cx.raw(Variable::Genre).trim();
    if genre.is_empty() || genre.eq_ignore_ascii_case("letter") {
        return Tree::new();
    }
    cx.begin(Tree::text(uncapitalised(genre)))
}

/// Whether the author is named beside the title: known, and not in the title already (`Nehru to All Premiers`).
pub(crate) fn names_author(cx: &Cx) -> bool {
    let authors = cx.names(Role::Author);
    !authors.is_empty() && !generic::names(cx.raw(Variable::Title), authors)
}

/// A date of the item; a collection as a whole has none (17th ed., 14.222; 18th ed., 14.128).
fn dated(cx: &Cx, print: fn(&Cx) -> Tree) -> Tree {
    if cx.kind() == Kind::Collection {
        return Tree::new();
    }
    print(cx)
}

/// Who stands first, unless the title does.
pub(crate) fn people<'a>(cx: &Cx<'a>) -> &'a [Name] {
    if is_letter(cx) || names_author(cx) {
        cx.names(Role::Author)
    } else {
        &[]
    }
}

/// The author, if one is known; the title never takes the author's place here, it stands in its own.
fn author(cx: &Cx) -> Tree {
    if names_author(cx) && !cx.options.suppress_author {
        lead::full(cx).tree
    } else {
        Tree::new()
    }
}

fn author_short(cx: &Cx) -> Tree {
    if names_author(cx) && !cx.options.suppress_author {
        lead::short(cx).tree
    } else {
        Tree::new()
    }
}

/// The title as its page prints it: in quotation marks where a host gave it, as it is where it only describes the item
/// (17th ed., 14.222; 18th ed., 14.121). Never recased, but for the name of a collection, which is one: `Ada Brook Papers`,
/// though a finding aid has `papers` (17th ed., 14.232; 18th ed., 14.128).
fn title(cx: &Cx, archival: &Archival) -> Tree {
    let is_name = cx.kind() == Kind::Collection;
    quoted(titles::read(cx, Variable::Title, is_name), archival)
}

/// The description without its marking and number, or the title.
fn short_title(cx: &Cx, archival: &Archival) -> Tree {
    let description = if !archival.description.is_empty() {
        markup::parse(&archival.description)
    } else if cx.has(Variable::TitleShort) {
        cx.text(Variable::TitleShort)
    } else {
        return title(cx, archival);
    };
    quoted(description, archival)
}

fn quoted(title: Tree, archival: &Archival) -> Tree {
    if archival.host.is_empty() {
        title
    } else {
        title.quoted()
    }
}

/// The place cited, always with its label (17th ed., 14.224; 18th ed., 14.127).
fn pinpoint(cx: &Cx) -> Tree {
    cx.begin(locators::labelled(cx))
}

/// Location and archive, in the order that the caller or the archive asks for.
fn place(cx: &Cx, holding: &Holding) -> Tree {
    let order = cx.options.archive_order;
    if holding.levels.is_empty() {
        return Tree::text(holding.verbatim.as_str());
    }
    let archive = commas([
        Tree::text(holding.repository.as_str()),
        Tree::text(holding.place.as_str()),
    ]);
    if order == ArchiveOrder::RepositoryFirst || is_shelfmark(holding) {
        return commas([archive, downward(holding)]);
    }
    if order == ArchiveOrder::Semicolons {
        return join([upward(holding, "; "), archive], "; ");
    }
    cx.join([upward(holding, ", "), archive])
}

/// Whether the location is a shelfmark that is printed as a unit after the archive's initials: `AVPRF, f. 0102, op. 13`
/// (17th ed., 14.205; 18th ed., 14.123 and 14.127).
fn is_shelfmark(holding: &Holding) -> bool {
    !holding.repository.is_empty() && holding.repository.split_whitespace().all(is_initials)
}

fn is_initials(word: &str) -> bool {
    word.chars().filter(|c| letters::is_capital(*c)).count() > 1
}

/// The levels from the widest to the narrowest, as the source prints them.
fn downward(holding: &Holding) -> Tree {
    commas(
        holding
            .levels
            .iter()
            .filter(|level| is_printed(level))
            .map(level_as_printed),
    )
}

/// The levels from the narrowest to the widest; a volume stays behind the file it divides, and bare numbers of leaves
/// behind the file they are in.
fn upward(holding: &Holding, delimiter: &str) -> Tree {
    let mut groups: Vec<Tree> = Vec::new();
    for level in holding.levels.iter().filter(|level| is_printed(level)) {
        match groups.last_mut() {
            Some(file)
                if level.kind == LevelKind::Volume
                    || (level.kind == LevelKind::Folio && level.label.is_empty()) =>
            {
                file.push_str(delimiter);
                append(file, generic(level));
            }
            _ => groups.push(generic(level)),
        }
    }
    join(groups.into_iter().rev(), delimiter)
}

/// What the file is about, what years it covers and how it is marked do not help to find it.
fn is_printed(level: &Level) -> bool {
    !matches!(
        level.kind,
        LevelKind::Title | LevelKind::Period | LevelKind::Marking
    )
}

fn level_as_printed(level: &Level) -> Tree {
    words([Tree::text(level.label.as_str()), value(level)])
}

/// The hyphen of a range of leaves becomes an en dash; signatures keep theirs (17th ed., 6.78; 18th ed., 6.83).
fn value(level: &Level) -> Tree {
    if level.kind == LevelKind::Folio {
        Tree::from(numbers::dashed(&level.value))
    } else {
        Tree::text(level.value.as_str())
    }
}

/// Generic words are set in lower case: `folder 1514, vol. II`; the initials of a fonds are not: `RG 59` (17th ed.,
/// 14.223; 18th ed., 14.122).
fn generic(level: &Level) -> Tree {
    if level.kind < LevelKind::Box && level.label.len() < 5 && is_initials(&level.label) {
        return level_as_printed(level);
    }
    words([Tree::text(letters::lowercase(&level.label)), value(level)])
}

/// Who obtained, translated or gave it; the Manual has no rule for it, so it stands as the archive words it, after the
/// archive.
fn credit(cx: &Cx, archival: &Archival) -> Tree {
    let line = archival.credit_line.trim().trim_end_matches('.');
    cx.begin(markup::parse(&uncapitalised(line)))
}

#[cfg(test)]
mod tests {
    use crate::chicago::{ArchiveOrder, Edition, Form, Locator, Options, cite};
    use crate::read::csl_json;
    use crate::record::Record;
    use crate::write;

    fn telegram() -> Record {
        let text = r#"{"type":"manuscript","title":"Telegram from Ulm to Bonn, SECRET, No. 7.2","issued":{"date-parts":[[1961,8,14]]},
          "URL":"https://archive.example/document/12","custom":{"callslip":{"description":"Telegram from Ulm to Bonn",
          "holding":{"repository":"Foreign Office Archives","levels":[
            {"level":"matter","value":"Matter 9/Country: Elbonia"},
            {"level":"marking","label":"CLASSIFICATION:","value":"SECRET"},
            {"level":"file","label":"Folder","value":"15"},{"level":"volume","label":"Vol.","value":"II"},
            {"level":"period","label":"Period:","value":"01.08 – 24.12.1961"}],
            "verbatim":"Foreign Office Archives, Matter 9/Country: Elbonia, CLASSIFICATION: SECRET, Folder 15, Vol. II, Period: 01.08 – 24.12.1961"},
          "creditLine":"Obtained by A. Doe and translated by B. Roe.","host":"Specimen Digital Archive",
          "preferredCitation":"“Telegram …,” as printed"}}}"#;
        csl_json::read(text).unwrap().0.remove(0)
    }

    fn print(options: Options) -> String {
        write::text(&cite(&telegram(), &options).tree)
    }

    fn form(form: Form) -> Options {
        Options {
            form,
            ..Options::default()
        }
    }

    #[test]
    fn bare_leaves_stay_with_their_file() {
        let text = r#"{"type":"manuscript","title":"Cable on the ‘Missiles,’","custom":{"callslip":{"host":"Specimen Archive","holding":{"repository":"Polish Archive","levels":[
            {"level":"box","label":"Box","value":"4"},{"level":"file","value":"D-I-R-0"},{"level":"folio","value":"3-5"}]}}}}"#;
        let record = csl_json::read(text).unwrap().0.remove(0);
        assert_eq!(
            write::text(&cite(&record, &form(Form::Note)).tree),
            "“Cable on the ‘Missiles,’” D-I-R-0, 3–5, box 4, Polish Archive, Specimen Archive."
        );
    }

    /// A collection that bears its owner's name stands under it, and has no date, read from a finding aid or not.
    #[test]
    fn collections_as_a_whole() {
        let own = r#"{"type":"collection","title":"Ada Brook papers","author":[{"family":"Brook","given":"Ada"}],"archive":"Town Library""#;
        let read = r#","issued":"1902/1975","custom":{"callslip":{"holding":{"repository":"Town Library","levels":[{"level":"fonds","value":"MS 7"}]}}}}"#;
        for (rest, wanted) in [
            (
                "}",
                "Ada Brook Papers, Town Library. Ada Brook Papers. Town Library. Ada Brook Papers. Town Library. Ada Brook Papers. (Ada Brook Papers)",
            ),
            (
                read,
                "Ada Brook Papers, MS 7, Town Library. Ada Brook Papers. MS 7. Town Library. Ada Brook Papers. MS 7. Town Library. Ada Brook Papers. (Ada Brook Papers)",
            ),
        ] {
            let records = csl_json::read(&[own, rest].concat()).unwrap().0;
            let forms = [
                Form::Note,
                Form::Bibliography,
                Form::ReferenceList,
                Form::ShortNote,
                Form::InText,
            ];
            let printed = forms.map(|wanted| write::text(&cite(&records[0], &form(wanted)).tree));
            assert_eq!(printed.join(" "), wanted);
        }
    }

    #[test]
    fn note() {
        assert_eq!(
            print(form(Form::Note)),
            "“Telegram from Ulm to Bonn, SECRET, No. 7.2,” August 14, 1961, folder 15, vol. II, Matter 9/Country: Elbonia, \
             Foreign Office Archives, obtained by A. Doe and translated by B. Roe, Specimen Digital Archive, \
             https://archive.example/document/12."
        );
    }

    #[test]
    fn pinpoint_follows_the_date_with_its_label() {
        let locator = Some(Locator {
            label: "paragraph".into(),
            value: "2".into(),
        });
        assert!(
            print(Options {
                locator: locator.clone(),
                ..form(Form::Note)
            })
            .contains("August 14, 1961, para. 2, folder 15")
        );
        assert_eq!(
            print(Options {
                locator,
                ..form(Form::ShortNote)
            }),
            "“Telegram from Ulm to Bonn,” August 14, 1961, para. 2."
        );
    }

    #[test]
    fn entry() {
        assert_eq!(
            print(form(Form::Bibliography)),
            "“Telegram from Ulm to Bonn, SECRET, No. 7.2.” August 14, 1961. Folder 15, vol. II, Matter 9/Country: Elbonia. \
             Foreign Office Archives. Obtained by A. Doe and translated by B. Roe. Specimen Digital Archive. \
             https://archive.example/document/12."
        );
    }

    #[test]
    fn orders_of_other_houses() {
        let order = |archive_order| {
            print(Options {
                archive_order,
                ..form(Form::Note)
            })
        };
        assert!(order(ArchiveOrder::RepositoryFirst).contains(
            "Foreign Office Archives, Matter 9/Country: Elbonia, Folder 15, Vol. II, obtained"
        ));
        assert!(order(ArchiveOrder::Semicolons).contains(
            "folder 15; vol. II; Matter 9/Country: Elbonia; Foreign Office Archives, obtained"
        ));
    }

    #[test]
    fn the_year_is_not_repeated_in_a_reference_list() {
        assert!(print(form(Form::ReferenceList)).contains("No. 7.2.” 1961. August 14. Folder 15"));
    }

    #[test]
    fn letters_need_no_title() {
        let text = r#"{"type":"personal_communication","title":"Telegram from Creel to House","genre":"Telegram",
          "author":[{"family":"Creel","given":"George"}],"recipient":[{"family":"House","given":"Edward"}],
          "issued":"1918-09-25","custom":{"callslip":{"holding":{"repository":"BArch","levels":[
            {"level":"fonds","value":"B 136/59748"},{"level":"folio","value":"297-301"}],"verbatim":"BArch, B 136/59748, 297-301"}}}}"#;
        let record = csl_json::read(text).unwrap().0.remove(0);
        let print = |options| write::text(&cite(&record, &options).tree);
        for (form, edition, printed) in [
            (
                Form::Note,
                Edition::Eighteenth,
                "George Creel, telegram to Edward House, September 25, 1918, BArch, B 136/59748, 297–301.",
            ),
            (
                Form::Note,
                Edition::Seventeenth,
                "George Creel to Edward House, telegram, September 25, 1918, BArch, B 136/59748, 297–301.",
            ),
            (
                Form::ShortNote,
                Edition::Eighteenth,
                "Creel, telegram to House, September 25, 1918.",
            ),
            (
                Form::ShortNote,
                Edition::Seventeenth,
                "Creel to House, September 25, 1918.",
            ),
            (
                Form::ReferenceList,
                Edition::Eighteenth,
                "Creel, George. 1918. Telegram to Edward House. September 25. BArch, B 136/59748, 297–301.",
            ),
            (Form::InText, Edition::Eighteenth, "(Creel 1918)"),
            (Form::InText, Edition::Seventeenth, "(Creel to House 1918)"),
        ] {
            let options = Options {
                form,
                edition,
                ..Options::default()
            };
            assert_eq!(print(options), printed);
        }
    }

    #[test]
    fn initials_of_a_fonds_keep_their_capitals() {
        let text = r#"{"type":"manuscript","title":"Report on Bonn","author":[{"family":"Roe","given":"Ann"}],
          "issued":"1946-02-22","custom":{"callslip":{"holding":{"repository":"National Archives","levels":[
            {"level":"fonds","label":"RG","value":"59"},{"level":"box","label":"BOX","value":"12"}],"verbatim":"x"}}}}"#;
        let record = csl_json::read(text).unwrap().0.remove(0);
        let print = |options| write::text(&cite(&record, &options).tree);
        assert_eq!(
            print(Options::default()),
            "Ann Roe, Report on Bonn, February 22, 1946, box 12, RG 59, National Archives."
        );
        let named_in_the_sentence = |form| Options {
            form,
            suppress_author: true,
            ..Options::default()
        };
        for (form, printed) in [
            (Form::InText, "(1946)"),
            (Form::ShortNote, "Report on Bonn, February 22, 1946."),
        ] {
            assert_eq!(print(named_in_the_sentence(form)), printed);
        }
    }

    #[test]
    fn the_archives_own_citation_is_left_alone() {
        assert_eq!(print(form(Form::Preferred)), "“Telegram …,” as printed");
    }
}
