//! "Make the schema fit": what is merged in, what stays, and where.

use serde_json::{Value, json};
use tenon_connector::document::Path;
use tenon_connector::infer::{InferError, Manner};
use tenon_connector::swagger::{Method, OperationKey};
use tenon_connector::validate::{Answer, Content, Fit, FitError, Kind, check, fit};

use super::{after, answer, definition, key};

fn fitted(definition: &Value, answer: &Answer) -> (Fit, Value) {
    let fit = fit(definition, &key(), answer, Manner::Original).unwrap();
    let after = after(definition, &fit);
    assert_eq!(check(&after, &key(), answer), fit.left);
    (fit, after)
}

fn schema_of(schema: Value, body: Value) -> Value {
    let definition = definition(json!({ "200": { "description": "", "schema": schema } }));
    let (fit, after) = fitted(&definition, &answer(200, body));
    assert!(fit.left.is_empty(), "{:?}", fit.left);
    after["paths"]["/joints"]["get"]["responses"]["200"]["schema"].clone()
}

#[test]
fn what_the_answer_contradicts_is_widened_and_the_rest_stays() {
    for (schema, body, expected) in [
        (
            json!({ "type": "integer", "format": "int32", "title": "T" }),
            json!(1.5),
            json!({ "type": "number", "format": "double", "title": "T" }),
        ),
        (
            json!({ "type": "integer", "format": "int32" }),
            json!(3_000_000_000_i64),
            json!({ "type": "integer", "format": "int64" }),
        ),
        (
            json!({ "type": "string", "format": "date", "x-ms-summary": "S", "default": "x" }),
            json!(7),
            json!({ "x-ms-summary": "S", "default": "x" }),
        ),
        (
            json!({ "type": "string", "format": "date" }),
            json!("soon"),
            json!({ "type": "string" }),
        ),
        (
            json!({ "type": "string", "enum": ["a"], "x-ms-enum-values": [{ "value": "a", "displayName": "A" }] }),
            json!("b"),
            json!({ "type": "string", "enum": ["a", "b"], "x-ms-enum-values": [{ "value": "a", "displayName": "A" }] }),
        ),
        (
            json!({ "type": "string", "description": "D" }),
            json!(null),
            json!({ "type": "string", "description": "D", "x-nullable": true }),
        ),
        (
            json!({ "type": "number", "maximum": 3, "exclusiveMaximum": true, "minimum": 0 }),
            json!(3),
            json!({ "type": "number", "minimum": 0 }),
        ),
        (
            json!({ "type": "string", "pattern": "^a$", "maxLength": 9 }),
            json!("b"),
            json!({ "type": "string", "maxLength": 9 }),
        ),
        (
            json!({ "type": "object", "required": ["a", "b"], "properties": { "a": {}, "b": {} } }),
            json!({ "b": 1 }),
            json!({ "type": "object", "required": ["b"], "properties": { "a": {}, "b": {} } }),
        ),
        (
            json!({ "type": "array", "items": {} }),
            json!([1]),
            json!({ "type": "array", "items": { "type": "integer", "format": "int32" } }),
        ),
        (json!({}), json!("a"), json!({ "type": "string" })),
        (
            json!({ "type": "object", "x-ms-dynamic-schema": { "operationId": "x" } }),
            json!({ "a": 1 }),
            json!({ "type": "object", "x-ms-dynamic-schema": { "operationId": "x" } }),
        ),
        (
            json!({ "type": "object", "title": "T" }),
            json!({ "a": 1 }),
            json!({ "type": "object", "title": "T", "properties": { "a": { "type": "integer", "format": "int32", "description": "a" } } }),
        ),
    ] {
        assert_eq!(schema_of(schema.clone(), body), expected, "{schema}");
    }
}

#[test]
fn a_property_that_items_have_or_not_is_as_wide_as_all_of_them() {
    let schema = json!({ "type": "array", "items": { "type": "object", "properties": { "a": { "type": "string" } } } });
    let body = json!([{ "a": "x", "b": 1 }, { "a": "y" }, { "b": 2.5 }, { "b": null }]);
    let items = &schema_of(schema, body)["items"]["properties"];
    assert_eq!(
        items["b"],
        json!({ "type": "number", "format": "float", "x-nullable": true, "description": "b" })
    );
}

#[test]
fn through_a_reference_the_shared_schema_changes_and_is_named() {
    let responses = json!({ "200": { "description": "", "schema": { "type": "array", "items": { "$ref": "#/definitions/Joint" } } } });
    let definition = definition(responses);
    let body = json!([{ "name": "a", "parts": [{ "size": "large", "wood": "oak" }] }]);
    let (fit, after) = fitted(&definition, &answer(200, body));
    assert_eq!(fit.shared, [Path::of(["definitions", "Joint"])]);
    assert_eq!(
        after["definitions"]["Joint"],
        json!({ "type": "object", "title": "A joint", "properties": {
            "name": { "type": "string", "x-ms-summary": "Name" },
            "size": { "x-nullable": true },
            "parts": { "type": "array", "items": { "$ref": "#/definitions/Joint" } },
            "wood": { "type": "string", "description": "wood" }
        } })
    );
    assert_eq!(after["paths"], definition["paths"]);
}

