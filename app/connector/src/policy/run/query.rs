//! The query of a URL, and the template that sets a parameter of it.

use percent_encoding::percent_decode_str;

use super::error::{Fault, PolicyError, Stop};
use super::header::ExistsAction;
use super::read::Reader;
use super::scope::Scope;
use super::text::Text;
use super::trace::Record;
use crate::request::percent_encoded;

/// The value of a parameter; several of one name are joined by commas.
pub(super) fn get(query: &str, name: &str) -> Option<String> {
    let named = pieces(query).filter(|piece| name_of(piece) == name);
    let values: Vec<String> = named
        .map(|piece| decoded(piece.split_once('=').map_or("", |(_, value)| value)))
        .collect();
    (!values.is_empty()).then(|| values.join(","))
}

/// The query with this value as the only one of the name, at the place of the first.
pub(super) fn with(query: &str, name: &str, value: &str) -> String {
    let piece = format!("{}={}", percent_encoded(name), percent_encoded(value));
    let mut own = Some(piece);
    let mut all: Vec<String> = Vec::new();
    for other in pieces(query) {
        match name_of(other) == name {
            true => all.extend(own.take()),
            false => all.push(other.to_owned()),
        }
    }
    all.extend(own);
    all.join("&")
}

fn appended(query: &str, name: &str, value: &str) -> String {
    let piece = format!("{}={}", percent_encoded(name), percent_encoded(value));
    let all: Vec<&str> = pieces(query).chain([piece.as_str()]).collect();
    all.join("&")
}

fn pieces(query: &str) -> impl Iterator<Item = &str> {
    query.split('&').filter(|piece| !piece.is_empty())
}

fn name_of(piece: &str) -> String {
    decoded(piece.split('=').next().unwrap_or_default())
}

fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// `setqueryparameter`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SetQueryParameter {
    name: Text,
    value: Text,
    exists: ExistsAction,
}

impl SetQueryParameter {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            name: reader.template("name", &reader.filled("name")?)?,
            value: reader.template("value", &reader.needed("value")?)?,
            exists: ExistsAction::read(reader)?,
        })
    }

    /// The query with the parameter.
    pub(super) fn run(&self, scope: &Scope<'_>, record: &mut Record) -> Result<String, Stop> {
        let within = |parameter| move |fault: Fault| fault.within(parameter);
        let name = self.name.text(scope, record).map_err(within("name"))?;
        // A name may be written encoded: `%24top`.
        let name = percent_decode_str(name.trim())
            .decode_utf8_lossy()
            .into_owned();
        let value = self.value.text(scope, record).map_err(within("value"))?;
        match self.exists {
            ExistsAction::Append => Ok(appended(scope.query, &name, &value)),
            ExistsAction::Skip if get(scope.query, &name).is_some() => Err(Stop::Skip(format!(
                "The query has “{name}” already, and existsAction is skip."
            ))),
            ExistsAction::Skip | ExistsAction::Override => Ok(with(scope.query, &name, &value)),
        }
    }
}
