//! What lint finds: for each rule a connector that breaks it and one that keeps it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

mod corpus;
mod dynamic;
mod general;
mod linter;
mod mutations;
mod operations;
mod properties;
mod registry;
#[path = "../samples/mod.rs"]
mod samples;
mod schemas;
mod security;
mod sound;
mod structure;
mod triggers;

use serde_json::{Map, Value, json};
use tenon_connector::document::Document;
use tenon_connector::lint::{Finding, Profile, lint};
use tenon_connector::{Connector, Part};

/// What a theme proves about one rule: for each case the rule, the connector, and the pointers at which
/// it must be found (none: it must be silent).
pub(crate) struct Case {
    rule: &'static str,
    connector: Connector,
    at: Option<&'static str>,
}

/// The rule finds something at this pointer of this connector.
fn fires(rule: &'static str, connector: Connector, at: &'static str) -> Case {
    let at = Some(at);
    Case {
        rule,
        connector,
        at,
    }
}

/// The rule finds nothing in this connector, although it looks at what it is about.
fn silent(rule: &'static str, connector: Connector) -> Case {
    let at = None;
    Case {
        rule,
        connector,
        at,
    }
}

/// A connector with a sound frame around what the case is about: `more` replaces or adds members
/// of the root of the definition.
fn definition(more: Value) -> Connector {
    let mut root = json!({
        "swagger": "2.0",
        "info": { "title": "Parcels", "description": "Follows parcels on their way.", "version": "1.0" },
        "host": "api.parcels.test",
        "basePath": "/",
        "schemes": ["https"],
        "paths": {}
    });
    merge(&mut root, more);
    let properties = json!({ "properties": {
        "connectionParameters": {}, "iconBrandColor": "#1b5e20", "capabilities": []
    }});
    Connector::new(Document::new(root), Document::new(properties))
}

/// A connector with one operation, `GET /parcels`, and `more` in it.
fn operation(more: Value) -> Connector {
    let mut operation = json!({
        "operationId": "ListParcels",
        "summary": "List parcels",
        "description": "Lists the parcels that are on their way.",
        "responses": { "200": { "description": "The parcels." } }
    });
    merge(&mut operation, more);
    definition(json!({ "paths": { "/parcels": { "get": operation } } }))
}

/// A connector with one query parameter, `state` of type string, and `more` in it.
fn parameter(more: Value) -> Connector {
    let mut parameter = json!({
        "name": "state", "in": "query", "type": "string",
        "description": "The state of the parcels.", "x-ms-summary": "State"
    });
    merge(&mut parameter, more);
    operation(json!({ "parameters": [parameter] }))
}

/// A connector with one schema under `definitions`, `Parcel`, which nothing refers to.
fn schema(schema: Value) -> Connector {
    definition(json!({ "definitions": { "Parcel": schema } }))
}

/// A connector with a sound definition and `more` in its properties.
fn properties(more: Value) -> Connector {
    let mut properties = json!({
        "connectionParameters": {}, "iconBrandColor": "#1b5e20", "capabilities": []
    });
    merge(&mut properties, more);
    let properties = Document::new(json!({ "properties": properties }));
    Connector::new(
        definition(json!({})).part(Part::Definition).clone(),
        properties,
    )
}

/// Puts the members of `more` into `target`; `null` takes one away.
fn merge(target: &mut Value, more: Value) {
    let target: &mut Map<String, Value> = target.as_object_mut().unwrap();
    let Value::Object(more) = more else {
        panic!("an object is expected")
    };
    for (key, value) in more {
        if value.is_null() {
            target.shift_remove(&key);
        } else {
            target.insert(key, value);
        }
    }
}

/// The findings of one rule, in the profile that asks for all rules.
fn found(connector: &Connector, rule: &str) -> Vec<Finding> {
    let mut findings = lint(connector, Profile::IndependentPublisher);
    findings.retain(|finding| finding.rule.id == rule);
    findings
}

/// Proves each case, and that a fix mends what it is offered for, and that Undo takes it back.
fn prove(cases: Vec<Case>) {
    for Case {
        rule,
        connector,
        at,
    } in cases
    {
        let findings = found(&connector, rule);
        let pointers: Vec<String> = findings.iter().map(|f| pointer(&connector, f)).collect();
        match at {
            None => assert!(
                findings.is_empty(),
                "{rule} should be silent: {findings:#?}"
            ),
            Some(at) => {
                let every = lint(&connector, Profile::IndependentPublisher);
                assert!(
                    pointers.iter().any(|pointer| pointer == at),
                    "{rule} should fire at {at}, but fires at {pointers:?}; all findings: {every:#?}"
                );
            }
        }
        for finding in &findings {
            assert!(!finding.message.to_string().is_empty());
            prove_fix(&connector, finding);
        }
    }
}

fn pointer(connector: &Connector, finding: &Finding) -> String {
    finding.path.pointer(connector.part(finding.part).root())
}

fn prove_fix(connector: &Connector, finding: &Finding) {
    let Some(fix) = &finding.fix else { return };
    let rule = finding.rule.id;
    let action = fix.action(connector);
    let action = action.unwrap_or_else(|| panic!("the fix of {rule} does not fit: {fix:?}"));
    let mut mended = connector.clone();
    let undo = mended.apply_action(&action).unwrap();
    let same_place =
        |other: &Finding| other.path == finding.path && other.message == finding.message;
    assert!(
        !found(&mended, rule).iter().any(same_place),
        "the fix of {rule} does not mend it: {fix:?}"
    );
    mended.apply_action(&undo).unwrap();
    assert_eq!(mended.to_files(), connector.to_files());
}
