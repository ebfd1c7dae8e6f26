//! LaTeX to text: accents, letters, quotation marks and the few commands that stand in bibliographies.

use crate::letters;

/// Reads LaTeX as CSL-JSON text: `\emph{x}` becomes `<i>x</i>`, braces go, an unknown command stays as it is.
pub(super) fn text(latex: &str) -> String {
    let mut reader = Reader {
        rest: latex,
        ..Reader::default()
    };
    while let Some(c) = reader.next() {
        reader.character(c);
    }
    while let Some(end) = reader.open.pop() {
        reader.out.push_str(end);
    }
    reader.out
}

#[derive(Default)]
struct Reader<'a> {
    rest: &'a str,
    out: String,
    /// What each open brace prints when it closes.
    open: Vec<&'static str>,
    /// Whether it is within `$`, where `_` and `^` lower and raise what follows.
    math: bool,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next()?;
        self.rest = chars.as_str();
        Some(c)
    }

    fn eat(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn character(&mut self, c: char) {
        match c {
            '\\' => self.command(),
            '{' => self.open.push(""),
            '}' => {
                let end = self.open.pop().unwrap_or("");
                self.out.push_str(end);
            }
            '$' if self.math || self.is_math() => self.math = !self.math,
            '_' if self.math => self.set_off("<sub>", "</sub>"),
            '^' if self.math => self.set_off("<sup>", "</sup>"),
            '~' => self.out.push('\u{a0}'),
            '-' if self.eat("--") => self.out.push('\u{2014}'),
            '-' if self.eat("-") => self.out.push('\u{2013}'),
            '`' if self.eat("`") => self.out.push('\u{201c}'),
            '\'' if self.eat("'") => self.out.push('\u{201d}'),
            '`' => self.out.push('\u{2018}'),
            c => self.out.push(c),
        }
    }

    /// Whether a `$` that was read begins more than a price.
    fn is_math(&self) -> bool {
        let inside = self.rest.split_once('$').map_or("", |(inside, _)| inside);
        inside.contains(['_', '^', '\\'])
    }

    fn set_off(&mut self, start: &str, end: &'static str) {
        self.out.push_str(start);
        if self.eat("{") {
            return self.open.push(end);
        }
        if let Some(c) = self.next() {
            self.character(c);
        }
        self.out.push_str(end);
    }

    fn command(&mut self) {
        let letters = self
            .rest
            .bytes()
            .take_while(u8::is_ascii_alphabetic)
            .count();
        let (name, rest) = self.rest.split_at_checked(letters).unwrap_or(("", ""));
        if name.is_empty() {
            return self.symbol();
        }
        if let Some(mark) = mark(name) {
            self.rest = rest.trim_start();
            return self.accent(mark);
        }
        let spaces = rest.trim_start_matches(' ');
        if let Some(letter) = letter(name) {
            self.rest = spaces.strip_prefix("{}").unwrap_or(spaces);
            self.out.push_str(letter);
            return;
        }
        if let Some((_, start, end)) = STYLES.iter().find(|(known, _, _)| *known == name) {
            self.rest = spaces;
            if self.eat("{") {
                self.out.push_str(start);
                self.open.push(end);
            } else if let (Some(last), false) = (self.open.last_mut(), start.is_empty()) {
                // `{\it x}`: the style lasts to the end of the braces.
                self.out.push_str(start);
                *last = end;
            }
            return;
        }
        self.out.push('\\');
        self.out.push_str(name);
        self.rest = rest;
    }

    /// A command of one character that is no letter.
    fn symbol(&mut self) {
        let Some(c) = self.next() else {
            self.out.push('\\');
            return;
        };
        let mut name = [0; 4];
        if let Some(mark) = mark(c.encode_utf8(&mut name)) {
            self.rest = self.rest.trim_start();
            return self.accent(mark);
        }
        match c {
            '-' | '/' | '@' => {}
            ',' | ' ' | '\n' | '\\' => self.out.push(' '),
            c => self.out.push(c),
        }
    }

    /// The accent goes over the next letter, which may stand in braces or be a command for a letter without its dot.
    fn accent(&mut self, mark: char) {
        let before = self.rest;
        let braced = self.eat("{");
        let dotless = self.eat("\\i") || self.eat("\\j");
        let base = if dotless {
            let taken = before.split_at_checked(before.len() - self.rest.len());
            let letter = if taken.is_some_and(|(taken, _)| taken.ends_with('j')) {
                'j'
            } else {
                'i'
            };
            self.eat("{}");
            Some(letter)
        } else {
            self.next().filter(|c| letters::is_letter_or_digit(*c))
        };
        let Some(base) = base else {
            // Nothing to put it on: the mark alone, as in an address: `\~{}smith`.
            self.rest = before;
            return self.out.push(alone(mark));
        };
        match composed(mark, base) {
            Some(letter) => self.out.push(letter),
            None => {
                self.out.push(base);
                self.out.push(mark);
            }
        }
        if braced {
            self.rest = self.rest.trim_start();
            if !self.eat("}") {
                self.open.push("");
            }
        }
    }
}

