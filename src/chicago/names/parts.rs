//! One name: its parts, and the orders in which they are printed.

use crate::chicago::options::GivenNames;
use crate::chicago::scripts;
use crate::letters;
use crate::name::Name;
use crate::scan;
use std::borrow::Cow;

/// A name in the parts that printing needs, read from what the parts of a record hold.
pub(super) struct Parts<'a> {
    pub(super) given: Cow<'a, str>,
    /// `von ` of `Felix von Weingartner`, which a short form leaves out, with the space that follows it.
    dropped: Cow<'a, str>,
    /// `de ` of `de Gaulle`, `al-` of `al-Hakim`.
    kept: Cow<'a, str>,
    /// Whether the particle begins the inverted name too.
    leads: bool,
    family: &'a str,
    suffix: &'a str,
    comma_suffix: bool,
    /// The family name comes first: the parts are not turned around.
    fixed: bool,
    /// Whether the parts stand without a space: `郝春文`.
    joined: bool,
    /// The name in its own script, after the romanised one: `Hao Chunwen 郝春文`.
    original: &'a str,
}

impl<'a> Parts<'a> {
    pub(super) fn of(name: &'a Name) -> Self {
        let literal = name.family.is_empty() && name.given.is_empty();
        let family = tidy(if literal { &name.literal } else { &name.family });
        let (given, mut suffix, forced) = given_and_suffix(tidy(&name.given));
        if !name.suffix.is_empty() {
            suffix = tidy(&name.suffix);
        }
        let (given, of_given) = scripts::romanised(given).unwrap_or((given, ""));
        let (family, original) = match scripts::romanised(family) {
            Some(divided) if of_given.is_empty() => divided,
            _ => (family, of_given),
        };
        let east_asian = |text: &str| !text.is_ascii() && text.chars().any(scripts::is_east_asian);
        let mut kept = spaced(&name.non_dropping_particle);
        let leads = !kept.is_empty();
        let mut bare = family;
        if !leads && !literal && !given.is_empty() {
            let (particle, rest) = particle_and_family(family);
            (kept, bare) = (Cow::Borrowed(particle), rest);
        }
        let (given, particle) = given_and_particle(given);
        let mut dropped = spaced(&name.dropping_particle);
        if dropped.is_empty() {
            dropped = spaced(particle);
        }
        Self {
            given: spaced_initials(given),
            dropped,
            kept,
            leads,
            fixed: name.family_first
                || bare.is_empty()
                || east_asian(bare)
                || east_asian(original)
                || scripts::is_vietnamese(bare)
                || scripts::is_vietnamese(given),
            joined: east_asian(bare) && east_asian(given),
            original,
            family: bare,
            suffix,
            comma_suffix: name.comma_suffix || forced,
        }
    }

    pub(super) fn family(&self, out: &mut String) {
        push_word(out, &self.kept);
        if self.kept.is_empty() {
            push_word(out, self.family);
        } else {
            out.push_str(self.family);
        }
    }

    pub(super) fn running(&self, out: &mut String) {
        if self.fixed {
            self.family(out);
            if self.joined {
                out.push_str(&self.given);
            } else {
                push_word(out, &self.given);
            }
        } else {
            push_word(out, &self.given);
            push_word(out, &self.dropped);
            if self.dropped.is_empty() || !self.kept.is_empty() {
                self.family(out);
            } else {
                out.push_str(self.family);
            }
        }
        if !self.suffix.is_empty() {
            out.push_str(if self.comma_suffix { ", " } else { " " });
            out.push_str(self.suffix);
        }
        push_word(out, self.original);
    }

    /// A particle that the bearer keeps begins the inverted name too: `de Gaulle, Charles`, but `Weingartner, Felix
    /// von` (17th ed., 8.5–8.14 and 16.71; 18th ed., 8.5–8.14 and 15.80).
    ///
    /// A handle has no comma in the 17th edition: `Souza, Pete (@petesouza)` (14.209).
    pub(super) fn inverted(&self, out: &mut String, is_17: bool) {
        if self.fixed {
            return self.running(out);
        }
        if self.leads {
            self.family(out);
        } else {
            push_word(out, self.family);
        }
        let mut rest = String::new();
        push_word(&mut rest, &self.given);
        push_word(&mut rest, &self.dropped);
        if !self.leads {
            push_word(&mut rest, &self.kept);
        }
        for part in [rest.as_str(), self.suffix] {
            if !part.is_empty() {
                let handle = is_17 && part.starts_with("(@");
                out.push_str(if handle { " " } else { ", " });
                out.push_str(part.trim_end());
            }
        }
        push_word(out, self.original);
    }

