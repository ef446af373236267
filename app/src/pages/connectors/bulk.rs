//! What can be done to all connectors that are ticked.

use std::sync::Arc;

use leptos::html::{Form, Input};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

use super::selection::Selection;
use crate::api::connectors::{ConnectorRow, check_export};
use crate::components::{Button, ButtonKind, Icon, use_toasts};
use crate::later::{Later, Loaded};
use crate::texts::common;
use crate::texts::connectors as t;

/// How many connectors are ticked, and what to do to them. Nothing while none is.
#[component]
pub(super) fn BulkBar(
    /// What is ticked.
    selection: Selection,
    /// The person wants connectors deleted.
    on_delete: Callback<Vec<Arc<ConnectorRow>>>,
) -> impl IntoView {
    let is_open = Memo::new(move |_| selection.count() > 0);
    view! {
        <p class="visually-hidden" role="status">{move || is_open.get().then(|| counted(selection))}</p>
        <Show when=move || is_open.get()>
            <Later load=move || load_actions(selection, on_delete)/>
        </Show>
    }
}

#[wasm_split(several, wasm_split_path = leptos::wasm_split, fallible)]
fn load_actions(selection: Selection, on_delete: Callback<Vec<Arc<ConnectorRow>>>) -> Loaded {
    Ok(view! { <Actions selection on_delete/> }.into_any())
}

fn counted(selection: Selection) -> String {
    match selection.count() {
        1 => t::n_1_selected().to_owned(),
        count => t::selected(&count),
    }
}

#[component]
fn Actions(
    /// What is ticked.
    selection: Selection,
    /// The person wants connectors deleted.
    on_delete: Callback<Vec<Arc<ConnectorRow>>>,
) -> impl IntoView {
    view! {
        <div class="bulk" role="toolbar" aria-label=t::selected_connectors()>
            <span class="bulk-count">{move || counted(selection)}</span>
            <ExportButton selection/>
            <Button kind=ButtonKind::Danger on_click=move || on_delete.run(selection.sorted())>
                <Icon name="trash"/>
                {common::delete()}
            </Button>
            <Button kind=ButtonKind::Quiet label=t::select_none() on_click=move || selection.clear()>
                <Icon name="close"/>
            </Button>
        </div>
    }
}

/// The button that has the ticked connectors packed. The browser itself fetches the file, shows how far it
/// is and can end it; the server is asked before, so that a refusal is told here.
#[component]
fn ExportButton(
    /// What is ticked.
    selection: Selection,
) -> impl IntoView {
    let form = NodeRef::<Form>::new();
    let input = NodeRef::<Input>::new();
    let busy = RwSignal::new(false);
    let toasts = use_toasts();
    let export = move || {
        let ids: Vec<_> = selection
            .sorted()
            .iter()
            .map(|row| row.id.clone())
            .collect();
        busy.set(true);
        spawn_local(async move {
            let answer = check_export(ids.clone()).await;
            busy.try_set(false);
            if let Err(error) = answer {
                toasts.error(t::nothing_was_exported(&error));
                return;
            }
            let (Some(form), Some(input)) = (form.get_untracked(), input.get_untracked()) else {
                return;
            };
            input.set_value(&ids.join(","));
            if form.submit().is_ok() {
                toasts.info(match ids.len() {
                    1 => t::the_connector_is_packed_into_connectors_zip().to_owned(),
                    count => t::connectors_are_packed_into_connectors_zip(&count),
                });
            }
        });
    };
    view! {
        <Button busy on_click=export><Icon name="download"/>{common::export()}</Button>
        <form node_ref=form method="post" action="/connectors/packages" hidden>
            <input node_ref=input type="hidden" name="ids"/>
        </form>
    }
}
