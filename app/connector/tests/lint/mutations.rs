//! Sound documents with one place of them changed: whatever the published schema of Swagger 2.0 refuses, and
//! whatever in the properties is of another type, lint finds something in.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenon_connector::document::{Document, Path};
use tenon_connector::lint::{Profile, lint};
use tenon_connector::{Connector, Part};

use super::sound::places;

/// A definition that uses most of what Swagger 2.0 has, and that nothing is wrong with.
fn sound_definition() -> Value {
    json!({
        "swagger": "2.0",
        "info": { "title": "Parcels", "description": "Follows parcels.", "version": "1.0",
            "contact": { "name": "Ada", "url": "https://a.example", "email": "a@b.example" },
            "license": { "name": "MIT", "url": "https://a.example" }, "termsOfService": "x" },
        "host": "api.parcels.test", "basePath": "/", "schemes": ["https"],
        "consumes": ["application/json"], "produces": ["application/json"],
        "tags": [{ "name": "t", "description": "d", "externalDocs": { "url": "https://a.example" } }],
        "externalDocs": { "url": "https://a.example" },
        "paths": { "/p/{id}": {
            "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "single" }],
            "get": { "operationId": "GetParcel", "summary": "Get", "description": "d", "tags": ["t"],
                "deprecated": false, "schemes": ["https"], "produces": ["application/json"],
                "externalDocs": { "url": "https://a.example" }, "security": [{ "key": [] }],
                "parameters": [
                    { "name": "q", "in": "query", "type": "array", "items": { "type": "string", "enum": ["a"] },
                      "collectionFormat": "csv", "minItems": 1, "maxItems": 3, "uniqueItems": true },
                    { "$ref": "#/parameters/State" },
                    { "name": "n", "in": "header", "type": "number", "minimum": 1, "maximum": 3,
                      "exclusiveMaximum": true, "multipleOf": 1, "default": 2 }],
                "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Parcel" },
                    "headers": { "H": { "type": "string", "description": "h" } },
                    "examples": { "application/json": {} } } } },
            "post": { "operationId": "PostParcel", "consumes": ["application/json"],
                "parameters": [{ "name": "body", "in": "body", "required": true, "schema": {
                    "type": "object", "required": ["a"], "additionalProperties": false, "minProperties": 1,
                    "properties": { "a": { "type": "string", "minLength": 1, "maxLength": 3, "pattern": "a" } } } }],
                "responses": { "200": { "$ref": "#/responses/Parcels" } } } } },
        "parameters": { "State": { "name": "s", "in": "query", "type": "string", "allowEmptyValue": false } },
        "responses": { "Parcels": { "description": "r", "schema": { "type": "array", "items": { "$ref": "#/definitions/Parcel" } } } },
        "definitions": {
            "Parcel": { "type": "object", "title": "t", "readOnly": false, "discriminator": "k", "required": ["k"],
                "properties": { "k": { "type": "string" }, "l": { "type": "array", "items": { "type": "string" } },
                    "o": { "allOf": [{ "$ref": "#/definitions/Base" },
                        { "type": "object", "properties": { "z": { "type": "integer", "format": "int32" } } }] } },
                "additionalProperties": { "type": "string" }, "xml": { "name": "x", "wrapped": true },
                "externalDocs": { "url": "https://a.example" }, "example": {} },
            "Base": { "type": "object", "properties": { "b": { "type": "boolean" } } } },
        "securityDefinitions": {
            "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
            "oauth": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://a.example",
                "tokenUrl": "https://a.example", "scopes": { "a": "b" } } },
        "security": [{ "key": [] }]
    })
}

