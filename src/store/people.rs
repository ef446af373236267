//! People and their passwords' hashes.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::{DEFAULT_ENVIRONMENT, Store, StoreError, new_id, now};

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account's id.
    pub id: String,
    /// The name as colleagues see it.
    pub name: String,
    /// The e-mail address, in lower case.
    pub email: String,
    /// The hash of the password, in the PHC string format.
    pub password_hash: String,
    /// Whether the person is an administrator of the server.
    pub administrator: bool,
}

/// An account to make.
#[derive(Clone, Copy, Debug)]
pub struct NewPerson<'a> {
    /// The name.
    pub name: &'a str,
    /// The e-mail address, in lower case.
    pub email: &'a str,
    /// The hash of the password.
    pub password_hash: &'a str,
}

impl Store {
    /// Whether there is an account at all.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_people(&self) -> Result<bool, StoreError> {
        let row = sqlx::query("SELECT COUNT(*) FROM people")
            .fetch_one(&self.pool)
            .await?;
        Ok(row.try_get::<i64, _>(0)? > 0)
    }

    /// Makes the first account, an administrator of the server and of the Default environment.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when there is a first account already.
    pub async fn add_first_person(&self, new: NewPerson<'_>) -> Result<Person, StoreError> {
        let id = new_id();
        let mut transaction = self.pool.begin().await?;
        let person = sqlx::query(
            "INSERT INTO people (id, name, email, password_hash, administrator, first_account, created_at) \
             VALUES ($1, $2, $3, $4, 1, 1, $5) RETURNING id, name, email, password_hash, administrator",
        )
        .bind(&id)
        .bind(new.name)
        .bind(new.email)
        .bind(new.password_hash)
        .bind(now())
        .fetch_one(&mut *transaction)
        .await?;
        let person = Person::of(&person)?;
        sqlx::query("INSERT INTO environment_members (environment, person, role) VALUES ($1, $2, 'administrator')")
            .bind(DEFAULT_ENVIRONMENT)
            .bind(&id)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(person)
    }

    /// The account of an id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn person(&self, id: &str) -> Result<Person, StoreError> {
        let row = sqlx::query(
            "SELECT id, name, email, password_hash, administrator FROM people WHERE id = $1",
        )
        .bind(id)
        .fetch_one(&self.pool)
        .await?;
        Person::of(&row)
    }

    /// The account of an id, with the environment that a connector is in and the role that the person has there; no
    /// environment where there is no such connector, no role where they are no member.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account.
    pub async fn person_at(
        &self,
        id: &str,
        connector: &str,
    ) -> Result<(Person, Option<(String, Option<String>)>), StoreError> {
        // One question in place of three: each call asks it.
        let row = sqlx::query(
            "SELECT p.id, p.name, p.email, p.password_hash, p.administrator, c.environment, m.role FROM people p \
             LEFT JOIN connectors c ON c.id = $2 \
             LEFT JOIN environment_members m ON m.environment = c.environment AND m.person = p.id WHERE p.id = $1",
        )
        .bind(id)
        .bind(connector)
        .fetch_one(&self.pool)
        .await?;
        let environment: Option<String> = row.try_get("environment")?;
        let role: Option<String> = row.try_get("role")?;
        let place = environment.map(|environment| (environment, role));
        Ok((Person::of(&row)?, place))
    }

    /// The account of an e-mail address, in lower case.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn person_by_email(&self, email: &str) -> Result<Person, StoreError> {
        let row = sqlx::query(
            "SELECT id, name, email, password_hash, administrator FROM people WHERE email = $1",
        )
        .bind(email)
        .fetch_one(&self.pool)
        .await?;
        Person::of(&row)
    }

    /// Keeps a new password's hash in place of the one that was checked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the password was changed meanwhile.
    pub async fn set_password(&self, person: &Person, hash: &str) -> Result<(), StoreError> {
        let done = sqlx::query(
            "UPDATE people SET password_hash = $1 WHERE id = $2 AND password_hash = $3",
        )
        .bind(hash)
        .bind(&person.id)
        .bind(&person.password_hash)
        .execute(&self.pool)
        .await?;
        if done.rows_affected() == 0 {
            Err(StoreError::NotFound)
        } else {
            Ok(())
        }
    }

    /// The role that a person has in an environment; none where they are no member.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn role_in(
        &self,
        environment: &str,
        person: &str,
    ) -> Result<Option<String>, StoreError> {
        let row = sqlx::query(
            "SELECT role FROM environment_members WHERE environment = $1 AND person = $2",
        )
        .bind(environment)
        .bind(person)
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }
}

impl Person {
    fn of(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.try_get("id")?,
            name: row.try_get("name")?,
            email: row.try_get("email")?,
            password_hash: row.try_get("password_hash")?,
            administrator: row.try_get::<i64, _>("administrator")? == 1,
        })
    }
}
