//! The template that sets a header.

use super::error::{Fault, PolicyError, Stop};
use super::read::Reader;
use super::scope::{Scope, header};
use super::text::Text;
use super::trace::{Part, Record};

/// What becomes of a value that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExistsAction {
    Override,
    Skip,
    Append,
}

impl ExistsAction {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let words = [
            ("override", Self::Override),
            ("skip", Self::Skip),
            ("append", Self::Append),
        ];
        reader.one_of("existsAction", &words, Self::Override)
    }
}

/// Headers that frame the message: a policy's value would break it.
const FRAMING: [&str; 8] = [
    "connection",
    "content-length",
    "expect",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// `setheader`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SetHeader {
    name: Text,
    value: Text,
    exists: ExistsAction,
}

impl SetHeader {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let name = reader.template("name", &reader.filled("name")?)?;
        if let Some(constant) = name.constant() {
            reader.parsed("name", constant, header_name)?;
        }
        let value = reader.template("value", &reader.needed("value")?)?;
        if let Some(constant) = value.constant() {
            reader.parsed("value", constant, |text| header_value(text.to_owned()))?;
        }
        Ok(Self {
            name,
            value,
            exists: ExistsAction::read(reader)?,
        })
    }

    /// The headers with this one: those of the request or those of a response.
    pub(super) fn run(
        &self,
        headers: &[(String, String)],
        scope: &Scope<'_>,
        record: &mut Record,
    ) -> Result<Vec<(String, String)>, Stop> {
        let name = self.name.text(scope, record).and_then(|n| header_name(&n));
        let name = name.map_err(|fault| fault.within("name"))?;
        let value = self.value.text(scope, record).and_then(header_value);
        let value = value.map_err(|fault| fault.within("value"))?;
        let old = header(headers, &name);
        if self.exists == ExistsAction::Skip && old.is_some() {
            return Err(Stop::Skip(format!(
                "The header “{name}” is there already, and existsAction is skip."
            )));
        }
        let new = match self.exists {
            ExistsAction::Append => {
                let last = headers.iter().rposition(|(own, _)| is(own, &name));
                let mut all = headers.to_vec();
                let at = last.map_or(all.len(), |last| last + 1);
                all.insert(at, (name.clone(), value));
                all
            }
            ExistsAction::Override | ExistsAction::Skip => with(headers, &name, &value),
        };
        let after = header(&new, &name);
        record.change(Part::Header { name }, old, after);
        Ok(new)
    }
}

/// The headers with this value as the only one of the name, at the place of the first.
pub(super) fn with(headers: &[(String, String)], name: &str, value: &str) -> Vec<(String, String)> {
    let mut own = Some((name.to_owned(), value.to_owned()));
    let mut all = Vec::with_capacity(headers.len() + 1);
    for header in headers {
        match is(&header.0, name) {
            true => all.extend(own.take()),
            false => all.push(header.clone()),
        }
    }
    all.extend(own);
    all
}

fn is(own: &str, name: &str) -> bool {
    own.eq_ignore_ascii_case(name)
}

/// A name that a header can have and a policy may set.
pub(super) fn header_name(text: &str) -> Result<String, Fault> {
    let name = text.trim();
    let is_token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    if name.is_empty() || !name.bytes().all(is_token) {
        return Err(Fault::HeaderName(name.to_owned()));
    }
    match FRAMING.iter().any(|framing| is(framing, name)) {
        true => Err(Fault::ReservedHeader(name.to_owned())),
        false => Ok(name.to_owned()),
    }
}

/// A value that a header can hold: a tab is the one control character.
pub(super) fn header_value(text: String) -> Result<String, Fault> {
    match text.chars().any(|c| c.is_control() && c != '\t') {
        true => Err(Fault::HeaderValue),
        false => Ok(text),
    }
}
