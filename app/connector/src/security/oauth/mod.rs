//! The settings of OAuth 2.0, field by field (spec section C.3). An address that the definition's
//! security definition repeats is changed there too, as long as it said the same.

mod address;
mod answer;
mod carrier;
mod entra;
mod explain;
mod field;
mod flow;
mod manner;
mod settings;
mod template;

use serde_json::{Map, Value, json};

pub(super) use self::address::Addresses;
use self::address::follow;
pub use self::answer::{Refusal, TokenAnswer, Unreadable, token_answer};
pub use self::carrier::TokenCarrier;
pub use self::entra::Credential;
pub(super) use self::entra::{PRINCIPAL, TENANT, fit_properties, tenant_parameter};
pub use self::explain::{Explanation, Hop, HopStep, Trouble, explain_refusal, explain_unreadable};
pub(super) use self::field::AUTHORIZATION_QUERY;
pub use self::field::{IdentityProvider, OAuthField};
pub use self::flow::{
    Endpoint, Flow, FlowError, Grant, Said, offers_client_credentials, token_parameter,
};
pub use self::manner::{ClientProof, Manner};
use self::settings::custom_parameters;
pub(crate) use self::settings::new_settings;
pub use self::template::TemplateError;
use super::Way;
use crate::document::{Edit, Path};
use crate::properties::{ConnectionParameter, ParameterKind};
use crate::{Connector, Part};

/// The OAuth settings of one way to authenticate.
#[derive(Clone, Debug)]
pub struct OAuth<'a> {
    key: &'a str,
    settings_key: &'a str,
    settings: Option<&'a Value>,
    way: Way,
}

impl<'a> OAuth<'a> {
    /// The first OAuth parameter of a way to authenticate.
    #[must_use]
    pub fn of(connector: &'a Connector, way: Way) -> Option<Self> {
        let parameters = way.parameters(connector);
        let found = parameters
            .into_iter()
            .find(|p| p.kind() == ParameterKind::OAuth)?;
        Some(Self::of_parameter(found, way))
    }

    fn of_parameter(parameter: ConnectionParameter<'a>, way: Way) -> Self {
        let found = member(parameter.json(), "oAuthSettings");
        Self {
            key: parameter.key(),
            settings_key: found.map_or("oAuthSettings", |(key, _)| key),
            settings: found.map(|(_, value)| value),
            way,
        }
    }

