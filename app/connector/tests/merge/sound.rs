//! What two people make of a real connector, each soundly, is sound when it is merged without a conflict.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value, json};
use tenon_connector::document::{Edit, Path};
use tenon_connector::lint::{Profile, Severity, lint};
use tenon_connector::merge::merge;
use tenon_connector::swagger::{
    Address, Location, Method, Operation, Shared, add_operation, add_parameter, add_shared,
    delete_operation, delete_parameter, delete_shared, free_operation_id, move_operation,
    operations, relocate_parameter, rename_parameter, rename_shared,
};
use tenon_connector::{Connector, Part};

use super::samples::connectors;

/// The largest definition that is taken, in bytes: lint looks at each merge.
const MAX_BYTES: usize = 12_000;

static SAMPLES: LazyLock<Vec<Connector>> = LazyLock::new(|| {
    let all = connectors().into_iter().map(|(_, connector)| connector);
    let small = all.filter(|one| one.part(Part::Definition).source_len() <= MAX_BYTES);
    small
        .filter(|one| operations(one.definition()).count() > 1)
        .collect()
});

/// What somebody does: what kind of thing, to which one, and how.
type Deed = (u8, u8, u8);

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    prop::collection::vec((0..15u8, any::<u8>(), any::<u8>()), 1..3)
}

/// One of the first few: both sides are to meet.
fn pick<T>(all: &[T], number: u8) -> Option<&T> {
    all.get(usize::from(number) % all.len().clamp(1, 3))
}

/// The edits of a deed; none where there is nothing to do it to.
fn edits(connector: &Connector, (kind, which, how): Deed) -> Option<Vec<Edit>> {
    let definition = connector.definition();
    let all: Vec<Operation<'_>> = operations(definition).collect();
    let operation = pick(&all, which)?;
    let key = operation.key();
    let parameters = operation.parameters();
    let parameter = pick(&parameters, how);
    let shared = *pick(
        &[Shared::Definition, Shared::Parameter, Shared::Response],
        how / 16,
    )?;
    let names = definition.get(shared.key()).and_then(Value::as_object);
    let names: Vec<&String> = names.into_iter().flatten().map(|(name, _)| name).collect();
    let new = format!("new{}", how % 3);
    let one = |edit: Option<Edit>| edit.map(|edit| vec![edit]);
    match kind {
        0 => one(delete_operation(connector, key)),
        1 => {
            let paths = [format!("/{new}"), key.path.clone(), key.path.to_uppercase()];
            let address = Address::parse(pick(&paths, which)?).ok()?;
            let method = *pick(&Method::ALL, how)?;
            let id = free_operation_id(definition, "New");
            let (_, edits) = add_operation(connector, method, &address, &id, "New").ok()?;
            Some(edits)
        }
        2 | 3 => {
            let path = format!("{}/{new}", key.path);
            let path = if kind == 2 { &path } else { &key.path };
            let address = Address::parse(path).ok()?;
            let method = *pick(&[key.method, Method::Put, Method::Patch], how)?;
            Some(move_operation(connector, key, method, &address).ok()?.1)
        }
        4 => {
            let place = key.location().join("operationId");
            one(connector.set(Part::Definition, &place, Some(json!(new))))
        }
        5 => {
            let location = *pick(&[Location::Query, Location::Header, Location::Body], how)?;
            one(add_parameter(connector, key, &new, location).ok()?)
        }
        6 => one(delete_parameter(connector, key, parameter?.path())),
        7 => one(rename_parameter(connector, key, parameter?, &new).ok()?),
        8 => one(relocate_parameter(connector, key, parameter?, Location::Header).ok()?),
        9 => {
            let json = match shared {
                Shared::Definition => json!({"type": "object"}),
                Shared::Parameter => json!({"name": new, "in": "query", "type": "string"}),
                Shared::Response => json!({"description": "New"}),
            };
            add_shared(connector, shared, &new, json).ok()
        }
        10 => delete_shared(connector, shared, pick(&names, which)?).ok(),
        11 => rename_shared(connector, shared, pick(&names, which)?, &new).ok(),
        12 => {
            let reference = json!({"$ref": shared.reference(pick(&names, how)?)});
            let place = key.location();
            let (place, value) = match shared {
                Shared::Definition => {
                    let response = json!({"description": "New", "schema": reference});
                    (place.join("responses").join("200"), response)
                }
                Shared::Response => (place.join("responses").join("404"), reference),
                Shared::Parameter => {
                    let list = operation.json().get("parameters").and_then(Value::as_array);
                    let list = list.into_iter().flatten().cloned();
                    let list: Vec<Value> = list.chain([reference]).collect();
                    (place.join("parameters"), json!(list))
                }
            };
            one(connector.set(Part::Definition, &place, Some(value)))
        }
        13 => {
            let place = Path::of(["properties", "scriptOperations"]);
            let list = connector
                .get(Part::Properties, &place)
                .and_then(Value::as_array);
            let list = list.into_iter().flatten().cloned();
            let list: Vec<Value> = list.chain([json!(operation.operation_id())]).collect();
            one(connector.set(Part::Properties, &place, Some(json!(list))))
        }
        _ => {
            let asked = pick(&all, how)?.operation_id();
            let place = parameter?.path().join("x-ms-dynamic-values");
            let values = json!({"operationId": asked, "value-path": "id"});
            one(connector.set(Part::Definition, &place, Some(values)))
        }
    }
}

/// The connector after these deeds, without those that bring errors.
fn after(connector: &Connector, deeds: &[Deed]) -> Connector {
    let mut changed = connector.clone();
    for deed in deeds {
        let mut next = changed.clone();
        for edit in edits(&changed, *deed).unwrap_or_default() {
            next.apply(&edit).unwrap();
        }
        if errors(&next).is_subset(&errors(&changed)) {
            changed = next;
        }
    }
    changed
}

/// The errors, each by its rule and what it says. An operation that was moved takes its errors along, so places do not
/// tell them apart.
fn errors(connector: &Connector) -> BTreeSet<String> {
    let findings = lint(connector, Profile::Custom).into_iter();
    let errors = findings.filter(|finding| finding.severity == Severity::Error);
    errors
        .map(|finding| format!("{}: {}", finding.rule.id, finding.message))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_merge_without_conflicts_brings_no_error_that_neither_side_had(
        which in any::<prop::sample::Index>(), mine in deeds(), theirs in deeds()
    ) {
        if SAMPLES.is_empty() {
            return Ok(());
        }
        let base = which.get(&SAMPLES);
        let (mine, theirs) = (after(base, &mine), after(base, &theirs));
        let merged = merge(base, &mine, &theirs);
        if merged.conflicts.is_empty() {
            let known: BTreeSet<_> = errors(&mine).union(&errors(&theirs)).cloned().collect();
            let new: Vec<_> = errors(&merged.connector).difference(&known).cloned().collect();
            prop_assert!(new.is_empty(), "{}: {new:#?}", base.title());
        }
    }
}
