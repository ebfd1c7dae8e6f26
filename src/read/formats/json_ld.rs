//! JSON-LD in the words of schema.org, by itself or in the scripts of a page or of a text about it.
//!
//! | warning | severity | what it says |
//! |---|---|---|
//! | `script-not-understood` | warning | a script says that it is JSON-LD and is not JSON |
//! | `nothing-to-cite` | warning | no thing in it is a work |

use super::entry::{self, Entry, MOST_SHARED};
use super::languages;
use super::table::Table;
use super::things::{self, list, list_of_types, local, name, text, texts};
use crate::json::{self, Json, Value};
use crate::record::{DateVariable, Kind, Reading, Role, Variable};
use crate::tree::{Block, BlockKind, Node};
use crate::warning::{Place, Warning};

/// Reads JSON-LD.
pub(super) fn read(input: &str) -> Reading {
    let mut found = Found::default();
    match json::parse(input) {
        Ok(json) => found.things(json, 0),
        Err(_) => found.scripts(input),
    }
    // The most telling thing comes first; the others keep their order.
    let ranks = found.entries.iter().map(|(rank, _)| *rank).enumerate();
    if let Some((best, _)) = ranks.min_by_key(|(_, rank)| *rank) {
        let first = found.entries.remove(best);
        found.entries.insert(0, first);
    }
    if found.entries.is_empty() {
        found.warnings.push(Warning::new(
            "nothing-to-cite",
            "nothing in it is a work that can be cited",
        ));
    }
    let entries = found.entries.into_iter().map(|(_, entry)| entry).collect();
    let mut reading = entry::reading(entries, found.warnings);
    reading.document.body.extend(found.outside);
    reading
}

/// Types of schema.org and what they are, the most telling first.
const KINDS: [(&str, Kind); 40] = [
    ("Message", Kind::PersonalCommunication),
    ("EmailMessage", Kind::PersonalCommunication),
    ("Manuscript", Kind::Manuscript),
    ("ArchiveComponent", Kind::Manuscript),
    ("ScholarlyArticle", Kind::ArticleJournal),
    ("NewsArticle", Kind::ArticleNewspaper),
    ("BlogPosting", Kind::PostWeblog),
    ("DiscussionForumPosting", Kind::Post),
    ("SocialMediaPosting", Kind::Post),
    ("Thesis", Kind::Thesis),
    ("Chapter", Kind::Chapter),
    ("Report", Kind::Report),
    ("Book", Kind::Book),
    ("Audiobook", Kind::Book),
    ("ComicIssue", Kind::Book),
    ("Map", Kind::Map),
    ("Atlas", Kind::Book),
    ("SheetMusic", Kind::MusicalScore),
    ("MusicComposition", Kind::MusicalScore),
    ("MusicRecording", Kind::Song),
    ("MusicAlbum", Kind::Song),
    ("AudioObject", Kind::Song),
    ("Dataset", Kind::Dataset),
    ("SoftwareSourceCode", Kind::Software),
    ("SoftwareApplication", Kind::Software),
    ("Photograph", Kind::Graphic),
    ("Painting", Kind::Graphic),
    ("VisualArtwork", Kind::Graphic),
    ("Poster", Kind::Graphic),
    ("Movie", Kind::MotionPicture),
    ("VideoObject", Kind::MotionPicture),
    ("Legislation", Kind::Legislation),
    ("Review", Kind::Review),
    ("Periodical", Kind::Periodical),
    ("Newspaper", Kind::Periodical),
    ("Collection", Kind::Collection),
    ("ArchiveCollection", Kind::Collection),
    ("Article", Kind::ArticleMagazine),
    ("CreativeWork", Kind::Document),
    ("WebPage", Kind::Webpage),
];

#[derive(Default)]
struct Found {
    entries: Vec<(usize, Entry)>,
    outside: Vec<Block>,
    warnings: Vec<Warning>,
}

