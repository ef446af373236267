//! The address of the list: what is searched for, the order, and how far it is scrolled, so that Back
//! and a bookmark lead to the list as it was.

use leptos_router::params::ParamsMap;

use crate::api::connectors::{ListQuery, SortBy};
use crate::routes::encoded;

/// The columns as the address names them.
const COLUMNS: [(SortBy, &str); 5] = [
    (SortBy::Title, "title"),
    (SortBy::Operations, "operations"),
    (SortBy::Authentication, "authentication"),
    (SortBy::Version, "version"),
    (SortBy::Changed, "changed"),
];

/// The list that an address asks for.
pub(super) fn query(address: &ParamsMap) -> ListQuery {
    let named = address.get("sort");
    let sort = COLUMNS
        .into_iter()
        .find(|(_, name)| named.as_deref() == Some(*name))
        .map_or(SortBy::default(), |(column, _)| column);
    let descending = match address.get("order").as_deref() {
        Some("ascending") => false,
        Some("descending") => true,
        _ => greatest_first(sort),
    };
    ListQuery {
        search: address.get("search").unwrap_or_default(),
        sort,
        descending,
    }
}

/// The place of the first row in sight, counted from 0.
pub(super) fn row(address: &ParamsMap) -> usize {
    address
        .get("row")
        .and_then(|row| row.parse().ok())
        .unwrap_or_default()
}

/// The address of a list with a row at its top; what is as usual is left out.
pub(super) fn of(query: &ListQuery, row: usize) -> String {
    let mut parts = Vec::new();
    if !query.search.is_empty() {
        parts.push(format!("search={}", encoded(&query.search, b"-_.~")));
    }
    let column = COLUMNS
        .into_iter()
        .find(|(column, _)| *column == query.sort);
    if let Some((_, name)) = column.filter(|(column, _)| *column != SortBy::default()) {
        parts.push(format!("sort={name}"));
    }
    if query.descending != greatest_first(query.sort) {
        let order = if query.descending {
            "descending"
        } else {
            "ascending"
        };
        parts.push(format!("order={order}"));
    }
    if row > 0 {
        parts.push(format!("row={row}"));
    }
    if parts.is_empty() {
        "/connectors".to_owned()
    } else {
        format!("/connectors?{}", parts.join("&"))
    }
}

/// The list after a column's head was used: the other way round if it was sorted by it already.
pub(super) fn sorted_by(query: &ListQuery, column: SortBy) -> ListQuery {
    let descending = if query.sort == column {
        !query.descending
    } else {
        greatest_first(column)
    };
    ListQuery {
        search: query.search.clone(),
        sort: column,
        descending,
    }
}

/// Whether a column is first sorted with the greatest on top.
fn greatest_first(column: SortBy) -> bool {
    column == SortBy::Changed
}

#[cfg(test)]
mod tests {
    use leptos_router::params::ParamsMap;

    use super::{of, query, row, sorted_by};
    use crate::api::connectors::{ListQuery, SortBy};

    #[test]
    fn an_address_brings_back_the_list_that_it_was_made_of() {
        let usual = ListQuery::default();
        let by_title = sorted_by(&usual, SortBy::Title);
        let searched = ListQuery {
            search: "oak & ash 100%".to_owned(),
            ..sorted_by(&by_title, SortBy::Title)
        };
        for (list, top, address) in [
            (&usual, 0, "/connectors"),
            (&usual, 7, "/connectors?row=7"),
            (&by_title, 0, "/connectors?sort=title"),
            (
                &searched,
                120,
                "/connectors?search=oak%20%26%20ash%20100%25&sort=title&order=descending&row=120",
            ),
        ] {
            assert_eq!(of(list, top), address);
            let mut read = ParamsMap::new();
            let (_, parts) = address.split_once('?').unwrap_or((address, ""));
            for (name, value) in parts.split('&').filter_map(|part| part.split_once('=')) {
                read.insert(
                    name.to_owned(),
                    value.replace("%20", " ").replace("%26", "&"),
                );
            }
            assert_eq!((&query(&read), row(&read)), (list, top));
        }
    }

    #[test]
    fn an_odd_address_is_the_usual_list() {
        let mut odd = ParamsMap::new();
        for name in ["sort", "order", "row"] {
            odd.insert(name, "no such".to_owned());
        }
        assert_eq!((query(&odd), row(&odd)), (ListQuery::default(), 0));
    }

    #[test]
    fn the_newest_change_and_the_first_letter_come_first() {
        let usual = ListQuery::default();
        assert!(usual.descending);
        let turned = sorted_by(&usual, SortBy::Changed);
        assert!(!turned.descending);
        assert!(!sorted_by(&turned, SortBy::Title).descending);
        assert!(sorted_by(&sorted_by(&turned, SortBy::Title), SortBy::Title).descending);
    }
}
