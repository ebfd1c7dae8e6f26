//! Reads a corpus and reports on it: `cargo run --release --example corpus -- [options] [FOLDER]`
//!
//! Prints a table: for each format its files, how many were read, in how many of those that have a title, a date, a
//! repository and a location it was read right, how many have a creator, how much of the text was kept, the speed, and the
//! warnings by code; then how far the items agree that Zotero's test cases expect. Fails on a panic, on a wrong format, on
//! lost text, and when a field is right in fewer files than `truth::FIELDS` asks for. Options:
//!
//! ```text
//! --files      a line for each file          --format NAME   only this format
//! --lost       the words that were lost      --warnings      every warning
//! --misses     the fields that are wrong, beside what was expected
//! ```
//!
//! Without a folder: `../shared/corpus`, or `corpus` in the folder that `CALLSLIP_SHARED` names; skipped plainly when absent.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

mod kept;
mod truth;
mod zotero;

use callslip::read::{self, Options};
use callslip::record::{DateVariable, Reading, Role, Variable};
use callslip::warning::Severity;

#[derive(Default)]
struct Choices {
    files: bool,
    lost: bool,
    warnings: bool,
    misses: bool,
    format: Option<String>,
    folder: Option<PathBuf>,
}

/// What is counted for one format.
#[derive(Default)]
struct Row {
    files: usize,
    read: usize,
    /// Of the files that have each of [`truth::FIELDS`], how many were read right.
    fields: [(usize, usize); 4],
    creator: usize,
    words: usize,
    kept: usize,
    bytes: usize,
    time: Duration,
    warnings: BTreeMap<&'static str, usize>,
}

fn main() -> ExitCode {
    let choices = choices();
    let shared = || std::env::var("CALLSLIP_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let folder = choices
        .folder
        .clone()
        .unwrap_or_else(|| Path::new(&shared()).join("corpus"));
    let files = files(&folder);
    if files.is_empty() {
        println!(
            "corpus: skipped: there is no corpus at {}",
            folder.display()
        );
        return ExitCode::SUCCESS;
    }
    let mut table: BTreeMap<&'static str, Row> = BTreeMap::new();
    let mut faults = Vec::new();
    for file in &files {
        one(file, &choices, &mut table, &mut faults);
    }
    print_table(&table);
    if choices.format.is_none() {
        faults.extend(targets(&table));
        zotero::report(&files, choices.misses);
        speed(&files);
    }
    for fault in &faults {
        println!("FAULT {fault}");
    }
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn choices() -> Choices {
    let mut choices = Choices::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--files" => choices.files = true,
            "--lost" => choices.lost = true,
            "--misses" => choices.misses = true,
            "--warnings" => choices.warnings = true,
            "--format" => choices.format = words.next(),
            _ => choices.folder = Some(PathBuf::from(word)),
        }
    }
    choices
}

/// The documents of a folder and the folders in it; indexes and lists of citations are none.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = match std::fs::read_dir(folder) {
        Ok(entries) => entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect(),
        Err(_) => return found,
    };
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path
            .extension()
            .is_some_and(|extension| extension != "jsonl")
        {
            found.push(path);
        }
    }
    found
}

