//! What is written as YAML reads as the same tree, the order of members included.
#![cfg(feature = "yaml")]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it left out"
)]

use std::fs;

mod samples;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tenon_connector::Part;
use tenon_connector::document::{Document, Path, Step};
use tenon_connector::read::{Format, read};
use tenon_connector::write::yaml::to_yaml;

fn expect_same(name: &str, root: &Value) {
    let text = to_yaml(root);
    let imported =
        read("api.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
    assert_eq!(imported.format, Format::SwaggerYaml, "{name}");
    let again = imported.connector.part(Part::Definition);
    let same = again.is_identical(&Document::new(root.clone()));
    assert!(same, "{name}:\n{text}\n{}\n{root}", again.root());
}

fn definition(extension: Value) -> Value {
    json!({ "swagger": "2.0", "info": { "title": "T", "version": "1.0" }, "x-tree": extension })
}

#[test]
fn a_definition_is_written_in_block_style() {
    let root = json!({
        "swagger": "2.0",
        "info": { "title": "Weather", "description": "Two lines:\n\n  - and more\n", "version": "1.0" },
        "schemes": ["https"],
        "paths": { "/a/{b}": { "get": {
            "parameters": [{ "name": "b", "required": true }, { "name": "c", "default": "no" }],
            "responses": { "200": { "description": "" } },
            "tags": []
        } } }
    });
    let text = "\
swagger: \"2.0\"
info:
  title: Weather
  description: |
    Two lines:

      - and more
  version: \"1.0\"
schemes:
  - https
paths:
  \"/a/{b}\":
    get:
      parameters:
        - name: b
          required: true
        - name: c
          default: \"no\"
      responses:
        \"200\":
          description: \"\"
      tags: []
";
    assert_eq!(to_yaml(&root), text);
    expect_same("weather", &root);
}

#[test]
fn texts_that_look_like_something_else_stay_texts() {
    let texts = [
        "",
        " ",
        "true",
        "Null",
        "~",
        "0x1F",
        "1e3",
        "1_000",
        "012",
        ".inf",
        "2016-11-01",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "? a",
        "---",
        "...",
        "{a}",
        "[a]",
        "a\n",
        "a\n\n",
        "\na",
        "a\n b",
        " a\nb",
        "a \nb",
        "a\r\nb",
        "a\tb",
        "\ta\nb",
        "\u{feff}a",
        "a\u{2028}b",
        "\u{85}",
        "\u{7f}",
        "\u{0}",
        "🧷",
        "a\\b\"c",
        "a\n#b\n",
        "<<",
        "=",
    ];
    let list: Vec<Value> = texts.iter().map(|text| json!(text)).collect();
    let keys: Map<String, Value> = texts
        .iter()
        .map(|key| ((*key).to_owned(), json!(1)))
        .collect();
    expect_same("texts", &definition(json!({ "list": list, "keys": keys })));
    expect_same(
        "a long key",
        &definition(json!({ "k".repeat(3000): { "a": [1] }, "b": 2 })),
    );
}

#[test]
fn real_definitions_come_back_from_yaml() {
    for folder in samples::folders() {
        let path = folder.join("apiDefinition.swagger.json");
        let bytes = fs::read(&path).unwrap();
        // The largest would take most of the time of this test and show nothing more.
        if bytes.len() > 100_000 {
            continue;
        }
        if let Ok((document, _)) = Document::read(&bytes) {
            expect_same(&path.display().to_string(), document.root());
        }
    }
}

fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e6..1e6f64).prop_map(Value::from),
        "[a-c :#\"\\\\\n\t€🧷-]{0,8}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let key = prop_oneof!["[a-c: \n#-]{0,3}", any::<String>()];
        let members = prop::collection::vec((key, inner.clone()), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_tree_comes_back_from_yaml(tree in tree()) {
        expect_same("tree", &definition(tree));
    }
}

fn yaml(text: &str) -> Document {
    let imported = read("api.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    imported.connector.part(Part::Definition).clone()
}

#[test]
fn numbers_are_as_they_are_written() {
    for spelled in [
        "1.00",
        "1e3",
        "1E+3",
        "-0",
        "1e400",
        "18446744073709551616",
        "123456789012345678901234567890",
        "-123456789012345678901234567890123456789012345678901234567890",
    ] {
        let text = format!("swagger: '2.0'\nx-a: {spelled}\nx-b: [{spelled}, '{spelled}']\n");
        let root = yaml(&text).root().clone();
        assert_eq!(root["x-a"].to_string(), spelled);
        assert_eq!(
            root["x-b"].to_string(),
            format!("[{spelled},\"{spelled}\"]")
        );
    }
    let others = yaml("swagger: '2.0'\nx-a: [0x1F, 0o17, +1, .5, .inf, &a 1.50, *a]\n");
    let numbers = others.root()["x-a"].to_string();
    assert_eq!(numbers, "[31,15,1,0.5,\".inf\",1.50,1.50]");
}

#[test]
fn places_are_those_of_the_yaml_text() {
    let text = "\
swagger: '2.0'
# é
info: { title: É, version: '1' }
x-base: &base
  summary: A
paths:
  /a:
    get:
      <<: *base
      parameters:
        - name: b
          in: query
          x-c: [1, 2]
      responses:
        200: { description: OK }
";
    let document = yaml(text);
    assert!(document.has_foreign_text());
    let get = Path::of(["paths", "/a", "get"]);
    let parameter = get.join("parameters").join(Step::Parameter {
        name: "b".to_owned(),
        location: "query".to_owned(),
    });
    let table = [
        (Path::root(), 1, 1),
        (Path::of(["info", "version"]), 3, 19),
        (get.clone(), 8, 5),
        (get.join("summary"), 9, 11),
        (parameter.join("in"), 12, 11),
        (parameter.join("x-c").join(1), 13, 20),
        (get.join("responses").join("200"), 15, 9),
        (get.join("missing"), 8, 5),
    ];
    let places = document.places(table.iter().map(|(path, _, _)| path));
    for ((path, line, column), place) in table.iter().zip(places) {
        assert_eq!((place.line, place.column), (*line, *column), "{path}");
    }
}

#[test]
fn what_stands_before_a_fault_is_named() {
    let sound = "swagger: '2.0'\ninfo:\n  title: A\npaths:\n";
    for (broken, said) in [
        (
            format!("{sound}  /a: [\nhost: b\n"),
            "can be read: “swagger” and “info”.",
        ),
        (
            format!("{sound}  /a: {{}}\nhost: *nowhere\n"),
            "can be read: “swagger”, “info” and “paths”.",
        ),
        (
            "swagger: '2.0'\ninfo: ]\n".to_owned(),
            "can be read: “swagger”.",
        ),
    ] {
        let error = read("api.yaml", broken.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
    let error = read("api.yaml", b"swagger: [\n").unwrap_err().to_string();
    assert!(!error.contains("can be read"), "{error}");
}

#[test]
fn what_is_written_is_not_too_deep_to_be_read() {
    use tenon_connector::write::yaml::{MAX_DEPTH, is_too_deep};
    let read_again = || {
        for (levels, too_deep) in [(MAX_DEPTH, false), (MAX_DEPTH + 1, true)] {
            // The document itself is one of the levels.
            let inner = (2..levels).fold(json!([]), |below, _| json!([below]));
            let root = json!({ "swagger": "2.0", "x-deep": inner });
            assert_eq!(is_too_deep(&root), too_deep, "{levels}");
            let again = read("deep.yaml", to_yaml(&root).as_bytes());
            assert_eq!(again.is_err(), too_deep, "{levels}: {again:?}");
        }
    };
    on_the_stack_of_a_server(read_again);
}

/// Runs `work` on a stack of 2 MiB, what the threads of a server have.
fn on_the_stack_of_a_server(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024);
    thread.spawn(work).unwrap().join().unwrap();
}

#[test]
fn what_is_far_too_deep_is_refused_on_a_small_stack() {
    on_the_stack_of_a_server(|| {
        for levels in [41, 60, 500, 20_000] {
            let nested = |open: &str, close: &str| {
                format!(
                    "swagger: '2.0'\nx-deep: {}1{}\n",
                    open.repeat(levels),
                    close.repeat(levels)
                )
            };
            let (flow, maps) = (nested("[", "]"), nested("{a: ", "}"));
            let block = format!("swagger: '2.0'\nx-deep:\n  {}a\n", "- ".repeat(levels));
            for text in [flow, maps, block] {
                let error = read("deep.yaml", text.as_bytes()).unwrap_err().to_string();
                assert!(
                    error.contains("more than 40 levels deep"),
                    "{levels}: {error}"
                );
            }
        }
    });
}
