//! Place, publisher, date, and the history of publication.

use super::context::Cx;
use super::contributors;
use super::dates;
use super::identifiers;
use super::joins::{capitalise, commas, join, parenthesised, stops, words};
use super::markup;
use super::numbers;
use super::options::Form;
use super::volumes;
use crate::record::{DateVariable, Kind, Role, Variable};
use crate::tree::Tree;

/// How a note sets the facts of publication.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// In parentheses, for what is printed: `(Penguin, 2016)`.
    Parentheses,
    /// After a comma, for the rest.
    Line,
    /// After a space, because a guessed date has brackets of its own: `[1772?]`.
    Space,
}

/// Printed matter takes parentheses (17th ed., 14.23; 18th ed., 13.22), and so does a letter in an edited collection; a
/// reference work online (18th ed., 14.131), a preprint (14.76) and what is unpublished (14.127) do not.
fn setting(cx: &Cx) -> Setting {
    use Kind::*;
    let published = cx.has(Variable::Publisher);
    let printed = match cx.kind() {
        Book | Chapter | Classic | Interview | MusicalScore | Pamphlet | PaperConference
        | Report | Thesis => true,
        Article if cx.has(Variable::Genre) && published => true,
        MotionPicture if published => true,
        Entry | EntryDictionary | EntryEncyclopedia => {
            published
                || cx.has(Variable::PublisherPlace)
                || !cx.has_any(&[Variable::Doi, Variable::Url])
        }
        // What an archive keeps has pages of its own.
        PersonalCommunication => {
            let kept = cx.has_any(&[Variable::Archive, Variable::ArchiveCollection]);
            cx.is_in_collection() && (!kept || cx.has(Variable::ContainerTitle))
        }
        _ => false,
    };
    let guessed = cx
        .record
        .date(DateVariable::Issued)
        .is_some_and(|date| date.start.is_some() && (date.uncertain || date.approximate));
    let spoken = cx.is(&[
        Entry,
        EntryDictionary,
        EntryEncyclopedia,
        PersonalCommunication,
    ]);
    if printed {
        Setting::Parentheses
    } else if guessed && !spoken {
        Setting::Space
    } else {
        Setting::Line
    }
}

/// The publication facts of an entry.
pub(crate) fn entry(cx: &Cx) -> Tree {
    facts(cx)
}

/// The publication facts of a note after what they belong to: in parentheses, after a space, or after a comma.
pub(crate) fn after(cx: &Cx, named: Tree) -> Tree {
    let facts = facts(cx);
    match setting(cx) {
        Setting::Parentheses => words([named, parenthesised(facts)]),
        // Only the date itself has brackets; a publisher before it needs the comma, and so does what has no title.
        Setting::Space if facts.first_char() == Some('[') && !cx.is_described() => {
            words([named, facts])
        }
        _ => commas([named, facts]),
    }
}

/// The publication facts that a short note sets in parentheses, to tell it from another (18th ed., 14.146).
pub(crate) fn short_in_parentheses(cx: &Cx) -> Tree {
    if cx.options.disambiguate < 2 {
        return Tree::new();
    }
    let publisher = if cx.kind() == Kind::PersonalCommunication {
        Tree::new()
    } else {
        publisher(cx)
    };
    match setting(cx) {
        Setting::Parentheses => parenthesised(commas([publisher, dates::published_or_status(cx)])),
        Setting::Space => dates::published_or_status(cx),
        Setting::Line => Tree::new(),
    }
}

/// The date that a short note sets in line, to tell it from another (18th ed., 14.13).
pub(crate) fn short_in_line(cx: &Cx) -> Tree {
    if cx.options.disambiguate > 1 && setting(cx) == Setting::Line {
        dates::published_or_status(cx)
    } else {
        Tree::new()
    }
}