#[test]
fn what_a_discriminator_names_takes_up_what_is_new() {
    let responses =
        json!({ "200": { "description": "", "schema": { "$ref": "#/definitions/Named" } } });
    let (_, after) = fitted(
        &definition(responses),
        &answer(200, json!({ "kind": "Dovetail", "pins": 3 })),
    );
    let properties = &after["definitions"]["Dovetail"]["properties"];
    assert_eq!(properties["pins"]["type"], "integer");
    assert!(
        after["definitions"]["Named"]["properties"]
            .get("pins")
            .is_none()
    );
}

#[test]
fn a_status_that_is_not_declared_gets_a_response_in_its_place() {
    let ok = json!({ "description": "", "schema": { "type": "string" } });
    let error = json!({ "description": "Error", "schema": { "type": "object", "properties": { "code": { "type": "integer" } } } });
    let definition =
        definition(json!({ "200": ok, "404": { "description": "" }, "default": error }));
    let (_, after) = fitted(&definition, &answer(201, json!({ "id": 1 })));
    let responses = after["paths"]["/joints"]["get"]["responses"]
        .as_object()
        .unwrap();
    let names: Vec<&String> = responses.keys().collect();
    assert_eq!(names, ["200", "201", "404", "default"]);
    assert_eq!(
        responses["201"],
        json!({ "description": "Created", "schema": { "type": "object", "properties": { "id": { "type": "integer", "format": "int32", "description": "id" } } } })
    );
    // Errors are what `default` is for.
    let (_, after) = fitted(&definition, &answer(500, json!({ "code": "E1" })));
    let responses = &after["paths"]["/joints"]["get"]["responses"];
    assert!(responses.get("500").is_none());
    assert_eq!(
        responses["default"]["schema"]["properties"]["code"],
        json!({ "x-nullable": true })
    );
    // A response without a schema gets one.
    let (_, after) = fitted(&definition, &answer(404, json!("none")));
    assert_eq!(
        after["paths"]["/joints"]["get"]["responses"]["404"]["schema"],
        json!({ "type": "string" })
    );
}

#[test]
fn an_operation_without_responses_gets_its_first() {
    let mut definition = definition(json!({}));
    definition["paths"]["/joints"]["get"] = json!({});
    let empty = Answer {
        status: 204,
        headers: Vec::new(),
        content: Content::Empty,
    };
    let (_, after) = fitted(&definition, &empty);
    assert_eq!(
        after["paths"]["/joints"]["get"],
        json!({ "responses": { "204": { "description": "No content" } } })
    );
}

#[test]
fn a_header_of_another_type_becomes_a_text() {
    let definition = definition(
        json!({ "200": { "description": "", "headers": { "X-Rest": { "type": "integer", "format": "int32", "description": "D" } } } }),
    );
    let mut answer = answer(200, json!(null));
    answer.content = Content::Empty;
    answer
        .headers
        .push(("x-rest".to_owned(), "many".to_owned()));
    let (fit, after) = fitted(&definition, &answer);
    assert!(fit.left.is_empty());
    assert_eq!(
        after["paths"]["/joints"]["get"]["responses"]["200"]["headers"]["X-Rest"],
        json!({ "type": "string", "description": "D" })
    );
}

#[test]
fn what_is_for_the_maker_to_decide_is_left() {
    let definition =
        definition(json!({ "200": { "description": "", "schema": { "type": "object" } } }));
    let text = Answer {
        status: 200,
        headers: Vec::new(),
        content: Content::of("text/plain", b"oops"),
    };
    let (fit, after) = fitted(&definition, &text);
    assert_eq!((fit.edits.len(), &after), (0, &definition));
    let kinds: Vec<Kind> = fit.left.found.iter().map(|v| v.kind).collect();
    assert_eq!(kinds, [Kind::NotJson]);
}

#[test]
fn what_cannot_be_done_is_told() {
    let dangling = definition(json!({ "200": { "$ref": "#/responses/None" } }));
    let one = answer(200, json!(1));
    let error = fit(&dangling, &key(), &one, Manner::Exact).unwrap_err();
    assert_eq!(
        error.to_string(),
        "The response for 200 refers to “#/responses/None”, which is not there. Correct it in the Swagger editor first."
    );
    let other = OperationKey::new("/none", Method::Get);
    assert!(matches!(
        fit(&dangling, &other, &one, Manner::Exact),
        Err(FitError::NoOperation { .. })
    ));
    let deep = (0..60).fold(json!(1), |value, _| json!([value]));
    let error = fit(
        &definition(json!({})),
        &key(),
        &answer(200, deep),
        Manner::Exact,
    );
    assert_eq!(error, Err(FitError::Infer(InferError::TooDeep)));
}

#[test]
fn many_values_of_one_place_are_merged_at_once() {
    let schema = json!({ "type": "array", "items": { "type": "object", "properties": {
        "id": { "type": "string", "enum": ["a"] }, "size": { "type": "integer", "format": "int32" } } } });
    let items: Vec<Value> = (0..20_000)
        .map(|n| json!({ "id": n.to_string(), "size": if n == 9 { json!(0.5) } else { json!(n) }, "new": n }))
        .collect();
    let items = &schema_of(schema, json!(items))["items"]["properties"];
    assert_eq!(items["id"], json!({ "type": "string" }));
    assert_eq!(
        items["size"],
        json!({ "type": "number", "format": "double" })
    );
    assert_eq!(items["new"]["format"], "int32");
}
