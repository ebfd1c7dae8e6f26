//! The types of items: those of CSL-JSON, however they are written, and those of the systems around it.

use crate::record::Kind;

/// Types that Zotero, Crossref and DataCite call by other names, without hyphens and in small letters.
const ALIASES: [(&str, Kind); 44] = [
    ("artwork", Kind::Graphic),
    ("audiorecording", Kind::Song),
    ("blogpost", Kind::PostWeblog),
    ("bookchapter", Kind::Chapter),
    ("bookpart", Kind::Chapter),
    ("booksection", Kind::Chapter),
    ("bookset", Kind::Book),
    ("case", Kind::LegalCase),
    ("computerprogram", Kind::Software),
    ("conferencepaper", Kind::PaperConference),
    ("dictionaryentry", Kind::EntryDictionary),
    ("dissertation", Kind::Thesis),
    ("editedbook", Kind::Book),
    ("email", Kind::PersonalCommunication),
    ("encyclopediaarticle", Kind::EntryEncyclopedia),
    ("film", Kind::MotionPicture),
    ("forumpost", Kind::Post),
    ("image", Kind::Graphic),
    ("instantmessage", Kind::PersonalCommunication),
    ("journal", Kind::Periodical),
    ("journalarticle", Kind::ArticleJournal),
    ("journalissue", Kind::Periodical),
    ("letter", Kind::PersonalCommunication),
    ("magazinearticle", Kind::ArticleMagazine),
    ("monograph", Kind::Book),
    ("newspaperarticle", Kind::ArticleNewspaper),
    ("patentapplication", Kind::Patent),
    ("peerreview", Kind::Review),
    ("podcast", Kind::Broadcast),
    ("postedcontent", Kind::Article),
    ("preprint", Kind::Article),
    ("presentation", Kind::Speech),
    ("proceedings", Kind::Book),
    ("proceedingsarticle", Kind::PaperConference),
    ("radiobroadcast", Kind::Broadcast),
    ("referencebook", Kind::Book),
    ("referenceentry", Kind::Entry),
    ("statute", Kind::Legislation),
    ("tvbroadcast", Kind::Broadcast),
    ("unpublished", Kind::Manuscript),
    ("videorecording", Kind::MotionPicture),
    ("website", Kind::Webpage),
    ("wikipediaarticle", Kind::EntryEncyclopedia),
    ("zine", Kind::Pamphlet),
];

/// The kind with this name; `None` when no system that we know of calls any so.
pub(in crate::read) fn kind(name: &str) -> Option<Kind> {
    if let Some(kind) = Kind::from_name(name) {
        return Some(kind);
    }
    let bare = bare(name);
    if bare.is_empty() {
        return None;
    }
    let as_written = Kind::ALL
        .iter()
        .copied()
        .find(|kind| bare == self::bare(kind.name()));
    as_written.or_else(|| {
        ALIASES
            .iter()
            .find(|(alias, _)| *alias == bare)
            .map(|(_, kind)| *kind)
    })
}

fn bare(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_other_systems() {
        for (name, wanted) in [
            ("article-journal", Kind::ArticleJournal),
            ("journal-article", Kind::ArticleJournal),
            ("journalArticle", Kind::ArticleJournal),
            ("Motion Picture", Kind::MotionPicture),
            ("legal-case", Kind::LegalCase),
            ("bookSection", Kind::Chapter),
            ("posted-content", Kind::Article),
        ] {
            assert_eq!(kind(name), Some(wanted), "{name}");
        }
        assert_eq!(kind("cable"), None);
        assert_eq!(kind("-"), None);
    }
}
