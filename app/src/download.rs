//! Downloads that a click starts.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Downloads what is at an address, as a link does. An empty name leaves the name to what is there.
pub(crate) fn download(address: &str, file_name: &str) {
    let link = document().create_element("a").ok();
    let Some(link) = link.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    let attributes = [("href", address), ("download", file_name)]
        .map(|(name, value)| link.set_attribute(name, value));
    if attributes.iter().all(Result::is_ok) {
        link.click();
    }
}
