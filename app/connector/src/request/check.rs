//! What a maker filled in, against what the definition says of it. The form asks while it is filled in, the server before
//! it calls; both ask here.

use serde_json::Value;

use super::form::missing;
use super::{At, Checked, Inputs};
use crate::message::Message;
use crate::swagger::{
    Location, Operation, OperationKey, Parameter, Schema, Visibility, default_value,
};
use crate::validate::{Kind, Place, Violation, validate};

/// Something in a maker's inputs that is not as the definition says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFault {
    /// The parameter.
    pub at: At,
    /// Where in a body, as a JSON pointer; empty for the whole and outside of bodies. In a list in a query or a header it
    /// names the item.
    pub place: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It must be there and is not.
    Missing,
    /// It is not as its schema says: how, in a sentence that may quote it.
    Unfit(Message),
    /// The same of a value that is not to be seen (`format: password`): what kind of fault it is.
    Hidden(Kind),
}

/// What in the inputs of an operation is not as the definition says, as far as they are checked. What is missing outside of
/// bodies is not told: no request can be made of it, which says so.
#[must_use]
pub fn check_inputs(definition: &Value, key: &OperationKey, inputs: &Inputs) -> Vec<InputFault> {
    let Some(operation) = Operation::find(definition, key) else {
        return Vec::new();
    };
    let parameters = operation.parameters();
    let checked = parameters.iter().filter(|own| match inputs.checked {
        Checked::All => true,
        Checked::Parameters => own.location() != Some(Location::Body),
        Checked::Nothing => false,
    });
    checked
        .flat_map(|own| of_parameter(definition, own, inputs))
        .collect()
}

fn of_parameter(definition: &Value, own: &Parameter<'_>, inputs: &Inputs) -> Vec<InputFault> {
    let (Some(location), false) = (own.location(), own.visibility() == Visibility::Internal) else {
        return Vec::new();
    };
    let is_file = own.kind() == "file" || !inputs.files(location, own.name()).is_empty();
    let value = inputs.get(location, own.name()).filter(|_| !is_file);
    let path = match location {
        Location::Body => own.path().join("schema"),
        _ => own.path().clone(),
    };
    let (Some(value), Some(schema)) = (value, Schema::at(definition, &path)) else {
        return Vec::new();
    };
    let value = match location {
        Location::Body => value.clone(),
        _ => typed(own.json(), value),
    };
    let at = At {
        location,
        name: own.name().to_owned(),
    };
    let found = faults(definition, &schema, &value).into_iter();
    let named = found.map(|(place, fault)| InputFault {
        at: at.clone(),
        place,
        fault,
    });
    named.collect()
}

/// A value as its type has it: a text that reads as one is one, as it is sent as text in any case.
fn typed(described: &Value, value: &Value) -> Value {
    let kind = described.get("type").and_then(Value::as_str);
    match (value, kind) {
        (Value::String(text), Some(kind @ ("integer" | "number" | "boolean"))) => {
            let read = default_value(kind, text).ok().flatten();
            read.unwrap_or_else(|| value.clone())
        }
        (Value::Array(items), Some("array")) => {
            let own = described.get("items").unwrap_or(&Value::Null);
            items.iter().map(|item| typed(own, item)).collect()
        }
        _ => value.clone(),
    }
}

/// What in a value is not as its schema says, with the place of each as a JSON pointer into the value. Members that a form
/// does not ask for, and those with a default, are not missed.
#[must_use]
pub fn faults(root: &Value, schema: &Schema<'_>, value: &Value) -> Vec<(String, Fault)> {
    let found = validate(root, schema, value);
    let others = found.errors().filter(|own| own.kind != Kind::Required);
    let unfit = others.filter_map(|own| match &own.place {
        Place::Body(pointer) => Some((pointer.clone(), fault(root, own))),
        _ => None,
    });
    let missing = missing(schema, value).into_iter();
    let missing = missing.map(|place| (place.pointer(value), Fault::Missing));
    unfit.chain(missing).collect()
}

