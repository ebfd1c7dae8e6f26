//! Running text in XML to blocks: one table of elements, and one stack in place of recursion.
//!
//! Elements of TEI, EAD and DocBook are known by name; an unknown element is a block where no text runs, and no more
//! than its words where text does. Blocks nest no deeper than [`DEEPEST`], however deep the elements do.

mod elements;

use super::table::Table;
use super::xml::Node as Element;
use crate::digits;
use crate::tree::{Block, BlockKind, Editorial, Node, Style};
use crate::warning::Place;
use elements::{Meaning, meaning};

/// Blocks and styles deeper than this dissolve in what is around them.
const DEEPEST: usize = 40;

/// The blocks of what stands in an element, with the notes to it at the end.
pub(super) fn blocks(root: Element) -> Vec<Block> {
    let mut flow = Flow::default();
    for node in root.within() {
        flow.node(node);
    }
    flow.finish()
}

/// The blocks of an element that is itself one, such as a part with its heading.
pub(super) fn blocks_of(element: Element) -> Vec<Block> {
    let mut flow = Flow::default();
    flow.node(element);
    for node in element.within() {
        flow.node(node);
    }
    flow.finish()
}

/// Something open, until `end` of the list of elements.
struct Frame {
    end: usize,
    what: Open,
    division: bool,
}

enum Open {
    Block(Opened),
    Span {
        style: Option<Style>,
        nodes: Vec<Node>,
        suffix: &'static str,
    },
}

/// A block that is being filled.
struct Opened {
    block: Block,
    /// Whether text in it makes paragraphs, one for each stretch.
    group: bool,
    /// Where a block goes when it closes.
    goes: Goes,
    tail: Tail,
    /// Where its text stood.
    text: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Goes {
    /// Into the block around it, as it is.
    Whole,
    /// Into the block around it; if it holds blocks, only they do.
    Dissolved,
    /// To the notes.
    Notes,
    /// To the item that follows, as its mark.
    Label,
}

/// What the text ended in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Tail {
    /// Nothing, or a space, or a line's end: no space is due.
    #[default]
    Open,
    Word,
    /// A space is due before the next word.
    Space,
}

impl Opened {
    fn new(kind: BlockKind, place: Place, group: bool, goes: Goes) -> Self {
        Self {
            block: Block::text(kind, Vec::new(), place),
            group,
            goes,
            tail: Tail::Open,
            text: Place::default(),
        }
    }

    /// Makes a paragraph of the text so far.
    fn flush(&mut self) {
        self.tail = Tail::Open;
        let nodes = trimmed(std::mem::take(&mut self.block.nodes));
        if nodes.is_empty() {
            return;
        }
        let kind = match self.goes {
            Goes::Dissolved => self.block.kind.clone(),
            _ => BlockKind::Paragraph,
        };
        let place = if self.text.end > 0 {
            self.text
        } else {
            self.block.place
        };
        self.text = Place::default();
        let block = Block::text(kind, nodes, place);
        add(&mut self.block, block);
    }
}

/// Without a space or line's end at the end.
fn trimmed(mut nodes: Vec<Node>) -> Vec<Node> {
    while let Some(last) = nodes.last_mut() {
        match last {
            Node::LineBreak => {}
            Node::Text(text) => {
                text.truncate(text.trim_end_matches(' ').len());
                if !text.is_empty() {
                    break;
                }
            }
            _ => break,
        }
        nodes.pop();
    }
    nodes
}

/// Adds a block to another; what a list or table cannot hold becomes an item or a row.
fn add(parent: &mut Block, block: Block) {
    let place = block.place;
    let block = match (&parent.kind, &block.kind) {
        (BlockKind::List, BlockKind::Item)
        | (BlockKind::Table, BlockKind::Row)
        | (BlockKind::Row, BlockKind::Cell) => block,
        (BlockKind::List, _) => Block::of(BlockKind::Item, vec![block], place),
        (BlockKind::Table, _) => {
            let cell = Block::of(BlockKind::Cell, vec![block], place);
            Block::of(BlockKind::Row, vec![cell], place)
        }
        (BlockKind::Row, _) => Block::of(BlockKind::Cell, vec![block], place),
        _ => block,
    };
    parent.blocks.push(block);
}

