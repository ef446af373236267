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
    let problem = Signal::derive(move || field.problem(&value.get()).map(str::to_owned));
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
        OAuthField::ClientId => ("Client ID", "What the provider calls this connector."),
        OAuthField::Scopes => ("Scope", "What the connector may do, with spaces between."),
        OAuthField::AuthorizationUrl => ("Authorization URL", "Where people sign in and agree."),
        OAuthField::AuthorizationQuery => (
            "Query of the authorization",
            "{ClientId}, {RedirectUrl}, {Scopes}, {State} and connection parameters such as {region} are filled in.",
        ),
        OAuthField::TokenUrl => ("Token URL", "Where a code becomes a token."),
        OAuthField::TokenQuery => ("Query of the token request", ""),
        OAuthField::TokenBody => (
            "Body of the token request",
            "As a form; {Code}, {ClientId}, {ClientSecret} and {RedirectUrl} are filled in.",
        ),
        OAuthField::RefreshUrl => (
            "Refresh URL",
            "Where a token is renewed; the token URL, as a rule.",
        ),
        OAuthField::RefreshQuery => ("Query of the refresh request", ""),
        OAuthField::RefreshBody => (
            "Body of the refresh request",
            "As a form; {RefreshToken}, {ClientId} and {ClientSecret} are filled in.",
        ),
        OAuthField::ScopeDelimiter => (
            "Scope delimiter",
            "What stands between scopes in a request; a space unless said.",
        ),
        OAuthField::LoginUri => (
            "Login URL",
            "https://login.microsoftonline.com, unless yours is a national cloud.",
        ),
        OAuthField::TenantId => (
            "Tenant ID",
            "“common” for people of any organisation, else the ID of yours.",
        ),
        OAuthField::ResourceUri => (
            "Resource URL",
            "The application ID URI of the API that the token is for.",
        ),
        OAuthField::IdpHint => (
            "Identity provider hint",
            "Which of several providers behind it signs people in: idpHint. Empty: people choose.",
        ),
        OAuthField::Audience => (
            "Audience",
            "The API that the token is for, where the provider asks.",
        ),
        OAuthField::RedirectUrl => ("Redirect URL", ""),
    }
}
