//! Things that get another name, and what names them.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use tenon_connector::document::{Document, Path};
use tenon_connector::merge::{Merged, merge};
use tenon_connector::{Connector, Part};

/// A connector with one operation that everything is about, and a list of others.
fn connector(definition: &Value, properties: &Value) -> Connector {
    let documents = [definition, properties].map(|root| Document::new(root.clone()));
    let [definition, properties] = documents;
    Connector::new(definition, properties)
}

fn definition() -> Value {
    json!({
        "swagger": "2.0",
        "paths": {
            "/a": { "get": {
                "operationId": "List",
                "parameters": [
                    { "name": "q", "in": "query", "type": "string", "description": "Words" },
                    { "name": "page", "in": "query", "type": "integer" }
                ],
                "responses": { "200": {
                    "description": "OK",
                    "headers": { "X-Count": { "type": "integer" } },
                    "schema": { "$ref": "#/definitions/Item" }
                } }
            } },
            "/b": { "get": { "operationId": "Get", "responses": {} } }
        },
        "definitions": { "Item": { "type": "object", "properties": {
            "id": { "type": "string" },
            "size": { "type": "integer", "format": "int32" }
        } } }
    })
}

fn properties() -> Value {
    json!({ "properties": {
        "connectionParameters": { "key": { "type": "securestring", "uiDefinition": {} } },
        "policyTemplateInstances": [{
            "templateId": "setheader",
            "title": "Header",
            "parameters": { "x-ms-apimTemplate-operationName": ["List"] }
        }],
        "scriptOperations": ["List"]
    } })
}

/// What a change makes of a document.
fn with(root: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut root = root.clone();
    change(&mut root);
    root
}

/// Gives a member another name, where it stands.
fn rename(object: &mut Value, from: &str, to: &str) {
    let members = object.as_object_mut().unwrap();
    let key = |key: String| if key == from { to.to_owned() } else { key };
    let renamed: Map<String, Value> = std::mem::take(members)
        .into_iter()
        .map(|(name, value)| (key(name), value))
        .collect();
    *members = renamed;
}

const ITEMS: &str = "/definitions/Item/properties";
const HEADERS: &str = "/paths/~1a/get/responses/200/headers";
const PARAMETERS: &str = "/paths/~1a/get/parameters";
const POLICIES: &str = "/properties/policyTemplateInstances";
const CONNECTION: &str = "/properties/connectionParameters";

/// The two documents, in which something is renamed to `to`.
fn renamed(place: &str, to: &str) -> (Value, Value) {
    let (mut definition, mut properties) = (definition(), properties());
    let root = if place.starts_with("/properties") {
        &mut properties
    } else {
        &mut definition
    };
    let holder = root.pointer_mut(place).unwrap();
    match place {
        ITEMS => rename(holder, "size", to),
        HEADERS => rename(holder, "X-Count", to),
        CONNECTION => rename(holder, "key", to),
        POLICIES => holder[0]["title"] = json!(to),
        _ => holder[0]["name"] = json!(to),
    }
    (definition, properties)
}

fn merged(mine: &(Value, Value), theirs: &(Value, Value)) -> Merged {
    let of = |(definition, properties): &(Value, Value)| connector(definition, properties);
    merge(
        &connector(&definition(), &properties()),
        &of(mine),
        &of(theirs),
    )
}

fn documents(connector: &Connector) -> (Value, Value) {
    let documents = (connector.definition(), connector.properties());
    (documents.0.clone(), documents.1.clone())
}

/// The merged connector with all that mine has at the conflicts.
fn with_mine(merged: &Merged) -> Connector {
    let mut chosen = merged.connector.clone();
    for conflict in merged.conflicts.iter().rev() {
        let edit = conflict.take_mine(&chosen).unwrap();
        chosen.apply(&edit).unwrap();
    }
    chosen
}

#[test]
fn a_thing_that_both_sides_name_differently_is_a_conflict() {
    for place in [ITEMS, HEADERS, PARAMETERS, POLICIES, CONNECTION] {
        let (mine, theirs) = (renamed(place, "mine"), renamed(place, "theirs"));
        let merged = merged(&mine, &theirs);
        assert!(!merged.conflicts.is_empty(), "{place}");
        assert_eq!(documents(&merged.connector), theirs, "{place}");
        assert_eq!(documents(&with_mine(&merged)), mine, "{place}");
    }
    // To send it elsewhere is to give it another name, too.
    let sent = |location: &str| {
        let definition = with(&definition(), |root| {
            root.pointer_mut(PARAMETERS).unwrap()[0]["in"] = json!(location);
        });
        (definition, properties())
    };
    let merged = merged(&sent("header"), &sent("formData"));
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(documents(&merged.connector), sent("formData"));
}

