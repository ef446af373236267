//! One connector: make, open, save, download.

use std::sync::Arc;

use tenon_app::api::connectors::{OpenConnector, SaveOutcome, SaveRequest};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::Connector;
use tenon_connector::document::{Action, Conflict, rebase};
use tenon_connector::general::Field;
use tenon_connector::properties::Authentication;
use tenon_connector::swagger::operations;

use super::access::Need;
use super::{RequestBackend, fault, store_fault};
use crate::sample;
use crate::store::{NewVersion, StoreError, Version};
use crate::texts::services as t;

/// The most edits that one save may bring.
const MAX_EDITS: usize = 5_000;
/// How often a save that others overtake is merged anew before it gives up.
const MAX_TRIES: usize = 8;
const MAX_TITLE: usize = 1_000;

impl RequestBackend {
    pub(super) async fn open_connector(
        &self,
        id: &str,
        version: Option<i64>,
    ) -> Result<OpenConnector, AppError> {
        self.person_for(Need::Use, id).await?;
        let found = self.kept(id, version).await?;
        let newest = self
            .state
            .store
            .newest_version(id)
            .await
            .map_err(store_fault)?;
        Ok(opened(id, found, newest))
    }

    /// A version of a connector, whoever asks.
    pub(super) async fn kept(&self, id: &str, version: Option<i64>) -> Result<Version, AppError> {
        let missing = || AppError::not_found(t::no_such_version());
        match self.state.store.version(id, version).await {
            Err(StoreError::NotFound) => Err(missing()),
            answer => answer.map_err(store_fault),
        }
    }

    /// A version as the connector that it is, shared with all that look at it: a version never changes.
    pub(super) async fn read_version(
        &self,
        id: &str,
        number: i64,
    ) -> Result<Arc<Connector>, AppError> {
        let known = &self.state.read_versions;
        if let Some(connector) = known.get(id, number) {
            return Ok(connector);
        }
        let version = self.kept(id, Some(number)).await?;
        let bytes = version.files.definition.len() + version.files.properties.len();
        // A large definition takes longer than other requests can wait.
        let read = tokio::task::spawn_blocking(move || read(&version));
        let connector = Arc::new(read.await.map_err(|error| fault(&error))??);
        known.put(id, number, &connector, bytes);
        Ok(connector)
    }

    pub(super) async fn add_blank(&self, title: &str) -> Result<String, AppError> {
        let title = checked_title(title)?;
        self.add(&Connector::blank(title)).await
    }

    pub(super) async fn add_sample(&self) -> Result<String, AppError> {
        let sample = Connector::from_files(&sample::connector_files());
        self.add(&sample.map_err(|error| fault(&error))?).await
    }

    /// Keeps a connector as version 1 in the environment.
    pub(super) async fn add(&self, connector: &Connector) -> Result<String, AppError> {
        let (person, environment) = self.person_here(Need::Make).await?;
        let version = new_version(connector, person.id, Vec::new());
        self.state
            .store
            .add_connector(&environment, &version)
            .await
            .map_err(store_fault)
    }

    /// Applies the actions to the newest version, whatever version they were made on, and keeps
    /// the result. When somebody else saves between reading and keeping, it begins again.
    pub(super) async fn save_actions(&self, request: SaveRequest) -> Result<SaveOutcome, AppError> {
        let SaveRequest {
            id,
            base_version,
            actions,
            draft,
        } = request;
        let person = self.person_for(Need::Make, &id).await?;
        checked_count(&actions)?;
        for _ in 0..MAX_TRIES {
            let newest = self.kept(&id, None).await?;
            let (mut version, conflicts) =
                merged(&newest, person.id.clone(), actions.clone()).await?;
            if !conflicts.is_empty() {
                let changed_by = newest.author.clone();
                let number = newest.number;
                return Ok(SaveOutcome::Conflicts {
                    connector: opened(&id, newest, number),
                    changed_by,
                    conflicts,
                });
            }
            let number = newest.number + 1;
            version.draft.clone_from(&draft);
            match self.state.store.add_version(&id, number, &version).await {
                Err(StoreError::Taken) => {}
                Err(error) => return Err(store_fault(error)),
                Ok(()) => {
                    let files = version.files;
                    let connector = OpenConnector {
                        id,
                        version: number,
                        newest: number,
                        files,
                    };
                    return Ok(SaveOutcome::Saved {
                        connector,
                        merged: newest.number != base_version,
                    });
                }
            }
        }
        Err(AppError::new(ErrorKind::Conflict, t::others_are_saving()))
    }

    /// A version's connector, for a download by whoever may use it.
    ///
    /// # Errors
    /// When nobody is signed in, or there is no such connector for them.
    pub async fn download(&self, id: &str) -> Result<(i64, Connector), AppError> {
        self.person_for(Need::Use, id).await?;
        let version = self.kept(id, None).await?;
        Ok((version.number, read(&version)?))
    }
}

/// The version that actions make of a kept one, or what they clash with. Large connectors take
/// tens of milliseconds, so this runs beside the requests.
async fn merged(
    newest: &Version,
    author: String,
    actions: Vec<Action>,
) -> Result<(NewVersion, Vec<Conflict>), AppError> {
    let mut connector = read(newest)?;
    let work = move || {
        let conflicts = rebase(&mut connector, &actions);
        (new_version(&connector, author, actions), conflicts)
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| fault(&error))
}

/// The connector of a kept version.
pub(super) fn read(version: &Version) -> Result<Connector, AppError> {
    Connector::from_files(&version.files).map_err(|error| fault(&error))
}

fn opened(id: &str, version: Version, newest: i64) -> OpenConnector {
    OpenConnector {
        id: id.to_owned(),
        version: version.number,
        newest,
        files: version.files,
    }
}

pub(super) fn checked_title(title: &str) -> Result<&str, AppError> {
    let title = title.trim();
    match title.chars().count() {
        0 => Err(AppError::invalid(t::give_a_title()).on("title")),
        1..=MAX_TITLE => Ok(title),
        _ => Err(AppError::invalid(t::a_title_has_at_most(&MAX_TITLE)).on("title")),
    }
}

/// Refuses more edits than one save may bring.
pub(super) fn checked_count(actions: &[Action]) -> Result<(), AppError> {
    let count: usize = actions.iter().map(|action| action.edits.len()).sum();
    if count <= MAX_EDITS {
        return Ok(());
    }
    let refusal = t::too_many_edits(&MAX_EDITS);
    Err(AppError::new(ErrorKind::TooLarge, refusal))
}

pub(super) fn new_version(
    connector: &Connector,
    author: String,
    actions: Vec<Action>,
) -> NewVersion {
    let description = Field::Description.text(connector);
    NewVersion {
        author,
        title: connector.title().to_owned(),
        description: description.chars().take(200).collect(),
        brand_colour: Field::BrandColour.text(connector).to_owned(),
        operations: i64::try_from(operations(connector.definition()).count()).unwrap_or(i64::MAX),
        authentication: Authentication::of(connector).label().to_owned(),
        host: Field::Host.text(connector).to_owned(),
        files: connector.to_files(),
        actions,
        draft: None,
    }
}
