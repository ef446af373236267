//! A dialog over the page.

use crate::texts::common;
use leptos::html;
use leptos::prelude::*;

use super::icon::Icon;
use super::identity::unique_id;

/// A dialog over the page: Esc and the cross close it, and the focus goes back to where it was.
#[component]
pub fn Dialog(
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The person closed it. Whoever owns `open` sets it to false.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it holds; buttons stand in a `<div class="dialog-actions">` at the end.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = unique_id("dialog");
    keep_modal(node, open);
    let closed = move |event| tell_closed(&event, node, open, on_close);
    view! {
        <dialog node_ref=node class="dialog" aria-labelledby=title_id.clone() on:cancel=closed on:close=closed>
            <div class="dialog-head">
                <h2 id=title_id.clone()>{move || title.get()}</h2>
                <button type="button" class="button button-quiet button-icon" aria-label=common::close() on:click=move |_| on_close.run(())>
                    <Icon name="close"/>
                </button>
            </div>
            <div class="dialog-body">{children()}</div>
        </dialog>
    }
}

/// Opens and closes a dialog as its owner wants it.
pub(crate) fn keep_modal(node: NodeRef<html::Dialog>, open: Signal<bool>) {
    Effect::new(move |_| {
        let is_wanted = open.get();
        let Some(dialog) = node.get() else { return };
        if is_wanted && !dialog.open() {
            // Refused only for a dialog that is not in the page, which then has nobody to show itself to.
            let _ = dialog.show_modal();
        } else if !is_wanted && dialog.open() {
            dialog.close();
        }
    });
}

/// Tells the owner of a dialog that the person closed it, on its `cancel` and its `close`.
///
/// `close` comes some time after the dialog is gone: keys pressed meanwhile would still meet an open
/// one, and the event itself may find that it was opened again. A `cancel` that bubbles up is about a
/// field of the dialog.
pub(crate) fn tell_closed(
    event: &web_sys::Event,
    node: NodeRef<html::Dialog>,
    open: Signal<bool>,
    on_close: Callback<()>,
) {
    let is_own = event.target() == event.current_target();
    let is_late = event.type_() == "close"
        && node.with_untracked(|node| node.as_ref().is_some_and(|dialog| dialog.open()));
    if is_own && !is_late && open.get_untracked() {
        on_close.run(());
    }
}