impl Found {
    /// The scripts in a text, and the text around them.
    fn scripts(&mut self, input: &str) {
        let mut at = 0;
        while let Some(rest) = input.get(at..) {
            let open = rest.find("application/ld+json").and_then(|open| {
                let after = rest.get(open..)?.find('>')?;
                Some(open + after + 1)
            });
            let Some(open) = open else {
                break;
            };
            let start = at + open;
            let script = input.get(start..).unwrap_or("");
            let length = script.find("</script").unwrap_or(script.len());
            self.outside(input, at, start);
            let script = script.get(..length).unwrap_or("");
            match json::parse(script) {
                Ok(json) => self.things(json, start),
                Err(error) => {
                    let place = start + error.at;
                    let message = "a script is not JSON: ".to_owned() + error.message;
                    self.warnings
                        .push(Warning::new("script-not-understood", message).at(place, place));
                    self.outside(input, start, start + length);
                }
            }
            at = start + length;
        }
        self.outside(input, at, input.len());
    }

    fn outside(&mut self, input: &str, start: usize, end: usize) {
        let text = input.get(start..end).unwrap_or("");
        if !text.trim().is_empty() {
            let nodes = vec![Node::Text(text.trim().to_owned())];
            let place = Place::new(start, end);
            self.outside
                .push(Block::text(BlockKind::Preformatted, nodes, place));
        }
    }

    /// The things of a script that stands at a place of the text.
    fn things(&mut self, mut json: Json, base: usize) {
        without_prefixes(&mut json);
        let json = &json;
        let mut shown = Vec::new();
        let mut all: Vec<&Json> = Vec::new();
        for thing in list(json) {
            match thing.member("@graph") {
                Some(graph) => all.extend(list(graph)),
                None => all.push(thing),
            }
        }
        let mut known = Table::default();
        for (at, thing) in all.iter().enumerate() {
            if let Some(id) = thing.get("@id").text() {
                known.set(id, at);
            }
        }
        for thing in &all {
            let thing = *thing;
            let thing = thing
                .member("mainEntity")
                .filter(|main| rank(main).is_some())
                .unwrap_or(thing);
            if let Some(rank) = rank(thing) {
                let mut reader = Reader {
                    entry: Entry::default(),
                    thing,
                    known: &known,
                    all: &all,
                    base,
                };
                reader.read(rank);
                shown.append(&mut reader.entry.shown);
                // What has parts is the work that the others are parts of.
                let order = match thing.member("hasPart") {
                    Some(_) => 0,
                    None => rank + 1,
                };
                self.entries.push((order, reader.entry));
            }
        }
        things::rest(json, base, shown, &mut self.outside);
    }
}

/// Gives the keys their bare names: `schema:name` is `name`.
fn without_prefixes(json: &mut Json) {
    match &mut json.value {
        Value::Array(elements) => elements.iter_mut().for_each(without_prefixes),
        Value::Object(members) => {
            for (key, member) in members {
                let bare = local(key).len();
                if bare < key.len() {
                    *key = local(key).to_owned().into();
                }
                without_prefixes(member);
            }
        }
        _ => {}
    }
}

fn rank(thing: &Json) -> Option<usize> {
    let types = list_of_types(thing);
    KINDS.iter().position(|(kind, _)| types.contains(kind))
}

struct Reader<'a> {
    entry: Entry,
    thing: &'a Json<'a>,
    /// Where in all things each stands, by its identifier.
    known: &'a Table,
    all: &'a [&'a Json<'a>],
    base: usize,
}

/// Properties that hold one variable.
const TEXTS: [(&str, Variable); 18] = [
    ("headline", Variable::Title),
    ("name", Variable::Title),
    ("alternateName", Variable::TitleShort),
    ("abstract", Variable::Abstract),
    ("description", Variable::Abstract),
    ("genre", Variable::Genre),
    ("itemLocation", Variable::ArchiveLocation),
    ("pagination", Variable::Page),
    ("numberOfPages", Variable::NumberOfPages),
    ("bookEdition", Variable::Edition),
    ("isbn", Variable::Isbn),
    ("issn", Variable::Issn),
    ("volumeNumber", Variable::Volume),
    ("issueNumber", Variable::Issue),
    ("version", Variable::Version),
    ("copyrightNotice", Variable::License),
    ("license", Variable::License),
    ("material", Variable::Medium),
];

const NAMES: [(&str, Role); 14] = [
    ("author", Role::Author),
    ("creator", Role::Author),
    ("sender", Role::Author),
    ("recipient", Role::Recipient),
    ("translator", Role::Translator),
    ("editor", Role::Editor),
    ("contributor", Role::Contributor),
    ("director", Role::Director),
    ("composer", Role::Composer),
    ("illustrator", Role::Illustrator),
    ("producer", Role::Producer),
    ("readBy", Role::Narrator),
    ("byArtist", Role::Performer),
    ("actor", Role::Performer),
];

