//! How the members of connection parameters are spelled and shaped (spec section C.2).

use serde_json::{Map, Value};

use crate::Part;
use crate::lint::Fix;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::message::message;

rules! {
    /// The platform passes over members that it does not know. This one is nearly one that it knows; write it so.
    SPELLING = "ConnectionParameterMemberMisspelt", -, Warning, Always,
        "Members of connection parameters are spelled as the platform spells them";

    /// What users see and may enter is described by objects. Write one.
    MEMBER_SHAPE = "ConnectionParameterMemberNotObject", -, Warning, Always,
        "“uiDefinition” and “constraints” are objects";

    /// Users choose among these values, so there is a list of them, each an object with its `value`. Write it so.
    VALUES = "ConnectionParameterAllowedValuesNotValid", -, Warning, Always,
        "The allowed values of a connection parameter are a list of values";
}

const OF_PARAMETER: &[&str] = &[
    "type",
    "defaultValue",
    "allowedValues",
    "uiDefinition",
    "metadata",
    "oAuthSettings",
    "gatewaySettings",
];
const OF_INTERFACE: &[&str] = &[
    "displayName",
    "description",
    "tooltip",
    "tabIndex",
    "schema",
    "constraints",
];
const OF_CONSTRAINTS: &[&str] = &[
    "clearText",
    "required",
    "hidden",
    "tabIndex",
    "capability",
    "allowedValues",
    "dependencies",
];

pub(super) fn check(
    name: &str,
    parameter: &Map<String, Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    check_spelling(parameter, OF_PARAMETER, place, report);
    check_values(name, parameter, place, report);
    let place = place.key("uiDefinition");
    let interface = parameter.get("uiDefinition");
    let Some(interface) = object(name, "uiDefinition", interface, &place, report) else {
        return;
    };
    check_spelling(interface, OF_INTERFACE, &place, report);
    let place = place.key("constraints");
    let constraints = interface.get("constraints");
    let Some(constraints) = object(name, "constraints", constraints, &place, report) else {
        return;
    };
    check_spelling(constraints, OF_CONSTRAINTS, &place, report);
    check_values(name, constraints, &place, report);
}

/// The members of a value that should be an object; null says that there is none.
fn object<'v>(
    name: &str,
    key: &str,
    value: Option<&'v Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) -> Option<&'v Map<String, Value>> {
    let value = value.filter(|value| !value.is_null())?;
    if !value.is_object() {
        report.find(&MEMBER_SHAPE, place, || {
            message!(
                "“{key}” of the connection parameter “{name}” must be an object.",
                key,
                name
            )
        });
    }
    value.as_object()
}

fn check_spelling(
    json: &Map<String, Value>,
    known: &[&str],
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    for key in json.keys().filter(|key| !known.contains(&key.as_str())) {
        let near = nearest(key, known.iter().copied()).filter(|near| !json.contains_key(*near));
        let Some(near) = near else {
            continue;
        };
        let place = place.key(key);
        report.find_with_fix(&SPELLING, &place, || {
            let fix = Fix::rename(
                message!("Rename “{key}” to “{near}”", key, near),
                place.path(),
                near,
            );
            let message = message!(
                "The platform does not know “{key}”. Did you mean “{near}”?",
                key,
                near
            );
            (message, fix.within(Part::Properties))
        });
    }
}

fn check_values(name: &str, json: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let Some(values) = json.get("allowedValues").filter(|values| !values.is_null()) else {
        return;
    };
    let place = place.key("allowedValues");
    let Some(values) = values.as_array() else {
        report.find(&VALUES, &place, || {
            message!(
                "The allowed values of the connection parameter “{name}” must be a list.",
                name
            )
        });
        return;
    };
    for (index, value) in values.iter().enumerate() {
        if value.get("value").is_none() {
            report.find(&VALUES, &place.item(values, index), || {
                message!("An allowed value of the connection parameter “{name}” must be an object with “value”.", name)
            });
        }
    }
}
