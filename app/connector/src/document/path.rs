//! Paths into a document. A parameter is named by what it is (name and location), not by where it
//! stands, so that edits made side by side still find their place.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// One step of a [`Path`]. In JSON: a string, a number, or `{"name": …, "in": …}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Step {
    /// A member of an object.
    Key(String),
    /// An item of an array, counted from 0.
    Index(usize),
    /// The item of a `parameters` array that has this name and this location.
    Parameter {
        /// The parameter's `name`.
        name: String,
        /// The parameter's `in`: `query`, `path`, `header`, `formData` or `body`.
        #[serde(rename = "in")]
        location: String,
    },
}

/// By hand: what serde derives for an untagged enum takes no number whose spelling is kept.
impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let strange =
            || D::Error::custom("a step of a path is a key, a number, or a name and a location");
        let text = |value: Option<Value>| match value {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        match Value::deserialize(input)? {
            Value::String(key) => Some(Self::Key(key)),
            Value::Number(number) => {
                let index = number
                    .as_u64()
                    .and_then(|index| usize::try_from(index).ok());
                index.map(Self::Index)
            }
            Value::Object(mut members) => text(members.shift_remove("name"))
                .zip(text(members.shift_remove("in")))
                .map(|(name, location)| Self::Parameter { name, location }),
            _ => None,
        }
        .ok_or_else(strange)
    }
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<String> for Step {
    fn from(key: String) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// A place in a document, from its root. The empty path is the root itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Path(Vec<Step>);

impl Path {
    /// The root of the document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// A path of object keys.
    pub fn of<S: Into<Step>>(steps: impl IntoIterator<Item = S>) -> Self {
        Self(steps.into_iter().map(Into::into).collect())
    }

    /// This path with one more step.
    #[must_use]
    pub fn join(&self, step: impl Into<Step>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    /// The steps from the root.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The path of the parent and the last step; `None` at the root.
    #[must_use]
    pub fn split_last(&self) -> Option<(Path, &Step)> {
        let (last, parents) = self.0.split_last()?;
        Some((Self(parents.to_vec()), last))
    }

    /// Whether `self` is `other` or lies within it.
    #[must_use]
    pub fn starts_with(&self, other: &Path) -> bool {
        self.0.starts_with(&other.0)
    }

    /// The value at this path.
    #[must_use]
    pub fn get<'v>(&self, root: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(root, |value, step| step.get(value))
    }

    /// The JSON pointer (RFC 6901) of this path in `root`; a parameter that is not there is written as `-`.
    #[must_use]
    pub fn pointer(&self, root: &Value) -> String {
        let mut pointer = String::new();
        let mut value = Some(root);
        for step in &self.0 {
            pointer.push('/');
            match step {
                Step::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Step::Index(index) => pointer.push_str(&index.to_string()),
                Step::Parameter { .. } => match value.and_then(|v| step.position(v)) {
                    Some(index) => pointer.push_str(&index.to_string()),
                    None => pointer.push('-'),
                },
            }
            value = value.and_then(|v| step.get(v));
        }
        pointer
    }
}

impl Step {
    /// The key, if the step leads to a member of an object.
    #[must_use]
    pub fn as_key(&self) -> Option<&str> {
        match self {
            Self::Key(key) => Some(key),
            Self::Index(_) | Self::Parameter { .. } => None,
        }
    }

    /// The value that this step leads to.
    #[must_use]
    pub fn get<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        match (self, value) {
            (Self::Key(key), Value::Object(members)) => members.get(key),
            (_, Value::Array(items)) => items.get(self.position(value)?),
            _ => None,
        }
    }

    pub(crate) fn get_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        match self {
            Self::Key(key) => value.as_object_mut()?.get_mut(key),
            _ => {
                let position = self.position(value)?;
                value.get_mut(position)
            }
        }
    }

    pub(crate) fn is_index(&self) -> bool {
        matches!(self, Self::Index(_))
    }

    /// Where in the array `value` the item stands that this step names.
    #[must_use]
    pub(crate) fn position(&self, value: &Value) -> Option<usize> {
        self.position_in(value.as_array()?)
    }

    /// [`Step::position`] among these items.
    pub(crate) fn position_in(&self, items: &[Value]) -> Option<usize> {
        match self {
            Self::Index(index) => (*index < items.len()).then_some(*index),
            Self::Parameter { name, location } => items
                .iter()
                .position(|item| is_parameter(item, name, location)),
            Self::Key(_) => None,
        }
    }

    /// The step that names the item at `index` of `items`: by name and location where that is
    /// enough to find it again, else by its place.
    #[must_use]
    pub fn of_item(items: &[Value], index: usize) -> Self {
        let text = |key| {
            items
                .get(index)
                .and_then(|item| item.get(key))
                .and_then(Value::as_str)
        };
        if let (Some(name), Some(location)) = (text("name"), text("in"))
            && items
                .iter()
                .filter(|item| is_parameter(item, name, location))
                .nth(1)
                .is_none()
        {
            return Self::Parameter {
                name: name.to_owned(),
                location: location.to_owned(),
            };
        }
        Self::Index(index)
    }
}

fn is_parameter(item: &Value, name: &str, location: &str) -> bool {
    item.get("name").and_then(Value::as_str) == Some(name)
        && item.get("in").and_then(Value::as_str) == Some(location)
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return out.write_str("the whole document");
        }
        for (n, step) in self.0.iter().enumerate() {
            if n > 0 {
                out.write_str(" › ")?;
            }
            match step {
                Step::Key(key) => out.write_str(key)?,
                Step::Index(index) => write!(out, "{}", index + 1)?,
                Step::Parameter { name, location } => write!(out, "{name} ({location})")?,
            }
        }
        Ok(())
    }
}
