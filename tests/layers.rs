//! Arrows only go down: reads which module names which, and holds it against the house's plan.
//!
//! ```text
//! 5  wasm
//! 4  lib
//! 3  read   chicago   export   write     never see each other
//! 2  record
//! 1  date   name   tree   json   error   utf16
//! 0  letters   digits   order   scan   warning
//! ```
//!
//! Unit tests (what stands under `#[cfg(test)]`, and files called `tests.rs`) may go all the way through; they are left
//! out. So are comments, and with them the documentation's examples.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LAYERS: [&[&str]; 6] = [
    &["digits", "letters", "order", "scan", "warning"],
    &["date", "name", "tree", "json", "error", "utf16"],
    &["record"],
    &["read", "chicago", "export", "write"],
    &["lib"],
    &["wasm"],
];

/// What only the JavaScript face may name.
const BROWSER: [&str; 5] = [
    "wasm_bindgen",
    "js_sys",
    "web_sys",
    "serde_wasm_bindgen",
    "console_error_panic_hook",
];

#[test]
fn every_module_has_its_layer() {
    let found: BTreeSet<String> = sources().map(|source| source.module()).collect();
    for module in &found {
        assert!(layer(module).is_some(), "{module}: in which layer is it?");
    }
    for module in LAYERS.concat() {
        assert!(found.contains(module), "{module}: there is no such module");
    }
}

#[test]
fn arrows_only_go_down() {
    let mut wrong = Vec::new();
    let mut arrows = 0;
    for source in sources() {
        let from = source.module();
        for to in source.named() {
            arrows += 1;
            if to != from && layer(&to) >= layer(&from) {
                wrong.push(format!("{}: {from} names {to}", source.path.display()));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "arrows that go up or sideways:\n{}",
        wrong.join("\n")
    );
    assert!(
        arrows > 20,
        "only {arrows} arrows were found: are the sources still read rightly?"
    );
}

#[test]
fn only_the_javascript_face_knows_the_browser() {
    for source in sources().filter(|source| source.module() != "wasm") {
        for name in BROWSER {
            assert!(
                !source.code.contains(name),
                "{} names {name}",
                source.path.display()
            );
        }
    }
}

#[test]
fn a_sources_arrows_are_read_rightly() {
    let source = Source::new(
        "read/tei/header.rs",
        "use crate::tree::Tree;\n\
         use crate::{\n    date::{self, Date},\n    name,\n};\n\
         // crate::write\n\
         use super::super::csl_json;\n\
         #[cfg(test)]\nuse crate::wasm;\n\
         fn f() -> super::super::super::error::Error {\n    crate::json::parse()\n}\n\
         #[cfg(test)]\nmod tests {\n    use crate::write;\n}\n\
         use crate::record::Record;\n",
    );
    assert_eq!(source.module(), "read");
    let expected = ["date", "error", "json", "name", "record", "tree"];
    assert_eq!(source.named(), expected.map(str::to_owned).into());
}

struct Source {
    /// Below `src`.
    path: PathBuf,
    /// Without comments and unit tests.
    code: String,
}

impl Source {
    fn new(path: impl Into<PathBuf>, text: &str) -> Self {
        let path = path.into();
        Self {
            path,
            code: code(text),
        }
    }

    /// The name of the crate's module it belongs to.
    fn module(&self) -> String {
        let first = self.path.iter().next().expect("a path has a part");
        let first = first.to_str().expect("the names of sources are plain");
        first.trim_end_matches(".rs").to_owned()
    }

    /// How many modules deep it is: 1 for `read.rs` and `read/mod.rs`, 2 for `read/tei.rs`.
    fn depth(&self) -> usize {
        let is_root = ["mod.rs", "lib.rs"]
            .iter()
            .any(|name| self.path.ends_with(name));
        self.path.iter().count() - usize::from(is_root)
    }

    /// The crate's modules that it names.
    fn named(&self) -> BTreeSet<String> {
        let supers = "super::".repeat(self.depth());
        ["crate::", &supers]
            .into_iter()
            .flat_map(|root| self.after(root))
            .flat_map(names)
            .filter(|name| layer(name).is_some())
            .collect()
    }

    /// The code after each place where this stands as a path's beginning.
    fn after(&self, root: &str) -> Vec<&str> {
        if root.is_empty() {
            return Vec::new();
        }
        self.code
            .match_indices(root)
            .filter(|(at, _)| {
                !self.code[..*at].ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c))
            })
            .map(|(at, _)| &self.code[at + root.len()..])
            .collect()
    }
}

/// The first name of each path: of `a::b` or of each part of `{a::b, c}`.
fn names(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        let end = path
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(path.len());
        return vec![path[..end].to_owned()];
    };
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            _ if depth == 0 => parts.last_mut().expect("there is one").push(character),
            _ => {}
        }
    }
    parts.iter().flat_map(|part| names(part.trim())).collect()
}

/// A source without comments and without what only tests see; rustfmt's layout tells where that ends.
fn code(text: &str) -> String {
    let mut lines = text.lines();
    let mut kept = String::new();
    while let Some(line) = lines.next() {
        let bare = line.trim_start();
        if bare == "#[cfg(test)]" {
            let end = format!("{}}}", &line[..line.len() - bare.len()]);
            let first = lines
                .by_ref()
                .find(|line| !line.trim_start().starts_with("#["));
            if !first.is_some_and(|line| line.ends_with(';')) {
                lines.by_ref().find(|line| *line == end);
            }
        } else if !bare.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|modules| modules.contains(&module))
}

fn sources() -> impl Iterator<Item = Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    files(&root).into_iter().map(move |file| {
        let text = fs::read_to_string(&file).expect("a source can be read");
        let path = file.strip_prefix(&root).expect("it lies below src");
        Source::new(path, &text)
    })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    entries
        .map(|entry| entry.expect("the entry can be read").path())
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .filter(|path| !path.ends_with("tests.rs"))
        .collect()
}