struct Flow {
    frames: Vec<Frame>,
    root: Opened,
    notes: Vec<Block>,
    /// The numbers of notes, and how many there are.
    numbers: Table,
    count: usize,
    label: Option<String>,
    divisions: u8,
    pages: Vec<Node>,
    /// The end of the choice that is open.
    choice: usize,
}

impl Default for Flow {
    fn default() -> Self {
        let root = Opened::new(
            BlockKind::Paragraph,
            Place::default(),
            true,
            Goes::Dissolved,
        );
        Self {
            frames: Vec::new(),
            root,
            notes: Vec::new(),
            numbers: Table::default(),
            count: 0,
            label: None,
            divisions: 0,
            pages: Vec::new(),
            choice: 0,
        }
    }
}

impl Flow {
    fn node(&mut self, node: Element) {
        while self
            .frames
            .last()
            .is_some_and(|frame| frame.end <= node.index())
        {
            self.close();
        }
        if node.is_element() {
            self.element(node);
        } else {
            self.characters(&node.own_text(), node.place());
        }
    }

    fn finish(mut self) -> Vec<Block> {
        while !self.frames.is_empty() {
            self.close();
        }
        self.root.block.nodes.append(&mut self.pages);
        self.root.flush();
        let mut blocks = self.root.block.blocks;
        blocks.append(&mut self.notes);
        blocks
    }

    /// The innermost block.
    fn block(&mut self) -> &mut Opened {
        let open = self
            .frames
            .iter_mut()
            .rev()
            .find_map(|frame| match &mut frame.what {
                Open::Block(opened) => Some(opened),
                Open::Span { .. } => None,
            });
        open.unwrap_or(&mut self.root)
    }

    /// Where text goes.
    fn nodes(&mut self) -> &mut Vec<Node> {
        match self.frames.last_mut().map(|frame| &mut frame.what) {
            Some(Open::Span { nodes, .. }) => nodes,
            Some(Open::Block(opened)) => &mut opened.block.nodes,
            None => &mut self.root.block.nodes,
        }
    }

    fn in_span(&self) -> bool {
        let last = self.frames.last().map(|frame| &frame.what);
        matches!(last, Some(Open::Span { .. }))
    }

    /// Whether text runs: what begins here is part of it.
    fn in_text(&mut self) -> bool {
        self.in_span() || !self.block().group || !self.block().block.nodes.is_empty()
    }

    fn characters(&mut self, text: &str, place: Place) {
        if self.block().block.kind == BlockKind::Preformatted {
            return self.push(text, place);
        }
        let mut tail = self.block().tail;
        let mut out = String::with_capacity(text.len());
        for (index, word) in text.split([' ', '\n', '\r', '\t']).enumerate() {
            if index > 0 && tail == Tail::Word {
                tail = Tail::Space;
            }
            if word.is_empty() {
                continue;
            }
            if tail == Tail::Space {
                out.push(' ');
            }
            out.push_str(word);
            tail = Tail::Word;
        }
        self.block().tail = tail;
        if !out.is_empty() {
            self.push(&out, place);
        }
    }

    /// Adds characters as they are.
    fn push(&mut self, text: &str, place: Place) {
        let pages = std::mem::take(&mut self.pages);
        let seen = &mut self.block().text;
        if seen.end == 0 {
            seen.start = place.start;
        }
        seen.end = place.end;
        let nodes = self.nodes();
        nodes.extend(pages);
        match nodes.last_mut() {
            Some(Node::Text(last)) => last.push_str(text),
            _ => nodes.push(Node::Text(text.to_owned())),
        }
    }

    /// Prints the space that is due.
    fn space(&mut self) {
        if self.block().tail == Tail::Space {
            self.block().tail = Tail::Open;
            let place = self.block().text;
            self.push(" ", place);
        }
    }

