//! The call by which a connector tells whether a connection works: `testConnection` among its capabilities.

use serde_json::Value;

use super::Inputs;
use crate::document::Path;
use crate::swagger::{Operation, OperationKey, operations};

/// A call that succeeds where a connection works.
#[derive(Clone, Debug, PartialEq)]
pub struct ConnectionTest {
    /// The operation.
    pub key: OperationKey,
    /// What is filled in for it.
    pub inputs: Inputs,
}

impl ConnectionTest {
    /// The call that a definition names; none where it names none, or an operation that is not there. Parameters that
    /// the operation does not have are left out.
    #[must_use]
    pub fn of(definition: &Value) -> Option<Self> {
        let test = Path::of(["x-ms-capabilities", "testConnection"]).get(definition)?;
        let id = test.get("operationId")?.as_str()?;
        let mut all = operations(definition);
        let operation = all.find(|operation| operation.operation_id() == id)?;
        let given = test.get("parameters").and_then(Value::as_object);
        let given = given.into_iter().flatten();
        let inputs = given.fold(Inputs::default(), |inputs, (name, value)| {
            with(inputs, &operation, name, value)
        });
        Some(Self {
            key: operation.key().clone(),
            inputs,
        })
    }
}

fn with(inputs: Inputs, operation: &Operation<'_>, name: &str, value: &Value) -> Inputs {
    let parameters = operation.parameters();
    let own = parameters.iter().find(|parameter| parameter.name() == name);
    match own.and_then(|own| own.location()) {
        Some(location) => inputs.with(location, name, value.clone()),
        None => inputs,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::ConnectionTest;
    use crate::request::Inputs;
    use crate::swagger::{Location, Method, OperationKey};

    fn definition(capability: Value) -> Value {
        json!({ "swagger": "2.0", "x-ms-capabilities": { "testConnection": capability }, "paths": { "/me": { "get": {
            "operationId": "WhoAmI", "parameters": [ { "name": "brief", "in": "query", "type": "boolean" } ] } } } })
    }

    #[test]
    fn the_operation_is_found_with_the_values_of_its_parameters() {
        let capability =
            json!({ "operationId": "WhoAmI", "parameters": { "brief": true, "gone": 1 } });
        let found = ConnectionTest::of(&definition(capability));
        let expected = ConnectionTest {
            key: OperationKey::new("/me", Method::Get),
            inputs: Inputs::default().with(Location::Query, "brief", true),
        };
        assert_eq!(found, Some(expected));
    }

    #[test]
    fn what_names_no_operation_is_no_test() {
        for capability in [
            json!({}),
            json!({ "operationId": "Gone" }),
            json!({ "operationId": 1 }),
            json!([]),
        ] {
            assert_eq!(ConnectionTest::of(&definition(capability)), None);
        }
        assert_eq!(ConnectionTest::of(&json!({})), None);
    }
}
