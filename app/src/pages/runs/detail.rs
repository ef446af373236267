//! One run: the call as it went.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::replay::Again;
use super::{told, version_in_words};
use crate::api::runs::{RunDetail, RunRow, run};
use crate::call::Transcript;
use crate::components::{ErrorPanel, Skeleton, Time};
use crate::resource::resource;
use crate::texts::common;
use crate::texts::runs as t;

/// The page `/runs/:id`.
#[component]
pub fn RunPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let detail = resource(move || id.get(), run);
    view! {
        <Title text=common::page_title(t::run())/>
        <div class="page page-list">
            <Suspense fallback=|| view! { <Skeleton lines=9/> }>
                {move || Suspend::new(async move {
                    match detail.await {
                        Ok(run) => view! { <Run run/> }.into_any(),
                        Err(error) => view! { <ErrorPanel error on_retry=move || detail.refetch()/> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

#[component]
fn Run(
    /// The run.
    run: RunDetail,
) -> impl IntoView {
    let RunDetail {
        row,
        transcript,
        replay,
    } = run;
    let title = match row.label.is_empty() {
        true => row.operation.clone(),
        false => row.label.clone(),
    };
    let (id, connector) = (row.id.clone(), row.connector.clone());
    view! {
        <header class="page-head">
            <h1>{title}</h1>
            <Again id connector replay/>
        </header>
        <Facts row/>
        <div class="test-result"><Transcript transcript/></div>
    }
}

#[component]
fn Facts(
    /// What the list shows of the run.
    row: RunRow,
) -> impl IntoView {
    let (class, word) = told(row.ending);
    view! {
        <section class="card" aria-label=t::about_the_run()>
            <dl class="facts">
                <dt>{t::result()}</dt>
                <dd><span class=class>{word}</span></dd>
                <dt>{common::connector()}</dt>
                <dd><a href=crate::routes::designer(&row.connector, "test")>{row.title}</a></dd>
                <dt>{common::version()}</dt>
                <dd>{version_in_words(row.version, row.has_unsaved)}</dd>
                <dt>{common::operation()}</dt>
                <dd><code>{row.operation}</code></dd>
                <dt>{t::by()}</dt>
                <dd>{row.person}</dd>
                <dt>{t::when()}</dt>
                <dd><Time at=row.at/></dd>
            </dl>
        </section>
    }
}
