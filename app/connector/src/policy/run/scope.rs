//! Where expressions find their values while a policy runs.

use std::borrow::Cow;

use serde_json::Value;

use super::body::NoJson;
use super::call::ConnectionValues;
use super::error::Fault;
use super::json::{Step, Written, get};
use super::query;
use super::text::{Origin, Term};
use super::trace::Record;
use crate::swagger::Method;

/// What an expression can see.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) connection: &'a dyn ConnectionValues,
    pub(super) method: Method,
    /// The headers of the request.
    pub(super) headers: &'a [(String, String)],
    /// The query of the request.
    pub(super) query: &'a str,
    /// The body of the message that is changed.
    pub(super) body: Result<&'a Value, &'a NoJson>,
    /// The item of the collection that is gone through.
    pub(super) item: Option<&'a Value>,
}

impl<'a> Scope<'a> {
    /// The value of an expression; none, with a note, where there is no such header, parameter of the query or
    /// property: the platform leaves its place empty, and so does this.
    pub(super) fn value(
        &self,
        term: &Term,
        record: &mut Record,
    ) -> Result<Option<Cow<'a, Value>>, Fault> {
        let found = match &term.origin {
            Origin::Connection(name) => return self.connection(term, name, record).map(Some),
            Origin::Method => Some(text(self.method.verb())),
            Origin::Header(name) => header(self.headers, name).map(text),
            Origin::Query(name) => query::get(self.query, name).map(text),
            Origin::Body(steps) => {
                let body = self.body.map_err(|none| term.fault(none.to_string()))?;
                get(body, steps).map(Cow::Borrowed)
            }
            Origin::Item(steps) => {
                let item = self.item.ok_or_else(|| {
                    term.fault("has no value: no collection is gone through here. Use “@body()”.")
                })?;
                get(item, steps).map(Cow::Borrowed)
            }
        };
        let found = found.or_else(|| term.default.as_deref().map(text));
        if found.is_none() {
            record.note(missing(term));
        }
        Ok(found)
    }

    /// A parameter of the connection. One that its owner left empty takes the default.
    fn connection(
        &self,
        term: &Term,
        name: &str,
        record: &mut Record,
    ) -> Result<Cow<'a, Value>, Fault> {
        let found = self.connection.get(name);
        match (found.filter(|own| !own.is_empty()), &term.default, found) {
            (Some(own), ..) => Ok(text(own)),
            (None, Some(default), _) => Ok(text(default.as_str())),
            (None, None, Some(_)) => {
                record.note(format!("The connection’s “{name}” is empty, and so is its place."));
                Ok(text(""))
            }
            (None, None, None) => Err(term.fault(
                "has no value: the connection has no such parameter. Add it to the connection parameters, or give the expression a default as its second argument.",
            )),
        }
    }
}

fn text<'a>(text: impl Into<String>) -> Cow<'a, Value> {
    Cow::Owned(Value::String(text.into()))
}

/// The values of a header, joined as HTTP allows.
pub(super) fn header(headers: &[(String, String)], name: &str) -> Option<String> {
    let own = headers
        .iter()
        .filter(|(own, _)| own.eq_ignore_ascii_case(name));
    let values: Vec<&str> = own.map(|(_, value)| value.as_str()).collect();
    (!values.is_empty()).then(|| values.join(", "))
}

fn missing(term: &Term) -> String {
    let what = match &term.origin {
        Origin::Header(name) => format!("the request has no header “{name}”"),
        Origin::Query(name) => format!("the query has no “{name}”"),
        Origin::Body(steps) => format!("there is no {}", Written(steps)),
        Origin::Connection(_) | Origin::Item(_) | Origin::Method => {
            "the item has no such property".to_owned()
        }
    };
    let at = term.at;
    format!("“{}” at character {at} is empty: {what}.", term.written)
}

/// Whether there is something at these steps, in a message: which step there is not.
pub(super) fn lacking(body: &Value, steps: &[Step]) -> Option<String> {
    (1..=steps.len())
        .filter_map(|length| steps.get(..length))
        .find(|part| get(body, part).is_none())
        .map(|part| format!("There is no {}.", Written(part)))
}
