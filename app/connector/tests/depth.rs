//! Documents as deep as they may be, and schemas that refer to themselves, on a stack as small as a browser's.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and makes a thread for its small stack"
)]

use serde_json::{Value, json};
use tenon_connector::document::{Document, MAX_DEPTH, Path};
use tenon_connector::lint::{Linter, Profile, lint};
use tenon_connector::merge::merge;
use tenon_connector::{Connector, Part};

/// Runs `work` on a stack of one mebibyte, what WASM has.
fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(1024 * 1024);
    thread.spawn(work).unwrap().join().unwrap();
}

/// A definition with a schema of arrays in one another, `levels` deep in all.
fn nested(levels: usize) -> String {
    let above = "{\"swagger\":\"2.0\",\"info\":{\"title\":\"Deep\"},\"paths\":{\"/a\":{\"post\":{\"parameters\":[{\"name\":\"b\",\"in\":\"body\",\"schema\":";
    let inner = levels - 6;
    let open = "{\"items\":".repeat(inner);
    format!("{above}{open}1{}}}]}}}}}}}}", "}".repeat(inner))
}

fn live_through(text: &str) {
    let definition = Document::parse(text).unwrap();
    let mut connector = Connector::new(definition, Document::new(json!({})));
    let base = connector.clone();
    let mut linter = Linter::new(&connector, Profile::Certified);
    let title = Path::of(["info", "title"]);
    let edit = connector
        .set(Part::Definition, &title, Some(json!("Deeper")))
        .unwrap();
    let undo = connector.apply(&edit).unwrap();
    linter.update(&connector, [&edit]);
    assert_eq!(
        linter.findings().cloned().collect::<Vec<_>>(),
        lint(&connector, Profile::Certified)
    );
    assert!(
        connector
            .part(Part::Definition)
            .to_text()
            .contains("Deeper")
    );
    let merged = merge(&base, &connector, &base).connector;
    assert!(
        merged
            .part(Part::Definition)
            .is_identical(connector.part(Part::Definition))
    );
    connector.apply(&undo).unwrap();
    assert_eq!(connector.part(Part::Definition).to_text(), text);
    let mut other = base.definition().clone();
    other["paths"] = json!({});
    let emptied = Connector::new(Document::new(other), Document::new(json!({})));
    let mut led = base.clone();
    led.apply_action(&base.action_to(&emptied, "Empty"))
        .unwrap();
    led.apply_action(&emptied.action_to(&base, "Fill")).unwrap();
    assert!(
        led.part(Part::Definition)
            .is_identical(base.part(Part::Definition))
    );
}

#[test]
fn a_document_of_500_levels_and_one_of_the_most_are_read_edited_and_dropped() {
    on_a_small_stack(|| live_through(&nested(500)));
    on_a_small_stack(|| live_through(&nested(MAX_DEPTH)));
    on_a_small_stack(|| assert!(Document::parse(&nested(MAX_DEPTH + 1)).is_err()));
}

#[test]
fn schemas_in_circles_do_not_hang() {
    on_a_small_stack(|| {
        let schema = |target: &str| {
            json!({ "allOf": [{ "$ref": format!("#/definitions/{target}") }], "properties": {
            "next": { "$ref": format!("#/definitions/{target}") }, "own": { "type": "array", "items": { "$ref": "#/definitions/A" } }
        } })
        };
        let definitions = json!({ "A": schema("B"), "B": schema("C"), "C": schema("A"), "D": { "$ref": "#/definitions/D" } });
        let mut root: Value = serde_json::from_str(&nested(20)).unwrap();
        root["definitions"] = definitions;
        root["paths"]["/a"]["post"]["parameters"][0]["schema"] =
            json!({ "$ref": "#/definitions/D" });
        root["paths"]["/a"]["post"]["responses"] =
            json!({ "200": { "schema": { "$ref": "#/definitions/A" } } });
        live_through(&root.to_string());
    });
}

#[cfg(feature = "yaml")]
#[test]
fn yaml_of_36_levels_is_read_and_of_more_is_refused() {
    use tenon_connector::read::read;
    let nested = |levels: usize| {
        let inner = "[".repeat(levels) + &"]".repeat(levels);
        format!(
            "swagger: '2.0'\ninfo: {{title: Deep, version: '1'}}\npaths: {{}}\nx-deep: {inner}\n"
        )
    };
    // What a thread of the server has.
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024);
    let work = move || {
        assert!(read("deep.yaml", nested(36).as_bytes()).is_ok());
        for levels in [41, 100, 500, 100_000] {
            let error = read("deep.yaml", nested(levels).as_bytes()).unwrap_err();
            assert!(error.to_string().contains("levels deep"), "{error}");
        }
    };
    thread.spawn(work).unwrap().join().unwrap();
}
