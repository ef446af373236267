//! The list of connections, newest first.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::filter::{Filter, address, query};
use super::row::Row;
use crate::api::connection_list::{ConnectionPage, ConnectionQuery, connection_list};
use crate::api::connections::Connection;
use crate::components::{EmptyState, ErrorPanel, Skeleton};
use crate::connection::RemovalDialog;
use crate::texts::{common, connections as t};

/// The page `/connections`.
#[component]
pub fn ConnectionsPage() -> impl IntoView {
    let asked = use_query_map();
    let wanted = Memo::new(move |_| asked.with(query));
    let page = Resource::new(move || wanted.get(), connection_list);
    let doomed = RwSignal::new(None::<Connection>);
    let asking = RwSignal::new(false);
    let on_change = Callback::new(move |()| page.refetch());
    let on_delete = Callback::new(move |connection| {
        doomed.set(Some(connection));
        asking.set(true);
    });
    view! {
        <Title text=common::page_title(common::connections())/>
        <div class="page page-list">
            <header class="page-head">
                <h1>{common::connections()}</h1>
            </header>
            {move || view! { <Filter query=wanted.get()/> }}
            <Transition fallback=|| view! { <Skeleton lines=9/> }>
                {move || Suspend::new(async move {
                    let answer = page.await;
                    let query = wanted.get_untracked();
                    match answer {
                        Ok(page) => view! { <Found page query on_change on_delete/> }.into_any(),
                        Err(error) => view! { <ErrorPanel error on_retry=move || page.refetch()/> }.into_any(),
                    }
                })}
            </Transition>
            <RemovalDialog connection=doomed open=asking on_done=on_change/>
        </div>
    }
}

#[component]
fn Found(
    /// The page of the list.
    page: ConnectionPage,
    /// What was asked for.
    query: ConnectionQuery,
    /// A connection was changed.
    on_change: Callback<()>,
    /// The person wants one deleted.
    on_delete: Callback<Connection>,
) -> impl IntoView {
    let is_all = query == ConnectionQuery::default();
    let older = page.older.map(|before| {
        let next = ConnectionQuery {
            before: Some(before),
            ..query.clone()
        };
        view! { <a class="button button-secondary" href=address(&next)>{t::older_connections()}</a> }
    });
    let newest = query.before.is_some().then(|| {
        let first = ConnectionQuery {
            before: None,
            ..query.clone()
        };
        view! { <a class="button button-quiet" href=address(&first)>{t::newest_connections()}</a> }
    });
    let rows: Vec<_> = page
        .rows
        .into_iter()
        .map(|row| view! { <Row row on_change on_delete/> })
        .collect();
    let list = match (rows.is_empty(), is_all) {
        (true, true) => {
            view! { <EmptyState title=t::no_connections_yet() text=t::a_connection_holds()/> }
                .into_any()
        }
        (true, false) => {
            view! { <p class="form-note">{t::no_connection_fits_these_filters()}</p> }.into_any()
        }
        (false, _) => view! { <Table rows/> }.into_any(),
    };
    view! {
        {list}
        <p class="runs-pages">{newest}{older}</p>
    }
}

#[component]
fn Table<R: IntoView + 'static>(
    /// The rows.
    rows: Vec<R>,
) -> impl IntoView {
    view! {
        <div class="table-frame connections-frame" tabindex="0" role="region" aria-label=common::connections()>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{common::name()}</th>
                        <th scope="col">{t::status()}</th>
                        <th scope="col">{common::connector()}</th>
                        <th scope="col">{t::owner()}</th>
                        <th scope="col">{t::last_used()}</th>
                        <th scope="col"><span class="visually-hidden">{t::actions()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
