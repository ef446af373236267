//! `routerequesttoendpoint`.

use serde_json::json;
use tenon_connector::policy::run::Fault;

use super::*;

#[test]
fn the_path_below_the_base_path_and_the_verb_become_others() {
    for (path, method, expected) in [
        (
            "/latest",
            json!("@Request.OriginalHTTPMethod"),
            "PUT /v1/latest?a=1&b=x%20y",
        ),
        (
            "latest/",
            json!("@request.originalHttpMethod"),
            "PUT /v1/latest/?a=1&b=x%20y",
        ),
        ("/", json!(null), "PUT /v1/?a=1&b=x%20y"),
        ("/{id}/x", json!("post"), "POST /v1/7%2F8/x?a=1&b=x%20y"),
        ("/x('{ID}')", json!("GET"), "GET /v1/x('7%2F8')?a=1&b=x%20y"),
        (
            "/$metadata/{id}({id})",
            json!("PATCH"),
            "PATCH /v1/$metadata/7%2F8(7%2F8)?a=1&b=x%20y",
        ),
        ("/x?c=d e&f", json!(""), "PUT /v1/x?c=d%20e&f&a=1&b=x%20y"),
        (
            "/ä/@queryParameters('b')/@{headers('X-Region')}",
            json!("HEAD"),
            "HEAD /v1/%C3%A4/x%20y/eu%2C%20us?a=1&b=x%20y",
        ),
    ] {
        let parameters = json!({ "newPath": path, "httpMethod": method });
        let ready = sent("RouteRequestToEndpoint", &parameters).unwrap();
        let url = ready
            .request
            .url
            .strip_prefix("https://api.parcels.test")
            .unwrap();
        let found = format!("{} {url}", ready.request.method.verb());
        assert_eq!(found, expected, "{parameters}");
    }
}

#[test]
fn verb_and_url_are_traced() {
    let ready = sent(
        "routerequesttoendpoint",
        &json!({ "newPath": "/x", "httpMethod": "GET" }),
    );
    let ready = ready.unwrap();
    let before = "https://api.parcels.test/v1/parcels/7%2F8?a=1&b=x%20y";
    let after = "https://api.parcels.test/v1/x?a=1&b=x%20y";
    let expected = [
        (json!({ "kind": "method" }), Some("PUT"), Some("GET")),
        (json!({ "kind": "url" }), Some(before), Some(after)),
    ];
    assert_eq!(changes(&ready.trace), expected);
}

#[test]
fn a_second_route_sees_the_operation_as_it_was() {
    let first = policy(
        "routerequesttoendpoint",
        &json!({ "newPath": "/x", "httpMethod": "GET" }),
    );
    let second = json!({ "newPath": "/y/{id}", "httpMethod": "@Request.OriginalHTTPMethod" });
    let second = policy("routerequesttoendpoint", &second);
    let host = policy(
        "dynamichosturl",
        &json!({ "urlTemplate": "https://z.test" }),
    );
    let ready = send(&[first, host, second], request(&json!({}))).unwrap();
    assert_eq!(ready.request.method.verb(), "PUT");
    assert_eq!(ready.request.url, "https://z.test/y/7%2F8?a=1&b=x%20y");
}

#[test]
fn paths_that_lead_nowhere_are_refused() {
    let refused_at = |path: &str| {
        refused(policy(
            "routerequesttoendpoint",
            &json!({ "newPath": path }),
        ))
    };
    assert!(matches!(
        refused_at("https://a.test/x").fault,
        Fault::Route { .. }
    ));
    assert!(matches!(
        refused_at("//a.test/x").fault,
        Fault::Route { .. }
    ));
    assert_eq!(refused_at(" ").fault, Fault::Missing("newPath"));
    let failed = sent(
        "routerequesttoendpoint",
        &json!({ "newPath": "/ä/{id}/{no}" }),
    );
    let error = failed.unwrap_err().error;
    assert_eq!(error.fault.at(), Some(9));
    let failed = sent("routerequesttoendpoint", &json!({ "newPath": "/x/../y" }));
    assert!(matches!(
        failed.unwrap_err().error.fault,
        Fault::Route { .. }
    ));
    let wrong = json!({ "newPath": "/x", "httpMethod": "FETCH" });
    let error = refused(policy("routerequesttoendpoint", &wrong));
    let said = error.to_string();
    assert!(
        said.contains(
            "because of “httpMethod”: It must be one of @Request.OriginalHTTPMethod, GET"
        ),
        "{said}"
    );
}

#[test]
fn values_of_the_path_are_found_wherever_they_stand() {
    for (template, path, route, expected) in [
        ("/a/{x}/b/{y}", "/a/1/b/2", "/{y}/{x}", "/2/1"),
        ("/a('{x}')/{y}", "/a('1%2F')/2", "/{x}-{y}", "/1%2F-2"),
        ("/a/{x}.{y}", "/a/1.2", "/{y}", "/2"),
        ("/ä/{x}", "/%C3%A4/1", "/{x}", "/1"),
        ("/a/{x}?k=v", "/a/1?k=v", "/{x}", "/1?k=v"),
        ("a/{x}/", "/a/1/", "/{x}", "/1"),
    ] {
        let route = policy("routerequesttoendpoint", &json!({ "newPath": route }));
        let (plan, connection) = (plan(&[route]), connection());
        let request = PreparedRequest {
            url: format!("https://api.test{path}"),
            ..request(&json!({}))
        };
        let key = OperationKey::new(template, Method::Put);
        let call = Call::new(&json!({}), &key, &request, &connection);
        let RequestStep::Ready(ready) = plan.start(&call, request) else {
            panic!("{template}");
        };
        assert_eq!(ready.request.url, format!("https://api.test{expected}"));
    }
}
