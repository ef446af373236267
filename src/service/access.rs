//! Who may do what. Every method of the backend that touches something asks here first.

use tenon_app::error::{AppError, ErrorKind};

use super::{RequestBackend, store_fault};
use crate::store::{KeptConnection, KeptRun, PERSON_KEY, Person, StoreError};

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

/// What somebody wants to do with a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Make calls with it.
    Use,
    /// Give it other values, or sign in with it, and see how that went.
    Change,
    /// Delete it, or end its sharing.
    Remove,
    /// Share it, or see a call with its secrets.
    Own,
}

/// What a person may do with a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ConnectionRights {
    /// Know of it.
    pub(super) see: bool,
    /// [`Deed::Use`].
    pub(super) call: bool,
    /// [`Deed::Change`].
    pub(super) change: bool,
    /// [`Deed::Remove`].
    pub(super) remove: bool,
    /// [`Deed::Own`].
    pub(super) own: bool,
}

impl ConnectionRights {
    /// The rights of somebody with this role in the connection's environment.
    pub(super) fn of(person: &Person, role: Option<&str>, kept: &KeptConnection) -> Self {
        let may = |need| expect(need, person, role).is_ok();
        let (member, administers) = (may(Need::Use), may(Need::Administer));
        let (is_own, is_shared) = (kept.person == person.id, kept.shared_for.is_some());
        Self {
            see: is_own || administers || (member && is_shared),
            call: member && (is_own || is_shared),
            // Nobody puts their credentials into what its owner alone uses.
            change: (member && is_own) || (administers && is_shared),
            // Who left an environment may still take their credentials out of it.
            remove: is_own || administers,
            own: member && is_own,
        }
    }

    fn allow(self, deed: Deed) -> bool {
        match deed {
            Deed::Use => self.call,
            Deed::Change => self.change,
            Deed::Remove => self.remove,
            Deed::Own => self.own,
        }
    }
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
        let role = self.role_in(environment, &person).await?;
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

    /// A connection and who is signed in, if they may do this with it. One that they may not even know of is not found.
    pub(super) async fn connection_for(
        &self,
        deed: Deed,
        id: &str,
    ) -> Result<(Person, KeptConnection), AppError> {
        let person = self.person().await?;
        let kept = match self.state.store.connection(id).await {
            Err(StoreError::NotFound) => return Err(no_connection()),
            answer => answer.map_err(store_fault)?,
        };
        let rights = self.rights_to(&person, &kept).await?;
        if rights.allow(deed) {
            Ok((person, kept))
        } else if rights.see && kept.person != person.id {
            Err(AppError::new(ErrorKind::Forbidden, refusal(deed, &kept)))
        } else {
            Err(no_connection())
        }
    }

    /// The role that a person has in an environment; none where they are no member.
    pub(super) async fn role_in(
        &self,
        environment: &str,
        person: &Person,
    ) -> Result<Option<String>, AppError> {
        let role = self.state.store.role_in(environment, &person.id).await;
        role.map_err(store_fault)
    }

    /// What a person may do with a connection.
    pub(super) async fn rights_to(
        &self,
        person: &Person,
        kept: &KeptConnection,
    ) -> Result<ConnectionRights, AppError> {
        let role = self.role_in(&kept.environment, person).await?;
        Ok(ConnectionRights::of(person, role.as_deref(), kept))
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

fn no_connection() -> AppError {
    AppError::not_found(
        "There is no such connection of yours. It may have been deleted: choose another one.",
    )
}

fn refusal(deed: Deed, kept: &KeptConnection) -> String {
    let (name, owner) = (&kept.name, &kept.owner);
    match deed {
        Deed::Use => format!(
            "“{name}” belongs to {owner}, who does not share it. Make a connection of your own."
        ),
        Deed::Change => format!(
            "“{name}” belongs to {owner}. Ask them to change it, or make a connection of your own."
        ),
        Deed::Remove => format!(
            "“{name}” belongs to {owner}. Ask them, or an administrator of the environment."
        ),
        Deed::Own => format!("Only {owner} may do this: “{name}” is their connection."),
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
