//! The gateway, which goes with the Windows accounts that it was switched on for.

use super::{Security, Way};
use crate::Connector;
use crate::document::Edit;
use crate::general::set_gateway;

/// The edits that switch the gateway off after these, where they take away the last Windows accounts and all that is
/// left is OAuth 2.0 and API keys, which do not work through it (spec section C.6).
pub(super) fn switched_off(connector: &Connector, edits: &[Edit]) -> Vec<Edit> {
    let choices = |connector: &Connector| -> Vec<Security> {
        let ways = Way::all(connector).into_iter();
        ways.map(|way| Security::of(connector, way)).collect()
    };
    let is_windows = |choice: &Security| matches!(choice, Security::Windows { .. });
    if !choices(connector).iter().any(is_windows) {
        return Vec::new();
    }
    let mut after = connector.clone();
    if edits.iter().any(|edit| after.apply(edit).is_err()) {
        return Vec::new();
    }
    let goes_without =
        |choice: &Security| matches!(choice, Security::OAuth2 { .. } | Security::ApiKey { .. });
    if choices(&after).iter().all(goes_without) {
        set_gateway(&after, false)
    } else {
        Vec::new()
    }
}
