//! Scores the engine on gold data: `cargo run --example gold -- [options] FILE.jsonl...`
//!
//! Each line of a file is `{ id, edition, form, locator, item, expected_html, expected_text, ... }`. Prints a table of
//! edition x form, passed of total, and one of kind of source x edition x form. Options:
//!
//! ```text
//! --misses          print the lines that differ      --form NAME     only this form
//! --limit N         at most N of them                --edition 17|18 only this edition
//!                                                    --type TYPE     only this CSL type
//! --at-least P      fail when a cell is below P per cent
//! --printed P       fail when printed citations of quality A and A2 are together below P per cent
//! --listed FILE     fail when a citation that differs is not in the file's tables, or one that is there no longer differs
//! ```
//!
//! Without files: `../shared/gold/*.jsonl`, or those of the folder in `CALLSLIP_SHARED`; skipped plainly when absent.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use callslip::chicago::{self, Edition, Form, Locator, Options};
use callslip::json::{self, Json, Value};
use callslip::read::csl_json;
use callslip::write;

#[derive(Default)]
struct Choices {
    misses: bool,
    limit: Option<usize>,
    at_least: Option<f64>,
    printed: Option<f64>,
    listed: Option<PathBuf>,
    form: Option<String>,
    edition: Option<String>,
    kind: Option<String>,
    files: Vec<PathBuf>,
}

type Score = (usize, usize);

#[derive(Default)]
struct Table {
    cells: BTreeMap<(String, String), Score>,
    /// By kind, then by edition and form.
    kinds: BTreeMap<String, BTreeMap<(String, String), Score>>,
    printed: Score,
    shown: usize,
    /// The ids of all cases, and whether each differs.
    differs: BTreeMap<String, bool>,
}

fn main() -> ExitCode {
    let choices = choices();
    let files = if choices.files.is_empty() {
        shared_files()
    } else {
        choices.files.clone()
    };
    if files.is_empty() {
        println!("gold: skipped: no gold data beside this checkout (../shared/gold)");
        return ExitCode::SUCCESS;
    }
    let mut failed = false;
    let mut differs = BTreeMap::new();
    for file in &files {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("gold: {}: {error}", file.display());
                return ExitCode::FAILURE;
            }
        };
        let mut table = Table::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match json::parse(line) {
                Ok(case) => run(&case, &choices, &mut table),
                Err(error) => eprintln!("gold: not JSON: {} at {}", error.message, error.at),
            }
        }
        println!("{}", file.display());
        failed |= print(&table, &choices);
        differs.append(&mut table.differs);
    }
    if let Some(file) = &choices.listed {
        failed |= !check_list(file, &differs);
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn choices() -> Choices {
    let mut choices = Choices::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_default();
        match argument.as_str() {
            "--misses" => choices.misses = true,
            "--limit" => choices.limit = value().parse().ok(),
            "--at-least" => choices.at_least = value().parse().ok(),
            "--printed" => choices.printed = value().parse().ok(),
            "--listed" => choices.listed = Some(value().into()),
            "--form" => choices.form = Some(value()),
            "--edition" => choices.edition = Some(value()),
            "--type" => choices.kind = Some(value()),
            file => choices.files.push(file.into()),
        }
    }
    choices
}

fn shared_files() -> Vec<PathBuf> {
    let shared = std::env::var("CALLSLIP_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let Ok(folder) = std::fs::read_dir(PathBuf::from(shared).join("gold")) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = folder
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "jsonl")
        })
        .collect();
    files.sort();
    files
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Some lines escape the ampersand and some do not.
fn amps(html: &str) -> String {
    html.replace("&amp;", "&")
}

fn options(case: &Json) -> Options {
    let locator = case
        .member("locator")
        .filter(|json| !json.members().is_empty());
    Options {
        edition: match case.get("edition").text() {
            Some("17") => Edition::Seventeenth,
            _ => Edition::Eighteenth,
        },
        form: Form::from_name(case.get("form").text().unwrap_or("")).unwrap_or_default(),
        locator: locator.map(|json| Locator {
            label: json.get("label").text().unwrap_or("").to_owned(),
            value: json.get("value").text().unwrap_or("").to_owned(),
        }),
        ..Options::default()
    }
}

