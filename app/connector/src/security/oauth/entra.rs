//! What Microsoft Entra ID has beyond OAuth 2.0: service principals, federated credentials and the
//! resource that is named twice (spec section C.3).

use serde_json::{Map, Value, json};

use super::{IdentityProvider, OAuth, OAuthField, member, put_member};
use crate::document::Edit;
use crate::{Connector, Part};

/// With what a connector proves to Entra ID that it is the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credential {
    /// A client secret.
    Secret,
    /// A managed identity of the platform, which the application trusts: a federated credential.
    Federated,
}

const ASSERTION: &str = "GenericFederatedIdentityCredential";
const FEDERATED_GRANT: &str = "authorization_code_with_federated_identity_credentials";
const FEDERATED: &str = "FederatedIdentityCredentials";
const RESOURCE: &str = "AzureActiveDirectoryResourceId";
const ON_BEHALF_OF: &str = "IsOnbehalfofLoginSupported";

/// The key of the connection parameter that holds the tenant.
pub(in crate::security) const TENANT: &str = "token:TenantId";

/// The connection parameters by which a service principal connects, beside the tenant.
pub(in crate::security) const PRINCIPAL: [&str; 4] = [
    "token:clientId",
    "token:clientSecret",
    "token:resourceUri",
    "token:grantType",
];

