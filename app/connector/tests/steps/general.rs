//! General and Code: where fields go, pasted URLs, the gateway, icon and custom code.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Action;
use tenon_connector::general::{self, Field};

use super::{change, connector, keys};

fn with_properties(properties: &Value) -> Connector {
    let blank = Connector::blank("Notes");
    connector(blank.definition(), properties)
}

const FIELDS: [(Field, &str); 9] = [
    (Field::Title, "Notes"),
    (Field::Description, "Keeps notes."),
    (Field::Version, "2.1"),
    (Field::Host, "api.example.com:8443"),
    (Field::BasePath, "/v2"),
    (Field::BrandColour, "#0d47a1"),
    (Field::ContactName, "The team"),
    (Field::ContactUrl, "https://example.com"),
    (Field::ContactEmail, "team@example.com"),
];

#[test]
fn fields_read_back_and_stand_where_the_format_has_them() {
    for backwards in [false, true] {
        let mut connector = connector(
            &json!({ "swagger": "2.0", "info": { "license": {} }, "schemes": [], "paths": {} }),
            &json!({}),
        );
        let mut fields = FIELDS.to_vec();
        if backwards {
            fields.reverse();
        }
        for (field, text) in fields {
            let edit = field.set(&connector, text);
            change(&mut connector, edit);
            assert_eq!(field.text(&connector), text);
            assert_eq!(field.set(&connector, text), None, "nothing is left to do");
            assert_eq!(field.problem(text), None);
        }
        let definition = connector.definition();
        assert_eq!(
            keys(definition),
            ["swagger", "info", "host", "basePath", "schemes", "paths"]
        );
        assert_eq!(
            keys(&definition["info"]),
            ["title", "description", "version", "contact", "license"]
        );
        assert_eq!(
            keys(&definition["info"]["contact"]),
            ["name", "url", "email"]
        );
    }
}

#[test]
fn a_field_makes_the_objects_it_needs_where_the_format_has_them() {
    let mut connector = connector(&json!({ "swagger": "2.0", "paths": {} }), &json!({}));
    let edit = Field::ContactName.set(&connector, "The team");
    change(&mut connector, edit);
    assert_eq!(keys(connector.definition()), ["swagger", "info", "paths"]);
}

#[test]
fn an_emptied_field_goes_unless_the_format_demands_it() {
    let mut connector = connector(&json!({}), &json!({}));
    for (field, text) in FIELDS {
        let edit = field.set(&connector, text);
        change(&mut connector, edit);
        let edit = field.set(&connector, "");
        change(&mut connector, edit);
        let (part, path) = field.place();
        let stays = matches!(field, Field::Title | Field::Description | Field::Version);
        assert_eq!(connector.get(part, &path).is_some(), stays, "{field:?}");
        assert_eq!(field.text(&connector), "");
    }
}

#[test]
fn problems_of_fields_are_told() {
    let table = [
        (Field::Title, " ", true),
        (Field::Host, "", true),
        (Field::Host, "https://api.example.com", true),
        (Field::Host, "api.example.com/v1", true),
        (Field::Host, "api example.com", true),
        (Field::Host, "user@api.example.com", true),
        (Field::Host, "127.0.0.1:8080", false),
        (Field::Host, "@environmentVariables(\"host\")", false),
        (Field::Host, "@environmentVariables(\"\")", true),
        (Field::BasePath, "v1", true),
        (Field::BasePath, "/v1?a=b", true),
        (Field::BasePath, "/v 1", true),
        (Field::BasePath, "", false),
        (Field::BasePath, "@environmentVariables(\"base\")", false),
        (Field::BrandColour, "#007ee", true),
        (Field::BrandColour, "007ee5", true),
        (Field::BrandColour, "#00é5", true),
        (Field::BrandColour, "#007EE5", false),
        (Field::ContactEmail, "anything", false),
    ];
    for (field, text, expected) in table {
        assert_eq!(field.problem(text).is_some(), expected, "{field:?} {text}");
    }
}

