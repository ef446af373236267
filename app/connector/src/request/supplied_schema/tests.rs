#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};

use super::{
    MAX_DEPTH, MAX_PROPERTIES, MAX_VALUES, SuppliedSchema, SuppliedSchemaError, schema_in,
    supplied_schema,
};
use crate::document::Path;
use crate::request::form::{Filling, beginning, missing};
use crate::request::skeleton;
use crate::swagger::DynamicKind;

fn read(path: &str, answer: Value) -> Result<Option<SuppliedSchema>, SuppliedSchemaError> {
    let holder =
        json!({ "x-ms-dynamic-schema": { "operationId": "GetFields", "value-path": path } });
    let definition = json!({ "definitions": {
        "Wood": { "type": "object", "properties": { "grain": { "$ref": "#/definitions/Grain" } } },
        "Grain": { "type": "string" }
    } });
    schema_in(
        &definition,
        &supplied_schema(&holder, &Path::root()).unwrap(),
        &answer,
    )
}

fn document(path: &str, answer: Value) -> Value {
    read(path, answer).unwrap().unwrap().document().clone()
}

#[test]
fn the_newer_style_goes_first() {
    let mut holder = json!({ "x-ms-dynamic-schema": { "operationId": "A", "value-path": "a" } });
    let kind = |holder: &Value| supplied_schema(holder, &Path::root()).unwrap().kind();
    assert_eq!(kind(&holder), DynamicKind::Schema);
    holder["x-ms-dynamic-properties"] = json!({ "operationId": "B", "itemValuePath": "b" });
    assert_eq!(kind(&holder), DynamicKind::Properties);
    let dynamic = supplied_schema(&holder, &Path::root()).unwrap();
    let answer = json!({ "a": { "type": "array" }, "B": { "type": "string" } });
    let found = schema_in(&json!({}), &dynamic, &answer).unwrap().unwrap();
    assert_eq!(found.document(), &json!({ "type": "string" }));
    assert!(supplied_schema(&json!({}), &Path::root()).is_none());
}

#[test]
fn the_schema_stands_where_the_path_leads() {
    let schema = json!({ "type": "object", "properties": { "name": { "type": "string" } } });
    let wrapped = json!({ "name": { "type": "string" }, "type": { "type": "string" } });
    let cases = [
        ("", schema.clone(), schema.clone()),
        ("schema", json!({ "Schema": schema }), schema.clone()),
        (
            "Schema/Items",
            json!({ "schema": { "type": "array", "items": schema } }),
            schema.clone(),
        ),
        // The properties of a schema stand for the schema.
        (
            "schema/properties",
            json!({ "schema": schema }),
            schema.clone(),
        ),
        ("properties", schema.clone(), schema.clone()),
        (
            "properties",
            json!({ "id": 7, "properties": wrapped }),
            json!({ "id": 7, "properties": wrapped }),
        ),
        // A schema in a member of this name is one.
        (
            "properties",
            json!({ "properties": schema }),
            schema.clone(),
        ),
        (
            "properties/data",
            json!({ "properties": { "data": schema } }),
            schema.clone(),
        ),
    ];
    for (path, answer, wanted) in cases {
        assert_eq!(document(path, answer.clone()), wanted, "{path} of {answer}");
    }
    for nothing in [json!({ "schema": null }), json!({ "schema": {} })] {
        assert_eq!(read("schema", nothing), Ok(None));
    }
}

#[test]
fn what_is_no_schema_is_named_with_its_operation_and_place() {
    let cases = [
        (
            "schema/in",
            json!({ "schema": { "out": 1 } }),
            "“GetFields” has nothing at “schema/in”, where the schema should be. It has an object with “out” at “schema”.",
        ),
        (
            "a/b/c",
            json!([1]),
            "“GetFields” has nothing at “a/b/c”, where the schema should be. It has a list.",
        ),
        (
            "schema",
            json!({ "schema": "{}" }),
            "“GetFields” answered at “schema” is no schema: it is a text.",
        ),
        (
            "",
            json!({ "schema": { "type": "object" } }),
            "“GetFields” answered as a whole is no schema: it is an object with “schema”.",
        ),
        (
            "properties",
            json!({ "properties": { "a": 1 } }),
            "“GetFields” answered at “properties” is no schema: it is an object with “a”.",
        ),
        (
            "",
            json!({ "properties": { "a": {} , "b": { "items": [] } } }),
            "“GetFields” supplies is broken at “/properties/b/items”: items have one schema",
        ),
        (
            "",
            json!({ "type": "object", "properties": { "a": "text" } }),
            "broken at “/properties/a”: a schema is an object",
        ),
        (
            "",
            json!({ "type": "object", "properties": [] }),
            "broken at “/properties”: properties are an object",
        ),
        (
            "",
            json!({ "type": "string", "enum": "a" }),
            "broken at “/enum”: this is a list",
        ),
        (
            "",
            json!({ "type": "object", "allOf": [{ "$ref": 1 }] }),
            "broken at “/allOf/0/$ref”: a reference is a text",
        ),
    ];
    for (path, answer, wanted) in cases {
        let said = read(path, answer.clone()).unwrap_err().to_string();
        assert!(said.contains(wanted), "{path} of {answer}: {said}");
    }
}