impl OAuth<'_> {
    /// The resource as the properties of the settings repeat it; nothing where they do not.
    #[must_use]
    pub fn resource_id(&self) -> Option<&str> {
        let (_, properties) = member(self.settings?, "properties")?;
        member(properties, RESOURCE)?.1.as_str()
    }

    /// The edits that let the properties repeat the resource, unless they name another one.
    pub(super) fn follow_resource(
        &self,
        connector: &Connector,
        field: OAuthField,
        text: &str,
    ) -> Option<Edit> {
        if field != OAuthField::ResourceUri || self.provider() != IdentityProvider::Entra {
            return None;
        }
        let said = self.resource_id();
        if said.is_some_and(|said| !said.is_empty() && said != self.text(field)) {
            return None;
        }
        let properties = member(self.settings?, "properties");
        let found = properties.and_then(|(_, properties)| member(properties, RESOURCE));
        let place = self
            .place()
            .join(properties.map_or("properties", |(key, _)| key))
            .join(found.map_or(RESOURCE, |(key, _)| key));
        connector.set(Part::Properties, &place, Some(json!(text)))
    }

    /// With what the connector proves itself.
    #[must_use]
    pub fn credential(&self) -> Credential {
        let grant = self.custom_text("grantType");
        let is_federated = self
            .setting("clientAssertionType")
            .eq_ignore_ascii_case(ASSERTION)
            || grant.eq_ignore_ascii_case(FEDERATED_GRANT);
        if is_federated {
            Credential::Federated
        } else {
            Credential::Secret
        }
    }

    /// Issuer and subject of the federated credential, which are to be registered with the
    /// application. The platform fills in the subject once the connector is imported there.
    #[must_use]
    pub fn federated(&self) -> Option<(&str, &str)> {
        let (_, properties) = member(self.settings?, "properties")?;
        let (_, federated) = member(properties, FEDERATED)?;
        let text = |name: &str| {
            member(federated, name)
                .and_then(|(_, value)| value.as_str())
                .unwrap_or_default()
        };
        Some((text("Issuer"), text("Subject")))
    }

    /// The edits that let the connector prove itself so.
    #[must_use]
    pub fn set_credential(&self, connector: &Connector, credential: Credential) -> Vec<Edit> {
        if self.credential() == credential {
            return Vec::new();
        }
        let present = self.settings.and_then(Value::as_object).cloned();
        let mut settings = present.unwrap_or_default();
        match credential {
            Credential::Secret => without_federation(&mut settings),
            Credential::Federated => {
                put_member(&mut settings, "clientAssertionType", json!(ASSERTION));
                with_inner(&mut settings, "properties", |properties| {
                    let federated = json!({
                        "Issuer": self.issuer(&self.text(OAuthField::LoginUri), &self.text(OAuthField::TenantId)),
                        "Subject": "",
                        "Audience": "api://AzureADTokenExchange"
                    });
                    put_member(properties, FEDERATED, federated);
                });
                with_inner(&mut settings, "customParameters", |custom| {
                    put_member(custom, "grantType", json!({ "value": FEDERATED_GRANT }));
                });
            }
        }
        let edit = connector.set(
            Part::Properties,
            &self.place(),
            Some(Value::Object(settings)),
        );
        edit.into_iter().collect()
    }

    fn issuer(&self, login: &str, tenant: &str) -> String {
        let tenant = if tenant.is_empty() { "common" } else { tenant };
        format!("{}/{tenant}/v2.0", login.trim_end_matches('/'))
    }

    /// The edit that lets the issuer of a federated credential follow login URL and tenant, where it said the same.
    pub(super) fn follow_issuer(
        &self,
        connector: &Connector,
        field: OAuthField,
        text: &str,
    ) -> Option<Edit> {
        let (said, _) = self.federated()?;
        let (login, tenant) = (
            self.text(OAuthField::LoginUri),
            self.text(OAuthField::TenantId),
        );
        let issuer = match field {
            OAuthField::LoginUri => self.issuer(text, &tenant),
            OAuthField::TenantId => self.issuer(&login, text),
            _ => return None,
        };
        if said != self.issuer(&login, &tenant) {
            return None;
        }
        let (properties, value) = member(self.settings?, "properties")?;
        let (federated, value) = member(value, FEDERATED)?;
        let (key, _) = member(value, "Issuer")?;
        let place = self.place().join(properties).join(federated).join(key);
        connector.set(Part::Properties, &place, Some(json!(issuer)))
    }

    /// Whether a service principal can connect: the way has the parameters that it is asked for.
    #[must_use]
    pub fn service_principal(&self, connector: &Connector) -> bool {
        let parameters = self.way.parameters(connector);
        let has = |key: &str| parameters.iter().any(|p| p.key().eq_ignore_ascii_case(key));
        ["token:clientId", "token:clientSecret", "token:grantType"]
            .into_iter()
            .all(has)
    }

    /// The edits that let service principals connect, or not. The platform's dialog asks for the
    /// parameters by itself, which is why they are hidden in the file.
    #[must_use]
    pub fn set_service_principal(&self, connector: &Connector, on: bool) -> Vec<Edit> {
        if self.service_principal(connector) == on {
            return Vec::new();
        }
        let place = self.way.place();
        let parameters = self.way.parameters(connector);
        let present = |key: &str| {
            let mut all = parameters.iter();
            all.find(|p| p.key().eq_ignore_ascii_case(key))
        };
        let put = |key: &str, value: Option<Value>| {
            connector.set(Part::Properties, &place.join(key), value)
        };
        let tenant = match present(TENANT) {
            Some(own) if on && *own.json() == tenant_parameter() => {
                put(own.key(), Some(tenant_of_principal()))
            }
            Some(own) if !on && *own.json() == tenant_of_principal() => {
                put(own.key(), Some(tenant_parameter()))
            }
            None if on => put(TENANT, Some(tenant_of_principal())),
            _ => None,
        };
        let others = PRINCIPAL.into_iter().filter_map(|key| match present(key) {
            Some(own) if !on => put(own.key(), None),
            None if on => put(key, Some(principal_parameter(key))),
            _ => None,
        });
        tenant.into_iter().chain(others).collect()
    }
}

/// The connection parameter that holds the tenant.
pub(in crate::security) fn tenant_parameter() -> Value {
    json!({
        "type": "string",
        "metadata": { "sourceType": "AzureActiveDirectoryTenant" },
        "uiDefinition": { "constraints": { "required": "false", "hidden": "true" } }
    })
}

/// The same, as the dialog of a service principal asks for it.
fn tenant_of_principal() -> Value {
    json!({
        "type": "string",
        "metadata": { "sourceType": "AzureActiveDirectoryTenant" },
        "uiDefinition": {
            "displayName": "Tenant",
            "description": "The tenant of the Microsoft Entra ID application",
            "constraints": { "required": "false", "hidden": "true" }
        }
    })
}

