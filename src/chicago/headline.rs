//! Headline-style capitals (17th ed., 8.159–8.161; 18th ed., 8.160–8.162).
//!
//! Only words in small letters are raised, so that `iPhone`, `COVID-19` and what an author wrote on purpose stay. Of the
//! words with a capital, those that are never more than an article, a conjunction or a preposition lose it.

use super::context::Cx;
use super::markup;
use crate::letters;
use crate::record::Kind;
use crate::scan::SPEED;
use crate::tree::{Node, Style, Tree};

/// Articles, conjunctions, short prepositions, `to` and `as`, and the particles of names: lower case in both editions. The
/// commonest come first.
static SMALL: Words = Words::new(
    "of the and in a to for on by with from an at as or al amid apud atop but c ca d de down et into lest like near next nor off onto out over per plus pro qua sans so than till up upon v van versus via vis von vs yet",
);

/// Prepositions of five letters or more: lower case in the 17th edition, raised in the 18th (8.160).
static LONG: Words = Words::new(
    "about above across after against along alongside amidst among amongst apropos around aside astride athwart barring before behind below beneath beside besides between beyond circa despite during except given inside modulo notwithstanding outside since through throughout toward towards under underneath until within without",
);

/// Small words that a catalogue may have raised: `The War Of The Worlds`. Those of more than four letters stay in the 18th
/// edition.
static LOWERED: Words = Words::new(
    "Against Among An And As At Between But By During For From In Nor Of Or The To Toward Towards With",
);

/// Words, none longer than fifteen letters. Where speed is more than size, a bit for the letters that words of each length
/// begin and end with, so that most others need not be looked for.
struct Words {
    list: &'static str,
    #[cfg(not(all(target_family = "wasm", not(target_feature = "simd128"))))]
    ends: [u64; 16],
}

impl Words {
    /// The words of a list, with a space between them.
    const fn new(list: &'static str) -> Self {
        Self {
            list,
            #[cfg(not(all(target_family = "wasm", not(target_feature = "simd128"))))]
            ends: ends(list.as_bytes()),
        }
    }

    /// Whether the word is one of them.
    fn have(&self, word: &str) -> bool {
        let word = word.as_bytes();
        #[cfg(not(all(target_family = "wasm", not(target_feature = "simd128"))))]
        if let (Some(first), Some(last), Some(ends)) =
            (word.first(), word.last(), self.ends.get(word.len()))
            && ends & bit(*first, *last) == 0
        {
            return false;
        }
        let mut words = self.list.as_bytes().split(|byte| *byte == b' ');
        words.any(|listed| listed == word)
    }
}

/// For each length, what its words begin and end with.
#[cfg(not(all(target_family = "wasm", not(target_feature = "simd128"))))]
#[expect(clippy::indexing_slicing, reason = "what is too long is no constant")]
const fn ends(list: &[u8]) -> [u64; 16] {
    let mut ends = [0; 16];
    let mut rest = list;
    while let [first, ..] = rest {
        let mut length = 0;
        let mut last = first;
        while let [letter @ b'A'..=b'z', after @ ..] = rest {
            length += 1;
            last = letter;
            rest = after;
        }
        ends[length] |= bit(*first, *last);
        if let [_, after @ ..] = rest {
            rest = after;
        }
    }
    ends
}

#[cfg(not(all(target_family = "wasm", not(target_feature = "simd128"))))]
const fn bit(first: u8, last: u8) -> u64 {
    1 << ((first as u32 + 3 * last as u32) % 64)
}

/// Latin expressions that begin with a small word, which has a capital in them (17th ed., 8.159; 18th ed., 8.160).
const LATIN: &str = "de facto,de jure,de novo,in absentia,in memoriam,in situ,in utero,in vitro,in vivo,per se,pro bono";

/// Prefixes that are no words by themselves (17th ed., 8.161: `Anti-intellectual Pursuits`).
const PREFIXES: &str =
    "anti co inter intra micro multi neo non post pre pseudo re semi sub trans ultra";

