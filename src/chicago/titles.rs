//! Titles: italic, quoted or plain; whole and short.

use super::context::Cx;
use super::generic;
use super::joins::{append, capitalise, commas, words};
use super::labels;
use super::scripts;
use super::volumes;
use crate::letters;
use crate::record::{Kind, Role, Variable};
use crate::tree::{Node, Style, Tree};

/// How a title is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    /// In italics: what is published by itself.
    Italic,
    /// In quotation marks: what is part of something or was never published.
    Quoted,
    /// As running text: laws, collections.
    Plain,
}

/// How the title of a source is set and whether in headline style (17th ed., 8.154–8.201 and 14.86–14.99; 18th ed.,
/// 8.156–8.204 and 13.87–13.101).
fn setting(cx: &Cx) -> (Set, bool) {
    use Kind::*;
    let contained = cx.has(Variable::ContainerTitle);
    match cx.kind() {
        Patent => (Set::Plain, false),
        _ if generic::is_description(cx) => (Set::Plain, false),
        Bill | Collection | Legislation | Regulation | Treaty => (Set::Plain, true),
        LegalCase => (Set::Italic, false),
        Book | Classic | Graphic | Hearing | Map => (Set::Italic, true),
        // Headwords keep their case; signed articles are titled as articles are (17th ed., 14.232; 18th ed., 14.130).
        EntryEncyclopedia if contained => (Set::Quoted, cx.has_name(Role::Author)),
        EntryDictionary if contained => (Set::Quoted, false),
        // A post's own words (17th ed., 14.209; 18th ed., 14.106).
        Post => (Set::Quoted, false),
        _ if contained || cx.is_online_video() => (Set::Quoted, true),
        Article
        | Dataset
        | Document
        | Interview
        | Manuscript
        | PaperConference
        | PersonalCommunication
        | Speech
        | Thesis
        | Webpage => (Set::Quoted, true),
        _ => (Set::Italic, true),
    }
}

fn set(cx: &Cx, title: Tree, set: Set) -> Tree {
    match set {
        Set::Italic => scripts::styled(cx, title, Style::Italic),
        Set::Quoted => scripts::styled(cx, title, Style::Quote),
        Set::Plain => title,
    }
}

/// A variable as a title is set: in headline style or not.
pub(crate) fn read(cx: &Cx, variable: Variable, headline: bool) -> Tree {
    let mut title = if headline {
        cx.headline(variable)
    } else if cx.kind() == Kind::Patent {
        capitalise(cx.text(variable))
    } else {
        cx.text(variable)
    };
    if let Some(Node::Text(last)) = title.nodes_mut().last_mut()
        && let Some(rest) = last.strip_suffix('.')
        && ends_in_word(rest, cx.kind() == Kind::Post)
    {
        last.pop();
    }
    let describes = if headline {
        cx.kind() == Kind::Collection
    } else {
        cx.is(&generic::DESCRIBED)
    };
    if describes {
        generic::described(cx, &mut title);
    }
    title
}

/// Whether the full stop after this is only a catalogue's and no part of the title. That of an abbreviation is: of a short
/// word, a single one, or one with another stop in it; that of a number is not. A post ends as a sentence does, in a short
/// word, too: `We thought so back in 1993` (17th ed., 14.209; 18th ed., 14.106).
#[inline(never)]
fn ends_in_word(title: &str, sentence: bool) -> bool {
    title.rsplit_once(' ').is_some_and(|(_, word)| {
        let long = word.len() > 4 && word.chars().all(letters::is_letter);
        let number = word.starts_with(letters::is_digit);
        long || ((sentence || number) && ends_sentence(word))
    })
}

fn ends_sentence(word: &str) -> bool {
    let abbreviated = ["Co", "Dr", "Inc", "Jr", "Mr", "Sr", "St", "al", "etc", "vs"];
    word.len() > 1 && word.chars().all(letters::is_letter_or_digit) && !abbreviated.contains(&word)
}

/// The item's title with its parts.
///
/// A review's title is printed only beside that of the work reviewed; alone it is taken for that of the work, which the
/// description gives. In a reference list a volume comes under its own title.
pub(crate) fn title(cx: &Cx) -> Tree {
    let analytic = cx.is_serial() || cx.is(&[Kind::Post, Kind::Webpage]);
    if !analytic {
        let own = volumes::own_title(cx);
        return if own.is_empty() && !volumes::stands_first(cx) {
            primary(cx)
        } else {
            own
        };
    }
    if cx.is_review() && !cx.has_any(&[Variable::ReviewedGenre, Variable::ReviewedTitle]) {
        return Tree::new();
    }
    cx.join([
        primary(cx),
        commas([cx.begin(labels::part_number(cx)), part(cx)]),
    ])
}

