//! Undo, saving and merging as a maker meets them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::{Value, json};
use tenon_connector::document::{Action, Document, Edit, History, Path, Step, rebase};
use tenon_connector::{Connector, Part};

fn tides() -> Connector {
    let definition = json!({
        "swagger": "2.0",
        "info": { "title": "Tides", "version": "1.0" },
        "tags": ["sea"],
        "paths": { "/tides": { "get": {
            "operationId": "ListTides",
            "parameters": [
                { "name": "port", "in": "query", "type": "string" },
                { "name": "day", "in": "query", "type": "string" }
            ]
        } } }
    });
    Connector::new(
        Document::new(definition),
        Document::new(json!({ "properties": {} })),
    )
}

fn title() -> Path {
    Path::of(["info", "title"])
}

fn parameter(name: &str) -> Path {
    Path::of(["paths", "/tides", "get", "parameters"]).join(Step::Parameter {
        name: name.to_owned(),
        location: "query".to_owned(),
    })
}

fn put(connector: &Connector, path: &Path, value: impl Into<Option<Value>>) -> Edit {
    connector.set(Part::Definition, path, value.into()).unwrap()
}

fn change(label: &str, edit: Edit) -> Action {
    Action::new(label, vec![edit])
}

/// The maker types into the field at `path` what `texts` show after each key.
fn type_in(connector: &mut Connector, history: &mut History, path: &Path, texts: &[&str]) {
    for text in texts {
        let edit = put(connector, path, json!(text));
        history
            .apply(connector, change("Change name", edit))
            .unwrap();
    }
}

#[test]
fn typing_into_one_field_is_one_step_back() {
    let (mut connector, mut history) = (tides(), History::default());
    type_in(&mut connector, &mut history, &title(), &["T", "Ti", "Tidy"]);
    assert_eq!(history.unsaved().len(), 1);
    assert_eq!(
        history.undo(&mut connector).unwrap().as_deref(),
        Some("Change name")
    );
    assert_eq!(connector.title(), "Tides");
    assert_eq!(history.undo(&mut connector).unwrap(), None);
    assert_eq!(
        history.redo(&mut connector).unwrap().as_deref(),
        Some("Change name")
    );
    assert_eq!(connector.title(), "Tidy");
}

#[test]
fn typing_back_what_was_there_leaves_nothing_to_save() {
    let (mut connector, mut history) = (tides(), History::default());
    type_in(&mut connector, &mut history, &title(), &["Tide", "Tides"]);
    assert_eq!(history.unsaved(), []);
    assert_eq!(history.undo_label(), None);
}

#[test]
fn a_parameter_can_be_renamed_key_by_key_and_back_at_once() {
    let (mut connector, mut history) = (tides(), History::default());
    let mut name = "port".to_owned();
    for typed in ["por", "po", "d", "da", "day", "days"] {
        // While two parameters have one name, this one is known by its place.
        let at = match connector.get(Part::Definition, &parameter(&name)) {
            Some(_) if name != "day" => parameter(&name),
            _ => Path::of(["paths", "/tides", "get", "parameters"]).join(0),
        };
        type_in(&mut connector, &mut history, &at.join("name"), &[typed]);
        typed.clone_into(&mut name);
    }
    assert!(
        connector
            .get(Part::Definition, &parameter("days"))
            .is_some()
    );
    assert_eq!(history.unsaved().len(), 1);
    history.undo(&mut connector).unwrap();
    assert!(
        connector
            .part(Part::Definition)
            .is_identical(tides().part(Part::Definition))
    );
}

#[test]
fn what_is_typed_while_a_save_is_under_way_is_saved_next() {
    let (mut connector, mut history) = (tides(), History::default());
    type_in(&mut connector, &mut history, &title(), &["Ebb"]);
    let sent = history.start_save();
    type_in(&mut connector, &mut history, &title(), &["Ebb and flow"]);
    history.saved(sent.len());

    let mut saved = tides();
    assert_eq!(rebase(&mut saved, &sent), []);
    assert_eq!(saved.title(), "Ebb");
    assert_eq!(rebase(&mut saved, &history.unsaved()), []);
    assert_eq!(saved.title(), "Ebb and flow");
}

#[test]
fn what_is_undone_while_a_save_is_under_way_is_undone_by_the_next() {
    let (mut connector, mut history) = (tides(), History::default());
    type_in(&mut connector, &mut history, &title(), &["Ebb"]);
    let sent = history.start_save();
    history.undo(&mut connector).unwrap();
    history.saved(sent.len());

    let mut saved = tides();
    assert_eq!(rebase(&mut saved, &sent), []);
    assert_eq!(rebase(&mut saved, &history.unsaved()), []);
    assert_eq!(saved.title(), "Tides");
}

#[test]
fn two_people_who_change_different_parameters_both_keep_their_work() {
    let base = tides();
    let mine = change(
        "Rename",
        put(&base, &parameter("day").join("name"), json!("date")),
    );
    let mut theirs = base.clone();
    theirs.apply(&put(&base, &parameter("port"), None)).unwrap();
    assert_eq!(rebase(&mut theirs, &[mine]), []);
    assert!(theirs.get(Part::Definition, &parameter("date")).is_some());
    assert_eq!(theirs.get(Part::Definition, &parameter("port")), None);
}

