//! OAuth settings of connection parameters (spec sections C.3 and C.4).

use serde_json::{Map, Value};

use crate::Part;
use crate::lint::Fix;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::message::message;

rules! {
    /// Without its settings OAuth cannot begin. Add `oAuthSettings`.
    OAUTH_SETTINGS = "ConnectionOAuthSettingsMissing", -, Warning, Always,
        "A parameter of type “oauthSetting” has its settings";

    /// The platform knows three ways to choose the address that users come back to. Choose one of them.
    REDIRECT_MODE = "ConnectionRedirectModeNotValid", -, Error, Always,
        "The redirect mode is one that the platform knows";

    /// A client secret in a file is seen by everybody who has the file. Remove it; it is entered when the connector is
    /// created.
    SECRET = "ConnectionSecretInFile", -, Warning, Always,
        "No client secret stands in the properties";

    /// Each connector comes back to an address of its own, which the platform demands of new connectors. Set
    /// `redirectMode` to `GlobalPerConnector`.
    REDIRECT_PER_CONNECTOR = "G30-redirect-per-connector", -, Warning, Certification,
        "OAuth comes back to an address of this connector";

    /// The provider says how one signs in, and the platform has presets for those it knows. Any name is taken, but one
    /// that is nearly a known one was probably meant to be it, and without any nobody can sign in.
    PROVIDER = "ConnectionIdentityProviderNotValid", -, Warning, Always,
        "OAuth names its identity provider";
}

const KEY: &str = "oAuthSettings";
const REDIRECT_MODES: &[&str] = &["Global", "GlobalPerConnector", "Direct"];
/// Providers that there are presets for.
const PROVIDERS: &[&str] = &[
    "oauth2",
    "oauth2generic",
    "oauth2pkce",
    "oauth2pkcewithprm",
    "aad",
    "aadcertificate",
    "DocuSign",
    "dropbox",
    "facebook",
    "github",
    "google",
    "linkedin",
    "SalesforceV2",
    "servicenow",
    "spotify",
    "stripe",
    "twitter",
    "zendesk",
];

pub(super) fn check(
    name: &str,
    parameter: &Map<String, Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    // The platform does not tell capital letters in these names from small ones.
    let own = parameter
        .iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(KEY));
    let Some((key, settings)) = own else {
        let kind = parameter.get("type").and_then(Value::as_str);
        if kind.is_some_and(|kind| kind.eq_ignore_ascii_case("oauthSetting")) {
            report.find(&OAUTH_SETTINGS, place, || {
                message!(
                    "The connection parameter “{name}” has no “{key}”. Add them.",
                    name,
                    key = KEY
                )
            });
        }
        return;
    };
    if let Some(settings) = settings.as_object() {
        let place = place.key(key);
        check_provider(settings, &place, report);
        check_redirect(settings, &place, report);
        check_secret(settings, &place, report);
    }
}

fn check_provider(settings: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let Some(provider) = settings.get("identityProvider") else {
        report.find(&PROVIDER, place, || {
            message!(
                "OAuth names no identity provider. Write “identityProvider”, such as “oauth2”."
            )
        });
        return;
    };
    let place = place.key("identityProvider");
    let Some(provider) = provider.as_str().filter(|name| !name.trim().is_empty()) else {
        report.find(&PROVIDER, &place, || {
            message!("The identity provider must be a name, such as “oauth2”.")
        });
        return;
    };
    let is_known = PROVIDERS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(provider));
    if let Some(near) = nearest(provider, PROVIDERS.iter().copied()).filter(|_| !is_known) {
        report.find(&PROVIDER, &place, || {
            message!(
                "The identity provider “{provider}” is not known. Did you mean “{near}”?",
                provider,
                near
            )
        });
    }
}

fn check_redirect(settings: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let mode = settings.get("redirectMode");
    let here = place.key("redirectMode");
    if let Some(text) = mode.and_then(Value::as_str) {
        let known = REDIRECT_MODES
            .iter()
            .find(|known| known.eq_ignore_ascii_case(text));
        if known.is_none() {
            report.find(&REDIRECT_MODE, &here, || {
                message!(
                    "“{text}” is no redirect mode. Choose one of {redirect_modes}.",
                    text,
                    redirect_modes = REDIRECT_MODES.join(", ")
                )
            });
        }
    }
    let own = mode.and_then(Value::as_str).unwrap_or_default();
    if !own.eq_ignore_ascii_case("GlobalPerConnector") && !own.eq_ignore_ascii_case("Direct") {
        let here = if mode.is_some() { &here } else { place };
        report.find(&REDIRECT_PER_CONNECTOR, here, || {
            message!("OAuth comes back to an address that all connectors share. Set “redirectMode” to “GlobalPerConnector”.")
        });
    }
}

fn check_secret(settings: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let secret = settings
        .get("clientSecret")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if !secret.is_empty() {
        let here = place.key("clientSecret");
        report.find_with_fix(&SECRET, &here, || {
            let fix = Fix::remove(message!("Remove the client secret"), here.path())
                .within(Part::Properties);
            (
                message!("The client secret stands in the file. Remove it."),
                fix,
            )
        });
    }
}
