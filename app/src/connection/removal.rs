//! Asks once before a connection is deleted, and says what is lost.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::connections::{Connection, delete_connection};
use crate::components::{Button, ButtonKind, Dialog, use_toasts};
use crate::texts::common;
use crate::texts::connections as t;

/// The question.
#[component]
pub(crate) fn RemovalDialog(
    /// The connection.
    #[prop(into)]
    connection: Signal<Option<Connection>>,
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// It was deleted, or could not be.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let name = move || {
        connection
            .get()
            .map(|connection| connection.name)
            .unwrap_or_default()
    };
    let delete = move || {
        let Some(id) = connection.get_untracked().map(|connection| connection.id) else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let deleted = delete_connection(id).await;
            if busy.is_disposed() {
                return;
            }
            busy.set(false);
            open.set(false);
            match deleted {
                Ok(()) => toasts.info(t::connection_deleted().to_owned()),
                Err(error) => toasts.error(error),
            }
            on_done.run(());
        });
    };
    view! {
        <Dialog title=t::delete_the_connection() open on_close=move || open.set(false)>
            <p>"“" {name} {t::goes_with_its_credentials_which_nobody_can()}</p>
            <div class="dialog-actions">
                <Button kind=ButtonKind::Secondary on_click=move || open.set(false)>{common::cancel()}</Button>
                <Button kind=ButtonKind::Danger busy on_click=delete>{t::delete_connection()}</Button>
            </div>
        </Dialog>
    }
}
