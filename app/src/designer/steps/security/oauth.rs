//! The fields of OAuth 2.0, by the kind of identity provider.

use leptos::prelude::*;
use tenon_connector::Part;
use tenon_connector::security::Way;
use tenon_connector::security::oauth::{IdentityProvider, OAuth, OAuthField};

use super::entra::{CredentialEdit, EntraSwitches};
use super::provider::ProviderChoice;
use super::redirect::RedirectUrl;
use super::secret::ClientSecretEdit;
use crate::designer::action::change_of;
use crate::designer::fields::TextEdit;
use crate::designer::problems::Place;
use crate::designer::state::use_designer;
use crate::texts::findings::of_form;
use crate::texts::oauth as t;

/// Provider, fields, client secret and redirect URL.
#[component]
pub(super) fn OAuthFields(
    /// The way.
    way: Way,
) -> impl IntoView {
    let designer = use_designer();
    let provider =
        designer.memo(move |connector| OAuth::of(connector, way).map(|oauth| oauth.provider()));
    let fields = move || {
        let provider = provider.get().unwrap_or(IdentityProvider::Generic);
        let (first, rest) = match provider.fields().split_first() {
            Some((first, rest)) => (*first, rest),
            None => (OAuthField::ClientId, &[][..]),
        };
        let rest: Vec<_> = rest
            .iter()
            .map(|field| view! { <FieldOf way field=*field/> })
            .collect();
        let is_entra = provider == IdentityProvider::Entra;
        view! {
            <FieldOf way field=first/>
            {if is_entra {
                view! { <CredentialEdit way/> }.into_any()
            } else {
                view! { <ClientSecretEdit way/> }.into_any()
            }}
            {rest}
            {is_entra.then(|| view! { <EntraSwitches way/> })}
        }
        .into_any()
    };
    view! {
        <ProviderChoice way/>
        {fields}
        <RedirectUrl way/>
    }
}

#[component]
fn FieldOf(
    /// The way.
    way: Way,
    /// The field.
    field: OAuthField,
) -> impl IntoView {
    let designer = use_designer();
    let value = designer.memo(move |connector| {
        OAuth::of(connector, way)
            .map(|oauth| oauth.text(field))
            .unwrap_or_default()
    });
    let place = designer.memo(move |connector| {
        OAuth::of(connector, way)
            .map(|oauth| Place::new(Part::Properties, oauth.field_place(field)))
    });
    let (label, hint) = words(field);
    let change = move |text: String| {
        designer.change(&change_of(label), |connector| {
            let oauth = OAuth::of(connector, way);
            oauth.map_or_else(Vec::new, |oauth| oauth.set(connector, field, &text))
        });
    };
    let problem = Signal::derive(move || field.problem(&value.get()).map(|told| of_form(&told)));
    let lines = match field {
        OAuthField::AuthorizationQuery | OAuthField::TokenBody | OAuthField::RefreshBody => 3,
        OAuthField::Scopes => 2,
        _ => 0,
    };
    // Scopes are parted by spaces: while one is being written the text must stay as it is.
    let lazy = field == OAuthField::Scopes;
    view! { <TextEdit label value on_change=change hint problem place lines code=true lazy/> }
}

/// The label of a field and what belongs into it.
fn words(field: OAuthField) -> (&'static str, &'static str) {
    match field {
        OAuthField::ClientId => (t::client_id(), t::what_the_provider_calls_this_connector()),
        OAuthField::Scopes => (t::scope(), t::what_the_connector_may_do_with_spaces()),
        OAuthField::AuthorizationUrl => {
            (t::authorization_url(), t::where_people_sign_in_and_agree())
        }
        OAuthField::AuthorizationQuery => (
            t::query_of_the_authorization(),
            t::and_connection_parameters_such_as_are_filled(),
        ),
        OAuthField::TokenUrl => (t::token_url(), t::where_a_code_becomes_a_token()),
        OAuthField::TokenQuery => (t::query_of_the_token_request(), ""),
        OAuthField::TokenBody => (
            t::body_of_the_token_request(),
            t::as_a_form_and_are_filled_in(),
        ),
        OAuthField::RefreshUrl => (t::refresh_url(), t::where_a_token_is_renewed_the_token()),
        OAuthField::RefreshQuery => (t::query_of_the_refresh_request(), ""),
        OAuthField::RefreshBody => (
            t::body_of_the_refresh_request(),
            t::as_a_form_and_are_filled_in_2(),
        ),
        OAuthField::ScopeDelimiter => (
            t::scope_delimiter(),
            t::what_stands_between_scopes_in_a_request(),
        ),
        OAuthField::LoginUri => (
            t::login_url(),
            t::https_login_microsoftonline_com_unless_yours(),
        ),
        OAuthField::TenantId => (
            t::tenant_id(),
            t::common_for_people_of_any_organisation_else(),
        ),
        OAuthField::ResourceUri => (t::resource_url(), t::the_application_id_uri_of_the_api()),
        OAuthField::IdpHint => (
            t::identity_provider_hint(),
            t::which_of_several_providers_behind_it_signs(),
        ),
        OAuthField::Audience => (t::audience(), t::the_api_that_the_token_is_for()),
        OAuthField::RedirectUrl => (t::redirect_url(), ""),
    }
}
