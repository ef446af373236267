//! Connection parameters for a definition that came without properties.

use serde_json::{Map, Value};

use super::ReadFinding;
use crate::document::Path;
use crate::message::{Message, message};
use crate::properties::KeyLocation;
use crate::security::Security;
use crate::{Connector, Part};

/// Adds the connection parameters that the first security definition needs (spec sections A.2, C.7).
pub(super) fn derive_parameters(
    connector: &mut Connector,
    file: &str,
    findings: &mut Vec<ReadFinding>,
) {
    let schemes = connector.definition().get("securityDefinitions");
    let Some(schemes) = schemes.and_then(Value::as_object).cloned() else {
        return;
    };
    let Some((name, scheme)) = schemes.iter().next() else {
        return;
    };
    if schemes.len() > 1 {
        let others: Vec<&str> = schemes.keys().skip(1).map(String::as_str).collect();
        findings.push(ReadFinding::of_file(
            file,
            message!(
                "The definition has several security definitions. The first one, “{name}”, \
                 decides the connection parameters; these are kept but not used: {others}.",
                name,
                others = others.join(", ")
            ),
        ));
    }
    let Some(security) = simple(scheme) else {
        findings.push(ReadFinding::of_file(
            file,
            message!(
                "The security definition “{name}” needs settings that the file does not have. \
                 It is kept; set up the authentication in the Security step.",
                name
            ),
        ));
        return;
    };
    let Value::Object(parameters) = security.parameters(connector) else {
        return;
    };
    findings.push(ReadFinding::of_file(file, added(name, &parameters)));
    let place = Path::of(["properties", "connectionParameters"]);
    let edit = connector.set(Part::Properties, &place, Some(parameters.into()));
    if let Some(edit) = edit {
        // The properties are the blank ones, so the edit fits.
        let _ = connector.apply(&edit);
    }
}

fn simple(scheme: &Value) -> Option<Security> {
    let text = |key: &str| scheme.get(key).and_then(Value::as_str);
    match (text("type")?, Security::api_key()) {
        ("basic", _) => Some(Security::basic()),
        ("apiKey", Security::ApiKey { label, .. }) => Some(Security::ApiKey {
            label,
            name: text("name")?.to_owned(),
            location: match text("in")? {
                "query" => KeyLocation::Query,
                "header" => KeyLocation::Header,
                _ => return None,
            },
        }),
        _ => None,
    }
}

fn added(scheme: &str, parameters: &Map<String, Value>) -> Message {
    let names: Vec<&str> = parameters.keys().map(String::as_str).collect();
    message!(
        "There are no properties. Connection parameters were made from the security definition \
         “{scheme}”: {names}.",
        scheme,
        names = names.join(", ")
    )
}
