//! Names of people and bodies as catalogues, databases and editions write them.

use crate::letters;
use crate::letters::Joined;
use crate::name::Name;
use crate::read::csl_json::names::tidy;

/// A name as lists have it: `Gheorghe, Eliza`; without a comma it is a body or a single name.
///
/// Small words before the family name or after the given name are particles.
pub(super) fn inverted(text: &str) -> Name {
    let text = tidy(text);
    let mut parts = text.split(',').map(str::trim);
    let (Some(family), Some(given)) = (parts.next(), parts.next()) else {
        return Name::literal(&text);
    };
    let suffix = parts.next().unwrap_or("");
    if parts.next().is_some() || given.is_empty() && suffix.is_empty() {
        return Name::literal(text.trim_end_matches(','));
    }
    person(given, family, suffix)
}

/// A person from the parts of a name; particles are taken out of them.
pub(super) fn person(given: &str, family: &str, suffix: &str) -> Name {
    let (particle, family) = leading_particle(family);
    let (given, dropping) = trailing_particle(given);
    let mut name = Name::person(given, family);
    name.non_dropping_particle = particle.to_owned();
    name.dropping_particle = dropping.to_owned();
    name.suffix = suffix.to_owned();
    name
}

/// `de` and `Gaulle`.
fn leading_particle(family: &str) -> (&str, &str) {
    let mut at = 0;
    for word in family.split_inclusive(' ') {
        let small = word.starts_with(letters::is_small);
        if !small || at + word.len() == family.len() {
            break;
        }
        at += word.len();
    }
    let (particle, rest) = family.split_at_checked(at).unwrap_or(("", family));
    (particle.trim_end(), rest)
}

/// `Ludwig` and `van`.
fn trailing_particle(given: &str) -> (&str, &str) {
    let mut at = given.len();
    while let Some((before, word)) = given.get(..at).and_then(|head| head.rsplit_once(' ')) {
        if !word.chars().all(letters::is_small) || word.is_empty() {
            break;
        }
        at = before.len();
    }
    let (given, particle) = given.split_at_checked(at).unwrap_or((given, ""));
    (given, particle.trim_start())
}

/// A name that may be in either order, of a person or a body.
///
/// A body is known by its words; years of life after the name are left out.
pub(super) fn anyone(text: &str) -> Name {
    let text = tidy(text);
    let bare = without_years(&text);
    if is_body(bare) || !bare.contains(' ') {
        return Name::literal(bare);
    }
    if bare.contains(',') {
        return inverted(bare);
    }
    let words: Vec<&str> = bare.split(' ').collect();
    let small = |word: &&&str| word.starts_with(letters::is_small);
    let suffix = words.last().copied().filter(|word| is_suffix(word));
    let words = words.get(..words.len() - usize::from(suffix.is_some()));
    let words = words.unwrap_or(&[]);
    let family = words
        .iter()
        .position(|word| small(&word))
        .filter(|at| *at > 0)
        .unwrap_or(words.len().saturating_sub(1));
    let (given, family) = words.split_at_checked(family).unwrap_or((&[], words));
    person(
        &given.joined(" ").replace(',', ""),
        &family.joined(" "),
        suffix.unwrap_or(""),
    )
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV")
}

/// `Alcott, Louisa May (1832-1888)` and `Alcott, Louisa May, 1832-1888` without the years.
fn without_years(text: &str) -> &str {
    let (head, tail) = match text.rsplit_once(['(', ',']) {
        Some((head, tail)) => (head, tail),
        None => return text,
    };
    let digits = tail.bytes().filter(u8::is_ascii_digit).count();
    let letters = tail.chars().filter(|c| letters::is_letter(*c)).count();
    if digits >= 3 && letters <= 4 {
        without_years(head.trim_end_matches([' ', ','].as_slice()))
    } else {
        text.trim_end_matches([' ', ','].as_slice())
    }
}

/// Words that only the names of bodies hold; beginnings, for many languages share them.
const BODY_WORDS: &str = "academ|agency|archiv|assoc|biblioth|board|bureau|cent|college|comm|compan|congress|corporation|\
    council|department|division|embassy|foundation|government|institut|library|ministry|museum|\
    national|office|program|project|school|service|societ|staff|state|trust|universit";

fn is_body(text: &str) -> bool {
    text.split([' ', '-', '/']).any(|word| {
        let word = crate::letters::lowercase(word);
        BODY_WORDS.split('|').any(|known| word.starts_with(known))
            || matches!(word.as_str(), "of" | "for" | "the" | "and" | "&")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_and_suffixes() {
        let name = inverted("de Gaulle, Charles");
        assert_eq!(
            (name.non_dropping_particle.as_str(), name.family.as_str()),
            ("de", "Gaulle")
        );
        let name = inverted("Beethoven, Ludwig van");
        assert_eq!(
            (name.given.as_str(), name.dropping_particle.as_str()),
            ("Ludwig", "van")
        );
        assert_eq!(inverted("King, Martin Luther, Jr.").suffix, "Jr.");
        assert_eq!(inverted("Ministry of Mines").literal, "Ministry of Mines");
        assert_eq!(inverted("bell hooks").literal, "bell hooks");
    }
}
