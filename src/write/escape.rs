//! What may stand in HTML: escaped text, and addresses that do no harm.

use crate::scan::Signs;

/// Adds text with `&`, `<` and `>` escaped.
pub(super) fn text(text: &str, out: &mut String) {
    escaped(text, out, const { Signs::new(b"&<>") });
}

/// Adds the value of an attribute, for use between `"`.
pub(super) fn attribute(text: &str, out: &mut String) {
    escaped(text, out, const { Signs::new(b"&<>\"") });
}

fn escaped(text: &str, out: &mut String, special: Signs) {
    let mut rest = text;
    while let Some(at) = special.find(rest) {
        // The byte is ASCII, so both cuts fall between characters.
        let Some((before, after)) = rest.split_at_checked(at) else {
            break;
        };
        let Some((character, after)) = after.split_at_checked(1) else {
            break;
        };
        out.push_str(before);
        out.push_str(match character {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            _ => "&quot;",
        });
        rest = after;
    }
    out.push_str(rest);
}

/// The address to link to, if it can only lead to a page or a letter: `http`, `https`, `mailto`, and `doi:` by its
/// resolver. Everything else (`javascript:`, `data:`, a path) is no link.
pub(super) fn safe_address(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let known = ["http", "https", "mailto", "doi"]
        .into_iter()
        .find(|known| scheme.eq_ignore_ascii_case(known))?;
    let is_web = known.starts_with("http");
    if rest.is_empty() || rest.contains(char::is_whitespace) || is_web && !rest.starts_with("//") {
        return None;
    }
    if known == "doi" {
        return Some(crate::letters::concat(&["https://doi.org/", rest]));
    }
    Some(address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut out = String::new();
        text("a <b> & \"c\" é", &mut out);
        attribute("\"<&>", &mut out);
        assert_eq!(out, "a &lt;b&gt; &amp; \"c\" é&quot;&lt;&amp;&gt;");
    }

    #[test]
    fn only_harmless_addresses_are_links() {
        let safe = |address| safe_address(address);
        assert_eq!(
            safe(" HTTPS://a.example/b ").as_deref(),
            Some("HTTPS://a.example/b")
        );
        assert_eq!(
            safe("mailto:a@b.example").as_deref(),
            Some("mailto:a@b.example")
        );
        assert_eq!(
            safe("doi:10.1086/1").as_deref(),
            Some("https://doi.org/10.1086/1")
        );
        for bad in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "http:javascript",
            "https://a b",
            "//a.example",
            "#a",
            "",
            "https:",
        ] {
            assert_eq!(safe(bad), None, "{bad}");
        }
    }
}
