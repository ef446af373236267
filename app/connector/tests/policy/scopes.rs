//! Which policies run for an operation, where and in which order; what cannot be read is named.

use serde_json::json;
use tenon_connector::policy::run::Fault;
use tenon_connector::policy::templates;

use super::*;

fn header(value: &str, operations: Value) -> Value {
    let action = "append";
    let parameters =
        json!({ "name": "X", "value": value, "existsAction": action, "operations": operations });
    policy("setheader", &parameters)
}

#[test]
fn policies_run_for_their_operations_in_the_order_of_the_list() {
    let policies = [
        header("1", json!(["GetParcel"])),
        header("2", json!([])),
        header("3", json!(["Other"])),
        header("4", json!(null)),
        header("5", json!("GetParcel")),
        header("6", json!(["getparcel"])),
        header("7", json!(["Other", "GetParcel"])),
    ];
    let ready = send(&policies, request(&json!({}))).unwrap();
    let expected = ["1", "2", "4", "5", "7"];
    assert_eq!(values(&ready.request.headers, "X"), expected);
    let indices: Vec<_> = ready.trace.iter().map(|trace| trace.policy.index).collect();
    assert_eq!(indices, [0, 1, 3, 4, 6]);
}

#[test]
fn letter_case_and_blanks_do_not_count() {
    let policy = json!({
        "templateId": " SetHEADER",
        "parameters": {
            "X-MS-apimTemplateParameter.NAME": "X",
            "x-ms-apimtemplateparameter.Value": true,
            "x-ms-apimTemplateParameter.ExistsAction": " Override ",
            "x-ms-apimtemplate-policysection": "request ",
            "x-ms-apimTemplate-OperationName": ["GetParcel"],
        }
    });
    let ready = send(&[policy], request(&json!({}))).unwrap();
    assert_eq!(values(&ready.request.headers, "X"), ["true"]);
    let name = &ready.trace[0].policy;
    assert_eq!(
        (name.template.as_str(), name.title.as_str()),
        ("setheader", "Set HTTP header")
    );
}

#[test]
fn a_policy_that_cannot_be_read_is_named() {
    for (policy, parameter, said) in [
        (json!("x"), None, "It is not an object."),
        (
            policy("setheaders", &json!({})),
            None,
            "There is no template “setheaders”.",
        ),
        (
            json!({ "templateId": "setheader" }),
            Some("name"),
            "It has no value.",
        ),
        (
            policy("setheader", &json!({ "name": "X" })),
            Some("value"),
            "It has no value.",
        ),
        (
            policy("setheader", &json!({ "name": ["X"], "value": "" })),
            Some("name"),
            "It must be a text, not a list.",
        ),
        (
            policy(
                "setheader",
                &json!({ "name": "X", "value": "", "existsAction": "delete" }),
            ),
            Some("existsAction"),
            "It must be one of override, skip, append, not “delete”.",
        ),
        (
            policy(
                "setheader",
                &json!({ "name": "X", "value": "", "operations": 7 }),
            ),
            Some(OPERATIONS_KEY),
            "It must be a list of operation IDs, not a number.",
        ),
        (
            policy(
                "setqueryparameter",
                &json!({ "name": "X", "value": "", "section": "Response" }),
            ),
            Some(SECTION_KEY),
            "It is \"Response\", but this template runs in Request.",
        ),
        (
            policy(
                "setproperty",
                &json!({ "newPropertySubPathTemplate": "a", "propertyValuePathTemplate": "", "section": "Failure" }),
            ),
            Some(SECTION_KEY),
            "It is \"Failure\", but this template runs in Request or Response.",
        ),
        (
            policy(
                "convertarraytoobject",
                &json!({ "keyWithinCollectionPath": "id", "retainKey": "maybe" }),
            ),
            Some("retainKey"),
            "It must be one of true, false, not “maybe”.",
        ),
        (
            policy(
                "setproperty",
                &json!({ "newPropertyParentPathTemplate": "a.b", "newPropertySubPathTemplate": "a", "propertyValuePathTemplate": "" }),
            ),
            Some("newPropertyParentPathTemplate"),
            "“a.b” at character 1 is no path to a property. Write one such as @body().items.",
        ),
        (
            policy(
                "setproperty",
                &json!({ "newPropertyParentPathTemplate": "@body().a-b", "newPropertySubPathTemplate": "a", "propertyValuePathTemplate": "" }),
            ),
            Some("newPropertyParentPathTemplate"),
            "“@body().a-b” at character 10 is no path",
        ),
        (
            policy(
                "setconnectionstatustounauthenticated",
                &json!({ "statusCode": "no" }),
            ),
            Some("statusCode"),
            "It must be a status such as 401, not a text",
        ),
        (
            policy(
                "setvaluefromurl",
                &json!({ "parameterTemplate": "@body().a", "parameterValueUrl": "/x", "parameterValuePathTemplate": "@body().a" }),
            ),
            Some("parameterTemplate"),
            "“@body().a” at character 1 cannot be set.",
        ),
        (
            policy("pollingtrigger", &json!({ "triggerConfig": "x" })),
            Some("triggerConfig"),
            "It must be an object, not a text.",
        ),
        (
            policy(
                "pollingtrigger",
                &json!({ "triggerConfig": { "since": "@body().x" } }),
            ),
            Some("triggerConfig.since"),
            "“@body().x” at character 1 cannot stand here",
        ),
    ] {
        let error = refused(policy.clone());
        assert_eq!(error.parameter.as_deref(), parameter, "{policy}");
        let found = error.fault.to_string();
        assert!(found.starts_with(said), "{policy}: {found}");
    }
}

