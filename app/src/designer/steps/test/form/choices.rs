//! Choices that another operation supplies, fetched with a call of it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use tenon_connector::Connector;
use tenon_connector::document::Path;
use tenon_connector::request::choices::{choices_call, choices_in, supplied_choices};
use tenon_connector::request::form::text_of;
use tenon_connector::swagger::{OperationKey, Schema};

use super::state::FormState;
use crate::api::calls::{
    CallCourse, CallOutcome, CallRequest, CallTranscript, ResponseBody, test_call,
};
use crate::components::{Button, Icon, Select};
use crate::designer::state::use_designer;
use crate::texts::test as t;

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
    holder: Path,
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
    let holder = StoredValue::new(holder);
    let operation = StoredValue::new(operation);
    let is_supplied = designer.memo(move |connector| {
        let found = dynamic_at(connector, &holder.get_value(), |_| ());
        found.is_some()
    });
    let fetched = RwSignal::new(Fetched::NotYet);
    let fetch = move || {
        let asked = designer.now(|connector| {
            let given = form.given(connector, &operation.get_value());
            let definition = connector.definition();
            dynamic_at(connector, &holder.get_value(), |dynamic| {
                choices_call(definition, dynamic, &given)
            })
        });
        let (operation, inputs) = match asked {
            None => return,
            Some(Ok(asked)) => asked,
            Some(Err(error)) => return fetched.set(Fetched::Failed(error.to_string())),
        };
        let (version, actions) = designer.unsaved();
        let request = CallRequest {
            connector: designer.id(),
            version,
            actions,
            operation,
            connection: form.connection.get_untracked(),
            inputs,
        };
        fetched.set(Fetched::UnderWay);
        spawn_local(async move {
            let answer = test_call(request).await;
            if fetched.is_disposed() {
                return;
            }
            let answer = answer.map_err(|error| error.message).and_then(answer_of);
            let choices = answer.and_then(|answer| {
                let found = designer.now(|connector| {
                    dynamic_at(connector, &holder.get_value(), |dynamic| {
                        choices_in(dynamic, &answer)
                    })
                });
                let found = found.unwrap_or_else(|| Ok(Vec::new()));
                found.map_err(|error| error.to_string())
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

/// Does something with what supplies the choices of a parameter or a schema.
fn dynamic_at<T>(
    connector: &Connector,
    holder: &Path,
    act: impl FnOnce(&tenon_connector::swagger::Dynamic<'_>) -> T,
) -> Option<T> {
    let definition = connector.definition();
    let own = holder.get(definition)?;
    if let Some(dynamic) = supplied_choices(own, holder) {
        return Some(act(&dynamic));
    }
    let target = Schema::at(definition, holder)?.target()?;
    supplied_choices(target.json(), target.path()).map(|dynamic| act(&dynamic))
}

/// What a service answered, as JSON.
fn answer_of(transcript: CallTranscript) -> Result<Value, String> {
    let exchange = match transcript.course {
        CallCourse::Stopped(reason) => return Err(reason),
        CallCourse::Sent(exchange) => exchange,
    };
    let response = match exchange.outcome {
        CallOutcome::Answered(response) => response,
        CallOutcome::Spoilt { reason, .. } | CallOutcome::Failed(reason) => return Err(reason),
    };
    if !(200..300).contains(&response.status) {
        return Err(t::it_answered(&response.status, &response.reason));
    }
    let text = match response.body {
        ResponseBody::Text {
            text, truncated, ..
        } if !truncated => text,
        _ => return Err(t::too_long_for_choices().to_owned()),
    };
    serde_json::from_str(&text).map_err(|_| t::no_json_for_choices().to_owned())
}
