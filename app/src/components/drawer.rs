//! A dialog from the side.

use crate::texts::common;
use leptos::html;
use leptos::prelude::*;

use super::dialog::{keep_modal, tell_closed};
use super::icon::Icon;
use super::identity::unique_id;

/// A dialog that comes from the side, for what is long or is read beside the page. Esc and the cross
/// close it, and the focus goes back to where it was. In a narrow window it takes the whole width.
#[component]
pub fn Drawer(
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The person closed it. Whoever owns `open` sets it to false.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = unique_id("drawer");
    keep_modal(node, open);
    let closed = move |event| tell_closed(&event, node, open, on_close);
    view! {
        <dialog node_ref=node class="drawer" aria-labelledby=title_id.clone() on:cancel=closed on:close=closed>
            <header class="drawer-head">
                <h2 id=title_id.clone()>{move || title.get()}</h2>
                <button type="button" class="button button-quiet button-icon" aria-label=common::close() on:click=move |_| on_close.run(())>
                    <Icon name="close"/>
                </button>
            </header>
            <div class="drawer-body" tabindex="0" role="region" aria-labelledby=title_id.clone()>{children()}</div>
        </dialog>
    }
}
