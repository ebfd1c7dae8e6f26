//! Names of people and bodies, one by one and in lists.
//!
//! ```text
//! running   = given particle family suffix            Felix von Weingartner
//! inverted  = family ", " given particle ", " suffix  Weingartner, Felix von
//! short     = particle family                         de Gaulle
//! ```

use super::context::Cx;
use super::markup;
use super::options::GivenNames;
use super::scripts;
use crate::name::Name;
use crate::tree::Tree;

/// How the names of a list are given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// All in running order.
    Running,
    /// The first inverted, to be sorted by.
    FirstInverted,
    /// Family names, with as much of the first author's first names as tells authors apart.
    Short,
    /// Family names alone: those of recipients, who are not listed.
    Family,
}

/// A list of names: `Amy J. Binder and Jeffrey L. Kidder`; too many are cut to the first with `et al.` (17th ed., 14.76;
/// 18th ed., 13.23 and 13.78).
pub(crate) fn list(cx: &Cx, names: &[Name], order: Order) -> Tree {
    // The same names as in the entry before (17th ed., 14.67).
    if order == Order::FirstInverted && cx.options.same_author {
        return Tree::text("———");
    }
    let (most, fewest) = thresholds(cx);
    let shown = if names.len() >= most {
        let least = if order == Order::Short {
            cx.options.least_names
        } else {
            0
        };
        fewest.max(least).min(names.len())
    } else {
        names.len()
    };
    let mut out = String::new();
    for (at, name) in names.iter().take(shown).enumerate() {
        let last = at + 1 == names.len();
        if at > 0 {
            // Two names in running order need no comma; an inverted one is always closed by one (17th ed., 14.76).
            let comma = shown > 2 || order == Order::FirstInverted || !last;
            out.push_str(if comma { "," } else { "" });
            out.push_str(if last { " and " } else { " " });
        }
        one(&mut out, cx, name, order, at);
    }
    if shown < names.len() {
        out.push_str(if shown > 1 { ", et al." } else { " et al." });
    }
    markup::parse(&out)
}

/// From how many names on a list is cut, and to how many.
fn thresholds(cx: &Cx) -> (usize, usize) {
    match (cx.options.form.is_entry(), cx.is_17()) {
        (true, true) => (11, 7),
        (true, false) => (7, 3),
        (false, true) => (4, 1),
        (false, false) => (3, 1),
    }
}

fn one(out: &mut String, cx: &Cx, name: &Name, order: Order, at: usize) {
    let parts = Parts::of(name);
    match order {
        Order::Short if at > 0 => parts.short(out),
        Order::Short => parts.short_with_given(out, cx.options.given_names),
        Order::Family => parts.short(out),
        Order::FirstInverted if at == 0 => parts.inverted(out, cx.is_17()),
        _ => parts.running(out),
    }
}

/// A name as it is sorted: `Weingartner, Felix von`.
pub(crate) fn inverted(name: &Name) -> String {
    let mut out = String::new();
    Parts::of(name).inverted(&mut out, false);
    out
}

/// A name as a short form gives it, the initials and the whole of the first names.
pub(crate) fn family_and_given(name: &Name) -> (String, String, String) {
    let parts = Parts::of(name);
    let mut family = String::new();
    parts.short(&mut family);
    (family, initials(&parts.given), parts.given)
}

/// `Jean-Paul` gives `J.-P.`
fn initials(given: &str) -> String {
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
struct Parts {
    given: String,
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
    fn of(name: &Name) -> Self {
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

    fn running(&self, out: &mut String) {
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
    fn inverted(&self, out: &mut String, is_17: bool) {
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
    fn short_with_given(&self, out: &mut String, how: GivenNames) {
        match how {
            GivenNames::Full => return self.running(out),
            GivenNames::Initials if !self.family.is_empty() && !self.fixed => {
                push_word(out, &initials(&self.given));
            }
            _ => {}
        }
        self.short(out);
    }

    fn short(&self, out: &mut String) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Form, Options};
    use crate::record::{Kind, Record};

    fn print(names: &[Name], order: Order, form: Form, edition: Edition) -> String {
        let record = Record::new(Kind::Book);
        let options = Options {
            form,
            edition,
            ..Options::default()
        };
        list(&Cx::new(&record, &options), names, order).plain()
    }

    fn one(name: Name) -> (String, String, String) {
        let print = |order| {
            print(
                std::slice::from_ref(&name),
                order,
                Form::Note,
                Edition::default(),
            )
        };
        (
            print(Order::Running),
            print(Order::FirstInverted),
            print(Order::Short),
        )
    }

    fn is(name: Name, running: &str, inverted: &str, short: &str) {
        assert_eq!(
            one(name),
            (running.to_owned(), inverted.to_owned(), short.to_owned())
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
            Name::person("Chunwen 郝春文", "Hao"),
            "Hao Chunwen 郝春文",
            "Hao Chunwen 郝春文",
            "Hao",
        );
        is(
            Name::literal("de Young Museum"),
            "de Young Museum",
            "de Young Museum",
            "de Young Museum",
        );
    }

    #[test]
    fn lists() {
        let names: Vec<Name> = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"]
            .map(|family| Name::person("X.Y.", family))
            .into();
        let notes = |n: usize, edition| print(&names[..n], Order::Running, Form::Note, edition);
        assert_eq!(notes(2, Edition::Eighteenth), "X. Y. A and X. Y. B");
        assert_eq!(notes(3, Edition::Eighteenth), "X. Y. A et al.");
        assert_eq!(
            notes(3, Edition::Seventeenth),
            "X. Y. A, X. Y. B, and X. Y. C"
        );
        let lists = |n: usize, edition| {
            print(
                &names[..n],
                Order::FirstInverted,
                Form::Bibliography,
                edition,
            )
        };
        assert_eq!(lists(2, Edition::Eighteenth), "A, X. Y., and X. Y. B");
        assert_eq!(
            lists(7, Edition::Eighteenth),
            "A, X. Y., X. Y. B, X. Y. C, et al."
        );
        assert!(lists(10, Edition::Seventeenth).ends_with("and X. Y. J"));
        assert!(lists(11, Edition::Seventeenth).ends_with("X. Y. G, et al."));
    }

    #[test]
    fn people_told_apart() {
        let record = Record::new(Kind::Book);
        let options = Options {
            given_names: GivenNames::Initials,
            ..Options::default()
        };
        let names = [Name::person("Jean-Paul", "Sartre")];
        assert_eq!(
            list(&Cx::new(&record, &options), &names, Order::Short).plain(),
            "J.-P. Sartre"
        );
    }
}
