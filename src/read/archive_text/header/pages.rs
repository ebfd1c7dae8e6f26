//! The web pages of the digital archive, as text: the old site, the new one, and the oldest PDFs.
//!
//! ```text
//! old site   furniture* date title? funding? "get citation" summary? citation? "Share" "English HTML" body
//! new site   furniture* date title funding? body ( label value )* "Document Information" ( label value )*
//! oldest PDF yyyy/mm/dd title body
//! ```

use super::super::citation;
use super::tail;
use super::{Head, Section, beginning, is_date, is_funding, is_furniture, leading_date};
use crate::read::archive_text::span::Span;
use crate::scan;

/// How many lines that are not blank a head of a page has at most.
const LINES: usize = 60;

/// Reads a page; `None` when nothing shows that it is one.
pub(super) fn read(input: Span<'_>) -> Option<Head<'_>> {
    let top: Vec<Span> = beginning(input)
        .lines()
        .map(Span::bare)
        .filter(|line| !line.is_empty())
        .take(LINES)
        .collect();
    let tail = tail::begins(input);
    if top
        .iter()
        .any(|line| is_citation_button(line.text) || is_html_mark(line.text))
    {
        return Some(old_site(input, &top));
    }
    let is_page = !scan::SPEED || tail.is_some() || top.iter().any(|line| is_funding(line.text));
    let own = is_page.then(|| own_date(&top)).flatten();
    let funded = own.is_some_and(|at| {
        top.iter()
            .skip(at)
            .take(5)
            .any(|line| is_funding(line.text))
    });
    if tail.is_some() || funded {
        return Some(new_site(input, &top, own, tail));
    }
    oldest(input, &top).or_else(|| citation_alone(input, &top))
}

fn is_citation_button(text: &str) -> bool {
    text.eq_ignore_ascii_case("get citation")
        || text.eq_ignore_ascii_case("citation / get citation")
}

/// `English HTML`, the mark above the transcript.
fn is_html_mark(text: &str) -> bool {
    text.len() < 40 && text.ends_with(" HTML")
}

/// The line of the document's own date: the one that its title and its donors follow, else the first.
fn own_date(top: &[Span]) -> Option<usize> {
    let dates = || {
        top.iter()
            .enumerate()
            .filter(|(_, line)| is_date(line.text))
            .map(|(at, _)| at)
    };
    dates()
        .find(|at| {
            top.iter()
                .skip(at + 1)
                .take(3)
                .take_while(|line| !is_date(line.text))
                .any(|line| is_funding(line.text))
        })
        .or_else(|| dates().next())
}

fn old_site<'a>(input: Span<'a>, top: &[Span<'a>]) -> Head<'a> {
    let mut head = Head {
        found: true,
        ..Head::default()
    };
    let date = top.iter().position(|line| is_date(line.text));
    let last = old_site_end(top);
    let mut titled = false;
    let mut summary: Option<Span<'a>> = None;
    for (at, line) in top.iter().take(last + 1).copied().enumerate() {
        if date.is_some_and(|date| at < date) || is_citation_button(line.text) {
            titled |= is_citation_button(line.text);
            head.furniture.push(line);
        } else if date == Some(at) {
            head.date = Some(line);
        } else if is_html_mark(line.text) {
            head.sections.push(section("contents", "Contents", line));
        } else if head.citation.is_none() && citation::looks_like_one(line.text) {
            take_citation(line, &mut head);
        } else if let Some(url) = address_alone(line)
            && head.url.is_none_or(|known| known.text == url.text)
        {
            head.url = Some(url);
        } else if is_funding(line.text) {
            titled = true;
            head.sections.push(section("funding", "Credits", line));
        } else if is_furniture(line.text) || line.text == "Summary" {
            titled = true;
            head.furniture.push(line);
        } else if !titled {
            head.title = Some(head.title.map_or(line, |title| title.to(line, input)));
        } else {
            summary = Some(summary.map_or(line, |summary| summary.to(line, input)));
        }
    }
    if let Some(summary) = summary {
        head.sections
            .insert(0, section("summary", "Summary", summary));
    }
    let end = top
        .get(last)
        .map_or(input.start, |line| line_end(*line, input));
    head.body = input.from(end - input.start);
    head
}

/// The last line of the old site's head: the mark above the transcript, else the last of the citation and the buttons.
fn old_site_end(top: &[Span]) -> usize {
    let marked = top.iter().position(|line| is_html_mark(line.text));
    marked
        .or_else(|| {
            top.iter().rposition(|line| {
                citation::looks_like_one(line.text)
                    || address_alone(*line).is_some()
                    || line.text.eq_ignore_ascii_case("share")
            })
        })
        .or_else(|| top.iter().position(|line| is_citation_button(line.text)))
        .unwrap_or(0)
}

/// Where a line ends in the input, the bold marks around it included.
fn line_end(line: Span, input: Span) -> usize {
    let after = input.from(line.end() - input.start).text;
    line.end() + after.len() - after.trim_start_matches(['*', '_'].as_slice()).len()
}

fn section<'a>(name: &'static str, label: &'static str, value: Span<'a>) -> Section<'a> {
    Section { name, label, value }
}

