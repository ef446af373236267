//! What the palette finds.

use tenon_app::api::search::{ConnectorSearch, FoundConnector, MAX_FOUND};
use tenon_app::error::AppError;

use super::access::Need;
use super::{RequestBackend, store_fault};

impl RequestBackend {
    pub(super) async fn search_connectors(
        &self,
        search: ConnectorSearch,
    ) -> Result<Vec<FoundConnector>, AppError> {
        let (_, environment) = self.person_here(Need::Use).await?;
        let ConnectorSearch { words, recent } = search;
        let store = &self.state.store;
        let found = store
            .find_connectors(&environment, &words, &recent, MAX_FOUND)
            .await
            .map_err(store_fault)?;
        let shown = found.into_iter().map(|found| FoundConnector {
            id: found.id,
            title: found.title,
            description: found.description,
        });
        Ok(shown.collect())
    }
}
