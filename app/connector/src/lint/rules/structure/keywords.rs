//! Members that may not be there, and members that must.

use serde_json::{Map, Value};

use super::shape::Shape;
use crate::lint::model::ParameterNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::lint::{Fix, Rule};
use crate::message::{Phrase, message};
use crate::swagger::Location;

rules! {
    /// Newer versions of OpenAPI and of JSON Schema have this keyword, Swagger 2.0 has not, and the
    /// platform reads Swagger 2.0 only. Say the same with what Swagger 2.0 offers, or leave it out.
    SWAGGER_KEYWORD_NOT_SUPPORTED = "SwaggerKeywordNotSupported", 79, Error, Always,
        "Only keywords of Swagger 2.0 are used";

    /// The objects of the platform's extensions have fixed members. What else stands there has no
    /// effect; it is often a misspelt member. Correct or remove it.
    /// Connectors that the platform accepted carry it, so it is no error.
    ADDITIONAL_PROPERTY_NOT_ALLOWED = "AdditionalPropertyNotAllowed", 91, Warning, Always,
        "The objects of extensions have only the members that the platform knows";

    /// An object with `$ref` stands for what it refers to, and everything beside `$ref` is ignored. Move
    /// it to what is referred to, or write the schema out here.
    ADDITIONAL_PROPERTY_NOT_ALLOWED_ADJACENT_TO_REF = "AdditionalPropertyNotAllowedAdjacentToRef", 92, Warning, Always,
        "Nothing stands beside “$ref”";

    /// The type of a body is what its schema says. Move `type`, `format`, `items` and the like into `schema`.
    BODY_PARAMETER_PROPERTY_NOT_VALID = "BodyParameterPropertyNotValid", 94, Error, Always,
        "A body parameter says its type in “schema” only";

    /// Swagger 2.0 gives each object its members; all others must begin with `x-`. It is often a
    /// misspelt member. Correct it, remove it, or begin its name with `x-`.
    EXTENSION_NAME_NOT_VALID = "ExtensionNameNotValid", 99, Error, Always,
        "Members that Swagger 2.0 does not know begin with “x-”";

    /// One of several members says what the object means; without any it means nothing. Add one.
    ONE_OF_PROPERTIES_REQUIRED = "OneOfPropertiesRequired", 113, Error, Always,
        "Where one of several members must be there, one is";

    /// Swagger 2.0 or the platform requires this member. Add it.
    REQUIRED_PROPERTY_MISSING = "RequiredPropertyMissing", 117, Error, Always,
        "Required members are there";

    /// Without a schema nobody knows what to send. Describe the body in `schema`.
    BODY_PARAMETER_SCHEMA_REQUIRED = "BodyParameterSchemaRequired", 127, Error, Always,
        "A body parameter has a schema";

    /// Only a body has a schema; every other parameter says its type with `type`, `format` and `items`.
    NON_BODY_PARAMETER_SCHEMA_NOT_VALID = "NonBodyParameterSchemaNotValid", 132, Error, Always,
        "Only body parameters have a schema";

    /// An empty value can be sent in the query and in a form; elsewhere the keyword has no effect. Remove it.
    ALLOW_EMPTY_VALUE_ONLY_VALID_FOR_QUERY_FORM_DATA = "AllowEmptyValueOnlyValidForQueryFormData", 155, Warning, Always,
        "“allowEmptyValue” stands in query and form parameters only";
}

/// Keywords of OpenAPI 3 and of JSON Schema that Swagger 2.0 does not have.
const NEWER: &[&str] = &[
    "oneOf",
    "anyOf",
    "not",
    "nullable",
    "const",
    "if",
    "then",
    "else",
    "contains",
    "examples",
    "patternProperties",
    "propertyNames",
    "additionalItems",
    "prefixItems",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentEncoding",
    "contentMediaType",
    "$defs",
    "$id",
    "$schema",
    "$anchor",
    "$comment",
    "writeOnly",
    "deprecated",
    "requestBody",
    "callbacks",
    "servers",
    "components",
    "webhooks",
    "openapi",
    "links",
    "content",
    "style",
    "explode",
    "allowReserved",
    "trace",
];

/// The members by which a parameter that is no body says its type.
const TYPE_MEMBERS: &[&str] = &[
    "type",
    "format",
    "items",
    "default",
    "enum",
    "collectionFormat",
    "allowEmptyValue",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "pattern",
    "properties",
];

