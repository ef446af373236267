//! The dialog that the user of a connection will see, as it would be now.

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::Part;
use tenon_connector::document::Path;
use tenon_connector::properties::{ConnectionParameter, ParameterKind};
use tenon_connector::security::Way;

use super::ways::label_of;
use crate::designer::state::use_designer;

/// What the dialog shows for one connection parameter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Shown {
    key: String,
    label: String,
    hint: String,
    required: bool,
    control: Control,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Control {
    Text(String),
    Secret,
    Choice(String),
    SignIn,
}

impl Shown {
    fn of(parameter: &ConnectionParameter<'_>) -> Self {
        let default = parameter.default_value().unwrap_or_default().to_owned();
        let choices = parameter.choices();
        let chosen = choices.iter().find(|(value, _)| *value == default);
        let chosen = chosen.or(choices.first()).map(|(_, label)| label.clone());
        let control = match (parameter.kind(), chosen) {
            (ParameterKind::OAuth, _) => Control::SignIn,
            (ParameterKind::Gateway, _) => Control::Choice("Choose a gateway".to_owned()),
            (_, Some(chosen)) => Control::Choice(chosen),
            (ParameterKind::Boolean, None) => Control::Choice("Yes".to_owned()),
            _ if !parameter.clear_text() => Control::Secret,
            _ => Control::Text(default),
        };
        Self {
            key: parameter.key().to_owned(),
            label: parameter.label().to_owned(),
            hint: parameter.description().to_owned(),
            required: parameter.required(),
            control,
        }
    }
}

/// The fields of the dialog for a way.
fn shown(connector: &Connector, way: Way) -> Vec<Shown> {
    let parameters = way.parameters(connector).into_iter();
    parameters
        .filter(|p| !p.hidden())
        .map(|p| Shown::of(&p))
        .collect()
}

/// The preview, beside the form.
#[component]
pub(super) fn Preview(
    /// All ways.
    ways: Memo<Vec<Way>>,
    /// The one that is edited.
    way: Memo<Way>,
    /// Another is to be edited.
    #[prop(into)]
    on_choose: Callback<Way>,
) -> impl IntoView {
    let designer = use_designer();
    let title = designer.memo(|connector| connector.title().to_owned());
    let fields = designer.memo(move |connector| shown(connector, way.get()));
    let heading = designer.memo(|connector| {
        let place = Path::of([
            "properties",
            "connectionParameterSets",
            "uiDefinition",
            "displayName",
        ]);
        let text = connector
            .get(Part::Properties, &place)
            .and_then(|text| text.as_str());
        text.unwrap_or("Authentication type").to_owned()
    });
    let choice = move |own: Way| {
        let label = designer.memo(move |connector| label_of(connector, own));
        view! {
            <label class="preview-way">
                <input type="radio" name="preview-way" prop:checked=move || way.get() == own
                    checked=way.get_untracked() == own on:change=move |_| on_choose.run(own)/>
                <span>{move || label.get()}</span>
            </label>
        }
    };
    view! {
        <aside class="preview" aria-label="What the user of a connection sees">
            <h2>"What users see"</h2>
            <div class="preview-dialog">
                <p class="preview-title">"Connect to " {move || title.get()}</p>
                <Show when=move || { ways.with(Vec::len) > 1 }>
                    <fieldset class="preview-ways">
                        <legend>{move || heading.get()}</legend>
                        <For each=move || ways.get() key=|way| *way children=choice/>
                    </fieldset>
                </Show>
                <Show when=move || fields.with(Vec::is_empty)>
                    <p class="form-note">"Nothing is asked for."</p>
                </Show>
                <ul class="preview-fields">
                    <For each=move || fields.get() key=Clone::clone children=|field| view! { <PreviewField field/> }/>
                </ul>
            </div>
        </aside>
    }
}

#[component]
fn PreviewField(
    /// The field.
    field: Shown,
) -> impl IntoView {
    let Shown {
        label,
        hint,
        required,
        control,
        ..
    } = field;
    let drawn = match control {
        Control::SignIn => {
            return view! {
                <li>
                    <span class="preview-button">{label}</span>
                    <small>{hint}</small>
                </li>
            }
            .into_any();
        }
        Control::Text(text) => ("preview-input", text),
        Control::Secret => ("preview-input", "••••••••".to_owned()),
        Control::Choice(text) => ("preview-input preview-choice", text),
    };
    view! {
        <li>
            <span class="preview-label">{label}{required.then_some(" *")}</span>
            <span class=drawn.0>{drawn.1}</span>
            <small>{hint}</small>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use tenon_connector::Connector;
    use tenon_connector::document::Action;
    use tenon_connector::security::{Security, Way};

    use super::{Control, shown};

    #[test]
    fn the_dialog_asks_for_what_the_choice_needs_and_hides_secrets() {
        let mut connector = Connector::blank("Notes");
        let edits = Security::basic().set(&connector, Way::Only);
        connector
            .apply_action(&Action::new("Change", edits))
            .unwrap();
        let fields = shown(&connector, Way::Only);
        assert_eq!(fields.len(), 2);
        assert!(fields.iter().all(|field| field.required));
        assert_eq!(fields[1].control, Control::Secret);
    }
}
