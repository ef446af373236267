//! The dialog that the user of a connection will see, as it would be now.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::Part;
use tenon_connector::document::Path;
use tenon_connector::general::gateway;
use tenon_connector::properties::{ConnectionParameter, ParameterKind};
use tenon_connector::security::Way;

use super::ways::label_of;
use crate::designer::state::use_designer;
use crate::texts::security as t;

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
    /// The values to choose from, each with its label.
    Choice(Vec<(String, String)>),
    Gateway,
    SignIn,
}

/// What was picked in the preview, by the key of the parameter.
type Picked = BTreeMap<String, String>;

impl Shown {
    fn of(parameter: &ConnectionParameter<'_>) -> Self {
        let choices = choices_of(parameter);
        let control = match parameter.kind() {
            ParameterKind::OAuth => Control::SignIn,
            ParameterKind::Gateway => Control::Gateway,
            _ if !choices.is_empty() => Control::Choice(choices),
            _ if !parameter.clear_text() => Control::Secret,
            _ => Control::Text(parameter.default_value().unwrap_or_default().to_owned()),
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

/// The values that the dialog lets the user choose from; none where anything may be entered.
fn choices_of(parameter: &ConnectionParameter<'_>) -> Vec<(String, String)> {
    let choices = parameter.choices();
    if choices.is_empty() && parameter.kind() == ParameterKind::Boolean {
        let pair = |value: &str, label: &str| (value.to_owned(), label.to_owned());
        return vec![pair("true", t::yes()), pair("false", t::no())];
    }
    choices
}

/// The value that a parameter has in the preview: what was picked, its default, or its first choice.
fn value_of(parameter: &ConnectionParameter<'_>, picked: &Picked) -> String {
    let choices = choices_of(parameter);
    let is_choice = |value: &str| {
        choices.is_empty()
            || choices
                .iter()
                .any(|(own, _)| own.eq_ignore_ascii_case(value))
    };
    let picked = picked.get(parameter.key()).map(String::as_str);
    let wanted = picked.into_iter().chain(parameter.default_value());
    let first = || choices.first().map(|(value, _)| value.clone());
    let found = wanted.map(str::to_owned).find(|value| is_choice(value));
    found.or_else(first).unwrap_or_default()
}

/// The fields of the dialog for a way, in the order of their places in it.
fn shown(connector: &Connector, way: Way, picked: &Picked) -> Vec<Shown> {
    let mut parameters = way.parameters(connector);
    let values: BTreeMap<&str, String> = parameters
        .iter()
        .map(|p| (p.key(), value_of(p, picked)))
        .collect();
    let gateway = gateway(connector);
    parameters.retain(|p| p.is_asked(gateway, |key| values.get(key).map(String::as_str)));
    parameters.sort_by_key(|p| p.tab_index().unwrap_or(i64::MAX));
    parameters.iter().map(Shown::of).collect()
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
    let picked = RwSignal::new(Picked::new());
    let fields =
        designer.memo(move |connector| picked.with(|picked| shown(connector, way.get(), picked)));
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
        text.unwrap_or(t::authentication_type()).to_owned()
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
        <aside class="preview" aria-label=t::what_the_user_of_a_connection_sees()>
            <h2>{t::what_users_see()}</h2>
            <div class="preview-dialog">
                <p class="preview-title">{t::connect_to()} {move || title.get()}</p>
                <Show when=move || { ways.with(Vec::len) > 1 }>
                    <fieldset class="preview-ways">
                        <legend>{move || heading.get()}</legend>
                        <For each=move || ways.get() key=|way| *way children=choice/>
                    </fieldset>
                </Show>
                <Show when=move || fields.with(Vec::is_empty)>
                    <p class="form-note">{t::nothing_is_asked_for()}</p>
                </Show>
                <ul class="preview-fields">
                    <For each=move || fields.get() key=Clone::clone children=move |field| view! { <PreviewField field way picked/> }/>
                </ul>
            </div>
        </aside>
    }
}

#[component]
fn PreviewField(
    /// The field.
    field: Shown,
    /// The way that asks for it.
    way: Memo<Way>,
    /// What was picked.
    picked: RwSignal<Picked>,
) -> impl IntoView {
    let Shown {
        key,
        label,
        hint,
        required,
        control,
    } = field;
    let star = required.then_some(" *");
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
        Control::Choice(options) => {
            return view! {
                <li>
                    <label>
                        <span class="preview-label">{label}{star}</span>
                        <PreviewChoice key options way picked/>
                    </label>
                    <small>{hint}</small>
                </li>
            }
            .into_any();
        }
        Control::Text(text) => ("preview-input", text),
        Control::Secret => ("preview-input", "••••••••".to_owned()),
        Control::Gateway => (
            "preview-input preview-choice",
            t::choose_a_gateway().to_owned(),
        ),
    };
    view! {
        <li>
            <span class="preview-label">{label}{star}</span>
            <span class=drawn.0>{drawn.1}</span>
            <small>{hint}</small>
        </li>
    }
    .into_any()
}

/// Values to choose from: other fields may depend on the one that is picked.
#[component]
fn PreviewChoice(
    /// The key of the parameter.
    key: String,
    /// The values, each with its label.
    options: Vec<(String, String)>,
    /// The way that asks for it.
    way: Memo<Way>,
    /// What was picked.
    picked: RwSignal<Picked>,
) -> impl IntoView {
    let designer = use_designer();
    let own = key.clone();
    let value = designer.memo(move |connector| {
        let parameters = way.get().parameters(connector);
        let found = parameters.iter().find(|p| p.key() == own);
        picked.with(|picked| found.map(|p| value_of(p, picked)).unwrap_or_default())
    });
    let options: Vec<_> = options
        .into_iter()
        .map(|(own, label)| {
            let same = own.clone();
            let is_chosen = move || value.with(|value| value.eq_ignore_ascii_case(&same));
            view! { <option value=own selected=is_chosen.clone() prop:selected=is_chosen>{label}</option> }
        })
        .collect();
    let pick = move |event: leptos::ev::Event| {
        picked.update(|picked| drop(picked.insert(key.clone(), event_target_value(&event))));
    };
    view! {
        <select class="input input-select" on:change=pick>{options}</select>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use serde_json::{Value, json};
    use tenon_connector::Connector;
    use tenon_connector::document::{Action, Document};
    use tenon_connector::general::set_gateway;
    use tenon_connector::security::{Security, Way};

    use super::{Control, Picked, shown};

    fn asking(parameters: &Value) -> Connector {
        let properties = json!({ "properties": { "connectionParameters": parameters } });
        let blank = Connector::blank("Notes");
        Connector::new(
            Document::new(blank.definition().clone()),
            Document::new(properties),
        )
    }

    fn keys(connector: &Connector, picked: &[(&str, &str)]) -> Vec<String> {
        let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        let picked: Picked = picked.iter().map(pair).collect();
        let fields = shown(connector, Way::Only, &picked).into_iter();
        fields.map(|field| field.key).collect()
    }

    #[test]
    fn the_dialog_asks_for_what_the_choice_needs_and_hides_secrets() {
        let mut connector = Connector::blank("Notes");
        let edits = Security::basic().set(&connector, Way::Only);
        connector
            .apply_action(&Action::new("Change", edits))
            .unwrap();
        let fields = shown(&connector, Way::Only, &Picked::new());
        assert_eq!(fields.len(), 2);
        assert!(fields.iter().all(|field| field.required));
        assert_eq!(fields[1].control, Control::Secret);
    }

    #[test]
    fn fields_stand_in_the_order_of_their_places_and_those_without_one_come_last() {
        let at = |n: Option<u8>| match n {
            Some(n) => {
                json!({ "type": "string", "uiDefinition": { "constraints": { "tabIndex": n } } })
            }
            None => json!({ "type": "string" }),
        };
        let connector = asking(&json!({
            "none": at(None), "third": at(Some(3)), "first": at(Some(1)), "also": at(Some(3))
        }));
        assert_eq!(keys(&connector, &[]), ["first", "third", "also", "none"]);
    }

    #[test]
    fn a_field_appears_once_its_conditions_hold() {
        let connector = asking(&json!({
            "mode": { "type": "string", "uiDefinition": { "constraints": {
                "allowedValues": [{ "text": "Cloud", "value": "cloud" }, { "text": "Own", "value": "own" }] } } },
            "tls": { "type": "bool", "defaultValue": "False" },
            "host": { "type": "string", "uiDefinition": { "constraints": {
                "dependencies": { "mode": { "values": ["own"] }, "tls": { "values": ["true"] } } } } }
        }));
        assert_eq!(keys(&connector, &[]), ["mode", "tls"]);
        assert_eq!(keys(&connector, &[("mode", "own")]), ["mode", "tls"]);
        let both = [("mode", "own"), ("tls", "true")];
        assert_eq!(keys(&connector, &both), ["mode", "tls", "host"]);
    }

    #[test]
    fn what_only_a_gateway_needs_is_asked_for_once_the_gateway_is_on() {
        let mut connector = asking(&json!({
            "domain": { "type": "string", "uiDefinition": { "constraints": { "capability": ["gateway"] } } },
            "cloud": { "type": "string", "uiDefinition": { "constraints": { "capability": ["cloud"] } } }
        }));
        assert_eq!(keys(&connector, &[]), ["cloud"]);
        let edits = set_gateway(&connector, true);
        connector
            .apply_action(&Action::new("Switch the gateway", edits))
            .unwrap();
        assert_eq!(keys(&connector, &[]), ["gateway", "domain", "cloud"]);
    }
}
