//! Letters, telegrams and memoranda: who wrote to whom, from where, and the archive that a source note names.

use super::header;
use crate::date::{End, words};
use crate::letters;
use crate::letters::Joined;
use crate::name::Name;
use crate::read::archive_text::location;
use crate::read::archive_text::marking::is_marking;
use crate::read::archive_text::title;
use crate::read::formats::entry::Entry;
use crate::read::formats::people;
use crate::read::formats::xml::Node as Element;
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::warning::Place;

/// Reads what the text and the header say of a letter.
pub(super) fn read(entry: &mut Entry, head: Option<Element>, text: Element) {
    addressee(entry, head);
    dateline(entry, text);
    source_note(entry, text);
    from_title(entry);
}

/// An addressee in the header, whatever the element is called.
fn addressee(entry: &mut Entry, head: Option<Element>) {
    let Some(node) = head.and_then(|head| head.find("addressee")) else {
        return;
    };
    entry.name(
        Role::Recipient,
        people::anyone(&node.text()),
        &node.text(),
        node.inside(),
    );
    entry.record.kind = Kind::PersonalCommunication;
    header::by_source(entry);
    if let Some(place) = head.and_then(|head| head.find("placeLet")) {
        entry.set(Variable::EventPlace, &place.text(), place.inside());
    }
    let author = node_before(head, "letHeading");
    if !entry.has_name(Role::Author)
        && let Some(author) = author
    {
        entry.name(
            Role::Author,
            header::name(author),
            &author.text(),
            author.inside(),
        );
    }
}

fn node_before<'x>(head: Option<Element<'x>>, group: &str) -> Option<Element<'x>> {
    head?.find(group)?.child("author")
}

/// `Athens, August 19, 2002, 1425Z`: the place and the date.
fn dateline(entry: &mut Entry, text: Element) {
    let Some(line) = text
        .within()
        .take(2000)
        .find(|node| node.name() == "dateline")
    else {
        return;
    };
    let words_of = line.text();
    let place = line.inside();
    if let Some(date) = line.find("date") {
        header::set_date(entry, DateVariable::Issued, date);
    }
    let town = line.find("placeName").map(|node| node.text());
    let pieces: Vec<&str> = words_of.split(", ").collect();
    // The longest stretch that is a date; what is before it is the place.
    for from in 0..pieces.len() {
        for to in (from + 1..=pieces.len()).rev() {
            let stretch = pieces.get(from..to).unwrap_or(&[]).joined(", ");
            let Some(dated) = words::parse(&stretch) else {
                continue;
            };
            // The header has one day of a meeting that the dateline gives all of.
            let known = entry.record.date(DateVariable::Issued);
            let fuller = known.is_none_or(|known| {
                known.end == End::Same
                    && known.start == dated.date.start
                    && dated.date.end != End::Same
            });
            if fuller && dated.other.is_none() {
                entry.record.set_date(DateVariable::Issued, dated.date);
                entry.record.place("issued", place.start, place.end);
            }
            let before = pieces.get(..from).unwrap_or(&[]).joined(", ");
            let town = town.unwrap_or(before);
            if town.chars().count() < 60 {
                entry.set(Variable::EventPlace, &town, place);
            }
            return;
        }
        if from > 4 {
            break;
        }
    }
}

/// `Source: Department of State, ..., Box 2, 1962—Minutes. Limited Official Use. Drafted by ...`
fn source_note(entry: &mut Entry, text: Element) {
    let found = text.within().take(3000).find(|node| {
        let source = node.name() == "note" && node.get("type") == "source";
        let begins = || {
            let mut texts = node.within().take(8).map(|node| node.own_text());
            texts
                .find(|text| !text.trim().is_empty())
                .is_some_and(|text| {
                    text.trim_start_matches(['[', ' ', '\n'].as_slice())
                        .starts_with("Source:")
                })
        };
        let note = matches!(node.name(), "p" | "note") && begins();
        source || note
    });
    let found = found.or_else(|| remark(text)).map(|node| {
        (
            node.text().trim_start_matches('[').to_owned(),
            node.inside(),
        )
    });
    let Some((words, place)) = found else {
        return;
    };
    let (location, rest) = location::split_note(&words);
    set_location(entry, location, place);
    let marking = rest.split(". ").next().unwrap_or("").trim_end_matches('.');
    let marking = marking.split(';').next().unwrap_or("").trim();
    if is_marking(marking) {
        marking.clone_into(&mut entry.record.archival_mut().classification);
        entry.record.place("classification", place.start, place.end);
    }
}