    /// The key of the connection parameter: `token` as a rule.
    #[must_use]
    pub fn key(&self) -> &'a str {
        self.key
    }

    /// The way to authenticate that they belong to.
    #[must_use]
    pub fn way(&self) -> Way {
        self.way
    }

    /// Where the client secret for these settings is kept: the place of their connection parameter as a JSON pointer, with
    /// a set by its name, so that no secret comes to another set when sets are moved or deleted.
    #[must_use]
    pub fn secret_place(&self, connector: &Connector) -> String {
        let place = match self.way {
            Way::Only => self.way.place(),
            Way::Set(_) => {
                Path::of(["properties", "connectionParameterSets"]).join(self.way.name(connector))
            }
        };
        place.join(self.key).pointer(connector.properties())
    }

    /// Who signs people in.
    #[must_use]
    pub fn provider(&self) -> IdentityProvider {
        IdentityProvider::parse(self.setting("identityProvider"))
    }

    /// Settings that are in no connector yet.
    pub(super) fn of_settings(settings: &'a Value) -> Self {
        Self {
            key: "token",
            settings_key: "oAuthSettings",
            settings: Some(settings),
            way: Way::Only,
        }
    }

    /// The members of the settings, as they are written.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'a str, &'a Value)> {
        let members = self.settings.and_then(Value::as_object);
        members
            .into_iter()
            .flatten()
            .map(|(key, value)| (key.as_str(), value))
    }

    /// The name of the member that holds the settings, as it is written.
    pub(super) fn settings_key(&self) -> &'a str {
        self.settings_key
    }

    fn setting(&self, name: &str) -> &'a str {
        self.settings
            .and_then(|settings| member(settings, name))
            .and_then(|(_, value)| value.as_str())
            .unwrap_or_default()
    }

    fn place(&self) -> Path {
        self.way.place().join(self.key).join(self.settings_key)
    }

    fn custom(&self) -> Option<(&'a str, &'a Value)> {
        member(self.settings?, "customParameters")
    }

    fn scopes(&self) -> Vec<&'a str> {
        let list = self
            .settings
            .and_then(|settings| member(settings, "scopes"))
            .and_then(|(_, scopes)| scopes.as_array());
        list.into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    /// A field's text; empty when it is missing.
    #[must_use]
    pub fn text(&self, field: OAuthField) -> String {
        match (field, field.custom_key(&self.provider())) {
            (OAuthField::Scopes, _) => self.scopes().join(" "),
            (OAuthField::RedirectUrl, _) => self.setting("redirectUrl").to_owned(),
            (_, None) => self.setting("clientId").to_owned(),
            (_, Some(key)) => self.custom_text(key).to_owned(),
        }
    }

    fn custom_text(&self, key: &str) -> &'a str {
        self.custom()
            .and_then(|(_, custom)| member(custom, key))
            .and_then(|(_, parameter)| member(parameter, "value"))
            .and_then(|(_, value)| value.as_str())
            .unwrap_or_default()
    }

    /// Where a field's text is, or would be, in the properties.
    #[must_use]
    pub fn field_place(&self, field: OAuthField) -> Path {
        let own = |name: &'static str| {
            let found = self.settings.and_then(|settings| member(settings, name));
            self.place().join(found.map_or(name, |(key, _)| key))
        };
        match (field, field.custom_key(&self.provider())) {
            (OAuthField::Scopes, _) => own("scopes"),
            (OAuthField::RedirectUrl, _) => own("redirectUrl"),
            (_, None) => own("clientId"),
            (_, Some(key)) => {
                let custom = own("customParameters");
                let Some((key, parameter)) =
                    self.custom().and_then(|(_, custom)| member(custom, key))
                else {
                    return custom.join(key).join("value");
                };
                let value = member(parameter, "value").map_or("value", |(key, _)| key);
                custom.join(key).join(value)
            }
        }
    }

    /// The edits that make a field `text`: in the properties and, where it said the same, in the
    /// definition.
    #[must_use]
    pub fn set(&self, connector: &Connector, field: OAuthField, text: &str) -> Vec<Edit> {
        let value = if field == OAuthField::Scopes {
            json!(text.split_whitespace().collect::<Vec<_>>())
        } else {
            json!(text)
        };
        let place = self.field_place(field);
        let edit = match place.split_last() {
            // What nobody needs to say goes with its key.
            Some((parameter, _)) if text.is_empty() && field.is_optional() => {
                connector.set(Part::Properties, &parameter, None)
            }
            _ => connector.set(Part::Properties, &place, Some(value)),
        };
        let repeated = [
            self.follow_resource(connector, field, text),
            self.follow_issuer(connector, field, text),
        ];
        let before = self.addresses();
        let mut after = before.clone();
        after.put(field, text);
        let followed = follow(connector, self.way, &before, &after);
        let repeated = repeated.into_iter().flatten();
        edit.into_iter().chain(repeated).chain(followed).collect()
    }

    /// Whether all connectors share the redirect URL: the mode of connectors made before February 2024
    /// (spec section C.4).
    #[must_use]
    pub fn shares_redirect(&self) -> bool {
        let mode = self.setting("redirectMode");
        mode.is_empty() || mode.eq_ignore_ascii_case("Global")
    }

    /// The edits that give the connector a redirect URL of its own.
    #[must_use]
    pub fn set_own_redirect(&self, connector: &Connector) -> Vec<Edit> {
        let found = self
            .settings
            .and_then(|settings| member(settings, "redirectMode"));
        let key = found.map_or("redirectMode", |(key, _)| key);
        let place = self.place().join(key);
        let edit = connector.set(Part::Properties, &place, Some(json!("GlobalPerConnector")));
        edit.into_iter().collect()
    }

    /// Whether Entra ID hands the signed-in person on to the API: `enableOnbehalfOfLogin`.
    #[must_use]
    pub fn on_behalf_of(&self) -> bool {
        let value = self
            .custom()
            .and_then(|(_, custom)| member(custom, "enableOnbehalfOfLogin"))
            .and_then(|(_, parameter)| member(parameter, "value"));
        match value {
            Some((_, Value::Bool(on))) => *on,
            Some((_, Value::String(text))) => text.eq_ignore_ascii_case("true"),
            _ => false,
        }
    }

    /// The edits that switch it; the format writes it as a text.
    #[must_use]
    pub fn set_on_behalf_of(&self, connector: &Connector, on: bool) -> Vec<Edit> {
        let found = self.custom();
        let inner = found.and_then(|(_, custom)| member(custom, "enableOnbehalfOfLogin"));
        let place = self
            .place()
            .join(found.map_or("customParameters", |(key, _)| key))
            .join(inner.map_or("enableOnbehalfOfLogin", |(key, _)| key))
            .join("value");
        let text = if on { "true" } else { "false" };
        let edit = connector.set(Part::Properties, &place, Some(json!(text)));
        edit.into_iter().collect()
    }

    /// The `oAuthSettings` that speak to another kind of provider: what both know stays.
    pub(super) fn settings_for(&self, provider: &IdentityProvider) -> Value {
        let mut settings = self
            .settings
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        let texts = |field: OAuthField| self.text(field);
        put_member(&mut settings, "identityProvider", json!(provider.as_str()));
        let custom = custom_parameters(provider, texts);
        put_member(&mut settings, "customParameters", custom);
        fit_properties(&mut settings, provider);
        Value::Object(settings)
    }

    pub(super) fn addresses(&self) -> Addresses {
        Addresses {
            provider: self.provider(),
            authorization: self.text(OAuthField::AuthorizationUrl),
            token: self.text(OAuthField::TokenUrl),
            login: self.custom_text("loginUri").to_owned(),
            tenant: self.custom_text("tenantId").to_owned(),
            scopes: self.scopes().into_iter().map(str::to_owned).collect(),
        }
    }
}

/// The member of this name, in any letter case, with the name as it is written.
fn member<'v>(value: &'v Value, name: &str) -> Option<(&'v str, &'v Value)> {
    let members = value.as_object()?;
    let found = members.get_key_value(name).or_else(|| {
        members
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
    });
    found.map(|(key, value)| (key.as_str(), value))
}

fn put_member(members: &mut Map<String, Value>, name: &str, value: Value) {
    let written = members.keys().find(|key| key.eq_ignore_ascii_case(name));
    let key = written.map_or_else(|| name.to_owned(), Clone::clone);
    members.insert(key, value);
}
