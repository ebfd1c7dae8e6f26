//! The archive's own citation, taken apart.
//!
//! ```text
//! citation = title-part SP date "," SP host "," SP location "."? SP? credit* SP? url? "."?
//! title    = open-quote title ( "," close-quote | close-quote "," )
//! ```

use super::credits;
use crate::date::words;
use crate::letters;
use std::ops::Range;

/// The hosts of digital copies that the citations name.
pub(super) const HOSTS: [&str; 6] = [
    "History and Public Policy Program Digital Archive",
    "Wilson Center Digital Archive",
    "Cold War International History Project Digital Archive",
    "Digital Archive, Cold War International History Project",
    "CWIHP Digital Archive",
    "CWIHP Archive",
];

/// How the names of other hosts end.
const HOSTS_END: [&str; 5] = [
    "Digital Archive",
    "Digital Archives",
    "Digital Collections",
    "Digital Library",
    "Digital Repository",
];

/// The parts of a citation, as stretches of the folded text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Citation {
    /// Without quotation marks and the comma.
    pub(super) title: Range<usize>,
    /// As printed; empty when there is none.
    pub(super) date: Range<usize>,
    /// The host of the digital copy.
    pub(super) host: Range<usize>,
    /// From the archive to the narrowest level, without the last stop.
    pub(super) location: Range<usize>,
    /// The credit clauses, without the last stop.
    pub(super) credit: Range<usize>,
    /// The address, without angle brackets.
    pub(super) url: Range<usize>,
    /// Whether the title stands in quotation marks.
    pub(super) quoted: bool,
}

/// Whether a text looks like such a citation, without taking it apart.
pub(super) fn looks_like_one(text: &str) -> bool {
    text.len() < 4000 && opens_with_quote(text) && host(text).is_some()
}

fn opens_with_quote(text: &str) -> bool {
    text.starts_with(['\u{201c}', '"', '\u{201e}', '«', '\u{2018}', '\''])
}

/// Where the host's name stands.
fn host(text: &str) -> Option<Range<usize>> {
    let capitals =
        (0..text.len()).filter(|at| text.as_bytes().get(*at).is_some_and(u8::is_ascii_uppercase));
    let mut known = capitals.filter_map(|at| {
        let rest = text.get(at..)?;
        let name = HOSTS.iter().find(|name| rest.starts_with(**name))?;
        Some(at..at + name.len())
    });
    known.next().or_else(|| host_by_its_end(text))
}

/// A host that is not known by name: a part between commas whose last words say what it is.
fn host_by_its_end(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for part in text.split_inclusive(',') {
        let name = part.trim_end_matches(',').trim();
        let at = start + part.len() - part.trim_start().len();
        if HOSTS_END.iter().any(|end| name.ends_with(end)) && part.ends_with(',') {
            return Some(at..at + name.len());
        }
        start += part.len();
    }
    None
}

/// Takes a citation apart; `None` when it has neither a title in quotation marks nor a known host.
pub(super) fn parse(text: &str) -> Option<Citation> {
    let mut citation = Citation {
        url: url(text),
        ..Citation::default()
    };
    let end = match citation.url.is_empty() {
        true => text.len(),
        false => before(text, citation.url.start, &['<', '(']),
    };
    let body = text.get(..end)?;
    let after_title = match quoted_title(body) {
        Some((title, date, next)) => {
            citation.title = title;
            citation.date = date;
            citation.quoted = true;
            next
        }
        None => unquoted_title(body, &mut citation)?,
    };
    let mut rest = after_title;
    if let Some(host) = body.get(rest..).and_then(host) {
        // What stands between the date and the host belongs to the location of no known grammar.
        if body
            .get(rest..rest + host.start)
            .is_some_and(|gap| gap.trim_matches([' ', ','].as_slice()).is_empty())
        {
            citation.host = rest + host.start..rest + host.end;
            rest = citation.host.end;
        }
    }
    rest += body.get(rest..)?.len()
        - body
            .get(rest..)?
            .trim_start_matches([',', ' '].as_slice())
            .len();
    let tail = body.get(rest..)?;
    let credit = credits::begins(tail).unwrap_or(tail.len());
    citation.location = rest..rest + trimmed(tail.get(..credit)?);
    citation.credit = rest + credit..rest + credit + trimmed(tail.get(credit..)?);
    Some(citation)
}

