//! The call of a run made again, with its connection or another one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::api::connections::Connection;
use crate::api::runs::{Replay, ReplayRequest, replay_run};
use crate::components::{Button, ButtonKind, ErrorPanel, Field, Select};
use crate::error::AppError;
use crate::texts::runs as t;

/// The way to make the call again, or why there is none.
#[component]
pub(super) fn Again(
    /// The run's id.
    id: String,
    /// The id of the connector that was called.
    connector: String,
    /// How it can be made.
    replay: Replay,
) -> impl IntoView {
    match replay {
        Replay::Impossible(reason) => view! { <p class="form-note">{reason}</p> }.into_any(),
        Replay::Same => {
            view! { <RunAgain id note=t::with_the_newest_version_and_the_same()/> }.into_any()
        }
        Replay::Choose {
            reason,
            connections,
        } if connections.is_empty() => {
            let test = crate::routes::designer(&connector, "test");
            view! {
                <div class="run-again">
                    <p class="form-note">{reason}" "{t::you_have_no_connection()}</p>
                    <a class="button button-secondary" href=test>{t::make_one_in_the_test_step()}</a>
                </div>
            }
            .into_any()
        }
        Replay::Choose {
            reason,
            connections,
        } => {
            let first = connections.first().map(|connection| connection.id.clone());
            let chosen = RwSignal::new(first.unwrap_or_default());
            let options: Vec<_> = connections.into_iter().map(named).collect();
            view! {
                <div class="run-choice">
                    <p class="form-note">{reason}</p>
                    <Field label=t::connection_to_use()>
                        <Select value=chosen options=options on_change=move |id| chosen.set(id)/>
                    </Field>
                    <RunAgain id note=t::with_the_newest_version() with=chosen/>
                </div>
            }
            .into_any()
        }
    }
}

/// A connection's id, and what it is called in a choice.
fn named(connection: Connection) -> (String, String) {
    let name = match connection.is_own {
        true => connection.name,
        false => t::of_owner(&connection.name, &connection.owner),
    };
    (connection.id, name)
}

/// Makes the call again.
#[component]
fn RunAgain(
    /// The run's id.
    id: String,
    /// What it is made with.
    note: &'static str,
    /// The id of the connection to make it with; none for the same as then.
    #[prop(optional)]
    with: Option<RwSignal<String>>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<AppError>);
    let navigate = use_navigate();
    let id = StoredValue::new(id);
    let replay = move || {
        busy.set(true);
        let navigate = navigate.clone();
        let request = ReplayRequest {
            id: id.get_value(),
            connection: with.map(|chosen| chosen.get_untracked()),
        };
        spawn_local(async move {
            let made = replay_run(request).await;
            if busy.is_disposed() {
                return;
            }
            busy.set(false);
            match made {
                Ok(run) => navigate(&crate::routes::run(&run), NavigateOptions::default()),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    view! {
        <div class="run-again">
            <Button kind=ButtonKind::Primary busy on_click=replay>{t::run_again()}</Button>
            <p class="form-note">{note}</p>
            {move || failed.get().map(|error| view! { <ErrorPanel error/> })}
        </div>
    }
}
