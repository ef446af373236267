use serde_json::json;
use tenon_connector::Connector;
use tenon_connector::document::Path;
use tenon_connector::swagger::{Additional, Schema, SchemaError};

use crate::{change, defined, keys};

fn people() -> Connector {
    defined(&json!({ "definitions": {
        "Base": {
            "required": ["id"],
            "properties": { "id": { "type": "integer" }, "name": { "type": "integer" } }
        },
        "Person": {
            "x-unknown": 1,
            "allOf": [{ "$ref": "#/definitions/Base" }, { "$ref": "#/definitions/Person" }, 5],
            "required": ["name", 7, "id"],
            "properties": {
                "name": { "type": "string" },
                "friend": { "$ref": "#/definitions/Person", "description": "A friend" },
                "tags": { "type": "array", "items": { "type": "string", "enum": ["a", "b"],
                    "x-ms-enum-values": [{ "value": "a", "displayName": "First" }] } },
                "odd": 3
            },
            "additionalProperties": { "type": "number" }
        },
        "Number": { "type": "integer", "format": "int32", "default": 3, "minimum": 1,
            "enum": [1, 2], "description": "How many", "x-mine": true },
        "Ring": { "$ref": "#/definitions/Ring" },
        "Broken": { "properties": 5, "required": "all", "allOf": {} }
    } }))
}

fn schema<'a>(connector: &'a Connector, name: &str) -> Schema<'a> {
    Schema::at(connector.definition(), &Path::of(["definitions", name])).unwrap()
}

#[test]
fn the_properties_in_effect_come_from_all_parts_and_own_ones_count() {
    let connector = people();
    let properties = schema(&connector, "Person").properties();
    let seen: Vec<(&str, &str, bool)> = properties
        .iter()
        .map(|p| (p.name, p.schema.kind(), p.required))
        .collect();
    let expected = [
        ("id", "integer", true),
        ("name", "string", true),
        ("friend", "", false),
        ("tags", "array", false),
    ];
    assert_eq!(seen, expected);
    let id = Path::of(["definitions", "Base", "properties", "id"]);
    assert_eq!(properties[0].schema.path(), &id);
    assert_eq!(
        properties[2].schema.resolved().path(),
        schema(&connector, "Person").path()
    );
}

#[test]
fn facets_are_read() {
    let connector = people();
    let tags = schema(&connector, "Person").own_property("tags").unwrap();
    let items = tags.items().unwrap();
    let choices = items.named_choices();
    assert_eq!(choices, [(&json!("a"), Some("First")), (&json!("b"), None)]);
    let Additional::Schema(other) = schema(&connector, "Person").additional() else {
        panic!("the schema of other members is not seen");
    };
    assert_eq!(other.kind(), "number");
    assert!(schema(&connector, "Ring").target().is_none());
}

#[test]
fn odd_values_are_no_properties_and_are_never_written_into() {
    let connector = people();
    let broken = schema(&connector, "Broken");
    assert!(broken.properties().is_empty() && broken.all_of().is_empty());
    let refused = broken
        .add_property(&connector, "a", json!({}), true)
        .unwrap_err();
    assert!(matches!(refused, SchemaError::NoProperties { .. }));
}

#[test]
fn a_chain_of_thousands_of_parts_is_read() {
    let mut definitions = serde_json::Map::new();
    for n in 0..5000 {
        let next = format!("#/definitions/S{}", (n + 1) % 5000);
        let part = json!({ "allOf": [{ "$ref": next }], "properties": { format!("p{n}"): {} } });
        definitions.insert(format!("S{n}"), part);
    }
    let connector = defined(&json!({ "definitions": definitions }));
    assert_eq!(schema(&connector, "S0").properties().len(), 5000);
}

#[test]
fn a_schema_nested_far_deeper_than_any_document_is_read_level_by_level() {
    let mut json = json!({ "type": "string" });
    for _ in 0..500 {
        json = json!({ "properties": { "next": json } });
    }
    let root = json!({ "definitions": { "Deep": json } });
    let mut at = Schema::at(&root, &Path::of(["definitions", "Deep"])).unwrap();
    let mut levels = 0;
    while let Some(next) = at.own_property("next") {
        (at, levels) = (next, levels + 1);
    }
    assert_eq!((levels, at.kind()), (500, "string"));
}