    fn element(&mut self, node: Element) {
        let what = match meaning(node) {
            Meaning::Unknown => self.unknown(node),
            Meaning::Heading if self.in_text() => Meaning::Span(Some(Style::Italic), "", ""),
            Meaning::Quotation if self.in_text() => quotation(node),
            Meaning::Quotation => Meaning::Block(BlockKind::Quotation),
            Meaning::Field if self.in_text() => Meaning::Words,
            Meaning::Line if !self.in_text() => Meaning::Block(BlockKind::Paragraph),
            Meaning::Line => Meaning::LineBreak,
            Meaning::Alternative if node.index() < self.choice => {
                let supplied = Style::Editorial(Editorial::Supplied);
                Meaning::Span(Some(supplied), " [", "]")
            }
            what => what,
        };
        match what {
            Meaning::Division => self.open_group(node, true),
            Meaning::Group => self.open_group(node, false),
            Meaning::Block(kind) => self.open_block(node, kind),
            Meaning::Heading => {
                let level = self.divisions.clamp(1, 6);
                self.open_block(node, BlockKind::Heading(level));
            }
            Meaning::Field => self.open_field(node),
            Meaning::Label => self.open_label(node),
            Meaning::Note => self.open_note(node),
            Meaning::Span(style, prefix, suffix) => self.open_span(node, style, prefix, suffix),
            Meaning::LineBreak => {
                let started = !self.block().block.nodes.is_empty() || self.in_span();
                if started {
                    self.block().tail = Tail::Open;
                    self.nodes().push(Node::LineBreak);
                }
            }
            Meaning::PageBreak => self.pages.push(Node::PageBreak(node.get("n"))),
            Meaning::Gap => self.gap(node),
            Meaning::Pointer => {
                if let Some(address) = elements::address(node) {
                    self.space();
                    let words = vec![Node::Text(address.clone())];
                    self.nodes().push(Node::Span(Style::Link(address), words));
                    self.block().tail = Tail::Word;
                }
            }
            Meaning::Choice => self.choice = node.end(),
            // The rest was decided above.
            _ => {}
        }
    }

    /// Where no text runs, an element with text of its own is a paragraph, and one without a group.
    fn unknown(&mut self, node: Element) -> Meaning {
        if self.in_text() {
            return Meaning::Words;
        }
        let has_text = node
            .children()
            .any(|child| !child.is_element() && !child.own_text().trim().is_empty());
        if has_text {
            Meaning::Block(BlockKind::Paragraph)
        } else {
            Meaning::Group
        }
    }

    fn open_group(&mut self, node: Element, division: bool) {
        // Divisions may lie deep, but their headings go no further down than six.
        let opened = Opened::new(BlockKind::Paragraph, node.place(), true, Goes::Dissolved);
        self.open(node, opened, division);
    }

    fn open_block(&mut self, node: Element, kind: BlockKind) {
        let around = self.block().block.kind.clone();
        let kind = match (kind, around) {
            (BlockKind::Item, BlockKind::List)
            | (BlockKind::Row, BlockKind::Table)
            | (BlockKind::Cell, BlockKind::Row) => match node.name() {
                "row" | "tr" => BlockKind::Row,
                "cell" | "entry" | "td" | "th" => BlockKind::Cell,
                _ => BlockKind::Item,
            },
            // A reference to a book in running text is part of it.
            (BlockKind::Item, _) if self.in_text() => return,
            (BlockKind::Item | BlockKind::Row | BlockKind::Cell, _) => BlockKind::Paragraph,
            (kind, _) => kind,
        };
        let holds_blocks = matches!(
            kind,
            BlockKind::List
                | BlockKind::Item
                | BlockKind::Table
                | BlockKind::Row
                | BlockKind::Cell
                | BlockKind::Quotation
        );
        let goes = if holds_blocks {
            Goes::Whole
        } else {
            Goes::Dissolved
        };
        let group = matches!(kind, BlockKind::List | BlockKind::Table | BlockKind::Row);
        let mut opened = Opened::new(kind, node.place(), group, goes);
        if opened.block.kind == BlockKind::Item {
            let mark = Some(node.get("n")).filter(|mark| !mark.is_empty());
            opened.block.number = self.label.take().or(mark);
        }
        opened.block.language = Some(node.get("lang")).filter(|tag| !tag.is_empty());
        self.open(node, opened, false);
    }

