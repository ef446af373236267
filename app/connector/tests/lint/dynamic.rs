//! Rules of extensions that ask another operation.

use serde_json::{Value, json};
use tenon_connector::Connector;

use super::{Case, definition, fires, parameter, prove, schema, silent};

/// Where the extension of [`asks`] stands.
const VALUES: &str = "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values";

/// A connector with the operation `ListStates`, which wants `country` and answers with states, and the
/// operation `ListParcels` with the parameters `state`, which has these extensions, and `country`.
fn asks(extensions: Value) -> Connector {
    asks_with(extensions, json!({}))
}

/// [`asks`], with `more` in the parameter `country` of `ListParcels`.
fn asks_with(extensions: Value, more: Value) -> Connector {
    let mut state = json!({ "name": "state", "in": "query", "type": "string" });
    state
        .as_object_mut()
        .unwrap()
        .extend(extensions.as_object().unwrap().clone());
    let mut country =
        json!({ "name": "country", "in": "query", "type": "string", "required": true });
    country
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    connector(json!([state, country]))
}

/// [`asks`], with these parameters of `ListParcels`.
fn connector(parameters: Value) -> Connector {
    let state = json!({ "type": "object", "properties": {
        "id": { "type": "string" }, "Name": { "type": "string" }
    } });
    definition(json!({ "paths": {
        "/parcels": { "get": {
            "operationId": "ListParcels", "parameters": parameters,
            "responses": { "200": { "description": "The parcels." } }
        } },
        "/states": { "get": {
            "operationId": "ListStates",
            "parameters": [{ "name": "country", "in": "query", "type": "string", "required": true }],
            "responses": { "200": { "description": "The states.", "schema": {
                "type": "object",
                "properties": { "states": { "type": "array", "items": { "$ref": "#/definitions/State" } } }
            } } }
        } },
        "/labels": { "post": {
            "operationId": "MakeLabel",
            "parameters": [
                { "name": "size", "in": "query", "type": "integer" },
                { "name": "body", "in": "body", "schema": {
                    "type": "object",
                    "properties": { "size": { "type": "integer" }, "sender": { "type": "object", "properties": { "id": {} } } }
                } }
            ],
            "responses": { "200": { "description": "The label." } }
        } }
    }, "definitions": { "State": state } }))
}

/// [`asks`] without saying where in the answer the states are, which are in this property.
fn answers_in(property: &str) -> Connector {
    let mut extension = values(json!({}));
    let members = extension["x-ms-dynamic-values"].as_object_mut().unwrap();
    members.shift_remove("value-collection");
    let mut root = asks(extension).definition().clone();
    let answer = &mut root["paths"]["/states"]["get"]["responses"]["200"]["schema"];
    let states = answer["properties"]["states"].take();
    answer["properties"] = json!({ property: states });
    definition(root)
}

/// Dynamic values as they should be, with `more` in them.
fn values(more: Value) -> Value {
    let mut values = json!({
        "operationId": "ListStates", "parameters": { "country": { "parameter": "country" } },
        "value-collection": "states", "value-path": "id", "value-title": "name"
    });
    values
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    json!({ "x-ms-dynamic-values": values })
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = targets();
    cases.extend(paths());
    cases.extend(arguments());
    cases.extend(bodies());
    cases.extend(labels());
    cases.extend(capabilities());
    cases
}

