//! Styled text: citations and the bodies of documents are both made of it.
//!
//! A [`Tree`] is a run of [`Node`]s: plain text, or text inside a [`Style`]. Nothing here is escaped or printed;
//! that is the business of `write`.

mod run;

use crate::scan::SPEED;
use crate::warning::Place;
use std::borrow::Cow;

/// How a stretch of text is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// Italic: the title of a book. Italic within italic is set roman again.
    Italic,
    /// Bold, in the body of a document.
    Strong,
    /// Raised.
    Superscript,
    /// Lowered.
    Subscript,
    /// Small capitals.
    SmallCaps,
    /// Not touched by headline case.
    NoCase,
    /// Within quotation marks; which ones is decided by depth when it is written.
    Quote,
    /// A link to the address.
    Link(String),
    /// Text in another language, by its BCP 47 tag.
    Language(String),
    /// An editor's or translator's mark, such as `[sic!]`.
    Editorial(Editorial),
    /// A reference to the note of that number.
    NoteReference(String),
    /// The name of a person, body or place that the source marks up.
    Name,
}

/// What an editorial mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editorial {
    /// The source has it so: `[sic!]`.
    Sic,
    /// Something is missing or cannot be read: `[illegible]`, `[…]`.
    Gap,
    /// A stamp or a note on the paper: `[stamp]`.
    Stamp,
    /// Written by hand: `[handwritten: ...]`.
    Handwriting,
    /// Supplied, expanded or explained by the editor or translator: `V[ice]`.
    Supplied,
    /// Struck out in the source.
    Deleted,
    /// Added in the source.
    Added,
}

impl Editorial {
    /// The mark's name in markup and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sic => "sic",
            Self::Gap => "gap",
            Self::Stamp => "stamp",
            Self::Handwriting => "handwriting",
            Self::Supplied => "supplied",
            Self::Deleted => "deleted",
            Self::Added => "added",
        }
    }
}

/// A piece of styled text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Characters.
    Text(String),
    /// Characters in a style.
    Span(Style, Vec<Node>),
    /// A line's end that is part of the text.
    LineBreak,
    /// The beginning of a page of the source, with its number as printed.
    PageBreak(String),
}

/// A run of styled text. The empty run is made, handed on and dropped for nothing: most rules give it for most sources.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    run: run::Run,
}

impl PartialEq for Tree {
    fn eq(&self, other: &Self) -> bool {
        self.nodes() == other.nodes()
    }
}

impl Eq for Tree {}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::from(if SPEED && text.is_empty() {
            String::new()
        } else {
            roomy(text)
        })
    }
}

impl From<String> for Tree {
    fn from(text: String) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        Self::one(Node::Text(text))
    }
}

impl From<Vec<Node>> for Tree {
    #[inline(never)]
    fn from(nodes: Vec<Node>) -> Self {
        Self {
            run: run::Run::from(nodes),
        }
    }
}

impl Tree {
    /// The empty run.
    pub fn new() -> Self {
        Self::default()
    }

    /// One piece.
    fn one(node: Node) -> Self {
        Self {
            run: run::Run::one(node),
        }
    }

    /// Plain characters; those that are copied get room for what is likely to follow.
    pub fn text<'a>(text: impl Into<Cow<'a, str>>) -> Self {
        match text.into() {
            Cow::Borrowed(text) if SPEED => Self::from(text),
            text => Self::from(text.into_owned()),
        }
    }

    /// The pieces, in order.
    pub fn nodes(&self) -> &[Node] {
        self.run.nodes()
    }

    /// The pieces, to be changed.
    pub fn nodes_mut(&mut self) -> &mut [Node] {
        self.run.nodes_mut()
    }

    /// The pieces alone.
    pub fn into_nodes(self) -> Vec<Node> {
        self.run.into_nodes()
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.nodes().iter().all(node_is_empty)
    }

    /// The same run in a style; the empty run stays empty.
    pub fn styled(self, style: Style) -> Self {
        if self.is_empty() {
            return Self::default();
        }
        Self::one(Node::Span(style, self.into_nodes()))
    }

    /// In italics.
    pub fn italic(self) -> Self {
        self.styled(Style::Italic)
    }

    /// In quotation marks.
    pub fn quoted(self) -> Self {
        self.styled(Style::Quote)
    }

    /// Adds characters at the end.
    pub fn push_str(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.nodes_mut().last_mut() {
            Some(Node::Text(last)) => grow(last, text),
            _ => self.run.push(Node::Text(roomy(text))),
        }
    }

    /// Adds a run at the end, without regard to what meets (see `chicago::joins` for that).
    pub fn append(&mut self, other: Tree) {
        other
            .run
            .each(|node| match (self.nodes_mut().last_mut(), node) {
                (_, Node::Text(text)) if text.is_empty() => {}
                (Some(Node::Text(last)), Node::Text(text)) => grow(last, &text),
                (_, node) => self.run.push(node),
            });
    }

    /// The characters alone, without styles and without quotation marks.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        plain_nodes(self.nodes(), &mut out);
        out
    }

    /// The first character that will be printed inside all styles.
    pub fn first_char(&self) -> Option<char> {
        first_char(self.nodes())
    }

    /// The last character that will be printed inside all styles.
    pub fn last_char(&self) -> Option<char> {
        last_char(self.nodes())
    }
}

