//! What all commands hold to where they write, and what they say.

use std::fs;

use serde_json::json;

use super::sample::{mendable, package, sound};
use super::{Called, command, tenon};

#[test]
fn a_read_only_file_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "locked", &mendable());
    let file = at.join("locked/apiDefinition.swagger.json");
    let before = fs::read(&file).unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    let called = tenon(at, &["lint", "locked", "--fix"]).expect(2);
    assert!(called.out.contains("read-only"), "{}", called.out);
    let call = [
        "export", "locked", "--to", "package", "-o", "locked", "--force",
    ];
    let called = tenon(at, &call).expect(2);
    assert!(called.errors.contains("read-only"), "{}", called.errors);
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn nothing_of_another_connector_is_left_in_the_package_that_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "new", &sound());
    package(at, "old", &sound());
    fs::write(at.join("old/Script.csx"), "class Script {}").unwrap();
    fs::write(at.join("old/notes.txt"), "mine").unwrap();
    let (small, usual) = ("apidefinition.SWAGGER.json", "apiDefinition.swagger.json");
    fs::rename(at.join("old").join(usual), at.join("old").join(small)).unwrap();
    let called = tenon(at, &["import", "new", "-o", "old", "--force"]).expect(0);
    let told = "old/Script.csx was removed";
    assert!(called.errors.contains(told), "{}", called.errors);
    assert!(!called.errors.contains(small), "{}", called.errors);
    let mut names: Vec<String> = fs::read_dir(at.join("old"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let wanted = [usual, "apiProperties.json", "notes.txt", "settings.json"];
    assert_eq!(names, wanted);
    let same = tenon(at, &["diff", "new", "old", "--format", "json"]).expect(0);
    let entries = same.json()["entries"].clone();
    let files = entries.as_array().unwrap().iter();
    assert!(
        files.clone().all(|entry| entry["effect"].is_null()),
        "{entries}"
    );
}

#[test]
fn names_of_others_are_not_obeyed_by_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let mut evil = sound();
    evil["info"]["title"] = json!("\u{1b}]0;owned\u{7}");
    evil["paths"]["/x\u{1b}[2J"] = json!({ "get": {
        "operationId": "A\u{9b}2J", "summary": "\u{1b}[2J", "responses": {}
    } });
    package(at, "evil", &evil);
    package(at, "base", &sound());
    for call in [
        &["lint", "evil"][..],
        &["diff", "base", "evil"],
        &["diff", "evil", "base"],
        &["import", "evil", "-o", "a"],
        &["export", "evil", "--to", "swagger", "-o", "b.json"],
        &["merge", "base", "evil", "base", "-o", "c"],
    ] {
        let output = command(at, call).env("CLICOLOR_FORCE", "1").output();
        let Called { out, errors, .. } = Called::of(output.unwrap());
        let said = format!("{out}{errors}");
        for obeyed in ["\u{1b}]", "\u{1b}[2J", "\u{7}", "\u{9b}"] {
            assert!(!said.contains(obeyed), "{call:?}: {said:?}");
        }
    }
}

#[test]
fn a_connector_without_a_title_is_called_by_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let mut untitled = sound();
    untitled["info"]["title"] = json!("");
    package(at, "some", &untitled);
    let exported = tenon(at, &["export", "some", "--to", "swagger", "-o", "x.json"]).expect(0);
    assert!(
        exported.out.starts_with("exported some: "),
        "{}",
        exported.out
    );
    let merged = tenon(at, &["merge", "some", "some", "some", "-o", "y"]).expect(0);
    assert!(merged.out.starts_with("merged some: y"), "{}", merged.out);
}
