//! Accounts and sessions.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::environments::KnownEnvironments;
use crate::error::AppError;

/// A person's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The account's id.
    pub id: String,
    /// The name as colleagues see it.
    pub name: String,
    /// The e-mail address, used to sign in.
    pub email: String,
    /// Whether the person is an administrator of the server.
    pub administrator: bool,
}

/// Who is at the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SessionState {
    /// There is no account yet: the first visitor sets Tenon up.
    NotSetUp,
    /// Nobody is signed in.
    SignedOut,
    /// This person is.
    SignedIn(Account),
}

/// Who is at the browser.
#[server(endpoint = "session")]
pub async fn session() -> Result<SessionState, AppError> {
    crate::backend::backend()?.session().await
}

/// What the frame around every page shows of a person and where they work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Framed {
    /// Who is signed in.
    pub account: Account,
    /// The environments that they may see.
    pub environments: KnownEnvironments,
}

/// What the frame shows of the person at the browser.
#[server(endpoint = "frame-facts")]
pub async fn frame_facts() -> Result<Framed, AppError> {
    crate::backend::backend()?.frame_facts().await
}

/// Makes the first account and goes to the connectors.
#[server(endpoint = "set-up")]
pub async fn set_up(name: String, email: String, password: String) -> Result<(), AppError> {
    crate::backend::backend()?
        .set_up(name, email, password)
        .await?;
    leptos_axum::redirect("/connectors");
    Ok(())
}

/// Signs in and goes to `next` (a path of this site) or to the connectors.
#[server(endpoint = "sign-in")]
pub async fn sign_in(
    email: String,
    password: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    crate::backend::backend()?.sign_in(email, password).await?;
    leptos_axum::redirect(crate::routes::safe_return(&next));
    Ok(())
}

/// Signs out and goes to the sign-in page.
#[server(endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), AppError> {
    crate::backend::backend()?.sign_out().await?;
    leptos_axum::redirect("/sign-in");
    Ok(())
}

/// Changes the password of the person at the browser.
#[server(endpoint = "change-password")]
pub async fn change_password(current: String, new: String) -> Result<(), AppError> {
    crate::backend::backend()?
        .change_password(current, new)
        .await
}
