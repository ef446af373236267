//! Rules of what a connector says of itself.

use serde_json::{Value, json};
use tenon_connector::document::Document;
use tenon_connector::{Connector, Part};

use super::{Case, definition, fires, prove, silent};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = address();
    cases.extend(metadata());
    cases.extend(texts());
    cases.extend(files());
    cases
}

fn with(key: &str, value: Value) -> Connector {
    let mut more = json!({});
    more[key] = value;
    definition(more)
}

/// A connector whose `info` has this member; `null` takes one away.
fn info(key: &str, value: Value) -> Connector {
    let mut info = json!({ "title": "Parcels", "description": "Follows parcels on their long way.", "version": "1.0" });
    let mut more = json!({});
    more[key] = value;
    super::merge(&mut info, more);
    definition(json!({ "info": info }))
}

fn address() -> Vec<Case> {
    let beta = |host: &str| {
        definition(json!({
            "host": host,
            "info": { "title": "Parcels", "version": "1.0", "x-ms-api-annotation": { "status": "Production" } }
        }))
    };
    vec![
        fires("SchemesArrayEmpty", with("schemes", json!([])), "/schemes"),
        silent("SchemesArrayEmpty", with("schemes", json!(["https"]))),
        fires(
            "BasePathNotValid",
            with("basePath", json!("v1")),
            "/basePath",
        ),
        silent("BasePathNotValid", with("basePath", json!("/v1"))),
        fires(
            "HostNameNotValid",
            with("host", json!("https://api.parcels.test")),
            "/host",
        ),
        fires(
            "HostNameNotValid",
            with("host", json!("api.parcels.test/v1")),
            "/host",
        ),
        fires("HostNameNotValid", with("host", json!("")), "/host"),
        silent(
            "HostNameNotValid",
            with("host", json!("api.parcels.example:8443")),
        ),
        silent(
            "HostNameNotValid",
            with("host", json!("@environmentVariables(\"host\")")),
        ),
        fires(
            "ProductionStatusOnBetaService",
            beta("beta.parcels.example"),
            "/host",
        ),
        silent("ProductionStatusOnBetaService", beta("api.parcels.example")),
        fires(
            "SchemeNotValid",
            with("schemes", json!(["https", "ftp"])),
            "/schemes/1",
        ),
        silent("SchemeNotValid", with("schemes", json!(["https", "http"]))),
        fires(
            "SchemeNotSupported",
            with("schemes", json!(["wss"])),
            "/schemes/0",
        ),
        silent("SchemeNotSupported", with("schemes", json!(["https"]))),
        fires(
            "SpecificationVersionIncorrect",
            with("swagger", json!(2.0)),
            "/swagger",
        ),
        fires(
            "SpecificationVersionIncorrect",
            with("swagger", json!(null)),
            "",
        ),
        silent(
            "SpecificationVersionIncorrect",
            with("swagger", json!("2.0")),
        ),
        fires(
            "UrlNotValid",
            info("contact", json!({ "url": "parcels.test" })),
            "/info/contact/url",
        ),
        fires(
            "UrlNotValid",
            with("externalDocs", json!({ "url": "docs" })),
            "/externalDocs/url",
        ),
        silent(
            "UrlNotValid",
            info(
                "license",
                json!({ "name": "MIT", "url": "https://parcels.test/license" }),
            ),
        ),
        fires(
            "G26-host-production",
            with("host", json!("staging.parcels.example")),
            "/host",
        ),
        silent(
            "G26-host-production",
            with("host", json!("contest.parcels.example")),
        ),
    ]
}

