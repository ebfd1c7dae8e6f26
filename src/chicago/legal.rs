//! Legal sources, after The Bluebook.

use super::context::Cx;
use crate::tree::Tree;

/// The whole legal reference.
pub(crate) fn reference(_cx: &Cx) -> Tree {
    Tree::new()
}

/// A legal reference in a short note.
pub(crate) fn short(_cx: &Cx) -> Tree {
    Tree::new()
}
