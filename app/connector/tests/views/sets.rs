use serde_json::json;
use tenon_connector::Connector;
use tenon_connector::properties::{
    SetError, SetText, add_parameter_set, delete_parameter_set, move_parameter_set, parameter_sets,
    rename_parameter_set,
};

use crate::{change, connector};

fn with_sets() -> Connector {
    let sets = json!({ "x-mine": 1, "values": [
        { "name": "key", "x-odd": 2, "parameters": { "api_key": { "type": "securestring" } },
          "metadata": { "allowSharing": true } },
        { "name": "basic", "uiDefinition": { "displayName": "Basic", "description": "By name" } },
        7
    ] });
    let properties = json!({ "properties": { "connectionParameterSets": sets } });
    connector(&json!({ "swagger": "2.0" }), &properties)
}

fn names(connector: &Connector) -> Vec<&str> {
    let sets = parameter_sets(connector.properties());
    sets.iter().map(|set| set.name()).collect()
}

#[test]
fn sets_are_seen_with_their_parameters() {
    let connector = with_sets();
    let sets = parameter_sets(connector.properties());
    assert_eq!(sets[0].label(), "key");
    assert_eq!(sets[0].allows_sharing(), Some(true));
    assert_eq!(sets[0].parameters()[0].key(), "api_key");
    assert_eq!(
        (sets[1].label(), sets[1].description()),
        ("Basic", "By name")
    );
    assert_eq!(sets[1].allows_sharing(), None);
}

#[test]
fn sets_come_go_and_move() {
    let mut connector = with_sets();
    let edits = add_parameter_set(&connector, "oauth", "Sign in").unwrap();
    change(&mut connector, edits);
    let edits = rename_parameter_set(&connector, "key", "token").unwrap();
    change(&mut connector, edits);
    let edits = move_parameter_set(&connector, "oauth", 0).unwrap();
    change(&mut connector, edits);
    assert_eq!(names(&connector), ["oauth", "token", "basic"]);
    let edits = delete_parameter_set(&connector, "basic").unwrap();
    change(&mut connector, edits);
    assert_eq!(names(&connector), ["oauth", "token"]);
    let sets = &connector.properties()["properties"]["connectionParameterSets"];
    assert_eq!(
        (&sets["x-mine"], &sets["values"][1]["x-odd"]),
        (&json!(1), &json!(2))
    );
    assert!(matches!(
        rename_parameter_set(&connector, "token", "oauth"),
        Err(SetError::Taken { .. })
    ));
    assert!(matches!(
        delete_parameter_set(&connector, "basic"),
        Err(SetError::Missing { .. })
    ));
}

#[test]
fn the_first_set_brings_the_list_and_the_last_one_takes_it() {
    let mut connector = connector(&json!({}), &json!({ "properties": {} }));
    let edits = add_parameter_set(&connector, "key", "Key").unwrap();
    change(&mut connector, edits);
    let set = parameter_sets(connector.properties()).remove(0);
    let parameter = Some(json!({ "type": "string" }));
    let mut edits = set.set_parameter(&connector, "user", parameter);
    edits.extend(set.set_text(&connector, SetText::Description, "By key"));
    edits.extend(set.set_sharing(&connector, Some(false)));
    change(&mut connector, edits);
    let set = parameter_sets(connector.properties()).remove(0);
    assert_eq!((set.label(), set.description()), ("Key", "By key"));
    assert_eq!(set.parameters().len(), 1);
    let edits = delete_parameter_set(&connector, "key").unwrap();
    change(&mut connector, edits);
    assert_eq!(connector.properties(), &json!({ "properties": {} }));
}
