//! Dynamic values, lists, schemas, properties and trees: what another operation supplies while a
//! flow is designed (spec sections D.3 and D.4).

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::{Location, Operation, OperationKey, Schema, operations};
use crate::document::{Edit, Path};
use crate::{Connector, Part};

/// What is supplied, and in which style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DynamicKind {
    /// `x-ms-dynamic-values`: choices, in the older style.
    Values,
    /// `x-ms-dynamic-list`: choices, in the newer style.
    List,
    /// `x-ms-dynamic-schema`: a schema, in the older style.
    Schema,
    /// `x-ms-dynamic-properties`: a schema, in the newer style.
    Properties,
    /// `x-ms-dynamic-tree`: choices that open into more choices.
    Tree,
}

impl DynamicKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Values,
        Self::List,
        Self::Schema,
        Self::Properties,
        Self::Tree,
    ];

    /// The key in a parameter or a schema.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Values => "x-ms-dynamic-values",
            Self::List => "x-ms-dynamic-list",
            Self::Schema => "x-ms-dynamic-schema",
            Self::Properties => "x-ms-dynamic-properties",
            Self::Tree => "x-ms-dynamic-tree",
        }
    }

    fn items_key(self) -> &'static str {
        match self {
            Self::Values => "value-collection",
            _ => "itemsPath",
        }
    }

    fn value_key(self) -> &'static str {
        match self {
            Self::Values | Self::Schema => "value-path",
            _ => "itemValuePath",
        }
    }

    fn title_key(self) -> &'static str {
        match self {
            Self::Values => "value-title",
            _ => "itemTitlePath",
        }
    }

    fn is_older(self) -> bool {
        matches!(self, Self::Values | Self::Schema)
    }
}

/// Where what is supplied comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source<'a> {
    /// The operation of this id.
    Operation(&'a str),
    /// A capability of the connector, such as `file-picker`.
    Capability(&'a str),
    /// An operation of the platform.
    BuiltIn(&'a str),
}

/// What an argument of the operation is.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument<'a> {
    /// Always this value.
    Literal(&'a Value),
    /// The value of a parameter, by its name or path.
    Reference(&'a str),
    /// What was picked one level up, of a tree: the path to it.
    Selected(&'a str),
}

/// A call of an operation that supplies something.
#[derive(Clone, Debug)]
pub struct Dynamic<'a> {
    kind: DynamicKind,
    json: &'a Value,
    path: Path,
}

/// What a path of a call leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DynamicPath {
    /// The list in the answer.
    Items,
    /// The value of an item, or the schema in the answer.
    Value,
    /// The title of an item.
    Title,
}

/// Why the newer style cannot be made of the older.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NewerError {
    /// It is not of the older style, or names no operation of the connector.
    #[error(
        "Only what calls an operation of this connector, in the older style, can be written in the newer one."
    )]
    NotOlder,
    /// A name leads to a parameter and a property, or to several, or to none.
    #[error("“{name}” names {found} things here, and has to name one. Write {} by hand.", kind.key())]
    Ambiguous {
        /// The name.
        name: String,
        /// How many things it names.
        found: usize,
        /// What was to be made.
        kind: DynamicKind,
    },
}

/// What a parameter or a schema at `path` has of these; a tree's calls are [`Dynamic::open`] and
/// [`Dynamic::browse`].
#[must_use]
pub fn dynamics<'a>(holder: &'a Value, path: &Path) -> Vec<Dynamic<'a>> {
    let found = DynamicKind::ALL.into_iter().filter_map(|kind| {
        Some(Dynamic {
            kind,
            json: holder.get(kind.key()).filter(|json| json.is_object())?,
            path: path.join(kind.key()),
        })
    });
    found.collect()
}

impl<'a> Dynamic<'a> {
    /// What is supplied.
    #[must_use]
    pub fn kind(&self) -> DynamicKind {
        self.kind
    }

