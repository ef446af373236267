//! Rules of operations.

mod counts;
mod identity;
mod media;
mod parameters;
mod paths;
mod responses;
mod revisions;
mod texts;

use serde_json::{Value, json};
use tenon_connector::Connector;

use super::{Case, definition, prove};

pub(crate) fn cases() -> Vec<Case> {
    let themes: [fn() -> Vec<Case>; 8] = [
        counts::cases,
        identity::cases,
        media::cases,
        parameters::cases,
        paths::cases,
        responses::cases,
        revisions::cases,
        texts::cases,
    ];
    themes.iter().flat_map(|cases| cases()).collect()
}

/// A connector with these paths; each operation that says no more than its ID gets a response.
fn paths(paths: Value) -> Connector {
    definition(json!({ "paths": paths }))
}

/// An operation of this ID with a response.
fn named(id: &str) -> Value {
    json!({ "operationId": id, "responses": { "200": { "description": "The answer." } } })
}

#[test]
fn rules_of_operations() {
    prove(cases());
}