#[test]
fn what_one_side_names_anew_and_the_other_changes_or_deletes_is_a_conflict() {
    let (renamed_one, unchanged) = (renamed(ITEMS, "mine"), (definition(), properties()));
    let deleted = with(&definition(), |root| {
        let fields = root.pointer_mut(ITEMS).unwrap().as_object_mut();
        fields.unwrap().shift_remove("size");
    });
    let edited = with(&definition(), |root| {
        root.pointer_mut(ITEMS).unwrap()["size"]["format"] = json!("int64");
    });
    for other in [deleted, edited] {
        let other = (other, properties());
        for (mine, theirs) in [(&renamed_one, &other), (&other, &renamed_one)] {
            assert!(!merged(mine, theirs).conflicts.is_empty());
        }
    }
    assert!(merged(&renamed_one, &unchanged).conflicts.is_empty());
    assert!(merged(&renamed_one, &renamed_one).conflicts.is_empty());
    // Another name and a small change beside it is still the same thing.
    let mut both = renamed(PARAMETERS, "mine");
    both.0.pointer_mut(PARAMETERS).unwrap()[0]["description"] = json!("Other words");
    assert_eq!(
        merged(&both, &renamed(PARAMETERS, "theirs"))
            .conflicts
            .len(),
        1
    );
}

#[test]
fn different_things_that_come_and_go_are_no_conflict() {
    let field = |name: &str, json: Value| {
        let definition = with(&definition(), |root| {
            let fields = root.pointer_mut(ITEMS).unwrap().as_object_mut().unwrap();
            fields.shift_remove("size");
            fields.insert(name.to_owned(), json);
        });
        (definition, properties())
    };
    let mine = field("name", json!({ "type": "string", "title": "Name" }));
    let theirs = field("seen", json!({ "type": "boolean" }));
    let merged = merged(&mine, &theirs);
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    let fields = merged.connector.definition().pointer(ITEMS).unwrap();
    let names: Vec<_> = fields.as_object().unwrap().keys().collect();
    assert_eq!(names, ["id", "name", "seen"]);
}

/// One side gives “List” another ID, with all that names it.
fn with_new_id() -> (Value, Value) {
    let definition = with(&definition(), |root| {
        root["paths"]["/a"]["get"]["operationId"] = json!("ListAll");
    });
    let text = properties().to_string().replace("\"List\"", "\"ListAll\"");
    (definition, serde_json::from_str(&text).unwrap())
}

/// One side refers to “List” in every way that there is.
fn with_references() -> (Value, Value) {
    let definition = with(&definition(), |root| {
        root["paths"]["/b"]["get"]["parameters"] = json!([{
            "name": "id", "in": "query", "type": "string",
            "x-ms-dynamic-values": { "operationId": "List", "value-path": "id" }
        }]);
        root["paths"]["/b"]["get"]["x-ms-notification"] = json!({ "operationId": "List" });
    });
    let properties = with(&properties(), |root| {
        let policies = root.pointer_mut(POLICIES).unwrap().as_array_mut();
        policies.unwrap().push(json!({
            "templateId": "setheader",
            "title": "Other",
            "parameters": { "x-ms-apimTemplate-operationName": ["Get", "List"] }
        }));
        root["properties"]["scriptOperations"] = json!(["List", "Get"]);
    });
    (definition, properties)
}

#[test]
fn what_names_an_operation_takes_its_new_id() {
    let (named_anew, refers) = (with_new_id(), with_references());
    let wanted = [&refers.0, &refers.1].map(|root| {
        let text = root.to_string().replace("\"List\"", "\"ListAll\"");
        serde_json::from_str::<Value>(&text).unwrap()
    });
    for (mine, theirs) in [(&named_anew, &refers), (&refers, &named_anew)] {
        let merged = merged(mine, theirs);
        assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
        let (definition, properties) = documents(&merged.connector);
        assert_eq!([definition, properties], wanted);
    }
    // Where it has moved on the other side, too.
    let moved = with(&refers.0, |root| rename(&mut root["paths"], "/a", "/c"));
    let merged = merged(&named_anew, &(moved, refers.1));
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    let paths = &merged.connector.definition()["paths"];
    assert_eq!(paths["/c"]["get"]["operationId"], json!("ListAll"));
    assert_eq!(paths.get("/a"), None);
}

#[test]
fn an_operation_that_both_sides_give_another_id_is_a_conflict() {
    let mut other = with_new_id();
    other.0["paths"]["/a"]["get"]["operationId"] = json!("ListThem");
    let merged = merged(&with_new_id(), &other);
    let paths: Vec<_> = merged.conflicts.iter().map(|one| &one.mine).collect();
    assert_eq!(paths, [&Some(json!("ListAll"))]);
}

