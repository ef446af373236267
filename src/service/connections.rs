//! Connections: list, make, delete.

use tenon_app::api::connections::{Connection, NewConnection};
use tenon_app::error::AppError;

use super::RequestBackend;

impl RequestBackend {
    pub(super) async fn list_connections(
        &self,
        _connector: &str,
    ) -> Result<Vec<Connection>, AppError> {
        Err(AppError::internal("There are no connections yet."))
    }

    pub(super) async fn add_connection(&self, _new: NewConnection) -> Result<Connection, AppError> {
        Err(AppError::internal("There are no connections yet."))
    }

    pub(super) async fn remove_connection(&self, _id: &str) -> Result<(), AppError> {
        Err(AppError::internal("There are no connections yet."))
    }
}
