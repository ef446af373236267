use serde_json::json;
use tenon_connector::swagger::{operations, set_test_operation, test_operation};

use crate::{change, defined, keys};

#[test]
fn the_test_of_a_connection_changes_alone() {
    let mut connector = defined(&json!({ "x-ms-capabilities": {
        "file-picker": {},
        "testConnection": { "operationId": "Ping", "parameters": { "a": 1 } }
    } }));
    let edits = set_test_operation(&connector, Some("Me"));
    change(&mut connector, edits);
    assert_eq!(test_operation(connector.definition()), Some("Me"));
    let capabilities = &connector.definition()["x-ms-capabilities"];
    assert_eq!(
        capabilities["testConnection"]["parameters"],
        json!({ "a": 1 })
    );
    let edits = set_test_operation(&connector, None);
    change(&mut connector, edits);
    assert_eq!(
        keys(&connector.definition()["x-ms-capabilities"]),
        ["file-picker"]
    );
}

#[test]
fn revisions_and_pages_are_seen() {
    let connector = defined(&json!({ "paths": { "/a": {
        "get": { "x-ms-pageable": { "nextLinkName": "nextLink" },
            "x-ms-api-annotation": { "family": "A", "revision": 2 } },
        "put": { "x-ms-pageable": 1, "x-ms-api-annotation": [] }
    } } }));
    let seen: Vec<_> = operations(connector.definition())
        .map(|o| (o.next_link(), o.family(), o.revision()))
        .collect();
    assert_eq!(
        seen,
        [(Some("nextLink"), Some("A"), Some(2)), (None, None, None)]
    );
}
