//! `tenon merge`: both sides in one, or the places where they differ.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::sample::{package, sound};
use super::tenon;

/// Packages `base`, `mine` and `theirs`, with other titles and descriptions.
fn sides(folder: &Path, mine: (&str, &str), theirs: (&str, &str)) {
    package(folder, "base", &sound());
    for (name, (title, description)) in [("mine", mine), ("theirs", theirs)] {
        let mut definition = sound();
        definition["info"]["title"] = json!(title);
        definition["info"]["description"] = json!(description);
        package(folder, name, &definition);
    }
}

fn info(folder: &Path) -> (String, String) {
    let text = fs::read(folder.join("apiDefinition.swagger.json")).unwrap();
    let definition: Value = serde_json::from_slice(&text).unwrap();
    let member = |key: &str| definition["info"][key].as_str().unwrap().to_owned();
    (member("title"), member("description"))
}

const CALL: [&str; 6] = ["merge", "base", "mine", "theirs", "-o", "out"];

#[test]
fn what_does_not_touch_the_same_thing_is_kept_from_both_sides() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let old = "Forecasts of the weather for any place.";
    sides(at, ("Mine", old), ("Weather", "Theirs"));
    let called = tenon(at, &CALL).expect(0);
    assert!(called.out.starts_with("merged Mine: out"), "{}", called.out);
    assert_eq!(
        info(&at.join("out")),
        ("Mine".to_owned(), "Theirs".to_owned())
    );
}

#[test]
fn a_conflict_is_listed_with_three_values_and_settled_on_demand() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    sides(at, ("Mine", "Same"), ("Theirs", "Same"));
    let mut call = CALL.to_vec();
    call.extend(["--format", "json"]);
    let told = tenon(at, &call).expect(1).json();
    assert_eq!(
        told["conflicts"],
        json!([{
            "where": "definition", "pointer": "/info/title",
            "base": "Weather", "mine": "Mine", "theirs": "Theirs"
        }])
    );
    assert_eq!(info(&at.join("out")).0, "Theirs");
    for (settle, title) in [("--mine", "Mine"), ("--theirs", "Theirs")] {
        let mut call = CALL.to_vec();
        call.extend(["--force", settle]);
        let called = tenon(at, &call).expect(0);
        assert!(called.out.contains("1 conflict, settled"), "{}", called.out);
        assert_eq!(info(&at.join("out")), (title.to_owned(), "Same".to_owned()));
    }
}

#[test]
fn files_beside_the_connector_conflict_too() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for name in ["base", "mine", "theirs"] {
        package(at, name, &sound());
        fs::write(at.join(name).join("readme.md"), name).unwrap();
    }
    let called = tenon(at, &CALL).expect(1);
    assert!(called.out.contains("conflict  readme.md"), "{}", called.out);
    assert_eq!(fs::read(at.join("out/readme.md")).unwrap(), b"theirs");
    let mut call = CALL.to_vec();
    call.extend(["--force", "--mine"]);
    tenon(at, &call).expect(0);
    assert_eq!(fs::read(at.join("out/readme.md")).unwrap(), b"mine");
}

#[test]
fn what_cannot_be_read_ends_with_2_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "sound", &sound());
    fs::write(at.join("broken.json"), "{\n \"swagger\": }").unwrap();
    for broken in 0..3 {
        let mut sides = ["sound"; 3];
        sides[broken] = "broken.json";
        let [base, mine, theirs] = sides;
        let arguments = ["merge", base, mine, theirs, "-o", "merged"];
        let called = tenon(at, &arguments).expect(2);
        assert!(
            called.errors.contains("line 2, column 13"),
            "{}",
            called.errors
        );
        assert!(!at.join("merged").exists());
    }
}
