//! The fields of BibTeX and BibLaTeX, as variables.

use super::{Raw, RawField, latex};
use crate::digits;
use crate::letters;
use crate::letters::Joined;
use crate::name::Name;
use crate::read::formats::entry::{self, Entry};
use crate::read::formats::people as names;
use crate::read::formats::table::Table;
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::warning::Place;

/// The records of the entries; what an entry leaves out, it has from the one its `crossref` names.
pub(super) fn entries(raw: Vec<Raw>) -> Vec<Entry> {
    let mut parents = Table::default();
    for (at, raw) in raw.iter().enumerate() {
        parents.set(&raw.key, at);
    }
    let all = &raw;
    raw.iter()
        .filter(|raw| raw.kind != "set" && raw.kind != "xdata")
        .map(|raw| {
            let parent = raw
                .fields
                .iter()
                .find(|field| field.name == "crossref")
                .and_then(|field| all.get(parents.get(field.value.trim())?));
            record(raw, parent)
        })
        .collect()
}

fn record(raw: &Raw, parent: Option<&Raw>) -> Entry {
    let mut entry = Entry::new(kind(raw));
    entry.show("type", "Type", &raw.kind, raw.place);
    entry.show("id", "ID", &raw.key, raw.place);
    raw.key.clone_into(&mut entry.record.id);
    let mut held = Parts::default();
    for field in &raw.fields {
        one(&mut entry, raw, field, &mut held);
    }
    if let Some(parent) = parent {
        inherit(&mut entry, raw, parent, &mut held);
    }
    held.finish(&mut entry);
    let called = entry.record.get(Variable::Genre);
    if let Some(words) = in_words(if called.is_empty() { &raw.kind } else { called }) {
        entry.record.set(Variable::Genre, words);
    }
    entry.finish();
    entry
}

/// What a thesis is, by the type of its entry, or by BibLaTeX's key for it in `type`.
fn in_words(key: &str) -> Option<&'static str> {
    Some(match key {
        "phdthesis" => "PhD diss.",
        "mastersthesis" | "mathesis" => "master\u{2019}s thesis",
        "bathesis" => "bachelor\u{2019}s thesis",
        _ => return None,
    })
}

/// What an entry has from the book or journal it names.
fn inherit(entry: &mut Entry, raw: &Raw, parent: &Raw, held: &mut Parts) {
    for field in &parent.fields {
        let name = match field.name.as_str() {
            "title" => "booktitle",
            "author" if raw.fields.iter().any(|own| own.name == "author") => "bookauthor",
            name => name,
        };
        let own = raw.fields.iter().any(|own| own.name == name);
        if !own
            && field.value.len() < entry::MOST_SHARED
            && !matches!(name, "crossref" | "pages" | "abstract" | "keywords")
        {
            let field = RawField {
                name: name.to_owned(),
                value: field.value.clone(),
                place: field.place,
            };
            one(entry, raw, &field, held);
        }
    }
}

fn kind(raw: &Raw) -> Kind {
    let subtype = raw.fields.iter().find(|field| field.name == "entrysubtype");
    let subtype = subtype.map_or("", |field| field.value.as_str());
    match (raw.kind.as_str(), subtype) {
        ("article" | "suppperiodical", "magazine") => Kind::ArticleMagazine,
        ("article" | "suppperiodical", "newspaper") => Kind::ArticleNewspaper,
        (name, _) => KINDS
            .iter()
            .find(|(names, _)| names.split(' ').any(|known| known == name))
            .map_or(Kind::Document, |(_, kind)| *kind),
    }
}

/// The types of entries and what they are.
const KINDS: [(&str, Kind); 24] = [
    ("article suppperiodical", Kind::ArticleJournal),
    ("review", Kind::Review),
    (
        "book mvbook collection mvcollection proceedings mvproceedings bookinbook",
        Kind::Book,
    ),
    ("reference mvreference manual", Kind::Book),
    ("booklet", Kind::Pamphlet),
    ("inbook incollection suppbook suppcollection", Kind::Chapter),
    ("inproceedings conference", Kind::PaperConference),
    ("inreference", Kind::EntryEncyclopedia),
    ("phdthesis mastersthesis thesis", Kind::Thesis),
    ("techreport report", Kind::Report),
    ("unpublished", Kind::Manuscript),
    ("letter", Kind::PersonalCommunication),
    ("online electronic www", Kind::Webpage),
    ("periodical", Kind::Periodical),
    ("patent", Kind::Patent),
    ("dataset", Kind::Dataset),
    ("software", Kind::Software),
    ("artwork image", Kind::Graphic),
    ("movie video", Kind::MotionPicture),
    ("audio music", Kind::Song),
    ("standard", Kind::Standard),
    ("jurisdiction", Kind::LegalCase),
    ("legislation legal", Kind::Legislation),
    ("performance", Kind::Performance),
];