/// The title alone, without parts; a translation of it follows in brackets (17th ed., 14.99; 18th ed., 13.101).
pub(crate) fn primary(cx: &Cx) -> Tree {
    if generic::is_letter(cx) {
        return Tree::new();
    }
    let (look, headline) = setting(cx);
    let title = set(cx, read(cx, Variable::Title, headline), look);
    let gloss = cx.text(Variable::TranslatedTitle);
    if title.is_empty() || gloss.is_empty() {
        return title;
    }
    let mut bracketed = Tree::text("[");
    append(&mut bracketed, gloss);
    bracketed.push_str("]");
    words([title, bracketed])
}

/// The short title, or one made from the whole (17th ed., 14.33; 18th ed., 13.36).
pub(crate) fn short(cx: &Cx) -> Tree {
    if cx.is_used(Variable::Title) {
        return Tree::new();
    }
    let (look, headline) = setting(cx);
    let (look, headline) = if cx.is_review() {
        (Set::Quoted, true)
    } else {
        (look, headline)
    };
    if cx.has(Variable::TitleShort) {
        let title = read(cx, Variable::TitleShort, headline);
        return set(cx, scripts::without_original(cx, title), look);
    }
    let title = scripts::without_original(cx, read(cx, Variable::Title, headline));
    let has_subtitle = cx.is(&[
        Kind::ArticleJournal,
        Kind::Book,
        Kind::Chapter,
        Kind::PaperConference,
        Kind::Thesis,
    ]);
    set(
        cx,
        // The subtitle may be what tells it from another work.
        if has_subtitle && cx.options.disambiguate == 0 {
            made_short(title)
        } else {
            title
        },
        look,
    )
}

/// A short title made from the whole one of a book or an article: without the subtitle, and then without an article at
/// its beginning. A title without a subtitle stays whole, since only its reader knows its key words.
fn made_short(mut title: Tree) -> Tree {
    let mut found = None;
    for (at, node) in title.nodes_mut().iter_mut().enumerate() {
        if let Node::Text(text) = node
            && let Some(colon) = letters::find(text, ": ")
        {
            text.truncate(colon);
            // Nothing is left before the colon where a quotation ends there.
            found = Some(at + usize::from(colon > 0));
            break;
        }
    }
    let Some(end) = found else { return title };
    let mut nodes = title.into_nodes();
    nodes.truncate(end);
    if let Some(Node::Text(text)) = nodes.first_mut() {
        *text = without_article(text).to_owned();
    }
    Tree::from(nodes)
}

fn without_article(title: &str) -> &str {
    ["The ", "A ", "An "]
        .iter()
        .find_map(|article| title.strip_prefix(article))
        .unwrap_or(title)
}

/// The title of the book or the periodical that contains the item, in italics.
pub(crate) fn container(cx: &Cx) -> Tree {
    set(cx, cx.headline(Variable::ContainerTitle), Set::Italic)
}

/// The title of the volume of a multivolume work, in italics, or of a special issue, in quotation marks (17th ed.,
/// 14.119 and 14.178; 18th ed., 14.20 and 14.77).
pub(crate) fn volume(cx: &Cx) -> Tree {
    let title = cx.headline(Variable::VolumeTitle);
    if cx.is_serial() || cx.kind() == Kind::Manuscript {
        title.quoted()
    } else {
        title.italic()
    }
}

