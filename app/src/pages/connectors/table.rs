//! The table of connectors with its search.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::address;
use super::bulk::BulkBar;
use super::delete::Deleting;
use super::keys::Keys;
use super::listing::{Listing, Slot};
use super::place::Place;
use super::row::{AwaitedRow, Row};
use super::selection::Selection;
use crate::api::connectors::{ConnectorRow, ListQuery, SortBy};
use crate::components::{Direction, ErrorPanel, Icon, SortHead, TextInput, VirtualTable};
use crate::language::number;
use crate::texts::common;
use crate::texts::connectors as t;

/// The box, the five facts and the menu.
const COLUMNS: usize = 7;

/// The table with its search and what can be done to several connectors.
#[component]
pub(super) fn ConnectorTable(
    /// The list.
    listing: Listing,
) -> impl IntoView {
    let place = Place::keep(listing);
    let selection = Selection::new(listing);
    let doomed = RwSignal::new(Vec::<Arc<ConnectorRow>>::new());
    let keys = Keys { selection, doomed };
    let on_delete = Callback::new(move |rows| doomed.set(rows));
    let deleted = move |gone: Vec<Arc<ConnectorRow>>| {
        selection.forget(&gone);
        listing.renew();
        focus_table();
    };
    let row = move |at: usize, slot: Slot| match slot {
        Slot::Known(row) => view! { <Row row at selection on_delete/> }.into_any(),
        Slot::Awaited => view! { <AwaitedRow at columns=COLUMNS/> }.into_any(),
    };
    view! {
        <div class="list-bar">
            <Search listing place/>
            <BulkBar selection on_delete/>
        </div>
        {move || listing.error.get().map(|error| view! { <ErrorPanel error title=t::the_list_is_not_complete()/> })}
        <div class="connectors" on:keydown=move |event| keys.pressed(&event) on:click=move |_| place.note()>
            <VirtualTable label=common::connectors() class="connectors-frame" count=listing.found
                rows=Callback::new(move |places| listing.slots(places)) columns=COLUMNS row top=listing.top
                on_rows=Callback::new(move |places| listing.show(places))
                head=move || view! { <Head listing place selection/> }/>
        </div>
        <Show when=move || listing.found.get() == 0>
            <p class="form-note">{t::no_connector_holds_these_words_search_for()}</p>
        </Show>
        <Deleting doomed on_deleted=Callback::new(deleted)/>
    }
}

/// Puts the focus on the table: what it was on is gone.
fn focus_table() {
    request_animation_frame(|| {
        let frame = document()
            .query_selector(".connectors-frame")
            .ok()
            .flatten();
        if let Some(frame) = frame.and_then(|frame| frame.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = frame.focus();
        }
    });
}

/// The search, and how many it finds.
#[component]
fn Search(
    /// The list.
    listing: Listing,
    /// Where it is looked for.
    place: Place,
) -> impl IntoView {
    let count = move || match (listing.found.get(), listing.all.get()) {
        (1, 1) => t::n_1_connector().to_owned(),
        (found, all) if found == all => t::connectors(&number(all)),
        (found, all) => t::of_connectors(&number(found), &number(all)),
    };
    let search = Signal::derive(move || listing.query.with(|query| query.search.clone()));
    let look_for = move |search: String| {
        let now = listing.query.get_untracked();
        if now.search != search {
            place.ask(ListQuery { search, ..now });
        }
    };
    view! {
        <div class="list-search" role="search">
            <div class="search">
                <Icon name="search"/>
                <TextInput kind="search" label=t::search_connectors() placeholder=t::search_connectors()
                    value=search on_input=look_for/>
            </div>
            <p class="list-count" role="status">{count}</p>
        </div>
    }
}

/// The heads of the columns, which sort.
#[component]
fn Head(
    /// The list.
    listing: Listing,
    /// Where it is sorted.
    place: Place,
    /// What is ticked.
    selection: Selection,
) -> impl IntoView {
    let head = move |column: SortBy, label: &'static str, class: &'static str| {
        let sorted = Signal::derive(move || {
            listing.query.with(|query| {
                let direction = if query.descending {
                    Direction::Descending
                } else {
                    Direction::Ascending
                };
                (query.sort == column).then_some(direction)
            })
        });
        let sort = move || place.ask(address::sorted_by(&listing.query.get_untracked(), column));
        view! { <SortHead label class sorted on_sort=sort/> }
    };
    view! {
        <tr>
            <th class="column-tick"><TickAll selection/></th>
            {head(SortBy::Title, common::connector(), "column-title")}
            {head(SortBy::Operations, common::operations(), "column-operations number")}
            {head(SortBy::Authentication, t::authentication(), "column-authentication")}
            {head(SortBy::Version, common::version(), "column-version number")}
            {head(SortBy::Changed, t::last_change(), "column-changed")}
            <th class="column-menu"><span class="visually-hidden">{t::actions()}</span></th>
        </tr>
    }
}

/// The box that ticks all that are found, or unticks all.
#[component]
fn TickAll(
    /// What is ticked.
    selection: Selection,
) -> impl IntoView {
    let is_all = Memo::new(move |_| selection.is_all());
    let is_some = Memo::new(move |_| selection.count() > 0 && !is_all.get());
    let turn = move |event: leptos::ev::Event| {
        if is_all.get_untracked() {
            selection.clear();
        } else {
            selection.take_all();
        }
        super::row::show_tick(&event, move || is_all.try_get_untracked() == Some(true));
    };
    view! {
        <input class="checkbox" type="checkbox" aria-label=t::select_all_connectors() prop:checked=move || is_all.get()
            prop:indeterminate=move || is_some.get() on:change=turn/>
    }
}
