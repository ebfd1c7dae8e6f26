//! The words of CSL-JSON 1.0.2: kinds of source, variables, roles.

use crate::scan::SPEED;

/// Declares an enumeration whose members have a CSL name. They stand in the order of their names, byte by byte.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$mdoc:meta])* $member:ident = $csl:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$mdoc])* #[doc = concat!("`", $csl, "`")] $member,)* }

        impl $name {
            /// The name in CSL-JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$member => $csl,)* }
            }

            /// The member with this CSL-JSON name.
            pub fn from_name(name: &str) -> Option<Self> {
                if !SPEED {
                    let at = Self::ALL.binary_search_by(|member| member.name().cmp(name));
                    return Self::ALL.get(at.ok()?).copied();
                }
                static PLACES: [u8; 256] = digests::places(&[$($csl,)*]);
                digests::each(&PLACES, name)
                    .map_while(|place| Self::ALL.get(place).copied())
                    .find(|member| member.name() == name)
            }

            /// All members, in the order of their names.
            pub const ALL: &'static [Self] = &[$(Self::$member,)*];
        }
    };
}

/// Where speed is more than size, a name is looked for by a digest of it: one look is enough for most.
mod digests {
    /// A number that few names have in common.
    const fn digest(name: &[u8]) -> u8 {
        let (_, [middle, ..]) = name.split_at(name.len() / 2) else {
            return 0;
        };
        let [first, .., last] = name else { return 0 };
        (name.len() as u8)
            .wrapping_mul(5)
            .wrapping_add(first.wrapping_mul(32))
            .wrapping_add(middle.wrapping_mul(62))
            .wrapping_add(last.wrapping_mul(51))
    }

    /// For each digest the place, from 1, of the name that has it; one that is taken already gives way to the next.
    #[expect(
        clippy::indexing_slicing,
        reason = "a table of 256 has a place for each byte"
    )]
    pub(super) const fn places(names: &[&str]) -> [u8; 256] {
        let mut places = [0; 256];
        let mut rest = names;
        let mut place = 1;
        while let [name, after @ ..] = rest {
            let mut at = digest(name.as_bytes());
            while places[at as usize] != 0 {
                at = at.wrapping_add(1);
            }
            places[at as usize] = place;
            place += 1;
            rest = after;
        }
        places
    }

    /// The places, from 0, that a name may have; the first that is none ends them.
    pub(super) fn each(places: &[u8; 256], name: &str) -> impl Iterator<Item = usize> {
        let mut at = digest(name.as_bytes());
        std::iter::from_fn(move || {
            let place = places.get(usize::from(at)).copied().unwrap_or(0);
            at = at.wrapping_add(1);
            usize::from(place).checked_sub(1)
        })
    }
}

vocabulary! {
    /// The kind of a source: the item types of CSL-JSON 1.0.2.
    Kind {
        Article = "article",
        ArticleJournal = "article-journal",
        ArticleMagazine = "article-magazine",
        ArticleNewspaper = "article-newspaper",
        Bill = "bill",
        Book = "book",
        Broadcast = "broadcast",
        Chapter = "chapter",
        Classic = "classic",
        Collection = "collection",
        Dataset = "dataset",
        Document = "document",
        Entry = "entry",
        EntryDictionary = "entry-dictionary",
        EntryEncyclopedia = "entry-encyclopedia",
        Event = "event",
        Figure = "figure",
        Graphic = "graphic",
        Hearing = "hearing",
        Interview = "interview",
        LegalCase = "legal_case",
        Legislation = "legislation",
        Manuscript = "manuscript",
        Map = "map",
        MotionPicture = "motion_picture",
        MusicalScore = "musical_score",
        Pamphlet = "pamphlet",
        PaperConference = "paper-conference",
        Patent = "patent",
        Performance = "performance",
        Periodical = "periodical",
        PersonalCommunication = "personal_communication",
        Post = "post",
        PostWeblog = "post-weblog",
        Regulation = "regulation",
        Report = "report",
        Review = "review",
        ReviewBook = "review-book",
        Software = "software",
        Song = "song",
        Speech = "speech",
        Standard = "standard",
        Thesis = "thesis",
        Treaty = "treaty",
        Webpage = "webpage",
    }
}

