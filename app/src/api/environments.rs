//! Environments: the named spaces that hold connectors, connections and members.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// The most characters of the name of an environment.
pub const MAX_NAME: usize = 100;

/// An environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Environment {
    /// The environment's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the person who asks may give it another name.
    pub may_rename: bool,
}

/// The environments that a person may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownEnvironments {
    /// The id of the one in which they work.
    pub current: String,
    /// All, by name.
    pub all: Vec<Environment>,
    /// Whether the person may make another one.
    pub may_add: bool,
}

impl KnownEnvironments {
    /// The one in which they work; none for a person who is a member of none.
    #[must_use]
    pub fn current(&self) -> Option<&Environment> {
        self.all.iter().find(|one| one.id == self.current)
    }
}

/// Switches to an environment and goes to its connectors.
#[server(endpoint = "switch-environment")]
pub async fn switch_environment(id: String) -> Result<(), AppError> {
    crate::backend::backend()?.switch_environment(id).await?;
    leptos_axum::redirect("/connectors");
    Ok(())
}

/// Makes an environment, switches to it and goes to its connectors.
#[server(endpoint = "create-environment")]
pub async fn create_environment(name: String) -> Result<(), AppError> {
    crate::backend::backend()?.create_environment(name).await?;
    leptos_axum::redirect("/connectors");
    Ok(())
}

/// Gives an environment another name.
#[server(endpoint = "rename-environment")]
pub async fn rename_environment(id: String, name: String) -> Result<(), AppError> {
    crate::backend::backend()?
        .rename_environment(id, name)
        .await
}
