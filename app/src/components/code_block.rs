//! Code or data to read.

use crate::texts::components as t;
use leptos::prelude::*;

use super::copy_button::CopyButton;

/// A text of code or data, as it is, with a button that copies it.
#[component]
pub fn CodeBlock(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// What it is: "Body of the response".
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let copy = t::copy(&label);
    view! {
        <div class="code-block">
            <pre tabindex="0" role="region" aria-label=label><code>{move || text.get()}</code></pre>
            <CopyButton text label=copy/>
        </div>
    }
}
