//! The chosen connection: what the last call said of it, and the call that tests it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::request::ConnectionTest;

use crate::api::calls::{CallCourse, CallOutcome, CallTranscript};
use crate::api::connections::{Connection, ConnectionTry, try_connection};
use crate::components::{Button, ButtonKind, Time, use_toasts};
use crate::connection::told;
use crate::designer::state::use_designer;
use crate::texts::test as t;

/// What the last call said of the connection that is chosen.
#[component]
pub(super) fn Standing(
    /// The connection.
    connection: Signal<Option<Connection>>,
) -> impl IntoView {
    move || {
        let connection = connection.get()?;
        let (class, word, reason) = told(connection.status);
        let shared = match (connection.is_shared, connection.is_own) {
            (true, true) => Some(t::shared_by_you().to_owned()),
            (true, false) => Some(t::shared_by(&connection.owner)),
            (false, _) => None,
        };
        let at = connection.status_at;
        let since = (at > 0).then(|| view! { <span class="call-figure"><Time at/></span> });
        Some(view! {
            <p class="connection-standing">
                <span class=class>{word}</span>
                {since}
                {reason.map(|reason| view! { <span class="form-note">{reason}</span> })}
            </p>
            {shared.map(|text| view! { <p class="form-note">{text}</p> })}
        })
    }
}

/// The button that tests the connection, where the connector names an operation for it.
#[component]
pub(super) fn TestConnection(
    /// The id of the connection.
    chosen: RwSignal<Option<String>>,
    /// It was tested.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let designer = use_designer();
    let is_named = designer.memo(|connector| ConnectionTest::of(connector.definition()).is_some());
    let busy = RwSignal::new(false);
    let toasts = use_toasts();
    let test = move || {
        let Some(id) = chosen.get_untracked() else {
            return;
        };
        busy.set(true);
        let (version, actions) = designer.unsaved();
        spawn_local(async move {
            let tried = try_connection(ConnectionTry {
                id,
                version,
                actions,
            })
            .await;
            if busy.is_disposed() {
                return;
            }
            busy.set(false);
            match tried {
                Ok(transcript) => match problem(transcript) {
                    None => toasts.info(t::the_connection_works().to_owned()),
                    Some(problem) => toasts.error(problem),
                },
                Err(error) => toasts.error(error),
            }
            on_done.run(());
        });
    };
    view! {
        <Show when=move || is_named.get()>
            <Button kind=ButtonKind::Secondary busy on_click=test>{t::test_connection()}</Button>
        </Show>
    }
}

/// Why the call that tests a connection did not succeed; none where it did.
fn problem(transcript: CallTranscript) -> Option<String> {
    match transcript.course {
        CallCourse::Stopped(reason) => Some(reason),
        CallCourse::Sent(exchange) => match exchange.outcome {
            CallOutcome::Answered(response) if (200..300).contains(&response.status) => None,
            CallOutcome::Answered(response) => Some(t::the_service_answered_with_check_what_was(
                &response.status,
                &response.reason,
            )),
            CallOutcome::Spoilt { reason, .. }
            | CallOutcome::Cut { reason, .. }
            | CallOutcome::Failed(reason)
            | CallOutcome::Cancelled(reason) => Some(reason),
        },
    }
}