/// A title in headline style, if its language is English; titles in other languages keep their capitals (17th ed.,
/// 11.6; 18th ed., 11.8).
///
/// The first and the last word are raised, and what follows a colon, a question mark or an exclamation mark.
pub(crate) fn headline(cx: &Cx, mut tree: Tree) -> Tree {
    let mut state = State {
        english: is_english(&cx.record.language),
        last: last_word(tree.nodes()).unwrap_or(0),
        raise_next: true,
        // Names of collections are no titles; the 18th edition raises prepositions in titles alone.
        long_too: cx.is_17() || cx.kind() == Kind::Collection,
    };
    state.nodes(tree.nodes_mut());
    tree
}

/// Whether a language tag is English, or none is given or known.
pub(crate) fn is_english(language: &str) -> bool {
    let first = language.split(['-', '_']).next().unwrap_or("").trim();
    first.is_empty()
        || first.eq_ignore_ascii_case("en")
        || first.eq_ignore_ascii_case("und")
        || first.to_ascii_lowercase().starts_with("eng")
}

/// How many spaces a catalogue, or another language, has before a mark; they are closed up: `History : An Introduction`
/// (17th ed., 14.89; 18th ed., 13.90). A mark that begins a word, as in `a !Kung Woman`, has its space.
fn spaces_before_mark(between: &str, is_last: bool) -> usize {
    if between.len() < 2 {
        return 0;
    }
    let mark = between.trim_start();
    match mark.strip_prefix([':', ';', '?', '!'].as_slice()) {
        Some(rest) if rest.starts_with(char::is_whitespace) || (is_last && rest.is_empty()) => {
            between.len() - mark.len()
        }
        _ => 0,
    }
}

struct State {
    /// Whether the words have an English title's capitals.
    english: bool,
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
                Node::Span(Style::Italic, inner) if is_species(inner) => self.raise_next = false,
                Node::Span(_, inner) => self.nodes(inner),
                _ => {}
            }
        }
    }

    /// The text with its words raised or lowered; `None` when it stays as it is.
    fn text(&mut self, text: &str) -> Option<String> {
        let mut out = String::new();
        let (mut copied, mut at) = (0, 0);
        // The word before, and what stands between.
        let (mut before, mut between) = ("", "");
        for piece in pieces(text) {
            let start = at;
            at += piece.len();
            if !is_word(piece) {
                self.raise_next |= piece.bytes().any(|mark| matches!(mark, b'?' | b'!' | b':'));
                between = piece;
                let spaces = spaces_before_mark(piece, at == text.len());
                if spaces > 0 {
                    out.push_str(text.get(copied..start)?);
                    copied = start + spaces;
                }
                continue;
            }
            let rest = text.get(at..)?;
            // The first of several has a capital whatever it is: `An In-Depth Study`.
            self.raise_next |=
                between != "-" && rest.starts_with('-') && !["al", "vis"].contains(&piece);
            self.raise_next |= matches!(piece.len(), 2 | 3) && is_latin(text.get(start..)?);
            let lowered = between == " "
                && rest.starts_with(' ')
                && !self.raise_next
                && self.is_lowered(piece);
            let kept = between == "-" && self.is_small_after(before, piece);
            if self.english && (lowered || (!kept && self.is_raised(piece))) {
                if SPEED && copied == 0 {
                    out.reserve(text.len() + 60);
                }
                out.push_str(text.get(copied..start)?);
                cased(piece, !lowered, &mut out);
                copied = at;
            }
            before = piece;
        }
        if copied == 0 {
            return None;
        }
        out.push_str(text.get(copied..)?);
        Some(out)
    }

    /// Whether a word keeps its small letter after a hyphen: `E-flat Major`; in the 17th edition after a prefix, too (17th
    /// ed., 8.161; 18th ed., 8.162).
    fn is_small_after(&self, before: &str, word: &str) -> bool {
        let key = before.len() == 1 && ["flat", "natural", "sharp"].contains(&word);
        key || (self.long_too
            && PREFIXES
                .split(' ')
                .any(|prefix| prefix.eq_ignore_ascii_case(before)))
    }

    fn is_lowered(&self, word: &str) -> bool {
        word.starts_with(letters::is_capital)
            && (self.long_too || word.len() < 5)
            && LOWERED.have(word)
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
        !last && ((word.len() < 7 && SMALL.have(word)) || (self.long_too && LONG.have(word)))
    }
}

