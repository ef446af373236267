//! `pollingtrigger`.

use serde_json::json;
use tenon_connector::policy::run::{Fault, Page, PollState, Polling};
use tenon_connector::swagger::Firing;

use super::*;

fn polling(config: Value, data: &str) -> Polling {
    let parameters = json!({ "triggerConfig": config, "triggerDataPath": data });
    let mut policy = policy("PollingTrigger", &parameters);
    policy["type"] = json!("PollingTrigger");
    plan(&[policy]).polling().unwrap().clone()
}

const URL: &str = "https://api.parcels.test/v1/parcels?since=start&x=1";

#[test]
fn each_poll_asks_for_what_came_after_the_last() {
    let polling = polling(
        json!({ "since": "@{triggerBody().items[0].at}", "$filter": "at gt @{triggerBody().items[0].at}!" }),
        "@triggerBody().items",
    );
    let mut state = PollState::default();
    for (body, next, items, runs) in [
        // What is there already starts nothing.
        (
            r#"{"items":[{"at":5},{"at":4}]}"#,
            "since=5&x=1&%24filter=at%20gt%205%21",
            2,
            0,
        ),
        (
            r#"{"items":[{"at":"6 b"}]}"#,
            "since=6%20b&x=1&%24filter=at%20gt%206%20b%21",
            1,
            1,
        ),
        // Nothing new: the parameters stay.
        (
            r#"{"items":[]}"#,
            "since=6%20b&x=1&%24filter=at%20gt%206%20b%21",
            0,
            0,
        ),
        ("", "since=6%20b&x=1&%24filter=at%20gt%206%20b%21", 0, 0),
        (
            r#"{"items":[{"at":null}]}"#,
            "since=6%20b&x=1&%24filter=at%20gt%206%20b%21",
            1,
            1,
        ),
        (
            r#"{"items":[{"at":8},{"at":7}]}"#,
            "since=8&x=1&%24filter=at%20gt%208%21",
            2,
            2,
        ),
    ] {
        let polled = polling.poll(&state, Page::First, body.as_bytes()).unwrap();
        assert_eq!(polled.items.len(), items, "{body}");
        assert_eq!(polled.runs(Firing::Batch).len(), runs, "{body}");
        state = polled.state;
        let url = format!("https://api.parcels.test/v1/parcels?{next}");
        assert_eq!(polling.url(URL, &state), url);
        let kept: PollState =
            serde_json::from_value(serde_json::to_value(&state).unwrap()).unwrap();
        assert_eq!(kept, state);
    }
    assert_eq!(polling.url(URL, &PollState::default()), URL);
}

#[test]
fn a_trigger_fires_for_each_item_or_once_for_the_answer() {
    let established = PollState {
        is_established: true,
        parameters: Vec::new(),
    };
    for (data, body, firing, runs) in [
        (
            "@triggerBody().v",
            json!({ "v": [1, 2] }),
            Firing::Batch,
            vec![json!(1), json!(2)],
        ),
        (
            "@{triggerBody().v}",
            json!({ "v": [1, 2] }),
            Firing::Single,
            vec![json!({ "v": [1, 2] })],
        ),
        ("", json!([1, 2]), Firing::Batch, vec![json!(1), json!(2)]),
        (
            "@triggerBody()",
            json!({ "a": 1 }),
            Firing::Batch,
            vec![json!({ "a": 1 })],
        ),
        (
            "@triggerBody().v",
            json!({ "w": [1] }),
            Firing::Single,
            vec![],
        ),
        (
            "@triggerBody().v",
            json!({ "v": [] }),
            Firing::Single,
            vec![],
        ),
        (
            "@triggerBody()['@v'][0]",
            json!({ "@v": [[3]] }),
            Firing::Batch,
            vec![json!(3)],
        ),
    ] {
        let polling = polling(json!({}), data);
        let polled = polling
            .poll(&established, Page::First, body.to_string().as_bytes())
            .unwrap();
        let found: Vec<_> = polled.runs(firing).into_iter().cloned().collect();
        assert_eq!(found, runs, "{data}");
    }
}

#[test]
fn further_pages_add_items_and_leave_the_state_of_the_first() {
    let config = json!({ "since": "@{triggerBody().v[0]}", "X-ms-triggerConfig-NextLink": "@{triggerBody()['@odata.nextLink']}" });
    let polling = polling(config, "@triggerBody().v");
    let page = |body: Value, state: &PollState, page| {
        polling
            .poll(state, page, body.to_string().as_bytes())
            .unwrap()
    };
    let link = "https://api.parcels.test/v1/parcels?page=2";
    let first = page(
        json!({ "v": [9, 8], "@odata.nextLink": link }),
        &PollState::default(),
        Page::First,
    );
    assert_eq!(first.next_page.as_deref(), Some(link));
    let second = page(
        json!({ "v": [7], "@odata.nextLink": "" }),
        &first.state,
        Page::Further,
    );
    assert_eq!(second.next_page, None);
    assert_eq!(second.items, [json!(7)]);
    let kept = [("since".to_owned(), "9".to_owned())];
    assert_eq!(second.state.parameters, kept);
}

#[test]
fn an_answer_that_is_not_json_is_named() {
    let polling = polling(json!({}), "");
    let error = polling
        .poll(&PollState::default(), Page::First, b"<a/>")
        .unwrap_err();
    assert!(matches!(error.fault, Fault::NotJson(_)));
    assert!(error.to_string().starts_with(
        "The policy “Mine” (number 1, pollingtrigger) cannot run: The answer is not JSON"
    ));
}

#[test]
fn an_operation_has_one_polling_trigger() {
    let one = policy("pollingtrigger", &json!({ "triggerConfig": {} }));
    let errors = Plan::of(&properties(&[one.clone(), one]), "GetParcel").unwrap_err();
    assert_eq!(errors[0].fault, Fault::Second);
    assert_eq!(errors[0].policy.index, 1);
}
