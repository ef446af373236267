//! The body of a call: member by member, or as JSON. Both write the same text.

use leptos::prelude::*;
use serde_json::Value;
use tenon_connector::Connector;
use tenon_connector::document::Path;
use tenon_connector::request::form::{Filling, with_value};
use tenon_connector::request::skeleton;
use tenon_connector::swagger::{Operation, OperationKey, Parameter, Schema};

use super::at::SchemaAt;
use super::fields::SuppliedFields;
use super::file::FileField;
use super::loaded::LoadedFields;
use super::node::Node;
use super::state::{FieldKey, FormState, body_of, pretty, schema_of};
use crate::components::{Button, Checkbox, Icon};
use crate::designer::fields::TextEdit;
use crate::designer::state::{Designer, use_designer};
use crate::texts::test as t;

/// A body while it is filled in.
#[derive(Clone, Copy)]
pub(super) struct Body {
    pub(super) form: FormState,
    pub(super) full: StoredValue<(OperationKey, FieldKey)>,
    /// What is written; none where it is empty, or no JSON.
    pub(super) value: Memo<Option<Value>>,
    write: Callback<String>,
    pub(super) designer: Designer,
}

impl Body {
    /// The value at a place, for an event.
    pub(super) fn at_untracked(self, place: &Path) -> Option<Value> {
        let value = self.value.get_untracked()?;
        place.get(&value).cloned()
    }

    /// The fields that were loaded for the value at a place.
    pub(super) fn loaded(self, place: &Path) -> Option<LoadedFields> {
        self.form.loaded(&(self.full.get_value(), place.clone()))
    }

    /// The schema of the value at a place: the one that was loaded, where another operation supplies it.
    pub(super) fn schema(
        self,
        connector: &Connector,
        place: &Path,
        declared: &SchemaAt,
    ) -> SchemaAt {
        let loaded = self.loaded(place).and_then(|loaded| loaded.schema);
        let loaded = loaded.filter(|_| declared.is_supplied(connector));
        loaded.unwrap_or_else(|| declared.clone())
    }

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
        let path = with_schema(connector, &full.get_value(), |_, schema| {
            schema.path().clone()
        })?;
        let declared = SchemaAt::declared(path);
        Some(Root {
            filling: declared.read(connector, Filling::of)?,
            is_supplied: declared.is_supplied(connector),
            declared,
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
        designer,
    };
    let problem = Signal::derive(move || form.problem(&full.get_value().1, ""));
    let parts = StoredValue::new((label, hint));
    let plain = move |lines: u32, code: bool| {
        let (label, hint) = parts.get_value();
        view! { <TextEdit label value on_change hint required problem lines code/> }.into_any()
    };
    let fill = move || {
        let whole = designer.now(|connector| every_member(connector, form, &full.get_value()));
        if let Some(whole) = whole {
            body.replace(whole);
        }
    };
    (move || match root.get() {
        Some(Root {
            filling,
            is_supplied,
            declared,
        }) if is_supplied || matches!(filling, Filling::Object | Filling::List) => {
            let (label, hint) = parts.get_value();
            let root = StoredValue::new(declared.clone());
            let name = label.clone();
            let title = StoredValue::new(label.clone());
            let supplied = is_supplied.then(|| {
                let place = StoredValue::new(Path::root());
                let title = label.clone();
                view! { <SuppliedFields body place holder=declared title/> }
            });
            view! {
                <div class="body-field" role="group" aria-label=name>
                    <header class="body-head">
                        <span class="body-title">{label}<small>{hint}</small></span>
                        <Checkbox label=t::write_as_json() value=form.as_json on_change=move |wanted| form.as_json.set(wanted) switch=true/>
                    </header>
                    {supplied}
                    <Show when=move || form.as_json.get() fallback=move || view! { <BodyForm body root title/> }>
                        {plain(10, true)}
                        <Button on_click=fill><Icon name="list"/>{t::write_every_member()}</Button>
                    </Show>
                </div>
            }
            .into_any()
        }
        Some(Root { filling: Filling::File, .. }) => {
            let (label, hint) = parts.get_value();
            view! { <FileField full label hint required problem form/> }.into_any()
        }
        Some(Root { filling: Filling::Text | Filling::Secret | Filling::Date | Filling::DateTime, .. }) => plain(6, false),
        _ => plain(10, true),
    })
    .into_any()
}

/// What is known of the whole of a body.
#[derive(Clone, PartialEq)]
struct Root {
    /// How it is filled in as it is declared.
    filling: Filling,
    /// Whether another operation supplies its schema.
    is_supplied: bool,
    /// Its schema in the definition.
    declared: SchemaAt,
}

/// A body with every member, also of those fields that were loaded.
fn every_member(
    connector: &Connector,
    form: FormState,
    full: &(OperationKey, FieldKey),
) -> Option<Value> {
    let whole = with_schema(connector, full, |_, schema| {
        skeleton(connector.definition(), schema.json())
    })?;
    let loaded = form.all_loaded(connector, full).into_iter();
    Some(loaded.fold(whole, |whole, (place, schema)| {
        let is_there = place.get(&whole).is_some();
        let part = schema.read_in(connector, |root, schema| skeleton(root, schema.json()));
        match part.filter(|_| is_there) {
            Some(part) => with_value(&whole, &place, Some(part)),
            None => whole,
        }
    }))
}

/// The members of a body; where what is written is no JSON, the way to mend it.
#[component]
fn BodyForm(body: Body, root: StoredValue<SchemaAt>, title: StoredValue<String>) -> impl IntoView {
    let (_, key) = body.full.get_value();
    let broken = move || body.form.problem(&key, "");
    view! {
        {move || broken().map(|problem| view! { <p class="field-error" role="alert">{problem}</p> })}
        <Node body schema=root.get_value() place=Path::root() title=title.get_value() required=true/>
    }
}

/// Does something with the schema of a body, if the operation has it.
fn with_schema<T>(
    connector: &Connector,
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