#[test]
fn a_deletion_of_what_policies_and_code_newly_name_is_a_conflict() {
    let without = with(&definition(), |root| {
        let paths = root["paths"].as_object_mut().unwrap();
        paths.shift_remove("/b");
    });
    let deleted = (without, properties());
    let policy = with(&properties(), |root| {
        let policy = &mut root.pointer_mut(POLICIES).unwrap()[0];
        policy["parameters"]["x-ms-apimTemplate-operationName"] = json!(["List", "Get"]);
    });
    let code = with(&properties(), |root| {
        root["properties"]["scriptOperations"] = json!(["List", "Get"]);
    });
    for names in [policy, code] {
        let names = (definition(), names);
        let stands = merged(&deleted, &names);
        assert_eq!(stands.conflicts.len(), 1);
        assert_eq!(documents(&stands.connector), names, "it is kept");
        let gone = merged(&names, &deleted);
        assert_eq!(gone.conflicts.len(), 1, "it is told");
        assert_eq!(documents(&with_mine(&gone)), names);
    }
}

#[test]
fn a_deletion_of_a_connection_parameter_that_a_policy_newly_asks_for_is_a_conflict() {
    let deleted = with(&properties(), |root| {
        root["properties"]["connectionParameters"] = json!({});
    });
    let asks = with(&properties(), |root| {
        let policy = &mut root.pointer_mut(POLICIES).unwrap()[0];
        policy["parameters"]["x-ms-apimTemplateParameter.value"] =
            json!("@connectionParameters('key')");
    });
    let (deleted, asks) = ((definition(), deleted), (definition(), asks));
    for (mine, theirs) in [(&deleted, &asks), (&asks, &deleted)] {
        let merged = merged(mine, theirs);
        assert_eq!(merged.conflicts.len(), 1);
        assert_eq!(merged.conflicts[0].part, Part::Properties);
    }
    assert_eq!(documents(&merged(&deleted, &asks).connector), asks);
}

#[test]
fn a_parameter_that_goes_while_the_other_side_newly_gives_it_is_a_conflict() {
    // “Get” takes its values from “List”, to which it gives a parameter of its own.
    let own = json!({ "name": "word", "in": "query", "type": "string" });
    let base = with(&definition(), |root| {
        root["paths"]["/b"]["get"]["parameters"] = json!([own, {
            "name": "id", "in": "query", "type": "string"
        }]);
    });
    let asks = with(&base, |root| {
        root["paths"]["/b"]["get"]["parameters"][1]["x-ms-dynamic-values"] = json!({
            "operationId": "List", "value-path": "id",
            "parameters": { "q": { "parameter": "word" } }
        });
    });
    let given = with(&base, |root| {
        root["paths"]["/a"]["get"]["parameters"][0]["name"] = json!("words");
    });
    let taken = with(&base, |root| {
        root["paths"]["/b"]["get"]["parameters"][0]["name"] = json!("words");
    });
    let merged = |mine: &Value, theirs: &Value| {
        let of = |definition| connector(definition, &properties());
        merge(&of(&base), &of(mine), &of(theirs))
    };
    for (gone, place) in [(given, "/a"), (taken, "/b")] {
        let kept = merged(&gone, &asks);
        let list = Path::of(["paths", place, "get", "parameters"]);
        assert_eq!(kept.conflicts.len(), 1);
        assert_eq!(kept.conflicts[0].path, list);
        assert_eq!(kept.connector.definition(), &asks);
        let told = merged(&asks, &gone);
        assert_eq!(told.conflicts.len(), 1);
        assert_eq!(with_mine(&told).definition(), &asks);
    }
}

proptest! {
    #[test]
    fn no_name_that_either_side_gave_is_lost_unnamed(
        place in prop::sample::select(&[ITEMS, HEADERS, PARAMETERS, POLICIES, CONNECTION][..]),
        elsewhere in prop::sample::select(&[ITEMS, HEADERS, PARAMETERS, POLICIES, CONNECTION][..]),
        which in any::<Index>(),
    ) {
        let [mine, theirs] = [("mine", place), ("theirs", elsewhere)].map(|(to, at)| renamed(at, to));
        let merged = merged(&mine, &theirs);
        // The same thing under two names is a conflict, two things are none.
        prop_assert_eq!(merged.conflicts.is_empty(), place != elsewhere);
        if let Some(conflict) = (!merged.conflicts.is_empty()).then(|| which.get(&merged.conflicts)) {
            prop_assert!(conflict.mine.is_some() || conflict.theirs.is_some());
        } else {
            let text = json!(documents(&merged.connector)).to_string();
            prop_assert!(text.contains("\"mine\"") && text.contains("\"theirs\""));
        }
    }
}