#[test]
fn required_keeps_in_step_with_the_properties() {
    let mut connector = people();
    let edits = schema(&connector, "Person").rename_property(&connector, "name", "label");
    change(&mut connector, edits.unwrap());
    let edits = schema(&connector, "Person").add_property(&connector, "type", json!({}), true);
    change(&mut connector, edits.unwrap());
    let edits = schema(&connector, "Person").move_property("odd", 0);
    change(&mut connector, edits.unwrap());
    let person = &connector.definition()["definitions"]["Person"];
    assert_eq!(person["required"], json!(["label", 7, "id", "type"]));
    assert_eq!(
        keys(&person["properties"]),
        ["odd", "label", "friend", "tags", "type"]
    );
    let edits = schema(&connector, "Person").delete_property(&connector, "label");
    change(&mut connector, edits.unwrap());
    let edits = schema(&connector, "Base").set_required(&connector, "id", false);
    change(&mut connector, edits);
    let definitions = &connector.definition()["definitions"];
    assert_eq!(definitions["Person"]["required"], json!([7, "id", "type"]));
    assert!(definitions["Base"].get("required").is_none());
}

#[test]
fn a_property_keeps_its_name_to_itself() {
    let connector = people();
    let person = schema(&connector, "Person");
    let taken = person
        .rename_property(&connector, "name", "tags")
        .unwrap_err();
    assert!(matches!(taken, SchemaError::Taken { .. }));
    let missing = person.delete_property(&connector, "nobody").unwrap_err();
    assert!(matches!(missing, SchemaError::Missing { .. }));
    assert_eq!(
        person.add_property(&connector, "", json!({}), false),
        Err(SchemaError::NoName)
    );
}

#[test]
fn another_type_keeps_what_still_fits() {
    let mut connector = people();
    let edits = schema(&connector, "Number").set_kind(&connector, "number");
    change(&mut connector, edits);
    let number = &connector.definition()["definitions"]["Number"];
    let kept = [
        "type",
        "default",
        "minimum",
        "enum",
        "description",
        "x-mine",
    ];
    assert_eq!(keys(number), kept);
    let edits = schema(&connector, "Number").set_kind(&connector, "array");
    change(&mut connector, edits);
    let array = &connector.definition()["definitions"]["Number"];
    assert_eq!(
        array,
        &json!({ "type": "array", "items": { "type": "string" },
        "description": "How many", "x-mine": true })
    );
}

#[test]
fn a_schema_is_shared_and_copied_back() {
    let mut connector = people();
    let place = Path::of(["definitions", "Person", "properties", "tags"]);
    let before = place.get(connector.definition()).unwrap().clone();
    let tags = Schema::at(connector.definition(), &place).unwrap();
    let edits = tags.share(&connector, "Tags/All").unwrap();
    change(&mut connector, edits);
    let tags = Schema::at(connector.definition(), &place).unwrap();
    assert_eq!(tags.json(), &json!({ "$ref": "#/definitions/Tags~1All" }));
    assert_eq!(tags.resolved().json(), &before);
    let edits = tags.copy_target(&connector).unwrap();
    change(&mut connector, edits);
    assert_eq!(place.get(connector.definition()), Some(&before));
}

#[test]
fn a_copy_in_a_circle_goes_one_level_and_keeps_what_stood_beside() {
    let mut connector = people();
    let friend = schema(&connector, "Person").own_property("friend").unwrap();
    let edits = friend.copy_target(&connector).unwrap();
    change(&mut connector, edits);
    let friend = schema(&connector, "Person").own_property("friend").unwrap();
    assert_eq!(friend.description(), "A friend");
    let inner = friend.own_property("friend").unwrap();
    assert_eq!(inner.reference(), Some("#/definitions/Person"));
    let refused = schema(&connector, "Ring")
        .copy_target(&connector)
        .unwrap_err();
    assert!(matches!(refused, SchemaError::NoTarget { .. }));
}

#[test]
fn a_keyword_goes_where_the_format_has_it() {
    let mut connector = people();
    let number = schema(&connector, "Number");
    let edits = number.set_keyword(&connector, "title", Some(json!("Count")));
    change(&mut connector, edits);
    let number = &connector.definition()["definitions"]["Number"];
    assert_eq!(keys(number)[..4], ["type", "format", "title", "default"]);
}
