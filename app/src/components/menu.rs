//! A menu behind a button.

use leptos::html;
use leptos::prelude::*;

use super::identity::unique_id;

/// A button that opens a list of actions over the page. Esc, a click elsewhere and a choice close it;
/// it opens before the page has come to life, too.
#[component]
pub fn Menu(
    /// Its name, where the button shows an icon alone.
    #[prop(optional, into)]
    label: Option<String>,
    /// The class of the button.
    #[prop(default = "button button-quiet button-icon")]
    class: &'static str,
    /// The list, for whoever opens it otherwise.
    #[prop(optional)]
    node: NodeRef<html::Div>,
    /// What the button shows.
    #[prop(into)]
    button: ViewFn,
    /// The entries: links, buttons and forms of class `menu-item`.
    children: Children,
) -> impl IntoView {
    let id = unique_id("menu");
    let close = move |_| {
        if let Some(menu) = node.get_untracked() {
            // Refused when it is closed already.
            let _ = menu.hide_popover();
        }
    };
    view! {
        <button type="button" class=class aria-label=label.clone() title=label popovertarget=id.clone()>
            {button.run()}
        </button>
        <div node_ref=node class="menu" id=id popover="auto" on:click=close>
            {children()}
        </div>
    }
}
