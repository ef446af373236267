//! A menu behind a button.

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
    /// What the button shows.
    #[prop(into)]
    button: ViewFn,
    /// The entries: links, buttons and forms of class `menu-item`.
    children: Children,
) -> impl IntoView {
    let id = unique_id("menu");
    let close = {
        let id = id.clone();
        move |_| close_popover(&id)
    };
    view! {
        <button type="button" class=class aria-label=label.clone() title=label popovertarget=id.clone()>
            {button.run()}
        </button>
        <div class="menu" id=id popover="auto" on:click=close>
            {children()}
        </div>
    }
}

fn close_popover(id: &str) {
    use wasm_bindgen::JsCast;
    let found = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(menu) = found {
        // Refused when it is closed already.
        let _ = menu.hide_popover();
    }
}
