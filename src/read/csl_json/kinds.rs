//! The types of items: those of CSL-JSON, however they are written, and those of the systems around it.

use crate::record::Kind;

/// Types that Zotero, Crossref and DataCite call by other names, without hyphens and in small letters.
const ALIASES: &str = "artwork graphic;\
    audiorecording song;\
    blogpost post-weblog;\
    bookchapter chapter;\
    bookpart chapter;\
    booksection chapter;\
    bookset book;\
    case legal_case;\
    computerprogram software;\
    conferencepaper paper-conference;\
    dictionaryentry entry-dictionary;\
    dissertation thesis;\
    editedbook book;\
    email personal_communication;\
    encyclopediaarticle entry-encyclopedia;\
    film motion_picture;\
    forumpost post;\
    image graphic;\
    instantmessage personal_communication;\
    journal periodical;\
    journalarticle article-journal;\
    journalissue periodical;\
    letter personal_communication;\
    magazinearticle article-magazine;\
    monograph book;\
    newspaperarticle article-newspaper;\
    patentapplication patent;\
    peerreview review;\
    podcast broadcast;\
    postedcontent article;\
    preprint article;\
    presentation speech;\
    proceedings book;\
    proceedingsarticle paper-conference;\
    radiobroadcast broadcast;\
    referencebook book;\
    referenceentry entry;\
    statute legislation;\
    tvbroadcast broadcast;\
    unpublished manuscript;\
    videorecording motion_picture;\
    website webpage;\
    wikipediaarticle entry-encyclopedia;\
    zine pamphlet";

/// The kind with this name; `None` when no system that we know of calls any so.
pub(in crate::read) fn kind(name: &str) -> Option<Kind> {
    Kind::from_name(name).or_else(|| by_alias(name))
}

#[inline(never)]
fn by_alias(name: &str) -> Option<Kind> {
    let bare = bare(name);
    if bare.is_empty() {
        return None;
    }
    let as_written = Kind::ALL
        .iter()
        .copied()
        .find(|kind| bare == self::bare(kind.name()));
    as_written.or_else(|| {
        ALIASES.split(';').find_map(|row| {
            let (alias, name) = row.split_once(' ')?;
            if alias == bare {
                Kind::from_name(name)
            } else {
                None
            }
        })
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