    /// A field is shown with its label.
    fn open_field(&mut self, node: Element) {
        let mut opened = Opened::new(BlockKind::Field, node.place(), false, Goes::Whole);
        let label = ["label", "localtype", "type"].map(|name| node.get(name));
        let label = label.into_iter().find(|label| !label.is_empty());
        let label = label.unwrap_or_else(|| node.name().to_owned());
        opened.block.number = Some(super::entry::label(&label));
        self.open(node, opened, false);
    }

    fn open_label(&mut self, node: Element) {
        if self.block().block.kind == BlockKind::List {
            let opened = Opened::new(BlockKind::Paragraph, node.place(), false, Goes::Label);
            self.open(node, opened, false);
        } else if !self.in_text() {
            self.open_block(node, BlockKind::Paragraph);
        }
    }

    fn open_note(&mut self, node: Element) {
        let mut number = node.get("n");
        self.count += 1;
        if number.is_empty() {
            number = digits::text(self.count);
        }
        // A number that was there before is told apart by how many came before it.
        if self.numbers.get(&number).is_some() || !self.numbers.set(&number, self.count) {
            number.push('*');
            digits::push(&mut number, self.count);
        }
        let referred = self.in_text() && self.frames.len() < DEEPEST;
        let goes = if referred { Goes::Notes } else { Goes::Whole };
        if referred {
            let mark = vec![Node::Text(number.clone())];
            self.nodes()
                .push(Node::Span(Style::NoteReference(number.clone()), mark));
        }
        let mut opened = Opened::new(BlockKind::Note, node.place(), false, goes);
        opened.block.number = Some(number);
        if !referred {
            return self.open(node, opened, false);
        }
        self.frames.push(Frame {
            end: node.end(),
            what: Open::Block(opened),
            division: false,
        });
    }

    /// Opens a block, which ends the text before it.
    fn open(&mut self, node: Element, opened: Opened, division: bool) {
        if self.frames.len() >= DEEPEST {
            return;
        }
        while self.in_span() {
            self.close();
        }
        self.block().flush();
        self.divisions += u8::from(division);
        self.frames.push(Frame {
            end: node.end(),
            what: Open::Block(opened),
            division,
        });
    }

    fn open_span(
        &mut self,
        node: Element,
        style: Option<Style>,
        prefix: &'static str,
        suffix: &'static str,
    ) {
        if self.frames.len() >= DEEPEST {
            return;
        }
        if prefix.starts_with(' ') && self.block().tail == Tail::Word {
            self.block().tail = Tail::Space;
        }
        self.space();
        self.frames.push(Frame {
            end: node.end(),
            what: Open::Span {
                style,
                nodes: Vec::new(),
                suffix,
            },
            division: false,
        });
        let prefix = prefix.trim_start();
        if !prefix.is_empty() {
            self.push(prefix, node.place());
        }
    }

