//! The nodes that the walk meets, in the words of Swagger 2.0.

use std::cell::OnceCell;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::{Book, Facets, Shared};
use crate::document::Path;
use crate::lint::place::Place;
use crate::swagger::{Location, Operation, OperationKey, Origin, Parameter};

type Object = Map<String, Value>;

/// A path item.
pub(in crate::lint) struct PathNode<'n> {
    /// The key in `paths`.
    pub(in crate::lint) path: &'n str,
    pub(in crate::lint) json: &'n Object,
    pub(in crate::lint) place: Place<'n>,
}

/// An operation, with the parameters that it has in effect.
pub(in crate::lint) struct OperationNode<'a> {
    view: Operation<'a>,
    json: &'a Object,
    path: OnceCell<Path>,
    parameters: Vec<Parameter<'a>>,
    book: Rc<Book>,
}

impl<'a> OperationNode<'a> {
    pub(super) fn of(view: Operation<'a>, book: Rc<Book>) -> Option<Self> {
        Some(Self {
            json: view.json().as_object()?,
            path: OnceCell::new(),
            parameters: view.parameters(),
            view,
            book,
        })
    }

    /// The key of its path in the definition.
    pub(super) fn path_name(&self) -> &'a str {
        self.view.path_name()
    }

    /// Path and method.
    pub(in crate::lint) fn key(&self) -> &OperationKey {
        self.view.key()
    }

    /// The operation object.
    pub(in crate::lint) fn json(&self) -> &'a Object {
        self.json
    }

    /// The path item that it is in.
    pub(in crate::lint) fn item(&self) -> &'a Value {
        self.view.item()
    }

    /// Where it stands in the definition.
    pub(in crate::lint) fn place(&self) -> Place<'_> {
        Place::of(self.path())
    }

    /// Where it stands in the definition.
    pub(in crate::lint) fn path(&self) -> &Path {
        self.path.get_or_init(|| self.view.key().location())
    }

    /// `operationId`, where it is a string that says something.
    pub(in crate::lint) fn id(&self) -> Option<&'a str> {
        Some(self.view.operation_id()).filter(|id| !id.is_empty())
    }

    /// The name by which messages call it: the operation ID in quotes, or method and path.
    pub(in crate::lint) fn name(&self) -> String {
        self.id()
            .map_or_else(|| self.key().to_string(), |id| format!("“{id}”"))
    }

    /// The parameters in effect: the path's, then its own; references followed.
    pub(in crate::lint) fn parameters(&self) -> &[Parameter<'a>] {
        for parameter in &self.parameters {
            match parameter.origin() {
                Origin::Shared(name) => self.book.note_named(Shared::Parameter, name.to_owned()),
                _ => self.note_missing(parameter.json()),
            }
        }
        &self.parameters
    }

    /// Notes the shared parameter that would be meant if there were one of that name.
    fn note_missing(&self, parameter: &Value) {
        let reference = parameter.get("$ref").and_then(Value::as_str);
        if let Some(name) = reference.and_then(|text| text.strip_prefix("#/parameters/")) {
            self.book.note_shared(Shared::Parameter, name);
        }
    }

    /// The effective parameters of a location.
    pub(in crate::lint) fn parameters_in(
        &self,
        location: Location,
    ) -> impl Iterator<Item = &Parameter<'a>> {
        let all = self.parameters().iter();
        all.filter(move |parameter| parameter.location() == Some(location))
    }

    /// The schema of its body.
    pub(in crate::lint) fn body(&self) -> Option<&'a Value> {
        self.parameters_in(Location::Body)
            .find_map(Parameter::schema)
    }

    /// Whether it is a trigger.
    pub(in crate::lint) fn is_trigger(&self) -> bool {
        self.json.contains_key("x-ms-trigger")
    }

    /// `x-ms-notification-content` of its path: what a webhook is sent.
    pub(in crate::lint) fn notification_content(&self) -> Option<&'a Value> {
        self.item().get("x-ms-notification-content")
    }

    /// The entries of `responses` as they are written: status and value.
    pub(in crate::lint) fn responses(
        &self,
    ) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
        let responses = self.json.get("responses").and_then(Value::as_object);
        let entries = responses.into_iter().flatten();
        entries
            .map(|(status, json)| (status.as_str(), json))
            .filter(|(status, _)| !status.starts_with("x-"))
    }
}