fn targets() -> Vec<Case> {
    let body = |extension: Value, schema: Value| {
        connector(
            json!([{ "name": "body", "in": "body", "schema": schema, "x-ms-dynamic-schema": extension }]),
        )
    };
    let asked = json!({ "operationId": "ListStates", "parameters": { "country": "be" } });
    let picker = || json!({ "capability": "file-picker", "value-path": "Id" });
    let selected = json!({ "country": { "selectedItemValuePath": "Id" } });
    let tree = |open: Value, browse: Value| {
        asks(json!({ "x-ms-dynamic-tree": {
            "open": { "operationId": "ListStates", "parameters": open },
            "browse": { "operationId": "ListStates", "parameters": browse }
        } }))
    };
    vec![
        fires(
            "DynamicExtensionDefinitionNotAllowedInParameter",
            body(asked.clone(), json!({ "type": "object" })),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-schema",
        ),
        silent(
            "DynamicExtensionDefinitionNotAllowedInParameter",
            connector(
                json!([{ "name": "body", "in": "body", "schema": { "x-ms-dynamic-schema": asked } }]),
            ),
        ),
        fires(
            "DynamicTreeExtensionMissing",
            asks(json!({ "x-ms-dynamic-values": picker() })),
            VALUES,
        ),
        silent(
            "DynamicTreeExtensionMissing",
            asks(
                json!({ "x-ms-dynamic-values": picker(), "x-ms-dynamic-tree": { "open": { "operationId": "ListStates" } } }),
            ),
        ),
        fires(
            "OperationIdNotFound",
            asks(values(json!({ "operationId": "ListState" }))),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values/operationId",
        ),
        silent("OperationIdNotFound", asks(values(json!({})))),
        fires(
            "SelectedItemValuePathNotAllowedInThisPosition",
            tree(selected.clone(), json!({})),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-tree/open/parameters/country/selectedItemValuePath",
        ),
        silent(
            "SelectedItemValuePathNotAllowedInThisPosition",
            tree(json!({}), selected),
        ),
    ]
}

fn paths() -> Vec<Case> {
    let described = |path: &str, whole: Value| {
        let asked = json!({ "operationId": "ListStates", "value-path": path });
        let mut schema = json!({ "x-ms-dynamic-schema": asked });
        if !whole.is_null() {
            schema["x-ms-dynamic-properties"] =
                json!({ "operationId": "ListStates", "itemValuePath": whole });
        }
        schema
    };
    let at = "/definitions/Parcel/x-ms-dynamic-schema/value-path";
    vec![
        fires(
            "DynamicPropertiesExtensionRequiredForPropertiesValuePath",
            schema(described("schema/properties", json!(null))),
            at,
        ),
        silent(
            "DynamicPropertiesExtensionRequiredForPropertiesValuePath",
            schema(described("schema/properties", json!("schema"))),
        ),
        fires(
            "DynamicPropertiesItemValuePathMismatch",
            schema(described("schema/properties", json!("schema/properties"))),
            "/definitions/Parcel/x-ms-dynamic-properties",
        ),
        silent(
            "DynamicPropertiesItemValuePathMismatch",
            schema(described("schema/properties", json!("schema"))),
        ),
        fires(
            "InvokedOperationShouldProduceArray",
            asks(values(json!({ "value-collection": "countries" }))),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values/value-collection",
        ),
        fires(
            "InvokedOperationShouldProduceArray",
            asks(values(json!({ "value-collection": "" }))),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values/value-collection",
        ),
        silent(
            "InvokedOperationShouldProduceArray",
            asks(values(json!({}))),
        ),
        silent("InvokedOperationShouldProduceArray", answers_in("value")),
        fires(
            "InvokedOperationShouldProduceArray",
            answers_in("results"),
            VALUES,
        ),
        fires(
            "InvokedOperationShouldProduceProperty",
            asks(values(json!({ "value-path": "code" }))),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values/value-path",
        ),
        silent(
            "InvokedOperationShouldProduceProperty",
            asks(values(json!({ "value-path": "ID" }))),
        ),
        fires(
            "JsonPointerNotValid",
            asks(values(json!({ "value-path": "a~2" }))),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values/value-path",
        ),
        silent(
            "JsonPointerNotValid",
            asks(values(json!({ "value-path": "a~1b" }))),
        ),
    ]
}

