//! A box to tick.

use leptos::prelude::*;

use super::identity::unique_id;

/// A box to tick, or a switch, with its label beside it.
#[component]
pub fn Checkbox(
    /// What is on when it is ticked.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    value: Signal<bool>,
    /// It was ticked or unticked.
    #[prop(into)]
    on_change: Callback<bool>,
    /// What follows from it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it looks and is announced as a switch.
    #[prop(optional)]
    switch: bool,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let hint_id = hint.as_ref().map(|_| unique_id("hint"));
    view! {
        <div class="check-field">
            <label class="check">
                <input
                    class=if switch { "switch" } else { "checkbox" }
                    type="checkbox"
                    role=switch.then_some("switch")
                    checked=value.get_untracked()
                    prop:checked=move || value.get()
                    disabled=move || disabled.get()
                    aria-describedby=hint_id.clone()
                    on:change=move |event| on_change.run(event_target_checked(&event))
                />
                <span>{move || label.get()}</span>
            </label>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
        </div>
    }
}