/// The length without the last stop or comma and the space around it.
fn trimmed(text: &str) -> usize {
    let text = text.trim_end_matches([' ', ',', ';'].as_slice());
    text.strip_suffix('.').unwrap_or(text).trim_end().len()
}

/// The end of what stands before a place, without space and these signs.
fn before(text: &str, at: usize, signs: &[char]) -> usize {
    let head = text.get(..at).unwrap_or("").trim_end();
    head.trim_end_matches(signs).trim_end().len()
}

/// The last address in a text.
pub(super) fn url(text: &str) -> Range<usize> {
    let Some(start) = letters::rfind(text, "http://").max(letters::rfind(text, "https://")) else {
        return 0..0;
    };
    let rest = text.get(start..).unwrap_or("");
    let length = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\u{201d}' | ')'))
        .unwrap_or(rest.len());
    let address = rest
        .get(..length)
        .unwrap_or("")
        .trim_end_matches(['.', ',', ';'].as_slice());
    start..start + address.len()
}

/// What closes a quotation, or opens it where it was set wrongly.
const CLOSING: [char; 6] = ['\u{201d}', '"', '\u{201c}', '»', '\u{2019}', '\''];

/// The title between quotation marks, the date after it, and where the text goes on.
fn quoted_title(text: &str) -> Option<(Range<usize>, Range<usize>, usize)> {
    if !opens_with_quote(text) {
        return None;
    }
    let start = text.chars().next()?.len_utf8();
    let mut first = None;
    let mut tried = 0;
    for (at, c) in text.char_indices().skip(1) {
        let after = text.get(at + c.len_utf8()..)?;
        let rest = after.strip_prefix(',').unwrap_or(after);
        // A quotation that ends the title closes before the title does: `‘The Missiles’,”`, `‘The Missiles,’”`.
        if !CLOSING.contains(&c) || rest.starts_with(CLOSING) {
            continue;
        }
        let inside = text.get(start..at)?;
        let comma_inside = inside.trim_end_matches(CLOSING).ends_with(',');
        if !(comma_inside || after.starts_with(',') || inside.ends_with(['.', '?', '!'])) {
            continue;
        }
        let title = start..start + inside.strip_suffix(',').unwrap_or(inside).trim_end().len();
        let next = text.len() - rest.trim_start().len();
        if let Some(date) = date_at(text, next) {
            return Some((title, date.clone(), date.end));
        }
        first = first.or((comma_inside || after.starts_with(',')).then_some((title, next)));
        tried += 1;
        if tried > 20 {
            break;
        }
    }
    let (title, next) = first?;
    Some((title, 0..0, next))
}

/// A date that begins here and ends at a comma, a stop or the end.
fn date_at(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = text.get(start..)?;
    let ends = rest
        .char_indices()
        .filter(|(_, c)| matches!(c, ',' | '.' | ';'))
        .map(|(at, _)| at)
        .chain(std::iter::once(rest.len()))
        .take_while(|at| *at <= 60)
        .take(6);
    let mut found = None;
    for end in ends {
        let printed = rest.get(..end)?.trim_end();
        if words::parse(printed).is_some() {
            found = Some(start..start + printed.len());
        }
    }
    found
}

