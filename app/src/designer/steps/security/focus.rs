//! Where the focus goes when rows are added, moved and deleted, so that the keyboard goes on where it was.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Gives the focus back to what has it now, once the page is as the coming change wants it: an element that is
/// moved loses it.
pub(super) fn keep_focus() {
    let active = document().active_element();
    let Some(active) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    // Nothing takes the focus that is not in the page any more.
    request_animation_frame(move || drop(active.focus()));
}

/// Gives the focus to the first element of this kind within another.
pub(super) fn focus_in(element: &Element, selector: &str) {
    // The selectors are written here and can be read.
    let found = element.query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // Refused only for an element that cannot be seen.
        let _ = found.focus();
    }
}

/// Gives the focus to the element of this kind in the row after this one, which is about to go, or before it; to the
/// section where there is no other row.
pub(super) fn focus_beside(row: &Element, selector: &str) {
    let beside = row
        .next_element_sibling()
        .or_else(|| row.previous_element_sibling());
    if let Some(beside) = beside {
        return focus_in(&beside, selector);
    }
    let section = row.parent_element().and_then(|list| list.parent_element());
    if let Some(section) = section.and_then(|section| section.dyn_into::<HtmlElement>().ok()) {
        // Refused only for an element that cannot be seen.
        let _ = section.focus();
    }
}
