//! The fields of a value whose schema another operation supplies, fetched with a call of it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use tenon_connector::document::Path;
use tenon_connector::request::form::{beginning, completed, unknown_members};
use tenon_connector::request::supplied_schema::{schema_in, supplied_schema};

use super::at::SchemaAt;
use super::body::Body;
use super::loaded::LoadedFields;
use super::supply::{Asked, Supplier, whole};
use crate::components::{Button, Icon, unique_id};
use crate::designer::state::use_designer;
use crate::texts::{findings, test as t};

/// So many names are told one by one.
const NAMED: usize = 8;

/// A button that fetches the fields of a value, and what is to be said of those that are there.
#[component]
pub(super) fn SuppliedFields(
    /// The body.
    body: Body,
    /// Where the value is in it.
    place: StoredValue<Path>,
    /// Its declared schema.
    holder: SchemaAt,
    /// Its name.
    title: String,
) -> impl IntoView {
    let (operation, _) = body.full.get_value();
    let supplier = StoredValue::new(Supplier {
        designer: use_designer(),
        form: body.form,
        operation,
        holder,
        find: supplied_schema,
    });
    let is_under_way = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let loaded = Memo::new(move |_| body.loaded(&place.get_value()));
    let fetch = move || {
        let supplier = supplier.get_value();
        failed.set(None);
        let asked = match supplier.call(whole, None) {
            None => return,
            Some(Ok(asked)) => asked,
            Some(Err(reason)) => return failed.set(Some(reason)),
        };
        is_under_way.set(true);
        spawn_local(async move {
            let fetched = fetch_schema(&supplier, asked.clone()).await;
            if is_under_way.is_disposed() {
                return;
            }
            is_under_way.set(false);
            match fetched {
                Ok(schema) => take_over(body, &place.get_value(), supplier.holder, schema, asked),
                Err(reason) => failed.set(Some(reason)),
            }
        });
    };
    let is_outdated = Memo::new(move |_| {
        let loaded = loaded.get();
        loaded.is_some_and(|own| supplier.with_value(|s| s.is_outdated(whole, &own.asked)))
    });
    let notes = move || {
        let loaded = loaded.get()?;
        let value = body.at(&place.get_value());
        let notes = notes_of(supplier, &loaded, value.as_ref()).into_iter();
        Some(
            notes
                .map(|note| view! { <p class="form-note">{note}</p> })
                .collect_view(),
        )
    };
    let id = unique_id("supplied-fields");
    let labelled_by = id.clone();
    view! {
        <div class="supplied-fields" role="group" aria-labelledby=labelled_by>
            <span class="supplied-title" id=id>{t::fields_of(&title)}</span>
            <Button busy=is_under_way on_click=fetch>
                <Icon name="list"/>
                {move || if loaded.with(Option::is_some) { t::load_the_fields_again() } else { t::load_the_fields() }}
            </Button>
            <Show when=move || loaded.with(Option::is_none)>
                <p class="form-note">{t::an_operation_supplies_the_fields()}</p>
            </Show>
            <Show when=move || is_outdated.get()>
                <p class="form-note" role="status">{t::the_fields_are_for_other_values()}</p>
            </Show>
            {notes}
            {move || failed.get().map(|reason| view! { <p class="field-error" role="alert">{reason}</p> })}
        </div>
    }
}

async fn fetch_schema(supplier: &Supplier, asked: Asked) -> Result<Option<SchemaAt>, String> {
    let answer = supplier.answer(asked).await?;
    let schema = supplier.read(whole, |definition, dynamic| {
        schema_in(definition, dynamic, &answer)
    });
    let schema = schema
        .unwrap_or(Ok(None))
        .map_err(|error| findings::of_call(&error.message()))?;
    Ok(schema.map(|schema| SchemaAt::supplied(Arc::new(schema))))
}

/// Has the form show the fields, and begins with what they begin with; what is there stays.
fn take_over(body: Body, place: &Path, declared: SchemaAt, schema: Option<SchemaAt>, asked: Asked) {
    let begun = schema.as_ref().and_then(|schema| {
        let designer = body.designer;
        designer.now(|connector| schema.read(connector, beginning).flatten())
    });
    body.form.load(
        (body.full.get_value(), place.clone()),
        LoadedFields {
            declared,
            schema,
            asked,
        },
    );
    // What is no JSON (yet) is for the maker to mend.
    let text = untrack(|| body.form.text(&body.full.get_value()));
    let is_unreadable =
        body.value.get_untracked().is_none() && text.is_some_and(|text| !text.trim().is_empty());
    if let Some(begun) = begun.filter(|_| !is_unreadable) {
        let old = body.at_untracked(place);
        let new = completed(old.as_ref(), &begun);
        if old.as_ref() != Some(&new) {
            body.put(place, Some(new));
        }
    }
}

/// What is to be said of the fields.
fn notes_of(
    supplier: StoredValue<Supplier>,
    loaded: &LoadedFields,
    value: Option<&Value>,
) -> Vec<String> {
    let Some(schema) = &loaded.schema else {
        return vec![t::there_are_no_fields().to_owned()];
    };
    let unknown = supplier.with_value(|supplier| {
        supplier.designer.now(|connector| {
            let value = value?;
            schema.read(connector, |schema| unknown_members(schema, value))
        })
    });
    let mut notes = Vec::new();
    let lost = schema.unresolved();
    if !lost.is_empty() {
        notes.push(t::references_lead_nowhere(&listed(lost)));
    }
    if let Some(unknown) = unknown.filter(|unknown| !unknown.is_empty()) {
        notes.push(t::other_members_stay(&listed(&unknown)));
    }
    notes
}

/// Names in a row, not too many.
fn listed(names: &[String]) -> String {
    let mut told: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    if names.len() > NAMED {
        told.push("…");
    }
    told.join(", ")
}
