//! Which format an input is of.

use crate::scan;

/// Declares the formats with their names.
macro_rules! formats {
    ($($(#[$doc:meta])* $member:ident = $name:literal,)*) => {
        /// A format of the input.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Format { $($(#[$doc])* $member,)* }

        impl Format {
            /// All formats.
            pub const ALL: &'static [Self] = &[$(Self::$member,)*];

            /// The format's name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$member => $name,)* }
            }

            /// The format of this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$member),)* _ => None }
            }
        }
    };
}

formats! {
    /// A document as an archive exports it: head, citation, transcript.
    ArchiveText = "archive-text",
    /// Fields of the Wilson Center's documents as JSON.
    WilsonJson = "wilson-json",
    /// Plain text without a head.
    Text = "text",
    /// CSL-JSON items.
    CslJson = "csl-json",
    /// Zotero's own items.
    ZoteroJson = "zotero-json",
    /// RIS.
    Ris = "ris",
    /// BibTeX and BibLaTeX.
    Bibtex = "bibtex",
    /// MARC 21 in XML.
    Marcxml = "marcxml",
    /// MODS.
    Mods = "mods",
    /// TEI P4 and P5.
    Tei = "tei",
    /// EAD 2002 and EAD3.
    Ead = "ead",
    /// EAC-CPF.
    Eac = "eac",
    /// Dublin Core in XML, as OAI-PMH gives it.
    DublinCore = "dublin-core",
    /// A IIIF Presentation manifest or collection.
    Iiif = "iiif",
    /// JSON-LD of schema.org, by itself or in a text about it.
    JsonLd = "json-ld",
    /// A web page.
    Html = "html",
    /// A PDF, whose text is taken out of it by `readPdf` of `callslip/pdf`.
    Pdf = "pdf",
    /// Other XML.
    Xml = "xml",
    /// Other JSON.
    Json = "json",
}

/// Finds the format of a text.
///
/// ```
/// use callslip::read::{Format, sniff};
/// assert_eq!(sniff("TY  - BOOK\nER  - "), Format::Ris);
/// assert_eq!(sniff("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>"), Format::Tei);
/// ```
pub fn sniff(text: &str) -> Format {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    match text.chars().next() {
        Some('<') => markup(text),
        Some('%') if is_pdf(text.as_bytes()) => Format::Pdf,
        Some('{' | '[') if is_json(text) => json(text),
        _ if is_ris(text) => Format::Ris,
        _ if is_bibtex(text) => Format::Bibtex,
        _ if scan::has(head_of(text, 65_536), "application/ld+json", b'+') => Format::JsonLd,
        _ if scan::has(head_of(text, 2048), "\nTY  - ", b'Y') => Format::Ris,
        _ => Format::ArchiveText,
    }
}

/// Whether bytes are those of a PDF.
///
/// ```
/// use callslip::read::is_pdf;
/// assert!(is_pdf(b"%PDF-1.7\n"));
/// assert!(!is_pdf(b"A letter on %PDF"));
/// ```
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"%PDF-")
}

