//! Zotero's own items in JSON, as its interface, its exports and its translators give them.
//!
//! Items may stand in lists, under `items` or under `data`: whatever has an `itemType` is one. Notes and attachments that
//! stand by themselves are shown, not cited. `extra` may hold "key: value" lines.

use super::entry::{self, Entry};
use crate::error::Error;
use crate::json::{Json, Value};
use crate::letters::Joined;
use crate::name::Name;
use crate::read::csl_json::{self, kinds, names::tidy, note};
use crate::record::{DateVariable, Kind, Reading, Role, Variable};
use crate::tree::{Block, BlockKind, Node};

/// Reads Zotero items.
///
/// # Errors
/// When the text is not JSON.
pub(super) fn read(text: &str) -> Result<Reading, Error> {
    let json = csl_json::parsed(text)?;
    let mut found = Found::default();
    found.look(&json, "");
    let mut reading = entry::reading(found.entries, Vec::new());
    reading.document.body.extend(found.outside);
    Ok(reading)
}

#[derive(Default)]
struct Found {
    entries: Vec<Entry>,
    /// Texts that stand outside items.
    outside: Vec<Block>,
}

impl Found {
    /// Looks for items; the depth of JSON is bounded where it is parsed.
    fn look(&mut self, json: &Json, key: &str) {
        let kind = json.get("itemType").text().unwrap_or("");
        if !kind.is_empty() && !matches!(kind, "note" | "attachment" | "annotation") {
            self.entries.push(item(json, kind));
            return;
        }
        match &json.value {
            Value::Array(elements) => {
                for element in elements {
                    self.look(element, key);
                }
            }
            Value::Object(members) => {
                for (key, member) in members {
                    self.look(member, key);
                }
            }
            Value::String(text) if !text.trim().is_empty() => {
                let nodes = vec![Node::Text(text.to_string())];
                let mut block = Block::text(BlockKind::Field, nodes, json.place);
                block.number = Some(entry::label(key));
                self.outside.push(block);
            }
            _ => {}
        }
    }
}

fn item(json: &Json, kind: &str) -> Entry {
    let mut entry = Entry::new(kinds::kind(kind).unwrap_or_default());
    for (key, member) in json.members() {
        match (key.as_ref(), &member.value) {
            ("creators", Value::Array(creators)) => {
                for creator in creators {
                    self::creator(&mut entry, creator);
                }
            }
            ("tags", Value::Array(tags)) => {
                for tag in tags {
                    let text = tag.get("tag").text().or_else(|| tag.text());
                    entry.add(Variable::Keyword, text.unwrap_or(""), "; ", tag.place);
                }
            }
            (_, Value::Array(_) | Value::Object(_)) => shown(&mut entry, key, member),
            _ => field(&mut entry, kind, key, member),
        }
    }
    entry.finish();
    if let Some(extra) = json.get("extra").text() {
        note::read(&mut entry.record, extra);
    }
    entry
}

/// The texts of notes, attachments and the like.
fn shown(entry: &mut Entry, key: &str, json: &Json) {
    if let Some(text) = json.text() {
        entry.show(key, &entry::label(key), text, json.place);
    }
    for element in json.elements() {
        shown(entry, key, element);
    }
    for (key, member) in json.members() {
        shown(entry, key, member);
    }
}