/// Publication, and the title under which the work first came out. A periodical has its own facts, and a patent its
/// dates elsewhere.
fn facts(cx: &Cx) -> Tree {
    let published = if cx.kind() == Kind::Patent || cx.is_serial() || cx.is_published() {
        Tree::new()
    } else {
        published(cx)
    };
    let parts = [published, original_title(cx)];
    if cx.is_entry() {
        stops(parts)
    } else {
        join(parts, "; ")
    }
}

/// Site, publisher and date. A network stands after the date of a broadcast, `aired May 1, 2003, on NBC`, and the
/// publisher of a podcast before it (17th ed., 14.265–14.267; 18th ed., 14.165–14.168).
fn published(cx: &Cx) -> Tree {
    let aired = cx.kind() == Kind::Broadcast && !cx.has_any(&[Variable::Doi, Variable::Url]);
    let history = history(cx);
    let (before, after) = if aired {
        (Tree::new(), history)
    } else {
        (history, Tree::new())
    };
    let site = commas([site(cx), before]);
    let date = dates::in_source(cx);
    // What happened on a day is not said where the year alone is known and stands after the author.
    let after_author = volumes::leads(cx) && date.is_empty() && !cx.has(Variable::Status);
    let status = if after_author {
        Tree::new()
    } else {
        dates::status(cx)
    };
    let dated = words([status, date]);
    if cx.is_entry() && cx.kind() == Kind::Webpage && cx.has(Variable::Status) {
        // `Privacy & Terms. Last modified April 17, 2017` (17th ed., 14.207; 18th ed., 14.104).
        return stops([site, capitalise(dated)]);
    }
    // `In preparation` begins a sentence where nobody will have published it.
    let begins = site.is_empty() && !cx.has_date(DateVariable::Issued) && cx.has(Variable::Status);
    let dated = if begins { cx.begin(dated) } else { dated };
    // A programme of which the year alone is known: `Aired on NBC`.
    let on = match () {
        () if after.is_empty() => Tree::new(),
        () if dated.is_empty() => cx.word("aired on"),
        () => Tree::text("on"),
    };
    commas([site, dated, words([on, after])])
}

/// The site of a page or a post (17th ed., 14.206–14.209; 18th ed., 14.104–14.106), unless its owner has the same
/// name. A reference list that has it in the author's place, with its short name, does not repeat it.
fn site(cx: &Cx) -> Tree {
    if !cx.is(&[Kind::Post, Kind::Webpage]) {
        return Tree::new();
    }
    let owner = cx.record.get(Variable::Publisher);
    if leads_with_short_site(cx) || cx.raw(Variable::ContainerTitle) == owner {
        return Tree::new();
    }
    cx.headline(Variable::ContainerTitle)
}

/// Whether a reference list has the site's short name in the author's place.
pub(crate) fn leads_with_short_site(cx: &Cx) -> bool {
    cx.options.form == Form::ReferenceList
        && cx.kind() == Kind::Webpage
        && cx.has_all(&[Variable::ContainerTitle, Variable::ContainerTitleShort])
        && !cx.has(Variable::Publisher)
}

/// Original publication and reprint: `(1952; repr., Vintage, 1995)` (17th ed., 14.114; 18th ed., 14.16).
fn history(cx: &Cx) -> Tree {
    let here = commas([description(cx), publisher(cx)]);
    if cx.has(Variable::OriginalTitle) {
        return here;
    }
    let earlier = commas([original_publisher(cx), dates::original_in_source(cx)]);
    let again = cx.has_any(&[
        Variable::Edition,
        Variable::OriginalPublisher,
        Variable::OriginalPublisherPlace,
    ]);
    let edition = if again && is_reissue(cx) {
        identifiers::edition_label(cx)
    } else {
        Tree::new()
    };
    if again && cx.is_entry() {
        return stops([earlier, edition, here]);
    }
    join([earlier, commas([edition, here])], "; ")
}

fn is_reissue(cx: &Cx) -> bool {
    cx.has_date(DateVariable::Issued) && cx.has_date(DateVariable::OriginalDate)
}