/// A member that the object does not have.
pub(super) fn unknown(
    json: &Map<String, Value>,
    key: &str,
    shape: &Shape,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    if told_elsewhere(key, shape) {
        return;
    }
    let here = place.key(key);
    let rule = rule_of(key, shape);
    let meant = nearest(key, shape.keys.iter().map(|(known, _)| *known));
    let what = shape.what;
    if let Some(meant) = meant.filter(|meant| !json.contains_key(*meant)) {
        report.find_with_fix(rule, &here, || {
            let fix = Fix::rename(
                message!("Rename “{key}” to “{meant}”", key, meant),
                here.path(),
                meant,
            );
            (
                message!(
                    "{what} has no member “{key}”. Did you mean “{meant}”?",
                    what,
                    key,
                    meant
                ),
                fix,
            )
        });
        return;
    }
    report.find(rule, &here, || {
        if rule == &SWAGGER_KEYWORD_NOT_SUPPORTED {
            message!("“{key}” is not a keyword of Swagger 2.0. {what} must do without it: remove it, or say the same with other keywords.", key, what)
        } else if shape.extensions {
            message!("{what} has no member “{key}”. Remove it, or begin its name with “x-” if it is an extension.", what, key)
        } else {
            message!("{what} has no member “{key}”. Remove it; it has no effect.", what, key)
        }
    });
}

fn rule_of(key: &str, shape: &Shape) -> &'static Rule {
    if !shape.extensions {
        &ADDITIONAL_PROPERTY_NOT_ALLOWED
    } else if NEWER.contains(&key) {
        &SWAGGER_KEYWORD_NOT_SUPPORTED
    } else {
        &EXTENSION_NAME_NOT_VALID
    }
}

/// Whether another rule speaks of this member, more to the point.
fn told_elsewhere(key: &str, shape: &Shape) -> bool {
    shape.what == super::shapes::BODY_PARAMETER.what && TYPE_MEMBERS.contains(&key)
}

/// A member that must be there and is not.
pub(super) fn missing(key: &str, shape: &Shape, place: &Place<'_>, report: &mut Report<'_>) {
    report.find(&REQUIRED_PROPERTY_MISSING, place, || {
        message!(
            "{what} needs the member “{key}”. Add it.",
            what = shape.what,
            key
        )
    });
}

/// None of the members is there of which one must be.
pub(super) fn none_of(shape: &Shape, place: &Place<'_>, report: &mut Report<'_>) {
    report.find(&ONE_OF_PROPERTIES_REQUIRED, place, || {
        let names: Vec<_> = shape.one_of.iter().map(|key| format!("“{key}”")).collect();
        message!(
            "{what} needs one of {names}. Add one.",
            what = shape.what,
            names = names.join(", ")
        )
    });
}

pub(super) fn check_body(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    if node.facets.schema.is_none() {
        report.find(&BODY_PARAMETER_SCHEMA_REQUIRED, &node.place, || {
            message!("The body has no schema. Describe what is sent in “schema”.")
        });
    }
    for key in TYPE_MEMBERS {
        if !node.json.contains_key(*key) {
            continue;
        }
        let place = node.place.key(key);
        if *key == "allowEmptyValue" {
            check_empty_value(&place, report);
        } else {
            report.find(&BODY_PARAMETER_PROPERTY_NOT_VALID, &place, || {
                message!(
                    "A body does not use “{key}”; its schema does. Move it into “schema”.",
                    key
                )
            });
        }
    }
}

pub(super) fn check_not_body(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    if node.facets.schema.is_some() {
        let place = node.place.key("schema");
        report.find(&NON_BODY_PARAMETER_SCHEMA_NOT_VALID, &place, || {
            message!("The parameter “{parameter}” is not a body, so it cannot have a schema. Say its type with “type”.", parameter = node.name())
        });
    }
    let may_be_empty = matches!(
        node.location(),
        Some(Location::Query | Location::FormData) | None
    );
    if node.facets.allow_empty_value.is_some() && !may_be_empty {
        check_empty_value(&node.place.key("allowEmptyValue"), report);
    }
}

/// A parameter without a name is sent as nothing.
pub(super) fn check_name(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    let name = node.json.get("name").and_then(Value::as_str);
    if name.is_some_and(|name| name.trim().is_empty()) {
        report.find(&REQUIRED_PROPERTY_MISSING, &node.place.key("name"), || {
            message!("The name of a parameter is empty. Give it one.")
        });
    }
}

fn check_empty_value(place: &Place<'_>, report: &mut Report<'_>) {
    let rule = &ALLOW_EMPTY_VALUE_ONLY_VALID_FOR_QUERY_FORM_DATA;
    report.find_with_fix(rule, place, || {
        let message = message!(
            "“allowEmptyValue” has an effect in query and form parameters only. Remove it."
        );
        let fix = Fix::remove(message!("Remove “allowEmptyValue”"), place.path());
        (message, fix)
    });
}

/// Looks at what stands beside a reference to a `what`.
pub(super) fn check_beside_reference(
    json: &Map<String, Value>,
    what: Phrase,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    // The platform reads its own extensions beside a reference, and a description does no harm.
    let ignored = json.keys().find(|key| {
        !matches!(key.as_str(), "$ref" | "description" | "title") && !key.starts_with("x-")
    });
    if let Some(key) = ignored {
        let rule = &ADDITIONAL_PROPERTY_NOT_ALLOWED_ADJACENT_TO_REF;
        report.find(rule, &place.key(key), || {
            message!("“{key}” stands beside “$ref” and is ignored. Move it to the {what} that “$ref” names, or remove it.", key, what)
        });
    }
}
