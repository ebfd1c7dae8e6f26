//! Edition, version, volume and number.

use super::context::Cx;
use crate::tree::Tree;

/// Everything that identifies the item after its title.
pub(crate) fn identifier(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The item's number.
pub(crate) fn number(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The edition: 2nd ed.
pub(crate) fn edition(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The version.
pub(crate) fn version(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The volume of a multivolume work.
pub(crate) fn volume(_cx: &Cx) -> Tree {
    Tree::new()
}

/// How many volumes: 3 vols.
pub(crate) fn number_of_volumes(_cx: &Cx) -> Tree {
    Tree::new()
}
