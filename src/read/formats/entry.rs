//! A record that is being read field by field, with a document that shows all of them: what the readers of
//! bibliographic formats share.

use super::xml::{Node as Element, Xml};
use crate::letters;
use crate::letters::Joined;
use crate::name::Name;
use crate::read::csl_json::{dates, names::tidy};
use crate::record::{DateVariable, Field, Kind, Reading, Record, Role, Variable};
use crate::tree::{Block, BlockKind, Node};
use crate::warning::{Place, Warning};

/// As many bytes are handed on at most from what is said once to the many that it is true of: a longer text is no name or
/// title, and copies of it would make much of a little input.
pub(super) const MOST_SHARED: usize = 400;

/// As much of a text as may be handed on.
pub(super) fn shared(text: &str) -> String {
    let mut end = text.len().min(MOST_SHARED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut out = text.get(..end).unwrap_or("").to_owned();
    if end < text.len() {
        out.push('\u{2026}');
    }
    out
}

/// A record and the fields it came from.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) record: Record,
    pub(super) fields: Vec<Field>,
    /// Whether all was shown already.
    quiet: bool,
    /// Where what was shown stood.
    pub(super) shown: Vec<usize>,
    /// People and values that come one by one; `finish` gives them to the record.
    names: Vec<(Role, Vec<Name>)>,
    added: Vec<(Variable, String)>,
}

impl Entry {
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            record: Record::new(kind),
            ..Self::default()
        }
    }

    /// Shows a value under a label, whether or not the record has it too.
    pub(super) fn show(&mut self, name: &str, label: &str, value: &str, place: Place) {
        self.show_nodes(
            name,
            label,
            vec![Node::Text(value.trim().to_owned())],
            place,
        );
    }

    /// Shows styled text under a label.
    pub(super) fn show_nodes(&mut self, name: &str, label: &str, value: Vec<Node>, place: Place) {
        let is_empty = |node: &Node| matches!(node, Node::Text(text) if text.is_empty());
        if self.quiet || value.iter().all(is_empty) {
            return;
        }
        self.shown.push(place.start);
        match self.fields.last_mut() {
            Some(last) if last.name == name && last.label == label => {
                last.values.push(value);
                cover(&mut last.place, place);
            }
            _ => self.fields.push(Field {
                name: name.to_owned(),
                label: label.to_owned(),
                values: vec![value],
                place,
            }),
        }
    }

    /// Does what shows fields, without them: they stand among the fields already, in other words.
    pub(super) fn unseen(&mut self, work: impl FnOnce(&mut Self)) {
        let fields = std::mem::take(&mut self.fields);
        work(self);
        self.fields = fields;
    }

    /// Sets a variable that has no value yet, and shows it.
    pub(super) fn set(&mut self, variable: Variable, value: &str, place: Place) {
        let value = tidy(value);
        self.show(variable.name(), &label(variable.name()), &value, place);
        if !value.is_empty() && !self.record.has(variable) {
            self.record.set(variable, value);
            self.record.place(variable.name(), place.start, place.end);
        }
    }

    /// Adds to the values of a variable.
    pub(super) fn add(&mut self, variable: Variable, value: &str, separator: &str, place: Place) {
        let value = tidy(value);
        if value.is_empty() {
            return;
        }
        self.show(variable.name(), &label(variable.name()), &value, place);
        match self.added.iter_mut().find(|(known, _)| *known == variable) {
            Some((_, all)) => {
                all.push_str(separator);
                all.push_str(&value);
                widen(&mut self.record, variable.name(), place);
            }
            None => {
                self.added.push((variable, value));
                self.record.place(variable.name(), place.start, place.end);
            }
        }
    }

    /// Adds somebody in a role.
    pub(super) fn name(&mut self, role: Role, name: Name, shown: &str, place: Place) {
        self.show(role.name(), &label(role.name()), shown, place);
        if name.is_empty() {
            return;
        }
        match self.names.iter_mut().find(|(known, _)| *known == role) {
            Some((_, all)) => {
                all.push(name);
                widen(&mut self.record, role.name(), place);
            }
            None => {
                self.names.push((role, vec![name]));
                self.record.place(role.name(), place.start, place.end);
            }
        }
    }

    /// Whether somebody was added in a role.
    pub(super) fn has_name(&self, role: Role) -> bool {
        self.names.iter().any(|(known, _)| *known == role)
    }

    /// Gives the record what came one by one.
    pub(super) fn finish(&mut self) {
        for (role, names) in std::mem::take(&mut self.names) {
            self.record.set_names(role, names);
        }
        for (variable, value) in std::mem::take(&mut self.added) {
            if !self.record.has(variable) {
                self.record.set(variable, value);
            }
        }
    }

    /// Sets a date that has no value yet.
    pub(super) fn date(&mut self, variable: DateVariable, value: &str, place: Place) {
        self.show(variable.name(), &label(variable.name()), value, place);
        if !value.trim().is_empty() && !self.record.has_date(variable) {
            let date = dates::from_text(&value.replace(" -- ", "/"));
            self.record.set_date(variable, date);
            self.record.place(variable.name(), place.start, place.end);
        }
    }

    /// The language of the text.
    pub(super) fn language(&mut self, value: &str, place: Place) {
        self.show("language", "Language", value, place);
        if self.record.language.is_empty() {
            self.record.language = value.trim().to_owned();
            self.record.place("language", place.start, place.end);
        }
    }
}

/// What comes one by one stands from its first place to its last.
fn widen(record: &mut Record, field: &str, place: Place) {
    if let Some((_, known)) = record.places.iter_mut().find(|(name, _)| name == field) {
        cover(known, place);
    }
}

