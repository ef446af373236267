//! What a person enters for a connection, held against the connection parameters of the connector.

use std::collections::BTreeMap;
use std::fmt::Display;

use secrecy::SecretString;
use tenon_app::error::AppError;
use tenon_connector::properties::{ConnectionParameter, ParameterKind};

use crate::texts::calls as t;

/// The longest value of a connection parameter, in bytes: tokens are long, certificates longer.
const MAX_VALUE: usize = 16 * 1024;

/// The values to keep: one for each parameter that is answered or has a default nobody is asked for.
pub(super) fn checked_values(
    parameters: &[ConnectionParameter<'_>],
    mut given: BTreeMap<String, String>,
) -> Result<BTreeMap<String, SecretString>, AppError> {
    let mut values = BTreeMap::new();
    for parameter in parameters {
        let answer = given
            .remove(parameter.key())
            .filter(|text| !text.is_empty());
        let preset = parameter
            .default_value()
            .filter(|_| parameter.hidden())
            .map(str::to_owned);
        if parameter.kind() == ParameterKind::OAuth {
            // Its value is a token, which the provider alone gives.
            match answer {
                Some(_) => return Err(unknown(parameter.key())),
                None => continue,
            }
        }
        if let Some(value) = answer.or(preset) {
            check(parameter, &value)?;
            values.insert(parameter.key().to_owned(), SecretString::from(value));
        } else if parameter.required() && is_asked(parameter) {
            return Err(wrong(parameter, t::is_required));
        }
    }
    match given.into_keys().next() {
        None => Ok(values),
        Some(key) => Err(unknown(&key)),
    }
}

/// The values that replace others: an empty one leaves what is there, which nobody gets to see.
pub(super) fn replaced_values(
    parameters: &[ConnectionParameter<'_>],
    mut given: BTreeMap<String, String>,
    is_there: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, SecretString>, AppError> {
    let mut values = BTreeMap::new();
    for parameter in parameters {
        let answer = given.remove(parameter.key());
        if parameter.kind() == ParameterKind::OAuth && answer.is_some() {
            return Err(unknown(parameter.key()));
        }
        if let Some(value) = answer.filter(|text| !text.is_empty()) {
            check(parameter, &value)?;
            values.insert(parameter.key().to_owned(), SecretString::from(value));
        } else if parameter.required() && is_asked(parameter) && !is_there(parameter.key()) {
            return Err(wrong(parameter, t::is_required));
        }
    }
    match given.into_keys().next() {
        None => Ok(values),
        Some(key) => Err(unknown(&key)),
    }
}

fn unknown(key: &str) -> AppError {
    AppError::invalid(t::no_such_parameter(&key))
}

/// Whether the connection dialog can ask for it.
fn is_asked(parameter: &ConnectionParameter<'_>) -> bool {
    let kinds = [
        ParameterKind::OAuth,
        ParameterKind::Gateway,
        ParameterKind::Other,
    ];
    !parameter.hidden() && !kinds.contains(&parameter.kind())
}

fn check(parameter: &ConnectionParameter<'_>, value: &str) -> Result<(), AppError> {
    let choices = parameter.choices();
    let problem: Problem = match parameter.kind() {
        _ if value.len() > MAX_VALUE => t::is_too_long,
        ParameterKind::Integer if value.parse::<i64>().is_err() => t::must_be_whole,
        ParameterKind::Boolean if !matches!(value, "true" | "false") => t::must_be_true_or_false,
        _ if !choices.is_empty() && !choices.iter().any(|(choice, _)| choice == value) => {
            t::must_be_a_choice
        }
        _ => return Ok(()),
    };
    Err(wrong(parameter, problem))
}

/// What is wrong with the value of a parameter, which it names.
type Problem = fn(&dyn Display) -> String;

fn wrong(parameter: &ConnectionParameter<'_>, problem: Problem) -> AppError {
    AppError::invalid(problem(&parameter.label())).on(parameter.key())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use std::collections::BTreeMap;

    use secrecy::ExposeSecret;
    use serde_json::{Value, json};
    use tenon_app::error::AppError;
    use tenon_connector::properties::connection_parameters;

    use super::checked_values;

    fn kept(parameters: Value, given: &[(&str, &str)]) -> Result<Vec<String>, AppError> {
        let properties = json!({ "properties": { "connectionParameters": parameters } });
        let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        let given: BTreeMap<_, _> = given.iter().map(pair).collect();
        let values = checked_values(&connection_parameters(&properties), given)?;
        let text = |(key, value): (String, secrecy::SecretString)| {
            format!("{key}={}", value.expose_secret())
        };
        Ok(values.into_iter().map(text).collect())
    }

    #[test]
    fn what_is_required_and_missing_is_named_at_its_field() {
        let parameters = json!({ "api_key": { "type": "securestring",
            "uiDefinition": { "displayName": "Joint key", "constraints": { "required": "true" } } } });
        for given in [&[][..], &[("api_key", "")][..]] {
            let error = kept(parameters.clone(), given).unwrap_err();
            assert_eq!(error.message, "Joint key is required. Enter a value.");
            assert_eq!(error.field.as_deref(), Some("api_key"));
        }
        assert_eq!(
            kept(parameters, &[("api_key", "x")]).unwrap(),
            ["api_key=x"]
        );
    }

    #[test]
    fn values_must_be_of_their_kind() {
        let parameters = json!({
            "port": { "type": "int" }, "tls": { "type": "bool" },
            "region": { "type": "string", "allowedValues": [{ "value": "eu" }, { "value": "us" }] },
            "note": { "type": "string" }
        });
        let long = "x".repeat(16 * 1024 + 1);
        for (key, value) in [
            ("port", "many"),
            ("tls", "yes"),
            ("region", "moon"),
            ("note", long.as_str()),
        ] {
            let error = kept(parameters.clone(), &[(key, value)]).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(key), "{}", error.message);
        }
        let given = [("port", "8443"), ("tls", "true"), ("region", "eu")];
        assert_eq!(
            kept(parameters, &given).unwrap(),
            ["port=8443", "region=eu", "tls=true"]
        );
    }

    #[test]
    fn what_nobody_is_asked_for_takes_its_default_and_what_is_unknown_is_refused() {
        let parameters = json!({
            "hidden": { "type": "string", "defaultValue": "v1", "uiDefinition": { "constraints": { "hidden": "true", "required": "true" } } },
            "token": { "type": "oauthSetting", "uiDefinition": { "constraints": { "required": "true" } } }
        });
        assert_eq!(kept(parameters.clone(), &[]).unwrap(), ["hidden=v1"]);
        let error = kept(parameters, &[("other", "x")]).unwrap_err();
        assert!(error.message.contains("“other”"));
    }
}
