//! Rules of the properties, of the icon and of custom code.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Document;

use super::{Case, definition, fires, operation, properties, prove, silent};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = members();
    cases.extend(connection());
    cases.extend(oauth());
    cases.extend(parameter_members());
    cases.extend(sets());
    cases.extend(policies());
    cases.extend(script());
    cases
}

/// A connector with the operation `ListParcels` and these members of the properties.
fn with_operation(more: Value) -> Connector {
    let own = properties(more);
    let connector = operation(json!({}));
    Connector::new(
        connector.part(tenon_connector::Part::Definition).clone(),
        own.part(tenon_connector::Part::Properties).clone(),
    )
}

/// A square picture of this many pixels, as far as its header goes.
fn picture(pixels: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(pixels.to_be_bytes());
    bytes.extend(pixels.to_be_bytes());
    bytes
}

fn members() -> Vec<Case> {
    let root = definition(json!({}));
    let part = root.part(tenon_connector::Part::Definition).clone();
    let empty = Connector::new(part, Document::new(json!({})));
    let color = |color: &str| properties(json!({ "iconBrandColor": color }));
    let gateway = |definitions: Value| {
        let own = properties(json!({ "capabilities": ["gateway"] }));
        let connector = definition(json!({ "securityDefinitions": definitions }));
        Connector::new(
            connector.part(tenon_connector::Part::Definition).clone(),
            own.part(tenon_connector::Part::Properties).clone(),
        )
    };
    let at = "/properties/iconBrandColor";
    vec![
        fires("PropertiesObjectRequired", empty, ""),
        silent("PropertiesObjectRequired", properties(json!({}))),
        fires(
            "PropertiesMemberUnknown",
            properties(json!({ "publsher": "Post" })),
            "/properties/publsher",
        ),
        silent(
            "PropertiesMemberUnknown",
            properties(json!({ "publisher": "Post" })),
        ),
        fires(
            "PropertiesTypeIncorrect",
            properties(json!({ "capabilities": "actions" })),
            "/properties/capabilities",
        ),
        fires(
            "PropertiesTypeIncorrect",
            properties(json!({ "scriptOperations": [3] })),
            "/properties/scriptOperations/0",
        ),
        silent(
            "PropertiesTypeIncorrect",
            properties(json!({ "capabilities": ["actions"] })),
        ),
        fires(
            "PropertiesColorRequired",
            properties(json!({ "iconBrandColor": null })),
            "/properties",
        ),
        silent("PropertiesColorRequired", color("#1b5e20")),
        fires("G34-color-hex", color("green"), at),
        silent("G34-color-hex", color("#1B5E20")),
        fires("G08-icon", color("#FFFFFF"), at),
        fires(
            "G08-icon",
            properties(json!({})).with_icon(&picture(400)),
            "",
        ),
        fires("G08-icon", properties(json!({})).with_icon(b"GIF89a"), ""),
        silent("G08-icon", properties(json!({})).with_icon(&picture(230))),
        fires("G09-icon-ip", color("#1b5e20"), at),
        silent("G09-icon-ip", color("#DA3B01")),
        fires(
            "G23-publisher",
            properties(json!({ "publisher": "Post" })),
            "/properties",
        ),
        silent(
            "G23-publisher",
            properties(json!({ "publisher": "Post", "stackOwner": "Post" })),
        ),
        fires(
            "G37-script-operations",
            with_operation(json!({ "scriptOperations": ["ListParcel"] })),
            "/properties/scriptOperations/0",
        ),
        silent(
            "G37-script-operations",
            with_operation(json!({ "scriptOperations": ["ListParcels"] })),
        ),
        fires(
            "G43-gateway",
            gateway(json!({ "key": { "type": "apiKey", "in": "query", "name": "key" } })),
            "/properties/capabilities/0",
        ),
        silent(
            "G43-gateway",
            gateway(json!({ "basic": { "type": "basic" } })),
        ),
    ]
}

