#![doc = include_str!("../README.md")]
//!
//! ## The house in one picture
//!
//! ```text
//! text --read--> Record + Document + warnings
//! Record --chicago--> Tree --write--> html | text | markdown
//! Document --write--> html
//! Record --export--> RIS | CSL-JSON | BibTeX | BibLaTeX | JSON-LD | head metadata | COinS
//! ```
//!
//! One word for each thing: *read* is input to record, *cite* record to tree, *write* tree to characters, *export* record
//! to another system's format; a *warning* is a remark on the document that stops nothing.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::disallowed_macros,
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
pub mod scan;
pub mod tree;
pub mod utf16;
pub mod warning;
pub mod write;

#[cfg(feature = "wasm")]
mod wasm;
