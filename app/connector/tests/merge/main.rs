//! Laws of difference and merge, on any trees and on real connectors.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

mod names;
#[path = "../samples/mod.rs"]
mod samples;
mod sound;
mod whole;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tenon_connector::document::{Document, Edit, Path, edits_between};
use tenon_connector::merge::{Merged, merge};
use tenon_connector::{Attachment, Connector, Part};

fn connector(definition: &Value) -> Connector {
    Connector::new(Document::new(definition.clone()), Document::new(json!({})))
}

fn merged(base: &Value, mine: &Value, theirs: &Value) -> Merged {
    merge(&connector(base), &connector(mine), &connector(theirs))
}

/// Whether two trees are the same, the order of members included.
fn identical(one: &Value, other: &Value) -> bool {
    let (one, other) = (one.to_string(), other.to_string());
    one == other
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..4u8).prop_map(Value::from),
        prop::sample::select(&["1.0", "1.00", "1e3", "1E+3", "1e400"][..])
            .prop_map(|spelled| Document::parse(spelled).unwrap().root().clone()),
        "[ab]{0,2}".prop_map(Value::from),
    ]
}

/// A small tree, with arrays of parameters, of things with names, and of anything.
fn tree() -> impl Strategy<Value = Value> {
    let parameter = ("[abc]", "query|path", leaf())
        .prop_map(|(name, place, more)| json!({ "name": name, "in": place, "x": more }));
    let named = ("[abc]", leaf()).prop_map(|(name, more)| json!({ "name": name, "x": more }));
    let list = prop_oneof![
        prop::collection::vec(parameter, 0..4).prop_map(Value::from),
        prop::collection::vec(named, 0..4).prop_map(Value::from),
        prop::collection::vec(leaf(), 0..5).prop_map(Value::from),
    ];
    let inner = prop_oneof![2 => leaf(), 1 => list];
    inner.prop_recursive(3, 30, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            members(inner),
        ]
    })
}

fn members(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    prop::collection::vec(("[a-e]", inner), 0..5)
        .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()))
}

fn root() -> impl Strategy<Value = Value> {
    members(tree())
}

/// A tree with some of its members replaced, removed or added.
fn changed(base: &Value, changes: &[(u8, u8, Value)]) -> Value {
    let mut tree = base.clone();
    for (place, kind, value) in changes {
        change(&mut tree, usize::from(*place), *kind, value);
    }
    tree
}

