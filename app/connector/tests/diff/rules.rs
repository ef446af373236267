//! Each rule: a change that it tells of, and one like it that it leaves alone.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path as FilePath;

use serde_json::{Value, json};
use tenon_connector::Part;
use tenon_connector::Part::{Definition, Properties, Script};
use tenon_connector::diff::{Effect, effect_rules};

use super::{effects, with};

const LIST: &str = "/paths/~1joints/get";
const WOOD: &str = "/paths/~1joints/get/parameters/0";
const WORD: &str = "/paths/~1joints/get/parameters/2";
const CREATE: &str = "/paths/~1joints/post";
const BODY: &str = "/paths/~1joints/post/parameters/0/schema";
const JOINT: &str = "/definitions/Joint";
const LIMIT: &str = "/parameters/limit";
const SIGN_IN: &str = "/securityDefinitions/signIn";
const CONNECTION: &str = "/properties/connectionParameters";
const SETTINGS: &str = "/properties/connectionParameters/login/oAuthSettings";
const LOGIN: &str = "/properties/connectionParameters/login/oAuthSettings/customParameters";
const POLICIES: &str = "/properties/policyTemplateInstances";

/// A place, by what it lies in and the rest of the pointer, and its new value; none removes it.
type Made = (Part, &'static str, &'static str, Option<Value>);

/// The rule, a change that it tells of, and one that it does not.
fn cases() -> Vec<(&'static str, Made, Made)> {
    let d = |above, below, value| (Definition, above, below, Some(value));
    let gone = |above, below| (Definition, above, below, None);
    let p = |above, below, value| (Properties, above, below, Some(value));
    let wood = |name: &str, place: &str| json!({"name": name, "in": place, "type": "string", "enum": ["oak", "ash"], "description": "Wood"});
    let asked = json!([{"name": "a", "in": "query", "type": "string", "required": true}]);
    let free = json!([{"name": "a", "in": "query", "type": "string"}]);
    vec![
        (
            "OperationRemoved",
            gone(CREATE, ""),
            gone(CREATE, "/responses"),
        ),
        (
            "OperationIdChanged",
            d(LIST, "/operationId", json!("Joints")),
            d(LIST, "/summary", json!("Joints")),
        ),
        (
            "TriggerChanged",
            d(LIST, "/x-ms-trigger", json!("batch")),
            d(LIST, "/x-ms-trigger-hint", json!("When")),
        ),
        (
            "Hidden",
            d(LIST, "/x-ms-visibility", json!("internal")),
            d(LIST, "/x-ms-visibility", json!("important")),
        ),
        (
            "ParameterRemoved",
            gone(LIST, "/parameters/2"),
            gone(WORD, "/maxLength"),
        ),
        (
            "ParameterRenamed",
            d(WOOD, "", wood("timber", "query")),
            d(WOOD, "/x-ms-summary", json!("Timber")),
        ),
        (
            "ParameterRelocated",
            d(WOOD, "", wood("wood", "header")),
            d(WOOD, "", wood("timber", "query")),
        ),
        (
            "RequiredParameterAdded",
            d(CREATE, "/parameters", asked),
            d(CREATE, "/parameters", free),
        ),
        (
            "ParameterMadeRequired",
            d(WOOD, "/required", json!(true)),
            d(LIMIT, "/required", json!(true)),
        ),
        (
            "InputTypeChanged",
            d(WOOD, "/type", json!("integer")),
            d(LIMIT, "/type", json!("number")),
        ),
        (
            "CollectionFormatChanged",
            d(LIST, "/parameters/1/collectionFormat", json!("multi")),
            d(LIST, "/parameters/1/description", json!("multi")),
        ),
        (
            "EncodingChanged",
            d(WOOD, "/x-ms-url-encoding", json!("double")),
            d(WOOD, "/x-ms-url-encoding", json!("single")),
        ),
        (
            "CallbackChanged",
            d(BODY, "/properties/note/x-ms-notification-url", json!(true)),
            d(BODY, "/properties/note/x-ms-summary", json!("Note")),
        ),
        (
            "ChoicesRemoved",
            d(WOOD, "/enum", json!(["oak"])),
            d(WOOD, "/enum", json!(["oak", "ash", "elm"])),
        ),
        (
            "ChoicesAdded",
            d(WORD, "/enum", json!(["a"])),
            d(WOOD, "/enum", json!(["oak"])),
        ),
        (
            "BoundsNarrowed",
            d(LIMIT, "/maximum", json!(50)),
            d(LIMIT, "/maximum", json!(200)),
        ),
        (
            "DefaultChanged",
            d(LIMIT, "/default", json!(20)),
            d(LIMIT, "/maximum", json!(20)),
        ),
        (
            "InputFieldRemoved",
            gone(BODY, "/properties/note"),
            d(BODY, "/properties/type", json!({"type": "string"})),
        ),
        (
            "InputMadeReadOnly",
            d(BODY, "/properties/note/readOnly", json!(true)),
            d(JOINT, "/properties/depth/readOnly", json!(true)),
        ),
        (
            "InputClosed",
            d(BODY, "/additionalProperties", json!(false)),
            d(BODY, "/additionalProperties", json!(true)),
        ),
        (
            "MediaNarrowed",
            d("/consumes", "", json!([])),
            d("/consumes", "", json!(["application/json", "text/plain"])),
        ),
        (
            "OutputFieldRemoved",
            gone(JOINT, "/properties/depth"),
            gone("/definitions/Unused", "/properties/a"),
        ),
        (
            "OutputTypeChanged",
            d(JOINT, "/properties/depth/type", json!("string")),
            d(JOINT, "/properties/type", json!({"type": "string"})),
        ),
        (
            "OutputFormatChanged",
            d(JOINT, "/properties/cut/format", json!("date-time")),
            d(JOINT, "/properties/cut/title", json!("Cut")),
        ),
        (
            "OutputChoicesAdded",
            d(
                JOINT,
                "/properties/kind/enum",
                json!(["tenon", "mortise", "dovetail"]),
            ),
            d(JOINT, "/properties/kind/enum", json!(["tenon"])),
        ),
        (
            "OutputMadeOptional",
            d(JOINT, "/required", json!([])),
            d(JOINT, "/required", json!(["name", "depth"])),
        ),
        (
            "ResponseRemoved",
            gone(LIST, "/responses/201"),
            gone(LIST, "/responses/500"),
        ),
        (
            "AuthenticationChanged",
            d(SIGN_IN, "/flow", json!("implicit")),
            d(SIGN_IN, "/description", json!("Sign in")),
        ),
        (
            "ScopesAdded",
            d(SIGN_IN, "/scopes/write", json!("Write")),
            gone(SIGN_IN, "/scopes/read"),
        ),
        (
            "SignInChanged",
            p(
                LOGIN,
                "/tokenUrl/value",
                json!("https://other.example.com/token"),
            ),
            p(
                LOGIN,
                "/more",
                json!({"value": "https://other.example.com"}),
            ),
        ),
        (
            "RenewalChanged",
            p(
                LOGIN,
                "/refreshUrl/value",
                json!("https://other.example.com/token"),
            ),
            p(
                LOGIN,
                "/refreshUrl/value",
                json!("https://id.example.com/token"),
            ),
        ),
        (
            "RedirectChanged",
            p(SETTINGS, "/redirectMode", json!("GlobalPerConnector")),
            p(SETTINGS, "/redirectMode", json!("global")),
        ),
        (
            "ConnectionParameterRemoved",
            (Properties, CONNECTION, "/account", None),
            p(CONNECTION, "/more", json!({"type": "string"})),
        ),
        (
            "ConnectionParameterRequired",
            p(
                CONNECTION,
                "/account/uiDefinition/constraints/required",
                json!("true"),
            ),
            p(CONNECTION, "/account/uiDefinition/tooltip", json!("true")),
        ),
        (
            "ConnectionSetRemoved",
            (
                Properties,
                "/properties/connectionParameterSets/values/1",
                "",
                None,
            ),
            p(
                "/properties/connectionParameterSets/values/1",
                "/uiDefinition",
                json!({}),
            ),
        ),
        (
            "AddressChanged",
            d("/host", "", json!("other.example.com")),
            d("/info/title", "", json!("other.example.com")),
        ),
        (
            "RoutingChanged",
            p(POLICIES, "/1/parameters/x", json!("b")),
            p(POLICIES, "/0/parameters/x", json!("b")),
        ),
        (
            "PoliciesChanged",
            p(POLICIES, "/0/parameters/x", json!("b")),
            p("/properties/iconBrandColor", "", json!("#000000")),
        ),
        (
            "CodeChanged",
            (Script, "", "", Some(json!("class Other {}"))),
            p("/properties/publisher", "", json!("Tenon")),
        ),
    ]
}

