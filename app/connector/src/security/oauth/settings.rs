//! Settings made anew, for another provider or for a connector that had none.

use serde_json::{Map, Value, json};

use super::{IdentityProvider, OAuthField, fit_properties};

/// `oAuthSettings` of a new connector, with these texts in their fields.
pub(crate) fn new_settings(
    provider: &IdentityProvider,
    scopes: &[String],
    text: impl Fn(OAuthField) -> String,
) -> Value {
    let mut settings = json!({
        "identityProvider": provider.as_str(),
        "clientId": "",
        "scopes": scopes,
        "redirectMode": "GlobalPerConnector",
        "redirectUrl": "https://global.consent.azure-apim.net/redirect",
        "properties": { "IsFirstParty": "False", "IsOnbehalfofLoginSupported": false },
        "customParameters": custom_parameters(provider, text)
    });
    if let Some(members) = settings.as_object_mut() {
        fit_properties(members, provider);
    }
    settings
}

pub(super) fn custom_parameters(
    provider: &IdentityProvider,
    text: impl Fn(OAuthField) -> String,
) -> Value {
    let mut custom = Map::new();
    for field in provider.fields() {
        let Some(key) = field.custom_key(provider) else {
            continue;
        };
        let value = match text(*field) {
            text if text.is_empty() && field.is_optional() => continue,
            text if text.is_empty() => field.initial().to_owned(),
            text => text,
        };
        custom.insert(key.to_owned(), json!({ "value": value }));
    }
    if *provider == IdentityProvider::Entra {
        custom.insert(
            "enableOnbehalfOfLogin".to_owned(),
            json!({ "value": "false" }),
        );
    }
    Value::Object(custom)
}
