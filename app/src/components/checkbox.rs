//! A box to tick.

use leptos::prelude::*;

use super::field::{FieldNote, FieldNotes};
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
    /// What follows from it; nothing is said of an empty one.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is to be said of it.
    #[prop(optional, into)]
    notes: Signal<Vec<FieldNote>>,
    /// What it edits, for those who look for the box in the page.
    #[prop(optional, into)]
    place: MaybeProp<String>,
    /// Whether it looks and is announced as a switch.
    #[prop(optional)]
    switch: bool,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let hint = hint.filter(|hint| !hint.is_empty());
    let hint_id = hint.as_ref().map(|_| unique_id("hint"));
    let notes_id = unique_id("notes");
    let described_by = match &hint_id {
        Some(hint) => format!("{hint} {notes_id}"),
        None => notes_id.clone(),
    };
    view! {
        <div class="check-field" data-place=move || place.get()>
            <label class="check">
                <input
                    class=if switch { "switch" } else { "checkbox" }
                    type="checkbox"
                    role=switch.then_some("switch")
                    checked=value.get_untracked()
                    prop:checked=move || value.get()
                    disabled=move || disabled.get()
                    aria-describedby=described_by
                    on:change=move |event| on_change.run(event_target_checked(&event))
                />
                <span>{move || label.get()}</span>
            </label>
            <FieldNotes id=notes_id notes/>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
        </div>
    }
}
