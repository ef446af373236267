//! Rules of MIME types and formats.

use serde_json::{Value, json};

use super::super::{Case, definition, fires, operation, parameter, silent};

pub(super) fn cases() -> Vec<Case> {
    let field = || json!({ "name": "label", "in": "formData", "type": "string" });
    let file = || json!({ "name": "photo", "in": "formData", "type": "file" });
    let body = || json!({ "name": "body", "in": "body", "schema": { "type": "object" } });
    let sends = |consumes: Value, parameter: Value| {
        operation(json!({ "consumes": consumes, "parameters": [parameter] }))
    };
    let at = "/paths/~1parcels/get/consumes";
    vec![
        fires(
            "ConsumesMissing",
            sends(json!(null), field()),
            "/paths/~1parcels/get",
        ),
        fires(
            "ConsumesMissing",
            sends(json!(null), body()),
            "/paths/~1parcels/get",
        ),
        fires(
            "ConsumesMissing",
            sends(json!([]), file()),
            "/paths/~1parcels/get",
        ),
        silent("ConsumesMissing", operation(json!({}))),
        silent(
            "ConsumesMissing",
            sends(json!(["multipart/form-data"]), field()),
        ),
        fires(
            "MimeTypeNotCompatibleWithRequestContentSchemaType",
            sends(json!(["application/json"]), field()),
            at,
        ),
        fires(
            "MimeTypeNotCompatibleWithRequestContentSchemaType",
            sends(json!(["multipart/form-data"]), body()),
            at,
        ),
        silent(
            "MimeTypeNotCompatibleWithRequestContentSchemaType",
            sends(json!(["application/json; charset=utf-8"]), body()),
        ),
        fires(
            "StringBinaryNotSupportedForFormUrlEncoded",
            sends(json!(["application/x-www-form-urlencoded"]), file()),
            "/paths/~1parcels/get/parameters/0",
        ),
        silent(
            "StringBinaryNotSupportedForFormUrlEncoded",
            sends(json!(["multipart/form-data"]), file()),
        ),
        fires(
            "UnrecognizedTypeFormat",
            parameter(json!({ "type": "integer", "format": "date" })),
            "/paths/~1parcels/get/parameters/0/format",
        ),
        fires(
            "UnrecognizedTypeFormat",
            parameter(json!({ "type": "boolean", "format": "date" })),
            "/paths/~1parcels/get/parameters/0/format",
        ),
        fires(
            "UnrecognizedTypeFormat",
            parameter(json!({ "type": "string", "format": "string" })),
            "/paths/~1parcels/get/parameters/0/format",
        ),
        silent(
            "UnrecognizedTypeFormat",
            parameter(json!({ "format": "date-time" })),
        ),
        fires(
            "MimeTypeNotSupported",
            operation(json!({ "produces": ["text/event-stream"] })),
            "/paths/~1parcels/get/produces/0",
        ),
        silent(
            "MimeTypeNotSupported",
            operation(json!({ "produces": ["application/vnd.parcels+json"] })),
        ),
        fires(
            "MimeTypeNotValid",
            definition(json!({ "consumes": ["json"] })),
            "/consumes/0",
        ),
        silent(
            "MimeTypeNotValid",
            definition(json!({ "consumes": ["application/json; odata.metadata=full"] })),
        ),
    ]
}
