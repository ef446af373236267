//! How calls authenticate, and what becomes of it: a security definition and the connection parameters
//! that it needs (spec section C.7). What was sent is not kept.

use serde_json::{Map, Value, json};

use super::gather::Gathered;
use super::operation::Operation;
use crate::ledger::{Fate, Ledger};
use crate::message::{Message, message, phrase};
use crate::read::naming::{Noun, counted};
use crate::read::properties::{self, NewProperties};
use crate::security::oauth::OAuthField;

/// How a call authenticates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) enum SignIn {
    /// Nothing is said of it.
    #[default]
    Unknown,
    /// Not at all.
    Off,
    /// With user name and password.
    Basic,
    /// With a token, “Bearer” before it.
    Bearer,
    /// With a key.
    Key {
        /// The name of the header or of the query parameter.
        name: String,
        /// Whether it is sent in the query.
        in_query: bool,
    },
    /// With OAuth 2.0.
    OAuth {
        /// The flow, as Swagger 2.0 names it.
        flow: String,
        /// Where users sign in.
        authorization_url: String,
        /// Where tokens come from.
        token_url: String,
        /// Where tokens are renewed; empty: where they come from.
        refresh_url: String,
        /// The scopes.
        scopes: Vec<String>,
    },
    /// In a way that connectors do not have.
    Foreign(Message),
}

impl SignIn {
    /// The way in words.
    fn label(&self) -> Message {
        match self {
            Self::Unknown | Self::Off => message!("nothing"),
            Self::Basic => message!("user name and password"),
            Self::Bearer => message!("a bearer token"),
            Self::Key { name, .. } => message!("the key “{name}”", name),
            Self::OAuth { .. } => Message::verbatim("OAuth 2.0"),
            Self::Foreign(kind) => kind.clone(),
        }
    }

    /// Whether a connector can authenticate so.
    fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown | Self::Off | Self::Foreign(_))
    }

    /// Whether an operation authenticates so, where most do. What is not said of one is as it is of most.
    fn is_sent_to(&self, operation: &Operation) -> bool {
        operation.sign_in == *self || operation.sign_in == Self::Unknown
    }

    /// Whether an operation is sent nothing of what users enter, where most authenticate so.
    pub(super) fn leaves_open(&self, operation: &Operation) -> bool {
        operation.sign_in == Self::Off || *self == Self::Bearer && !self.is_sent_to(operation)
    }

    /// The security definition with its name.
    fn definition(&self) -> Option<(&'static str, Value)> {
        match self {
            Self::Basic => Some(("basic", json!({ "type": "basic" }))),
            Self::Bearer => Some((
                "bearer",
                json!({ "type": "apiKey", "in": "header", "name": "Authorization" }),
            )),
            Self::Key { name, in_query } => {
                let place = if *in_query { "query" } else { "header" };
                Some((
                    "api_key",
                    json!({ "type": "apiKey", "in": place, "name": name }),
                ))
            }
            Self::OAuth { .. } => Some(("oauth2", self.oauth_definition())),
            Self::Unknown | Self::Off | Self::Foreign(_) => None,
        }
    }

    fn oauth_definition(&self) -> Value {
        let Self::OAuth {
            flow,
            authorization_url,
            token_url,
            scopes,
            ..
        } = self
        else {
            return Value::Null;
        };
        let mut out = Map::new();
        out.insert("type".to_owned(), json!("oauth2"));
        out.insert("flow".to_owned(), json!(flow));
        if matches!(flow.as_str(), "accessCode" | "implicit") {
            out.insert("authorizationUrl".to_owned(), json!(authorization_url));
        }
        if flow != "implicit" {
            out.insert("tokenUrl".to_owned(), json!(token_url));
        }
        let scopes: Map<String, Value> = scopes
            .iter()
            .map(|scope| (scope.clone(), json!("")))
            .collect();
        out.insert("scopes".to_owned(), Value::Object(scopes));
        Value::Object(out)
    }

    /// Puts what users are asked for into the properties; it is sent to these operations, or to all.
    fn ask(&self, properties: &mut NewProperties, only: Option<&[String]>) {
        match self {
            Self::Basic => {
                properties.connection_parameter("username", properties::user_name());
                properties.connection_parameter("password", properties::password());
            }
            Self::Bearer => {
                properties.connection_parameter("api_key", properties::bearer_token());
                properties.send_bearer_token("api_key", only);
            }
            Self::Key { name, .. } => {
                properties.connection_parameter("api_key", properties::key(name));
            }
            Self::OAuth {
                authorization_url,
                token_url,
                refresh_url,
                scopes,
                ..
            } => {
                let asked = properties::sign_in(scopes, |field| match field {
                    OAuthField::AuthorizationUrl => authorization_url.clone(),
                    OAuthField::TokenUrl => token_url.clone(),
                    OAuthField::RefreshUrl => refresh_url.clone(),
                    _ => String::new(),
                });
                properties.connection_parameter("token", asked);
            }
            Self::Unknown | Self::Off | Self::Foreign(_) => {}
        }
    }
}

