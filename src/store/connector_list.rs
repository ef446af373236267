//! The list of connectors: searched, sorted and read page by page.
//!
//! What it is searched and sorted by stands beside each connector ([`ListPlace`]), as its newest
//! version says, so that neither grows slow with the number of versions or the size of definitions.

use serde::Deserialize;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::{Store, StoreError};

/// The most words of a search that count.
const MAX_WORDS: usize = 8;

/// How many connectors are given their place in the list at a time.
const BATCH: i64 = 50;

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

/// A column that the list can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListColumn {
    /// The title, whatever its letters' case.
    Title,
    /// The number of operations.
    Operations,
    /// How it authenticates.
    Authentication,
    /// The number of the newest version.
    Version,
    /// When that was saved.
    Changed,
}

/// A part of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuery<'a> {
    /// Words that all stand in the title, host, description or authentication; in any case.
    pub search: &'a str,
    /// What it is sorted by; then by title.
    pub column: ListColumn,
    /// Whether the greatest comes first.
    pub descending: bool,
    /// How many connectors are left out before.
    pub from: i64,
    /// How many are wanted at most.
    pub count: i64,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPage {
    /// The connectors.
    pub rows: Vec<ListedConnector>,
    /// How many the search finds.
    pub found: i64,
    /// How many the environment has.
    pub all: i64,
}

impl Store {
    /// A page of the connectors of an environment.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_connectors(
        &self,
        environment: &str,
        query: &ListQuery<'_>,
    ) -> Result<ListPage, StoreError> {
        let words = patterns(query.search);
        let (all, found) = self.count_connectors(environment, &words).await?;
        let order = order(query.column, query.descending);
        let conditions = conditions(words.len());
        let (count, from) = (words.len() + 2, words.len() + 3);
        // Sorted and cut before the versions are looked at: the list has many connectors, a page few.
        let text = format!(
            "SELECT c.id, v.title, v.description, v.brand_colour, v.operations, v.authentication, v.number, \
             v.created_at, v.has_icon, p.name \
             FROM (SELECT * FROM connectors c WHERE c.environment = $1{conditions} \
             ORDER BY {order} LIMIT ${count} OFFSET ${from}) c \
             JOIN connector_versions v ON v.connector = c.id AND v.number = c.newest_version \
             JOIN people p ON p.id = v.author ORDER BY {order}"
        );
        // Put together of the words of this file alone; what the person gave is bound.
        let mut page = sqlx::query(AssertSqlSafe(text)).bind(environment);
        for word in &words {
            page = page.bind(word);
        }
        let rows = page
            .bind(query.count)
            .bind(query.from)
            .fetch_all(&self.pool)
            .await?;
        let rows = rows
            .iter()
            .map(ListedConnector::of)
            .collect::<Result<_, _>>()?;
        Ok(ListPage { rows, found, all })
    }

    /// How many connectors there are, and how many of them the words find.
    async fn count_connectors(
        &self,
        environment: &str,
        words: &[String],
    ) -> Result<(i64, i64), StoreError> {
        let text = format!(
            "SELECT COUNT(*), COUNT(CASE WHEN 1 = 1{} THEN 1 END) FROM connectors c WHERE c.environment = $1",
            conditions(words.len())
        );
        let mut count = sqlx::query(AssertSqlSafe(text)).bind(environment);
        for word in words {
            count = count.bind(word);
        }
        let row = count.fetch_one(&self.pool).await?;
        Ok((row.try_get(0)?, row.try_get(1)?))
    }

    /// Gives the connectors that are older than the list's columns their place in it.
    pub(super) async fn list_older_connectors(&self) -> Result<(), StoreError> {
        loop {
            let rows = sqlx::query(
                "SELECT v.connector, v.number, v.created_at, v.title, v.description, v.operations, \
                 v.authentication, v.definition \
                 FROM connectors c JOIN connector_versions v ON v.connector = c.id \
                 AND v.number = (SELECT MAX(number) FROM connector_versions WHERE connector = c.id) \
                 WHERE c.searched IS NULL LIMIT $1",
            )
            .bind(BATCH)
            .fetch_all(&self.pool)
            .await?;
            if rows.is_empty() {
                return Ok(());
            }
            let mut transaction = self.pool.begin().await?;
            for row in &rows {
                list_older(&mut transaction, row).await?;
            }
            transaction.commit().await?;
        }
    }
}

async fn list_older(transaction: &mut AnyConnection, row: &AnyRow) -> Result<(), StoreError> {
    let definition: String = row.try_get("definition")?;
    let place = ListPlace {
        version: row.try_get("number")?,
        changed_at: row.try_get("created_at")?,
        title: row.try_get("title")?,
        description: row.try_get("description")?,
        operations: row.try_get("operations")?,
        authentication: row.try_get("authentication")?,
        host: &host(&definition),
    };
    let connector: String = row.try_get("connector")?;
    place.give(transaction, &connector).await
}

/// The host that a definition names; none in one that is broken.
fn host(definition: &str) -> String {
    #[derive(Deserialize)]
    struct Definition {
        host: Option<String>,
    }
    serde_json::from_str::<Definition>(definition.trim_start_matches('\u{feff}'))
        .ok()
        .and_then(|definition| definition.host)
        .unwrap_or_default()
}

/// What decides a connector's place in the list, of one version.
pub(super) struct ListPlace<'a> {
    pub(super) version: i64,
    pub(super) changed_at: i64,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    pub(super) operations: i64,
    pub(super) authentication: &'a str,
    pub(super) host: &'a str,
}

impl ListPlace<'_> {
    /// Gives it to the connector, unless a newer version has given it one.
    pub(super) async fn give(
        &self,
        transaction: &mut AnyConnection,
        connector: &str,
    ) -> Result<(), StoreError> {
        let texts = [self.title, self.host, self.description, self.authentication];
        sqlx::query(
            "UPDATE connectors SET newest_version = $1, changed_at = $2, folded_title = $3, operations = $4, \
             authentication = $5, searched = $6 WHERE id = $7 AND newest_version < $1",
        )
        .bind(self.version)
        .bind(self.changed_at)
        .bind(self.title.to_lowercase())
        .bind(self.operations)
        .bind(self.authentication)
        .bind(texts.join("\n").to_lowercase())
        .bind(connector)
        .execute(transaction)
        .await?;
        Ok(())
    }
}

/// The words of a search, as patterns that a text holding them fits.
pub(super) fn patterns(search: &str) -> Vec<String> {
    let search = search.to_lowercase();
    let words = search.split_whitespace().take(MAX_WORDS);
    words
        .map(|word| {
            let literal = word
                .replace('!', "!!")
                .replace('%', "!%")
                .replace('_', "!_");
            format!("%{literal}%")
        })
        .collect()
}

/// The conditions that so many words make; they are bound from `$2` on.
fn conditions(words: usize) -> String {
    (0..words)
        .map(|word| format!(" AND c.searched LIKE ${} ESCAPE '!'", word + 2))
        .collect()
}

fn order(column: ListColumn, descending: bool) -> String {
    let column = match column {
        ListColumn::Title => "c.folded_title",
        ListColumn::Operations => "c.operations",
        ListColumn::Authentication => "c.authentication",
        ListColumn::Version => "c.newest_version",
        ListColumn::Changed => "c.changed_at",
    };
    let direction = if descending { " DESC" } else { "" };
    // Ids in the order in which they were made, so that no two connectors change places between pages.
    format!("{column}{direction}, c.folded_title, c.id{direction}")
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
