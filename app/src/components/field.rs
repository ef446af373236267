//! A labelled field of a form.

use leptos::context::Provider;
use leptos::prelude::*;

use super::identity::unique_id;

/// The ids that a [`Field`] hands to the control inside it.
#[derive(Clone)]
pub(super) struct FieldIds {
    control: String,
    hint: String,
    error: String,
    error_text: Signal<Option<String>>,
    required: bool,
}

/// What a control needs to know of the field around it.
pub(super) struct Wiring {
    /// The control's id.
    pub(super) id: Option<String>,
    /// The ids of what describes it.
    pub(super) described_by: Option<String>,
    /// Whether it must be filled in.
    pub(super) required: bool,
    /// What is wrong with its value.
    pub(super) error: Signal<Option<String>>,
}

impl Wiring {
    /// The wiring of the field around the component that asks, if there is one.
    pub(super) fn of_field() -> Self {
        match use_context::<FieldIds>() {
            Some(ids) => Self {
                id: Some(ids.control),
                described_by: Some(format!("{} {}", ids.hint, ids.error)),
                required: ids.required,
                error: ids.error_text,
            },
            None => Self {
                id: None,
                described_by: None,
                required: false,
                error: Signal::default(),
            },
        }
    }

    /// The value of `aria-invalid`.
    pub(super) fn invalid(
        &self,
    ) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + use<> {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }
}

/// A label, a control (its child), a hint and an error, tied together by ids.
#[component]
pub fn Field(
    /// What is to be filled in.
    #[prop(into)]
    label: Signal<String>,
    /// What belongs into it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with it now.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// The control: a `TextInput`, `TextArea` or `Select`.
    children: Children,
) -> impl IntoView {
    let control = unique_id("field");
    let ids = FieldIds {
        hint: format!("{control}-hint"),
        error: format!("{control}-error"),
        control: control.clone(),
        error_text: error,
        required,
    };
    let (hint_id, error_id) = (ids.hint.clone(), ids.error.clone());
    view! {
        <div class="field">
            <div class="field-label">
                <label for=control>{move || label.get()}</label>
                // Beside the label, not in it: controls say by themselves that they are required.
                {required.then(|| view! { <span class="field-required" aria-hidden="true">"required"</span> })}
            </div>
            <Provider value=ids>{children()}</Provider>
            <p class="field-error" id=error_id aria-live="polite">{move || error.get()}</p>
            <p class="field-hint" id=hint_id>{move || hint.get().filter(|hint| !hint.is_empty())}</p>
        </div>
    }
}
