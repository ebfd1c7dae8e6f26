//! The people and bodies of a credit.

use crate::letters;
use crate::name::Name;

/// The people of a list; brackets after a name say where they work and are left out.
pub(super) fn split_people(text: &str) -> Vec<String> {
    let mut people = Vec::new();
    let mut name = String::new();
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let joint = [", and ", " and ", " & ", ", "]
            .iter()
            .find(|joint| rest.starts_with(**joint));
        if let (0, Some(joint)) = (depth, joint) {
            let suffix = rest.get(joint.len()..).is_some_and(is_suffix);
            if !suffix {
                push_name(&mut people, &mut name);
                rest = rest.get(joint.len()..).unwrap_or("");
                continue;
            }
        }
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => name.push(c),
            _ => {}
        }
        rest = rest.get(c.len_utf8()..).unwrap_or("");
    }
    push_name(&mut people, &mut name);
    people
}

fn push_name(people: &mut Vec<String>, name: &mut String) {
    let trimmed = name.trim_matches([' ', ',', ';'].as_slice());
    if !trimmed.is_empty() {
        people.push(trimmed.to_owned());
    }
    name.clear();
}

fn is_suffix(text: &str) -> bool {
    ["Jr", "Sr", "III", "II"].iter().any(|suffix| {
        text.strip_prefix(suffix)
            .is_some_and(|rest| !rest.starts_with(letters::is_letter))
    })
}

/// A person in running order, in parts; an acronym or a single word is a body.
pub(in crate::read::archive_text) fn person(text: &str) -> Name {
    let text = text.trim();
    if text.contains(' ') && !is_body(text) {
        let (text, suffix) = match text.rsplit_once(' ') {
            Some((head, last)) if is_suffix(last) => (head.trim_end_matches(','), last),
            _ => (text, ""),
        };
        let split = particle(text).or_else(|| text.rfind(' '));
        if let Some((given, family)) = split.and_then(|at| text.split_at_checked(at)) {
            let mut name = Name::person(given.trim(), family.trim());
            suffix.clone_into(&mut name.suffix);
            return name;
        }
    }
    Name::literal(text)
}

fn is_body(text: &str) -> bool {
    let body = [
        "Project",
        "Program",
        "Center",
        "Archive",
        "Institute",
        "University",
        "Ministry",
        "Service",
        "Foundation",
    ];
    text.split(' ').any(|word| {
        body.contains(&word) || is_acronym(word.trim_end_matches(',')) && word.len() > 2
    })
}

/// Where a particle that belongs to the family name begins: `Karl von Clausewitz`.
fn particle(text: &str) -> Option<usize> {
    [
        " von ", " van ", " de ", " da ", " dos ", " di ", " del ", " della ", " du ", " la ",
        " zu ", " ter ",
    ]
    .iter()
    .filter_map(|particle| text.find(particle))
    .min()
}

pub(super) fn is_acronym(word: &str) -> bool {
    word.len() > 1
        && word
            .chars()
            .all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '/' | '&'))
}
