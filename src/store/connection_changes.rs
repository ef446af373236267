//! Changes of a connection: its name, its values, and the connection parameter set that it goes over to.

use sqlx::AnyConnection;

use super::sealed::hold_key;
use super::{ConnectionStatus, Store, StoreError};

/// What becomes of a connection.
#[derive(Clone, Debug)]
pub struct ChangedConnection<'a> {
    /// The connection's id.
    pub id: &'a str,
    /// A name to know it by.
    pub name: &'a str,
    /// The connection parameter set that it is known to have: where it has another one by now, nothing is changed.
    pub set: &'a str,
    /// The set that it goes over to; none: it stays with its own.
    pub moves_to: Option<OtherSet<'a>>,
    /// Whether its tokens go, because they belong to somebody else than who gives the values.
    pub forgets_tokens: bool,
    /// The values that are replaced, sealed, with the keys of their connection parameters. The others stay.
    pub values: Vec<(String, Vec<u8>)>,
}

/// A set that a connection goes over to. Nothing that was kept for the one before stays: values, tokens, a sign-in under
/// way and how the last one went.
#[derive(Clone, Debug)]
pub struct OtherSet<'a> {
    /// Its name; empty for the only way.
    pub name: &'a str,
    /// What is known of the connection before the first call with it.
    pub status: ConnectionStatus,
}

impl Store {
    /// Changes a connection. What calls said of it does not hold any more where a value is another one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, or it has another set by now.
    pub async fn change_connection(
        &self,
        changed: &ChangedConnection<'_>,
    ) -> Result<(), StoreError> {
        let mut transaction = self.pool.begin().await?;
        if let Some((_, sealed)) = changed.values.first() {
            hold_key(&mut transaction, sealed).await?;
        }
        let set = changed
            .moves_to
            .as_ref()
            .map_or(changed.set, |other| other.name);
        let done = sqlx::query(
            "UPDATE connections SET name = $1, parameter_set = $2 WHERE id = $3 AND parameter_set = $4",
        )
        .bind(changed.name)
        .bind(set)
        .bind(changed.id)
        .bind(changed.set)
        .execute(&mut *transaction)
        .await?;
        if done.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        if let Some(other) = &changed.moves_to {
            forget_all(&mut transaction, changed.id, &other.status).await?;
        }
        for (field, sealed) in &changed.values {
            sqlx::query(
                "INSERT INTO connection_values (connection, field, sealed) VALUES ($1, $2, $3) \
                 ON CONFLICT (connection, field) DO UPDATE SET sealed = excluded.sealed",
            )
            .bind(changed.id)
            .bind(field)
            .bind(sealed)
            .execute(&mut *transaction)
            .await?;
        }
        if changed.forgets_tokens {
            let gone = sqlx::query(
                "DELETE FROM connection_values WHERE connection = $1 AND field LIKE 'oauth/%'",
            )
            .bind(changed.id)
            .execute(&mut *transaction)
            .await?;
            if gone.rows_affected() > 0 {
                sqlx::query("UPDATE connections SET status = 'signed-out', status_reason = '' WHERE id = $1")
                    .bind(changed.id)
                    .execute(&mut *transaction)
                    .await?;
            }
        }
        if !changed.values.is_empty() {
            sqlx::query(
                "UPDATE connections SET status = 'untried', status_reason = '', status_at = 0 \
                 WHERE id = $1 AND status <> 'signed-out'",
            )
            .bind(changed.id)
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

/// Forgets all that was kept for the set that a connection had.
async fn forget_all(
    transaction: &mut AnyConnection,
    connection: &str,
    status: &ConnectionStatus,
) -> Result<(), StoreError> {
    for text in [
        "DELETE FROM connection_values WHERE connection = $1",
        "DELETE FROM oauth_sign_ins WHERE connection = $1",
        "DELETE FROM oauth_records WHERE connection = $1",
    ] {
        sqlx::query(text)
            .bind(connection)
            .execute(&mut *transaction)
            .await?;
    }
    sqlx::query(
        "UPDATE connections SET status = $1, status_reason = '', status_at = 0 WHERE id = $2",
    )
    .bind(status.written().0)
    .bind(connection)
    .execute(&mut *transaction)
    .await?;
    Ok(())
}
