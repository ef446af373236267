//! What Swagger 2.0 cannot say, thing by thing: what it becomes and what the ledger says of it.

use serde_json::{Value, json};
use tenon_connector::read::{Fate, Imported, read};

use super::{document, fates};

fn schemas(version: &str, schemas: Value) -> Imported {
    document(version, json!({ "components": { "schemas": schemas } }))
}

fn definition<'i>(imported: &'i Imported, name: &str) -> &'i Value {
    &imported.connector.definition()["definitions"][name]
}

/// An operation with these members, as it is in the connector.
fn operation(imported: &Imported) -> &Value {
    &imported.connector.definition()["paths"]["/a"]["post"]
}

fn with_operation(members: Value) -> Imported {
    let mut operation = json!({
        "operationId": "Make", "summary": "Make", "responses": { "200": { "description": "OK" } }
    });
    for (key, value) in members.as_object().unwrap() {
        operation[key] = value.clone();
    }
    document("3.1.0", json!({ "paths": { "/a": { "post": operation } } }))
}

#[test]
fn what_both_know_comes_through_without_an_entry() {
    let pet = json!({
        "type": "object", "title": "Pet", "description": "A pet", "required": ["id"], "x-own": [1],
        "properties": {
            "id": { "type": "integer", "format": "int64", "maximum": 123_456_789_012_345_678_901_234_567_890.0_f64, "readOnly": true },
            "tags": { "type": "array", "items": { "type": "string" }, "maxItems": 3 },
            "kind": { "type": "string", "enum": ["cat", "dog"], "example": "cat" },
            "$ref": { "type": "string" }
        },
        "additionalProperties": { "type": "string" }
    });
    let imported = schemas("3.0.3", json!({ "Pet": pet }));
    assert_eq!(definition(&imported, "Pet"), &pet);
    assert_eq!(fates(&imported), []);
}

#[test]
fn a_number_keeps_all_of_its_digits() {
    let text = r#"{"openapi":"3.0.0","info":{"title":"A","version":"1"},"servers":[{"url":"https://a.example.com"}],"paths":{},
        "components":{"schemas":{"N":{"type":"integer","maximum":123456789012345678901234567890}}}}"#;
    let imported = read("a.json", text.as_bytes()).unwrap();
    assert_eq!(imported.findings, []);
    let maximum = &definition(&imported, "N")["maximum"];
    assert_eq!(maximum.to_string(), "123456789012345678901234567890");
}

#[test]
fn null_is_said_by_an_extension() {
    let imported = schemas(
        "3.0.3",
        json!({ "A": { "type": "string", "nullable": true } }),
    );
    assert_eq!(
        definition(&imported, "A"),
        &json!({ "type": "string", "x-nullable": true })
    );
    let imported = schemas(
        "3.1.0",
        json!({
            "A": { "type": ["string", "null"] },
            "B": { "type": ["string", "integer"] },
            "C": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/A" }] }
        }),
    );
    assert_eq!(
        definition(&imported, "A"),
        &json!({ "x-nullable": true, "type": "string" })
    );
    assert_eq!(definition(&imported, "B"), &json!({}));
    assert_eq!(
        definition(&imported, "C")["allOf"],
        json!([{ "$ref": "#/definitions/A" }])
    );
    assert_eq!(
        fates(&imported),
        [
            ("/components/schemas/A/type", Fate::Changed),
            ("/components/schemas/B/type", Fate::Lowered),
            ("/components/schemas/C/oneOf", Fate::Changed),
        ]
    );
}