fn metadata() -> Vec<Case> {
    let metadata = |categories: &str, website: &str| {
        with(
            "x-ms-connector-metadata",
            json!([
                { "propertyName": "Website", "propertyValue": website },
                { "propertyName": "Privacy policy", "propertyValue": "https://parcels.test/privacy" },
                { "propertyName": "Categories", "propertyValue": categories }
            ]),
        )
    };
    let sound = || metadata("Data;Commerce", "https://parcels.test");
    let categories = "/x-ms-connector-metadata/2/propertyValue";
    vec![
        fires(
            "ConnectorMetadataPropertiesMissing",
            definition(json!({})),
            "/x-ms-connector-metadata",
        ),
        silent("ConnectorMetadataPropertiesMissing", sound()),
        fires(
            "ContactEmailNotValid",
            info("contact", json!({ "email": "parcels.test" })),
            "/info/contact/email",
        ),
        silent(
            "ContactEmailNotValid",
            info("contact", json!({ "email": "help@parcels.test" })),
        ),
        fires(
            "InvalidConnectorCategory",
            metadata("Parcels", "https://parcels.test"),
            categories,
        ),
        silent("InvalidConnectorCategory", sound()),
        fires(
            "TooManyConnectorCategories",
            metadata("AI;Data;Finance", "https://parcels.test"),
            categories,
        ),
        silent("TooManyConnectorCategories", sound()),
        fires(
            "G24-contact",
            info("contact", json!({ "name": "Post" })),
            "/info/contact",
        ),
        silent(
            "G24-contact",
            info(
                "contact",
                json!({ "name": "Post", "url": "https://parcels.test", "email": "help@parcels.test" }),
            ),
        ),
        fires(
            "G25-metadata",
            metadata("Data", "parcels.test"),
            "/x-ms-connector-metadata/0/propertyValue",
        ),
        silent("G25-metadata", sound()),
    ]
}

fn texts() -> Vec<Case> {
    let long = "Follows parcels. ".repeat(60);
    vec![
        fires(
            "FieldLengthExceeded",
            info("title", json!("A title of more than thirty letters")),
            "/info/title",
        ),
        silent(
            "FieldLengthExceeded",
            info("title", json!("Parcels (Independent Publisher)")),
        ),
        fires(
            "FieldLengthNotInRange",
            info("description", json!("Follows parcels.")),
            "/info/description",
        ),
        silent(
            "FieldLengthNotInRange",
            info("description", json!("Follows parcels on their long way.")),
        ),
        fires(
            "RequiredValueEmpty",
            info("description", json!(" ")),
            "/info/description",
        ),
        fires(
            "RequiredValueEmpty",
            info("description", json!(null)),
            "/info",
        ),
        silent("RequiredValueEmpty", info("title", json!("Parcels"))),
        fires(
            "ValueContainsRestrictedWords",
            info("title", json!("Parcels API")),
            "/info/title",
        ),
        fires(
            "ValueContainsRestrictedWords",
            info(
                "description",
                json!("Brings parcels into Power Automate at once."),
            ),
            "/info/description",
        ),
        silent(
            "ValueContainsRestrictedWords",
            info("title", json!("Rapid Overflow")),
        ),
        fires(
            "ValueMustBeInEnglish",
            info("title", json!("Посылки")),
            "/info/title",
        ),
        silent("ValueMustBeInEnglish", info("title", json!("Café Crème"))),
        fires(
            "ValueMustEndWithAlphanumeric",
            info("title", json!("Parcels!")),
            "/info/title",
        ),
        silent(
            "ValueMustEndWithAlphanumeric",
            info("title", json!("Parcels 2")),
        ),
        fires(
            "G04-title-unique",
            info("title", json!("Official Parcels")),
            "/info/title",
        ),
        silent("G04-title-unique", info("title", json!("Parcels"))),
        fires(
            "G05-description-length",
            info("description", json!(long)),
            "/info/description",
        ),
        silent(
            "G05-description-length",
            info("description", json!("Follows parcels.")),
        ),
    ]
}

/// A connector of which the definition has this text.
fn written(text: &str) -> Connector {
    let properties = definition(json!({})).part(Part::Properties).clone();
    Connector::new(Document::parse(text).unwrap(), properties)
}

fn files() -> Vec<Case> {
    let large = format!("{{\n    \"x-filling\": \"{}\"\n}}", "x".repeat(1024 * 1024));
    vec![
        fires(
            "G21-file-order",
            written("{\"info\": {}, \"swagger\": \"2.0\"}"),
            "/swagger",
        ),
        silent(
            "G21-file-order",
            written("{\"swagger\": \"2.0\", \"x-own\": 1, \"info\": {}}"),
        ),
        fires(
            "G22-whitespace",
            written("{\n\t\"swagger\": \"2.0\"\n}"),
            "",
        ),
        silent("G22-whitespace", written("{\n    \"swagger\": \"2.0\"\n}")),
        fires("G27-size", written(&large), ""),
        silent("G27-size", written("{}")),
        fires("G41-json-hygiene", written("\u{feff}{}"), ""),
        silent("G41-json-hygiene", written("{}")),
    ]
}

#[test]
fn rules_of_what_a_connector_says_of_itself() {
    prove(cases());
}
