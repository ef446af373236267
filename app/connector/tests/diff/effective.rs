//! What a schema means is judged with its references and its `allOf` followed, and what means the same is
//! no change for anyone.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::diff::diff;
use tenon_connector::document::Document;

use super::{effects, of};

/// A connector that takes one schema and gives back another, beside some that they may refer to.
fn connector(input: Value, output: Value) -> Connector {
    let definition = json!({
        "swagger": "2.0",
        "info": {"title": "Joints", "version": "1"},
        "definitions": {
            "Base": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
            "Long": {"type": "object", "properties": {"length": {"type": "integer"}}},
            "Text": {"type": "object", "properties": {"id": {"type": "integer"}}},
            "Loop": {"type": "object", "properties": {"next": {"$ref": "#/definitions/Loop"}}},
            "Ring": {"type": "object", "properties": {"next": {"$ref": "#/definitions/Ring"}}},
            "Round": {"allOf": [{"$ref": "#/definitions/Round"}]}
        },
        "paths": {"/joints": {"post": {
            "operationId": "CreateJoint",
            "parameters": [{"name": "body", "in": "body", "schema": input}],
            "responses": {"200": {"description": "OK", "schema": output}}
        }}}
    });
    Connector::new(Document::new(definition), Document::new(json!({})))
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}

fn all_of(names: &[&str]) -> Value {
    let parts: Vec<_> = names.iter().map(|name| reference(name)).collect();
    json!({"allOf": parts})
}

fn flat() -> Value {
    json!({"type": "object", "required": ["id"], "properties": {
        "id": {"type": "string", "description": "ID"}, "length": {"type": "integer"}
    }})
}

#[test]
fn what_all_of_gives_and_takes_is_told() {
    let closed = json!({"type": "object", "properties": {"size": {"type": "integer"}}});
    let both = all_of(&["Base", "Long"]);
    let mut with_own = both.clone();
    with_own["properties"] = json!({"size": {"type": "integer"}});
    // The schema before and after, and what that is where it is sent and where it comes back.
    let cases: [(&Value, Value, &[&str], &[&str]); 9] = [
        (
            &with_own,
            closed.clone(),
            &["InputFieldRemoved"],
            &["OutputFieldRemoved"],
        ),
        (
            &both,
            all_of(&["Base"]),
            &["InputFieldRemoved"],
            &["OutputFieldRemoved"],
        ),
        (
            &both,
            json!({"type": "object"}),
            &["InputFieldRemoved"],
            &["OutputFieldRemoved"],
        ),
        (
            &all_of(&["Long"]),
            both.clone(),
            &["ParameterMadeRequired"],
            &[],
        ),
        (&closed, with_own.clone(), &["ParameterMadeRequired"], &[]),
        (
            &all_of(&["Base"]),
            all_of(&["Text"]),
            &["InputTypeChanged"],
            &["OutputTypeChanged"],
        ),
        (&both, flat(), &[], &[]),
        (&flat(), both.clone(), &[], &[]),
        (&both, all_of(&["Long", "Base"]), &[], &[]),
    ];
    for (before, after, sent, received) in cases {
        let any = json!({"type": "string"});
        let told = |old: &Connector, new: &Connector| effects(&diff(old, new));
        let input = told(
            &connector(before.clone(), any.clone()),
            &connector(after.clone(), any.clone()),
        );
        let output = told(
            &connector(any.clone(), before.clone()),
            &connector(any.clone(), after.clone()),
        );
        let [sent, received] = [sent, received].map(|ids| ids.iter().copied().collect());
        assert_eq!(input, sent, "sent: {before} to {after}");
        assert_eq!(output, received, "received: {before} to {after}");
    }
}

