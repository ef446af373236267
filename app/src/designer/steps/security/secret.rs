//! The client secret: kept on the server, sealed, never shown and in no export.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::security::Way;
use tenon_connector::security::oauth::OAuth;

use super::facts::use_facts;
use crate::api::security::{ClientSecret, keep_client_secret};
use crate::components::{Button, ButtonKind, Field, TextInput, Time};
use crate::designer::state::use_designer;
use crate::error::AppError;
use crate::texts::security as t;

/// The client secret of a way: whether one is kept, and a field for another.
#[component]
pub(super) fn ClientSecretEdit(
    /// The way.
    way: Way,
) -> impl IntoView {
    let designer = use_designer();
    let facts = use_facts();
    let place = designer.memo(move |connector| {
        let oauth = OAuth::of(connector, way);
        oauth
            .map(|oauth| oauth.secret_place(connector))
            .unwrap_or_default()
    });
    let kept = Memo::new(move |_| {
        let place = place.get();
        let facts = facts.security.get()?;
        facts.secrets.into_iter().find(|kept| kept.place == place)
    });
    let written = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let form = NodeRef::<html::Form>::new();
    let failed = RwSignal::new(None::<AppError>);
    let toasts = designer.toasts;
    let put = Callback::new(move |value: String| {
        let secret = ClientSecret {
            connector: designer.id(),
            place: place.get_untracked(),
            value,
        };
        busy.set(true);
        spawn_local(async move {
            let is_forgotten = secret.value.is_empty();
            let done = keep_client_secret(secret).await;
            if busy.is_disposed() {
                return;
            }
            busy.set(false);
            failed.set(done.as_ref().err().cloned());
            if done.is_ok() {
                written.set(String::new());
                // The field has the focus, and would keep what stands in it.
                if let Some(form) = form.get_untracked() {
                    form.reset();
                }
                let text = if is_forgotten {
                    t::client_secret_forgotten()
                } else {
                    t::client_secret_kept()
                };
                toasts.info(text.to_owned());
                facts.reload(designer.id());
            }
        });
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() && written.with_untracked(|text| !text.is_empty()) {
            put.run(written.get_untracked());
        }
    };
    let error = Signal::derive(move || failed.get().map(|error| error.to_string()));
    view! {
        <Field label=t::client_secret() error hint=t::kept_on_the_server_encrypted_at_once()>
            <form node_ref=form class="secret-edit" autocomplete="off" on:submit=submit>
                // Tells password managers whose secret it is.
                <input type="text" autocomplete="username" value="client secret" hidden/>
                <TextInput kind="password" autocomplete="new-password" value=written on_input=move |text| written.set(text)/>
                <Button kind=ButtonKind::Secondary submit=true busy disabled=Signal::derive(move || written.with(String::is_empty))>
                    {t::keep_secret()}
                </Button>
            </form>
        </Field>
        {move || kept.get().map(|kept| view! {
            <p class="form-note secret-kept">
                <span>{t::a_client_secret_is_kept_since()} <Time at=kept.kept_at/> "."</span>
                <Button kind=ButtonKind::Quiet busy on_click=move || put.run(String::new())>{t::forget_it()}</Button>
            </p>
        })}
    }
}
