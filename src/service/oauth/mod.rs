//! Signing in with OAuth 2.0: the way to the provider and back, and tokens that stay fresh.

mod begin;
mod end;
mod keeper;
mod report;

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tenon_app::error::AppError;
use tenon_connector::Connector;
use tenon_connector::security::oauth::{Flow, Manner, OAuth, TokenCarrier};
use tenon_connector::security::{Provider, Way};

use self::keeper::Keeper;
use super::connections::way_of;
use super::{RequestBackend, key_fault, store_fault};
use crate::runtime::oauth::Client;
use crate::state::AppState;
use crate::store::{KeptConnection, StoreError};
use crate::texts::calls as t;
use crate::vault::{Place, holder_of_connector};

pub use end::SignInReturn;

/// How long a person has to sign in at the provider. Milliseconds.
const LIFETIME: i64 = 10 * 60_000;

/// What is kept of a sign-in until its person comes back.
#[derive(Serialize, Deserialize)]
struct Pending {
    flow: Flow,
    manner: Manner,
    verifier: String,
    redirect: String,
    parameter: String,
    /// The connection parameter set that the connection had; empty for the only way.
    set: String,
    /// Where the client secret is kept.
    secret_place: String,
    /// Whether other manners may be tried.
    variants: bool,
}

/// A token that a call can be made with.
pub(super) struct FreshToken {
    /// The token.
    pub(super) token: SecretString,
    /// How calls carry it.
    pub(super) carrier: TokenCarrier,
}

/// The values of a connection, by the keys of the connection parameters.
pub(super) type Values = BTreeMap<String, SecretString>;

impl RequestBackend {
    /// What keeps the tokens of a connection.
    async fn keeper(
        &self,
        kept: KeptConnection,
        connector: &Connector,
        values: &Values,
        redirect: Option<String>,
    ) -> Result<Keeper, AppError> {
        let way = way_of(connector, &kept.set)?;
        let oauth = OAuth::of(connector, way).ok_or_else(|| {
            AppError::invalid(match way {
                Way::Only => {
                    "The connector does not sign people in. Choose OAuth 2.0 in the Security step."
                }
                Way::Set(_) => t::way_signs_nobody_in(),
            })
        })?;
        let given = |key: &str| {
            let found = values.iter().find(|(own, _)| own.eq_ignore_ascii_case(key));
            found.map(|(_, value)| value.expose_secret().to_owned())
        };
        let flow = oauth
            .flow(
                connector,
                Provider::find(&self.state.providers, &oauth),
                &given,
            )
            .map_err(|error| AppError::invalid(error.to_string()))?;
        let own = given(&format!("{}:clientSecret", oauth.key())).filter(|text| !text.is_empty());
        let secret = match own {
            Some(own) => Some(SecretString::from(own)),
            None => {
                let place = oauth.secret_place(connector);
                self.kept_client_secret(&kept, &place).await?
            }
        };
        let record = self.state.store.sign_in_record(&kept.id).await;
        let found = record.map_err(store_fault)?.manner;
        let manner = serde_json::from_str(&found).unwrap_or_else(|_| flow.manner.clone());
        Ok(Keeper {
            state: self.state.clone(),
            parameter: oauth.key().to_owned(),
            secret_place: oauth.secret_place(connector),
            kept,
            client: Client {
                flow,
                manner,
                secret,
                redirect: redirect.unwrap_or_default(),
            },
        })
    }

    /// The client secret that is kept for a connector; none where there is none.
    async fn kept_client_secret(
        &self,
        kept: &KeptConnection,
        wanted: &str,
    ) -> Result<Option<SecretString>, AppError> {
        let sealed = match self
            .state
            .store
            .client_secret(&kept.connector, wanted)
            .await
        {
            Err(StoreError::NotFound) => return Ok(None),
            answer => answer.map_err(store_fault)?,
        };
        let holder = holder_of_connector(&kept.connector);
        let place = Place {
            environment: &kept.environment,
            connection: &holder,
            field: wanted,
        };
        let opened = self.state.keys.unseal(place, &sealed).await;
        opened.map(Some).map_err(key_fault)
    }

    /// A token that a call can be made with; `refused` is one that the service did not take.
    pub(super) async fn fresh_token(
        &self,
        kept: &KeptConnection,
        connector: &Connector,
        values: &Values,
        refused: Option<&str>,
    ) -> Result<FreshToken, AppError> {
        let keeper = self.keeper(kept.clone(), connector, values, None).await?;
        let carrier = keeper.client.flow.carrier.clone();
        let token = keeper.fresh(refused.map(SecretString::from)).await?;
        Ok(FreshToken { token, carrier })
    }
}

/// Where the provider sends people back to: the same as the Security step shows. Without a configured address the one
/// in the browser's bar counts.
fn redirect_url(state: &AppState, origin: &str, connector: &str) -> Result<String, AppError> {
    let origin = match &state.config.public_url {
        Some(url) => url.clone(),
        None => url::Url::parse(origin).map_err(|_| no_origin())?,
    };
    if !matches!(origin.scheme(), "http" | "https") {
        return Err(no_origin());
    }
    let origin = origin.origin().ascii_serialization();
    Ok(format!("{origin}/oauth/redirect/{connector}"))
}

fn no_origin() -> AppError {
    AppError::invalid(
        "Tenon does not know its own address, to which the provider sends people back. Set TENON_PUBLIC_URL.",
    )
}

/// What tells a secret text from others without telling it: SHA-256 in hexadecimal.
pub(super) fn mark(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
