//! The ways to authenticate: the only one, or each of several connection parameter sets
//! (spec section C.5).

use serde_json::{Map, Value, json};
use thiserror::Error;

use crate::document::{Edit, Path};
use crate::properties::{ConnectionParameter, ParameterSet, connection_parameters, parameter_sets};
use crate::{Connector, Part};

/// A way to authenticate: the place that holds its connection parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// The only one: `properties.connectionParameters`.
    Only,
    /// One among several: the set at this index of `connectionParameterSets.values`.
    Set(usize),
}

/// Why a connection has no way to authenticate: what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WayError {
    /// There are several, and it names none.
    #[error(
        "The connector offers several ways to authenticate, and none is chosen for this connection. Choose one in the dialog of the connection."
    )]
    NotChosen,
    /// It was made with one that is there no more.
    #[error(
        "The connector does not offer the way to authenticate “{name}” any more, for which this connection was made. Choose another one in the dialog of the connection."
    )]
    Gone {
        /// The name of its connection parameter set.
        name: String,
    },
}

impl Way {
    /// The ways that a connector offers, in its order; at least one.
    #[must_use]
    pub fn all(connector: &Connector) -> Vec<Self> {
        let list = Path::of(["properties", "connectionParameterSets", "values"]);
        let sets = connector
            .get(Part::Properties, &list)
            .and_then(Value::as_array);
        match sets {
            Some(sets) if !sets.is_empty() => (0..sets.len()).map(Self::Set).collect(),
            _ => vec![Self::Only],
        }
    }

    /// Where its connection parameters are, or would be, in the properties.
    #[must_use]
    pub fn place(self) -> Path {
        match self {
            Self::Only => Path::of(["properties", "connectionParameters"]),
            Self::Set(index) => {
                let values = Path::of(["properties", "connectionParameterSets", "values"]);
                values.join(index).join("parameters")
            }
        }
    }

    /// The way of a connection by the name of the connection parameter set that it was made with; empty for one that was
    /// made with the only way. Of sets of the same name the first counts, as one without a name never does.
    ///
    /// # Errors
    /// When the connector has several ways and the connection names none, or one that is not there.
    pub fn of_connection(connector: &Connector, set: &str) -> Result<Self, WayError> {
        let gone = || WayError::Gone {
            name: set.to_owned(),
        };
        match (set, Self::all(connector).as_slice()) {
            ("", [Self::Only]) => Ok(Self::Only),
            ("", _) => Err(WayError::NotChosen),
            (_, ways) => {
                let mut ways = ways.iter().copied();
                ways.find(|way| way.name(connector) == set).ok_or_else(gone)
            }
        }
    }

    /// Its connection parameter set; none of the only way.
    #[must_use]
    pub fn set(self, connector: &Connector) -> Option<ParameterSet<'_>> {
        let Self::Set(index) = self else { return None };
        let values = Path::of(["properties", "connectionParameterSets", "values"]);
        let own = values.join(index);
        let mut sets = parameter_sets(connector.properties()).into_iter();
        sets.find(|set| *set.path() == own)
    }

    /// The name by which connections know it; empty of the only way.
    #[must_use]
    pub fn name(self, connector: &Connector) -> &str {
        self.set(connector).map_or("", |set| set.name())
    }

    /// Its connection parameters, in their order.
    #[must_use]
    pub fn parameters(self, connector: &Connector) -> Vec<ConnectionParameter<'_>> {
        match self {
            Self::Only => connection_parameters(connector.properties()),
            Self::Set(_) => {
                let set = self.set(connector);
                set.map(|set| set.parameters()).unwrap_or_default()
            }
        }
    }

    /// The edit that makes its connection parameters these.
    pub(super) fn put(self, connector: &Connector, parameters: Value) -> Option<Edit> {
        connector.set_in_order(
            Part::Properties,
            &self.place(),
            Some(parameters),
            &["name", "uiDefinition", "parameters", "metadata"],
        )
    }
}

/// The edits that make the only way to authenticate the first of several; a second one that asks
/// for nothing yet is added. None when there are several already.
#[must_use]
pub fn offer_several(connector: &Connector) -> Vec<Edit> {
    let sets = Path::of(["properties", "connectionParameterSets"]);
    if connector.get(Part::Properties, &sets).is_some() {
        return Vec::new();
    }
    let present = connector.get(Part::Properties, &Way::Only.place()).cloned();
    let present = present.unwrap_or_else(|| json!({}));
    let value = json!({
        "uiDefinition": {
            "displayName": "Authentication type",
            "description": "How to sign in"
        },
        "values": [new_set("way1", "First way", present), new_set("way2", "Second way", json!({}))]
    });
    let place = Way::Only.place();
    let emptied = connector
        .get(Part::Properties, &place)
        .and_then(|_| connector.set(Part::Properties, &place, Some(json!({}))));
    let added = connector.set(Part::Properties, &sets, Some(value));
    emptied.into_iter().chain(added).collect()
}

/// The edits that add one more way to several ones.
#[must_use]
pub fn add_way(connector: &Connector) -> Vec<Edit> {
    let sets = parameter_sets(connector.properties());
    let taken = |name: &str| sets.iter().any(|set| set.name().eq_ignore_ascii_case(name));
    let number = (1..=sets.len() + 1).find(|n| !taken(&format!("way{n}")));
    let number = number.unwrap_or(sets.len() + 1);
    let list = Path::of(["properties", "connectionParameterSets", "values"]);
    let at = Way::all(connector).len();
    let set = new_set(&format!("way{number}"), &format!("Way {number}"), json!({}));
    let edit = connector.set(Part::Properties, &list.join(at), Some(set));
    edit.into_iter().collect()
}

fn new_set(name: &str, label: &str, parameters: Value) -> Value {
    json!({
        "name": name,
        "uiDefinition": { "displayName": label, "description": "" },
        "parameters": parameters,
        "metadata": { "allowSharing": false }
    })
}

/// The edits that make one of several ways the only one; the others go.
#[must_use]
pub fn offer_only(connector: &Connector, way: Way) -> Vec<Edit> {
    let Way::Set(_) = way else {
        return Vec::new();
    };
    let kept = connector.get(Part::Properties, &way.place()).cloned();
    let kept = kept.unwrap_or_else(|| Value::Object(Map::new()));
    let sets = Path::of(["properties", "connectionParameterSets"]);
    let only = connector.set(Part::Properties, &Way::Only.place(), Some(kept));
    let gone = connector.set(Part::Properties, &sets, None);
    only.into_iter().chain(gone).collect()
}
