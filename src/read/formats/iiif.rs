//! IIIF Presentation 2 and 3: what a manifest says of the object whose images it lists.
//!
//! | warning | severity | what it says |
//! |---|---|---|
//! | `no-header` | warning | the manifest has no label |

use super::entry::{self, Entry};
use super::things::{self, all_texts, list, text, texts};
use crate::error::Error;
use crate::json::Json;
use crate::letters;
use crate::letters::Joined;
use crate::name::Name;
use crate::read::csl_json::{self, kinds};
use crate::read::formats::languages;
use crate::record::{DateVariable, Kind, Reading, Role, Variable};
use crate::warning::{Place, Warning};

/// Reads a manifest or a collection.
///
/// # Errors
/// When the text is not JSON.
pub(super) fn read(input: &str) -> Result<Reading, Error> {
    let json = csl_json::parsed(input)?;
    let mut warnings = Vec::new();
    let root = match json.elements().first() {
        Some(first) => first,
        None => &json,
    };
    let mut entry = Entry::new(Kind::Document);
    manifest(&mut entry, root);
    if !entry.record.has(Variable::Title) {
        let message = "the manifest has no label, so there is no title";
        warnings.push(Warning::new("no-header", message).at(root.place.start, root.place.start));
    }
    let shown = std::mem::take(&mut entry.shown);
    let mut reading = entry::reading(vec![entry], warnings);
    // Labels of pages, addresses of images, transcriptions, remarks.
    things::rest(&json, 0, shown, &mut reading.document.body);
    Ok(reading)
}

fn manifest(entry: &mut Entry, root: &Json) {
    let mut shown = |key: &str, label: &str| {
        let found = root.member(key)?;
        for (text, place) in all_texts(found) {
            entry.show_nodes(key, label, things::styled(text), place);
        }
        text(found)
    };
    let title = shown("label", "Title");
    let summary = shown("summary", "Summary").or(shown("description", "Description"));
    let attribution = shown("attribution", "Attribution");
    let rights = shown("rights", "Rights").or(shown("license", "License"));
    let date = shown("navDate", "Date");
    metadata(entry, root);
    around(entry, root);
    let shown = entry.shown.len();
    entry.unseen(|entry| {
        let mut set = |variable, found: Option<(String, Place)>| {
            if let Some((text, place)) = found {
                entry.set(variable, &text, place);
            }
        };
        set(Variable::Title, title);
        set(Variable::Abstract, summary);
        set(Variable::License, rights);
        set(Variable::License, attribution);
        let id = root.member("@id").or_else(|| root.member("id"));
        set(Variable::Url, id.and_then(text));
        // A year of naught is none.
        if let Some((date, place)) = date.filter(|(date, _)| !date.starts_with("0000")) {
            let day: String = date.chars().take_while(|c| *c != 'T').collect();
            entry.date(DateVariable::Issued, &day, place);
        }
    });
    entry.shown.truncate(shown);
    entry.finish();
    let manuscript = entry.record.has(Variable::Archive)
        && (entry.record.has(Variable::ArchiveLocation) || entry.record.has(Variable::CallNumber));
    if entry.record.kind == Kind::Document && manuscript {
        entry.record.kind = Kind::Manuscript;
    }
}

/// Who provides it, where it has its page, what it is part of.
fn around(entry: &mut Entry, root: &Json) {
    if let Some(statement) = root.member("requiredStatement") {
        pair(entry, statement);
    }
    for provider in root.member("provider").map_or_else(Vec::new, list) {
        if let Some((name, place)) = provider.member("label").and_then(text) {
            entry.set(Variable::Archive, &name, place);
        }
        for page in provider.member("homepage").map_or_else(Vec::new, list) {
            if let Some(id) = page.member("id").and_then(text) {
                entry.show("provider", "Provider's page", &id.0, id.1);
            }
        }
    }
    for key in ["homepage", "related"] {
        for page in root.member(key).map_or_else(Vec::new, list) {
            let id = page.member("id").or_else(|| page.member("@id"));
            if let Some((url, place)) = id.or(Some(page)).and_then(text) {
                entry.set(Variable::Url, &url, place);
            }
        }
    }
    for key in ["partOf", "within"] {
        for whole in root.member(key).map_or_else(Vec::new, list) {
            let label = whole.member("label").and_then(text);
            if let Some((label, place)) = label.filter(|(label, _)| !label.starts_with("http")) {
                entry.set(Variable::ArchiveCollection, &label, place);
            }
        }
    }
}

