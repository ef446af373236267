//! Deleting a connector, after asking once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::connectors::{ConnectorRow, delete_connector};
use crate::components::{Button, ButtonKind, Dialog, ErrorPanel, use_toasts};
use crate::error::AppError;

/// The question, open while there is a connector to delete.
#[component]
pub(super) fn DeleteDialog(
    /// The connector; none while nothing is to be deleted.
    doomed: RwSignal<Option<ConnectorRow>>,
    /// It is gone.
    #[prop(into)]
    on_deleted: Callback<()>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<AppError>);
    let toasts = use_toasts();
    let close = move || {
        error.set(None);
        doomed.set(None);
    };
    let delete = move || {
        let Some(row) = doomed.get_untracked() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let answer = delete_connector(row.id).await;
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    close();
                    toasts.info(format!("“{}” is deleted.", row.title));
                    on_deleted.run(());
                }
                Err(reason) => error.set(Some(reason)),
            }
        });
    };
    view! {
        <Dialog title="Delete connector?" open=Signal::derive(move || doomed.with(Option::is_some)) on_close=close>
            <p>{move || doomed.with(|doomed| doomed.as_ref().map(what_is_lost))}</p>
            {move || error.get().map(|error| view! { <ErrorPanel error title="The connector was not deleted"/> })}
            <div class="dialog-actions">
                <Button on_click=close>"Cancel"</Button>
                <Button kind=ButtonKind::Danger busy on_click=delete>"Delete connector"</Button>
            </div>
        </Dialog>
    }
}

fn what_is_lost(row: &ConnectorRow) -> String {
    let versions = if row.version == 1 {
        "its only version".to_owned()
    } else {
        format!("all {} versions of it", row.version)
    };
    format!(
        "“{}”, {versions} and the connections that people made for it are deleted for good. This cannot be undone. \
         Export it first if you may need it again.",
        row.title
    )
}
