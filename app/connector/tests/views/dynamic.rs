use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Path;
use tenon_connector::swagger::{
    Argument, Dynamic, DynamicError, DynamicKind, DynamicPath, Method, NewerError, OperationKey,
    Source, add_dynamic, dynamics,
};

use crate::{change, defined, keys};

fn key() -> OperationKey {
    OperationKey::new("/tasks", Method::Post)
}

/// An operation whose parameter `task` has this, and can refer to `list`, to the property `owner/id`
/// of the body, and to `both`, which is a parameter and a property.
fn with(extension: &str, value: &Value) -> Connector {
    let mut task = json!({ "name": "task", "in": "query", "type": "string" });
    task[extension] = value.clone();
    defined(&json!({ "paths": {
        "/tasks": { "post": { "operationId": "Post", "parameters": [
            task,
            { "name": "list", "in": "query", "type": "string" },
            { "name": "both", "in": "query", "type": "string" },
            { "name": "body", "in": "body", "schema": { "properties": {
                "both": {}, "owner": { "properties": { "id": {} } } } } }
        ] } },
        "/lists": { "get": { "operationId": "Lists", "parameters": [
            { "name": "of", "in": "query", "type": "string" },
            { "name": "size", "in": "query", "type": "integer" }
        ] } }
    } }))
}

fn place() -> Path {
    let task = json!([{ "name": "task", "in": "query" }]);
    let list = key().location().join("parameters");
    list.join(tenon_connector::document::Step::of_item(
        task.as_array().unwrap(),
        0,
    ))
}

fn seen(connector: &Connector) -> Vec<Dynamic<'_>> {
    dynamics(place().get(connector.definition()).unwrap(), &place())
}

fn values() -> Value {
    json!({ "operationId": "Lists", "x-mine": 1, "value-collection": "value", "value-path": "id",
        "value-title": "name",
        "parameters": { "size": 10, "of": { "parameter": "owner/id" } } })
}

#[test]
fn both_styles_read_alike() {
    let newer = json!({ "operationId": "Lists", "itemsPath": "value", "itemValuePath": "id",
        "itemTitlePath": "name", "parameters": {
            "size": { "value": 10 }, "of": { "parameterReference": "owner/id" } } });
    for (extension, value) in [
        ("x-ms-dynamic-values", values()),
        ("x-ms-dynamic-list", newer),
    ] {
        let connector = with(extension, &value);
        let all = seen(&connector);
        let [call] = all.as_slice() else {
            panic!("{extension} is not seen");
        };
        assert_eq!(call.source(), Some(Source::Operation("Lists")));
        let ten = json!(10);
        let expected = [
            ("size", Argument::Literal(&ten)),
            ("of", Argument::Reference("owner/id")),
        ];
        assert_eq!(call.arguments(), expected);
        assert_eq!(call.answer_path(DynamicPath::Items), Some("value"));
        assert_eq!(call.answer_path(DynamicPath::Value), Some("id"));
        assert_eq!(call.answer_path(DynamicPath::Title), Some("name"));
    }
}

#[test]
fn other_sources_and_trees_are_seen() {
    let picker = with(
        "x-ms-dynamic-values",
        &json!({ "capability": "file-picker" }),
    );
    assert_eq!(
        seen(&picker)[0].source(),
        Some(Source::Capability("file-picker"))
    );
    let built_in = with("x-ms-dynamic-values", &json!({ "builtInOperation": "A.B" }));
    assert_eq!(seen(&built_in)[0].source(), Some(Source::BuiltIn("A.B")));
    let tree = with(
        "x-ms-dynamic-tree",
        &json!({ "open": { "operationId": "Lists" },
        "browse": { "operationId": "Lists", "parameters": {
            "of": { "selectedItemValuePath": "id" } } } }),
    );
    let tree = seen(&tree).remove(0);
    assert_eq!(tree.kind(), DynamicKind::Tree);
    assert_eq!(
        tree.open().unwrap().source(),
        Some(Source::Operation("Lists"))
    );
    let browse = tree.browse().unwrap();
    assert_eq!(browse.arguments(), [("of", Argument::Selected("id"))]);
}

#[test]
fn a_change_leaves_what_it_does_not_know() {
    let mut connector = with("x-ms-dynamic-values", &values());
    let call = &seen(&connector)[0];
    let mut edits = call.set_operation(&connector, "Others");
    edits.extend(call.set_answer_path(&connector, DynamicPath::Title, None));
    edits.extend(call.set_argument(&connector, "of", Some(&Argument::Reference("list"))));
    edits.extend(call.set_argument(&connector, "size", None));
    change(&mut connector, edits);
    let json = seen(&connector)[0].json();
    let expected = [
        "operationId",
        "x-mine",
        "value-collection",
        "value-path",
        "parameters",
    ];
    assert_eq!(keys(json), expected);
    assert_eq!(json["parameters"], json!({ "of": { "parameter": "list" } }));
}

