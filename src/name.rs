//! People and bodies: the parts of a name. How they are ordered and shortened is for `chicago::names`.

/// A name in its parts, as CSL-JSON 1.0.2 has them. A body or a single name has only `literal`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// `Ciubotaru`
    pub family: String,
    /// `Ion`
    pub given: String,
    /// A particle that is dropped in a short form: `von` of `Ludwig von Beethoven`.
    pub dropping_particle: String,
    /// A particle that stays with the family name: `de` of `Charles de Gaulle`.
    pub non_dropping_particle: String,
    /// `Jr.`, `III`
    pub suffix: String,
    /// Whether a comma stands before the suffix in running order.
    pub comma_suffix: bool,
    /// The whole name of a body, or of a person with a single name.
    pub literal: String,
    /// Whether the family name comes first in running order too: `Hao Chunwen`.
    pub family_first: bool,
}

impl Name {
    /// A person.
    pub fn person(given: &str, family: &str) -> Self {
        Self {
            given: given.to_owned(),
            family: family.to_owned(),
            ..Self::default()
        }
    }

    /// A body, or a person with a single name.
    pub fn literal(name: &str) -> Self {
        Self {
            literal: name.to_owned(),
            ..Self::default()
        }
    }

    /// Whether no part says anything.
    pub fn is_empty(&self) -> bool {
        self.literal.is_empty() && self.family.is_empty() && self.given.is_empty()
    }
}
