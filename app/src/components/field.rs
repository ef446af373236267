//! A labelled field of a form.

use crate::texts::common;
use leptos::context::Provider;
use leptos::prelude::*;

use super::icon::Icon;
use super::identity::unique_id;

/// Something to say of what stands in a field: it may be kept as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldNote {
    /// Whether it does not work as it stands; else it works, but not well.
    pub is_error: bool,
    /// What is to be said.
    pub text: String,
}

/// The ids that a [`Field`] hands to the control inside it.
#[derive(Clone)]
pub(super) struct FieldIds {
    control: String,
    hint: String,
    error: String,
    notes: String,
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
                described_by: Some(format!("{} {} {}", ids.hint, ids.error, ids.notes)),
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
    /// What else is to be said of its value.
    #[prop(optional, into)]
    notes: Signal<Vec<FieldNote>>,
    /// What it edits, for those who look for the field in the page.
    #[prop(optional, into)]
    place: MaybeProp<String>,
    /// What stands beside the label: how long the text is.
    #[prop(optional, into)]
    aside: MaybeProp<String>,
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
        notes: format!("{control}-notes"),
        control: control.clone(),
        error_text: error,
        required,
    };
    let (hint_id, error_id, notes_id) = (ids.hint.clone(), ids.error.clone(), ids.notes.clone());
    // A field says one thing at a time about its value: what is refused comes first.
    let shown = Signal::derive(move || {
        if error.with(Option::is_some) {
            Vec::new()
        } else {
            notes.get()
        }
    });
    view! {
        <div class="field" data-place=move || place.get()>
            <div class="field-label">
                <label for=control>{move || label.get()}</label>
                // Beside the label, not in it: controls say by themselves that they are required.
                {required.then(|| view! { <span class="field-required" aria-hidden="true">{common::required()}</span> })}
                {move || aside.get().map(|aside| view! { <span class="field-aside">{aside}</span> })}
            </div>
            <Provider value=ids>{children()}</Provider>
            <p class="field-error" id=error_id aria-live="polite">{move || error.get()}</p>
            <FieldNotes id=notes_id notes=shown/>
            <p class="field-hint" id=hint_id>{move || hint.get().filter(|hint| !hint.is_empty())}</p>
        </div>
    }
}

/// The notes beside a control.
#[component]
pub(super) fn FieldNotes(
    /// The id by which the control names them.
    id: String,
    /// The notes.
    #[prop(into)]
    notes: Signal<Vec<FieldNote>>,
) -> impl IntoView {
    let item = |note: FieldNote| {
        let (class, icon, word) = if note.is_error {
            ("field-note field-note-error", "alert", common::error())
        } else {
            ("field-note field-note-warning", "info", common::warning())
        };
        view! {
            <li class=class>
                <Icon name=icon/>
                <span><span class="visually-hidden">{word}</span>{note.text}</span>
            </li>
        }
    };
    view! {
        <ul class="field-notes" id=id>
            <For each=move || notes.get() key=Clone::clone children=item/>
        </ul>
    }
}
