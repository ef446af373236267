//! A connector in the layout of independent publishers.

use serde_json::{Value, json};
use tenon_connector::document::Document;
use tenon_connector::read::{SourceFile, folder};
use tenon_connector::swagger::operations;
use tenon_connector::write::publisher::to_publisher;
use tenon_connector::{Attachment, Connector};

fn connector() -> Connector {
    let definition = json!({
        "swagger": "2.0",
        "info": { "title": "Tides", "version": "1.0", "description": "When the water\ncomes.", "contact": { "name": "Ada" } },
        "host": "api.example.com", "basePath": "/", "schemes": ["https"],
        "paths": { "/tides": { "get": {
            "operationId": "ListTides", "summary": "List tides", "description": "All of them.",
            "responses": { "200": { "description": "OK" } }
        } } }
    });
    let properties = json!({ "properties": { "iconBrandColor": "#007ee5" } });
    Connector::new(Document::new(definition), Document::new(properties))
}

fn file(files: &[(String, Vec<u8>)], name: &str) -> String {
    let (_, bytes) = files.iter().find(|(own, _)| own == name).unwrap();
    String::from_utf8(bytes.clone()).unwrap()
}

#[test]
fn the_readme_has_the_headings_and_the_properties_what_is_demanded() {
    let published = to_publisher(&connector().with_icon(b"\x89PNG")).unwrap();
    let names: Vec<&str> = published
        .files
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "apiDefinition.swagger.json",
            "apiProperties.json",
            "readme.md"
        ]
    );
    let readme = file(&published.files, "readme.md");
    assert!(
        readme.starts_with(
            "# Tides (Independent Publisher)\n\nWhen the water comes.\n\n## Publisher: Ada\n\n## Prerequisites\n"
        ),
        "{readme}"
    );
    assert!(
        readme.contains("## Supported Operations\n\n### List tides\n\nAll of them.\n"),
        "{readme}"
    );
    let properties: Value =
        serde_json::from_str(&file(&published.files, "apiProperties.json")).unwrap();
    let expected =
        json!({ "iconBrandColor": "#da3b01", "publisher": "Ada", "stackOwner": "Tides" });
    assert_eq!(properties["properties"], expected);
    let icon = published
        .ledger
        .entries
        .iter()
        .any(|entry| entry.pointer == "icon.png");
    assert!(icon, "the icon is named");
}

#[test]
fn a_readme_of_the_makers_is_kept_and_completed() {
    let content = "IyBNaW5lCgojIyBQcmVyZXF1aXNpdGVzCgpBIGJvYXQuCg==".to_owned();
    let name = "README.md".to_owned();
    let own = connector().with_attachments(vec![Attachment { name, content }]);
    let published = to_publisher(&own).unwrap();
    let readme = file(&published.files, "readme.md");
    assert!(
        readme.starts_with("# Mine\n\n## Prerequisites\n\nA boat.\n\n## Publisher: Ada\n"),
        "{readme}"
    );
    assert_eq!(readme.matches("## Prerequisites").count(), 1);
}

#[test]
fn real_connectors_are_read_again_with_their_operations_and_all_headings() {
    for (name, connector) in super::samples::connectors() {
        let published = to_publisher(&connector).unwrap_or_else(|error| panic!("{name}: {error}"));
        let count = |connector: &Connector| operations(connector.definition()).count();
        assert_eq!(published.ledger.operations_out, count(&connector), "{name}");
        let readme = file(&published.files, "readme.md");
        for heading in [
            "## Publisher:",
            "## Prerequisites",
            "## Supported Operations",
            "## Obtaining Credentials",
            "## Getting Started",
            "## Known Issues and Limitations",
        ] {
            assert_eq!(readme.matches(heading).count(), 1, "{name}: {heading}");
        }
        let files = published.files.into_iter();
        let files = files.map(|(path, bytes)| SourceFile { path, bytes });
        let again = folder(&name, files.collect()).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(count(&again.connector), count(&connector), "{name}");
        let title = again.connector.title();
        assert!(
            title.ends_with("(Independent Publisher)"),
            "{name}: {title}"
        );
    }
}
