//! Places and values of a clash as a person reads them.

use serde_json::Value;
use tenon_connector::document::{Path, Step};
use tenon_connector::{Connector, Part};

use crate::designer::problems::Place;
use crate::texts::common;
use crate::texts::conflicts as t;

/// The most characters of a value that are shown.
const SHOWN: usize = 2_000;

/// The name of the place of a clash: the operation or step, the parameter, the field.
pub fn place(part: Part, path: &Path, connector: &Connector) -> String {
    let heading = Place::new(part, path.clone()).heading(connector);
    let steps = path.steps();
    let skipped = match steps.first() {
        Some(Step::Key(first)) if first == "paths" => 3,
        Some(Step::Key(first)) if matches!(first.as_str(), "info" | "properties") => 1,
        _ => 0,
    };
    let inner = steps.get(skipped..).unwrap_or_default();
    let mut parts = vec![heading];
    parts.extend(inner.iter().filter_map(step_name));
    parts.join(" › ")
}

fn step_name(step: &Step) -> Option<String> {
    match step {
        Step::Parameter { name, location } => Some(t::parameter(&name, &location)),
        Step::Index(index) => Some(t::item(&(index + 1))),
        Step::Key(key) => match key.as_str() {
            "parameters" => None,
            key => Some(field(key).to_owned()),
        },
    }
}

/// A member of the files by the name of its field in the designer.
fn field(key: &str) -> &str {
    match key {
        "title" => common::name(),
        "description" => t::description(),
        "summary" | "x-ms-summary" => t::summary(),
        "operationId" => t::operation_id(),
        "x-ms-visibility" => t::visibility(),
        "host" => t::host(),
        "basePath" => t::base_url(),
        "schemes" => t::scheme(),
        "iconBrandColor" => t::brand_colour(),
        "default" => t::default(),
        "required" => t::required(),
        "type" => t::type_(),
        "format" => t::format(),
        "responses" => t::responses(),
        "schema" => t::schema(),
        "connectionParameters" => t::connection_parameters(),
        "policyTemplateInstances" => t::policies(),
        key => key,
    }
}

/// The name that a place ends with.
pub(super) fn name(path: &Path) -> String {
    match path.split_last() {
        Some((_, Step::Key(key))) => key.clone(),
        Some((_, step)) => step_name(step).unwrap_or_default(),
        None => String::new(),
    }
}

/// A value as a person reads it, shortened.
pub fn value(value: Option<&Value>) -> String {
    let text = match value {
        None | Some(Value::Null) => return "nothing".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(true)) => t::yes().to_owned(),
        Some(Value::Bool(false)) => t::no().to_owned(),
        Some(value) => serde_json::to_string_pretty(value).unwrap_or_default(),
    };
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use tenon_connector::document::{Document, Path, Step};
    use tenon_connector::{Connector, Part};

    use super::{place, value};

    #[test]
    fn a_clash_is_named_by_operation_parameter_and_field() {
        let definition = json!({ "swagger": "2.0", "paths": { "/joints": { "get": {
            "operationId": "ListJoints", "summary": "List joints",
            "parameters": [{ "name": "limit", "in": "query", "type": "integer" }]
        } } } });
        let properties = Document::new(json!({ "properties": {} }));
        let connector = Connector::new(Document::new(definition), properties);
        let operation = Path::of(["paths", "/joints", "get"]);
        let named = |path: Path| place(Part::Definition, &path, &connector);
        assert_eq!(named(operation.join("summary")), "List joints › Summary");
        let limit = Step::Parameter {
            name: "limit".to_owned(),
            location: "query".to_owned(),
        };
        let default = operation.join("parameters").join(limit).join("default");
        assert_eq!(
            named(default),
            "List joints › Parameter limit (query) › Default"
        );
    }

    #[test]
    fn a_value_is_shown_as_a_person_reads_it() {
        assert_eq!(value(None), "nothing");
        assert_eq!(value(Some(&json!("Wood"))), "Wood");
        assert_eq!(value(Some(&json!(true))), "yes");
        let long = "é".repeat(3_000);
        assert_eq!(value(Some(&json!(long))).chars().count(), 2_002);
    }
}