    pub(super) fn given_and_suffix(&self) -> String {
        let mut out = self.given.to_string();
        push_word(&mut out, self.suffix);
        out
    }

    /// What a short form needs of the first names to tell people apart: `J.-P. Sartre`, `Dexter Thomas Jr.` (17th ed.,
    /// 15.22; 18th ed., 13.122).
    pub(super) fn short_with_given(&self, out: &mut String, how: GivenNames) {
        match how {
            GivenNames::Full => return self.running(out),
            GivenNames::Initials if !self.family.is_empty() && !self.fixed => {
                push_word(out, &initials(&self.given));
            }
            _ => {}
        }
        self.short(out);
    }

    pub(super) fn short(&self, out: &mut String) {
        if self.family.is_empty() {
            push_word(out, &self.given);
        } else {
            self.family(out);
        }
    }
}

/// Adds a word after a space, unless it begins.
fn push_word(out: &mut String, word: &str) {
    if word.is_empty() {
        return;
    }
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
    out.push_str(word);
}

/// A part without the spaces and commas around it.
fn tidy(part: &str) -> &str {
    part.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
}

/// First names and what stands after a comma with them: `Martin Luther, Jr.`, `Pete, (@petesouza)`. An exclamation
/// mark keeps the comma in running order.
fn given_and_suffix(given: &str) -> (&str, &str, bool) {
    let (given, suffix) = scan::split_once(given, b',').unwrap_or((given, ""));
    let suffix = suffix.trim();
    let bare = suffix.strip_prefix('!');
    let suffix = bare.unwrap_or(suffix).trim_start();
    (given.trim(), suffix, bare.is_some() && !suffix.is_empty())
}

/// A particle with the space after it, unless it is joined to the name: `d’`, `al-`, but `de’ ` of the Medici.
fn spaced(particle: &str) -> Cow<'_, str> {
    let particle = tidy(particle);
    let joined = particle.ends_with(['’', '\'', '-'].as_slice()) && !particle.starts_with("de");
    if joined || particle.is_empty() {
        return Cow::Borrowed(particle);
    }
    Cow::Owned(letters::concat(&[particle, " "]))
}

/// A family name's particle in small letters with the space after it, where a name in capitals follows: `de Cervantes`,
/// `d’Alembert`, `’t Hooft`.
fn particle_and_family(family: &str) -> (&str, &str) {
    let start = family.find(letters::is_capital).unwrap_or(0);
    match family.split_at_checked(start) {
        Some((particle, rest))
            if particle.ends_with([' ', '’', '\'', '-'].as_slice())
                && particle
                    .trim_start_matches(['’', '\''].as_slice())
                    .starts_with(letters::is_small) =>
        {
            (particle, rest)
        }
        _ => ("", family),
    }
}

/// The first names, and the particle in small letters at their end: `Felix von`, `Jean d’`, `Tawfiq al-`.
fn given_and_particle(given: &str) -> (&str, &str) {
    let small = |word: &str| {
        word.starts_with(letters::is_small)
            && word
                .chars()
                .all(|c| letters::is_small(c) || matches!(c, '’' | '\'' | '-'))
    };
    let mut first = 0;
    let mut at = 0;
    for word in given.split_inclusive(' ') {
        at += word.len();
        if !small(word.trim_end()) {
            first = at;
        }
    }
    // A name all in small letters has no particle: `bell`.
    match given.split_at_checked(first) {
        Some((names, particle)) if first > 0 => (names.trim_end(), particle),
        _ => (given, ""),
    }
}

/// `J.B.` takes spaces, `J R` full stops: `J. B.`, `J. R.` (17th ed., 8.4; 18th ed., 8.4).
fn spaced_initials(given: &str) -> Cow<'_, str> {
    if !has_bare_initials(given) {
        return Cow::Borrowed(given);
    }
    let alone = |word: &str| word.chars().count() == 1 && word.starts_with(letters::is_capital);
    let mut out = String::with_capacity(given.len() + 4);
    for word in given.split(' ') {
        let mut last = ' ';
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            if last == '.' && letters::is_capital(c) {
                out.push(' ');
            }
            out.push(c);
            last = c;
        }
        if alone(word) {
            out.push('.');
        }
    }
    Cow::Owned(out)
}

/// Whether a capital stands right after a full stop, or alone between spaces.
fn has_bare_initials(given: &str) -> bool {
    let mut before = ' ';
    let mut rest = given.chars();
    while let Some(c) = rest.next() {
        let alone = before == ' ' && (rest.as_str().is_empty() || rest.as_str().starts_with(' '));
        if (alone || before == '.') && letters::is_capital(c) {
            return true;
        }
        before = c;
    }
    false
}