/// Whether a text begins with a Latin expression, whose first word has two or three letters.
fn is_latin(text: &str) -> bool {
    matches!(
        text.as_bytes(),
        [b'D' | b'I' | b'P' | b'd' | b'i' | b'p', ..]
    ) && LATIN.split(',').any(|latin| {
        text.split_at_checked(latin.len())
            .is_some_and(|(head, tail)| {
                head.eq_ignore_ascii_case(latin) && !tail.starts_with(is_letter)
            })
    })
}

/// A capital or a small letter for the first. A Greek letter that stands alone is a symbol.
fn cased(word: &str, capital: bool, out: &mut String) {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return };
    let symbol = ('\u{370}'..='\u{3ff}').contains(&first) && chars.as_str().is_empty();
    out.push(match capital {
        _ if symbol => first,
        true => letters::upper(first),
        false => letters::lower(first),
    });
    out.push_str(chars.as_str());
}

/// The name of a species, whose second word never has a capital: `<i>Acipenser fulvescens</i>` (17th ed., 8.159; 18th ed.,
/// 8.160). Its words end as those of Latin do.
fn is_species(nodes: &[Node]) -> bool {
    match nodes {
        [Node::Text(name)] => name.split_once(' ').is_some_and(is_binomial),
        _ => false,
    }
}

/// Apart from its caller, so that a page whose titles have no such name need not load it.
#[inline(never)]
fn is_binomial((genus, epithet): (&str, &str)) -> bool {
    let latin = match genus.as_bytes() {
        [_, b'.'] => true,
        [_, _, .., b'a' | b'o']
        | [_, _, .., b'i' | b'u', b's']
        | [_, _, .., b'o' | b'u', b'm' | b'n'] => genus.len() > 3,
        _ => false,
    };
    latin
        && genus.starts_with(letters::is_capital)
        && matches!(
            epithet.as_bytes(),
            [_, _, .., b'a' | b'i']
                | [_, _, .., b'i' | b'n' | b'u', b's']
                | [_, _, .., b'a' | b'u', b'e' | b'm']
                | [_, _, .., b'e', b'r']
        )
        && epithet.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The words of a text, and what stands between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let in_word = is_letter(first);
        let end = if SPEED {
            end_of(rest, in_word)
        } else {
            rest.find(|c| is_letter(c) != in_word).unwrap_or(rest.len())
        };
        let (piece, tail) = rest.split_at_checked(end)?;
        rest = tail;
        Some(piece)
    })
}

