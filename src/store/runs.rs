//! Runs: the kept records of calls, listed, filtered and deleted when they are old.

use std::fmt::Write as _;

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::run_filter::{Bound, RunFilter, Wanted};
use super::{Store, StoreError};

/// The rows of one statement: a database is asked once for so many runs.
const ROWS: usize = 64;

/// The most answers of one version that drift is made of.
const MAX_DRIFTS: i64 = 1_000;

/// A run to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRun {
    /// The run's id, which sorts by time.
    pub id: String,
    /// When the call was made: milliseconds since 1970, UTC.
    pub kept_at: i64,
    /// The environment of the connector.
    pub environment: String,
    /// The connector's id.
    pub connector: String,
    /// The id of who made the call.
    pub person: String,
    /// The id of the connection that it was made with; empty where there was none.
    pub connection: String,
    /// The version that was called.
    pub version: i64,
    /// Whether it had changes that were not saved.
    pub has_unsaved: bool,
    /// The operation: method and path.
    pub operation: String,
    /// What the operation was called.
    pub label: String,
    /// How it ended.
    pub ending: Ending,
    /// How long the exchange took.
    pub milliseconds: i64,
    /// How much in the answer contradicts the definition.
    pub errors: i64,
    /// The URL as it was sent; empty where nothing was.
    pub url: String,
    /// The call as it went, as JSON.
    pub record: String,
    /// What the answer says against the definition, as JSON; empty where there was none.
    pub drift: String,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With an answer of this status.
    Answered(u16),
    /// With an answer of this status on which a policy failed.
    Spoilt(u16),
    /// Without an answer.
    Failed,
    /// Without an answer, since nobody waited for it any more.
    Cancelled,
    /// Before anything was sent.
    Stopped,
}

/// A run as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRun {
    /// The run's id.
    pub id: String,
    /// The connector's id.
    pub connector: String,
    /// The connector's title as its newest version has it.
    pub title: String,
    /// The id of who made the call.
    pub person: String,
    /// Their name.
    pub person_name: String,
    /// When the call was made: milliseconds since 1970, UTC.
    pub kept_at: i64,
    /// The version that was called.
    pub version: i64,
    /// Whether it had changes that were not saved.
    pub has_unsaved: bool,
    /// The operation: method and path.
    pub operation: String,
    /// What the operation was called.
    pub label: String,
    /// How it ended.
    pub ending: Ending,
    /// How long the exchange took.
    pub milliseconds: i64,
    /// How much in the answer contradicts the definition.
    pub errors: i64,
}

/// A kept run with its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRun {
    /// What the list shows.
    pub listed: ListedRun,
    /// The environment of the connector.
    pub environment: String,
    /// The call as it went, as JSON.
    pub record: String,
}

const COLUMNS: &str = "r.id, r.connector, v.title, r.person, p.name, r.kept_at, r.version, r.has_unsaved, \
                       r.operation, r.label, r.ending, r.status, r.milliseconds, r.errors";
const JOINED: &str = "JOIN connectors c ON c.id = r.connector \
                      JOIN connector_versions v ON v.connector = c.id AND v.number = c.newest_version \
                      JOIN people p ON p.id = r.person";

impl Store {
    /// Keeps runs, all or none.
    ///
    /// # Errors
    /// When the database fails, or one of them cannot be kept: [`StoreError::is_refusal`] tells which.
    pub async fn add_runs<'r>(
        &self,
        runs: impl IntoIterator<Item = &'r NewRun>,
    ) -> Result<(), StoreError> {
        let runs: Vec<_> = runs.into_iter().collect();
        let mut transaction = self.pool.begin().await?;
        for some in runs.chunks(ROWS) {
            insert_listed(some, &mut transaction).await?;
            insert_records(some, &mut transaction).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// The runs of an environment that fit a filter, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn runs(
        &self,
        environment: &str,
        filter: &RunFilter<'_>,
    ) -> Result<Vec<ListedRun>, StoreError> {
        let mut wanted = Wanted::of(environment, filter);
        if let Some(before) = filter.before {
            wanted.add("r.id <", Bound::Text(before.to_owned()));
        }
        // Cut before anything is joined to it: there are many runs, a page has few.
        let text = format!(
            "SELECT {COLUMNS} FROM (SELECT * FROM runs r WHERE {} ORDER BY r.id DESC LIMIT ${}) r {JOINED} \
             ORDER BY r.id DESC",
            wanted.conditions,
            wanted.bound.len() + 1
        );
        wanted.bound.push(Bound::Number(filter.count));
        // Put together of the words of this file alone; what the person gave is bound.
        let query = wanted.bind(sqlx::query(AssertSqlSafe(text)));
        let rows = query.fetch_all(&self.pool).await?;
        rows.iter().map(ListedRun::of).collect()
    }

    /// How many runs of an environment fit a filter, whatever page of it is asked for; counted up to `most`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_runs(
        &self,
        environment: &str,
        filter: &RunFilter<'_>,
        most: i64,
    ) -> Result<i64, StoreError> {
        let mut wanted = Wanted::of(environment, filter);
        let text = format!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM runs r WHERE {} LIMIT ${}) r",
            wanted.conditions,
            wanted.bound.len() + 1
        );
        wanted.bound.push(Bound::Number(most));
        // As above.
        let query = wanted.bind(sqlx::query(AssertSqlSafe(text)));
        let row = query.fetch_one(&self.pool).await?;
        Ok(row.try_get(0)?)
    }

    /// A run with its record.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn run(&self, id: &str) -> Result<KeptRun, StoreError> {
        let text = format!(
            "SELECT {COLUMNS}, r.environment, k.record FROM runs r {JOINED} \
             JOIN run_records k ON k.run = r.id WHERE r.id = $1"
        );
        let row = sqlx::query(AssertSqlSafe(text))
            .bind(id)
            .fetch_one(&self.pool)
            .await?;
        Ok(KeptRun {
            listed: ListedRun::of(&row)?,
            environment: row.try_get("environment")?,
            record: row.try_get("record")?,
        })
    }

    /// What the newest answers of a version of a connector say against its definition: each operation with the
    /// JSON of one answer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drifts(
        &self,
        connector: &str,
        version: i64,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let rows = sqlx::query(
            "SELECT r.operation, k.drift FROM runs r JOIN run_records k ON k.run = r.id \
             WHERE r.connector = $1 AND r.version = $2 AND r.has_unsaved = 0 AND k.drift <> '' \
             ORDER BY r.id DESC LIMIT $3",
        )
        .bind(connector)
        .bind(version)
        .bind(MAX_DRIFTS)
        .fetch_all(&self.pool)
        .await?;
        let pair = |row: &AnyRow| Ok((row.try_get(0)?, row.try_get(1)?));
        rows.iter().map(pair).collect()
    }

    /// Deletes the runs that were kept before a moment; how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_runs_before(&self, moment: i64) -> Result<u64, StoreError> {
        let done = sqlx::query("DELETE FROM runs WHERE kept_at < $1")
            .bind(moment)
            .execute(&self.pool)
            .await?;
        Ok(done.rows_affected())
    }
}

