//! Britain: `TNA, FO 371/123456, fol. 5`; `The National Archives, Kew, INF 3/108`; `IOR/L/PS/12/1993`.

use super::level;
use super::path::with_word;
use super::segments::{is_mark, is_town, split, starts_with_word};
use crate::record::{Holding, LevelKind};

const REPOSITORIES: &str = "National Archives|TNA: PRO|TNA PRO|TNA|UKNA|UK National Archives|PRO|The National Archives of the UK|The National Archives of the United Kingdom|The National Archives (TNA)|The National Archives|British National Archives|Public Record Office|British Library: India Office Records and Private Papers";

pub(super) fn parse(text: &str) -> Option<Holding> {
    let repository = REPOSITORIES
        .split('|')
        .filter(|name| starts_with_word(text, name))
        .max_by_key(|name| name.len());
    let length = repository.map_or(0, |name| name.len());
    let mut holding = Holding {
        repository: text.get(..length)?.to_owned(),
        ..Holding::default()
    };
    let rest = text
        .get(length..)?
        .trim_start_matches([',', ' ', ':'].as_slice());
    for segment in split(rest) {
        let has_file = !holding.levels.is_empty();
        if !has_file && is_town(segment) {
            if !holding.place.is_empty() {
                holding.place.push_str(", ");
            }
            holding.place.push_str(segment);
        } else if !has_file
            && (is_class(segment) && length > 0 || segment.starts_with("IOR/") && is_mark(segment))
        {
            holding.levels.push(level(LevelKind::File, "", segment));
        } else if let (Some(folio), true) = (with_word(segment, &holding), has_file) {
            holding.levels.push(folio);
        } else if has_file && is_mark(segment) {
            holding.levels.push(level(LevelKind::Item, "", segment));
        } else {
            return None;
        }
    }
    (!holding.levels.is_empty()).then_some(holding)
}

/// A class and a piece: `FO 371/123456`, `PREM 11/1234`, `CAB 129/32`.
fn is_class(segment: &str) -> bool {
    let Some((letters, number)) = segment.split_once(' ') else {
        return false;
    };
    (1..=5).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::super::shown_levels;
    use super::*;

    fn shown(text: &str) -> String {
        let Some(holding) = parse(text) else {
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
    fn classes_and_pieces() {
        assert_eq!(
            shown("TNA, FO 371/123456, fol. 5"),
            "TNA|file=FO 371/123456|folio=5|"
        );
        assert_eq!(
            shown("TNA: PRO, PREM 11/1234"),
            "TNA: PRO|file=PREM 11/1234|"
        );
        assert_eq!(
            shown("The National Archives, Kew, INF 3/108"),
            "The National Archives|file=INF 3/108|Kew"
        );
        assert_eq!(
            shown("PRO, CAB 129/32, C.P. (48) 311"),
            "PRO|file=CAB 129/32|item=C.P. (48) 311|"
        );
        assert_eq!(shown("IOR/L/PS/12/1993"), "|file=IOR/L/PS/12/1993|");
        assert_eq!(shown("TNA, a box of letters"), "-");
    }
}
