//! Did-you-mean: the known name that a misspelt one is nearest to.

/// The name among `known` that `name` was probably meant to be: at most two (for short names one)
/// letters inserted, left out, replaced or swapped.
pub(crate) fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let bound = if name.chars().count() < 6 { 1 } else { 2 };
    let typed: Vec<char> = name.to_lowercase().chars().collect();
    known
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(typed.len()) <= bound)
        .map(|candidate| (distance(&typed, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= bound)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be inserted, left out, replaced, or swapped with their neighbour.
fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at =
                |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let replaced = at(&last, j) + usize::from(x != y);
            let mut best = replaced.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelt_name_has_a_nearest_one() {
        let known = ["x-ms-visibility", "x-ms-summary", "x-ms-trigger"];
        let near = |name| nearest(name, known);
        assert_eq!(near("x-ms-visibilty"), Some("x-ms-visibility"));
        assert_eq!(near("x-ms-sumamry"), Some("x-ms-summary"));
        assert_eq!(near("X-MS-Summary"), Some("x-ms-summary"));
        assert_eq!(near("x-ms-parameter-location"), None);
    }
}
