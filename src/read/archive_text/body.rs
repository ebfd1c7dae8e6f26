//! The body: from lines to blocks.

mod kinds;
mod lines;

use super::inline::{self, Context};
use super::span::Span;
use crate::scan;
use crate::tree::{Block, BlockKind, Node};
use kinds::State;
use lines::Piece;

/// What a body gives.
pub(super) struct Body<'a> {
    /// Its blocks.
    pub(super) blocks: Vec<Block>,
    /// The running heads of the pages it was printed on.
    pub(super) running_heads: Vec<Span<'a>>,
}

/// Reads the body of a document.
pub(super) fn read(span: Span<'_>) -> Body<'_> {
    let mut running_heads = Vec::new();
    let context = Context {
        page_marks: has_page_marks(span.text),
        notes: notes(span),
    };
    let mut state = State::new(span.text, context.notes);
    let mut blocks: Vec<Block> = Vec::new();
    lines::pieces(span, &mut |piece| {
        let block = match piece {
            Piece::Rule(line) => Block::text(BlockKind::Rule, Vec::new(), line.place()),
            Piece::Preformatted(text, word, all) => {
                let nodes = vec![Node::Text(text.text.to_owned())];
                let mut block = Block::text(BlockKind::Preformatted, nodes, all.place());
                block.number = (!word.is_empty()).then(|| word.to_owned());
                block
            }
            Piece::RunningHead(line) => return running_heads.push(line),
            Piece::Row(line) => return row(line, &context, &mut blocks),
            Piece::Columns(line, at) => return columns(line, at, &context, &mut blocks),
            Piece::Item(line) => return item(line, &context, &mut blocks),
            Piece::Quotation(text, line) => Block::text(
                BlockKind::Quotation,
                inline::nodes(text, &context),
                line.place(),
            ),
            Piece::Text(text) => self::text(text, &mut state, &context),
        };
        blocks.push(block);
    });
    Body {
        blocks,
        running_heads,
    }
}

/// Whether the numbers were lost: three paragraphs in a row are all numbered 1, as lists are that lost their numbers.
pub(super) fn is_renumbered(blocks: &[Block]) -> Option<&Block> {
    let first = |block: &&Block| {
        let number = block.number.as_deref();
        block.kind == BlockKind::Paragraph
            && number.is_some_and(|number| matches!(number, "1." | "1)"))
    };
    blocks
        .windows(3)
        .find(|three| three.iter().all(|block| first(&block)))?
        .first()
}

/// A paragraph, or what else stands as lines of its own. A page mark before it says nothing of what it is.
fn text(span: Span, state: &mut State, context: &Context) -> Block {
    let mark = inline::leading_page(span.text);
    let mark = if mark < span.text.len() { mark } else { 0 };
    let kind = kinds::of(span.from(mark), state);
    let mut nodes = inline::nodes(kind.text, context);
    if mark > 0 {
        let mut page = inline::nodes(span.part(0, mark).trim(), context);
        page.append(&mut nodes);
        nodes = page;
    }
    let mut block = Block::text(kind.kind, nodes, span.place());
    block.number = kind.number.map(str::to_owned);
    block
}

/// Adds an item to the list that is open, or opens one.
fn item(line: Span, context: &Context, blocks: &mut Vec<Block>) {
    let text = line
        .from(line.text.chars().next().map_or(0, char::len_utf8))
        .trim();
    let item = Block::text(BlockKind::Item, inline::nodes(text, context), line.place());
    grow(BlockKind::List, item, blocks);
}

/// Adds a row to the table that is open, or opens one; the line of dashes below the head is no row.
fn row(line: Span, context: &Context, blocks: &mut Vec<Block>) {
    let inner = line.text.trim_matches('|');
    if inner.chars().all(|c| matches!(c, '-' | '|' | ':' | ' ')) {
        return;
    }
    let mut cells = Vec::new();
    let mut at = line.text.len() - line.text.trim_start_matches('|').len();
    for cell in inner.split('|') {
        let span = line.part(at, at + cell.len()).trim();
        at += cell.len() + 1;
        cells.push(Block::text(
            BlockKind::Cell,
            inline::nodes(span, context),
            span.place(),
        ));
    }
    grow(
        BlockKind::Table,
        Block::of(BlockKind::Row, cells, line.place()),
        blocks,
    );
}

/// Adds a row of two columns that a wide gap divides.
fn columns(line: Span, at: usize, context: &Context, blocks: &mut Vec<Block>) {
    let cells = [line.part(0, at).trim(), line.from(at).trim()];
    let cells = cells
        .into_iter()
        .map(|cell| Block::text(BlockKind::Cell, inline::nodes(cell, context), cell.place()));
    grow(
        BlockKind::Table,
        Block::of(BlockKind::Row, cells.collect(), line.place()),
        blocks,
    );
}

/// Puts a block into the block of this kind that stands last, or into a new one.
fn grow(kind: BlockKind, inner: Block, blocks: &mut Vec<Block>) {
    match blocks.last_mut() {
        Some(last) if last.kind == kind => {
            last.place.end = inner.place.end;
            last.blocks.push(inner);
        }
        _ => {
            let place = inner.place;
            blocks.push(Block::of(kind, vec![inner], place));
        }
    }
}

/// Whether `(p. 1)`, `(p. 2)` ... mark pages: two or more, each one more than the last.
fn has_page_marks(text: &str) -> bool {
    let mut last = None;
    let mut count = 0;
    for at in scan::each(text, b'(') {
        let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix("(p. ")) else {
            continue;
        };
        let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
        let page = rest.get(..digits).and_then(|page| page.parse::<u32>().ok());
        let Some(page) = page.filter(|_| rest.as_bytes().get(digits) == Some(&b')')) else {
            return false;
        };
        if last.is_some_and(|last| page != last + 1) {
            return false;
        }
        last = Some(page);
        count += 1;
    }
    count >= 2
}

