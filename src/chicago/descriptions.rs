//! What the item is, in words: letters, interviews, reviews, genres.

use super::context::Cx;
use crate::tree::Tree;

/// The description of the item.
pub(crate) fn description(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The description in a short form.
pub(crate) fn short(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The genre and medium as a description.
pub(crate) fn format(_cx: &Cx) -> Tree {
    Tree::new()
}
