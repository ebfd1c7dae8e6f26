//! The inline markup of CSL-JSON text: `<i>`, `<b>`, `<sup>`, `<sub>`, `<span class="nocase">`, entities.

use crate::tree::Tree;

/// Reads inline markup into styled text.
pub(crate) fn parse(text: &str) -> Tree {
    Tree::text(text)
}
