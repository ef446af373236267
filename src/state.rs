//! What every request shares.

use std::sync::Arc;

use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use secrecy::ExposeSecret;
use tenon_connector::security::Provider;
use thiserror::Error;

use crate::config::Config;
use crate::egress::{Egress, EgressError, EgressRules, Roots, RootsError, RuleError};
use crate::keys::{KeyError, Keys};
use crate::sample;
use crate::service::{ReadVersions, Recorder};
use crate::store::{Store, StoreError};

/// The parts of a running server.
#[derive(Clone)]
pub struct AppState {
    /// The configuration.
    pub config: Arc<Config>,
    /// The database.
    pub store: Store,
    /// What seals and opens secrets.
    pub keys: Keys,
    /// The way out.
    pub egress: Egress,
    /// Versions of connectors that were read already.
    pub read_versions: Arc<ReadVersions>,
    /// What is known of identity providers.
    pub providers: Arc<[Provider]>,
    /// What keeps runs.
    pub recorder: Recorder,
    /// What the app's renderer wants to know.
    pub leptos: LeptosOptions,
}

/// Why the server cannot start.
#[derive(Debug, Error)]
pub enum StartError {
    /// The data folder cannot be made.
    #[error("The data folder {folder} cannot be made: {cause}. Choose another in TENON_DATA.")]
    Data {
        /// The folder.
        folder: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A rule of the way out is none.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// The way out cannot be set up.
    #[error(transparent)]
    Egress(#[from] EgressError),
    /// The certificates that calls are to trust cannot be used.
    #[error(transparent)]
    Roots(#[from] RootsError),
    /// The database cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The identity providers that come with Tenon cannot be read.
    #[error("The list of identity providers in this program is damaged: {0}. Install Tenon anew.")]
    Providers(serde_json::Error),
    /// There is no usable key.
    #[error(transparent)]
    Key(#[from] KeyError),
}

/// What is known of the identity providers that a maker can pick.
fn known_providers() -> Result<Arc<[Provider]>, StartError> {
    let known: Vec<Provider> =
        serde_json::from_str(include_str!("providers.json")).map_err(StartError::Providers)?;
    Ok(known.into())
}

impl AppState {
    /// Opens what a server is made of. A key that does not belong to the database is refused here,
    /// before anything is sealed with it.
    ///
    /// # Errors
    /// The first part that cannot be opened.
    pub async fn open(config: Config) -> Result<Self, StartError> {
        let rules = EgressRules::of(config.egress_allow.iter().map(String::as_str))?;
        let roots = match &config.egress_ca {
            Some(path) => Roots::of_file(path).await?,
            None => Roots::default(),
        };
        let egress = Egress::trusting(rules, Some(sample::router()), &roots)?;
        let data = config.data.clone();
        tokio::fs::create_dir_all(&data)
            .await
            .map_err(|cause| StartError::Data {
                folder: data.display().to_string(),
                cause,
            })?;
        let store = match &config.database_url {
            Some(url) => Store::open(url.expose_secret()).await?,
            None => Store::in_folder(&data).await?,
        };
        let keys = Keys::open(&store, &config).await?;
        let leptos = LeptosOptions::builder().output_name("tenon").build();
        Ok(Self {
            config: Arc::new(config),
            read_versions: Arc::default(),
            providers: known_providers()?,
            recorder: Recorder::start(store.clone()),
            store,
            keys,
            egress,
            leptos,
        })
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}
