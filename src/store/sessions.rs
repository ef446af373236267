//! Sessions of the browser, as rows, so that any server can serve any of them.

use async_trait::async_trait;
use sqlx::Row;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use tower_sessions::{ExpiredDeletion, SessionStore};

use super::{Store, StoreError, now};

/// The key in a session's data under which the id of its person stands.
pub const PERSON_KEY: &str = "person";

/// The sessions of a [`Store`].
#[derive(Clone, Debug)]
pub struct Sessions(pub Store);

impl Sessions {
    async fn write(
        &self,
        record: &Record,
        sql: &'static str,
    ) -> std::result::Result<(), StoreError> {
        let data = serde_json::to_string(&record.data)
            .map_err(|error| StoreError::Damaged(error.to_string()))?;
        sqlx::query(sql)
            .bind(record.id.to_string())
            .bind(
                record
                    .data
                    .get(PERSON_KEY)
                    .and_then(|person| person.as_str())
                    .map(str::to_owned),
            )
            .bind(data)
            .bind(milliseconds(record.expiry_date))
            .execute(&self.0.pool)
            .await?;
        Ok(())
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        loop {
            let sql = "INSERT INTO sessions (id, person, data, expires_at) VALUES ($1, $2, $3, $4)";
            match self.write(record, sql).await {
                Err(StoreError::Taken) => record.id = Id::default(),
                done => return done.map_err(backend),
            }
        }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        // An update alone: a session that was ended elsewhere meanwhile must not come back.
        let sql = "UPDATE sessions SET person = $2, data = $3, expires_at = $4 WHERE id = $1";
        self.write(record, sql).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found =
            sqlx::query("SELECT data, expires_at FROM sessions WHERE id = $1 AND expires_at > $2")
                .bind(id.to_string())
                .bind(now())
                .fetch_optional(&self.0.pool)
                .await
                .map_err(backend)?;
        let Some(row) = found else { return Ok(None) };
        let data: String = row.try_get("data").map_err(backend)?;
        let expires_at: i64 = row.try_get("expires_at").map_err(backend)?;
        let expiry_date =
            time::OffsetDateTime::from_unix_timestamp_nanos(i128::from(expires_at) * 1_000_000)
                .map_err(|error| Error::Decode(error.to_string()))?;
        let data = serde_json::from_str(&data).map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record {
            id: *id,
            data,
            expiry_date,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let query = sqlx::query("DELETE FROM sessions WHERE id = $1").bind(id.to_string());
        query.execute(&self.0.pool).await.map(drop).map_err(backend)
    }
}

#[async_trait]
impl ExpiredDeletion for Sessions {
    async fn delete_expired(&self) -> Result<()> {
        let query = sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(now());
        query.execute(&self.0.pool).await.map(drop).map_err(backend)
    }
}

impl Store {
    /// Ends all sessions of a person but one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_other_sessions(
        &self,
        person: &str,
        keep: &str,
    ) -> std::result::Result<(), StoreError> {
        sqlx::query("DELETE FROM sessions WHERE person = $1 AND id <> $2")
            .bind(person)
            .bind(keep)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}

fn milliseconds(time: time::OffsetDateTime) -> i64 {
    time.unix_timestamp()
        .saturating_mul(1000)
        .saturating_add(i64::from(time.millisecond()))
}

fn backend(error: impl std::fmt::Display) -> Error {
    Error::Backend(error.to_string())
}
