use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::policy::{
    ChangeError, Instance, Section, add_policy, delete_policy, instances, move_policy, template,
};

use crate::{change, connector, keys};

/// A connector with a policy that holds what no template knows, one that is no object, and another one.
fn with_policies() -> Connector {
    let spelt: Value = serde_json::from_str("1.50").unwrap();
    connector(
        &json!({ "paths": {} }),
        &json!({ "properties": { "x-before": 1.0, "policyTemplateInstances": [
            { "x-mine": { "b": 1, "a": 2 }, "templateId": "SetHeader", "title": "Key", "parameters": {
                "x-ms-apimTemplateParameter.Name": "X-Key",
                "x-odd": spelt,
                "x-ms-apimTemplate-operationName": "GetParcel"
            } },
            "odd",
            { "templateId": "mine", "parameters": {} }
        ], "capabilities": [] } }),
    )
}

fn list(connector: &Connector) -> &Value {
    &connector.properties()["properties"]["policyTemplateInstances"]
}

fn first(connector: &Connector) -> Instance<'_> {
    instances(connector.properties()).next().unwrap()
}

#[test]
fn a_policy_is_added_after_the_others_or_as_the_first() {
    let header = template("setheader").unwrap();
    let mut many = with_policies();
    let edits = add_policy(&many, header, "Mine").unwrap();
    change(&mut many, edits);
    let added = json!({ "templateId": "setheader", "title": "Mine",
        "parameters": { "x-ms-apimTemplate-policySection": "Request" } });
    assert_eq!(list(&many)[3], added);
    for properties in [
        json!({ "properties": {} }),
        json!({ "properties": { "policyTemplateInstances": null } }),
        json!({}),
    ] {
        let mut none = connector(&json!({}), &properties);
        let edits = add_policy(&none, header, "Mine").unwrap();
        change(&mut none, edits);
        assert_eq!(list(&none), &json!([added]));
    }
    let mut polling = with_policies();
    let edits = add_policy(&polling, template("pollingtrigger").unwrap(), "Poll").unwrap();
    change(&mut polling, edits);
    let expected = json!({ "templateId": "pollingtrigger", "title": "Poll", "type": "PollingTrigger", "parameters": {} });
    assert_eq!(list(&polling)[3], expected);
    let odd = connector(
        &json!({}),
        &json!({ "properties": { "policyTemplateInstances": {} } }),
    );
    assert_eq!(add_policy(&odd, header, ""), Err(ChangeError::NoList));
}

#[test]
fn a_policy_is_moved_and_deleted_with_all_that_it_holds() {
    let before = with_policies();
    let mut moved = before.clone();
    let edits = move_policy(&moved, 0, 2).unwrap();
    change(&mut moved, edits);
    assert_eq!(list(&moved)[2], list(&before)[0]);
    assert_eq!(list(&moved)[0], json!("odd"));
    assert_eq!(move_policy(&before, 1, 1), Ok(Vec::new()));
    let mut fewer = before.clone();
    let edits = delete_policy(&fewer, 0).unwrap();
    change(&mut fewer, edits);
    assert_eq!(list(&fewer).as_array().unwrap().len(), 2);
    let missing = ChangeError::Missing { index: 3, count: 3 };
    assert_eq!(delete_policy(&before, 3).unwrap_err(), missing);
    assert_eq!(move_policy(&before, 0, 3).unwrap_err(), missing);
    assert_eq!(
        missing.to_string(),
        "There is no policy at place 4, of 3 that there are. Choose one of them."
    );
}

#[test]
fn a_parameter_is_set_where_it_is_spelt_otherwise_and_added_in_the_order_of_the_template() {
    let mut connector = with_policies();
    let mut edits = first(&connector).set_parameter(&connector, "name", Some(json!("X-Other")));
    edits.extend(first(&connector).set_parameter(&connector, "VALUE", Some(json!("1"))));
    change(&mut connector, edits);
    let parameters = &list(&connector)[0]["parameters"];
    let expected = [
        "x-ms-apimTemplateParameter.Name",
        "x-odd",
        "x-ms-apimTemplateParameter.value",
        "x-ms-apimTemplate-operationName",
    ];
    assert_eq!(keys(parameters), expected);
    assert_eq!(parameters["x-odd"].to_string(), "1.50");
    assert_eq!(first(&connector).parameter("name"), Some(&json!("X-Other")));
    assert_eq!(keys(&list(&connector)[0]["x-mine"]), ["b", "a"]);
    let edits = first(&connector).set_parameter(&connector, "value", None);
    change(&mut connector, edits);
    assert_eq!(first(&connector).parameter("value"), None);
    let mut of_no_template = with_policies();
    let own = instances(of_no_template.properties()).nth(1).unwrap();
    let edits = own.set_parameter(&of_no_template, "Own", Some(json!(true)));
    change(&mut of_no_template, edits);
    let expected = json!({ "x-ms-apimTemplateParameter.Own": true });
    assert_eq!(list(&of_no_template)[2]["parameters"], expected);
}

#[test]
fn title_operations_and_section_are_set_and_taken_out() {
    let mut connector = with_policies();
    assert_eq!(
        first(&connector).set_operations(&connector, &["GetParcel"]),
        []
    );
    let mut edits = first(&connector).set_operations(&connector, &["GetParcel", "B"]);
    edits.extend(first(&connector).set_title(&connector, ""));
    edits.extend(
        first(&connector)
            .set_section(&connector, Section::Response)
            .unwrap(),
    );
    change(&mut connector, edits);
    assert_eq!(first(&connector).operations(), ["GetParcel", "B"]);
    assert_eq!(first(&connector).section(), Some(Section::Response));
    assert_eq!(first(&connector).title(), "Set HTTP header");
    let mut edits = first(&connector).set_operations(&connector, &[]);
    edits.extend(first(&connector).set_title(&connector, "Key"));
    change(&mut connector, edits);
    assert_eq!(first(&connector).operations(), Vec::<&str>::new());
    assert_eq!(
        keys(&list(&connector)[0]),
        ["x-mine", "templateId", "title", "parameters"]
    );
}

#[test]
fn a_section_that_the_template_does_not_have_is_refused() {
    let mut connector = with_policies();
    let edits = add_policy(&connector, template("dynamichosturl").unwrap(), "Host").unwrap();
    change(&mut connector, edits);
    let host = instances(connector.properties()).last().unwrap();
    let refused = host.set_section(&connector, Section::Response).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "“Set host URL” does not run on Response. It runs on Request."
    );
}