#[test]
fn a_reference_in_place_of_the_same_schema_reaches_nobody() {
    let inline =
        json!({"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}});
    for (before, after) in [
        (reference("Base"), inline.clone()),
        (inline.clone(), reference("Base")),
        (reference("Loop"), reference("Ring")),
        (
            json!({"type": "array", "items": reference("Base")}),
            json!({"type": "array", "items": inline}),
        ),
    ] {
        let old = connector(before.clone(), before);
        let new = connector(after.clone(), after);
        let difference = diff(&old, &new);
        assert_eq!(effects(&difference), BTreeSet::new(), "{difference:#?}");
        assert!(!difference.entries.is_empty());
    }
}

#[test]
fn circles_and_schemas_of_too_many_parts_come_to_an_end() {
    let old = connector(reference("Round"), all_of(&["Round", "Loop"]));
    let new = connector(reference("Base"), all_of(&["Ring", "Round"]));
    let told = effects(&diff(&old, &new));
    assert_eq!(told, BTreeSet::from(["InputTypeChanged"]));
    let many = |first: &str| {
        let part = |n: usize| json!({"properties": {format!("{first}{n}"): {"type": "string"}}});
        json!({"allOf": (0..400).map(part).collect::<Vec<_>>()})
    };
    let any = json!({"type": "string"});
    let [old, new] = ["a", "b"].map(|first| connector(any.clone(), many(first)));
    assert!(diff(&old, &new).breaking().count() > 0);
}

#[test]
fn a_field_that_moves_into_all_of_is_not_removed() {
    let mut after = all_of(&["Base"]);
    after["properties"] = json!({"length": {"type": "integer"}, "width": {"type": "integer"}});
    let any = json!({"type": "string"});
    let old = connector(any.clone(), flat());
    let difference = diff(&old, &connector(any, after));
    assert_eq!(difference.breaking().count(), 0, "{difference:#?}");
}

#[test]
fn what_tells_of_errors_breaks_nothing() {
    let with = |responses: &Value, fields: &Value| {
        of(json!({
            "swagger": "2.0",
            "paths": {"/a": {"get": {"operationId": "A", "responses": responses}}},
            "definitions": {"Shared": {"type": "object", "properties": fields}}
        }))
    };
    let shared = json!({"description": "What", "schema": {"$ref": "#/definitions/Shared"}});
    let fine = json!({"description": "OK", "schema": {"type": "string"}});
    let (all, fewer) = (
        json!({"a": {"type": "string"}, "b": {"type": "string"}}),
        json!({"a": {"type": "string"}}),
    );
    for (responses, breaks) in [
        (json!({"200": fine, "400": shared}), false),
        (json!({"200": fine, "default": shared}), false),
        (json!({"default": shared}), true),
        (json!({"200": shared}), true),
    ] {
        let difference = diff(&with(&responses, &all), &with(&responses, &fewer));
        assert_eq!(difference.breaking().count() > 0, breaks, "{responses}");
        assert_eq!(difference.entries[0].reaches.len(), 1, "{responses}");
    }
    let difference = |old: &Value, new: &Value| {
        let difference = diff(&with(old, &all), &with(new, &all));
        difference.breaking().count()
    };
    let both = json!({"200": fine, "default": shared});
    assert_eq!(difference(&both, &json!({"200": fine})), 0);
    assert_eq!(difference(&both, &json!({"default": shared})), 1);
}

#[test]
fn a_wider_format_takes_what_the_narrow_one_took() {
    let with = |format: &str| {
        let parameter = json!([{"name": "n", "in": "query", "type": "integer", "format": format}]);
        of(json!({"swagger": "2.0", "paths": {"/a": {"get": {
            "operationId": "A", "parameters": parameter, "responses": {}
        }}}}))
    };
    let breaks = |old, new| diff(&with(old), &with(new)).breaking().count() > 0;
    assert!(!breaks("int32", "int64"));
    assert!(breaks("int64", "int32"));
    assert!(!breaks("float", "double"));
    assert!(breaks("double", "float"));
}

#[test]
fn an_empty_list_of_policies_is_none() {
    let with = |properties: Value| {
        let definition = Document::new(json!({"swagger": "2.0", "paths": {}}));
        Connector::new(definition, Document::new(json!({"properties": properties})))
    };
    let (none, empty) = (
        with(json!({})),
        with(json!({"policyTemplateInstances": []})),
    );
    for (old, new) in [(&none, &empty), (&empty, &none)] {
        let difference = diff(old, new);
        assert!(
            difference
                .entries
                .iter()
                .all(|entry| entry.effect.is_none())
        );
        assert_eq!(difference.entries.len(), 1);
    }
}