fn principal_parameter(key: &str) -> Value {
    let (kind, label, hint) = match key {
        "token:clientId" => (
            "string",
            "Client ID",
            "The client (or application) ID of the Microsoft Entra ID application",
        ),
        "token:clientSecret" => (
            "securestring",
            "Client secret",
            "The client secret of the Microsoft Entra ID application",
        ),
        "token:resourceUri" => ("string", "Resource URL", "The API that the token is for"),
        _ => ("string", "Grant type", "How the token is obtained"),
    };
    let mut constraints = json!({ "required": "false", "hidden": "true" });
    let mut parameter = json!({ "type": kind });
    if key == "token:grantType" {
        constraints = json!({
            "required": "false",
            "hidden": "true",
            "allowedValues": [
                { "text": "Code", "value": "code" },
                { "text": "Client credentials", "value": "client_credentials" }
            ]
        });
        parameter = json!({
            "type": kind,
            "allowedValues": [{ "value": "code" }, { "value": "client_credentials" }]
        });
    }
    if let Some(members) = parameter.as_object_mut() {
        let ui = json!({ "displayName": label, "description": hint, "constraints": constraints });
        members.insert("uiDefinition".to_owned(), ui);
    }
    parameter
}

/// What the settings say of Entra ID, as the provider wants it: the resource is repeated for Entra ID, and what
/// concerns it alone goes with it.
pub(in crate::security) fn fit_properties(
    settings: &mut Map<String, Value>,
    provider: &IdentityProvider,
) {
    let is_entra = *provider == IdentityProvider::Entra;
    let custom = Value::Object(settings.clone());
    let resource = member(&custom, "customParameters")
        .and_then(|(_, custom)| member(custom, "resourceUri"))
        .and_then(|(_, parameter)| member(parameter, "value"))
        .map_or_else(|| json!(""), |(_, value)| value.clone());
    if !is_entra {
        without_federation(settings);
    }
    let has_properties = settings
        .keys()
        .any(|key| key.eq_ignore_ascii_case("properties"));
    if !is_entra && !has_properties {
        return;
    }
    with_inner(settings, "properties", |properties| {
        let names = |key: &String, name: &str| key.eq_ignore_ascii_case(name);
        if is_entra {
            put_member(properties, RESOURCE, resource);
            put_member(properties, ON_BEHALF_OF, json!(true));
        } else {
            properties.retain(|key, _| !names(key, RESOURCE));
            if properties.keys().any(|key| names(key, ON_BEHALF_OF)) {
                put_member(properties, ON_BEHALF_OF, json!(false));
            }
        }
    });
}

fn without_federation(settings: &mut Map<String, Value>) {
    settings.retain(|key, _| !key.eq_ignore_ascii_case("clientAssertionType"));
    for (inner, name) in [("properties", FEDERATED), ("customParameters", "grantType")] {
        let held = settings
            .iter_mut()
            .find(|(key, _)| key.eq_ignore_ascii_case(inner));
        if let Some(members) = held.and_then(|(_, value)| value.as_object_mut()) {
            members.retain(|key, value| {
                let is_grant = name == "grantType" && !is_federated_grant(value);
                !key.eq_ignore_ascii_case(name) || is_grant
            });
        }
    }
}

/// Another grant type than that of a federated credential is none of its business.
fn is_federated_grant(parameter: &Value) -> bool {
    let said = member(parameter, "value").and_then(|(_, value)| value.as_str());
    said.is_some_and(|said| said.eq_ignore_ascii_case(FEDERATED_GRANT))
}

/// Changes the members of an object that a setting holds; it is made where it is missing.
fn with_inner(
    settings: &mut Map<String, Value>,
    name: &str,
    change: impl FnOnce(&mut Map<String, Value>),
) {
    let written = settings.keys().find(|key| key.eq_ignore_ascii_case(name));
    let key = written.map_or_else(|| name.to_owned(), Clone::clone);
    let held = settings.entry(key).or_insert_with(|| json!({}));
    if let Some(members) = held.as_object_mut() {
        change(members);
    }
}
