//! Tree to characters: HTML, plain text, Markdown. The only place that escapes.
//!
//! ```
//! use callslip::{tree::Tree, write};
//! let mut tree = Tree::text("Salt & Smoke").italic();
//! tree.push_str(", 1951.");
//! assert_eq!(write::html(&tree), "<i>Salt &amp; Smoke</i>, 1951.");
//! assert_eq!(write::text(&tree), "Salt & Smoke, 1951.");
//! assert_eq!(write::markdown(&tree), "*Salt & Smoke*, 1951.");
//! ```

#[cfg(feature = "formats")]
mod anchors;
#[cfg(feature = "formats")]
mod blocks;
#[cfg(feature = "formats")]
mod document;
mod escape;
mod html;
mod markdown;
#[cfg(feature = "formats")]
mod marks;
mod text;

#[cfg(feature = "formats")]
pub use document::{DocumentOptions, document};
pub use html::{html, html_to};
pub use markdown::{markdown, markdown_and_text_to};
pub use text::{text, text_to};

/// Where nothing is read there are no documents, and their notes and pages have no anchors.
#[cfg(not(feature = "formats"))]
mod marks {
    pub(super) const NEW: usize = 0;
    pub(super) const NEXT: usize = 0;

    pub(super) enum Marks {}

    impl Marks {
        pub(super) fn anchor(&mut self, _: &str, _: &str, _: usize, _: &mut String) -> usize {
            match *self {}
        }
    }
}

/// A text to write into, for which few citations are too long; where size is more than speed, one that grows.
fn line() -> String {
    if !crate::scan::SPEED {
        return String::new();
    }
    String::with_capacity(400)
}

/// Which pair of quotation marks stands at a depth.
#[derive(Clone, Copy)]
enum Quotation {
    Double,
    Single,
}

impl Quotation {
    /// Double marks outside, single marks within, and so on in turn (17th 13.30).
    fn at_depth(depth: usize) -> Self {
        if depth.is_multiple_of(2) {
            Self::Double
        } else {
            Self::Single
        }
    }

    fn open(self) -> &'static str {
        match self {
            Self::Double => "“",
            Self::Single => "‘",
        }
    }

    fn close(self) -> &'static str {
        match self {
            Self::Double => "”",
            Self::Single => "’",
        }
    }
}