/// Where the letters end that a text begins with, or what is between words.
fn end_of(text: &str, in_word: bool) -> usize {
    // Most words are of ASCII and end at a space, and most spaces are before such words.
    match text.as_bytes() {
        [b' ', next, ..] if !in_word && next.is_ascii_alphanumeric() => return 1,
        bytes if in_word => {
            let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric());
            let end = letters.count();
            if let None | Some(b' ') = bytes.get(end) {
                return end;
            }
        }
        _ => {}
    }
    let mut at = 0;
    let plain = |byte: &u8| byte.is_ascii() && is_letter(char::from(*byte)) == in_word;
    loop {
        let rest = text.get(at..).unwrap_or("");
        at += rest.bytes().take_while(plain).count();
        let next = text.get(at..).and_then(|rest| rest.chars().next());
        match next {
            Some(c) if !c.is_ascii() && is_letter(c) == in_word => at += c.len_utf8(),
            _ => return at,
        }
    }
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
    let mut word = None;
    for (at, c) in text.char_indices().rev() {
        if is_letter(c) {
            word = Some(at);
        } else if word.is_some() {
            break;
        }
    }
    text.get(word?..).map(address)
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
        assert_eq!(in_17("words of a !kung woman"), "Words of a !Kung Woman");
        assert_eq!(in_17("ice : a history"), "Ice: A History");
        let french = "La glace : une étude ; ou, le froid\u{a0}?";
        assert_eq!(
            print(Edition::Eighteenth, "fr", french),
            "La glace: une étude; ou, le froid?"
        );
        assert_eq!(
            in_17("the worst is yet to come"),
            "The Worst Is yet to Come"
        );
    }

    #[test]
    fn long_prepositions_by_edition() {
        assert_eq!(in_17("a story about reading"), "A Story about Reading");
        let in_18 = |title| print(Edition::Eighteenth, "", title);
        assert_eq!(in_18("a story about reading"), "A Story About Reading");
        assert_eq!(in_18("a walk with me"), "A Walk with Me");
    }

    fn in_18(title: &str) -> String {
        print(Edition::Eighteenth, "en", title)
    }

    #[test]
    fn small_words_that_a_catalogue_raised() {
        let both = "The War of the Worlds and Growing Up in Rain";
        assert_eq!(in_17("The War Of The Worlds And Growing Up In Rain"), both);
        assert_eq!(in_18("The War Of The Worlds And Growing Up In Rain"), both);
        let whole = "Turn On, Tune In, Drop Out: The Drive-In Years";
        assert_eq!(in_18(whole), whole);
        assert_eq!(in_18("War Between Friends"), "War Between Friends");
        assert_eq!(in_17("War Between Friends"), "War between Friends");
        assert_eq!(in_17("THE WAR OF THE WORLDS"), "THE WAR OF THE WORLDS");
    }

    #[test]
    fn latin_expressions() {
        for title in [
            "growth in vitro and in vivo",
            "Growth In Vitro And In Vivo",
            "growth In vitro and in Vivo",
        ] {
            assert_eq!(in_17(title), "Growth In Vitro and In Vivo");
            assert_eq!(in_18(title), "Growth In Vitro and In Vivo");
        }
        assert_eq!(
            in_18("rule de facto, ex post facto, per se and in situations"),
            "Rule De Facto, Ex Post Facto, Per Se and in Situations"
        );
        assert_eq!(
            in_17("in-vitro tests de Gaulle"),
            "In-Vitro Tests de Gaulle"
        );
    }

    #[test]
    fn hyphens() {
        let key = "symphony in E-flat major";
        assert_eq!(in_18(key), "Symphony in E-flat Major");
        let prefix = "non-linear anti-Semitic low-pass";
        assert_eq!(in_17(prefix), "Non-linear Anti-Semitic Low-Pass");
        assert_eq!(in_18(prefix), "Non-Linear Anti-Semitic Low-Pass");
        assert_eq!(in_18("an in-depth study"), "An In-Depth Study");
        assert_eq!(in_18("talks of al-Qaeda"), "Talks of al-Qaeda");
    }

    #[test]
    fn species_keep_their_small_letter() {
        assert_eq!(
            in_18("zebra mussels (<i>Dreissena polymorpha</i>) and <i>E. coli</i>"),
            "Zebra Mussels (Dreissena polymorpha) and E. coli"
        );
        assert_eq!(
            in_18("language in <i>Pippa passes</i>"),
            "Language in Pippa Passes"
        );
        assert_eq!(in_18("on <i>La racha</i> alone"), "On La Racha Alone");
        assert_eq!(
            in_18("a day of <i>Homo sapiens</i>"),
            "A Day of Homo sapiens"
        );
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