impl<'a> Reader<'a> {
    fn read(&mut self, rank: usize) {
        let kind = KINDS.get(rank).map_or(Kind::Document, |(_, kind)| *kind);
        self.entry.record.kind = kind;
        for (key, member) in self.thing.members() {
            self.show(key, member);
        }
        let fields = std::mem::take(&mut self.entry.fields);
        for (property, variable) in TEXTS {
            self.set(variable, property);
        }
        self.names();
        self.dates();
        self.around();
        self.identifiers();
        self.entry.finish();
        let record = &mut self.entry.record;
        if kind == Kind::PersonalCommunication && !record.has_name(Role::Recipient) {
            record.kind = Kind::Manuscript;
        }
        self.entry.fields = fields;
    }

    /// Shows every text of the thing under its property.
    fn show(&mut self, key: &str, json: &Json) {
        if let Some(text) = json.text() {
            let place = self.at(json.place);
            self.entry.show(key, &entry::label(key), text, place);
        }
        for element in json.elements() {
            self.show(key, element);
        }
        for (inner, member) in json.members() {
            let of = if inner.starts_with('@') || inner == "name" {
                key
            } else {
                inner
            };
            self.show(of, member);
        }
    }

    fn at(&self, place: Place) -> Place {
        Place::new(place.start + self.base, place.end + self.base)
    }

    /// A property; a mere reference is followed to what it names.
    fn property(&self, key: &str) -> Vec<&'a Json<'a>> {
        let values = self.thing.member(key).map_or_else(Vec::new, list);
        let follow = |json: &'a Json<'a>| -> &'a Json<'a> {
            let id = json.get("@id").text().filter(|_| json.members().len() == 1);
            id.and_then(|id| self.all.get(self.known.get(id)?).copied())
                .filter(|known| known.place.end - known.place.start < 8 * MOST_SHARED)
                .unwrap_or(json)
        };
        values.into_iter().map(follow).collect()
    }

    fn first(&self, key: &str) -> Option<(String, Place)> {
        let found = self.property(key).into_iter().find_map(text)?;
        Some((found.0, self.at(found.1)))
    }

    fn set(&mut self, variable: Variable, property: &str) {
        if let Some((text, place)) = self.first(property) {
            self.entry.set(variable, &text, place);
        }
    }

    fn names(&mut self) {
        for (property, role) in NAMES {
            // The sender of a letter is its author, said twice.
            if property != "author" && role == Role::Author && self.entry.has_name(role) {
                continue;
            }
            for person in self.property(property) {
                if let Some((name, place)) = name(person) {
                    let place = self.at(place);
                    self.entry.name(role, name, "", place);
                }
            }
        }
    }

    fn dates(&mut self) {
        let archival = matches!(
            self.entry.record.kind,
            Kind::PersonalCommunication | Kind::Manuscript | Kind::Graphic
        );
        let order = if archival {
            [
                "dateCreated",
                "dateSent",
                "datePublished",
                "temporalCoverage",
            ]
        } else {
            ["datePublished", "dateCreated", "copyrightYear", "dateSent"]
        };
        for property in order {
            if let Some((date, place)) = self.first(property) {
                let day: String = date.chars().take_while(|c| *c != 'T').collect();
                self.entry.date(DateVariable::Issued, &day, place);
            }
        }
    }

    /// The archive, the publisher and what it is part of.
    fn around(&mut self) {
        self.set(Variable::Archive, "holdingArchive");
        self.set(Variable::Publisher, "publisher");
        self.set(Variable::Source, "provider");
        self.set(Variable::EventPlace, "locationCreated");
        if let Some((language, place)) = self.first("inLanguage") {
            self.entry.language(&languages::tag(&language), place);
        }
        let place_of = self
            .property("publisher")
            .into_iter()
            .find_map(|publisher| {
                text(
                    publisher
                        .member("location")
                        .or_else(|| publisher.member("address"))?,
                )
            });
        if let Some((town, place)) = place_of {
            let place = self.at(place);
            self.entry.set(Variable::PublisherPlace, &town, place);
        }
        for whole in self.property("isPartOf") {
            self.part_of(whole, 0);
        }
        for key in ["keywords", "about"] {
            for value in self.property(key) {
                for (word, place) in texts(value) {
                    let place = self.at(place);
                    self.entry.add(Variable::Keyword, &word, "; ", place);
                }
            }
        }
    }

