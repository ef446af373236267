//! Connectors by what somebody writes to find them.

use sqlx::Row;

use super::{Store, StoreError};

/// The most words that are looked at; who writes more has found it before.
const WORDS: usize = 4;
/// The most connectors that can be named as opened last.
const RECENT: usize = 8;

/// A connector that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundConnector {
    /// The connector's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its description, shortened.
    pub description: String,
}

impl Store {
    /// At most `most` connectors of an environment whose titles have the letters of all these words in
    /// their order. First those of `recent`, then those that begin with the words, then those that hold
    /// them as they are; of these the newest change first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_connectors(
        &self,
        environment: &str,
        words: &str,
        recent: &[String],
        most: usize,
    ) -> Result<Vec<FoundConnector>, StoreError> {
        let mut query = sqlx::query(
            "SELECT c.id, v.title, v.description FROM connectors c \
             JOIN connector_versions v ON v.connector = c.id \
             AND v.number = (SELECT MAX(number) FROM connector_versions WHERE connector = c.id) \
             WHERE c.environment = $1 AND LOWER(v.title) LIKE $2 ESCAPE '!' AND LOWER(v.title) LIKE $3 ESCAPE '!' \
             AND LOWER(v.title) LIKE $4 ESCAPE '!' AND LOWER(v.title) LIKE $5 ESCAPE '!' \
             ORDER BY CASE WHEN c.id IN ($6, $7, $8, $9, $10, $11, $12, $13) THEN 0 \
             WHEN LOWER(v.title) LIKE $14 ESCAPE '!' THEN 1 WHEN LOWER(v.title) LIKE $15 ESCAPE '!' THEN 2 ELSE 3 END, \
             v.created_at DESC, c.id DESC LIMIT $16",
        )
        .bind(environment);
        for pattern in patterns(words) {
            query = query.bind(pattern);
        }
        for place in 0..RECENT {
            query = query.bind(recent.get(place).map_or("", String::as_str));
        }
        let whole: String = words.trim().chars().map(as_it_is).collect();
        let rows = query
            .bind(format!("{whole}%"))
            .bind(format!("%{whole}%"))
            .bind(i64::try_from(most).unwrap_or(i64::MAX))
            .fetch_all(&self.pool)
            .await?;
        let found = rows.iter().map(|row| {
            Ok(FoundConnector {
                id: row.try_get("id")?,
                title: row.try_get("title")?,
                description: row.try_get("description")?,
            })
        });
        found.collect()
    }
}

/// One pattern for each of the first words, and such that fit everything in place of the others.
fn patterns(words: &str) -> [String; WORDS] {
    let mut words = words.split_whitespace();
    std::array::from_fn(|_| {
        let letters = words.next().unwrap_or_default().chars();
        let parts = letters.map(|letter| format!("{}%", as_it_is(letter)));
        std::iter::once("%".to_owned()).chain(parts).collect()
    })
}

/// A small letter as a pattern has it. SQLite makes only those of English small, so any letter may
/// stand in the place of another one.
fn as_it_is(letter: char) -> String {
    match letter.to_ascii_lowercase() {
        sign @ ('%' | '_' | '!') => format!("!{sign}"),
        letter if letter.is_ascii() => letter.to_string(),
        _ => "_".to_owned(),
    }
}