impl Default for Kind {
    /// A source of which no kind is known is a document.
    fn default() -> Self {
        Self::Document
    }
}

vocabulary! {
    /// A text or number variable.
    Variable {
        Doi = "DOI",
        Isbn = "ISBN",
        Issn = "ISSN",
        Pmcid = "PMCID",
        Pmid = "PMID",
        Url = "URL",
        Abstract = "abstract",
        Annote = "annote",
        Archive = "archive",
        ArchivePlace = "archive-place",
        ArchiveCollection = "archive_collection",
        ArchiveLocation = "archive_location",
        Authority = "authority",
        CallNumber = "call-number",
        ChapterNumber = "chapter-number",
        CitationKey = "citation-key",
        CitationLabel = "citation-label",
        CitationNumber = "citation-number",
        CollectionNumber = "collection-number",
        CollectionTitle = "collection-title",
        ContainerTitle = "container-title",
        ContainerTitleShort = "container-title-short",
        Dimensions = "dimensions",
        Division = "division",
        Edition = "edition",
        EventPlace = "event-place",
        EventTitle = "event-title",
        Genre = "genre",
        Issue = "issue",
        JournalAbbreviation = "journalAbbreviation",
        Jurisdiction = "jurisdiction",
        Keyword = "keyword",
        License = "license",
        Medium = "medium",
        Note = "note",
        Number = "number",
        NumberOfPages = "number-of-pages",
        NumberOfVolumes = "number-of-volumes",
        OriginalPublisher = "original-publisher",
        OriginalPublisherPlace = "original-publisher-place",
        OriginalTitle = "original-title",
        Page = "page",
        PageFirst = "page-first",
        PartNumber = "part-number",
        PartTitle = "part-title",
        PrintingNumber = "printing-number",
        Publisher = "publisher",
        PublisherPlace = "publisher-place",
        References = "references",
        ReviewedGenre = "reviewed-genre",
        ReviewedTitle = "reviewed-title",
        Scale = "scale",
        Section = "section",
        Source = "source",
        Status = "status",
        SupplementNumber = "supplement-number",
        Title = "title",
        TitleShort = "title-short",
        TranslatedTitle = "translated-title",
        Version = "version",
        Volume = "volume",
        VolumeTitle = "volume-title",
        YearSuffix = "year-suffix",
    }
}

vocabulary! {
    /// What a person or body did.
    Role {
        Author = "author",
        Chair = "chair",
        CollectionEditor = "collection-editor",
        Compiler = "compiler",
        Composer = "composer",
        ContainerAuthor = "container-author",
        Contributor = "contributor",
        Curator = "curator",
        Director = "director",
        Editor = "editor",
        EditorTranslator = "editor-translator",
        EditorialDirector = "editorial-director",
        ExecutiveProducer = "executive-producer",
        Guest = "guest",
        Host = "host",
        Illustrator = "illustrator",
        Interviewer = "interviewer",
        Narrator = "narrator",
        Organizer = "organizer",
        OriginalAuthor = "original-author",
        Performer = "performer",
        Producer = "producer",
        Recipient = "recipient",
        ReviewedAuthor = "reviewed-author",
        ScriptWriter = "script-writer",
        SeriesCreator = "series-creator",
        Translator = "translator",
    }
}

vocabulary! {
    /// What happened at a date.
    DateVariable {
        Accessed = "accessed",
        AvailableDate = "available-date",
        EventDate = "event-date",
        Issued = "issued",
        OriginalDate = "original-date",
        Submitted = "submitted",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(*kind));
        }
        for variable in Variable::ALL {
            assert_eq!(Variable::from_name(variable.name()), Some(*variable));
        }
        for role in Role::ALL {
            assert_eq!(Role::from_name(role.name()), Some(*role));
        }
        for date in DateVariable::ALL {
            assert_eq!(DateVariable::from_name(date.name()), Some(*date));
        }
        for name in ["titles", "titl", "", "é", "x"] {
            assert_eq!(Variable::from_name(name), None);
        }
    }
}
