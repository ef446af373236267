//! A parameter by itself: its name, where it is sent, how it is encoded.

use serde_json::Value;

use crate::lint::Fix;
use crate::lint::model::{FacetKind, FacetNode, ParameterNode};
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;
use crate::swagger::Location;

rules! {
    /// The platform uses a parameter of this name itself, to say which connection a call is for. Give the
    /// parameter another name; the policies “Set query string parameter” and “Set HTTP header” can send
    /// the name that the API wants.
    CONNECTION_ID = "ConnectionIdParameterNotAllowed", 6, Error, Always,
        "No parameter is called “connectionId”";

    /// The name of a form field travels in a header line, which has ASCII characters only. Use those.
    FORM_DATA_NAME = "InvalidFormDataParameterName", 20, Error, Always,
        "Form fields have names of ASCII characters";

    /// A path without a value for one of its variables is no address. Make the parameter required.
    PATH_PARAMETER_REQUIRED = "PathParameterMustBeRequired", 62, Error, Always,
        "Path parameters are required";

    /// The platform sends lists joined by commas, blanks, tabs or bars, not as one parameter per item. Choose
    /// one of those, or build the query in custom code.
    COLLECTION_FORMAT = "CollectionFormatValueNotSupported", 76, Error, Always,
        "Lists are sent in a format that the platform has";

    /// A file is sent as a field of a form. Set “in” to `formData`, or send the content as a body
    /// whose schema is a string of format `binary`.
    FILE_IN_FORM = "FileParameterMustBeInFormData", 80, Error, Always,
        "Parameters of type “file” are form fields";

    /// A value with a slash or another special character breaks the path unless it is encoded. Say how with
    /// `x-ms-url-encoding`, usually `single`.
    PATH_ENCODING = "PathParameterMissingEncoding", 86, Warning, Always,
        "Path parameters say how their values are encoded";

    /// Values in the query are always encoded once, whatever is written here. Remove it.
    QUERY_ENCODING = "QueryParameterEncodingNotSupported", 87, Warning, Always,
        "Only path parameters say how their values are encoded";

    /// The platform or HTTP itself sets these headers for each call and overwrites what a user enters. Remove
    /// the parameter.
    RESERVED = "ReservedParameterIsUsed", 88, Error, Always,
        "No parameter is a header that the platform sets itself";
}

/// Headers that belong to the connection between two machines, or to the platform's gateway.
const RESERVED_HEADERS: &[&str] = &[
    "host",
    "content-length",
    "transfer-encoding",
    "connection",
    "x-ms-apim-tokens",
    "x-ms-apim-referrer",
    "x-ms-apim-callback",
];

/// The formats that Swagger 2.0 has and the platform sends.
const COLLECTION_FORMATS: &[&str] = &["csv", "ssv", "tsv", "pipes"];

pub(super) fn check(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    check_name(node, report);
    check_encoding(node, report);
    let location = node.location();
    if location == Some(Location::Path) && !node.facets.is_required() {
        let place = node.place.key("required");
        let here = if node.facets.required.is_some() {
            &place
        } else {
            &node.place
        };
        report.find_with_fix(&PATH_PARAMETER_REQUIRED, here, || {
            let fix = Fix::set(
                message!(
                    "Require the parameter “{parameter}”",
                    parameter = node.name()
                ),
                place.path(),
                true,
            );
            (
                message!(
                    "The parameter “{parameter}” is part of the path, so it must be required.",
                    parameter = node.name()
                ),
                fix,
            )
        });
    }
    if node.facets.kind() == Some("file")
        && location.is_some_and(|place| place != Location::FormData)
    {
        report.find(&FILE_IN_FORM, &node.place.key("type"), || {
            message!(
                "“{name}” is a file, so it must be a form field: set “in” to “formData”.",
                name = node.name()
            )
        });
    }
}

fn check_name(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    let name = node.name();
    let place = node.place.key("name");
    if name.eq_ignore_ascii_case("connectionId") {
        report.find(&CONNECTION_ID, &place, || {
            message!(
                "The platform uses the name “{name}” itself. Give the parameter another one.",
                name
            )
        });
    }
    match node.location() {
        Some(Location::FormData) if !name.is_ascii() => report.find(&FORM_DATA_NAME, &place, || {
            message!("The name “{name}” of a form field has characters beyond ASCII. Use letters and digits.", name)
        }),
        Some(Location::Header) if is_reserved(name) => report.find(&RESERVED, &place, || {
            message!("The header “{name}” is set for each call. Remove the parameter.", name)
        }),
        _ => {}
    }
}

fn is_reserved(name: &str) -> bool {
    let mut reserved = RESERVED_HEADERS.iter();
    reserved.any(|header| header.eq_ignore_ascii_case(name))
}

fn check_encoding(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    let place = node.place.key("x-ms-url-encoding");
    let present = node.facets.has_extensions && node.json.contains_key("x-ms-url-encoding");
    match node.location() {
        Some(Location::Path) if !present => {
            report.find_with_fix(&PATH_ENCODING, &node.place, || {
                let title = message!("Encode the parameter “{parameter}” once", parameter = node.name());
                let message = message!("The path parameter “{parameter}” does not say how its value is encoded. Set “x-ms-url-encoding” to “single”.", parameter = node.name());
                (message, Fix::set(title, place.path(), "single"))
            });
        }
        Some(Location::Query) if present => report.find_with_fix(&QUERY_ENCODING, &place, || {
            let message = message!(
                "Values in the query are always encoded once. Remove “x-ms-url-encoding”."
            );
            (
                message,
                Fix::remove(message!("Remove “x-ms-url-encoding”"), place.path()),
            )
        }),
        _ => {}
    }
}

pub(super) fn check_facets(node: &FacetNode<'_>, report: &mut Report<'_>) {
    let Some(format) = node.facets.collection_format.and_then(Value::as_str) else {
        return;
    };
    if node.kind != FacetKind::Schema && !COLLECTION_FORMATS.contains(&format) {
        report.find(&COLLECTION_FORMAT, &node.place.key("collectionFormat"), || {
            message!("The platform does not send lists as “{format}”. Use “csv”, “ssv”, “tsv” or “pipes”.", format)
        });
    }
}
