//! Definition: parameters of operations, their own, of their path, and shared.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Edit;
use tenon_connector::swagger::{
    Location, Operation, Origin, Parameter, ParameterError, ParameterText, Visibility,
    add_parameter, default_value, delete_parameter, relocate_parameter, rename_parameter,
};

use super::operations::{defining, get, parameters};
use super::{change, keys};

/// One operation with a parameter of each origin.
fn connector() -> Connector {
    defining(&json!({
        "/t/{team}": {
            "parameters": [{ "name": "lang", "in": "header", "type": "string" }],
            "get": { "operationId": "A", "parameters": [
                { "$ref": "#/parameters/Team~1Id" },
                { "name": "size", "in": "query", "type": "string", "format": "uuid", "default": "5" },
                { "$ref": "#/parameters/Page" },
                { "name": "note", "in": "body", "schema": { "type": "object" } }
            ], "responses": {} }
        },
        "/other": { "get": { "parameters": [{ "$ref": "#/parameters/Page" }] } }
    }))
}

/// What `make` does to the parameter of this name, done.
fn edit<E: IntoIterator<Item = Edit>>(
    connector: &mut Connector,
    name: &str,
    make: impl Fn(&Connector, &Parameter<'_>) -> E,
) {
    let edits: Vec<Edit> = with(connector, name, |p| {
        make(connector, p).into_iter().collect()
    });
    change(connector, edits);
}

fn with<T>(connector: &Connector, name: &str, look: impl Fn(&Parameter<'_>) -> T) -> T {
    let operation = Operation::find(connector.definition(), &get("/t/{team}")).unwrap();
    let parameters = operation.parameters();
    look(parameters.iter().find(|p| p.name() == name).unwrap())
}

fn own(connector: &Connector, index: usize) -> Value {
    connector.definition()["paths"]["/t/{team}"]["get"]["parameters"][index].clone()
}

#[test]
fn an_operation_sees_the_parameters_of_its_path_then_its_own() {
    let connector = connector();
    assert_eq!(
        parameters(&connector, &get("/t/{team}")),
        [
            "lang (header)",
            "team (path)",
            "size (query)",
            "page (query)",
            "note (body)"
        ]
    );
    let origins = [
        ("lang", Origin::PathItem),
        ("team", Origin::Shared("Team/Id")),
        ("size", Origin::Operation),
        ("page", Origin::Shared("Page")),
    ];
    for (name, origin) in origins {
        with(&connector, name, |p| assert_eq!(p.origin(), origin));
    }
}

#[test]
fn a_new_parameter_comes_last_in_the_list_that_stands_where_the_format_has_it() {
    let mut connector = defining(&json!({
        "/t/{team}": { "get": { "operationId": "A", "responses": {} } }
    }));
    for location in Location::ALL {
        let edit = add_parameter(&connector, &get("/t/{team}"), "new", location).unwrap();
        change(&mut connector, edit);
        let operation = Operation::find(connector.definition(), &get("/t/{team}")).unwrap();
        let all = operation.parameters();
        let last = all.last().unwrap();
        assert_eq!((last.name(), last.location()), ("new", Some(location)));
        assert_eq!(last.schema().is_some(), location == Location::Body);
        assert_eq!(
            last.required(),
            matches!(location, Location::Path | Location::Body)
        );
    }
    let operation = &connector.definition()["paths"]["/t/{team}"]["get"];
    assert_eq!(keys(operation), ["operationId", "parameters", "responses"]);
    assert_eq!(
        add_parameter(&connector, &get("/gone"), "new", Location::Query),
        Ok(None)
    );
}

#[test]
fn names_and_places_that_cannot_be_are_refused() {
    let connector = connector();
    let key = get("/t/{team}");
    let taken = |name: &str, location| ParameterError::Taken {
        name: name.to_owned(),
        location,
    };
    let table = [
        ("", Location::Query, ParameterError::NoName),
        ("  ", Location::Body, ParameterError::NoName),
        ("size", Location::Query, taken("size", Location::Query)),
        ("page", Location::Query, taken("page", Location::Query)),
        ("lang", Location::Header, taken("lang", Location::Header)),
        ("other", Location::Body, ParameterError::SecondBody),
    ];
    for (name, location, error) in table {
        assert_eq!(
            add_parameter(&connector, &key, name, location),
            Err(error.clone())
        );
        assert!(error.to_string().ends_with('.'), "{error}");
    }
    let rename = |to: &str| {
        with(&connector, "size", |p| {
            rename_parameter(&connector, &key, p, to)
        })
    };
    assert_eq!(rename(" "), Err(ParameterError::NoName));
    assert_eq!(rename("page"), Err(taken("page", Location::Query)));
    assert_eq!(rename("size"), Ok(None));
    let move_to = |name: &str, to| {
        with(&connector, name, |p| {
            relocate_parameter(&connector, &key, p, to)
        })
    };
    assert_eq!(
        move_to("size", Location::Body),
        Err(ParameterError::SecondBody)
    );
    assert_eq!(move_to("note", Location::Body), Ok(None));
    assert!(add_parameter(&connector, &key, "size", Location::Header).is_ok());
}

#[test]
fn a_renamed_parameter_keeps_its_place_and_is_found_by_its_new_name() {
    let mut connector = connector();
    edit(&mut connector, "size", |c, p| {
        rename_parameter(c, &get("/t/{team}"), p, "limit").unwrap()
    });
    assert_eq!(own(&connector, 1)["name"], "limit");
    edit(&mut connector, "limit", |c, p| {
        p.set_text(c, ParameterText::Summary, "Limit")
    });
    assert_eq!(with(&connector, "limit", |p| p.label().to_owned()), "Limit");
}

#[test]
fn texts_visibility_and_required_stand_in_order_and_go_again() {
    let mut connector = connector();
    edit(&mut connector, "size", |c, p| {
        p.set_visibility(c, Visibility::Advanced)
    });
    edit(&mut connector, "size", |c, p| {
        p.set_text(c, ParameterText::Description, "How many")
    });
    edit(&mut connector, "size", |c, p| {
        p.set_text(c, ParameterText::Summary, "Size")
    });
    edit(&mut connector, "size", |c, p| p.set_required(c, true));
    assert_eq!(
        keys(&own(&connector, 1)),
        [
            "name",
            "in",
            "required",
            "type",
            "format",
            "default",
            "x-ms-summary",
            "description",
            "x-ms-visibility"
        ]
    );
    edit(&mut connector, "size", |c, p| {
        p.set_visibility(c, Visibility::None)
    });
    for text in [ParameterText::Summary, ParameterText::Description] {
        edit(&mut connector, "size", |c, p| p.set_text(c, text, ""));
    }
    assert_eq!(
        keys(&own(&connector, 1)),
        ["name", "in", "required", "type", "format", "default"]
    );
}

#[test]
fn a_path_parameter_stays_required() {
    let connector = connector();
    for required in [true, false] {
        let edit = with(&connector, "team", |p| p.set_required(&connector, required));
        assert_eq!(edit, None);
    }
}

#[test]
fn a_parameter_moves_between_path_query_and_body() {
    let mut connector = defining(&json!({ "/t/{team}": { "get": { "parameters": [
        { "name": "team", "in": "path", "required": true, "type": "array", "items": { "type": "string" },
          "collectionFormat": "csv", "default": ["a"], "x-ms-url-encoding": "double", "description": "Kept" }
    ] } } }));
    let mut relocate = |location| {
        edit(&mut connector, "team", |c, p| {
            relocate_parameter(c, &get("/t/{team}"), p, location).unwrap()
        });
        own(&connector, 0)
    };
    let body = relocate(Location::Body);
    assert_eq!(
        body,
        json!({ "name": "team", "in": "body", "required": true, "description": "Kept",
            "schema": { "type": "array", "items": { "type": "string" }, "default": ["a"] } })
    );
    assert_eq!(
        relocate(Location::Query),
        json!({ "name": "team", "in": "query", "required": true, "description": "Kept",
            "type": "array", "items": { "type": "string" }, "default": ["a"] })
    );
    assert_eq!(relocate(Location::Path)["required"], true);
}

#[test]
fn a_body_that_no_parameter_can_be_becomes_a_text() {
    let mut connector = connector();
    edit(&mut connector, "note", |c, p| {
        relocate_parameter(c, &get("/t/{team}"), p, Location::Header).unwrap()
    });
    assert_eq!(
        own(&connector, 3),
        json!({ "name": "note", "in": "header", "type": "string" })
    );
}

#[test]
fn another_type_takes_along_what_fits_it() {
    let mut connector = connector();
    edit(&mut connector, "size", |c, p| p.set_kind(c, "integer"));
    assert_eq!(
        own(&connector, 1),
        json!({ "name": "size", "in": "query", "type": "integer", "default": 5 })
    );
    edit(&mut connector, "size", |c, p| p.set_kind(c, "array"));
    assert_eq!(
        own(&connector, 1),
        json!({ "name": "size", "in": "query", "type": "array", "items": { "type": "string" } })
    );
    edit(&mut connector, "size", |c, p| p.set_kind(c, "boolean"));
    assert_eq!(
        own(&connector, 1),
        json!({ "name": "size", "in": "query", "type": "boolean" })
    );
    assert!(with(&connector, "size", |p| p.set_kind(&connector, "boolean")).is_empty());
}

#[test]
fn defaults_are_values_of_the_type() {
    let table = [
        ("string", "007", Some(json!("007"))),
        ("integer", "-7", Some(json!(-7))),
        ("integer", "7.5", None),
        ("integer", "seven", None),
        ("number", "7.5", Some(json!(7.5))),
        ("number", "\"7\"", None),
        ("boolean", "true", Some(json!(true))),
        ("boolean", "yes", None),
        ("array", "[\"a\", 1]", Some(json!(["a", 1]))),
        ("array", "a, b", None),
        ("file", "text", Some(json!("text"))),
        ("", "text", Some(json!("text"))),
    ];
    for (kind, text, expected) in table {
        let value = default_value(kind, text);
        match expected {
            Some(expected) => assert_eq!(value, Ok(Some(expected))),
            None => assert!(value.unwrap_err().to_string().contains(text)),
        }
        assert_eq!(default_value(kind, ""), Ok(None));
    }
    let mut connector = connector();
    for text in ["on", "", "off"] {
        edit(&mut connector, "size", |c, p| {
            p.set_default(c, text).unwrap()
        });
        let shown = with(&connector, "size", |p| p.default_text());
        assert_eq!(shown.unwrap_or_default(), text);
    }
    edit(&mut connector, "page", |c, p| {
        p.set_default(c, "3").unwrap()
    });
    assert_eq!(
        with(&connector, "page", |p| p.default_text()).as_deref(),
        Some("3")
    );
    assert!(with(&connector, "page", |p| p.set_default(&connector, "x")).is_err());
}

#[test]
fn edits_of_a_shared_parameter_go_to_the_shared_one() {
    let mut connector = connector();
    edit(&mut connector, "page", |c, p| {
        p.set_text(c, ParameterText::Summary, "Page")
    });
    edit(&mut connector, "page", |c, p| {
        rename_parameter(c, &get("/t/{team}"), p, "number").unwrap()
    });
    assert_eq!(own(&connector, 2), json!({ "$ref": "#/parameters/Page" }));
    assert_eq!(
        connector.definition()["parameters"]["Page"],
        json!({ "name": "number", "in": "query", "type": "integer", "x-ms-summary": "Page" })
    );
    assert_eq!(parameters(&connector, &get("/other")), ["number (query)"]);
}

#[test]
fn deleting_a_shared_parameter_takes_the_reference_alone() {
    let mut connector = connector();
    for name in ["page", "team", "size"] {
        edit(&mut connector, name, |c, p| {
            delete_parameter(c, &get("/t/{team}"), p.path())
        });
    }
    assert_eq!(
        parameters(&connector, &get("/t/{team}")),
        ["lang (header)", "note (body)"]
    );
    assert_eq!(
        keys(&connector.definition()["parameters"]),
        ["Page", "Team/Id"]
    );
    assert_eq!(parameters(&connector, &get("/other")), ["page (query)"]);
}

#[test]
fn a_parameter_of_the_path_is_edited_there_and_not_deleted_from_one_operation() {
    let mut connector = connector();
    edit(&mut connector, "lang", |c, p| p.set_required(c, true));
    assert_eq!(
        connector.definition()["paths"]["/t/{team}"]["parameters"][0]["required"],
        true
    );
    let deleted = with(&connector, "lang", |p| {
        delete_parameter(&connector, &get("/t/{team}"), p.path())
    });
    assert_eq!(deleted, None);
}

#[test]
fn twins_and_broken_references_can_be_deleted_one_by_one() {
    let mut connector = defining(&json!({ "/t/{team}": { "get": { "parameters": [
        { "name": "a", "in": "query", "type": "string" },
        { "name": "a", "in": "query", "type": "integer" },
        { "$ref": "#/parameters/Missing" }
    ] } } }));
    for left in [2, 1, 0] {
        let operation = Operation::find(connector.definition(), &get("/t/{team}")).unwrap();
        let path = operation.parameters().last().unwrap().path().clone();
        let edit = delete_parameter(&connector, &get("/t/{team}"), &path);
        change(&mut connector, edit);
        assert_eq!(parameters(&connector, &get("/t/{team}")).len(), left);
    }
}
