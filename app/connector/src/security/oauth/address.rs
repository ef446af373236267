//! What a security definition of the definition repeats of the OAuth settings.

use serde_json::{Map, Value, json};

use super::{IdentityProvider, OAuthField};
use crate::document::{Edit, Path};
use crate::security::{Way, scheme};
use crate::{Connector, Part};

/// What the security definition in the definition repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::security) struct Addresses {
    pub(super) provider: IdentityProvider,
    pub(super) authorization: String,
    pub(super) token: String,
    pub(super) login: String,
    pub(super) tenant: String,
    pub(super) scopes: Vec<String>,
}

impl Addresses {
    pub(super) fn put(&mut self, field: OAuthField, text: &str) {
        let held = match field {
            OAuthField::AuthorizationUrl => &mut self.authorization,
            OAuthField::TokenUrl => &mut self.token,
            OAuthField::LoginUri => &mut self.login,
            OAuthField::TenantId => &mut self.tenant,
            OAuthField::Scopes => {
                self.scopes = text.split_whitespace().map(str::to_owned).collect();
                return;
            }
            _ => return,
        };
        text.clone_into(held);
    }

    fn entra(&self, last: &str) -> String {
        let tenant = if self.tenant.is_empty() {
            "common"
        } else {
            &self.tenant
        };
        format!(
            "{}/{tenant}/oauth2/{last}",
            self.login.trim_end_matches('/')
        )
    }

    /// `authorizationUrl` and `tokenUrl` of the security definition.
    pub(in crate::security) fn urls(&self) -> (String, String) {
        match self.provider {
            IdentityProvider::Entra => (self.entra("authorize"), self.entra("token")),
            _ => (self.authorization.clone(), self.token.clone()),
        }
    }

    /// `scopes` of the security definition: those that are described already stay so.
    pub(in crate::security) fn scopes(&self, described: Option<&Value>) -> Value {
        let described = described.and_then(Value::as_object);
        let entry = |scope: &String| {
            let present = described.and_then(|scopes| scopes.get(scope));
            (
                scope.clone(),
                present.cloned().unwrap_or_else(|| json!(scope)),
            )
        };
        Value::Object(self.scopes.iter().map(entry).collect())
    }
}

/// The edits that let the security definition follow, where it said what the properties said.
pub(super) fn follow(
    connector: &Connector,
    way: Way,
    before: &Addresses,
    after: &Addresses,
) -> Vec<Edit> {
    let Some((name, scheme)) = scheme::of_type(connector, way, "oauth2") else {
        return Vec::new();
    };
    let place = Path::of(["securityDefinitions"]).join(name);
    let present = |key: &str| scheme.get(key).and_then(Value::as_str).unwrap_or_default();
    let put =
        |key: &str, value: Value| connector.set(Part::Definition, &place.join(key), Some(value));
    let (was, is) = (before.urls(), after.urls());
    let mut edits = Vec::new();
    if present("authorizationUrl") == was.0 {
        edits.extend(put("authorizationUrl", json!(is.0)));
    }
    if present("tokenUrl") == was.1 {
        edits.extend(put("tokenUrl", json!(is.1)));
    }
    let described = scheme.get("scopes");
    let names = described.and_then(Value::as_object).map(Map::keys);
    if before.scopes != after.scopes && names.into_iter().flatten().eq(&before.scopes) {
        edits.extend(put("scopes", after.scopes(described)));
    }
    edits
}
