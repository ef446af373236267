//! Connection parameter sets: several ways to authenticate, of which the user picks one
//! (spec section C.5).

use serde_json::{Value, json};

use super::ConnectionParameter;
use super::connection_parameter::listed;
use crate::document::{Change, Edit, Path};
use crate::message::{Message, error_of_message, message};
use crate::{Connector, Part};

const SET_ORDER: &[&str] = &["name", "uiDefinition", "parameters", "metadata"];

/// One way to authenticate.
#[derive(Clone, Debug)]
pub struct ParameterSet<'a> {
    json: &'a Value,
    path: Path,
}

/// A text of a set that the connection dialog shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetText {
    /// `uiDefinition.displayName`.
    DisplayName,
    /// `uiDefinition.description`.
    Description,
}

/// Why a set cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetError {
    /// It has no name.
    NoName,
    /// There is one of this name.
    Taken {
        /// The name.
        name: String,
    },
    /// There is none of this name.
    Missing {
        /// The name.
        name: String,
    },
}

error_of_message!(SetError);

impl SetError {
    /// What is wrong, and how to mend it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoName => message!("Give the way to authenticate a name."),
            Self::Taken { name } => message!(
                "There is a way to authenticate named “{name}” already. Choose another name.",
                name
            ),
            Self::Missing { name } => message!(
                "There is no way to authenticate named “{name}”. Reload to see the connector as it is now.",
                name
            ),
        }
    }
}

fn holder() -> Path {
    Path::of(["properties", "connectionParameterSets"])
}

/// The sets of a properties document, in its order; entries that are no objects are left out.
#[must_use]
pub fn parameter_sets(properties: &Value) -> Vec<ParameterSet<'_>> {
    let list = holder().join("values");
    let items = list.get(properties).and_then(Value::as_array);
    let items = items.into_iter().flatten().enumerate();
    items
        .filter(|(_, json)| json.is_object())
        .map(|(n, json)| ParameterSet {
            json,
            path: list.join(n),
        })
        .collect()
}

impl<'a> ParameterSet<'a> {
    fn ui(&self, key: &str) -> &'a str {
        let text = Path::of(["uiDefinition", key]).get(self.json);
        text.and_then(Value::as_str).unwrap_or_default()
    }

    /// The set object.
    #[must_use]
    pub fn json(&self) -> &'a Value {
        self.json
    }

    /// Where it is written down.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name that connections know it by.
    #[must_use]
    pub fn name(&self) -> &'a str {
        let name = self.json.get("name").and_then(Value::as_str);
        name.unwrap_or_default()
    }

    /// The label in the connection dialog, or the name.
    #[must_use]
    pub fn label(&self) -> &'a str {
        match self.ui("displayName") {
            "" => self.name(),
            label => label,
        }
    }

    /// The help text in the connection dialog.
    #[must_use]
    pub fn description(&self) -> &'a str {
        self.ui("description")
    }

    /// `metadata.allowSharing`; none where nothing is said.
    #[must_use]
    pub fn allows_sharing(&self) -> Option<bool> {
        let allows = Path::of(["metadata", "allowSharing"]).get(self.json)?;
        allows.as_bool()
    }

    /// What the user must supply, in its order.
    #[must_use]
    pub fn parameters(&self) -> Vec<ConnectionParameter<'a>> {
        listed(self.json.get("parameters"))
    }

    /// Where the connection parameter of this key is, or would be.
    #[must_use]
    pub fn parameter_path(&self, key: &str) -> Path {
        self.path.join("parameters").join(key)
    }

    /// The edits that make a text `text`; an empty one takes the key out.
    #[must_use]
    pub fn set_text(&self, connector: &Connector, field: SetText, text: &str) -> Vec<Edit> {
        let key = match field {
            SetText::DisplayName => "displayName",
            SetText::Description => "description",
        };
        let place = self.path.join("uiDefinition").join(key);
        let text = (!text.is_empty()).then(|| json!(text));
        let edit = connector.set_in_order(Part::Properties, &place, text, SET_ORDER);
        edit.into_iter().collect()
    }

    /// The edits that say whether connections of this kind can be shared; none says nothing.
    #[must_use]
    pub fn set_sharing(&self, connector: &Connector, allows: Option<bool>) -> Vec<Edit> {
        let place = self.path.join("metadata").join("allowSharing");
        let allows = allows.map(Value::Bool);
        let edit = connector.set_in_order(Part::Properties, &place, allows, SET_ORDER);
        edit.into_iter().collect()
    }

    /// The edits that set a connection parameter of this key, or take it out.
    #[must_use]
    pub fn set_parameter(
        &self,
        connector: &Connector,
        key: &str,
        parameter: Option<Value>,
    ) -> Vec<Edit> {
        let edit = connector.set(Part::Properties, &self.parameter_path(key), parameter);
        edit.into_iter().collect()
    }
}

