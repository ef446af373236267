//! The database: all SQL is here, one file per aggregate.
//!
//! SQLite is the embedded default, PostgreSQL serves teams that outgrow it. One text per query runs
//! on both: parameters are `$1`, values are TEXT, BIGINT and BYTEA. Every statement that decides
//! something (is the number free, is this the first account) leaves the decision to a constraint.

mod client_secrets;
mod connection_changes;
mod connection_list;
mod connections;
mod connector_list;
mod connectors;
mod drafts;
mod environments;
mod imports;
mod oauth;
mod people;
mod run_choices;
mod run_filter;
mod runs;
mod sealed;
mod search;
mod sessions;
mod sign_in_attempts;
#[cfg(test)]
pub(crate) mod tests;
mod versions;

use std::path::Path;
use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AnyPool, Connection, Executor, SqlSafeStr};
use thiserror::Error;

pub use connection_changes::{ChangedConnection, OtherSet};
pub use connection_list::{ConnectionFilter, ListedConnection, StatusFilter};
pub use connections::{ConnectionStatus, KeptConnection, NewConnection, SealedValues};
pub use connector_list::{ListColumn, ListPage, ListQuery, ListedConnector};
pub use drafts::{DraftOf, KeptDraft};
pub use environments::ListedEnvironment;
pub use imports::{KeptImport, NewImport};
pub use oauth::{SignInRecord, SignInUnderWay};
pub use people::{NewPerson, Person};
pub use run_choices::{RunChoice, RunChoices};
pub use run_filter::{EndingFilter, RunFilter};
pub use runs::{Ending, KeptRun, ListedRun, NewRun};
pub use sealed::{DatabaseKeys, SealedAt, SealedValue};
pub use search::FoundConnector;
pub use sessions::{PERSON_KEY, Sessions};
pub use versions::{ListedVersion, NewVersion, Version};

/// The id of the environment that exists from the start.
pub const DEFAULT_ENVIRONMENT: &str = "default";

/// Why the database did not answer as asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is no such row.
    #[error("It is not there (any more).")]
    NotFound,
    /// A constraint says that there is one already.
    #[error("There is one already.")]
    Taken,
    /// The key that a value was sealed with was replaced before the value could be kept.
    #[error("The key that secrets are sealed with was replaced just now. Try again.")]
    KeyReplaced,
    /// A kept value cannot be read.
    #[error("The database holds a value that cannot be read: {0}.")]
    Damaged(String),
    /// The database cannot be opened.
    #[error(
        "The database at {place} cannot be opened: {reason}. Check DATABASE_URL or the data folder."
    )]
    Open {
        /// Which database, without a password.
        place: String,
        /// What the driver says.
        reason: String,
    },
    /// The migrations could not be applied.
    #[error("The database could not be brought up to date: {0}.")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The database failed.
    #[error("The database failed: {0}.")]
    Failed(sqlx::Error),
}

impl StoreError {
    /// Whether it is what was to be kept that the database does not take, so that it would not take it at another time
    /// either: it belongs to something that is gone, is there already, or holds what a text cannot hold.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        match self {
            Self::Taken => true,
            Self::Failed(sqlx::Error::Database(error)) => {
                let state = error.code();
                let is_of_data =
                    state.is_some_and(|state| state.len() == 5 && state.starts_with("22"));
                is_of_data || error.is_foreign_key_violation() || error.is_check_violation()
            }
            _ => false,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::Database(database) if database.is_unique_violation() => Self::Taken,
            _ => Self::Failed(error),
        }
    }
}

/// How long nobody used a connection that is asked first whether it still stands: to ask each time would double the way
/// of every query.
const ASKED_AFTER: Duration = Duration::from_secs(1);

/// The database.
#[derive(Clone, Debug)]
pub struct Store {
    pool: AnyPool,
}

impl Store {
    /// Opens the SQLite file `tenon.db` in a folder, made if it is not there and readable by its
    /// owner alone.
    ///
    /// # Errors
    /// When the file cannot be made or opened, or a migration fails.
    pub async fn in_folder(folder: &Path) -> Result<Self, StoreError> {
        let file = folder.join("tenon.db");
        Self::open(&format!("sqlite:{}", file.display())).await
    }