fn sound_properties() -> Value {
    json!({ "properties": {
        "iconBrandColor": "#1b5e20", "publisher": "C", "stackOwner": "C", "capabilities": ["actions"],
        "scriptOperations": ["GetParcel"],
        "connectionParameters": {
            "api_key": { "type": "securestring", "defaultValue": "a", "allowedValues": [{ "value": "a" }],
                "uiDefinition": { "displayName": "K", "description": "d", "tooltip": "t",
                    "constraints": { "tabIndex": 2, "clearText": false, "required": "true", "hidden": "false",
                        "allowedValues": [{ "text": "a", "value": "b" }] } } },
            "token": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "oauth2", "clientId": "c",
                "scopes": ["a"], "redirectMode": "Global", "redirectUrl": "https://a.example",
                "properties": { "IsFirstParty": "False" },
                "customParameters": { "authorizationUrl": { "value": "https://a.example" } } } } },
        "connectionParameterSets": { "uiDefinition": { "displayName": "a", "description": "b" },
            "values": [{ "name": "x", "uiDefinition": { "displayName": "X", "description": "x" },
                "parameters": { "k": { "type": "string", "uiDefinition": { "displayName": "K" } } },
                "metadata": { "allowSharing": true } }] },
        "policyTemplateInstances": [{ "templateId": "setheader", "title": "T", "parameters": {
            "x-ms-apimTemplateParameter.name": "a", "x-ms-apimTemplateParameter.value": "b",
            "x-ms-apimTemplateParameter.existsAction": "override",
            "x-ms-apimTemplate-policySection": "Request",
            "x-ms-apimTemplate-operationName": ["GetParcel"] } }]
    } })
}

fn connector(definition: &Value, properties: &Value) -> Connector {
    let [definition, properties] = [definition, properties].map(|json| Document::new(json.clone()));
    Connector::new(definition, properties)
}

/// The document with the value at a place changed; none where nothing would be.
fn with(part: Part, sound: &Connector, place: &Path, value: Option<Value>) -> Option<Connector> {
    let mut changed = sound.clone();
    let edit = changed.set(part, place, value)?;
    changed.apply(&edit).unwrap();
    Some(changed)
}

/// What may be put in the place of a value: odd values of every type, an item twice, one member too many.
fn odd_values(present: &Value) -> Vec<Option<Value>> {
    let mut odd: Vec<Option<Value>> = vec![None];
    let simple = [
        json!(null),
        json!(true),
        json!(3),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("zz"),
        json!([]),
        json!(["a"]),
        json!([3]),
        json!({}),
        json!({ "zz": 1 }),
    ];
    odd.extend(simple.map(Some));
    match present {
        Value::Array(items) => {
            let twice: Vec<_> = items.iter().chain(items.first()).cloned().collect();
            odd.push(Some(json!(twice)));
        }
        Value::Object(members) => {
            let mut more = members.clone();
            more.insert("zzz".to_owned(), json!(1));
            odd.push(Some(Value::Object(more)));
        }
        _ => {}
    }
    odd
}

/// What the published schema refuses and the platform accepts, each by its pointer and with the reason.
const ACCEPTED: &[(&str, &str)] = &[
    ("/info/contact/url", EMPTY),
    ("/info/contact/email", EMPTY),
    ("/info/license/url", EMPTY),
    ("/externalDocs/url", EMPTY),
    ("/tags/0/externalDocs/url", LINK),
    ("/paths/~1p~1{id}/get/externalDocs/url", LINK),
    ("/definitions/Parcel/externalDocs/url", LINK),
];
/// Accepted connectors have such.
const EMPTY: &str = "an empty address says that there is none";
const LINK: &str = "where a link leads that nobody is shown does no harm";

