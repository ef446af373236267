//! The list of runs, newest first.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::drift::DriftPanel;
use super::filter::Filter;
use super::wanted::{PATH, address, query};
use super::{told, version_in_words};
use crate::api::runs::{RunPage, RunQuery, RunRow, choices_of_runs, runs};
use crate::components::{EmptyState, ErrorPanel, Skeleton, Time};
use crate::resource::resource;
use crate::texts::common;
use crate::texts::runs as t;

/// The page `/runs`.
#[component]
pub fn RunsPage() -> impl IntoView {
    let asked = use_query_map();
    let wanted = Memo::new(move |_| asked.with(query));
    let page = resource(move || wanted.get(), runs);
    let choices = resource(
        move || wanted.with(|query| query.connector.clone()),
        choices_of_runs,
    );
    view! {
        <Title text=common::page_title(common::runs())/>
        <div class="page page-list">
            <header class="page-head">
                <h1>{common::runs()}</h1>
            </header>
            <Transition>
                {move || {
                    let query = wanted.get();
                    Suspend::new(async move {
                        // Where they cannot be had, the list says why.
                        let choices = choices.await.unwrap_or_default();
                        view! { <Filter query choices/> }
                    })
                }}
            </Transition>
            <Suspense fallback=|| view! { <Skeleton lines=9/> }>
                {move || Suspend::new(async move {
                    let answer = page.await;
                    let query = wanted.get_untracked();
                    match answer {
                        Ok(page) => view! { <Found page query/> }.into_any(),
                        Err(error) => view! { <ErrorPanel error on_retry=move || page.refetch()/> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

#[component]
fn Found(
    /// The page of the list.
    page: RunPage,
    /// What was asked for.
    query: RunQuery,
) -> impl IntoView {
    let is_all = query == RunQuery::default();
    let count = counted(page.found);
    let of_everybody = page.of_everybody;
    let older = page.older.map(|before| {
        let next = RunQuery {
            before: Some(before),
            ..query.clone()
        };
        view! { <a class="button button-secondary" href=address(&next)>{t::older_runs()}</a> }
    });
    let newest = query.before.is_some().then(|| {
        let first = RunQuery {
            before: None,
            ..query.clone()
        };
        view! { <a class="button button-quiet" href=address(&first)>{t::newest_runs()}</a> }
    });
    let rows: Vec<_> = page
        .rows
        .into_iter()
        .map(|run| row(run, of_everybody))
        .collect();
    let drift = page
        .connector
        .map(|connector| view! { <DriftPanel connector/> });
    let list = match (rows.is_empty(), is_all) {
        (true, true) => {
            let text = t::each_test_call_is_kept_here_who();
            view! { <EmptyState title=t::no_runs_yet() text/> }.into_any()
        }
        (true, false) => view! {
            <EmptyState title=t::no_run_fits() text=t::take_a_filter_away()>
                <a class="button button-secondary" href=PATH>{t::clear_all()}</a>
            </EmptyState>
        }
        .into_any(),
        (false, _) => view! {
            <p class="form-note" role="status">{count}</p>
            <Table rows of_everybody/>
        }
        .into_any(),
    };
    view! {
        {drift}
        {list}
        <p class="runs-pages">{newest}{older}</p>
    }
}

/// How many runs there are, in words.
fn counted(found: u32) -> String {
    match found {
        1 => t::one_run().to_owned(),
        count if count > RunPage::COUNTED => t::more_runs_than(&RunPage::COUNTED),
        count => t::many_runs(&count),
    }
}

#[component]
fn Table<R: IntoView + 'static>(
    /// The rows.
    rows: Vec<R>,
    /// Whether they tell who made the call.
    of_everybody: bool,
) -> impl IntoView {
    view! {
        <div class="table-frame runs-frame" tabindex="0" role="region" aria-label=common::runs()>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{common::operation()}</th>
                        <th scope="col">{t::result()}</th>
                        <th scope="col">{common::connector()}</th>
                        <th scope="col">{common::version()}</th>
                        <th scope="col" class="number">{t::time()}</th>
                        {of_everybody.then(|| view! { <th scope="col">{t::by()}</th> })}
                        <th scope="col">{t::when()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(run: RunRow, of_everybody: bool) -> impl IntoView {
    let (class, word) = told(run.ending);
    let by_connector = address(&RunQuery {
        connector: Some(run.connector),
        ..RunQuery::default()
    });
    let name = match run.label.is_empty() {
        true => run.operation,
        false => run.label,
    };
    let drifted = (run.errors > 0)
        .then(|| view! { " " <span class="badge badge-warn">{t::not_as_defined()}</span> });
    view! {
        <tr>
            <td><a href=crate::routes::run(&run.id)>{name}</a></td>
            <td><span class=class>{word}</span>{drifted}</td>
            <td><a href=by_connector>{run.title}</a></td>
            <td class="soft">{version_in_words(run.version, run.has_unsaved)}</td>
            <td class="number call-figure">{run.milliseconds}" ms"</td>
            {of_everybody.then(|| view! { <td class="soft">{run.person}</td> })}
            <td class="soft"><Time at=run.at/></td>
        </tr>
    }
}