/// A line that is an address and nothing else.
fn address_alone(line: Span<'_>) -> Option<Span<'_>> {
    let inner = line.stripped("<", ">").unwrap_or(line);
    if scan::SPEED && !inner.text.starts_with("http") {
        return None;
    }
    let url = citation::url(inner.text);
    (url.start == 0 && url.end + 1 >= inner.text.len() && !url.is_empty())
        .then(|| inner.part(url.start, url.end))
}

fn take_citation<'a>(line: Span<'a>, head: &mut Head<'a>) {
    let url = citation::url(line.text);
    if !url.is_empty() {
        head.url = Some(line.part(url.start, url.end));
    }
    head.citation = Some(line);
}

fn new_site<'a>(
    input: Span<'a>,
    top: &[Span<'a>],
    date: Option<usize>,
    tail: Option<usize>,
) -> Head<'a> {
    let mut head = Head {
        found: true,
        ..Head::default()
    };
    let mut end = input.start;
    let first = date.map_or(0, |at| at + 1);
    if let Some(date) = date.and_then(|at| top.get(at)) {
        head.date = Some(*date);
        end = line_end(*date, input);
    }
    if date.is_some() {
        let before = top.iter().take(first.saturating_sub(1));
        head.several_dates = before.clone().any(|line| is_date(line.text));
        head.furniture.extend(before.copied());
    }
    let mut rest = top.iter().skip(first).copied().peekable();
    if date.is_some()
        && let Some(title) = rest.next_if(|line| {
            !is_funding(line.text) && line.text.len() < 600 && !is_furniture(line.text)
        })
    {
        head.title = Some(title);
        end = line_end(title, input);
    }
    for line in rest {
        if is_funding(line.text)
            && !head
                .sections
                .iter()
                .any(|section| section.name == "funding")
        {
            head.sections.push(section("funding", "Credits", line));
        } else if head.citation.is_none() && citation::looks_like_one(line.text) {
            take_citation(line, &mut head);
        } else if let Some(url) = address_alone(line).filter(|url| {
            head.citation.is_some() && head.url.is_none_or(|known| known.text == url.text)
        }) {
            head.url = Some(url);
        } else if is_furniture(line.text) {
            head.furniture.push(line);
        } else {
            break;
        }
        end = line_end(line, input);
    }
    let body_end = tail.unwrap_or(input.text.len());
    head.body = input.part((end - input.start).min(body_end), body_end);
    if let Some(tail) = tail {
        tail::read(input.from(tail), &mut head);
    }
    head
}

/// The oldest PDFs begin with `1962/10/24`, alone or before the title.
fn oldest<'a>(input: Span<'a>, top: &[Span<'a>]) -> Option<Head<'a>> {
    let first = *top.first()?;
    let bytes = first.text.as_bytes();
    if bytes.get(4) != Some(&b'/') {
        return None;
    }
    let length = leading_date(first.text).filter(|length| *length >= 8)?;
    let rest = first.from(length).trim();
    let title = if rest.is_empty() {
        top.get(1).copied()
    } else {
        Some(rest)
    };
    let end = title.map_or(first.end(), |title| title.end());
    Some(Head {
        found: true,
        date: Some(first.part(0, length)),
        title,
        body: input.from(end - input.start),
        ..Head::default()
    })
}

/// A citation and nothing before it.
fn citation_alone<'a>(input: Span<'a>, top: &[Span<'a>]) -> Option<Head<'a>> {
    let first = *top.first()?;
    let paragraph = input.part(
        first.start - input.start,
        input.text.len().min(first.start - input.start + 4000),
    );
    let paragraph = if input.text.len() <= 4000 {
        paragraph.paragraphs().next()?
    } else {
        first
    };
    if !citation::looks_like_one(paragraph.text) {
        return None;
    }
    let mut head = Head {
        found: true,
        body: input.from(paragraph.end() - input.start),
        ..Head::default()
    };
    take_citation(paragraph, &mut head);
    if head.url.is_none() {
        let next = head.body.trim().lines().next().map(Span::bare);
        if let Some((line, url)) = next.and_then(|line| Some((line, address_alone(line)?))) {
            head.url = Some(url);
            head.body = input.from(line_end(line, input) - input.start);
        }
    }
    Some(head)
}