/// Fields of the same name and meaning in every type.
const TEXTS: [(&str, Variable); 58] = [
    ("title", Variable::Title),
    ("caseName", Variable::Title),
    ("nameOfAct", Variable::Title),
    ("subject", Variable::Title),
    ("shortTitle", Variable::TitleShort),
    ("abstractNote", Variable::Abstract),
    ("publicationTitle", Variable::ContainerTitle),
    ("bookTitle", Variable::ContainerTitle),
    ("proceedingsTitle", Variable::ContainerTitle),
    ("encyclopediaTitle", Variable::ContainerTitle),
    ("dictionaryTitle", Variable::ContainerTitle),
    ("websiteTitle", Variable::ContainerTitle),
    ("blogTitle", Variable::ContainerTitle),
    ("forumTitle", Variable::ContainerTitle),
    ("programTitle", Variable::ContainerTitle),
    ("reporter", Variable::ContainerTitle),
    ("code", Variable::ContainerTitle),
    ("series", Variable::CollectionTitle),
    ("seriesTitle", Variable::CollectionTitle),
    ("seriesNumber", Variable::CollectionNumber),
    ("volume", Variable::Volume),
    ("numberOfVolumes", Variable::NumberOfVolumes),
    ("issue", Variable::Issue),
    ("section", Variable::Section),
    ("edition", Variable::Edition),
    ("versionNumber", Variable::Version),
    ("place", Variable::PublisherPlace),
    ("publisher", Variable::Publisher),
    ("university", Variable::Publisher),
    ("institution", Variable::Publisher),
    ("label", Variable::Publisher),
    ("studio", Variable::Publisher),
    ("distributor", Variable::Publisher),
    ("network", Variable::Publisher),
    ("company", Variable::Publisher),
    ("pages", Variable::Page),
    ("numPages", Variable::NumberOfPages),
    ("journalAbbreviation", Variable::JournalAbbreviation),
    ("DOI", Variable::Doi),
    ("ISBN", Variable::Isbn),
    ("ISSN", Variable::Issn),
    ("url", Variable::Url),
    ("archive", Variable::Archive),
    ("archiveLocation", Variable::ArchiveLocation),
    ("libraryCatalog", Variable::Source),
    ("callNumber", Variable::CallNumber),
    ("rights", Variable::License),
    ("number", Variable::Number),
    ("reportNumber", Variable::Number),
    ("patentNumber", Variable::Number),
    ("docketNumber", Variable::Number),
    ("billNumber", Variable::Number),
    ("publicLawNumber", Variable::Number),
    ("episodeNumber", Variable::Number),
    ("archiveID", Variable::Number),
    ("conferenceName", Variable::EventTitle),
    ("meetingName", Variable::EventTitle),
    ("eventPlace", Variable::EventPlace),
];

/// The fields that say what kind of letter, map, report it is, and of what it is made.
const GENRES: [&str; 12] = [
    "letterType",
    "manuscriptType",
    "thesisType",
    "reportType",
    "mapType",
    "presentationType",
    "websiteType",
    "postType",
    "genre",
    "type",
    "sessionType",
    "interviewMedium",
];

fn field(entry: &mut Entry, kind: &str, key: &str, member: &Json) {
    let text = member.text().unwrap_or("");
    let place = member.place;
    match key {
        "itemType" => entry.show(key, "Item type", text, place),
        "key" | "id" | "itemID" => {
            entry.show("id", "ID", text, place);
            if entry.record.id.is_empty() {
                text.clone_into(&mut entry.record.id);
            }
        }
        "citationKey" => text.clone_into(&mut entry.record.id),
        "date" | "dateDecided" | "dateEnacted" | "issueDate" => {
            entry.date(DateVariable::Issued, text, place);
        }
        // The time of day of a visit says nothing.
        "accessDate" => {
            entry.show(key, &entry::label(key), text, place);
            let day = text.split([' ', 'T']).next().unwrap_or(text);
            if day.starts_with(|c: char| c.is_ascii_digit()) {
                entry.unseen(|entry| entry.date(DateVariable::Accessed, day, place));
            }
        }
        "filingDate" => entry.date(DateVariable::Submitted, text, place),
        "language" => entry.language(text, place),
        "artworkMedium" | "audioRecordingFormat" | "videoRecordingFormat" => {
            entry.set(Variable::Medium, text, place);
        }
        // Of a talk the place is where it was given.
        "place" if kind == "presentation" => entry.set(Variable::EventPlace, text, place),
        _ if GENRES.contains(&key) => entry.set(Variable::Genre, text, place),
        _ => match TEXTS.iter().find(|(known, _)| *known == key) {
            Some((_, variable)) => entry.set(*variable, text, place),
            None => entry.show(key, &entry::label(key), text, place),
        },
    }
}

