//! A button that copies a text.

use crate::texts::components as t;
use std::time::Duration;

use leptos::prelude::*;

use super::icon::Icon;

/// A button that puts a text on the clipboard and says so.
#[component]
pub fn CopyButton(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// What is copied: "Copy the body".
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        // The promise fails where the browser forbids the clipboard; the text can still be selected.
        let _ = window()
            .navigator()
            .clipboard()
            .write_text(&text.get_untracked());
        copied.set(true);
        set_timeout(move || copied.set(false), Duration::from_secs(2));
    };
    view! {
        <button type="button" class="button button-quiet button-icon" aria-label=label.clone() title=label on:click=copy>
            {move || if copied.get() { view! { <Icon name="check"/> } } else { view! { <Icon name="copy"/> } }}
        </button>
        <span class="visually-hidden" role="status">{move || copied.get().then_some(t::copied())}</span>
    }
}