/// Fields that hold one variable.
const TEXTS: [(&str, Variable); 46] = [
    ("title", Variable::Title),
    ("shorttitle", Variable::TitleShort),
    ("booktitle", Variable::ContainerTitle),
    ("maintitle", Variable::ContainerTitle),
    ("journal", Variable::ContainerTitle),
    ("journaltitle", Variable::ContainerTitle),
    ("shortjournal", Variable::JournalAbbreviation),
    ("series", Variable::CollectionTitle),
    ("origtitle", Variable::OriginalTitle),
    ("publisher", Variable::Publisher),
    ("institution", Variable::Publisher),
    ("school", Variable::Publisher),
    ("organization", Variable::Publisher),
    ("origpublisher", Variable::OriginalPublisher),
    ("origlocation", Variable::OriginalPublisherPlace),
    ("address", Variable::PublisherPlace),
    ("location", Variable::PublisherPlace),
    ("venue", Variable::EventPlace),
    ("eventtitle", Variable::EventTitle),
    ("volume", Variable::Volume),
    ("volumes", Variable::NumberOfVolumes),
    ("part", Variable::PartNumber),
    ("issue", Variable::Issue),
    ("edition", Variable::Edition),
    ("version", Variable::Version),
    ("chapter", Variable::ChapterNumber),
    ("pages", Variable::Page),
    ("pagetotal", Variable::NumberOfPages),
    ("type", Variable::Genre),
    ("isbn", Variable::Isbn),
    ("issn", Variable::Issn),
    ("doi", Variable::Doi),
    ("url", Variable::Url),
    ("pmid", Variable::Pmid),
    ("pmcid", Variable::Pmcid),
    ("abstract", Variable::Abstract),
    ("annotation", Variable::Annote),
    ("annote", Variable::Annote),
    ("note", Variable::Note),
    ("pubstate", Variable::Status),
    ("keywords", Variable::Keyword),
    ("library", Variable::Archive),
    ("archive", Variable::Archive),
    ("archiveprefix", Variable::Archive),
    ("lccn", Variable::CallNumber),
    ("rights", Variable::License),
];

const NAMES: [(&str, Role); 11] = [
    ("author", Role::Author),
    ("editor", Role::Editor),
    ("translator", Role::Translator),
    ("bookauthor", Role::ContainerAuthor),
    ("editora", Role::Editor),
    ("commentator", Role::Contributor),
    ("annotator", Role::Contributor),
    ("introduction", Role::Contributor),
    ("foreword", Role::Contributor),
    ("afterword", Role::Contributor),
    ("recipient", Role::Recipient),
];

fn one(entry: &mut Entry, raw: &Raw, field: &RawField, held: &mut Parts) {
    let name = field.name.as_str();
    let place = field.place;
    let value = latex::text(&field.value);
    if let Some((_, role)) = NAMES.iter().find(|(known, _)| *known == name) {
        for part in people(&field.value) {
            entry.name(*role, self::name(part), &latex::text(part), place);
        }
        return;
    }
    match name {
        "year" => held.year = Some((value, place)),
        "month" => held.month = Some((value, place)),
        "day" => held.day = Some((value, place)),
        "date" => entry.date(DateVariable::Issued, &value, place),
        "urldate" => entry.date(DateVariable::Accessed, &value, place),
        "origdate" => entry.date(DateVariable::OriginalDate, &value, place),
        "eventdate" => entry.date(DateVariable::EventDate, &value, place),
        "language" | "langid" => entry.language(&value, place),
        // Addresses hold characters that mean something in LaTeX.
        "url" | "doi" => {
            let bare = field.value.trim().replace("\\_", "_").replace("\\%", "%");
            let inner = bare
                .strip_prefix("\\url{")
                .and_then(|rest| rest.strip_suffix('}'));
            let variable = if name == "url" {
                Variable::Url
            } else {
                Variable::Doi
            };
            entry.set(variable, inner.unwrap_or(&bare), place);
        }
        "subtitle" | "booksubtitle" => {
            entry.show(name, &entry::label(name), &value, place);
            held.subtitles.push((name == "booksubtitle", value));
        }
        "number" => entry.set(number(raw, entry.record.kind), &value, place),
        "pages" => {
            entry.set(Variable::Page, &value.replace('\u{2013}', "-"), place);
        }
        // Beside the publisher's address, the location is that of the meeting.
        "location" if raw.fields.iter().any(|other| other.name == "address") => {
            entry.set(Variable::EventPlace, &value, place);
        }
        "howpublished" if value.starts_with("http") => entry.set(Variable::Url, &value, place),
        "howpublished" => entry.set(Variable::Source, &value, place),
        "eprint" => entry.set(Variable::ArchiveLocation, &value, place),
        _ => match TEXTS.iter().find(|(known, _)| *known == name) {
            Some((_, variable)) => entry.set(*variable, &value, place),
            None => entry.show(name, &entry::label(name), &value, place),
        },
    }
}

