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
use super::ways::{FileWay, PasteWay, Underway, UrlWay};
use crate::api::imports::{ImportPreview, LastImport, UpdateStart, begin_update};
use crate::components::{Button, ErrorPanel, FileDrop, Skeleton, Time};

/// The page `/connectors/:id/update`.
#[component]
pub fn UpdatePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").unwrap_or_default());
    let start = Resource::new(move || id.get(), begin_update);
    let desk = use_import_desk();
    on_cleanup(move || desk.cancel());
    view! {
        <FileDrop invitation="Drop the file to compare it" on_file=move |file| desk.take(file)>
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
    let title = format!("Update {}", start.title);
    let back = crate::routes::designer(&id, "general");
    let last = start.last;
    let left_out: BTreeSet<String> = last.iter().flat_map(|last| last.left_out.clone()).collect();
    view! {
        <Title text=format!("{title} · Tenon")/>
        <header class="page-head">
            <h1>{title}</h1>
            <a class="button button-secondary" href=back>"Back to the connector"</a>
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
                "Last imported from " <strong>{last.source}</strong> " " <Time at=last.imported_at/>
                ". What you changed since stays; what the source changed comes in; where both changed the same, you choose."
            </p>
        }
        .into_any(),
        None => view! {
            <p class="lead">
                "This connector did not come from an import that Tenon remembers, so each thing that differs from the new \
                 source is shown for you to choose. The next update will know what the source changed."
            </p>
        }
        .into_any(),
    };
    view! {
        {known}
        <div class="ways">
            <FileWay title="File" button="Choose a file" accept=".json,.yaml,.yml,.zip,.har,.txt,.sh,.cmd">
                "A document, a collection or a package. You see what changes before anything is kept."
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
            <Button on_click=move || desk.cancel()>"Choose another source"</Button>
        </div>
    }
}
