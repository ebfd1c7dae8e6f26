//! BibTeX and BibLaTeX: one writer, for the two differ in the names of types and fields.

use super::facts;
use super::latex;
use crate::digits;
use crate::letters::Joined;
use crate::name::Name;
use crate::record::{DateVariable, Kind, Record, Role, Variable};

/// Exports a record as a BibTeX entry.
///
/// ```
/// use callslip::record::{Kind, Record, Variable};
/// let mut record = Record::new(Kind::Book);
/// record.id = "smith".to_owned();
/// record.set(Variable::Title, "Swing Time");
/// let entry = callslip::export::bibtex::bibtex(&record);
/// assert_eq!(entry, "@book{smith,\n  title = {Swing {Time}},\n}\n");
/// ```
pub fn bibtex(record: &Record) -> String {
    entry(record, Dialect::Bibtex)
}

/// Exports a record as a BibLaTeX entry.
///
/// ```
/// use callslip::record::{Kind, Record};
/// let entry = callslip::export::bibtex::biblatex(&Record::new(Kind::PersonalCommunication));
/// assert_eq!(entry, "@letter{nd,\n}\n");
/// ```
pub fn biblatex(record: &Record) -> String {
    entry(record, Dialect::Biblatex)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Bibtex,
    Biblatex,
}

use Dialect::{Biblatex, Bibtex};

struct Entry(String);

impl Entry {
    /// Adds a field whose value is LaTeX already.
    fn field(&mut self, name: &str, value: &str) {
        if !value.is_empty() && !name.is_empty() {
            self.0.push_str("  ");
            self.0.push_str(name);
            self.0.push_str(" = {");
            self.0.push_str(value);
            self.0.push_str("},\n");
        }
    }
}

fn entry(record: &Record, dialect: Dialect) -> String {
    let mut out = Entry(String::from("@"));
    out.0.push_str(kind(record, dialect));
    out.0.push('{');
    out.0.push_str(&key(record));
    out.0.push_str(",\n");
    names(record, dialect, &mut out);
    titles(record, dialect, &mut out);
    dates(record, dialect, &mut out);
    for (variable, bibtex, biblatex) in TEXTS {
        let name = if dialect == Bibtex { bibtex } else { biblatex };
        out.field(name, &latex::text(record.get(variable)));
    }
    out.field("doi", &latex::address(record.get(Variable::Doi)));
    out.field("url", &latex::address(record.get(Variable::Url)));
    let pages = facts::text(record, Variable::Page).replace('\u{2013}', "-");
    let pages = if pages.contains("--") {
        pages
    } else {
        pages.replace('-', "--")
    };
    out.field("pages", &latex::text(&pages));
    let language = if dialect == Bibtex {
        "language"
    } else {
        "langid"
    };
    out.field(language, &latex::text(&record.language));
    out.field(
        "keywords",
        &latex::text(&facts::keywords(record).joined(", ")),
    );
    archive(record, dialect, &mut out);
    out.0.push_str("}\n");
    out.0
}

/// Variables of one field: the variable, BibTeX's name of it, BibLaTeX's.
const TEXTS: [(Variable, &str, &str); 14] = [
    (Variable::Publisher, "publisher", "publisher"),
    (Variable::Volume, "volume", "volume"),
    (Variable::NumberOfVolumes, "", "volumes"),
    (Variable::Issue, "number", "issue"),
    (Variable::CollectionNumber, "number", "number"),
    (Variable::Number, "number", "number"),
    (Variable::Edition, "edition", "edition"),
    (Variable::ChapterNumber, "chapter", "chapter"),
    (Variable::NumberOfPages, "", "pagetotal"),
    (Variable::Genre, "type", "type"),
    (Variable::EventTitle, "", "eventtitle"),
    (Variable::Isbn, "isbn", "isbn"),
    (Variable::Issn, "issn", "issn"),
    (Variable::Abstract, "abstract", "abstract"),
];

