//! Accounts, signing in and out.

use std::sync::OnceLock;

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use secrecy::{ExposeSecret, SecretString};
use tenon_app::api::people::{Account, SessionState};
use tenon_app::error::{AppError, ErrorKind};
use tokio::sync::Semaphore;

use super::{RequestBackend, fault, store_fault};
use crate::store::{NewPerson, PERSON_KEY, Person, StoreError, now};
use crate::texts::services as t;

const MIN_PASSWORD: usize = 12;
const MAX_PASSWORD_BYTES: usize = 1_000;

/// How many attempts to sign in may be made, per account without success and per client address,
/// within [`WINDOW`].
const ACCOUNT_ATTEMPTS: i64 = 10;
const CLIENT_ATTEMPTS: i64 = 100;
const WINDOW: i64 = 15 * 60 * 1000;

/// Argon2id takes 19 MiB each time: as many run at once as a flood may take of the memory.
static HASHING: Semaphore = Semaphore::const_new(4);

impl RequestBackend {
    pub(super) async fn session_state(&self) -> Result<SessionState, AppError> {
        if let Some(person) = self.signed_in().await? {
            return Ok(SessionState::SignedIn(account(person)));
        }
        let is_set_up = self.state.store.has_people().await.map_err(store_fault)?;
        Ok(if is_set_up {
            SessionState::SignedOut
        } else {
            SessionState::NotSetUp
        })
    }

    pub(super) async fn make_first_account(
        &self,
        name: &str,
        email: &str,
        password: String,
    ) -> Result<Account, AppError> {
        let done = || AppError::new(ErrorKind::Conflict, t::already_set_up());
        if self.state.store.has_people().await.map_err(store_fault)? {
            return Err(done());
        }
        let name = checked_name(name)?;
        let email = checked_email(email)?;
        let hash = hash(checked_password(password, "password")?).await?;
        let new = NewPerson {
            name,
            email: &email,
            password_hash: &hash,
        };
        let person = match self.state.store.add_first_person(new).await {
            Ok(person) => person,
            Err(StoreError::Taken) => return Err(done()),
            Err(error) => return Err(store_fault(error)),
        };
        self.begin_session(person).await
    }

    pub(super) async fn check_sign_in(
        &self,
        email: &str,
        password: String,
    ) -> Result<Account, AppError> {
        let refused = || AppError::new(ErrorKind::Invalid, t::wrong_email_or_password());
        let email = checked_email(email).map_err(|_| refused())?;
        let account = format!("account {email}");
        let client = format!("client {}", self.client);
        let attempt = self.count_attempt(&client, CLIENT_ATTEMPTS).await?;
        self.count_attempt(&account, ACCOUNT_ATTEMPTS).await?;
        let person = match self.state.store.person_by_email(&email).await {
            Ok(person) => Some(person),
            Err(StoreError::NotFound) => None,
            Err(error) => return Err(store_fault(error)),
        };
        let known = person.as_ref().map(|person| person.password_hash.clone());
        let fits = password.len() <= MAX_PASSWORD_BYTES
            && verify(SecretString::from(password), known).await?;
        let person = person.filter(|_| fits).ok_or_else(refused)?;
        self.state
            .store
            .forget_attempts_of(&account)
            .await
            .map_err(store_fault)?;
        // Many people may share an address: what counts against it is only what failed.
        self.state
            .store
            .forget_attempt(&attempt)
            .await
            .map_err(store_fault)?;
        self.begin_session(person).await
    }

    /// Counts an attempt before it is made, so that many at once cannot outrun the bound; its id. One
    /// over the bound is refused and not counted: it does not prolong the wait.
    async fn count_attempt(&self, subject: &str, bound: i64) -> Result<String, AppError> {
        let (store, now) = (&self.state.store, now());
        store
            .forget_attempts_before(now - WINDOW)
            .await
            .map_err(store_fault)?;
        let id = store.add_attempt(subject).await.map_err(store_fault)?;
        let (made, oldest) = store
            .attempts(subject, now - WINDOW)
            .await
            .map_err(store_fault)?;
        if made <= bound {
            return Ok(id);
        }
        store.forget_attempt(&id).await.map_err(store_fault)?;
        let minutes = (oldest.unwrap_or(now) + WINDOW - now) / 60_000 + 1;
        Err(AppError::new(
            ErrorKind::TooMany,
            t::too_many_attempts(&minutes),
        ))
    }

