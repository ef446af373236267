//! The form of a call, made from the operation's parameters.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde_json::Value;
use tenon_connector::Connector;
use tenon_connector::request::{Inputs, skeleton};
use tenon_connector::swagger::{
    Location, Operation, OperationKey, Parameter, Visibility, default_value,
};

use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::state::use_designer;

type FieldKey = (Location, String);

/// What the maker filled in: texts, per operation.
#[derive(Clone, Copy)]
pub(super) struct FormState {
    texts: RwSignal<BTreeMap<(OperationKey, FieldKey), String>>,
    problems: RwSignal<BTreeMap<FieldKey, String>>,
}

impl FormState {
    /// An empty form.
    pub(super) fn new() -> Self {
        Self {
            texts: RwSignal::new(BTreeMap::new()),
            problems: RwSignal::new(BTreeMap::new()),
        }
    }

    /// The inputs; none when one does not fit, which the form then shows.
    pub(super) fn inputs(&self, connector: &Connector, operation: &OperationKey) -> Option<Inputs> {
        let view = Operation::find(connector.definition(), operation)?;
        let mut inputs = Inputs::default();
        let mut problems = BTreeMap::new();
        for parameter in view
            .parameters()
            .iter()
            .filter(|p| p.visibility() != Visibility::Internal)
        {
            let Some(location) = parameter.location() else {
                continue;
            };
            let key = (location, parameter.name().to_owned());
            let typed = self
                .texts
                .with_untracked(|texts| texts.get(&(operation.clone(), key.clone())).cloned());
            let text = typed.unwrap_or_else(|| initial(connector, parameter));
            match value_of(connector, parameter, &text) {
                Ok(Some(value)) => {
                    inputs
                        .values
                        .entry(location)
                        .or_default()
                        .insert(key.1, value);
                }
                Ok(None) if parameter.required() && parameter.default_value().is_none() => {
                    problems.insert(
                        key,
                        format!("{} is required. Enter a value.", parameter.label()),
                    );
                }
                Ok(None) => {}
                Err(problem) => {
                    problems.insert(key, problem);
                }
            }
        }
        let fits = problems.is_empty();
        self.problems.set(problems);
        fits.then_some(inputs)
    }
}

/// What a field begins with: the default, or a body with the members that its schema names.
fn initial(connector: &Connector, parameter: &Parameter<'_>) -> String {
    if let Some(schema) = parameter.schema() {
        let value = skeleton(connector.definition(), schema);
        return value.as_str().map_or_else(
            || serde_json::to_string_pretty(&value).unwrap_or_default(),
            str::to_owned,
        );
    }
    parameter.default_text().unwrap_or_default()
}

/// The value that a text stands for; none for an empty one.
fn value_of(
    connector: &Connector,
    parameter: &Parameter<'_>,
    text: &str,
) -> Result<Option<Value>, String> {
    let Some(schema) = parameter.schema() else {
        return default_value(parameter.kind(), text).map_err(|error| error.to_string());
    };
    if text.trim().is_empty() {
        return Ok(None);
    }
    match serde_json::from_str(text) {
        Ok(value) => Ok(Some(value)),
        Err(_) if skeleton(connector.definition(), schema).is_string() => {
            Ok(Some(Value::String(text.to_owned())))
        }
        Err(error) => Err(format!(
            "The body is not JSON: line {}, column {}. Mend it there, or empty the field to send no body.",
            error.line(),
            error.column()
        )),
    }
}

/// A field as the form shows it.
#[derive(Clone, Debug, PartialEq)]
struct FormField {
    key: FieldKey,
    label: String,
    hint: String,
    required: bool,
    body: bool,
    choices: Vec<String>,
    initial: String,
}

/// The fields of an operation.
#[component]
pub(super) fn CallForm(
    /// The operation.
    key: OperationKey,
    /// What is filled in.
    form: FormState,
) -> impl IntoView {
    let designer = use_designer();
    let own = key.clone();
    let fields = designer.memo(move |connector| {
        let operation = Operation::find(connector.definition(), &own);
        let parameters = operation
            .map(|operation| operation.parameters())
            .unwrap_or_default();
        let visible = parameters
            .iter()
            .filter(|p| p.visibility() != Visibility::Internal);
        visible
            .filter_map(|p| field_of(connector, p))
            .collect::<Vec<_>>()
    });
    let key = StoredValue::new(key);
    view! {
        <Show when=move || fields.with(Vec::is_empty)>
            <p class="form-note">"The operation asks for nothing."</p>
        </Show>
        <For
            each=move || fields.get()
            key=|field| (field.key.clone(), field.initial.clone())
            children=move |field| view! { <CallField operation=key field form/> }
        />
    }
}

fn field_of(connector: &Connector, parameter: &Parameter<'_>) -> Option<FormField> {
    let location = parameter.location()?;
    let choices = parameter
        .choices()
        .iter()
        .map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned));
    let mut choices: Vec<String> = choices.collect();
    if choices.is_empty() && parameter.kind() == "boolean" {
        choices = vec!["true".to_owned(), "false".to_owned()];
    }
    let place = if location == Location::Body {
        "body"
    } else {
        location.as_str()
    };
    let hint = [
        parameter.description(),
        &format!("{} · {place}", parameter.name()),
    ]
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect::<Vec<_>>()
    .join(" ");
    Some(FormField {
        key: (location, parameter.name().to_owned()),
        label: parameter.label().to_owned(),
        hint,
        required: parameter.required(),
        body: location == Location::Body,
        choices,
        initial: initial(connector, parameter),
    })
}

#[component]
fn CallField(
    /// The operation.
    operation: StoredValue<OperationKey>,
    /// The field.
    field: FormField,
    /// What is filled in.
    form: FormState,
) -> AnyView {
    let FormField {
        key,
        label,
        hint,
        required,
        body,
        choices,
        initial,
    } = field;
    let full = StoredValue::new((operation.get_value(), key.clone()));
    let value = Memo::new(move |_| {
        form.texts
            .with(|texts| texts.get(&full.get_value()).cloned())
            .unwrap_or_else(|| initial.clone())
    });
    let problem =
        Signal::derive(move || form.problems.with(|problems| problems.get(&key).cloned()));
    let change = move |text: String| {
        form.texts.update(|texts| {
            texts.insert(full.get_value(), text);
        });
    };
    if choices.is_empty() {
        let lines = if body { 10 } else { 0 };
        return view! { <TextEdit label value on_change=change hint required problem lines code=body/> }.into_any();
    }
    let empty = (String::new(), "(not sent)".to_owned());
    let options: Vec<_> = std::iter::once(empty)
        .chain(choices.into_iter().map(|c| (c.clone(), c)))
        .collect();
    view! { <ChoiceEdit label value options on_change=change hint problem/> }.into_any()
}
