//! Callslip reads an archival document, shows it, and cites it in Chicago style.
//!
//! ```text
//! text --read--> Record + Document + warnings
//! Record --chicago--> Tree --write--> html | text | markdown
//! Document --write--> html
//! Record --export--> RIS | CSL-JSON | BibLaTeX | JSON-LD | head metadata | COinS
//! ```
//!
//! ```
//! use callslip::{chicago, read, write};
//!
//! let item = r#"{"type": "book", "title": "Swing Time", "author": [{"family": "Smith", "given": "Zadie"}],
//!                "publisher": "Penguin Press", "issued": {"date-parts": [[2016]]}}"#;
//! let reading = read::read(item, &read::Options::default()).unwrap();
//! let note = chicago::cite(&reading.record, &chicago::Options::default());
//! assert_eq!(write::html(&note.tree), "Zadie Smith, <i>Swing Time</i> (Penguin Press, 2016).");
//! ```
//!
//! One word for each thing: *read* is input to record, *cite* record to tree, *write* tree to characters, *export* record
//! to another system's format; a *warning* is a remark on the document that stops nothing.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::disallowed_methods,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::too_many_lines
    )
)]
#![deny(missing_docs)]

pub mod chicago;
pub mod date;
pub mod digits;
pub mod error;
pub mod export;
pub mod json;
pub mod letters;
pub mod name;
pub mod order;
pub mod read;
pub mod record;
pub mod tree;
pub mod warning;
pub mod write;

#[cfg(feature = "wasm")]
mod wasm;
