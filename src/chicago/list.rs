//! Bibliographies and reference lists.
//!
//! Entries are sorted letter by letter by what stands first, then by title, or by year and title in a reference list
//! (17th ed., 14.65, 14.71 and 15.11–15.16; 18th ed., 13.69–13.72 and 13.112–13.114). Sorting knows no locale and is
//! stable.

mod collect;
mod distinguish;
mod numerals;
mod single;
mod sort;

pub use single::Listing;

use super::cluster;
use super::context::Cx;
use super::options::{ArchiveOrder, DateOrder, Edition, Form, Options};
use crate::name::Name;
use crate::record::{Kind, Record, Role, Variable};
use crate::tree::Tree;
use crate::warning::{Severity, Warning};

/// The system of citation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum System {
    /// Notes and bibliography.
    #[default]
    NotesBibliography,
    /// Author and date.
    AuthorDate,
}

/// What a caller can choose for a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListOptions {
    /// The edition.
    pub edition: Edition,
    /// The system.
    pub system: System,
    /// Whether the items of one archival collection become its one entry (17th ed., 14.222; 18th ed., 14.120).
    pub collect: bool,
    /// Whether archival sources come first, in a group of their own (17th ed., 14.63; 18th ed., 13.68).
    pub group: bool,
    /// Whether a dash stands for an author's name repeated; by the edition when not said: the 17th shows it (14.67),
    /// the 18th has the name spelled out each time (13.72).
    pub dash: Option<bool>,
    /// Whether each entry carries its short note or its citation in the text, told apart from the others.
    pub citations: bool,
    /// Make addresses links.
    pub links: bool,
    /// The order of day and month.
    pub date_order: DateOrder,
    /// The order of archival locations.
    pub archive_order: ArchiveOrder,
}

impl ListOptions {
    fn form(&self) -> Form {
        match self.system {
            System::NotesBibliography => Form::Bibliography,
            System::AuthorDate => Form::ReferenceList,
        }
    }

    /// How an entry is cited unless the others have a say in it.
    fn plain(&self) -> Options {
        Options {
            edition: self.edition,
            form: self.form(),
            links: self.links,
            date_order: self.date_order,
            archive_order: self.archive_order,
            ..Options::default()
        }
    }

    fn has_dash(&self) -> bool {
        self.dash.unwrap_or(self.edition == Edition::Seventeenth)
    }
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The record's identifier.
    pub id: String,
    /// The entry.
    pub tree: Tree,
    /// Whether it is an archival source.
    pub archival: bool,
    /// The short note or the citation in the text, when asked for.
    pub citation: Option<Tree>,
}

/// A sorted list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bibliography {
    /// The entries in order.
    pub entries: Vec<Entry>,
    /// What the reader should know, of all entries.
    pub warnings: Vec<Warning>,
}

/// A record on its way into the list.
struct Row<'a> {
    record: &'a Record,
    /// The number of the record, or of the first that its collection has.
    at: usize,
    options: Options,
    key: sort::Key,
    /// Who stands first, if anybody.
    people: &'a [Name],
    citation: Option<Tree>,
}

/// Makes the bibliography or the reference list of records.
///
/// ```
/// use callslip::chicago::{bibliography, ListOptions};
/// use callslip::read::csl_json;
/// let items = r#"[{"id":"b","type":"book","title":"On Beauty","author":[{"family":"Smith","given":"Zadie"}],"publisher":"P","issued":"2005"},
///                 {"id":"a","type":"book","title":"Beloved","author":[{"family":"Morrison","given":"Toni"}],"publisher":"P","issued":"1987"}]"#;
/// let (records, _) = csl_json::read(items).unwrap();
/// let list = bibliography(&records, &ListOptions::default());
/// assert_eq!(list.entries[0].id, "a");
/// ```
pub fn bibliography(records: &[Record], options: &ListOptions) -> Bibliography {
    let collected = if options.collect {
        collect::collections(records)
    } else {
        Default::default()
    };
    let mut list = Bibliography::default();
    let plain = options.plain();
    let mut rows = Vec::new();
    let singles = records
        .iter()
        .enumerate()
        .filter(|(at, _)| !collected.holds(*at));
    for (at, record) in singles.chain(collected.records()) {
        let Some(place) = place(&Cx::new(record, &plain), at, options, &mut list.warnings) else {
            continue;
        };
        rows.push(Row {
            record,
            at,
            options: plain.clone(),
            key: place.key,
            people: place.people,
            citation: None,
        });
    }
    crate::order::sort_by(&mut rows, |one, other| one.key.cmp(&other.key));
    distinguish::works(&mut rows, options);
    if options.has_dash() {
        dash(&mut rows);
    }
    for row in rows {
        let citation = cluster::citation(&[(row.record, &row.options)]);
        let before = list.warnings.len();
        list.warnings.extend(citation.warnings);
        Warning::name_item(&mut list.warnings, before, row.at);
        list.entries
            .push(entry(row.record, citation.tree, row.citation));
    }
    list
}