fn arguments() -> Vec<Case> {
    let given = |given: Value| values(json!({ "parameters": given }));
    let country = "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values/parameters/country";
    vec![
        fires(
            "OperationMissingRequiredProperty",
            asks(json!({ "x-ms-dynamic-tree": { "open": {
                "operationId": "ListStates", "itemsPath": "states", "itemValuePath": "id"
            } } })),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-tree/open",
        ),
        fires(
            "OperationMissingRequiredProperty",
            asks(given(json!({}))),
            VALUES,
        ),
        silent(
            "OperationMissingRequiredProperty",
            asks(given(json!({ "country": "be" }))),
        ),
        fires(
            "OperationParameterNameNotFound",
            asks(given(json!({ "country": "be", "planet": 3 }))),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values/parameters/planet",
        ),
        fires(
            "OperationParameterNameNotFound",
            asks(given(json!({ "country": { "parameter": "land" } }))),
            country,
        ),
        silent(
            "OperationParameterNameNotFound",
            asks(given(json!({ "country": { "parameter": "country" } }))),
        ),
        fires(
            "OperationParameterRequiredMismatch",
            asks_with(values(json!({})), json!({ "required": false })),
            country,
        ),
        silent(
            "OperationParameterRequiredMismatch",
            asks(values(json!({}))),
        ),
        fires(
            "OperationParameterStaticTypeMismatch",
            asks(given(json!({ "country": 32 }))),
            country,
        ),
        silent(
            "OperationParameterStaticTypeMismatch",
            asks(given(json!({ "country": "be" }))),
        ),
        fires(
            "OperationParameterTypeMismatch",
            asks_with(values(json!({})), json!({ "type": "integer" })),
            country,
        ),
        silent("OperationParameterTypeMismatch", asks(values(json!({})))),
        fires(
            "SourcePropertyInternal",
            asks_with(values(json!({})), json!({ "x-ms-visibility": "internal" })),
            country,
        ),
        silent("SourcePropertyInternal", asks(values(json!({})))),
    ]
}

/// Names that mean, or may mean, properties of bodies.
fn bodies() -> Vec<Case> {
    let at = |extension: &str| -> &'static str {
        match extension {
            "x-ms-dynamic-values" => VALUES_IN_BODY,
            _ => SCHEMA_IN_BODY,
        }
    };
    const VALUES_IN_BODY: &str = "/paths/~1parcels/get/parameters/0/schema/properties/state/x-ms-dynamic-values/parameters/country";
    const SCHEMA_IN_BODY: &str = "/paths/~1parcels/get/parameters/0/schema/properties/state/x-ms-dynamic-schema/parameters/country";
    let reads = |extension: &str, name: &str, successor: bool| {
        let mut state = json!({ "type": "string" });
        state[extension] = json!({
            "operationId": "ListStates", "parameters": { "country": { "parameter": name } },
            "value-path": "id", "value-collection": "states"
        });
        if successor {
            let next = if extension == "x-ms-dynamic-values" {
                "x-ms-dynamic-list"
            } else {
                "x-ms-dynamic-properties"
            };
            state[next] = json!({ "operationId": "ListStates", "itemValuePath": "id", "itemsPath": "states" });
        }
        connector(json!([
            { "name": "body", "in": "body", "schema": { "type": "object", "properties": {
                "state": state, "country": { "type": "string" }, "zone": { "type": "string" }
            } } },
            { "name": "country", "in": "query", "type": "string", "required": true }
        ]))
    };
    let mut cases = Vec::new();
    for (extension, name, rule) in [
        (
            "x-ms-dynamic-values",
            "country",
            "DynamicListExtensionRequiredForAmbiguousReferences",
        ),
        (
            "x-ms-dynamic-values",
            "zone",
            "DynamicListExtensionRequiredForNonParameterReferences",
        ),
        (
            "x-ms-dynamic-schema",
            "country",
            "DynamicPropertiesExtensionRequiredForAmbiguousReferences",
        ),
        (
            "x-ms-dynamic-schema",
            "zone",
            "DynamicPropertiesExtensionRequiredForNonParameterReferences",
        ),
    ] {
        cases.push(fires(rule, reads(extension, name, false), at(extension)));
        cases.push(silent(rule, reads(extension, name, true)));
    }
    let label = |name: &str| {
        let given = json!({ "operationId": "MakeLabel", "parameters": { name: 7 } });
        asks(json!({ "x-ms-dynamic-values": given }))
    };
    cases.push(fires(
        "OperationParameterNameIsAmbiguous",
        label("size"),
        "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values/parameters/size",
    ));
    cases.push(silent(
        "OperationParameterNameIsAmbiguous",
        label("body/size"),
    ));
    cases.push(silent(
        "OperationParameterNameNotFound",
        label("body/sender/id"),
    ));
    cases
}

