//! The call of an operation that supplies something while a call is filled in: choices, the fields of an object, a
//! level of a tree (spec sections D.3 and D.4).

use serde_json::Value;

use super::Inputs;
use super::form::with_value;
use crate::document::{Path, Step};
use crate::message::{Message, error_of_message, message};
use crate::swagger::{
    Argument, Dynamic, DynamicKind, Location, Operation, OperationKey, Source, operations,
};

/// What is supplied, as errors name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supplied {
    /// Values among which one chooses.
    Choices,
    /// A schema, which the form shows as fields.
    Fields,
    /// The items of a level of a tree.
    Items,
}

impl Supplied {
    fn message(self) -> Message {
        match self {
            Self::Choices => message!("choices"),
            Self::Fields => message!("fields"),
            Self::Items => message!("items of the tree"),
        }
    }

    fn of(kind: DynamicKind) -> Self {
        match kind {
            DynamicKind::Values | DynamicKind::List => Self::Choices,
            DynamicKind::Schema | DynamicKind::Properties => Self::Fields,
            DynamicKind::Tree => Self::Items,
        }
    }
}

error_of_message!(Supplied);

/// Why the call cannot be made (yet): what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupplyError {
    /// The definition names no operation, or nothing else that supplies it.
    NoSource(Supplied),
    /// The definition has no operation of this id.
    NoOperation(Supplied, String),
    /// What supplies them is the platform's own.
    OfThePlatform(Supplied, String),
    /// The operation has no parameter of this name.
    NoParameter(Supplied, String),
    /// They depend on a value that is not filled in.
    Missing(Supplied, String),
    /// The item that is to be opened has nothing at this path, with which its items are asked for.
    NotSelected(String),
}

error_of_message!(SupplyError);

impl SupplyError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoSource(supplied) => message!(
                "The definition does not say which operation supplies the {supplied}. Enter a value by hand, or mend the definition.",
                supplied
            ),
            Self::NoOperation(supplied, operation) => message!(
                "The {supplied} come from the operation “{operation}”, which the definition does not have. Enter a value by hand, or mend the definition.",
                supplied,
                operation
            ),
            Self::OfThePlatform(supplied, capability) => message!(
                "The {supplied} come from “{capability}” of the platform, which a test call does not have. Enter a value by hand.",
                supplied,
                capability
            ),
            Self::NoParameter(supplied, name) => message!(
                "The operation that supplies the {supplied} has no parameter “{name}”. Mend the definition.",
                supplied,
                name
            ),
            Self::Missing(supplied, name) => message!(
                "The {supplied} depend on “{name}”. Fill it in first.",
                supplied,
                name
            ),
            Self::NotSelected(path) => message!(
                "The item has nothing at “{path}”, by which the items in it are asked for. Compare the answer with the definition.",
                path
            ),
        }
    }
}

/// The call that supplies something, with what is filled in so far; for `browse` of a tree with the item that is
/// opened.
///
/// # Errors
/// When it cannot be made (yet).
pub fn supply_call(
    definition: &Value,
    dynamic: &Dynamic<'_>,
    given: &Inputs,
    opened: Option<&Value>,
) -> Result<(OperationKey, Inputs), SupplyError> {
    let supplied = Supplied::of(dynamic.kind());
    let id = match dynamic.source() {
        Some(Source::Operation(id)) => id,
        Some(Source::Capability(name) | Source::BuiltIn(name)) => {
            return Err(SupplyError::OfThePlatform(supplied, name.to_owned()));
        }
        None => return Err(SupplyError::NoSource(supplied)),
    };
    let mut all = operations(definition);
    let operation = all
        .find(|operation| operation.operation_id() == id)
        .ok_or_else(|| SupplyError::NoOperation(supplied, id.to_owned()))?;
    let mut inputs = Inputs::default();
    for (name, argument) in dynamic.arguments() {
        let value = match argument {
            Argument::Literal(value) => value.clone(),
            Argument::Reference(path) => given_at(given, path)
                .ok_or_else(|| SupplyError::Missing(supplied, path.to_owned()))?,
            Argument::Selected(path) => opened
                .and_then(|item| at(item, path))
                .filter(|value| !value.is_null())
                .ok_or_else(|| SupplyError::NotSelected(path.to_owned()))?
                .clone(),
        };
        put(supplied, &operation, &mut inputs, name, value)?;
    }
    Ok((operation.key().clone(), inputs))
}

