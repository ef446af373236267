//! The templates that set the host: `dynamichosturl`, and `dynamicsubdomain` from before it.

use super::address::Address;
use super::error::{PolicyError, Stop};
use super::read::Reader;
use super::scope::Scope;
use super::text::Text;
use super::trace::Record;

/// `dynamichosturl` and `dynamicsubdomain`: scheme, host and base path become others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SetHost {
    url: Text,
}

impl SetHost {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let url = reader.template("urlTemplate", &reader.filled("urlTemplate")?)?;
        Ok(Self { url })
    }

    /// Puts the host in place.
    pub(super) fn run(
        &self,
        address: &mut Address,
        scope: &Scope<'_>,
        record: &mut Record,
    ) -> Result<(), Stop> {
        let text = self.url.text(scope, record);
        let notes = text.and_then(|text| address.set_host(&text));
        let notes = notes.map_err(|fault| fault.within("urlTemplate"))?;
        notes.into_iter().for_each(|note| record.note(note));
        Ok(())
    }
}
