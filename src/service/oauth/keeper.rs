//! The tokens of one connection: obtained, sealed, and renewed by one at a time, whichever server asks.

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::security::oauth::{Explanation, Grant, Hop, HopStep, Trouble};

use super::report::{Record, may_vary};
use crate::keys::KeyError;
use crate::runtime::oauth::{AskedWith, Client, Tokens, origin};
use crate::service::connections::place;
use crate::service::{fault, key_fault, store_fault};
use crate::state::AppState;
use crate::store::{ConnectionStatus, KeptConnection, StoreError, new_id, now};
use crate::texts::calls as t;

/// How long one server may renew a token before another may: longer than a provider may take. Milliseconds.
const LEASE: i64 = 45_000;
/// How long a token that could not be renewed ahead of time is left alone. Milliseconds.
const REST: i64 = 60 * 60_000;
/// How long a call waits for another one that renews the token.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often it looks.
const GLANCE: Duration = Duration::from_millis(150);

/// What keeps the tokens of a connection.
#[derive(Clone)]
pub(super) struct Keeper {
    pub(super) state: AppState,
    pub(super) kept: KeptConnection,
    /// The key of the connection parameter that stands for the token.
    pub(super) parameter: String,
    /// Where the client secret of the connector is kept.
    pub(super) secret_place: String,
    pub(super) client: Client,
}

impl Keeper {
    /// Where the tokens are kept. Those of one set are never found for another, though both call their parameter `token`.
    fn field(&self) -> String {
        let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
        let parameter = escaped(&self.parameter);
        match self.kept.set.as_str() {
            "" => format!("oauth/{parameter}"),
            set => format!("oauth/{}/{parameter}", escaped(set)),
        }
    }

    /// The tokens that are kept.
    async fn tokens(&self) -> Result<Option<Tokens>, AppError> {
        let field = self.field();
        let all = self.state.store.connection_values(&self.kept.id).await;
        let mut all = all.map_err(store_fault)?.into_iter();
        let Some((_, sealed)) = all.find(|(own, _)| *own == field) else {
            return Ok(None);
        };
        let text = self.state.keys.unseal(place(&self.kept, &field), &sealed);
        let text = text.await.map_err(key_fault)?;
        Ok(Tokens::from_text(&text))
    }

    async fn keep(&self, tokens: &Tokens) -> Result<(), AppError> {
        match self.put(tokens).await {
            // The provider may give them once: they are sealed with the new key then.
            Err(KeyError::Store(StoreError::KeyReplaced)) => self.put(tokens).await,
            put => put,
        }
        .map_err(key_fault)
    }

    async fn put(&self, tokens: &Tokens) -> Result<(), KeyError> {
        let field = self.field();
        let sealed = self
            .state
            .keys
            .seal(place(&self.kept, &field), &tokens.to_text())
            .await?;
        let store = &self.state.store;
        let put = store.put_connection_value(&self.kept.id, &field, &sealed);
        Ok(put.await?)
    }

    async fn note(&self, status: ConnectionStatus) -> Result<(), AppError> {
        let noted = self
            .state
            .store
            .note_connection_status(&self.kept.id, &status);
        noted.await.map_err(store_fault)
    }

    /// Ends a sign-in: redeems what came back, if anything did, in other manners too where that is agreed.
    pub(super) async fn sign_in(
        mut self,
        mut record: Record,
        with: Option<AskedWith>,
        variants: bool,
    ) -> Result<(), AppError> {
        let begun_as = self.client.manner.clone();
        let mut reason = record.hops.last().and_then(|hop| hop.finding.clone());
        while let Some(with) = &with {
            let (tokens, hop) = self.client.token(&self.state.egress, with, now()).await;
            record.add(hop);
            let failure = match tokens {
                Ok(tokens) => {
                    let tokens = self.exchanged(&mut record, tokens).await;
                    return self.signed_in(record, tokens).await;
                }
                Err(failure) => failure,
            };
            let may_go_on = variants && may_vary(failure.trouble);
            record.tried.push(self.client.manner.clone());
            reason = Some(failure);
            let next = record.next().filter(|next| next.authorizes_like(&begun_as));
            match next.filter(|_| may_go_on) {
                Some(next) => self.client.manner = next,
                None => break,
            }
        }
        if with.is_none() {
            record.tried.push(begun_as);
        }
        record.keep(&self.state, &self.kept.id).await?;
        // With tokens from before, calls can be made as they could.
        if let (None, Some(reason)) = (self.tokens().await?, reason) {
            self.note(ConnectionStatus::Failing(reason.text())).await?;
        }
        Ok(())
    }

