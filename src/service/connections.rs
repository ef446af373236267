//! Connections: make, change, test, delete. Who may do what with one is decided in `access`, and no value ever comes
//! back out.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};
use tenon_app::api::calls::{CallRequest, CallTranscript};
use tenon_app::api::connections::{
    Connection, ConnectionEdit, ConnectionState, ConnectionTry, NewConnection,
};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::Connector;
use tenon_connector::request::ConnectionTest;
use tenon_connector::security::oauth::{Grant, OAuth};
use tenon_connector::security::{Way, WayError};

use super::access::{ConnectionRights, Deed, Member, Need};
use super::calls::Purpose;
use super::connection_values::{checked_values, replaced_values};
use super::oauth::Values;
use super::{RequestBackend, key_fault, store_fault};
use crate::runtime::Standing;
use crate::store::{
    self, ChangedConnection, ConnectionStatus, KeptConnection, OtherSet, Person, SealedValues,
    StoreError, new_id, now,
};
use crate::texts::calls as t;
use crate::vault::Place;

const MAX_NAME: usize = 200;
/// How exact it is when a connection was used last: calls shall not wait for notes. Milliseconds.
const USE_NOTED_EVERY: i64 = 60_000;

impl RequestBackend {
    pub(super) async fn list_connections(
        &self,
        connector: &str,
    ) -> Result<Vec<Connection>, AppError> {
        let Member { person, role, .. } = self.member_for(Need::Use, connector).await?;
        let kept = self.state.store.connections(connector, &person.id).await;
        let seen = |kept| {
            let rights = ConnectionRights::of(&person, role.as_deref(), &kept);
            shown(kept, rights)
        };
        Ok(kept.map_err(store_fault)?.into_iter().map(seen).collect())
    }

    /// Makes a connection. Where the connector names an operation that tests one, it is tested at once (spec section G.6),
    /// so that its status is true from the start.
    pub(super) async fn add_connection(&self, new: NewConnection) -> Result<Connection, AppError> {
        let Member {
            person,
            environment,
            ..
        } = self.member_for(Need::Use, &new.connector).await?;
        let connector = self
            .as_seen(&new.connector, new.version, &new.actions)
            .await?;
        let name = checked_name(&new.name)?;
        let way = way_of(&connector, &new.set)?;
        let values = checked_values(&way.parameters(&connector), new.values)?;
        let status = first_status(&connector, way, &values);
        let kept = KeptConnection {
            id: new_id(),
            connector: new.connector,
            environment,
            person: person.id.clone(),
            owner: person.name.clone(),
            name: name.to_owned(),
            created_at: 0,
            status,
            status_at: 0,
            shared_for: None,
            used_at: 0,
            set: new.set,
        };
        let sealed = self.seal(&kept, values).await?;
        let made = store::NewConnection {
            id: kept.id.clone(),
            connector: kept.connector.clone(),
            person: person.id.clone(),
            name: kept.name.clone(),
            set: kept.set.clone(),
            status: kept.status.clone(),
            values: sealed,
        };
        let created_at = self.state.store.add_connection(&made).await;
        let kept = KeptConnection {
            created_at: created_at.map_err(store_fault)?,
            ..kept
        };
        let is_testable = ConnectionTest::of(connector.definition()).is_some();
        if !is_testable || kept.status != ConnectionStatus::Untried {
            return self.shown(&person, kept).await;
        }
        let id = kept.id;
        let test = ConnectionTry {
            id: id.clone(),
            version: new.version,
            actions: new.actions,
        };
        if let Err(error) = self.test_connection(test).await {
            // The connection is there, and stays untried.
            tracing::info!(%error, "a new connection could not be tested");
        }
        let (person, kept) = self.connection_for(Deed::Use, &id).await?;
        self.shown(&person, kept).await
    }

    async fn seal(
        &self,
        connection: &KeptConnection,
        values: BTreeMap<String, SecretString>,
    ) -> Result<Vec<(String, Vec<u8>)>, AppError> {
        let mut all = Vec::new();
        for (field, value) in values {
            let sealed = self
                .state
                .keys
                .seal(place(connection, &field), &value)
                .await;
            all.push((field, sealed.map_err(key_fault)?));
        }
        Ok(all)
    }

    pub(super) async fn edit_connection(
        &self,
        edit: ConnectionEdit,
    ) -> Result<Connection, AppError> {
        let (person, kept) = self.connection_for(Deed::Change, &edit.id).await?;
        let connector = self
            .as_seen(&kept.connector, edit.version, &edit.actions)
            .await?;
        let name = checked_name(&edit.name)?;
        let way = way_of(&connector, &edit.set)?;
        let parameters = way.parameters(&connector);
        let mut is_foreign = false;
        let (values, moves_to) = if edit.set == kept.set {
            let there = self.state.store.connection_values(&kept.id).await;
            let there = there.map_err(store_fault)?;
            let is_there = |key: &str| there.iter().any(|(field, _)| field == key);
            let values = replaced_values(&parameters, edit.values, is_there)?;
            is_foreign = kept.person != person.id && !values.is_empty();
            if is_foreign {
                expect_all_anew(&kept, &there, &values)?;
            }
            (values, None)
        } else {
            // Nothing that was entered for one set is sent by the rules of another.
            let values = checked_values(&parameters, edit.values)?;
            let status = first_status(&connector, way, &values);
            let name = edit.set.as_str();
            (values, Some(OtherSet { name, status }))
        };
        let changed = ChangedConnection {
            id: &kept.id,
            name,
            set: &kept.set,
            moves_to,
            forgets_tokens: is_foreign,
            values: self.seal(&kept, values).await?,
        };
        let done = self.state.store.change_connection(&changed).await;
        done.map_err(|error| match error {
            StoreError::NotFound => {
                AppError::new(ErrorKind::Conflict, t::connection_changed_meanwhile())
            }
            error => store_fault(error),
        })?;
        let (person, kept) = self.connection_for(Deed::Change, &edit.id).await?;
        self.shown(&person, kept).await
    }

