//! The views on real connectors.
//!
//! They lie outside of the repository: `TENON_CORPUS` names their folder, else it is looked for in
//! `shared/corpus` beside the repository. Where it is missing, the tests say so and test nothing.

use std::fs;
use std::path::{Path as FilePath, PathBuf};
use std::sync::LazyLock;

use serde_json::{Value, json};
use tenon_connector::document::{Action, Edit, Path, Step};
use tenon_connector::properties::{
    delete_parameter_set, move_parameter_set, parameter_sets, rename_parameter_set,
};
use tenon_connector::swagger::{
    Delivery, Schema, Shared, Trigger, Usage, add_response, change_status, delete_shared, dynamics,
    make_action, operations, rename_shared, responses, set_callback, usages,
};
use tenon_connector::{Connector, ConnectorFiles};

use super::samples::folder;

/// A connector of the corpus and its texts.
struct Sample {
    name: String,
    connector: Connector,
    files: ConnectorFiles,
}

/// Every connector of the corpus whose files are JSON in UTF-8; empty where the corpus is missing.
static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let Some(folder) = folder().map(|folder| folder.join("connectors")) else {
        return Vec::new();
    };
    let folders: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let samples: Vec<Sample> = folders.iter().filter_map(|folder| sample(folder)).collect();
    let (read, all) = (samples.len(), folders.len());
    assert!(read * 10 > all * 9, "{read} of {all} connectors were read");
    samples
});

fn sample(folder: &FilePath) -> Option<Sample> {
    let text = |file: &str| fs::read_to_string(folder.join(file)).ok();
    let files = ConnectorFiles {
        definition: text("apiDefinition.swagger.json")?,
        properties: text("apiProperties.json")?,
        ..ConnectorFiles::default()
    };
    let connector = Connector::from_files(&files).ok()?;
    Some(Sample {
        name: folder.display().to_string(),
        files: connector.to_files(),
        connector,
    })
}

/// Does the edits, takes them back and finds every byte again; what was there in between.
fn there_and_back(sample: &Sample, edits: Vec<Edit>) -> Connector {
    let name = &sample.name;
    let mut changed = sample.connector.clone();
    let inverse = changed.apply_action(&Action::new("Change", edits));
    let inverse = inverse.unwrap_or_else(|refused| panic!("{name}: {refused:?}"));
    let mut back = changed.clone();
    back.apply_action(&inverse).unwrap();
    assert!(back.to_files() == sample.files, "{name}");
    changed
}

/// Every object of a definition that is or could be taken for a schema.
fn schemas(root: &Value) -> Vec<Schema<'_>> {
    let mut all = Vec::new();
    let mut waiting = vec![(Path::root(), root)];
    while let Some((path, value)) = waiting.pop() {
        all.extend(Schema::at(root, &path));
        match value {
            Value::Object(members) => {
                let children = members.iter().rev();
                waiting.extend(children.map(|(key, child)| (path.join(key.as_str()), child)));
            }
            Value::Array(items) => {
                let children = items.iter().enumerate().rev();
                waiting.extend(children.map(|(n, c)| (path.join(Step::of_item(items, n)), c)));
            }
            _ => {}
        }
    }
    all
}

#[test]
fn every_schema_and_response_is_read() {
    for sample in SAMPLES.iter() {
        let root = sample.connector.definition();
        for schema in schemas(root) {
            for property in schema.properties() {
                let there = property.schema.path().get(root);
                assert!(std::ptr::eq(there.unwrap(), property.schema.json()));
            }
            assert_eq!(schema.choices().len(), schema.named_choices().len());
            if let Some(target) = schema.target() {
                assert!(target.reference().is_none(), "{}", sample.name);
            }
        }
        for operation in operations(root) {
            for response in responses(root, operation.key()) {
                let there = response.path().get(root);
                assert!(std::ptr::eq(there.unwrap(), response.json()));
            }
        }
    }
}

#[test]
fn a_new_name_of_anything_shared_leaves_the_same_references() {
    for sample in SAMPLES.iter() {
        let root = sample.connector.definition();
        let before = usages(root);
        for shared in Shared::ALL {
            let names: Vec<&str> = shared.list(root).map(|(name, _)| name).collect();
            let step = names.len() / 3 + 1;
            for name in names.into_iter().step_by(step) {
                let edits = rename_shared(&sample.connector, shared, name, "a new/name~");
                let changed = there_and_back(sample, edits.unwrap());
                let after = usages(changed.definition());
                assert_eq!(after.len(), before.len(), "{}", sample.name);
                let of = |list: &[Usage], name: &str| {
                    let here = list.iter().filter(|u| u.shared == shared);
                    here.filter(|u| u.name == name).count()
                };
                assert_eq!(of(&after, name), 0, "{}: {name}", sample.name);
                assert_eq!(of(&after, "a new/name~"), of(&before, name));
            }
        }
    }
}

