//! The order and the choice of the rows.

use std::cmp::Ordering;

use crate::api::connectors::ConnectorRow;

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The title.
    Title,
    /// The number of operations.
    Operations,
    /// The kind of authentication.
    Authentication,
    /// The number of the newest version.
    Version,
    /// The time of the last change.
    Changed,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sorting {
    /// By which column.
    pub(super) column: Column,
    /// Whether the greatest comes first.
    pub(super) descending: bool,
}

impl Default for Sorting {
    fn default() -> Self {
        Self {
            column: Column::Changed,
            descending: true,
        }
    }
}

impl Sorting {
    /// The order after a column's head was used: the other way round if it was sorted by it already.
    pub(super) fn by(self, column: Column) -> Self {
        let descending = if self.column == column {
            !self.descending
        } else {
            column == Column::Changed
        };
        Self { column, descending }
    }

    fn compare(self, a: &Listed, b: &Listed) -> Ordering {
        let (row_a, row_b) = (&a.row, &b.row);
        let order = match self.column {
            Column::Title => a.title.cmp(&b.title),
            Column::Operations => row_a.operations.cmp(&row_b.operations),
            Column::Authentication => row_a.authentication.cmp(&row_b.authentication),
            Column::Version => row_a.version.cmp(&row_b.version),
            Column::Changed => row_a.changed_at.cmp(&row_b.changed_at),
        };
        let order = if self.descending {
            order.reverse()
        } else {
            order
        };
        order.then_with(|| a.title.cmp(&b.title))
    }
}

/// A row with its texts made ready for search and order.
pub(super) struct Listed {
    /// The row.
    pub(super) row: ConnectorRow,
    title: String,
    searched: String,
}

impl Listed {
    /// Makes a row ready.
    pub(super) fn new(row: ConnectorRow) -> Self {
        let title = row.title.to_lowercase();
        let searched = format!(
            "{title}\n{}\n{}\n{}",
            row.description, row.authentication, row.changed_by
        )
        .to_lowercase();
        Self {
            row,
            title,
            searched,
        }
    }
}

/// The places of the rows that hold every word searched for, in order.
pub(super) fn found(rows: &[Listed], search: &str, sorting: Sorting) -> Vec<usize> {
    let search = search.to_lowercase();
    let words: Vec<_> = search.split_whitespace().collect();
    let mut kept: Vec<(usize, &Listed)> = rows
        .iter()
        .enumerate()
        .filter(|(_, listed)| words.iter().all(|word| listed.searched.contains(word)))
        .collect();
    kept.sort_by(|(_, a), (_, b)| sorting.compare(a, b));
    kept.into_iter().map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::{Column, Listed, Sorting, found};
    use crate::api::connectors::ConnectorRow;

    fn listed(title: &str, operations: i64, changed_at: i64) -> Listed {
        Listed::new(ConnectorRow {
            id: title.to_owned(),
            title: title.to_owned(),
            description: "Orders wood".to_owned(),
            brand_colour: "#007ee5".to_owned(),
            has_icon: false,
            operations,
            authentication: "API key".to_owned(),
            version: 1,
            changed_at,
            changed_by: "Ada".to_owned(),
        })
    }

    #[test]
    fn the_newest_change_comes_first_unless_asked_otherwise() {
        let rows = [
            listed("Oak", 3, 10),
            listed("ash", 3, 30),
            listed("Elm", 1, 20),
        ];
        let default = Sorting::default();
        assert_eq!(found(&rows, "", default), [1, 2, 0]);
        assert_eq!(found(&rows, "", default.by(Column::Title)), [1, 2, 0]);
        assert_eq!(
            found(&rows, "", default.by(Column::Title).by(Column::Title)),
            [0, 2, 1]
        );
        assert_eq!(found(&rows, "", default.by(Column::Operations)), [2, 1, 0]);
    }

    #[test]
    fn a_search_finds_rows_that_hold_every_word_in_any_case() {
        let rows = [listed("Oak", 3, 10), listed("Ash", 3, 30)];
        assert_eq!(found(&rows, "WOOD oak", Sorting::default()), [0]);
        assert!(found(&rows, "oak metal", Sorting::default()).is_empty());
    }
}
