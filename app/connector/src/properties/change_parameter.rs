//! Changes to one connection parameter (spec section C.2). A constraint is written where the
//! parameter has its constraints already: under `uiDefinition`, or beside it.

use serde_json::{Value, json};

use super::constraint::follow_rename;
use super::kind::{as_kind, new_parameter};
use super::{ConnectionParameter, ParameterKind};
use crate::document::{Change, Edit, Path};
use crate::general::set_gateway_capability;
use crate::message::{Message, error_of_message, message};
use crate::policy::rename_connection_parameter;
use crate::security::Way;
use crate::{Connector, Part};

/// A text of a connection parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterText {
    /// `uiDefinition.displayName`.
    Label,
    /// `uiDefinition.description`.
    Description,
    /// `uiDefinition.tooltip`.
    Tooltip,
    /// `defaultValue`.
    Default,
}

/// Something that a connection parameter is or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterFlag {
    /// `required`: a connection needs it. Written as a text, as the format wants it.
    Required,
    /// `hidden`: the dialog leaves it out. Written as a text.
    Hidden,
    /// `clearText`: what is typed can be seen.
    ClearText,
}

/// Why a connection parameter cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterError {
    /// It has no name.
    NoName,
    /// The name has characters that the format does not know.
    Characters {
        /// The name.
        name: String,
    },
    /// There is one of this name.
    Taken {
        /// The name.
        name: String,
    },
}

error_of_message!(ParameterError);

impl ParameterError {
    /// What is wrong, and how to mend it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoName => message!("Give the connection parameter a name."),
            Self::Characters { name } => message!(
                "“{name}” cannot be a name. Use letters, digits and _; one colon may stand between two such names.",
                name
            ),
            Self::Taken { name } => message!(
                "There is a connection parameter named “{name}” already. Choose another name.",
                name
            ),
        }
    }
}

/// Whether a name is one that the format knows: `^[0-9a-zA-Z_]+(:[0-9a-zA-Z_]+)?$`.
fn check_name(name: &str) -> Result<(), ParameterError> {
    let plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    };
    let is_name = match name.split_once(':') {
        Some((first, second)) => plain(first) && plain(second),
        None => plain(name),
    };
    match (name.is_empty(), is_name) {
        (true, _) => Err(ParameterError::NoName),
        (_, true) => Ok(()),
        _ => Err(ParameterError::Characters {
            name: name.to_owned(),
        }),
    }
}

fn check_free(connector: &Connector, way: Way, name: &str) -> Result<(), ParameterError> {
    check_name(name)?;
    if way.parameters(connector).iter().any(|p| p.key() == name) {
        return Err(ParameterError::Taken {
            name: name.to_owned(),
        });
    }
    Ok(())
}

/// A name that no connection parameter of the way has.
#[must_use]
pub fn free_name(connector: &Connector, way: Way) -> String {
    let present = way.parameters(connector);
    let taken = |name: &String| present.iter().any(|p| p.key() == name);
    let mut names = (1..).map(|n| format!("parameter{n}"));
    names
        .find(|name| !taken(name))
        .unwrap_or_else(|| "parameter".to_owned())
}

/// A gateway is picked by none but a connector that declares it.
fn needs_gateway(connector: &Connector, kind: ParameterKind) -> Option<Edit> {
    let edit = || set_gateway_capability(connector, true);
    (kind == ParameterKind::Gateway).then(edit).flatten()
}

/// The edits that add a connection parameter at the end.
///
/// # Errors
/// When the name is missing, taken or none.
pub fn add_parameter(
    connector: &Connector,
    way: Way,
    name: &str,
    kind: ParameterKind,
    label: &str,
) -> Result<Vec<Edit>, ParameterError> {
    check_free(connector, way, name)?;
    let place = way.place().join(name);
    let edit = connector.set(Part::Properties, &place, Some(new_parameter(kind, label)));
    let mut after = connector.clone();
    let mut edits: Vec<Edit> = edit
        .into_iter()
        .filter(|edit| after.apply(edit).is_ok())
        .collect();
    edits.extend(needs_gateway(&after, kind));
    Ok(edits)
}

/// The edits that give a connection parameter another name. Policies that ask for it and
/// conditions on it follow.
///
/// # Errors
/// When the name is missing, taken or none.
pub fn rename_parameter(
    connector: &Connector,
    way: Way,
    name: &str,
    to: &str,
) -> Result<Vec<Edit>, ParameterError> {
    if name == to {
        return Ok(Vec::new());
    }
    check_free(connector, way, to)?;
    let mut edits = rename_connection_parameter(connector, name, to);
    edits.extend(follow_rename(connector, way, name, to));
    edits.push(Edit {
        part: Part::Properties,
        path: way.place().join(name),
        change: Change::Rename { to: to.to_owned() },
    });
    Ok(edits)
}

