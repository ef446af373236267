//! All sealed values, wherever they lie, and the keys that they are sealed with.
//!
//! Whoever keeps a sealed value holds its key first ([`hold_key`]), so that a key is replaced only once nothing is kept
//! with it any more, and nothing can be kept with it afterwards.

use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::{Store, StoreError};
use crate::vault::key_of;

/// Where a sealed value lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealedAt {
    /// A value of a connection, or its tokens.
    Value {
        /// The connection's id.
        connection: String,
        /// The key of the connection parameter.
        field: String,
    },
    /// The client secret of a connector.
    ClientSecret {
        /// The connector's id.
        connector: String,
        /// The place of the OAuth settings, as a JSON pointer.
        place: String,
    },
    /// What is kept of a sign-in that is under way.
    SignIn {
        /// The SHA-256 of its state, in hexadecimal.
        state: String,
        /// The connection's id.
        connection: String,
    },
}

/// A sealed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedValue {
    /// Where it lies.
    pub at: SealedAt,
    /// The environment of its connector.
    pub environment: String,
    /// The sealed bytes.
    pub sealed: Vec<u8>,
}

/// The keys of a database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DatabaseKeys {
    /// The id of the key in use; none where nothing was sealed yet.
    pub own: Option<String>,
    /// The id of the key that is to follow, while values are sealed with either.
    pub next: Option<String>,
}

/// The sealed values that lie in each table; what begins with `$1` is left out.
const TABLES: [&str; 3] = [
    "SELECT v.connection AS first, v.field AS second, v.sealed, c.environment \
     FROM connection_values v JOIN connections n ON n.id = v.connection JOIN connectors c ON c.id = n.connector \
     WHERE SUBSTR(v.sealed, 1, 9) <> $1 ORDER BY v.connection, v.field LIMIT $2",
    "SELECT s.connector AS first, s.place AS second, s.sealed, c.environment \
     FROM client_secrets s JOIN connectors c ON c.id = s.connector \
     WHERE SUBSTR(s.sealed, 1, 9) <> $1 ORDER BY s.connector, s.place LIMIT $2",
    "SELECT o.state AS first, o.connection AS second, o.sealed, c.environment \
     FROM oauth_sign_ins o JOIN connections n ON n.id = o.connection JOIN connectors c ON c.id = n.connector \
     WHERE SUBSTR(o.sealed, 1, 9) <> $1 ORDER BY o.state LIMIT $2",
];