/// The combining character of an accent's command.
fn mark(name: &str) -> Option<char> {
    Some(match name {
        "`" | "grave" => '\u{300}',
        "'" | "acute" => '\u{301}',
        "^" | "hat" => '\u{302}',
        "~" | "tilde" => '\u{303}',
        "=" | "bar" => '\u{304}',
        "u" | "breve" => '\u{306}',
        "." | "dot" => '\u{307}',
        "\"" | "ddot" => '\u{308}',
        "r" => '\u{30a}',
        "H" => '\u{30b}',
        "v" | "check" => '\u{30c}',
        "d" => '\u{323}',
        "c" => '\u{327}',
        "k" => '\u{328}',
        "b" => '\u{331}',
        _ => return None,
    })
}

/// What a mark is that stands over nothing.
fn alone(mark: char) -> char {
    match mark {
        '\u{300}' => '`',
        '\u{301}' => '\'',
        '\u{302}' => '^',
        '\u{303}' => '~',
        '\u{308}' => '"',
        mark => mark,
    }
}

/// Letters with an accent that have a character of their own: base and composed by turns.
const COMPOSED: [(char, &str); 14] = [
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹ"),
    (
        '\u{301}',
        "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźGǴgǵ",
    ),
    (
        '\u{302}',
        "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ",
    ),
    ('\u{303}', "AÃNÑOÕaãnñoõIĨiĩUŨuũ"),
    ('\u{304}', "AĀaāEĒeēIĪiīOŌoōUŪuū"),
    ('\u{306}', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),
    ('\u{307}', "CĊcċEĖeėGĠgġIİZŻzż"),
    ('\u{308}', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸ"),
    ('\u{30a}', "AÅaåUŮuů"),
    ('\u{30b}', "OŐoőUŰuű"),
    ('\u{30c}', "CČcčDĎdďEĚeěNŇnňRŘrřSŠsšTŤtťZŽzžLĽlľGǦgǧ"),
    ('\u{323}', "AẠaạDḌdḍHḤhḥSṢsṣTṬtṭZẒzẓ"),
    ('\u{327}', "CÇcçGĢKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ"),
    ('\u{328}', "AĄaąEĘeęIĮiįUŲuų"),
];

fn composed(mark: char, base: char) -> Option<char> {
    let (_, pairs) = COMPOSED.iter().find(|(known, _)| *known == mark)?;
    let mut pairs = pairs.chars();
    while let (Some(plain), Some(composed)) = (pairs.next(), pairs.next()) {
        if plain == base {
            return Some(composed);
        }
    }
    None
}

/// Commands for a letter or sign, each with what it prints, in lines.
const LETTERS: &str = "\
    ss ß\no ø\nO Ø\nl ł\nL Ł\nae æ\nAE Æ\noe œ\nOE Œ\naa å\nAA Å\ni ı\nj ȷ\ndh ð\nDH Ð\ndj đ\nDJ Đ\n\
    th þ\nTH Þ\nng ŋ\nendash –\nemdash —\nquotesingle '\nquoteleft ‘\nquoteright ’\nquotedblleft “\n\
    quotedblright ”\nbraceleft {\nbraceright }\nbackslash \\\nasciitilde ~\nasciicircum ^\n\
    underscore _\nbar |\nless <\ngreater >\ndegree °\nldots …\ndots …\ncopyright ©\nalpha α\nbeta β\n\
    gamma γ\ndelta δ\nepsilon ε\nvarepsilon ε\nzeta ζ\neta η\ntheta θ\niota ι\nkappa κ\nlambda λ\nmu μ\n\
    nu ν\nxi ξ\npi π\nrho ρ\nsigma σ\nvarsigma ς\ntau τ\nphi φ\nvarphi φ\nchi χ\npsi ψ\nomega ω\n\
    Gamma Γ\nDelta Δ\nTheta Θ\nLambda Λ\nXi Ξ\nPi Π\nSigma Σ\nPhi Φ\nPsi Ψ\nOmega Ω\nsim ∼\napprox ≈\n\
    times ×\ncdot ·\npm ±\ninfty ∞\nle ≤\nleq ≤\nge ≥\ngeq ≥\nne ≠\nneq ≠\nto →\nrightarrow →\nin ∈\n\
    dagger †\nS §\nP ¶\npounds £\neuro €\nregistered ®\ntrademark ™\nbullet •\nsection §\n\
    ordfeminine ª\nordmasculine º\nquotedbl \"\nquotedblbase „\nquotesinglbase ‚\nguillemotleft «\n\
    guillemotright »\nglqq „\ngrqq “\nglq ‚\ngrq ‘\nflqq «\nfrqq »\nquad  \nexclamdown ¡\n\
    questiondown ¿\n";

/// The letter or sign of a command: `\euro` and `\texteuro` are the same.
fn letter(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix("text").unwrap_or(name);
    LETTERS
        .split('\n')
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
}

/// Commands for a style, with what they print before and after; `\url` and the like print what is in their braces.
const STYLES: [(&str, &str, &str); 24] = [
    ("emph", "<i>", "</i>"),
    ("textit", "<i>", "</i>"),
    ("textsl", "<i>", "</i>"),
    ("mathit", "<i>", "</i>"),
    ("it", "<i>", "</i>"),
    ("em", "<i>", "</i>"),
    ("mkbibemph", "<i>", "</i>"),
    ("textbf", "<b>", "</b>"),
    ("bf", "<b>", "</b>"),
    ("textsuperscript", "<sup>", "</sup>"),
    ("textsubscript", "<sub>", "</sub>"),
    (
        "textsc",
        "<span style=\"font-variant:small-caps;\">",
        "</span>",
    ),
    ("enquote", "\u{201c}", "\u{201d}"),
    ("mkbibquote", "\u{201c}", "\u{201d}"),
    ("url", "", ""),
    ("textrm", "", ""),
    ("textup", "", ""),
    ("texttt", "", ""),
    ("textsf", "", ""),
    ("mathrm", "", ""),
    ("mathbf", "", ""),
    ("text", "", ""),
    ("mbox", "", ""),
    ("protect", "", ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_letters_and_styles() {
        for (latex, want) in [
            (
                "G{\\\"o}del, \\'Etienne, {\\'\\i}, \\v{S}i\\v s",
                "Gödel, Étienne, í, Šiš",
            ),
            (
                "{\\o}re \\ss{} \\L{}\u{f3}d\\'z \\c{c}\\c s",
                "øre ß Łódź çş",
            ),
            (
                "The \\emph{New {York} Times}, {\\it x} y",
                "The <i>New York Times</i>, <i>x</i> y",
            ),
            (
                "A \\& B 50\\% \\_ \\textbraceleft{}a\\textbraceright{}",
                "A & B 50% _ {a}",
            ),
            (
                "``q'' -- a---b 1~2",
                "\u{201c}q\u{201d} \u{2013} a\u{2014}b 1\u{a0}2",
            ),
            (
                "DNA$_{\\textrm{2}}$ in 4$^e$ for $5 or $6",
                "DNA<sub>2</sub> in 4<sup>e</sup> for $5 or $6",
            ),
            (
                "Search of $\\Sigma^0$ at $\\sqrt s \\leq 7~\\mathrm{TeV}$, $\\bar{o}$ $\\alpha$-decay",
                "Search of Σ<sup>0</sup> at \\sqrt s ≤7\u{a0}TeV, ō α-decay",
            ),
            (
                "\\glqq Wort\\grqq{} \\S{} 5 \\textsl{x} \\pounds 5",
                "„Wort“ § 5 <i>x</i> £5",
            ),
            ("\\unknown{x} \\'", "\\unknownx '"),
            (
                "example.edu/\\~{}smith, \\k{}",
                "example.edu/~smith, \u{328}",
            ),
            ("{unclosed \\emph{x", "unclosed <i>x</i>"),
            ("}}x", "x"),
        ] {
            assert_eq!(text(latex), want, "{latex}");
        }
    }
}
