//! Input to record and document: one file for each format.
//!
//! [`decode`] makes text of bytes, [`sniff`] finds the format, [`read`] gives the reading. A format for which there is no
//! reader yet, and input that is not what it seems to be, is shown as it stands, with a warning.
//!
//! # Warnings
//!
//! Every warning has one of these codes; codes never change their meaning.
//!
//! | code | severity | what it says |
//! |---|---|---|
//! | `ambiguous-date` | warning | a date can be read day first and month first; it is kept in its words |
//! | `binary-input` | error | the input is no text; it is shown as far as it can be |
//! | `broken-encoding` | error | some bytes, or escapes of JSON, are no characters; each stands as U+FFFD |
//! | `citation-not-understood` | warning | the archive's citation is kept, but its parts could not be told apart |
//! | `citation-without-quotes` | warning | the title in the citation was taken to end before the date |
//! | `control-characters` | warning | the input held NUL characters; each stands as U+FFFD |
//! | `credit-not-understood` | info | the credit is kept as printed, but nobody could be told from it |
//! | `dates-disagree` | warning | two dates of the document do not agree; both are kept |
//! | `empty-body` | info | there is a head, but no text below it |
//! | `empty-input` | warning | there is nothing to read |
//! | `encoding-guessed` | info | the encoding was found by the frequency of its letters |
//! | `format-without-reader` | warning | the format was recognised but cannot be read; the input is shown as text |
//! | `letters-lost` | warning | question marks within the words of the title stand for letters |
//! | `location-not-understood` | info | no known way of writing an archival location fits the whole of it |
//! | `no-header` | warning | no title, date or citation was found; the text is shown as it stands |
//! | `not-well-formed` | error | the input is not what its format asks for; it is shown as text |
//! | `numbers-lost` | warning | paragraphs in a row are all numbered 1, as lists are that lost their numbers |
//! | `pdf-not-read` | error | the input is a PDF, which `readPdf` of `callslip/pdf` reads; of its bytes, the first line is shown |
//! | `several-dates` | info | other documents' dates stand before the document's own |
//! | `guessed` | info | there is no head; the title, date or location was taken from the text |
//! | `host-by-address` | info | nothing names the host of the digital copy; its address does |
//! | `titles-disagree` | warning | the title above and the title in the citation differ; the citation's is used |
//!
//! The readers of the other formats document theirs in their own files, and `www/pdf.js` those of a PDF.

mod archive_text;
mod characters;
pub mod csl_json;
mod encoding;
#[cfg(feature = "formats")]
mod formats;
mod sniff;

pub use encoding::decode;
pub use sniff::{Format, is_pdf, sniff};

use crate::error::Error;
use crate::record::{Reading, Record, Variable};
use crate::warning::{Severity, Warning};

/// What the caller knows of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The format's name; empty to find it out.
    pub format: String,
    /// The address of the input, where it has one.
    pub url: String,
}

/// Reads a text. Places in the result are byte offsets into this text.
///
/// # Errors
/// When the caller names a format that there is none of.
///
/// ```
/// use callslip::read::{Options, read};
/// let reading = read("A letter without a head.", &Options::default()).unwrap();
/// assert_eq!(reading.format, "text");
/// assert_eq!(reading.document.body.len(), 1);
/// ```
pub fn read(text: &str, options: &Options) -> Result<Reading, Error> {
    let format = match options.format.as_str() {
        "" => sniff(text),
        name => Format::from_name(name).ok_or_else(|| {
            Error::new(crate::letters::concat(&["format: unknown format ", name]))
        })?,
    };
    let mut reading = characters::read(format, text, read_as);
    let record = &mut reading.record;
    if !options.url.is_empty() && !record.has(Variable::Url) {
        record.set(Variable::Url, options.url.as_str());
    }
    if record.id.is_empty() {
        record.id = record
            .archival
            .as_ref()
            .map_or_else(String::new, |archival| archival.record_id.clone());
    }
    Ok(reading)
}

