//! A redirect of a call, as people see it.

use super::mask::Mask;
use crate::egress::{Carried, Hop};

/// The bytes of an address that are told: services write longer ones, and no person reads them.
const TOLD: usize = 4 * 1024;

/// A redirect, its secrets masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The status that said so.
    pub status: u16,
    /// Its standard phrase.
    pub reason: &'static str,
    /// The header `Location` as the service wrote it.
    pub location: String,
    /// The verb that was redirected.
    pub asked: String,
    /// The verb that the call goes on with.
    pub method: String,
    /// Where the call goes on to.
    pub url: String,
    /// What became of the body.
    pub body: Carried,
    /// What became of the headers that carry credentials.
    pub credentials: Carried,
}

impl Redirect {
    pub(super) fn of(hop: &Hop, mask: &Mask) -> Self {
        let told = |text: &str| {
            let mut text = mask.hide(text);
            if text.len() > TOLD {
                text.truncate(text.floor_char_boundary(TOLD));
                text.push('…');
            }
            text
        };
        Self {
            status: hop.status.as_u16(),
            reason: hop.status.canonical_reason().unwrap_or_default(),
            location: told(&hop.location),
            asked: hop.asked.to_string(),
            method: hop.method.to_string(),
            url: told(hop.url.as_str()),
            body: hop.body,
            credentials: hop.credentials,
        }
    }
}
