//! Numbers as they are spoken, which is how they are sorted among words (17th ed., 16.65; 18th ed., 15.74).

use crate::digits;

const SMALL: &str = " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen";

const TENS: &str = "  twenty thirty forty fifty sixty seventy eighty ninety";

/// Adds the words of a number below 10,000, without spaces; `1984` is taken for a year. Whether it could.
pub(super) fn spell(figures: &str, out: &mut String) -> bool {
    let Some(number @ 1..=9999) = digits::read(figures).map(|number| number as usize) else {
        return false;
    };
    match (number / 1000, number % 1000 / 100) {
        (1, 1..=9) => {
            below_hundred(number / 100, out);
            if number % 100 == 0 {
                out.push_str("hundred");
            }
        }
        (thousands, hundreds) => {
            for (digit, word) in [(thousands, "thousand"), (hundreds, "hundred")] {
                if digit > 0 {
                    below_hundred(digit, out);
                    out.push_str(word);
                }
            }
        }
    }
    below_hundred(number % 100, out);
    true
}

fn below_hundred(number: usize, out: &mut String) {
    let word = |words: &'static str, at: usize| words.split(' ').nth(at).unwrap_or("");
    if number < 20 {
        out.push_str(word(SMALL, number));
    } else {
        out.push_str(word(TENS, number / 10));
        out.push_str(word(SMALL, number % 10));
    }
}

#[cfg(test)]
mod tests {
    use super::spell;

    #[test]
    fn numbers() {
        let cases = [
            ("7", "seven"),
            ("10", "ten"),
            ("125", "onehundredtwentyfive"),
            ("1900", "nineteenhundred"),
            ("1984", "nineteeneightyfour"),
            ("2001", "twothousandone"),
        ];
        for (figures, words) in cases {
            let mut out = String::new();
            assert!(spell(figures, &mut out));
            assert_eq!(out, words);
        }
        assert!(!spell("10000", &mut String::new()));
        assert!(!spell("", &mut String::new()));
    }
}
