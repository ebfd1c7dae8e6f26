//! Headline-style capitals (17th ed., 8.159–8.161; 18th ed., 8.160–8.162).
//!
//! Only words in small letters are raised, so that `iPhone`, `COVID-19` and what an author wrote on purpose stay.

use super::context::Cx;
use super::markup;
use crate::letters;
use crate::record::Kind;
use crate::tree::{Node, Tree};

/// Articles, conjunctions, short prepositions, `to` and `as`, and the particles of names: lower case in both editions.
const SMALL: [&str; 54] = [
    "a", "al", "amid", "an", "and", "anti", "apud", "as", "at", "atop", "but", "by", "c", "ca",
    "d", "de", "down", "et", "for", "from", "in", "into", "lest", "like", "near", "next", "nor",
    "of", "off", "on", "onto", "or", "out", "over", "per", "plus", "pro", "qua", "sans", "so",
    "than", "the", "till", "to", "up", "upon", "v", "van", "via", "vis", "von", "vs", "with",
    "yet",
];

/// Prepositions of five letters or more: lower case in the 17th edition, raised in the 18th (8.160).
const LONG: [&str; 44] = [
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "alongside",
    "amidst",
    "among",
    "amongst",
    "apropos",
    "around",
    "aside",
    "astride",
    "athwart",
    "barring",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "circa",
    "despite",
    "during",
    "except",
    "given",
    "inside",
    "modulo",
    "notwithstanding",
    "outside",
    "since",
    "through",
    "throughout",
    "toward",
    "towards",
    "under",
    "underneath",
    "until",
    "versus",
    "within",
    "without",
];

/// A title in headline style, if its language is English; titles in other languages keep their capitals (17th ed.,
/// 11.6; 18th ed., 11.8).
///
/// The first and the last word are raised, and what follows a colon, a question mark or an exclamation mark.
pub(crate) fn headline(cx: &Cx, mut tree: Tree) -> Tree {
    if !is_english(&cx.record.language) {
        return tree;
    }
    let mut state = State {
        last: last_word(tree.nodes()).unwrap_or(0),
        raise_next: true,
        // Names of collections are no titles; the 18th edition raises prepositions in titles alone.
        long_too: cx.is_17() || cx.kind() == Kind::Collection,
    };
    state.nodes(tree.nodes_mut());
    tree
}

/// Whether a language tag is English, or none is given.
pub(crate) fn is_english(language: &str) -> bool {
    let first = language.split(['-', '_']).next().unwrap_or("").trim();
    first.is_empty()
        || first.eq_ignore_ascii_case("en")
        || first.to_ascii_lowercase().starts_with("eng")
}

struct State {
    /// The address of the last word of the title, when a word ends it.
    last: usize,
    /// Whether the next word is raised whatever it is.
    raise_next: bool,
    /// Whether long prepositions are small too.
    long_too: bool,
}

impl State {
    fn nodes(&mut self, nodes: &mut [Node]) {
        for node in nodes {
            if markup::keeps_case(node) {
                self.raise_next &= is_blank(node);
                continue;
            }
            match node {
                Node::Text(text) => {
                    if let Some(raised) = self.text(text) {
                        *text = raised;
                    }
                }
                Node::Span(_, inner) => self.nodes(inner),
                _ => {}
            }
        }
    }

    /// The text with its words raised; `None` when it stays as it is.
    fn text(&mut self, text: &str) -> Option<String> {
        let mut out = String::new();
        let mut copied = 0;
        let mut at = 0;
        for piece in pieces(text) {
            if !is_word(piece) {
                self.raise_next |= piece.contains(['?', '!', ':']);
            } else if self.is_raised(piece) {
                out.push_str(text.get(copied..at)?);
                raise(piece, &mut out);
                copied = at + piece.len();
            }
            at += piece.len();
        }
        if copied == 0 {
            return None;
        }
        out.push_str(text.get(copied..)?);
        Some(out)
    }

    /// Whether a word, which comes next, gets a capital that it does not have.
    fn is_raised(&mut self, word: &str) -> bool {
        let last = self.last == address(word);
        let next = std::mem::take(&mut self.raise_next);
        !word.contains(letters::is_capital) && (next || !self.is_small(word, last))
    }

    /// Whether a word is small where it stands; single letters are left alone, for they are symbols.
    fn is_small(&self, word: &str, last: bool) -> bool {
        if matches!(word.chars().nth(1), None | Some('’')) {
            return true;
        }
        !last && (listed(&SMALL, word) || (self.long_too && listed(&LONG, word)))
    }
}

