//! Each of the 165 providers, and the whole properties that picking it writes: told from its data by
//! the rules of the format (spec section C.3), with nothing taken from the code that writes them.

use std::fmt::Write;

use serde_json::{Map, Value, json};
use tenon_connector::Connector;
use tenon_connector::security::{Provider, Variable, VariableChoice, Way, choose_provider};

use super::change;

/// The providers as the data has them, unread.
fn rows() -> Vec<Value> {
    serde_json::from_str(include_str!("../../../../src/providers.json")).unwrap()
}

/// A text that the data must have.
fn text<'r>(row: &'r Value, key: &str) -> &'r str {
    row[key].as_str().unwrap()
}

/// The parts between braces, in the order in which they appear, each once.
fn braces(row: &Value) -> Vec<String> {
    let mut all = ["authorization_url", "token_url", "refresh_url"]
        .map(|key| text(row, key).to_owned())
        .to_vec();
    // Members of the data are read in the order of their names.
    let sorted: std::collections::BTreeMap<String, String> =
        serde_json::from_value(row["authorize_params"].clone()).unwrap();
    all.extend(sorted.into_values());
    let mut names = Vec::new();
    for text in all {
        let mut rest = text.as_str();
        while let Some(open) = rest.find('{') {
            let close = rest[open..].find('}').unwrap() + open;
            let name = rest[open + 1..close].to_owned();
            if name != "random" && !names.contains(&name) {
                names.push(name);
            }
            rest = &rest[close..];
        }
    }
    names
}

/// A value as it stands in a query; braces stay, since they are placeholders.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~{}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").unwrap();
        }
    }
    out
}

/// What an authorization says beyond what every one says.
fn beyond(row: &Value) -> Vec<(String, String)> {
    let params: std::collections::BTreeMap<String, String> =
        serde_json::from_value(row["authorize_params"].clone()).unwrap();
    let is_usual =
        |name: &str, value: &str| name == "scope" || (name == "response_mode" && value == "query");
    params
        .into_iter()
        .filter(|(name, value)| !is_usual(name, value))
        .collect()
}

fn scopes(row: &Value) -> Vec<String> {
    let fixed = row["authorize_params"]["scope"].as_str().unwrap_or("");
    let examples = row["scopes_example"].as_array().unwrap();
    let examples = examples.iter().map(|scope| scope.as_str().unwrap());
    let mut scopes: Vec<String> = Vec::new();
    for scope in fixed.split(' ').chain(examples) {
        let is_new = !scope.is_empty() && !scopes.iter().any(|own| own == scope);
        if is_new && !scope.contains('{') {
            scopes.push(scope.to_owned());
        }
    }
    scopes
}

/// `customParameters`, where the variables stand in the texts as they are written.
fn custom(row: &Value, identity: &str, fill: &dyn Fn(&str) -> String) -> Value {
    let value = |text: &str| json!({ "value": text });
    let address = |key: &str| value(&fill(text(row, key)));
    if identity != "oauth2generic" {
        return json!({
            "authorizationUrl": address("authorization_url"),
            "tokenUrl": address("token_url"),
            "refreshUrl": address("refresh_url")
        });
    }
    let mut query = "?client_id={ClientId}&response_type=code&redirect_uri={RedirectUrl}\
                     &scope={Scopes}&state={State}"
        .to_owned();
    for (name, said) in beyond(row) {
        // What is new each time is what the state is.
        let said = fill(&said).replace("{random}", "{State}");
        write!(query, "&{name}={}", encoded(&said)).unwrap();
    }
    let client = "&client_id={ClientId}&client_secret={ClientSecret}";
    let mut custom = json!({
        "authorizationUrlTemplate": address("authorization_url"),
        "authorizationUrlQueryStringTemplate": value(&query),
        "tokenUrlTemplate": address("token_url"),
        "tokenBodyTemplate": value(&format!(
            "code={{Code}}&grant_type=authorization_code&redirect_uri={{RedirectUrl}}{client}")),
        "refreshUrlTemplate": address("refresh_url"),
        "refreshBodyTemplate": value(&format!(
            "refresh_token={{RefreshToken}}&grant_type=refresh_token{client}"))
    });
    if text(row, "scope_separator") != " " {
        custom["scopeListDelimiter"] = value(text(row, "scope_separator"));
    }
    custom
}

/// `identityProvider`: templates for what plain addresses cannot say, a proof key where the provider
/// insists on it.
fn identity(row: &Value, is_asked: bool) -> &'static str {
    let is_plain = beyond(row).is_empty() && text(row, "scope_separator") == " ";
    match (is_plain && !is_asked, text(row, "pkce_level")) {
        (false, _) => "oauth2generic",
        (true, "required") => "oauth2pkce",
        (true, _) => "oauth2",
    }
}

