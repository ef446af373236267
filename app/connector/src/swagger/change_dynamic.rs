//! Changes of dynamic values, lists, schemas, properties and trees, as edits (spec sections D.3 and D.4).

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::dynamic::{Argument, Dynamic, DynamicKind, DynamicPath, Source};
use super::{Location, Operation, OperationKey, Schema, operations};
use crate::document::{Edit, Path};
use crate::{Connector, Part};

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

/// Why something dynamic cannot be added.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DynamicError {
    /// There is no parameter or schema at the place.
    #[error(
        "There is no parameter or schema at {holder}. Reload to see the connector as it is now."
    )]
    NoHolder {
        /// The place.
        holder: Path,
    },
    /// It is there already.
    #[error("{holder} has “{}” already. Change that one, or remove it first.", kind.key())]
    Taken {
        /// The place.
        holder: Path,
        /// What is there.
        kind: DynamicKind,
    },
}

/// The edits that let the parameter or the schema at a place of the definition be supplied from a
/// source; of a tree, that is what opens it and what browses it.
///
/// # Errors
/// When there is nothing at the place, or it has this already.
pub fn add_dynamic(
    connector: &Connector,
    holder: &Path,
    kind: DynamicKind,
    source: Source<'_>,
) -> Result<Vec<Edit>, DynamicError> {
    let json = connector.get(Part::Definition, holder);
    let members = json.and_then(Value::as_object);
    let members = members.ok_or_else(|| DynamicError::NoHolder {
        holder: holder.clone(),
    })?;
    if members.contains_key(kind.key()) {
        let holder = holder.clone();
        return Err(DynamicError::Taken { holder, kind });
    }
    let (key, name) = source.written();
    let call = json!({ key: name });
    let json = match kind {
        DynamicKind::Tree => json!({ "open": call, "browse": call }),
        _ => call,
    };
    let edit = connector.set(Part::Definition, &holder.join(kind.key()), Some(json));
    Ok(edit.into_iter().collect())
}

impl<'a> Source<'a> {
    /// The key and the value that say it.
    fn written(self) -> (&'static str, &'a str) {
        match self {
            Self::Operation(id) => ("operationId", id),
            Self::Capability(name) => ("capability", name),
            Self::BuiltIn(name) => ("builtInOperation", name),
        }
    }
}

impl<'a> Dynamic<'a> {
    fn set(&self, connector: &Connector, key: &str, value: Option<Value>) -> Vec<Edit> {
        let edit = connector.set(Part::Definition, &self.path().join(key), value);
        edit.into_iter().collect()
    }

    /// The edits that let the operation of this id supply it.
    #[must_use]
    pub fn set_operation(&self, connector: &Connector, id: &str) -> Vec<Edit> {
        self.set_source(connector, Source::Operation(id))
    }

    /// The edits that let a source supply it, and no other one.
    #[must_use]
    pub fn set_source(&self, connector: &Connector, source: Source<'_>) -> Vec<Edit> {
        let (wanted, name) = source.written();
        let mut edits = self.set(connector, wanted, Some(json!(name)));
        let others = ["operationId", "capability", "builtInOperation"];
        for other in others.into_iter().filter(|key| *key != wanted) {
            edits.extend(self.set(connector, other, None));
        }
        edits
    }

    /// The edits that take it out, whatever else is in it.
    #[must_use]
    pub fn remove(&self, connector: &Connector) -> Vec<Edit> {
        let edit = connector.set(Part::Definition, self.path(), None);
        edit.into_iter().collect()
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
        let place = self.path().join("parameters").join(name);
        let value = argument.map(|argument| written(argument, self.kind()));
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
        let kind = match self.kind() {
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
        let (holder, _) = self.path().split_last().ok_or(NewerError::NotOlder)?;
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
        match (self.kind(), path) {
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
