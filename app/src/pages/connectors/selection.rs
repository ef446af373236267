//! The connectors that are ticked, to do something to all of them.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::listing::Listing;
use crate::api::connectors::{ConnectorRow, MAX_AT_ONCE};
use crate::components::{Toasts, use_toasts};
use crate::texts::connectors as t;

/// The connectors that are ticked. They stay so while others are searched for.
#[derive(Clone, Copy)]
pub(super) struct Selection {
    /// In the order of their ids.
    rows: RwSignal<Vec<Arc<ConnectorRow>>>,
    /// The place of the last box that was used: a range begins there.
    anchor: StoredValue<Option<usize>>,
    listing: Listing,
    toasts: Toasts,
}

impl Selection {
    /// Of a list, nothing.
    pub(super) fn new(listing: Listing) -> Self {
        Self {
            rows: RwSignal::new(Vec::new()),
            anchor: StoredValue::new(None),
            listing,
            toasts: use_toasts(),
        }
    }

    /// How many are ticked.
    pub(super) fn count(self) -> usize {
        self.rows.with(Vec::len)
    }

    /// How many are ticked now, whoever asks.
    pub(super) fn count_untracked(self) -> usize {
        self.rows.with_untracked(Vec::len)
    }

    /// Whether a connector is ticked.
    pub(super) fn holds(self, id: &str) -> bool {
        self.rows.with(|rows| index_of(rows, id).is_ok())
    }

    /// Whether all that are found are ticked, or as many as can be.
    pub(super) fn is_all(self) -> bool {
        let count = self.count();
        count > 0
            && count >= self.listing.found.get().min(MAX_AT_ONCE)
            && self.listing.known(|row| self.holds(&row.id))
    }

    /// The connectors, by title, with letters in the order of the list.
    pub(super) fn sorted(self) -> Vec<Arc<ConnectorRow>> {
        let mut rows = self.rows.get_untracked();
        rows.sort_by_cached_key(|row| row.title.to_ascii_lowercase());
        rows
    }

    /// Unticks all.
    pub(super) fn clear(self) {
        self.anchor.set_value(None);
        self.rows.update(Vec::clear);
    }

    /// Forgets connectors that are gone.
    pub(super) fn forget(self, gone: &[Arc<ConnectorRow>]) {
        self.anchor.set_value(None);
        self.rows
            .update(|rows| rows.retain(|row| !gone.iter().any(|gone| gone.id == row.id)));
    }

    /// Ticks or unticks the connector at a place.
    pub(super) fn turn(self, place: usize, row: &Arc<ConnectorRow>) {
        self.anchor.set_value(Some(place));
        match self.rows.with_untracked(|rows| index_of(rows, &row.id)) {
            Ok(index) => self.rows.update(|rows| drop(rows.remove(index))),
            Err(_) => drop(self.add([Arc::clone(row)])),
        }
    }

    /// Ticks all from the box that was used last to this place.
    pub(super) fn stretch_to(self, place: usize) {
        let anchor = self.anchor.get_value().unwrap_or(place);
        self.take(anchor.min(place)..anchor.max(place) + 1);
    }

    /// Ticks all that are found, or as many as anything is done to at once.
    pub(super) fn take_all(self) {
        self.take(0..self.listing.found.get_untracked());
    }

    fn take(self, places: Range<usize>) {
        spawn_local(async move {
            match self.listing.between(places.clone()).await {
                Ok(rows) => {
                    let came = rows.len();
                    if self.add(rows) && came < places.len() {
                        self.say_bound();
                    }
                }
                Err(error) => self
                    .toasts
                    .error(t::the_connectors_were_not_selected(&error)),
            }
        });
    }

    /// Ticks connectors, as many as anything is done to at once; whether that was all.
    fn add(self, rows: impl IntoIterator<Item = Arc<ConnectorRow>>) -> bool {
        let fitted = self.rows.try_update(|ticked| {
            for row in rows {
                match index_of(ticked, &row.id) {
                    Ok(_) => {}
                    Err(_) if ticked.len() >= MAX_AT_ONCE => return false,
                    Err(index) => ticked.insert(index, row),
                }
            }
            true
        });
        if fitted == Some(false) {
            self.say_bound();
        }
        // Nothing is said to who has left the page.
        fitted == Some(true)
    }

    fn say_bound(self) {
        self.toasts
            .info(t::connectors_are_selected_no_more_can_be(&MAX_AT_ONCE));
    }
}

/// Where a connector is among those that are ticked, else where it would be.
fn index_of(rows: &[Arc<ConnectorRow>], id: &str) -> Result<usize, usize> {
    rows.binary_search_by(|row| row.id.as_str().cmp(id))
}
