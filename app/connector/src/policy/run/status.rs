//! The template that marks the connection as one whose credentials no longer hold.

use super::error::{PolicyError, Stop};
use super::json::kind;
use super::read::Reader;
use super::trace::{Part, Record};

/// `setconnectionstatustounauthenticated`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unauthenticated {
    status: u16,
}

impl Unauthenticated {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        const STATUS: &str = "statusCode";
        let text = reader.filled(STATUS)?;
        let status = text.trim().parse().ok();
        let status = status.filter(|status| (100..1000).contains(status));
        let wrong = || {
            let found = reader.value(STATUS).map_or("nothing", kind);
            let found = format!("{found} that is none: “{text}”");
            reader.kind(STATUS, "a status such as 401", &found)
        };
        let status = status.ok_or_else(wrong)?;
        Ok(Self { status })
    }

    /// Whether the connection is to be marked.
    pub(super) fn run(&self, status: u16, record: &mut Record) -> Result<(), Stop> {
        if status != self.status {
            let own = self.status;
            let reason = format!("The status is {status}, and the policy waits for {own}.");
            return Err(Stop::Skip(reason));
        }
        let after = Some("unauthenticated".to_owned());
        record.change(Part::Connection, None, after);
        Ok(())
    }
}