#[test]
fn references_lead_into_the_schema_the_answer_and_the_definition() {
    let found = read(
        "schema",
        json!({
            "schema": {
                "properties": {
                    "own": { "$ref": "#/definitions/Own" },
                    "beside": { "$ref": "#/definitions/Beside" },
                    "wood": { "$ref": "#/definitions/Wood" },
                    "again": { "$ref": "#/properties/own" },
                    "gone": { "$ref": "#/definitions/Gone/items" },
                    "sample": { "type": "string", "default": { "$ref": "#/definitions/Data" } }
                },
                "definitions": { "Own": { "type": "integer" } }
            },
            "definitions": { "Beside": { "type": "number" }, "Wood": { "type": "boolean" } }
        }),
    );
    let found = found.unwrap().unwrap();
    assert_eq!(found.unresolved(), ["#/definitions/Gone/items"]);
    assert_eq!(
        found.document()["definitions"],
        json!({
            "Own": { "type": "integer" },
            "Wood": { "type": "boolean" },
            "Beside": { "type": "number" }
        })
    );
    let of_definition = document("", json!({ "$ref": "#/definitions/Wood" }));
    assert_eq!(
        of_definition["definitions"]["Grain"],
        json!({ "type": "string" })
    );
}

#[test]
fn circles_come_to_an_end() {
    let members: serde_json::Map<_, _> = (0..12)
        .map(|n| (format!("m{n}"), json!({ "$ref": "#/definitions/Node" })))
        .collect();
    let names: Vec<&String> = members.keys().collect();
    let node = json!({ "type": "object", "required": names, "properties": members });
    let found = read(
        "",
        json!({ "$ref": "#/definitions/Node", "definitions": {
        "Node": node,
        "Loop": { "$ref": "#/definitions/Loop" }
    } }),
    );
    let found = found.unwrap().unwrap();
    let schema = found.schema().unwrap();
    assert_eq!(Filling::of(&schema), Filling::Object);
    let begun = beginning(&schema).unwrap();
    assert!(begun.to_string().len() < 200_000);
    assert!(!missing(&schema, &begun).contains(&Path::root()));
    let whole = skeleton(found.document(), found.document());
    assert!(whole.to_string().len() < 200_000);

    let circle = read(
        "",
        json!({ "$ref": "#/definitions/Loop", "definitions": {
        "Loop": { "$ref": "#/definitions/Loop" }
    } }),
    );
    let circle = circle.unwrap().unwrap();
    assert_eq!(Filling::of(&circle.schema().unwrap()), Filling::Json);
}

#[test]
fn a_schema_beyond_a_bound_is_not_taken() {
    let bounded = |schema: Value| read("", schema).unwrap_err().to_string();
    let many = |count: usize| -> Value {
        let named = (0..count).map(|n| (format!("p{n}"), json!({})));
        json!({ "type": "object", "properties": Value::Object(named.collect()) })
    };
    assert!(read("", many(MAX_PROPERTIES)).is_ok());
    let said = bounded(many(MAX_PROPERTIES + 1));
    assert!(
        said.contains(&format!("more than {MAX_PROPERTIES} properties")),
        "{said}"
    );
    let said = bounded(json!({ "type": "string", "enum": vec![1; MAX_VALUES] }));
    assert!(
        said.contains(&format!("more than {MAX_VALUES} values")),
        "{said}"
    );
    let mut deep = json!({ "type": "string" });
    for _ in 0..=MAX_DEPTH {
        deep = json!({ "items": deep });
    }
    let said = bounded(deep);
    assert!(
        said.contains(&format!("more than {MAX_DEPTH} levels")),
        "{said}"
    );
}
