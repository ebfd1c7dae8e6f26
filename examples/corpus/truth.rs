//! What a file says of itself, found with patterns that know nothing of the readers; and whether a record says the same.

use callslip::json::{self, Json, Value};
use callslip::record::{DateVariable, Record, Variable};
use std::path::Path;

/// The fields with a target, and how many files of a hundred must have them right.
pub const FIELDS: [(&str, usize); 4] = [
    ("title", 98),
    ("date", 95),
    ("repository", 90),
    ("location", 90),
];

/// What each of [`FIELDS`] should be; empty when the file does not say.
pub type Truth = [String; 4];

/// Finds what is to be expected of a file.
pub fn of(path: &Path, text: &str, format: &str) -> Truth {
    let json = || json::parse(text).ok();
    match format {
        "ead" => ead(text),
        "tei" => tei(text),
        "marcxml" => marc(text),
        "mods" => mods(text),
        "dublin-core" => {
            ["title", "date", "", "identifier"].map(|name| element(within(text), name))
        }
        "eac" => [parts(text), String::new(), String::new(), String::new()],
        "iiif" => json().map_or_else(Truth::default, |json| {
            iiif(json.elements().first().unwrap_or(&json))
        }),
        "json-ld" => ["name", "datePublished", "", ""].map(|key| property(text, key)),
        "bibtex" => ["title", "year", "", ""].map(|key| bibtex(text, key)),
        "wilson-json" => json().map_or_else(Truth::default, |json| wilson(&json)),
        "text" | "archive-text" => beside(path, text),
        _ => Truth::default(),
    }
}

/// Whether a record says what is expected in a field.
pub fn right(field: &str, truth: &str, record: &Record) -> bool {
    match field {
        "title" => same_title(truth, record.get(Variable::Title)),
        "date" => same_date(truth, record),
        _ => found(field, record).iter().any(|found| alike(truth, found)),
    }
}

/// What a record says in a field.
pub fn found(field: &str, record: &Record) -> Vec<String> {
    let text = |variable| record.get(variable).to_owned();
    match field {
        "title" => vec![text(Variable::Title)],
        "date" => record
            .date(DateVariable::Issued)
            .iter()
            .map(ToString::to_string)
            .collect(),
        "repository" => {
            let archival = record.archival.as_ref();
            let held = archival.map_or(String::new(), |archival| {
                archival.holding.repository.clone()
            });
            vec![text(Variable::Archive), held]
        }
        _ => vec![text(Variable::ArchiveLocation), text(Variable::CallNumber)],
    }
}

/// The letters and figures, small.
pub fn fold(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The same words; one of them may go on with where the place is, or with what stands there.
fn alike(truth: &str, found: &str) -> bool {
    let (truth, found) = (fold(truth), fold(found));
    !found.is_empty() && (truth.contains(&found) || found.contains(&truth))
}

/// The same words; a date at the end of the one need not stand in the other.
fn same_title(truth: &str, found: &str) -> bool {
    if fold(truth) == fold(found) {
        return true;
    }
    let rest = truth.strip_prefix(found).unwrap_or("x");
    let word = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty() || word.parse::<u32>().is_ok() || month(word).is_some()
    };
    !found.is_empty() && rest.split([' ', '-', '\u{2013}']).all(word)
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

fn month(word: &str) -> Option<usize> {
    let start: String = word.to_lowercase().chars().take(3).collect();
    MONTHS
        .iter()
        .position(|month| *month == start && word.chars().all(char::is_alphabetic))
}

/// Every year, and the month and the day of a date in words or figures.
pub fn same_date(truth: &str, record: &Record) -> bool {
    let Some(date) = record.date(DateVariable::Issued) else {
        return false;
    };
    let found = date.to_string();
    if fold(&found) == fold(truth) || found.starts_with(truth) {
        return true;
    }
    let words: Vec<&str> = truth.split(|c: char| !c.is_alphanumeric()).collect();
    let is_year = |word: &&&str| word.len() == 4 && word.parse::<u32>().is_ok();
    let years: Vec<&&str> = words.iter().filter(is_year).collect();
    let ends = years.iter().min().into_iter().chain(years.iter().max());
    let same_years = !years.is_empty() && ends.into_iter().all(|year| found.contains(**year));
    let same_month = words
        .iter()
        .filter_map(|word| month(word))
        .all(|month| found.contains(&format!("-{:02}", month + 1)));
    let in_figures = truth.len() == 10 && truth.as_bytes()[4] == b'-';
    same_years && same_month && (!in_figures || found.contains(truth))
}

/// The text of the first element of a name, without what is in its tags.
fn element(text: &str, name: &str) -> String {
    content(text, name).map_or_else(String::new, words)
}

/// What stands in the first element of a name, whatever its prefix.
fn content<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    if name.is_empty() {
        return None;
    }
    let opens = text.match_indices('<').find(|(at, _)| {
        let tag = text[at + 1..]
            .split([' ', '>', '\n', '\t', '/'])
            .next()
            .unwrap_or("");
        tag == name
            || tag
                .strip_suffix(name)
                .is_some_and(|prefix| prefix.ends_with(':'))
    });
    let (at, _) = opens?;
    let start = at + text[at..].find('>')? + 1;
    let rest = &text[start..];
    let close = rest.match_indices("</").find(|(at, _)| {
        let tag = rest[at + 2..].split([' ', '>']).next().unwrap_or("");
        tag == name
            || tag
                .strip_suffix(name)
                .is_some_and(|prefix| prefix.ends_with(':'))
    })?;
    Some(&rest[..close.0])
}