/// The value that is filled in for a parameter, or for what a path in its body leads to.
fn given_at(given: &Inputs, path: &str) -> Option<Value> {
    let named = |name: &str| {
        let mut places = given.values.values();
        places.find_map(|place| place.get(name).filter(|value| !value.is_null()))
    };
    // A name may hold a slash itself.
    if let Some(value) = named(path) {
        return Some(value.clone());
    }
    let Some((name, rest)) = path.split_once('/') else {
        // The older style knows the members of a body by their names alone.
        let mut bodies = given.values.get(&Location::Body)?.values();
        let member = bodies.find_map(|body| body.get(path));
        return member.filter(|value| !value.is_null()).cloned();
    };
    let mut value = named(name)?;
    for step in rest.split('/') {
        value = value.get(step)?;
    }
    (!value.is_null()).then(|| value.clone())
}

fn put(
    supplied: Supplied,
    operation: &Operation<'_>,
    inputs: &mut Inputs,
    name: &str,
    value: Value,
) -> Result<(), SupplyError> {
    let parameters = operation.parameters();
    let place = |name: &str| -> Option<Location> {
        parameters.iter().find(|own| own.name() == name)?.location()
    };
    let (name, rest) = match (place(name), name.split_once('/')) {
        (None, Some((first, rest))) => (first, Some(rest)),
        _ => (name, None),
    };
    let location =
        place(name).ok_or_else(|| SupplyError::NoParameter(supplied, name.to_owned()))?;
    let named = inputs.values.entry(location).or_default();
    let value = match rest {
        None => value,
        Some(rest) => {
            let old = named.get(name).cloned().unwrap_or(Value::Null);
            with_value(
                &old,
                &Path::of(rest.split('/').map(Step::from)),
                Some(value),
            )
        }
    };
    named.insert(name.to_owned(), value);
    Ok(())
}

