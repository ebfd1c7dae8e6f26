//! Metadata for a page's head: `z:` for Zotero, `dcterms.` for everything else, `cite-as` for its permanent address.
//!
//! Zotero copies every `z:` tag onto its item, so the archive, the location and the kind of document arrive; nothing
//! else that a page can hold carries them. There is no `citation_author`, for with it Zotero drops the addressee and
//! the translators, and no `dcterms.coverage`, for Zotero takes it for the archival location.

use super::facts;
use super::html;
use super::zotero;
use crate::letters::Joined;
use crate::record::{Record, Role, Variable};

/// Exports a record as tags for the head of its page.
///
/// ```
/// use callslip::record::{Kind, Record, Variable};
/// let mut record = Record::new(Kind::Book);
/// record.set(Variable::Title, "\"Swing\" & Time");
/// let tags = callslip::export::meta::meta(&record);
/// assert!(tags.contains(r#"<meta name="dcterms.title" content="&quot;Swing&quot; &amp; Time">"#));
/// ```
pub fn meta(record: &Record) -> String {
    let mut out = Tags::default();
    out.link("schema.dcterms", "http://purl.org/dc/terms/");
    zotero_tags(record, &mut out);
    dublin_core(record, &mut out);
    if let Some(address) = permanent(record) {
        out.link("cite-as", &address);
    }
    out.0
}

#[derive(Default)]
struct Tags(String);

impl Tags {
    fn add(&mut self, name: &str, content: &str) {
        if !content.is_empty() {
            html::tag(&mut self.0, "meta", &[("name", name), ("content", content)]);
            self.0.push('\n');
        }
    }

    fn link(&mut self, relation: &str, address: &str) {
        html::tag(&mut self.0, "link", &[("rel", relation), ("href", address)]);
        self.0.push('\n');
    }
}

/// The address that stays: the DOI, or the record's own.
fn permanent(record: &Record) -> Option<String> {
    let doi = facts::text(record, Variable::Doi);
    if !doi.is_empty() {
        return Some(["https://doi.org/", &doi].joined(""));
    }
    let url = facts::text(record, Variable::Url);
    (url.starts_with("https://") || url.starts_with("http://")).then_some(url)
}

fn zotero_tags(record: &Record, out: &mut Tags) {
    let item_type = zotero::item_type(record);
    out.add("z:itemType", item_type);
    let genre = zotero::genre_field(item_type);
    if !genre.is_empty() {
        out.add(
            &["z:", genre].joined(""),
            &facts::text(record, Variable::Genre),
        );
    }
    for (role, tag) in [
        (Role::Recipient, "z:recipients"),
        (Role::Translator, "z:translators"),
        (Role::Contributor, "z:contributors"),
    ] {
        for name in record.names(role) {
            out.add(tag, &facts::inverted(name));
        }
    }
    out.add("z:archive", &facts::archive(record));
    out.add("z:archiveLocation", &facts::location(record));
    out.add("z:libraryCatalog", &facts::host(record));
    // What the Dublin Core below says as well is left to it.
    for (variable, field) in zotero::FIELDS {
        let said = matches!(
            variable,
            Variable::Abstract | Variable::License | Variable::Publisher | Variable::Url
        );
        if !said {
            out.add(&["z:", field].joined(""), &facts::text(record, variable));
        }
    }
    let sent = facts::text(record, Variable::EventPlace);
    if !record.has(Variable::PublisherPlace) {
        out.add("z:place", &sent);
    }
    out.add("z:extra", &facts::notes(record).joined("\n"));
}

fn dublin_core(record: &Record, out: &mut Tags) {
    out.add("dcterms.title", &facts::text(record, Variable::Title));
    for name in record.names(Role::Author) {
        out.add("dcterms.creator", &facts::inverted(name));
    }
    out.add("dcterms.type", "Text");
    out.add("dcterms.type", &facts::text(record, Variable::Genre));
    if let Some(date) = facts::date(record) {
        out.add("dcterms.created", &facts::day(date));
        out.add("dcterms.date", &facts::day(date));
    }
    out.add("dcterms.language", &facts::one_line(&record.language));
    let summary = facts::text(record, Variable::Abstract);
    out.add("dcterms.abstract", &summary);
    out.add("dcterms.provenance", &facts::archive(record));
    let publisher = facts::text(record, Variable::Publisher);
    if publisher.is_empty() {
        out.add("dcterms.publisher", &facts::host(record));
    } else {
        out.add("dcterms.publisher", &publisher);
    }
    out.add("dcterms.identifier", &facts::text(record, Variable::Url));
    let doi = facts::text(record, Variable::Doi);
    if !doi.is_empty() {
        out.add("dcterms.identifier", &["doi:", &doi].joined(""));
    }
    out.add("dcterms.rights", &facts::text(record, Variable::License));
    for keyword in facts::keywords(record) {
        out.add("dcterms.subject", &keyword);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;
    use crate::record::Kind;

    #[test]
    fn the_archive_reaches_zotero() {
        let mut record = Record::new(Kind::Manuscript);
        record.set(Variable::Title, "Telegram");
        record.set(Variable::Genre, "Telegram");
        record.set(Variable::Url, "https://a.example/1?a=b&c=d");
        record.set(Variable::Archive, "State <Archives>");
        record.set(Variable::ArchiveLocation, "box 2");
        record.set_names(Role::Author, vec![Name::person("Ann", "Doe")]);
        record.set_names(Role::Recipient, vec![Name::person("Bo", "Roe")]);
        let tags = meta(&record);
        for wanted in [
            r#"<meta name="z:itemType" content="letter">"#,
            r#"<meta name="z:letterType" content="Telegram">"#,
            r#"<meta name="z:recipients" content="Roe, Bo">"#,
            r#"<meta name="z:archive" content="State &lt;Archives&gt;">"#,
            r#"<meta name="dcterms.creator" content="Doe, Ann">"#,
            r#"<link rel="cite-as" href="https://a.example/1?a=b&amp;c=d">"#,
        ] {
            assert!(tags.contains(wanted), "{wanted} is not in\n{tags}");
        }
        assert!(!tags.contains("citation_author") && !tags.contains("coverage"));
    }

    #[test]
    fn no_address_is_made_up() {
        let mut record = Record::new(Kind::Webpage);
        record.set(Variable::Url, "javascript:alert(1)");
        assert!(!meta(&record).contains("cite-as"));
    }
}