#[test]
fn keywords_of_json_schema_are_said_in_other_words_or_named() {
    let imported = schemas(
        "3.1.0",
        json!({
            "A": { "const": 7 },
            "B": { "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 10 },
            "C": { "type": "string", "examples": ["a", "b"], "contentEncoding": "base64" },
            "D": { "type": "array", "prefixItems": [{ "type": "string" }, { "type": "string" }] },
            "E": { "not": { "type": "string" }, "if": {}, "patternProperties": {} },
            "F": { "type": "object", "properties": { "yes": true, "no": false } }
        }),
    );
    assert_eq!(definition(&imported, "A"), &json!({ "enum": [7] }));
    assert_eq!(
        definition(&imported, "B"),
        &json!({ "type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 10, "exclusiveMaximum": true })
    );
    assert_eq!(
        definition(&imported, "C"),
        &json!({ "type": "string", "example": "a", "format": "byte" })
    );
    assert_eq!(
        definition(&imported, "D"),
        &json!({ "type": "array", "items": { "type": "string" } })
    );
    assert_eq!(definition(&imported, "E"), &json!({}));
    assert_eq!(
        definition(&imported, "F")["properties"],
        json!({ "yes": {}, "no": {} })
    );
    let dropped: Vec<&str> = imported
        .ledger
        .entries
        .iter()
        .filter(|entry| entry.fate == Fate::Dropped)
        .map(|entry| entry.pointer.as_str())
        .collect();
    assert_eq!(
        dropped,
        [
            "/components/schemas/E/not",
            "/components/schemas/E/if",
            "/components/schemas/E/patternProperties",
        ]
    );
}

#[test]
fn alternatives_become_what_lets_each_through() {
    let imported = schemas(
        "3.0.3",
        json!({
            "Cat": { "type": "object", "required": ["name", "claws"], "properties": { "name": { "type": "string" }, "claws": { "type": "integer" } } },
            "Dog": { "allOf": [{ "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "bark": { "type": "string" } } }] },
            "Pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
                     "discriminator": { "propertyName": "kind" } },
            "Size": { "anyOf": [{ "type": "string", "enum": ["s"] }, { "type": "string", "enum": ["m", "s"] }] },
            "Any": { "oneOf": [{ "type": "string" }, { "type": "integer" }] }
        }),
    );
    assert_eq!(
        definition(&imported, "Pet"),
        &json!({
            "type": "object",
            "properties": { "name": { "type": "string" }, "claws": { "type": "integer" }, "bark": { "type": "string" } },
            "required": ["name"]
        })
    );
    assert_eq!(
        definition(&imported, "Size"),
        &json!({ "type": "string", "enum": ["s", "m"] })
    );
    assert_eq!(definition(&imported, "Any"), &json!({}));
}

#[test]
fn schemas_in_circles_are_followed_once() {
    let imported = schemas(
        "3.1.0",
        json!({
            "Tree": { "type": "object", "properties": { "children": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } } },
            "A": { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] },
            "B": { "anyOf": [{ "$ref": "#/components/schemas/A" }, { "type": "object", "properties": { "b": {} } }] }
        }),
    );
    let tree = definition(&imported, "Tree");
    assert_eq!(
        tree["properties"]["children"]["items"],
        json!({ "$ref": "#/definitions/Tree" })
    );
    assert!(definition(&imported, "A").is_object());
}

#[test]
fn references_to_any_place_get_a_name() {
    let imported = schemas(
        "3.1.0",
        json!({
            "A": { "type": "object", "properties": { "inner": { "$ref": "#/components/schemas/A/$defs/Inner" } },
                   "$defs": { "Inner": { "type": "string" } } },
            "B": { "$ref": "#/components/schemas/A", "description": "Beside" },
            "C": { "$ref": "#/components/schemas/A", "maxProperties": 2 },
            "D": { "$ref": "#/components/schemas/Nowhere" },
            "E": { "$ref": "https://example.com/other.json" }
        }),
    );
    let inner = &definition(&imported, "A")["properties"]["inner"]["$ref"];
    let name = inner
        .as_str()
        .unwrap()
        .strip_prefix("#/definitions/")
        .unwrap();
    assert_eq!(definition(&imported, name), &json!({ "type": "string" }));
    assert_eq!(
        definition(&imported, "B"),
        &json!({ "description": "Beside", "allOf": [{ "$ref": "#/definitions/A" }] })
    );
    assert!(fates(&imported).contains(&("/components/schemas/B", Fate::Changed)));
    assert_eq!(
        definition(&imported, "C"),
        &json!({ "maxProperties": 2, "allOf": [{ "$ref": "#/definitions/A" }] })
    );
    assert_eq!(definition(&imported, "D"), &json!({}));
    let lost = fates(&imported);
    assert!(lost.contains(&("/components/schemas/D/$ref", Fate::Dropped)));
    assert!(lost.contains(&("/components/schemas/E/$ref", Fate::Dropped)));
}

#[test]
fn parameters_are_written_as_the_source_writes_them() {
    let imported = with_operation(json!({ "parameters": [
        { "name": "ids", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } },
        { "name": "csv", "in": "query", "explode": false, "schema": { "type": "array", "items": { "type": "string" } } },
        { "name": "pipe", "in": "query", "style": "pipeDelimited", "explode": false, "schema": { "type": "array", "items": { "type": "string" } } },
        { "name": "filter", "in": "query", "style": "deepObject", "schema": { "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "integer" } } } },
        { "name": "session", "in": "cookie", "schema": { "type": "string" } },
        { "name": "Accept", "in": "header", "schema": { "type": "string" } },
        { "name": "json", "in": "query", "content": { "application/json": { "schema": { "type": "object" } } } }
    ] }));
    let found: Vec<(&str, &Value)> = operation(&imported)["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["name"].as_str().unwrap(), &p["collectionFormat"]))
        .collect();
    assert_eq!(
        found,
        [
            ("ids", &json!("multi")),
            ("csv", &Value::Null),
            ("pipe", &json!("pipes")),
            ("filter[a]", &Value::Null),
            ("filter[b]", &Value::Null),
            ("json", &Value::Null),
        ]
    );
    let at = |n: usize| format!("/paths/~1a/post/parameters/{n}");
    let all = fates(&imported);
    assert!(all.contains(&(at(3).as_str(), Fate::Changed)));
    assert!(all.contains(&(at(4).as_str(), Fate::Dropped)));
    assert!(all.contains(&(at(5).as_str(), Fate::Dropped)));
}

#[test]
fn a_form_has_fields_and_files() {
    let imported = with_operation(
        json!({ "requestBody": { "content": { "multipart/form-data": { "schema": {
        "type": "object", "required": ["file"],
        "properties": { "file": { "type": "string", "format": "binary" }, "note": { "type": "string" },
                        "meta": { "type": "object", "properties": { "a": { "type": "string" } } } } } } } } }),
    );
    let operation = operation(&imported);
    assert_eq!(operation["consumes"], json!(["multipart/form-data"]));
    assert_eq!(
        operation["parameters"],
        json!([
            { "name": "file", "in": "formData", "required": true, "type": "file" },
            { "name": "note", "in": "formData", "type": "string" },
            { "name": "meta", "in": "formData", "type": "string" }
        ])
    );
}

#[test]
fn a_body_is_described_once_and_the_rest_is_named() {
    let imported = with_operation(json!({ "requestBody": { "required": true, "content": {
        "application/xml": { "schema": { "type": "string" } },
        "application/json": { "schema": { "type": "object" } },
        "application/merge-patch+json": { "schema": { "type": "object" } } } } }));
    let operation = operation(&imported);
    assert_eq!(
        operation["consumes"],
        json!(["application/json", "application/merge-patch+json"])
    );
    assert_eq!(
        operation["parameters"],
        json!([{ "name": "body", "in": "body", "required": true, "schema": { "type": "object" } }])
    );
    assert_eq!(
        fates(&imported),
        [(
            "/paths/~1a/post/requestBody/content/application~1xml",
            Fate::Dropped
        )]
    );
}

#[test]
fn ranges_of_statuses_stand_under_one() {
    let imported = with_operation(json!({ "responses": {
        "200": { "description": "OK", "content": { "application/json": { "schema": { "type": "string" }, "example": "a" } } },
        "2XX": { "description": "Fine" },
        "4XX": { "description": "Wrong", "links": {} }
    } }));
    let responses = &operation(&imported)["responses"];
    assert_eq!(
        responses["200"],
        json!({ "description": "OK", "schema": { "type": "string" }, "examples": { "application/json": "a" } })
    );
    assert_eq!(responses["400"]["description"], "Wrong");
    assert!(responses.get("2XX").is_none() && responses.get("4XX").is_none());
}

#[test]
fn many_responses_by_reference_stay_references() {
    let response = json!({ "description": "Wrong", "content": { "application/problem+json": {} } });
    let paths: serde_json::Map<String, Value> = (0..1000)
        .map(|n| {
            let responses = json!({ "400": { "$ref": "#/components/responses/Wrong" } });
            (
                format!("/a{n}"),
                json!({ "get": { "responses": responses } }),
            )
        })
        .collect();
    let imported = document(
        "3.0.0",
        json!({ "paths": paths, "components": { "responses": { "Wrong": response } } }),
    );
    let definition = imported.connector.definition();
    assert_eq!(
        definition["paths"]["/a7"]["get"]["responses"]["400"],
        json!({ "$ref": "#/responses/Wrong" })
    );
    assert_eq!(
        definition["paths"]["/a7"]["get"]["produces"],
        json!(["application/problem+json"])
    );
    assert_eq!(imported.ledger.operations_out, 1000);
}

#[test]
fn variables_of_the_server_are_asked_for() {
    let imported = document(
        "3.0.0",
        json!({ "servers": [
        { "url": "https://{region}.example.com/{base}", "variables": {
            "region": { "default": "eu", "enum": ["eu", "us"] }, "base": { "default": "v2" } } },
        { "url": "https://other.example.com" }
    ] }),
    );
    let definition = imported.connector.definition();
    assert_eq!(definition["host"], "eu.example.com");
    assert_eq!(definition["basePath"], "/v2");
    let properties = &imported.connector.properties()["properties"];
    assert_eq!(
        properties["connectionParameters"]["region"]["defaultValue"],
        "eu"
    );
    assert_eq!(
        properties["policyTemplateInstances"][0]["parameters"]["x-ms-apimTemplateParameter.urlTemplate"],
        "https://@connectionParameters('region').example.com/@connectionParameters('base')"
    );
    assert!(fates(&imported).contains(&("/servers/1", Fate::Dropped)));
}

#[test]
fn a_server_of_one_operation_is_set_by_a_policy() {
    let imported =
        with_operation(json!({ "servers": [{ "url": "https://files.example.com/v1" }] }));
    let policies = &imported.connector.properties()["properties"]["policyTemplateInstances"];
    assert_eq!(policies[0]["templateId"], "dynamichosturl");
    assert_eq!(
        policies[0]["parameters"]["x-ms-apimTemplate-operationName"],
        json!(["Make"])
    );
}

#[test]
fn a_callback_makes_a_webhook_trigger() {
    let imported = with_operation(json!({
        "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "url": { "type": "string" } } } } } },
        "callbacks": { "made": { "{$request.body#/url}": { "post": {
            "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "id": { "type": "string" } } } } } },
            "responses": { "200": { "description": "OK" } } } } } }
    }));
    let operation = operation(&imported);
    assert_eq!(operation["x-ms-trigger"], "single");
    let address = &operation["parameters"][0]["schema"]["properties"]["url"];
    assert_eq!(address["x-ms-notification-url"], true);
    let path = &imported.connector.definition()["paths"]["/a"];
    assert_eq!(
        path["x-ms-notification-content"]["schema"]["properties"]["id"]["type"],
        "string"
    );
}

#[test]
fn names_are_made_and_stay_the_same() {
    let paths = json!({
        "/pets/{id}": { "get": { "responses": {} } },
        "/a": { "get": { "operationId": "same", "responses": {} }, "put": { "operationId": "same", "responses": {} } }
    });
    let imported = document("3.0.0", json!({ "paths": paths }));
    let definition = imported.connector.definition();
    assert_eq!(
        definition["paths"]["/pets/{id}"]["get"]["operationId"],
        "GetPetsById"
    );
    assert_eq!(
        definition["paths"]["/pets/{id}"]["get"]["summary"],
        "Get pets by id"
    );
    assert_eq!(definition["paths"]["/a"]["put"]["operationId"], "samePutA");
    let again = document("3.0.0", json!({ "paths": paths }));
    assert_eq!(again.connector.definition(), definition);
}

#[test]
fn methods_and_webhooks_without_a_place_are_counted_and_named() {
    let imported = document(
        "3.2.0",
        json!({
            "paths": { "/a": { "query": { "responses": {} }, "trace": { "responses": {} },
                               "additionalOperations": { "COPY": { "responses": {} } }, "get": { "responses": {} } } },
            "webhooks": { "made": { "post": { "responses": {} } } }
        }),
    );
    assert_eq!(
        (
            imported.ledger.operations_in,
            imported.ledger.operations_out
        ),
        (5, 1)
    );
    let dropped = imported
        .ledger
        .entries
        .iter()
        .filter(|entry| entry.fate == Fate::Dropped);
    assert_eq!(dropped.count(), 4);
}

#[test]
fn deep_documents_end() {
    let mut schema = json!({ "type": "string" });
    for _ in 0..200 {
        schema = json!({ "type": "object", "properties": { "a": schema } });
    }
    let imported = schemas("3.1.0", json!({ "Deep": schema }));
    assert!(
        fates(&imported)
            .iter()
            .any(|(_, fate)| *fate == Fate::Dropped)
    );
}

#[test]
fn what_stands_beside_the_reference_of_a_path_is_named() {
    let get =
        json!({ "get": { "operationId": "Get", "responses": { "200": { "description": "OK" } } } });
    let imported = document(
        "3.1.0",
        json!({
            "paths": { "/a": { "$ref": "#/components/pathItems/a", "summary": "A", "post": { "responses": {} } } },
            "components": { "pathItems": { "a": get } }
        }),
    );
    let item = imported.connector.definition()["paths"]["/a"].as_object();
    assert_eq!(item.unwrap().keys().collect::<Vec<_>>(), ["get"]);
    let counts = (
        imported.ledger.operations_in,
        imported.ledger.operations_out,
    );
    assert_eq!(counts, (2, 1));
    let fates = fates(&imported);
    assert!(fates.contains(&("/paths/~1a/post", Fate::Dropped)));
    assert!(fates.contains(&("/paths/~1a/summary", Fate::Dropped)));
}

#[test]
fn a_server_of_a_path_is_set_by_a_policy_for_its_operations_that_have_none() {
    let get =
        |id: &str| json!({ "operationId": id, "responses": { "200": { "description": "OK" } } });
    let mut post = get("Post");
    post["servers"] = json!([{ "url": "https://own.example.com" }]);
    let paths = json!({
        "/a": { "servers": [{ "url": "https://files.example.com/v1" }], "get": get("Get"), "post": post },
        "/b": { "get": get("Other") }
    });
    let imported = document("3.0.3", json!({ "paths": paths }));
    let policies = &imported.connector.properties()["properties"]["policyTemplateInstances"];
    let found: Vec<(&Value, &Value)> = policies
        .as_array()
        .unwrap()
        .iter()
        .map(|policy| {
            let parameters = &policy["parameters"];
            (
                &parameters["x-ms-apimTemplate-operationName"],
                &parameters["x-ms-apimTemplateParameter.urlTemplate"],
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (&json!(["Get"]), &json!("https://files.example.com/v1")),
            (&json!(["Post"]), &json!("https://own.example.com")),
        ]
    );
}

#[test]
fn what_lets_anything_through_is_named_and_refers_nowhere() {
    let imported = schemas(
        "3.1.0",
        json!({
            "Any": { "oneOf": [{ "type": "string" }, { "type": "integer" }] },
            "Holder": { "type": "object", "properties": { "any": { "$ref": "#/components/schemas/Any" } } }
        }),
    );
    assert_eq!(definition(&imported, "Any"), &json!({}));
    let any = &definition(&imported, "Holder")["properties"]["any"];
    assert_eq!(any, &json!({ "$ref": "#/definitions/Any" }));
    assert_eq!(
        fates(&imported),
        [("/components/schemas/Any/oneOf", Fate::Lowered)]
    );
}
