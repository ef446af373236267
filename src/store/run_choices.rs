//! What the runs of an environment can be filtered by: the values that occur among the newest.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::run_filter::{RunFilter, Wanted};
use super::{Store, StoreError};

/// How many of the newest runs are looked at.
const NEWEST: i64 = 10_000;

/// The most choices of one kind.
const MOST: usize = 500;

/// What occurs among the newest runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunChoices {
    /// The connectors.
    pub connectors: Vec<RunChoice>,
    /// The operations; their values are method and path.
    pub operations: Vec<RunChoice>,
    /// Who made the calls.
    pub people: Vec<RunChoice>,
    /// The connections.
    pub connections: Vec<RunChoice>,
    /// The versions, newest first.
    pub versions: Vec<i64>,
}

/// A value that runs can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunChoice {
    /// The value: an id, or an operation's method and path.
    pub value: String,
    /// What people call it; empty for a connection that is gone, and an operation without a name.
    pub label: String,
}

impl Store {
    /// What the runs that fit a filter can be filtered by further, of each kind in the order of names.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn run_choices(
        &self,
        environment: &str,
        filter: &RunFilter<'_>,
    ) -> Result<RunChoices, StoreError> {
        let wanted = Wanted::of(environment, filter);
        let text = format!(
            "WITH newest AS (SELECT r.connector, r.operation, r.label, r.person, r.connection, r.version \
             FROM runs r WHERE {} ORDER BY r.id DESC LIMIT {NEWEST}) \
             SELECT 'connector' AS kind, n.connector AS value, v.title AS label, CAST(0 AS BIGINT) AS number \
             FROM (SELECT DISTINCT connector FROM newest) n JOIN connectors c ON c.id = n.connector \
             JOIN connector_versions v ON v.connector = c.id AND v.number = c.newest_version \
             UNION ALL SELECT 'operation', operation, MAX(label), CAST(0 AS BIGINT) FROM newest GROUP BY operation \
             UNION ALL SELECT 'person', n.person, p.name, CAST(0 AS BIGINT) \
             FROM (SELECT DISTINCT person FROM newest) n JOIN people p ON p.id = n.person \
             UNION ALL SELECT 'connection', n.connection, COALESCE(k.name, ''), CAST(0 AS BIGINT) \
             FROM (SELECT DISTINCT connection FROM newest WHERE connection <> '') n \
             LEFT JOIN connections k ON k.id = n.connection \
             UNION ALL SELECT DISTINCT 'version', '', '', version FROM newest",
            wanted.conditions
        );
        // Put together of the words of this file alone; what the person gave is bound.
        let rows = wanted
            .bind(sqlx::query(AssertSqlSafe(text)))
            .fetch_all(&self.pool)
            .await?;
        let mut choices = RunChoices::default();
        for row in &rows {
            choices.take(row)?;
        }
        choices.put_in_order();
        Ok(choices)
    }
}

impl RunChoices {
    fn take(&mut self, row: &AnyRow) -> Result<(), StoreError> {
        let choice = RunChoice {
            value: row.try_get("value")?,
            label: row.try_get("label")?,
        };
        let kind: String = row.try_get("kind")?;
        match kind.as_str() {
            "connector" => self.connectors.push(choice),
            "operation" => self.operations.push(choice),
            "person" => self.people.push(choice),
            "connection" => self.connections.push(choice),
            _ => self.versions.push(row.try_get("number")?),
        }
        Ok(())
    }

    fn put_in_order(&mut self) {
        for choices in [
            &mut self.connectors,
            &mut self.operations,
            &mut self.people,
            &mut self.connections,
        ] {
            // Those without a name last.
            choices.sort_by_cached_key(|choice| {
                let name = choice.label.to_lowercase();
                (name.is_empty(), name, choice.value.clone())
            });
            choices.truncate(MOST);
        }
        self.versions
            .sort_by_key(|version| std::cmp::Reverse(*version));
        self.versions.truncate(MOST);
    }
}
