//! Operations: actions and triggers, entries of `paths`.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::parameter::Listed;
use super::{Parameter, Visibility};
use crate::document::Path;

/// An HTTP method that a Swagger 2.0 path can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the methods of RFC 9110, by their names")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 7] = [
        Self::Get,
        Self::Put,
        Self::Post,
        Self::Delete,
        Self::Options,
        Self::Head,
        Self::Patch,
    ];

    /// The key in a path item.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Put => "put",
            Self::Post => "post",
            Self::Delete => "delete",
            Self::Options => "options",
            Self::Head => "head",
            Self::Patch => "patch",
        }
    }

    /// The method as HTTP writes it.
    #[must_use]
    pub fn verb(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
        }
    }

    /// The method that a key or a verb names, in any letter case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|method| method.as_str().eq_ignore_ascii_case(text))
    }
}

/// What names an operation in a definition: its path and its method.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OperationKey {
    /// The key in `paths`.
    pub path: String,
    /// The key in the path item.
    pub method: Method,
}

impl OperationKey {
    /// The key of a path and a method.
    pub fn new(path: impl Into<String>, method: Method) -> Self {
        Self {
            path: path.into(),
            method,
        }
    }

    /// Where the operation is in the definition.
    #[must_use]
    pub fn location(&self) -> Path {
        Path::of(["paths", self.path.as_str(), self.method.as_str()])
    }

    /// The key that `GET /users` (as [`fmt::Display`] writes it) names.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (verb, path) = text.split_once(' ')?;
        Some(Self::new(path, Method::parse(verb)?))
    }
}

impl fmt::Display for OperationKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.method.verb(), self.path)
    }
}

/// An operation in its definition.
#[derive(Clone, Debug)]
pub struct Operation<'a> {
    key: OperationKey,
    path_name: &'a str,
    root: &'a Value,
    item: &'a Value,
    json: &'a Value,
}

/// The operations of a definition, in its order.
pub fn operations(definition: &Value) -> impl Iterator<Item = Operation<'_>> {
    let items = definition
        .get("paths")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    items.flat_map(move |(path, item)| {
        let members = item.as_object().into_iter().flatten();
        members.filter_map(move |(name, json)| {
            let method = Method::ALL
                .into_iter()
                .find(|method| method.as_str() == name)?;
            json.is_object().then(|| Operation {
                key: OperationKey::new(path, method),
                path_name: path,
                root: definition,
                item,
                json,
            })
        })
    })
}

impl<'a> Operation<'a> {
    /// The operation of this key.
    #[must_use]
    pub fn find(definition: &'a Value, key: &OperationKey) -> Option<Self> {
        let paths = definition.get("paths")?.as_object()?;
        let (path_name, item) = paths.get_key_value(&key.path)?;
        let json = item
            .get(key.method.as_str())
            .filter(|json| json.is_object())?;
        Some(Self {
            key: key.clone(),
            path_name,
            root: definition,
            item,
            json,
        })
    }

    /// What names it.
    #[must_use]
    pub fn key(&self) -> &OperationKey {
        &self.key
    }

    /// The key of its path, as the definition has it.
    #[must_use]
    pub fn path_name(&self) -> &'a str {
        self.path_name
    }

    /// The operation object.
    #[must_use]
    pub fn json(&self) -> &'a Value {
        self.json
    }

    /// The path item that it is in.
    #[must_use]
    pub fn item(&self) -> &'a Value {
        self.item
    }

    fn text(&self, key: &str) -> &'a str {
        self.json
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// `operationId`.
    #[must_use]
    pub fn operation_id(&self) -> &'a str {
        self.text("operationId")
    }

    /// `summary`.
    #[must_use]
    pub fn summary(&self) -> &'a str {
        self.text("summary")
    }

    /// `description`.
    #[must_use]
    pub fn description(&self) -> &'a str {
        self.text("description")
    }

    /// `x-ms-visibility`.
    #[must_use]
    pub fn visibility(&self) -> Visibility {
        Visibility::of(self.json)
    }

    /// Whether it is a trigger: it has `x-ms-trigger` (spec section D.1).
    #[must_use]
    pub fn is_trigger(&self) -> bool {
        self.json.get("x-ms-trigger").is_some()
    }

    /// The name as people see it: the summary, the operation ID, or method and path.
    #[must_use]
    pub fn label(&self) -> String {
        [self.summary(), self.operation_id()]
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or_else(|| self.key.to_string(), str::to_owned)
    }

    /// The parameters of the path item that the operation does not replace, then its own.
    #[must_use]
    pub fn parameters(&self) -> Vec<Parameter<'a>> {
        let own = self.listed(self.json, Some(self.key.method));
        let mut all = self.listed(self.item, None);
        all.retain(|outer| {
            !own.iter()
                .any(|p| p.name() == outer.name() && p.location() == outer.location())
        });
        all.extend(own);
        all
    }

    /// The parameters of the method, or of the path item.
    fn listed(&self, holder: &'a Value, method: Option<Method>) -> Vec<Parameter<'a>> {
        let Some(items) = holder.get("parameters").and_then(Value::as_array) else {
            return Vec::new();
        };
        let parameter = |(index, json): (usize, &'a Value)| {
            let shared = shared_name(json).and_then(|name| {
                let json = self.root.get("parameters")?.get(&name)?;
                Some(Parameter::shared(json, name))
            });
            shared.unwrap_or_else(|| {
                let place = Listed {
                    path: self.path_name,
                    method,
                    items,
                    index,
                };
                Parameter::listed(json, place)
            })
        };
        items.iter().enumerate().map(parameter).collect()
    }
}

/// The name under the root's `parameters` that a parameter refers to; empty when it refers elsewhere.
fn shared_name(parameter: &Value) -> Option<String> {
    let target = parameter.get("$ref").and_then(Value::as_str)?;
    let name = target.strip_prefix("#/parameters/").unwrap_or_default();
    if name.contains('~') {
        return Some(name.replace("~1", "/").replace("~0", "~"));
    }
    Some(name.to_owned())
}

/// The parameter of the root that a parameter refers to.
pub(super) fn shared<'v>(root: &'v Value, parameter: &Value) -> Option<&'v Value> {
    root.get("parameters")?.get(shared_name(parameter)?)
}