/// The title of the part of a volume, set as the title is; a part of a book's volume in italics.
pub(crate) fn part(cx: &Cx) -> Tree {
    let (look, headline) = setting(cx);
    let title = read(cx, Variable::PartTitle, headline);
    let of_volume = look == Set::Quoted
        && cx.has(Variable::ContainerTitle)
        && !cx.is_serial()
        && !cx.is(&[
            Kind::EntryDictionary,
            Kind::EntryEncyclopedia,
            Kind::Post,
            Kind::Webpage,
        ]);
    set(cx, title, if of_volume { Set::Italic } else { look })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chicago::{Edition, Form, Options, printed};
    use crate::record::Record;
    use crate::write;

    fn print(kind: Kind, variables: &[(Variable, &str)], rule: impl Fn(&Cx) -> Tree) -> String {
        let mut record = Record::new(kind);
        for (variable, value) in variables {
            record.set(*variable, *value);
        }
        write::html(&rule(&Cx::new(&record, &Options::default())))
    }

    #[test]
    fn italic_quoted_or_plain() {
        let title = [(Variable::Title, "the trip")];
        assert_eq!(print(Kind::Book, &title, primary), "<i>The Trip</i>");
        assert_eq!(print(Kind::Manuscript, &title, primary), "“The Trip”");
        assert_eq!(print(Kind::Collection, &title, primary), "The Trip");
        let entry = [
            (Variable::Title, "hootenanny, n."),
            (Variable::ContainerTitle, "OED"),
        ];
        assert_eq!(
            print(Kind::EntryDictionary, &entry, primary),
            "“hootenanny, n.”"
        );
        let article = [
            (Variable::Title, "a pair"),
            (Variable::ContainerTitle, "New Yorker"),
        ];
        assert_eq!(print(Kind::ArticleMagazine, &article, primary), "“A Pair”");
    }

    #[test]
    fn short_titles() {
        let given = [
            (Variable::Title, "the long title"),
            (Variable::TitleShort, "long title"),
        ];
        assert_eq!(print(Kind::Book, &given, short), "<i>Long Title</i>");
        let made = [(Variable::Title, "The sacred wood: essays on poetry")];
        assert_eq!(print(Kind::Book, &made, short), "<i>Sacred Wood</i>");
        let whole = [(Variable::Title, "The sacred wood")];
        assert_eq!(print(Kind::Book, &whole, short), "<i>The Sacred Wood</i>");
    }

    #[test]
    fn a_short_title_that_is_a_quotation_closes_after_the_stop() {
        let item = r#"{"type":"article-journal","title":"\"Fluent\": a study","container-title":"J","author":[{"family":"Roe","given":"A."}]}"#;
        let printed = printed::print(item, Form::ShortNote, Edition::Eighteenth);
        assert_eq!(printed, "Roe, “‘Fluent.’”");
    }

    #[test]
    fn a_catalogues_full_stop_is_no_part_of_a_title() {
        let title = |title| print(Kind::Book, &[(Variable::Title, title)], primary);
        assert_eq!(title("The war."), "<i>The War.</i>");
        assert_eq!(title("The acme corp."), "<i>The Acme Corp.</i>");
        assert_eq!(title("The acme union."), "<i>The Acme Union</i>");
        assert_eq!(
            title("A trip to <i>Rome</i>."),
            "<i>A Trip to </i>Rome<i>.</i>"
        );
        assert_eq!(title("A trip to England."), "<i>A Trip to England</i>");
        assert_eq!(title("To Roe. May 1, 1888."), "<i>To Roe. May 1, 1888</i>");
        for kept in [
            "King, Jr.",
            "Division 1.2.",
            "Isthm.",
            "In the U.S.S.R.",
            "And So On ...",
        ] {
            assert_eq!(title(kept), format!("<i>{kept}</i>"));
        }
        let post = |title| print(Kind::Post, &[(Variable::Title, title)], primary);
        assert_eq!(post("We thought so in 1993."), "“We thought so in 1993”");
        assert_eq!(post("So it is."), "“So it is”");
        assert_eq!(post("A word from K."), "“A word from K.”");
        assert_eq!(
            post("By Martin Luther King, Jr."),
            "“By Martin Luther King, Jr.”"
        );
    }

    #[test]
    fn subtitles_after_italics() {
        let title = [(Variable::Title, "A study of <i>Lear</i>: and more: yet")];
        assert_eq!(print(Kind::Thesis, &title, short), "“Study of <i>Lear</i>”");
        let italic = [(Variable::Title, "<i>La Racha</i>: speed")];
        assert_eq!(print(Kind::Thesis, &italic, short), "“<i>La Racha</i>”");
    }

    #[test]
    fn a_translated_title() {
        let both = [
            (Variable::Title, "Tang houqi"),
            (Variable::TranslatedTitle, "The social existence of monks"),
        ];
        assert_eq!(
            print(Kind::Book, &both, primary),
            "<i>Tang Houqi</i> [The social existence of monks]"
        );
    }

    #[test]
    fn a_translation_typed_after_the_title() {
        let item = |language: &str, title: &str| {
            let (form, edition) = (Form::ShortNote, Edition::Eighteenth);
            let item = format!(
                r#"{{"type":"book","language":"{language}","title":"{title}","author":[{{"family":"B"}}],"issued":"1980"}}"#
            );
            let print = |form| printed::print(&item, form, edition);
            [print(Form::Note), print(form)]
        };
        for (language, title, note, short) in [
            (
                "pl",
                "Z dziejów Polski [From the history of Poland]",
                "B, Z dziejów Polski [From the history of Poland] (1980).",
                "B, Z dziejów Polski.",
            ),
            (
                "pl",
                "[Z dziejów]",
                "B, [Z dziejów] (1980).",
                "B, [Z dziejów].",
            ),
            (
                "pl",
                "Z [I] dnia",
                "B, Z [I] dnia (1980).",
                "B, Z [I] dnia.",
            ),
            (
                "en",
                "Oz [Poland]",
                "B, Oz [Poland] (1980).",
                "B, Oz [Poland].",
            ),
        ] {
            assert_eq!(item(language, title), [note, short], "{title}");
        }
        let mut record = Record::new(Kind::Book);
        record.set(Variable::Title, "Z dziejów [From history]");
        record.language = "pl".to_owned();
        let options = Options::default();
        let title = write::html(&primary(&Cx::new(&record, &options)));
        assert_eq!(title, "<i>Z dziejów</i> [From history]");
    }

    #[test]
    fn by_kind_and_by_what_contains_it() {
        let alone = [(Variable::Title, "the trip")];
        let within = [alone[0], (Variable::ContainerTitle, "Log")];
        for (kind, outside, inside) in [
            (Kind::Patent, "The trip", "The trip"),
            (Kind::LegalCase, "<i>the trip</i>", "<i>the trip</i>"),
            (Kind::Map, "<i>The Trip</i>", "<i>The Trip</i>"),
            (Kind::Graphic, "<i>The Trip</i>", "<i>The Trip</i>"),
            (Kind::Post, "“the trip”", "“the trip”"),
            (Kind::EntryEncyclopedia, "<i>The Trip</i>", "“the trip”"),
            (Kind::EntryDictionary, "<i>The Trip</i>", "“the trip”"),
            (Kind::Broadcast, "<i>The Trip</i>", "“The Trip”"),
        ] {
            assert_eq!(print(kind, &alone, primary), outside, "{kind:?}");
            assert_eq!(print(kind, &within, primary), inside, "{kind:?}");
        }
        let mut record = Record::new(Kind::EntryEncyclopedia);
        for (variable, value) in within {
            record.set(variable, value);
        }
        record.set_names(Role::Author, vec![crate::name::Name::person("A.", "B")]);
        let signed = write::html(&primary(&Cx::new(&record, &Options::default())));
        assert_eq!(signed, "“The Trip”");
    }

    #[test]
    fn parts_of_articles_follow_their_titles() {
        let article = [
            (Variable::Title, "the trip"),
            (Variable::PartTitle, "day one"),
            (Variable::ContainerTitle, "Log"),
        ];
        for kind in [Kind::ArticleJournal, Kind::Webpage, Kind::Post] {
            let printed = print(kind, &article, title).to_ascii_lowercase();
            assert!(
                printed.contains("the trip") && printed.contains("day one"),
                "{printed}"
            );
        }
    }

    #[test]
    fn reviews_are_named_by_what_they_review() {
        let review = [
            (Variable::Title, "the trip"),
            (Variable::ContainerTitle, "Log"),
        ];
        assert_eq!(print(Kind::ReviewBook, &review, title), "");
        let named = [review[0], review[1], (Variable::ReviewedTitle, "Boats")];
        assert_eq!(print(Kind::ReviewBook, &named, title), "“The Trip”");
        assert_eq!(print(Kind::ArticleJournal, &review, title), "“The Trip”");
    }

    #[test]
    fn volumes_and_parts_are_set_as_what_they_are_part_of() {
        let named = [
            (Variable::VolumeTitle, "the volume"),
            (Variable::PartTitle, "the part"),
            (Variable::ContainerTitle, "Log"),
        ];
        for (kind, of_volume, of_part) in [
            (Kind::Book, "<i>The Volume</i>", "<i>The Part</i>"),
            (Kind::Manuscript, "“The Volume”", "<i>The Part</i>"),
            (Kind::ArticleJournal, "“The Volume”", "“The Part”"),
            (Kind::Chapter, "<i>The Volume</i>", "<i>The Part</i>"),
            (Kind::Collection, "<i>The Volume</i>", "The Part"),
            (Kind::EntryDictionary, "<i>The Volume</i>", "“the part”"),
        ] {
            assert_eq!(print(kind, &named, volume), of_volume, "{kind:?}");
            assert_eq!(print(kind, &named, part), of_part, "{kind:?}");
        }
        assert_eq!(print(Kind::Manuscript, &named[..2], part), "“The Part”");
    }

    #[test]
    fn a_subtitle_may_tell_works_apart() {
        let short = |kind, disambiguate| {
            let mut record = Record::new(kind);
            record.set(Variable::Title, "the trip: a log");
            let options = Options {
                disambiguate,
                ..Options::default()
            };
            write::text(&super::short(&Cx::new(&record, &options)))
        };
        assert_eq!(short(Kind::Book, 0), "Trip");
        assert_eq!(short(Kind::Book, 1), "The Trip: A Log");
        assert_eq!(short(Kind::Manuscript, 0), "“The Trip: A Log”");
    }
}
