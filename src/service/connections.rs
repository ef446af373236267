//! Connections: list, make, change, test, delete. A person sees and uses their own alone, and no value ever
//! comes back out.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};
use tenon_app::api::calls::{CallRequest, CallTranscript};
use tenon_app::api::connections::{
    Connection, ConnectionEdit, ConnectionState, ConnectionTry, NewConnection,
};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::Connector;
use tenon_connector::properties::connection_parameters;
use tenon_connector::request::ConnectionTest;
use tenon_connector::security::Way;
use tenon_connector::security::oauth::{Grant, OAuth};

use super::access::Need;
use super::connection_values::{checked_values, replaced_values};
use super::oauth::Values;
use super::{RequestBackend, fault, store_fault};
use crate::runtime::Standing;
use crate::store::{
    self, ChangedConnection, ConnectionStatus, KeptConnection, Person, StoreError, new_id,
};
use crate::vault::Place;

const MAX_NAME: usize = 200;

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