/// How a call with this value in its header Authorization authenticates.
pub(in crate::read) fn sign_in_of_header(value: &str) -> SignIn {
    let scheme = value.split_whitespace().next().unwrap_or_default();
    let has_more = value.split_whitespace().nth(1).is_some();
    match scheme.to_ascii_lowercase().as_str() {
        "basic" => SignIn::Basic,
        "bearer" => SignIn::Bearer,
        "digest" => SignIn::Foreign(message!("HTTP digest")),
        "oauth" if value.contains("oauth_") => SignIn::Foreign(Message::verbatim("OAuth 1.0")),
        "ntlm" | "negotiate" => SignIn::Foreign(message!("a Windows account")),
        "hawk" => SignIn::Foreign(Message::verbatim("Hawk")),
        name if name.starts_with("aws4-") && has_more => {
            SignIn::Foreign(message!("a signature of AWS"))
        }
        _ => SignIn::Key {
            name: "Authorization".to_owned(),
            in_query: false,
        },
    }
}

/// The security definitions and the requirement of all operations; none where nothing is known.
pub(super) fn write(
    gathered: &Gathered,
    ids: &[String],
    properties: &mut NewProperties,
    ledger: &mut Ledger,
) -> Option<(Value, Value)> {
    let main = main(&gathered.operations);
    note_others(&gathered.operations, main, ledger);
    let main = main?;
    if let SignIn::OAuth {
        authorization_url,
        token_url,
        flow,
        ..
    } = main
    {
        let lacks_sign_in =
            flow != "application" && flow != "password" && authorization_url.is_empty();
        if lacks_sign_in || flow != "implicit" && token_url.is_empty() {
            let message = message!(
                "The source does not say where OAuth 2.0 signs in. Enter the addresses in the Security step."
            );
            ledger.enter("", Fate::Lowered, message);
        }
    }
    let asking = gathered.operations.iter().zip(ids);
    let asking: Vec<String> = asking
        .filter(|(operation, _)| main.is_sent_to(operation))
        .map(|(_, id)| id.clone())
        .collect();
    let only = (asking.len() < ids.len()).then_some(asking);
    main.ask(properties, only.as_deref());
    let (name, definition) = main.definition()?;
    let scopes = match main {
        SignIn::OAuth { scopes, .. } => scopes.as_slice(),
        _ => &[],
    };
    Some((json!({ name: definition }), json!([{ name: scopes }])))
}

/// The way that most operations have; of several, the one that came first.
pub(super) fn main(operations: &[Operation]) -> Option<&SignIn> {
    let ways = ways(operations);
    let known = ways.into_iter().filter(|(way, _, _)| way.is_known());
    let mut best: Option<(&SignIn, usize)> = None;
    for (way, count, _) in known {
        if best.is_none_or(|(_, most)| count > most) {
            best = Some((way, count));
        }
    }
    best.map(|(way, _)| way)
}

/// Each way with the number of operations that have it, and the first of them.
fn ways(operations: &[Operation]) -> Vec<(&SignIn, usize, &Operation)> {
    let mut ways: Vec<(&SignIn, usize, &Operation)> = Vec::new();
    for operation in operations {
        match ways
            .iter_mut()
            .find(|(way, _, _)| **way == operation.sign_in)
        {
            Some((_, count, _)) => *count += 1,
            None => ways.push((&operation.sign_in, 1, operation)),
        }
    }
    ways
}

/// What is counted of ways.
const OPERATIONS: Noun = Noun(phrase!("operation"), phrase!("operations"));

fn note_others(operations: &[Operation], main: Option<&SignIn>, ledger: &mut Ledger) {
    for (way, count, first) in ways(operations) {
        let operations = counted(count, OPERATIONS);
        let message = match (way, main) {
            (way, Some(main)) if way == main => continue,
            (SignIn::Unknown | SignIn::Off, _) => continue,
            (SignIn::Foreign(kind), _) => message!(
                "Connectors do not authenticate by {kind} ({operations}). Write custom code that does, or \
                 choose another way in the Security step.",
                kind,
                operations
            ),
            (way, Some(main)) => message!(
                "A connection authenticates in one way: by {main}, not by {other} ({operations}). Offer several ways in \
                 the Security step.",
                main = main.label(),
                other = way.label(),
                operations
            ),
            (_, None) => continue,
        };
        ledger.enter(first.pointer.clone(), Fate::Dropped, message);
    }
}

#[cfg(test)]
mod tests {
    use super::{SignIn, sign_in_of_header};
    use crate::message::Message;

    #[test]
    fn the_header_tells_how_a_call_authenticates() {
        let key = SignIn::Key {
            name: "Authorization".to_owned(),
            in_query: false,
        };
        for (value, expected) in [
            ("Basic YTpi", SignIn::Basic),
            ("bearer abc", SignIn::Bearer),
            ("token abc", key.clone()),
            ("abc", key),
            (
                "OAuth oauth_token=\"a\"",
                SignIn::Foreign(Message::verbatim("OAuth 1.0")),
            ),
        ] {
            assert_eq!(sign_in_of_header(value), expected, "{value}");
        }
    }
}