/// The dispatcher: one line for each reader.
fn read_as(format: Format, text: &str) -> Reading {
    let read = match format {
        Format::ArchiveText => Ok(archive_text::read(text)),
        Format::Text => Ok(archive_text::plain(text)),
        Format::WilsonJson => archive_text::read_fields(text),
        Format::CslJson => csl_json::read(text).map(several),
        _ => match other_formats(format, text) {
            Some(read) => read,
            None => return without_reader(format, text),
        },
    };
    read.map_or_else(
        |error| not_well_formed(format, text, &error),
        |mut reading| {
            if reading.format.is_empty() {
                reading.format = format.name();
            }
            reading
        },
    )
}

/// The readers that this build has beside those of archive text.
#[cfg(feature = "formats")]
fn other_formats(format: Format, text: &str) -> Option<Result<Reading, Error>> {
    formats::read(format, text)
}

#[cfg(not(feature = "formats"))]
fn other_formats(_: Format, _: &str) -> Option<Result<Reading, Error>> {
    None
}

/// A reading of several records: the first, and the others.
fn several((mut records, warnings): (Vec<Record>, Vec<Warning>)) -> Reading {
    let others = records.split_off(records.len().min(1));
    Reading {
        record: records.pop().unwrap_or_default(),
        others,
        warnings,
        ..Reading::default()
    }
}

/// The input as text, because nothing reads its format.
fn without_reader(format: Format, text: &str) -> Reading {
    if format == Format::Pdf {
        let message = "this is a PDF: readPdf of callslip/pdf reads it";
        let warning = Warning::new("pdf-not-read", message).severity(Severity::Error);
        return as_text(format, text, warning);
    }
    let message = crate::letters::concat(&[
        "there is no reader for ",
        format.name(),
        " yet; the input is shown as text",
    ]);
    as_text(format, text, Warning::new("format-without-reader", message))
}

/// The input as text, because it is not what its format asks for.
fn not_well_formed(format: Format, text: &str, error: &Error) -> Reading {
    let message = crate::letters::concat(&[
        "this cannot be read as ",
        format.name(),
        ": ",
        error.message(),
    ]);
    as_text(
        format,
        text,
        Warning::new("not-well-formed", message).severity(Severity::Error),
    )
}

fn as_text(format: Format, text: &str, warning: Warning) -> Reading {
    let mut reading = archive_text::plain(text);
    reading.format = format.name();
    reading.warnings.insert(0, warning);
    reading
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_format(text: &str, format: &str) -> Result<Reading, Error> {
        let options = Options {
            format: format.to_owned(),
            ..Options::default()
        };
        read(text, &options)
    }

    #[test]
    fn a_wrong_format_is_an_error_a_bad_document_is_not() {
        assert!(with_format("x", "docx").is_err());
        let reading = with_format("{\"title\": ", "csl-json").unwrap();
        assert_eq!(reading.warnings[0].code, "not-well-formed");
        assert_eq!(reading.document.body.len(), 1);
    }

    #[test]
    fn formats_without_a_reader_are_shown() {
        let reading = with_format("x", "html").unwrap();
        assert_eq!(
            (reading.format, reading.warnings[0].code),
            ("html", "format-without-reader")
        );
    }

    #[test]
    fn a_pdf_is_known_by_its_bytes_and_left_to_its_reader() {
        let (text, warnings) = decode(b"%PDF-1.4\r\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00");
        assert_eq!((text.as_str(), warnings.len()), ("%PDF-1.4", 0));
        let reading = read(&text, &Options::default()).unwrap();
        assert_eq!(
            (reading.format, reading.warnings[0].code),
            ("pdf", "pdf-not-read")
        );
        assert_eq!(reading.warnings.len(), 1);
    }

    #[test]
    fn several_records() {
        let reading = with_format(r#"[{"title": "A"}, {"title": "B"}]"#, "").unwrap();
        assert_eq!((reading.format, reading.others.len()), ("csl-json", 1));
    }
}
