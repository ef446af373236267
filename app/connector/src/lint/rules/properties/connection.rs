//! Connection parameters and their sets (spec sections C.2 to C.5).

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{oauth, parameter_members};
use crate::Part;
use crate::document::Path;
use crate::lint::Fix;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::message::message;

rules! {
    /// A connection parameter is described by an object with its type. Write it so.
    SHAPE = "ConnectionParameterNotValid", -, Error, Always,
        "Connection parameters are objects";

    /// The platform knows these types of connection parameters and no others. Choose one of them.
    TYPE = "ConnectionParameterTypeNotValid", -, Error, Always,
        "Connection parameters are of a type that the platform knows";

    /// Policies name connection parameters, so their names have letters, digits and “_” only, and perhaps one colon.
    /// Rename it, and where it is used.
    NAME = "ConnectionParameterNameNotValid", -, Error, Always,
        "Names of connection parameters have letters, digits and “_”";

    /// Users see this name when they make a connection; without one they see a technical name.
    DISPLAY_NAME = "ConnectionParameterDisplayNameMissing", -, Warning, Always,
        "Connection parameters have a name for users";

    /// The platform reads these settings as texts. Write the value in quotes.
    CONSTRAINT_TEXT = "ConnectionParameterConstraintNotText", -, Warning, Certification,
        "The constraints “required” and “hidden” are texts";

    /// Users choose among the sets by their names, so each set has one of its own. Change one of them.
    SET_NAMES = "ConnectionSetNameNotUnique", -, Error, Always,
        "No two sets of connection parameters have the same name";

    /// A set has a name, a name for users and parameters. Add what is missing.
    SET_SHAPE = "ConnectionSetNotValid", -, Warning, Always,
        "Sets of connection parameters are complete";

    /// An API key is a secret that the connection keeps, so there is a connection parameter of type `securestring` for it.
    /// Add one.
    AUTHENTICATION = "ConnectionParameterForAuthenticationMissing", -, Warning, Always,
        "The authentication of the definition has its connection parameters";
}

const TYPES: &[&str] = &[
    "string",
    "securestring",
    "int",
    "bool",
    "oauthSetting",
    "gatewaySetting",
];

pub(super) fn check(report: &mut Report<'_>) {
    let Some(properties) = report.model().properties() else {
        return;
    };
    let path = Path::of(["properties"]);
    let root = Place::of(&path);
    let own = properties
        .get("connectionParameters")
        .and_then(Value::as_object);
    if let Some(own) = own {
        check_parameters(own, &root.key("connectionParameters"), report);
    }
    let sets = properties.get("connectionParameterSets");
    if let Some(sets) = sets {
        check_sets(sets, &root.key("connectionParameterSets"), report);
    }
    if sets.is_none() {
        check_authentication(own, &root, report);
    }
}

fn check_sets(sets: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    let values = sets.get("values").and_then(Value::as_array);
    let values = values.map_or(&[][..], Vec::as_slice);
    let place = place.key("values");
    let mut names = BTreeSet::new();
    for (index, set) in values.iter().enumerate() {
        let place = place.item(values, index);
        let name = set.get("name").and_then(Value::as_str).unwrap_or_default();
        let parameters = set.get("parameters").and_then(Value::as_object);
        if name.is_empty()
            || parameters.is_none()
            || set.pointer("/uiDefinition/displayName").is_none()
        {
            report.find(&SET_SHAPE, &place, || {
                message!("The set “{name}” needs “name”, “uiDefinition” with “displayName”, and “parameters”.", name)
            });
        }
        if !name.is_empty() && !names.insert(name) {
            report.find(&SET_NAMES, &place.key("name"), || {
                message!("There are two sets “{name}”. Rename one.", name)
            });
        }
        if let Some(parameters) = parameters {
            check_parameters(parameters, &place.key("parameters"), report);
        }
    }
}