/// The edits that delete a connection parameter.
#[must_use]
pub fn delete_parameter(connector: &Connector, way: Way, name: &str) -> Vec<Edit> {
    let edit = connector.set(Part::Properties, &way.place().join(name), None);
    edit.into_iter().collect()
}

/// The edits that move a connection parameter up or down by so many places.
#[must_use]
pub fn shift_parameter(connector: &Connector, way: Way, name: &str, by: isize) -> Vec<Edit> {
    let present = way.parameters(connector);
    let Some(at) = present.iter().position(|p| p.key() == name) else {
        return Vec::new();
    };
    let to = at.saturating_add_signed(by).min(present.len() - 1);
    if to == at {
        return Vec::new();
    }
    vec![Edit {
        part: Part::Properties,
        path: way.place().join(name),
        change: Change::Move { to },
    }]
}

impl ConnectionParameter<'_> {
    fn edit(
        &self,
        connector: &Connector,
        way: Way,
        keys: &[&str],
        value: Option<Value>,
    ) -> Vec<Edit> {
        let place = keys
            .iter()
            .fold(way.place().join(self.key()), |place, key| place.join(*key));
        let edit = connector.set(Part::Properties, &place, value);
        edit.into_iter().collect()
    }

    /// A text as it is written; empty when it is missing.
    #[must_use]
    pub fn written(&self, text: ParameterText) -> &str {
        let found = Path::of(text.keys().iter().copied()).get(self.json());
        found.and_then(Value::as_str).unwrap_or_default()
    }

    /// The edits that make a text `value`; an empty one takes the key out.
    #[must_use]
    pub fn set_text(
        &self,
        connector: &Connector,
        way: Way,
        text: ParameterText,
        value: &str,
    ) -> Vec<Edit> {
        let value = (!value.is_empty()).then(|| json!(value));
        self.edit(connector, way, text.keys(), value)
    }

    /// Whether it is so.
    #[must_use]
    pub fn flag(&self, flag: ParameterFlag) -> bool {
        match flag {
            ParameterFlag::Required => self.required(),
            ParameterFlag::Hidden => self.hidden(),
            ParameterFlag::ClearText => self.clear_text(),
        }
    }

    /// The edits that make it so or not.
    #[must_use]
    pub fn set_flag(
        &self,
        connector: &Connector,
        way: Way,
        flag: ParameterFlag,
        on: bool,
    ) -> Vec<Edit> {
        if self.flag(flag) == on {
            return Vec::new();
        }
        let (key, value) = match flag {
            ParameterFlag::Required => ("required", json!(if on { "true" } else { "false" })),
            ParameterFlag::Hidden => ("hidden", json!(if on { "true" } else { "false" })),
            ParameterFlag::ClearText => ("clearText", json!(on)),
        };
        self.set_constraint(connector, way, key, Some(value))
    }

    pub(super) fn set_constraint(
        &self,
        connector: &Connector,
        way: Way,
        key: &str,
        value: Option<Value>,
    ) -> Vec<Edit> {
        let json = self.json();
        let beside = json.get("constraints").is_some_and(Value::is_object)
            && Path::of(["uiDefinition", "constraints"])
                .get(json)
                .is_none();
        if beside {
            self.edit(connector, way, &["constraints", key], value)
        } else {
            self.edit(connector, way, &["uiDefinition", "constraints", key], value)
        }
    }

    /// The edits that change its kind: what the new kind cannot say goes, what it must say comes.
    #[must_use]
    pub fn set_kind(&self, connector: &Connector, way: Way, kind: ParameterKind) -> Vec<Edit> {
        if self.kind() == kind {
            return Vec::new();
        }
        let mut edits = self.edit(connector, way, &[], Some(as_kind(self.json(), kind)));
        edits.extend(needs_gateway(connector, kind));
        edits
    }

    /// The edits that make the values to choose from these, each with its label; none: anything goes.
    /// They stay under the parameter if they are there, else they go under its constraints.
    #[must_use]
    pub fn set_choices(
        &self,
        connector: &Connector,
        way: Way,
        choices: &[(String, String)],
    ) -> Vec<Edit> {
        let own = self.json().get("allowedValues").is_some();
        let entry = |(value, label): &(String, String)| {
            if own {
                json!({ "value": value, "uiDefinition": { "displayName": label } })
            } else {
                json!({ "text": label, "value": value })
            }
        };
        let list = (!choices.is_empty()).then(|| Value::Array(choices.iter().map(entry).collect()));
        if own {
            self.edit(connector, way, &["allowedValues"], list)
        } else {
            self.set_constraint(connector, way, "allowedValues", list)
        }
    }
}

impl ParameterText {
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Label => &["uiDefinition", "displayName"],
            Self::Description => &["uiDefinition", "description"],
            Self::Tooltip => &["uiDefinition", "tooltip"],
            Self::Default => &["defaultValue"],
        }
    }
}
