//! Fields bound to a value of the open connector: they show it, and tell of each change.

use leptos::prelude::*;
use tenon_connector::swagger::{Location, Visibility};

use super::problems::{Place, use_problems};
use crate::components::{Checkbox, Field, Select, TextArea, TextInput};
use crate::texts::designer as t;

/// A text.
#[component]
pub(super) fn TextEdit(
    /// Its label.
    #[prop(into)]
    label: String,
    /// The present text.
    #[prop(into)]
    value: Signal<String>,
    /// The maker wrote this.
    #[prop(into)]
    on_change: Callback<String>,
    /// What belongs into it.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with it.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// What it edits, if it edits the connector.
    #[prop(optional, into)]
    place: Signal<Option<Place>>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// How many lines it shows; one unless said.
    #[prop(optional)]
    lines: u32,
    /// Whether it is code: shown in a fixed width, without spelling marks.
    #[prop(optional)]
    code: bool,
    /// Whether it is a secret: hidden, and not remembered by the browser.
    #[prop(optional)]
    secret: bool,
    /// What stands beside the label: how long the text is.
    #[prop(optional, into)]
    aside: MaybeProp<String>,
    /// What kind of text one line takes, in the words of HTML; any unless said.
    #[prop(optional)]
    kind: Option<&'static str>,
    /// Whether `on_change` is told of the finished text alone, not of each key.
    #[prop(optional)]
    lazy: bool,
) -> impl IntoView {
    let kind = kind.unwrap_or(if secret { "password" } else { "text" });
    // Made inside the field, which tells the control its ids.
    let control = move || match (lines, lazy) {
        (0, false) => view! { <TextInput value kind on_input=on_change/> }.into_any(),
        (0, true) => view! { <TextInput value kind on_commit=on_change/> }.into_any(),
        (lines, false) => view! { <TextArea value lines code on_input=on_change/> }.into_any(),
        (lines, true) => view! { <TextArea value lines code on_commit=on_change/> }.into_any(),
    };
    let notes = use_problems().beside(place);
    view! { <Field label hint error=problem notes place=anchor(place) aside required>{control()}</Field> }
}

/// One of several values.
#[component]
pub(super) fn ChoiceEdit(
    /// Its label.
    #[prop(into)]
    label: String,
    /// The present value.
    #[prop(into)]
    value: Signal<String>,
    /// The values and their labels.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The maker chose this.
    #[prop(into)]
    on_change: Callback<String>,
    /// What it decides.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with it.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// What it edits, if it edits the connector.
    #[prop(optional, into)]
    place: Signal<Option<Place>>,
) -> impl IntoView {
    let notes = use_problems().beside(place);
    view! {
        <Field label hint error=problem notes place=anchor(place)>
            <Select value options on_change/>
        </Field>
    }
}

/// Yes or no.
#[component]
pub(super) fn SwitchEdit(
    /// What is on when it is ticked.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    #[prop(into)]
    value: Signal<bool>,
    /// The maker ticked or unticked it.
    #[prop(into)]
    on_change: Callback<bool>,
    /// What it edits.
    #[prop(into)]
    place: Signal<Option<Place>>,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What it decides.
    #[prop(optional, into)]
    hint: String,
    /// Whether it is drawn as a switch.
    #[prop(optional)]
    switch: bool,
) -> impl IntoView {
    let notes = use_problems().beside(place);
    view! { <Checkbox label value on_change disabled notes hint switch place=anchor(place)/> }
}

/// The place as the page holds it.
fn anchor(place: Signal<Option<Place>>) -> Signal<Option<String>> {
    Signal::derive(move || place.with(|place| place.as_ref().map(Place::anchor)))
}

/// The visibilities, for a choice.
pub(super) fn visibilities() -> Vec<(String, String)> {
    Visibility::ALL
        .map(|visibility| {
            let label = match visibility {
                Visibility::None => t::none(),
                Visibility::Important => t::important(),
                Visibility::Advanced => t::advanced(),
                Visibility::Internal => t::internal(),
            };
            (visibility.as_str().to_owned(), label.to_owned())
        })
        .to_vec()
}

/// The places of a parameter that a maker can choose; the path decides on those in the path.
pub(super) fn locations() -> Vec<(String, String)> {
    [
        Location::Query,
        Location::Header,
        Location::Body,
        Location::FormData,
    ]
    .map(|location| {
        let label = match location {
            Location::Path => t::path(),
            Location::Query => t::query(),
            Location::Header => t::header(),
            Location::Body => t::body(),
            Location::FormData => t::form(),
        };
        (location.as_str().to_owned(), label.to_owned())
    })
    .to_vec()
}