fn connection() -> Vec<Case> {
    let named = |name: &str, json: Value| {
        let mut parameters = json!({});
        parameters[name] = json;
        properties(json!({ "connectionParameters": parameters }))
    };
    let text = |more: Value| {
        let mut parameter = json!({ "type": "string", "uiDefinition": { "displayName": "Host", "constraints": more } });
        super::merge(&mut parameter, json!({}));
        named("host", parameter)
    };
    let oauth = |settings: Value| {
        named(
            "token",
            json!({ "type": "oauthSetting", "oAuthSettings": settings }),
        )
    };
    let at = "/properties/connectionParameters/host";
    let settings = "/properties/connectionParameters/token/oAuthSettings";
    let authenticates = |definitions: Value, parameters: Value| {
        let own = properties(json!({ "connectionParameters": parameters }));
        let connector = definition(json!({ "securityDefinitions": definitions }));
        Connector::new(
            connector.part(tenon_connector::Part::Definition).clone(),
            own.part(tenon_connector::Part::Properties).clone(),
        )
    };
    let key = || json!({ "key": { "type": "apiKey", "in": "query", "name": "key" } });
    vec![
        fires(
            "ConnectionParameterNotValid",
            named("host", json!("string")),
            at,
        ),
        silent("ConnectionParameterNotValid", text(json!({}))),
        fires(
            "ConnectionParameterTypeNotValid",
            named("host", json!({ "type": "strng" })),
            "/properties/connectionParameters/host/type",
        ),
        silent("ConnectionParameterTypeNotValid", text(json!({}))),
        fires(
            "ConnectionParameterNameNotValid",
            named("the host", json!({ "type": "string" })),
            "/properties/connectionParameters/the host",
        ),
        silent(
            "ConnectionParameterNameNotValid",
            named("token:TenantId", json!({ "type": "string" })),
        ),
        fires(
            "ConnectionParameterDisplayNameMissing",
            named("host", json!({ "type": "string" })),
            at,
        ),
        silent("ConnectionParameterDisplayNameMissing", text(json!({}))),
        fires(
            "ConnectionParameterConstraintNotText",
            text(json!({ "required": true })),
            "/properties/connectionParameters/host/uiDefinition/constraints/required",
        ),
        silent(
            "ConnectionParameterConstraintNotText",
            text(json!({ "required": "true" })),
        ),
        fires(
            "ConnectionOAuthSettingsMissing",
            named("token", json!({ "type": "oauthSetting" })),
            "/properties/connectionParameters/token",
        ),
        silent("ConnectionOAuthSettingsMissing", oauth(json!({}))),
        fires(
            "ConnectionRedirectModeNotValid",
            oauth(json!({ "redirectMode": "Own" })),
            "/properties/connectionParameters/token/oAuthSettings/redirectMode",
        ),
        silent(
            "ConnectionRedirectModeNotValid",
            oauth(json!({ "redirectMode": "global" })),
        ),
        fires(
            "ConnectionSecretInFile",
            oauth(json!({ "clientSecret": "planted" })),
            "/properties/connectionParameters/token/oAuthSettings/clientSecret",
        ),
        silent(
            "ConnectionSecretInFile",
            oauth(json!({ "clientSecret": "" })),
        ),
        fires("G30-redirect-per-connector", oauth(json!({})), settings),
        silent(
            "G30-redirect-per-connector",
            oauth(json!({ "redirectMode": "GlobalPerConnector" })),
        ),
        fires(
            "ConnectionParameterForAuthenticationMissing",
            authenticates(key(), json!({})),
            "/properties",
        ),
        silent(
            "ConnectionParameterForAuthenticationMissing",
            authenticates(key(), json!({ "api_key": { "type": "securestring" } })),
        ),
    ]
}

