//! Something to read or fill in behind a button.

use leptos::prelude::*;

use super::identity::unique_id;

/// A button that opens a small panel beside it, without leaving the page. Esc and a click elsewhere
/// close it; it opens before the page has come to life, too.
#[component]
pub fn Popover(
    /// What the panel is about, for those who do not see it.
    #[prop(into)]
    label: String,
    /// The class of the button.
    #[prop(default = "button button-secondary")]
    class: &'static str,
    /// What the button shows.
    #[prop(into)]
    button: ViewFn,
    /// What the panel holds.
    children: Children,
) -> impl IntoView {
    let id = unique_id("popover");
    view! {
        <button type="button" class=class popovertarget=id.clone()>{button.run()}</button>
        <div class="popover" id=id popover="auto" role="group" aria-label=label>{children()}</div>
    }
}
