//! The connectors of the environment.

mod address;
mod bulk;
mod delete;
mod keys;
mod listing;
mod place;
mod row;
mod selection;
mod table;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use self::listing::{Listing, opening};
use self::table::ConnectorTable;
use super::import::desk::{Stage, use_import_desk};
use super::new_connector::Ways;
use crate::api::connectors::list_connectors;
use crate::components::{ErrorPanel, FileDrop, Icon, Skeleton};
use crate::error::AppError;
use crate::later::{Later, Loaded, is_hydrating};
use crate::resource::resource;
use crate::texts::common;
use crate::texts::connectors as t;

/// The page `/connectors`. A file dropped anywhere on it starts its import.
#[component]
pub fn ConnectorsPage() -> impl IntoView {
    let desk = use_import_desk();
    let navigate = use_navigate();
    // However a file comes to this page, its import goes on where there is room for it.
    // What is there when the page opens is what somebody just left behind.
    Effect::new(move |ran: Option<()>| {
        let is_underway = desk.stage.get() != Stage::Choosing || desk.error.with(Option::is_some);
        if ran.is_some() && is_underway {
            navigate("/connectors/new", NavigateOptions::default());
        }
    });
    view! {
        <Title text=common::page_title(common::connectors())/>
        <FileDrop invitation=common::drop_the_file_to_import_it() on_file=move |file| desk.take(file)>
            <div class="page page-list">
                <header class="page-head">
                    <h1>{common::connectors()}</h1>
                    <a class="button button-primary" href="/connectors/new"><Icon name="plus"/>{common::new_connector()}</a>
                </header>
                <List/>
            </div>
        </FileDrop>
    }
}

/// The list that the address of the page asks for, beginning with the rows that are in sight.
#[component]
fn List() -> impl IntoView {
    let address = use_query_map();
    let query = Memo::new(move |_| address.with(address::query));
    let top = address.with_untracked(address::row);
    let request = StoredValue::new(opening(query.get_untracked(), top));
    // Fetched once: what comes later is put into the table that is there, which keeps its place.
    let first = resource(|| (), move |()| list_connectors(request.get_value()));
    view! {
        <Suspense fallback=|| view! { <Skeleton lines=9/> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(page) => {
                        let listing = Listing::new(query, top, &request.get_value(), page);
                        view! { <Found listing/> }.into_any()
                    }
                    Err(error) => view! { <ErrorPanel error/> }.into_any(),
                }
            })}
        </Suspense>
    }
}

/// The table, or what to do while there is no connector.
#[component]
fn Found(
    /// The list.
    listing: Listing,
) -> impl IntoView {
    let has_any = Memo::new(move |_| listing.all.get() > 0);
    view! {
        <Show when=move || has_any.get() fallback=FirstConnector>
            <ConnectorTable listing/>
        </Show>
    }
}

/// In place of an empty list: what a connector is and the ways to the first.
#[component]
fn FirstConnector() -> impl IntoView {
    view! {
        <p class="lead">
            {t::a_connector_wraps_an_api_so_that()}
        </p>
        <Later load=load_ways/>
    }
}

#[wasm_split(import, wasm_split_path = leptos::wasm_split, fallible, preload(preload_ways))]
fn load_ways() -> Loaded {
    Ok(view! { <Ways/> }.into_any())
}

/// Has the code of the ways there before the page is brought to life, if the server has written them.
///
/// # Errors
/// When it could not be loaded.
pub(crate) async fn expect_ways() -> Result<(), AppError> {
    let are_written = || matches!(document().query_selector(".ways"), Ok(Some(_)));
    if is_hydrating() && are_written() {
        preload_ways().await?;
    }
    Ok(())
}