fn check_parameters(parameters: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    for (name, parameter) in parameters {
        let place = place.key(name);
        let Some(json) = parameter.as_object() else {
            report.find(&SHAPE, &place, || {
                message!(
                    "The connection parameter “{name}” must be an object with a type.",
                    name
                )
            });
            continue;
        };
        if !is_name(name) {
            report.find(&NAME, &place, || {
                message!(
                    "“{name}” is no name of a connection parameter. Use letters, digits and “_”.",
                    name
                )
            });
        }
        check_type(name, json, &place, report);
        check_interface(name, json, &place, report);
        parameter_members::check(name, json, &place, report);
        oauth::check(name, json, &place, report);
    }
}

fn is_name(name: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    match name.split_once(':') {
        Some((name, sub)) => is_word(name) && is_word(sub),
        None => is_word(name),
    }
}

fn check_type(name: &str, json: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let kind = json.get("type").and_then(Value::as_str).unwrap_or_default();
    if !TYPES.iter().any(|known| known.eq_ignore_ascii_case(kind)) {
        let here = place.key("type");
        let near = nearest(kind, TYPES.iter().copied())
            .map(|near| message!(" Did you mean “{near}”?", near));
        let near = near.unwrap_or_default();
        let here = if json.contains_key("type") {
            &here
        } else {
            place
        };
        report.find(&TYPE, here, || {
            message!("The connection parameter “{name}” has no type that exists.{near} Choose one of {types}.", name, near, types = TYPES.join(", "))
        });
    }
}

fn check_interface(
    name: &str,
    json: &Map<String, Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let interface = json.get("uiDefinition");
    let constraints = interface.and_then(|interface| interface.get("constraints"));
    let hidden = constraints.and_then(|all| all.get("hidden"));
    let is_hidden = hidden
        .is_some_and(|hidden| hidden.as_str() == Some("true") || hidden.as_bool() == Some(true));
    let asks = ["string", "securestring", "int", "bool"]
        .contains(&json.get("type").and_then(Value::as_str).unwrap_or_default());
    let has_name = interface
        .and_then(|interface| interface.get("displayName"))
        .is_some();
    if asks && !is_hidden && !has_name {
        report.find(&DISPLAY_NAME, place, || {
            message!("The connection parameter “{name}” has no name for users. Write “displayName” in “uiDefinition”.", name)
        });
    }
    let place = place.key("uiDefinition");
    let place = place.key("constraints");
    for key in ["required", "hidden"] {
        if let Some(Value::Bool(value)) = constraints.and_then(|all| all.get(key)) {
            let here = place.key(key);
            report.find_with_fix(&CONSTRAINT_TEXT, &here, || {
                let fix = Fix::set(
                    message!("Write “{key}” as a text", key),
                    here.path(),
                    value.to_string(),
                );
                let message = message!(
                    "“{key}” of “{name}” is {value}; the platform reads the text \"{value}\".",
                    key,
                    name,
                    value
                );
                (message, fix.within(Part::Properties))
            });
        }
    }
}

/// Whether the authentication of the definition can be filled in by a connection (spec section C.7).
fn check_authentication(
    parameters: Option<&Map<String, Value>>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let definitions = report
        .model()
        .root("securityDefinitions")
        .and_then(Value::as_object);
    // Of several, the platform takes the first.
    let first = definitions.and_then(|all| all.values().next());
    let kind = first
        .and_then(|definition| definition.get("type"))
        .and_then(Value::as_str);
    let has = |wanted: &str| {
        let mut all = parameters.into_iter().flatten();
        all.any(|(_, json)| {
            json.get("type")
                .and_then(Value::as_str)
                .is_some_and(|own| own.eq_ignore_ascii_case(wanted))
        })
    };
    let missing = match kind {
        Some("apiKey" | "basic") if !has("securestring") && !has("oauthSetting") => "securestring",
        Some("oauth2") if !has("oauthSetting") && !has("securestring") => "oauthSetting",
        _ => return,
    };
    report.find(&AUTHENTICATION, place, || {
        message!("The definition authenticates by “{kind}”, but there is no connection parameter of type “{missing}” for it.", kind = kind.unwrap_or_default(), missing)
    });
}
