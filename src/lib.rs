//! Callslip reads an archival document, shows it, and cites it in Chicago style.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
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
pub mod error;
pub mod export;
pub mod json;
pub mod name;
pub mod read;
pub mod record;
pub mod tree;
pub mod warning;
pub mod write;

#[cfg(feature = "wasm")]
mod wasm;
