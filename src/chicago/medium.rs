//! What the item is made of, and how large it is.

use super::context::Cx;
use super::joins::commas;
use crate::record::Variable;
use crate::tree::Tree;

/// Medium, scale and dimensions, between commas in every form: `oil on canvas, 33 × 43 cm` (17th ed., 14.235; 18th
/// ed., 14.133).
pub(crate) fn medium(cx: &Cx) -> Tree {
    commas([
        cx.begin(cx.text(Variable::Medium)),
        cx.text(Variable::Scale),
        cx.text(Variable::Dimensions),
    ])
}