fn one(
    path: &Path,
    choices: &Choices,
    table: &mut BTreeMap<&'static str, Row>,
    faults: &mut Vec<String>,
) {
    let shown = short(path);
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return faults.push(format!("{shown}: {error}")),
    };
    let start = Instant::now();
    let Ok(result) = catch_unwind(AssertUnwindSafe(|| {
        let (text, mut warnings) = read::decode(&bytes);
        let mut reading = read::read(&text, &Options::default());
        if let Ok(reading) = &mut reading {
            reading.warnings.append(&mut warnings);
        }
        (text, reading)
    })) else {
        return faults.push(format!("{shown}: panic"));
    };
    let time = start.elapsed();
    let (text, reading) = match result {
        (text, Ok(reading)) => (text, reading),
        (_, Err(error)) => return faults.push(format!("{shown}: {error}")),
    };
    if choices
        .format
        .as_ref()
        .is_some_and(|format| format != reading.format)
    {
        return;
    }
    let expected = expected(path);
    if !expected.contains(&reading.format) {
        faults.push(format!(
            "{shown}: read as {}, expected {}",
            reading.format,
            expected.join(" or ")
        ));
    }
    let row = table.entry(reading.format).or_default();
    if !count(row, &reading) {
        faults.push(format!("{shown}: not read without error"));
    }
    for (at, (field, _)) in truth::FIELDS.iter().enumerate() {
        let expected = match reading.format {
            "zotero-json" => zotero::expected(&text, field),
            format => vec![truth::of(path, &text, format)[at].clone()],
        };
        let records = std::iter::once(&reading.record).chain(&reading.others);
        let wrong = |(expected, record): (&String, _)| {
            let wrong = !expected.is_empty() && !truth::right(field, expected, record);
            if wrong && choices.misses {
                let found = truth::found(field, record);
                println!("{shown}: {field}: {found:?}, expected {expected:?}");
            }
            wrong
        };
        let has = expected.iter().any(|expected| !expected.is_empty());
        let wrong = expected
            .iter()
            .zip(records)
            .filter(|pair| wrong(*pair))
            .count();
        row.fields[at].0 += usize::from(has && wrong == 0);
        row.fields[at].1 += usize::from(has);
    }
    row.bytes += bytes.len();
    row.time += time;
    let words = kept::words_of(&text, reading.format);
    let lost = kept::lost(&words, &reading);
    row.words += words.len();
    row.kept += words.len() - lost.len();
    if lost.len() * 1000 > words.len() {
        faults.push(format!(
            "{shown}: lost {}",
            lost.iter().take(12).copied().collect::<Vec<_>>().join(" ")
        ));
    }
    details(&shown, choices, &reading, &lost);
}

fn details(shown: &str, choices: &Choices, reading: &Reading, lost: &[&str]) {
    if choices.files {
        let record = &reading.record;
        let date = record
            .date(DateVariable::Issued)
            .map(ToString::to_string)
            .unwrap_or_default();
        println!(
            "{shown}: {} | {} | {date} | {} | {}",
            reading.format,
            record.get(Variable::Title),
            record.get(Variable::Archive),
            record.get(Variable::ArchiveLocation)
        );
    }
    if choices.lost && !lost.is_empty() {
        println!(
            "{shown}: lost {} words: {}",
            lost.len(),
            lost.iter().take(40).copied().collect::<Vec<_>>().join(" ")
        );
    }
    if choices.warnings {
        for warning in &reading.warnings {
            println!(
                "{shown}: {} {}: {}",
                warning.severity.name(),
                warning.code,
                warning.message
            );
        }
    }
}

/// The last two parts of a path.
fn short(path: &Path) -> String {
    let mut parts: Vec<_> = path
        .iter()
        .rev()
        .take(2)
        .map(|part| part.to_string_lossy())
        .collect();
    parts.reverse();
    parts.join("/")
}

/// The formats that a file of the corpus may be, by its folder and name: not by what it holds.
fn expected(path: &Path) -> Vec<&'static str> {
    let name = short(path);
    let (folder, name) = name.split_once('/').unwrap_or(("", &name));
    let holds = |part: &str| name.contains(part);
    match folder {
        "wilson" if name.ends_with(".json") => vec!["wilson-json"],
        "wilson" => vec!["archive-text", "text"],
        "ead" => vec!["ead"],
        "tei-frus" => vec!["tei"],
        // The folder has DocBook, JATS and RELAX NG among the TEI.
        "tei"
            if holds("docbook")
                || holds("contentmodel")
                || holds("hertziana")
                || holds("installation")
                || holds("quickstart") =>
        {
            vec!["xml"]
        }
        "tei" => vec!["tei"],
        "iiif" if holds("broken") => vec!["json"],
        "iiif" => vec!["iiif"],
        "jsonld" => vec!["json-ld"],
        "marc" if holds("oai_dc") => vec!["dublin-core"],
        "marc" if holds("mods") => vec!["mods"],
        "marc" if holds("eac") || holds("RCR") => vec!["eac"],
        "marc" if holds("list_sets") || holds("identify") => vec!["xml"],
        "marc" => vec!["marcxml"],
        "zotero" if name.ends_with(".bib") => vec!["bibtex"],
        "zotero" if name.ends_with(".ris") => vec!["ris"],
        "zotero" if name.ends_with(".xml") => vec!["mods", "marcxml", "xml"],
        "zotero" if holds("csl") => vec!["csl-json"],
        // An empty list of test cases is an empty list of items.
        "zotero" if std::fs::metadata(path).is_ok_and(|data| data.len() < 8) => {
            vec!["csl-json", "zotero-json"]
        }
        "zotero" if name.ends_with(".json") => vec!["zotero-json"],
        "zotero" => vec!["bibtex", "ris", "text"],
        _ => vec!["archive-text", "text"],
    }
}

