//! Dates as the Manual prints them.

use super::context::Cx;
use crate::tree::Tree;

/// The date of issue in full.
pub(crate) fn issued(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The year of issue.
pub(crate) fn issued_year(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The month and year of issue.
pub(crate) fn issued_year_month(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The original date in full.
pub(crate) fn original(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The original year.
pub(crate) fn original_year(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The original month and year.
pub(crate) fn original_year_month(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The date of the event in full.
pub(crate) fn event(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The year of the event.
pub(crate) fn event_year(_cx: &Cx) -> Tree {
    Tree::new()
}

/// The date in a short form.
pub(crate) fn short(_cx: &Cx) -> Tree {
    Tree::new()
}