fn kind(record: &Record, dialect: Dialect) -> &'static str {
    if facts::is_letter(record) {
        return if dialect == Bibtex { "misc" } else { "letter" };
    }
    let (bibtex, biblatex) = match record.kind {
        Kind::ArticleJournal | Kind::ArticleMagazine | Kind::ArticleNewspaper => {
            ("article", "article")
        }
        Kind::Review | Kind::ReviewBook => ("article", "review"),
        Kind::Book | Kind::Classic | Kind::MusicalScore => ("book", "book"),
        Kind::Pamphlet => ("booklet", "booklet"),
        Kind::Chapter => ("incollection", "incollection"),
        Kind::Entry | Kind::EntryDictionary | Kind::EntryEncyclopedia => {
            ("incollection", "inreference")
        }
        Kind::PaperConference => ("inproceedings", "inproceedings"),
        Kind::Thesis => match record.get(Variable::Genre).to_ascii_lowercase() {
            genre if genre.contains("master") => ("mastersthesis", "thesis"),
            _ => ("phdthesis", "thesis"),
        },
        Kind::Report => ("techreport", "report"),
        Kind::Manuscript | Kind::Article | Kind::Speech => ("unpublished", "unpublished"),
        Kind::Periodical => ("misc", "periodical"),
        Kind::Webpage | Kind::Post | Kind::PostWeblog => ("misc", "online"),
        Kind::Patent => ("misc", "patent"),
        Kind::Dataset => ("misc", "dataset"),
        Kind::Software => ("misc", "software"),
        Kind::Graphic | Kind::Figure => ("misc", "artwork"),
        Kind::MotionPicture | Kind::Broadcast => ("misc", "movie"),
        Kind::Song => ("misc", "audio"),
        Kind::Standard => ("misc", "standard"),
        Kind::LegalCase => ("misc", "jurisdiction"),
        Kind::Bill | Kind::Legislation | Kind::Regulation | Kind::Treaty => ("misc", "legislation"),
        _ => ("misc", "misc"),
    };
    if dialect == Bibtex { bibtex } else { biblatex }
}

/// The record's identifier in the characters that keys may have, or one made of name, year and title.
fn key(record: &Record) -> String {
    let bare = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '/'))
            .collect()
    };
    let given = bare(&record.id);
    if !given.is_empty() {
        return given;
    }
    let word = |text: &str| bare(text.split_whitespace().last().unwrap_or("")).to_ascii_lowercase();
    let author = record.names(Role::Author).first();
    let author = author.map_or_else(String::new, |name| {
        let family = if name.literal.is_empty() {
            &name.family
        } else {
            &name.literal
        };
        word(family)
    });
    let year = facts::date(record)
        .and_then(|date| date.start)
        .map_or_else(|| "nd".to_owned(), |start| digits::signed(start.year));
    let title = facts::text(record, Variable::Title);
    let long = title.split_whitespace().find(|word| word.len() > 3);
    author + &year + &long.map_or_else(String::new, word)
}

/// The names of a field, with `and` between; a body stands in braces.
fn people(names: &[Name]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| {
            if !name.literal.is_empty() {
                return braced(&latex::text(&name.literal));
            }
            let (family, given) = (facts::family(name), facts::given(name));
            let [family, suffix, given] =
                [&family, &name.suffix, &given].map(|part| part_of_name(part));
            facts::joined(&[&family, &suffix, &given], ", ")
        })
        .collect();
    names.joined(" and ")
}

fn braced(text: &str) -> String {
    crate::letters::concat(&["{", text, "}"])
}

/// A part of a name; in braces where BibTeX would take it apart.
fn part_of_name(part: &str) -> String {
    let part = facts::one_line(part);
    let text = latex::text(&part);
    if part.contains(',') || part.split(' ').any(|word| word.eq_ignore_ascii_case("and")) {
        return braced(&text);
    }
    text
}

fn names(record: &Record, dialect: Dialect, out: &mut Entry) {
    let roles: &[(Role, &str)] = match dialect {
        Bibtex => &[
            (Role::Author, "author"),
            (Role::Editor, "editor"),
            (Role::Translator, "translator"),
        ],
        Biblatex => &[
            (Role::Author, "author"),
            (Role::Editor, "editor"),
            (Role::Translator, "translator"),
            (Role::ContainerAuthor, "bookauthor"),
        ],
    };
    for (role, field) in roles {
        out.field(field, &people(record.names(*role)));
    }
}

fn titles(record: &Record, dialect: Dialect, out: &mut Entry) {
    let title = |variable| latex::title(record.get(variable));
    out.field("title", &title(Variable::Title));
    let container = match record.kind {
        Kind::ArticleJournal
        | Kind::ArticleMagazine
        | Kind::ArticleNewspaper
        | Kind::Review
        | Kind::ReviewBook => match dialect {
            Bibtex => "journal",
            Biblatex => "journaltitle",
        },
        Kind::Chapter
        | Kind::PaperConference
        | Kind::Entry
        | Kind::EntryDictionary
        | Kind::EntryEncyclopedia => "booktitle",
        _ if dialect == Biblatex => "maintitle",
        _ => "howpublished",
    };
    out.field(container, &title(Variable::ContainerTitle));
    out.field("series", &title(Variable::CollectionTitle));
    if dialect == Biblatex {
        out.field("shorttitle", &title(Variable::TitleShort));
        out.field("origtitle", &title(Variable::OriginalTitle));
    }
}

