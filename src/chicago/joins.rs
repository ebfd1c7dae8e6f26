//! The one place where punctuation meets.
//!
//! Parts are joined by commas, full stops, colons or spaces; what must not stand side by side (`.,`, `..`, `?.`, a
//! stop outside a closing quotation mark) is resolved here, when two parts meet, and never by patching strings.

use crate::letters;
use crate::scan::SPEED;
use crate::tree::{self, Node, Style, Tree};

/// Joins the parts that are not empty with commas.
///
/// ```
/// # use callslip::tree::Tree;
/// # use callslip::chicago::joins::commas;
/// let parts = [Tree::text("The Trip").quoted(), Tree::new(), Tree::text("March 9, 1951")];
/// assert_eq!(commas(parts).plain(), "The Trip, March 9, 1951"); // the comma stands inside the quotation
/// ```
pub fn commas(parts: impl IntoIterator<Item = Tree>) -> Tree {
    join(parts, ", ")
}

/// Joins the parts that are not empty with full stops. The last part gets none.
pub fn stops(parts: impl IntoIterator<Item = Tree>) -> Tree {
    join(parts, ". ")
}

/// Joins the parts that are not empty with spaces.
pub fn words(parts: impl IntoIterator<Item = Tree>) -> Tree {
    join(parts, " ")
}

/// Joins the parts that are not empty with a delimiter, whose first character is the punctuation.
pub fn join(parts: impl IntoIterator<Item = Tree>, delimiter: &str) -> Tree {
    let mut out = Tree::new();
    for part in parts {
        // Most are empty.
        if !SPEED || !part.nodes().is_empty() {
            add(&mut out, part, delimiter);
        }
    }
    out
}

/// Adds a part, after the delimiter unless it is the first. One function for all callers, whatever their parts come in.
#[inline(never)]
fn add(out: &mut Tree, part: Tree, delimiter: &str) {
    if part.is_empty() {
        return;
    }
    if out.is_empty() {
        *out = part;
        return;
    }
    punctuate(out, delimiter);
    append(out, part);
}

/// Adds a part at the end, merging what must not double: a space after a space, a mark after the same mark.
pub fn append(out: &mut Tree, part: Tree) {
    out.append(part);
}

/// Ends a citation: a full stop, unless it ends in one already, or in a question or exclamation mark.
pub fn end(mut tree: Tree) -> Tree {
    if !tree.is_empty() {
        punctuate(&mut tree, ".");
    }
    tree
}

/// Adds punctuation at the end of what is already there: inside a closing quotation mark if it is a comma or a full
/// stop (17th ed., 6.9; 18th ed., 6.9), and left out where a stronger mark stands already (6.124 and 6.132).
pub fn punctuate(tree: &mut Tree, delimiter: &str) {
    let mut marks = delimiter.chars();
    let Some(mark) = marks.next() else { return };
    let rest = marks.as_str();
    if matches!(mark, ',' | '.') {
        if !swallowed(tree.last_char(), mark) && !push_inside(tree.nodes_mut(), mark) {
            tree.push_str(mark.encode_utf8(&mut [0; 4]));
        }
        tree.push_str(rest);
    } else if mark == ' ' {
        if tree.last_char() != Some(' ') {
            tree.push_str(delimiter);
        }
    } else {
        tree.push_str(delimiter);
    }
}

/// Whether a mark disappears after the last character.
fn swallowed(last: Option<char>, mark: char) -> bool {
    match mark {
        '.' => matches!(last, Some('.' | '?' | '!' | '…' | ':' | ',' | ';')),
        _ => matches!(last, Some(',' | ';' | ':')),
    }
}

/// Puts a comma or a full stop at the end of a text, inside a closing quotation mark; whether a text was there.
fn push_inside(nodes: &mut [Node], mark: char) -> bool {
    match nodes.last_mut() {
        Some(Node::Text(text)) => push_before_closing(text, mark),
        Some(Node::Span(Style::Quote, inner)) => {
            if !push_inside(inner, mark) {
                inner.push(Node::Text(String::from(mark)));
            }
        }
        Some(Node::Span(_, inner)) if ends_in_quote(inner) => return push_inside(inner, mark),
        _ => return false,
    }
    true
}

fn ends_in_quote(nodes: &[Node]) -> bool {
    match nodes.last() {
        Some(Node::Span(Style::Quote, _)) => true,
        Some(Node::Span(_, inner)) => ends_in_quote(inner),
        _ => false,
    }
}

/// Literal closing marks at the end of a text take the mark inside them too.
fn push_before_closing(text: &mut String, mark: char) {
    match text.char_indices().next_back() {
        Some((at, '”')) => text.insert(at, mark),
        _ if !SPEED => text.push(mark),
        _ => tree::grow(text, mark.encode_utf8(&mut [0; 4])),
    }
}

/// In parentheses; nothing when it is empty. Parentheses inside become brackets (17th ed., 6.97; 18th ed., 6.104).
///
/// ```
/// # use callslip::tree::Tree;
/// # use callslip::chicago::joins::parenthesised;
/// let publisher = Tree::text("Trumbull County (Ohio) Historical Society, 1957");
/// assert_eq!(parenthesised(publisher).plain(), "(Trumbull County [Ohio] Historical Society, 1957)");
/// ```
pub fn parenthesised(mut inner: Tree) -> Tree {
    if inner.is_empty() {
        return inner;
    }
    bracket(inner.nodes_mut());
    let mut tree = Tree::text("(");
    append(&mut tree, inner);
    tree.push_str(")");
    tree
}

