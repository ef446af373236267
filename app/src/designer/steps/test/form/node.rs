//! One value of a body as fields: a text, a number, a choice, the members of an object, the items of a list.

use leptos::prelude::*;
use serde_json::Value;
use tenon_connector::Connector;
use tenon_connector::document::{Path, Step};
use tenon_connector::request::form::{Filling, asked, beginning, takes_more, text_of, with_value};
use tenon_connector::swagger::{Property, Schema};

use super::at::SchemaAt;
use super::body::Body;
use super::fields::SuppliedFields;
use super::state::pretty;
use super::{Supplied, options};
use crate::components::{Button, Icon};
use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::state::use_designer;
use crate::texts::common;
use crate::texts::test as t;

/// So many items of a list have fields of their own; more are for JSON.
const MAX_ITEMS: usize = 50;

/// What is known of a value of a body.
#[derive(Clone, PartialEq)]
struct About {
    /// Its schema, as it is in effect.
    at: SchemaAt,
    filling: Filling,
    members: Vec<Member>,
    /// Where the schema of the items of a list is.
    items: Option<SchemaAt>,
    /// Whether only JSON can give all that it may have.
    takes_more: bool,
    beginning: Value,
}

/// A member of an object.
#[derive(Clone, PartialEq)]
struct Member {
    name: String,
    title: String,
    hint: String,
    required: bool,
    schema: SchemaAt,
}

impl About {
    fn of(connector: &Connector, at: &SchemaAt) -> Option<Self> {
        at.read(connector, |schema| {
            let items = schema.resolved().items();
            let member = |property: Property<'_>| {
                Member::of(property.name, &property.schema, property.required, at)
            };
            Self {
                at: at.clone(),
                filling: Filling::of(schema),
                members: asked(schema).into_iter().map(member).collect(),
                items: items.map(|items| at.beside(items.path().clone())),
                takes_more: takes_more(schema),
                beginning: beginning(schema).unwrap_or(Value::Null),
            }
        })
    }
}

impl Member {
    fn of(name: &str, schema: &Schema<'_>, required: bool, at: &SchemaAt) -> Self {
        let target = schema.resolved();
        let title = [schema.summary(), target.summary(), name];
        let description = [schema.description(), target.description()];
        let first = |texts: &[&str]| {
            let mut said = texts.iter().filter(|text| !text.is_empty());
            said.next().copied().unwrap_or_default().to_owned()
        };
        let kind = match target.format() {
            "" => target.kind(),
            format => format,
        };
        let named = [name, kind].into_iter().filter(|text| !text.is_empty());
        let named = named.collect::<Vec<_>>().join(" · ");
        Self {
            name: name.to_owned(),
            title: first(&title),
            hint: format!("{} {named}", first(&description)).trim().to_owned(),
            required,
            schema: at.beside(schema.path().clone()),
        }
    }
}

/// A value of a body.
#[component]
pub(super) fn Node(
    /// The body.
    body: Body,
    /// Where its declared schema is.
    schema: SchemaAt,
    /// Where it is in the body.
    place: Path,
    /// Its name; none for the whole body.
    title: String,
    /// What belongs into it.
    #[prop(optional)]
    hint: String,
    /// Whether it must be there.
    required: bool,
) -> AnyView {
    let designer = use_designer();
    let holder = StoredValue::new(schema);
    let place = StoredValue::new(place);
    let about = designer.memo(move |connector| {
        let schema = body.schema(connector, &place.get_value(), &holder.get_value());
        About::of(connector, &schema)
    });
    // The fields of the whole body are loaded above it, so that they can be while it is written as JSON.
    let is_root = place.with_value(|place| place.steps().is_empty());
    let is_supplied = designer
        .memo(move |connector| !is_root && holder.with_value(|own| own.is_supplied(connector)));
    let words = StoredValue::new((title, hint));
    let fields = move || {
        let about = about.get()?;
        let (title, hint) = words.get_value();
        Some(match about.filling {
            Filling::Object | Filling::List => {
                view! { <Group body place title hint required about/> }.into_any()
            }
            filling => {
                let holder = about.at;
                view! { <Leaf body place title hint required filling holder/> }.into_any()
            }
        })
    };
    view! {
        <Show when=move || is_supplied.get()>
            <SuppliedFields body place holder=holder.get_value() title=words.get_value().0/>
        </Show>
        {fields}
    }
    .into_any()
}

/// Whether a place is one in a list.
fn is_item(place: StoredValue<Path>) -> bool {
    place.with_value(|place| matches!(place.steps().last(), Some(Step::Index(_))))
}

