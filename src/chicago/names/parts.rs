//! One name in the parts that printing needs: particles, suffixes, originals in other scripts.

use crate::chicago::options::GivenNames;
use crate::chicago::scripts;
use crate::name::Name;

/// `Jean-Paul` gives `J.-P.`
pub(super) fn initials(given: &str) -> String {
    let mut out = String::new();
    for word in given.split_whitespace() {
        let mut initial = String::new();
        for part in word.split('-') {
            let Some(first) = part.chars().next().filter(|c| c.is_alphabetic()) else {
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

/// A name in the parts that printing needs, read from what the parts of a record hold.
pub(super) struct Parts {
    pub given: String,
    /// `von` of `Felix von Weingartner`, which a short form leaves out.
    dropped: String,
    /// `de` of `de Gaulle`.
    kept: String,
    /// Whether the particle begins the inverted name too.
    leads: bool,
    family: String,
    suffix: String,
    comma_suffix: bool,
    /// No Latin letters, or the family name first: the parts are not turned around.
    fixed: bool,
    /// Whether the parts stand without a space: `郝春文`.
    joined: bool,
    /// The name in its own script, after the romanised one: `Hao Chunwen 郝春文`.
    original: String,
}

impl Parts {
    pub fn of(name: &Name) -> Self {
        let literal = name.family.is_empty() && name.given.is_empty();
        let family = if literal { &name.literal } else { &name.family };
        let (mut given, mut suffix) = given_and_suffix(&name.given);
        if !name.suffix.is_empty() {
            suffix = name.suffix.clone();
        }
        let mut original = take_original(&mut given);
        let mut family = family.clone();
        if original.is_empty() {
            original = take_original(&mut family);
        }
        let foreign = !family.is_empty() && !family.chars().any(is_western);
        let mut kept = name.non_dropping_particle.clone();
        let leads = !kept.is_empty();
        if !leads && !literal && !given.is_empty() {
            (kept, family) = particle_and_family(&family);
        }
        let mut dropped = name.dropping_particle.clone();
        if dropped.is_empty() {
            dropped = trailing_particle(&mut given);
        }
        Self {
            given: spaced_initials(&given),
            dropped,
            kept,
            leads,
            fixed: foreign
                || name.family_first
                || family.is_empty()
                || original.chars().any(scripts::is_east_asian),
            joined: family.chars().any(scripts::is_east_asian),
            original,
            family,
            suffix,
            comma_suffix: name.comma_suffix,
        }
    }

    fn family(&self, out: &mut String) {
        push_word(out, &self.kept);
        if self.kept.ends_with(['’', '\'']) {
            out.push_str(&self.family);
        } else {
            push_word(out, &self.family);
        }
    }

    pub fn running(&self, out: &mut String) {
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
            self.family(out);
        }
        if !self.suffix.is_empty() {
            out.push_str(if self.comma_suffix { ", " } else { " " });
            out.push_str(&self.suffix);
        }
        push_word(out, &self.original);
    }

    /// A handle has no comma in the 17th edition: `Souza, Pete (@petesouza)` (14.209).
    ///
    /// A particle that the bearer keeps begins the inverted name too: `de Gaulle, Charles`, but `Weingartner, Felix
    /// von` (17th ed., 8.5–8.14 and 16.71; 18th ed., 8.5–8.14 and 15.80).
    pub fn inverted(&self, out: &mut String, is_17: bool) {
        if self.fixed {
            return self.running(out);
        }
        if self.leads {
            self.family(out);
        } else {
            push_word(out, &self.family);
        }
        let mut rest = String::new();
        push_word(&mut rest, &self.given);
        push_word(&mut rest, &self.dropped);
        if !self.leads {
            push_word(&mut rest, &self.kept);
        }
        for part in [&rest, &self.suffix] {
            if !part.is_empty() {
                let handle = is_17 && part.starts_with("(@");
                out.push_str(if handle { " " } else { ", " });
                out.push_str(part);
            }
        }
        push_word(out, &self.original);
    }

    /// What a short form needs of the first names to tell people apart: `J.-P. Sartre`, `Dexter Thomas Jr.` (17th ed.,
    /// 15.22; 18th ed., 13.122).
    pub fn short_with_given(&self, out: &mut String, how: GivenNames) {
        match how {
            GivenNames::Full => return self.running(out),
            GivenNames::Initials if !self.family.is_empty() && !self.fixed => {
                push_word(out, &initials(&self.given));
            }
            _ => {}
        }
        self.short(out);
    }

    pub fn short(&self, out: &mut String) {
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

/// First names and what stands after a comma with them: `Martin Luther, Jr.`, `Pete, (@petesouza)`.
fn given_and_suffix(given: &str) -> (String, String) {
    match given.split_once(',') {
        None => (given.trim().to_owned(), String::new()),
        Some((given, suffix)) => {
            let suffix = suffix.trim().trim_start_matches('!').trim_start();
            (given.trim().to_owned(), suffix.to_owned())
        }
    }
}

/// A family name's particle in small letters, where a name in capitals follows: `de Cervantes`, `d’Alembert`.
fn particle_and_family(family: &str) -> (String, String) {
    let Some(start) = family.find(char::is_uppercase) else {
        return (String::new(), family.to_owned());
    };
    let (particle, rest) = family.split_at(start);
    let ends = particle.ends_with([' ', '’', '\'', '-']);
    if particle.is_empty() || !ends || particle.starts_with(|c: char| !c.is_lowercase()) {
        return (String::new(), family.to_owned());
    }
    (particle.trim().to_owned(), rest.to_owned())
}

/// Takes the particle in small letters from the end of the first names: `Felix von`.
fn trailing_particle(given: &mut String) -> String {
    let mut words: Vec<&str> = given.split_whitespace().collect();
    let mut particle = Vec::new();
    while words.len() > 1
        && words
            .last()
            .is_some_and(|word| word.chars().all(|c| c.is_lowercase() || c == '’'))
    {
        particle.extend(words.pop());
    }
    let taken = particle.into_iter().rev().collect::<Vec<_>>().join(" ");
    if !taken.is_empty() {
        *given = words.join(" ");
    }
    taken
}

/// `J.B.` takes spaces: `J. B.` (17th ed., 8.4; 18th ed., 8.4).
fn spaced_initials(given: &str) -> String {
    let mut out = String::with_capacity(given.len());
    let mut last = ' ';
    for c in given.chars() {
        if last == '.' && c.is_uppercase() {
            out.push(' ');
        }
        out.push(c);
        last = c;
    }
    out
}

/// Latin, Greek and Cyrillic names have first names before family names; marks and figures say nothing.
fn is_western(c: char) -> bool {
    c < '\u{0590}' || ('\u{1E00}'..'\u{2000}').contains(&c)
}

/// Takes the name in its own script from the end of a romanised part.
fn take_original(part: &mut String) -> String {
    let Some((head, tail)) = scripts::romanised(part) else {
        return String::new();
    };
    let (head, tail) = (head.to_owned(), tail.to_owned());
    *part = head;
    tail
}
