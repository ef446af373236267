//! What Microsoft Entra ID has beside the fields of OAuth 2.0 (spec sections A.2 and C.3).

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::Edit;
use tenon_connector::security::Way;
use tenon_connector::security::oauth::{Credential, OAuth};

use super::secret::ClientSecretEdit;
use crate::components::Checkbox;
use crate::designer::fields::ChoiceEdit;
use crate::designer::state::use_designer;
use crate::texts::oauth as t;

/// The edits of the settings that are there; none where there are none.
pub(super) fn edits_of(
    connector: &Connector,
    way: Way,
    edits: impl FnOnce(&OAuth<'_>) -> Vec<Edit>,
) -> Vec<Edit> {
    OAuth::of(connector, way).map_or_else(Vec::new, |oauth| edits(&oauth))
}

/// With what the connector proves itself, and the client secret where it is that.
#[component]
pub(super) fn CredentialEdit(
    /// The way.
    way: Way,
) -> impl IntoView {
    let designer = use_designer();
    let credential = designer.memo(move |connector| {
        OAuth::of(connector, way).map_or(Credential::Secret, |oauth| oauth.credential())
    });
    let value = Signal::derive(move || name_of(credential.get()).to_owned());
    let options = [
        (Credential::Secret, t::client_secret()),
        (
            Credential::Federated,
            t::managed_identity_by_a_federated_credential(),
        ),
    ]
    .map(|(credential, label)| (name_of(credential).to_owned(), label.to_owned()))
    .to_vec();
    let change = move |name: String| {
        let wanted = if name == name_of(Credential::Federated) {
            Credential::Federated
        } else {
            Credential::Secret
        };
        designer.change(t::change_the_credential(), |connector| {
            edits_of(connector, way, |o| o.set_credential(connector, wanted))
        });
    };
    view! {
        <ChoiceEdit label=t::credential() value options on_change=change
            hint=t::with_what_the_connector_proves_to_entra()/>
        {move || match credential.get() {
            Credential::Secret => view! { <ClientSecretEdit way/> }.into_any(),
            Credential::Federated => view! { <Federated way/> }.into_any(),
        }}
    }
}

fn name_of(credential: Credential) -> &'static str {
    match credential {
        Credential::Secret => "secret",
        Credential::Federated => "federated",
    }
}

/// What to register with the application.
#[component]
fn Federated(
    /// The way.
    way: Way,
) -> impl IntoView {
    let designer = use_designer();
    let said = designer.memo(move |connector| {
        let oauth = OAuth::of(connector, way)?;
        let (issuer, subject) = oauth.federated()?;
        Some((issuer.to_owned(), subject.to_owned()))
    });
    view! {
        <p class="form-note">
            {t::no_secret_is_kept_register_a_federated()}
            <code>{move || said.get().map(|(issuer, _)| issuer)}</code>
            {move || match said.get() {
                Some((_, subject)) if !subject.is_empty() => view! {
                    {t::subject()} <code>{subject}</code> "."
                }
                .into_any(),
                _ => t::and_the_subject_that_power_platform_gives()
                    .into_any(),
            }}
        </p>
    }
}

/// The switches of Entra ID.
#[component]
pub(super) fn EntraSwitches(
    /// The way.
    way: Way,
) -> impl IntoView {
    let designer = use_designer();
    let read = move |read: fn(&OAuth<'_>, &Connector) -> bool| {
        designer.memo(move |connector| {
            OAuth::of(connector, way).is_some_and(|oauth| read(&oauth, connector))
        })
    };
    let on_behalf_of = move |on: bool| {
        designer.change(t::switch_on_behalf_of_login(), |connector| {
            edits_of(connector, way, |o| o.set_on_behalf_of(connector, on))
        });
    };
    let principal = move |on: bool| {
        designer.change(t::switch_service_principals(), |connector| {
            edits_of(connector, way, |o| o.set_service_principal(connector, on))
        });
    };
    view! {
        <Checkbox label=t::enable_on_behalf_of_login() value=read(|o, _| o.on_behalf_of()) switch=true on_change=on_behalf_of
            hint=t::people_who_are_signed_in_to_power()/>
        <Checkbox label=t::enable_service_principal_support() value=read(|o, connector| o.service_principal(connector)) switch=true on_change=principal
            hint=t::the_dialog_of_power_platform_offers_to()/>
    }
}