    /// The object.
    #[must_use]
    pub fn json(&self) -> &'a Value {
        self.json
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn text(&self, key: &str) -> Option<&'a str> {
        self.json.get(key).and_then(Value::as_str)
    }

    fn part(&self, key: &str) -> Option<Self> {
        Some(Self {
            kind: self.kind,
            json: self.json.get(key).filter(|json| json.is_object())?,
            path: self.path.join(key),
        })
    }

    /// The call that supplies the first level of a tree.
    #[must_use]
    pub fn open(&self) -> Option<Self> {
        self.part("open")
    }

    /// The call that supplies what is below something picked, of a tree.
    #[must_use]
    pub fn browse(&self) -> Option<Self> {
        self.part("browse")
    }

    /// Where it comes from.
    #[must_use]
    pub fn source(&self) -> Option<Source<'a>> {
        let capability = || self.text("capability").map(Source::Capability);
        let built_in = || self.text("builtInOperation").map(Source::BuiltIn);
        let operation = self.text("operationId").map(Source::Operation);
        operation.or_else(capability).or_else(built_in)
    }

    /// The arguments of the call, by name, in its order.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'a str, Argument<'a>)> {
        let members = self.json.get("parameters").and_then(Value::as_object);
        let members = members.into_iter().flatten();
        members
            .map(|(name, value)| (name.as_str(), self.argument(value)))
            .collect()
    }

    fn argument(&self, value: &'a Value) -> Argument<'a> {
        let text = |key| value.get(key).and_then(Value::as_str);
        if let Some(path) = text("selectedItemValuePath") {
            return Argument::Selected(path);
        }
        if let Some(path) = text("parameterReference").or_else(|| text("parameter")) {
            return Argument::Reference(path);
        }
        match value.get("value") {
            Some(literal) if !self.kind.is_older() => Argument::Literal(literal),
            _ => Argument::Literal(value),
        }
    }

    fn path_key(&self, path: DynamicPath) -> &'static str {
        match path {
            DynamicPath::Items => self.kind.items_key(),
            DynamicPath::Value => self.kind.value_key(),
            DynamicPath::Title => self.kind.title_key(),
        }
    }

    /// A path into the answer; none where it is not said.
    #[must_use]
    pub fn answer_path(&self, path: DynamicPath) -> Option<&'a str> {
        self.text(self.path_key(path))
    }

    fn set(&self, connector: &Connector, key: &str, value: Option<Value>) -> Vec<Edit> {
        let edit = connector.set(Part::Definition, &self.path.join(key), value);
        edit.into_iter().collect()
    }

    /// The edits that let the operation of this id supply it.
    #[must_use]
    pub fn set_operation(&self, connector: &Connector, id: &str) -> Vec<Edit> {
        self.set(connector, "operationId", Some(json!(id)))
    }

    /// The edits that make a path into the answer `text`; none takes it out.
    #[must_use]
    pub fn set_answer_path(
        &self,
        connector: &Connector,
        path: DynamicPath,
        text: Option<&str>,
    ) -> Vec<Edit> {
        self.set(connector, self.path_key(path), text.map(|text| json!(text)))
    }

    /// The edits that set an argument, or take it out, written in the style of the kind.
    #[must_use]
    pub fn set_argument(
        &self,
        connector: &Connector,
        name: &str,
        argument: Option<&Argument<'_>>,
    ) -> Vec<Edit> {
        let place = self.path.join("parameters").join(name);
        let value = argument.map(|argument| written(argument, self.kind));
        let edit = connector.set(Part::Definition, &place, value);
        edit.into_iter().collect()
    }

    /// The edits that write the same in the newer style beside the older one, for an operation
    /// `key` that has it.
    ///
    /// # Errors
    /// When it is not of the older style, or a name in it leads to several things or to none.
    pub fn newer(
        &self,
        connector: &Connector,
        key: &OperationKey,
    ) -> Result<Vec<Edit>, NewerError> {
        let kind = match self.kind {
            DynamicKind::Values => DynamicKind::List,
            DynamicKind::Schema => DynamicKind::Properties,
            _ => return Err(NewerError::NotOlder),
        };
        let definition = connector.definition();
        let Some(Source::Operation(id)) = self.source() else {
            return Err(NewerError::NotOlder);
        };
        let own = Operation::find(definition, key).ok_or(NewerError::NotOlder)?;
        let called = operations(definition).find(|operation| operation.operation_id() == id);
        let called = called.ok_or(NewerError::NotOlder)?;
        let json = self.in_newer_style(definition, kind, &own, &called)?;
        let (holder, _) = self.path.split_last().ok_or(NewerError::NotOlder)?;
        let edit = connector.set(Part::Definition, &holder.join(kind.key()), Some(json));
        Ok(edit.into_iter().collect())
    }

    fn in_newer_style(
        &self,
        definition: &Value,
        kind: DynamicKind,
        own: &Operation<'_>,
        called: &Operation<'_>,
    ) -> Result<Value, NewerError> {
        let mut arguments = Map::new();
        for (name, argument) in self.arguments() {
            let to = the_only(definition, called, name, kind)?;
            let value = match argument {
                Argument::Reference(from) => {
                    let from = the_only(definition, own, from, kind)?;
                    written(&Argument::Reference(&from), kind)
                }
                other => written(&other, kind),
            };
            arguments.insert(to, value);
        }
        let mut json = Map::new();
        json.insert("operationId".to_owned(), json!(called.operation_id()));
        json.insert("parameters".to_owned(), Value::Object(arguments));
        for path in [DynamicPath::Items, DynamicPath::Value, DynamicPath::Title] {
            let Some(text) = self.newer_path(path).filter(|text| !text.is_empty()) else {
                continue;
            };
            let key = match path {
                DynamicPath::Items => kind.items_key(),
                DynamicPath::Value => kind.value_key(),
                DynamicPath::Title => kind.title_key(),
            };
            json.insert(key.to_owned(), json!(text));
        }
        Ok(Value::Object(json))
    }

    /// The newer style names the schema, where the older one may name its `properties`.
    fn newer_path(&self, path: DynamicPath) -> Option<&'a str> {
        let text = self.answer_path(path)?;
        match (self.kind, path) {
            (DynamicKind::Values, _) => Some(text),
            (_, DynamicPath::Value) if text == "properties" => None,
            (_, DynamicPath::Value) => Some(text.strip_suffix("/properties").unwrap_or(text)),
            _ => None,
        }
    }
}

