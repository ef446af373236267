//! Security definitions, as security schemes.

use serde_json::{Map, Value, json};

use super::{Export, text};
use crate::ledger::{At, Fate};
use crate::policy::{Instance, instances};
use crate::swagger::{Operation, operations};

/// The flows of OAuth 2.0: in Swagger 2.0, in OpenAPI 3, and the addresses that each needs.
const FLOWS: [(&str, &str, &[&str]); 4] = [
    (
        "accessCode",
        "authorizationCode",
        &["authorizationUrl", "tokenUrl"],
    ),
    ("implicit", "implicit", &["authorizationUrl"]),
    ("application", "clientCredentials", &["tokenUrl"]),
    ("password", "password", &["tokenUrl"]),
];

impl Export<'_> {
    /// `components.securitySchemes`.
    pub(super) fn security_schemes(&mut self, at: &At<'_>) -> Map<String, Value> {
        let all = self
            .definition
            .get("securityDefinitions")
            .and_then(Value::as_object);
        let mut out = Map::new();
        for (name, scheme) in all.into_iter().flatten() {
            let place = at.key(name);
            if let Some(converted) = self.security_scheme(&place, name, scheme) {
                let name = self.named(&place, "securityDefinitions", name);
                out.insert(name, converted);
            }
        }
        out
    }

    fn security_scheme(&mut self, at: &At<'_>, name: &str, scheme: &Value) -> Option<Value> {
        let mut out = Map::new();
        match text(scheme, "type").unwrap_or_default() {
            "basic" => {
                out.insert("type".to_owned(), json!("http"));
                out.insert("scheme".to_owned(), json!("basic"));
            }
            "apiKey" if self.is_bearer(name, scheme) => {
                out.insert("type".to_owned(), json!("http"));
                out.insert("scheme".to_owned(), json!("bearer"));
            }
            "apiKey" if !matches!(text(scheme, "in"), Some("header" | "query")) => {
                let message = "It does not say where the key is sent: in a header or the query.";
                self.note(at, Fate::Dropped, message);
                return None;
            }
            "apiKey" => {
                for key in ["type", "in", "name"] {
                    out.insert(key.to_owned(), json!(text(scheme, key).unwrap_or_default()));
                }
            }
            "oauth2" => {
                out.insert("type".to_owned(), json!("oauth2"));
                out.insert("flows".to_owned(), self.flows(at, scheme));
            }
            other => {
                let message = format!("OpenAPI 3.1 has no security of type “{other}”.");
                self.note(at, Fate::Dropped, message);
                return None;
            }
        }
        for (key, value) in scheme.as_object().into_iter().flatten() {
            if key.starts_with("x-") {
                out.insert(key.clone(), value.clone());
            } else if key == "description" {
                let text = self.text(&at.key(key), value);
                out.extend(text.map(|text| (key.clone(), text)));
            }
        }
        Some(Value::Object(out))
    }

    fn flows(&mut self, at: &At<'_>, scheme: &Value) -> Value {
        let own = text(scheme, "flow").unwrap_or_default();
        let known = FLOWS.iter().find(|(name, _, _)| *name == own);
        let (_, name, addresses) = known.unwrap_or(&FLOWS[0]);
        let mut flow = Map::new();
        for key in *addresses {
            let url = text(scheme, key).unwrap_or_default();
            if url.is_empty() {
                let message = format!("OpenAPI must say the {key}, and nothing does: it is empty.");
                self.note(at, Fate::Added, message);
            }
            let fitting = self.address(&at.key(key), &json!(url));
            flow.insert((*key).to_owned(), fitting.unwrap_or_else(|| json!("")));
        }
        let mut scopes = Map::new();
        let place = at.key("scopes");
        for (scope, said) in scheme
            .get("scopes")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let said = self.text(&place.key(scope), said);
            scopes.insert(scope.clone(), said.unwrap_or_else(|| json!("")));
        }
        flow.insert("scopes".to_owned(), Value::Object(scopes));
        json!({ *name: flow })
    }

    /// Whether a policy writes “Bearer” before the key in the header Authorization, wherever it is asked for.
    fn is_bearer(&mut self, name: &str, scheme: &Value) -> bool {
        let in_header = text(scheme, "in") == Some("header");
        let header = text(scheme, "name").unwrap_or_default();
        if !in_header || !header.eq_ignore_ascii_case("authorization") {
            return false;
        }
        let found = instances(self.properties())
            .find(|policy| sends_bearer(policy) && self.is_for_all(policy, name));
        if let Some(policy) = &found {
            self.is_said(policy);
        }
        found.is_some()
    }

    /// Whether a policy is for all operations that ask for a security definition.
    fn is_for_all(&self, policy: &Instance<'_>, name: &str) -> bool {
        let ids = policy.operations();
        let asks = |operation: &Operation<'_>| {
            let own = operation.json().get("security");
            let list = own.or_else(|| self.definition.get("security"));
            let mut requirements = list.and_then(Value::as_array).into_iter().flatten();
            requirements.any(|requirement| requirement.get(name).is_some())
        };
        ids.is_empty()
            || operations(self.definition)
                .filter(asks)
                .all(|operation| ids.contains(&operation.operation_id()))
    }
}

fn sends_bearer(policy: &Instance<'_>) -> bool {
    let parameter = |name: &str| {
        policy
            .parameter(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    policy.template_id().eq_ignore_ascii_case("setheader")
        && parameter("name").eq_ignore_ascii_case("authorization")
        && parameter("value")
            .trim()
            .starts_with("Bearer @connectionParameters(")
}