/// What stands before the publisher: `PhD diss.`, `preprint`, `repr.` (17th ed., 14.215, 14.173 and 14.114; 18th ed.,
/// 14.113, 14.76 and 14.16).
fn description(cx: &Cx) -> Tree {
    use Kind::*;
    match cx.kind() {
        Article if cx.has(Variable::Genre) => Tree::new(),
        Article => cx.word("preprint"),
        // `PhD diss.`: degrees have no full stops (17th ed., 10.21; 18th ed., 10.22).
        Thesis
            if cx
                .raw(Variable::Genre)
                .eq_ignore_ascii_case("Ph.D. dissertation") =>
        {
            Tree::text("PhD diss.")
        }
        Thesis => cx.begin(cx.text(Variable::Genre)),
        Book | Chapter | Classic | Entry | EntryDictionary | EntryEncyclopedia | Interview
        | MusicalScore | Pamphlet | PaperConference | Report => {
            let earlier = cx.has_any(&[
                Variable::OriginalPublisher,
                Variable::OriginalPublisherPlace,
            ]);
            let labelled = cx.has_any(&[Variable::Edition, Variable::OriginalTitle]);
            if !earlier || labelled || !is_reissue(cx) {
                return Tree::new();
            }
            Tree::text(if cx.is_entry() { "Reprint" } else { "repr." })
        }
        _ => Tree::new(),
    }
}

/// Place and publisher in the 17th edition (14.127), the publisher alone in the 18th (14.30); the place where no
/// publisher is known. The number of an album follows its label (17th ed., 14.263; 18th ed., 14.163).
fn publisher(cx: &Cx) -> Tree {
    let happened = cx.has_date(DateVariable::EventDate) || cx.has(Variable::EventTitle);
    let name = if cx.has(Variable::Publisher) || !happened {
        placed(cx, Variable::PublisherPlace, Variable::Publisher)
    } else {
        Tree::new()
    };
    let number = if cx.kind() == Kind::Song {
        numbers::number(cx.raw(Variable::Number))
    } else {
        Tree::new()
    };
    words([name, number])
}

fn original_publisher(cx: &Cx) -> Tree {
    placed(
        cx,
        Variable::OriginalPublisherPlace,
        Variable::OriginalPublisher,
    )
}

/// `New York: Penguin Press` (17th ed.), `Penguin Press` (18th ed.); a university needs no place (17th ed., 14.215), nor does
/// the owner of a site who stands in the author's place.
fn placed(cx: &Cx, place: Variable, publisher: Variable) -> Tree {
    if cx.is_used(publisher) {
        return Tree::new();
    }
    let name = cx.begin(cx.text(publisher));
    if cx.has(publisher) && (!cx.is_17() || cx.kind() == Kind::Thesis) {
        return name;
    }
    // The first of several cities is enough (17th ed., 14.130).
    let city = cx.raw(place).split(';').next().unwrap_or("").trim_end();
    join([cx.begin(markup::parse(city)), name], ": ")
}

