//! COinS: a span whose title holds an OpenURL context object. For pages that list several items, and only for those:
//! it has no key for an archive, and Zotero prefers it to the tags in the head.

use super::facts;
use super::html;
use crate::letters::Joined;
use crate::record::{Kind, Record, Role, Variable};

/// Exports a record as a COinS span.
///
/// ```
/// use callslip::record::{Kind, Record, Variable};
/// let mut record = Record::new(Kind::Book);
/// record.set(Variable::Title, "Swing Time");
/// let span = callslip::export::coins::coins(&record);
/// assert!(span.starts_with("<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;"));
/// assert!(span.ends_with("rft.btitle=Swing%20Time\"></span>"));
/// ```
pub fn coins(record: &Record) -> String {
    let mut query = Query("ctx_ver=Z39.88-2004".to_owned());
    let (format, genre) = form(record);
    query.add("rft_val_fmt", &["info:ofi/fmt:kev:mtx:", format].joined(""));
    let key = if format == "dc" {
        "rft.type"
    } else {
        "rft.genre"
    };
    query.add(key, genre);
    titles(record, format, &mut query);
    people(record, format, &mut query);
    if let Some(date) = facts::date(record) {
        query.add("rft.date", &facts::day(date));
    }
    for (variable, key) in TEXTS {
        query.add(key, &facts::text(record, variable));
    }
    let publisher = facts::text(record, Variable::Publisher);
    let key = if format == "book" {
        "rft.pub"
    } else {
        "rft.publisher"
    };
    query.add(key, &publisher);
    query.add("rft.language", &facts::one_line(&record.language));
    identifiers(record, format, &mut query);
    let mut out = String::new();
    html::tag(&mut out, "span", &[("class", "Z3988"), ("title", &query.0)]);
    out.push_str("</span>");
    out
}

const TEXTS: [(Variable, &str); 9] = [
    (Variable::PublisherPlace, "rft.place"),
    (Variable::Volume, "rft.volume"),
    (Variable::Issue, "rft.issue"),
    (Variable::Edition, "rft.edition"),
    (Variable::CollectionTitle, "rft.series"),
    (Variable::Page, "rft.pages"),
    (Variable::Isbn, "rft.isbn"),
    (Variable::Issn, "rft.issn"),
    (Variable::License, "rft.rights"),
];

struct Query(String);

impl Query {
    fn add(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        self.0.push('&');
        self.0.push_str(key);
        self.0.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
                self.0.push(char::from(byte));
            } else {
                self.0.push('%');
                for digit in [byte >> 4, byte & 15] {
                    let digit = char::from_digit(digit.into(), 16).unwrap_or('0');
                    self.0.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
}

/// The metadata format and the genre or type within it; Zotero knows a letter only in small letters.
fn form(record: &Record) -> (&'static str, &'static str) {
    if facts::is_letter(record) {
        return ("dc", "letter");
    }
    match record.kind {
        Kind::ArticleJournal
        | Kind::ArticleMagazine
        | Kind::ArticleNewspaper
        | Kind::Review
        | Kind::ReviewBook => ("journal", "article"),
        Kind::Book | Kind::Classic | Kind::Pamphlet => ("book", "book"),
        Kind::Chapter | Kind::Entry | Kind::EntryDictionary | Kind::EntryEncyclopedia => {
            ("book", "bookitem")
        }
        Kind::PaperConference => ("book", "proceeding"),
        Kind::Report => ("book", "report"),
        Kind::Thesis => ("dissertation", "dissertation"),
        Kind::Patent => ("patent", "patent"),
        Kind::Webpage | Kind::Post | Kind::PostWeblog => ("dc", "webpage"),
        _ => ("dc", "manuscript"),
    }
}

fn titles(record: &Record, format: &str, query: &mut Query) {
    let title = facts::text(record, Variable::Title);
    let container = facts::text(record, Variable::ContainerTitle);
    match format {
        "journal" => {
            query.add("rft.atitle", &title);
            query.add("rft.jtitle", &container);
        }
        "book" if !container.is_empty() => {
            query.add("rft.atitle", &title);
            query.add("rft.btitle", &container);
        }
        "book" => query.add("rft.btitle", &title),
        _ => query.add("rft.title", &title),
    }
}

fn people(record: &Record, format: &str, query: &mut Query) {
    let authors = record.names(Role::Author);
    let mut others = authors.iter();
    if let Some(first) = authors.first().filter(|name| name.literal.is_empty()) {
        query.add("rft.aulast", &facts::family(first));
        query.add("rft.aufirst", &facts::given(first));
        others.next();
    }
    for name in others {
        let key = if name.literal.is_empty() {
            "rft.au"
        } else {
            "rft.aucorp"
        };
        query.add(key, &facts::inverted(name));
    }
    if format == "dc" {
        for name in record.names(Role::Recipient) {
            query.add("rft.contributor", &facts::inverted(name));
        }
    }
}

fn identifiers(record: &Record, format: &str, query: &mut Query) {
    if format == "dc" {
        query.add("rft.description", &facts::text(record, Variable::Abstract));
        query.add("rft.source", &facts::host(record));
        for keyword in facts::keywords(record) {
            query.add("rft.subject", &keyword);
        }
    }
    let doi = facts::text(record, Variable::Doi);
    if !doi.is_empty() {
        query.add("rft_id", &["info:doi/", &doi].joined(""));
    }
    let key = if format == "dc" {
        "rft.identifier"
    } else {
        "rft_id"
    };
    query.add(key, &facts::text(record, Variable::Url));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;

    #[test]
    fn a_letter_is_dublin_core() {
        let mut record = Record::new(Kind::PersonalCommunication);
        record.set(Variable::Title, "R&D \"é\"");
        record.set_names(Role::Author, vec![Name::person("Ann", "Doe")]);
        record.set_names(Role::Recipient, vec![Name::literal("Mines")]);
        assert_eq!(
            coins(&record),
            "<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&amp;rft.type=letter\
             &amp;rft.title=R%26D%20%22%C3%A9%22&amp;rft.aulast=Doe&amp;rft.aufirst=Ann&amp;rft.contributor=Mines\"></span>"
        );
    }
}