#[test]
fn a_pasted_url_fills_scheme_host_and_base_url() {
    let table = [
        ("https://api.example.com", "https://api.example.com"),
        (
            " HTTP://api.example.com:8080/v1/ ",
            "http://api.example.com:8080/v1",
        ),
        (
            "https://me:secret@api.example.com/a/b?c=/d#e",
            "https://api.example.com/a/b",
        ),
        ("https://api.example.com?x=/y", "https://api.example.com"),
    ];
    for (pasted, expected) in table {
        let mut connector = Connector::blank("Notes");
        let url = general::split_url(pasted).unwrap();
        let edits = general::set_url(&connector, &url);
        let mut changed = connector.clone();
        changed.apply_action(&Action::new("Paste", edits)).unwrap();
        assert_eq!(general::base_url(&changed), expected);
        assert!(general::set_url(&changed, &url).is_empty());
        let edit = general::set_scheme(&connector, "http");
        change(&mut connector, edit);
        assert_eq!(general::scheme(&connector), "http");
    }
    for other in [
        "api.example.com",
        "ftp://api.example.com",
        "https://",
        "https:///v1",
        "",
    ] {
        assert_eq!(general::split_url(other), None, "{other}");
    }
}

#[test]
fn a_pasted_url_needs_no_scheme_but_a_path() {
    let mut connector = Connector::blank("Notes");
    let edit = general::set_scheme(&connector, "http");
    change(&mut connector, edit);
    for (pasted, host, path) in [
        ("api.example.com/v1", "api.example.com", "/v1"),
        (
            " //api.example.com:8443/v1/?a=b ",
            "api.example.com:8443",
            "/v1",
        ),
        ("münchen.example/v1", "münchen.example", "/v1"),
    ] {
        let expected = ("http", host.to_owned(), path.to_owned());
        assert_eq!(general::pasted_url(&connector, pasted), Some(expected));
    }
    for other in [
        "api.example.com",
        "api.example.com/",
        "/v1/a.b",
        "a b.example.com/v1",
        "@environmentVariables(\"a.b/c\")",
        "me:secret@api.example.com/v1",
        "ftp://api.example.com/v1",
    ] {
        assert_eq!(general::pasted_url(&connector, other), None, "{other}");
    }
}

#[test]
fn what_came_along_as_a_text_was_pasted_is_left_out() {
    let mut connector = Connector::blank("Notes");
    for (field, pasted, expected) in [
        (Field::Host, " api.example.com ", "api.example.com"),
        (Field::BasePath, "/v1 ", "/v1"),
        (Field::ContactEmail, " team@example.com", "team@example.com"),
        (Field::BrandColour, "0d47a1", "#0d47a1"),
        (Field::BrandColour, " #0D47A2 ", "#0D47A2"),
        (Field::BrandColour, "teal ", "teal "),
        (Field::Description, "Notes. ", "Notes. "),
    ] {
        let edit = field.set(&connector, pasted);
        change(&mut connector, edit);
        assert_eq!(field.text(&connector), expected, "{field:?}");
    }
}

#[test]
fn the_gateway_leaves_no_trace_once_it_is_off_again() {
    let present = json!({ "properties": {
        "connectionParameters": { "host": { "type": "string" } },
        "capabilities": ["actions"]
    } });
    for properties in [present, Connector::blank_properties()] {
        let mut connector = with_properties(&properties);
        assert!(general::set_gateway(&connector, false).is_empty());
        let edits = general::set_gateway(&connector, true);
        change(&mut connector, edits);
        assert!(general::gateway(&connector));
        assert!(general::set_gateway(&connector, true).is_empty());
        let edits = general::set_gateway(&connector, false);
        change(&mut connector, edits);
        assert_eq!(connector.properties(), &properties);
    }
}

