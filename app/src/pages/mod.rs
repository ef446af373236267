//! The pages, one module each; the designer has a room of its own.

pub mod account;
pub mod brand;
pub mod connections;
pub mod connectors;
pub mod entrance;
pub mod environment;
mod filter;
pub mod frame;
pub mod import;
mod language;
pub mod new_connector;
pub mod not_found;
pub mod runs;
mod submission;
mod theme;

pub use account::AccountPage;
pub use connections::ConnectionsPage;
pub use connectors::ConnectorsPage;
pub use entrance::{SetUpPage, SignInPage};
pub use frame::Frame;
pub use import::desk::provide_import_desk;
pub use import::update::UpdatePage;
pub use new_connector::NewConnectorPage;
pub use not_found::NotFoundPage;
pub use runs::{RunPage, RunsPage};
pub use theme::ThemeChoice;
