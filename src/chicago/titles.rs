//! Titles: italic, quoted or plain; whole and short.

use super::context::Cx;
use crate::tree::Tree;

/// The item's title with its parts.
pub(crate) fn title(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The title alone, without parts.
pub(crate) fn primary(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The short title.
pub(crate) fn short(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The title of the book that contains the item, in italics.
pub(crate) fn container(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The title of the volume of a multivolume work or of a special issue.
pub(crate) fn volume(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The title of the part of a volume.
pub(crate) fn part(_cx: &Cx) -> Tree {
    Tree::new()
}