/// A text that more is likely to follow: punctuation at least. Where size is more than speed, it grows when it must.
pub(crate) fn roomy(text: &str) -> String {
    if !SPEED {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 60);
    out.push_str(text);
    out
}

/// Adds characters to a text that more are likely to follow.
pub(crate) fn grow(text: &mut String, more: &str) {
    if text.capacity() - text.len() < more.len() {
        text.reserve(more.len() + 120);
    }
    text.push_str(more);
}

fn node_is_empty(node: &Node) -> bool {
    match node {
        Node::Text(text) => text.is_empty(),
        Node::Span(_, nodes) => nodes.iter().all(node_is_empty),
        Node::LineBreak | Node::PageBreak(_) => false,
    }
}

fn plain_nodes(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Span(_, nodes) => plain_nodes(nodes, out),
            Node::LineBreak => out.push('\n'),
            Node::PageBreak(_) => {}
        }
    }
}

fn first_char(nodes: &[Node]) -> Option<char> {
    nodes.iter().find_map(|node| match node {
        Node::Text(text) => text.chars().next(),
        Node::Span(_, nodes) => first_char(nodes),
        Node::LineBreak => Some('\n'),
        Node::PageBreak(_) => None,
    })
}

fn last_char(nodes: &[Node]) -> Option<char> {
    nodes.iter().rev().find_map(|node| match node {
        Node::Text(text) => text.chars().next_back(),
        Node::Span(_, nodes) => last_char(nodes),
        Node::LineBreak => Some('\n'),
        Node::PageBreak(_) => None,
    })
}

/// What a block of a document's body is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of the level 1 to 6 within the body.
    Heading(u8),
    /// A paragraph; its printed number, if any, is the block's `number`.
    Paragraph,
    /// A registry or telegram number: `01/014916/29.4.1973`.
    Registry,
    /// To whom it is addressed: `To Direction I Relations ...`.
    Addressee,
    /// A line of the head with its label: `Subject: ...`. The label is the block's `number`.
    Field,
    /// A classification marking that stands by itself: `TOP SECRET`.
    Classification,
    /// A stamp or a handwritten remark that stands by itself.
    Stamp,
    /// Who got copies.
    Distribution,
    /// Who signed.
    Signature,
    /// A list; its blocks are `Item`s.
    List,
    /// An item of a list; its printed mark is the block's `number`.
    Item,
    /// A quotation set off.
    Quotation,
    /// A table; its blocks are `Row`s.
    Table,
    /// A row; its blocks are `Cell`s.
    Row,
    /// A cell.
    Cell,
    /// A note to the text; its number is the block's `number`.
    Note,
    /// A rule across the page.
    Rule,
    /// Text whose line ends and spaces matter.
    Preformatted,
}

/// A block of a document's body. Either `nodes` (text) or `blocks` (other blocks) is filled, or neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The number or label as the source prints it.
    pub number: Option<String>,
    /// Another language than the document's, by its BCP 47 tag.
    pub language: Option<String>,
    /// The text.
    pub nodes: Vec<Node>,
    /// The blocks inside.
    pub blocks: Vec<Block>,
    /// Where in the input it came from.
    pub place: Place,
}

impl Block {
    /// A block of text.
    pub fn text(kind: BlockKind, nodes: Vec<Node>, place: Place) -> Self {
        Self {
            kind,
            number: None,
            language: None,
            nodes,
            blocks: Vec::new(),
            place,
        }
    }

    /// A block of blocks.
    pub fn of(kind: BlockKind, blocks: Vec<Block>, place: Place) -> Self {
        Self {
            blocks,
            ..Self::text(kind, Vec::new(), place)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empties_stay_empty() {
        assert!(Tree::new().italic().is_empty());
        assert!(Tree::text("").quoted().nodes().is_empty());
    }

    #[test]
    fn ends_are_found_inside_styles() {
        let mut tree = Tree::text("Swing").italic();
        tree.append(Tree::text("Time").quoted());
        assert_eq!(tree.first_char(), Some('S'));
        assert_eq!(tree.last_char(), Some('e'));
        assert_eq!(tree.plain(), "SwingTime");
    }
}
