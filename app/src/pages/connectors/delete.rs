//! Deleting connectors, after asking once.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

use crate::api::connectors::{ConnectorRow, delete_connectors};
use crate::components::{Button, ButtonKind, Dialog, ErrorPanel, use_toasts};
use crate::error::AppError;
use crate::later::{Later, Loaded, ever};
use crate::texts::common;
use crate::texts::connectors as t;

/// The question, made when there is first something to delete.
#[component]
pub(super) fn Deleting(
    /// The connectors; none while nothing is to be deleted.
    doomed: RwSignal<Vec<Arc<ConnectorRow>>>,
    /// They are gone.
    on_deleted: Callback<Vec<Arc<ConnectorRow>>>,
) -> impl IntoView {
    let is_wanted = ever(move || !doomed.with(Vec::is_empty));
    view! {
        <Show when=move || is_wanted.get()><Later load=move || load_dialog(doomed, on_deleted)/></Show>
    }
}

#[wasm_split(several, wasm_split_path = leptos::wasm_split, fallible)]
fn load_dialog(
    doomed: RwSignal<Vec<Arc<ConnectorRow>>>,
    on_deleted: Callback<Vec<Arc<ConnectorRow>>>,
) -> Loaded {
    Ok(view! { <DeleteDialog doomed on_deleted/> }.into_any())
}

/// The question, open while there are connectors to delete.
#[component]
fn DeleteDialog(
    /// The connectors; none while nothing is to be deleted.
    doomed: RwSignal<Vec<Arc<ConnectorRow>>>,
    /// They are gone.
    on_deleted: Callback<Vec<Arc<ConnectorRow>>>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<AppError>);
    let toasts = use_toasts();
    let close = move || {
        error.set(None);
        doomed.set(Vec::new());
    };
    let delete = move || {
        let rows = doomed.get_untracked();
        busy.set(true);
        spawn_local(async move {
            let ids = rows.iter().map(|row| row.id.clone()).collect();
            let answer = delete_connectors(ids).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    close();
                    toasts.info(match rows.as_slice() {
                        [row] => t::is_deleted(&row.title),
                        rows => t::connectors_are_deleted(&rows.len()),
                    });
                    on_deleted.run(rows);
                }
                Err(reason) => error.set(Some(reason)),
            }
        });
    };
    let one = Memo::new(move |_| doomed.with(Vec::len) < 2);
    let words = move |one_word: &'static str, many: &'static str| {
        move || if one.get() { one_word } else { many }
    };
    let title =
        Signal::derive(move || words(t::delete_connector(), t::delete_connectors())().to_owned());
    view! {
        <Dialog title open=Signal::derive(move || !doomed.with(Vec::is_empty)) on_close=close>
            <p>{move || doomed.with(|doomed| what_is_lost(doomed))}</p>
            <Show when=move || !one.get()>
                <ul class="doomed" tabindex="0" aria-label=t::connectors_to_delete()>
                    {move || doomed.with(|doomed| {
                        doomed.iter().map(|row| view! { <li>{row.title.clone()}</li> }).collect_view()
                    })}
                </ul>
            </Show>
            {move || error.get().map(|error| view! { <ErrorPanel error title=t::nothing_was_deleted()/> })}
            <div class="dialog-actions">
                <Button on_click=close>{common::cancel()}</Button>
                <Button kind=ButtonKind::Danger busy on_click=delete>
                    {words(t::delete_connector_2(), t::delete_connectors_2())}
                </Button>
            </div>
        </Dialog>
    }
}

fn what_is_lost(doomed: &[Arc<ConnectorRow>]) -> String {
    let after = t::this_cannot_be_undone();
    let versions: i64 = doomed.iter().map(|row| row.version).sum();
    match doomed {
        [] => String::new(),
        [row] => {
            let versions = if versions == 1 {
                t::its_only_version().to_owned()
            } else {
                t::all_versions_of_it(&versions)
            };
            t::and_the_connections_that_people_made_for(&row.title, &versions, &after)
        }
        rows => t::these_connectors_with_versions_and_the(&rows.len(), &versions, &after),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::what_is_lost;
    use crate::api::connectors::ConnectorRow;

    fn row(title: &str, version: i64) -> Arc<ConnectorRow> {
        Arc::new(ConnectorRow {
            id: title.to_owned(),
            title: title.to_owned(),
            description: String::new(),
            brand_colour: "#007ee5".to_owned(),
            has_icon: false,
            operations: 1,
            authentication: "None".to_owned(),
            version,
            changed_at: 0,
            changed_by: "Ada".to_owned(),
        })
    }

    #[test]
    fn what_is_lost_is_named() {
        for (doomed, words) in [
            (vec![row("Saws", 1)], "“Saws”, its only version"),
            (vec![row("Saws", 3)], "all 3 versions of it"),
            (
                vec![row("Saws", 3), row("Planes", 4)],
                "These 2 connectors with 7 versions",
            ),
        ] {
            let text = what_is_lost(&doomed);
            assert!(text.contains(words), "{text}");
            assert!(text.contains("connections that people made"), "{text}");
        }
    }
}
