//! The way to the provider: state and proof key are made, and the browser is told where to go.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use tenon_app::api::sign_in::{SignInStart, SignInStep};
use tenon_app::error::AppError;
use tenon_connector::security::oauth::Grant;

use super::keeper::Keeper;
use super::report::Record;
use super::{LIFETIME, Pending, mark, redirect_url};
use crate::runtime::oauth::new_verifier;
use crate::service::access::Deed;
use crate::service::connections::place;
use crate::service::{RequestBackend, fault, key_fault, store_fault};
use crate::store::{SignInUnderWay, now};
use crate::texts::calls as t;
use crate::vault::SIGN_IN_FIELD;

impl RequestBackend {
    pub(in crate::service) async fn start_sign_in(
        &self,
        start: SignInStart,
    ) -> Result<SignInStep, AppError> {
        let (person, kept) = self.connection_for(Deed::Change, &start.connection).await?;
        let connector = self
            .as_seen(&kept.connector, start.version, &start.actions)
            .await?;
        let values = self.open_values(&kept).await?;
        let redirect = redirect_url(&self.state, &start.origin, &kept.connector)?;
        let mut keeper = self
            .keeper(kept, &connector, &values, Some(redirect))
            .await?;
        let mut record = Record::of(&self.state, &keeper.kept.id).await?;
        if start.variants {
            keeper.client.manner = record
                .next()
                .ok_or_else(|| AppError::invalid(t::all_variants_were_tried()))?;
        } else {
            record.tried.clear();
        }
        record.hops.clear();
        if keeper.client.flow.grant == Grant::ClientCredentials {
            let id = keeper.kept.id.clone();
            keeper.sign_client_in(record, start.variants).await?;
            let (_, kept) = self.connection_for(Deed::Change, &id).await?;
            return Ok(SignInStep::Done(self.shown(&person, kept).await?));
        }
        self.send_away(keeper, record, start.variants).await
    }

    async fn send_away(
        &self,
        keeper: Keeper,
        mut record: Record,
        variants: bool,
    ) -> Result<SignInStep, AppError> {
        let (state, verifier) = (new_state()?, new_verifier());
        let client = &keeper.client;
        let (url, hop) = client
            .authorize(state.expose_secret(), &verifier, now())
            .map_err(|error| AppError::invalid(error.to_string()))?;
        record.add(hop);
        record.keep(&self.state, &keeper.kept.id).await?;
        let pending = Pending {
            flow: client.flow.clone(),
            manner: client.manner.clone(),
            verifier: verifier.expose_secret().to_owned(),
            redirect: client.redirect.clone(),
            parameter: keeper.parameter.clone(),
            set: keeper.kept.set.clone(),
            secret_place: keeper.secret_place.clone(),
            variants,
        };
        let text = serde_json::to_string(&pending).map_err(|error| fault(&error))?;
        let at = place(&keeper.kept, SIGN_IN_FIELD);
        let sealed = self.state.keys.seal(at, &SecretString::from(text)).await;
        let under_way = SignInUnderWay {
            state: mark(state.expose_secret()),
            connection: keeper.kept.id.clone(),
            session: self.session_mark().await?,
            sealed: sealed.map_err(key_fault)?,
        };
        let kept = self.state.store.begin_sign_in(&under_way, LIFETIME).await;
        kept.map_err(store_fault)?;
        Ok(SignInStep::Go(url.into()))
    }

    /// What tells this session from others.
    pub(super) async fn session_mark(&self) -> Result<String, AppError> {
        if self.session.id().is_none() {
            self.session.save().await.map_err(|error| fault(&error))?;
        }
        let id = self
            .session
            .id()
            .ok_or_else(|| fault(&"a session without an id"))?;
        Ok(mark(&id.to_string()))
    }
}

/// A new state: 32 random bytes.
fn new_state() -> Result<SecretString, AppError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| fault(&error))?;
    Ok(SecretString::from(URL_SAFE_NO_PAD.encode(bytes)))
}
