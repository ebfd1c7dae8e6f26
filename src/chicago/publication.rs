//! Place, publisher, date, and the history of publication.

use super::context::Cx;
use crate::tree::Tree;

/// The publication facts of an entry.
pub(crate) fn entry(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The publication facts that a note sets in parentheses.
pub(crate) fn in_parentheses(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The publication facts that a note sets in line.
pub(crate) fn in_line(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The publication facts that a short note sets in parentheses.
pub(crate) fn short_in_parentheses(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The publication facts that a short note sets in line.
pub(crate) fn short_in_line(_cx: &Cx) -> Tree {
    Tree::new()
}
