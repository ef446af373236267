//! What a name in an extension means: a parameter, or a property of a body.

use serde_json::Value;

use crate::lint::model::{Model, OperationNode};
use crate::swagger::{Location, Parameter};

/// What a schema has at the end of a path string (spec section D.3).
pub(super) enum Found<'a> {
    /// This schema.
    Schema(&'a Value),
    /// Nothing: the schema says what it has, and it is not that.
    Nothing,
    /// Nobody knows: the schema does not say what it has there.
    Unknown,
}

/// How many schemas are looked at for one path string, however they refer to one another.
const MAX_STEPS: usize = 200;

/// Goes along a path string through a schema. Capital letters do not count, as for the platform.
pub(super) fn along<'a>(model: &Model<'a>, schema: &'a Value, path: &str) -> Found<'a> {
    let mut here = schema;
    let mut steps = MAX_STEPS;
    for name in path.split('/').filter(|name| !name.is_empty()) {
        match property(model, here, name, &mut steps) {
            Found::Schema(next) => here = next,
            end => return end,
        }
    }
    model.schema(here).map_or(Found::Unknown, Found::Schema)
}

/// A property of a schema, or of what it is put together from.
fn property<'a>(model: &Model<'a>, schema: &'a Value, name: &str, steps: &mut usize) -> Found<'a> {
    *steps = steps.saturating_sub(1);
    let Some(schema) = model.schema(schema).filter(|_| *steps > 0) else {
        return Found::Unknown;
    };
    let properties = schema.get("properties").and_then(Value::as_object);
    let exact = properties.and_then(|all| all.get(name));
    let near = || {
        let mut all = properties.into_iter().flatten();
        all.find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, schema)| schema)
    };
    if let Some(found) = exact.or_else(near) {
        return Found::Schema(found);
    }
    let mut unknown = is_open(schema) || properties.is_none() && schema.get("allOf").is_none();
    let parts = schema.get("allOf").and_then(Value::as_array);
    for part in parts.into_iter().flatten() {
        match property(model, part, name, steps) {
            Found::Schema(found) => return Found::Schema(found),
            Found::Unknown => unknown = true,
            Found::Nothing => {}
        }
    }
    if unknown {
        Found::Unknown
    } else {
        Found::Nothing
    }
}

/// Whether the schema may have more than it says.
fn is_open(schema: &Value) -> bool {
    let more = schema.get("additionalProperties");
    more.is_some_and(|more| *more != Value::Bool(false))
        || schema.get("x-ms-dynamic-schema").is_some()
        || schema.get("x-ms-dynamic-properties").is_some()
}

/// What a name means in an operation's input.
pub(super) struct Meant<'m, 'a> {
    /// The parameter of this name.
    pub(super) parameter: Option<&'m Parameter<'a>>,
    /// The property of the body, or of an object, that the name is a path to.
    pub(super) property: Found<'a>,
}

/// What a name, or the path of a property, means in an operation's input.
pub(super) fn meant<'m, 'a>(
    model: &Model<'a>,
    operation: &'m OperationNode<'a>,
    name: &str,
) -> Meant<'m, 'a> {
    let parameters = operation.parameters();
    let exact = parameters.iter().find(|parameter| parameter.name() == name);
    let near = || {
        parameters
            .iter()
            .find(|parameter| parameter.name().eq_ignore_ascii_case(name))
    };
    Meant {
        parameter: exact.or_else(near),
        property: in_body(model, operation, name),
    }
}

fn in_body<'a>(model: &Model<'a>, operation: &OperationNode<'a>, name: &str) -> Found<'a> {
    let Some(body) = operation.parameters_in(Location::Body).next() else {
        return Found::Nothing;
    };
    let Some(schema) = body.schema() else {
        return Found::Unknown;
    };
    // The path may begin with the name of the body.
    if let Some((first, rest)) = name.split_once('/')
        && first.eq_ignore_ascii_case(body.name())
        && let Found::Schema(found) = along(model, schema, rest)
    {
        return Found::Schema(found);
    }
    along(model, schema, name)
}

/// The schema that an operation answers with when it succeeds.
pub(super) fn answer<'a>(model: &Model<'a>, operation: &OperationNode<'a>) -> Option<&'a Value> {
    let described = |(_, response): (&str, &'a Value)| model.response(response)?.get("schema");
    let successful = operation
        .responses()
        .filter(|(status, _)| status.starts_with('2'));
    let default = operation
        .responses()
        .filter(|(status, _)| *status == "default");
    successful
        .filter_map(described)
        .next()
        .or_else(|| default.filter_map(described).next())
}
