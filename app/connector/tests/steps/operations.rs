//! Definition: operations come, go, move and are described.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Action;
use tenon_connector::swagger::{
    Address, AddressError, Method, Operation, OperationKey, OperationText, Visibility,
    add_operation, delete_operation, free_operation_id, move_operation, operations, path_names,
    set_visibility,
};

use super::{change, connector, keys};

pub(crate) fn defining(paths: &Value) -> Connector {
    connector(
        &json!({
            "swagger": "2.0",
            "paths": paths,
            "parameters": {
                "Page": { "name": "page", "in": "query", "type": "integer" },
                "Team/Id": { "name": "team", "in": "path", "required": true, "type": "string" }
            }
        }),
        &json!({}),
    )
}

pub(crate) fn get(path: &str) -> OperationKey {
    OperationKey::new(path, Method::Get)
}

fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

/// The operation's parameters as `name (in)`.
pub(crate) fn parameters(connector: &Connector, key: &OperationKey) -> Vec<String> {
    let operation = Operation::find(connector.definition(), key).unwrap();
    let parameters = operation.parameters();
    let text = |p: &tenon_connector::swagger::Parameter<'_>| {
        format!(
            "{} ({})",
            p.name(),
            p.location().map_or("?", |location| location.as_str())
        )
    };
    parameters.iter().map(text).collect()
}

fn add(connector: &mut Connector, method: Method, text: &str) -> OperationKey {
    let id = free_operation_id(connector.definition(), "NewOperation");
    let (key, edits) = add_operation(connector, method, &address(text), &id, "New").unwrap();
    change(connector, edits);
    key
}

fn move_to(connector: &mut Connector, from: &OperationKey, method: Method, text: &str) {
    let (to, edits) = move_operation(connector, from, method, &address(text)).unwrap();
    change(connector, edits);
    let found = Operation::find(connector.definition(), &to).is_some();
    assert!(found, "{to}");
}

#[test]
fn a_new_operation_has_the_parameters_of_its_path_and_query() {
    let mut connector = Connector::blank("Notes");
    let key = add(
        &mut connector,
        Method::Get,
        " /teams/{team}/notes/{note}?page=1&size={size}&page=2&&flag ",
    );
    assert_eq!(key, get("/teams/{team}/notes/{note}"));
    assert_eq!(
        parameters(&connector, &key),
        [
            "team (path)",
            "note (path)",
            "page (query)",
            "size (query)",
            "flag (query)"
        ]
    );
    let operation = Operation::find(connector.definition(), &key).unwrap();
    let required: Vec<bool> = operation
        .parameters()
        .iter()
        .map(|p| p.required())
        .collect();
    assert_eq!(required, [true, true, false, false, false]);
    assert_eq!(operation.operation_id(), "NewOperation");
    assert_eq!(operation.summary(), "New");
    assert!(!operation.is_trigger());
    let second = add(&mut connector, Method::Post, "/teams/{team}/notes/{note}");
    let second = Operation::find(connector.definition(), &second).unwrap();
    assert_eq!(second.operation_id(), "NewOperation2");
}

#[test]
fn the_first_operation_brings_its_paths_where_the_format_has_them() {
    let mut connector = connector(&json!({ "swagger": "2.0", "definitions": {} }), &json!({}));
    add(&mut connector, Method::Get, "/notes");
    assert_eq!(
        keys(connector.definition()),
        ["swagger", "paths", "definitions"]
    );
}

#[test]
fn an_address_that_is_taken_is_refused() {
    let connector = defining(&json!({ "/a": { "get": {}, "post": {} }, "/b": { "get": {} } }));
    let taken = |key| Err(AddressError::Taken { key });
    let added = add_operation(&connector, Method::Get, &address("/a"), "A", "A");
    assert_eq!(added, taken(get("/a")));
    let moved = move_operation(&connector, &get("/b"), Method::Get, &address("/a"));
    assert_eq!(moved, taken(get("/a")));
    let itself = move_operation(&connector, &get("/b"), Method::Get, &address("/b"));
    assert_eq!(itself, Ok((get("/b"), Vec::new())));
    assert!(add_operation(&connector, Method::Put, &address("/a"), "A", "A").is_ok());
}

