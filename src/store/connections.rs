//! Connections: a person's sealed values for a connector, and the key that they are sealed with.

use sqlx::Row;
use sqlx::any::AnyRow;

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
    /// The name that its owner gave it.
    pub name: String,
    /// When it was made.
    pub created_at: i64,
}

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
    /// Each value, sealed, with the key of its connection parameter.
    pub values: Vec<(String, Vec<u8>)>,
}

impl Store {
    /// The connections that a person has for a connector, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn connections(
        &self,
        connector: &str,
        person: &str,
    ) -> Result<Vec<KeptConnection>, StoreError> {
        let rows = sqlx::query(
            "SELECT n.id, n.connector, c.environment, n.name, n.created_at \
             FROM connections n JOIN connectors c ON c.id = n.connector \
             WHERE n.connector = $1 AND n.person = $2 ORDER BY n.created_at DESC, n.id DESC",
        )
        .bind(connector)
        .bind(person)
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(KeptConnection::of).collect()
    }

    /// A person's own connection.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, or it is somebody else's.
    pub async fn connection(&self, id: &str, person: &str) -> Result<KeptConnection, StoreError> {
        let row = sqlx::query(
            "SELECT n.id, n.connector, c.environment, n.name, n.created_at \
             FROM connections n JOIN connectors c ON c.id = n.connector \
             WHERE n.id = $1 AND n.person = $2",
        )
        .bind(id)
        .bind(person)
        .fetch_one(&self.pool)
        .await?;
        KeptConnection::of(&row)
    }

    /// The sealed values of a connection, each with the key of its connection parameter.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn connection_values(
        &self,
        connection: &str,
    ) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
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
        sqlx::query(
            "INSERT INTO connections (id, connector, person, name, created_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(&new.id)
        .bind(&new.connector)
        .bind(&new.person)
        .bind(&new.name)
        .bind(created_at)
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

    /// Deletes a person's own connection.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, or it is somebody else's.
    pub async fn delete_connection(&self, id: &str, person: &str) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM connections WHERE id = $1 AND person = $2")
            .bind(id)
            .bind(person)
            .execute(&self.pool)
            .await?;
        if done.rows_affected() == 0 {
            Err(StoreError::NotFound)
        } else {
            Ok(())
        }
    }

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
}

impl KeptConnection {
    fn of(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.try_get("id")?,
            connector: row.try_get("connector")?,
            environment: row.try_get("environment")?,
            name: row.try_get("name")?,
            created_at: row.try_get("created_at")?,
        })
    }
}