/// A remark in italics before the document that begins with an archive and goes on with numbers: a source note too.
fn remark(text: Element) -> Option<Element> {
    let first = text.child("body").unwrap_or(text).elements().next()?;
    let words = first.text();
    let archive = words.split(", ").next().unwrap_or("");
    let location = location::split_note(&words).0;
    let hi = first.child("hi").filter(|hi| hi.text() == words)?;
    (names_archive(archive) && location.contains(|c: char| c.is_ascii_digit())).then_some(hi)
}

/// The archive and the levels below it, from words that name them.
pub(super) fn set_location(entry: &mut Entry, words: &str, place: Place) {
    let mut holding = location::holding(words);
    let first = words.split(", ").next().unwrap_or("");
    if holding.repository.is_empty() && first.len() < words.len() && names_archive(first) {
        first.clone_into(&mut holding.repository);
    }
    let below = location::below(words, &holding.repository).to_owned();
    entry.set(Variable::ArchiveLocation, &below, place);
    if !holding.repository.is_empty() {
        entry.set(Variable::Archive, &holding.repository, place);
    }
    entry.record.place("location", place.start, place.end);
    entry.record.archival_mut().holding = holding;
    if matches!(
        entry.record.kind,
        Kind::Document | Kind::PersonalCommunication
    ) {
        entry.record.kind = Kind::Manuscript;
    }
}

/// Whether the first words of a source note are the name of who keeps it.
fn names_archive(words: &str) -> bool {
    const KEEPERS: [&str; 10] = [
        "Department",
        "Archive",
        "Library",
        "Agency",
        "Ministry",
        "Museum",
        "University",
        "Institut",
        "Society",
        "Office",
    ];
    words.len() < 100 && KEEPERS.iter().any(|keeper| words.contains(keeper))
}

/// `Memorandum From A to B, September 1972`: the genre, the sender and the addressee; the date is said elsewhere.
fn from_title(entry: &mut Entry) {
    let title = entry.record.get(Variable::Title).to_owned();
    let genre = title::genre(&title).to_owned();
    let Some((_, rest)) = title.split_once(" From ").filter(|(before, _)| {
        !genre.is_empty()
            || before.split(' ').count() <= 3 && !title::genre(last_word(before)).is_empty()
    }) else {
        if entry.record.archival.is_some() {
            without_date(entry, &title);
            entry.record.set(Variable::Genre, genre);
        }
        return;
    };
    let words = title.split(" From ").next().unwrap_or("");
    entry.record.set(Variable::Genre, genre_of(words));
    let shorter = without_date(entry, &title);
    let rest = rest
        .get(..rest.len().saturating_sub(title.len() - shorter.len()))
        .unwrap_or(rest);
    let Some((from, to)) = rest.split_once(" to ").or_else(|| rest.split_once(" To ")) else {
        return;
    };
    let place = entry
        .record
        .places
        .iter()
        .find(|(name, _)| name == "title")
        .map_or(Place::default(), |(_, place)| *place);
    let from = from.split(" Through ").next().unwrap_or(from);
    if !entry.has_name(Role::Author) {
        for name in list(from) {
            entry.name(Role::Author, name, from, place);
        }
    }
    if !entry.has_name(Role::Recipient) {
        for name in list(to) {
            entry.name(Role::Recipient, name, to, place);
        }
    }
}

/// `Draft Letter` as a genre is written: `Draft letter`; words all in capitals stay.
fn genre_of(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split(' ') {
        let common = word.chars().skip(1).all(letters::is_small);
        if out.is_empty() {
            out.push_str(word);
            continue;
        }
        out.push(' ');
        out.push_str(&if common {
            letters::lowercase(word)
        } else {
            word.to_owned()
        });
    }
    out
}

fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or(text)
}

/// Takes the date off a title that ends in the month or year of the record; gives what is left.
fn without_date(entry: &mut Entry, title: &str) -> String {
    let Some(issued) = entry
        .record
        .date(DateVariable::Issued)
        .and_then(|date| date.start)
    else {
        return title.to_owned();
    };
    for (at, _) in title.match_indices(", ") {
        let (head, tail) = title.split_at_checked(at).unwrap_or((title, ""));
        let tail = tail.trim_start_matches(", ");
        if words::parse(tail).is_some_and(|dated| dated.may_be(issued)) {
            entry.record.set(Variable::Title, head);
            return head.to_owned();
        }
    }
    title.to_owned()
}

/// People with `and` between; what has an article, and what is no person's name, is a body.
fn list(text: &str) -> Vec<Name> {
    let bare = without_brackets(text);
    let body = bare
        .strip_prefix("the ")
        .or_else(|| bare.strip_prefix("The "));
    if let Some(body) = body {
        return vec![Name::literal(body)];
    }
    bare.split(" and ")
        .map(people::anyone)
        .filter(|name| !name.is_empty())
        .collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let kept: String = text
        .chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect();
    crate::read::csl_json::names::tidy(&kept)
}