/// What `number` is: of an article its issue, of a report its number, of a book the number within the series.
fn number(raw: &Raw, kind: Kind) -> Variable {
    let series = raw.fields.iter().any(|field| field.name == "series");
    match kind {
        Kind::ArticleJournal | Kind::ArticleMagazine | Kind::ArticleNewspaper | Kind::Review => {
            Variable::Issue
        }
        Kind::Book | Kind::Chapter | Kind::PaperConference if series => Variable::CollectionNumber,
        _ => Variable::Number,
    }
}

/// What stands in fields of its own and belongs together: year, month and day; title and subtitle.
#[derive(Default)]
struct Parts {
    year: Option<(String, Place)>,
    month: Option<(String, Place)>,
    day: Option<(String, Place)>,
    /// Subtitles, of the book or of the thing itself.
    subtitles: Vec<(bool, String)>,
}

impl Parts {
    fn finish(mut self, entry: &mut Entry) {
        for (of_book, subtitle) in std::mem::take(&mut self.subtitles) {
            let whole = of_book && entry.record.kind != Kind::Book;
            let variable = if whole {
                Variable::ContainerTitle
            } else {
                Variable::Title
            };
            let title = entry.record.get(variable);
            if !title.is_empty() {
                let title = [title, ": ", &subtitle].joined("");
                entry.record.set(variable, title);
            }
        }
        for (name, part) in [
            ("year", &self.year),
            ("month", &self.month),
            ("day", &self.day),
        ] {
            if let Some((value, place)) = part {
                entry.show(name, &entry::label(name), value, *place);
            }
        }
        let Some((year, place)) = self.year else {
            return;
        };
        let mut text = year;
        if let Some((month, _)) = self.month {
            let day = self.day.as_ref().map_or("", |(day, _)| day.trim());
            match digits::read(&month) {
                Some(month @ 1..=12) => {
                    text.push('-');
                    digits::push_padded(&mut text, month as usize, 2);
                    if !day.is_empty() {
                        text.push_str(if day.len() > 1 { "-" } else { "-0" });
                        text.push_str(day);
                    }
                }
                _ if day.is_empty() => text = letters::concat(&[&month, " ", &text]),
                _ => text = letters::concat(&[&month, " ", day, ", ", &text]),
            }
        }
        entry.unseen(|entry| entry.date(DateVariable::Issued, &text, place));
    }
}

/// The names of a field: `and` outside braces stands between them.
fn people(value: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let (mut depth, mut start, mut word) = (0_usize, 0, 0);
    let bytes = value.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            continue;
        }
        if depth == 0 && bytes.get(word..at) == Some(b"and") && word > start {
            names.push(value.get(start..word).unwrap_or(""));
            start = at + 1;
        }
        word = at + 1;
    }
    names.push(value.get(start..).unwrap_or(""));
    names.retain(|name| !name.trim().is_empty());
    names
}

/// One name: `Family, Given`, `Family, Suffix, Given`, `Given von Family`, `{Body}`.
fn name(latex: &str) -> Name {
    let latex = latex.trim();
    if whole_in_braces(latex) {
        return Name::literal(&latex::text(latex));
    }
    let parts: Vec<String> = commas(latex)
        .into_iter()
        .map(|part| latex::text(part).trim().to_owned())
        .collect();
    match parts.as_slice() {
        [family, given] if !given.is_empty() => names::person(given, family, ""),
        [family, suffix, given] => names::person(given, family, suffix),
        _ => running(latex),
    }
}

/// Whether the first brace closes at the very end.
fn whole_in_braces(latex: &str) -> bool {
    let mut depth = 0_usize;
    for (at, byte) in latex.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at > 0 && at + 1 == latex.len();
        }
    }
    false
}

/// The parts between commas outside braces.
fn commas(latex: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    latex
        .split(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            c == ',' && depth == 0
        })
        .collect()
}

