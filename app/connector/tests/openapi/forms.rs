//! Forms, media types and the styles of values.

use serde_json::{Value, json};
use tenon_connector::read::Fate;

use super::{document, fates};

/// The parameters of a POST with this body.
fn fields(version: &str, media: &str, schema: Value) -> Value {
    let content = json!({ media: { "schema": schema } });
    let responses = json!({ "200": { "description": "OK" } });
    let imported = document(
        version,
        json!({ "paths": { "/files": { "post": { "requestBody": { "content": content }, "responses": responses } } },
                "components": { "schemas": { "Photo": { "contentMediaType": "image/png" } } } }),
    );
    imported.connector.definition()["paths"]["/files"]["post"]["parameters"].clone()
}

#[test]
fn what_is_binary_in_a_form_is_a_file() {
    for property in [
        json!({ "contentMediaType": "application/pdf" }),
        json!({ "type": ["string", "null"], "contentMediaType": "application/octet-stream" }),
        json!({ "type": "string", "contentEncoding": "binary" }),
        json!({ "type": "string", "format": "binary" }),
        json!({ "type": "array", "items": { "contentMediaType": "image/png" } }),
        json!({ "$ref": "#/components/schemas/Photo" }),
    ] {
        let schema = json!({ "type": "object", "properties": { "doc": property } });
        let parameters = fields("3.1.0", "multipart/form-data", schema);
        assert_eq!(parameters[0]["type"], "file", "{property}");
        assert_eq!(parameters[0]["in"], "formData", "{property}");
    }
    for property in [
        json!({ "type": "string", "contentMediaType": "text/plain" }),
        json!({ "type": "string", "contentMediaType": "image/png", "contentEncoding": "base64" }),
    ] {
        let schema = json!({ "type": "object", "properties": { "doc": property } });
        let parameters = fields("3.1.0", "multipart/form-data", schema);
        assert_eq!(parameters[0]["type"], "string", "{property}");
    }
    let body = json!({ "type": "object", "properties": { "doc": { "type": "string", "contentMediaType": "image/png" } } });
    let parameters = fields("3.1.0", "application/json", body);
    assert_eq!(
        parameters[0]["schema"]["properties"]["doc"],
        json!({ "type": "string" })
    );
}

/// The fields of a form with this encoding, and the ledger's entries about it.
fn encoded(version: &str, media: &str, encoding: Value) -> (Value, Vec<(String, Fate)>) {
    let schema = json!({ "type": "object", "properties": {
        "tags": { "type": "array", "items": { "type": "string" } }, "meta": { "type": "object", "properties": {} },
        "doc": { "type": "string", "format": "binary" } } });
    let content = json!({ media: { "schema": schema, "encoding": encoding } });
    let imported = document(
        version,
        json!({ "paths": { "/f": { "post": { "requestBody": { "content": content }, "responses": { "200": { "description": "OK" } } } } } }),
    );
    let start = "/encoding/";
    let of_encoding = fates(&imported)
        .into_iter()
        .filter_map(|(pointer, fate)| Some((pointer.split_once(start)?.1.to_owned(), fate)))
        .collect();
    let operation = &imported.connector.definition()["paths"]["/f"]["post"];
    (operation["parameters"].clone(), of_encoding)
}

#[test]
fn lists_of_a_form_are_written_as_its_encoding_says() {
    for (encoding, expected) in [
        (json!({}), json!("multi")),
        (json!({ "explode": false }), Value::Null),
        (json!({ "style": "form" }), json!("multi")),
        (json!({ "style": "spaceDelimited" }), json!("ssv")),
        (
            json!({ "style": "pipeDelimited", "explode": false }),
            json!("pipes"),
        ),
        (
            json!({ "style": "pipeDelimited", "explode": true }),
            json!("multi"),
        ),
    ] {
        let form = "application/x-www-form-urlencoded";
        let (fields, named) = encoded("3.0.3", form, json!({ "tags": encoding }));
        assert_eq!(fields[0]["collectionFormat"], expected, "{encoding}");
        assert_eq!(named, [], "{encoding}");
    }
    let parts = "multipart/form-data";
    let (fields, named) = encoded("3.0.3", parts, json!({ "tags": { "explode": false } }));
    assert_eq!(fields[0]["collectionFormat"], "multi");
    assert_eq!(named, [("tags/explode".to_owned(), Fate::Dropped)]);
    let (fields, _) = encoded("3.1.0", parts, json!({ "tags": { "explode": false } }));
    assert_eq!(fields[0].get("collectionFormat"), None);
}

#[test]
fn what_a_form_cannot_say_of_its_fields_is_named_for_each() {
    let encoding = json!({
        "meta": { "contentType": "application/json", "headers": { "X-A": { "schema": { "type": "string" } } } },
        "doc": { "contentType": "application/octet-stream" },
        "tags": { "allowReserved": true, "contentType": "text/plain" },
        "gone": { "explode": false }
    });
    let (_, mut named) = encoded("3.1.0", "multipart/form-data", encoding);
    named.sort();
    let keys = [
        "gone",
        "meta/contentType",
        "meta/headers",
        "tags/allowReserved",
    ];
    assert_eq!(named, keys.map(|key| (key.to_owned(), Fate::Dropped)));
}

