//! An archive and a signature without words: `National Archives of Australia, A1, 1911/18393`.

use super::level;
use super::segments::{is_mark, is_repository, is_years, split};
use crate::letters;
use crate::record::{Holding, LevelKind};

pub(super) fn parse(text: &str) -> Option<Holding> {
    let segments = split(text);
    let (repository, rest) = segments.split_first()?;
    (is_repository(repository) && (1..=3).contains(&rest.len())).then_some(())?;
    let mut holding = Holding {
        repository: (*repository).to_owned(),
        ..Holding::default()
    };
    for (at, segment) in rest.iter().enumerate() {
        let last = at + 1 == rest.len();
        let capital = segment.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
        if is_signature(segment) && capital {
            let kind = if last {
                LevelKind::Item
            } else {
                LevelKind::Series
            };
            holding.levels.push(level(kind, "", segment));
        } else if at == 0
            && !last
            && segment.split(' ').count() <= 2
            && segment.chars().all(|c| letters::is_letter(c) || c == ' ')
        {
            (*segment).clone_into(&mut holding.place);
        } else {
            return None;
        }
    }
    (!holding.levels.is_empty()).then_some(holding)
}

/// One word with a digit that is neither a year nor a plain number.
fn is_signature(segment: &str) -> bool {
    let sign = segment
        .bytes()
        .any(|byte| byte.is_ascii_uppercase() || matches!(byte, b'/' | b'-'));
    is_mark(segment)
        && !segment.contains(' ')
        && !is_years(segment)
        && sign
        && segment.bytes().any(|byte| byte.is_ascii_digit())
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
    fn signatures() {
        assert_eq!(
            shown("National Archives of Australia, A1, 1911/18393"),
            "National Archives of Australia|series=A1|item=1911/18393|"
        );
        assert_eq!(
            shown("Lantern State Archives, ITM3872594"),
            "Lantern State Archives|item=ITM3872594|"
        );
        assert_eq!(
            shown("Lantern Archive Service, Vesta, KM/29"),
            "Lantern Archive Service|item=KM/29|Vesta"
        );
        for text in [
            "Lantern Library, 1977",
            "Lantern Library",
            "Lantern Library, a remark",
            "Somebody, KM/29",
        ] {
            assert_eq!(shown(text), "-");
        }
    }
}