    /// Signs a person in, under a new session id: one that was planted before is worth nothing.
    async fn begin_session(&self, person: Person) -> Result<Account, AppError> {
        self.session
            .cycle_id()
            .await
            .map_err(|error| fault(&error))?;
        self.session
            .insert(PERSON_KEY, &person.id)
            .await
            .map_err(|error| fault(&error))?;
        tracing::info!(person = person.id, "signed in");
        Ok(account(person))
    }

    pub(super) async fn end_session(&self) -> Result<(), AppError> {
        self.session.flush().await.map_err(|error| fault(&error))
    }

    pub(super) async fn replace_password(
        &self,
        current: String,
        new: String,
    ) -> Result<(), AppError> {
        let person = self.person().await?;
        let new = checked_password(new, "new")?;
        let subject = format!("account {}", person.email);
        self.count_attempt(&subject, ACCOUNT_ATTEMPTS).await?;
        let known = Some(person.password_hash.clone());
        if current.len() > MAX_PASSWORD_BYTES || !verify(SecretString::from(current), known).await?
        {
            return Err(AppError::invalid(t::not_the_present_password()).on("current"));
        }
        let (store, hash) = (&self.state.store, hash(new).await?);
        store
            .set_password(&person, &hash)
            .await
            .map_err(|error| match error {
                StoreError::NotFound => {
                    AppError::new(ErrorKind::Conflict, t::password_changed_elsewhere())
                }
                error => store_fault(error),
            })?;
        store
            .forget_attempts_of(&subject)
            .await
            .map_err(store_fault)?;
        let keep = self
            .session
            .id()
            .map(|id| id.to_string())
            .unwrap_or_default();
        store
            .end_other_sessions(&person.id, &keep)
            .await
            .map_err(store_fault)
    }
}

pub(super) fn account(person: Person) -> Account {
    Account {
        id: person.id,
        name: person.name,
        email: person.email,
        administrator: person.administrator,
    }
}

fn checked_name(name: &str) -> Result<&str, AppError> {
    let name = name.trim();
    match name.chars().count() {
        0 => Err(AppError::invalid(t::enter_your_name()).on("name")),
        1..=200 => Ok(name),
        _ => Err(AppError::invalid(t::a_name_has_at_most(&200)).on("name")),
    }
}

fn checked_email(email: &str) -> Result<String, AppError> {
    let email = email.trim().to_lowercase();
    let fits = email.len() <= 254
        && !email.contains(char::is_whitespace)
        && email.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !host.is_empty() && !host.contains('@')
        });
    if fits {
        Ok(email)
    } else {
        Err(AppError::invalid(t::enter_an_email_address()).on("email"))
    }
}

fn checked_password(password: String, field: &str) -> Result<SecretString, AppError> {
    if password.chars().count() < MIN_PASSWORD {
        return Err(AppError::invalid(t::a_password_has_at_least(&MIN_PASSWORD)).on(field));
    }
    if password.len() > MAX_PASSWORD_BYTES {
        return Err(AppError::invalid(t::a_password_has_at_most(&MAX_PASSWORD_BYTES)).on(field));
    }
    Ok(SecretString::from(password))
}

/// Argon2id takes tens of milliseconds on purpose, so it runs beside the requests.
async fn hash(password: SecretString) -> Result<String, AppError> {
    let work = move || {
        Argon2::default()
            .hash_password(password.expose_secret().as_bytes())
            .map(|hash| hash.to_string())
    };
    let _turn = HASHING.acquire().await.map_err(|error| fault(&error))?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| fault(&error))?
        .map_err(|error| fault(&error))
}

/// Whether a password has this hash. Without one as much time is spent, so that nobody can tell
/// from it which accounts exist.
async fn verify(password: SecretString, hash: Option<String>) -> Result<bool, AppError> {
    static NOBODY: OnceLock<String> = OnceLock::new();
    let work = move || {
        let nobody = || {
            let hash = Argon2::default().hash_password(b"the password of nobody");
            hash.map(|hash| hash.to_string()).unwrap_or_default()
        };
        let known = hash.as_deref();
        let compared = known.unwrap_or_else(|| NOBODY.get_or_init(nobody));
        Argon2::default()
            .verify_password(password.expose_secret().as_bytes(), compared)
            .is_ok()
            && known.is_some()
    };
    let _turn = HASHING.acquire().await.map_err(|error| fault(&error))?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| fault(&error))
}
