//! Parameters of an operation: its own, those of its path, and shared ones by `$ref`.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Method;
use crate::document::{Path, Step};

/// Where a parameter is sent (`in`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Location {
    /// In the path: `/users/{id}`.
    #[serde(rename = "path")]
    Path,
    /// In the query string.
    #[serde(rename = "query")]
    Query,
    /// As a header.
    #[serde(rename = "header")]
    Header,
    /// The whole body.
    #[serde(rename = "body")]
    Body,
    /// A field of a form body.
    #[serde(rename = "formData")]
    FormData,
}

impl Location {
    /// Every location, in the order in which a form shows them.
    pub const ALL: [Self; 5] = [
        Self::Path,
        Self::Query,
        Self::Header,
        Self::Body,
        Self::FormData,
    ];

    /// The value of `in`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Body => "body",
            Self::FormData => "formData",
        }
    }

    /// The location that `in` names.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|location| location.as_str() == text)
    }
}

/// `x-ms-visibility`; the key is absent for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Visibility {
    /// Shown as usual.
    #[default]
    None,
    /// Shown first.
    Important,
    /// Shown under "advanced".
    Advanced,
    /// Hidden.
    Internal,
}

impl Visibility {
    /// Every visibility, in the order in which a form shows them.
    pub const ALL: [Self; 4] = [Self::None, Self::Important, Self::Advanced, Self::Internal];

    /// The value of `x-ms-visibility`; empty for none.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Important => "important",
            Self::Advanced => "advanced",
            Self::Internal => "internal",
        }
    }

    /// The visibility of a value that has it; an unknown one counts as none.
    #[must_use]
    pub fn of(value: &Value) -> Self {
        let text = value
            .get("x-ms-visibility")
            .and_then(Value::as_str)
            .unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|visibility| visibility.as_str() == text)
            .unwrap_or_default()
    }
}

/// Where a parameter of an operation is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin<'p> {
    /// In the operation itself.
    Operation,
    /// In the path item, for all its operations.
    PathItem,
    /// Under `parameters` at the root, by this name, for every operation that refers to it.
    Shared(&'p str),
}

/// A parameter as an operation sees it, references followed.
#[derive(Clone, Debug)]
pub struct Parameter<'a> {
    json: &'a Value,
    source: Source<'a>,
    /// The place, once somebody asked for it. Few do, and it takes longer than all the rest.
    path: OnceLock<Path>,
}

/// Where a parameter was found.
#[derive(Clone, Debug)]
enum Source<'a> {
    Listed(Listed<'a>),
    /// Under `parameters` at the root, by this name.
    Shared(String),
}

/// An item of a list of parameters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed<'a> {
    /// The key in `paths`.
    pub(super) path: &'a str,
    /// The method whose list it is; none: that of the path item.
    pub(super) method: Option<Method>,
    pub(super) items: &'a [Value],
    pub(super) index: usize,
}

impl Listed<'_> {
    fn place(&self) -> Path {
        let method = self.method.map(Method::as_str);
        let keys = ["paths", self.path].into_iter().chain(method);
        let steps = keys.chain(["parameters"]).map(Step::from);
        let item = self.items.get(self.index);
        let is_reference = item.is_some_and(|item| item.get("$ref").is_some_and(Value::is_string));
        let last = if is_reference {
            Step::from(self.index)
        } else {
            Step::of_item(self.items, self.index)
        };
        Path::of(steps.chain([last]))
    }
}

impl<'a> Parameter<'a> {
    pub(super) fn listed(json: &'a Value, listed: Listed<'a>) -> Self {
        Self {
            json,
            source: Source::Listed(listed),
            path: OnceLock::new(),
        }
    }

    /// One under `parameters` at the root.
    pub(super) fn shared(json: &'a Value, name: String) -> Self {
        Self {
            json,
            source: Source::Shared(name),
            path: OnceLock::new(),
        }
    }

    /// The parameter object.
    #[must_use]
    pub fn json(&self) -> &'a Value {
        self.json
    }

    /// Where it is written down.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.path.get_or_init(|| match &self.source {
            Source::Listed(listed) => listed.place(),
            Source::Shared(name) => Path::of(["parameters", name.as_str()]),
        })
    }

    /// Whose it is.
    #[must_use]
    pub fn origin(&self) -> Origin<'_> {
        match &self.source {
            Source::Listed(listed) if listed.method.is_some() => Origin::Operation,
            Source::Listed(_) => Origin::PathItem,
            Source::Shared(name) => Origin::Shared(name),
        }
    }

    fn text(&self, key: &str) -> &'a str {
        self.json
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// `name`.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text("name")
    }

    /// `in`; none where it is missing or unknown.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        Location::parse(self.text("in"))
    }

    /// `type`; for a body the type of its schema, references followed at the caller's.
    #[must_use]
    pub fn kind(&self) -> &'a str {
        self.text("type")
    }

    /// `format`.
    #[must_use]
    pub fn format(&self) -> &'a str {
        self.text("format")
    }

    /// `required`; a path parameter always is.
    #[must_use]
    pub fn required(&self) -> bool {
        self.location() == Some(Location::Path)
            || self
                .json
                .get("required")
                .and_then(Value::as_bool)
                .unwrap_or_default()
    }

    /// `default`.
    #[must_use]
    pub fn default_value(&self) -> Option<&'a Value> {
        self.json.get("default")
    }

    /// `enum`.
    #[must_use]
    pub fn choices(&self) -> &'a [Value] {
        self.json
            .get("enum")
            .and_then(Value::as_array)
            .map_or(&[], Vec::as_slice)
    }

    /// `x-ms-summary`.
    #[must_use]
    pub fn summary(&self) -> &'a str {
        self.text("x-ms-summary")
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

    /// `schema` of a body.
    #[must_use]
    pub fn schema(&self) -> Option<&'a Value> {
        self.json.get("schema")
    }

    /// The name as people see it: the summary, or the name.
    #[must_use]
    pub fn label(&self) -> &'a str {
        if self.summary().is_empty() {
            self.name()
        } else {
            self.summary()
        }
    }
}