/// A parameter where it is written: in an operation, in a path item, or at the root.
pub(in crate::lint) struct ParameterNode<'n> {
    pub(in crate::lint) json: &'n Object,
    pub(in crate::lint) facets: &'n Facets<'n>,
    /// The operation that it is written in, where it is written in one.
    pub(in crate::lint) operation: Option<&'n OperationNode<'n>>,
    pub(in crate::lint) place: Place<'n>,
}

impl<'n> ParameterNode<'n> {
    /// `name`, or nothing.
    pub(in crate::lint) fn name(&self) -> &'n str {
        self.json
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// `in`, where it is one that exists.
    pub(in crate::lint) fn location(&self) -> Option<Location> {
        Location::parse(self.json.get("in")?.as_str()?)
    }
}

/// A response where it is written: in an operation or at the root.
pub(in crate::lint) struct ResponseNode<'n> {
    /// The status, or its name under the root's `responses`.
    pub(in crate::lint) name: &'n str,
    pub(in crate::lint) json: &'n Object,
    /// The operation that it is written in; none for one at the root.
    pub(in crate::lint) operation: Option<&'n OperationNode<'n>>,
    pub(in crate::lint) place: Place<'n>,
}

/// What a schema is for: what goes to the API, what comes from it, or both; neither where
/// nothing reaches it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::lint) struct Role {
    /// Some operation sends it.
    pub(in crate::lint) input: bool,
    /// Some operation, or a notification, answers with it.
    pub(in crate::lint) output: bool,
}

impl Role {
    pub(in crate::lint) const INPUT: Self = Self {
        input: true,
        output: false,
    };
    pub(in crate::lint) const OUTPUT: Self = Self {
        input: false,
        output: true,
    };
}

/// Where a schema stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) enum SchemaPosition<'n> {
    /// `schema` of a body parameter.
    Body,
    /// `schema` of a response.
    Response,
    /// `schema` of `x-ms-notification-content`.
    Notification,
    /// An entry of the root's `definitions`, by its name.
    Definition(&'n str),
    /// A property of the schema above, by its name.
    Property(&'n str),
    /// `items` of the schema above.
    Items,
    /// `additionalProperties` of the schema above.
    AdditionalProperties,
    /// An entry of `allOf` of the schema above.
    AllOf,
}

/// A schema where it is written; what it refers to is walked where that is written.
pub(in crate::lint) struct SchemaNode<'n> {
    pub(in crate::lint) json: &'n Object,
    pub(in crate::lint) facets: &'n Facets<'n>,
    pub(in crate::lint) position: SchemaPosition<'n>,
    pub(in crate::lint) role: Role,
    /// The schema that it is written in; none at the top.
    pub(in crate::lint) above: Option<&'n SchemaNode<'n>>,
    /// How many schemas are above it.
    pub(in crate::lint) depth: usize,
    /// The operation that it is written in, where it is written in one.
    pub(in crate::lint) operation: Option<&'n OperationNode<'n>>,
    pub(in crate::lint) place: Place<'n>,
}

/// What kind of object has the [`Facets`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) enum FacetKind {
    Schema,
    Parameter,
    Items,
    Header,
}

/// Anything that says what a value looks like: a schema, a parameter, the items of a parameter, a header.
pub(in crate::lint) struct FacetNode<'n> {
    pub(in crate::lint) kind: FacetKind,
    pub(in crate::lint) json: &'n Object,
    pub(in crate::lint) facets: &'n Facets<'n>,
    pub(in crate::lint) place: Place<'n>,
}
