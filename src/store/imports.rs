//! The last import of each connector: what it gave before anybody changed it.

use sqlx::Row;
use tenon_connector::ConnectorFiles;

use super::{Store, StoreError, now};

/// An import to keep.
#[derive(Clone, Debug)]
pub struct NewImport {
    /// Where it came from: a file name, an address, or that it was pasted.
    pub source: String,
    /// The IDs of the operations of the source that were not wanted.
    pub left_out: Vec<String>,
    /// The connector that it gave.
    pub files: ConnectorFiles,
}

/// The last import of a connector.
#[derive(Clone, Debug)]
pub struct KeptImport {
    /// What was imported.
    pub import: NewImport,
    /// When: milliseconds since 1970, UTC.
    pub imported_at: i64,
}

impl Store {
    /// The last import of a connector, if it came from one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when what was kept cannot be read any more.
    pub async fn last_import(&self, connector: &str) -> Result<Option<KeptImport>, StoreError> {
        let row = sqlx::query(
            "SELECT source, imported_at, left_out, files FROM imports WHERE connector = $1",
        )
        .bind(connector)
        .fetch_optional(&self.pool)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let damaged = |error: serde_json::Error| StoreError::Damaged(error.to_string());
        let left_out: String = row.try_get("left_out")?;
        let files: String = row.try_get("files")?;
        Ok(Some(KeptImport {
            import: NewImport {
                source: row.try_get("source")?,
                left_out: serde_json::from_str(&left_out).map_err(damaged)?,
                files: serde_json::from_str(&files).map_err(damaged)?,
            },
            imported_at: row.try_get("imported_at")?,
        }))
    }

    /// Keeps an import in place of the one before.
    ///
    /// # Errors
    /// When there is no such connector.
    pub async fn keep_import(&self, connector: &str, new: &NewImport) -> Result<(), StoreError> {
        let json = |error: serde_json::Error| StoreError::Damaged(error.to_string());
        let left_out = serde_json::to_string(&new.left_out).map_err(json)?;
        let files = serde_json::to_string(&new.files).map_err(json)?;
        sqlx::query(
            "INSERT INTO imports (connector, source, imported_at, left_out, files) \
             VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (connector) DO UPDATE SET source = excluded.source, \
             imported_at = excluded.imported_at, left_out = excluded.left_out, files = excluded.files",
        )
        .bind(connector)
        .bind(&new.source)
        .bind(now())
        .bind(&left_out)
        .bind(&files)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
