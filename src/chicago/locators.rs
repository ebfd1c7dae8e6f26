//! Pages and other places cited.

use super::context::Cx;
use crate::tree::Tree;

/// The place cited in a book.
pub(crate) fn monographic(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The place cited in a short note.
pub(crate) fn subsequent(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The place cited in the text (author-date).
pub(crate) fn in_text(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The place cited with its label, whatever it is: `p. 3`, `fol. 466r`, `para. 2`.
pub(crate) fn labelled(_cx: &Cx) -> Tree {
    Tree::new()
}
