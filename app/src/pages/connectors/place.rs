//! Keeping the address of the page in step with the list.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::address;
use super::listing::Listing;
use crate::api::connectors::ListQuery;

/// How long the scrolling must rest before the place is noted: browsers refuse to note it all the time.
const REST: Duration = Duration::from_millis(250);

/// The list and its place, as the address has them.
#[derive(Clone, Copy)]
pub(super) struct Place {
    listing: Listing,
    timer: StoredValue<Option<TimeoutHandle>>,
    go: Callback<ListQuery>,
}

impl Place {
    /// Of a list: follows the address, and notes in it how far the list is scrolled.
    pub(super) fn keep(listing: Listing) -> Self {
        let navigate = use_navigate();
        let go = Callback::new(move |query: ListQuery| {
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&address::of(&query, 0), options);
        });
        let timer = StoredValue::new(None);
        let place = Self { listing, timer, go };
        place.follow_address();
        place.note_scrolling();
        on_cleanup(move || place.cancel());
        place
    }

    /// Asks for another list, from its top.
    pub(super) fn ask(self, query: ListQuery) {
        self.cancel();
        self.go.run(query);
    }

    /// Notes now how far the list is scrolled, since the page is about to be left.
    pub(super) fn note(self) {
        self.cancel();
        let query = self.listing.query.get_untracked();
        let address = address::of(&query, self.listing.top.get_untracked());
        let is_here = window()
            .location()
            .pathname()
            .is_ok_and(|path| path == "/connectors");
        if !is_here {
            return;
        }
        // The router need not know: nothing else in the page depends on it.
        if let Ok(history) = window().history() {
            let state = history.state().unwrap_or_default();
            let _ = history.replace_state_with_url(&state, "", Some(&address));
        }
    }

    fn follow_address(self) {
        let address = use_query_map();
        let listing = self.listing;
        Effect::new(move |before: Option<ListQuery>| {
            let query = listing.query.get();
            if before.is_some_and(|before| before != query) {
                listing.begin(address.with_untracked(address::row));
            }
            query
        });
    }

    fn note_scrolling(self) {
        Effect::new(move |before: Option<usize>| {
            let top = self.listing.top.get();
            if before.is_some_and(|before| before != top) {
                self.cancel();
                let timer = set_timeout_with_handle(move || self.note(), REST);
                self.timer.set_value(timer.ok());
            }
            top
        });
    }

    fn cancel(self) {
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
    }
}
