//! The units of a connector that are linted by themselves: what one edit touches is one of them.

use serde_json::{Map, Value};

use super::model::{Role, Shared};
use crate::document::{Edit, Path, Step};
use crate::{Connector, Part};

/// A unit of the walk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::lint) enum Unit {
    /// What is said of the definition as a whole.
    Definition,
    /// A path with its operations.
    Path(String),
    /// An entry of `parameters`, `responses` or `definitions` at the root.
    Shared(Shared, String),
    Properties,
    Script,
    Icon,
}

/// A unit as it is met in a connector.
#[derive(Clone, Copy)]
pub(in crate::lint) enum Listed<'c> {
    Definition,
    Path(&'c str),
    Shared(Shared, &'c str),
    Properties,
    Script,
    Icon,
}

impl PartialEq<Listed<'_>> for &Unit {
    fn eq(&self, other: &Listed<'_>) -> bool {
        match (self, other) {
            (Unit::Path(own), Listed::Path(path)) => own == path,
            (Unit::Shared(own, name), Listed::Shared(shared, key)) => own == shared && name == key,
            (Unit::Definition, Listed::Definition)
            | (Unit::Properties, Listed::Properties)
            | (Unit::Script, Listed::Script)
            | (Unit::Icon, Listed::Icon) => true,
            _ => false,
        }
    }
}

impl From<Listed<'_>> for Unit {
    fn from(listed: Listed<'_>) -> Self {
        match listed {
            Listed::Definition => Self::Definition,
            Listed::Path(path) => Self::Path(path.to_owned()),
            Listed::Shared(shared, name) => Self::Shared(shared, name.to_owned()),
            Listed::Properties => Self::Properties,
            Listed::Script => Self::Script,
            Listed::Icon => Self::Icon,
        }
    }
}

/// What an edit changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lint) enum Touched {
    Unit(Unit),
    /// A member of the root that is no section of units.
    Root,
    /// More than can be told apart.
    Everything,
}

impl Unit {
    /// The units of a connector, in the order of the walk.
    pub(in crate::lint) fn all(connector: &Connector) -> Vec<Self> {
        Self::listed(connector).map(Self::from).collect()
    }

    /// The units of a connector, in the order of the walk, without a copy of their names.
    pub(in crate::lint) fn listed(connector: &Connector) -> impl Iterator<Item = Listed<'_>> {
        let section = |key: &str| {
            let section = connector.definition().get(key).and_then(Value::as_object);
            section.map(Map::keys).into_iter().flatten()
        };
        let paths = section("paths").filter(|path| !path.starts_with("x-"));
        let shared =
            |shared: Shared| section(shared.key()).map(move |name| Listed::Shared(shared, name));
        std::iter::once(Listed::Definition)
            .chain(paths.map(|path| Listed::Path(path)))
            .chain(shared(Shared::Parameter))
            .chain(shared(Shared::Response))
            .chain(shared(Shared::Definition))
            .chain([Listed::Properties, Listed::Script, Listed::Icon])
    }

    /// What an edit changes.
    pub(in crate::lint) fn touched(edit: &Edit) -> Touched {
        match edit.part {
            Part::Definition => Self::touched_in_definition(&edit.path),
            // No rule looks at the other files.
            Part::Properties | Part::Files => Touched::Unit(Self::Properties),
            Part::Icon => Touched::Unit(Self::Icon),
            Part::Script => Touched::Unit(Self::Script),
        }
    }

    /// The unit that speaks of a place.
    pub(in crate::lint) fn home(part: Part, path: &Path) -> Self {
        match part {
            Part::Definition => match Self::touched_in_definition(path) {
                Touched::Unit(Self::Path(path)) if path.starts_with("x-") => Self::Definition,
                Touched::Unit(unit) => unit,
                Touched::Root | Touched::Everything => Self::Definition,
            },
            Part::Properties | Part::Files => Self::Properties,
            Part::Icon => Self::Icon,
            Part::Script => Self::Script,
        }
    }

    fn touched_in_definition(path: &Path) -> Touched {
        let mut keys = path.steps().iter().map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            _ => None,
        });
        let (first, second) = (keys.next().flatten(), keys.next().flatten());
        let shared = first.and_then(Shared::of_key);
        match (first, shared, second) {
            (Some("paths"), _, Some(path)) => Touched::Unit(Self::Path(path.to_owned())),
            (_, Some(shared), Some(name)) => Touched::Unit(Self::Shared(shared, name.to_owned())),
            (None | Some("paths"), ..) | (_, Some(_), None) => Touched::Everything,
            (Some(_), None, _) => Touched::Root,
        }
    }

    /// The value that it consists of, where it is one of the definition.
    pub(in crate::lint) fn json<'a>(&self, connector: &'a Connector) -> Option<&'a Value> {
        let root = connector.definition();
        match self {
            Self::Path(path) => root.get("paths")?.get(path),
            Self::Shared(shared, name) => root.get(shared.key())?.get(name),
            Self::Definition | Self::Properties | Self::Script | Self::Icon => None,
        }
    }

    /// The role that everything in it has which refers to a schema; none in a schema, whose role is
    /// that of those who refer to it.
    pub(in crate::lint) fn role_of(&self, key: &str) -> Option<Role> {
        match (self, key) {
            (Self::Shared(Shared::Definition, _), _) => None,
            (Self::Shared(Shared::Parameter, _), _) | (Self::Path(_), "parameters") => {
                Some(Role::INPUT)
            }
            _ => Some(Role::OUTPUT),
        }
    }
}
