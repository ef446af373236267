//! Who may do what. Every method of the backend that touches something asks here first.

use futures_util::future::join;
use tenon_app::error::{AppError, ErrorKind};

use super::{RequestBackend, store_fault};
use crate::store::{KeptConnection, KeptRun, PERSON_KEY, Person, SealedValues, StoreError};
use crate::texts::{calls, services as t};

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

/// Somebody in an environment who may do what they were asked about.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// Who it is.
    pub(super) person: Person,
    /// The environment, by its id.
    pub(super) environment: String,
    /// Their role there; none where they are no member, as an administrator of the server may be.
    pub(super) role: Option<String>,
}

impl Member {
    /// Whether they may do this in the environment.
    pub(super) fn may(&self, need: Need) -> bool {
        expect(need, &self.person, self.role.as_deref()).is_ok()
    }
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
        let Some(id) = self.id_in_session().await? else {
            return Ok(None);
        };
        match self.state.store.person(&id).await {
            Ok(person) => Ok(Some(person)),
            Err(StoreError::NotFound) => Ok(None),
            Err(error) => Err(store_fault(error)),
        }
    }

    /// The id of who signed in; the account may be gone.
    async fn id_in_session(&self) -> Result<Option<String>, AppError> {
        let id = self.session.get(PERSON_KEY).await;
        id.map_err(|error| super::fault(&error))
    }

    /// Who is signed in.
    pub(super) async fn person(&self) -> Result<Person, AppError> {
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
        let member = self.member_here(need).await?;
        Ok((member.person, member.environment))
    }

    /// The same, with their role there.
    pub(super) async fn member_here(&self, need: Need) -> Result<Member, AppError> {
        let person = self.person().await?;
        let (seen, environment) = self.environments_of(&person).await?;
        let own = seen.into_iter().find(|seen| seen.id == environment);
        let role = own.and_then(|own| own.role);
        expect(need, &person, role.as_deref())?;
        Ok(Member {
            person,
            environment,
            role,
        })
    }

    /// Who is signed in, if they may do this with a connector. One that they may not even know of
    /// is not found.
    pub(super) async fn person_for(&self, need: Need, connector: &str) -> Result<Person, AppError> {
        Ok(self.member_for(need, connector).await?.person)
    }

    /// The same, with the environment of the connector and their role there.
    pub(super) async fn member_for(&self, need: Need, connector: &str) -> Result<Member, AppError> {
        let id = self.id_in_session().await?.ok_or_else(signed_out)?;
        let missing = || AppError::not_found(t::no_such_connector());
        let (person, place) = match self.state.store.person_at(&id, connector).await {
            Err(StoreError::NotFound) => return Err(signed_out()),
            answer => answer.map_err(store_fault)?,
        };
        let (environment, role) = place.ok_or_else(missing)?;
        match expect(need, &person, role.as_deref()) {
            Err(_) if need == Need::Use => Err(missing()),
            Err(error) => Err(error),
            Ok(()) => Ok(Member {
                person,
                environment,
                role,
            }),
        }
    }

    /// A connection and who is signed in, if they may do this with it. One that they may not even know of is not found.
    pub(super) async fn connection_for(
        &self,
        deed: Deed,
        id: &str,
    ) -> Result<(Person, KeptConnection), AppError> {
        let person = self.person().await?;
        let kept = self.kept_connection(id).await?;
        let rights = self.rights_to(&person, &kept).await?;
        expect_right(rights, deed, &person, &kept)?;
        Ok((person, kept))
    }

    /// Who is signed in, with a connector that they may use and a connection with its values, if they may make calls with
    /// it; one of another environment is not found there. Both are asked for at once: each call waits for them.
    pub(super) async fn member_with_connection(
        &self,
        connector: &str,
        connection: &str,
    ) -> Result<(Member, KeptConnection, SealedValues), AppError> {
        let (member, found) = join(
            self.member_for(Need::Use, connector),
            self.state.store.connection_with_values(connection),
        )
        .await;
        let member = member?;
        let (kept, sealed) = match found {
            Err(StoreError::NotFound) => return Err(no_connection()),
            answer => answer.map_err(store_fault)?,
        };
        if kept.environment != member.environment {
            return Err(no_connection());
        }
        let rights = ConnectionRights::of(&member.person, member.role.as_deref(), &kept);
        expect_right(rights, Deed::Use, &member.person, &kept)?;
        Ok((member, kept, sealed))
    }

    async fn kept_connection(&self, id: &str) -> Result<KeptConnection, AppError> {
        match self.state.store.connection(id).await {
            Err(StoreError::NotFound) => Err(no_connection()),
            answer => answer.map_err(store_fault),
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

fn signed_out() -> AppError {
    AppError::new(ErrorKind::SignedOut, t::session_has_ended())
}

/// Refuses what these rights do not allow. Who may not even know of a connection does not find it.
fn expect_right(
    rights: ConnectionRights,
    deed: Deed,
    person: &Person,
    kept: &KeptConnection,
) -> Result<(), AppError> {
    if rights.allow(deed) {
        Ok(())
    } else if rights.see && kept.person != person.id {
        Err(AppError::new(ErrorKind::Forbidden, refusal(deed, kept)))
    } else {
        Err(no_connection())
    }
}

fn no_connection() -> AppError {
    AppError::not_found(calls::no_such_connection())
}

fn refusal(deed: Deed, kept: &KeptConnection) -> String {
    let (name, owner) = (&kept.name, &kept.owner);
    match deed {
        Deed::Use => calls::not_shared(name, owner),
        Deed::Change => calls::ask_to_change(name, owner),
        Deed::Remove => calls::ask_to_remove(name, owner),
        Deed::Own => calls::only_the_owner(name, owner),
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
    if may {
        Ok(())
    } else {
        Err(AppError::new(
            ErrorKind::Forbidden,
            t::role_does_not_allow(),
        ))
    }
}