/// The title under which the work first came out (17th ed., 14.98; 18th ed., 13.101).
fn original_title(cx: &Cx) -> Tree {
    let title = cx.headline(Variable::OriginalTitle).italic();
    if title.is_empty() {
        return title;
    }
    let author = contributors::plain(cx, Role::OriginalAuthor);
    words([
        cx.word("originally published as"),
        commas([author, title]),
        parenthesised(commas([
            original_publisher(cx),
            dates::original_in_source(cx),
        ])),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Options};
    use crate::date::Date;
    use crate::record::Record;

    fn book() -> Record {
        let mut record = Record::new(Kind::Book);
        record.set(Variable::Publisher, "Vintage");
        record.set(Variable::PublisherPlace, "New York");
        dated(&mut record, DateVariable::Issued, "1995");
        record
    }

    fn dated(record: &mut Record, variable: DateVariable, date: &str) {
        record.set_date(variable, Date::parse(date).unwrap());
    }

    fn print(record: &Record, edition: Edition, form: Form) -> String {
        let options = Options {
            edition,
            form,
            ..Options::default()
        };
        let cx = Cx::new(record, &options);
        let tree = if form == Form::Note {
            after(&cx, Tree::new())
        } else {
            entry(&cx)
        };
        tree.plain()
    }

    #[test]
    fn the_17th_edition_names_the_place() {
        let book = book();
        let note = |edition| print(&book, edition, Form::Note);
        assert_eq!(note(Edition::Seventeenth), "(New York: Vintage, 1995)");
        assert_eq!(note(Edition::Eighteenth), "(Vintage, 1995)");
        assert_eq!(
            print(&book, Edition::Eighteenth, Form::ReferenceList),
            "Vintage"
        );
    }

    #[test]
    fn the_first_of_several_cities() {
        let mut book = book();
        book.set(Variable::PublisherPlace, "New York ; London");
        assert_eq!(
            print(&book, Edition::Seventeenth, Form::Note),
            "(New York: Vintage, 1995)"
        );
    }

    #[test]
    fn what_is_to_come_begins_a_sentence_where_no_publisher_is_known() {
        let mut record = Record::new(Kind::Manuscript);
        record.set(Variable::Status, "in preparation");
        let print = |record: &Record, form| print(record, Edition::Eighteenth, form);
        assert_eq!(print(&record, Form::Bibliography), "In preparation");
        assert_eq!(print(&record, Form::Note), "in preparation");
        record.set(Variable::Publisher, "Vintage");
        assert_eq!(
            print(&record, Form::Bibliography),
            "Vintage, in preparation"
        );
    }

    #[test]
    fn the_place_stands_alone_where_no_publisher_is_known() {
        let mut old = book();
        old.set(Variable::Publisher, "");
        dated(&mut old, DateVariable::Issued, "1851");
        assert_eq!(
            print(&old, Edition::Eighteenth, Form::Note),
            "(New York, 1851)"
        );
    }

    #[test]
    fn reprints() {
        let mut reprint = book();
        reprint.set(Variable::OriginalPublisher, "Random House");
        dated(&mut reprint, DateVariable::OriginalDate, "1952");
        assert_eq!(
            print(&reprint, Edition::Eighteenth, Form::Note),
            "(Random House, 1952; repr., Vintage, 1995)"
        );
        assert_eq!(
            print(&reprint, Edition::Eighteenth, Form::Bibliography),
            "Random House, 1952. Reprint, Vintage, 1995"
        );
    }

    #[test]
    fn another_title_stands_in_brackets_within_the_parentheses() {
        let mut translated = book();
        translated.set(Variable::OriginalTitle, "Hisoyaka");
        translated.set(Variable::OriginalPublisher, "Kodansha");
        dated(&mut translated, DateVariable::OriginalDate, "1994");
        assert_eq!(
            print(&translated, Edition::Eighteenth, Form::Note),
            "(Vintage, 1995; originally published as Hisoyaka [Kodansha, 1994])"
        );
    }

    #[test]
    fn how_a_note_sets_them() {
        let mut map = Record::new(Kind::Map);
        dated(&mut map, DateVariable::Issued, "1772?");
        assert_eq!(print(&map, Edition::Eighteenth, Form::Note), "[1772?]");
        let mut letter = Record::new(Kind::PersonalCommunication);
        dated(&mut letter, DateVariable::Issued, "1923-01-26");
        letter.set(Variable::PublisherPlace, "");
        letter.set(Variable::Archive, "Library of Congress");
        assert_eq!(
            print(&letter, Edition::Eighteenth, Form::Note),
            "January 26, 1923"
        );
    }

    #[test]
    fn networks_and_podcasts() {
        let mut aired = Record::new(Kind::Broadcast);
        aired.set(Variable::Publisher, "NBC");
        dated(&mut aired, DateVariable::Issued, "2003-05-01");
        assert_eq!(
            print(&aired, Edition::Eighteenth, Form::Note),
            "aired May 1, 2003, on NBC"
        );
        aired.set(Variable::Url, "https://example.org");
        assert_eq!(
            print(&aired, Edition::Eighteenth, Form::Note),
            "NBC, May 1, 2003"
        );
        let mut series = Record::new(Kind::Broadcast);
        series.set(Variable::Publisher, "NBC");
        dated(&mut series, DateVariable::Issued, "1992/1996");
        assert_eq!(
            print(&series, Edition::Eighteenth, Form::ReferenceList),
            "Aired on NBC"
        );
    }

    #[test]
    fn printed_letters_keep_their_parentheses_in_an_archive() {
        let mut letter = Record::new(Kind::PersonalCommunication);
        letter.set(Variable::Archive, "ProQuest");
        letter.set(Variable::Page, "43");
        letter.set(Variable::Publisher, "Quay");
        dated(&mut letter, DateVariable::Issued, "1982");
        let note = |letter: &Record| print(letter, Edition::Eighteenth, Form::Note);
        assert_eq!(note(&letter), "Quay, 1982");
        letter.set(Variable::ContainerTitle, "Letters");
        assert_eq!(note(&letter), "(Quay, 1982)");
    }

    #[test]
    fn published_proceedings_are_books() {
        let mut paper = book();
        paper.kind = Kind::PaperConference;
        paper.set(Variable::Title, "Unified Command");
        paper.set(Variable::Page, "182-187");
        paper.set(Variable::ContainerTitle, "Conference on Security");
        paper.set(Variable::EventTitle, "Conference on Security");
        let options = Options {
            edition: Edition::Seventeenth,
            ..Options::default()
        };
        let printed =
            |record: &Record| crate::write::text(&crate::chicago::cite(record, &options).tree);
        assert_eq!(
            printed(&paper),
            "“Unified Command,” in Conference on Security (New York: Vintage, 1995), 182–87."
        );
        paper.set(Variable::Publisher, "");
        assert_eq!(
            printed(&paper),
            "“Unified Command,” Conference on Security, 1995, 182–87."
        );
    }

    #[test]
    fn videos_online_are_titled_and_dated_as_posts() {
        let mut video = Record::new(Kind::MotionPicture);
        video.set(Variable::Title, "Avoiding Plagiarism");
        video.set(Variable::Medium, "YouTube video");
        video.set(Variable::Url, "https://a.example");
        dated(&mut video, DateVariable::Issued, "2021-09-25");
        let printed = |record: &Record| {
            crate::write::text(&crate::chicago::cite(record, &Options::default()).tree)
        };
        assert_eq!(
            printed(&video),
            "“Avoiding Plagiarism,” September 25, 2021, YouTube video, https://a.example."
        );
        video.set(Variable::Publisher, "Barunson");
        assert_eq!(
            printed(&video),
            "Avoiding Plagiarism (Barunson, 2021), YouTube video, https://a.example."
        );
    }

    #[test]
    fn an_owner_is_named_once() {
        let mut page = Record::new(Kind::Webpage);
        page.set(Variable::Title, "Facts");
        page.set(Variable::Publisher, "Acme");
        page.set(Variable::ContainerTitle, "Acme");
        page.set(Variable::Url, "https://a.example");
        let mut signed = page.clone();
        signed.set_names(Role::Author, vec![crate::name::Name::literal("Acme")]);
        let mut other = signed.clone();
        other.set(Variable::ContainerTitle, "");
        for record in [page, signed, other] {
            for form in [Form::Note, Form::Bibliography, Form::ReferenceList] {
                for edition in [Edition::Seventeenth, Edition::Eighteenth] {
                    let options = Options {
                        form,
                        edition,
                        ..Options::default()
                    };
                    let tree = crate::chicago::cite(&record, &options).tree;
                    let text = crate::write::text(&tree);
                    assert_eq!(text.matches("Acme").count(), 1, "{text}");
                }
            }
        }
    }
}
