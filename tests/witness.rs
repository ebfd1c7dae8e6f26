//! Other programs as witnesses: what they make of the same input, where their test cases lie beside this checkout
//! (`../shared`, or the folder in `CALLSLIP_SHARED`). The witnesses differ among themselves in small things, so the law is a
//! share of agreement by field, not equality.

use callslip::json::{self, Json};
use callslip::read::{Options, read};
use callslip::record::{DateVariable, Record, Variable};
use std::collections::BTreeMap;
use std::path::PathBuf;

fn shared(path: &str) -> Option<String> {
    let folder = std::env::var("CALLSLIP_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    std::fs::read_to_string(PathBuf::from(folder).join(path)).ok()
}

/// Letters and figures alone, in small letters.
fn bare(text: &str) -> String {
    let mut tag = false;
    let letters = text.chars().filter(|c| {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            c => return !tag && c.is_alphanumeric(),
        }
        false
    });
    letters.flat_map(char::to_lowercase).collect()
}

#[derive(Default)]
struct Agreement(BTreeMap<&'static str, (usize, usize)>);

impl Agreement {
    fn count(&mut self, field: &'static str, wanted: &str, found: &str, whose: &str) {
        if wanted.trim().is_empty() {
            return;
        }
        let (agreed, all) = self.0.entry(field).or_default();
        *all += 1;
        if bare(wanted) == bare(found) || bare(found).contains(&bare(wanted)) {
            *agreed += 1;
        } else {
            println!("{whose}: {field}: wanted {wanted:?}, found {found:?}");
        }
    }
}

fn names(record: &Record) -> String {
    let roles = record.all_names().iter();
    let names = roles.flat_map(|(_, names)| names);
    names
        .map(|name| [name.family.as_str(), &name.literal, &name.given].join(" "))
        .collect::<Vec<_>>()
        .join(" ")
}

fn compare(agreement: &mut Agreement, item: &Json, record: &Record, whose: &str) {
    let text = |key: &str| item.get(key).text().unwrap_or("").to_owned();
    agreement.count("title", &text("title"), record.get(Variable::Title), whose);
    let year = |text: &str| {
        let digits = text.split(|c: char| !c.is_ascii_digit());
        digits
            .filter(|digits| digits.len() == 4)
            .map(str::to_owned)
            .next()
            .unwrap_or_default()
    };
    let date = record.date(DateVariable::Issued);
    let found = date.map_or_else(String::new, |date| format!("{date} {}", date.literal));
    agreement.count("year", &year(&text("date")), &found, whose);
    for (field, variable) in [
        ("publisher", Variable::Publisher),
        ("place", Variable::PublisherPlace),
        ("volume", Variable::Volume),
        ("DOI", Variable::Doi),
        ("publicationTitle", Variable::ContainerTitle),
    ] {
        agreement.count(field, &text(field), record.get(variable), whose);
    }
    for creator in item.member("creators").map_or(&[][..], Json::elements) {
        let last = creator.get("lastName").text().unwrap_or("");
        agreement.count("creator", last, &names(record), whose);
    }
}

fn agreement(file: &str, format: &str) -> Option<Agreement> {
    let text = shared(&format!("corpus/zotero/{file}"))?;
    let cases = json::parse(&text).expect("JSON");
    let mut agreement = Agreement::default();
    for (number, case) in cases.elements().iter().enumerate() {
        let Some(input) = case.get("input").text() else {
            continue;
        };
        let options = Options {
            format: format.to_owned(),
            ..Options::default()
        };
        let reading = read(input, &options).expect("a known format");
        let records: Vec<&Record> = std::iter::once(&reading.record)
            .chain(&reading.others)
            .collect();
        let items = case.member("items").map_or(&[][..], Json::elements);
        for (item, record) in items.iter().zip(records) {
            compare(&mut agreement, item, record, &format!("{file} {number}"));
        }
    }
    Some(agreement)
}

fn at_least(file: &str, format: &str, share: f64) {
    let Some(agreement) = agreement(file, format) else {
        println!("skipped: no shared data beside this checkout");
        return;
    };
    for (field, (agreed, all)) in agreement.0 {
        println!("{format}: {field}: {agreed} of {all}");
        let found = agreed as f64 / all as f64;
        assert!(
            all < 5 || found >= share,
            "{format}: {field}: {agreed} of {all}"
        );
    }
}

#[test]
fn bibtex() {
    at_least("BibTeX.testcases.json", "bibtex", 0.85);
}

#[test]
fn marcxml() {
    at_least("MARCXML.testcases.json", "marcxml", 0.8);
}
