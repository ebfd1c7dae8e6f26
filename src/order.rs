//! Sorting, in little code.
//!
//! The standard library's sorts are quicker than this by half and compile to 4 KB for each kind of item and each key; here
//! the work is done once, on positions, and a kind of item adds next to nothing to the module that a page downloads.

use std::cmp::Ordering;

/// Sorts in place; equal items stay in their order.
///
/// ```
/// let mut words = vec!["pear", "fig", "apple", "date"];
/// callslip::order::sort_by(&mut words, |one, other| one.len().cmp(&other.len()));
/// assert_eq!(words, ["fig", "pear", "date", "apple"]);
/// ```
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let sorted = positions(items.len(), &|one, other| {
        let pair = items.get(one).zip(items.get(other));
        pair.is_some_and(|(one, other)| compare(one, other).is_gt())
    });
    let mut held: Vec<Option<T>> = items.drain(..).map(Some).collect();
    for position in sorted {
        items.extend(held.get_mut(position).and_then(Option::take));
    }
}

/// Sorts in place by the items' own order.
pub fn sort<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, Ord::cmp);
}

/// The positions of so many items in order: a merge sort, from the shortest runs up.
fn positions(count: usize, is_after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut runs: Vec<usize> = (0..count).collect();
    let mut length = 1;
    while length < count {
        let mut merged = Vec::with_capacity(count);
        for pair in runs.chunks(2 * length) {
            let (left, right) = pair.split_at_checked(length).unwrap_or((pair, &[]));
            merge(left, right, is_after, &mut merged);
        }
        runs = merged;
        length *= 2;
    }
    runs
}

fn merge(
    left: &[usize],
    right: &[usize],
    is_after: &dyn Fn(usize, usize) -> bool,
    out: &mut Vec<usize>,
) {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
        let next = if is_after(**one, **other) {
            right.next()
        } else {
            left.next()
        };
        out.extend(next);
    }
    out.extend(left);
    out.extend(right);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_standard_librarys_order() {
        let mut state = 7_u32;
        for length in 0..200 {
            let mut items: Vec<(u32, usize)> = (0..length)
                .map(|at| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 28, at)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by(&mut items, |one, other| one.0.cmp(&other.0));
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn items_are_moved_not_copied() {
        let mut words: Vec<String> = ["b", "c", "a"].map(str::to_owned).into();
        sort(&mut words);
        assert_eq!(words, ["a", "b", "c"]);
    }
}