    /// Opens a database by its URL (`sqlite:` or `postgres:`) and applies the migrations that it lacks.
    ///
    /// # Errors
    /// When it cannot be reached or a migration fails.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let sqlite_file = sqlite_file(url);
        let is_sqlite = sqlite_file.is_some();
        if let Some(file) = sqlite_file {
            own_file(Path::new(file))
                .await
                .map_err(|error| StoreError::Open {
                    place: file.to_owned(),
                    reason: error.to_string(),
                })?;
        }
        let options = AnyPoolOptions::new()
            .max_connections(if is_sqlite { 4 } else { 16 })
            .acquire_timeout(Duration::from_secs(10))
            .test_before_acquire(false)
            .before_acquire(|connection, meta| {
                Box::pin(async move {
                    Ok(meta.idle_for < ASKED_AFTER || connection.ping().await.is_ok())
                })
            })
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if is_sqlite {
                        connection.execute(SQLITE_SETTINGS).await?;
                    }
                    Ok(())
                })
            });
        let pool = options
            .connect(url)
            .await
            .map_err(|error| StoreError::Open {
                place: without_password(url),
                reason: error.to_string(),
            })?;
        Migrator::with_migrations(migrations()).run(&pool).await?;
        let store = Self { pool };
        store.list_older_connectors().await?;
        Ok(store)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    /// Closes all connections.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// The files of `migrations/`, embedded, in order.
const MIGRATIONS: [(i64, &str, &str); 13] = [
    (
        1,
        "people and connectors",
        include_str!("../../migrations/0001_people_and_connectors.sql"),
    ),
    (
        2,
        "connections",
        include_str!("../../migrations/0002_connections.sql"),
    ),
    (
        3,
        "drafts",
        include_str!("../../migrations/0003_drafts.sql"),
    ),
    (
        5,
        "client secrets",
        include_str!("../../migrations/0005_client_secrets.sql"),
    ),
    (
        6,
        "connector list",
        include_str!("../../migrations/0006_connector_list.sql"),
    ),
    (
        8,
        "imports",
        include_str!("../../migrations/0008_imports.sql"),
    ),
    (9, "runs", include_str!("../../migrations/0009_runs.sql")),
    (
        10,
        "connection status",
        include_str!("../../migrations/0010_connection_status.sql"),
    ),
    (
        11,
        "signing in with OAuth 2.0",
        include_str!("../../migrations/0011_oauth.sql"),
    ),
    (
        12,
        "names of environments",
        include_str!("../../migrations/0012_environment_names.sql"),
    ),
    (
        14,
        "shared connections",
        include_str!("../../migrations/0014_shared_connections.sql"),
    ),
    (
        15,
        "connection parameter sets",
        include_str!("../../migrations/0015_connection_sets.sql"),
    ),
    (
        16,
        "filters of runs",
        include_str!("../../migrations/0016_run_filters.sql"),
    ),
];

fn migrations() -> Vec<Migration> {
    let migration = |(number, name, sql): (i64, &'static str, &'static str)| {
        Migration::new(
            number,
            name.into(),
            MigrationType::Simple,
            sql.into_sql_str(),
            false,
        )
    };
    MIGRATIONS.into_iter().map(migration).collect()
}

const SQLITE_SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; \
                               PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;";

/// The file that a SQLite URL names; none for a URL of another database.
fn sqlite_file(url: &str) -> Option<&str> {
    let path = url.strip_prefix("sqlite:")?;
    path.strip_prefix("//").unwrap_or(path).split('?').next()
}

/// Makes the file, if it is not there, so that nobody else can read it.
async fn own_file(file: &Path) -> std::io::Result<()> {
    let mut options = tokio::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    options.mode(0o600);
    options.open(file).await.map(drop)
}

/// A database URL that can be shown: host, port and name alone.
fn without_password(url: &str) -> String {
    let Ok(url) = url::Url::parse(url) else {
        return "the URL given, which is none".to_owned();
    };
    let port = url
        .port()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    format!(
        "{}://{}{port}{}",
        url.scheme(),
        url.host_str().unwrap_or_default(),
        url.path()
    )
}

/// An id that sorts by the time it was made (UUID version 7).
#[must_use]
pub fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// Now, in milliseconds since 1970, UTC.
#[must_use]
pub fn now() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}