    fn gap(&mut self, node: Element) {
        let reason = node.get("reason");
        let words = if reason.is_empty() {
            "[\u{2026}]".to_owned()
        } else {
            crate::letters::concat(&["[", &reason, "]"])
        };
        self.space();
        let words = vec![Node::Text(words)];
        self.nodes()
            .push(Node::Span(Style::Editorial(Editorial::Gap), words));
        self.block().tail = Tail::Word;
    }

    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        self.divisions -= u8::from(frame.division);
        match frame.what {
            Open::Span {
                style,
                mut nodes,
                suffix,
            } => {
                if !suffix.is_empty() {
                    nodes.push(Node::Text(suffix.to_owned()));
                    self.block().tail = Tail::Word;
                }
                match style {
                    Some(style) if !nodes.is_empty() => {
                        self.nodes().push(Node::Span(style, nodes));
                    }
                    _ => self.nodes().append(&mut nodes),
                }
            }
            Open::Block(opened) => self.close_block(opened),
        }
    }

    fn close_block(&mut self, mut opened: Opened) {
        if !opened.block.blocks.is_empty() || opened.group {
            opened.flush();
        } else {
            opened.block.nodes = trimmed(std::mem::take(&mut opened.block.nodes));
        }
        let Opened { block, goes, .. } = opened;
        let empty = block.nodes.is_empty() && block.blocks.is_empty();
        if empty && !matches!(block.kind, BlockKind::Cell) {
            return;
        }
        match goes {
            Goes::Notes => self.notes.push(block),
            Goes::Label => {
                let tree = crate::tree::Tree::from(block.nodes);
                self.label = Some(tree.plain());
            }
            Goes::Whole => add(&mut self.block().block, block),
            Goes::Dissolved if block.blocks.is_empty() => {
                add(&mut self.block().block, block);
            }
            Goes::Dissolved => {
                let parent = self.block();
                for block in block.blocks {
                    add(&mut parent.block, block);
                }
            }
        }
    }
}

/// A quotation in running text is in quotation marks, unless it brings its own.
fn quotation(node: Element) -> Meaning {
    let first = node
        .within()
        .find(|node| !node.is_element() && !node.own_text().trim().is_empty());
    let marked = first.is_some_and(|text| {
        text.own_text().trim_start().starts_with([
            '"', '\'', '\u{201c}', '\u{201e}', '\u{2018}', '\u{ab}', '\u{2014}', '\u{2013}',
        ])
    });
    let style = (!marked && node.name() != "cit").then_some(Style::Quote);
    Meaning::Span(style, "", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::formats::xml::Xml;
    use crate::tree::Tree;

    fn shown(text: &str) -> String {
        fn one(block: &Block) -> String {
            let inside: Vec<String> = block.blocks.iter().map(one).collect();
            let tree = Tree::from(block.nodes.clone());
            let number = block.number.clone().unwrap_or_default();
            format!(
                "{:?}{number}<{}{}>",
                block.kind,
                tree.plain(),
                inside.join("")
            )
        }
        let xml = Xml::new(text);
        let blocks = blocks(xml.top().next().unwrap());
        blocks.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn blocks_of_every_kind() {
        for (text, want) in [
            (
                "<body>\n <div><head>One</head><div><head>Two</head><p>a\n <hi>b</hi> c<lb/>d</p></div></div></body>",
                "Heading(1)<One> Heading(2)<Two> Paragraph<a b c\nd>",
            ),
            (
                "<body><p>See<note n='3'><p>There.</p></note> it: <list><label>1.</label><item>x</item><item n='b'><p>y</p></item></list> and <q>so</q>.</p></body>",
                "Paragraph<See3 it:> List<Item1.<x>Itemb<Paragraph<y>>> Paragraph<and so.> Note3<Paragraph<There.>>",
            ),
            (
                "<body><table><head>T</head><row><cell>1</cell><cell/></row></table><signed>X</signed></body>",
                "Table<Row<Cell<Heading(1)<T>>>Row<Cell<1>Cell<>>> Signature<X>",
            ),
            (
                "<p>V<ex>ice</ex> <choice><sic>teh</sic><corr>the</corr></choice> <gap reason='torn'/> w<unclear>or</unclear>d</p>",
                "Paragraph<V[ice] teh [the] [torn] wor [?]d>",
            ),
            (
                "<odd><very>x</very><p>y</p>z<lg><l>one</l><l>two</l></lg></odd>",
                "Paragraph<x> Paragraph<y> Paragraph<z> Paragraph<one\ntwo>",
            ),
        ] {
            assert_eq!(shown(text), want, "{text}");
        }
    }

    #[test]
    fn depth_costs_nothing() {
        for name in ["list", "item", "div", "hi", "note", "odd", "q"] {
            let text = format!("<a>{}", format!("<{name}>x").repeat(50_000));
            let xml = Xml::new(&text);
            let blocks = blocks(xml.top().next().unwrap());
            assert!(!blocks.is_empty());
        }
    }
}
