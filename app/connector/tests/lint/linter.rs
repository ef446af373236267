//! The linter that goes along with a connector finds what lint finds, whatever is edited.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::Part;
use tenon_connector::document::{Action, Edit, Path};
use tenon_connector::lint::{Linter, Profile, lint};
use tenon_connector::swagger::operations;

use super::samples::connectors;
use super::{definition, fires};

const PROFILE: Profile = Profile::IndependentPublisher;

/// Edits one after another, and their inverses, each followed by a look at all findings.
fn expect_same_findings(name: &str, mut connector: Connector, edits: &[Edit]) {
    let mut linter = Linter::new(&connector, PROFILE);
    let mut undo = Vec::new();
    for edit in edits {
        let Ok(inverse) = connector.apply(edit) else {
            continue;
        };
        undo.push(inverse);
        expect(name, &mut linter, &connector, edit);
    }
    while let Some(edit) = undo.pop() {
        connector.apply(&edit).unwrap();
        expect(name, &mut linter, &connector, &edit);
    }
}

fn expect(name: &str, linter: &mut Linter, connector: &Connector, edit: &Edit) {
    linter.update(connector, [edit]);
    let kept: Vec<_> = linter.findings().cloned().collect();
    let fresh = lint(connector, PROFILE);
    assert!(kept == fresh, "{name}, after {edit:?}");
}

/// Edits of all kinds: of texts, schemas and references, and whole entries that go.
fn edits(connector: &Connector) -> Vec<Edit> {
    let root = connector.definition();
    let mut places = vec![
        (Path::of(["host"]), Some(json!("other.test"))),
        (Path::of(["info", "title"]), None),
        (Path::of(["consumes"]), Some(json!(["application/json"]))),
    ];
    for section in ["definitions", "parameters", "responses", "paths"] {
        let names = root.get(section).and_then(Value::as_object);
        for name in names
            .into_iter()
            .flat_map(|all| all.keys())
            .step_by(7)
            .take(3)
        {
            let place = Path::of([section, name.as_str()]);
            places.push((place.join("description"), Some(json!(7))));
            places.push((place, None));
        }
    }
    for operation in operations(root).step_by(5).take(4) {
        let place = operation.key().location();
        places.push((place.join("operationId"), Some(json!("Other"))));
        places.push((place.join("x-ms-trigger"), Some(json!("single"))));
        places.push((
            place.join("parameters"),
            Some(json!([{ "$ref": "#/parameters/none" }])),
        ));
        places.push((place, None));
    }
    let set = |(path, value): (Path, Option<Value>)| connector.set(Part::Definition, &path, value);
    places.into_iter().filter_map(set).collect()
}

#[test]
fn real_connectors_are_linted_the_same_after_each_edit() {
    for (name, connector) in connectors().into_iter().step_by(6) {
        let edits = edits(&connector);
        expect_same_findings(&name, connector, &edits);
    }
}

#[test]
fn an_edit_elsewhere_is_noticed_by_who_refers_to_it() {
    let connector = definition(json!({
        "paths": {
            "/a": { "get": { "operationId": "A", "responses": { "200": { "$ref": "#/responses/B" } } } },
            "/x-b": { "post": { "operationId": "B", "responses": {}, "parameters": [{ "$ref": "#/parameters/C" }] } }
        },
        "responses": { "B": { "description": "", "schema": { "$ref": "#/definitions/D" } } },
        "parameters": { "C": { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/D" } } },
        "definitions": { "D": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string", "readOnly": true } } } }
    }));
    let edits = [
        (Path::of(["parameters", "C"]), None),
        (Path::of(["responses", "B"]), None),
        (
            Path::of(["definitions", "D"]),
            Some(json!({ "type": "string" })),
        ),
        (Path::of(["paths", "/a"]), None),
    ];
    let edits: Vec<_> = edits
        .into_iter()
        .filter_map(|(path, value)| connector.set(Part::Definition, &path, value))
        .collect();
    assert_eq!(edits.len(), 4);
    expect_same_findings("made up", connector, &edits);
}

#[test]
fn an_action_of_several_edits_is_one_update() {
    let mut connector = fires("-", definition(json!({})), "").connector;
    let mut linter = Linter::new(&connector, PROFILE);
    let edits = [
        connector.set(
            Part::Definition,
            &Path::of(["paths", "/p"]),
            Some(json!({ "get": {} })),
        ),
        connector.set(
            Part::Properties,
            &Path::of(["properties", "iconBrandColor"]),
            None,
        ),
    ];
    let action = Action::new("Change", edits.into_iter().flatten().collect());
    connector.apply_action(&action).unwrap();
    linter.update(&connector, &action.edits);
    let kept: Vec<_> = linter.findings().cloned().collect();
    assert_eq!(kept, lint(&connector, PROFILE));
}
