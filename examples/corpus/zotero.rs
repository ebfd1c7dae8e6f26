//! Zotero's test cases for its translators: the items that they expect.

use super::truth;
use callslip::json::{self, Json};
use callslip::read::{self, Options};
use callslip::record::{DateVariable, Reading, Record, Role, Variable};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a field of every item of a file should be, taken from its JSON as it is.
pub fn expected(text: &str, field: &str) -> Vec<String> {
    let Ok(json) = json::parse(text) else {
        return Vec::new();
    };
    let mut items = Vec::new();
    collect(&json, &mut items);
    let keys: &[&str] = match field {
        "title" => &["title", "caseName", "nameOfAct", "subject"],
        "date" => &["date", "dateDecided", "dateEnacted", "issueDate"],
        "repository" => &["archive"],
        _ => &["archiveLocation", "callNumber"],
    };
    let value = |item: &&Json| {
        let found = keys.iter().find_map(|key| item.get(key).text());
        found.unwrap_or("").to_owned()
    };
    items.iter().map(value).collect()
}

/// Whatever has a type and is more than a note.
fn collect<'a>(json: &'a Json<'a>, items: &mut Vec<&'a Json<'a>>) {
    match json.get("itemType").text() {
        Some("note" | "attachment") | None => {}
        Some(_) => return items.push(json),
    }
    let members = json.members().iter().map(|(_, member)| member);
    json.elements()
        .iter()
        .chain(members)
        .for_each(|inner| collect(inner, items));
}

/// For each field, how many items have it and in how many it is what Zotero expects.
type Tally = BTreeMap<&'static str, (usize, usize)>;

/// Reads what Zotero's translators import, and prints how far the records agree with the items that they expect.
pub fn report(files: &[PathBuf], misses: bool) {
    let mut tallies: BTreeMap<&'static str, (usize, Tally)> = BTreeMap::new();
    for path in files
        .iter()
        .filter(|path| path.to_string_lossy().ends_with(".testcases.json"))
    {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let tests = json::parse(&text).ok();
        for test in tests.iter().flat_map(Json::elements) {
            let (Some(input), Some(items)) = (test.get("input").text(), test.member("items"))
            else {
                continue;
            };
            let Ok(reading) = read::read(input, &Options::default()) else {
                continue;
            };
            let (tests, tally) = tallies.entry(reading.format).or_default();
            *tests += 1;
            compare(&reading, items, tally, misses);
        }
    }
    for (format, (tests, tally)) in tallies {
        let fields: Vec<String> = tally
            .iter()
            .map(|(field, (right, have))| format!("{field} {right}/{have}"))
            .collect();
        println!(
            "what Zotero expects of {format}, {tests} test cases: {}",
            fields.join(", ")
        );
    }
}

fn compare(reading: &Reading, items: &Json, tally: &mut Tally, misses: bool) {
    let options = Options {
        format: "zotero-json".to_owned(),
        ..Options::default()
    };
    let Ok(wanted) = read::read(&json::write(&items.value), &options) else {
        return;
    };
    let found: Vec<&Record> = std::iter::once(&reading.record)
        .chain(&reading.others)
        .collect();
    let wanted: Vec<&Record> = std::iter::once(&wanted.record)
        .chain(&wanted.others)
        .collect();
    for (at, wanted) in wanted.iter().enumerate() {
        let title = |record: &Record| truth::fold(record.get(Variable::Title));
        let same = found.iter().find(|found| title(found) == title(wanted));
        let Some(found) = same.or(found.get(at)) else {
            continue;
        };
        for ((field, wanted), (_, found)) in facts(wanted).into_iter().zip(facts(found)) {
            if wanted.is_empty() {
                continue;
            }
            let right = truth::fold(&wanted) == truth::fold(&found);
            let (all_right, have) = tally.entry(field).or_default();
            *all_right += usize::from(right);
            *have += 1;
            if misses && !right {
                println!(
                    "zotero {} {field}: {found:?}, expected {wanted:?}",
                    reading.format
                );
            }
        }
    }
}

/// What is compared of a record.
fn facts(record: &Record) -> Vec<(&'static str, String)> {
    let texts = [
        Variable::Title,
        Variable::ContainerTitle,
        Variable::CollectionTitle,
        Variable::Volume,
        Variable::Issue,
        Variable::Page,
        Variable::Publisher,
        Variable::PublisherPlace,
        Variable::Edition,
        Variable::Isbn,
        Variable::Issn,
        Variable::Doi,
        Variable::Url,
        Variable::Abstract,
        Variable::Archive,
        Variable::ArchiveLocation,
        Variable::CallNumber,
    ];
    let mut facts: Vec<_> = texts
        .map(|variable| (variable.name(), record.get(variable).to_owned()))
        .into();
    let date = record.date(DateVariable::Issued).map(ToString::to_string);
    facts.push(("date", date.unwrap_or_default()));
    facts.push(("type", record.kind.name().to_owned()));
    for role in [Role::Author, Role::Editor, Role::Translator] {
        let names = record.names(role).iter();
        let names = names.map(|name| {
            [
                &name.literal,
                &name.non_dropping_particle,
                &name.family,
                &name.given,
            ]
            .map(String::as_str)
            .concat()
        });
        facts.push((role.name(), names.collect::<Vec<_>>().join(" ")));
    }
    facts
}
