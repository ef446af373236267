//! Connections: list, make, change, test, delete. A person sees and uses their own alone, and no value ever
//! comes back out.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};
use tenon_app::api::calls::{CallRequest, CallTranscript};
use tenon_app::api::connections::{
    Connection, ConnectionEdit, ConnectionState, ConnectionTry, NewConnection,
};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::properties::{ConnectionParameter, ParameterKind, connection_parameters};

use tenon_connector::Connector;
use tenon_connector::request::ConnectionTest;
use tenon_connector::security::Way;
use tenon_connector::security::oauth::{Grant, OAuth};

use super::access::Need;
use super::oauth::Values;
use super::{RequestBackend, fault, store_fault};
use crate::runtime::Standing;
use crate::store::{
    self, ChangedConnection, ConnectionStatus, KeptConnection, Person, StoreError, new_id,
};
use crate::vault::Place;

const MAX_NAME: usize = 200;
/// The longest value of a connection parameter, in bytes: tokens are long, certificates longer.
const MAX_VALUE: usize = 16 * 1024;

impl RequestBackend {
    pub(super) async fn list_connections(
        &self,
        connector: &str,
    ) -> Result<Vec<Connection>, AppError> {
        let person = self.person_for(Need::Use, connector).await?;
        let kept = self.state.store.connections(connector, &person.id).await;
        Ok(kept.map_err(store_fault)?.into_iter().map(shown).collect())
    }

    pub(super) async fn add_connection(&self, new: NewConnection) -> Result<Connection, AppError> {
        let person = self.person_for(Need::Use, &new.connector).await?;
        let connector = self
            .as_seen(&new.connector, new.version, &new.actions)
            .await?;
        let name = checked_name(&new.name)?;
        let values = checked_values(&connection_parameters(connector.properties()), new.values)?;
        let environment = self.state.store.environment_of(&new.connector).await;
        let status = first_status(&connector, &values);
        let kept = KeptConnection {
            id: new_id(),
            connector: new.connector,
            environment: environment.map_err(store_fault)?,
            name: name.to_owned(),
            created_at: 0,
            status,
            status_at: 0,
        };
        let sealed = self.seal(&kept, values)?;
        let made = store::NewConnection {
            id: kept.id.clone(),
            connector: kept.connector.clone(),
            person: person.id,
            name: kept.name.clone(),
            status: kept.status.clone(),
            values: sealed,
        };
        let created_at = self.state.store.add_connection(&made).await;
        Ok(shown(KeptConnection {
            created_at: created_at.map_err(store_fault)?,
            ..kept
        }))
    }

    fn seal(
        &self,
        connection: &KeptConnection,
        values: BTreeMap<String, SecretString>,
    ) -> Result<Vec<(String, Vec<u8>)>, AppError> {
        let seal = |(field, value): (String, SecretString)| {
            let sealed = self.state.vault.seal(place(connection, &field), &value);
            sealed
                .map(|sealed| (field, sealed))
                .map_err(|error| fault(&error))
        };
        values.into_iter().map(seal).collect()
    }

    pub(super) async fn edit_connection(
        &self,
        edit: ConnectionEdit,
    ) -> Result<Connection, AppError> {
        let (person, kept) = self.own_connection(&edit.id).await?;
        let connector = self
            .as_seen(&kept.connector, edit.version, &edit.actions)
            .await?;
        let name = checked_name(&edit.name)?;
        let there = self.state.store.connection_values(&kept.id).await;
        let there = there.map_err(store_fault)?;
        let is_there = |key: &str| there.iter().any(|(field, _)| field == key);
        let parameters = connection_parameters(connector.properties());
        let values = replaced_values(&parameters, edit.values, is_there)?;
        let changed = ChangedConnection {
            id: &kept.id,
            person: &person.id,
            name,
            values: self.seal(&kept, values)?,
        };
        let done = self.state.store.change_connection(&changed).await;
        done.map_err(store_fault)?;
        let (_, kept) = self.own_connection(&edit.id).await?;
        Ok(shown(kept))
    }

    pub(super) async fn test_own_connection(
        &self,
        test: ConnectionTry,
    ) -> Result<CallTranscript, AppError> {
        let (_, kept) = self.own_connection(&test.id).await?;
        let connector = self
            .as_seen(&kept.connector, test.version, &test.actions)
            .await?;
        let call = ConnectionTest::of(connector.definition()).ok_or_else(|| {
            AppError::invalid(
                "The connector names no operation that tests a connection. Name one as “testConnection” in \
                 “x-ms-capabilities” of the definition.",
            )
        })?;
        self.call(CallRequest {
            connector: kept.connector,
            version: test.version,
            actions: test.actions,
            operation: call.key,
            connection: Some(kept.id),
            inputs: call.inputs,
        })
        .await
    }

    /// Notes what a call said of a connection. The call was made, whether that can be noted or not.
    pub(super) async fn note_standing(&self, connection: &str, standing: &Standing) {
        let status = match standing {
            Standing::Good => ConnectionStatus::Good,
            Standing::Expired(reason) => ConnectionStatus::Expired(reason.clone()),
            Standing::Failing(reason) => ConnectionStatus::Failing(reason.clone()),
        };
        let store = &self.state.store;
        if let Err(error) = store.note_connection_status(connection, &status).await {
            tracing::error!(%error, "the status of a connection could not be noted");
        }
    }