fn metadata(entry: &mut Entry, root: &Json) {
    for item in root.member("metadata").map_or_else(Vec::new, list) {
        pair(entry, item);
    }
}

/// A label and its values.
fn pair(entry: &mut Entry, pair: &Json) {
    let (Some(label), Some(value)) = (pair.member("label"), pair.member("value")) else {
        return;
    };
    let key = text(label).map_or_else(String::new, |(label, _)| letters::lowercase(&label));
    let labels = all_texts(label);
    let label: Vec<&str> = labels.iter().map(|(label, _)| *label).collect();
    let label = label.joined(" / ");
    for (value, place) in all_texts(value) {
        entry.show_nodes(&key, &label, things::styled(value), place);
    }
    entry
        .shown
        .extend(labels.iter().map(|(_, place)| place.start));
    entry.unseen(|entry| {
        for (value, place) in texts(value) {
            meaning(entry, &key, &value, place);
        }
    });
}

/// Labels, in small letters, and the variables that they stand for.
const LABELS: [(&str, Variable); 34] = [
    ("title", Variable::Title),
    ("titel", Variable::Title),
    ("alternative titles", Variable::TitleShort),
    ("publisher", Variable::Publisher),
    ("place", Variable::PublisherPlace),
    ("place of publication", Variable::PublisherPlace),
    ("origin place", Variable::PublisherPlace),
    ("place of origin", Variable::PublisherPlace),
    ("abstract", Variable::Abstract),
    ("description", Variable::Abstract),
    ("summary", Variable::Abstract),
    ("collection", Variable::ArchiveCollection),
    ("repository", Variable::Archive),
    ("holding institution", Variable::Archive),
    ("physical location", Variable::Archive),
    ("institution", Variable::Archive),
    ("location", Variable::Archive),
    ("standort", Variable::Archive),
    ("classmark", Variable::ArchiveLocation),
    ("shelfmark", Variable::ArchiveLocation),
    ("shelf mark", Variable::ArchiveLocation),
    ("signatur", Variable::ArchiveLocation),
    ("call number", Variable::CallNumber),
    ("identifier", Variable::CallNumber),
    ("genre", Variable::Genre),
    ("object type", Variable::Genre),
    ("format", Variable::Medium),
    ("material", Variable::Medium),
    ("extent", Variable::Dimensions),
    ("rights", Variable::License),
    ("license", Variable::License),
    ("full conditions of use", Variable::License),
    ("purl", Variable::Url),
    ("doi", Variable::Doi),
];

fn meaning(entry: &mut Entry, key: &str, value: &str, place: Place) {
    let key = key.trim_end_matches("(s)").trim_end_matches(':').trim();
    if let Some((_, variable)) = LABELS.iter().find(|(known, _)| *known == key) {
        // `Munich, State Library -- Cgm 399`: who keeps it, and its shelfmark.
        if let Some((archive, shelf)) = value
            .split_once(" -- ")
            .filter(|_| *variable == Variable::Archive)
        {
            entry.set(*variable, archive, place);
            return entry.set(Variable::ArchiveLocation, shelf, place);
        }
        return entry.set(*variable, value, place);
    }
    let has = |word: &str| key.contains(word);
    if [
        "creator",
        "author",
        "artist",
        "photographer",
        "verfasser",
        "auteur",
    ]
    .contains(&key)
    {
        for one in value.split("; ") {
            entry.name(Role::Author, who(one), "", place);
        }
    } else if key == "contributor" {
        for one in value.split("; ") {
            entry.name(Role::Contributor, who(one), "", place);
        }
    } else if key.starts_with("subject") {
        entry.add(Variable::Keyword, value, "; ", place);
    } else if key.starts_with("language") || key == "sprache" {
        let code = value.split([',', ';', ' ']).next().unwrap_or(value);
        entry.language(&languages::tag(code), place);
    } else if key == "type" {
        match kinds::kind(value) {
            Some(kind) => entry.record.kind = kind,
            None => entry.set(Variable::Genre, value, place),
        }
    } else if (has("date") || has("datierung") || key == "creation")
        && !has("record")
        && !has("digit")
    {
        date(entry, value, place);
    }
}

