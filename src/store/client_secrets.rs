//! Client secrets: by which a connector proves itself to an identity provider, sealed.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::sealed::hold_key;
use super::{Store, StoreError, now};

impl Store {
    /// The places for which a connector has a client secret, each with the time when it was kept.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn client_secrets(&self, connector: &str) -> Result<Vec<(String, i64)>, StoreError> {
        let rows = sqlx::query(
            "SELECT place, kept_at FROM client_secrets WHERE connector = $1 ORDER BY place",
        )
        .bind(connector)
        .fetch_all(&self.pool)
        .await?;
        let kept = |row: &AnyRow| Ok((row.try_get("place")?, row.try_get("kept_at")?));
        rows.iter().map(kept).collect()
    }

    /// The sealed client secret for a place.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn client_secret(&self, connector: &str, place: &str) -> Result<Vec<u8>, StoreError> {
        let row =
            sqlx::query("SELECT sealed FROM client_secrets WHERE connector = $1 AND place = $2")
                .bind(connector)
                .bind(place)
                .fetch_one(&self.pool)
                .await?;
        Ok(row.try_get(0)?)
    }

    /// Keeps a sealed client secret in place of the one that is there.
    ///
    /// # Errors
    /// When the database fails, or the connector is gone.
    pub async fn keep_client_secret(
        &self,
        connector: &str,
        place: &str,
        sealed: &[u8],
    ) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin().await?;
        hold_key(&mut transaction, sealed).await?;
        sqlx::query(
            "INSERT INTO client_secrets (connector, place, sealed, kept_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (connector, place) DO UPDATE SET sealed = $3, kept_at = $4",
        )
        .bind(connector)
        .bind(place)
        .bind(sealed)
        .bind(now())
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Forgets the client secret for a place, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_client_secret(
        &self,
        connector: &str,
        place: &str,
    ) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM client_secrets WHERE connector = $1 AND place = $2")
            .bind(connector)
            .bind(place)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
