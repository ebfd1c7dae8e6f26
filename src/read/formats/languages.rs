//! Languages as catalogues write them, by their codes of three letters, as BCP 47 tags.

/// Languages whose tag is shorter than the code that catalogues use.
const CODES: [(&str, &str); 42] = [
    ("alb", "sq"),
    ("ara", "ar"),
    ("arm", "hy"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("chi", "zh"),
    ("cze", "cs"),
    ("dan", "da"),
    ("deu", "de"),
    ("dut", "nl"),
    ("eng", "en"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("geo", "ka"),
    ("ger", "de"),
    ("gre", "el"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("ita", "it"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("lat", "la"),
    ("nld", "nl"),
    ("nor", "no"),
    ("per", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zho", "zh"),
];

/// The tag of a code; a code that is not known is its own tag.
pub(super) fn tag(code: &str) -> String {
    let lower = code.trim().to_ascii_lowercase();
    // Undetermined, or no language at all.
    if matches!(lower.as_str(), "und" | "zxx") {
        return String::new();
    }
    CODES
        .iter()
        .find(|(known, _)| *known == lower)
        .map_or(code.trim().to_owned(), |(_, tag)| (*tag).to_owned())
}