fn written(argument: &Argument<'_>, kind: DynamicKind) -> Value {
    match argument {
        Argument::Literal(value) if kind.is_older() => (*value).clone(),
        Argument::Literal(value) => json!({ "value": value }),
        Argument::Reference(name) if kind.is_older() => json!({ "parameter": name }),
        Argument::Reference(name) => json!({ "parameterReference": name }),
        Argument::Selected(path) => json!({ "selectedItemValuePath": path }),
    }
}

/// The path that the newer style gives to the one thing that an older name leads to: a parameter,
/// or a property of the body.
fn the_only(
    definition: &Value,
    operation: &Operation<'_>,
    name: &str,
    kind: DynamicKind,
) -> Result<String, NewerError> {
    let mut found = Vec::new();
    for parameter in operation.parameters() {
        if parameter.name() == name {
            found.push(name.to_owned());
        }
        if parameter.location() == Some(Location::Body) {
            let body = Schema::at(definition, &parameter.path().join("schema"));
            if body.is_some_and(|body| leads_somewhere(&body, name)) {
                found.push(format!("{}/{name}", parameter.name()));
            }
        }
    }
    match found.as_slice() {
        [only] => Ok(only.clone()),
        _ => Err(NewerError::Ambiguous {
            name: name.to_owned(),
            found: found.len(),
            kind,
        }),
    }
}

/// Whether a body has a property at a path string.
fn leads_somewhere(body: &Schema<'_>, path: &str) -> bool {
    let mut at = Some(body.clone());
    for name in path.split('/') {
        let Some(schema) = at else {
            return false;
        };
        at = schema
            .properties()
            .into_iter()
            .find(|property| property.name == name)
            .map(|property| property.schema);
    }
    at.is_some()
}
