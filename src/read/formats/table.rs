//! Numbers by names, in little code: the standard library's maps weigh 4 KB for each kind of key and value.

/// Rows that names are spread over, and how many a row holds at most. What has no place is not known: names that are made to
/// meet in one row cost no more than others.
const ROWS: usize = 1024;
const MOST: usize = 256;

/// A number for each name.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<(String, usize)>>,
}

/// The row of a name (FNV-1a).
fn row(name: &str) -> usize {
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    name.bytes().fold(0x811c_9dc5, mix) as usize % ROWS
}

impl Table {
    /// The number of a name.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        let mut row = self.rows.get(row(name))?.iter();
        let (_, number) = row.find(|(known, _)| known == name)?;
        Some(*number)
    }

    /// Gives a name a number, whatever it had; `false` when there is no place for it.
    pub(super) fn set(&mut self, name: &str, number: usize) -> bool {
        if self.rows.is_empty() {
            self.rows.resize_with(ROWS, Vec::new);
        }
        let Some(row) = self.rows.get_mut(row(name)) else {
            return false;
        };
        if let Some((_, known)) = row.iter_mut().find(|(known, _)| known == name) {
            *known = number;
        } else if row.len() < MOST {
            row.push((name.to_owned(), number));
        } else {
            return false;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_last_number() {
        let mut table = Table::default();
        assert_eq!(table.get("a"), None);
        for number in 0..5000 {
            assert!(table.set(&format!("name {number}"), number));
        }
        table.set("name 7", 70);
        assert_eq!(
            (table.get("name 7"), table.get("name 8")),
            (Some(70), Some(8))
        );
    }

    #[test]
    fn a_row_is_full_at_some_time() {
        let mut table = Table::default();
        let same = (0..)
            .map(|at: u32| at.to_string())
            .filter(|name| row(name) == row("0"));
        let kept = same
            .take(MOST + 9)
            .filter(|name| table.set(name, 1))
            .count();
        assert_eq!(kept, MOST);
    }
}