#[test]
fn the_gateway_needs_nothing_to_be_there_and_keeps_its_parameter() {
    let mut connector = with_properties(&json!({}));
    assert!(general::set_gateway(&connector, false).is_empty());
    let edits = general::set_gateway(&connector, true);
    change(&mut connector, edits);
    let properties = &connector.properties()["properties"];
    assert_eq!(properties["capabilities"], json!(["gateway"]));
    assert_eq!(
        properties["connectionParameters"]["gateway"]["type"],
        "gatewaySetting"
    );

    let own = json!({ "type": "gatewaySetting", "x-own": 1 });
    let mut connector =
        with_properties(&json!({ "properties": { "connectionParameters": { "gateway": own } } }));
    let edits = general::set_gateway(&connector, true);
    change(&mut connector, edits);
    assert_eq!(
        connector.properties()["properties"]["connectionParameters"]["gateway"],
        own
    );
}

#[test]
fn of_several_ways_those_ask_for_the_gateway_that_can_go_through_it() {
    let secret = json!({ "type": "securestring" });
    let text = json!({ "type": "string" });
    let present = json!({ "properties": {
        "capabilities": [],
        "connectionParameters": {},
        "connectionParameterSets": { "values": [
            { "name": "key", "parameters": { "api_key": secret } },
            { "name": "account", "parameters": { "username": text, "password": secret } },
            { "name": "open", "parameters": { "host": text } },
            { "name": "sign-in", "parameters": { "token": { "type": "oauthSetting" } } }
        ] }
    } });
    let blank = json!({ "swagger": "2.0", "paths": {}, "securityDefinitions": {
        "api_key": { "type": "apiKey", "in": "header", "name": "k" }, "basic_auth": { "type": "basic" } } });
    let mut connector = connector(&blank, &present);
    let edits = general::set_gateway(&connector, true);
    change(&mut connector, edits);
    let properties = &connector.properties()["properties"];
    assert_eq!(properties["connectionParameters"], json!({}));
    assert_eq!(properties["capabilities"], json!(["gateway"]));
    let sets = properties["connectionParameterSets"]["values"]
        .as_array()
        .unwrap();
    let asked: Vec<&Value> = sets
        .iter()
        .filter(|set| set["parameters"].get("gateway").is_some())
        .map(|set| &set["name"])
        .collect();
    assert_eq!(asked, ["account", "open"]);
    assert!(general::set_gateway(&connector, true).is_empty());
    let edits = general::set_gateway(&connector, false);
    change(&mut connector, edits);
    assert_eq!(connector.properties(), &present);
}

#[test]
fn icon_and_custom_code_come_and_go() {
    let mut connector = Connector::blank("Notes");
    let edit = general::set_icon(&connector, Some("iVBORw==".to_owned()));
    change(&mut connector, edit);
    assert_eq!(connector.icon().unwrap(), b"\x89PNG");
    let edit = general::set_script(&connector, Some("class Script {}".to_owned()));
    change(&mut connector, edit);
    assert_eq!(connector.script(), Some("class Script {}"));
    assert_eq!(
        general::set_script(&connector, Some("class Script {}".to_owned())),
        None
    );
    let edits = [
        general::set_icon(&connector, None),
        general::set_script(&connector, None),
    ];
    change(&mut connector, edits.into_iter().flatten());
    assert_eq!((connector.icon(), connector.script()), (None, None));
}

#[test]
fn the_operations_of_the_custom_code_are_a_list_that_comes_and_goes() {
    let mut connector = Connector::blank("Notes");
    let set = general::set_script_operation;
    assert_eq!(set(&connector, "List", false), None);
    for id in ["List", "Add"] {
        let edit = set(&connector, id, true);
        change(&mut connector, edit);
    }
    assert_eq!(set(&connector, "List", true), None, "it keeps its place");
    assert_eq!(general::script_operations(&connector), ["List", "Add"]);
    for id in ["List", "Add"] {
        let edit = set(&connector, id, false);
        change(&mut connector, edit);
    }
    assert_eq!(connector.properties(), &Connector::blank_properties());
}
