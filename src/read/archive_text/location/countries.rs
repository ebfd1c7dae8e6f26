//! Hungary and Ireland, whose signatures are made of parts of their own.
//!
//! ```text
//! MOL, XIX-J-1-j Country, [year,] N. doboz, file, number
//! NAI Department of Foreign Affairs/6/440/8/1
//! ```

use super::level;
use super::path::{first, with_word};
use super::segments::{is_mark, is_years};
use crate::letters;
use crate::record::{Holding, LevelKind};
use crate::scan::SPEED;

/// `MOL, XIX-J-1-j Korea, 4. doboz, 5/a, 004076/ 1955`
pub(super) fn hungarian(text: &str) -> Option<Holding> {
    let may = !SPEED || letters::contains(text, "XIX-") || letters::contains(text, "M-KS ");
    may.then_some(())?;
    let (mut holding, segments) = first(text)?;
    let below = super::below(text, &holding.repository);
    if below.starts_with("M-KS ") {
        holding.levels.push(level(LevelKind::File, "", below));
        return Some(holding);
    }
    let (fonds, rest) = segments.split_first()?;
    let (signature, country) = fonds.split_once(' ').unwrap_or((fonds, ""));
    signature.starts_with("XIX-").then_some(())?;
    holding.levels.push(level(LevelKind::Fonds, "", signature));
    if !country.is_empty() {
        holding.levels.push(level(LevelKind::Matter, "", country));
    }
    for (at, segment) in rest.iter().enumerate() {
        let last = at + 1 == rest.len();
        let numbered = segment.starts_with(|c: char| c.is_ascii_digit()) && segment.len() <= 40;
        let found = if is_years(segment) {
            level(LevelKind::Period, "", segment)
        } else if segment.ends_with("doboz") || segment.ends_with("box") || segment.ends_with(". d")
        {
            level(LevelKind::Box, "", segment)
        } else if numbered && last && segment.contains('/') && at > 0 {
            level(LevelKind::Item, "", segment)
        } else if numbered {
            level(LevelKind::File, "", segment)
        } else {
            return None;
        };
        holding.levels.push(found);
    }
    Some(holding)
}

/// `NAI Department of Foreign Affairs/6/440/8/1`
pub(super) fn irish(text: &str) -> Option<Holding> {
    let may = !SPEED || letters::contains(text, "NAI") || letters::contains(text, "Ireland");
    may.then_some(())?;
    let (mut holding, segments) = first(text)?;
    (holding.repository == "NAI" || holding.repository.ends_with("Ireland")).then_some(())?;
    let (first, rest) = segments.split_first()?;
    let (department, file) = first.split_at_checked(first.find(letters::is_digit)?)?;
    let department = department.trim_end_matches(['/', ' '].as_slice());
    let name = department
        .chars()
        .all(|c| letters::is_letter(c) || c == ' ' || c == '/');
    (name && department.len() >= 2 && is_mark(file)).then_some(())?;
    holding.levels.push(level(LevelKind::Fonds, "", department));
    holding.levels.push(level(LevelKind::File, "", file));
    for segment in rest {
        let page = with_word(segment, &holding)?;
        holding.levels.push(page);
    }
    Some(holding)
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::super::shown_levels;
    use super::*;

    fn shown(holding: Option<Holding>) -> String {
        let Some(holding) = holding else {
            return "-".to_owned();
        };
        [
            vec![holding.repository.clone()],
            shown_levels(&holding),
            vec![holding.place.clone()],
        ]
        .concat()
        .join("|")
    }

    #[test]
    fn china() {
        assert_eq!(
            shown(parse("PRC FMA 111-00016-16, 66-67")),
            "PRC FMA|file=111-00016-16|folio=66-67|"
        );
        assert_eq!(
            shown(parse("PRC FMA 111-00068-04, 18")),
            "PRC FMA|file=111-00068-04|folio=18|"
        );
        assert_eq!(shown(parse("PRC FMA, some folder")), "-");
    }

    #[test]
    fn hungary() {
        assert_eq!(
            shown(hungarian(
                "MOL, XIX-J-1-j Korea, 4. doboz, 5/a, 004076/ 1955"
            )),
            "MOL|fonds=XIX-J-1-j|matter=Korea|box=4. doboz|file=5/a|item=004076/ 1955|"
        );
        assert_eq!(
            shown(hungarian(
                "MOL, XIX-J-1-k Korea, 1964, 2. doboz, 18/g, 0015/RT/1964"
            )),
            "MOL|fonds=XIX-J-1-k|matter=Korea|period=1964|box=2. doboz|file=18/g|item=0015/RT/1964|"
        );
        for text in [
            "MOL M-KS 288. f. 32. cs. 5. ő.e.",
            "MNL OL, M-KS 288. f. 32. cs. 5. ő.e.",
        ] {
            assert!(shown(parse(text)).ends_with("|file=M-KS 288. f. 32. cs. 5. ő.e|"));
        }
        assert_eq!(shown(hungarian("MOL, something else")), "-");
    }

    #[test]
    fn germany() {
        assert_eq!(
            shown(parse("PolA AA, MfAA, C 146/75")),
            "PolA AA|fonds=MfAA|file=C 146/75|"
        );
        assert_eq!(
            shown(parse("PolA AA, MfAA, G-A 360")),
            "PolA AA|fonds=MfAA|file=G-A 360|"
        );
        assert_eq!(
            shown(parse("BStU, ZA, HA X, 390, p. 65")),
            "BStU|fonds=ZA|subfonds=HA X|file=390|folio=p. 65|".replace("p. 65", "65")
        );
        assert_eq!(
            shown(parse("BArch, B 136/59748, 403-410")),
            "BArch|file=B 136/59748|folio=403-410|"
        );
        assert_eq!(shown(parse("BArch, a long remark without numbers")), "-");
    }

    #[test]
    fn poland() {
        assert_eq!(
            shown(parse("Polish Foreign Ministry Archive, DV Z12 T404 W17")),
            "Polish Foreign Ministry Archive|file=DV Z12 T404 W17|"
        );
        assert_eq!(
            shown(parse("Polish Foreign Ministry Archive, D-I-R-0-22-1-73, 3")),
            "Polish Foreign Ministry Archive|file=D-I-R-0-22-1-73|folio=3|"
        );
        assert_eq!(
            shown(parse(
                "Szyfrogramy from Hawana 1962, 6/77 w-82 t-1264, Polish Foreign Ministry Archive (AMSZ), Warsaw"
            )),
            "Polish Foreign Ministry Archive (AMSZ)|series=Szyfrogramy from Hawana 1962|file=6/77 w-82 t-1264|Warsaw"
        );
        assert_eq!(shown(parse("Polish Foreign Ministry Archive")), "-");
    }

    #[test]
    fn brazil_and_ireland() {
        assert_eq!(
            shown(parse(
                "MD\u{2014}Washington\u{2014}Telgr.\u{2014}1962 (7 á XII), (Cx 324), Ministry of External Relations Archives, Brasilia, Brazil"
            )),
            "Ministry of External Relations Archives|series=MD\u{2014}Washington\u{2014}Telgr.\u{2014}1962 (7 á XII)|box=324|Brasilia, Brazil"
        );
        assert_eq!(
            shown(irish("NAI Department of Foreign Affairs/6/440/8/1")),
            "NAI|fonds=Department of Foreign Affairs|file=6/440/8/1|"
        );
        assert_eq!(shown(irish("NAI, no number")), "-");
    }
}
