//! Test: an operation run against the real service (spec section G). It runs the connector as it
//! stands in the designer, saved or not.

mod connection;
mod connection_form;
mod form;
mod running;
mod sign_in;
mod standing;

use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::Connector;
use tenon_connector::properties::Authentication;
use tenon_connector::swagger::{Operation, OperationKey, operations};

use self::connection::ConnectionChoice;
use self::form::{CallForm, FormState};
use self::running::Running;
use crate::api::calls::{CallRequest, CallTranscript, test_call};
use crate::call::Transcript;
use crate::components::{Button, ButtonKind, EmptyState, ErrorPanel};
use crate::designer::fields::ChoiceEdit;
use crate::designer::state::use_designer;
use crate::error::AppError;
use crate::texts::common;
use crate::texts::test as t;

/// What became of the last call.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    /// There was none yet.
    None,
    /// It is under way.
    Running,
    /// The maker did not wait for its end.
    Cancelled,
    /// It ended.
    Done(Box<CallRequest>, Result<CallTranscript, AppError>),
}

/// The step.
#[component]
pub(super) fn Test() -> impl IntoView {
    let designer = use_designer();
    let keys = designer.memo(|connector| {
        let row = |operation: Operation<'_>| (operation.key().to_string(), operation.label());
        operations(connector.definition())
            .map(row)
            .collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(None::<String>);
    let current = Memo::new(move |_| {
        let all = keys.get();
        let kept = chosen
            .get()
            .filter(|key| all.iter().any(|(known, _)| known == key));
        kept.or_else(|| all.first().map(|(key, _)| key.clone()))
            .unwrap_or_default()
    });
    view! {
        <Show
            when=move || keys.with(|keys| !keys.is_empty())
            fallback=|| {
                view! { <EmptyState title=t::nothing_to_test_yet() text=t::add_an_operation_in_the_definition_step()/> }
            }
        >
            <div class="test-step">
                <TestCall keys current on_choose=move |key| chosen.set(Some(key))/>
            </div>
        </Show>
    }
}

/// Connection, operation, inputs and what came of them.
#[component]
fn TestCall(
    /// The operations: what names them, and their labels.
    keys: Memo<Vec<(String, String)>>,
    /// The operation that is chosen.
    current: Memo<String>,
    /// The maker chose another one.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let designer = use_designer();
    let connection = RwSignal::new(None::<String>);
    let form = FormState::new(connection);
    let outcome = RwSignal::new(Outcome::None);
    let calls = RwSignal::new(0_u32);
    let under_way = StoredValue::new(None::<AbortHandle>);
    let cancel = move || {
        if let Some(work) = under_way.get_value() {
            work.abort();
        }
    };
    let needs_connection = designer.memo(Authentication::needs_connection);
    let left_out = designer.memo(left_out);
    let can_connect = designer.memo(|connector| {
        !matches!(
            Authentication::of(connector),
            Authentication::Unsupported { .. }
        )
    });
    let blocked = Signal::derive(move || needs_connection.get() && connection.get().is_none());
    let run = move |anyway: bool| {
        let Some(operation) = OperationKey::parse(&current.get_untracked()) else {
            return;
        };
        let inputs = designer.now(|connector| match anyway {
            true => form.inputs_anyway(connector, &operation),
            false => form.inputs(connector, &operation),
        });
        let Some(inputs) = inputs else {
            return;
        };
        let (version, actions) = designer.unsaved();
        let connection = connection.get_untracked();
        let request = CallRequest {
            connector: designer.id(),
            version,
            actions,
            operation,
            connection,
            inputs,
        };
        outcome.set(Outcome::Running);
        let (work, abort) = abortable(test_call(request.clone()));
        under_way.set_value(Some(abort));
        spawn_local(async move {
            let answer = work.await;
            if !outcome.is_disposed() {
                outcome.set(match answer {
                    Ok(answer) => Outcome::Done(Box::new(request), answer),
                    Err(_) => Outcome::Cancelled,
                });
                calls.update(|calls| *calls = calls.wrapping_add(1));
            }
        });
    };
    let on_fit =
        Callback::new(move |edits| designer.try_change(t::make_the_schema_fit(), |_| edits));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !blocked.get_untracked() && outcome.get_untracked() != Outcome::Running {
            run(false);
        }
    };
    let may_send_anyway = Signal::derive(move || {
        let operation = OperationKey::parse(&current.get());
        operation.is_some_and(|operation| form.may_send_anyway(&operation))
    });
    let is_running = Signal::derive(move || outcome.get() == Outcome::Running);
    view! {
        <form class="form-sections" on:submit=submit novalidate>
            <section class="form-section" aria-labelledby="test-connection">
                <h2 id="test-connection">{t::connection()}</h2>
                <ConnectionChoice chosen=connection called=calls/>
            </section>
            <section class="form-section" aria-labelledby="test-operation">
                <h2 id="test-operation">{common::operation()}</h2>
                <ChoiceEdit label=t::operation_to_call() value=current options=keys on_change=on_choose/>
                {move || left_out.get().map(|note| view! { <p class="form-note">{note}</p> })}
                {move || OperationKey::parse(&current.get()).map(|key| view! { <CallForm key form/> })}
                <div class="test-run">
                    <Button
                        kind=ButtonKind::Primary
                        submit=true
                        disabled=blocked
                        busy=is_running
                    >
                        {t::test_operation()}
                    </Button>
                    <Show when=move || may_send_anyway.get()>
                        <Button disabled=blocked busy=is_running on_click=move || run(true)>
                            {t::send_anyway()}
                        </Button>
                        <p class="form-note">{t::values_are_not_as_defined()}</p>
                    </Show>
                    <Show when=move || blocked.get() && can_connect.get()>
                        <p class="form-note">{t::create_a_connection_first_the_api_asks()}</p>
                    </Show>
                </div>
            </section>
        </form>
        <section class="test-result" aria-label=t::result() aria-live="polite">
            {move || match outcome.get() {
                Outcome::None => {
                    let text = t::the_response_what_each_policy_did_and();
                    view! { <EmptyState title=t::no_call_yet() text/> }.into_any()
                }
                Outcome::Running => view! { <Running on_cancel=move |()| cancel()/> }.into_any(),
                Outcome::Cancelled => {
                    view! { <EmptyState title=t::the_call_was_cancelled() text=t::the_service_may_have_received_it()/> }
                        .into_any()
                }
                Outcome::Done(asked, Ok(transcript)) => view! { <Transcript asked=*asked transcript on_fit/> }.into_any(),
                Outcome::Done(_, Err(error)) => view! { <ErrorPanel error/> }.into_any(),
            }}
        </section>
    }
}

/// What of the connector a test call leaves out, in words; none when it leaves out nothing.
fn left_out(connector: &Connector) -> Option<&'static str> {
    let note = t::the_custom_code_of_this_connector_runs();
    connector.script().is_some().then_some(note)
}
