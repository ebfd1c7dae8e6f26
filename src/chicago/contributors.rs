//! Editors, translators and others, after the title.

use super::context::Cx;
use crate::record::Role;
use crate::tree::Tree;

/// The contributors and the volume of the item itself.
pub(crate) fn of_item_with_volume(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The contributors of the item itself.
pub(crate) fn of_item(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The contributors of the book that contains the item.
pub(crate) fn of_container(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The contributors and the volume of the book that contains the item.
pub(crate) fn of_container_with_volume(_cx: &Cx) -> Tree {
    Tree::new()
}

/// In an entry, the other contributors of a book whose own author is named.
pub(crate) fn after_container_author(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The editor of a series, after its title: `ed. C. Vann Woodward` in a note, `edited by ...` in an entry.
pub(crate) fn series_editor(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The names of a role in running order, all in full, without a label.
pub(crate) fn plain(_cx: &Cx, _role: Role) -> Tree {
    Tree::new()
}
