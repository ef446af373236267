//! How far a long work has come.

use crate::texts::components as t;
use leptos::prelude::*;

use super::identity::unique_id;

/// A bar that shows how far a long work has come, with what it is in words.
#[component]
pub fn Progress(
    /// What is going on: "Reading the file".
    #[prop(into)]
    label: Signal<String>,
    /// How much is done, of `all`; none while nobody can tell.
    #[prop(optional, into)]
    done: Signal<Option<u32>>,
    /// How much there is to do.
    #[prop(optional, into)]
    all: Signal<u32>,
    /// A button that cancels it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = unique_id("progress");
    let figures = move || done.get().map(|done| t::of(&done, &all.get()));
    view! {
        <div class="progress">
            <label class="progress-label" for=id.clone()>
                <span>{move || label.get()}</span>
                <span class="progress-figures">{figures}</span>
            </label>
            <progress id=id class="progress-bar"
                max=move || all.get().max(1).to_string()
                value=move || done.get().map(|done| done.to_string())
            ></progress>
            {children.map(|children| children())}
        </div>
    }
}
