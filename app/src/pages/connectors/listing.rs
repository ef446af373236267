//! The rows of the list that the page has, and fetching those that it lacks.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::connectors::{
    ConnectorRow, ListPage, ListQuery, ListRequest, MAX_AT_ONCE, list_connectors,
};
use crate::error::AppError;

/// So many rows are fetched at a time.
const PAGE: usize = 100;

/// More than are above the first row in sight in the page.
const ABOVE: usize = 40;

/// As many as are in the page from the first row in sight on.
const BELOW: usize = 80;

/// Rows that are about to come into the page are fetched before they do.
const AHEAD: usize = 20;

/// The part of a list that is in the page with this row at its top.
pub(super) fn opening(query: ListQuery, top: usize) -> ListRequest {
    let first = top.saturating_sub(ABOVE) / PAGE * PAGE;
    part(query, first..(top + BELOW).div_ceil(PAGE) * PAGE)
}

/// What a part of the list shows in one row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    /// A connector.
    Known(Arc<ConnectorRow>),
    /// One that has still to be fetched.
    Awaited,
}

/// The list: which it is, and what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Listing {
    /// Which connectors in which order.
    pub(super) query: Memo<ListQuery>,
    /// The place of the first row in sight.
    pub(super) top: RwSignal<usize>,
    /// How many the search finds.
    pub(super) found: RwSignal<usize>,
    /// How many there are.
    pub(super) all: RwSignal<usize>,
    /// Why the last part could not be fetched.
    pub(super) error: RwSignal<Option<AppError>>,
    /// By place, counted from 0; none for what is not known, nor beyond the end.
    rows: RwSignal<Vec<Option<Arc<ConnectorRow>>>>,
    /// The places that are in the page.
    shown: StoredValue<Range<usize>>,
    /// Counts the lists: what was asked of an earlier one is not shown any more.
    round: StoredValue<u32>,
    is_asking: StoredValue<bool>,
}

impl Listing {
    /// A list whose first part came with the page.
    pub(super) fn new(
        query: Memo<ListQuery>,
        top: usize,
        opening: &ListRequest,
        page: ListPage,
    ) -> Self {
        let mut rows = Vec::new();
        place(&mut rows, count(opening.from), page.rows);
        Self {
            query,
            top: RwSignal::new(top),
            found: RwSignal::new(count(page.found)),
            all: RwSignal::new(count(page.all)),
            error: RwSignal::new(None),
            rows: RwSignal::new(rows),
            shown: StoredValue::new(0..0),
            round: StoredValue::new(0),
            is_asking: StoredValue::new(false),
        }
    }

    /// Fetches the list that is asked for now, with this row at its top.
    pub(super) fn begin(self, top: usize) {
        self.top.set(top);
        self.ask_anew(opening(self.query.get_untracked(), top));
    }

    /// What stands at these places.
    pub(super) fn slots(self, places: Range<usize>) -> Vec<Slot> {
        self.rows.with(|rows| {
            places
                .map(|place| {
                    known(rows, place).map_or(Slot::Awaited, |row| Slot::Known(Arc::clone(row)))
                })
                .collect()
        })
    }

    /// The connector at a place, if it is known.
    pub(super) fn row(self, place: usize) -> Option<Arc<ConnectorRow>> {
        self.rows.with_untracked(|rows| known(rows, place).cloned())
    }

    /// Whether the first connectors, as many as anything is done to at once, are such as far as they are known.
    pub(super) fn known(self, such: impl Fn(&ConnectorRow) -> bool) -> bool {
        self.rows
            .with(|rows| rows.iter().take(MAX_AT_ONCE).flatten().all(|row| such(row)))
    }

    /// These places are in the page now: fetches what is missing there.
    pub(super) fn show(self, places: Range<usize>) {
        self.shown.set_value(places);
        self.fetch_missing();
    }

