//! Versions: every save of a connector, numbered from 1 without a gap.

use serde::Deserialize;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};
use tenon_connector::ConnectorFiles;
use tenon_connector::document::Action;

use super::connector_list::ListPlace;
use super::{Store, StoreError, now};

/// A version to keep.
#[derive(Clone, Debug)]
pub struct NewVersion {
    /// The id of who saves it.
    pub author: String,
    /// What the list shows of it.
    pub title: String,
    /// What the list shows of it.
    pub description: String,
    /// What the list shows of it.
    pub brand_colour: String,
    /// What the list shows of it.
    pub operations: i64,
    /// What the list shows of it.
    pub authentication: String,
    /// The host of its API, by which the list can be searched.
    pub host: String,
    /// The connector.
    pub files: ConnectorFiles,
    /// What was done since the version before.
    pub actions: Vec<Action>,
    /// The revision of the author's draft that the version holds: it goes when the version is kept.
    pub draft: Option<String>,
}

/// A kept version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, counted from 1.
    pub number: i64,
    /// The name of who saved it.
    pub author: String,
    /// The connector.
    pub files: ConnectorFiles,
}

/// A version as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedVersion {
    /// Its number, counted from 1.
    pub number: i64,
    /// The name of who saved it.
    pub author: String,
    /// When: milliseconds since 1970, UTC.
    pub saved_at: i64,
    /// The labels of what was done since the version before; none where that was very much.
    pub labels: Vec<String>,
}

impl Store {
    /// The versions of a connector before a number (none: all), newest first, at most `limit`.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when what was kept cannot be read any more.
    pub async fn versions(
        &self,
        connector: &str,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<ListedVersion>, StoreError> {
        // Icons and custom code stand in the actions: a list must not fetch megabytes for their labels.
        let rows = sqlx::query(
            "SELECT v.number, p.name, v.created_at, \
             CASE WHEN LENGTH(v.actions) <= 200000 THEN v.actions ELSE '[]' END AS actions \
             FROM connector_versions v JOIN people p ON p.id = v.author \
             WHERE v.connector = $1 AND ($2 = 0 OR v.number < $2) ORDER BY v.number DESC LIMIT $3",
        )
        .bind(connector)
        .bind(before.unwrap_or(0))
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(ListedVersion::of).collect()
    }

    /// A version of a connector, or the newest.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn version(
        &self,
        connector: &str,
        number: Option<i64>,
    ) -> Result<Version, StoreError> {
        let row = sqlx::query(
            "SELECT v.number, p.name, v.definition, v.properties, v.icon, v.script, v.attachments \
             FROM connector_versions v JOIN people p ON p.id = v.author \
             WHERE v.connector = $1 AND ($2 = 0 OR v.number = $2) ORDER BY v.number DESC LIMIT 1",
        )
        .bind(connector)
        .bind(number.unwrap_or(0))
        .fetch_one(&self.pool)
        .await?;
        Version::of(&row)
    }

    /// The number of the newest version of a connector.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such connector.
    pub async fn newest_version(&self, connector: &str) -> Result<i64, StoreError> {
        let row = sqlx::query("SELECT MAX(number) FROM connector_versions WHERE connector = $1")
            .bind(connector)
            .fetch_one(&self.pool)
            .await?;
        row.try_get::<Option<i64>, _>(0)?
            .ok_or(StoreError::NotFound)
    }

    /// Keeps a version under the number after the one it was made of, and forgets the draft that it holds.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when somebody else has saved that number: merge and try again.
    pub async fn add_version(
        &self,
        connector: &str,
        number: i64,
        version: &NewVersion,
    ) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin().await?;
        insert_version(&mut transaction, connector, number, version).await?;
        if let Some(revision) = &version.draft {
            sqlx::query(
                "DELETE FROM drafts WHERE connector = $1 AND person = $2 AND revision = $3",
            )
            .bind(connector)
            .bind(&version.author)
            .bind(revision)
            .execute(&mut *transaction)
            .await?;
        }
        Ok(transaction.commit().await?)
    }
}

/// Keeps a version, and gives the connector its place in the list by it.
pub(super) async fn insert_version(
    transaction: &mut AnyConnection,
    connector: &str,
    number: i64,
    version: &NewVersion,
) -> Result<(), StoreError> {
    let json = |error: serde_json::Error| StoreError::Damaged(error.to_string());
    let attachments = serde_json::to_string(&version.files.attachments).map_err(json)?;
    let actions = serde_json::to_string(&version.actions).map_err(json)?;
    let saved_at = now();
    sqlx::query(
        "INSERT INTO connector_versions (connector, number, author, created_at, title, description, brand_colour, \
         operations, authentication, has_icon, definition, properties, icon, script, attachments, actions) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(connector)
    .bind(number)
    .bind(&version.author)
    .bind(saved_at)
    .bind(&version.title)
    .bind(&version.description)
    .bind(&version.brand_colour)
    .bind(version.operations)
    .bind(&version.authentication)
    .bind(i64::from(version.files.icon.is_some()))
    .bind(&version.files.definition)
    .bind(&version.files.properties)
    .bind(&version.files.icon)
    .bind(&version.files.script)
    .bind(&attachments)
    .bind(&actions)
    .execute(&mut *transaction)
    .await?;
    let place = ListPlace {
        version: number,
        changed_at: saved_at,
        title: &version.title,
        description: &version.description,
        operations: version.operations,
        authentication: &version.authentication,
        host: &version.host,
    };
    place.give(transaction, connector).await
}

/// The name of an action, without its edits.
#[derive(Deserialize)]
struct Label {
    label: String,
}

impl ListedVersion {
    fn of(row: &AnyRow) -> Result<Self, StoreError> {
        let actions: String = row.try_get("actions")?;
        let labels: Vec<Label> = serde_json::from_str(&actions)
            .map_err(|error| StoreError::Damaged(error.to_string()))?;
        Ok(Self {
            number: row.try_get("number")?,
            author: row.try_get("name")?,
            saved_at: row.try_get("created_at")?,
            labels: labels.into_iter().map(|action| action.label).collect(),
        })
    }
}

impl Version {
    fn of(row: &AnyRow) -> Result<Self, StoreError> {
        let attachments: String = row.try_get("attachments")?;
        Ok(Self {
            number: row.try_get("number")?,
            author: row.try_get("name")?,
            files: ConnectorFiles {
                definition: row.try_get("definition")?,
                properties: row.try_get("properties")?,
                icon: row.try_get("icon")?,
                script: row.try_get("script")?,
                attachments: serde_json::from_str(&attachments)
                    .map_err(|error| StoreError::Damaged(error.to_string()))?,
            },
        })
    }
}
