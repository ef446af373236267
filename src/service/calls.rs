//! Test calls.

use tenon_app::api::calls::{CallRequest, CallTranscript};
use tenon_app::error::AppError;

use super::RequestBackend;

impl RequestBackend {
    pub(super) async fn call(&self, _request: CallRequest) -> Result<CallTranscript, AppError> {
        Err(AppError::internal("There are no test calls yet."))
    }
}
