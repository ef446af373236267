//! Connections: a person's sealed values for a connector.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::sealed::hold_key;
use super::{Store, StoreError, now};

/// A kept connection, without its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptConnection {
    /// The connection's id.
    pub id: String,
    /// The connector that it is for.
    pub connector: String,
    /// The environment of that connector.
    pub environment: String,
    /// The id of its owner.
    pub person: String,
    /// The name of its owner.
    pub owner: String,
    /// The name that its owner gave it.
    pub name: String,
    /// When it was made.
    pub created_at: i64,
    /// What the last call with it said of it.
    pub status: ConnectionStatus,
    /// When that was: milliseconds since 1970, UTC; 0 for one that is untried.
    pub status_at: i64,
    /// The mark of what it is shared for; none for one that its owner alone uses.
    pub shared_for: Option<String>,
    /// When it was used last, to within a minute: milliseconds since 1970, UTC; 0 for one that was not used yet.
    pub used_at: i64,
    /// The name of the connection parameter set that it was made with; empty where the connector had one way only.
    pub set: String,
}

/// What the last call with a connection said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConnectionStatus {
    /// There was no call with it yet.
    Untried,
    /// Nobody has signed in with it yet.
    SignedOut,
    /// The service accepted it.
    Good,
    /// The service does not accept it any more: why.
    Expired(String),
    /// The service did not answer: why.
    Failing(String),
}

/// Sealed values, each with the key of its connection parameter.
pub type SealedValues = Vec<(String, Vec<u8>)>;

/// A connection to keep. Its id is chosen before, because the values are sealed for it.
#[derive(Clone, Debug)]
pub struct NewConnection {
    /// The connection's id.
    pub id: String,
    /// The connector that it is for.
    pub connector: String,
    /// The id of its owner.
    pub person: String,
    /// A name to know it by.
    pub name: String,
    /// The name of its connection parameter set; empty for the only way.
    pub set: String,
    /// What is known of it before the first call.
    pub status: ConnectionStatus,
    /// Each value, sealed, with the key of its connection parameter.
    pub values: Vec<(String, Vec<u8>)>,
}

pub(super) const COLUMNS: &str = "n.id, n.connector, c.environment, n.person, p.name AS owner, n.name, n.created_at, \
                                  n.status, n.status_reason, n.status_at, n.shared_for, n.used_at, n.parameter_set";
pub(super) const JOINED: &str =
    "connections n JOIN connectors c ON c.id = n.connector JOIN people p ON p.id = n.person";

