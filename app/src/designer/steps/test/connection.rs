//! The connection that a call uses: pick one, or make one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;
use tenon_connector::Connector;
use tenon_connector::properties::Authentication;
use tenon_connector::security::{Way, WayError};

use super::connection_form::{ConnectionForm, can_connect};
use super::sign_in::SignIn;
use super::standing::{Standing, TestConnection};
use crate::api::connections::{Connection, connections};
use crate::components::{Button, ButtonKind, Dialog, ErrorPanel, Icon};
use crate::connection::RemovalDialog;
use crate::designer::fields::ChoiceEdit;
use crate::designer::state::use_designer;
use crate::error::AppError;
use crate::texts::{connections as c, test as t};

/// The choice of a connection.
#[component]
pub(super) fn ConnectionChoice(
    /// The id of the connection that is chosen.
    chosen: RwSignal<Option<String>>,
    /// Changes when a call ended.
    #[prop(into)]
    called: Signal<u32>,
) -> impl IntoView {
    let designer = use_designer();
    let can_connect = designer.memo(can_connect);
    // Who comes back from a provider goes on with the connection that they signed in with.
    let come_back = use_query_map().read_untracked().get("connection");
    // Who comes from the list of connections to change one finds its dialog open.
    let is_to_edit = StoredValue::new(use_query_map().read_untracked().get("open").is_some());
    if chosen.with_untracked(Option::is_none) && come_back.is_some() {
        chosen.set(come_back);
    }
    let unsupported = designer.memo(unsupported);
    let nothing_yet = Memo::new(move |_| match unsupported.get() {
        Some(note) => note,
        None if !can_connect.get() => t::no_connection_is_needed().to_owned(),
        None => t::there_is_no_connection_yet().to_owned(),
    });
    let kept = RwSignal::new(None::<Result<Vec<Connection>, AppError>>);
    let load = move || {
        spawn_local(async move {
            let answer = connections(designer.id()).await;
            // Nobody waits for it any more when the step was left.
            kept.try_set(Some(answer));
        });
    };
    // In the browser alone: a page that waits for what only the browser has fails on the server.
    Effect::new(move |_| load());
    let creating = RwSignal::new(false);
    let all = Memo::new(move |_| kept.get().and_then(Result::ok).unwrap_or_default());
    Effect::new(move |_| {
        // Before they are there nothing is known to be missing.
        if kept.with(Option::is_none) {
            return;
        }
        let known = all.get();
        let fits = chosen
            .get_untracked()
            .is_some_and(|id| known.iter().any(|c| c.id == id));
        if !fits {
            chosen.set(known.first().map(|connection| connection.id.clone()));
        }
    });
    let options = Signal::derive(move || {
        all.get()
            .into_iter()
            .map(|connection| match connection.is_own {
                true => (connection.id, connection.name),
                false => (
                    connection.id,
                    t::connection_of(&connection.name, &connection.owner),
                ),
            })
            .collect::<Vec<_>>()
    });
    let current = Signal::derive(move || {
        let id = chosen.get()?;
        all.get().into_iter().find(|connection| connection.id == id)
    });
    let label = designer.memo(move |connector| label(connector, current.get().as_ref()));
    let stray = designer.memo(move |connector| {
        let set = current.get()?.set;
        let way = Way::of_connection(connector, &set);
        way.err().map(|error| match error {
            WayError::NotChosen => t::no_way_is_chosen().to_owned(),
            WayError::Gone { name } => t::the_way_is_gone(&name),
        })
    });
    // A call with a connection may have said something of it.
    Effect::new(move |ran: Option<()>| {
        called.track();
        if ran.is_some() {
            load();
        }
    });
    let (editing, removing) = (RwSignal::new(false), RwSignal::new(false));
    let may_change = Memo::new(move |_| current.get().is_some_and(|own| own.may_change));
    let may_remove = Memo::new(move |_| current.get().is_some_and(|own| own.may_remove));
    Effect::new(move |_| {
        if may_change.get() && is_to_edit.get_value() {
            is_to_edit.set_value(false);
            editing.set(true);
        }
    });
    let value = Signal::derive(move || chosen.get().unwrap_or_default());
    let on_done = Callback::new(move |id: Option<String>| {
        creating.set(false);
        if id.is_some() {
            chosen.set(id);
            load();
        }
    });
    let on_edited = Callback::new(move |id: Option<String>| {
        editing.set(false);
        if id.is_some() {
            load();
        }
    });
    view! {
        <p class="form-note">{t::authentication()} {move || label.get()}</p>
        <Show
            when=move || !all.with(Vec::is_empty)
            fallback=move || {
                view! {
                    <p class="form-note">
                        {move || nothing_yet.get()}
                    </p>
                }
            }
        >
            <div class="connection-choice">
                <ChoiceEdit label=t::selected_connection() value options on_change=move |id| chosen.set(Some(id))/>
                <Show when=move || may_change.get()>
                    <Button kind=ButtonKind::Quiet label=t::edit_connection() on_click=move || editing.set(true)>
                        <Icon name="edit"/>
                    </Button>
                </Show>
                <Show when=move || may_remove.get()>
                    <Button kind=ButtonKind::Quiet label=c::delete_connection() on_click=move || removing.set(true)>
                        <Icon name="trash"/>
                    </Button>
                </Show>
            </div>
            {move || stray.get().map(|why| view! { <p class="form-note">{why}</p> })}
            <Standing connection=current/>
            <Show when=move || may_change.get()>
                <SignIn connection=current on_done=load/>
            </Show>
        </Show>
        {move || match kept.get() {
            Some(Err(error)) => Some(view! { <ErrorPanel error on_retry=load/> }),
            _ => None,
        }}
        <Show when=move || can_connect.get() && unsupported.get().is_none()>
            <div class="connection-choice">
                <Button kind=ButtonKind::Secondary on_click=move || creating.set(true)>
                    <Icon name="plus"/>
                    {t::new_connection()}
                </Button>
                <Show when=move || chosen.with(Option::is_some)>
                    <TestConnection chosen on_done=load/>
                </Show>
            </div>
        </Show>
        <Dialog title=t::new_connection() open=creating on_close=move || creating.set(false)>
            <Show when=move || creating.get()>
                <ConnectionForm on_done/>
            </Show>
        </Dialog>
        <Dialog title=t::edit_connection() open=editing on_close=move || editing.set(false)>
            {move || {
                let edited = editing.get().then(|| current.get_untracked()).flatten();
                edited.map(|edited| view! { <ConnectionForm edited on_done=on_edited/> })
            }}
        </Dialog>
        <RemovalDialog connection=current open=removing on_done=load/>
    }
}

/// How calls authenticate: with the connection that is chosen, where there are several ways.
fn label(connector: &Connector, current: Option<&Connection>) -> String {
    let way = current.and_then(|current| Way::of_connection(connector, &current.set).ok());
    let whole = || Authentication::of(connector).label().to_owned();
    way.map_or_else(whole, |way| {
        let authentication = way.authentication(connector);
        match way.set(connector) {
            Some(set) => format!("{} ({})", authentication.label(), set.label()),
            None => authentication.label().to_owned(),
        }
    })
}

/// What to say of a connector whose authentication test calls do not do.
fn unsupported(connector: &Connector) -> Option<String> {
    let Authentication::Unsupported { kind } = Authentication::of(connector) else {
        return None;
    };
    Some(t::test_calls_cannot_authenticate_in_this_way(&kind))
}
