//! Failed attempts to sign in, counted per account and per client address.

use sqlx::Row;

use super::{Store, StoreError, now};

impl Store {
    /// How many attempts failed for a subject since a time, and when the oldest of them was.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn failed_attempts(
        &self,
        subject: &str,
        since: i64,
    ) -> Result<(i64, Option<i64>), StoreError> {
        let row = sqlx::query(
            "SELECT COUNT(*), MIN(at) FROM sign_in_attempts WHERE subject = $1 AND at >= $2",
        )
        .bind(subject)
        .bind(since)
        .fetch_one(&self.pool)
        .await?;
        Ok((row.try_get(0)?, row.try_get(1)?))
    }

    /// Counts a failed attempt.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_failed_attempt(&self, subject: &str) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO sign_in_attempts (subject, at) VALUES ($1, $2)")
            .bind(subject)
            .bind(now())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Forgets the failed attempts of a subject, after one that succeeded.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_failed_attempts(&self, subject: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sign_in_attempts WHERE subject = $1")
            .bind(subject)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Forgets all attempts before a time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_attempts_before(&self, before: i64) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sign_in_attempts WHERE at < $1")
            .bind(before)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
