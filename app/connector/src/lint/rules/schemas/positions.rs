//! What a schema may say where it stands: files, bytes, and values that users do not see.

use serde_json::Value;

use crate::lint::Fix;
use crate::lint::model::{ParameterNode, Role, SchemaNode, SchemaPosition};
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;
use crate::swagger::Location;

rules! {
    /// A property that users do not see is sent only if it is required, so its default has no effect. Require it.
    INTERNAL_OPTIONAL = "InternalPropertyWithDefaultOptional", 105, Warning, Always,
        "Internal properties with a default are required";

    /// Bytes cannot stand inside of a document. Send or receive them as the whole body, or write them as text with
    /// the format `byte`.
    /// Connectors that the platform accepted carry it, so it is no error.
    STRING_BINARY = "InvalidStringBinaryProperty", 107, Warning, Always,
        "Bytes are a whole body or a form field";

    /// A parameter that users do not see is sent only if it is required, so its default has no effect. Require it.
    INTERNAL_PARAMETER_OPTIONAL = "PropertyMustBeRequired", 115, Warning, Always,
        "Internal parameters with a default are required";

    /// A property that only the API sets cannot be asked of users. Take it out of `required`, or let it be set.
    REQUIRED_READ_ONLY = "RequiredReadOnlyPropertyNotAllowedAsInput", 119, Warning, Always,
        "No property that is sent is both required and read-only";

    /// A file is the whole answer, or a form field. Elsewhere describe a string of format `byte`.
    TYPE_FILE = "SchemaTypeFileNotValid", 144, Error, Always,
        "The type “file” stands at the root of responses only";
}

pub(super) fn check(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    let facets = node.facets;
    match facets.kind() {
        Some("file") if node.position != SchemaPosition::Response => {
            report.find(&TYPE_FILE, &node.place.key("type"), || {
                message!("A schema of type “file” can only be the whole answer. Use a string of format “byte”.")
            });
        }
        Some("string") if facets.format() == Some("binary") && node.above.is_some() => {
            report.find(&STRING_BINARY, &node.place.key("format"), || {
                message!("Bytes cannot stand inside of a document. Use the format “byte”, or make them the whole body.")
            });
        }
        _ => {}
    }
    if facets.read_only.is_some() || facets.visibility.is_some() {
        check_property(node, report);
    }
}

fn check_property(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    let (SchemaPosition::Property(name), Some(above)) = (node.position, node.above) else {
        return;
    };
    let required = above
        .facets
        .required_names()
        .any(|required| required == name);
    let facets = node.facets;
    let is_read_only = facets
        .read_only
        .and_then(Value::as_bool)
        .unwrap_or_default();
    // A schema that goes both ways may well require what the API sets.
    if required && is_read_only && node.role == Role::INPUT {
        report.find(&REQUIRED_READ_ONLY, &node.place.key("readOnly"), || {
            message!(
                "“{name}” is read-only, so it cannot be required of what is sent.",
                name
            )
        });
    }
    if !required && facets.is_internal() && facets.default.is_some() && node.role.input {
        report.find(&INTERNAL_OPTIONAL, &node.place, || {
            message!(
                "“{name}” is internal and optional, so its default is never sent. Require it.",
                name
            )
        });
    }
}

pub(super) fn check_parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    let facets = node.facets;
    let is_body = node.location() == Some(Location::Body);
    if facets.is_internal() && facets.default.is_some() && !facets.is_required() && !is_body {
        let place = node.place.key("required");
        report.find_with_fix(&INTERNAL_PARAMETER_OPTIONAL, &node.place, || {
            let fix = Fix::set(
                message!(
                    "Require the parameter “{parameter}”",
                    parameter = node.name()
                ),
                place.path(),
                true,
            );
            let message = message!(
                "“{name}” is internal and optional, so its default is never sent. Require it.",
                name = node.name()
            );
            (message, fix)
        });
    }
}