fn fault(root: &Value, violation: &Violation) -> Fault {
    let schema = root.pointer(&violation.schema);
    let format = schema.and_then(|schema| schema.get("format")?.as_str());
    match format.is_some_and(|format| format.eq_ignore_ascii_case("password")) {
        true => Fault::Hidden(violation.kind),
        false => Fault::Unfit(violation.message.clone()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Fault, check_inputs};
    use crate::request::{Checked, Inputs, prepare};
    use crate::swagger::{Location, Method, OperationKey};

    fn definition() -> Value {
        json!({ "swagger": "2.0", "host": "wood.example.com", "paths": { "/saws/{id}": { "post": {
            "parameters": [
                { "name": "id", "in": "path", "type": "string", "format": "uuid", "required": true },
                { "name": "limit", "in": "query", "type": "integer", "format": "int32", "minimum": 1, "maximum": 9,
                  "exclusiveMaximum": true, "multipleOf": 2 },
                { "name": "word", "in": "query", "type": "string", "minLength": 2, "maxLength": 3, "pattern": "^a" },
                { "name": "day", "in": "query", "type": "string", "format": "date" },
                { "name": "at", "in": "header", "type": "string", "format": "date-time" },
                { "name": "wood", "in": "query", "type": "string", "enum": ["oak", "ash"] },
                { "name": "teeth", "in": "query", "type": "array", "items": { "type": "integer", "maximum": 5 },
                  "minItems": 2, "uniqueItems": true },
                { "name": "pin", "in": "query", "type": "string", "format": "password", "maxLength": 4 },
                { "name": "inner", "in": "query", "type": "integer", "x-ms-visibility": "internal" },
                { "name": "body", "in": "body", "schema": { "type": "object", "required": ["name", "depth"],
                  "properties": { "name": { "type": "string", "minLength": 1 }, "depth": { "type": "integer" },
                    "code": { "type": "string", "format": "password", "pattern": "^[0-9]+$" } } } } ],
            "responses": {} } } } })
    }

    fn key() -> OperationKey {
        OperationKey::new("/saws/{id}", Method::Post)
    }

    /// The place and the kind of each fault of a value.
    fn faults(location: Location, name: &str, value: Value) -> Vec<(String, Fault)> {
        let inputs = Inputs::default().with(location, name, value);
        let found = check_inputs(&definition(), &key(), &inputs);
        assert!(
            found
                .iter()
                .all(|own| own.at.name == name && own.at.location == location)
        );
        found
            .into_iter()
            .map(|own| (own.place, own.fault))
            .collect()
    }

    #[test]
    fn each_word_of_a_schema_is_held_against_what_is_filled_in() {
        let (path, query, header) = (Location::Path, Location::Query, Location::Header);
        for (location, name, good, bad) in [
            (
                path,
                "id",
                json!("5f0c1a52-3a0f-4c9d-9f5b-6f2b8d5a1c11"),
                json!("5f0c"),
            ),
            (query, "limit", json!(2), json!(0)),
            (query, "limit", json!("8"), json!("10")),
            (query, "limit", json!(4), json!(3)),
            (query, "limit", json!(6), json!("two")),
            (query, "limit", json!(6), json!(4_000_000_000_u32)),
            (query, "word", json!("abc"), json!("a")),
            (query, "word", json!("ab"), json!("abcd")),
            (query, "word", json!("aü"), json!("bb")),
            (query, "day", json!("2026-11-30"), json!("30.11.2026")),
            (
                header,
                "at",
                json!("2026-11-30T03:20:00Z"),
                json!("2026-11-30 03:20"),
            ),
            (query, "wood", json!("oak"), json!("elm")),
            (query, "teeth", json!([1, "2"]), json!([1])),
            (query, "teeth", json!([1, 2]), json!([1, 1])),
            (query, "inner", json!(1), json!(1)),
        ] {
            assert_eq!(faults(location, name, good.clone()), [], "{name} {good}");
            let found = faults(location, name, bad.clone());
            let expected = usize::from(name != "inner");
            assert!(found.len() >= expected, "{name} {bad}");
            assert!(
                found
                    .iter()
                    .all(|(place, fault)| place.is_empty() && matches!(fault, Fault::Unfit(_)))
            );
        }
        // The bound itself is out where it is exclusive; a list names its item.
        let exclusive = json!({ "limit": 9 });
        assert!(!faults(query, "limit", exclusive["limit"].clone()).is_empty());
        let item = faults(query, "teeth", json!([1, 9]));
        assert_eq!(item[0].0, "/1");
    }

    #[test]
    fn members_of_a_body_are_missed_and_secrets_are_not_quoted() {
        let body = json!({ "name": "", "code": "not for anybody" });
        let found = faults(Location::Body, "body", body);
        let places: Vec<_> = found.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(places, ["/name", "/code", "/depth"]);
        assert_eq!(found[2].1, Fault::Missing);
        let long = faults(Location::Query, "pin", json!("98765"));
        let told = format!("{found:?} {long:?}");
        assert!(matches!(long[0].1, Fault::Hidden(_)), "{told}");
        assert!(
            !told.contains("anybody") && !told.contains("98765"),
            "{told}"
        );
    }

    #[test]
    fn what_is_not_checked_is_sent_as_it_is() {
        let id = "5f0c1a52-3a0f-4c9d-9f5b-6f2b8d5a1c11";
        let mut inputs = Inputs::default()
            .with(Location::Path, "id", id)
            .with(Location::Query, "limit", "two")
            .with(Location::Query, "teeth", json!(["x", 1, null]))
            .with(Location::Body, "body", json!(1));
        assert_eq!(check_inputs(&definition(), &key(), &inputs).len(), 4);
        assert!(prepare(&definition(), &key(), &inputs).is_err());
        inputs.checked = Checked::Parameters;
        let found = check_inputs(&definition(), &key(), &inputs);
        assert!(found.iter().all(|own| own.at.location == Location::Query));
        inputs.checked = Checked::Nothing;
        assert_eq!(check_inputs(&definition(), &key(), &inputs), []);
        let sent = prepare(&definition(), &key(), &inputs);
        let told = sent.map(|sent| (sent.url, sent.body));
        let url = format!("https://wood.example.com/saws/{id}?limit=two&teeth=x,1,null");
        assert_eq!(told, Ok((url, Some(b"1".to_vec()))));
        // What the path needs cannot be left out.
        let nothing = Inputs {
            checked: Checked::Nothing,
            ..Inputs::default()
        };
        assert!(prepare(&definition(), &key(), &nothing).is_err());
    }
}
