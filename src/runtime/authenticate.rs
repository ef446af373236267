//! A connection's credentials, and how a request carries them.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use reqwest::header::HeaderName;
use secrecy::{ExposeSecret, SecretString};
use tenon_connector::properties::{Authentication, KeyLocation};
use tenon_connector::request::{PreparedRequest, percent_encoded};
use tenon_connector::security::oauth::TokenCarrier;

use super::CallError;

/// The values of a connection, by the keys of the connection parameters, and how a token among them is carried.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    values: BTreeMap<String, SecretString>,
    carrier: TokenCarrier,
}

impl Credentials {
    /// The credentials of these values.
    #[must_use]
    pub fn new(values: BTreeMap<String, SecretString>) -> Self {
        Self {
            values,
            carrier: TokenCarrier::default(),
        }
    }

    /// The same with a token of OAuth 2.0, for the key of its connection parameter.
    #[must_use]
    pub fn with_token(mut self, key: String, token: SecretString, carrier: TokenCarrier) -> Self {
        self.values.insert(key, token);
        self.carrier = carrier;
        self
    }

    /// The value of a connection parameter.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(ExposeSecret::expose_secret)
    }

    /// Every value with its key.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values
            .iter()
            .map(|(key, value)| (key.as_str(), value.expose_secret()))
    }
}

/// Adds the credentials to a request.
pub(super) fn add(
    request: &mut PreparedRequest,
    authentication: &Authentication,
    credentials: &Credentials,
) -> Result<(), CallError> {
    let value = |key: &str| {
        credentials
            .get(key)
            .ok_or_else(|| CallError::Lacking(key.to_owned()))
    };
    match authentication {
        Authentication::None => Ok(()),
        Authentication::Several | Authentication::Unsupported { .. } => {
            Err(CallError::Unsupported(authentication.label().to_owned()))
        }
        Authentication::Basic { user, password } => {
            let word = basic(value(user)?, credentials.get(password).unwrap_or_default())?;
            set_header(request, "Authorization", &word, user)
        }
        Authentication::OAuth { parameter } => {
            let carrier = &credentials.carrier;
            let word = carrier.value(value(parameter)?);
            set_header(request, &carrier.header, &word, parameter)
        }
        Authentication::ApiKey { name, .. } if name.trim().is_empty() => {
            Err(CallError::KeyName(name.clone()))
        }
        Authentication::ApiKey {
            parameter,
            location: KeyLocation::Header,
            name,
        } => set_header(request, name, value(parameter)?, parameter),
        Authentication::ApiKey {
            parameter,
            location: KeyLocation::Query,
            name,
        } => {
            set_in_query(&mut request.url, name, value(parameter)?);
            Ok(())
        }
    }
}

/// The value of `Authorization` for basic authentication (RFC 7617).
pub(super) fn basic(user: &str, password: &str) -> Result<String, CallError> {
    if user.contains(':') {
        return Err(CallError::Colon);
    }
    Ok(format!(
        "Basic {}",
        BASE64.encode(format!("{user}:{password}"))
    ))
}

/// Sets a header in place of what the operation may have put there.
fn set_header(
    request: &mut PreparedRequest,
    name: &str,
    value: &str,
    parameter: &str,
) -> Result<(), CallError> {
    HeaderName::from_bytes(name.as_bytes()).map_err(|_| CallError::KeyName(name.to_owned()))?;
    if value.chars().any(char::is_control) {
        return Err(CallError::Unsendable(parameter.to_owned()));
    }
    request
        .headers
        .retain(|(own, _)| !own.eq_ignore_ascii_case(name));
    request.headers.push((name.to_owned(), value.to_owned()));
    Ok(())
}

/// Sets a parameter of the query in place of what the operation may have put there: of two keys, services take either.
fn set_in_query(url: &mut String, name: &str, value: &str) {
    if let Some((path, query)) = url.split_once('?') {
        let is_other = |pair: &&str| {
            let own = url::form_urlencoded::parse(pair.as_bytes()).next();
            own.is_none_or(|(own, _)| own != name)
        };
        let others: Vec<_> = query.split('&').filter(is_other).collect();
        *url = match others.is_empty() {
            true => path.to_owned(),
            false => format!("{path}?{}", others.join("&")),
        };
    }
    url.push(if url.contains('?') { '&' } else { '?' });
    url.push_str(&percent_encoded(name));
    url.push('=');
    url.push_str(&percent_encoded(value));
}

#[cfg(test)]
mod tests {
    use super::set_in_query;

    #[test]
    fn a_key_is_in_the_query_once_whatever_the_operation_put_there() {
        for (before, after) in [
            ("http://a/x", "http://a/x?api%20key=1%262"),
            (
                "http://a/x?q=a%20b&&z",
                "http://a/x?q=a%20b&&z&api%20key=1%262",
            ),
            ("http://a/x?api+key=old", "http://a/x?api%20key=1%262"),
            (
                "http://a/x?api%20key=old&q=1&api%20key&API%20KEY=3",
                "http://a/x?q=1&API%20KEY=3&api%20key=1%262",
            ),
        ] {
            let mut url = before.to_owned();
            set_in_query(&mut url, "api key", "1&2");
            assert_eq!(url, after);
        }
    }
}
