//! `setqueryparameter`.

use serde_json::json;

use super::*;

#[test]
fn a_parameter_of_the_query_is_set_as_exists_action_says() {
    for (name, value, action, query) in [
        (
            "c",
            "1&2=3 ü",
            "override",
            "a=1&b=x%20y&c=1%262%3D3%20%C3%BC",
        ),
        ("a", "2", "", "a=2&b=x%20y"),
        ("a", "2", "Append", "a=1&b=x%20y&a=2"),
        ("c", "2", "skip", "a=1&b=x%20y&c=2"),
        ("%24top", "5", "override", "a=1&b=x%20y&%24top=5"),
        (
            "$filter",
            "x eq 'y'",
            "override",
            "a=1&b=x%20y&%24filter=x%20eq%20%27y%27",
        ),
        ("b", "@queryParameters('b')!", "override", "a=1&b=x%20y%21"),
        (
            "c",
            "@queryParameters('none')",
            "override",
            "a=1&b=x%20y&c=",
        ),
        (
            "c",
            "@queryParameters('none','d')",
            "override",
            "a=1&b=x%20y&c=d",
        ),
        ("A", "2", "override", "a=1&b=x%20y&A=2"),
    ] {
        let parameters = json!({ "name": name, "value": value, "existsAction": action });
        let ready = sent("SetQueryParameter", &parameters).unwrap();
        let url = format!("https://api.parcels.test/v1/parcels/7%2F8?{query}");
        assert_eq!(ready.request.url, url, "{parameters}");
    }
}

#[test]
fn a_parameter_that_is_there_is_left_when_it_is_to_be_skipped() {
    let parameters = json!({ "name": "b", "value": "2", "existsAction": "SKIP" });
    let ready = sent("setqueryparameter", &parameters).unwrap();
    let reason = "The query has “b” already, and existsAction is skip.";
    assert_eq!(skipped(&ready.trace), reason);
}

#[test]
fn overriding_leaves_one_of_several_and_a_url_without_query_gets_one() {
    for (before, after) in [
        ("https://a.test/v1/x", "https://a.test/v1/x?a=9"),
        ("https://a.test/v1/x?", "https://a.test/v1/x?a=9"),
        (
            "https://a.test/v1/x?a=1&c&a=2&&%61=3",
            "https://a.test/v1/x?a=9&c",
        ),
        (
            "https://[::1]:8080/v1/x?c=1",
            "https://[::1]:8080/v1/x?c=1&a=9",
        ),
        ("https://a.test?c=1", "https://a.test?c=1&a=9"),
    ] {
        let set = policy("setqueryparameter", &json!({ "name": "a", "value": 9 }));
        let request = PreparedRequest {
            url: before.to_owned(),
            ..request(&json!({}))
        };
        let ready = send(&[set], request).unwrap();
        assert_eq!(ready.request.url, after);
        let expected = [(json!({ "kind": "url" }), Some(before), Some(after))];
        assert_eq!(changes(&ready.trace), expected);
    }
}
