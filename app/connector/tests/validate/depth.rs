//! Values as deep as documents may be, schemas in circles, and schemas that would multiply, on a stack
//! as small as a browser's.

use serde_json::{Value, json};
use tenon_connector::document::{MAX_DEPTH, Path};
use tenon_connector::infer::Manner;
use tenon_connector::swagger::Schema;
use tenon_connector::validate::{Content, check, fit, validate};

use super::{answer, definition, found, key};

fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(1024 * 1024);
    thread.spawn(work).unwrap().join().unwrap();
}

fn nested(levels: usize, inner: Value) -> Value {
    (0..levels).fold(inner, |value, _| json!({ "name": "a", "parts": [value] }))
}

#[test]
fn a_value_of_500_levels_is_looked_at_to_its_end() {
    on_a_small_stack(|| {
        let joint =
            json!({ "200": { "description": "", "schema": { "$ref": "#/definitions/Joint" } } });
        let definition = definition(joint);
        let levels = 250;
        let violations = check(
            &definition,
            &key(),
            &answer(200, nested(levels, json!({ "name": 7 }))),
        );
        let place = "/parts/0".repeat(levels) + "/name";
        assert_eq!(
            found(&violations),
            [(
                place.as_str(),
                "This is the number 7, but the definition says a text.".into()
            )]
        );
        let deepest = nested(MAX_DEPTH / 2 - 1, json!({ "name": 7, "new": 1 }));
        let fitted = fit(&definition, &key(), &answer(200, deepest), Manner::Exact).unwrap();
        assert!(fitted.left.is_empty());
        let text = "[".repeat(500) + &"]".repeat(500);
        assert!(matches!(
            Content::of("application/json", text.as_bytes()),
            Content::Json(_)
        ));
    });
}

#[test]
fn schemas_in_circles_and_schemas_that_multiply_come_to_an_end() {
    on_a_small_stack(|| {
        let mut definition = definition(json!({}));
        let mut all = serde_json::Map::new();
        for n in 0..60 {
            let next = json!({ "$ref": format!("#/definitions/S{}", (n + 1) % 60) });
            all.insert(format!("S{n}"), json!({ "allOf": [next, next, { "allOf": [next] }], "properties": { format!("p{n}"): next } }));
        }
        all.insert("Loop".to_owned(), json!({ "$ref": "#/definitions/Loop" }));
        definition["definitions"] = Value::Object(all);
        let value = json!({ "p1": { "p2": { "p3": { "odd": {} } } } });
        for (name, count) in [("S0", 1), ("Loop", 0)] {
            let schema = Schema::at(&definition, &Path::of(["definitions", name])).unwrap();
            assert_eq!(
                validate(&definition, &schema, &value).found.len(),
                count,
                "{name}"
            );
        }
    });
}