#[test]
fn addresses_that_cannot_be_are_refused() {
    let twice = |name: &str| AddressError::Twice {
        name: name.to_owned(),
    };
    let table = [
        ("", AddressError::NoSlash),
        ("notes", AddressError::NoSlash),
        ("https://api.example.com/notes", AddressError::NoSlash),
        ("?page=1", AddressError::NoSlash),
        ("/notes#first", AddressError::Characters),
        ("/my notes", AddressError::Characters),
        ("/notes/{id", AddressError::Braces),
        ("/notes/id}", AddressError::Braces),
        ("/notes/}id{", AddressError::Braces),
        ("/notes/{}", AddressError::Braces),
        ("/notes/{a/b}", AddressError::Braces),
        ("/notes/{a{b}}", AddressError::Braces),
        ("/notes/{id}/{id}", twice("id")),
    ];
    for (text, error) in table {
        assert_eq!(Address::parse(text), Err(error.clone()), "{text}");
        assert!(error.to_string().ends_with('.'), "{error}");
    }
    assert_eq!(
        path_names("/a/{b}-{c}.{é}").unwrap(),
        ["b", "c", "é"].map(str::to_owned)
    );
}

#[test]
fn deleting_takes_an_emptied_path_and_nothing_else() {
    let mut connector = defining(&json!({
        "/a": { "get": {}, "post": {} }, "/b": { "x-own": 1, "get": {} }, "/c": { "post": {} }
    }));
    assert_eq!(delete_operation(&connector, &get("/c")), None);
    for key in [get("/a"), get("/b"), OperationKey::new("/a", Method::Post)] {
        let edit = delete_operation(&connector, &key);
        change(&mut connector, edit);
        assert_eq!(delete_operation(&connector, &key), None);
    }
    assert_eq!(
        connector.definition()["paths"],
        json!({ "/b": { "x-own": 1 }, "/c": { "post": {} } })
    );
}