/// A value in one field.
#[component]
fn Leaf(
    body: Body,
    place: StoredValue<Path>,
    title: String,
    hint: String,
    required: bool,
    filling: Filling,
    holder: SchemaAt,
) -> AnyView {
    let is_json = filling == Filling::Json;
    let shown = Memo::new(move |_| match body.at(&place.get_value()) {
        Some(value) if is_json && !value.is_string() => pretty(&value),
        Some(value) => text_of(&value),
        None => String::new(),
    });
    let own = filling.clone();
    let is_item = is_item(place);
    let change = move |text: String| {
        let old = body.value.get_untracked().unwrap_or(Value::Null);
        let value = match &own {
            Filling::Json if text.trim().is_empty() => None,
            Filling::Json => serde_json::from_str(&text)
                .ok()
                .or(Some(Value::String(text))),
            // A text that stands for no value of the kind is kept as it was written, so that it can be mended.
            filling => filling.value_of(&text).unwrap_or(Some(Value::String(text))),
        };
        // An item that is emptied keeps its place in the list.
        let value = value.or_else(|| is_item.then_some(Value::Null));
        body.replace(with_value(&old, &place.get_value(), value));
    };
    let problem = Signal::derive(move || body.problem(&place.get_value()));
    let (label, value, on_change) = (title, shown, change);
    match filling {
        Filling::Choice(choices) => {
            let options = options(choices);
            view! { <ChoiceEdit label value options on_change hint problem/> }.into_any()
        }
        Filling::Secret => {
            view! { <TextEdit label value on_change hint required problem secret=true/> }.into_any()
        }
        Filling::Date => {
            view! { <TextEdit label value on_change hint required problem kind="date"/> }.into_any()
        }
        Filling::DateTime => {
            let hint = t::such_as_a_time(&hint);
            view! { <TextEdit label value on_change hint required problem/> }.into_any()
        }
        Filling::Json => {
            view! { <TextEdit label value on_change hint required problem lines=3 code=true lazy=true/> }.into_any()
        }
        _ => {
            let title = label.clone();
            let (operation, _) = body.full.get_value();
            let on_change = Callback::new(on_change);
            view! {
                <TextEdit label value on_change hint required problem/>
                <Supplied form=body.form operation holder title value on_change/>
            }
            .into_any()
        }
    }
}

/// An object or a list. One that may be missing is added and taken out as a whole.
#[component]
fn Group(
    body: Body,
    place: StoredValue<Path>,
    title: String,
    hint: String,
    required: bool,
    about: About,
) -> AnyView {
    let is_list = about.filling == Filling::List;
    let is_there = Memo::new(move |_| match body.at(&place.get_value()) {
        Some(Value::Array(_)) => is_list,
        Some(Value::Object(_)) => !is_list,
        _ => false,
    });
    let is_root = place.with_value(|place| place.steps().is_empty());
    let is_item = is_item(place);
    let beginning = StoredValue::new(match (&about.beginning, is_list) {
        (Value::Null, true) => Value::Array(Vec::new()),
        (Value::Null, false) => Value::Object(serde_json::Map::new()),
        (value, _) => value.clone(),
    });
    let add = move || body.put(&place.get_value(), Some(beginning.get_value()));
    let remove = move || body.put(&place.get_value(), None);
    let problem = move || {
        let said = body.problem(&place.get_value()).filter(|_| !is_root);
        said.map(|said| view! { <p class="field-error">{said}</p> })
    };
    let about = StoredValue::new(about);
    let held = move || {
        let about = about.get_value();
        if is_list {
            view! { <Items body place schema=about.items/> }.into_any()
        } else {
            members(body, place, about).into_any()
        }
    };
    if is_root && required {
        return view! { <div class="body-group">{held}</div> }.into_any();
    }
    let added = StoredValue::new(t::add(&title));
    let removed = StoredValue::new(t::leave_out(&title));
    view! {
        <fieldset class="body-group body-nested">
            <legend>{title}{(required && !is_item).then(|| view! { <small>{common::required()}</small> })}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="form-note">{hint}</p> })}
            {problem}
            <Show
                when=move || is_there.get()
                fallback=move || view! { <Button on_click=add><Icon name="plus"/>{added.get_value()}</Button> }
            >
                {held}
                {(!required).then(|| view! {
                    <Button on_click=remove><Icon name="trash"/>{removed.get_value()}</Button>
                })}
            </Show>
        </fieldset>
    }
    .into_any()
}

fn members(body: Body, place: StoredValue<Path>, about: About) -> impl IntoView {
    let field = move |member: Member| {
        let Member {
            name,
            title,
            hint,
            required,
            schema,
        } = member;
        let place = place.with_value(|place| place.join(name));
        view! { <Node body schema place title hint required/> }
    };
    let fields = about.members.into_iter().map(field).collect_view();
    let more = about.takes_more.then(|| {
        view! { <p class="form-note">{t::it_may_have_other_members_too_write()}</p> }
    });
    (fields, more)
}

/// The items of a list.
#[component]
fn Items(body: Body, place: StoredValue<Path>, schema: Option<SchemaAt>) -> impl IntoView {
    let designer = use_designer();
    let count = Memo::new(move |_| match body.at(&place.get_value()) {
        Some(Value::Array(items)) => items.len(),
        _ => 0,
    });
    let schema = StoredValue::new(schema);
    let add = move || {
        let at = place.with_value(|place| place.join(count.get_untracked()));
        let begun =
            designer.now(|connector| schema.get_value()?.read(connector, beginning).flatten());
        body.put(&at, Some(begun.unwrap_or(Value::Null)));
    };
    let item = move |index: usize| {
        let own = place.with_value(|place| place.join(index));
        let title = t::item(&(index + 1));
        let removed = t::remove_item(&(index + 1));
        let remove = move || {
            let list = place.get_value();
            body.put(&list.join(index), None);
            body.form.item_removed(&body.full.get_value(), &list, index);
        };
        let node = schema.get_value().map(|schema| {
            view! { <Node body schema place=own title required=true/> }
        });
        view! {
            <li>
                <div class="body-item">{node}</div>
                <Button label=removed on_click=remove><Icon name="trash"/></Button>
            </li>
        }
    };
    view! {
        <ol class="body-items">
            <For each=move || 0..count.get().min(MAX_ITEMS) key=|index| *index children=item/>
        </ol>
        <Show when=move || { count.get() > MAX_ITEMS }>
            <p class="form-note">{move || t::list_has_more(&count.get(), &MAX_ITEMS)}</p>
        </Show>
        <Button on_click=add><Icon name="plus"/>{t::add_an_item()}</Button>
    }
}
