//! Signing in with a connection of OAuth 2.0: the way to the provider, and how the last sign-in went, step by step.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::Connector;
use tenon_connector::security::Way;
use tenon_connector::security::oauth::{Hop, Manner, OAuth, token_parameter};

use crate::api::connections::{Connection, ConnectionState};
use crate::api::sign_in::{SignInReport, SignInStart, SignInStep, begin_sign_in, last_sign_in};
use crate::components::{Button, ButtonKind, Time, use_toasts};
use crate::designer::state::{Designer, use_designer};
use crate::error::AppError;
use crate::texts::test as t;

/// Begins to sign in. Where people sign in themselves, the browser leaves for the provider; what is not saved is kept
/// as a draft, as always when a page goes away.
pub(super) async fn sign_in(
    designer: Designer,
    connection: String,
    variants: bool,
) -> Result<bool, AppError> {
    let (version, actions) = designer.unsaved();
    let start = SignInStart {
        connection,
        version,
        actions,
        origin: window().location().origin().unwrap_or_default(),
        variants,
    };
    match begin_sign_in(start).await? {
        SignInStep::Done(_) => Ok(true),
        SignInStep::Go(url) => {
            let gone = window().location().set_href(&url);
            gone.map(|()| false)
                .map_err(|_| AppError::invalid(t::the_authorization_url_does_not_open()))
        }
    }
}

/// The buttons that sign in, and the steps of the last sign-in.
#[component]
pub(super) fn SignIn(
    /// The connection.
    connection: Signal<Option<Connection>>,
    /// The client signed in as itself: there is news of the connection.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let designer = use_designer();
    let is_oauth = designer.memo(move |connector| {
        let way = connection.get().and_then(|own| way_of(connector, &own));
        way.is_some_and(|way| token_parameter(connector, way).is_some())
    });
    let shown = Memo::new(move |_| connection.get().filter(|_| is_oauth.get()));
    let report = RwSignal::new(SignInReport::default());
    Effect::new(move |_| {
        let Some(connection) = shown.get() else {
            return;
        };
        spawn_local(async move {
            let id = connection.id.clone();
            // A report that cannot be had hides nothing of the connection: its status says why it does not hold.
            if let Ok(found) = last_sign_in(connection.id).await {
                // Another connection may be shown by now.
                let is_shown = shown
                    .try_with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.id == id));
                if is_shown == Some(true) {
                    report.set(found);
                }
            }
        });
    });
    let busy = RwSignal::new(false);
    let toasts = use_toasts();
    let begin = Callback::new(move |variants: bool| {
        let Some(connection) = shown.get_untracked() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let begun = sign_in(designer, connection.id, variants).await;
            if busy.is_disposed() {
                return;
            }
            match begun {
                // The page goes away: the button stays busy until then.
                Ok(false) => return,
                Ok(true) => on_done.run(()),
                Err(error) => toasts.error(error.to_string()),
            }
            busy.set(false);
        });
    });
    let label = move || match shown.get().map(|connection| connection.status) {
        Some(ConnectionState::SignedOut) => t::sign_in(),
        _ => t::sign_in_again(),
    };
    let next = Memo::new(move |_| {
        let holds = shown.get()?.status == ConnectionState::Good;
        report.get().next.filter(|_| !holds)
    });
    view! {
        <Show when=move || shown.with(Option::is_some)>
            <div class="connection-choice">
                <Button kind=ButtonKind::Secondary busy on_click=move || begin.run(false)>{label}</Button>
                <Show when=move || next.with(Option::is_some)>
                    <Button kind=ButtonKind::Secondary busy on_click=move || begin.run(true)>
                        {t::try_the_likely_variants()}
                    </Button>
                </Show>
            </div>
            {move || next.get().map(|manner| view! {
                <p class="form-note">
                    {t::providers_differ(&manner.words())}
                </p>
            })}
            {move || report.get().manner.map(|manner| view! { <Found manner connection=shown/> })}
            {move || {
                let hops = report.get().hops;
                (!hops.is_empty()).then(|| view! { <Steps hops/> })
            }}
        </Show>
    }
}

/// The way to authenticate of a connection, where the connector offers it.
fn way_of(connector: &Connector, connection: &Connection) -> Option<Way> {
    Way::of_connection(connector, &connection.set).ok()
}

/// The manner that was found to work, and the way into the connector where its format can say it.
#[component]
fn Found(
    /// The manner.
    manner: Manner,
    /// The connection that it worked with.
    connection: Memo<Option<Connection>>,
) -> impl IntoView {
    let designer = use_designer();
    let words = manner.words();
    let manner = StoredValue::new(manner);
    let edits = move |connector: &Connector| {
        let way = connection.with(|own| way_of(connector, own.as_ref()?))?;
        let oauth = OAuth::of(connector, way)?;
        manner.with_value(|manner| oauth.set_manner(connector, manner))
    };
    let can_save = designer.memo(move |connector| edits(connector).is_some());
    let save = move || {
        designer.change(t::sign_in_in_the_manner_that_works(), |connector| {
            edits(connector).unwrap_or_default()
        });
    };
    view! {
        <p class="form-note">{t::what_worked_and_stays_with_this_connection()} {words} "."</p>
        <Show when=move || can_save.get()>
            <div>
                <Button kind=ButtonKind::Quiet on_click=save>{t::write_it_into_the_connector()}</Button>
            </div>
        </Show>
    }
}

/// The steps as they went. They are open where one went wrong.
#[component]
fn Steps(
    /// The steps.
    hops: Vec<Hop>,
) -> impl IntoView {
    let failed = hops.iter().any(|hop| hop.finding.is_some());
    let items: Vec<_> = hops.into_iter().map(|hop| view! { <Step hop/> }).collect();
    view! {
        <details class="sign-in-steps" open=failed>
            <summary>{t::how_signing_in_went()}</summary>
            <ol>{items}</ol>
        </details>
    }
}

#[component]
fn Step(
    /// The step.
    hop: Hop,
) -> impl IntoView {
    let (class, word) = match hop.finding {
        None => ("badge badge-good", t::fine()),
        Some(_) => ("badge badge-bad", t::failed()),
    };
    let sent: Vec<_> = hop
        .sent
        .into_iter()
        .map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> })
        .collect();
    let has_sent = !sent.is_empty();
    view! {
        <li>
            <p class="sign-in-step">
                <span class=class>{word}</span>
                <strong>{hop.step.label()}</strong>
                {hop.status.map(|status| view! { <span class="call-figure">{status}</span> })}
                <span class="call-figure"><Time at=hop.at/></span>
            </p>
            {hop.finding.map(|finding| view! { <p>{finding.text()}</p> })}
            <details class="call-headers">
                <summary>{t::what_was_sent_and_answered()}</summary>
                <p class="sign-in-request"><code>{hop.request}</code></p>
                {has_sent.then(|| view! { <dl class="sign-in-sent">{sent}</dl> })}
                {(!hop.answer.is_empty()).then(|| view! { <p class="sign-in-answer">{hop.answer}</p> })}
            </details>
        </li>
    }
}
