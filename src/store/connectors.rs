//! Connectors: where they are, making and deleting them.

use sqlx::Row;

use super::versions::insert_version;
use super::{NewVersion, Store, StoreError, new_id, now};

impl Store {
    /// Makes a connector with its first version; its id.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_connector(
        &self,
        environment: &str,
        first: &NewVersion,
    ) -> Result<String, StoreError> {
        let id = new_id();
        let mut transaction = self.pool.begin().await?;
        sqlx::query("INSERT INTO connectors (id, environment, created_by, created_at) VALUES ($1, $2, $3, $4)")
            .bind(&id)
            .bind(environment)
            .bind(&first.author)
            .bind(now())
            .execute(&mut *transaction)
            .await?;
        insert_version(&mut transaction, &id, 1, first).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Deletes connectors of an environment with all that belongs to them, all or none; how many were
    /// still there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_connectors(
        &self,
        environment: &str,
        ids: &[String],
    ) -> Result<u64, StoreError> {
        let mut transaction = self.pool.begin().await?;
        let mut deleted = 0;
        for id in ids {
            let done = sqlx::query("DELETE FROM connectors WHERE id = $1 AND environment = $2")
                .bind(id)
                .bind(environment)
                .execute(&mut *transaction)
                .await?;
            deleted += done.rows_affected();
        }
        transaction.commit().await?;
        Ok(deleted)
    }

    /// How many characters the texts of a connector's newest version have, which bounds its package.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the environment has no such connector.
    pub async fn package_size(&self, environment: &str, id: &str) -> Result<i64, StoreError> {
        let row = sqlx::query(
            "SELECT CAST(LENGTH(v.definition) + LENGTH(v.properties) + LENGTH(v.attachments) \
             + COALESCE(LENGTH(v.icon), 0) + COALESCE(LENGTH(v.script), 0) AS BIGINT) \
             FROM connectors c \
             JOIN connector_versions v ON v.connector = c.id AND v.number = c.newest_version \
             WHERE c.id = $1 AND c.environment = $2",
        )
        .bind(id)
        .bind(environment)
        .fetch_one(&self.pool)
        .await?;
        Ok(row.try_get(0)?)
    }
}
