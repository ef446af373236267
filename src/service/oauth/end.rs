//! The way back from the provider: the state is checked against the session, and the code becomes tokens.

use secrecy::{ExposeSecret, SecretString};
use tenon_app::error::AppError;
use tenon_connector::security::oauth::Refusal;

use super::keeper::Keeper;
use super::report::Record;
use super::{LIFETIME, Pending, mark};
use crate::runtime::oauth::{AskedWith, Client, callback_hop};
use crate::service::access::Deed;
use crate::service::connections::place;
use crate::service::{RequestBackend, fault, key_fault, store_fault};
use crate::store::{KeptConnection, SignInUnderWay, StoreError, now};
use crate::texts::calls as t;
use crate::vault::SIGN_IN_FIELD;

/// What the provider sends back with the browser.
#[derive(Clone, Debug)]
pub struct SignInReturn {
    /// The connector of the address that it was sent to.
    pub connector: String,
    /// The state.
    pub state: SecretString,
    /// The code, or why there is none.
    pub answer: Result<SecretString, Refusal>,
}

impl RequestBackend {
    /// Ends a sign-in; the id of its connection, whether it succeeded or not.
    ///
    /// # Errors
    /// When the sign-in is none of this session, or is over already.
    pub async fn end_sign_in(&self, back: SignInReturn) -> Result<String, AppError> {
        self.person().await?;
        let state = mark(back.state.expose_secret());
        let under_way = match self.state.store.take_sign_in(&state, LIFETIME).await {
            Err(StoreError::NotFound) => return Err(over()),
            answer => answer.map_err(store_fault)?,
        };
        if under_way.session != self.session_mark().await? {
            tracing::warn!("a sign-in came back to another session");
            return Err(over());
        }
        let (_, kept) = self
            .connection_for(Deed::Change, &under_way.connection)
            .await?;
        if kept.connector != back.connector {
            return Err(over());
        }
        let (id, pending) = (kept.id.clone(), self.pending(&kept, &under_way).await?);
        if kept.set != pending.set {
            return Err(over());
        }
        let properties = self.secret_for(&kept, &pending).await?;
        let keeper = Keeper {
            state: self.state.clone(),
            parameter: pending.parameter,
            secret_place: pending.secret_place,
            kept,
            client: Client {
                flow: pending.flow,
                manner: pending.manner,
                secret: properties,
                redirect: pending.redirect,
            },
        };
        let mut record = Record::of(&self.state, &id).await?;
        let refusal = back.answer.as_ref().err();
        record.add(callback_hop(&keeper.client.redirect, refusal, now()));
        let with = back.answer.ok().map(|code| AskedWith::Code {
            code,
            verifier: SecretString::from(pending.verifier),
        });
        // A code can be redeemed once: that is done to its end though the browser may go away.
        let work = keeper.sign_in(record, with, pending.variants);
        tokio::spawn(work).await.map_err(|error| fault(&error))??;
        Ok(id)
    }

    async fn pending(
        &self,
        kept: &KeptConnection,
        under_way: &SignInUnderWay,
    ) -> Result<Pending, AppError> {
        let at = place(kept, SIGN_IN_FIELD);
        let text = self.state.keys.unseal(at, &under_way.sealed).await;
        let text = text.map_err(key_fault)?;
        serde_json::from_str(text.expose_secret()).map_err(|error| fault(&error))
    }

    /// The client secret for a sign-in: the connection's own, else the connector's.
    async fn secret_for(
        &self,
        kept: &KeptConnection,
        pending: &Pending,
    ) -> Result<Option<SecretString>, AppError> {
        let own = format!("{}:clientSecret", pending.parameter);
        let values = self.open_values(kept).await?;
        let mut given = values.into_iter();
        if let Some((_, own)) = given.find(|(key, _)| key.eq_ignore_ascii_case(&own)) {
            return Ok(Some(own));
        }
        self.kept_client_secret(kept, &pending.secret_place).await
    }
}

fn over() -> AppError {
    AppError::invalid(t::sign_in_is_over())
}
