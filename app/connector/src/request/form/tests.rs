//! What a form asks for, begins with and makes of what is written.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};

use super::{
    Filling, asked, beginning, completed, missing, parameter_value, unknown_members, with_value,
};
use crate::document::{Path, Step};
use crate::swagger::{Method, Operation, OperationKey, Schema};

fn definition() -> Value {
    json!({ "definitions": {
        "Joint": { "required": ["name", "size", "kind"], "properties": {
            "id": { "type": "integer", "readOnly": true },
            "name": { "type": "string" },
            "made": { "type": "string", "format": "date" },
            "wood": { "type": "string", "default": "oak" },
            "kind": { "type": "string", "enum": ["m", "d"], "x-ms-enum-values": [{ "value": "m", "displayName": "Mortise" }] },
            "size": { "$ref": "#/definitions/Size" },
            "spare": { "$ref": "#/definitions/Joint" },
            "tenant": { "type": "string", "x-ms-visibility": "internal" },
            "cuts": { "type": "array", "items": { "$ref": "#/definitions/Size" } }
        } },
        "Size": { "allOf": [{ "required": ["depth"], "properties": { "depth": { "type": "number", "example": 12 } } }] },
        "Free": { "type": "object" }
    } })
}

fn schema<'a>(definition: &'a Value, name: &str) -> Schema<'a> {
    Schema::at(definition, &Path::of(["definitions", name])).unwrap()
}

#[test]
fn a_form_asks_for_what_a_maker_writes_and_begins_with_what_is_known() {
    let definition = definition();
    let joint = schema(&definition, "Joint");
    let names: Vec<&str> = asked(&joint).iter().map(|property| property.name).collect();
    assert_eq!(
        names,
        ["name", "made", "wood", "kind", "size", "spare", "cuts"]
    );
    let begun = beginning(&joint).unwrap();
    assert_eq!(begun["wood"], "oak");
    assert_eq!(begun["size"], json!({ "depth": 12 }));
    assert!(
        begun.get("name").is_none() && begun.get("kind").is_none(),
        "{begun}"
    );
    assert!(
        begun.get("cuts").is_none(),
        "an empty list that may be missing is not sent"
    );
    assert_eq!(beginning(&schema(&definition, "Free")), Some(json!({})));
}

#[test]
fn what_must_be_there_and_is_not_is_missing() {
    let definition = definition();
    let value = json!({ "kind": "m", "size": {}, "cuts": [{ "depth": 1 }, {}] });
    let missing = missing(&schema(&definition, "Joint"), &value);
    let told: Vec<String> = missing.iter().map(|place| place.pointer(&value)).collect();
    assert_eq!(told, ["/cuts/1/depth", "/name", "/size/depth"]);
}

#[test]
fn each_value_has_its_way_to_be_filled_in() {
    let definition = definition();
    let joint = schema(&definition, "Joint");
    let members = joint.properties();
    let filling = |name: &str| {
        let member = members.iter().find(|member| member.name == name);
        Filling::of(&member.unwrap().schema)
    };
    assert_eq!(filling("name"), Filling::Text);
    assert_eq!(filling("made"), Filling::Date);
    assert_eq!(filling("size"), Filling::Object);
    assert_eq!(filling("cuts"), Filling::List);
    assert_eq!(
        filling("kind"),
        Filling::Choice(vec![
            (json!("m"), "Mortise".to_owned()),
            (json!("d"), "d".to_owned())
        ])
    );
    assert_eq!(Filling::of(&schema(&definition, "Free")), Filling::Json);
    assert_eq!(filling("kind").value_of("d").unwrap(), Some(json!("d")));
    assert!(Filling::Number("integer").value_of("1.5").is_err());
    assert_eq!(
        Filling::Number("number")
            .value_of(" 1.50 ")
            .unwrap()
            .unwrap()
            .to_string(),
        "1.50"
    );
}

#[test]
fn a_value_is_put_and_taken_at_its_place() {
    let place = Path::of([Step::from("cuts"), Step::from(1), Step::from("depth")]);
    let body = with_value(
        &json!({ "name": "a", "cuts": [{}] }),
        &place,
        Some(json!(3)),
    );
    assert_eq!(body, json!({ "name": "a", "cuts": [{}, { "depth": 3 }] }));
    let body = with_value(&body, &place, None);
    assert_eq!(body, json!({ "name": "a", "cuts": [{}, {}] }));
    let first = Path::of([Step::from("cuts"), Step::from(0)]);
    assert_eq!(with_value(&body, &first, None)["cuts"], json!([{}]));
    assert_eq!(
        with_value(&json!("text"), &Path::of(["a"]), Some(json!(1))),
        json!({ "a": 1 })
    );
    assert_eq!(with_value(&json!(1), &Path::root(), None), Value::Null);
}

#[test]
fn a_list_outside_of_the_body_has_an_item_in_each_line() {
    let definition = json!({ "paths": { "/a": { "get": { "parameters": [
        { "name": "ids", "in": "query", "type": "array", "items": { "type": "integer" } }
    ] } } } });
    let key = OperationKey::new("/a", Method::Get);
    let operation = Operation::find(&definition, &key).unwrap();
    let parameters = operation.parameters();
    let value = |text: &str| parameter_value(&parameters[0], text);
    assert_eq!(value("1\n\n 2\n").unwrap(), Some(json!([1, 2])));
    assert_eq!(value("[3, 4]").unwrap(), Some(json!([3, 4])));
    assert_eq!(value("\n").unwrap(), None);
    assert!(value("1\ntwo").is_err());
}

#[test]
fn a_value_is_completed_without_losing_any_of_it() {
    let begun = json!({ "name": "", "size": { "depth": 12 }, "tags": [] });
    let cases = [
        (None, begun.clone()),
        (Some(Value::Null), begun.clone()),
        (
            Some(json!({ "size": { "width": 3 }, "more": [1.0] })),
            json!({ "size": { "width": 3, "depth": 12 }, "more": [1.0], "name": "", "tags": [] }),
        ),
        (
            Some(json!({ "size": "large", "name": false })),
            json!({ "size": "large", "name": false, "tags": [] }),
        ),
        (Some(json!("a text")), json!("a text")),
    ];
    for (value, wanted) in cases {
        assert_eq!(completed(value.as_ref(), &begun), wanted, "{value:?}");
    }
}

#[test]
fn members_that_a_schema_does_not_know_are_named() {
    let definition = definition();
    let joint = schema(&definition, "Joint");
    let value = json!({ "id": 1, "name": "a", "more": 1, "glue": {} });
    assert_eq!(unknown_members(&joint, &value), ["more", "glue"]);
    assert!(unknown_members(&joint, &json!([1])).is_empty());
}

#[test]
fn a_password_is_filled_in_unseen() {
    let of = |format: &str| {
        let definition = json!({ "definitions": { "P": { "type": "string", "format": format } } });
        Filling::of(&schema(&definition, "P"))
    };
    assert_eq!(of("password"), Filling::Secret);
    assert_eq!(of("uuid"), Filling::Text);
    let secret = Filling::Secret.value_of("pin").unwrap();
    assert_eq!(secret, Some(json!("pin")));
}
