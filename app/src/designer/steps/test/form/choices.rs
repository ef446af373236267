//! Choices that another operation supplies, fetched with a call of it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::request::choices::{choices_in, supplied_choices};
use tenon_connector::request::form::text_of;
use tenon_connector::request::tree::supplied_tree;
use tenon_connector::swagger::{OperationKey, Source};

use super::at::SchemaAt;
use super::state::FormState;
use super::supply::{Supplier, whole};
use crate::components::{Button, Icon, Select};
use crate::designer::state::use_designer;
use crate::texts::{findings, test as t};

/// How far the choices are fetched.
#[derive(Clone, Debug, PartialEq)]
enum Fetched {
    NotYet,
    UnderWay,
    Choices(Vec<(String, String)>),
    Failed(String),
}

/// A button that fetches the choices of a field, then the choices; nothing for a field that has none. Any other value
/// can be written into the field still.
#[component]
pub(super) fn SuppliedChoices(
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
    /// A choice was made.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let designer = use_designer();
    let own = holder.clone();
    let is_supplied = designer.memo(move |connector| {
        let has_tree = own.with_dynamic(connector, supplied_tree, |_| ()).is_some();
        let of_an_operation = own.with_dynamic(connector, supplied_choices, |dynamic| {
            matches!(dynamic.source(), Some(Source::Operation(_)))
        });
        // A file picker of the platform stands beside the tree that says how to do without it.
        of_an_operation.is_some_and(|of_an_operation| of_an_operation || !has_tree)
    });
    let supplier = StoredValue::new(Supplier {
        designer,
        form,
        operation,
        holder,
        find: supplied_choices,
    });
    let fetched = RwSignal::new(Fetched::NotYet);
    let fetch = move || {
        let supplier = supplier.get_value();
        let asked = match supplier.call(whole, None) {
            None => return,
            Some(Ok(asked)) => asked,
            Some(Err(reason)) => return fetched.set(Fetched::Failed(reason)),
        };
        fetched.set(Fetched::UnderWay);
        spawn_local(async move {
            let answer = supplier.answer(asked).await;
            if fetched.is_disposed() {
                return;
            }
            let choices = answer.and_then(|answer| {
                let found = supplier.read(whole, |_, dynamic| choices_in(dynamic, &answer));
                let found = found.unwrap_or_else(|| Ok(Vec::new()));
                found.map_err(|error| findings::of_call(&error.message()))
            });
            fetched.set(match choices {
                Ok(choices) => Fetched::Choices(
                    choices
                        .into_iter()
                        .map(|(value, title)| (text_of(&value), title))
                        .collect(),
                ),
                Err(reason) => Fetched::Failed(reason),
            });
        });
    };
    let label = StoredValue::new(t::choices_for(&title));
    let shown = move || match fetched.get() {
        Fetched::NotYet | Fetched::UnderWay => None,
        Fetched::Failed(reason) => {
            Some(view! { <p class="field-error" role="alert">{reason}</p> }.into_any())
        }
        Fetched::Choices(choices) if choices.is_empty() => {
            Some(view! { <p class="form-note">{t::the_service_offers_no_choices()}</p> }.into_any())
        }
        Fetched::Choices(choices) => {
            let first = (String::new(), t::choose_a_value().to_owned());
            let options: Vec<_> = std::iter::once(first).chain(choices).collect();
            let choose = move |chosen: String| on_change.run(chosen);
            Some(
                view! { <Select label=label.get_value() value options on_change=choose/> }
                    .into_any(),
            )
        }
    };
    view! {
        <Show when=move || is_supplied.get()>
            <div class="supplied-choices">
                <Button busy=Signal::derive(move || fetched.get() == Fetched::UnderWay) on_click=fetch>
                    <Icon name="list"/>{t::load_the_choices()}
                </Button>
                {shown}
            </div>
        </Show>
    }
}