/// `accountUuid` as a label.
fn label(name: &str) -> String {
    let mut words = String::new();
    for c in name.chars() {
        match c {
            '_' | '-' => words.push(' '),
            c if c.is_uppercase() && !words.is_empty() => {
                words.push(' ');
                words.extend(c.to_lowercase());
            }
            c if words.is_empty() => words.extend(c.to_uppercase()),
            c => words.push(c),
        }
    }
    words
}

/// The whole of `apiProperties.json`.
fn expected(row: &Value, answer: Option<&str>) -> Value {
    let variables = braces(row);
    let is_asked = answer.is_none() && !variables.is_empty();
    let identity = identity(row, is_asked);
    let fill = |text: &str| match answer {
        None => text.to_owned(),
        Some(answer) => variables.iter().fold(text.to_owned(), |text, name| {
            text.replace(&format!("{{{name}}}"), answer)
        }),
    };
    let mut parameters = Map::new();
    let token = json!({
        "type": "oauthSetting",
        "oAuthSettings": {
            "identityProvider": identity,
            "clientId": "",
            "scopes": scopes(row),
            "redirectMode": "GlobalPerConnector",
            "redirectUrl": "https://global.consent.azure-apim.net/redirect",
            "properties": { "IsFirstParty": "False", "IsOnbehalfofLoginSupported": false },
            "customParameters": custom(row, identity, &fill)
        },
        "uiDefinition": {
            "displayName": "Sign in",
            "description": "Sign in with your credentials",
            "tooltip": "Sign in with your credentials",
            "constraints": { "required": "true" }
        }
    });
    parameters.insert("token".to_owned(), token);
    for name in variables.iter().filter(|_| is_asked) {
        let hint = format!("{} of your account", label(name));
        let question = json!({
            "type": "string",
            "uiDefinition": {
                "displayName": label(name),
                "description": hint,
                "tooltip": hint,
                "constraints": { "required": "true", "tabIndex": 2 }
            }
        });
        parameters.insert(format!("token:{name}"), question);
    }
    json!({ "properties": {
        "connectionParameters": parameters,
        "iconBrandColor": "#007ee5",
        "capabilities": [],
        "policyTemplateInstances": []
    } })
}

/// What picking the provider writes.
fn written(row: &Value, answer: Option<&str>) -> Connector {
    let provider: Provider = serde_json::from_value(row.clone()).unwrap();
    let choice = |name: String| Variable {
        name,
        choice: answer.map_or(VariableChoice::Asked, |text| {
            VariableChoice::Filled(text.to_owned())
        }),
    };
    let variables: Vec<Variable> = braces(row).into_iter().map(choice).collect();
    let mut connector = Connector::blank("Notes");
    let edits = choose_provider(&connector, Way::Only, &provider, &variables);
    change(&mut connector, edits);
    connector
}

#[test]
fn each_of_the_165_providers_writes_the_whole_properties_of_its_data() {
    let rows = rows();
    assert_eq!(rows.len(), 165);
    for row in &rows {
        for answer in [None, Some("acme")] {
            let connector = written(row, answer);
            let (own, wanted) = (connector.properties(), expected(row, answer));
            let id = text(row, "id");
            let own = &own["properties"];
            let wanted = &wanted["properties"];
            assert_eq!(
                own["connectionParameters"], wanted["connectionParameters"],
                "{id}"
            );
            assert_eq!(own, wanted, "{id}");
        }
    }
}

#[test]
fn each_of_the_165_providers_is_named_in_the_definition_too() {
    for row in &rows() {
        let connector = written(row, Some("acme"));
        let fill = |key: &str| {
            let names = braces(row).into_iter();
            names.fold(text(row, key).to_owned(), |text, name| {
                text.replace(&format!("{{{name}}}"), "acme")
            })
        };
        let scopes: Map<String, Value> = scopes(row)
            .into_iter()
            .map(|scope| (scope.clone(), json!(scope)))
            .collect();
        assert_eq!(
            connector.definition()["securityDefinitions"],
            json!({ "oauth2_auth": {
                "type": "oauth2",
                "flow": "accessCode",
                "authorizationUrl": fill("authorization_url"),
                "tokenUrl": fill("token_url"),
                "scopes": scopes
            } }),
            "{}",
            text(row, "id")
        );
        assert_eq!(
            connector.definition()["security"],
            json!([{ "oauth2_auth": [] }])
        );
    }
}