fn sets() -> Vec<Case> {
    let sets = |names: &[&str]| {
        let set = |name: &&str| json!({ "name": name, "uiDefinition": { "displayName": name }, "parameters": {} });
        let values: Vec<_> = names.iter().map(set).collect();
        properties(json!({ "connectionParameterSets": { "values": values } }))
    };
    let incomplete =
        properties(json!({ "connectionParameterSets": { "values": [{ "name": "key" }] } }));
    vec![
        fires(
            "ConnectionSetNameNotUnique",
            sets(&["key", "key"]),
            "/properties/connectionParameterSets/values/1/name",
        ),
        silent("ConnectionSetNameNotUnique", sets(&["key", "oauth"])),
        fires(
            "ConnectionSetNotValid",
            incomplete,
            "/properties/connectionParameterSets/values/0",
        ),
        silent("ConnectionSetNotValid", sets(&["key"])),
    ]
}

/// A connector with one policy, which sets a header, and `parameters` in it.
fn policy(template: &str, parameters: Value) -> Connector {
    with_operation(json!({
        "connectionParameters": { "host": { "type": "string", "uiDefinition": { "displayName": "Host" } } },
        "policyTemplateInstances": [{ "templateId": template, "title": "Header", "parameters": parameters }]
    }))
}

fn policies() -> Vec<Case> {
    let header = |more: Value| {
        let mut parameters = json!({
            "x-ms-apimTemplateParameter.name": "X-Host",
            "x-ms-apimTemplateParameter.value": "@connectionParameters('host')"
        });
        super::merge(&mut parameters, more);
        policy("SetHeader", parameters)
    };
    let value = |value: &str| header(json!({ "x-ms-apimTemplateParameter.value": value }));
    let sound = || {
        header(
            json!({ "x-ms-apimTemplate-operationName": ["ListParcels"], "x-ms-apimTemplate-policySection": "Request" }),
        )
    };
    let instance = "/properties/policyTemplateInstances/0";
    let at = "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.value";
    vec![
        fires(
            "G38-policy-ops",
            header(json!({ "x-ms-apimTemplate-operationName": ["ListParcel"] })),
            "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplate-operationName/0",
        ),
        silent("G38-policy-ops", sound()),
        fires(
            "G39-conn-param-refs",
            value("@connectionParameters('hots')"),
            at,
        ),
        silent(
            "G39-conn-param-refs",
            value("@connectionParameters('HOST') @connectionParameters('x','y')"),
        ),
        fires(
            "PolicyTemplateUnknown",
            policy("setheadr", json!({})),
            "/properties/policyTemplateInstances/0/templateId",
        ),
        silent("PolicyTemplateUnknown", sound()),
        fires(
            "PolicyParameterMissing",
            header(json!({ "x-ms-apimTemplateParameter.value": null })),
            instance,
        ),
        silent("PolicyParameterMissing", sound()),
        fires(
            "PolicyParameterUnknown",
            header(json!({ "x-ms-apimTemplateParameter.existAction": "skip" })),
            "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.existAction",
        ),
        fires(
            "PolicyParameterUnknown",
            header(json!({ "value": "x" })),
            "/properties/policyTemplateInstances/0/parameters/value",
        ),
        silent("PolicyParameterUnknown", sound()),
        fires(
            "PolicyParameterValueNotValid",
            header(json!({ "x-ms-apimTemplateParameter.existsAction": "replace" })),
            "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.existsAction",
        ),
        silent(
            "PolicyParameterValueNotValid",
            header(json!({ "x-ms-apimTemplateParameter.existsAction": "skip" })),
        ),
        fires(
            "PolicySectionNotValid",
            header(json!({ "x-ms-apimTemplate-policySection": "Backend" })),
            "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplate-policySection",
        ),
        silent("PolicySectionNotValid", sound()),
        fires(
            "PolicyExpressionNotValid",
            value("@queryParamters('a')"),
            at,
        ),
        silent(
            "PolicyExpressionNotValid",
            value("a@parcels.test @body().a"),
        ),
    ]
}

