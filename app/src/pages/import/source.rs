//! The text of a source around a place in it.

/// How many lines are shown before and after the one that is meant.
const AROUND: usize = 5;

/// The most characters of a line that are shown.
const WIDTH: usize = 160;

/// The lines around a line, with their numbers. Long lines are cut: the one that is meant around the column (counted
/// in characters), the others at their ends.
pub(super) fn around(text: &str, line: usize, column: usize) -> Vec<(usize, String)> {
    let first = line.saturating_sub(AROUND).max(1);
    let count = line + AROUND + 1 - first;
    text.lines()
        .enumerate()
        .skip(first - 1)
        .take(count)
        .map(|(place, text)| {
            let number = place + 1;
            let column = if number == line { column } else { 1 };
            (number, cut(text, column))
        })
        .collect()
}

fn cut(text: &str, column: usize) -> String {
    let start = (column + WIDTH / 4).saturating_sub(WIDTH);
    let mut rest = text.chars().skip(start);
    let mut shown: String = rest.by_ref().take(WIDTH).collect();
    if start > 0 {
        shown.insert_str(0, "… ");
    }
    if rest.next().is_some() {
        shown.push_str(" …");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, around};

    #[test]
    fn the_lines_around_a_place_are_shown_with_their_numbers() {
        let text: String = (1..=20)
            .map(|number| format!("line {number}\r\n"))
            .collect();
        let numbers = |line| {
            around(&text, line, 1)
                .into_iter()
                .map(|(number, _)| number)
                .collect::<Vec<_>>()
        };
        assert_eq!(numbers(10), (5..=15).collect::<Vec<_>>());
        assert_eq!(numbers(1), (1..=6).collect::<Vec<_>>());
        assert_eq!(numbers(20), (15..=20).collect::<Vec<_>>());
        assert_eq!(
            around(&text, 10, 1).get(5),
            Some(&(10, "line 10".to_owned()))
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_column() {
        let text = format!("{}here{}", "é".repeat(10_000), "z".repeat(10_000));
        let lines = around(&text, 1, 10_001);
        let (_, shown) = lines.first().cloned().unwrap_or_default();
        assert!(shown.starts_with("… é") && shown.contains("éherez") && shown.ends_with("z …"));
        assert_eq!(shown.chars().count(), WIDTH + 4);
    }
}