fn find<'a>(connector: &'a Connector, name: &str) -> Option<ParameterSet<'a>> {
    let mut sets = parameter_sets(connector.properties()).into_iter();
    sets.find(|set| set.name() == name)
}

fn there<'a>(connector: &'a Connector, name: &str) -> Result<ParameterSet<'a>, SetError> {
    find(connector, name).ok_or_else(|| SetError::Missing {
        name: name.to_owned(),
    })
}

fn check_free(connector: &Connector, name: &str) -> Result<(), SetError> {
    if name.trim().is_empty() {
        return Err(SetError::NoName);
    }
    match find(connector, name) {
        None => Ok(()),
        Some(_) => Err(SetError::Taken {
            name: name.to_owned(),
        }),
    }
}

/// The edits that add a set with no parameters at the end; the first brings the list along.
///
/// # Errors
/// When the name is missing or taken.
pub fn add_parameter_set(
    connector: &Connector,
    name: &str,
    label: &str,
) -> Result<Vec<Edit>, SetError> {
    check_free(connector, name)?;
    let set = json!({ "name": name, "uiDefinition": { "displayName": label }, "parameters": {} });
    let list = holder().join("values");
    let present = connector.get(Part::Properties, &list);
    let edit = match present.and_then(Value::as_array) {
        Some(items) => connector.set(Part::Properties, &list.join(items.len()), Some(set)),
        None if connector.get(Part::Properties, &holder()).is_some() => {
            connector.set(Part::Properties, &list, Some(json!([set])))
        }
        None => {
            let sets = json!({
                "uiDefinition": { "displayName": "Authentication type" },
                "values": [set]
            });
            connector.set(Part::Properties, &holder(), Some(sets))
        }
    };
    Ok(edit.into_iter().collect())
}

/// The edits that give a set another name.
///
/// # Errors
/// When it is not there, or the name is missing or taken.
pub fn rename_parameter_set(
    connector: &Connector,
    name: &str,
    to: &str,
) -> Result<Vec<Edit>, SetError> {
    let set = there(connector, name)?;
    if name == to {
        return Ok(Vec::new());
    }
    check_free(connector, to)?;
    let edit = connector.set(Part::Properties, &set.path.join("name"), Some(json!(to)));
    Ok(edit.into_iter().collect())
}

/// The edits that delete a set; with the last one the whole list goes.
///
/// # Errors
/// When it is not there.
pub fn delete_parameter_set(connector: &Connector, name: &str) -> Result<Vec<Edit>, SetError> {
    let set = there(connector, name)?;
    let items = connector.get(Part::Properties, &holder().join("values"));
    let is_last = items.and_then(Value::as_array).map_or(0, Vec::len) == 1;
    let place = if is_last { holder() } else { set.path };
    let edit = connector.set(Part::Properties, &place, None);
    Ok(edit.into_iter().collect())
}

/// The edits that give a set another place, counted from 0.
///
/// # Errors
/// When it is not there.
pub fn move_parameter_set(
    connector: &Connector,
    name: &str,
    to: usize,
) -> Result<Vec<Edit>, SetError> {
    let set = there(connector, name)?;
    let list = connector.get(Part::Properties, &holder().join("values"));
    let last = list.and_then(Value::as_array).map_or(0, Vec::len);
    let to = to.min(last.saturating_sub(1));
    if set.path == holder().join("values").join(to) {
        return Ok(Vec::new());
    }
    Ok(vec![Edit {
        part: Part::Properties,
        path: set.path,
        change: Change::Move { to },
    }])
}
