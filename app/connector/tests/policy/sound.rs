//! No policy and no message is too odd: what cannot run says so, and nothing panics.

use proptest::prelude::*;
use serde_json::json;
use tenon_connector::policy::run::{Page, PollState};
use tenon_connector::policy::templates;

use super::*;

/// Texts near to what parameters hold.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "@body()",
        "@item()",
        "@{triggerBody().a}",
        "@headers('x'",
        ",'d')",
        "@queryParameters('a')",
        ".a",
        "['@b']",
        "[0]",
        "{",
        "}",
        "https://",
        "@connectionParameters('site')",
        "/{id}",
        "?",
        "//",
        "..",
        "%2",
        "'",
        "\"",
        "[",
        ":8",
        "@",
        "é",
        " ",
        "@Request.",
        "true",
        "5",
    ];
    let piece = prop_oneof![
        prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        "\\PC{0,3}"
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("a|@b|x", inner), 0..4)
                .prop_map(|all| Value::Object(all.into_iter().collect())),
        ]
    })
}

/// A policy of a known template whose parameters are odd.
fn odd() -> impl Strategy<Value = Value> {
    let parameter = prop_oneof![8 => text().prop_map(Value::from), 1 => value()];
    (
        prop::sample::select((0..templates().len()).collect::<Vec<_>>()),
        prop::collection::vec(parameter, 9),
    )
        .prop_map(|(index, values)| {
            let template = &templates()[index];
            let names = template.parameters.iter().map(|parameter| parameter.name);
            let mut all: Map<String, Value> = Map::new();
            for (name, value) in names.zip(&values) {
                all.insert(name.to_owned(), value.clone());
            }
            if template.id == "pollingtrigger" {
                all.insert(
                    "triggerConfig".to_owned(),
                    json!({ "a": values[7], "x-ms-triggerConfig-nextLink": values[8] }),
                );
            }
            policy(template.id, &Value::Object(all))
        })
}

/// Drives a request through the policies that can be read, answering every call in the same way.
fn drive(policies: &[Value], url: &str, bytes: &[u8]) {
    let read =
        |policy: &&Value| Plan::of(&properties(std::slice::from_ref(policy)), "GetParcel").is_ok();
    let known: Vec<Value> = policies.iter().filter(read).cloned().collect();
    let Ok(plan) = Plan::of(&properties(&known), "GetParcel") else {
        return;
    };
    let connection = connection();
    let request = PreparedRequest {
        url: url.to_owned(),
        body: Some(bytes.to_vec()),
        ..request(&json!({}))
    };
    let call = call(&request, &connection).through(url);
    let answer = ResponseMessage {
        status: 200,
        body: bytes.to_vec(),
        ..ResponseMessage::default()
    };
    let mut step = plan.start(&call, request);
    let ready = loop {
        step = match step {
            RequestStep::Ask(asking) => asking.answer(Ok(answer.clone())),
            RequestStep::Failed(_) => return,
            RequestStep::Ready(ready) => break ready,
        };
    };
    assert!(
        ready
            .request
            .headers
            .iter()
            .all(|(_, value)| !value.contains(['\r', '\n', '\0']))
    );
    let _ = plan.finish(&call, &ready, answer.clone());
    let _ = plan.fail(&call, &ready, answer);
    if let Some(polling) = plan.polling()
        && let Ok(polled) = polling.poll(&PollState::default(), Page::First, bytes)
    {
        assert!(polling.url(url, &polled.state).len() >= url.split('#').next().unwrap().len());
    }
}

proptest! {
    #[test]
    fn no_policy_is_too_odd(policies in prop::collection::vec(odd(), 1..5), body in value(), raw in any::<Option<Vec<u8>>>()) {
        let bytes = raw.unwrap_or_else(|| body.to_string().into_bytes());
        drive(&policies, "https://api.parcels.test/v1/parcels/7?a=1", &bytes);
    }

    #[test]
    fn no_instance_and_no_url_is_too_odd(instance in value(), url in "\\PC{0,24}", policy in odd()) {
        let list = json!({ "properties": { "policyTemplateInstances": instance } });
        let _ = Plan::of(&list, "GetParcel");
        let _ = Plan::of(&properties(&[instance]), "GetParcel");
        drive(&[policy], &url, b"{}");
    }

    #[test]
    fn a_value_in_the_query_or_in_json_stays_in_its_place(value in "\\PC{0,16}") {
        let set = policy("setqueryparameter", &json!({ "name": "b", "value": "@body().v" }));
        let list = policy("setproperty", &json!({ "newPropertySubPathTemplate": "l", "propertyValuePathTemplate": "[\"{@body().v}\", {@body().v}]" }));
        let ready = send(&[set, list], request(&json!({ "v": value }))).unwrap();
        let query = ready.request.url.split_once('?').unwrap().1;
        let pieces: Vec<&str> = query.split('&').collect();
        prop_assert_eq!(pieces.len(), 2);
        let own = percent_encoding::percent_decode_str(pieces[1].strip_prefix("b=").unwrap()).decode_utf8().unwrap();
        prop_assert_eq!(own.as_ref(), value.as_str());
        prop_assert_eq!(&body(&ready)["l"], &json!([value, value]));
    }
}