    /// A volume is part of a journal, an issue of a volume: names and numbers are gathered on the way up.
    fn part_of(&mut self, whole: &Json, depth: usize) {
        let variable = match self.entry.record.kind {
            Kind::Manuscript | Kind::PersonalCommunication => Variable::ArchiveCollection,
            Kind::Book | Kind::Thesis => Variable::CollectionTitle,
            _ => Variable::ContainerTitle,
        };
        for (property, variable) in [
            ("name", variable),
            ("volumeNumber", Variable::Volume),
            ("issueNumber", Variable::Issue),
            ("issn", Variable::Issn),
            ("isbn", Variable::Isbn),
        ] {
            if let Some((text, place)) = whole.member(property).and_then(text) {
                let place = self.at(place);
                self.entry.set(variable, &text, place);
            }
        }
        if let Some(wider) = whole.member("isPartOf").filter(|_| depth < 4) {
            for wider in list(wider) {
                self.part_of(wider, depth + 1);
            }
        }
    }

    fn identifiers(&mut self) {
        for property in ["url", "mainEntityOfPage", "@id"] {
            if let Some((url, place)) = self
                .first(property)
                .filter(|(url, _)| url.starts_with("http"))
            {
                self.entry.set(Variable::Url, &url, place);
            }
        }
        for property in ["identifier", "sameAs"] {
            for value in self.property(property) {
                let value = value.member("value").unwrap_or(value);
                for (id, place) in texts(value) {
                    let place = self.at(place);
                    match id.find("10.").filter(|_| id.contains('/')) {
                        Some(doi) if id.contains("doi") || doi == 0 => {
                            self.entry
                                .set(Variable::Doi, id.get(doi..).unwrap_or(""), place);
                        }
                        _ if property == "identifier" && !id.starts_with("http") => {
                            self.entry.set(Variable::CallNumber, &id, place);
                        }
                        _ => {}
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::json_ld::json_ld;
    use crate::name::Name;

    const LETTER: &str = r##"Text before. <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":["ArchiveComponent","Message"],"name":"Of &amp; boats","author":{"@id":"#a"},"recipient":{"@type":"Organization","name":"Ferry Office"},
        "dateCreated":"1961-05-02","holdingArchive":{"@type":"ArchiveOrganization","name":"Town Library"},"itemLocation":"box 2",
        "inLanguage":"de","identifier":["7","https://doi.org/10.1/x"]},{"@id":"#a","@type":"Person","familyName":"Brook","givenName":"Ada"}]}</script> after"##;

    #[test]
    fn a_letter_in_a_script() {
        let reading = read(LETTER);
        let record = &reading.record;
        assert_eq!(record.kind, Kind::PersonalCommunication);
        assert_eq!(record.get(Variable::Title), "Of & boats");
        assert_eq!(record.names(Role::Author), [Name::person("Ada", "Brook")]);
        assert_eq!(
            record.names(Role::Recipient),
            [Name::literal("Ferry Office")]
        );
        assert_eq!(record.get(Variable::Archive), "Town Library");
        assert_eq!(record.get(Variable::Doi), "10.1/x");
        let around = reading.document.body.iter();
        let around: Vec<_> = around.map(|block| block.number.as_deref()).collect();
        let person = [Some("Person"), Some("Family name"), Some("Given name")];
        assert_eq!(around, [&[None], &person[..], &[None]].concat());
        let (_, place) = record
            .places
            .iter()
            .find(|(name, _)| name == "archive")
            .unwrap();
        assert_eq!(&LETTER[place.start..place.end], "Town Library");
    }

    #[test]
    fn what_is_written_reads_back() {
        let once = json_ld(&read(LETTER).record);
        assert_eq!(json_ld(&read(&once).record), once);
    }

    #[test]
    fn broken_scripts_are_shown() {
        let reading = read("<script type=\"application/ld+json\">{oops</script>");
        let codes: Vec<_> = reading
            .warnings
            .iter()
            .map(|warning| warning.code)
            .collect();
        assert_eq!(codes, ["script-not-understood", "nothing-to-cite"]);
        assert!(!reading.document.body.is_empty());
    }
}
