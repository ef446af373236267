//! Attempts to sign in, counted per account and per client address.

use sqlx::Row;

use super::{Store, StoreError, new_id, now};

impl Store {
    /// Counts an attempt; its id, under which it can be taken back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_attempt(&self, subject: &str) -> Result<String, StoreError> {
        let id = new_id();
        sqlx::query("INSERT INTO sign_in_attempts (id, subject, at) VALUES ($1, $2, $3)")
            .bind(&id)
            .bind(subject)
            .bind(now())
            .execute(&self.pool)
            .await?;
        Ok(id)
    }

    /// Takes an attempt back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_attempt(&self, id: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sign_in_attempts WHERE id = $1")
            .bind(id)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// How many attempts a subject has made since a time, and when the oldest of them was.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn attempts(
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

    /// Forgets the attempts of a subject, after one that succeeded.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_attempts_of(&self, subject: &str) -> Result<(), StoreError> {
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