/// What a path string leads to: steps between slashes, in any letter case, `~1` for a slash within a step; itself for
/// an empty one.
pub(super) fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    let mut found = value;
    for step in path.split('/').filter(|step| !step.is_empty()) {
        let plain = step.replace("~1", "/").replace("~0", "~");
        found = match found {
            Value::Object(members) => members.get(step).or_else(|| {
                let named = |(name, _): &(&String, &Value)| {
                    name.eq_ignore_ascii_case(step) || name.eq_ignore_ascii_case(&plain)
                };
                members.iter().find(named).map(|(_, member)| member)
            })?,
            Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use serde_json::{Value, json};

    use super::{Supplied, SupplyError, at, supply_call};
    use crate::document::Path;
    use crate::request::Inputs;
    use crate::request::choices::supplied_choices;
    use crate::request::tree::supplied_tree;
    use crate::swagger::{Location, OperationKey};

    fn definition() -> Value {
        json!({ "paths": {
            "/woods": { "get": { "operationId": "ListWoods", "parameters": [
                { "name": "shop", "in": "query", "type": "string" }
            ] } },
            "/grains": { "post": { "operationId": "ListGrains", "parameters": [
                { "name": "body", "in": "body", "schema": {} }
            ] } }
        } })
    }

    fn older(arguments: Value) -> Value {
        json!({ "x-ms-dynamic-values": {
            "operationId": "ListWoods", "parameters": arguments,
            "value-collection": "result/items", "value-path": "id", "value-title": "Name"
        } })
    }

    fn call(
        definition: &Value,
        holder: &Value,
        given: &Inputs,
    ) -> Result<(OperationKey, Inputs), SupplyError> {
        let dynamic = supplied_choices(holder, &Path::root()).unwrap();
        supply_call(definition, &dynamic, given, None)
    }

    #[test]
    fn the_call_takes_what_is_filled_in() {
        let definition = definition();
        let holder = older(json!({ "shop": { "parameter": "store" } }));
        let missing = call(&definition, &holder, &Inputs::default());
        assert_eq!(
            missing,
            Err(SupplyError::Missing(Supplied::Choices, "store".to_owned()))
        );
        let of_the_body =
            Inputs::default().with(Location::Body, "body", json!({ "store": "south" }));
        let (_, inputs) = call(&definition, &holder, &of_the_body).unwrap();
        assert_eq!(inputs.get(Location::Query, "shop"), Some(&json!("south")));
        let given = of_the_body.with(Location::Header, "store", "north");
        let (operation, inputs) = call(&definition, &holder, &given).unwrap();
        assert_eq!(operation.to_string(), "GET /woods");
        assert_eq!(
            inputs,
            Inputs::default().with(Location::Query, "shop", "north")
        );
    }

    #[test]
    fn the_newer_style_reaches_into_bodies_and_goes_first() {
        let definition = definition();
        let mut holder = older(json!({}));
        holder["x-ms-dynamic-list"] = json!({
            "operationId": "ListGrains", "itemValuePath": "id", "parameters": {
                "body/filter/wood": { "parameterReference": "body/wood" },
                "body/limit": { "value": 5 }
            }
        });
        let given = Inputs::default().with(Location::Body, "body", json!({ "wood": "oak" }));
        let (operation, inputs) = call(&definition, &holder, &given).unwrap();
        assert_eq!(operation.to_string(), "POST /grains");
        let body = json!({ "filter": { "wood": "oak" }, "limit": 5 });
        assert_eq!(inputs.get(Location::Body, "body"), Some(&body));
    }

    #[test]
    fn what_cannot_be_called_is_said() {
        let definition = definition();
        let made = |holder: Value| call(&definition, &holder, &Inputs::default());
        let of = |dynamic: Value| json!({ "x-ms-dynamic-values": dynamic });
        assert_eq!(
            made(of(json!({ "operationId": "Gone" }))),
            Err(SupplyError::NoOperation(
                Supplied::Choices,
                "Gone".to_owned()
            ))
        );
        assert_eq!(
            made(of(json!({ "capability": "file-picker" }))),
            Err(SupplyError::OfThePlatform(
                Supplied::Choices,
                "file-picker".to_owned()
            ))
        );
        assert_eq!(
            made(older(json!({ "city": "Ulm" }))),
            Err(SupplyError::NoParameter(
                Supplied::Choices,
                "city".to_owned()
            ))
        );
    }

    #[test]
    fn what_is_opened_is_asked_for_by_what_the_item_says() {
        let definition = definition();
        let holder = json!({ "x-ms-dynamic-tree": { "browse": {
            "operationId": "ListWoods", "parameters": { "shop": { "selectedItemValuePath": "key/id" } }
        } } });
        let tree = supplied_tree(&holder, &Path::root()).unwrap();
        let browse = tree.browse().unwrap();
        let asked = |item: Value| {
            supply_call(&definition, &browse, &Inputs::default(), Some(&item))
                .map(|(_, inputs)| inputs.get(Location::Query, "shop").cloned())
        };
        assert_eq!(asked(json!({ "Key": { "ID": 7 } })), Ok(Some(json!(7))));
        assert_eq!(
            asked(json!({ "key": {} })),
            Err(SupplyError::NotSelected("key/id".to_owned()))
        );
    }

    #[test]
    fn paths_take_any_letter_case_and_names_with_slashes() {
        let value = json!({ "A/b": [{ "c~d": 1 }], "x": { "y": 2 } });
        let cases = [
            ("", Some(value.clone())),
            ("X/Y", Some(json!(2))),
            ("/x/y", Some(json!(2))),
            ("a~1b/0/c~0d", Some(json!(1))),
            ("a/b", None),
            ("x/y/z", None),
        ];
        for (path, wanted) in cases {
            assert_eq!(at(&value, path).cloned(), wanted, "{path}");
        }
    }
}
