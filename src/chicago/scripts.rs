//! Words in another script after their romanisation: `Hao Chunwen 郝春文`, `Tang houqi 唐后期` (17th ed., 11.89–11.90; 18th ed.,
//! 11.83–11.84).

use super::context::Cx;
use super::headline;
use crate::letters;
use crate::scan::SPEED;
use crate::tree::{Node, Style, Tree};

/// Divides a text into its romanisation and the original that follows it after a space; `None` when it is in one script.
pub(crate) fn romanised(text: &str) -> Option<(&str, &str)> {
    // Letters that are romanised begin with higher bytes than Latin and Greek ones do.
    if text.is_ascii() || (SPEED && text.bytes().all(|byte| byte < 0xD0)) {
        return None;
    }
    let at = text.find(is_foreign)?;
    let (head, tail) = text.split_at_checked(at)?;
    let latin = head.chars().any(letters::is_letter) && head.ends_with(char::is_whitespace);
    let one = tail
        .chars()
        .all(|c| is_foreign(c) || !letters::is_letter(c));
    (latin && one).then(|| (head.trim_end(), tail.trim_end()))
}

/// Divides a title as [`romanised`] does, or in another language than English from the translation that was typed after it:
/// `Z dziejów Polski [From the history of Poland]` (17th ed., 14.99; 18th ed., 13.101).
fn divided<'a>(cx: &Cx, title: &'a str) -> Option<(&'a str, &'a str)> {
    romanised(title).or_else(|| {
        (!headline::is_english(&cx.record.language)).then_some(())?;
        let at = letters::rfind(title, " [").filter(|_| title.ends_with(']'))?;
        let (head, tail) = title.split_at_checked(at)?;
        // What was supplied after a small word belongs to the title: `Lettre à [Émile Zola]`.
        let last = letters::rfind(head, " ").unwrap_or(0);
        (head.len() > last + 4).then(|| (head, tail.trim_start()))
    })
}

/// A letter of a script that is romanised: Cyrillic, Hebrew, Arabic, the scripts of India, Chinese characters, kana,
/// hangul and others. Greek letters are symbols too often.
fn is_foreign(c: char) -> bool {
    c >= '\u{400}' && !('\u{1E00}'..'\u{2000}').contains(&c) && letters::is_letter(c)
}

/// Han, kana and hangul, which set names without a space.
pub(crate) fn is_east_asian(c: char) -> bool {
    ('\u{3040}'..'\u{A000}').contains(&c) || ('\u{AC00}'..'\u{D7B0}').contains(&c)
}

/// Whether a name has letters that Vietnamese alone has: `ấ`, `ễ`, `ợ`, `ư`. Its family name comes first, without a comma
/// (17th ed., 8.17; 18th ed., 8.17).
pub(crate) fn is_vietnamese(name: &str) -> bool {
    !name.is_ascii() && has_vietnamese_letters(name)
}

#[inline(never)]
fn has_vietnamese_letters(name: &str) -> bool {
    name.chars()
        .any(|c| matches!(c, 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ấ'..='ặ' | 'Ế'..='ệ' | 'Ố'..='ợ' | 'Ứ'..='ự'))
}

/// Sets a title in a style, but not the original that follows its romanisation, nor its translation: they are neither
/// italic nor quoted.
pub(crate) fn styled(cx: &Cx, mut title: Tree, style: Style) -> Tree {
    if let Some(Node::Text(text)) = title.nodes_mut().last_mut()
        && let Some((head, tail)) = divided(cx, text)
    {
        let (head, tail) = (head.to_owned(), letters::concat(&[" ", tail]));
        return before_original(title, style, &head, &tail);
    }
    if style == Style::Italic && is_without_italics(&mut title) {
        return title;
    }
    title.styled(style)
}

/// Whether a title is all in Chinese characters, kana or hangul, which have no italics (17th ed., 11.89; 18th ed., 11.83).
fn is_without_italics(title: &mut Tree) -> bool {
    match title.nodes_mut().first_mut() {
        Some(Node::Text(text)) if !text.is_ascii() => is_all_east_asian(text),
        _ => false,
    }
}

#[inline(never)]
fn is_all_east_asian(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| letters::is_letter(*c)).peekable();
    letters.peek().is_some() && letters.all(is_east_asian)
}

#[inline(never)]
fn before_original(title: Tree, style: Style, head: &str, tail: &str) -> Tree {
    let mut nodes = title.into_nodes();
    nodes.pop();
    let mut title = Tree::from(nodes);
    title.push_str(head);
    let mut out = title.styled(style);
    out.push_str(tail);
    out
}

/// A title without the original that follows its romanisation, and without its translation, for a short form.
pub(crate) fn without_original(cx: &Cx, mut title: Tree) -> Tree {
    if let Some(Node::Text(text)) = title.nodes_mut().last_mut()
        && let Some((head, _)) = divided(cx, text)
    {
        *text = head.to_owned();
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn translations_and_what_was_supplied() {
        let mut record = crate::record::Record::default();
        "fr".clone_into(&mut record.language);
        let options = Default::default();
        let cx = Cx::new(&record, &options);
        for (title, short) in [
            ("Histoire [History]", "Histoire"),
            (
                "Lettres [choisies] de Hugo [Letters]",
                "Lettres [choisies] de Hugo",
            ),
            ("Lettre à [Émile Zola]", "Lettre à [Émile Zola]"),
            ("Portrait de [Zola]", "Portrait de [Zola]"),
        ] {
            assert_eq!(without_original(&cx, Tree::text(title)).plain(), short);
        }
    }

    #[test]
    fn romanisations_and_originals() {
        assert_eq!(
            romanised("Tang houqi 唐后期: 五代"),
            Some(("Tang houqi", "唐后期: 五代"))
        );
        assert_eq!(
            romanised("Izvestiia Известия"),
            Some(("Izvestiia", "Известия"))
        );
        for text in ["唐后期", "Tang houqi", "TNF-α", "The 唐 dynasty", "Tang唐"] {
            assert_eq!(romanised(text), None, "{text}");
        }
    }

    #[test]
    fn the_original_is_never_italic() {
        let (record, options) = Default::default();
        let cx = Cx::new(&record, &options);
        let title = styled(&cx, Tree::text("Tang houqi 唐后期"), Style::Italic);
        assert_eq!(crate::write::html(&title), "<i>Tang houqi</i> 唐后期");
        let alone = |text: &str| crate::write::html(&styled(&cx, Tree::text(text), Style::Italic));
        assert_eq!(alone("唐后期：五代"), "唐后期：五代");
        assert_eq!(alone("기생충"), "기생충");
        assert_eq!(alone("唐 Tang"), "<i>唐 Tang</i>");
        assert_eq!(alone("Море"), "<i>Море</i>");
        assert_eq!(
            without_original(&cx, Tree::text("Tang houqi 唐后期")).plain(),
            "Tang houqi"
        );
    }
}
