//! Plain text: the characters, with quotation marks.

use super::Quotation;
use crate::tree::{Node, Style, Tree};

/// Writes a run of styled text as plain text; styles are lost, quotation marks stay.
///
/// ```
/// use callslip::{tree::Tree, write};
/// assert_eq!(write::text(&Tree::text("Swing Time").quoted()), "“Swing Time”");
/// ```
pub fn text(tree: &Tree) -> String {
    let mut out = super::line();
    text_to(tree, &mut out);
    out
}

/// Adds a run as plain text to what is there.
pub fn text_to(tree: &Tree, out: &mut String) {
    nodes(tree.nodes(), 0, out);
}

fn nodes(run: &[Node], quotes: usize, out: &mut String) {
    for node in run {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Span(Style::Quote, inner) => {
                let marks = Quotation::at_depth(quotes);
                out.push_str(marks.open());
                nodes(inner, quotes + 1, out);
                out.push_str(marks.close());
            }
            Node::Span(_, inner) => nodes(inner, quotes, out),
            Node::LineBreak => out.push('\n'),
            Node::PageBreak(_) => {}
        }
    }
}
