//! What the elements of TEI, EAD and DocBook mean for running text.

use crate::read::formats::xml::Node as Element;
use crate::tree::{BlockKind, Editorial, Style};

/// What an element means.
pub(super) enum Meaning {
    /// A part of the text with its own heading.
    Division,
    /// Blocks that belong together.
    Group,
    /// A block of text, or of blocks.
    Block(BlockKind),
    /// A heading, where no text runs.
    Heading,
    /// A line of verse or of an address.
    Line,
    /// A quotation, set off or within the text.
    Quotation,
    /// A line of a description with its label.
    Field,
    /// The mark of the item that follows.
    Label,
    /// A note to the place where it stands.
    Note,
    /// Text in a style; words before and after it.
    Span(Option<Style>, &'static str, &'static str),
    /// A line's end.
    LineBreak,
    /// A page's beginning.
    PageBreak,
    /// Something is missing here.
    Gap,
    /// A link without words.
    Pointer,
    /// Two ways to put the same.
    Choice,
    /// The second of them; by itself no more than its words.
    Alternative,
    /// No more than what it holds.
    Words,
    /// Not known.
    Unknown,
}

use Meaning::{
    Alternative, Block, Choice, Division, Gap, Group, Heading, Label, Line, LineBreak, Note,
};
use Meaning::{Field, PageBreak, Pointer, Quotation, Span, Unknown, Words};

/// What an element means, by its name and attributes.
pub(super) fn meaning(element: Element) -> Meaning {
    let name = element.name();
    match name {
        "div" | "div1" | "div2" | "div3" | "div4" | "section" | "sect1" | "sect2" | "sect3"
        | "chapter" | "appendix" | "dsc" | "bioghist" | "scopecontent" | "arrangement" | "c"
        | "c01" | "c02" | "c03" | "c04" | "c05" | "c06" | "c07" | "c08" | "c09" | "c10" | "c11"
        | "c12" | "accessrestrict" | "userestrict" | "acqinfo" | "custodhist" | "processinfo"
        | "prefercite" | "controlaccess" | "relatedmaterial" | "separatedmaterial" | "odd" => {
            Division
        }
        "unitdate" | "unitid" | "container" | "physdesc" | "physdescstructured" | "physloc"
        | "langmaterial" | "origination" | "repository" | "abstract" | "materialspec"
        | "unitdatestructured" | "subject" | "genreform" | "occupation" | "function" => Field,
        "body" | "front" | "back" | "text" | "group" | "opener" | "closer" | "postscript"
        | "argument" | "figure" | "titlePage" | "docTitle" | "lg" | "sp" | "info"
        | "floatingText" | "listPerson" | "listPlace" | "listOrg" | "floatText" | "mediaobject"
        | "procedure" => {
            if name == "lg" && element.child("l").is_some() {
                Block(BlockKind::Paragraph)
            } else {
                Group
            }
        }
        "p" | "ab" | "para" | "simpara" | "dateline" | "byline" | "salute" | "trailer"
        | "docAuthor" | "docDate" | "docImprint" | "docEdition" | "imprimatur" | "speaker"
        | "address" | "figDesc" | "u" | "event" | "step" | "person" | "place" | "org" => {
            Block(BlockKind::Paragraph)
        }
        "head" | "title" | "unittitle" | "titlePart" | "bridgehead" | "h1" | "h2" | "h3" | "h4" => {
            Heading
        }
        "signed" => Block(BlockKind::Signature),
        "stamp" => Block(BlockKind::Stamp),
        "list" | "itemizedlist" | "orderedlist" | "variablelist" | "simplelist" | "listBibl"
        | "chronlist" | "ul" | "ol" | "index" => Block(BlockKind::List),
        "item" | "listitem" | "varlistentry" | "member" | "defitem" | "chronitem" | "li" => {
            Block(BlockKind::Item)
        }
        "bibl" | "biblStruct" | "biblFull" | "msDesc" => Block(BlockKind::Item),
        "table" | "informaltable" => Block(BlockKind::Table),
        "row" | "tr" => Block(BlockKind::Row),
        "cell" | "entry" | "td" | "th" => Block(BlockKind::Cell),
        "epigraph" | "blockquote" => Block(BlockKind::Quotation),
        "eg" | "egXML" | "programlisting" | "screen" | "synopsis" | "literallayout" => {
            Block(BlockKind::Preformatted)
        }
        "q" | "quote" | "said" | "cit" => Quotation,
        "label" => Label,
        "note" | "footnote" | "fn" => Note,
        "l" | "addrLine" | "addressline" => Line,
        "lb" | "br" if element.get("break") != "no" => LineBreak,
        "pb" => PageBreak,
        "gap" => Gap,
        "ptr" => Pointer,
        _ => inline(name, element),
    }
}

