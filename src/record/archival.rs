//! Where an archival item is kept, and what its archive says of it.

/// What CSL-JSON has no variable for; it stands under `custom.callslip` of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archival {
    /// The item's own description without its marking and number: `Telegram from Pyongyang to Bucharest`.
    pub description: String,
    /// The marking on the paper: `SECRET`.
    pub classification: String,
    /// The item's own number: `No. 61.530`.
    pub item_number: String,
    /// The archive that holds the original, and the way down to the item.
    pub holding: Holding,
    /// The institution or site that hosts the digital copy: `History and Public Policy Program Digital Archive`.
    pub host: String,
    /// The record's identifier at the host: `114079`.
    pub record_id: String,
    /// Who obtained, translated or contributed it, clause by clause.
    pub credits: Vec<Credit>,
    /// The credit clauses as printed, without the final stop.
    pub credit_line: String,
    /// Who made it possible: the sentence of the `Credits` section.
    pub funding: String,
    /// The languages of the original, as printed: `Romanian`.
    pub original_language: String,
    /// What the host offers: `English Translation`.
    pub contents: Vec<String>,
    /// The archive's own citation, character for character.
    pub preferred_citation: String,
    /// An inferred or supplied date's words, where the source prints brackets: `[1955]`.
    pub date_as_printed: String,
}

/// The archive and the levels below it, from the widest to the narrowest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    /// The archive: `Romanian Ministry of Foreign Affairs Archives`.
    pub repository: String,
    /// Its place, when the source gives it: `Budapest`.
    pub place: String,
    /// The levels below the archive in the order of the source, if a grammar fits the whole of it.
    pub levels: Vec<Level>,
    /// The location as printed, always, the archive included.
    pub verbatim: String,
}

/// One step down to the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Its ISAD(G) rank.
    pub kind: LevelKind,
    /// The word before it as printed: `Folder`, `Vol.`, `opis`; may be empty.
    pub label: String,
    /// The number or the name: `1514`, `Department I Relations`.
    pub value: String,
}

/// The rank of a level, from the widest to the narrowest, after ISAD(G).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LevelKind {
    /// A fonds, record group or collection.
    Fonds,
    /// A part of a fonds: a department, an opis.
    SubFonds,
    /// A series.
    Series,
    /// A matter, subject or country grouping.
    Matter,
    /// A box, carton or other container.
    Box,
    /// A file, folder or delo.
    File,
    /// A volume of a file.
    Volume,
    /// The item: a document number.
    Item,
    /// Leaves or pages within the file.
    Folio,
    /// What the folder is about: `Regarding the Foreign Policy ...`. Not printed in a note.
    Title,
    /// What years it covers: `06.08 – 24.12.1973`. Not printed in a note.
    Period,
    /// A marking that stands among the levels: `CLASSIFICATION: SECRET`. Not printed in a note.
    Marking,
}

impl LevelKind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::Fonds,
        Self::SubFonds,
        Self::Series,
        Self::Matter,
        Self::Box,
        Self::File,
        Self::Volume,
        Self::Item,
        Self::Folio,
        Self::Title,
        Self::Period,
        Self::Marking,
    ];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fonds => "fonds",
            Self::SubFonds => "subfonds",
            Self::Series => "series",
            Self::Matter => "matter",
            Self::Box => "box",
            Self::File => "file",
            Self::Volume => "volume",
            Self::Item => "item",
            Self::Folio => "folio",
            Self::Title => "title",
            Self::Period => "period",
            Self::Marking => "marking",
        }
    }

    /// The kind with this JSON name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One clause of the credits: `Obtained and translated for NKIDP by Eliza Gheorghe`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// What was done, in the order of the clause.
    pub deeds: Vec<Deed>,
    /// Who did it.
    pub by: Vec<String>,
    /// For whom: `NKIDP`; may be empty.
    pub for_whom: String,
    /// From which language: `Portuguese`; may be empty.
    pub from_language: String,
    /// The clause as printed.
    pub verbatim: String,
}

/// What somebody did to bring a document to its readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Found or copied it in the archive.
    Obtained,
    /// Translated it.
    Translated,
    /// Gave it to the host.
    Contributed,
    /// Transcribed it.
    Transcribed,
    /// Edited it.
    Edited,
    /// Published it elsewhere.
    Published,
    /// Provided or supplied it.
    Provided,
}

impl Deed {
    /// All deeds.
    pub const ALL: [Self; 7] = [
        Self::Obtained,
        Self::Translated,
        Self::Contributed,
        Self::Transcribed,
        Self::Edited,
        Self::Published,
        Self::Provided,
    ];

    /// The name in JSON: `obtained`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Obtained => "obtained",
            Self::Translated => "translated",
            Self::Contributed => "contributed",
            Self::Transcribed => "transcribed",
            Self::Edited => "edited",
            Self::Published => "published",
            Self::Provided => "provided",
        }
    }

    /// The deed with this JSON name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.name() == name)
    }
}
