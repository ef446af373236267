//! Places of a connector: which field edits one, and under which heading its problems stand.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tenon_connector::document::{Path, Step as PathStep};
use tenon_connector::swagger::{Method, Operation, OperationKey, operations};
use tenon_connector::{Connector, Part};

use crate::designer::steps::Step;
use crate::texts::common;
use crate::texts::problems as t;

/// A place of the connector that a field edits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::designer) struct Place {
    pub(super) part: Part,
    pub(super) path: Path,
}

impl Place {
    /// A place in a part.
    pub(in crate::designer) fn new(part: Part, path: Path) -> Self {
        Self { part, path }
    }

    /// A place in the definition.
    pub(in crate::designer) fn definition(path: Path) -> Self {
        Self::new(Part::Definition, path)
    }

    /// A place in the properties.
    pub(in crate::designer) fn properties<S: Into<PathStep>>(
        steps: impl IntoIterator<Item = S>,
    ) -> Self {
        Self::new(Part::Properties, Path::of(steps))
    }

    /// Whether this is `other` or lies within it.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.part == other.part && self.path.starts_with(&other.path)
    }

    /// Whether what stands at `path` of the definition holds this place.
    pub(in crate::designer) fn is_in_definition_at(&self, path: &Path) -> bool {
        self.part == Part::Definition && self.path.starts_with(path)
    }

    /// The value of `data-place`, by which a control is found again.
    pub(in crate::designer) fn anchor(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The place that a `data-place` names.
    pub(super) fn of_anchor(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// What it belongs to, as a heading.
    pub(in crate::designer) fn heading(&self, connector: &Connector) -> String {
        Home::of(self).label(connector)
    }

    /// The part and the path as a person reads them.
    pub(super) fn in_words(&self) -> String {
        let part = match self.part {
            Part::Definition => t::definition(),
            Part::Properties => t::properties(),
            Part::Icon => t::icon(),
            Part::Script => t::custom_code(),
            Part::Files => t::other_files(),
        };
        if self.path.steps().is_empty() {
            part.to_owned()
        } else {
            format!("{part}, {}", self.path)
        }
    }
}

/// What a problem belongs to: the heading that it is listed under, and where the designer shows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Home {
    General,
    Security,
    Operation(OperationKey),
    Code,
    /// Something that several operations share: its kind and its name.
    Shared(&'static str, String),
    Policies,
    /// The definition as a whole.
    Definition,
}

impl Home {
    /// The home of a place.
    pub(super) fn of(place: &Place) -> Self {
        match place.part {
            Part::Icon | Part::Files => Self::General,
            Part::Script => Self::Code,
            Part::Properties => Self::in_properties(&place.path),
            Part::Definition => Self::in_definition(&place.path),
        }
    }

    fn in_properties(path: &Path) -> Self {
        match key(path, 1) {
            Some("scriptOperations") => Self::Code,
            Some("policyTemplateInstances") => Self::Policies,
            Some("connectionParameters" | "connectionParameterSets") => Self::Security,
            _ => Self::General,
        }
    }

    fn in_definition(path: &Path) -> Self {
        let name = || key(path, 1).unwrap_or_default().to_owned();
        match key(path, 0) {
            Some("info" | "host" | "basePath" | "schemes") => Self::General,
            Some("security" | "securityDefinitions") => Self::Security,
            Some("definitions") => Self::Shared("Schema", name()),
            Some("parameters") => Self::Shared("Shared parameter", name()),
            Some("responses") => Self::Shared("Shared response", name()),
            Some("paths") => match key(path, 2).and_then(Method::parse) {
                Some(method) => Self::Operation(OperationKey::new(name(), method)),
                None if name().is_empty() => Self::Definition,
                None => Self::Shared("Path", name()),
            },
            _ => Self::Definition,
        }
    }

    /// The heading.
    pub(super) fn label(&self, connector: &Connector) -> String {
        match self {
            Self::General => common::general().to_owned(),
            Self::Security => common::security().to_owned(),
            Self::Code => t::custom_code_2().to_owned(),
            Self::Policies => t::policies().to_owned(),
            Self::Definition => common::definition().to_owned(),
            Self::Shared("Schema", name) => t::schema(name),
            Self::Shared("Shared parameter", name) => t::shared_parameter(name),
            Self::Shared("Shared response", name) => t::shared_response(name),
            Self::Shared(_, name) => t::path(name),
            Self::Operation(key) => Operation::find(connector.definition(), key)
                .map_or_else(|| key.to_string(), |operation| operation.label()),
        }
    }

    /// The step that shows it or what it belongs to, with the operation to open there. Something that
    /// operations share is shown with the first one that uses it.
    pub(super) fn step(&self, connector: &Connector) -> (Step, Option<OperationKey>) {
        let found = |is: &dyn Fn(&Operation<'_>) -> bool| {
            let mut all = operations(connector.definition());
            all.find(|o| is(o)).map(|o| o.key().clone())
        };
        match self {
            Self::General => (Step::General, None),
            Self::Security => (Step::Security, None),
            Self::Code => (Step::Code, None),
            Self::Operation(key) => (Step::Definition, Some(key.clone())),
            Self::Shared("Path", path) => (Step::Definition, found(&|o| o.key().path == *path)),
            Self::Shared(kind, name) => {
                let pointer = reference_to(kind, name);
                (Step::Definition, found(&|o| refers(o.json(), &pointer)))
            }
            Self::Policies | Self::Definition => (Step::Definition, None),
        }
    }
}

/// How an operation names something that is shared.
fn reference_to(kind: &str, name: &str) -> String {
    let member = match kind {
        "Schema" => "definitions",
        "Shared parameter" => "parameters",
        _ => "responses",
    };
    let name = name.replace('~', "~0").replace('/', "~1");
    format!("#/{member}/{name}")
}

/// Whether a value holds a reference to this place.
fn refers(value: &Value, pointer: &str) -> bool {
    match value {
        Value::Object(members) => members.iter().any(|(key, value)| {
            (key == "$ref" && value.as_str() == Some(pointer)) || refers(value, pointer)
        }),
        Value::Array(items) => items.iter().any(|item| refers(item, pointer)),
        _ => false,
    }
}

/// The key at a step of a path.
fn key(path: &Path, index: usize) -> Option<&str> {
    match path.steps().get(index)? {
        PathStep::Key(key) => Some(key),
        PathStep::Index(_) | PathStep::Parameter { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use tenon_connector::document::{Document, Path};
    use tenon_connector::swagger::{Method, OperationKey};
    use tenon_connector::{Connector, Part};

    use super::{Home, Place};
    use crate::designer::steps::Step;

    fn home(part: Part, keys: &[&str]) -> Home {
        Home::of(&Place::new(part, Path::of(keys.iter().copied())))
    }

    #[test]
    fn a_problem_is_listed_with_what_it_belongs_to() {
        let get = OperationKey::new("/joints", Method::Get);
        let operation = ["paths", "/joints", "get", "summary"];
        assert_eq!(home(Part::Definition, &operation), Home::Operation(get));
        let shared = ["paths", "/joints", "parameters"];
        let path = Home::Shared("Path", "/joints".to_owned());
        assert_eq!(home(Part::Definition, &shared), path);
        assert_eq!(home(Part::Definition, &["paths"]), Home::Definition);
        assert_eq!(home(Part::Definition, &["info", "title"]), Home::General);
        assert_eq!(home(Part::Definition, &[]), Home::Definition);
        let code = ["properties", "scriptOperations"];
        assert_eq!(home(Part::Properties, &code), Home::Code);
        assert_eq!(home(Part::Script, &[]), Home::Code);
    }

    #[test]
    fn every_problem_leads_to_a_step() {
        let definition = serde_json::json!({ "swagger": "2.0", "paths": {
            "/a": { "get": { "responses": { "200": { "description": "" } } } },
            "/b": { "get": { "responses": { "200": { "schema": {
                "items": { "$ref": "#/definitions/Joint~1part" } } } } } }
        } });
        let connector = Connector::new(
            Document::new(definition),
            Document::new(Connector::blank_properties()),
        );
        let of = |path: &str| Some(OperationKey::new(path, Method::Get));
        let table = [
            (home(Part::Definition, &["info"]), Step::General, None),
            (
                home(Part::Definition, &["definitions", "Joint/part"]),
                Step::Definition,
                of("/b"),
            ),
            (
                home(Part::Definition, &["definitions", "Unused"]),
                Step::Definition,
                None,
            ),
            (
                home(Part::Definition, &["parameters", "Page"]),
                Step::Definition,
                None,
            ),
            (
                home(Part::Definition, &["paths", "/a", "parameters"]),
                Step::Definition,
                of("/a"),
            ),
            (
                home(Part::Properties, &["properties", "policyTemplateInstances"]),
                Step::Definition,
                None,
            ),
            (home(Part::Definition, &[]), Step::Definition, None),
        ];
        for (home, step, operation) in table {
            assert_eq!(home.step(&connector), (step, operation), "{home:?}");
        }
    }

    #[test]
    fn a_field_is_found_again_by_its_anchor() {
        let path = Path::of(["paths", "/a\"b", "get", "summary"]);
        let place = Place::definition(path);
        assert_eq!(Place::of_anchor(&place.anchor()), Some(place));
        assert_eq!(Place::of_anchor("elsewhere"), None);
    }
}
