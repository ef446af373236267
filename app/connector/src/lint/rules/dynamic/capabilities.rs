//! What the connector can do beside its operations: `x-ms-capabilities`.

use serde_json::{Map, Value};

use super::targets::expect_operation;
use crate::document::Path;
use crate::lint::model::SchemaNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;
use crate::swagger::Method;

rules! {
    /// A list of functions for filters that names none says nothing. Name some, or remove it.
    FILTERS_EMPTY = "FilterFunctionsPropertyEmpty", 100, Error, Certification,
        "“filterFunctions” names at least one function";

    /// A function is supported or not; naming it twice says nothing more. Remove one.
    FILTERS_TWICE = "FilterFunctionsPropertyHasDuplicates", 101, Error, Certification,
        "“filterFunctions” names no function twice";

    /// What can be filtered is what comes from the API. Move it to the schema of a response.
    FILTERS_IN_INPUT = "FilterFunctionsPropertyInInputSchema", 102, Error, Certification,
        "“filterFunctions” stands in schemas of responses";

    /// The platform writes filters with the functions of OData that it knows, and with no others. Choose among those.
    FILTERS_UNKNOWN = "FilterFunctionsPropertyInvalidValue", 103, Error, Certification,
        "“filterFunctions” names functions that the platform knows";

    /// When a connection is made the platform calls this operation to see whether it works: with GET, and with
    /// nothing that a user would have to enter.
    TEST_CONNECTION = "G42-test-connection", -, Error, Always,
        "The operation that tests connections can be called by itself";
}

/// The functions of OData filters.
const FILTERS: &[&str] = &[
    "eq",
    "ne",
    "gt",
    "ge",
    "lt",
    "le",
    "and",
    "or",
    "not",
    "contains",
    "startswith",
    "endswith",
    "length",
    "indexof",
    "substring",
    "substringof",
    "replace",
    "tolower",
    "toupper",
    "trim",
    "concat",
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "date",
    "time",
    "now",
    "totaloffsetminutes",
    "totalseconds",
    "round",
    "floor",
    "ceiling",
    "min",
    "max",
    "average",
    "sum",
    "count",
    "countdistinct",
    "top",
    "null",
    "any",
    "all",
    "in",
    "joininner",
    "joinleft",
    "joinright",
    "joinfull",
    "distinct",
];

pub(super) fn check_definition(report: &mut Report<'_>) {
    let root = Path::of(["x-ms-capabilities"]);
    let place = Place::of(&root);
    let Some(capabilities) = report.model().root("x-ms-capabilities") else {
        return;
    };
    if let Some(test) = capabilities
        .get("testConnection")
        .and_then(Value::as_object)
    {
        check_test(test, &place.key("testConnection"), report);
    }
    if let Some(picker) = capabilities.get("file-picker") {
        let place = place.key("file-picker");
        for key in ["open", "browse"] {
            let id = picker.get(key).and_then(|part| part.get("operationId"));
            if let Some(id) = id.and_then(Value::as_str) {
                expect_operation(id, &place.key(key), report);
            }
        }
    }
}

fn check_test(test: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let Some(id) = test.get("operationId").and_then(Value::as_str) else {
        return;
    };
    expect_operation(id, place, report);
    let Some(operation) = report.model().operation(id) else {
        return;
    };
    if operation.key().method != Method::Get {
        report.find(&TEST_CONNECTION, &place.key("operationId"), || {
            message!("Operation {operation} is called with {method}, so it may change something. Name one with GET.", operation = operation.name(), method = operation.key().method.verb())
        });
    }
    let given = test.get("parameters").and_then(Value::as_object);
    for (name, value) in given.into_iter().flatten() {
        if value.is_object() {
            let place = place.key("parameters");
            report.find(&TEST_CONNECTION, &place.key(name), || {
                message!("There is nothing to take “{name}” from when a connection is tested. Give a value.", name)
            });
        }
    }
    for parameter in operation.parameters() {
        let name = parameter.name();
        let is_given = given.is_some_and(|given| given.contains_key(name));
        if parameter.required() && parameter.default_value().is_none() && !is_given {
            report.find(&TEST_CONNECTION, place, || {
                message!("Operation {operation} requires “{name}”, which is not given. Add a value to “parameters”.", operation = operation.name(), name)
            });
        }
    }
}

pub(super) fn check_filters(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    let capabilities = node.json.get("x-ms-capabilities");
    let Some(functions) = capabilities
        .and_then(|all| all.get("filterFunctions"))
        .and_then(Value::as_array)
    else {
        return;
    };
    let place = node.place.key("x-ms-capabilities");
    let place = place.key("filterFunctions");
    if functions.is_empty() {
        report.find(&FILTERS_EMPTY, &place, || {
            message!("“filterFunctions” names no function. Name some, or remove it.")
        });
    }
    if node.role.input {
        report.find(&FILTERS_IN_INPUT, &place, || {
            message!("“filterFunctions” has a meaning in schemas of responses only. Move it there.")
        });
    }
    for (index, function) in functions.iter().enumerate() {
        let place = place.item(functions, index);
        if functions.iter().take(index).any(|other| other == function) {
            report.find(&FILTERS_TWICE, &place, || {
                message!("{function} is named twice. Remove one.", function)
            });
        }
        let known = function
            .as_str()
            .is_some_and(|name| FILTERS.contains(&name.to_lowercase().as_str()));
        if !known {
            report.find(&FILTERS_UNKNOWN, &place, || {
                message!("{function} is no function of filters that the platform knows. Correct or remove it.", function)
            });
        }
    }
}