/// How many notes stand at the end: lines that begin with `[1]`, `[2]` ... in order.
fn notes(span: Span) -> usize {
    let mut found = 0;
    for at in scan::each(span.text, b'[') {
        let before = span.text.get(..at).unwrap_or("").trim_end_matches(' ');
        if !(before.is_empty() || before.ends_with('\n')) {
            continue;
        }
        let rest = span.text.get(at + 1..).unwrap_or("");
        let rest = rest.strip_prefix('^').unwrap_or(rest);
        let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
        let number = rest.get(..digits).unwrap_or("");
        let closed = rest
            .get(digits..)
            .is_some_and(|rest| ["] ", "].", "]:"].iter().any(|end| rest.starts_with(end)));
        if closed && number.parse() == Ok(found + 1) {
            found += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    fn shape(text: &str) -> Vec<(BlockKind, Option<String>, String)> {
        read(Span::new(text, 0))
            .blocks
            .into_iter()
            .map(|block| {
                let place = block.place;
                assert!(!text[place.start..place.end].trim().is_empty());
                (block.kind, block.number, Tree::from(block.nodes).plain())
            })
            .collect()
    }

    fn own(kind: BlockKind, number: &str, text: &str) -> (BlockKind, Option<String>, String) {
        let number = (!number.is_empty()).then(|| number.to_owned());
        (kind, number, text.to_owned())
    }

    #[test]
    fn a_telegram() {
        use BlockKind::{Addressee, Paragraph, Registry, Signature};
        let text = "01/014916/29.4.1973\n\nTo Direction I Relations, to Comrade Director A\n\n1. In a conversation that was long enough.\n\n\
                    Chinese diplomats reject [sic!] it.\n\n12. More.\n\nSigned: Aurelian Lazar";
        assert_eq!(
            shape(text),
            [
                own(Registry, "", "01/014916/29.4.1973"),
                own(
                    Addressee,
                    "",
                    "To Direction I Relations, to Comrade Director A"
                ),
                own(Paragraph, "1.", "In a conversation that was long enough."),
                own(Paragraph, "", "Chinese diplomats reject [sic!] it."),
                own(Paragraph, "12.", "More."),
                own(Signature, "", "Signed: Aurelian Lazar"),
            ]
        );
    }

    #[test]
    fn heads_and_markings() {
        use BlockKind::{Classification, Distribution, Field, Paragraph, Stamp};
        let text =
            "TOP SECRET\nCopy Nº 1\nTo: Comrade N\nSubject: Trade\n[stamp: received]\nText of it.";
        assert_eq!(
            shape(text),
            [
                own(Classification, "", "TOP SECRET"),
                own(Distribution, "", "Copy Nº 1"),
                own(Field, "To", "Comrade N"),
                own(Field, "Subject", "Trade"),
                own(Stamp, "", "[stamp: received]"),
                own(Paragraph, "", "Text of it."),
            ]
        );
    }

    #[test]
    fn lists_tables_rules_and_quotations() {
        let text = "- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n=====\n\n> said\n\n# Head";
        let kinds: Vec<_> = shape(text)
            .into_iter()
            .map(|(kind, _, text)| (kind, text))
            .collect();
        assert_eq!(
            kinds,
            [
                (BlockKind::List, String::new()),
                (BlockKind::Table, String::new()),
                (BlockKind::Rule, String::new()),
                (BlockKind::Quotation, "said".to_owned()),
                (BlockKind::Heading(1), "Head".to_owned()),
            ]
        );
    }

    #[test]
    fn a_page_mark_before_a_paragraph_says_nothing_of_its_kind() {
        let text =
            "1. The first page.\n\n[p. 2] 2. The second.\n\n[p. iv] Signed: A. Lazar\n\n[sic] so";
        let blocks = read(Span::new(text, 0)).blocks;
        let page = |number: &str| Node::PageBreak(number.to_owned());
        assert_eq!(blocks[1].number.as_deref(), Some("2."));
        assert_eq!(blocks[1].nodes[0], page("2"));
        assert_eq!(blocks[2].kind, BlockKind::Signature);
        assert_eq!(blocks[2].nodes[0], page("iv"));
        assert_eq!(blocks[3].kind, BlockKind::Paragraph);
    }

    #[test]
    fn notes_answer() {
        let text = "He met Tito.1 And more.\n\n[1] Josip Broz.";
        let blocks = read(Span::new(text, 0)).blocks;
        assert_eq!(blocks[1].kind, BlockKind::Note);
        assert_eq!(blocks[1].number.as_deref(), Some("1"));
        assert!(
            blocks[0]
                .nodes
                .iter()
                .any(|node| matches!(node, Node::Span(crate::tree::Style::NoteReference(_), _)))
        );
    }

    #[test]
    fn notes_of_markdown() {
        let text = "He met Tito[^1] there.\n\n[^1]: Josip Broz.";
        let blocks = read(Span::new(text, 0)).blocks;
        assert_eq!(blocks[1].number.as_deref(), Some("1"));
        assert_eq!(Tree::from(blocks[1].nodes.clone()).plain(), "Josip Broz.");
        let reference = |node: &Node| matches!(node, Node::Span(crate::tree::Style::NoteReference(number), _) if number == "1");
        assert!(blocks[0].nodes.iter().any(reference));
    }

    #[test]
    fn two_columns_are_a_table() {
        let blocks = read(Span::new(
            "Neuer                 Bonn, 12 September 1996\nText.",
            0,
        ))
        .blocks;
        assert_eq!(blocks[0].kind, BlockKind::Table);
        assert_eq!(blocks[0].blocks[0].blocks.len(), 2);
        assert_eq!(blocks.len(), 2);
    }

    #[test]
    fn hard_wraps_are_joined() {
        let text = "The first line of a paragraph that was wrapped by hand at the\nwidth of a page, as old files are, goes on here and then it\nends.\nSigned: X";
        assert_eq!(shape(text).len(), 2);
    }
}
