//! Security definitions, and the requirements that name them.

use serde_json::{Map, Value};

use crate::document::Path;
use crate::lint::model::OperationNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::{Fix, Severity};
use crate::message::message;

rules! {
    /// This member says something of another type of authentication, and has no effect here. Remove it, or correct the
    /// type.
    NOT_VALID = "SecuritySchemePropertyNotValid", 121, Error, Always,
        "A security definition has the members of its type";

    /// Without this member nobody knows how to authenticate. Add it.
    REQUIRED = "SecuritySchemePropertyRequired", 122, Error, Always,
        "A security definition has what its type requires";

    /// An operation can only require scopes that the security definition names. Add the scope there, or correct the
    /// name.
    /// Connectors that the platform accepted carry it, so it is no error.
    SCOPE = "OAuthSecurityRequirementValueMustBeScopeName", 147, Warning, Always,
        "Required scopes are named in the security definition";

    /// A requirement names a security definition, and there is none of this name. Correct it, or add the definition.
    /// Connectors that the platform accepted carry it, so it is no error.
    DEFINED = "SecurityRequirementMustBeDefined", 148, Warning, Always,
        "Requirements name security definitions that are there";

    /// Only OAuth 2.0 has scopes. Leave the list empty.
    EMPTY_VALUE = "SecurityRequirementMustHaveEmptyValue", 149, Error, Always,
        "Requirements of anything but OAuth 2.0 name no scopes";

    /// A requirement has a list of scopes, if only an empty one. Write one.
    VALUE = "SecurityRequirementMustHaveValue", 150, Error, Always,
        "Requirements have a list of scopes";
}

/// A type of authentication: what its definition must have and what it may have.
struct Type {
    name: &'static str,
    required: &'static [&'static str],
    allowed: &'static [&'static str],
}

/// The flows of OAuth 2.0 that Swagger 2.0 has names for.
const FLOWS: &[&str] = &["implicit", "password", "application", "accessCode"];

const TYPES: &[Type] = &[
    Type {
        name: "basic",
        required: &[],
        allowed: &[],
    },
    Type {
        name: "apiKey",
        required: &["name", "in"],
        allowed: &["name", "in"],
    },
    Type {
        name: "oauth2",
        required: &["flow", "scopes"],
        allowed: &[
            "flow",
            "scopes",
            "authorizationUrl",
            "tokenUrl",
            "refreshUrl",
        ],
    },
];

pub(super) fn check(report: &mut Report<'_>) {
    let path = Path::of(["securityDefinitions"]);
    let place = Place::of(&path);
    let definitions = report
        .model()
        .root("securityDefinitions")
        .and_then(Value::as_object);
    for (name, json) in definitions.into_iter().flatten() {
        if let Some(json) = json.as_object() {
            check_definition(name, json, &place.key(name), report);
        }
    }
    let path = Path::of(["security"]);
    check_requirements(report.model().root("security"), &Place::of(&path), report);
}

pub(super) fn check_operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    if let Some(requirements) = node.json().get("security") {
        let place = node.place();
        check_requirements(Some(requirements), &place.key("security"), report);
    }
}

fn check_definition(
    name: &str,
    json: &Map<String, Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(kind) = json.get("type").and_then(Value::as_str) else {
        report.find(&REQUIRED, place, || {
            message!("The security definition “{name}” does not say its type: “basic”, “apiKey” or “oauth2”.", name)
        });
        return;
    };
    let Some(known) = TYPES.iter().find(|known| known.name == kind) else {
        report.find(&NOT_VALID, &place.key("type"), || {
            message!("“{kind}” is no type of authentication in Swagger 2.0. Choose “basic”, “apiKey” or “oauth2”.", kind)
        });
        return;
    };
    let mut required = known.required.to_vec();
    required.extend(urls_of_flow(json));
    for key in required {
        if !json.contains_key(key) {
            // The properties say the scopes as well, so the platform does without them here.
            let severity = match key {
                "scopes" => Severity::Warning,
                _ => Severity::Error,
            };
            report.find_as(&REQUIRED, severity, place, || {
                let message = message!(
                    "The security definition “{name}” of type “{kind}” needs “{key}”. Add it.",
                    name,
                    kind,
                    key
                );
                (message, None)
            });
        }
    }
    for key in json.keys() {
        let own = matches!(key.as_str(), "type" | "description") || key.starts_with("x-");
        if !own && !known.allowed.contains(&key.as_str()) {
            report.find_with_fix(&NOT_VALID, &place.key(key), || {
                let fix = Fix::remove(message!("Remove “{key}”", key), place.key(key).path());
                (
                    message!(
                        "A security definition of type “{kind}” has no “{key}”. Remove it.",
                        kind,
                        key
                    ),
                    fix,
                )
            });
        }
    }
    check_values(json, known, place, report);
}