/// A date with or without words around it: `[1951]`.
fn date(entry: &mut Entry, value: &str, place: Place) {
    let whole = value.starts_with('[') && value.ends_with(']') || !value.contains('[');
    let bare = if whole {
        value.trim_end_matches(['.', ' '].as_slice())
    } else {
        value
    };
    entry.date(DateVariable::Issued, bare, place);
}

/// `Becket, Mr ([London], England) [author]` without what stands in brackets.
fn who(value: &str) -> Name {
    let bare = value.split(['[', '(']).next().unwrap_or(value);
    super::people::anyone(bare.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Node;

    #[test]
    fn presentation_3() {
        let text = r#"{"@context":"http://iiif.io/api/presentation/3/context.json","id":"https://a.example/m","type":"Manifest",
            "label":{"de":["Boote"],"en":["Boats"]},"metadata":[{"label":{"en":["Author"]},"value":{"none":["Brook, Ada, 1901-1980"]}},
            {"label":{"en":["Date"]},"value":{"en":["1961"]}},{"label":{"en":["Binding"]},"value":{"en":["<p>Calf &amp; gold</p>"]}}],
            "provider":[{"id":"x","type":"Agent","label":{"en":["Town Library"]}}],"homepage":[{"id":"https://a.example/7","type":"Text","label":{"en":["x"]}}],
            "rights":"http://creativecommons.org/licenses/by/4.0/","items":[{"type":"Canvas","label":{"none":["f. 1r"]}}]}"#;
        let reading = read(text).unwrap();
        let record = &reading.record;
        assert_eq!(record.get(Variable::Title), "Boats");
        assert_eq!(record.names(Role::Author), [Name::person("Ada", "Brook")]);
        assert_eq!(record.get(Variable::Archive), "Town Library");
        assert_eq!(record.get(Variable::Url), "https://a.example/7");
        assert!(record.has_date(DateVariable::Issued));
        let binding = reading
            .document
            .fields
            .iter()
            .find(|field| field.label == "Binding")
            .unwrap();
        assert_eq!(binding.values[0], [Node::Text("Calf & gold".to_owned())]);
        let rest = reading.document.body.iter();
        let rest: Vec<_> = rest.filter_map(|block| block.number.as_deref()).collect();
        let addresses = ["Manifest", "Agent", "Type", "Label"];
        assert_eq!(rest, [&addresses[..], &["Type", "Label"]].concat());
        let (_, place) = record
            .places
            .iter()
            .find(|(name, _)| name == "title")
            .unwrap();
        assert_eq!(&text[place.start..place.end], "Boats");
    }

    #[test]
    fn presentation_2() {
        let text = r#"{"@context":"http://iiif.io/api/presentation/2/context.json","@id":"https://a.example/m","@type":"sc:Manifest","label":"Boats",
            "metadata":[{"label":[{"@language":"de","@value":"Ort"},{"@language":"en","@value":"Shelfmark"}],"value":"MS 7"},{"label":"Datierung","value":"1951"},{"label":"Holding Institution","value":"Town Library"}],
            "attribution":"Given by the library","sequences":[]}"#;
        let record = read(text).unwrap().record;
        assert_eq!(record.kind, Kind::Manuscript);
        assert_eq!(record.get(Variable::ArchiveLocation), "MS 7");
        assert_eq!(record.get(Variable::License), "Given by the library");
        assert_eq!(record.date(DateVariable::Issued).unwrap().edtf(), "1951");
        assert_eq!(read("{}").unwrap().warnings[0].code, "no-header");
        assert!(read("[").is_err());
    }
}
