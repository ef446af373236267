//! One run: the call as it went, and made again.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::{told, version_in_words};
use crate::api::runs::{RunDetail, RunRow, replay_run, run};
use crate::call::Transcript;
use crate::components::{Button, ButtonKind, ErrorPanel, Skeleton, Time};
use crate::error::AppError;
use crate::resource::resource;
use crate::texts::common;
use crate::texts::runs as t;

/// The page `/runs/:id`.
#[component]
pub fn RunPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get(t::id()).unwrap_or_default()));
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
        no_replay,
    } = run;
    let title = match row.label.is_empty() {
        true => row.operation.clone(),
        false => row.label.clone(),
    };
    let again = match no_replay {
        Some(reason) => view! { <p class="form-note">{reason}</p> }.into_any(),
        None => view! { <Replay id=row.id.clone()/> }.into_any(),
    };
    view! {
        <header class="page-head">
            <h1>{title}</h1>
            {again}
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

/// Makes the call again.
#[component]
fn Replay(
    /// The run's id.
    id: String,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<AppError>);
    let navigate = use_navigate();
    let id = StoredValue::new(id);
    let replay = move || {
        busy.set(true);
        let navigate = navigate.clone();
        spawn_local(async move {
            let made = replay_run(id.get_value()).await;
            if busy.is_disposed() {
                return;
            }
            busy.set(false);
            match made {
                Ok(run) => navigate(&crate::routes::run(&run), NavigateOptions::default()),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    view! {
        <div class="run-again">
            <Button kind=ButtonKind::Primary busy on_click=replay>{t::run_again()}</Button>
            <p class="form-note">{t::with_the_newest_version_and_the_same()}</p>
            {move || failed.get().map(|error| view! { <ErrorPanel error/> })}
        </div>
    }
}
