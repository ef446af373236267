//! Environments: the named spaces that hold connectors, connections and members.

use sqlx::Row;

use super::{Person, Store, StoreError, new_id, now};

/// An environment as one person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedEnvironment {
    /// The environment's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The role that the person has in it; none for an administrator of the server who is no member.
    pub role: Option<String>,
}

impl Store {
    /// The environments that a person may see, by name: those that they are a member of, or all for an
    /// administrator of the server.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn environments_of(
        &self,
        person: &Person,
    ) -> Result<Vec<ListedEnvironment>, StoreError> {
        let rows = sqlx::query(
            "SELECT e.id, e.name, m.role FROM environments e \
             LEFT JOIN environment_members m ON m.environment = e.id AND m.person = $1 \
             WHERE m.role IS NOT NULL OR $2 = 1 ORDER BY LOWER(e.name), e.id",
        )
        .bind(&person.id)
        .bind(i64::from(person.administrator))
        .fetch_all(&self.pool)
        .await?;
        let environment = |row: &sqlx::any::AnyRow| {
            Ok(ListedEnvironment {
                id: row.try_get("id")?,
                name: row.try_get("name")?,
                role: row.try_get("role")?,
            })
        };
        rows.iter().map(environment).collect()
    }

    /// Makes an environment, with the person who makes it as its administrator; its id.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when one has the name already.
    pub async fn add_environment(&self, name: &str, person: &Person) -> Result<String, StoreError> {
        let id = new_id();
        let mut transaction = self.pool.begin().await?;
        sqlx::query("INSERT INTO environments (id, name, created_at) VALUES ($1, $2, $3)")
            .bind(&id)
            .bind(name)
            .bind(now())
            .execute(&mut *transaction)
            .await?;
        sqlx::query("INSERT INTO environment_members (environment, person, role) VALUES ($1, $2, 'administrator')")
            .bind(&id)
            .bind(&person.id)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Gives an environment another name.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another one has the name, [`StoreError::NotFound`] when there is no such environment.
    pub async fn rename_environment(&self, id: &str, name: &str) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE environments SET name = $1 WHERE id = $2")
            .bind(name)
            .bind(id)
            .execute(&self.pool)
            .await?;
        if done.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        Ok(())
    }
}
