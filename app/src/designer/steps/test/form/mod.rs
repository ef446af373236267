//! The form of a call, made from the operation's parameters and the schema of its body.

mod at;
mod body;
mod choices;
mod fields;
mod file;
mod loaded;
mod node;
mod state;
mod supply;
mod tree;

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::Path;
use tenon_connector::request::form::{Filling, text_of};
use tenon_connector::swagger::{Location, Operation, OperationKey, Parameter, Visibility};

use self::at::SchemaAt;
use self::body::BodyField;
use self::choices::SuppliedChoices;
use self::file::FileField;
pub(super) use self::state::FormState;
use self::state::{FieldKey, first};
use self::tree::SuppliedTree;
use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::state::use_designer;
use crate::texts::test as t;

/// A field as the form shows it.
#[derive(Clone, Debug, PartialEq)]
struct FormField {
    key: FieldKey,
    label: String,
    hint: String,
    required: bool,
    filling: Filling,
    first: String,
    /// Where the parameter is.
    path: Path,
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
    let found = designer.memo(move |connector| form.found(connector, &key.get_value()));
    Effect::new(move |_| form.show(found.get()));
    view! {
        <Show when=move || fields.with(Vec::is_empty)>
            <p class="form-note">{t::the_operation_asks_for_nothing()}</p>
        </Show>
        <For
            each=move || fields.get()
            key=|field| (field.key.clone(), field.first.clone(), format!("{:?}", field.filling))
            children=move |field| view! { <CallField operation=key field form/> }
        />
    }
}

fn field_of(connector: &Connector, parameter: &Parameter<'_>) -> Option<FormField> {
    let location = parameter.location()?;
    let place = if location == Location::Body {
        "body"
    } else {
        location.as_str()
    };
    let lines = match (location, parameter.kind()) {
        (Location::Body, _) | (_, "file") => "",
        (_, "array") => t::one_item_in_each_line(),
        _ => "",
    };
    let named = format!("{} · {place}", parameter.name());
    let hint: Vec<&str> = [parameter.description(), lines, &named]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    Some(FormField {
        key: (location, parameter.name().to_owned()),
        label: parameter.label().to_owned(),
        hint: hint.join(" "),
        required: parameter.required(),
        filling: Filling::of_parameter(parameter),
        first: first(connector, parameter),
        path: parameter.path().clone(),
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
        filling,
        first,
        path,
    } = field;
    let full = StoredValue::new((operation.get_value(), key.clone()));
    let value = Memo::new(move |_| {
        let written = form.text(&full.get_value());
        written.unwrap_or_else(|| first.clone())
    });
    let change = Callback::new(move |text: String| form.write(full.get_value(), text));
    if key.0 == Location::Body {
        return view! { <BodyField full label hint required value on_change=change form/> }
            .into_any();
    }
    let problem = Signal::derive(move || form.problem(&key, ""));
    match filling {
        Filling::File => view! { <FileField full label hint required problem form/> }.into_any(),
        Filling::Choice(choices) => {
            let options = options(choices);
            view! { <ChoiceEdit label value options on_change=change hint problem/> }.into_any()
        }
        Filling::Date => {
            view! { <TextEdit label value on_change=change hint required problem kind="date"/> }
                .into_any()
        }
        Filling::Secret => {
            view! { <TextEdit label value on_change=change hint required problem secret=true/> }
                .into_any()
        }
        Filling::List => {
            view! { <TextEdit label value on_change=change hint required problem lines=3/> }
                .into_any()
        }
        _ => {
            let title = label.clone();
            let operation = operation.get_value();
            let holder = SchemaAt::declared(path);
            view! {
                <TextEdit label value on_change=change hint required problem/>
                <Supplied form operation holder title value on_change=change/>
            }
            .into_any()
        }
    }
}

/// What other operations supply for a field: choices, or a tree in which the value is picked.
#[component]
fn Supplied(
    /// What is filled in.
    form: FormState,
    /// The operation.
    operation: OperationKey,
    /// Where the parameter or the schema is.
    holder: SchemaAt,
    /// The name of the field.
    title: String,
    /// What stands in the field.
    #[prop(into)]
    value: Signal<String>,
    /// Another value was chosen.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let (own, of, name) = (holder.clone(), operation.clone(), title.clone());
    view! {
        <SuppliedChoices form operation=of holder=own title=name value on_change/>
        <SuppliedTree form operation holder title value on_change/>
    }
}

/// The choices of a field, with one to send nothing.
fn options(choices: Vec<(serde_json::Value, String)>) -> Vec<(String, String)> {
    let nothing = (String::new(), t::not_sent().to_owned());
    let all = choices
        .into_iter()
        .map(|(value, name)| (text_of(&value), name));
    std::iter::once(nothing).chain(all).collect()
}
