//! Reads a corpus and reports on it: `cargo run --release --example corpus -- [options] [FOLDER]`
//!
//! Prints a table: for each format its files, how many were read, how many records have a title, a date, a repository, a
//! location and a creator, how much of the text was kept, the speed, and the warnings by code. Fails on a panic, on a wrong
//! format, and on lost text. Options:
//!
//! ```text
//! --files      a line for each file          --format NAME   only this format
//! --lost       the words that were lost      --warnings      every warning
//! ```
//!
//! Without a folder: `../shared/corpus`, or `corpus` in the folder that `CALLSLIP_SHARED` names; skipped plainly when absent.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use callslip::date::words;
use callslip::export;
use callslip::json::{self, Json, Value};
use callslip::read::{self, Format, Options};
use callslip::record::{DateVariable, Reading, Record, Role, Variable};
use callslip::tree::{Block, Node};
use callslip::warning::Severity;

#[derive(Default)]
struct Choices {
    files: bool,
    lost: bool,
    warnings: bool,
    format: Option<String>,
    folder: Option<PathBuf>,
}

/// What is counted for one format.
#[derive(Default)]
struct Row {
    files: usize,
    read: usize,
    title: usize,
    date: usize,
    repository: usize,
    location: usize,
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
    agreement(&files);
    speed(&files);
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
    count(row, &reading);
    row.bytes += bytes.len();
    row.time += time;
    let words = words_of(&text, reading.format);
    let lost = lost(&words, &reading);
    row.words += words.len();
    row.kept += words.len() - lost.len();
    let whole = ["archive-text", "text", "wilson-json"].contains(&reading.format);
    if whole && !lost.is_empty() {
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

fn count(row: &mut Row, reading: &Reading) {
    let record = &reading.record;
    let add = |count: &mut usize, given: bool| *count += usize::from(given);
    row.files += 1;
    let error = reading.warnings.iter().any(|warning| {
        warning.severity == Severity::Error || warning.code == "format-without-reader"
    });
    add(&mut row.read, !error);
    add(&mut row.title, record.has(Variable::Title));
    add(&mut row.date, !record.dates().is_empty());
    add(
        &mut row.repository,
        record.has(Variable::Archive) || has_repository(record),
    );
    add(
        &mut row.location,
        record.has_any(&[Variable::ArchiveLocation, Variable::CallNumber]),
    );
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
}

fn has_repository(record: &Record) -> bool {
    record
        .archival
        .as_ref()
        .is_some_and(|archival| !archival.holding.repository.is_empty())
}

/// The words that a reader of the input would see: of XML the text, of JSON the strings.
fn words_of(text: &str, format: &str) -> Vec<String> {
    let seen = match Format::from_name(format) {
        Some(Format::ArchiveText | Format::Text | Format::Ris | Format::Bibtex) => text.to_owned(),
        _ => match json::parse(text) {
            Ok(json) => strings(&json),
            Err(_) => without_tags(text),
        },
    };
    let words = seen
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn strings(json: &Json) -> String {
    match &json.value {
        // Some fields hold a list that is written as JSON again.
        Value::String(text) => match json::parse(text) {
            Ok(list) if text.starts_with("[\"") => strings(&list),
            _ => text.clone(),
        },
        Value::Array(_) | Value::Object(_) => {
            let inner = json
                .elements()
                .iter()
                .chain(json.members().iter().map(|(_, member)| member));
            inner.map(strings).collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    }
}

fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                out.push(' ');
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// The words that neither the document nor any record holds.
fn lost<'a>(words: &'a [String], reading: &Reading) -> Vec<&'a str> {
    let mut held = String::new();
    nodes_text(&reading.document.title, &mut held);
    for field in &reading.document.fields {
        held.push_str(&field.label);
        held.push(' ');
        for value in &field.values {
            nodes_text(value, &mut held);
            held.push(' ');
        }
    }
    blocks_text(&reading.document.body, &mut held);
    for record in std::iter::once(&reading.record).chain(&reading.others) {
        held.push_str(&export::export(record, "csl-json").unwrap_or_default());
    }
    // Where marks stand within words (`V[ice]`), the letters are together in one and apart in the other.
    let letters: String = held
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let known: std::collections::HashSet<String> = held
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .collect();
    // What opens a page is shown as its beginning, not in its words.
    let mark = |word: &str| matches!(word, "page" | "break");
    words
        .iter()
        .map(String::as_str)
        .filter(|word| !known.contains(*word) && !letters.contains(word) && !mark(word))
        .collect()
}

fn nodes_text(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Span(_, inner) => nodes_text(inner, out),
            Node::LineBreak => out.push('\n'),
            Node::PageBreak(page) => out.push_str(page),
        }
    }
}

fn blocks_text(blocks: &[Block], out: &mut String) {
    for block in blocks {
        out.push_str(block.number.as_deref().unwrap_or(""));
        out.push(' ');
        nodes_text(&block.nodes, out);
        out.push('\n');
        blocks_text(&block.blocks, out);
    }
}

fn print_table(table: &BTreeMap<&'static str, Row>) {
    println!(
        "{:<14}{:>6}{:>6}{:>7}{:>6}{:>6}{:>6}{:>9}{:>8}{:>8}  warnings",
        "format", "files", "read", "title", "date", "repo", "loc", "creator", "kept %", "MB/s"
    );
    for (format, row) in table {
        let kept = if row.words == 0 {
            100.0
        } else {
            100.0 * row.kept as f64 / row.words as f64
        };
        let speed = row.bytes as f64 / 1e6 / row.time.as_secs_f64().max(1e-9);
        let warnings: Vec<String> = row
            .warnings
            .iter()
            .map(|(code, count)| format!("{code} {count}"))
            .collect();
        println!(
            "{format:<14}{:>6}{:>6}{:>7}{:>6}{:>6}{:>6}{:>9}{kept:>8.1}{speed:>8.1}  {}",
            row.files,
            row.read,
            row.title,
            row.date,
            row.repository,
            row.location,
            row.creator,
            warnings.join(", ")
        );
    }
}

/// Texts that stand beside their own fields (`300237.txt` and `300237.json`): how often the title and the date that the text
/// alone gives are those of the fields.
fn agreement(files: &[PathBuf]) {
    let (mut pairs, mut titles, mut dates) = (0, 0, 0);
    for path in files
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
    {
        let Ok(fields) = std::fs::read_to_string(path.with_extension("json")) else {
            continue;
        };
        let (Ok(text), Ok(fields)) = (std::fs::read_to_string(path), json::parse(&fields)) else {
            continue;
        };
        let Ok(reading) = read::read(&text, &Options::default()) else {
            continue;
        };
        let field = |name: &str| fields.get(name).text().unwrap_or("").to_owned();
        let date = words::parse(&field("original_publication_date")).map(|dated| dated.date);
        let title = reading.record.get(Variable::Title);
        pairs += 1;
        titles += usize::from(!title.is_empty() && field("title").contains(title));
        dates += usize::from(
            date.is_some() && reading.record.date(DateVariable::Issued) == date.as_ref(),
        );
    }
    if pairs > 0 {
        println!(
            "transcripts without a head, beside their fields: {pairs}; title found in {titles}, date in {dates}"
        );
    }
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