#[test]
fn shared_media_types_are_followed() {
    let described = json!({ "$ref": "#/components/mediaTypes/M" });
    let imported = document(
        "3.2.0",
        json!({
            "paths": { "/p": { "post": {
                "requestBody": { "content": { "application/json": described } },
                "responses": { "200": { "description": "OK", "content": { "application/json": described } } }
            } } },
            "components": { "mediaTypes": { "M": { "schema": { "type": "object", "required": ["k"], "properties": { "k": { "type": "string" } } } } } }
        }),
    );
    let operation = &imported.connector.definition()["paths"]["/p"]["post"];
    assert_eq!(
        operation["parameters"][0]["schema"]["required"],
        json!(["k"])
    );
    assert_eq!(
        operation["responses"]["200"]["schema"]["required"],
        json!(["k"])
    );
}

#[test]
fn a_style_of_a_single_value_that_is_lost_is_named() {
    let parameter = |style: &str| {
        let parameter = json!({ "name": "id", "in": "path", "required": true, "style": style, "schema": { "type": "string" } });
        let imported = document(
            "3.0.3",
            json!({ "paths": { "/m/{id}": { "get": { "parameters": [parameter], "responses": { "200": { "description": "OK" } } } } } }),
        );
        let entry = imported
            .ledger
            .entries
            .iter()
            .find(|entry| entry.fate == Fate::Lowered);
        entry.map(|entry| (entry.pointer.clone(), entry.message.to_string()))
    };
    for (style, before) in [
        ("matrix", "“;id=” before “{id}”"),
        ("label", "“.” before “{id}”"),
    ] {
        let (pointer, said) = parameter(style).unwrap();
        assert_eq!(pointer, "/paths/~1m~1{id}/get/parameters/0/style");
        assert!(said.contains(before), "{said}");
    }
    assert_eq!(parameter("simple"), None);
}

#[test]
fn what_a_form_says_as_a_whole_is_named() {
    let schema = json!({ "type": "object", "title": "Form", "properties": { "a": { "$ref": "#/components/schemas/A" } },
        "additionalProperties": { "type": "string" }, "oneOf": [{ "required": ["a"] }, { "properties": { "b": { "type": "string" } } }] });
    let content = json!({ "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/F" } } });
    let responses = json!({ "200": { "description": "OK" } });
    let imported = document(
        "3.0.0",
        json!({ "paths": { "/u": { "post": { "requestBody": { "content": content }, "responses": responses } } },
                "components": { "schemas": { "F": schema, "A": { "type": "string", "description": "Shared words" } } } }),
    );
    let parameters = &imported.connector.definition()["paths"]["/u"]["post"]["parameters"];
    assert_eq!(parameters[0]["description"], "Shared words");
    assert_eq!(parameters[1]["name"], "b");
    let fates = fates(&imported);
    for key in ["title", "additionalProperties", "oneOf"] {
        let pointer = format!("/components/schemas/F/{key}");
        assert!(
            fates.contains(&(pointer.as_str(), Fate::Lowered)),
            "{key} {fates:?}"
        );
    }
}

#[test]
fn shared_things_that_nothing_refers_to_are_named() {
    let body = json!({ "content": { "application/json": { "schema": { "type": "object" } } } });
    let operation = json!({ "requestBody": { "$ref": "#/components/requestBodies/Used" }, "responses": { "200": { "description": "OK" } } });
    let imported = document(
        "3.0.0",
        json!({ "paths": { "/u": { "post": operation } }, "components": { "requestBodies": { "Used": body, "Spare": body } } }),
    );
    let fates = fates(&imported);
    assert!(fates.contains(&("/components/requestBodies/Spare", Fate::Dropped)));
    assert!(!fates.contains(&("/components/requestBodies/Used", Fate::Dropped)));
}

#[test]
fn a_query_that_is_one_object_is_its_properties() {
    let schema = json!({ "type": "object", "required": ["a"], "properties": {
        "a": { "type": "string", "title": "A" }, "b": { "type": "array", "items": { "type": "integer" } } } });
    let parameter = |media: &str| {
        let parameter = json!({ "name": "all", "in": "querystring", "required": true, "content": { media: { "schema": schema } } });
        document(
            "3.2.0",
            json!({ "paths": { "/q": { "get": { "parameters": [parameter], "responses": { "200": { "description": "OK" } } } } } }),
        )
    };
    let imported = parameter("application/x-www-form-urlencoded");
    let parameters = &imported.connector.definition()["paths"]["/q"]["get"]["parameters"];
    let expected = json!([
        { "name": "a", "in": "query", "required": true, "type": "string" },
        { "name": "b", "in": "query", "type": "array", "items": { "type": "integer" }, "collectionFormat": "multi" }
    ]);
    assert_eq!(*parameters, expected);
    let place = "/paths/~1q/get/parameters/0";
    let title =
        format!("{place}/content/application~1x-www-form-urlencoded/schema/properties/a/title");
    assert!(fates(&imported).contains(&(title.as_str(), Fate::Dropped)));
    assert!(fates(&parameter("application/json")).contains(&(place, Fate::Dropped)));
}
