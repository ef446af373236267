//! Signing in with OAuth 2.0: sign-ins under way, how the last one went, and the lease of who renews a token.

use sqlx::Row;

use super::sealed::hold_key;
use super::{Store, StoreError, now};

/// A sign-in that waits for its person to come back from the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInUnderWay {
    /// The SHA-256 of its state, in hexadecimal.
    pub state: String,
    /// The connection that it is for.
    pub connection: String,
    /// The SHA-256 of the id of the session that began it.
    pub session: String,
    /// What is needed to end it, sealed.
    pub sealed: Vec<u8>,
}

/// How signing in with a connection went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignInRecord {
    /// The last steps, secrets masked, as JSON.
    pub hops: String,
    /// The manner in which it worked, as JSON; empty for that of the connector.
    pub manner: String,
    /// The manners that were tried in vain since, as JSON.
    pub tried: String,
}

impl Store {
    /// Keeps a sign-in, in place of the one that the connection had, and forgets those that are older than `lifetime`
    /// (milliseconds).
    ///
    /// # Errors
    /// When the database fails, or the connection is gone.
    pub async fn begin_sign_in(
        &self,
        new: &SignInUnderWay,
        lifetime: i64,
    ) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin().await?;
        hold_key(&mut transaction, &new.sealed).await?;
        sqlx::query("DELETE FROM oauth_sign_ins WHERE connection = $1 OR begun_at < $2")
            .bind(&new.connection)
            .bind(now().saturating_sub(lifetime))
            .execute(&mut *transaction)
            .await?;
        sqlx::query(
            "INSERT INTO oauth_sign_ins (state, connection, session, begun_at, sealed) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(&new.state)
        .bind(&new.connection)
        .bind(&new.session)
        .bind(now())
        .bind(&new.sealed)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Takes the sign-in of a state: nobody gets it a second time.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, or it is older than `lifetime` (milliseconds).
    pub async fn take_sign_in(
        &self,
        state: &str,
        lifetime: i64,
    ) -> Result<SignInUnderWay, StoreError> {
        let row = sqlx::query(
            "DELETE FROM oauth_sign_ins WHERE state = $1 RETURNING connection, session, begun_at, sealed",
        )
        .bind(state)
        .fetch_one(&self.pool)
        .await?;
        let begun_at: i64 = row.try_get("begun_at")?;
        if begun_at < now().saturating_sub(lifetime) {
            return Err(StoreError::NotFound);
        }
        Ok(SignInUnderWay {
            state: state.to_owned(),
            connection: row.try_get("connection")?,
            session: row.try_get("session")?,
            sealed: row.try_get("sealed")?,
        })
    }

    /// How signing in with a connection went; nothing of one with which nobody did.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sign_in_record(&self, connection: &str) -> Result<SignInRecord, StoreError> {
        let row =
            sqlx::query("SELECT hops, manner, tried FROM oauth_records WHERE connection = $1")
                .bind(connection)
                .fetch_optional(&self.pool)
                .await?;
        let Some(row) = row else {
            return Ok(SignInRecord::default());
        };
        Ok(SignInRecord {
            hops: row.try_get("hops")?,
            manner: row.try_get("manner")?,
            tried: row.try_get("tried")?,
        })
    }

    /// Keeps how signing in went.
    ///
    /// # Errors
    /// When the database fails, or the connection is gone.
    pub async fn keep_sign_in_record(
        &self,
        connection: &str,
        record: &SignInRecord,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO oauth_records (connection, hops, manner, tried) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (connection) DO UPDATE SET hops = excluded.hops, manner = excluded.manner, tried = excluded.tried",
        )
        .bind(connection)
        .bind(&record.hops)
        .bind(&record.manner)
        .bind(&record.tried)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Puts a sealed value in place of another one; the status of the connection stays.
    ///
    /// # Errors
    /// When the database fails, or the connection is gone.
    pub async fn put_connection_value(
        &self,
        connection: &str,
        field: &str,
        sealed: &[u8],
    ) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin().await?;
        hold_key(&mut transaction, sealed).await?;
        sqlx::query(
            "INSERT INTO connection_values (connection, field, sealed) VALUES ($1, $2, $3) \
             ON CONFLICT (connection, field) DO UPDATE SET sealed = excluded.sealed",
        )
        .bind(connection)
        .bind(field)
        .bind(sealed)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Takes the lease of a connection for `milliseconds`, if nobody has it; whether it was taken. One statement
    /// decides, so of all servers on the database one gets it.
    ///
    /// # Errors
    /// When the database fails, or the connection is gone.
    pub async fn take_lease(
        &self,
        connection: &str,
        holder: &str,
        milliseconds: i64,
    ) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "INSERT INTO oauth_leases (connection, holder, until) VALUES ($1, $2, $3) \
             ON CONFLICT (connection) DO UPDATE SET holder = excluded.holder, until = excluded.until \
             WHERE oauth_leases.until < $4",
        )
        .bind(connection)
        .bind(holder)
        .bind(now().saturating_add(milliseconds))
        .bind(now())
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Gives the lease back, if it is still the holder's.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn give_lease_back(&self, connection: &str, holder: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM oauth_leases WHERE connection = $1 AND holder = $2")
            .bind(connection)
            .bind(holder)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
