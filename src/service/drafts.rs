//! Drafts: everybody has their own, and may keep one where they may save.

use tenon_app::api::drafts::{Draft, DraftOutcome, DraftRequest};
use tenon_app::error::{AppError, ErrorKind};

use super::access::Need;
use super::connectors::checked_count;
use super::{RequestBackend, fault, store_fault};
use crate::store::{DraftOf, StoreError};
use crate::texts::services as t;

/// The longest draft, in bytes of JSON: an icon and code, and many edits besides.
const MAX_DRAFT: usize = 4 * 1024 * 1024;

impl RequestBackend {
    pub(super) async fn own_draft(&self, connector: &str) -> Result<Option<Draft>, AppError> {
        let person = self.person_for(Need::Use, connector).await?;
        let person = person.id.as_str();
        self.draft_of(DraftOf { connector, person }).await
    }

    /// Keeps a draft, unless another page of the same person has kept one since.
    pub(super) async fn put_draft(&self, request: DraftRequest) -> Result<DraftOutcome, AppError> {
        let person = self.person_for(Need::Make, &request.id).await?;
        checked_count(&request.actions)?;
        let of = DraftOf {
            connector: &request.id,
            person: &person.id,
        };
        let outcome = if request.actions.is_empty() {
            self.forget(of, request.replaces.as_deref()).await
        } else {
            let actions = serde_json::to_string(&request.actions).map_err(|error| fault(&error))?;
            checked_size(actions.len())?;
            let replaces = request.replaces.as_deref();
            let store = &self.state.store;
            let kept = store.keep_draft(of, replaces, request.version, &actions);
            kept.await.map(|(revision, kept_at)| DraftOutcome::Kept {
                revision: Some(revision),
                kept_at,
            })
        };
        match outcome {
            Err(StoreError::Taken) => {
                let present = self.draft_of(of).await?;
                Ok(DraftOutcome::Overtaken { present })
            }
            outcome => outcome.map_err(store_fault),
        }
    }

    async fn forget(
        &self,
        of: DraftOf<'_>,
        revision: Option<&str>,
    ) -> Result<DraftOutcome, StoreError> {
        let store = &self.state.store;
        match revision {
            Some(revision) => store.forget_draft(of, revision).await?,
            None if store.draft(of).await?.is_some() => return Err(StoreError::Taken),
            None => {}
        }
        Ok(DraftOutcome::Kept {
            revision: None,
            kept_at: 0,
        })
    }

    async fn draft_of(&self, of: DraftOf<'_>) -> Result<Option<Draft>, AppError> {
        let kept = self.state.store.draft(of).await.map_err(store_fault)?;
        Ok(kept.map(|kept| Draft {
            revision: kept.revision,
            version: kept.version,
            actions: kept.actions,
            kept_at: kept.kept_at,
        }))
    }
}

fn checked_size(bytes: usize) -> Result<(), AppError> {
    if bytes <= MAX_DRAFT {
        return Ok(());
    }
    Err(AppError::new(ErrorKind::TooLarge, t::draft_too_large()))
}