/// `Ludwig van Beethoven`: the last word is the family name, and the small words before it are its particle.
fn running(latex: &str) -> Name {
    let mut depth = 0_usize;
    let words: Vec<&str> = latex
        .split(|c: char| {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && (c.is_whitespace() || c == '~')
        })
        .filter(|word| !word.is_empty())
        .collect();
    let Some((last, before)) = words.split_last() else {
        return Name::default();
    };
    if before.is_empty() {
        return Name::literal(&latex::text(last));
    }
    let small = |word: &&str| word.starts_with(letters::is_small);
    let given = before.iter().position(small).unwrap_or(before.len());
    let (given, particle) = before.split_at_checked(given).unwrap_or((before, &[]));
    let mut name = Name::person(&latex::text(&given.joined(" ")), &latex::text(last));
    name.non_dropping_particle = latex::text(&particle.joined(" "));
    name
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_thesis_is() {
        for (entry, wanted) in [
            ("@phdthesis{a, title = {T}}", "PhD diss."),
            ("@thesis{a, type = {mathesis}}", "master\u{2019}s thesis"),
            ("@phdthesis{a, type = {Habilitation}}", "Habilitation"),
            ("@thesis{a, title = {T}}", ""),
        ] {
            let record = super::super::read(entry).record;
            assert_eq!(record.get(super::Variable::Genre), wanted, "{entry}");
        }
    }

    use super::*;
    use crate::export::bibtex::{biblatex, bibtex};
    use crate::read::formats::bibtex::read;

    const BOOK: &str = r#"
@string{acm = "Assoc. " # "Press"}
@comment{nothing}
@Book{smith:2016,
  author = {Smith, Zadie and {Bread and Roses} and Ludwig van Beethoven and King, Jr., Martin Luther},
  title  = "Swing {T}ime", % a remark
  subtitle = {A Novel},
  publisher = acm # { 2},
  year = 2016, month = feb, day = 3,
  pages = {12--20},
  url = {https://a.example/~x?a=b_c},
  odd = {kept},
}
"#;

    #[test]
    fn a_book() {
        let reading = read(BOOK);
        let record = &reading.record;
        assert_eq!(
            (record.id.as_str(), record.kind),
            ("smith:2016", Kind::Book)
        );
        assert_eq!(record.get(Variable::Title), "Swing Time: A Novel");
        assert_eq!(record.get(Variable::Publisher), "Assoc. Press 2");
        assert_eq!(record.get(Variable::Page), "12-20");
        assert_eq!(record.get(Variable::Url), "https://a.example/~x?a=b_c");
        let issued = record.date(DateVariable::Issued).unwrap();
        assert_eq!(issued.to_string(), "2016-02-03");
        let names = record.names(Role::Author);
        assert_eq!(names[0], Name::person("Zadie", "Smith"));
        assert_eq!(names[1], Name::literal("Bread and Roses"));
        assert_eq!(names[2].non_dropping_particle, "van");
        assert_eq!(names[3].suffix, "Jr.");
        assert!(
            reading
                .document
                .fields
                .iter()
                .any(|field| field.name == "odd")
        );
        let (_, place) = record
            .places
            .iter()
            .find(|(name, _)| name == "title")
            .unwrap();
        assert_eq!(&BOOK[place.start..place.end], "Swing {T}ime");
    }

    #[test]
    fn what_is_written_reads_back() {
        let record = read(BOOK).record;
        let once = biblatex(&record);
        assert_eq!(biblatex(&read(&once).record), once);
        let once = bibtex(&record);
        assert_eq!(bibtex(&read(&once).record), once);
    }

    #[test]
    fn parts_have_what_their_book_has() {
        let text = "@inbook{a, title={Part}, crossref={b}} @book{b, title={Whole}, publisher={P}, year=1990}";
        let record = read(text).record;
        assert_eq!(record.get(Variable::ContainerTitle), "Whole");
        assert_eq!(record.get(Variable::Publisher), "P");
        assert!(record.has_date(DateVariable::Issued));
    }

    #[test]
    fn broken_entries_are_kept() {
        let reading = read("@book{a, title = {A}\n\n@book{b, title = {B}, year = soon");
        assert_eq!(reading.record.get(Variable::Title), "A");
        assert_eq!(reading.others[0].get(Variable::Title), "B");
        let codes: Vec<_> = reading
            .warnings
            .iter()
            .map(|warning| warning.code)
            .collect();
        assert_eq!(
            codes,
            ["entry-not-closed", "unknown-string", "entry-not-closed"]
        );
    }

    #[test]
    fn hostile_input_ends() {
        for text in [
            "@book{".repeat(20_000),
            "{".repeat(100_000),
            "@a{b,c=".to_owned() + &"{".repeat(100_000),
            // A sign where the key should be.
            "@book{\"".to_owned(),
            "@book{#%,title={A}}".to_owned(),
        ] {
            read(&text);
        }
    }
}
