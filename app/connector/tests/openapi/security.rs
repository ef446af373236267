//! Servers, security and schemas with a name of their own: what users of a connection are asked for.

use serde_json::{Value, json};
use tenon_connector::read::{Fate, Imported};

use super::{document, fates};

#[test]
fn security_becomes_what_users_are_asked_for() {
    let scheme = |scheme: Value| {
        document(
            "3.0.0",
            json!({ "components": { "securitySchemes": { "s": scheme } }, "security": [{ "s": [] }] }),
        )
    };
    let keys = |imported: &Imported| {
        let all = &imported.connector.properties()["properties"]["connectionParameters"];
        all.as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    let bearer = scheme(json!({ "type": "http", "scheme": "bearer" }));
    assert_eq!(keys(&bearer), ["api_key"]);
    let policy = &bearer.connector.properties()["properties"]["policyTemplateInstances"][0];
    assert_eq!(policy["templateId"], "setheader");
    assert_eq!(
        policy["parameters"]["x-ms-apimTemplateParameter.value"],
        "Bearer @connectionParameters('api_key')"
    );
    assert_eq!(
        keys(&scheme(json!({ "type": "http", "scheme": "basic" }))),
        ["username", "password"]
    );

    let flows = json!({
        "implicit": { "authorizationUrl": "https://a.example.com/i", "scopes": {} },
        "authorizationCode": { "authorizationUrl": "/authorize", "tokenUrl": "https://a.example.com/t", "scopes": { "read": "Read" } }
    });
    let oauth = scheme(json!({ "type": "oauth2", "flows": flows }));
    assert_eq!(keys(&oauth), ["token"]);
    assert_eq!(
        oauth.connector.definition()["securityDefinitions"]["s"],
        json!({ "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://api.example.com/authorize",
                "tokenUrl": "https://a.example.com/t", "scopes": { "read": "Read" } })
    );
    assert!(fates(&oauth).contains(&(
        "/components/securitySchemes/s/flows/implicit",
        Fate::Dropped
    )));

    let open =
        scheme(json!({ "type": "openIdConnect", "openIdConnectUrl": "https://a.example.com" }));
    assert!(fates(&open).contains(&("/components/securitySchemes/s", Fate::Lowered)));
    let definition = open.connector.definition();
    assert_eq!(definition["security"], json!([{ "s": [] }]));
    let scheme_of_open = &definition["securityDefinitions"]["s"];
    assert_eq!(scheme_of_open["authorizationUrl"], "https://a.example.com");
    assert_eq!(scheme_of_open["scopes"], json!({ "openid": "" }));
    assert_eq!(keys(&open), ["token"]);
    let nowhere = scheme(json!({ "type": "openIdConnect" }));
    assert!(fates(&nowhere).contains(&("/components/securitySchemes/s", Fate::Dropped)));
    assert_eq!(nowhere.connector.definition()["security"], json!([]));
}

#[test]
fn alternatives_of_security_become_ways() {
    let schemes = json!({ "k": { "type": "apiKey", "in": "header", "name": "X-Key" }, "b": { "type": "http", "scheme": "basic" } });
    let imported = document(
        "3.0.0",
        json!({ "components": { "securitySchemes": schemes }, "security": [{ "k": [] }, { "b": [] }] }),
    );
    let sets = &imported.connector.properties()["properties"]["connectionParameterSets"]["values"];
    assert_eq!(sets[0]["name"], "k");
    assert!(sets[0]["parameters"].get("k_api_key").is_some());
    assert!(sets[1]["parameters"].get("b_password").is_some());
}

#[test]
fn a_bearer_token_among_other_ways_is_entered_whole() {
    let schemes = json!({ "k": { "type": "apiKey", "in": "header", "name": "X-Key" }, "b": { "type": "http", "scheme": "Bearer" } });
    let imported = document(
        "3.1.0",
        json!({ "components": { "securitySchemes": schemes }, "security": [{ "k": [] }, { "b": [] }] }),
    );
    let properties = &imported.connector.properties()["properties"];
    assert_eq!(properties["policyTemplateInstances"], json!([]));
    let token = &properties["connectionParameterSets"]["values"][1]["parameters"]["b_api_key"];
    assert_eq!(token["type"], "securestring");
    let said = token["uiDefinition"]["description"].as_str().unwrap();
    assert!(said.contains("“Bearer”, a space and the token"), "{said}");
    assert!(fates(&imported).contains(&("/components/securitySchemes/b", Fate::Lowered)));
}

#[test]
fn a_key_in_a_cookie_is_sent_by_a_policy_where_all_sign_in_with_it() {
    let schemes = json!({ "c": { "type": "apiKey", "in": "cookie", "name": "session" }, "b": { "type": "http", "scheme": "basic" } });
    let with = |security: Value| {
        document(
            "3.0.0",
            json!({ "components": { "securitySchemes": schemes.clone() }, "security": security }),
        )
    };
    let alone = with(json!([{ "c": [] }]));
    let properties = &alone.connector.properties()["properties"];
    assert!(properties["connectionParameters"].get("api_key").is_some());
    let policy = &properties["policyTemplateInstances"][0];
    assert_eq!(policy["templateId"], "setheader");
    let parameters = &policy["parameters"];
    assert_eq!(parameters["x-ms-apimTemplateParameter.name"], "Cookie");
    assert_eq!(
        parameters["x-ms-apimTemplateParameter.value"],
        "session=@connectionParameters('api_key')"
    );
    assert!(fates(&alone).contains(&("/components/securitySchemes/c", Fate::Changed)));
    let beside = with(json!([{ "c": [] }, { "b": [] }]));
    let properties = &beside.connector.properties()["properties"];
    assert_eq!(properties["policyTemplateInstances"], json!([]));
    assert!(fates(&beside).contains(&("/components/securitySchemes/c", Fate::Dropped)));
}

#[test]
fn what_a_policy_sends_goes_to_the_operations_that_ask_for_it() {
    let with = |scheme: Value, security: Value, own: [Value; 3]| {
        let operation = |security: &Value| {
            let mut operation =
                json!({ "operationId": "Same", "responses": { "200": { "description": "OK" } } });
            if !security.is_null() {
                operation["security"] = security.clone();
            }
            json!({ "get": operation })
        };
        let imported = document(
            "3.1.0",
            json!({
                "components": { "securitySchemes": { "s": scheme, "b": { "type": "http", "scheme": "basic" } } },
                "security": security,
                "paths": { "/a": operation(&own[0]), "/b": operation(&own[1]), "/c": operation(&own[2]) }
            }),
        );
        let policy =
            "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplate-operationName";
        imported.connector.properties().pointer(policy).cloned()
    };
    let bearer = json!({ "type": "http", "scheme": "bearer" });
    let cookie = json!({ "type": "apiKey", "in": "cookie", "name": "session" });
    let all = json!([{ "s": [] }]);
    for scheme in [bearer, cookie] {
        let whole = with(
            scheme.clone(),
            all.clone(),
            [Value::Null, all.clone(), Value::Null],
        );
        assert_eq!(whole, None);
        let open = with(
            scheme.clone(),
            all.clone(),
            [json!([]), Value::Null, json!([{}, { "s": [] }])],
        );
        assert_eq!(open, Some(json!(["SameGetB", "SameGetC"])));
        let single = with(
            scheme.clone(),
            json!([]),
            [all.clone(), json!([{ "b": [] }]), Value::Null],
        );
        assert_eq!(single, Some(json!(["Same"])));
    }
}

#[test]
fn what_an_operation_asks_for_and_connections_do_not_is_named() {
    let flows = json!({ "clientCredentials": { "tokenUrl": "https://a.example.com/t", "scopes": { "r": "Read" } } });
    let operation = |security: Value| json!({ "get": { "security": security, "responses": { "200": { "description": "OK" } } } });
    let imported = document(
        "3.0.0",
        json!({
            "components": { "securitySchemes": {
                "o": { "type": "oauth2", "flows": flows }, "b": { "type": "http", "scheme": "basic" } } },
            "security": [{ "o": ["r"] }],
            "paths": {
                "/other": operation(json!([{ "b": [] }])),
                "/scope": operation(json!([{ "o": ["w"] }])),
                "/same": operation(json!([{ "b": [] }, { "o": ["r"] }])),
                "/open": operation(json!([]))
            }
        }),
    );
    let lowered: Vec<(&str, String)> = imported
        .ledger
        .entries
        .iter()
        .filter(|entry| entry.fate == Fate::Lowered)
        .map(|entry| (entry.pointer.as_str(), entry.message.to_string()))
        .collect();
    assert_eq!(lowered.len(), 2, "{lowered:?}");
    assert_eq!(lowered[0].0, "/paths/~1other/get/security");
    assert!(lowered[0].1.contains("(b)"), "{}", lowered[0].1);
    assert_eq!(lowered[1].0, "/paths/~1scope/get/security/0/o");
    assert!(lowered[1].1.contains("“w”"), "{}", lowered[1].1);
}

#[test]
fn two_flows_are_one_and_flows_that_nobody_knows_are_named() {
    let scheme = |flows: Value| {
        document(
            "3.2.0",
            json!({ "components": { "securitySchemes": { "s": { "type": "oauth2", "flows": flows } } }, "security": [{ "s": ["a"] }] }),
        )
    };
    let two = scheme(json!({
        "clientCredentials": { "tokenUrl": "https://a.example.com/t", "scopes": { "a": "A" } },
        "password": { "tokenUrl": "https://a.example.com/p", "scopes": {} }
    }));
    let definition = two.connector.definition();
    assert_eq!(
        definition["securityDefinitions"]["s"]["flow"],
        "application"
    );
    assert_eq!(definition["security"], json!([{ "s": ["a"] }]));
    assert!(fates(&two).contains(&(
        "/components/securitySchemes/s/flows/password",
        Fate::Dropped
    )));
    let unknown = scheme(
        json!({ "deviceAuthorization": { "tokenUrl": "https://a.example.com/t", "scopes": {} } }),
    );
    assert!(fates(&unknown).contains(&("/components/securitySchemes/s/flows", Fate::Dropped)));
    let definition = unknown.connector.definition();
    assert_eq!(definition.get("securityDefinitions"), None);
}

#[test]
fn variables_of_servers_that_are_not_described_are_asked_for() {
    let imported = document(
        "3.1.0",
        json!({ "servers": [{ "url": "https://{tenant}.example.com/{version}", "description": "Live",
                              "variables": { "version": { "default": "v2" } } }] }),
    );
    let definition = imported.connector.definition();
    assert_eq!(definition["host"], "tenant.example.com");
    assert_eq!(definition["basePath"], "/v2");
    let properties = &imported.connector.properties()["properties"];
    let asked = properties["connectionParameters"].as_object().unwrap();
    assert_eq!(asked.keys().collect::<Vec<_>>(), ["version", "tenant"]);
    assert_eq!(
        properties["policyTemplateInstances"][0]["parameters"]["x-ms-apimTemplateParameter.urlTemplate"],
        "https://@connectionParameters('tenant').example.com/@connectionParameters('version')"
    );
    let fates = fates(&imported);
    assert!(fates.contains(&("/servers/0/url", Fate::Changed)));
    assert!(fates.contains(&("/servers/0/variables/version", Fate::Changed)));
    assert!(fates.contains(&("/servers/0/description", Fate::Dropped)));
}

#[test]
fn a_variable_of_a_server_has_an_effect_or_is_not_asked_for() {
    let with = |server: Value| document("3.1.0", json!({ "servers": [server] }));
    let policy =
        "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.urlTemplate";
    let asked = "/properties/connectionParameters";
    let scheme = with(
        json!({ "url": "{proto}://{host}/api", "variables": { "proto": { "default": "https" },
                "host": { "default": "my.example.com" }, "unused": { "default": "a" } } }),
    );
    let properties = scheme.connector.properties();
    assert_eq!(
        properties.pointer(policy).unwrap(),
        "@connectionParameters('proto')://@connectionParameters('host')/api"
    );
    let keys = properties.pointer(asked).unwrap().as_object().unwrap();
    assert_eq!(keys.keys().collect::<Vec<_>>(), ["proto", "host"]);
    assert!(fates(&scheme).contains(&("/servers/0/variables/unused", Fate::Dropped)));
    assert_eq!(scheme.connector.definition()["host"], "my.example.com");

    let relative =
        with(json!({ "url": "/{version}", "variables": { "version": { "default": "v2" } } }));
    let properties = relative.connector.properties();
    assert_eq!(properties.pointer(policy), None);
    assert!(
        properties
            .pointer(asked)
            .is_none_or(|all| *all == json!({}))
    );
    assert!(fates(&relative).contains(&("/servers/0/url", Fate::Lowered)));
    assert_eq!(relative.connector.definition()["basePath"], "/v2");
}

#[test]
fn a_schema_is_found_by_its_anchor() {
    let imported = document(
        "3.1.0",
        json!({ "components": { "schemas": {
            "Cut": { "$anchor": "cut", "type": "object", "properties": { "next": { "$ref": "#cut" } } },
            "Joint": { "type": "object", "properties": { "cut": { "$ref": "#cut" }, "none": { "$ref": "#nowhere" } } }
        } } }),
    );
    let definitions = &imported.connector.definition()["definitions"];
    for (name, property) in [("Joint", "cut"), ("Cut", "next")] {
        assert_eq!(
            definitions[name]["properties"][property],
            json!({ "$ref": "#/definitions/Cut" })
        );
    }
    assert!(fates(&imported).contains(&(
        "/components/schemas/Joint/properties/none/$ref",
        Fate::Dropped
    )));
}
