//! Definition: the operations, one of them open (spec section A.3).

mod address;
mod list;
mod operation;
mod parameter;
mod parameters;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use tenon_connector::swagger::{Operation, OperationKey, operations};

use self::list::OperationList;
use self::operation::OperationEditor;
use crate::components::EmptyState;
use crate::designer::state::{Designer, use_designer};
use crate::texts::definition as t;

/// The step.
#[component]
pub(super) fn Definition() -> impl IntoView {
    let designer = use_designer();
    let query = use_query_map();
    let named = Memo::new(move |_| {
        query
            .read()
            .get("operation")
            .and_then(|text| OperationKey::parse(&text))
    });
    let first = designer.memo(|connector| {
        operations(connector.definition())
            .next()
            .map(|o| o.key().clone())
    });
    let selected = Memo::new(move |_| named.get().or_else(|| first.get()));
    let exists = designer.memo(move |connector| {
        selected
            .get()
            .filter(|key| Operation::find(connector.definition(), key).is_some())
    });
    view! {
        <div class="definition">
            <OperationList selected=exists/>
            <div class="definition-editor">
                {move || match (exists.get(), selected.get()) {
                    (Some(key), _) => view! { <OperationEditor key/> }.into_any(),
                    (None, Some(key)) => {
                        let text = t::is_not_in_the_definition_any_more(&key);
                        view! { <EmptyState title=t::no_such_operation() text/> }.into_any()
                    }
                    (None, None) => {
                        let text = t::add_an_action_for_each_thing_that();
                        view! { <EmptyState title=t::no_operations_yet() text/> }.into_any()
                    }
                }}
            </div>
        </div>
    }
}

/// The address of the step with an operation open.
pub(in crate::designer) fn address_of(designer: Designer, key: &OperationKey) -> String {
    let query = js_encode(&key.to_string());
    format!(
        "{}?operation={query}",
        crate::routes::designer(&designer.id(), "definition")
    )
}

/// Percent-encodes all that means something in a query.
fn js_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Opens operations, from an event.
fn use_open_operation() -> impl Fn(&OperationKey) + Clone + Send + Sync + 'static {
    let designer = use_designer();
    let navigate = use_navigate();
    move |key: &OperationKey| {
        let options = NavigateOptions {
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&address_of(designer, key), options);
    }
}