/// The first bytes of a text, cut at a character.
fn head_of(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// Whether a text goes on as JSON after its first bracket, and not as a remark in brackets.
fn is_json(text: &str) -> bool {
    let next = text
        .get(1..)
        .and_then(|rest| rest.chars().find(|c| !c.is_whitespace()));
    match text.as_bytes().first() {
        Some(b'{') => matches!(next, Some('"' | '}')),
        _ => matches!(next, Some('{' | '[' | ']' | '"')) && !text.starts_with("[["),
    }
}

fn json(text: &str) -> Format {
    let head = head_of(text, 65_536);
    let has = |key: &str| head.contains(key);
    if has("iiif.io/api/")
        || has("\"sc:Manifest\"")
        || has("\"sc:Collection\"")
        || has("shared-canvas.org")
        || is_manifest(head)
    {
        Format::Iiif
    } else if has("\"@context\"") || has("\"@type\"") || has("\"@graph\"") {
        Format::JsonLd
    } else if has("\"text_body\"") || has("\"document_url\"") || has("\"transcripts\"") {
        Format::WilsonJson
    } else if text.contains("\"itemType\"") {
        Format::ZoteroJson
    } else if is_csl(head) || is_empty_list(text) {
        Format::CslJson
    } else {
        Format::Json
    }
}

/// Whether an object that stands by itself or in a list, also one under `items`, has a key of CSL-JSON: objects within it
/// may have any.
fn is_csl(head: &str) -> bool {
    const KEYS: [&str; 4] = ["type", "title", "issued", "container-title"];
    let (mut depth, mut level) = (0_usize, 1);
    let mut rest = head;
    while let Some(at) = rest.find(['{', '}', '"']) {
        let found = rest.as_bytes().get(at).copied();
        rest = rest.get(at + 1..).unwrap_or("");
        match found {
            Some(b'{') => depth += 1,
            Some(b'}') => depth = depth.saturating_sub(1),
            _ => {
                let end = string_end(rest);
                let (key, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                rest = after.get(1..).unwrap_or("");
                if depth == 1 && key == "items" {
                    level = 2;
                }
                if depth == level && rest.trim_start().starts_with(':') && KEYS.contains(&key) {
                    return true;
                }
            }
        }
    }
    false
}

/// The byte at which a string ends that has begun.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}

/// `[]` is an empty list of items.
fn is_empty_list(text: &str) -> bool {
    text.strip_prefix('[')
        .is_some_and(|rest| rest.trim() == "]")
}

/// A manifest of a template that names no context.
fn is_manifest(head: &str) -> bool {
    ["\"Manifest\"", "\"AnnotationPage\"", "\"Canvas\""]
        .iter()
        .any(|kind| head.contains(kind))
        && head.contains("\"items\"")
}

/// Some write one space where RIS has two.
fn is_ris(text: &str) -> bool {
    text.strip_prefix("TY ")
        .is_some_and(|rest| rest.trim_start().starts_with("- "))
}

fn is_bibtex(text: &str) -> bool {
    if scan::SPEED && text.len() < 65_536 && scan::find(text, b'@').is_none() {
        return false;
    }
    let mut rest = text;
    let lines = std::iter::from_fn(|| {
        let end = scan::find(rest, b'\n').map_or(rest.len(), |at| at + 1);
        let (line, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(line.trim_start())
    });
    let mut entries = lines.take(60).filter(|line| line.starts_with('@'));
    entries.any(|line| {
        let word = line.trim_start_matches('@');
        let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
        let rest = word.get(letters..).unwrap_or("").trim_start();
        letters > 2 && rest.starts_with(['{', '('])
    })
}

/// The format of an XML or HTML text, by its root element.
fn markup(text: &str) -> Format {
    let lower = head_of(text, 200).to_ascii_lowercase();
    if lower.starts_with("<!doctype html") {
        return Format::Html;
    }
    let Some(tag) = root(text) else {
        return if lower.starts_with("<?xml") {
            Format::Xml
        } else {
            Format::ArchiveText
        };
    };
    by_root(tag, text)
}

fn by_root(tag: &str, text: &str) -> Format {
    let name = tag
        .split(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
        .next()
        .unwrap_or("");
    let local = name.rsplit(':').next().unwrap_or(name);
    if name.starts_with("http:") || name.starts_with("https:") {
        return Format::ArchiveText;
    }
    match local {
        "TEI" | "TEI.2" | "teiHeader" | "teiCorpus" | "teiCorpus.2" => Format::Tei,
        "ead" => Format::Ead,
        "eac-cpf" | "eac" => Format::Eac,
        "mods" | "modsCollection" => Format::Mods,
        "html" | "HTML" | "head" | "body" | "div" | "p" if !tag.contains("xmlns:") => Format::Html,
        _ if tag.contains("http://www.tei-c.org/ns/1.0") && !tag.contains("xmlns:tei") => {
            Format::Tei
        }
        _ if tag.contains("loc.gov/MARC21") => Format::Marcxml,
        "OAI-PMH" | "export" | "metadata" | "GetRecord" | "ListRecords" => wrapped(text),
        "dc" | "qualifieddc" => Format::DublinCore,
        "collection" | "record" if text.contains("<leader>") => Format::Marcxml,
        _ if !text.starts_with("<?xml") && !name.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            Format::ArchiveText
        }
        _ => Format::Xml,
    }
}

/// The format of the record in a wrapper, by the namespace or element that comes first.
fn wrapped(text: &str) -> Format {
    const INNER: [(&str, Format); 9] = [
        ("<ead", Format::Ead),
        ("urn:isbn:1-931666-22-9", Format::Ead),
        ("<eac-cpf", Format::Eac),
        ("loc.gov/MARC21", Format::Marcxml),
        ("loc.gov/mods", Format::Mods),
        ("<oai_dc:dc", Format::DublinCore),
        ("<dcterms:", Format::DublinCore),
        ("purl.org/dc/", Format::DublinCore),
        ("http://www.tei-c.org/ns/1.0", Format::Tei),
    ];
    let head = head_of(text, 65_536);
    let found = INNER
        .iter()
        .filter_map(|(sign, format)| head.find(sign).map(|at| (at, *format)));
    found
        .min_by_key(|(at, _)| *at)
        .map_or(Format::Xml, |(_, format)| format)
}

/// The inside of the first element's tag: declarations, comments and instructions are passed over.
fn root(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let inside = rest.strip_prefix('<')?;
        rest = if inside.starts_with('?') {
            after(inside, "?>")?
        } else if inside.starts_with("!--") {
            after(inside, "-->")?
        } else if inside.starts_with('!') {
            after_doctype(inside)?
        } else {
            let end = inside.find('>')?;
            return inside.get(..end);
        };
    }
}

fn after<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    text.split_once(end).map(|(_, rest)| rest)
}

/// What follows a document type, which may hold declarations in square brackets.
fn after_doctype(text: &str) -> Option<&str> {
    let plain = text.find('>')?;
    match text.find('[').filter(|open| *open < plain) {
        Some(_) => after(after(text, "]")?, ">"),
        None => text.get(plain + 1..),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_the_first_signs() {
        for (text, want) in [
            ("", "archive-text"),
            ("\u{feff}\n\n**November 26, 1973**", "archive-text"),
            ("[Handwritten] Copy A", "archive-text"),
            ("{curly} text", "archive-text"),
            ("<http://a.b/c> text", "archive-text"),
            ("<< text", "archive-text"),
            ("%PDF-1.7 %\u{fffd}", "pdf"),
            ("TY  - BOOK\n", "ris"),
            ("TY - BOOK\n", "ris"),
            (r#"{"items":[{"id":"1","type":"book"}]}"#, "csl-json"),
            (r#"{"items":["type","title"]}"#, "json"),
            ("% made by hand\n@book{key, title={x}}", "bibtex"),
            ("@nobody said", "archive-text"),
            (
                "<?xml version='1.0'?><!-- a --><!DOCTYPE TEI.2 [<!ENTITY a 'b'>]><TEI.2>",
                "tei",
            ),
            ("<text xmlns=\"http://www.tei-c.org/ns/1.0\">", "tei"),
            ("<ead xmlns=\"urn:isbn:1-931666-22-9\">", "ead"),
            (
                "<marc:record xmlns:marc=\"http://www.loc.gov/MARC21/slim\">",
                "marcxml",
            ),
            (
                "<modsCollection xmlns=\"http://www.loc.gov/mods/v3\">",
                "mods",
            ),
            ("<OAI-PMH xmlns=\"x\"><metadata><oai_dc:dc>", "dublin-core"),
            ("<!DOCTYPE html><title>x</title>", "html"),
            ("<article xmlns=\"http://docbook.org/ns/docbook\">", "xml"),
            (
                "{\"@context\": \"http://iiif.io/api/presentation/3/context.json\"}",
                "iiif",
            ),
            ("{\"@context\": \"https://schema.org\"}", "json-ld"),
            ("TYPES: x\n<script type=\"application/ld+json\">", "json-ld"),
            (
                "{\"document_url\": \"x\", \"text_body\": \"y\"}",
                "wilson-json",
            ),
            (
                "[{\"itemType\": \"letter\", \"title\": \"x\"}]",
                "zotero-json",
            ),
            ("[{\"type\": \"book\"}]", "csl-json"),
            ("[]", "csl-json"),
            ("{\"test\": \"Broken\"}", "json"),
        ] {
            assert_eq!(sniff(text).name(), want, "{text}");
        }
    }

    #[test]
    fn names_go_both_ways() {
        for format in [Format::Tei, Format::ArchiveText, Format::Json] {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
    }
}
