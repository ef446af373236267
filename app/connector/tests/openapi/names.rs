//! Operation IDs: those that a document does not give are the same at each import.

use serde_json::{Value, json};
use tenon_connector::read::{Imported, KnownIds, Reading, read};
use tenon_connector::swagger::operations;

/// The ID of the operation at each path, in the order of the paths.
fn ids(imported: &Imported) -> Vec<(&str, &str)> {
    let mut ids: Vec<(&str, &str)> = operations(imported.connector.definition())
        .map(|operation| (operation.path_name(), operation.operation_id()))
        .collect();
    ids.sort_unstable();
    ids
}

/// A document with an operation at each of these paths, which may have an ID.
fn with_paths(paths: &[(&str, Option<&str>)]) -> String {
    let paths: serde_json::Map<String, Value> = paths
        .iter()
        .map(|(path, id)| {
            let mut operation = json!({ "responses": { "200": { "description": "OK" } } });
            if let Some(id) = id {
                operation["operationId"] = json!(id);
            }
            ((*path).to_owned(), json!({ "get": operation }))
        })
        .collect();
    json!({ "openapi": "3.0.0", "info": { "title": "Users", "version": "1" }, "paths": paths })
        .to_string()
}

#[test]
fn ids_do_not_hang_on_the_order_of_the_document() {
    let rows = [
        ("/users/by-id", None),
        ("/users/{id}", None),
        ("/a", Some("dup")),
        ("/b", Some("dup")),
    ];
    let mut turned = rows;
    turned.reverse();
    let one = read("users.json", with_paths(&rows).as_bytes()).unwrap();
    let other = read("users.json", with_paths(&turned).as_bytes()).unwrap();
    assert_eq!(ids(&one), ids(&other));
    assert_eq!(
        ids(&one),
        [
            ("/a", "dup"),
            ("/b", "dupGetB"),
            ("/users/by-id", "GetUsersById2"),
            ("/users/{id}", "GetUsersById")
        ]
    );
}

#[test]
fn operations_keep_the_ids_of_the_last_import() {
    let again = |known: &Imported, rows: &[(&str, Option<&str>)]| {
        let mut reading = Reading {
            known: KnownIds::of(&known.connector),
            ..Reading::default()
        };
        reading
            .read("users.json", with_paths(rows).as_bytes())
            .unwrap()
    };
    let first = read(
        "users.json",
        with_paths(&[("/users/by-id", None), ("/x/y", Some("dup"))]).as_bytes(),
    )
    .unwrap();
    // What is new would come first by itself.
    let rows = [
        ("/users/{id}", None),
        ("/users/by-id", None),
        ("/x", Some("dup")),
        ("/x/y", Some("dup")),
    ];
    assert_eq!(
        ids(&again(&first, &rows)),
        [
            ("/users/by-id", "GetUsersById"),
            ("/users/{id}", "GetUsersById2"),
            ("/x", "dupGetX"),
            ("/x/y", "dup")
        ]
    );
    // An ID that the document gives to another operation is not kept.
    let given = [("/users/by-id", None), ("/u", Some("GetUsersById"))];
    assert_eq!(
        ids(&again(&first, &given)),
        [("/u", "GetUsersById"), ("/users/by-id", "GetUsersById2")]
    );
}

#[test]
fn requests_of_one_name_keep_their_ids_wherever_their_folders_stand() {
    let folder = |name: &str| {
        let url = format!("https://a.example/{name}");
        json!({ "name": name, "item": [{ "name": "List", "request": { "method": "GET", "url": url } }] })
    };
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    let collection = |names: &[&str]| {
        let items: Vec<Value> = names.iter().map(|name| folder(name)).collect();
        json!({ "info": { "name": "Lists", "schema": schema }, "item": items }).to_string()
    };
    let first = read("lists.json", collection(&["b", "c"]).as_bytes()).unwrap();
    let turned = read("lists.json", collection(&["c", "b"]).as_bytes()).unwrap();
    assert_eq!(ids(&first), [("/b", "List"), ("/c", "CList")]);
    assert_eq!(ids(&first), ids(&turned));
    let mut reading = Reading {
        known: KnownIds::of(&first.connector),
        ..Reading::default()
    };
    let more = reading
        .read("lists.json", collection(&["a", "c", "b"]).as_bytes())
        .unwrap();
    assert_eq!(
        ids(&more),
        [("/a", "AList"), ("/b", "List"), ("/c", "CList")]
    );
}
