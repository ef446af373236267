//! Updating a connector from a new version of its source.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::choice::Choice;
use super::desk::{Stage, use_import_desk};
use super::error::ImportError;
use super::merge::MergeReview;
use super::preview::What;
use super::underway::Underway;
use super::ways::{FileWay, PasteWay, UrlWay};
use crate::api::imports::{ImportPreview, LastImport, UpdateStart, begin_update};
use crate::components::{Button, ErrorPanel, FileDrop, Skeleton, Time};
use crate::resource::resource;
use crate::texts::update as t;

/// The page `/connectors/:id/update`.
#[component]
pub fn UpdatePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").unwrap_or_default());
    let start = resource(move || id.get(), begin_update);
    let desk = use_import_desk();
    on_cleanup(move || desk.cancel());
    view! {
        <FileDrop invitation=t::drop_the_file_to_compare_it() on_file=move |file| desk.take(file)>
            <div class="page">
                <Suspense fallback=|| view! { <Skeleton lines=8/> }>
                    {move || Suspend::new(async move {
                        match start.await {
                            Ok(start) => view! { <Update id=id.get_untracked() start/> }.into_any(),
                            Err(error) => view! { <ErrorPanel error/> }.into_any(),
                        }
                    })}
                </Suspense>
            </div>
        </FileDrop>
    }
}

#[component]
fn Update(
    /// The connector's id.
    id: String,
    /// What is known of it.
    start: UpdateStart,
) -> impl IntoView {
    let desk = use_import_desk();
    let shown = Memo::new(move |_| {
        desk.stage.with(|stage| match stage {
            Stage::Preview(preview) => Some((**preview).clone()),
            _ => None,
        })
    });
    let title = t::update(&start.title);
    let back = crate::routes::designer(&id, "general");
    let last = start.last;
    let left_out: BTreeSet<String> = last.iter().flat_map(|last| last.left_out.clone()).collect();
    view! {
        <Title text=format!("{title} · Tenon")/>
        <header class="page-head">
            <h1>{title}</h1>
            <a class="button button-secondary" href=back>{t::back_to_the_connector()}</a>
        </header>
        {move || match shown.get() {
            Some(preview) => view! { <Review id=id.clone() preview left_out=left_out.clone()/> }.into_any(),
            None => view! { <ImportError/><Underway/><Sources last=last.clone()/> }.into_any(),
        }}
    }
}

/// Where the new source may come from.
#[component]
fn Sources(
    /// The last import.
    last: Option<LastImport>,
) -> impl IntoView {
    let address = last
        .as_ref()
        .map(|last| last.source.clone())
        .filter(|source| source.starts_with("http://") || source.starts_with("https://"));
    let known = match last {
        Some(last) => view! {
            <p class="lead">
                {t::last_imported_from()} <strong>{last.source}</strong> " " <Time at=last.imported_at/>
                {t::what_you_changed_since_stays_what_the()}
            </p>
        }
        .into_any(),
        None => view! {
            <p class="lead">
                {t::this_connector_did_not_come_from_an()}
            </p>
        }
        .into_any(),
    };
    view! {
        {known}
        <div class="ways">
            <FileWay title=t::file() button=t::choose_a_file() accept=".json,.yaml,.yml,.zip,.har,.txt,.sh,.cmd">
                {t::a_document_a_collection_or_a_package()}
            </FileWay>
            <UrlWay first=address.unwrap_or_default()/>
            <PasteWay/>
        </div>
    }
}

/// What the source holds, and then what it comes to with the connector.
#[component]
fn Review(
    /// The connector's id.
    id: String,
    /// What the source holds.
    preview: ImportPreview,
    /// The operations that were not wanted last time.
    left_out: BTreeSet<String>,
) -> impl IntoView {
    let desk = use_import_desk();
    let choice = Choice::without(preview.operations.clone(), left_out);
    view! {
        <What preview choice/>
        <MergeReview id operations=choice/>
        <ImportError/>
        <div class="import-actions">
            <Button on_click=move || desk.cancel()>{t::choose_another_source()}</Button>
        </div>
    }
}
