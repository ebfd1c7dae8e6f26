//! What the caller chooses: the edition, the form, the place cited, and house choices that the Manual leaves open.

/// The edition of *The Chicago Manual of Style*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// The 17th edition (2017).
    Seventeenth,
    /// The 18th edition (2024).
    #[default]
    Eighteenth,
}

/// The form of a citation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A full note.
    #[default]
    Note,
    /// A shortened note.
    ShortNote,
    /// An entry of the bibliography (notes and bibliography).
    Bibliography,
    /// An entry of the reference list (author-date).
    ReferenceList,
    /// A citation in the text, in parentheses (author-date).
    InText,
    /// The archive's own citation, as it prints it.
    Preferred,
}

impl Form {
    /// The form of this name: `note`, `short-note`, `bibliography`, `reference-list`, `in-text`, `preferred`.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "note" => Self::Note,
            "short-note" => Self::ShortNote,
            "bibliography" => Self::Bibliography,
            "reference-list" => Self::ReferenceList,
            "in-text" => Self::InText,
            "preferred" => Self::Preferred,
            _ => return None,
        })
    }

    /// Whether it is a note, whose parts stand between commas.
    pub fn is_note(self) -> bool {
        matches!(self, Self::Note | Self::ShortNote)
    }

    /// Whether it is an entry of a list, whose parts stand between full stops.
    pub fn is_entry(self) -> bool {
        matches!(self, Self::Bibliography | Self::ReferenceList)
    }

    /// Whether it belongs to the author-date system.
    pub fn is_author_date(self) -> bool {
        matches!(self, Self::ReferenceList | Self::InText)
    }
}

/// Whether the source was cited before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    /// Not yet.
    #[default]
    First,
    /// In an earlier note.
    Subsequent,
    /// In the note just before.
    Ibid,
}

/// A place in the source: a CSL locator label and its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locator {
    /// A CSL label: `page`, `chapter`, `folio`, `paragraph`, `sub-verbo`, ...
    pub label: String,
    /// The value as given: `315-316`.
    pub value: String,
}

/// The order of a date's day and month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// November 26, 1973
    #[default]
    MonthDay,
    /// 26 November 1973
    DayMonth,
}

/// The order of the levels of an archival location.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArchiveOrder {
    /// From the item to the repository, as the Manual has it.
    #[default]
    ItemFirst,
    /// From the repository to the item, as British, Russian and other European archives ask.
    RepositoryFirst,
    /// From the item to the repository between semicolons, as the National Archives of the United States ask.
    Semicolons,
}

/// Everything a caller can choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The edition.
    pub edition: Edition,
    /// The form.
    pub form: Form,
    /// Whether it was cited before.
    pub position: Position,
    /// The place cited.
    pub locator: Option<Locator>,
    /// Words before the citation: `see also`.
    pub prefix: String,
    /// Words after it.
    pub suffix: String,
    /// Leave the author out, because the sentence names them.
    pub suppress_author: bool,
    /// Announce a short form: `hereafter cited as ...`.
    pub hereafter: String,
    /// Make the address a link.
    pub links: bool,
    /// The order of day and month.
    pub date_order: DateOrder,
    /// The order of an archival location.
    pub archive_order: ArchiveOrder,
    /// Set by lists: the letter after the year (`2019a`).
    pub year_suffix: String,
    /// Set by lists: the entry before begins with the same names, so that a dash stands for them.
    pub same_author: bool,
    /// Set by lists: how much of the first names is needed to tell authors apart.
    pub given_names: GivenNames,
    /// Set by lists: how many names to print before et al. when fewer would not tell works apart; 0 for the rule.
    pub least_names: usize,
    /// Set by lists: how much more the short form needs to tell it from another: 1 for the subtitle, 2 for edition,
    /// publisher and date too.
    pub disambiguate: u8,
}

/// How much of the first names a short form gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GivenNames {
    /// None: `Smith`.
    #[default]
    None,
    /// Initials: `Z. Smith`.
    Initials,
    /// All: `Zadie Smith`.
    Full,
}
