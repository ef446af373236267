//! Sharing connections, and the list of those of an environment.
//!
//! Who uses a shared connection never sees its secrets. Makers can change a connector, though, and with it where its
//! calls go: so a connection is shared for the connector as its owner saw it, and others use it as long as nothing is
//! different that decides where credentials go.

use serde_json::json;
use tenon_app::api::connection_list::{
    ConnectionPage, ConnectionQuery, ConnectionRow, ConnectionSharing, ConnectionsWanted,
};
use tenon_app::api::connections::Connection;
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::Connector;
use tenon_connector::security::destination;

use super::access::{ConnectionRights, Deed, Member, Need};
use super::connections::{shown, way_of};
use super::connectors::read;
use super::oauth::mark;
use super::{RequestBackend, store_fault};
use crate::store::{
    ConnectionFilter, ConnectionStatus, KeptConnection, ListedConnection, Person, StatusFilter,
};
use crate::texts::calls as t;

/// How many connections a page has.
const PAGE: usize = 50;

impl RequestBackend {
    pub(super) async fn share(&self, sharing: ConnectionSharing) -> Result<Connection, AppError> {
        let deed = match sharing.shared {
            true => Deed::Own,
            false => Deed::Remove,
        };
        let (person, kept) = self.connection_for(deed, &sharing.id).await?;
        let shared_for = match sharing.shared {
            true => {
                let newest = self.kept(&kept.connector, None).await?;
                let connector = read(&newest)?;
                expect_sharable(&connector, &kept)?;
                Some(agreed_to(&connector, &kept))
            }
            false => None,
        };
        let store = &self.state.store;
        let shared = store.share_connection(&kept.id, shared_for.as_deref());
        shared.await.map_err(store_fault)?;
        self.shown(&person, KeptConnection { shared_for, ..kept })
            .await
    }

    pub(super) async fn connections_here(
        &self,
        query: ConnectionQuery,
    ) -> Result<ConnectionPage, AppError> {
        let Member {
            person,
            environment,
            role,
        } = self.member_here(Need::Use).await?;
        let of_everybody = self
            .person_who_may(Need::Administer, &environment)
            .await
            .is_ok();
        let filter = ConnectionFilter {
            person: (!of_everybody).then_some(person.id.as_str()),
            status: match query.wanted {
                ConnectionsWanted::Any => StatusFilter::Any,
                ConnectionsWanted::Good => StatusFilter::Good,
                ConnectionsWanted::Troubled => StatusFilter::Troubled,
            },
            search: &query.search,
            before: query.before.as_deref(),
            count: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
        };
        let listed = self.state.store.connections_in(&environment, &filter).await;
        let mut rows: Vec<_> = listed
            .map_err(store_fault)?
            .into_iter()
            .map(|listed| row(listed, &person, role.as_deref()))
            .collect();
        let has_older = rows.len() > PAGE;
        rows.truncate(PAGE);
        Ok(ConnectionPage {
            older: rows
                .last()
                .filter(|_| has_older)
                .map(|row| row.connection.id.clone()),
            rows,
            of_everybody,
        })
    }
}

fn row(listed: ListedConnection, person: &Person, role: Option<&str>) -> ConnectionRow {
    let rights = ConnectionRights::of(person, role, &listed.kept);
    ConnectionRow {
        title: listed.title,
        signs_in: listed.authentication == OAUTH
            || listed.has_sign_in
            || listed.kept.status == ConnectionStatus::SignedOut,
        connection: shown(listed.kept, rights),
    }
}

/// What versions say of connectors that sign people in.
const OAUTH: &str = "OAuth 2.0";

/// What the owner of a connection agrees to by sharing it: where the connector sends credentials, and by which of its ways.
fn agreed_to(connector: &Connector, kept: &KeptConnection) -> String {
    let place = destination(connector);
    match kept.set.as_str() {
        "" => mark(&place),
        set => mark(&json!([set, place]).to_string()),
    }
}

/// Refuses to share a connection of a way whose connections the connector says are not shared.
fn expect_sharable(connector: &Connector, kept: &KeptConnection) -> Result<(), AppError> {
    let way = way_of(connector, &kept.set)?;
    let set = way.set(connector);
    match set.filter(|set| set.allows_sharing() == Some(false)) {
        None => Ok(()),
        Some(set) => Err(AppError::invalid(t::connections_of_way_are_not_shared(
            &set.label(),
        ))),
    }
}

/// Refuses to send somebody else's credentials anywhere that they did not agree to.
pub(super) fn expect_as_shared(
    person: &Person,
    kept: &KeptConnection,
    connector: &Connector,
) -> Result<(), AppError> {
    let agreed = kept.shared_for.as_deref();
    if kept.person == person.id || agreed == Some(agreed_to(connector, kept).as_str()) {
        return Ok(());
    }
    Err(AppError::new(
        ErrorKind::Forbidden,
        t::shared_for_another(&kept.name, &kept.owner),
    ))
}