fn script() -> Vec<Case> {
    let code = |text: &str| definition(json!({})).with_script(text.to_owned());
    let class = "public class Script : ScriptBase { public override async Task<HttpResponseMessage> ExecuteAsync() { return null; } }";
    let sound = format!("using System.Net.Http;\n{class}");
    vec![
        fires("G35-script-class", code("public class Other { }"), ""),
        fires(
            "G35-script-class",
            code(&format!("using System.Reflection;\n{class}")),
            "",
        ),
        silent("G35-script-class", code(&sound)),
        fires(
            "G36-script-httpclient",
            code("var client = new HttpClient();"),
            "",
        ),
        silent(
            "G36-script-httpclient",
            code("// new HttpClient()\nvar client = Context.SendAsync;"),
        ),
        fires(
            "G46-script-balance",
            code("class Script { void Run() {"),
            "",
        ),
        silent("G46-script-balance", code(&sound)),
        silent(
            "G35-script-class",
            code(&format!(
                "using Indent = Newtonsoft.Json.Formatting;\nusing static System.Math;\n{class}"
            )),
        ),
        fires(
            "ScriptFormattingAmbiguous",
            code("var text = value.ToString(Formatting.None);"),
            "",
        ),
        silent(
            "ScriptFormattingAmbiguous",
            code("var text = value.ToString(Newtonsoft.Json.Formatting.None);"),
        ),
    ]
}

/// A connector with one connection parameter.
fn parameter(json: Value) -> Connector {
    properties(json!({ "connectionParameters": { "host": json } }))
}

fn oauth() -> Vec<Case> {
    let of = |settings: Value| {
        let json = json!({ "type": "oauthSetting", "oAuthSettings": settings });
        parameter(json)
    };
    let at = "/properties/connectionParameters/host/oAuthSettings";
    let rule = "ConnectionIdentityProviderNotValid";
    let provider = |name: &str| of(json!({ "identityProvider": name }));
    let here = "/properties/connectionParameters/host/oAuthSettings/identityProvider";
    let other_case =
        json!({ "type": "oauthSetting", "oauthSettings": { "identityProvider": "aad" } });
    vec![
        fires(rule, of(json!({})), at),
        fires(rule, provider(" "), here),
        fires(rule, provider("oauth"), here),
        silent(rule, provider("oauth2generic")),
        silent(rule, provider("AAD")),
        silent(rule, provider("postalservice")),
        silent("ConnectionOAuthSettingsMissing", parameter(other_case)),
    ]
}

fn parameter_members() -> Vec<Case> {
    let with = |json: Value| {
        let mut own = json!({ "type": "string", "uiDefinition": { "displayName": "Host" } });
        super::merge(&mut own, json);
        parameter(own)
    };
    let spelling = "ConnectionParameterMemberMisspelt";
    let shape = "ConnectionParameterMemberNotObject";
    let values = "ConnectionParameterAllowedValuesNotValid";
    let allowed = |json: Value| with(json!({ "allowedValues": json }));
    vec![
        fires(
            spelling,
            with(json!({ "defaultVaule": "a" })),
            "/properties/connectionParameters/host/defaultVaule",
        ),
        fires(
            spelling,
            with(json!({ "uiDefinition": { "constraints": { "requird": "true" } } })),
            "/properties/connectionParameters/host/uiDefinition/constraints/requird",
        ),
        silent(spelling, with(json!({ "defaultValue": "a", "note": "b" }))),
        fires(
            shape,
            with(json!({ "uiDefinition": "Host" })),
            "/properties/connectionParameters/host/uiDefinition",
        ),
        silent(
            shape,
            parameter(json!({ "type": "string", "uiDefinition": null })),
        ),
        fires(
            values,
            allowed(json!("a, b")),
            "/properties/connectionParameters/host/allowedValues",
        ),
        fires(
            values,
            allowed(json!([{ "value": "a" }, "b"])),
            "/properties/connectionParameters/host/allowedValues/1",
        ),
        silent(values, allowed(json!([{ "value": "a" }]))),
    ]
}

#[test]
fn rules_of_properties_and_custom_code() {
    prove(cases());
}
