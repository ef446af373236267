//! `dynamichosturl` and `dynamicsubdomain`.

use serde_json::json;
use tenon_connector::policy::run::Fault;

use super::*;

const REST: &str = "/parcels/7%2F8?a=1&b=x%20y";

#[test]
fn scheme_host_and_base_path_become_those_of_the_template() {
    for (template, base) in [
        (
            "https://@connectionParameters('host')",
            "https://eu.parcels.test",
        ),
        (
            "https://@connectionParameters('host').cdn.test/v2/",
            "https://eu.parcels.test.cdn.test/v2",
        ),
        (
            "https://@{connectionParameters('host')}.cdn.test",
            "https://eu.parcels.test.cdn.test",
        ),
        (
            "HTTP://@connectionParameters('host'):8080",
            "http://eu.parcels.test:8080",
        ),
        // The value is a whole URL.
        (
            "https://@connectionParameters('site')",
            "https://own.parcels.test:8443",
        ),
        (
            "http://@connectionParameters('site')/api",
            "https://own.parcels.test:8443/api",
        ),
        (
            "@connectionParameters('site')",
            "https://own.parcels.test:8443",
        ),
        (
            "@connectionParameters('site')api//v3/",
            "https://own.parcels.test:8443/api/v3",
        ),
        // There is no scheme.
        (
            "@connectionParameters('host')/api",
            "https://eu.parcels.test/api",
        ),
        ("localhost:8080/x", "https://localhost:8080/x"),
        ("//localhost", "https://localhost"),
        ("http://[2001:db8::1]:81/x", "http://[2001:db8::1]:81/x"),
        ("[::1]", "https://[::1]"),
        (
            "@headers('none', 'https://default.test')",
            "https://default.test",
        ),
        (
            "@connectionParameters('empty', 'https://default.test')",
            "https://default.test",
        ),
        (
            "https://x.test/@connectionParameters('token:org')/ä b%20c",
            "https://x.test/acme/%C3%A4%20b%20c",
        ),
        (
            "https://mail.zone@connectionParameters('token:org').test",
            "https://mail.zoneacme.test",
        ),
        (" https://x.test ", "https://x.test"),
    ] {
        for id in ["dynamicHostUrl", "dynamicsubdomain"] {
            let ready = sent(id, &json!({ "urlTemplate": template })).unwrap();
            assert_eq!(ready.request.url, format!("{base}{REST}"), "{template}");
            assert_eq!(ready.base_url, base);
        }
    }
}

#[test]
fn what_is_no_host_fails_and_says_why() {
    for (template, found, part) in [
        (
            "https://@headers('none').parcels.test",
            "https://.parcels.test",
            "is empty",
        ),
        (
            "https://@connectionParameters('empty')",
            "https://",
            "no name",
        ),
        (
            "https://user:key@parcels.test",
            "https://user:key@parcels.test",
            "no name",
        ),
        ("https://a b", "https://a b", "no name"),
        ("https://a:99999", "https://a:99999", "no name"),
        ("https://[::1", "https://[::1", "no name"),
        ("https://a.test\\x", "https://a.test\\x", "no name"),
        ("ftp://a.test", "ftp://a.test", "https and http"),
        ("https://a.test/x?y=1", "https://a.test/x?y=1", "a query"),
        ("https://a.test#y", "https://a.test#y", "a query"),
        (
            "https://a.test/x/%2E./y",
            "https://a.test/x/%2E./y",
            "dots alone",
        ),
    ] {
        let result = sent("dynamichosturl", &json!({ "urlTemplate": template }));
        let error = result.unwrap_err().error;
        assert_eq!(error.parameter.as_deref(), Some("urlTemplate"));
        match error.fault {
            Fault::Host { found: own, why } => {
                assert_eq!(own, found);
                assert!(why.contains(part), "{why}");
            }
            other => panic!("{template}: {other:?}"),
        }
    }
}

#[test]
fn what_was_read_between_the_lines_is_noted() {
    for (template, note) in [
        (
            "https://@connectionParameters('site')",
            "The value begins with “https://” itself",
        ),
        ("@connectionParameters('host')", "The host has no scheme"),
        (
            "https://x@headers('none').test",
            "“@headers('none')” at character 10 is empty: the request has no header “none”.",
        ),
    ] {
        let ready = sent("dynamichosturl", &json!({ "urlTemplate": template })).unwrap();
        let notes = &ready.trace[0].notes;
        assert!(notes[0].starts_with(note), "{notes:?}");
    }
}

#[test]
fn a_later_host_stands() {
    let host = |url: &str| policy("dynamichosturl", &json!({ "urlTemplate": url }));
    let ready = send(
        &[host("https://one.test/a"), host("two.test")],
        request(&json!({})),
    );
    assert_eq!(
        ready.unwrap().request.url,
        format!("https://two.test{REST}")
    );
}