fn told((part, above, below, value): &Made) -> BTreeSet<&'static str> {
    effects(&with(*part, &format!("{above}{below}"), value.clone()))
}

#[test]
fn each_rule_tells_of_the_change_that_it_is_about_and_of_no_other() {
    let mut proved = BTreeSet::from(["OperationMoved", "SecurityRenamed"]);
    for (rule, change, other) in cases() {
        let (fires, silent) = (told(&change), told(&other));
        assert!(fires.contains(rule), "{rule} is silent: {fires:?}");
        assert!(!silent.contains(rule), "{rule} fires: {other:?}");
        proved.insert(rule);
    }
    let known: BTreeSet<_> = effect_rules().map(|rule| rule.id).collect();
    assert_eq!(proved, known);
}

#[test]
fn the_documentation_lists_every_rule() {
    let mut table = String::from(
        "# What breaks flows and apps\n\nGenerated from the registry; `TENON_BLESS=1 cargo test -p tenon-connector --test diff` writes it anew.\n\n\
         A difference of two versions says of each change whom it reaches: it *breaks* what users have built, it *alters* what is sent or received, \
         or it *spares* them although it looks as if it did not.\n\n\
         | rule | effect | what has changed | why, and what to do |\n| --- | --- | --- | --- |\n",
    );
    for rule in effect_rules() {
        let effect = match rule.effect {
            Effect::Breaks => "breaks",
            Effect::Alters => "alters",
            Effect::Spares => "spares",
        };
        let why = rule.why.trim().replace('|', "\\|");
        writeln!(
            table,
            "| `{}` | {effect} | {} | {why} |",
            rule.id, rule.title
        )
        .unwrap();
    }
    let file = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/breaking-changes.md");
    if std::env::var_os("TENON_BLESS").is_some() {
        std::fs::write(&file, &table).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == table,
        "docs/breaking-changes.md is not what the registry says; run this with TENON_BLESS=1"
    );
}
