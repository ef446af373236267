//! A call as a command line of curl: without its secrets at once, with them when the owner of the connection asks.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::calls::{CallRequest, call_command_line};
use crate::components::{Button, ButtonKind, CodeBlock, CopyButton, Dialog, ErrorPanel, Skeleton};
use crate::error::AppError;
use crate::texts::calls as t;

/// The ways to copy a call.
#[component]
pub(super) fn Command(
    /// The call as it was asked for, where its owner may have it with secrets.
    request: Option<CallRequest>,
    /// The command without secrets; none where the body is too long.
    curl: Option<String>,
) -> impl IntoView {
    let copy = curl.map(|curl| {
        let text = Signal::derive(move || curl.clone());
        view! { <CopyButton text label=t::copy_as_curl()/> }
    });
    let with_secrets = request
        .filter(|request| request.connection.is_some())
        .map(|request| view! { <WithSecrets request/> });
    view! {
        {copy}
        {with_secrets}
    }
}

/// The command with the secrets of the connection, in a dialog.
#[component]
fn WithSecrets(
    /// The call as it was asked for.
    request: CallRequest,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let command = RwSignal::new(None::<Result<String, AppError>>);
    let request = StoredValue::new(request);
    let ask = move || {
        is_open.set(true);
        command.set(None);
        spawn_local(async move {
            let answer = call_command_line(request.get_value()).await;
            command.try_set(Some(answer));
        });
    };
    let close = move || {
        is_open.set(false);
        command.set(None);
    };
    view! {
        <Button kind=ButtonKind::Quiet on_click=ask>{t::curl_with_secrets()}</Button>
        <Dialog title=t::curl_with_secrets() open=is_open on_close=close>
            <p>{t::the_command_holds_the_credentials_of_your()}</p>
            {move || match command.get() {
                _ if !is_open.get() => ().into_any(),
                None => view! { <Skeleton lines=3/> }.into_any(),
                Some(Ok(text)) => view! { <CodeBlock text label=t::command_line()/> }.into_any(),
                Some(Err(error)) => view! { <ErrorPanel error/> }.into_any(),
            }}
        </Dialog>
    }
}