#[test]
fn the_newer_style_is_made_of_the_older() {
    let mut connector = with("x-ms-dynamic-values", &values());
    let edits = seen(&connector)[0].newer(&connector, &key()).unwrap();
    change(&mut connector, edits);
    let all = seen(&connector);
    let expected = json!({ "operationId": "Lists", "itemsPath": "value", "itemValuePath": "id",
        "itemTitlePath": "name", "parameters": {
            "size": { "value": 10 }, "of": { "parameterReference": "body/owner/id" } } });
    assert_eq!((all.len(), all[1].json()), (2, &expected));
    let schema = json!({ "operationId": "Lists", "value-path": "schema/properties" });
    let mut connector = with("x-ms-dynamic-schema", &schema);
    let edits = seen(&connector)[0].newer(&connector, &key()).unwrap();
    change(&mut connector, edits);
    assert_eq!(seen(&connector)[1].json()["itemValuePath"], "schema");
}

#[test]
fn a_name_of_two_things_or_none_is_left_to_the_maker() {
    for (name, count) in [("both", 2), ("nobody", 0)] {
        let mut value = values();
        value["parameters"]["of"]["parameter"] = json!(name);
        let connector = with("x-ms-dynamic-values", &value);
        let refused = seen(&connector)[0].newer(&connector, &key()).unwrap_err();
        let NewerError::Ambiguous { found, .. } = refused else {
            panic!("{refused}");
        };
        assert_eq!(found, count, "{name}");
    }
    let picker = with(
        "x-ms-dynamic-values",
        &json!({ "capability": "file-picker" }),
    );
    let refused = seen(&picker)[0].newer(&picker, &key());
    assert_eq!(refused, Err(NewerError::NotOlder));
}

#[test]
fn each_kind_is_added_last_and_removed_with_all_that_it_holds() {
    for kind in DynamicKind::ALL {
        let mine: Value = serde_json::from_str(r#"{"b":1.0,"a":1.50}"#).unwrap();
        let mut connector = with("x-mine", &mine);
        let source = Source::Operation("Lists");
        let edits = add_dynamic(&connector, &place(), kind, source).unwrap();
        change(&mut connector, edits);
        let holder = place().get(connector.definition()).unwrap();
        assert_eq!(keys(holder), ["name", "in", "type", "x-mine", kind.key()]);
        let call = seen(&connector).remove(0);
        assert_eq!(call.kind(), kind);
        let called = call.open().unwrap_or_else(|| call.clone());
        assert_eq!(called.source(), Some(source));
        let edits = call.set_argument(&connector, "of", Some(&Argument::Reference("list")));
        change(&mut connector, edits);
        let again = add_dynamic(&connector, &place(), kind, source);
        let holder = place();
        assert_eq!(again, Err(DynamicError::Taken { holder, kind }));
        let edits = seen(&connector)[0].remove(&connector);
        change(&mut connector, edits);
        let holder = place().get(connector.definition()).unwrap();
        assert_eq!(keys(holder), ["name", "in", "type", "x-mine"]);
        assert_eq!(holder["x-mine"].to_string(), r#"{"b":1.0,"a":1.50}"#);
    }
}

#[test]
fn nothing_is_added_where_there_is_no_parameter_or_schema() {
    let connector = with("x-mine", &json!(1));
    for holder in [place().join("x-mine"), place().join("schema")] {
        let refused = add_dynamic(
            &connector,
            &holder,
            DynamicKind::Values,
            Source::BuiltIn("A"),
        );
        assert_eq!(refused, Err(DynamicError::NoHolder { holder }));
    }
}

#[test]
fn another_source_takes_the_place_of_the_one_before() {
    let mut connector = with("x-ms-dynamic-values", &values());
    for source in [
        Source::Capability("file-picker"),
        Source::BuiltIn("A.B"),
        Source::Operation("Lists"),
    ] {
        let edits = seen(&connector)[0].set_source(&connector, source);
        change(&mut connector, edits);
        assert_eq!(seen(&connector)[0].source(), Some(source));
        let sources = ["operationId", "capability", "builtInOperation"];
        let call = &seen(&connector)[0];
        let present = sources
            .iter()
            .filter(|key| call.json().get(**key).is_some());
        assert_eq!(present.count(), 1);
        assert_eq!(call.json()["x-mine"], 1);
    }
}