fn creator(entry: &mut Entry, creator: &Json) {
    let part = |key: &str| tidy(creator.get(key).text().unwrap_or(""));
    let (first, last, whole) = (part("firstName"), part("lastName"), part("name"));
    let single = creator.get("fieldMode").text() == Some("1") || first.is_empty();
    let name = match (whole.is_empty(), single) {
        (false, _) => Name::literal(&whole),
        (true, true) => Name::literal(&last),
        (true, false) => super::people::person(&first, &last, ""),
    };
    let shown = [first.as_str(), last.as_str(), whole.as_str()].joined(" ");
    let kind = part("creatorType");
    let role = role(&kind, entry.record.kind);
    entry.show(&kind, &entry::label(&kind), &shown, creator.place);
    entry.name(role, name, "", creator.place);
    // What else is said of somebody.
    const KNOWN: [&str; 5] = ["firstName", "lastName", "name", "creatorType", "fieldMode"];
    if let Some(text) = creator.text() {
        entry.show("creator", "Creator", text, creator.place);
    }
    for (key, member) in creator.members() {
        if !KNOWN.contains(&key.as_ref()) {
            self::shown(entry, key, member);
        }
    }
}

/// The roles that Zotero calls by other names.
fn role(creator: &str, kind: Kind) -> Role {
    match creator {
        "seriesEditor" => Role::CollectionEditor,
        "bookAuthor" => Role::ContainerAuthor,
        "scriptwriter" => Role::ScriptWriter,
        "castMember" => Role::Performer,
        "reviewedAuthor" => Role::ReviewedAuthor,
        "podcaster" => Role::Host,
        "interviewee" | "artist" | "cartographer" | "programmer" | "presenter" | "inventor"
        | "sponsor" | "" => Role::Author,
        "performer" if kind == Kind::Song => Role::Performer,
        name => Role::from_name(name).unwrap_or(Role::Contributor),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = r#"[{"key":"AB12","itemType":"letter","title":"Telegram","letterType":"Telegram",
        "creators":[{"firstName":"Ada","lastName":"Brook","creatorType":"author"},{"lastName":"Ferry Office","fieldMode":1,"creatorType":"recipient"}],
        "date":"1961-05-02","archive":"Town Library","archiveLocation":"box 2","accessDate":"2020-01-02T03:04:05Z",
        "extra":"event-place: Ulm\nSeen.","tags":[{"tag":"boats"},{"tag":"ferries"}],"notes":[{"note":"<p>odd</p>"}],"callNumber":"7"},
        {"note":"alone","itemType":"note"}]"#;

    #[test]
    fn a_letter() {
        let reading = read(LETTER).unwrap();
        let record = &reading.record;
        assert_eq!(record.kind, Kind::PersonalCommunication);
        assert_eq!(record.id, "AB12");
        assert_eq!(record.get(Variable::Genre), "Telegram");
        assert_eq!(
            record.names(Role::Recipient),
            [Name::literal("Ferry Office")]
        );
        assert_eq!(record.get(Variable::ArchiveLocation), "box 2");
        assert_eq!(record.get(Variable::EventPlace), "Ulm");
        assert_eq!(record.get(Variable::Note), "Seen.");
        assert_eq!(record.get(Variable::Keyword), "boats; ferries");
        assert_eq!(
            record.date(DateVariable::Accessed).unwrap().to_string(),
            "2020-01-02"
        );
        assert!(
            reading
                .document
                .fields
                .iter()
                .any(|field| field.name == "note")
        );
        assert_eq!(reading.document.body.len(), 2);
        let (_, place) = record
            .places
            .iter()
            .find(|(name, _)| name == "archive")
            .unwrap();
        assert_eq!(&LETTER[place.start..place.end], "Town Library");
    }

    #[test]
    fn items_are_found_wherever_they_are() {
        let text = r#"{"items":[{"data":{"itemType":"book","title":"A"}},{"itemType":"map","title":"B","creators":[{"name":"C","creatorType":"cartographer"}]}],"version":"7"}"#;
        let reading = read(text).unwrap();
        assert_eq!(reading.record.kind, Kind::Book);
        assert_eq!(reading.others[0].names(Role::Author), [Name::literal("C")]);
        assert!(read("{").is_err());
    }
}