/// Whether a list in the order of the alphabet has the word.
fn listed(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// A capital for the first letter. A Greek letter that stands alone is a symbol.
fn raise(word: &str, out: &mut String) {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return };
    let symbol = ('\u{370}'..='\u{3ff}').contains(&first) && chars.as_str().is_empty();
    if symbol {
        out.push(first);
    } else {
        out.push(letters::upper(first));
    }
    out.push_str(chars.as_str());
}

/// The words of a text, and what stands between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let in_word = is_letter(first);
        let end = rest.find(|c| is_letter(c) != in_word).unwrap_or(rest.len());
        let (piece, tail) = rest.split_at_checked(end)?;
        rest = tail;
        Some(piece)
    })
}

/// Whether a character belongs to a word: everything but spaces, dashes, stops, brackets and quotation marks.
fn is_letter(c: char) -> bool {
    if c.is_ascii_alphanumeric() {
        return true;
    }
    !(c.is_whitespace()
        || matches!(
            c,
            '-' | '–'
                | '—'
                | '/'
                | '.'
                | ','
                | ';'
                | '?'
                | '!'
                | ':'
                | '['
                | ']'
                | '('
                | ')'
                | '“'
                | '”'
                | '‘'
                | '"'
        ))
}

fn is_word(piece: &str) -> bool {
    piece.chars().next().is_some_and(is_letter)
}

/// Where a word stands in memory, which tells it from the same word elsewhere in the title.
fn address(word: &str) -> usize {
    word.as_ptr() as usize
}

/// The address of the last word, unless a stretch that keeps its case comes after it.
fn last_word(nodes: &[Node]) -> Option<usize> {
    for node in nodes.iter().rev() {
        match node {
            _ if is_blank(node) => {}
            _ if markup::keeps_case(node) => return None,
            Node::Text(text) => match last_in(text) {
                None => {}
                found => return found,
            },
            Node::Span(_, inner) => return last_word(inner),
            _ => {}
        }
    }
    None
}

fn last_in(text: &str) -> Option<usize> {
    let trimmed = text.trim_end_matches(|c| !is_letter(c));
    let word = trimmed.rsplit(|c| !is_letter(c)).next()?;
    (!word.is_empty()).then(|| address(word))
}

fn is_blank(node: &Node) -> bool {
    match node {
        Node::Text(text) => text.trim().is_empty(),
        Node::Span(_, inner) => inner.iter().all(is_blank),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Options};
    use crate::record::Record;

    fn print(edition: Edition, language: &str, title: &str) -> String {
        let mut record = Record::new(Kind::Book);
        record.language = language.to_owned();
        let options = Options {
            edition,
            ..Options::default()
        };
        headline(&Cx::new(&record, &options), markup::parse(title)).plain()
    }

    fn in_17(title: &str) -> String {
        print(Edition::Seventeenth, "en", title)
    }

    #[test]
    fn small_words_and_first_and_last_words() {
        assert_eq!(in_17("a tale of a whale"), "A Tale of a Whale");
        assert_eq!(in_17("the world we live in"), "The World We Live In");
        assert_eq!(
            in_17("what is it? the answer: a guess"),
            "What Is It? The Answer: A Guess"
        );
        assert_eq!(
            in_17("the worst is yet to come"),
            "The Worst Is yet to Come"
        );
    }

    #[test]
    fn lists_are_in_order() {
        assert!(SMALL.is_sorted() && LONG.is_sorted());
    }

    #[test]
    fn long_prepositions_by_edition() {
        assert_eq!(in_17("a story about reading"), "A Story about Reading");
        let in_18 = |title| print(Edition::Eighteenth, "", title);
        assert_eq!(in_18("a story about reading"), "A Story About Reading");
        assert_eq!(in_18("a walk with me"), "A Walk with Me");
    }

    #[test]
    fn what_keeps_its_case() {
        assert_eq!(
            in_17("how iPhone apps track COVID-19"),
            "How iPhone Apps Track COVID-19"
        );
        assert_eq!(
            in_17("the <span class=\"nocase\">e. coli</span> story"),
            "The e. coli Story"
        );
        assert_eq!(
            in_17("the state-of-the-art in low-pass filters"),
            "The State-of-the-Art in Low-Pass Filters"
        );
        assert_eq!(
            in_17("don't say <i>o'clock</i> about β decay"),
            "Don’t Say o’clock about β Decay"
        );
        assert_eq!(
            print(Edition::Eighteenth, "fr-FR", "l'édition africaine"),
            "l’édition africaine"
        );
    }
}
