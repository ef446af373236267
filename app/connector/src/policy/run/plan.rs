//! The policies of one operation, in the order in which they run.

use serde_json::Value;

use super::convert::Convert;
use super::error::{Fault, PolicyError, PolicyName};
use super::header::SetHeader;
use super::host::SetHost;
use super::moving::MoveProperties;
use super::next_link::UpdateNextLink;
use super::polling::Polling;
use super::property::SetProperty;
use super::query::SetQueryParameter;
use super::read::Reader;
use super::route::Route;
use super::status::Unauthenticated;
use super::value_from_url::SetValueFromUrl;
use crate::document::Path;
use crate::policy::{Section, Template, template};

/// A policy that can run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Policy<A> {
    pub(super) name: PolicyName,
    pub(super) action: A,
}

/// What a policy does to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RequestAction {
    Header(SetHeader),
    Query(SetQueryParameter),
    Host(SetHost),
    Route(Route),
    Value(SetValueFromUrl),
    Body(Transform),
}

/// What a policy does to a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ResponseAction {
    Header(SetHeader),
    Body(Transform),
    NextLink(UpdateNextLink),
    Unauthenticated(Unauthenticated),
}

/// What a policy does to a JSON body, of a request or of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Transform {
    Property(SetProperty),
    Convert(Convert),
    Move(MoveProperties),
}

/// The policies that run for one operation: within a section in the order of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub(super) request: Vec<Policy<RequestAction>>,
    pub(super) response: Vec<Policy<ResponseAction>>,
    pub(super) failure: Vec<Policy<SetHeader>>,
    polling: Option<Polling>,
}

impl Plan {
    /// The plan for the operation of this id, by the properties of its connector.
    ///
    /// # Errors
    /// Every policy for this operation that cannot be read.
    pub fn of(properties: &Value, operation_id: &str) -> Result<Self, Vec<PolicyError>> {
        let list = Path::of(["properties", "policyTemplateInstances"]);
        let list = match list.get(properties) {
            None | Some(Value::Null) => &[],
            Some(Value::Array(list)) => list.as_slice(),
            Some(other) => std::slice::from_ref(other),
        };
        let (mut plan, mut errors) = (Self::default(), Vec::new());
        for (index, instance) in list.iter().enumerate() {
            if let Err(error) = plan.add(index, instance, operation_id) {
                errors.push(error);
            }
        }
        match errors.is_empty() {
            true => Ok(plan),
            false => Err(errors),
        }
    }

    /// How the operation is polled, where a policy says so.
    #[must_use]
    pub fn polling(&self) -> Option<&Polling> {
        self.polling.as_ref()
    }

    /// Whether no policy changes requests or responses.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.request.is_empty() && self.response.is_empty() && self.failure.is_empty()
    }

    fn add(
        &mut self,
        index: usize,
        instance: &Value,
        operation_id: &str,
    ) -> Result<(), PolicyError> {
        let text = |key| instance.get(key).and_then(Value::as_str);
        let id = text("templateId").unwrap_or_default().trim();
        let known = template(id);
        let own = text("title").filter(|title| !title.is_empty());
        let name = PolicyName {
            index,
            template: known.map_or(id, |template| template.id).to_owned(),
            title: own
                .or(known.map(|template| template.title))
                .unwrap_or(id)
                .to_owned(),
        };
        let Some(object) = instance.as_object() else {
            let (policy, fault) = (Box::new(name), Fault::NotAnObject);
            return Err(PolicyError {
                policy,
                parameter: None,
                fault,
            });
        };
        let reader = Reader::new(name, object);
        if !reader.is_for(operation_id)? {
            return Ok(());
        }
        match known {
            Some(template) => self.add_known(&reader, template),
            None => Err(reader.fault(None, Fault::Template(id.to_owned()))),
        }
    }

    fn add_known(&mut self, reader: &Reader<'_>, template: &Template) -> Result<(), PolicyError> {
        let name = reader.name.clone();
        match template.id {
            "setheader" => {
                let action = SetHeader::read(reader)?;
                match reader.section(template)? {
                    Section::Request => self.push_request(name, RequestAction::Header(action)),
                    Section::Response => self.push_response(name, ResponseAction::Header(action)),
                    Section::Failure => self.failure.push(Policy { name, action }),
                }
            }
            "pollingtrigger" => {
                let polling = Polling::read(reader)?;
                if self.polling.replace(polling).is_some() {
                    return Err(reader.fault(None, Fault::Second));
                }
            }
            "updatenextlink" => {
                let action = ResponseAction::NextLink(UpdateNextLink::read(reader)?);
                reader.section(template)?;
                self.push_response(name, action);
            }
            "setconnectionstatustounauthenticated" => {
                let action = ResponseAction::Unauthenticated(Unauthenticated::read(reader)?);
                reader.section(template)?;
                self.push_response(name, action);
            }
            _ => match Transform::read(reader, template)? {
                Some(action) => match reader.section(template)? {
                    Section::Request => self.push_request(name, RequestAction::Body(action)),
                    _ => self.push_response(name, ResponseAction::Body(action)),
                },
                None => {
                    let action = RequestAction::read(reader, template)?;
                    reader.section(template)?;
                    self.push_request(name, action);
                }
            },
        }
        Ok(())
    }

    fn push_request(&mut self, name: PolicyName, action: RequestAction) {
        self.request.push(Policy { name, action });
    }

    fn push_response(&mut self, name: PolicyName, action: ResponseAction) {
        self.response.push(Policy { name, action });
    }
}

impl RequestAction {
    /// The action of a template that is for requests alone.
    fn read(reader: &Reader<'_>, template: &Template) -> Result<Self, PolicyError> {
        match template.id {
            "setqueryparameter" => SetQueryParameter::read(reader).map(Self::Query),
            "dynamichosturl" | "dynamicsubdomain" => SetHost::read(reader).map(Self::Host),
            "routerequesttoendpoint" => Route::read(reader).map(Self::Route),
            "setvaluefromurl" => SetValueFromUrl::read(reader).map(Self::Value),
            other => Err(reader.fault(None, Fault::Template(other.to_owned()))),
        }
    }
}

impl Transform {
    /// The action of a template that changes a JSON body; none where it is another.
    fn read(reader: &Reader<'_>, template: &Template) -> Result<Option<Self>, PolicyError> {
        let action = match template.id {
            "setproperty" => SetProperty::read(reader).map(Self::Property),
            "convertarraytoobject" => Convert::array_to_object(reader).map(Self::Convert),
            "convertobjecttoarray" => Convert::object_to_array(reader).map(Self::Convert),
            "stringtoarray" => Convert::string_to_array(reader).map(Self::Convert),
            "stringreplace" => Convert::string_replace(reader).map(Self::Convert),
            "encodepropertyvalue" => Convert::encode(reader).map(Self::Convert),
            "moveproperties" => MoveProperties::read(reader).map(Self::Move),
            _ => return Ok(None),
        };
        action.map(Some)
    }
}
