//! The words of CSL-JSON 1.0.2: kinds of source, variables, roles.

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
                let at = Self::ALL.binary_search_by(|member| member.name().cmp(name));
                Self::ALL.get(at.ok()?).copied()
            }

            /// All members, in the order of their names.
            pub const ALL: &'static [Self] = &[$(Self::$member,)*];
        }
    };
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
        assert_eq!(Variable::from_name("titles"), None);
    }
}