#[test]
fn all_that_cannot_be_read_is_told_at_once_and_other_operations_are_not_held_up() {
    let broken = |operations: Value| policy("setheader", &json!({ "operations": operations }));
    let list = [
        broken(json!([])),
        header("1", json!([])),
        broken(json!(["Other"])),
        broken(json!(["GetParcel"])),
    ];
    let errors = Plan::of(&properties(&list), "GetParcel").unwrap_err();
    let indices: Vec<_> = errors.iter().map(|error| error.policy.index).collect();
    assert_eq!(indices, [0, 3]);
    let fine = [broken(json!(["Other"])), header("1", json!([]))];
    assert!(Plan::of(&properties(&fine), "GetParcel").is_ok());
}

#[test]
fn a_connector_without_policies_has_an_empty_plan() {
    for properties in [
        json!({}),
        json!({ "properties": { "policyTemplateInstances": null } }),
        properties(&[]),
    ] {
        assert!(Plan::of(&properties, "GetParcel").unwrap().is_empty());
    }
    let odd = json!({ "properties": { "policyTemplateInstances": "none" } });
    assert_eq!(
        Plan::of(&odd, "GetParcel").unwrap_err()[0].fault,
        Fault::NotAnObject
    );
    let ready = send(&[], request(&json!({ "a": 1.50 }))).unwrap();
    assert_eq!(ready.request, request(&json!({ "a": 1.50 })));
}

#[test]
fn every_template_runs() {
    for template in templates() {
        let mut parameters = Map::new();
        for parameter in template.parameters {
            let value = match parameter.name {
                "triggerConfig" => json!({}),
                "statusCode" => json!(401),
                "parameterTemplate" => json!("@headers('X')"),
                "parameterValuePathTemplate" => json!("@body().a"),
                name if name.ends_with("ParentPath") || name.ends_with("ParentPathTemplate") => {
                    json!("@body()")
                }
                "triggerDataPath" => json!("@triggerBody().a"),
                "nextLinkParentPropertyPath" => json!("@body()"),
                "newPropertyPath" => json!("@item().a"),
                "httpMethod" => json!("GET"),
                "existsAction" => json!("skip"),
                "valueName" => json!("b"),
                "retainKey" | "copyOnlySubProperties" => json!("True"),
                _ => json!("a"),
            };
            parameters.insert(parameter.name.to_owned(), value);
        }
        let policy = policy(template.id, &Value::Object(parameters));
        let plan = Plan::of(&properties(&[policy]), "GetParcel");
        let plan = plan.unwrap_or_else(|errors| panic!("{}: {errors:?}", template.id));
        assert!(!plan.is_empty() || plan.polling().is_some());
    }
}