#[test]
fn what_the_schema_of_swagger_refuses_is_found() {
    let schema: Value = serde_json::from_str(include_str!("../schemas/swagger-2.0.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let sound = connector(
        &sound_definition(),
        &json!({ "properties": { "connectionParameters": {
        "key": { "type": "securestring", "uiDefinition": { "displayName": "Key" } }
    }, "iconBrandColor": "#1b5e20" } }),
    );
    assert!(validator.is_valid(sound.definition()));
    assert_eq!(lint(&sound, Profile::Custom), Vec::new());
    let mut all = Vec::new();
    places(sound.definition(), &Path::root(), &mut all);
    let (mut refused, mut unfound) = (0, Unfound::but(ACCEPTED));
    for place in &all {
        let pointer = place.pointer(sound.definition());
        let present = sound.get(Part::Definition, place).unwrap();
        for odd in odd_values(present) {
            let Some(changed) = with(Part::Definition, &sound, place, odd.clone()) else {
                continue;
            };
            if validator.is_valid(changed.definition()) {
                continue;
            }
            refused += 1;
            if lint(&changed, Profile::Custom).is_empty() {
                unfound.note(&pointer, format!("{odd:?}"));
            }
        }
    }
    assert!(refused > 1500, "only {refused} changes are refused");
    unfound.expect_none_but_excused();
}

/// Changes in which nothing is found, of which some places are excused.
struct Unfound {
    exceptions: &'static [(&'static str, &'static str)],
    silent: Vec<String>,
    excused: BTreeSet<&'static str>,
}

impl Unfound {
    fn but(exceptions: &'static [(&'static str, &'static str)]) -> Self {
        Self {
            exceptions,
            silent: Vec::new(),
            excused: BTreeSet::new(),
        }
    }

    fn note(&mut self, pointer: &str, odd: String) {
        match self.exceptions.iter().find(|(place, _)| *place == pointer) {
            Some((place, _)) => {
                self.excused.insert(place);
            }
            None => self.silent.push(format!("{pointer}: {odd}")),
        }
    }

    #[track_caller]
    fn expect_none_but_excused(&self) {
        let silent = self.silent.join("\n");
        assert!(silent.is_empty(), "nothing is found in\n{silent}");
        assert_eq!(
            self.excused.len(),
            self.exceptions.len(),
            "some exceptions are none: {:?}",
            self.excused
        );
    }
}

/// Values of the properties of which the platform takes more than one type, or that it does not look at.
const OF_ANY_TYPE: &[(&str, &str)] = &[
    (
        "/properties/connectionParameters/api_key/defaultValue",
        VALUE,
    ),
    (
        "/properties/connectionParameters/api_key/allowedValues/0/value",
        VALUE,
    ),
    (
        "/properties/connectionParameters/api_key/uiDefinition/constraints/allowedValues/0/value",
        VALUE,
    ),
    (
        "/properties/connectionParameters/api_key/uiDefinition/constraints/clearText",
        FLAG,
    ),
    (
        "/properties/connectionParameters/api_key/uiDefinition/constraints/required",
        FLAG,
    ),
    (
        "/properties/connectionParameters/api_key/uiDefinition/constraints/hidden",
        FLAG,
    ),
    (
        "/properties/connectionParameters/token/oAuthSettings/properties/IsFirstParty",
        OPEN,
    ),
    (
        "/properties/connectionParameters/token/oAuthSettings/customParameters/authorizationUrl/value",
        OPEN,
    ),
    (
        "/properties/connectionParameterSets/values/0/metadata/allowSharing",
        OPEN,
    ),
    (
        "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.name",
        TEXT,
    ),
    (
        "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.value",
        TEXT,
    ),
];
const VALUE: &str = "the value is of the type of the parameter, which may be any";
const FLAG: &str = "true and false may be texts, and nothing is the default";
const OPEN: &str = "what stands there depends on the identity provider, and is not published";
const TEXT: &str = "numbers, true and false are written into the request as texts";

#[test]
fn values_of_another_type_in_the_properties_are_found() {
    let mut definition = sound_definition();
    definition["securityDefinitions"]
        .as_object_mut()
        .unwrap()
        .shift_remove("key");
    definition.as_object_mut().unwrap().shift_remove("security");
    definition["paths"]["/p/{id}"]["get"]
        .as_object_mut()
        .unwrap()
        .shift_remove("security");
    let sound = connector(&definition, &sound_properties());
    let of_properties = |connector: &Connector| {
        let mut findings = lint(connector, Profile::Custom);
        findings.retain(|finding| finding.part == Part::Properties);
        findings
    };
    assert_eq!(of_properties(&sound), Vec::new());
    let mut all = Vec::new();
    places(sound.properties(), &Path::root(), &mut all);
    let (mut changes, mut unfound) = (0, Unfound::but(OF_ANY_TYPE));
    let values = [
        json!(null),
        json!(true),
        json!(3),
        json!(""),
        json!([]),
        json!([3]),
        json!({ "zz": 1 }),
    ];
    for place in &all {
        let pointer = place.pointer(sound.properties());
        let present = sound.get(Part::Properties, place).unwrap();
        for odd in &values {
            // Further inside, `null` says that there is none.
            let says_none = odd.is_null() && place.steps().len() > 2;
            if std::mem::discriminant(present) == std::mem::discriminant(odd) || says_none {
                continue;
            }
            let Some(changed) = with(Part::Properties, &sound, place, Some(odd.clone())) else {
                continue;
            };
            changes += 1;
            if of_properties(&changed).is_empty() {
                unfound.note(&pointer, odd.to_string());
            }
        }
    }
    assert!(changes > 250, "only {changes} changes");
    unfound.expect_none_but_excused();
}