    /// The token that lives longer, where the provider gives one for the first; else the first, and the record says why.
    async fn exchanged(&self, record: &mut Record, first: Tokens) -> Tokens {
        if self.client.flow.exchange.is_none() || self.client.flow.grant != Grant::Code {
            return first;
        }
        let with = AskedWith::Exchange(first.access.clone());
        let (tokens, hop) = self.client.token(&self.state.egress, &with, now()).await;
        record.add(hop);
        tokens.map_or_else(|_| first.clone(), |tokens| tokens.after(&first))
    }

    async fn signed_in(&self, mut record: Record, tokens: Tokens) -> Result<(), AppError> {
        self.keep(&tokens).await?;
        let is_own = self.client.manner == self.client.flow.manner;
        record.manner = (!is_own).then(|| self.client.manner.clone());
        record.tried.clear();
        record.keep(&self.state, &self.kept.id).await?;
        self.note(ConnectionStatus::Good).await?;
        let egress = &self.state.egress;
        if let Some(hop) = self.client.whoami(egress, &tokens, now()).await {
            record.add(hop);
            record.keep(&self.state, &self.kept.id).await?;
        }
        Ok(())
    }

    /// Signs the client in as itself.
    pub(super) async fn sign_client_in(
        self,
        record: Record,
        variants: bool,
    ) -> Result<(), AppError> {
        let work = self.sign_in(record, Some(AskedWith::Client), variants);
        tokio::spawn(work).await.map_err(|error| fault(&error))?
    }

