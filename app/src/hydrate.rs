//! Where the browser begins.

use leptos::mount::hydrate_from_async;
use leptos::prelude::{document, request_animation_frame};
use leptos::tachys::dom::body;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

use crate::app::App;
use crate::language::Language;
use crate::later::ALIVE;

/// Makes the page that the server sent interactive, once the part of the code that its route needs is
/// there, and then says so on its root element.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    // The server has written the page in this language.
    let root = document().document_element();
    let language = root.and_then(|root| Language::of_tag(&root.get_attribute("lang")?));
    language.unwrap_or_default().begin();
    spawn_local(async {
        hydrate_from_async(body(), App).await.forget();
        request_animation_frame(|| {
            if let Some(root) = document().document_element() {
                // Controls that are made from now on begin with their own text (`text_sync`); tests wait for it.
                _ = root.set_attribute(ALIVE, "true");
            }
        });
    });
}
