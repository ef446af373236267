//! Which runs are wanted, as a page asks for them and as the database is asked.

use sqlx::Any;
use sqlx::any::AnyArguments;
use sqlx::query::Query;

use super::connector_list::patterns;

/// Which endings are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EndingFilter {
    /// All.
    #[default]
    Any,
    /// Answers below 400.
    Succeeded,
    /// All others: answers from 400 on, and calls without an answer that reached the caller.
    Failed,
    /// Answers of the hundred that begins with this status, whether a policy failed on them or not.
    From(u16),
    /// Answers on which a policy failed.
    Spoilt,
    /// Calls without an answer, though somebody waited for it.
    Unanswered,
    /// Calls that nobody waited for any more.
    Cancelled,
    /// Calls that ended before anything was sent.
    Stopped,
    /// Answers that contradict the definition.
    Contradicting,
}

/// Which runs are wanted, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunFilter<'a> {
    /// Those of one person; none for those of everybody.
    pub person: Option<&'a str>,
    /// Those of one connector.
    pub connector: Option<&'a str>,
    /// Those of one operation: method and path.
    pub operation: Option<&'a str>,
    /// Those made with one connection, by its id.
    pub connection: Option<&'a str>,
    /// Those of one version.
    pub version: Option<i64>,
    /// Those from this moment on: milliseconds since 1970, UTC.
    pub from: Option<i64>,
    /// Those before this moment: milliseconds since 1970, UTC.
    pub until: Option<i64>,
    /// Those that ended so.
    pub ending: EndingFilter,
    /// Those whose operation or URL holds all these words.
    pub search: &'a str,
    /// Those before this one.
    pub before: Option<&'a str>,
    /// At most so many.
    pub count: i64,
}

/// A value that a statement names by its number.
pub(super) enum Bound {
    Text(String),
    Number(i64),
}

/// What a filter says, as conditions on `runs r` and the values of their places.
pub(super) struct Wanted {
    pub(super) conditions: String,
    pub(super) bound: Vec<Bound>,
}

impl Wanted {
    /// What a filter says of the runs of an environment, but for the page that it asks for.
    pub(super) fn of(environment: &str, filter: &RunFilter<'_>) -> Self {
        let mut wanted = Self {
            conditions: "r.environment = $1".to_owned(),
            bound: vec![Bound::Text(environment.to_owned())],
        };
        for (column, value) in [
            ("r.person =", filter.person),
            ("r.connector =", filter.connector),
            ("r.operation =", filter.operation),
            ("r.connection =", filter.connection),
        ] {
            if let Some(value) = value {
                wanted.add(column, Bound::Text(value.to_owned()));
            }
        }
        for (column, value) in [
            ("r.version =", filter.version),
            ("r.kept_at >=", filter.from),
            ("r.kept_at <", filter.until),
        ] {
            if let Some(value) = value {
                wanted.add(column, Bound::Number(value));
            }
        }
        for word in patterns(filter.search) {
            wanted.add("r.searched LIKE", Bound::Text(word));
            wanted.conditions.push_str(" ESCAPE '!'");
        }
        wanted.conditions.push_str(&filter.ending.condition());
        wanted
    }

    /// One more condition: a column with its comparison, and the value that it is compared with.
    pub(super) fn add(&mut self, column: &'static str, value: Bound) {
        self.bound.push(value);
        let place = self.bound.len();
        self.conditions.push_str(&format!(" AND {column} ${place}"));
    }

    /// A statement with the values of its places.
    pub(super) fn bind<'q>(
        self,
        query: Query<'q, Any, AnyArguments>,
    ) -> Query<'q, Any, AnyArguments> {
        let bind = |query: Query<'q, Any, AnyArguments>, value| match value {
            Bound::Text(text) => query.bind(text),
            Bound::Number(number) => query.bind(number),
        };
        self.bound.into_iter().fold(query, bind)
    }
}

impl EndingFilter {
    fn condition(self) -> String {
        let text = match self {
            Self::Any => "",
            Self::Succeeded => " AND r.ending = 'answered' AND r.status < 400",
            Self::Failed => " AND (r.ending <> 'answered' OR r.status >= 400)",
            Self::From(status) => {
                let end = status.saturating_add(100);
                return format!(" AND r.status >= {status} AND r.status < {end}");
            }
            Self::Spoilt => " AND r.ending = 'spoilt'",
            Self::Unanswered => " AND r.ending = 'failed'",
            Self::Cancelled => " AND r.ending = 'cancelled'",
            Self::Stopped => " AND r.ending = 'stopped'",
            Self::Contradicting => " AND r.errors > 0",
        };
        text.to_owned()
    }
}