/// Makes a place reach over another one too.
fn cover(known: &mut Place, place: Place) {
    known.start = known.start.min(place.start);
    known.end = known.end.max(place.end);
}

/// The blocks that show the fields of one record among others.
fn blocks(title: &str, fields: Vec<Field>, body: &mut Vec<Block>) {
    let place = fields.first().map_or(Place::default(), |field| field.place);
    let heading = vec![Node::Text(title.to_owned())];
    body.push(Block::text(BlockKind::Heading(2), heading, place));
    for field in fields {
        for nodes in field.values {
            let mut block = Block::text(BlockKind::Field, nodes, field.place);
            block.number = Some(field.label.clone());
            body.push(block);
        }
    }
}

/// A variable's name for readers: `container-title` is `Container title`, `subTitle` is `Sub title`.
pub(super) fn label(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for (index, c) in name.chars().enumerate() {
        match c {
            '-' | '_' => out.push(' '),
            c if letters::is_capital(c) && out.ends_with(letters::is_small) => {
                out.push(' ');
                out.push(c.to_ascii_lowercase());
            }
            c if index == 0 => out.push(c.to_ascii_uppercase()),
            c => out.push(c),
        }
    }
    out
}

/// Shows the text of an element part by part: each element that has text of its own, under its name.
/// What is set afterwards is not shown again.
pub(super) fn show_all(entry: &mut Entry, node: Element) {
    let mut after = 0;
    let mut above: Vec<Element> = Vec::new();
    entry.quiet = false;
    for text in node.children().filter(|child| !child.is_element()) {
        entry.show(node.name(), &label(node.name()), &text.text(), text.place());
    }
    for part in node.within().filter(Element::is_element) {
        let has_text = || {
            let mut texts = part.children().filter(|child| !child.is_element());
            texts.any(|text| !text.own_text().trim().is_empty())
        };
        while above.last().is_some_and(|last| last.end() <= part.index()) {
            above.pop();
        }
        if part.index() >= after && has_text() {
            after = part.end();
            let name = part.name();
            entry.show(name, &heading(part, &above), &part.text(), part.inside());
        } else if above.len() < 40 {
            above.push(part);
        }
    }
    entry.quiet = true;
}

/// What a reader calls a part: by its element or, where that says nothing, by the one around it; and by its type.
fn heading(part: Element, above: &[Element]) -> String {
    const PLAIN: &str = "p|ab|part|item|list|name|persname|corpname|famname|addressline|addrLine|language|change|extent";
    const NAMES: [(&str, &str); 14] = [
        ("unittitle", "Title"),
        ("unitid", "Identifier"),
        ("unitdate", "Date"),
        ("origination", "Creator"),
        ("physloc", "Physical location"),
        ("physdesc", "Extent"),
        ("langmaterial", "Language"),
        ("eadid", "Identifier of the finding aid"),
        ("titleproper", "Title of the finding aid"),
        ("langusage", "Language of the finding aid"),
        ("descrules", "Rules of description"),
        ("revisiondesc", "Revisions"),
        ("sourceDesc", "Source"),
        ("publicationStmt", "Publication"),
    ];
    let says = |name: &&str| !crate::letters::one_of(PLAIN, name);
    let name = Some(part.name()).filter(says);
    let around = || above.iter().rev().map(Element::name).find(says);
    let name = name.or_else(around).unwrap_or(part.name());
    let known = NAMES.iter().find(|(known, _)| *known == name);
    let mut heading = known.map_or_else(|| label(name), |(_, heading)| (*heading).to_owned());
    let kind = part.get("type");
    if !kind.is_empty() && kind.len() < 20 && kind.bytes().all(|byte| byte.is_ascii_lowercase()) {
        heading.push_str(&[" (", &kind, ")"].joined(""));
    }
    heading
}

/// The words that stand outside what is shown, such as those of a wrapper. `read` are the elements that are shown, from the
/// first to the last.
pub(super) fn outside(xml: &Xml, read: &[Element], body: &mut Vec<Block>) {
    let mut next = read.iter().peekable();
    for node in xml.all().filter(|node| !node.is_element()) {
        while next.peek().is_some_and(|read| read.end() <= node.index()) {
            next.next();
        }
        let within = next.peek().is_some_and(|read| read.index() <= node.index());
        let words = node.text();
        if !within && !words.is_empty() {
            let words = vec![Node::Text(words)];
            body.push(Block::text(BlockKind::Paragraph, words, node.place()));
        }
    }
}

/// One entry is a document with a head; several are shown one after the other.
pub(super) fn reading(mut entries: Vec<Entry>, warnings: Vec<Warning>) -> Reading {
    let mut reading = Reading {
        warnings,
        ..Reading::default()
    };
    entries.iter_mut().for_each(Entry::finish);
    if entries.len() < 2 {
        let entry = entries.pop().unwrap_or_default();
        let title = entry.record.get(Variable::Title);
        if !title.is_empty() {
            reading.document.title = vec![Node::Text(title.to_owned())];
        }
        reading.document.language.clone_from(&entry.record.language);
        reading.document.fields = entry.fields;
        reading.record = entry.record;
        return reading;
    }
    let mut records = Vec::with_capacity(entries.len());
    for entry in entries {
        let title = entry.record.get(Variable::Title);
        blocks(title, entry.fields, &mut reading.document.body);
        records.push(entry.record);
    }
    reading.others = records.split_off(1);
    reading.record = records.pop().unwrap_or_default();
    reading
}