impl Store {
    /// The connections for a connector that a person may use: their own, then those that others share, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn connections(
        &self,
        connector: &str,
        person: &str,
    ) -> Result<Vec<KeptConnection>, StoreError> {
        let text = format!(
            "SELECT {COLUMNS} FROM {JOINED} WHERE n.connector = $1 AND (n.person = $2 OR n.shared_for <> '') \
             ORDER BY CASE WHEN n.person = $2 THEN 0 ELSE 1 END, n.created_at DESC, n.id DESC"
        );
        let rows = sqlx::query(AssertSqlSafe(text))
            .bind(connector)
            .bind(person)
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(KeptConnection::of).collect()
    }

    /// A connection, whoever owns it: who may know of it is for others to decide.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn connection(&self, id: &str) -> Result<KeptConnection, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM {JOINED} WHERE n.id = $1");
        let row = sqlx::query(AssertSqlSafe(text))
            .bind(id)
            .fetch_one(&self.pool)
            .await?;
        KeptConnection::of(&row)
    }

    /// A connection with its sealed values, each with the key of its connection parameter.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn connection_with_values(
        &self,
        id: &str,
    ) -> Result<(KeptConnection, SealedValues), StoreError> {
        let text = format!(
            "SELECT {COLUMNS}, v.field, v.sealed FROM {JOINED} LEFT JOIN connection_values v ON v.connection = n.id \
             WHERE n.id = $1 ORDER BY v.field"
        );
        let rows = sqlx::query(AssertSqlSafe(text))
            .bind(id)
            .fetch_all(&self.pool)
            .await?;
        let kept = KeptConnection::of(rows.first().ok_or(StoreError::NotFound)?)?;
        let mut values = SealedValues::new();
        for row in &rows {
            // One without values comes as a row without a field.
            if let Some(field) = row.try_get("field")? {
                values.push((field, row.try_get("sealed")?));
            }
        }
        Ok((kept, values))
    }

    /// The sealed values of a connection, each with the key of its connection parameter.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn connection_values(&self, connection: &str) -> Result<SealedValues, StoreError> {
        let rows = sqlx::query(
            "SELECT field, sealed FROM connection_values WHERE connection = $1 ORDER BY field",
        )
        .bind(connection)
        .fetch_all(&self.pool)
        .await?;
        let value = |row: &AnyRow| Ok((row.try_get("field")?, row.try_get("sealed")?));
        rows.iter().map(value).collect()
    }

    /// Keeps a connection with its values; when it was made.
    ///
    /// # Errors
    /// When the database fails, or the connector is gone.
    pub async fn add_connection(&self, new: &NewConnection) -> Result<i64, StoreError> {
        let created_at = now();
        let mut transaction = self.pool.begin().await?;
        if let Some((_, sealed)) = new.values.first() {
            hold_key(&mut transaction, sealed).await?;
        }
        sqlx::query(
            "INSERT INTO connections (id, connector, person, name, created_at, status, parameter_set) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(&new.id)
        .bind(&new.connector)
        .bind(&new.person)
        .bind(&new.name)
        .bind(created_at)
        .bind(new.status.written().0)
        .bind(&new.set)
        .execute(&mut *transaction)
        .await?;
        for (field, sealed) in &new.values {
            sqlx::query(
                "INSERT INTO connection_values (connection, field, sealed) VALUES ($1, $2, $3)",
            )
            .bind(&new.id)
            .bind(field)
            .bind(sealed)
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        Ok(created_at)
    }

    /// Notes what a call said of a connection. One that was deleted meanwhile needs no note.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_connection_status(
        &self,
        id: &str,
        status: &ConnectionStatus,
    ) -> Result<(), StoreError> {
        let (word, reason) = status.written();
        sqlx::query(
            "UPDATE connections SET status = $1, status_reason = $2, status_at = $3 WHERE id = $4",
        )
        .bind(word)
        .bind(reason)
        .bind(now())
        .bind(id)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Shares a connection for what the mark says, or ends its sharing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn share_connection(
        &self,
        id: &str,
        shared_for: Option<&str>,
    ) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE connections SET shared_for = $1 WHERE id = $2")
            .bind(shared_for.unwrap_or_default())
            .bind(id)
            .execute(&self.pool)
            .await?;
        found(done.rows_affected())
    }

    /// Notes that a connection is used now. One that was deleted meanwhile needs no note.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_connection_use(&self, id: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE connections SET used_at = $1 WHERE id = $2")
            .bind(now())
            .bind(id)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Deletes a connection.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn delete_connection(&self, id: &str) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM connections WHERE id = $1")
            .bind(id)
            .execute(&self.pool)
            .await?;
        found(done.rows_affected())
    }
}

impl ConnectionStatus {
    /// The word that is kept for it, and the reason.
    pub(super) fn written(&self) -> (&'static str, &str) {
        match self {
            Self::Untried => ("untried", ""),
            Self::SignedOut => ("signed-out", ""),
            Self::Good => ("good", ""),
            Self::Expired(reason) => ("expired", reason),
            Self::Failing(reason) => ("failing", reason),
        }
    }

    fn read(word: &str, reason: String) -> Result<Self, StoreError> {
        match word {
            "untried" => Ok(Self::Untried),
            "signed-out" => Ok(Self::SignedOut),
            "good" => Ok(Self::Good),
            "expired" => Ok(Self::Expired(reason)),
            "failing" => Ok(Self::Failing(reason)),
            other => Err(StoreError::Damaged(format!(
                "a connection that is “{other}”"
            ))),
        }
    }
}

fn found(rows: u64) -> Result<(), StoreError> {
    match rows {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

impl KeptConnection {
    pub(super) fn of(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.try_get("id")?,
            connector: row.try_get("connector")?,
            environment: row.try_get("environment")?,
            person: row.try_get("person")?,
            owner: row.try_get("owner")?,
            name: row.try_get("name")?,
            created_at: row.try_get("created_at")?,
            status: ConnectionStatus::read(row.try_get("status")?, row.try_get("status_reason")?)?,
            status_at: row.try_get("status_at")?,
            shared_for: Some(row.try_get::<String, _>("shared_for")?)
                .filter(|mark| !mark.is_empty()),
            used_at: row.try_get("used_at")?,
            set: row.try_get("parameter_set")?,
        })
    }
}
