//! When and where the connection dialog shows a connection parameter: `tabIndex`, `capability` and
//! `dependencies` of its constraints (spec section C.2).

use serde_json::{Map, Value, json};

use super::ConnectionParameter;
use crate::Connector;
use crate::document::Edit;
use crate::message::{Message, error_of_message, message};
use crate::security::Way;

/// A condition on another connection parameter: it has one of these values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The key of the other parameter.
    pub parameter: String,
    /// The values.
    pub values: Vec<String>,
}

/// Why a constraint cannot be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConstraintError {
    /// The place in the dialog is no number.
    NoNumber,
    /// A condition names no parameter, or no value.
    NoCondition {
        /// What was written.
        line: String,
    },
    /// A condition on a parameter that is not there.
    Unknown {
        /// The name.
        name: String,
    },
    /// A condition on the parameter itself.
    Itself,
}

error_of_message!(ConstraintError);

impl ConstraintError {
    /// What is wrong, and how to mend it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoNumber => message!(
                "Write the place in the dialog as a whole number, such as 2, or leave it empty."
            ),
            Self::NoCondition { line } => message!(
                "Write “{line}” as the name of a parameter, = and its values, with commas between.",
                line
            ),
            Self::Unknown { name } => message!(
                "There is no connection parameter named “{name}” in this way to authenticate.",
                name
            ),
            Self::Itself => {
                message!("A connection parameter cannot wait for itself. Name another one.")
            }
        }
    }
}

impl Dependency {
    /// The conditions that lines such as `authType = basic, windows` say.
    ///
    /// # Errors
    /// When a line names no parameter or no value.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, ConstraintError> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(Self::parse).collect()
    }

    fn parse(line: &str) -> Result<Self, ConstraintError> {
        let unclear = || ConstraintError::NoCondition {
            line: line.to_owned(),
        };
        let (parameter, values) = line.split_once('=').ok_or_else(unclear)?;
        let values = values.split(',').map(str::trim);
        let values: Vec<String> = values
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect();
        let parameter = parameter.trim().to_owned();
        if parameter.is_empty() || values.is_empty() {
            return Err(unclear());
        }
        Ok(Self { parameter, values })
    }

    /// The conditions as lines that [`Dependency::parse_all`] reads.
    #[must_use]
    pub fn written(all: &[Self]) -> String {
        let line = |one: &Self| format!("{} = {}", one.parameter, one.values.join(", "));
        all.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

impl ConnectionParameter<'_> {
    /// Its place in the dialog: `tabIndex`.
    #[must_use]
    pub fn tab_index(&self) -> Option<i64> {
        match self.constraint("tabIndex")? {
            Value::String(text) => text.trim().parse().ok(),
            value => value.as_i64(),
        }
    }

    /// The edits that make its place in the dialog this; nothing: where it stands in the list.
    ///
    /// # Errors
    /// When it is no whole number.
    pub fn set_tab_index(
        &self,
        connector: &Connector,
        way: Way,
        text: &str,
    ) -> Result<Vec<Edit>, ConstraintError> {
        let index = match text.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| ConstraintError::NoNumber)?),
        };
        if index == self.tab_index() {
            return Ok(Vec::new());
        }
        let value = index.map(|index: i64| json!(index));
        Ok(self.set_constraint(connector, way, "tabIndex", value))
    }

    /// The kinds of connection that ask for it, such as `gateway`; none: all.
    #[must_use]
    pub fn capabilities(&self) -> Vec<&str> {
        let list = self.constraint("capability").and_then(Value::as_array);
        let items = list.into_iter().flatten();
        items.filter_map(Value::as_str).collect()
    }

    /// The edits that let these kinds of connection alone ask for it; none: all.
    #[must_use]
    pub fn set_capabilities(
        &self,
        connector: &Connector,
        way: Way,
        capabilities: &[&str],
    ) -> Vec<Edit> {
        if self.capabilities() == capabilities {
            return Vec::new();
        }
        let value = (!capabilities.is_empty()).then(|| json!(capabilities));
        self.set_constraint(connector, way, "capability", value)
    }

    /// The conditions under which the dialog asks for it; none: always.
    #[must_use]
    pub fn dependencies(&self) -> Vec<Dependency> {
        let members = self.constraint("dependencies").and_then(Value::as_object);
        let members = members.into_iter().flatten();
        members
            .map(|(parameter, condition)| {
                let values = condition.get("values").and_then(Value::as_array);
                let values = values.into_iter().flatten().filter_map(Value::as_str);
                Dependency {
                    parameter: parameter.clone(),
                    values: values.map(str::to_owned).collect(),
                }
            })
            .collect()
    }

    /// The edits that make the dialog ask for it under these conditions alone; none: always. What a
    /// condition that stays says beside its values stays too.
    ///
    /// # Errors
    /// When one names a parameter that the way does not have, or the parameter itself.
    pub fn set_dependencies(
        &self,
        connector: &Connector,
        way: Way,
        dependencies: &[Dependency],
    ) -> Result<Vec<Edit>, ConstraintError> {
        let parameters = way.parameters(connector);
        for Dependency { parameter, .. } in dependencies {
            if parameter == self.key() {
                return Err(ConstraintError::Itself);
            }
            if !parameters.iter().any(|p| p.key() == parameter) {
                let name = parameter.clone();
                return Err(ConstraintError::Unknown { name });
            }
        }
        if self.dependencies() == dependencies {
            return Ok(Vec::new());
        }
        let present = self.constraint("dependencies");
        let mut members = Map::new();
        for Dependency { parameter, values } in dependencies {
            let condition = present.and_then(|all| all.get(parameter));
            let mut condition = condition
                .and_then(Value::as_object)
                .cloned()
                .unwrap_or_default();
            condition.insert("values".to_owned(), json!(values));
            members.insert(parameter.clone(), Value::Object(condition));
        }
        let value = (!members.is_empty()).then_some(Value::Object(members));
        Ok(self.set_constraint(connector, way, "dependencies", value))
    }

    /// Whether the dialog asks for it, when the others have these values and connections go through a
    /// gateway or do not.
    #[must_use]
    pub fn is_asked<'v>(&self, gateway: bool, value_of: impl Fn(&str) -> Option<&'v str>) -> bool {
        let capabilities = self.capabilities();
        let can = capabilities.is_empty()
            || capabilities
                .iter()
                .any(|name| gateway || !name.eq_ignore_ascii_case("gateway"));
        let holds = |one: &Dependency| {
            value_of(&one.parameter)
                .is_some_and(|value| one.values.iter().any(|wanted| wanted == value))
        };
        can && !self.hidden() && self.dependencies().iter().all(holds)
    }
}

/// The edits that let conditions on a parameter follow its new name.
pub(super) fn follow_rename(connector: &Connector, way: Way, name: &str, to: &str) -> Vec<Edit> {
    let parameters = way.parameters(connector).into_iter();
    let edits = parameters.filter(|p| p.key() != name).flat_map(|p| {
        let Some(Value::Object(members)) = p.constraint("dependencies") else {
            return Vec::new();
        };
        if !members.contains_key(name) {
            return Vec::new();
        }
        let renamed = |key: &String| {
            if key == name {
                to.to_owned()
            } else {
                key.clone()
            }
        };
        let members = members
            .iter()
            .map(|(key, value)| (renamed(key), value.clone()))
            .collect();
        p.set_constraint(connector, way, "dependencies", Some(Value::Object(members)))
    });
    edits.collect()
}