/// What the list shows of some runs.
async fn insert_listed(runs: &[&NewRun], connection: &mut AnyConnection) -> Result<(), StoreError> {
    let text = format!(
        "INSERT INTO runs (id, environment, connector, person, connection, kept_at, version, has_unsaved, \
         operation, label, ending, status, milliseconds, errors, searched) VALUES {}",
        places(runs.len(), 15)
    );
    // Put together of numbers alone; what a run holds is bound. The text for a single run and that for a full statement
    // come again and again, those between seldom.
    let is_usual = matches!(runs.len(), 1 | ROWS);
    let mut query = sqlx::query(AssertSqlSafe(text)).persistent(is_usual);
    for run in runs {
        let (ending, status) = run.ending.written();
        let searched = [&run.label, &run.operation, &run.url].map(|text| text.to_lowercase());
        query = query
            .bind(&run.id)
            .bind(&run.environment)
            .bind(&run.connector)
            .bind(&run.person)
            .bind(&run.connection)
            .bind(run.kept_at)
            .bind(run.version)
            .bind(i64::from(run.has_unsaved))
            .bind(&run.operation)
            .bind(&run.label)
            .bind(ending)
            .bind(status)
            .bind(run.milliseconds)
            .bind(run.errors)
            .bind(searched.join("\n"));
    }
    query.execute(connection).await?;
    Ok(())
}

/// The records of some runs.
async fn insert_records(
    runs: &[&NewRun],
    connection: &mut AnyConnection,
) -> Result<(), StoreError> {
    let text = format!(
        "INSERT INTO run_records (run, record, drift) VALUES {}",
        places(runs.len(), 3)
    );
    let is_usual = matches!(runs.len(), 1 | ROWS);
    let mut query = sqlx::query(AssertSqlSafe(text)).persistent(is_usual);
    for run in runs {
        query = query.bind(&run.id).bind(&run.record).bind(&run.drift);
    }
    query.execute(connection).await?;
    Ok(())
}

/// The places of so many rows in a statement: `($1, $2), ($3, $4)`.
fn places(rows: usize, columns: usize) -> String {
    let mut text = String::new();
    for place in 1..=rows * columns {
        let before = match (place, (place - 1) % columns) {
            (1, _) => "(",
            (_, 0) => "), (",
            _ => ", ",
        };
        // Writing to a text cannot fail.
        let _ = write!(text, "{before}${place}");
    }
    text.push(')');
    text
}

impl Ending {
    fn written(self) -> (&'static str, i64) {
        match self {
            Self::Answered(status) => ("answered", i64::from(status)),
            Self::Spoilt(status) => ("spoilt", i64::from(status)),
            Self::Failed => ("failed", 0),
            Self::Cancelled => ("cancelled", 0),
            Self::Stopped => ("stopped", 0),
        }
    }

    fn read(word: &str, status: i64) -> Result<Self, StoreError> {
        let damaged = || StoreError::Damaged(format!("a run that ended with “{word} {status}”"));
        let status = u16::try_from(status).map_err(|_| damaged())?;
        match word {
            "answered" => Ok(Self::Answered(status)),
            "spoilt" => Ok(Self::Spoilt(status)),
            "failed" => Ok(Self::Failed),
            "cancelled" => Ok(Self::Cancelled),
            "stopped" => Ok(Self::Stopped),
            _ => Err(damaged()),
        }
    }
}

impl ListedRun {
    fn of(row: &AnyRow) -> Result<Self, StoreError> {
        let ending: String = row.try_get("ending")?;
        Ok(Self {
            id: row.try_get("id")?,
            connector: row.try_get("connector")?,
            title: row.try_get("title")?,
            person: row.try_get("person")?,
            person_name: row.try_get("name")?,
            kept_at: row.try_get("kept_at")?,
            version: row.try_get("version")?,
            has_unsaved: row.try_get::<i64, _>("has_unsaved")? == 1,
            operation: row.try_get("operation")?,
            label: row.try_get("label")?,
            ending: Ending::read(&ending, row.try_get("status")?)?,
            milliseconds: row.try_get("milliseconds")?,
            errors: row.try_get("errors")?,
        })
    }
}