fn run(case: &Json, choices: &Choices, table: &mut Table) {
    let text = |key: &str| case.get(key).text().unwrap_or("").to_owned();
    let (edition, form) = (text("edition"), text("form"));
    let Some(item) = case.member("item") else {
        return;
    };
    let kind = item.get("type").text().unwrap_or("").to_owned();
    let differs = |wanted: &Option<String>, found: &str| {
        wanted.as_deref().is_some_and(|wanted| wanted != found)
    };
    if differs(&choices.form, &form)
        || differs(&choices.edition, &edition)
        || differs(&choices.kind, &kind)
    {
        return;
    }
    // Strings that depart from the Manual are not scored.
    if text("quality") == "C" {
        return;
    }
    let record = match csl_json::item(item, &mut Vec::new()) {
        Ok(record) => record,
        Err(error) => return eprintln!("gold: {error}"),
    };
    let citation = chicago::cite(&record, &options(case));
    let html = amps(&fold(&write::html(&citation.tree)));
    let plain = fold(&write::text(&citation.tree));
    let italics_known = !matches!(case.get("italics_known"), Value::Bool(false));
    let passed = plain == fold(&text("expected_text"))
        && (!italics_known || html == amps(&fold(&text("expected_html"))));
    let count = |score: &mut Score| {
        score.0 += usize::from(passed);
        score.1 += 1;
    };
    if matches!(case.get("quality").text(), Some("A" | "A2")) {
        count(&mut table.printed);
    }
    let column = (edition.clone(), form.clone());
    let kinds = table.kinds.entry(kind.clone()).or_default();
    count(kinds.entry(column).or_default());
    let row = match case.get("quality").text() {
        Some(quality) => format!("{edition} {quality}"),
        None => edition,
    };
    count(table.cells.entry((row, form.clone())).or_default());
    table.differs.insert(text("id"), !passed);
    if !passed && choices.misses && choices.limit.is_none_or(|limit| table.shown < limit) {
        table.shown += 1;
        println!("{} [{kind}] {}", text("id"), text("section"));
        println!("  want {}", fold(&text("expected_html")));
        println!("  have {html}");
    }
}

/// The ids in the first column of a file's tables. Each stands for one case or, up to a hyphen, for several:
/// `486c68e8-18`.
fn listed_ids(text: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| line.strip_prefix('|')?.split('|').next())
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect()
}

fn is_of(id: &str, listed: &str) -> bool {
    id.strip_prefix(listed)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// Whether every case that differs is listed, and every listed id has a case that differs.
fn check_list(file: &Path, differs: &BTreeMap<String, bool>) -> bool {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("gold: {}: {error}", file.display());
            return false;
        }
    };
    let listed = listed_ids(&text);
    let misses = || {
        differs
            .iter()
            .filter(|(_, differs)| **differs)
            .map(|(id, _)| id)
    };
    let mut good = true;
    for id in misses().filter(|id| !listed.iter().any(|listed| is_of(id, listed))) {
        println!("  {id} differs and is not listed in {}", file.display());
        good = false;
    }
    for listed in listed
        .iter()
        .filter(|listed| !misses().any(|id| is_of(id, listed)))
    {
        println!(
            "  {listed} is listed in {} and no longer differs",
            file.display()
        );
        good = false;
    }
    good
}

fn percent((passed, total): Score) -> f64 {
    100.0 * passed as f64 / total.max(1) as f64
}

/// Prints the tables; whether a cell is too low.
fn print(table: &Table, choices: &Choices) -> bool {
    let mut low = false;
    for ((edition, form), score) in &table.cells {
        let mark = if choices
            .at_least
            .is_some_and(|least| percent(*score) < least)
        {
            low = true;
            "  too low"
        } else {
            ""
        };
        println!(
            "  {edition:<6} {form:<15} {:>5} of {:>5}  {:5.1} %{mark}",
            score.0,
            score.1,
            percent(*score)
        );
    }
    if table.printed.1 > 0 {
        let least = choices.printed.unwrap_or_default();
        let is_low = percent(table.printed) < least;
        println!(
            "  A and A2               {:>5} of {:>5}  {:5.1} %{}",
            table.printed.0,
            table.printed.1,
            percent(table.printed),
            if is_low { "  too low" } else { "" }
        );
        low |= is_low;
    }
    print_kinds(&table.kinds);
    low
}

/// What is cited, and in its columns the editions and forms.
const COLUMNS: [(&str, &str); 5] = [
    ("note", "note"),
    ("short-note", "short"),
    ("bibliography", "bibl."),
    ("reference-list", "ref."),
    ("in-text", "in t."),
];

/// Prints a line for each kind of source: passed of total, by edition and form.
fn print_kinds(kinds: &BTreeMap<String, BTreeMap<(String, String), Score>>) {
    let editions = ["17", "18"];
    let columns = || {
        editions
            .iter()
            .flat_map(|edition| COLUMNS.map(|(form, label)| (*edition, form, label)))
    };
    let mut head = format!("  {:<22}", "");
    for (edition, _, label) in columns() {
        head.push_str(&format!("{:>10}", format!("{edition} {label}")));
    }
    println!("{head}");
    for (kind, cells) in kinds {
        let mut line = format!("  {kind:<22}");
        for (edition, form, _) in columns() {
            let cell = match cells.get(&(edition.to_owned(), form.to_owned())) {
                Some((passed, total)) => format!("{passed}/{total}"),
                None => "-".to_owned(),
            };
            line.push_str(&format!("{cell:>10}"));
        }
        println!("{line}");
    }
}