/// The values of the members that the type has.
fn check_values(
    json: &Map<String, Value>,
    known: &Type,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    for key in known.allowed.iter().chain(&["description"]) {
        let Some(value) = json.get(*key) else {
            continue;
        };
        let wrong = match *key {
            "in" if !is_one_of(value, &["header", "query"]) => {
                message!(
                    "A key is sent in a header or in the query, not in {value}.",
                    value
                )
            }
            "flow" if !is_one_of(value, FLOWS) => {
                message!(
                    "{value} is no flow of OAuth 2.0. Choose one of {flows}.",
                    value,
                    flows = FLOWS.join(", ")
                )
            }
            "name" if value.as_str().is_none_or(str::is_empty) => {
                message!("The name under which a key is sent must be a text with something in it.")
            }
            "scopes" => {
                check_scope_texts(value, &place.key(key), report);
                continue;
            }
            _ if !value.is_string() => message!("“{key}” must be a text.", key),
            "authorizationUrl" | "tokenUrl" | "refreshUrl" if !is_address(value) => {
                // Connections take the address from the properties, where it may be right.
                report.find_as(&NOT_VALID, Severity::Warning, &place.key(key), || {
                    let is_empty = value.as_str().is_some_and(|text| text.trim().is_empty());
                    let message = if is_empty {
                        message!(
                            "“{key}” is empty. Enter an address, which begins with “https://”.",
                            key
                        )
                    } else {
                        message!("{value} is no address. It begins with “https://”.", value)
                    };
                    (message, None)
                });
                continue;
            }
            _ => continue,
        };
        report.find(&NOT_VALID, &place.key(key), || wrong);
    }
}

/// Whether a text is an address, or has a variable that one is put in for.
fn is_address(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default().trim();
    let begins = |scheme: &str| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    begins("https://") || begins("http://") || text.contains(['@', '{', '['])
}

fn is_one_of(value: &Value, known: &[&str]) -> bool {
    value.as_str().is_some_and(|value| known.contains(&value))
}

/// Scopes: an object that says of each what it allows.
fn check_scope_texts(scopes: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    let Some(scopes) = scopes.as_object() else {
        report.find(&NOT_VALID, place, || {
            message!("“scopes” must be an object: the scopes, and what each allows.")
        });
        return;
    };
    for (scope, text) in scopes {
        if !text.is_string() && !scope.starts_with("x-") {
            // The platform does not look at it.
            report.find_as(&NOT_VALID, Severity::Warning, &place.key(scope), || {
                (
                    message!("What the scope “{scope}” allows must be a text.", scope),
                    None,
                )
            });
        }
    }
}

/// The addresses that the flow of an OAuth 2.0 definition needs.
fn urls_of_flow(json: &Map<String, Value>) -> &'static [&'static str] {
    match json.get("flow").and_then(Value::as_str) {
        Some("implicit") => &["authorizationUrl"],
        Some("accessCode") => &["authorizationUrl", "tokenUrl"],
        Some("password" | "application") => &["tokenUrl"],
        _ => &[],
    }
}

fn check_requirements(requirements: Option<&Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let items = requirements
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    let definitions = report.model().root("securityDefinitions");
    for (index, item) in items.iter().enumerate() {
        let place = place.item(items, index);
        for (name, scopes) in item.as_object().into_iter().flatten() {
            let place = place.key(name);
            let Some(definition) = definitions.and_then(|all| all.get(name)) else {
                report.find(&DEFINED, &place, || {
                    message!(
                        "There is no security definition “{name}”. Correct the name, or add it.",
                        name
                    )
                });
                continue;
            };
            check_scopes(name, definition, scopes, &place, report);
        }
    }
}

fn check_scopes(
    name: &str,
    definition: &Value,
    scopes: &Value,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let empty = || Value::Array(Vec::new());
    let Some(list) = scopes.as_array() else {
        report.find_with_fix(&VALUE, place, || {
            let fix = Fix::set(
                message!("Write an empty list of scopes"),
                place.path(),
                empty(),
            );
            (
                message!(
                    "The requirement “{name}” must have a list of scopes. Write an empty one.",
                    name
                ),
                fix,
            )
        });
        return;
    };
    if definition.get("type").and_then(Value::as_str) != Some("oauth2") {
        if !list.is_empty() {
            report.find_with_fix(&EMPTY_VALUE, place, || {
                let fix = Fix::set(message!("Take out the scopes"), place.path(), empty());
                (
                    message!(
                        "“{name}” is not OAuth 2.0, so it has no scopes. Leave the list empty.",
                        name
                    ),
                    fix,
                )
            });
        }
        return;
    }
    let known = definition.get("scopes");
    for (index, scope) in list.iter().enumerate() {
        let Some(scope) = scope.as_str() else {
            continue;
        };
        if known.and_then(|known| known.get(scope)).is_none() {
            report.find(&SCOPE, &place.item(list, index), || {
                message!("The security definition “{name}” has no scope “{scope}”. Add it there, or correct the name.", name, scope)
            });
        }
    }
}
