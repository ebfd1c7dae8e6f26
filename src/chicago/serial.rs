//! Articles: the periodical, its volume, issue, date and pages.

use super::context::Cx;
use crate::tree::Tree;

/// The periodical with all its parts.
pub(crate) fn source(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The name of the periodical.
pub(crate) fn name(_cx: &Cx) -> Tree {
    Tree::new()
}