fn change(tree: &mut Value, place: usize, kind: u8, value: &Value) {
    match tree {
        Value::Object(members) if !members.is_empty() => {
            let key = members.keys().nth(place % members.len()).unwrap().clone();
            match kind % 4 {
                0 => drop(members.shift_remove(&key)),
                1 => drop(members.insert(key, value.clone())),
                2 => drop(members.shift_insert(
                    place % members.len(),
                    format!("new{kind}"),
                    value.clone(),
                )),
                _ => change(members.get_mut(&key).unwrap(), place / 3, kind / 4, value),
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let index = place % items.len();
            match kind % 4 {
                0 => drop(items.remove(index)),
                1 => items[index] = value.clone(),
                2 => items.insert(index, value.clone()),
                _ => change(&mut items[index], place / 3, kind / 4, value),
            }
        }
        other => *other = value.clone(),
    }
}

fn changes() -> impl Strategy<Value = Vec<(u8, u8, Value)>> {
    prop::collection::vec((any::<u8>(), any::<u8>(), tree()), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_edits_between_two_trees_lead_from_one_to_the_other(before in tree(), after in tree()) {
        expect_led(&before, &after);
    }

    #[test]
    fn the_edits_of_a_change_lead_to_it(before in root(), changes in changes()) {
        let after = changed(&before, &changes);
        expect_led(&before, &after);
    }

    #[test]
    fn a_merge_without_change_is_the_identity(base in root(), changes in changes()) {
        let other = changed(&base, &changes);
        for (mine, theirs) in [(&base, &base), (&other, &base), (&base, &other), (&other, &other)] {
            let wanted = if identical(mine, &base) { theirs } else { mine };
            let merged = merged(&base, mine, theirs);
            prop_assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
            prop_assert!(identical(merged.connector.definition(), wanted));
        }
    }

    #[test]
    fn changes_apart_are_both_kept_whoever_is_first(
        base in root(), left in root(), mine in changes(), theirs in changes()
    ) {
        let base = json!({ "left": base, "right": left });
        let with = |key: &str, changes: &[(u8, u8, Value)]| {
            let mut tree = base.clone();
            tree[key] = changed(&base[key], changes);
            tree
        };
        let (mine, theirs) = (with("left", &mine), with("right", &theirs));
        let (one, other) = (merged(&base, &mine, &theirs), merged(&base, &theirs, &mine));
        prop_assert!(one.conflicts.is_empty());
        prop_assert_eq!(one.connector.definition(), other.connector.definition());
        prop_assert_eq!(&one.connector.definition()["left"], &mine["left"]);
        prop_assert_eq!(&one.connector.definition()["right"], &theirs["right"]);
    }

    #[test]
    fn nothing_of_either_side_is_lost_unnamed(base in root(), mine in changes(), theirs in changes()) {
        let (mine, theirs) = (changed(&base, &mine), changed(&base, &theirs));
        let merged = merged(&base, &mine, &theirs);
        let result = merged.connector.definition().to_string();
        let named: String = merged.conflicts.iter().map(|c| json!([c.mine, c.theirs]).to_string()).collect();
        for text in texts(&mine).iter().chain(&texts(&theirs)) {
            let was = base.to_string().contains(text.as_str());
            prop_assert!(was || result.contains(text.as_str()) || named.contains(text.as_str()), "{text} is lost");
        }
        // Mine can be chosen at each conflict, and then it stands there.
        for conflict in &merged.conflicts {
            let mut chosen = merged.connector.clone();
            if let Some(edit) = conflict.take_mine(&chosen) {
                chosen.apply(&edit).unwrap();
            }
        }
    }
}

/// The texts in a tree that are long enough to be told from others.
fn texts(tree: &Value) -> Vec<String> {
    match tree {
        Value::String(text) if text.len() > 1 => vec![format!("\"{text}\"")],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn expect_led(before: &Value, after: &Value) {
    let mut connector = connector(before);
    for edit in edits_between(Part::Definition, before, after) {
        connector
            .apply(&edit)
            .unwrap_or_else(|error| panic!("{error}: {edit:?}\n{before}\n{after}"));
    }
    assert!(
        identical(connector.definition(), after),
        "{}\n{after}",
        connector.definition()
    );
}

#[test]
fn what_stays_is_not_touched() {
    let before = json!({ "a": 1, "b": 2, "c": 3, "d": 4 });
    let after = json!({ "b": 2, "c": 3, "d": 4, "a": 1 });
    assert_eq!(
        edits_between(Part::Definition, &before, &after).len(),
        1,
        "one member moves"
    );
    let before =
        json!({ "parameters": [{ "name": "a", "in": "query" }, { "name": "b", "in": "query" }] });
    let after = json!({ "parameters": [{ "name": "b", "in": "query", "type": "string" }] });
    let edits = edits_between(Part::Definition, &before, &after);
    let paths: Vec<_> = edits.iter().map(|edit| edit.path.to_string()).collect();
    assert_eq!(edits.len(), 2, "{paths:?}");
}

#[test]
fn both_sides_insert_into_one_list_and_both_stay_once() {
    let base = json!({ "tags": ["a"], "required": ["x"] });
    let mine = json!({ "tags": ["a", "mine", "both"], "required": ["x", "y"] });
    let theirs = json!({ "tags": ["a", "theirs", "both"], "required": [] });
    let merged = merged(&base, &mine, &theirs);
    assert!(merged.conflicts.is_empty());
    let tags = merged.connector.definition()["tags"].clone();
    assert_eq!(tags, json!(["a", "mine", "theirs", "both"]));
    assert_eq!(merged.connector.definition()["required"], json!(["y"]));
}

#[test]
fn a_conflict_keeps_both_values_and_can_be_settled() {
    let base = json!({ "info": { "title": "A" }, "parameters": [{ "name": "q", "in": "query", "type": "string" }] });
    let mut mine = base.clone();
    let mut theirs = base.clone();
    mine["info"]["title"] = json!("Mine");
    theirs["info"]["title"] = json!("Theirs");
    mine["parameters"][0]["type"] = json!("integer");
    theirs["parameters"] = json!([]);
    let merged = merged(&base, &mine, &theirs);
    assert_eq!(merged.conflicts.len(), 2);
    assert_eq!(
        merged.connector.definition()["info"]["title"],
        json!("Theirs")
    );
    let mut chosen = merged.connector.clone();
    for conflict in &merged.conflicts {
        let edit = conflict.take_mine(&chosen).unwrap();
        chosen.apply(&edit).unwrap();
    }
    assert_eq!(chosen.definition(), &mine);
}

#[test]
fn icon_code_and_other_files_are_merged_too() {
    let file = |name: &str, content: &str| Attachment {
        name: name.to_owned(),
        content: content.to_owned(),
    };
    let base = connector(&json!({}))
        .with_attachments(vec![file("readme.md", "QQ=="), file("old.md", "QQ==")]);
    let mine = base
        .clone()
        .with_icon(b"icon")
        .with_attachments(vec![file("readme.md", "Qg==")]);
    let theirs = base.clone().with_script("class Script {}".to_owned());
    let merged = merge(&base, &mine, &theirs);
    assert!(merged.conflicts.is_empty());
    assert_eq!(merged.connector.icon().unwrap(), b"icon");
    assert_eq!(merged.connector.script(), Some("class Script {}"));
    assert_eq!(merged.connector.attachments(), [file("readme.md", "Qg==")]);
}

#[test]
fn other_files_are_restored_merged_and_edited() {
    let file = |name: &str, content: &str| Attachment {
        name: name.to_owned(),
        content: content.to_owned(),
    };
    let [readme, other] = [file("readme.md", "QQ=="), file("intro.md", "QQ==")];
    let base = connector(&json!({})).with_attachments(vec![readme.clone()]);
    let mine = base.clone().with_attachments(vec![other.clone()]);
    let mut led = base.clone();
    let back = led.apply_action(&base.action_to(&mine, "Restore")).unwrap();
    assert_eq!(led.attachments(), mine.attachments());
    led.apply_action(&back).unwrap();
    assert_eq!(led.attachments(), base.attachments());

    let theirs = base
        .clone()
        .with_attachments(vec![readme, file("x.md", "")]);
    let merged = merge(&base, &mine, &theirs);
    let mut led = theirs.clone();
    led.apply_action(&merged.action).unwrap();
    let names: Vec<String> = led
        .attachments()
        .into_iter()
        .map(|file| file.name)
        .collect();
    assert_eq!(led.attachments(), merged.connector.attachments());
    assert!(names.contains(&"intro.md".to_owned()) && names.contains(&"x.md".to_owned()));
    assert_eq!(names.len(), 2);

    let place = Path::of(["readme.md"]);
    let edit = base.set(Part::Files, &place, Some(json!("Qg=="))).unwrap();
    let undo = led_by(&base, &edit).1;
    let (mut edited, _) = led_by(&base, &edit);
    assert_eq!(edited.attachments(), [file("readme.md", "Qg==")]);
    edited.apply(&undo).unwrap();
    assert_eq!(edited.to_files(), base.to_files());
}

fn led_by(base: &Connector, edit: &Edit) -> (Connector, Edit) {
    let mut led = base.clone();
    let undo = led.apply(edit).unwrap();
    (led, undo)
}

#[test]
fn a_file_that_both_changed_is_named() {
    let file = |content: &str| {
        vec![Attachment {
            name: "readme.md".to_owned(),
            content: content.to_owned(),
        }]
    };
    let base = connector(&json!({})).with_attachments(file("QQ=="));
    let mine = base.clone().with_attachments(file("Qg=="));
    let theirs = base.clone().with_attachments(Vec::new());
    let merged = merge(&base, &mine, &theirs);
    assert_eq!(merged.files, ["readme.md"]);
    assert!(merged.conflicts.is_empty());
    assert!(merged.connector.attachments().is_empty());
}

#[test]
fn real_connectors_lead_to_one_another_and_merge_with_themselves() {
    let connectors: Vec<_> = samples::connectors()
        .into_iter()
        .map(|(_, connector)| connector)
        .collect();
    for pair in connectors.windows(2).step_by(5) {
        let [one, other] = pair else { continue };
        let mut led = one.clone();
        led.apply_action(&one.action_to(other, "Replace")).unwrap();
        for part in [Part::Definition, Part::Properties] {
            assert!(led.part(part).is_identical(other.part(part)));
        }
        let undone = merge(one, one, other).connector;
        assert!(
            undone
                .part(Part::Definition)
                .is_identical(other.part(Part::Definition))
        );
        let title = Path::of(["info", "title"]);
        let mut mine = one.clone();
        let edit = mine
            .set(Part::Definition, &title, Some(json!("Mine")))
            .unwrap();
        mine.apply(&edit).unwrap();
        let merged = merge(one, &mine, one);
        assert!(merged.conflicts.is_empty());
        assert_eq!(
            merged.connector.to_files(),
            mine.to_files(),
            "untouched text stays as it is"
        );
    }
}