fn bracket(nodes: &mut [Node]) {
    for node in nodes {
        match node {
            Node::Text(text) if text.contains(['(', ')']) => {
                *text = text.replace('(', "[").replace(')', "]");
            }
            Node::Span(Style::Link(_), _) => {}
            Node::Span(_, inner) => bracket(inner),
            _ => {}
        }
    }
}

/// Begins with a capital letter.
///
/// ```
/// # use callslip::tree::Tree;
/// # use callslip::chicago::joins::capitalise;
/// assert_eq!(capitalise(Tree::text("folder 1514")).plain(), "Folder 1514");
/// ```
pub fn capitalise(mut tree: Tree) -> Tree {
    capitalise_first(tree.nodes_mut());
    tree
}

/// Begins with a capital letter, unless it begins with a title, which has the case it needs.
///
/// ```
/// # use callslip::tree::Tree;
/// # use callslip::chicago::joins::capitalise_plain;
/// assert_eq!(capitalise_plain(Tree::text("unsigned review")).plain(), "Unsigned review");
/// assert_eq!(capitalise_plain(Tree::text("hootenanny, n.").quoted()).plain(), "hootenanny, n.");
/// assert_eq!(capitalise_plain(Tree::text("https://a.example")).plain(), "https://a.example");
/// ```
pub fn capitalise_plain(tree: Tree) -> Tree {
    match tree.nodes().first() {
        Some(Node::Text(_)) => capitalise(tree),
        _ => tree,
    }
}

/// Whether a first character was found (and raised where it is a small letter).
fn capitalise_first(nodes: &mut [Node]) -> bool {
    for node in nodes {
        let found = match node {
            Node::Text(text) => {
                let mut chars = text.chars();
                match chars.next() {
                    None => false,
                    Some(first) if letters::is_small(first) => {
                        // `arXiv` and `iPhone` keep their form (17th ed., 8.69; 18th ed., 8.69), and so do addresses.
                        let own = text.starts_with("http")
                            || chars
                                .as_str()
                                .split_whitespace()
                                .next()
                                .is_some_and(|word| word.contains(letters::is_capital));
                        if !own {
                            *text = letters::begin(letters::upper(first), chars.as_str());
                        }
                        true
                    }
                    Some(_) => true,
                }
            }
            Node::Span(Style::NoCase, inner) => !inner.is_empty(),
            Node::Span(_, inner) => capitalise_first(inner),
            _ => false,
        };
        if found {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Node {
        Node::Text(text.to_owned())
    }
    fn span(style: Style, nodes: Vec<Node>) -> Node {
        Node::Span(style, nodes)
    }
    fn after(nodes: Vec<Node>, mark: &str) -> Vec<Node> {
        let mut tree = Tree::from(nodes);
        punctuate(&mut tree, mark);
        tree.into_nodes()
    }

    #[test]
    fn marks_go_inside_quotation_marks_however_deep() {
        let quoted = |text: &str| span(Style::Quote, vec![word(text)]);
        assert_eq!(after(vec![quoted("a")], ", "), [quoted("a,"), word(" ")]);
        let deep = |text: &str| span(Style::Italic, vec![span(Style::Strong, vec![quoted(text)])]);
        assert_eq!(after(vec![deep("a")], "."), [deep("a.")]);
        let italic = span(Style::Italic, vec![quoted("a"), word(" b")]);
        assert_eq!(after(vec![italic.clone()], ","), [italic, word(",")]);
        assert_eq!(after(vec![word("“a”")], ","), [word("“a,”")]);
        assert_eq!(after(vec![word("a")], ","), [word("a,")]);
    }

    #[test]
    fn one_space_and_other_marks() {
        assert_eq!(after(vec![word("a ")], " "), [word("a ")]);
        assert_eq!(after(vec![word("a")], " "), [word("a ")]);
        assert_eq!(after(vec![word("a ")], "; "), [word("a ; ")]);
        assert_eq!(after(vec![word("“a”")], ";"), [word("“a”;")]);
    }

    #[test]
    fn brackets_within_parentheses_but_not_in_addresses() {
        let link = span(Style::Link("x".to_owned()), vec![word("a.example/(b)")]);
        let tree = parenthesised(Tree::from(vec![
            span(Style::Italic, vec![word("On (One) Boat")]),
            word(" "),
            link.clone(),
        ]));
        let nodes = tree.into_nodes();
        assert!(nodes.contains(&link));
        assert!(nodes.contains(&span(Style::Italic, vec![word("On [One] Boat")])));
    }

    #[test]
    fn the_first_letter_wherever_it_stands() {
        let capital = |nodes: Vec<Node>| capitalise(Tree::from(nodes)).plain();
        assert_eq!(capital(vec![word(""), word("ab c")]), "Ab c");
        assert_eq!(capital(vec![span(Style::Italic, vec![word("ab")])]), "Ab");
        assert_eq!(capital(vec![span(Style::Italic, vec![]), word("ab")]), "Ab");
        let kept = |inner| span(Style::NoCase, inner);
        assert_eq!(capital(vec![kept(vec![word("ab")]), word("cd")]), "abcd");
        assert_eq!(capital(vec![kept(vec![]), word("cd")]), "Cd");
        assert_eq!(capital(vec![word("iPhone")]), "iPhone");
        assert_eq!(capital(vec![word("1 ab")]), "1 ab");
        assert_eq!(capital(vec![word("Ab"), word("cd")]), "Abcd");
    }
}
