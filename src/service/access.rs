//! Who may do what. Every method of the backend that touches something asks here first.

use tenon_app::error::{AppError, ErrorKind};

use super::{RequestBackend, store_fault};
use crate::store::{KeptRun, PERSON_KEY, Person, StoreError};

/// What somebody wants to do in an environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// See and call connectors.
    Use,
    /// Make, change and delete them.
    Make,
    /// See what everybody does in it.
    Administer,
}

impl RequestBackend {
    /// Who is signed in; none when nobody is.
    pub(super) async fn signed_in(&self) -> Result<Option<Person>, AppError> {
        let id: Option<String> = self
            .session
            .get(PERSON_KEY)
            .await
            .map_err(|error| super::fault(&error))?;
        let Some(id) = id else { return Ok(None) };
        match self.state.store.person(&id).await {
            Ok(person) => Ok(Some(person)),
            Err(StoreError::NotFound) => Ok(None),
            Err(error) => Err(store_fault(error)),
        }
    }

    /// Who is signed in.
    pub(super) async fn person(&self) -> Result<Person, AppError> {
        let signed_out = || {
            AppError::new(
                ErrorKind::SignedOut,
                "Your session has ended. Sign in again.",
            )
        };
        self.signed_in().await?.ok_or_else(signed_out)
    }

    /// Who is signed in, if they may do this in the environment.
    pub(super) async fn person_who_may(
        &self,
        need: Need,
        environment: &str,
    ) -> Result<Person, AppError> {
        let person = self.person().await?;
        let role = self
            .state
            .store
            .role_in(environment, &person.id)
            .await
            .map_err(store_fault)?;
        expect(need, &person, role.as_deref())?;
        Ok(person)
    }

    /// Who is signed in and the environment in which they work, if they may do this there.
    pub(super) async fn person_here(&self, need: Need) -> Result<(Person, String), AppError> {
        let person = self.person().await?;
        let (seen, current) = self.environments_of(&person).await?;
        let own = seen.into_iter().find(|seen| seen.id == current);
        let role = own.and_then(|own| own.role);
        expect(need, &person, role.as_deref())?;
        Ok((person, current))
    }

    /// Who is signed in, if they may do this with a connector. One that they may not even know of
    /// is not found.
    pub(super) async fn person_for(&self, need: Need, connector: &str) -> Result<Person, AppError> {
        self.person().await?;
        let missing =
            || AppError::not_found("There is no such connector. It may have been deleted.");
        let environment = match self.state.store.environment_of(connector).await {
            Ok(environment) => environment,
            Err(StoreError::NotFound) => return Err(missing()),
            Err(error) => return Err(store_fault(error)),
        };
        match self.person_who_may(need, &environment).await {
            Err(error) if error.kind == ErrorKind::Forbidden && need == Need::Use => Err(missing()),
            answer => answer,
        }
    }

    /// Who is signed in, if they may see a run: their own, or anybody's where they administer the environment. One
    /// that they may not see is not found.
    pub(super) async fn person_for_run(&self, run: &KeptRun) -> Result<Person, AppError> {
        let own = self.person().await?.id == run.listed.person;
        let need = if own { Need::Use } else { Need::Administer };
        match self.person_who_may(need, &run.environment).await {
            Err(error) if error.kind == ErrorKind::Forbidden => {
                Err(store_fault(StoreError::NotFound))
            }
            answer => answer,
        }
    }
}

/// Refuses what a person with this role in an environment may not do there.
fn expect(need: Need, person: &Person, role: Option<&str>) -> Result<(), AppError> {
    let may = match (role, need) {
        _ if person.administrator => true,
        (Some("user"), Need::Use) => true,
        (Some("maker"), Need::Use | Need::Make) => true,
        (Some("administrator"), _) => true,
        _ => false,
    };
    let refusal = "Your role in this environment does not allow this. Ask its administrator.";
    if may {
        Ok(())
    } else {
        Err(AppError::new(ErrorKind::Forbidden, refusal))
    }
}
