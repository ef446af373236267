use serde_json::json;
use tenon_connector::Connector;
use tenon_connector::document::Path;
use tenon_connector::swagger::{
    Shared, SharedError, add_shared, delete_shared, follow, rename_shared, target, usages_of,
};

use crate::{change, defined, keys};

fn people() -> Connector {
    defined(&json!({
        "paths": { "/people": { "get": {
            "parameters": [
                { "$ref": "#/parameters/page" },
                { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Person" } }
            ],
            "responses": {
                "default": { "schema": { "$ref": "#/definitions/Person/properties/friend" } },
                "200": { "description": "", "examples": { "a": { "$ref": "#/definitions/Person" } } }
            }
        } } },
        "definitions": {
            "Person": { "properties": { "friend": { "$ref": "#/definitions/Person" }, "x": 1 } },
            "odd/na~me": { "type": "string" },
            "With Space": { "$ref": "#/definitions/odd~1na~0me" },
            "User": { "$ref": "#/definitions/With%20Space" },
            "Ring": { "$ref": "#/definitions/Ring" },
            "Lost": { "$ref": "#/definitions/Nobody" }
        },
        "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } }
    }))
}

#[test]
fn a_reference_is_followed_to_its_end_whatever_its_spelling() {
    let connector = people();
    let root = connector.definition();
    let user = Shared::Definition.location("User");
    let (path, json) = follow(root, user.get(root).unwrap(), &user).unwrap();
    assert_eq!(path, Shared::Definition.location("odd/na~me"));
    assert_eq!(json["type"], "string");
    let reference = Shared::Definition.reference("odd/na~me");
    assert_eq!(target(root, &reference).unwrap().0, path);
}

#[test]
fn a_reference_in_a_circle_or_to_nothing_leads_nowhere() {
    let connector = people();
    let root = connector.definition();
    for name in ["Ring", "Lost"] {
        let path = Shared::Definition.location(name);
        assert!(
            follow(root, path.get(root).unwrap(), &path).is_none(),
            "{name}"
        );
    }
    assert!(target(root, "other.json#/definitions/Person").is_none());
}

#[test]
fn usages_are_references_and_not_data_that_looks_like_them() {
    let connector = people();
    let found = usages_of(connector.definition(), Shared::Definition, "Person");
    let places: Vec<String> = found
        .iter()
        .map(|usage| usage.path.pointer(connector.definition()))
        .collect();
    let expected = [
        "/paths/~1people/get/parameters/1/schema",
        "/paths/~1people/get/responses/default/schema",
        "/definitions/Person/properties/friend",
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_new_name_is_taken_up_by_every_reference() {
    let mut connector = people();
    let edits = rename_shared(&connector, Shared::Definition, "Person", "Human/Being").unwrap();
    change(&mut connector, edits);
    let root = connector.definition();
    assert_eq!(keys(&root["definitions"])[0], "Human/Being");
    assert!(usages_of(root, Shared::Definition, "Person").is_empty());
    assert_eq!(usages_of(root, Shared::Definition, "Human/Being").len(), 3);
    let below = Path::of([
        "paths",
        "/people",
        "get",
        "responses",
        "default",
        "schema",
        "$ref",
    ]);
    let below = below.get(root).unwrap();
    assert_eq!(below, "#/definitions/Human~1Being/properties/friend");
    let edits = rename_shared(&connector, Shared::Definition, "With Space", "Plain").unwrap();
    change(&mut connector, edits);
    let user = &connector.definition()["definitions"]["User"];
    assert_eq!(user["$ref"], "#/definitions/Plain");
    let edits = rename_shared(&connector, Shared::Parameter, "page", "pages").unwrap();
    change(&mut connector, edits);
    let list = &connector.definition()["paths"]["/people"]["get"]["parameters"];
    assert_eq!(list[0]["$ref"], "#/parameters/pages");
}

#[test]
fn a_name_that_is_taken_or_missing_is_refused() {
    let connector = people();
    let rename = |from, to| rename_shared(&connector, Shared::Definition, from, to).unwrap_err();
    assert!(matches!(
        rename("Person", "User"),
        SharedError::Taken { .. }
    ));
    assert!(matches!(
        rename("Nobody", "New"),
        SharedError::Missing { .. }
    ));
    assert_eq!(rename("Person", " "), SharedError::NoName);
}

#[test]
fn only_what_nothing_refers_to_can_be_deleted() {
    let mut connector = people();
    let refused = delete_shared(&connector, Shared::Definition, "Person").unwrap_err();
    let SharedError::InUse { usages, .. } = &refused else {
        panic!("{refused}");
    };
    assert_eq!(usages.len(), 2);
    assert!(refused.to_string().contains("2 places"), "{refused}");
    for name in ["User", "Ring"] {
        let edits = delete_shared(&connector, Shared::Definition, name).unwrap();
        change(&mut connector, edits);
        assert!(connector.definition()["definitions"].get(name).is_none());
    }
}

#[test]
fn what_is_added_goes_last_whatever_its_name() {
    let mut connector = people();
    let edits = add_shared(&connector, Shared::Definition, "info", json!({})).unwrap();
    change(&mut connector, edits);
    let names: Vec<&str> = Shared::Definition
        .list(connector.definition())
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names.last(), Some(&"info"));
    let edits = add_shared(&connector, Shared::Response, "Error", json!({})).unwrap();
    change(&mut connector, edits);
    assert_eq!(keys(&connector.definition()["responses"]), ["Error"]);
}
