//! Client secrets and identity providers: what the Security step asks of the server.

use secrecy::SecretString;
use tenon_app::api::security::{ClientSecret, KeptSecret, KnownSecurity};
use tenon_app::error::AppError;
use tenon_connector::security::Provider;

use super::access::Need;
use super::{RequestBackend, key_fault, store_fault};
use crate::texts::calls as t;
use crate::vault::{Place, holder_of_connector};

/// The longest client secret, in bytes: some are signed tokens.
const MAX_SECRET: usize = 16 * 1024;
const MAX_PLACE: usize = 1024;

impl RequestBackend {
    pub(super) async fn known_providers(&self) -> Result<Vec<Provider>, AppError> {
        self.person().await?;
        Ok(self.state.providers.to_vec())
    }

    pub(super) async fn facts_for_security(
        &self,
        connector: &str,
    ) -> Result<KnownSecurity, AppError> {
        self.person_for(Need::Use, connector).await?;
        let secrets = self.state.store.client_secrets(connector).await;
        let secrets = secrets.map_err(store_fault)?.into_iter();
        let origin = self.state.config.public_url.as_ref();
        Ok(KnownSecurity {
            origin: origin.map(|url| url.as_str().trim_end_matches('/').to_owned()),
            secrets: secrets
                .map(|(place, kept_at)| KeptSecret { place, kept_at })
                .collect(),
        })
    }

    pub(super) async fn put_client_secret(&self, secret: ClientSecret) -> Result<(), AppError> {
        let member = self.member_for(Need::Make, &secret.connector).await?;
        if secret.place.len() > MAX_PLACE {
            return Err(AppError::invalid(t::settings_place_too_long()));
        }
        let value = secret.value.trim();
        if value.len() > MAX_SECRET {
            return Err(AppError::invalid(t::client_secret_too_long()));
        }
        let store = &self.state.store;
        if value.is_empty() {
            let forgotten = store.forget_client_secret(&secret.connector, &secret.place);
            return forgotten.await.map_err(store_fault);
        }
        let holder = holder_of_connector(&secret.connector);
        let place = Place {
            environment: &member.environment,
            connection: &holder,
            field: &secret.place,
        };
        let value = SecretString::from(value);
        let sealed = self.state.keys.seal(place, &value).await;
        let sealed = sealed.map_err(key_fault)?;
        store
            .keep_client_secret(&secret.connector, &secret.place, &sealed)
            .await
            .map_err(store_fault)
    }
}