fn inline(name: &str, element: Element) -> Meaning {
    let style = match name {
        "hi" | "emph" | "emphasis" => return Span(rendition(element), "", ""),
        "i" | "em" | "italic" | "stage" | "mentioned" | "citetitle" => Style::Italic,
        "b" | "strong" | "bold" => Style::Strong,
        "sup" | "superscript" => Style::Superscript,
        "sub" | "subscript" => Style::Subscript,
        "sc" | "smcap" => Style::SmallCaps,
        "foreign" => language(element),
        "soCalled" => Style::Quote,
        "persName" | "placeName" | "orgName" | "name" | "rs" | "geogName" | "persname"
        | "corpname" | "geogname" | "famname" => Style::Name,
        "ref" | "extref" | "link" | "ulink" | "extptr" => return link(element),
        "del" | "surplus" => editorial(Editorial::Deleted),
        "add" | "addition" => editorial(Editorial::Added),
        "sic" => editorial(Editorial::Sic),
        "supplied" | "ex" => return Span(Some(editorial(Editorial::Supplied)), "[", "]"),
        "unclear" => return Span(None, "", " [?]"),
        "fw" => editorial(Editorial::Stamp),
        "corr" | "reg" | "expan" => return Alternative,
        "choice" => return Choice,
        "rt" => return Span(None, "(", ")"),
        "s" | "seg" | "w" | "c" | "pc" | "date" | "time" | "num" | "measure" | "roleName"
        | "forename" | "surname" | "addName" | "orig" | "abbr" | "subst" | "anchor"
        | "milestone" | "cb" | "gb" | "graphic" | "term" | "gloss" | "ruby" | "rb" | "code"
        | "gi" | "tag" | "att" | "val" | "formula" | "idno" | "email" | "unitdate"
        | "unittitle" | "phrase" | "literal" | "lb" | "handShift" | "space" | "distinct" => {
            return Words;
        }
        _ => return Unknown,
    };
    Span(Some(style), "", "")
}

fn editorial(mark: Editorial) -> Style {
    Style::Editorial(mark)
}

/// How highlighted text looks; italic when it is not said.
fn rendition(element: Element) -> Option<Style> {
    let mut look = String::new();
    for name in ["rend", "render", "rendition", "style", "role"] {
        look.push_str(&element.get(name).to_ascii_lowercase());
    }
    let has = |word: &str| look.contains(word);
    Some(match () {
        () if has("small") && has("cap") || has("smcap") => Style::SmallCaps,
        () if has("sup") => Style::Superscript,
        () if has("sub") => Style::Subscript,
        () if has("strike") || has("line-through") => editorial(Editorial::Deleted),
        () if has("bold") || has("strong") => Style::Strong,
        () if has("quote") => Style::Quote,
        () if has("ital") || look.is_empty() || has("underl") => Style::Italic,
        () => return None,
    })
}

/// Text in another language; without its name, only set apart.
fn language(element: Element) -> Style {
    match element.get("lang") {
        tag if tag.is_empty() => Style::Italic,
        tag => Style::Language(tag),
    }
}

/// A link to a page; a reference within the document is no more than its words.
fn link(element: Element) -> Meaning {
    match address(element) {
        Some(address) => Span(Some(Style::Link(address)), "", ""),
        None => Words,
    }
}

/// The address that a reference leads to.
pub(super) fn address(element: Element) -> Option<String> {
    ["target", "href", "url"]
        .iter()
        .map(|name| element.get(name))
        .find(|target| target.starts_with("http"))
}