fn labels() -> Vec<Case> {
    let named =
        |entries: Value| parameter(json!({ "enum": ["a", "b"], "x-ms-enum-values": entries }));
    let entry = |value: &str| json!({ "value": value, "displayName": value });
    let at = "/paths/~1parcels/get/parameters/0/x-ms-enum-values";
    let dictionary = |more: Value| {
        let mut json = json!({ "type": "object", "x-ms-editor": "dictionary" });
        json.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        schema(json)
    };
    assert!(at.ends_with("values"));
    vec![
        fires(
            "DuplicateEnumValuesInExtension",
            named(json!([entry("a"), entry("a")])),
            "/paths/~1parcels/get/parameters/0/x-ms-enum-values/1/value",
        ),
        silent(
            "DuplicateEnumValuesInExtension",
            named(json!([entry("a"), entry("b")])),
        ),
        fires(
            "InvalidEnumValuesExtensionValue",
            named(json!([entry("c")])),
            "/paths/~1parcels/get/parameters/0/x-ms-enum-values/0/value",
        ),
        silent(
            "InvalidEnumValuesExtensionValue",
            named(json!([entry("b")])),
        ),
        fires(
            "MissingEnumValuesDisplayName",
            named(json!([{ "value": "a" }])),
            "/paths/~1parcels/get/parameters/0/x-ms-enum-values/0",
        ),
        silent("MissingEnumValuesDisplayName", named(json!([entry("a")]))),
        fires(
            "InvalidCustomEditorExtensionDictionaryValue",
            dictionary(json!({})),
            "/definitions/Parcel/x-ms-editor",
        ),
        silent(
            "InvalidCustomEditorExtensionDictionaryValue",
            dictionary(json!({ "additionalProperties": { "type": "string" } })),
        ),
    ]
}

fn capabilities() -> Vec<Case> {
    let filters = |functions: Value| {
        schema(json!({ "type": "string", "x-ms-capabilities": { "filterFunctions": functions } }))
    };
    let at = "/definitions/Parcel/x-ms-capabilities/filterFunctions";
    let sent = definition(json!({
        "paths": { "/parcels": { "post": {
            "operationId": "Send", "responses": {},
            "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Parcel" } }]
        } } },
        "definitions": { "Parcel": { "type": "string", "x-ms-capabilities": { "filterFunctions": ["eq"] } } }
    }));
    let tests = |id: &str, given: Value| {
        let mut root = connector(json!([])).definition().clone();
        root["x-ms-capabilities"] =
            json!({ "testConnection": { "operationId": id, "parameters": given } });
        definition(root)
    };
    let test = "/x-ms-capabilities/testConnection";
    vec![
        fires("FilterFunctionsPropertyEmpty", filters(json!([])), at),
        silent("FilterFunctionsPropertyEmpty", filters(json!(["eq"]))),
        fires(
            "FilterFunctionsPropertyHasDuplicates",
            filters(json!(["eq", "eq"])),
            "/definitions/Parcel/x-ms-capabilities/filterFunctions/1",
        ),
        silent(
            "FilterFunctionsPropertyHasDuplicates",
            filters(json!(["eq", "ne"])),
        ),
        fires("FilterFunctionsPropertyInInputSchema", sent, at),
        silent(
            "FilterFunctionsPropertyInInputSchema",
            filters(json!(["eq"])),
        ),
        fires(
            "FilterFunctionsPropertyInvalidValue",
            filters(json!(["equals"])),
            "/definitions/Parcel/x-ms-capabilities/filterFunctions/0",
        ),
        silent(
            "FilterFunctionsPropertyInvalidValue",
            filters(json!(["eq"])),
        ),
        fires("G42-test-connection", tests("ListStates", json!({})), test),
        fires(
            "G42-test-connection",
            tests("MakeLabel", json!({})),
            "/x-ms-capabilities/testConnection/operationId",
        ),
        silent(
            "G42-test-connection",
            tests("ListStates", json!({ "country": "be" })),
        ),
    ]
}

#[test]
fn rules_of_dynamic_extensions() {
    prove(cases());
}
