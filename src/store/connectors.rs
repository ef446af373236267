//! Connectors: which there are, and where.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::versions::insert_version;
use super::{NewVersion, Store, StoreError, new_id, now};

/// A connector as the list shows it: what its newest version says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedConnector {
    /// The connector's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// The brand colour.
    pub brand_colour: String,
    /// Whether it has an icon.
    pub has_icon: bool,
    /// How many operations it has.
    pub operations: i64,
    /// How it authenticates, in words.
    pub authentication: String,
    /// The number of the newest version.
    pub version: i64,
    /// When that was saved.
    pub changed_at: i64,
    /// The name of who saved it.
    pub changed_by: String,
}

impl Store {
    /// The connectors of an environment, newest change first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn connectors(&self, environment: &str) -> Result<Vec<ListedConnector>, StoreError> {
        let rows = sqlx::query(
            "SELECT c.id, v.title, v.description, v.brand_colour, v.operations, v.authentication, v.number, \
             v.created_at, v.has_icon, p.name \
             FROM connectors c \
             JOIN connector_versions v ON v.connector = c.id \
             AND v.number = (SELECT MAX(number) FROM connector_versions WHERE connector = c.id) \
             JOIN people p ON p.id = v.author \
             WHERE c.environment = $1 ORDER BY v.created_at DESC, c.id DESC",
        )
        .bind(environment)
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(ListedConnector::of).collect()
    }

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
        insert_version(&mut *transaction, &id, 1, first).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// The environment that a connector is in.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such connector.
    pub async fn environment_of(&self, connector: &str) -> Result<String, StoreError> {
        let row = sqlx::query("SELECT environment FROM connectors WHERE id = $1")
            .bind(connector)
            .fetch_one(&self.pool)
            .await?;
        Ok(row.try_get(0)?)
    }

    /// Deletes a connector with all that belongs to it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such connector.
    pub async fn delete_connector(&self, id: &str) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM connectors WHERE id = $1")
            .bind(id)
            .execute(&self.pool)
            .await?;
        if done.rows_affected() == 0 {
            Err(StoreError::NotFound)
        } else {
            Ok(())
        }
    }
}

impl ListedConnector {
    fn of(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.try_get("id")?,
            title: row.try_get("title")?,
            description: row.try_get("description")?,
            brand_colour: row.try_get("brand_colour")?,
            has_icon: row.try_get::<i64, _>("has_icon")? == 1,
            operations: row.try_get("operations")?,
            authentication: row.try_get("authentication")?,
            version: row.try_get("number")?,
            changed_at: row.try_get("created_at")?,
            changed_by: row.try_get("name")?,
        })
    }
}
