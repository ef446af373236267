//! Drafts: what somebody has changed in a connector and not saved yet.
//!
//! A draft has a revision, another one each time it is kept. Who keeps one names the revision that is to
//! be replaced, so that two browsers of one person cannot write over each other's work.

use sqlx::Row;
use tenon_connector::document::Action;

use super::{Store, StoreError, new_id, now};

/// A kept draft.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptDraft {
    /// Its revision.
    pub revision: String,
    /// The version that the actions were done on.
    pub version: i64,
    /// The actions, in order.
    pub actions: Vec<Action>,
    /// When it was kept: milliseconds since 1970, UTC.
    pub kept_at: i64,
}

/// Whose draft of which connector.
#[derive(Clone, Copy, Debug)]
pub struct DraftOf<'a> {
    /// The connector's id.
    pub connector: &'a str,
    /// The person's id.
    pub person: &'a str,
}

impl Store {
    /// The draft of a person, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when what was kept cannot be read any more.
    pub async fn draft(&self, of: DraftOf<'_>) -> Result<Option<KeptDraft>, StoreError> {
        let row = sqlx::query(
            "SELECT revision, version, actions, kept_at FROM drafts WHERE connector = $1 AND person = $2",
        )
        .bind(of.connector)
        .bind(of.person)
        .fetch_optional(&self.pool)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let actions: String = row.try_get("actions")?;
        Ok(Some(KeptDraft {
            revision: row.try_get("revision")?,
            version: row.try_get("version")?,
            actions: serde_json::from_str(&actions)
                .map_err(|error| StoreError::Damaged(error.to_string()))?,
            kept_at: row.try_get("kept_at")?,
        }))
    }

    /// Keeps a draft in place of the revision that is there (none: there is no draft); its new
    /// revision, and when it was kept.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another revision is there, or none.
    pub async fn keep_draft(
        &self,
        of: DraftOf<'_>,
        replaces: Option<&str>,
        version: i64,
        actions: &str,
    ) -> Result<(String, i64), StoreError> {
        let (revision, kept_at) = (new_id(), now());
        let text = match replaces {
            None => {
                "INSERT INTO drafts (connector, person, revision, version, actions, kept_at) \
                 VALUES ($1, $2, $3, $4, $5, $6)"
            }
            Some(_) => {
                "UPDATE drafts SET revision = $3, version = $4, actions = $5, kept_at = $6 \
                 WHERE connector = $1 AND person = $2 AND revision = $7"
            }
        };
        let mut query = sqlx::query(text)
            .bind(of.connector)
            .bind(of.person)
            .bind(&revision)
            .bind(version)
            .bind(actions)
            .bind(kept_at);
        if let Some(replaced) = replaces {
            query = query.bind(replaced);
        }
        match query.execute(&self.pool).await?.rows_affected() {
            0 => Err(StoreError::Taken),
            _ => Ok((revision, kept_at)),
        }
    }

    /// Forgets a revision of a draft.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another revision is there, or none.
    pub async fn forget_draft(&self, of: DraftOf<'_>, revision: &str) -> Result<(), StoreError> {
        let done = sqlx::query(
            "DELETE FROM drafts WHERE connector = $1 AND person = $2 AND revision = $3",
        )
        .bind(of.connector)
        .bind(of.person)
        .bind(revision)
        .execute(&self.pool)
        .await?;
        match done.rows_affected() {
            0 => Err(StoreError::Taken),
            _ => Ok(()),
        }
    }
}
