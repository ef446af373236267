//! The linter that goes along with a connector finds what lint finds, whatever is edited.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::Part;
use tenon_connector::document::{Action, Change, Edit, Path, Step};
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
fn an_edit_far_down_is_noticed_by_who_reaches_it() {
    let many: Value = (0..600)
        .map(|index| (format!("p{index}"), json!({})))
        .collect();
    let connector = definition(json!({
        "paths": { "/a": { "post": { "operationId": "A", "responses": {}, "parameters": [
            { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/One~1~0%20a" } }
        ] } } },
        "definitions": {
            "One/~ a": { "properties": { "two": { "$ref": "#/definitions/Two" } } },
            "Two": { "properties": {
                "one": { "$ref": "#/definitions/One~1~0%20a" }, "three": { "$ref": "#/definitions/Three" }
            } },
            "Three": { "type": "object" }
        }
    }));
    let place = Path::of(["definitions", "Three", "properties"]);
    let edit = connector.set(Part::Definition, &place, Some(many)).unwrap();
    let mut changed = connector.clone();
    changed.apply(&edit).unwrap();
    let rule = "BodySchemaCountExceedsMaxAllowed";
    assert!(super::found(&connector, rule).is_empty());
    assert!(!super::found(&changed, rule).is_empty());
    expect_same_findings("far down", connector, &[edit]);
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

#[test]
fn names_that_are_escaped_in_references_are_noticed_too() {
    let parameter = json!({ "name": "id", "in": "query", "type": "string" });
    let connector = definition(json!({
        "paths": { "/a": { "get": {
            "operationId": "A",
            "parameters": [{ "$ref": "#/parameters/Team~1Id" }, { "$ref": "#/parameters/Page~01" }],
            "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/A%20list" } } }
        } } },
        "parameters": { "Team/Id": parameter, "Page~1": parameter },
        "definitions": { "A list": { "type": "array", "items": { "type": "string" } } }
    }));
    let edits = [
        (
            Path::of(["parameters", "Team/Id", "name"]),
            Some(json!("connectionId")),
        ),
        (
            Path::of(["parameters", "Team/Id", "in"]),
            Some(json!("body")),
        ),
        (
            Path::of(["parameters", "Page~1", "in"]),
            Some(json!("formData")),
        ),
        (
            Path::of(["definitions", "A list", "type"]),
            Some(json!("object")),
        ),
        (Path::of(["definitions", "A list"]), None),
    ];
    let edits: Vec<_> = edits
        .into_iter()
        .filter_map(|(path, value)| connector.set(Part::Definition, &path, value))
        .collect();
    assert_eq!(edits.len(), 5);
    expect_same_findings("escaped", connector, &edits);
}

/// What a maker, or a careless tool, might do next.
#[derive(Clone, Debug)]
enum Move {
    Remove,
    Put(Value),
    /// Put what stands somewhere else.
    Copy(Vec<Index>),
    Rename(String),
    Shift(Index),
    Undo,
}

fn moves() -> impl Strategy<Value = (bool, Vec<Index>, Move)> {
    let values = prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(7),
        json!("string"),
        json!("/a/{b}"),
        json!(""),
        json!([]),
        json!({}),
        json!({ "$ref": "#/definitions/None" }),
        json!({ "type": "array" }),
        json!(["id", "id"]),
    ]);
    let keys = prop::sample::select(vec![
        "/p/{q}",
        "get",
        "$ref",
        "name",
        "x-ms-summray",
        "x-ms-trigger",
        "type",
    ]);
    let what = prop_oneof![
        2 => Just(Move::Remove),
        4 => values.prop_map(Move::Put),
        2 => prop::collection::vec(any::<Index>(), 1..6).prop_map(Move::Copy),
        2 => keys.prop_map(|key| Move::Rename(key.to_owned())),
        1 => any::<Index>().prop_map(Move::Shift),
        3 => Just(Move::Undo),
    ];
    (
        prop::bool::weighted(0.9),
        prop::collection::vec(any::<Index>(), 1..8),
        what,
    )
}

/// The place that one gets to by turning where the numbers say.
fn place(root: &Value, turns: &[Index]) -> Path {
    let mut path = Path::root();
    let mut value = root;
    for turn in turns {
        let step = match value {
            Value::Object(members) if !members.is_empty() => members
                .keys()
                .nth(turn.index(members.len()))
                .map(|key| Step::from(key.as_str())),
            Value::Array(items) if !items.is_empty() => {
                Some(Step::of_item(items, turn.index(items.len())))
            }
            _ => None,
        };
        let Some(step) = step else { break };
        path = path.join(step);
        let Some(next) = path.get(root) else { break };
        value = next;
    }
    path
}

fn edit(
    connector: &Connector,
    (is_definition, turns, what): &(bool, Vec<Index>, Move),
) -> Option<Edit> {
    let part = if *is_definition {
        Part::Definition
    } else {
        Part::Properties
    };
    let root = connector.part(part).root();
    let path = place(root, turns);
    let change = |change: Change| {
        Some(Edit {
            part,
            path: path.clone(),
            change,
        })
    };
    match what {
        Move::Remove => connector.set(part, &path, None),
        Move::Put(value) => connector.set(part, &path, Some(value.clone())),
        Move::Copy(turns) => connector.set(part, &path, place(root, turns).get(root).cloned()),
        Move::Rename(to) => change(Change::Rename { to: to.clone() }),
        Move::Shift(to) => change(Change::Move { to: to.index(4) }),
        Move::Undo => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 200, ..ProptestConfig::default() })]

    /// Edits of any kind, and undoing them, on real connectors: what is kept is what lint finds anew.
    #[test]
    fn whatever_is_edited_is_linted_as_if_all_were_linted(
        which in any::<Index>(),
        moves in prop::collection::vec(moves(), 1..14),
        profile in prop::sample::select(Profile::ALL.to_vec()),
    ) {
        let all = small_connectors();
        if all.is_empty() {
            return Ok(());
        }
        let (name, connector) = &all[which.index(all.len())];
        let mut connector = connector.clone();
        let mut linter = Linter::new(&connector, profile);
        let mut undo = Vec::new();
        for step in &moves {
            let (edit, is_undo) = match &step.2 {
                Move::Undo => (undo.pop(), true),
                _ => (edit(&connector, step), false),
            };
            let Some(edit) = edit else { continue };
            let Ok(inverse) = connector.apply(&edit) else { continue };
            if !is_undo {
                undo.push(inverse);
            }
            linter.update(&connector, [&edit]);
            let kept: Vec<_> = linter.findings().cloned().collect();
            prop_assert!(kept == lint(&connector, profile), "{name}, after {edit:?}");
        }
    }
}

/// Those of the real connectors that are linted in a moment even by a build that is not optimised.
fn small_connectors() -> &'static [(String, Connector)] {
    static ALL: std::sync::OnceLock<Vec<(String, Connector)>> = std::sync::OnceLock::new();
    ALL.get_or_init(|| {
        let is_small = |(_, connector): &(String, Connector)| {
            connector.part(Part::Definition).to_text().len() < 120_000
        };
        connectors().into_iter().filter(is_small).collect()
    })
}