#[test]
fn two_people_who_rename_a_parameter_alike_agree() {
    let base = tides();
    let rename = change(
        "Rename",
        put(&base, &parameter("day").join("name"), json!("date")),
    );
    let mut theirs = base;
    theirs.apply_action(&rename).unwrap();
    let before = theirs.clone();
    assert_eq!(rebase(&mut theirs, &[rename]), []);
    assert!(
        theirs
            .part(Part::Definition)
            .is_identical(before.part(Part::Definition))
    );
}

#[test]
fn a_clash_shows_both_values_and_either_can_be_kept() {
    let base = tides();
    let mine = change("Change name", put(&base, &title(), json!("Mine")));
    let mut theirs = base.clone();
    theirs
        .apply(&put(&base, &title(), json!("Theirs")))
        .unwrap();

    let conflicts = rebase(&mut theirs, &[mine]);
    assert_eq!(theirs.title(), "Theirs");
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].label, "Change name");
    assert_eq!(conflicts[0].theirs, Some(json!("Theirs")));

    let keep = conflicts[0].keep_mine(&theirs).unwrap();
    theirs.apply(&keep).unwrap();
    assert_eq!(theirs.title(), "Mine");
}

#[test]
fn every_edit_of_an_action_that_clashes_is_shown() {
    let base = tides();
    let version = Path::of(["info", "version"]);
    let mine = Action::new(
        "Change both",
        vec![
            put(&base, &title(), json!("Mine")),
            put(&base, &version, json!("2.0")),
        ],
    );
    let mut theirs = base.clone();
    theirs
        .apply(&put(&base, &title(), json!("Theirs")))
        .unwrap();

    let conflicts = rebase(&mut theirs, &[mine]);
    assert_eq!(conflicts.len(), 2);
    for conflict in &conflicts {
        let keep = conflict.keep_mine(&theirs).unwrap();
        theirs.apply(&keep).unwrap();
    }
    assert_eq!(theirs.title(), "Mine");
    assert_eq!(theirs.get(Part::Definition, &version), Some(&json!("2.0")));
}

#[test]
fn an_edit_within_something_that_was_deleted_is_a_clash_that_cannot_be_kept() {
    let base = tides();
    let summary = Path::of(["paths", "/tides", "get", "summary"]);
    let mine = change("Change summary", put(&base, &summary, json!("All tides")));
    let mut theirs = base.clone();
    theirs
        .apply(&put(&base, &Path::of(["paths", "/tides"]), None))
        .unwrap();

    let conflicts = rebase(&mut theirs, &[mine]);
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].theirs, None);
    assert!(conflicts[0].keep_mine(&theirs).is_err());
}

#[test]
fn a_value_is_put_where_null_stood() {
    let definition = json!({ "info": null, "paths": {} });
    let base = Connector::new(Document::new(definition), Document::new(Value::Null));
    let mut connector = base.clone();
    let inverse = connector
        .apply(&put(&base, &title(), json!("Tides")))
        .unwrap();
    assert_eq!(connector.title(), "Tides");
    connector.apply(&inverse).unwrap();
    assert!(
        connector
            .part(Part::Definition)
            .is_identical(base.part(Part::Definition))
    );
}

#[test]
fn an_icon_can_be_put_replaced_and_removed_and_each_step_undone() {
    let (mut connector, mut history) = (tides(), History::default());
    for icon in [Some("AAAA"), Some("BBBB"), None] {
        let edit = connector
            .set(
                Part::Icon,
                &Path::root(),
                icon.map(|text| json!(text)).or(Some(Value::Null)),
            )
            .unwrap();
        let label = format!("Icon {icon:?}");
        history.apply(&mut connector, change(&label, edit)).unwrap();
        assert_eq!(connector.icon_base64(), icon);
    }
    for icon in [Some("BBBB"), Some("AAAA"), None] {
        history.undo(&mut connector).unwrap();
        assert_eq!(connector.icon_base64(), icon);
    }
}

#[test]
fn the_history_tells_what_is_done_saved_and_undone() {
    let mut connector = tides();
    let mut history = History::default();
    let port = parameter("port").join("description");
    for (label, path) in [("Change name", title()), ("Describe", port)] {
        let edit = put(&connector, &path, json!("New"));
        history
            .apply(&mut connector, Action::new(label, vec![edit]))
            .unwrap();
    }
    let told = |history: &History| -> Vec<(String, bool, bool)> {
        let told = history.happenings();
        told.map(|one| (one.action.label.clone(), one.is_done, one.is_saved))
            .collect()
    };
    let name = "Change name".to_owned();
    let describe = "Describe".to_owned();
    let unsaved = [(name.clone(), true, false), (describe.clone(), true, false)];
    assert_eq!(told(&history), unsaved);
    let count = history.start_save().len();
    history.saved(count);
    history.undo(&mut connector).unwrap();
    let undone = [(name.clone(), true, true), (describe.clone(), false, false)];
    assert_eq!(told(&history), undone);
    assert_eq!(history.done_count(), 1);
    history.redo(&mut connector).unwrap();
    let done_again = [(name, true, true), (describe, true, true)];
    assert_eq!(told(&history), done_again);
}