    /// Fetches anew what is in the page, after something was changed or deleted.
    pub(super) fn renew(self) {
        let shown = self.shown.get_value();
        let first = shown.start / PAGE * PAGE;
        let places = first..shown.end.div_ceil(PAGE).max(1) * PAGE;
        self.ask_anew(part(self.query.get_untracked(), places));
    }

    /// The connectors at these places, fetched if need be; at most as many as anything is done to at once.
    pub(super) async fn between(
        self,
        places: Range<usize>,
    ) -> Result<Vec<Arc<ConnectorRow>>, AppError> {
        let places = places.start..places.end.min(places.start.saturating_add(MAX_AT_ONCE));
        let known: Option<Vec<_>> = places.clone().map(|place| self.row(place)).collect();
        if let Some(known) = known {
            return Ok(known);
        }
        let request = part(self.query.get_untracked(), places);
        let page = list_connectors(request).await?;
        Ok(page.rows.into_iter().map(Arc::new).collect())
    }

    /// Asks for a part that will be all that is known of the list.
    fn ask_anew(self, request: ListRequest) {
        let round = self.round.get_value().wrapping_add(1);
        self.round.set_value(round);
        self.ask(round, request, true);
    }

    fn fetch_missing(self) {
        if self.is_asking.get_value() {
            return;
        }
        let Some(page) = self.missing() else { return };
        let request = part(self.query.get_untracked(), page);
        self.ask(self.round.get_value(), request, false);
    }

    /// The first part that lacks in the page, or soon after.
    fn missing(self) -> Option<Range<usize>> {
        let shown = self.shown.get_value();
        let end = (shown.end + AHEAD).min(self.found.get_untracked());
        let place = self.rows.with_untracked(|rows| {
            (shown.start..end).find(|place| known(rows, *place).is_none())
        })?;
        let first = place / PAGE * PAGE;
        Some(first..first + PAGE)
    }

    fn ask(self, round: u32, request: ListRequest, anew: bool) {
        self.is_asking.set_value(true);
        spawn_local(async move {
            let first = count(request.from);
            let answer = list_connectors(request).await;
            // The page was left, or shows another list by now.
            if self.round.try_get_value() != Some(round) {
                return;
            }
            self.is_asking.set_value(false);
            match answer {
                Ok(page) => {
                    let came = !page.rows.is_empty();
                    self.take(first, page, anew);
                    if came {
                        self.fetch_missing();
                    }
                }
                Err(error) => self.error.set(Some(error)),
            }
        });
    }

    fn take(self, first: usize, page: ListPage, anew: bool) {
        self.error.set(None);
        self.found.set(count(page.found));
        self.all.set(count(page.all));
        self.rows.update(|rows| {
            if anew {
                rows.clear();
            }
            place(rows, first, page.rows);
        });
    }
}

fn known(rows: &[Option<Arc<ConnectorRow>>], place: usize) -> Option<&Arc<ConnectorRow>> {
    rows.get(place)?.as_ref()
}

fn place(rows: &mut Vec<Option<Arc<ConnectorRow>>>, first: usize, new: Vec<ConnectorRow>) {
    let end = first.saturating_add(new.len());
    if rows.len() < end {
        rows.resize(end, None);
    }
    for (slot, row) in rows.iter_mut().skip(first).zip(new) {
        *slot = Some(Arc::new(row));
    }
}

fn part(query: ListQuery, places: Range<usize>) -> ListRequest {
    ListRequest {
        query,
        from: u32::try_from(places.start).unwrap_or(u32::MAX),
        count: u32::try_from(places.len()).unwrap_or(u32::MAX),
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::opening;
    use crate::api::connectors::ListQuery;

    #[test]
    fn the_page_begins_with_the_rows_around_its_top() {
        for top in [0, 1, 49, 50, 99, 100, 149, 150, 151, 9_999] {
            let request = opening(ListQuery::default(), top);
            let (from, count) = (request.from as usize, request.count as usize);
            // The table has at most 40 rows above the top in the page, and 80 in all.
            assert!(from <= top.saturating_sub(40), "{top}: {from}");
            assert!(top + 80 <= from + count, "{top}: {from}");
        }
    }
}
