//! The steps on real connectors.
//!
//! They lie outside of the repository: `TENON_CORPUS` names their folder, else it is looked for in
//! `shared/corpus` beside the repository. Where it is missing, the tests say so and test nothing.

use std::fs;
use std::path::{Path as FilePath, PathBuf};
use std::sync::LazyLock;

use tenon_connector::document::{Action, Edit};
use tenon_connector::properties::Authentication;
use tenon_connector::security::oauth::OAuth;
use tenon_connector::security::{Security, Way};
use tenon_connector::swagger::{
    Address, Method, OperationKey, Origin, delete_operation, move_operation, operations,
};
use tenon_connector::{Connector, ConnectorFiles};

use super::samples::folder;

use super::security::{choices, way};

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

#[test]
fn every_kind_of_security_reads_back_and_is_undone_without_a_trace() {
    for sample in SAMPLES.iter() {
        let (name, connector) = (&sample.name, &sample.connector);
        let present = Security::of(connector, way(connector));
        assert!(present.set(connector, way(connector)).is_empty(), "{name}");
        for choice in choices().into_iter().step_by(2) {
            let changed = there_and_back(sample, choice.set(connector, way(connector)));
            assert_eq!(Security::of(&changed, way(&changed)), choice, "{name}");
        }
    }
}

#[test]
fn a_new_label_leaves_the_definition_and_all_other_parameters() {
    for sample in SAMPLES.iter() {
        let (name, connector) = (&sample.name, &sample.connector);
        let new = || "A new label".to_owned();
        let labelled = match Security::of(connector, way(connector)) {
            Security::Basic { user_label, .. } => Security::Basic {
                user_label,
                password_label: new(),
            },
            Security::ApiKey { name, location, .. } => Security::ApiKey {
                label: new(),
                name,
                location,
            },
            _ => continue,
        };
        let changed = there_and_back(sample, labelled.set(connector, way(connector)));
        assert_eq!(Security::of(&changed, way(&changed)), labelled, "{name}");
        let parameters = |connector: &Connector| {
            let list = connector
                .properties()
                .pointer("/properties/connectionParameters");
            list.and_then(|list| list.as_object())
                .cloned()
                .unwrap_or_default()
        };
        let (was, is) = (parameters(connector), parameters(&changed));
        let touched = was
            .iter()
            .filter(|(key, p)| is.get(*key) != Some(p))
            .count();
        assert!(touched <= 1, "{name}: {was:?} became {is:?}");
        assert_eq!(changed.definition(), connector.definition(), "{name}");
    }
}

#[test]
fn every_parameter_of_every_operation_is_found_where_it_says_it_is() {
    for sample in SAMPLES.iter() {
        let (name, connector) = (&sample.name, &sample.connector);
        for operation in operations(connector.definition()) {
            let found = operation.parameters();
            for p in &found {
                assert_eq!(
                    p.path().get(connector.definition()),
                    Some(p.json()),
                    "{name}"
                );
                let dangling = p.json().get("$ref").is_some() && p.origin() == Origin::Operation;
                assert!(!dangling, "{name}: {} {:?}", operation.key(), p.json());
            }
        }
    }
}

#[test]
fn an_operation_moves_to_a_new_address_with_its_parameters_and_is_deleted() {
    for sample in SAMPLES.iter() {
        let (name, connector) = (&sample.name, &sample.connector);
        let Some(operation) = operations(connector.definition()).next() else {
            continue;
        };
        let from = operation.key().clone();
        let Ok(address) = Address::parse(&format!("/moved{}", from.path)) else {
            continue;
        };
        let (to, edits) = move_operation(connector, &from, Method::Options, &address)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let names = |connector: &Connector, key: &OperationKey| {
            let found = operations(connector.definition()).find(|o| o.key() == key);
            let found = found.unwrap_or_else(|| panic!("{name}: {key}"));
            let mut names: Vec<String> = found
                .parameters()
                .iter()
                .filter(|p| p.location().is_none_or(|l| l.as_str() != "path"))
                .map(|p| p.name().to_owned())
                .collect();
            names.sort();
            names
        };
        let changed = there_and_back(sample, edits);
        assert_eq!(names(&changed, &to), names(connector, &from), "{name}");
        let mut deleted = changed.clone();
        if let Some(edit) = delete_operation(&changed, &to) {
            deleted.apply(&edit).unwrap();
        }
        let count = |connector: &Connector| operations(connector.definition()).count();
        assert_eq!(count(&deleted) + 1, count(connector), "{name}");
    }
}

#[test]
fn every_set_that_signs_people_in_yields_what_a_sign_in_needs_or_says_what_is_missing() {
    let (mut ready, mut lacking) = (0, 0);
    for sample in SAMPLES.iter() {
        let (name, connector) = (&sample.name, &sample.connector);
        let sets = Way::all(connector).into_iter();
        let sets = sets.filter_map(|way| Some((way.set(connector)?, OAuth::of(connector, way)?)));
        let mut places = Vec::new();
        for (set, oauth) in sets {
            let way = oauth.way();
            let label = format!("{name}, {}", set.name());
            assert_eq!(
                Way::of_connection(connector, set.name()),
                Ok(way),
                "{label}"
            );
            assert!(
                matches!(
                    way.authentication(connector),
                    Authentication::OAuth { parameter } if parameter == oauth.key()
                ),
                "{label}"
            );
            places.push(oauth.secret_place(connector));
            let given = |key: &str| {
                let parameters = way.parameters(connector);
                let is_asked = parameters.iter().any(|p| p.key() == key);
                is_asked.then(|| "acme.example.com".to_owned())
            };
            match oauth.flow(connector, None, &given) {
                Ok(flow) => {
                    assert!(flow.token.url.starts_with("https://"), "{label}");
                    assert!(!flow.client_id.is_empty(), "{label}");
                    ready += 1;
                }
                Err(error) => {
                    assert!(!error.to_string().is_empty(), "{label}");
                    lacking += 1;
                }
            }
        }
        let all = places.len();
        places.sort();
        places.dedup();
        assert_eq!(
            places.len(),
            all,
            "{name}: a secret of one set is another's"
        );
    }
    eprintln!("sets that sign people in: {ready} ready, {lacking} lack something");
    assert!(SAMPLES.is_empty() || ready > lacking);
}
