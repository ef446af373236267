//! Environments: which one a person works in, switching, making and renaming.

use tenon_app::api::environments::{Environment, KnownEnvironments, MAX_NAME};
use tenon_app::api::people::Framed;
use tenon_app::error::{AppError, ErrorKind};

use super::access::Need;
use super::people::account;
use super::{RequestBackend, fault, store_fault};
use crate::store::{DEFAULT_ENVIRONMENT, ListedEnvironment, Person, StoreError};
use crate::texts::services as t;

/// The key in a session's data under which the id of the environment stands in which its person works.
const ENVIRONMENT_KEY: &str = "environment";

impl RequestBackend {
    /// The environments that a person may see, and the id of the one in which they work: the one that they switched
    /// to, as long as they may see it, else Default or the first that they may see.
    pub(super) async fn environments_of(
        &self,
        person: &Person,
    ) -> Result<(Vec<ListedEnvironment>, String), AppError> {
        let seen = self.state.store.environments_of(person).await;
        let seen = seen.map_err(store_fault)?;
        let current = self.current_of(&seen).await?;
        Ok((seen, current))
    }

    pub(super) async fn framed(&self) -> Result<Framed, AppError> {
        let person = self.person().await?;
        let environments = self.known_to(&person).await?;
        Ok(Framed {
            account: account(person),
            environments,
        })
    }

    async fn known_to(&self, person: &Person) -> Result<KnownEnvironments, AppError> {
        let (seen, current) = self.environments_of(person).await?;
        let environment = |seen: ListedEnvironment| Environment {
            may_rename: person.administrator || seen.role.as_deref() == Some("administrator"),
            id: seen.id,
            name: seen.name,
        };
        Ok(KnownEnvironments {
            current,
            all: seen.into_iter().map(environment).collect(),
            may_add: person.administrator,
        })
    }

    pub(super) async fn enter_environment(&self, id: &str) -> Result<(), AppError> {
        let (seen, _) = self.environments_of(&self.person().await?).await?;
        if !seen.iter().any(|environment| environment.id == id) {
            return Err(AppError::not_found(t::no_such_environment()));
        }
        self.keep_current(id).await
    }

    pub(super) async fn add_environment(&self, name: &str) -> Result<(), AppError> {
        let person = self.person().await?;
        if !person.administrator {
            return Err(AppError::new(
                ErrorKind::Forbidden,
                t::environments_are_made_by_the_administrator(),
            ));
        }
        let name = checked_name(name)?;
        let added = self.state.store.add_environment(name, &person).await;
        let id = added.map_err(|error| name_fault(error, name))?;
        self.keep_current(&id).await
    }

    pub(super) async fn name_environment(&self, id: &str, name: &str) -> Result<(), AppError> {
        self.person_who_may(Need::Administer, id).await?;
        let name = checked_name(name)?;
        let renamed = self.state.store.rename_environment(id, name).await;
        renamed.map_err(|error| name_fault(error, name))
    }

    async fn current_of(&self, seen: &[ListedEnvironment]) -> Result<String, AppError> {
        let chosen: Option<String> = self
            .session
            .get(ENVIRONMENT_KEY)
            .await
            .map_err(|error| fault(&error))?;
        let is_seen = |id: &str| seen.iter().any(|environment| environment.id == id);
        let current = match (chosen, seen.first()) {
            (Some(chosen), _) if is_seen(&chosen) => chosen,
            (_, Some(first)) if !is_seen(DEFAULT_ENVIRONMENT) => first.id.clone(),
            // Whoever is a member of none is refused there, with words that say whom to ask.
            _ => DEFAULT_ENVIRONMENT.to_owned(),
        };
        Ok(current)
    }

    async fn keep_current(&self, id: &str) -> Result<(), AppError> {
        let kept = self.session.insert(ENVIRONMENT_KEY, id).await;
        kept.map_err(|error| fault(&error))
    }
}

fn checked_name(name: &str) -> Result<&str, AppError> {
    let name = name.trim();
    match name.chars().count() {
        0 => Err(AppError::invalid(t::enter_a_name()).on("name")),
        count if count > MAX_NAME => {
            Err(AppError::invalid(t::a_name_has_at_most(&MAX_NAME)).on("name"))
        }
        _ if name.chars().any(char::is_control) => {
            Err(AppError::invalid(t::a_name_stands_in_one_line()).on("name"))
        }
        _ => Ok(name),
    }
}

fn name_fault(error: StoreError, name: &str) -> AppError {
    match error {
        StoreError::Taken => {
            AppError::new(ErrorKind::Conflict, t::environment_is_there(&name)).on("name")
        }
        error => store_fault(error),
    }
}
