//! Classification markings: `SECRET`, `TOP SECRET`, `Strictly secret.`

/// The words that a marking may be made of, lower-case; at least one of the [`MAIN`] ones must be there.
const MINOR: [&str; 16] = [
    "top",
    "strictly",
    "extremely",
    "very",
    "most",
    "absolutely",
    "only",
    "eyes",
    "official",
    "use",
    "limited",
    "personal",
    "and",
    "restricted",
    "immediate",
    "flash",
];

/// The words that make a marking.
const MAIN: [&str; 18] = [
    "secret",
    "confidential",
    "urgent",
    "restricted",
    "unclassified",
    "classified",
    "nofor",
    "noforn",
    "fulger",
    "flash",
    "tajne",
    "секретно",
    "сов",
    "geheim",
    "streng",
    "vertraulich",
    "titkos",
    "eyes",
];

/// Whether all of a short text is a classification or urgency marking.
pub(in crate::read) fn is_marking(text: &str) -> bool {
    if text.is_empty() || text.len() > 60 {
        return false;
    }
    let bare = text.trim_matches(|c: char| matches!(c, '[' | ']' | '(' | ')' | '.' | '!' | '*'));
    let mut main = false;
    for word in bare.split([' ', '\u{2014}', '\u{2013}', '-', '/', '.', ',', '!']) {
        if is_among(word, &MAIN) {
            main = true;
        } else if !word.is_empty() && !is_among(word, &MINOR) {
            return false;
        }
    }
    main || bare.eq_ignore_ascii_case("limited official use")
        || bare.eq_ignore_ascii_case("official use only")
}

/// Whether a word is among those, whatever its case.
fn is_among(word: &str, words: &[&str]) -> bool {
    if !crate::scan::SPEED {
        return words.contains(&crate::letters::lowercase(word).as_str());
    }
    words.iter().any(|known| {
        known.len() == word.len()
            && (known.eq_ignore_ascii_case(word)
                || !known.is_ascii() && *known == crate::letters::lowercase(word))
    })
}

#[cfg(test)]
mod tests {
    use super::is_marking;

    #[test]
    fn markings() {
        for text in [
            "SECRET",
            "TOP SECRET",
            "Strictly secret.",
            "CONFIDENTIAL\u{2014}EXTREMELY URGENT",
            "Urgent",
            "[Fulger]",
            "[[TOP SECRET]]",
            "EYES ONLY",
            "СОВ. СЕКРЕТНО",
            "SECRET!",
            "Limited Official Use",
        ] {
            assert!(is_marking(text), "{text}");
        }
        for text in ["", "Secret talks", "Secretary", "top", "A secret", "only"] {
            assert!(!is_marking(text), "{text}");
        }
    }
}