fn words(xml: &str) -> String {
    super::kept::without_tags(xml)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What OAI-PMH wraps.
fn within(text: &str) -> &str {
    content(text, "metadata").unwrap_or(text)
}

fn ead(text: &str) -> Truth {
    let description = text.find("<archdesc").map_or(text, |at| &text[at..]);
    let did = content(description, "did").unwrap_or("");
    let repository = content(did, "repository").unwrap_or("");
    let named = ["corpname", "name"].map(|name| element(repository, name));
    let named = named.into_iter().find(|name| !name.is_empty());
    let title = content(did, "unittitle").unwrap_or("");
    // The dates of the bulk stand beside those of the whole; a date for machines may stand beside the words.
    let mut dates = did.split("<unitdate").skip(1);
    let whole = dates
        .find(|date| !date.contains("type=\"bulk\""))
        .unwrap_or("");
    let normal = whole
        .split("normal=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let printed = whole.split(['>', '<']).nth(1).unwrap_or("");
    [
        words(title.split("<unitdate").next().unwrap_or("")),
        normal.unwrap_or(printed).to_owned(),
        named.unwrap_or_else(|| words(repository)),
        element(did, "unitid"),
    ]
}

/// The title of the head; of editions of documents the day that the head gives, and what its source note begins with.
fn tei(text: &str) -> Truth {
    let head = content(text, "teiHeader").unwrap_or("");
    let titles = content(head, "titleStmt").unwrap_or("");
    let main = ["type=\"main\"", "type=\"content\""]
        .iter()
        .find_map(|kind| titles.find(kind));
    let titles = main
        .and_then(|at| titles.get(titles[..at].rfind('<')?..))
        .unwrap_or(titles);
    let created = head.find("type=\"created\"").map_or("", |at| &head[at..]);
    let day = created
        .split(['<', '"'])
        .find(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    let note = content(text, "body")
        .and_then(|body| content(body, "p"))
        .map_or_else(String::new, words);
    let source = note
        .strip_prefix("Source: ")
        .filter(|source| source.contains(", "))
        .unwrap_or("");
    let (repository, place) = source.split_once(", ").unwrap_or(("", ""));
    let identifier = content(head, "msIdentifier").unwrap_or("");
    let or = |one: String, other: &str| {
        if one.is_empty() {
            other.to_owned()
        } else {
            one
        }
    };
    [
        element(titles, "title"),
        day.unwrap_or("").chars().take(10).collect(),
        or(element(identifier, "repository"), repository),
        or(
            element(identifier, "idno"),
            place
                .split_once(". ")
                .map_or(place, |(place, _)| place)
                .trim_end_matches('.'),
        ),
    ]
}

fn marc(text: &str) -> Truth {
    let field = |tag: &str, codes: &str| {
        let from = text.find(&format!("tag=\"{tag}\"")).map(|at| &text[at..])?;
        let field = &from[..from.find("datafield>").unwrap_or(from.len())];
        let parts: Vec<String> = codes
            .chars()
            .filter_map(|code| {
                let part = field.split(&format!("code=\"{code}\">")).nth(1)?;
                Some(words(part.split("</").next()?))
            })
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    };
    let first = |fields: &[(&str, &str)]| {
        fields
            .iter()
            .find_map(|(tag, codes)| field(tag, codes))
            .unwrap_or_default()
    };
    [
        first(&[("245", "ab")]),
        first(&[("245", "f"), ("264", "c"), ("260", "c")]),
        first(&[("852", "b"), ("852", "a")]),
        first(&[("852", "j"), ("852", "h"), ("099", "a")]),
    ]
}

fn mods(text: &str) -> Truth {
    let text = within(text);
    let of = |names: &[&str]| {
        names
            .iter()
            .map(|name| element(text, name))
            .find(|found| !found.is_empty())
    };
    [
        &["title"][..],
        &["dateCreated", "dateIssued"],
        &["physicalLocation"],
        &["shelfLocator", "identifier"],
    ]
    .map(|names| of(names).unwrap_or_default())
}

/// The parts of a name.
fn parts(text: &str) -> String {
    let name = content(text, "nameEntry").unwrap_or("");
    let parts = name
        .split("<part")
        .skip(1)
        .filter_map(|part| part.split(['>', '<']).nth(1));
    parts.collect::<Vec<_>>().join(" ")
}

fn iiif(json: &Json) -> Truth {
    let pair = |names: &[&str]| {
        let pairs = json.member("metadata").map_or(&[][..], Json::elements);
        let named = |pair: &&Json| {
            let labels = pair.member("label").map(languages).unwrap_or_default();
            labels
                .iter()
                .any(|label| names.contains(&label.trim_end_matches("(s)").to_lowercase().as_str()))
        };
        let value = pairs
            .iter()
            .find(named)
            .and_then(|pair| pair.member("value"));
        value
            .and_then(|value| languages(value).pop())
            .unwrap_or_default()
    };
    let text = |key: &str| {
        json.member(key)
            .map(languages)
            .and_then(|all| all.into_iter().next())
            .unwrap_or_default()
    };
    let provider = json
        .member("provider")
        .and_then(|all| all.elements().first())
        .and_then(|one| one.member("label"));
    let named = pair(&[
        "repository",
        "holding institution",
        "physical location",
        "institution",
        "standort",
    ]);
    let day: String = text("navDate").split('T').next().unwrap_or("").to_owned();
    let dated = pair(&[
        "date",
        "date statement",
        "date issued",
        "date of creation",
        "publication date",
        "entstehung",
    ]);
    [
        Some(pair(&["title", "titel"]))
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| text("label")),
        if dated.is_empty() && !day.starts_with("0000") {
            day
        } else {
            dated
        },
        provider
            .and_then(|label| languages(label).pop())
            .unwrap_or(named),
        pair(&[
            "classmark",
            "shelfmark",
            "shelf mark",
            "signatur",
            "call number",
        ]),
    ]
}

/// The texts of a value, the English one first.
fn languages(json: &Json) -> Vec<String> {
    match &json.value {
        Value::String(text) => vec![words(text)],
        Value::Array(all) => {
            let english = |one: &&Json| one.get("@language").text() == Some("en");
            all.iter()
                .find(english)
                .into_iter()
                .chain(all)
                .flat_map(languages)
                .collect()
        }
        Value::Object(_) => {
            let english = json.member("en").or(json.member("@value"));
            let all = json
                .members()
                .iter()
                .filter(|(key, _)| !key.starts_with('@'))
                .map(|(_, member)| member);
            english.into_iter().chain(all).flat_map(languages).collect()
        }
        _ => Vec::new(),
    }
}

/// The first value of a property in the scripts of JSON-LD; of the most telling thing any may be meant.
fn property(text: &str, key: &str) -> String {
    let script = text.split("application/ld+json").nth(1).unwrap_or("");
    if key.is_empty() || script.contains("\"Library\"") {
        return String::new();
    }
    let found = script
        .split(&format!("{key}\": \""))
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    found.unwrap_or("").to_owned()
}

fn bibtex(text: &str, key: &str) -> String {
    let line = text.lines().find(|line| {
        line.split('=')
            .next()
            .is_some_and(|name| name.trim() == key)
    });
    let value = line
        .and_then(|line| line.split_once('='))
        .map_or("", |(_, value)| value);
    value
        .replace(['{', '}', '"'], "")
        .trim()
        .trim_end_matches(',')
        .to_owned()
}

fn wilson(json: &Json) -> Truth {
    let text = |key: &str| json.get(key).text().unwrap_or("").to_owned();
    let source = text("source");
    let place = source
        .split_once(". ")
        .map_or(source.as_str(), |(place, _)| place);
    let (archive, location) = place.split_once(", ").unwrap_or((place, ""));
    [
        text("title"),
        text("original_publication_date"),
        archive.to_owned(),
        location.trim_end_matches('.').to_owned(),
    ]
}

/// Texts may have their fields in a file beside them; they say so much of it as the text itself does.
fn beside(path: &Path, text: &str) -> Truth {
    let fields = std::fs::read_to_string(path.with_extension("json")).unwrap_or_default();
    let Ok(json) = json::parse(&fields) else {
        return Truth::default();
    };
    let [title, date, ..] = wilson(&json);
    let year = date.rsplit(' ').next().unwrap_or("-");
    [
        if fold(text).contains(&fold(&title)) {
            title
        } else {
            String::new()
        },
        if text.contains(year) {
            date
        } else {
            String::new()
        },
        String::new(),
        String::new(),
    ]
}
