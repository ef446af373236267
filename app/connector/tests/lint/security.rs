//! Rules of authentication in the definition.

use serde_json::{Value, json};

use super::{Case, definition, fires, operation, prove, silent};

pub(crate) fn cases() -> Vec<Case> {
    let one = |json: Value| definition(json!({ "securityDefinitions": { "key": json } }));
    let key = || json!({ "type": "apiKey", "in": "header", "name": "X-Key" });
    let oauth = || {
        json!({
            "type": "oauth2", "flow": "accessCode", "scopes": { "read": "Read parcels" },
            "authorizationUrl": "https://parcels.test/authorize", "tokenUrl": "https://parcels.test/token"
        })
    };
    let requires = |definitions: Value, requirement: Value| {
        definition(json!({ "securityDefinitions": definitions, "security": [requirement] }))
    };
    vec![
        fires(
            "SecuritySchemePropertyNotValid",
            one(json!({ "type": "basic", "scopes": {} })),
            "/securityDefinitions/key/scopes",
        ),
        fires(
            "SecuritySchemePropertyNotValid",
            one(json!({ "type": "http" })),
            "/securityDefinitions/key/type",
        ),
        silent("SecuritySchemePropertyNotValid", one(key())),
        fires(
            "SecuritySchemePropertyRequired",
            one(json!({ "type": "apiKey", "in": "query" })),
            "/securityDefinitions/key",
        ),
        fires(
            "SecuritySchemePropertyRequired",
            one(json!({ "type": "oauth2", "flow": "implicit", "scopes": {} })),
            "/securityDefinitions/key",
        ),
        fires(
            "SecuritySchemePropertyRequired",
            one(json!({})),
            "/securityDefinitions/key",
        ),
        silent("SecuritySchemePropertyRequired", one(oauth())),
        fires(
            "OAuthSecurityRequirementValueMustBeScopeName",
            requires(json!({ "oauth": oauth() }), json!({ "oauth": ["write"] })),
            "/security/0/oauth/0",
        ),
        silent(
            "OAuthSecurityRequirementValueMustBeScopeName",
            requires(json!({ "oauth": oauth() }), json!({ "oauth": ["read"] })),
        ),
        fires(
            "SecurityRequirementMustBeDefined",
            requires(json!({}), json!({ "key": [] })),
            "/security/0/key",
        ),
        fires(
            "SecurityRequirementMustBeDefined",
            operation(json!({ "security": [{ "key": [] }] })),
            "/paths/~1parcels/get/security/0/key",
        ),
        silent(
            "SecurityRequirementMustBeDefined",
            requires(json!({ "key": key() }), json!({ "key": [] })),
        ),
        fires(
            "SecurityRequirementMustHaveEmptyValue",
            requires(json!({ "key": key() }), json!({ "key": ["read"] })),
            "/security/0/key",
        ),
        silent(
            "SecurityRequirementMustHaveEmptyValue",
            requires(json!({ "key": key() }), json!({ "key": [] })),
        ),
        fires(
            "SecurityRequirementMustHaveValue",
            requires(json!({ "key": key() }), json!({ "key": null })),
            "/security/0/key",
        ),
        silent(
            "SecurityRequirementMustHaveValue",
            requires(json!({ "key": key() }), json!({ "key": [] })),
        ),
    ]
}

#[test]
fn rules_of_authentication() {
    prove(cases());
}