    pub(super) async fn test_connection(
        &self,
        test: ConnectionTry,
    ) -> Result<CallTranscript, AppError> {
        let (_, kept) = self.connection_for(Deed::Use, &test.id).await?;
        let connector = self
            .as_seen(&kept.connector, test.version, &test.actions)
            .await?;
        let call = ConnectionTest::of(connector.definition())
            .ok_or_else(|| AppError::invalid(t::no_test_operation()))?;
        let request = CallRequest {
            connector: kept.connector,
            version: test.version,
            actions: test.actions,
            operation: call.key,
            connection: Some(kept.id),
            inputs: call.inputs,
        };
        self.call_for(Purpose::Test, request).await
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

    pub(super) async fn remove_connection(&self, id: &str) -> Result<(), AppError> {
        let (_, kept) = self.connection_for(Deed::Remove, id).await?;
        let deleted = self.state.store.delete_connection(&kept.id).await;
        deleted.map_err(store_fault)
    }

    /// Notes that a connection is used. The call is made, whether that can be noted or not.
    pub(super) async fn note_use(&self, kept: &KeptConnection) {
        if kept.used_at > now().saturating_sub(USE_NOTED_EVERY) {
            return;
        }
        if let Err(error) = self.state.store.note_connection_use(&kept.id).await {
            tracing::error!(%error, "the use of a connection could not be noted");
        }
    }

    /// A connection as somebody sees it who may know of it.
    pub(super) async fn shown(
        &self,
        person: &Person,
        kept: KeptConnection,
    ) -> Result<Connection, AppError> {
        let rights = self.rights_to(person, &kept).await?;
        Ok(shown(kept, rights))
    }

    /// What a person entered for a connection.
    pub(super) async fn open_values(&self, kept: &KeptConnection) -> Result<Values, AppError> {
        let sealed = self.state.store.connection_values(&kept.id).await;
        self.unsealed(kept, sealed.map_err(store_fault)?).await
    }

    /// What a person entered for a connection, of its values as they are kept.
    pub(super) async fn unsealed(
        &self,
        kept: &KeptConnection,
        sealed: SealedValues,
    ) -> Result<Values, AppError> {
        let mut values = Values::new();
        for (field, sealed) in sealed {
            // Tokens are no answers to questions: they are kept, and sent, by other rules.
            if !is_token(&field) {
                let value = self.state.keys.unseal(place(kept, &field), &sealed).await;
                values.insert(field, value.map_err(key_fault)?);
            }
        }
        Ok(values)
    }
}

/// The way to authenticate that a connection names by its set.
pub(super) fn way_of(connector: &Connector, set: &str) -> Result<Way, AppError> {
    let way = Way::of_connection(connector, set);
    way.map_err(|error| {
        AppError::invalid(match error {
            WayError::NotChosen => t::choose_a_way().to_owned(),
            WayError::Gone { name } => t::way_is_gone(&name),
        })
    })
}

/// What is known of a connection before the first call.
fn first_status(connector: &Connector, way: Way, values: &Values) -> ConnectionStatus {
    let Some(oauth) = OAuth::of(connector, way) else {
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

/// Somebody else than its owner may fill a connection anew, but not send the owner's secrets along with values of
/// theirs, which may say where to.
fn expect_all_anew(
    kept: &KeptConnection,
    there: &[(String, Vec<u8>)],
    values: &Values,
) -> Result<(), AppError> {
    let mut left = there
        .iter()
        .map(|(field, _)| field)
        .filter(|field| !is_token(field));
    match left.find(|field| !values.contains_key(*field)) {
        None => Ok(()),
        Some(field) => Err(AppError::invalid(t::connection_belongs_to(&kept.owner)).on(field)),
    }
}

/// Whether a kept value is a token, which nobody entered.
fn is_token(field: &str) -> bool {
    field.starts_with("oauth/")
}

pub(super) fn place<'a>(connection: &'a KeptConnection, field: &'a str) -> Place<'a> {
    Place {
        environment: &connection.environment,
        connection: &connection.id,
        field,
    }
}

pub(super) fn shown(kept: KeptConnection, rights: ConnectionRights) -> Connection {
    Connection {
        owner: kept.owner,
        is_own: rights.own,
        is_shared: kept.shared_for.is_some(),
        may_use: rights.call,
        may_change: rights.change,
        may_remove: rights.remove,
        used_at: kept.used_at,
        id: kept.id,
        connector: kept.connector,
        set: kept.set,
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
        0 => Err(AppError::invalid(t::give_the_connection_a_name())),
        1..=MAX_NAME => Ok(name),
        _ => Err(AppError::invalid(t::connection_name_has_at_most(&MAX_NAME))),
    }
}