#[test]
fn what_nothing_refers_to_is_deleted_and_comes_back() {
    let mut deleted = 0;
    for sample in SAMPLES.iter() {
        for (name, _) in Shared::Definition
            .list(sample.connector.definition())
            .take(5)
        {
            if let Ok(edits) = delete_shared(&sample.connector, Shared::Definition, name) {
                let changed = there_and_back(sample, edits);
                assert!(changed.definition()["definitions"].get(name).is_none());
                deleted += 1;
            }
        }
    }
    assert!(deleted > 0 || SAMPLES.is_empty());
}

#[test]
fn changes_of_schemas_and_responses_are_undone_without_a_trace() {
    // Each change prints the whole text twice: of the large ones, too many bytes.
    let small = |sample: &&Sample| sample.files.definition.len() < 60_000;
    for sample in SAMPLES.iter().filter(small) {
        let connector = &sample.connector;
        let root = connector.definition();
        let with_properties = schemas(root).into_iter();
        let with_properties = with_properties.filter(|s| s.own_properties().len() > 1);
        for schema in with_properties.skip(3).take(1) {
            let properties = schema.own_properties();
            let first = &properties[0];
            there_and_back(
                sample,
                schema
                    .rename_property(connector, first.name, "a new name")
                    .unwrap(),
            );
            there_and_back(
                sample,
                schema.delete_property(connector, first.name).unwrap(),
            );
            there_and_back(sample, schema.move_property(first.name, 1).unwrap());
            there_and_back(
                sample,
                schema
                    .add_property(connector, "a new name", json!({}), true)
                    .unwrap(),
            );
            there_and_back(sample, first.schema.set_kind(connector, "array"));
            there_and_back(sample, schema.share(connector, "a new name").unwrap());
            if let Ok(edits) = first.schema.copy_target(connector) {
                there_and_back(sample, edits);
            }
        }
        for operation in operations(root).skip(1).take(1) {
            let key = operation.key();
            if let Ok(edits) = add_response(connector, key, "299", "New") {
                there_and_back(sample, edits);
            }
            if let Some(response) = responses(root, key).first() {
                let edits = change_status(connector, key, response.status(), "599");
                there_and_back(sample, edits.unwrap());
                there_and_back(
                    sample,
                    response.set_schema(connector, Some(json!({ "x": 1 }))),
                );
                there_and_back(
                    sample,
                    response.set_header(connector, "X-New", Some(json!({}))),
                );
            }
        }
    }
}

#[test]
fn every_trigger_is_read_and_becomes_an_action_and_back() {
    let mut webhooks = 0;
    for sample in SAMPLES.iter() {
        let (name, connector) = (&sample.name, &sample.connector);
        for (n, operation) in operations(connector.definition()).enumerate() {
            let Some(trigger) = Trigger::find(connector, operation.key()) else {
                continue;
            };
            webhooks += usize::from(trigger.delivery() == Delivery::Webhook);
            let said = &operation.json()["x-ms-trigger"];
            let is_said = trigger
                .firing()
                .is_none_or(|firing| said == firing.as_str());
            assert!(is_said, "{name}: {}", operation.key());
            if let Some(callback) = trigger.callback() {
                let edits = set_callback(connector, operation.key(), &callback.names);
                assert!(edits.is_ok() || callback.names.is_empty(), "{name}");
            }
            if n < 20 && sample.files.definition.len() < 60_000 {
                let changed = there_and_back(sample, make_action(connector, operation.key()));
                assert!(Trigger::find(&changed, operation.key()).is_none(), "{name}");
            }
        }
    }
    assert!(webhooks > 0 || SAMPLES.is_empty());
}

#[test]
fn every_dynamic_call_is_read_and_those_with_one_meaning_become_newer() {
    let mut newer = 0;
    for sample in SAMPLES.iter() {
        let connector = &sample.connector;
        for operation in operations(connector.definition()) {
            for parameter in operation.parameters() {
                for call in dynamics(parameter.json(), parameter.path()) {
                    assert_eq!(call.path().get(connector.definition()), Some(call.json()));
                    let edits = call.newer(connector, operation.key()).unwrap_or_default();
                    if !edits.is_empty() && newer % 50 == 0 {
                        there_and_back(sample, edits.clone());
                    }
                    newer += edits.len();
                }
            }
        }
    }
    assert!(newer > 0 || SAMPLES.is_empty());
}

#[test]
fn every_parameter_set_is_read_renamed_and_moved() {
    for sample in SAMPLES.iter() {
        let connector = &sample.connector;
        for set in parameter_sets(connector.properties()) {
            let (name, edits) = (
                set.name(),
                rename_parameter_set(connector, set.name(), "new"),
            );
            there_and_back(sample, edits.unwrap());
            there_and_back(sample, move_parameter_set(connector, name, 9).unwrap());
            there_and_back(sample, delete_parameter_set(connector, name).unwrap());
        }
    }
}
