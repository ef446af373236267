//! Where the browser begins.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::app::App;

/// Makes the page that the server sent interactive, and then says so on its root element.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(App);
    leptos::prelude::request_animation_frame(|| {
        if let Some(root) = leptos::prelude::document().document_element() {
            // Controls that are made from now on begin with their own text (`text_sync`); tests wait for it.
            let _ = root.set_attribute("data-hydrated", "true");
        }
    });
}