    /// A token that a call can be made with: the one that is kept, else a new one. `refused` is one that the service
    /// did not take.
    pub(super) async fn fresh(
        self,
        refused: Option<SecretString>,
    ) -> Result<SecretString, AppError> {
        let give_up = tokio::time::Instant::now() + PATIENCE;
        let holder = new_id();
        loop {
            let usable = self.usable(refused.as_ref()).await?;
            let spare = match usable {
                Some(tokens) if !self.is_due(&tokens) => return Ok(tokens.access),
                spare => spare,
            };
            let store = &self.state.store;
            let is_mine = store.take_lease(&self.kept.id, &holder, LEASE).await;
            if is_mine.map_err(store_fault)? {
                // A provider that rotates refresh tokens takes each once: whoever waits may go away, the answer is kept.
                let work = self.clone().renew_and_release(refused, holder);
                return tokio::spawn(work).await.map_err(|error| fault(&error))?;
            }
            if let Some(tokens) = spare {
                return Ok(tokens.access);
            }
            if tokio::time::Instant::now() >= give_up {
                return Err(AppError::new(
                    ErrorKind::Upstream,
                    t::renewal_does_not_end(),
                ));
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// The kept token, if it is one that the service may take.
    async fn usable(&self, refused: Option<&SecretString>) -> Result<Option<Tokens>, AppError> {
        let is_refused = |token: &SecretString| {
            refused.is_some_and(|refused| refused.expose_secret() == token.expose_secret())
        };
        let tokens = self.tokens().await?;
        let usable = tokens.filter(|tokens| tokens.is_fresh(now()) && !is_refused(&tokens.access));
        Ok(usable)
    }

    /// Whether a token that is good is to be renewed all the same, since it cannot be once it has ended.
    fn is_due(&self, tokens: &Tokens) -> bool {
        let by_itself = self.client.flow.renewal.is_some() && tokens.refresh.is_none();
        by_itself && tokens.is_due(now())
    }

    async fn renew_and_release(
        self,
        refused: Option<SecretString>,
        holder: String,
    ) -> Result<SecretString, AppError> {
        let renewed = self.renew(refused.as_ref()).await;
        let store = &self.state.store;
        if let Err(error) = store.give_lease_back(&self.kept.id, &holder).await {
            tracing::error!(%error, "a lease could not be given back; it ends by itself");
        }
        renewed
    }

    async fn renew(&self, refused: Option<&SecretString>) -> Result<SecretString, AppError> {
        // Another server may have renewed it just before the lease was free.
        let spare = match self.usable(refused).await? {
            Some(tokens) if !self.is_due(&tokens) => return Ok(tokens.access),
            spare => spare,
        };
        let before = self.tokens().await?;
        let (with, spare) = match (self.ask_with(before.as_ref()), spare) {
            (Ok(with), spare) => (with, spare),
            (Err(_), Some(spare)) => return self.go_on_with(spare).await,
            (Err(status), None) => return self.lost(status).await,
        };
        let mut client = self.client.clone();
        if let Some(before) = &before {
            client.redirect.clone_from(&before.redirect);
        }
        let (tokens, hop) = client.token(&self.state.egress, &with, now()).await;
        self.remember(hop).await?;
        match tokens {
            Ok(tokens) => {
                let tokens = match &before {
                    Some(before) => tokens.after(before),
                    None => tokens,
                };
                self.keep(&tokens).await?;
                Ok(tokens.access)
            }
            Err(failure) => match spare {
                Some(spare) => self.go_on_with(spare).await,
                None => self.lost(status_of(&with, &failure)).await,
            },
        }
    }

    /// A token that is good though it could not be renewed ahead of time, which is tried again later.
    async fn go_on_with(&self, mut spare: Tokens) -> Result<SecretString, AppError> {
        spare.rest_until = now().saturating_add(REST);
        // Somebody may have signed in anew meanwhile.
        let is_kept = |kept: &Tokens| kept.access.expose_secret() == spare.access.expose_secret();
        if self.tokens().await?.is_some_and(|kept| is_kept(&kept)) {
            self.keep(&spare).await?;
        }
        Ok(spare.access)
    }

    /// What a new token is asked for with; else what that says of the connection.
    fn ask_with(&self, before: Option<&Tokens>) -> Result<AskedWith, ConnectionStatus> {
        let expired = |reason: &str| ConnectionStatus::Expired(reason.to_owned());
        match (self.client.flow.grant, before) {
            (Grant::ClientCredentials, _) => Ok(AskedWith::Client),
            (Grant::Code, None) => Err(ConnectionStatus::SignedOut),
            (Grant::Code, Some(before)) => {
                let flow = &self.client.flow;
                let (with, url) = match (&before.refresh, &flow.renewal) {
                    (Some(token), _) => (AskedWith::Refresh(token.clone()), &flow.refresh.url),
                    (None, Some(renewal)) => {
                        (AskedWith::Renewal(before.access.clone()), &renewal.url)
                    }
                    (None, None) => {
                        return Err(expired(t::no_token_to_renew_with()));
                    }
                };
                if !before.origins.contains(&origin(url)) {
                    return Err(expired(t::leads_to_another_provider()));
                }
                Ok(with)
            }
        }
    }

    async fn remember(&self, hop: Hop) -> Result<(), AppError> {
        let mut record = Record::of(&self.state, &self.kept.id).await?;
        // Of refreshes the last one tells all.
        record.hops.retain(|kept| kept.step != HopStep::Refresh);
        record.add(hop);
        record.keep(&self.state, &self.kept.id).await
    }

    /// There is no token: notes it, and tells the person.
    async fn lost(&self, status: ConnectionStatus) -> Result<SecretString, AppError> {
        let message = match &status {
            ConnectionStatus::Expired(reason) | ConnectionStatus::Failing(reason) => reason.clone(),
            _ => t::nobody_signed_in().to_owned(),
        };
        self.note(status).await?;
        Err(AppError::invalid(message))
    }
}

/// What a failure says of the connection.
fn status_of(with: &AskedWith, failure: &Explanation) -> ConnectionStatus {
    let is_refresh = matches!(with, AskedWith::Refresh(_) | AskedWith::Renewal(_));
    match failure.trouble {
        Trouble::Grant if is_refresh => ConnectionStatus::Expired(failure.text()),
        _ => ConnectionStatus::Failing(failure.text()),
    }
}
