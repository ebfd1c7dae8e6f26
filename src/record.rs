//! The record: what is known of one source, in the terms of CSL-JSON 1.0.2, and where it is kept.
//!
//! [`Record`] holds every CSL variable that is given, by its enumerated name, and beside them the
//! [`Archival`] facts for which CSL has no variable.

mod archival;
mod document;
mod vocabulary;

pub use archival::{Archival, Credit, Deed, Holding, Level, LevelKind};
pub use document::{Direction, Document, Field, Reading};
pub use vocabulary::{DateVariable, Kind, Role, Variable};

use crate::date::Date;
use crate::name::Name;
use crate::warning::Place;
use std::borrow::Cow;

/// What is known of one source.
///
/// Text variables may hold the inline markup of CSL-JSON (`<i>`, `<sup>`, `<span class="nocase">`).
///
/// ```
/// use callslip::record::{Kind, Record, Variable};
/// let mut record = Record::new(Kind::Book);
/// record.set(Variable::Title, "Swing Time");
/// assert_eq!(record.get(Variable::Title), "Swing Time");
/// assert!(!record.has(Variable::Publisher));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The identifier, as the user's own system has it. May be empty.
    pub id: String,
    /// What kind of source it is.
    pub kind: Kind,
    /// The language of the text, by its BCP 47 tag, as given; may be empty.
    pub language: String,
    texts: Vec<(Variable, String)>,
    /// A bit for each variable that is given: rules ask far more often than they print.
    given: u128,
    names: Vec<(Role, Vec<Name>)>,
    /// A bit for each role that somebody has.
    named: u32,
    dates: Vec<(DateVariable, Date)>,
    /// Where it is kept and what the archive says of it, if it is archival.
    pub archival: Option<Box<Archival>>,
    /// Members of a CSL-JSON item that have no variable, kept as they came: key and JSON text.
    pub extra: Vec<(String, String)>,
    /// Where in the input each field stood: the name of the CSL variable or of the archival field, and the place.
    pub places: Vec<(Cow<'static, str>, Place)>,
}

impl Record {
    /// An empty record of a kind.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }

    /// Makes room for so many texts.
    pub fn reserve(&mut self, texts: usize) {
        self.texts.reserve(texts);
    }

    /// The value of a text or number variable; empty when not given.
    pub fn get(&self, variable: Variable) -> &str {
        if !self.has(variable) {
            return "";
        }
        self.texts
            .iter()
            .find(|(name, _)| *name == variable)
            .map_or("", |(_, value)| value)
    }

    /// Whether a text or number variable is given.
    pub fn has(&self, variable: Variable) -> bool {
        self.given & bit(variable) != 0
    }

    /// Whether any of these variables is given.
    pub fn has_any(&self, variables: &[Variable]) -> bool {
        variables.iter().any(|variable| self.has(*variable))
    }

    /// Sets a text or number variable; an empty value removes it.
    pub fn set(&mut self, variable: Variable, value: impl Into<String>) {
        self.set_text(variable, value.into());
    }

    fn set_text(&mut self, variable: Variable, value: String) {
        if self.has(variable) {
            remove(&mut self.texts, variable);
            self.given &= !bit(variable);
        }
        if !value.is_empty() {
            self.given |= bit(variable);
            self.texts.push((variable, value));
        }
    }

    /// The text and number variables that are given.
    pub fn texts(&self) -> &[(Variable, String)] {
        &self.texts
    }

    /// The people and bodies in a role; empty when none.
    pub fn names(&self, role: Role) -> &[Name] {
        if !self.has_name(role) {
            return &[];
        }
        self.names
            .iter()
            .find(|(name, _)| *name == role)
            .map_or(&[], |(_, names)| names)
    }

    /// Whether anybody is named in a role.
    pub fn has_name(&self, role: Role) -> bool {
        self.named & role_bit(role) != 0
    }

    /// Whether anybody is named in any of these roles.
    pub fn has_any_name(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has_name(*role))
    }

    /// Sets the people and bodies in a role; empty names are dropped.
    pub fn set_names(&mut self, role: Role, mut names: Vec<Name>) {
        names.retain(|name| !name.is_empty());
        if self.has_name(role) {
            remove(&mut self.names, role);
            self.named &= !role_bit(role);
        }
        if !names.is_empty() {
            self.named |= role_bit(role);
            self.names.push((role, names));
        }
    }

    /// Every role with its names, in the order they were given.
    pub fn all_names(&self) -> &[(Role, Vec<Name>)] {
        &self.names
    }

    /// A date, if given.
    pub fn date(&self, variable: DateVariable) -> Option<&Date> {
        self.dates
            .iter()
            .find(|(name, _)| *name == variable)
            .map(|(_, date)| date)
    }

    /// Whether a date is given: not where words say that there is none.
    pub fn has_date(&self, variable: DateVariable) -> bool {
        self.date(variable).is_some_and(|date| !date.is_unknown())
    }

    /// Sets a date.
    pub fn set_date(&mut self, variable: DateVariable, date: Date) {
        remove(&mut self.dates, variable);
        self.dates.push((variable, date));
    }

    /// The dates that are given.
    pub fn dates(&self) -> &[(DateVariable, Date)] {
        &self.dates
    }

    /// The archival facts, made when there were none.
    pub fn archival_mut(&mut self) -> &mut Archival {
        self.archival.get_or_insert_default()
    }

    /// Notes where in the input a field stood.
    pub fn place(&mut self, field: &str, start: usize, end: usize) {
        self.places
            .push((field.to_owned().into(), Place { start, end }));
    }
}

/// The bit of a role; there are fewer than 32.
fn role_bit(role: Role) -> u32 {
    1 << (role as u32)
}

/// The bit of a variable; there are fewer than 128.
fn bit(variable: Variable) -> u128 {
    1 << (variable as u32)
}
/// Takes the entry with this name out of a list.
fn remove<K: PartialEq, V>(list: &mut Vec<(K, V)>, name: K) {
    if let Some(at) = list.iter().position(|(known, _)| *known == name) {
        list.remove(at);
    }
}