/// `Jean-Paul` gives `J.-P.`
pub(super) fn initials(given: &str) -> String {
    let mut out = String::new();
    for word in given.split_whitespace() {
        let mut initial = String::new();
        for part in word.split('-') {
            let Some(first) = part.chars().next().filter(|c| letters::is_letter(*c)) else {
                continue;
            };
            if !initial.is_empty() {
                initial.push('-');
            }
            initial.push(first);
            initial.push('.');
        }
        push_word(&mut out, &initial);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: Name) -> (String, String, String) {
        let parts = Parts::of(&name);
        let print = |how: fn(&Parts, &mut String)| {
            let mut out = String::new();
            how(&parts, &mut out);
            out
        };
        (
            print(|parts, out| parts.running(out)),
            print(|parts, out| parts.inverted(out, false)),
            print(|parts, out| parts.short(out)),
        )
    }

    fn is(name: Name, running: &str, inverted: &str, short: &str) {
        assert_eq!(
            one(name),
            (running.to_owned(), inverted.to_owned(), short.to_owned())
        );
    }

    #[test]
    fn vietnamese_names_begin_with_the_family() {
        is(
            Name::person("Phan Quang", "Nguyễn"),
            "Nguyễn Phan Quang",
            "Nguyễn Phan Quang",
            "Nguyễn",
        );
        // Yoruba has dots below, too.
        is(
            Name::person("Adélékè", "Adéẹ̀kọ́"),
            "Adélékè Adéẹ̀kọ́",
            "Adéẹ̀kọ́, Adélékè",
            "Adéẹ̀kọ́",
        );
    }

    #[test]
    fn particles_and_suffixes() {
        is(
            Name::person("Felix von", "Weingartner"),
            "Felix von Weingartner",
            "Weingartner, Felix von",
            "Weingartner",
        );
        is(
            Name::person("Miguel", "de Cervantes Saavedra"),
            "Miguel de Cervantes Saavedra",
            "Cervantes Saavedra, Miguel de",
            "de Cervantes Saavedra",
        );
        is(
            Name::person("Martin Luther, Jr.", "King"),
            "Martin Luther King Jr.",
            "King, Martin Luther, Jr.",
            "King",
        );
        is(
            Name::person("Jean d'", "Alembert"),
            "Jean d'Alembert",
            "Alembert, Jean d'",
            "Alembert",
        );
        is(
            Name::person("Tawfiq", "al-Hakim"),
            "Tawfiq al-Hakim",
            "Hakim, Tawfiq al-",
            "al-Hakim",
        );
        is(
            Name::person("Lorenzo", "de’ Medici"),
            "Lorenzo de’ Medici",
            "Medici, Lorenzo de’",
            "de’ Medici",
        );
        is(
            Name::person("J R", "Smith"),
            "J. R. Smith",
            "Smith, J. R.",
            "Smith",
        );
        is(
            Name::person("Ann, PhD", "hooks"),
            "Ann hooks PhD",
            "hooks, Ann, PhD",
            "hooks",
        );
        let mut gaulle = Name::person("Charles", "Gaulle");
        gaulle.non_dropping_particle = "de".to_owned();
        is(
            gaulle,
            "Charles de Gaulle",
            "de Gaulle, Charles",
            "de Gaulle",
        );
    }

    #[test]
    fn names_that_are_not_turned_around() {
        let mut hao = Name::person("Chunwen", "Hao");
        hao.family_first = true;
        is(hao, "Hao Chunwen", "Hao Chunwen", "Hao");
        is(Name::person("春文", "郝"), "郝春文", "郝春文", "郝");
        is(
            Name::person("نجيب", "محفوظ"),
            "نجيب محفوظ",
            "محفوظ, نجيب",
            "محفوظ",
        );
        is(
            Name::person("Chunwen 郝春文", "Hao"),
            "Hao Chunwen 郝春文",
            "Hao Chunwen 郝春文",
            "Hao",
        );
        is(
            Name::person("Chunwen", "Hao 郝春文"),
            "Hao Chunwen 郝春文",
            "Hao Chunwen 郝春文",
            "Hao",
        );
        is(
            Name::person("Chunwen 春文", "Hao 郝"),
            "Hao 郝 Chunwen 春文",
            "Hao 郝 Chunwen 春文",
            "Hao 郝",
        );
        is(
            Name::literal("de Young Museum"),
            "de Young Museum",
            "de Young Museum",
            "de Young Museum",
        );
    }
}
