//! The body of a call: member by member, or as JSON. Both write the same text.

use leptos::prelude::*;
use serde_json::Value;
use tenon_connector::document::Path;
use tenon_connector::request::form::{Filling, with_value};
use tenon_connector::request::skeleton;
use tenon_connector::swagger::{Operation, OperationKey, Parameter, Schema};

use super::file::FileField;
use super::node::Node;
use super::state::{FieldKey, FormState, body_of, pretty, schema_of};
use crate::components::{Button, Checkbox, Icon};
use crate::designer::fields::TextEdit;
use crate::designer::state::use_designer;
use crate::texts::test as t;

/// A body while it is filled in.
#[derive(Clone, Copy)]
pub(super) struct Body {
    pub(super) form: FormState,
    pub(super) full: StoredValue<(OperationKey, FieldKey)>,
    /// What is written; none where it is empty, or no JSON.
    pub(super) value: Memo<Option<Value>>,
    write: Callback<String>,
}

impl Body {
    /// The value at a place.
    pub(super) fn at(self, place: &Path) -> Option<Value> {
        self.value.with(|value| place.get(value.as_ref()?).cloned())
    }

    /// Puts a value at a place, or takes it out.
    pub(super) fn put(self, place: &Path, value: Option<Value>) {
        let old = self.value.get_untracked().unwrap_or(Value::Null);
        self.replace(with_value(&old, place, value));
    }

    /// Replaces all of it.
    pub(super) fn replace(self, value: Value) {
        let text = match value {
            Value::Null => String::new(),
            value => pretty(&value),
        };
        self.write.run(text);
    }

    /// What is wrong at a place.
    pub(super) fn problem(self, place: &Path) -> Option<String> {
        let pointer = self
            .value
            .with(|value| place.pointer(value.as_ref().unwrap_or(&Value::Null)));
        let (_, key) = self.full.get_value();
        self.form.problem(&key, &pointer)
    }
}

/// The field of a body.
#[component]
pub(super) fn BodyField(
    /// The operation and the field.
    full: StoredValue<(OperationKey, FieldKey)>,
    /// Its label.
    label: String,
    /// What belongs into it.
    hint: String,
    /// Whether there must be one.
    required: bool,
    /// What is written.
    value: Memo<String>,
    /// Something else was written.
    on_change: Callback<String>,
    /// What is filled in.
    form: FormState,
) -> AnyView {
    let designer = use_designer();
    // None where the operation has no such body any more.
    let root = designer.memo(move |connector| {
        with_schema(connector, &full.get_value(), |_, schema| {
            (Filling::of(&schema), schema.path().clone())
        })
    });
    let parsed = designer.memo(move |connector| {
        let text = value.get();
        with_schema(connector, &full.get_value(), |_, schema| {
            body_of(connector, schema.json(), &text).ok().flatten()
        })
        .flatten()
    });
    let body = Body {
        form,
        full,
        value: parsed,
        write: on_change,
    };
    let problem = Signal::derive(move || form.problem(&full.get_value().1, ""));
    let parts = StoredValue::new((label, hint));
    let plain = move |lines: u32, code: bool| {
        let (label, hint) = parts.get_value();
        view! { <TextEdit label value on_change hint required problem lines code/> }.into_any()
    };
    let fill = move || {
        let whole = designer.now(|connector| {
            with_schema(connector, &full.get_value(), |_, schema| {
                skeleton(connector.definition(), schema.json())
            })
        });
        if let Some(whole) = whole {
            body.replace(whole);
        }
    };
    (move || match root.get() {
        Some((Filling::Object | Filling::List, path)) => {
            let (label, hint) = parts.get_value();
            let root = StoredValue::new(path);
            let name = label.clone();
            view! {
                <div class="body-field" role="group" aria-label=name>
                    <header class="body-head">
                        <span class="body-title">{label}<small>{hint}</small></span>
                        <Checkbox label=t::write_as_json() value=form.as_json on_change=move |wanted| form.as_json.set(wanted) switch=true/>
                    </header>
                    <Show when=move || form.as_json.get() fallback=move || view! { <BodyForm body root/> }>
                        {plain(10, true)}
                        <Button on_click=fill><Icon name="list"/>{t::write_every_member()}</Button>
                    </Show>
                </div>
            }
            .into_any()
        }
        Some((Filling::File, _)) => {
            let (label, hint) = parts.get_value();
            view! { <FileField full label hint required problem form/> }.into_any()
        }
        Some((Filling::Text | Filling::Date | Filling::DateTime, _)) => plain(6, false),
        _ => plain(10, true),
    })
    .into_any()
}

/// The members of a body; where what is written is no JSON, the way to mend it.
#[component]
fn BodyForm(body: Body, root: StoredValue<Path>) -> impl IntoView {
    let (_, key) = body.full.get_value();
    let broken = move || body.form.problem(&key, "");
    view! {
        {move || broken().map(|problem| view! { <p class="field-error" role="alert">{problem}</p> })}
        <Node body schema=root.get_value() place=Path::root() title=String::new() required=true/>
    }
}

/// Does something with the schema of a body, if the operation has it.
fn with_schema<T>(
    connector: &tenon_connector::Connector,
    (operation, (location, name)): &(OperationKey, FieldKey),
    act: impl FnOnce(&Parameter<'_>, Schema<'_>) -> T,
) -> Option<T> {
    let operation = Operation::find(connector.definition(), operation)?;
    let parameters = operation.parameters();
    let own = parameters
        .iter()
        .find(|own| own.location() == Some(*location) && own.name() == name)?;
    let schema = schema_of(connector, own)?;
    Some(act(own, schema))
}
