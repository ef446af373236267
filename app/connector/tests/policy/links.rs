//! `updatenextlink` and `setconnectionstatustounauthenticated`, which look at responses alone.

use serde_json::json;

use super::*;

fn link(parameters: Value) -> Value {
    policy("updateNextLink", &parameters)
}

#[test]
fn a_link_to_the_next_page_leads_back_through_the_connector() {
    for (before, after) in [
        (
            "https://api.parcels.test/v1/parcels?p=2&q=%2F",
            "https://tenon.test/run/7/parcels?p=2&q=%2F",
        ),
        (
            "HTTPS://API.parcels.test:443/v1/parcels",
            "https://tenon.test/run/7/parcels",
        ),
        (
            "https://api.parcels.test/v1?p=2",
            "https://tenon.test/run/7?p=2",
        ),
        ("/v1/parcels?p=2", "https://tenon.test/run/7/parcels?p=2"),
    ] {
        let link = link(json!({ "nextLinkPropertyName": "@odata.nextLink" }));
        let body = json!({ "value": [], "@odata.nextLink": before }).to_string();
        let finished = receive(&[link], response(200, &body)).unwrap();
        let part = json!({ "kind": "body", "path": "@body()['@odata.nextLink']" });
        let [before, after] = [before, after].map(|link| json!(link).to_string());
        let expected = [(part, Some(before.as_str()), Some(after.as_str()))];
        assert_eq!(changes(&finished.trace), expected);
    }
    let deep = link(
        json!({ "nextLinkPropertyName": "next.link", "nextLinkParentPropertyPath": "@body().paging" }),
    );
    let body = r#"{"paging":{"next.link":"https://api.parcels.test/v1/x"}}"#;
    let finished = receive(&[deep], response(200, body)).unwrap();
    let expected = br#"{"paging":{"next.link":"https://tenon.test/run/7/x"}}"#;
    assert_eq!(finished.response.body, expected);
}

#[test]
fn links_that_lead_elsewhere_and_last_pages_stay() {
    for (body, reason) in [
        (
            r#"{"next":"https://evil.test/v1/x"}"#,
            "@body().next does not lead to https://api.parcels.test/v1, so it stays.",
        ),
        (
            r#"{"next":"https://api.parcels.test/v12"}"#,
            "@body().next does not lead to https://api.parcels.test/v1, so it stays.",
        ),
        (
            r#"{"next":"http://api.parcels.test/v1/x"}"#,
            "@body().next does not lead to https://api.parcels.test/v1, so it stays.",
        ),
        (
            r#"{"next":"//api.parcels.test/v1/x"}"#,
            "@body().next does not lead to https://api.parcels.test/v1, so it stays.",
        ),
        ("{}", "There is no @body().next. This is the last page."),
        (
            r#"{"next":null}"#,
            "@body().next is empty: this is the last page.",
        ),
        (
            r#"{"next":""}"#,
            "@body().next is empty: this is the last page.",
        ),
        (r#"{"next":5}"#, "@body().next is a number, not a link."),
        (
            "<a/>",
            "The body is not JSON but application/json: expected value at line 1 column 1.",
        ),
    ] {
        let link = link(json!({ "nextLinkPropertyName": "next" }));
        let finished = receive(&[link], response(200, body)).unwrap();
        assert_eq!(skipped(&finished.trace), reason);
        assert_eq!(finished.response.body, body.as_bytes());
    }
}

#[test]
fn a_connector_without_an_address_shows_what_the_platform_writes_and_leaves_links_as_they_are() {
    let plan = plan(&[link(json!({ "nextLinkPropertyName": "next" }))]);
    let (connection, request) = (connection(), request(&json!({})));
    let call = call(&request, &connection);
    let ready = Ready {
        request,
        base_url: "https://api.parcels.test/v1".to_owned(),
        trace: Vec::new(),
    };
    let body = r#"{"next":"https://api.parcels.test/v1/x"}"#;
    let finished = plan.finish(&call, &ready, response(200, body)).unwrap();
    assert!(
        matches!(&finished.trace[0].outcome, Outcome::Foreseen { reason } if reason.contains("gateway")),
        "{:?}",
        finished.trace
    );
    let part = json!({ "kind": "body", "path": "@body().next" });
    let after = r#""https://{gateway}/apim/{connector}/{connection}/x""#;
    let before = r#""https://api.parcels.test/v1/x""#;
    assert_eq!(listed(&finished.trace), [(part, Some(before), Some(after))]);
    assert_eq!(finished.response.body, body.as_bytes());
}

#[test]
fn a_status_marks_the_connection_as_unauthenticated() {
    for (wanted, status, is_marked) in [
        (json!(401), 401, true),
        (json!("403"), 403, true),
        (json!(401), 200, false),
    ] {
        let mark = policy(
            "setConnectionStatusToUnauthenticated",
            &json!({ "statusCode": wanted }),
        );
        let finished = receive(&[mark], response(status, "no")).unwrap();
        assert_eq!(finished.effects.unauthenticated, is_marked);
        if is_marked {
            let part = json!({ "kind": "connection" });
            assert_eq!(
                changes(&finished.trace),
                [(part, None, Some("unauthenticated"))]
            );
        } else {
            let reason = "The status is 200, and the policy waits for 401.";
            assert_eq!(skipped(&finished.trace), reason);
        }
    }
}
