use super::*;
use crate::tree::Editorial;

fn read(text: &str) -> Vec<Node> {
    nodes(Span::new(text, 0), &Context::default())
}

fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

#[test]
fn marks_of_editors() {
    for (printed, want) in [
        ("[sic!]", Editorial::Sic),
        ("[SIC]", Editorial::Sic),
        ("[sic, Padegan]", Editorial::Sic),
        ("[sic\u{2014}actually MONDAY]", Editorial::Sic),
        ("[illegible]", Editorial::Gap),
        ("[3-4 illegible letters]", Editorial::Gap),
        ("[\u{2026}]", Editorial::Gap),
        ("[ ....]", Editorial::Gap),
        ("[stamp]", Editorial::Stamp),
        ("[[TOP SECRET]]", Editorial::Stamp),
        ("[handwritten: yes]", Editorial::Handwriting),
        (
            "[Handwriting in the left margin: no]",
            Editorial::Handwriting,
        ),
        ("[Pak Jong Ae]", Editorial::Supplied),
        ("[Sicily]", Editorial::Supplied),
    ] {
        let nodes = read(printed);
        let [Node::Span(Style::Editorial(found), inner)] = nodes.as_slice() else {
            panic!("{printed}: {nodes:?}");
        };
        assert_eq!(*found, want, "{printed}");
        let tree = crate::tree::Tree::from(inner.clone());
        assert_eq!(tree.plain(), printed);
    }
}

#[test]
fn emphasis_and_links() {
    let strong = |inner: Vec<Node>| Node::Span(Style::Strong, inner);
    let italic = |inner: Vec<Node>| Node::Span(Style::Italic, inner);
    assert_eq!(
        read("a **b *c* d** e"),
        [
            text("a "),
            strong(vec![text("b "), italic(vec![text("c")]), text(" d")]),
            text(" e")
        ]
    );
    assert_eq!(
        read("2 * 3 * 4 and snake_case_name"),
        [text("2 * 3 * 4 and snake_case_name")]
    );
    let link = |to: &str, shown: &str| Node::Span(Style::Link(to.to_owned()), vec![text(shown)]);
    assert_eq!(
        read("[Here](http://a.b/c)."),
        [link("http://a.b/c", "Here"), text(".")]
    );
    assert_eq!(
        read("see <http://a.b/c>"),
        [text("see "), link("http://a.b/c", "http://a.b/c")]
    );
    assert_eq!(
        read("at https://a.b/c?d=e."),
        [
            text("at "),
            link("https://a.b/c?d=e", "https://a.b/c?d=e"),
            text(".")
        ]
    );
    assert_eq!(read(r"\*not\*"), [text("*not*")]);
}

#[test]
fn lines_are_joined() {
    assert_eq!(
        read("one\n  two  \nthree"),
        [text("one two"), Node::LineBreak, text("three")]
    );
    assert_eq!(read("Sino-\nSoviet"), [text("Sino-Soviet")]);
}

#[test]
fn pages_and_notes_only_when_the_document_has_them() {
    assert_eq!(read("a (p. 1) b.1 c"), [text("a (p. 1) b.1 c")]);
    let context = Context {
        page_marks: true,
        notes: 1,
    };
    let reference = Node::Span(Style::NoteReference("1".to_owned()), vec![text("1")]);
    assert_eq!(
        nodes(Span::new("a (p. 1) b.1 c 1 d", 0), &context),
        [
            text("a "),
            Node::PageBreak("1".to_owned()),
            text(" b."),
            reference,
            text(" c 1 d")
        ]
    );
}

#[test]
fn hostile_nesting_is_linear() {
    let many = "[".repeat(200_000) + &"*a".repeat(100_000) + &"]".repeat(1000);
    assert!(!read(&many).is_empty());
}