/// A title that ends where a date and the host begin.
fn unquoted_title(text: &str, citation: &mut Citation) -> Option<usize> {
    let host = host(text)?;
    let head = text
        .get(..host.start)?
        .trim_end_matches([' ', ','].as_slice());
    let mut date = 0..0;
    let mut before = head;
    for _ in 0..4 {
        let Some((rest, _)) = letters::rsplit_once(before, ", ") else {
            break;
        };
        before = rest;
        let start = rest.len() + 2;
        if words::parse(head.get(start..)?).is_some() {
            date = start..head.len();
        }
    }
    let end = if date.is_empty() {
        head.len()
    } else {
        date.start
    };
    citation.title = 0..head
        .get(..end)?
        .trim_end_matches([' ', ','].as_slice())
        .len();
    citation.date = date;
    Some(host.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "\u{201c}Telegram from Pyongyang to Bucharest, SECRET, No. 61.530,\u{201d} November 26, 1973, \
        History and Public Policy Program Digital Archive, ";

    fn parts(text: &str) -> Vec<&str> {
        let c = parse(text).unwrap();
        [c.title, c.date, c.host, c.location, c.credit, c.url]
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn the_title_ends_at_its_own_quotation_mark() {
        let text = format!(
            "{HEAD}Romanian Archives, Folder 1514, Vol. II, Period: 06.08 \u{2013} 24.12.1973. Obtained and translated for NKIDP by Eliza Gheorghe."
        );
        assert_eq!(
            parts(&text),
            [
                "Telegram from Pyongyang to Bucharest, SECRET, No. 61.530",
                "November 26, 1973",
                "History and Public Policy Program Digital Archive",
                "Romanian Archives, Folder 1514, Vol. II, Period: 06.08 \u{2013} 24.12.1973",
                "Obtained and translated for NKIDP by Eliza Gheorghe",
                "",
            ]
        );
    }

    #[test]
    fn a_quotation_may_end_the_title() {
        for (printed, title) in [
            ("“Cable on the ‘Missiles’,”", "Cable on the ‘Missiles’"),
            ("“Cable on the ‘Missiles,’”", "Cable on the ‘Missiles,’"),
            ("\"Cable on the 'Missiles',\"", "Cable on the 'Missiles'"),
            ("\"Cable on the 'Missiles'\",", "Cable on the 'Missiles'"),
            ("“View of the Soviets’,”", "View of the Soviets’"),
            ("“The Soviets’ View,”", "The Soviets’ View"),
        ] {
            let text = [printed, " March 5, 1962, Specimen Digital Archive, APRF"].concat();
            assert_eq!(parts(&text)[..2], [title, "March 5, 1962"], "{printed}");
        }
    }

    #[test]
    fn the_new_site_has_the_comma_outside() {
        let text = r#""Comment on "China's" Plan, and More", November 13, 1967, Wilson Center Digital Archive, PRC FMA 111-00068-04, 18. https://digitalarchive.wilsoncenter.org/document/x-0"#;
        assert_eq!(
            parts(text),
            [
                r#"Comment on "China's" Plan, and More"#,
                "November 13, 1967",
                "Wilson Center Digital Archive",
                "PRC FMA 111-00068-04, 18",
                "",
                "https://digitalarchive.wilsoncenter.org/document/x-0",
            ]
        );
    }

    #[test]
    fn other_hosts_are_known_by_their_last_words() {
        let text =
            "“Telegram, No. 7,” March 9, 1951, Specimen Digital Archive, State Archives, Folder 2.";
        let citation = parse(text).unwrap();
        assert_eq!(&text[citation.host], "Specimen Digital Archive");
        assert_eq!(&text[citation.location], "State Archives, Folder 2");
    }

    #[test]
    fn without_quotation_marks_the_host_divides() {
        let text = "Note, SECRET, 1955, History and Public Policy Program Digital Archive, APRF, fond 45. Translated by X. <http://a.b/1>.";
        assert_eq!(
            parts(text),
            [
                "Note, SECRET",
                "1955",
                "History and Public Policy Program Digital Archive",
                "APRF, fond 45",
                "Translated by X",
                "http://a.b/1",
            ]
        );
    }

    #[test]
    fn what_is_no_citation_is_none() {
        assert_eq!(parse(""), None);
        assert_eq!(parse("A sentence about nothing."), None);
        assert_eq!(parse("\"Well said\" is no citation"), None);
    }
}