/// Counts a reading; `false` when it was not read as what it is.
fn count(row: &mut Row, reading: &Reading) -> bool {
    let record = &reading.record;
    let add = |count: &mut usize, given: bool| *count += usize::from(given);
    row.files += 1;
    let error = reading.warnings.iter().any(|warning| {
        warning.severity == Severity::Error || warning.code == "format-without-reader"
    });
    add(&mut row.read, !error);
    add(
        &mut row.creator,
        record.has_any_name(&[
            Role::Author,
            Role::Editor,
            Role::Compiler,
            Role::Contributor,
        ]),
    );
    for warning in &reading.warnings {
        *row.warnings.entry(warning.code).or_default() += 1;
    }
    !error
}

fn print_table(table: &BTreeMap<&'static str, Row>) {
    println!(
        "{:<14}{:>6}{:>6}{:>9}{:>9}{:>11}{:>9}{:>9}{:>8}{:>8}  warnings",
        "format",
        "files",
        "read",
        "title",
        "date",
        "repository",
        "location",
        "creator",
        "kept %",
        "MB/s"
    );
    for (format, row) in table {
        let kept = if row.words == 0 {
            100.0
        } else {
            100.0 * row.kept as f64 / row.words as f64
        };
        let speed = row.bytes as f64 / 1e6 / row.time.as_secs_f64().max(1e-9);
        let [title, date, repository, location] =
            row.fields.map(|(right, have)| format!("{right}/{have}"));
        let warnings: Vec<String> = row
            .warnings
            .iter()
            .map(|(code, count)| format!("{code} {count}"))
            .collect();
        println!(
            "{format:<14}{:>6}{:>6}{title:>9}{date:>9}{repository:>11}{location:>9}{:>9}{kept:>8.1}{speed:>8.1}  {}",
            row.files,
            row.read,
            row.creator,
            warnings.join(", ")
        );
    }
}

/// What is below its target, over all formats.
fn targets(table: &BTreeMap<&'static str, Row>) -> Vec<String> {
    let mut below = Vec::new();
    for (at, (field, target)) in truth::FIELDS.iter().enumerate() {
        let all = table.values().map(|row| row.fields[at]);
        let (right, have) = all.fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
        let line =
            format!("{field}: right in {right} of {have} files that have it, target {target} %");
        println!("{line}");
        if right * 100 < have * target {
            below.push(line);
        }
    }
    below
}

/// The speed on one long archive text, made of the corpus's own.
fn speed(files: &[PathBuf]) {
    let texts = files
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let all: String = texts
        .filter(|path| path.to_string_lossy().contains("wilson"))
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    if all.is_empty() {
        return;
    }
    let long = all.repeat(8_000_000 / all.len() + 1);
    let start = Instant::now();
    let reading = read::read(
        &long,
        &Options {
            format: "archive-text".to_owned(),
            ..Options::default()
        },
    );
    let time = start.elapsed().as_secs_f64();
    let blocks = reading.map_or(0, |reading| reading.document.body.len());
    println!(
        "one archive text of {:.1} MB: {blocks} blocks, {:.0} MB/s",
        long.len() as f64 / 1e6,
        long.len() as f64 / 1e6 / time
    );
}