/// Where the entry of a record belongs; a warning when the list has none.
fn place<'a>(
    cx: &Cx<'a>,
    at: usize,
    options: &ListOptions,
    warnings: &mut Vec<Warning>,
) -> Option<sort::Place<'a>> {
    let Some(reason) = left_out(cx.record, options) else {
        return Some(sort::place(cx, options.group));
    };
    let message = crate::letters::concat(&[named(cx.record), ": ", reason]);
    warnings.push(Warning {
        item: Some(at),
        ..Warning::new("not-in-list", message).severity(Severity::Info)
    });
    None
}

fn entry(record: &Record, tree: Tree, citation: Option<Tree>) -> Entry {
    Entry {
        id: record.id.clone(),
        tree,
        archival: is_archival(record),
        citation,
    }
}

/// Whether the original is kept in an archive, and was not published: an article is none for the database it was read in.
fn is_archival(record: &Record) -> bool {
    record.archival.is_some()
        || record.has_any(&[
            Variable::Archive,
            Variable::ArchiveCollection,
            Variable::ArchiveLocation,
        ]) && !record.has_any(&[Variable::ContainerTitle, Variable::Publisher])
        || record.kind == Kind::Collection
}

fn named(record: &Record) -> &str {
    let title = record.get(Variable::Title);
    if title.is_empty() { &record.id } else { title }
}

/// What can be found again: published, deposited, or with an address.
const FINDABLE: [Variable; 7] = [
    Variable::Archive,
    Variable::ArchivePlace,
    Variable::ContainerTitle,
    Variable::Doi,
    Variable::Publisher,
    Variable::References,
    Variable::Url,
];

/// Why a source is cited in notes or in the text alone, if it is.
fn left_out(record: &Record, options: &ListOptions) -> Option<&'static str> {
    let notes = options.system == System::NotesBibliography;
    let newer = options.edition == Edition::Eighteenth;
    let findable =
        record.has_any(&FINDABLE) || record.has(Variable::Number) || record.archival.is_some();
    match super::generic::kind(record) {
        // Classics are cited in the text, unless an edition or a translation is meant (14.242; 18th 14.143).
        Kind::Classic => {
            let edition = record.has_any(&[Variable::Archive, Variable::Publisher])
                || record.has_any_name(&[Role::Editor, Role::Translator]);
            (!edition).then_some("classical works are cited in notes or in the text alone")
        }
        // Unsigned entries of well-known reference works (14.232; 18th 14.130).
        Kind::Entry | Kind::EntryDictionary | Kind::EntryEncyclopedia => {
            let signed = record.has_name(Role::Author);
            let online = !notes && record.has_any(&[Variable::Doi, Variable::Url]);
            (!signed && !online).then_some(
                "unsigned entries of reference works are cited in notes or in the text alone",
            )
        }
        Kind::Post if notes && newer => Some("posts are cited in notes alone (14.106)"),
        Kind::Interview | Kind::PersonalCommunication if !findable => {
            Some("what readers cannot consult is cited in notes or in the text alone")
        }
        Kind::Document | Kind::Manuscript if notes && !findable => {
            Some("what readers cannot consult is cited in notes alone")
        }
        Kind::PaperConference | Kind::Speech if notes && newer && !findable => {
            Some("unpublished papers are cited in notes alone (14.115)")
        }
        _ => None,
    }
}

/// Replaces the names by a dash where the entry before begins with the same, whatever they did: `———, ed.` (17th ed.,
/// 14.67–14.69).
fn dash(rows: &mut [Row]) {
    let mut before: &[Name] = &[];
    for row in rows {
        row.options.same_author = !row.people.is_empty() && row.people == before;
        before = row.people;
    }
}
