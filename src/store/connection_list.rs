//! The list of an environment's connections.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::connections::{COLUMNS, JOINED};
use super::connector_list::patterns;
use super::{KeptConnection, Store, StoreError};

/// A connection as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedConnection {
    /// The connection.
    pub kept: KeptConnection,
    /// The connector's title as its newest version has it.
    pub title: String,
    /// How the connector's calls are authenticated, in words, as its newest version has it.
    pub authentication: String,
    /// Whether anything is kept of a sign-in with it.
    pub has_sign_in: bool,
}

/// Which states are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusFilter {
    /// All.
    #[default]
    Any,
    /// Those that the service accepted last.
    Good,
    /// Those that somebody has to do something about: expired, failing, not signed in.
    Troubled,
}

/// Which connections of an environment are wanted, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectionFilter<'a> {
    /// Those that this person owns or that are shared; none for those of everybody.
    pub person: Option<&'a str>,
    /// Those that are in such a state.
    pub status: StatusFilter,
    /// Those whose name or connector holds all these words.
    pub search: &'a str,
    /// Those before the one of this id.
    pub before: Option<&'a str>,
    /// At most so many.
    pub count: i64,
}

impl Store {
    /// The connections of an environment that fit a filter, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn connections_in(
        &self,
        environment: &str,
        filter: &ConnectionFilter<'_>,
    ) -> Result<Vec<ListedConnection>, StoreError> {
        let words = patterns(filter.search);
        let mut bound = vec![environment];
        let mut conditions = String::new();
        if let Some(person) = filter.person {
            bound.push(person);
            conditions.push_str(&format!(
                " AND (n.person = ${} OR n.shared_for <> '')",
                bound.len()
            ));
        }
        if let Some(before) = filter.before {
            bound.push(before);
            conditions.push_str(&format!(" AND n.id < ${}", bound.len()));
        }
        for word in &words {
            bound.push(word);
            conditions.push_str(&format!(
                " AND (LOWER(n.name) LIKE ${0} ESCAPE '!' OR c.folded_title LIKE ${0} ESCAPE '!')",
                bound.len()
            ));
        }
        conditions.push_str(filter.status.condition());
        let text = format!(
            "SELECT {COLUMNS}, v.title, v.authentication, \
             (SELECT COUNT(*) FROM oauth_records r WHERE r.connection = n.id) AS sign_ins FROM {JOINED} \
             JOIN connector_versions v ON v.connector = c.id AND v.number = c.newest_version \
             WHERE c.environment = $1{conditions} ORDER BY n.id DESC LIMIT ${}",
            bound.len() + 1
        );
        // Put together of the words of this file alone; what the person gave is bound.
        let mut query = sqlx::query(AssertSqlSafe(text));
        for value in bound {
            query = query.bind(value);
        }
        let rows = query.bind(filter.count).fetch_all(&self.pool).await?;
        rows.iter().map(ListedConnection::of).collect()
    }
}

impl StatusFilter {
    fn condition(self) -> &'static str {
        match self {
            Self::Any => "",
            Self::Good => " AND n.status = 'good'",
            Self::Troubled => " AND n.status IN ('expired', 'failing', 'signed-out')",
        }
    }
}

impl ListedConnection {
    fn of(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            kept: KeptConnection::of(row)?,
            title: row.try_get("title")?,
            authentication: row.try_get("authentication")?,
            has_sign_in: row.try_get::<i64, _>("sign_ins")? > 0,
        })
    }
}