fn dates(record: &Record, dialect: Dialect, out: &mut Entry) {
    let date = facts::date(record);
    if dialect == Bibtex {
        let start = date.and_then(|date| date.start);
        let year = start.map_or_else(
            || date.map_or_else(String::new, |date| latex::text(&date.literal)),
            |start| digits::signed(start.year),
        );
        out.field("year", &year);
        if let Some(start) = start.filter(|start| (1..=12).contains(&start.month)) {
            out.field("month", &digits::text(start.month.into()));
            if start.day > 0 {
                out.field("day", &digits::text(start.day.into()));
            }
        }
        return;
    }
    let edtf = |date: &crate::date::Date| {
        let mut date = date.clone();
        date.time.clear();
        date.edtf()
    };
    match date {
        Some(date) if date.start.is_some() => out.field("date", &edtf(date)),
        Some(date) => out.field("year", &latex::text(&date.literal)),
        None => {}
    }
    for (variable, field) in [
        (DateVariable::Accessed, "urldate"),
        (DateVariable::OriginalDate, "origdate"),
        (DateVariable::EventDate, "eventdate"),
    ] {
        let known = record.date(variable).filter(|date| date.start.is_some());
        if let Some(date) = known {
            out.field(field, &edtf(date));
        }
    }
}

/// Place, archive and what else has no field of its own.
fn archive(record: &Record, dialect: Dialect, out: &mut Entry) {
    let place = facts::joined(
        &[
            &facts::text(record, Variable::EventPlace),
            &facts::text(record, Variable::PublisherPlace),
        ],
        ", ",
    );
    let mut notes = facts::notes(record);
    if !record.names(Role::Recipient).is_empty() {
        let to: Vec<String> = record
            .names(Role::Recipient)
            .iter()
            .map(facts::running)
            .collect();
        notes.insert(0, "to ".to_owned() + &to.joined(" and "));
    }
    let (archive, location) = (facts::archive(record), facts::location(record));
    let whole = facts::joined(&[&location, &archive], ", ");
    if dialect == Bibtex {
        out.field("address", &latex::text(&place));
        out.field("howpublished", &latex::text(&facts::host(record)));
        if !whole.is_empty() {
            notes.push(whole);
        }
        out.field("note", &latex::text(&notes.joined(". ")));
        return;
    }
    out.field("location", &latex::text(&place));
    out.field("library", &latex::text(&whole));
    out.field("howpublished", &latex::text(&facts::host(record)));
    out.field("note", &latex::text(&notes.joined(". ")));
    let rights = facts::text(record, Variable::License);
    out.field("addendum", &latex::text(&rights));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    fn telegram() -> Record {
        let mut record = Record::new(Kind::Manuscript);
        record.set(Variable::Title, "Telegram to the Ministry, 50% {draft}");
        record.set_names(Role::Author, vec![Name::person("Ann", "Doe")]);
        record.set_names(Role::Recipient, vec![Name::literal("Mines & Co")]);
        record.set_date(DateVariable::Issued, Date::parse("1961-08-14").unwrap());
        record.set(Variable::Archive, "State Archives");
        record.set(Variable::ArchiveLocation, "box 2");
        record
    }

    #[test]
    fn a_letter_in_biblatex() {
        assert_eq!(
            biblatex(&telegram()),
            "@letter{doe1961telegram,\n  author = {Doe, Ann},\n  \
             title = {Telegram to the Ministry, 50\\% \\textbraceleft{}draft\\textbraceright{}},\n  date = {1961-08-14},\n  \
             library = {box 2, State Archives},\n  note = {to Mines \\& Co},\n}\n"
        );
    }

    #[test]
    fn a_letter_in_bibtex() {
        let entry = bibtex(&telegram());
        assert!(entry.starts_with("@misc{doe1961telegram,\n"), "{entry}");
        assert!(entry.contains("  note = {to Mines \\& Co. box 2, State Archives},\n"));
        assert!(entry.contains("  month = {8},\n  day = {14},\n"));
    }

    #[test]
    fn bodies_stand_in_braces() {
        let names = [Name::literal("Bread and Roses"), Name::person("A", "B")];
        assert_eq!(people(&names), "{Bread and Roses} and B, A");
    }
}