    /// A connection of the person who asks, who may still use its connector.
    pub(super) async fn own_connection(
        &self,
        id: &str,
    ) -> Result<(Person, KeptConnection), AppError> {
        let person = self.person().await?;
        let kept = match self.state.store.connection(id, &person.id).await {
            Err(StoreError::NotFound) => return Err(missing()),
            answer => answer.map_err(store_fault)?,
        };
        self.person_for(Need::Use, &kept.connector).await?;
        Ok((person, kept))
    }

    pub(super) async fn remove_connection(&self, id: &str) -> Result<(), AppError> {
        let person = self.person().await?;
        match self.state.store.delete_connection(id, &person.id).await {
            Err(StoreError::NotFound) => Err(missing()),
            answer => answer.map_err(store_fault),
        }
    }

    /// A person's own connection for a connector, with its values.
    pub(super) async fn connection_for(
        &self,
        person: &str,
        connector: &str,
        connection: &str,
    ) -> Result<(KeptConnection, Values), AppError> {
        let kept = match self.state.store.connection(connection, person).await {
            Err(StoreError::NotFound) => return Err(missing()),
            answer => answer.map_err(store_fault)?,
        };
        if kept.connector != connector {
            return Err(missing());
        }
        let values = self.open_values(&kept).await?;
        Ok((kept, values))
    }

    /// What a person entered for a connection.
    pub(super) async fn open_values(&self, kept: &KeptConnection) -> Result<Values, AppError> {
        let sealed = self.state.store.connection_values(&kept.id).await;
        let open = |(field, sealed): (String, Vec<u8>)| {
            let value = self.state.vault.unseal(place(kept, &field), &sealed);
            value
                .map(|value| (field, value))
                .map_err(|error| AppError::new(ErrorKind::Conflict, error.to_string()))
        };
        let sealed = sealed.map_err(store_fault)?.into_iter();
        // Tokens are no answers to questions: they are kept, and sent, by other rules.
        let entered = sealed.filter(|(field, _)| !field.starts_with("oauth/"));
        entered.map(open).collect()
    }
}

/// What is known of a connection before the first call.
fn first_status(connector: &Connector, values: &Values) -> ConnectionStatus {
    let Some(oauth) = OAuth::of(connector, Way::Only) else {
        return ConnectionStatus::Untried;
    };
    let given = |key: &str| {
        values
            .get(key)
            .map(|value| value.expose_secret().to_owned())
    };
    match oauth.grant_of(connector, &given) {
        Grant::Code => ConnectionStatus::SignedOut,
        Grant::ClientCredentials => ConnectionStatus::Untried,
    }
}

fn missing() -> AppError {
    AppError::not_found(
        "There is no such connection of yours. It may have been deleted: choose another one.",
    )
}

pub(super) fn place<'a>(connection: &'a KeptConnection, field: &'a str) -> Place<'a> {
    Place {
        environment: &connection.environment,
        connection: &connection.id,
        field,
    }
}

pub(super) fn shown(kept: KeptConnection) -> Connection {
    Connection {
        id: kept.id,
        connector: kept.connector,
        name: kept.name,
        created_at: kept.created_at,
        status: match kept.status {
            ConnectionStatus::Untried => ConnectionState::Untried,
            ConnectionStatus::SignedOut => ConnectionState::SignedOut,
            ConnectionStatus::Good => ConnectionState::Good,
            ConnectionStatus::Expired(reason) => ConnectionState::Expired(reason),
            ConnectionStatus::Failing(reason) => ConnectionState::Failing(reason),
        },
        status_at: kept.status_at,
    }
}

fn checked_name(name: &str) -> Result<&str, AppError> {
    let name = name.trim();
    match name.chars().count() {
        0 => Err(AppError::invalid("Give the connection a name.")),
        1..=MAX_NAME => Ok(name),
        _ => Err(AppError::invalid(format!(
            "A connection's name has at most {MAX_NAME} characters."
        ))),
    }
}

/// The values to keep: one for each parameter that is answered or has a default nobody is asked for.
fn checked_values(
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
            return Err(wrong(parameter, "is required. Enter a value."));
        }
    }
    match given.into_keys().next() {
        None => Ok(values),
        Some(key) => Err(unknown(&key)),
    }
}

/// The values that replace others: an empty one leaves what is there, which nobody gets to see.
fn replaced_values(
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
            return Err(wrong(parameter, "is required. Enter a value."));
        }
    }
    match given.into_keys().next() {
        None => Ok(values),
        Some(key) => Err(unknown(&key)),
    }
}

fn unknown(key: &str) -> AppError {
    AppError::invalid(format!(
        "The connector has no connection parameter “{key}”. Reload the page and enter the values again."
    ))
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
    let problem = match parameter.kind() {
        _ if value.len() > MAX_VALUE => "is too long: at most 16 KiB are kept.",
        ParameterKind::Integer if value.parse::<i64>().is_err() => "must be a whole number.",
        ParameterKind::Boolean if !matches!(value, "true" | "false") => "must be true or false.",
        _ if !choices.is_empty() && !choices.iter().any(|(choice, _)| choice == value) => {
            "must be one of the values to choose from."
        }
        _ => return Ok(()),
    };
    Err(wrong(parameter, problem))
}

fn wrong(parameter: &ConnectionParameter<'_>, problem: &str) -> AppError {
    AppError::invalid(format!("{} {problem}", parameter.label())).on(parameter.key())
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
