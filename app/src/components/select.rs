//! A choice of one among several.

use leptos::prelude::*;

use super::field::Wiring;

/// A choice of one among several values.
#[component]
pub fn Select(
    /// The value chosen now.
    #[prop(into)]
    value: Signal<String>,
    /// The values to choose from, each with its label.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Another value was chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// Its name for those who do not see it, where no `Field` labels it.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let wiring = Wiring::of_field();
    let option = move |(own, label): (String, String)| {
        let selected = own.clone();
        let shown = own.clone();
        view! {
            <option
                value=own
                selected=value.with_untracked(|value| *value == selected)
                prop:selected=move || value.with(|value| *value == shown)
            >
                {label}
            </option>
        }
    };
    view! {
        <select
            class="input input-select"
            id=wiring.id.clone()
            required=wiring.required
            disabled=move || disabled.get()
            aria-label=label
            aria-describedby=wiring.described_by.clone()
            aria-invalid=wiring.invalid()
            on:change=move |event| on_change.run(event_target_value(&event))
        >
            {move || options.get().into_iter().map(option).collect_view()}
        </select>
    }
}