impl Store {
    /// The id of the key that this database's values are sealed with. The first key that asks
    /// becomes it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn vault_key(&self, in_use: &str) -> Result<String, StoreError> {
        sqlx::query(
            "INSERT INTO vault_keys (number, key_id) VALUES (1, $1) ON CONFLICT DO NOTHING",
        )
        .bind(in_use)
        .execute(&self.pool)
        .await?;
        let row = sqlx::query("SELECT key_id FROM vault_keys WHERE number = 1")
            .fetch_one(&self.pool)
            .await?;
        Ok(row.try_get(0)?)
    }

    /// The keys of this database.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keys(&self) -> Result<DatabaseKeys, StoreError> {
        let rows = sqlx::query("SELECT number, key_id FROM vault_keys")
            .fetch_all(&self.pool)
            .await?;
        let mut keys = DatabaseKeys::default();
        for row in rows {
            match row.try_get::<i64, _>("number")? {
                1 => keys.own = Some(row.try_get("key_id")?),
                _ => keys.next = Some(row.try_get("key_id")?),
            }
        }
        Ok(keys)
    }

    /// The beginnings of all sealed values, which tell their keys: each once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sealing_marks(&self) -> Result<Vec<Vec<u8>>, StoreError> {
        let rows = sqlx::query(
            "SELECT SUBSTR(sealed, 1, 9) AS mark FROM connection_values \
             UNION SELECT SUBSTR(sealed, 1, 9) FROM client_secrets \
             UNION SELECT SUBSTR(sealed, 1, 9) FROM oauth_sign_ins",
        )
        .fetch_all(&self.pool)
        .await?;
        let mark = |row: &AnyRow| Ok(row.try_get("mark")?);
        rows.iter().map(mark).collect()
    }

    /// At most `count` sealed values that do not begin with `mark`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sealed_otherwise(
        &self,
        mark: &[u8],
        count: i64,
    ) -> Result<Vec<SealedValue>, StoreError> {
        for (number, table) in TABLES.into_iter().enumerate() {
            let rows = sqlx::query(table)
                .bind(mark)
                .bind(count)
                .fetch_all(&self.pool)
                .await?;
            if !rows.is_empty() {
                return rows
                    .iter()
                    .map(|row| SealedValue::of(number, row))
                    .collect();
            }
        }
        Ok(Vec::new())
    }

    /// Puts values that are sealed anew in place of those that were read, all or none. One that was changed meanwhile
    /// stays as it is now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn reseal(&self, values: &[(SealedValue, Vec<u8>)]) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin().await?;
        for (value, anew) in values {
            let (text, first, second) = match &value.at {
                SealedAt::Value { connection, field } => (
                    "UPDATE connection_values SET sealed = $1 WHERE connection = $2 AND field = $3 AND sealed = $4",
                    connection,
                    field,
                ),
                SealedAt::ClientSecret { connector, place } => (
                    "UPDATE client_secrets SET sealed = $1 WHERE connector = $2 AND place = $3 AND sealed = $4",
                    connector,
                    place,
                ),
                SealedAt::SignIn { state, connection } => (
                    "UPDATE oauth_sign_ins SET sealed = $1 WHERE state = $2 AND connection = $3 AND sealed = $4",
                    state,
                    connection,
                ),
            };
            sqlx::query(text)
                .bind(anew)
                .bind(first)
                .bind(second)
                .bind(&value.sealed)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Says that a key is to follow the one in use, unless one is to follow already; the one that is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_new_key(&self, next: &str) -> Result<String, StoreError> {
        sqlx::query(
            "INSERT INTO vault_keys (number, key_id) VALUES (2, $1) ON CONFLICT DO NOTHING",
        )
        .bind(next)
        .execute(&self.pool)
        .await?;
        let row = sqlx::query("SELECT key_id FROM vault_keys WHERE number = 2")
            .fetch_one(&self.pool)
            .await?;
        Ok(row.try_get(0)?)
    }

    /// Makes the key that follows the key in use, if all values begin with its `mark`; whether it was done.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_new_key(&self, next: &str, mark: &[u8]) -> Result<bool, StoreError> {
        let mut transaction = self.pool.begin().await?;
        sqlx::query("DELETE FROM vault_keys WHERE number = 2 AND key_id = $1")
            .bind(next)
            .execute(&mut *transaction)
            .await?;
        // Waits for those who hold the key before; whoever comes after it finds it gone.
        sqlx::query("UPDATE vault_keys SET key_id = $1 WHERE number = 1")
            .bind(next)
            .execute(&mut *transaction)
            .await?;
        for table in TABLES {
            let left = sqlx::query(table)
                .bind(mark)
                .bind(1_i64)
                .fetch_optional(&mut *transaction)
                .await?;
            if left.is_some() {
                transaction.rollback().await?;
                return Ok(false);
            }
        }
        transaction.commit().await?;
        Ok(true)
    }
}

/// Holds the key of a sealed value until the transaction ends. It is to be the first statement of one.
///
/// # Errors
/// [`StoreError::KeyReplaced`] when the key is none of this database any more.
pub(super) async fn hold_key(
    transaction: &mut Transaction<'_, Any>,
    sealed: &[u8],
) -> Result<(), StoreError> {
    let key_id = key_of(sealed).ok_or_else(|| StoreError::Damaged("a sealed value".to_owned()))?;
    // A key that becomes the one in use changes its row: who waited for the one sees the other with a second look.
    for _look in 0..2 {
        let held = sqlx::query("UPDATE vault_keys SET key_id = key_id WHERE key_id = $1")
            .bind(&key_id)
            .execute(&mut **transaction)
            .await?;
        if held.rows_affected() > 0 {
            return Ok(());
        }
    }
    Err(StoreError::KeyReplaced)
}

impl SealedValue {
    fn of(table: usize, row: &AnyRow) -> Result<Self, StoreError> {
        let (first, second) = (row.try_get("first")?, row.try_get("second")?);
        let at = match table {
            0 => SealedAt::Value {
                connection: first,
                field: second,
            },
            1 => SealedAt::ClientSecret {
                connector: first,
                place: second,
            },
            _ => SealedAt::SignIn {
                state: first,
                connection: second,
            },
        };
        Ok(Self {
            at,
            environment: row.try_get("environment")?,
            sealed: row.try_get("sealed")?,
        })
    }
}
