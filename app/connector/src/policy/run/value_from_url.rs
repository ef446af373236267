//! The template that takes the value of a header or of the query from the answer of another call.

use super::address::Address;
use super::body::Body;
use super::call::Call;
use super::error::{Fault, PolicyError, Stop};
use super::header::{header_name, header_value};
use super::json::{Step, get, plain};
use super::read::Reader;
use super::response::ResponseMessage;
use super::route::PathTemplate;
use super::scope::{Scope, lacking};
use super::text::{Origin, Place, Term, only_term};
use super::trace::Record;
use crate::request::PreparedRequest;
use crate::swagger::Method;

/// What gets the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    Header(String),
    Query(String),
}

/// `setvaluefromurl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SetValueFromUrl {
    pub(super) destination: Destination,
    method: Method,
    url: PathTemplate,
    value: Term,
    steps: Vec<Step>,
}

const DESTINATION: &str = "parameterTemplate";
pub(super) const URL: &str = "parameterValueUrl";
pub(super) const VALUE: &str = "parameterValuePathTemplate";

impl SetValueFromUrl {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let methods = [Method::Get, Method::Post, Method::Put];
        let methods = methods.map(|method| (method.verb(), method));
        let destination = reader.filled(DESTINATION)?;
        let value = reader.filled(VALUE)?;
        let value = reader.parsed(VALUE, &value, |text| {
            only_term(text, Place::Policy, "@body().access_token")
        })?;
        let Origin::Body(steps) = value.origin.clone() else {
            let fault =
                value.fault("is not of the answer. Write a path such as @body().access_token.");
            return Err(reader.fault(Some(VALUE), fault));
        };
        Ok(Self {
            destination: reader.parsed(DESTINATION, &destination, self::destination)?,
            method: reader.one_of("httpMethod", &methods, Method::Get)?,
            url: PathTemplate::read(reader, URL)?,
            value,
            steps,
        })
    }

    /// The other call: to a path of the API, with the headers of the request as they are now, so that it is
    /// authenticated in the same way. It has no body.
    pub(super) fn request(
        &self,
        address: &Address,
        call: &Call<'_>,
        scope: &Scope<'_>,
        record: &mut Record,
    ) -> Result<PreparedRequest, Stop> {
        let path = self.url.path(call, scope, record);
        let mut other = address.clone();
        other.query = None;
        let set = path.and_then(|path| other.set_path(&path));
        set.map_err(|fault| fault.within(URL))?;
        Ok(PreparedRequest {
            method: self.method,
            url: other.url(),
            headers: scope.headers.to_vec(),
            body: None,
        })
    }

    /// The value in the answer to the call that went to `url`.
    pub(super) fn value(
        &self,
        url: &str,
        answer: Result<ResponseMessage, String>,
    ) -> Result<String, Stop> {
        let url = url.to_owned();
        let answer = match answer {
            Ok(answer) => answer,
            Err(why) => return Err(Fault::NotCalled { url, why }.within(URL)),
        };
        let status = answer.status;
        if !(200..300).contains(&status) {
            return Err(Fault::Answer { url, status }.within(URL));
        }
        let fault = |why: String| self.value.fault(why).within(VALUE);
        let body = Body::new(Some(answer.body), &answer.headers);
        let json = body.json();
        let json = json.map_err(|none| fault(format!("has no value in the answer: {none}")))?;
        match get(json, &self.steps) {
            Some(value) if !value.is_null() => match &self.destination {
                Destination::Header(_) => {
                    let value = header_value(plain(value));
                    value.map_err(|fault| fault.within(VALUE))
                }
                Destination::Query(_) => Ok(plain(value)),
            },
            _ => {
                let lacking = lacking(json, &self.steps);
                let lacking = lacking.unwrap_or_else(|| "It is null.".to_owned());
                Err(fault(format!("has no value in the answer. {lacking}")))
            }
        }
    }
}

fn destination(text: &str) -> Result<Destination, Fault> {
    let term = only_term(text, Place::Policy, "@headers('Authorization')")?;
    match &term.origin {
        Origin::Header(name) => Ok(Destination::Header(header_name(name)?)),
        Origin::Query(name) => Ok(Destination::Query(name.clone())),
        _ => Err(term.fault(
            "cannot be set. Write @headers('name') or @queryParameters('name') for what gets the value.",
        )),
    }
}
