//! `tenon diff`: what changed, and whether it breaks what uses the connector.

use std::fs;

use serde_json::json;

use super::sample::{package, sound};
use super::tenon;

#[test]
fn versions_that_are_the_same_end_with_0() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "old", &sound());
    package(at, "new", &sound());
    let called = tenon(at, &["diff", "old", "new"]).expect(0);
    assert_eq!(called.out, "The two versions are the same.\n");
}

#[test]
fn a_text_breaks_nothing_and_a_lost_operation_does() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "old", &sound());
    let mut texts = sound();
    texts["info"]["description"] = json!("Another description of the weather.");
    package(at, "texts", &texts);
    let mut lost = sound();
    lost["paths"] = json!({});
    package(at, "lost", &lost);

    let called = tenon(at, &["diff", "old", "texts"]).expect(0);
    assert!(
        called.out.contains("1 change; none breaks"),
        "{}",
        called.out
    );
    let called = tenon(at, &["diff", "old", "lost"]).expect(1);
    assert!(called.out.contains("breaks"), "{}", called.out);
    let told = tenon(at, &["diff", "old", "lost", "--format", "json"])
        .expect(1)
        .json();
    assert_eq!(told["summary"]["breaking"], 1);
    assert_eq!(told["entries"][0]["kind"], "removed");
    assert_eq!(
        told["entries"][0]["pointer"],
        "/paths/~1forecast~1{city}/get"
    );
}

#[test]
fn what_cannot_be_read_ends_with_2_on_either_side() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "sound", &sound());
    fs::write(at.join("broken.json"), "{\n \"swagger\": }").unwrap();
    for (arguments, said) in [
        (["diff", "broken.json", "sound"], "line 2, column 13"),
        (["diff", "sound", "broken.json"], "line 2, column 13"),
        (["diff", "sound", "missing"], "missing"),
    ] {
        let called = tenon(at, &arguments).expect(2);
        assert!(called.errors.contains(said), "{}", called.errors);
        assert!(called.out.is_empty(), "{}", called.out);
    }
}