#[test]
fn a_moved_operation_keeps_its_members_and_its_place() {
    let operation = json!({
        "x-own": { "b": 1, "a": 2 }, "operationId": "GetNote",
        "parameters": [
            { "name": "size", "in": "query", "type": "integer" },
            { "name": "id", "in": "path", "required": true, "type": "string", "description": "Kept" },
            { "name": "part", "in": "path", "required": true, "type": "string" }
        ],
        "responses": {}
    });
    let paths = json!({ "/a": { "get": {} }, "/b/{id}/{part}": { "get": operation }, "/c": {} });
    let mut connector = defining(&paths);
    move_to(
        &mut connector,
        &get("/b/{id}/{part}"),
        Method::Put,
        "/n/{id}/{other}",
    );
    let paths = &connector.definition()["paths"];
    assert_eq!(keys(paths), ["/a", "/n/{id}/{other}", "/c"]);
    let key = OperationKey::new("/n/{id}/{other}", Method::Put);
    let moved = Operation::find(connector.definition(), &key).unwrap();
    assert_eq!(keys(moved.json()), keys(&operation));
    assert_eq!(moved.json()["x-own"].to_string(), r#"{"b":1,"a":2}"#);
    assert_eq!(
        parameters(&connector, &key),
        ["size (query)", "id (path)", "other (path)"]
    );
    assert_eq!(moved.parameters()[1].description(), "Kept");
}

#[test]
fn another_verb_changes_nothing_but_the_verb() {
    let item = json!({ "x-own": 1, "get": { "operationId": "A" }, "delete": {}, "parameters": [] });
    let mut connector = defining(&json!({ "/a": item }));
    move_to(&mut connector, &get("/a"), Method::Head, "/a");
    assert_eq!(
        connector.definition()["paths"].to_string(),
        r#"{"/a":{"x-own":1,"head":{"operationId":"A"},"delete":{},"parameters":[]}}"#
    );
}

#[test]
fn parameters_of_the_old_path_come_along() {
    let mut connector = defining(&json!({ "/t/{team}/{id}": {
        "parameters": [
            { "$ref": "#/parameters/Team~1Id" },
            { "name": "id", "in": "path", "required": true, "type": "integer" },
            { "name": "lang", "in": "header", "type": "string" },
            { "name": "size", "in": "query", "type": "string" }
        ],
        "get": { "operationId": "A", "parameters": [
            { "$ref": "#/parameters/Page" },
            { "name": "size", "in": "query", "type": "integer" }
        ], "responses": {} },
        "put": {}
    } }));
    let from = get("/t/{team}/{id}");
    move_to(&mut connector, &from, Method::Get, "/n/{team}");
    assert_eq!(
        parameters(&connector, &get("/n/{team}")),
        [
            "team (path)",
            "lang (header)",
            "page (query)",
            "size (query)"
        ]
    );
    let list = &connector.definition()["paths"]["/n/{team}"]["get"]["parameters"];
    assert_eq!(list[0], json!({ "$ref": "#/parameters/Team~1Id" }));
    assert_eq!(list[3]["type"], "integer");
    move_to(&mut connector, &get("/n/{team}"), Method::Get, "/n");
    assert_eq!(
        parameters(&connector, &get("/n")),
        ["lang (header)", "page (query)", "size (query)"]
    );
    let put = OperationKey::new("/t/{team}/{id}", Method::Put);
    assert_eq!(parameters(&connector, &put).len(), 4);
}

#[test]
fn a_moved_operation_gets_its_first_parameters_where_the_format_has_them() {
    let mut connector = defining(&json!({ "/a": { "get": { "summary": "S", "responses": {} } } }));
    move_to(&mut connector, &get("/a"), Method::Get, "/a/{id}");
    let moved = &connector.definition()["paths"]["/a/{id}"]["get"];
    assert_eq!(keys(moved), ["summary", "parameters", "responses"]);
}

#[test]
fn texts_of_an_operation_stand_in_order_and_go_when_emptied() {
    let mut connector = defining(&json!({ "/a": { "get": { "responses": {} } } }));
    let texts = [
        OperationText::OperationId,
        OperationText::Summary,
        OperationText::Description,
    ];
    for text in texts {
        let edit = text.set(&connector, &get("/a"), "Text");
        change(&mut connector, edit);
    }
    let edit = set_visibility(&connector, &get("/a"), Visibility::Important);
    change(&mut connector, edit);
    assert_eq!(
        connector.definition()["paths"]["/a"]["get"].to_string(),
        r#"{"summary":"Text","description":"Text","operationId":"Text","x-ms-visibility":"important","responses":{}}"#
    );
    for text in texts {
        let edit = text.set(&connector, &get("/a"), "");
        change(&mut connector, edit);
        assert_eq!(text.set(&connector, &get("/a"), ""), None);
    }
    let operation = Operation::find(connector.definition(), &get("/a")).unwrap();
    assert_eq!(operation.label(), "GET /a");
    assert_eq!(keys(operation.json()), ["x-ms-visibility", "responses"]);
}

#[test]
fn every_visibility_reads_back_and_none_is_the_absence_of_the_key() {
    let mut connector = defining(&json!({ "/a": { "get": { "x-ms-visibility": "odd" } } }));
    for visibility in Visibility::ALL {
        let edit = set_visibility(&connector, &get("/a"), visibility);
        change(&mut connector, edit);
        let operation = Operation::find(connector.definition(), &get("/a")).unwrap();
        assert_eq!(operation.visibility(), visibility);
        assert_eq!(
            operation.json().get("x-ms-visibility").is_none(),
            visibility == Visibility::None
        );
    }
}

#[test]
fn odd_definitions_are_shown_as_far_as_they_go() {
    let odd = [
        json!(null),
        json!([]),
        json!({ "/a": null, "/b": [], "/c": "text", "x-own": { "get": {} } }),
        json!({ "/a": { "get": null, "post": [], "GET": {}, "parameters": {} } }),
        json!({ "/a": { "parameters": "text", "get": { "parameters": [
            null, 7, "text", [], {}, { "name": 1, "in": 2 }, { "$ref": 3 }, { "$ref": "#/parameters/Missing" },
            { "$ref": "other.json" }, { "name": "a", "in": "cookie" }, { "name": "a", "in": "query" },
            { "name": "a", "in": "query" }
        ], "summary": 5, "operationId": [], "x-ms-visibility": {} } } }),
        json!({ "/a/{id}": { "get": { "parameters": { "name": "id" }, "responses": null } } }),
    ];
    for paths in odd {
        let before = defining(&paths);
        let found: Vec<OperationKey> = operations(before.definition())
            .map(|operation| operation.key().clone())
            .collect();
        for key in found {
            let mut connector = before.clone();
            let seen = parameters(&connector, &key).len();
            move_to(&mut connector, &key, Method::Patch, "/moved");
            let to = OperationKey::new("/moved", Method::Patch);
            assert_eq!(parameters(&connector, &to).len(), seen);
            let edit = delete_operation(&connector, &to);
            change(&mut connector, edit);
            assert!(!operations(connector.definition()).any(|o| *o.key() == to));
        }
        let (_, edits) =
            add_operation(&before, Method::Get, &address("/new"), "New", "New").unwrap();
        let mut connector = before.clone();
        let added = connector.apply_action(&Action::new("Add", edits)).is_ok();
        assert_eq!(added, !paths.is_array(), "{paths}");
        assert!(added || connector.to_files() == before.to_files());
    }
}
