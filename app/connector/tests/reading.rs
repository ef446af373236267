//! Reading files: what is recognised, what is refused and how, and what a package may hold.
#![cfg(all(feature = "yaml", feature = "archive"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::io::{Cursor, Write};

use proptest::prelude::*;
use serde_json::{Value, json};
use tenon_connector::document::Path;
use tenon_connector::read::{Format, Imported, MAX_FILE_BYTES, ReadError, read, summary};
use tenon_connector::write::package::{files, to_zip};
use tenon_connector::{Connector, ConnectorFiles, Part};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const SWAGGER: &str = r#"{
  "swagger": "2.0",
  "info": { "title": "Tides", "description": "When the water comes.", "version": "1.0" },
  "host": "api.example.com",
  "basePath": "/v1",
  "schemes": ["https"],
  "paths": {
    "/tides": {
      "get": { "operationId": "ListTides", "responses": { "200": { "description": "OK" } } }
    }
  }
}"#;

const PROPERTIES: &str = r##"{"properties": {"iconBrandColor": "#007ee5", "capabilities": [], "connectionParameters": {}}}"##;

const SWAGGER_YAML: &str = "# Tides
swagger: 2.0
info:
  title: Tides
  version: 1.10
host: api.example.com
paths:
  /tides:
    get: &list
      operationId: ListTides
      description: 'off'
      deprecated: false
      x-sizes: [1, 0o17, 1.5, 010, 1_000, yes, ~, '2']
      responses:
        200: {description: OK}
    post:
      <<: *list
      operationId: AddTide
";

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn refusal(name: &str, bytes: &[u8]) -> ReadError {
    match read(name, bytes) {
        Ok(imported) => panic!("{name} was read as {}", imported.format.label()),
        Err(error) => error,
    }
}

fn with_security(definitions: Value) -> Imported {
    let mut root: Value = serde_json::from_str(SWAGGER).unwrap();
    root["securityDefinitions"] = definitions;
    read("tides.json", root.to_string().as_bytes()).unwrap()
}

fn parameters(connector: &Connector) -> &Value {
    let place = Path::of(["properties", "connectionParameters"]);
    connector.get(Part::Properties, &place).unwrap()
}

#[test]
fn the_content_of_a_file_tells_what_it_is_and_not_its_name() {
    let package = packed(&[("apiDefinition.swagger.json", SWAGGER.as_bytes())]);
    for name in ["tides.json", "tides.yaml", "tides.zip", ""] {
        assert_eq!(
            read(name, SWAGGER.as_bytes()).unwrap().format,
            Format::SwaggerJson
        );
        assert_eq!(
            read(name, SWAGGER_YAML.as_bytes()).unwrap().format,
            Format::SwaggerYaml
        );
        assert_eq!(read(name, &package).unwrap().format, Format::Package);
    }
}

#[test]
fn a_connector_at_a_glance() {
    let imported = read("tides.json", SWAGGER.as_bytes()).unwrap();
    let found = summary(&imported.connector);
    assert_eq!(found.title, "Tides");
    assert_eq!(found.description, "When the water comes.");
    assert_eq!(found.base_url, "https://api.example.com/v1");
    assert_eq!(
        (found.operations(), found.triggers, found.policies),
        (1, 0, 0)
    );
    assert_eq!(found.authentication, "No authentication");
    assert_eq!(imported.findings, []);
}

#[test]
fn what_is_not_a_connector_is_called_by_its_name() {
    let table: [(&str, &[u8], &str); 16] = [
        ("empty", b"", "is empty"),
        ("blank", b" \r\n ", "is empty"),
        (
            "openapi",
            br#"{"openapi": "4.0.3"}"#,
            "an OpenAPI 4.0 document. Tenon reads OpenAPI 3.0",
        ),
        (
            "openapi",
            b"openapi: 3\ninfo: {}\n",
            "an OpenAPI 3 document",
        ),
        (
            "old",
            br#"{"swaggerVersion": "1.2"}"#,
            "a Swagger 1.2 document",
        ),
        ("number", br#"{"swagger": 2.0}"#, "must be \"2.0\""),
        ("async", b"asyncapi: 2.6.0\n", "an AsyncAPI 2.6.0 document"),
        (
            "properties",
            PROPERTIES.as_bytes(),
            "the properties of a connector, without its definition",
        ),
        (
            "no version",
            br#"{"info": {}, "paths": {}}"#,
            "without the member “swagger”",
        ),
        ("list", b"[1]", "not a document of an API"),
        (
            "words",
            b"Dear reader,\nhello.\n",
            "not a document of an API",
        ),
        (
            "page",
            b"\n<!doctype html><html>",
            "an XML or HTML document",
        ),
        ("image", b"\x89PNG\r\n\x1a\n", "an image"),
        ("pdf", b"%PDF-1.7", "a PDF document"),
        ("archive", b"\x1f\x8b\x08", "a gzip archive"),
        (
            "cut zip",
            b"PK\x03\x04 and no more",
            "The zip file is damaged",
        ),
    ];
    for (name, bytes, words) in table {
        let error = refusal(name, bytes);
        assert!(error.to_string().contains(words), "{name}: {error}");
        assert_eq!(error.file(), name);
    }
}

#[test]
fn what_is_meant_as_swagger_is_taken_and_told() {
    let taken = [
        ("tides.json", r#"{"swagger": 2.0, "paths": {}}"#, "is 2.0"),
        ("tides.json", r#"{"swagger": "2", "paths": {}}"#, "is \"2\""),
        (
            "a/apiDefinition.swagger.json",
            r#"{"paths": {}}"#,
            "is missing",
        ),
        (
            "apiDefinition.swagger.json",
            r#"{"swagger": null, "paths": {}}"#,
            "is null",
        ),
    ];
    for (name, text, words) in taken {
        let imported = read(name, text.as_bytes()).unwrap();
        let told = &imported.findings[0].message;
        assert!(told.to_string().contains(words), "{name}: {told}");
        assert_eq!(imported.connector.to_files().definition, text);
    }
    let refused = [
        ("tides.json", r#"{"swagger": null, "paths": {}}"#),
        (
            "apiDefinition.swagger.json",
            r#"{"swagger": "1.2", "paths": {}}"#,
        ),
        (
            "apiDefinition.swagger.json",
            r#"{"swagger": 3, "paths": {}}"#,
        ),
        (
            "apiDefinition.swagger.json",
            r#"{"openapi": "4.0", "paths": {}}"#,
        ),
        ("apiDefinition.swagger.json", r#"{"swagger": 2.0}"#),
    ];
    for (name, text) in refused {
        refusal(name, text.as_bytes());
    }
}

#[test]
fn a_file_over_the_bound_is_refused_by_its_size() {
    let mut text = SWAGGER.as_bytes().to_vec();
    text.resize(MAX_FILE_BYTES, b' ');
    assert!(read("tides.json", &text).is_ok(), "at the bound");
    text.push(b' ');
    assert!(
        refusal("tides.json", &text)
            .to_string()
            .contains("larger than 32 MiB")
    );
}

#[test]
fn yaml_means_what_yaml_1_2_says() {
    let imported = read("tides.yaml", SWAGGER_YAML.as_bytes()).unwrap();
    let root = imported.connector.definition();
    assert_eq!(root["swagger"], "2.0");
    let get = &root["paths"]["/tides"]["get"];
    assert_eq!(get["description"], "off");
    assert_eq!(get["deprecated"], false);
    assert_eq!(
        get["x-sizes"],
        json!([1, 15, 1.5, "010", "1_000", "yes", null, "2"])
    );
    assert_eq!(get["responses"], json!({ "200": { "description": "OK" } }));
    let post = &root["paths"]["/tides"]["post"];
    assert_eq!(post["operationId"], "AddTide");
    assert_eq!(post["responses"], get["responses"]);
    let keys: Vec<&str> = root
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(keys, ["swagger", "info", "host", "paths"]);

    let said: Vec<String> = imported.findings.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].contains("comments"), "{said:?}");
    assert!(
        said[2].contains("line 5, column 3") && said[2].contains("“1.10”"),
        "{said:?}"
    );
}

#[test]
fn broken_yaml_is_refused_with_its_place() {
    let table = [
        (
            "swagger: '2.0'\ninfo:\n  title: A\n title: B\n",
            4,
            "This is not YAML: ",
        ),
        ("swagger: '2.0'\ninfo: [1, 2\n", 2, "This is not YAML: "),
        (
            "swagger: '2.0'\nhost: a\nhost: b\n",
            3,
            "“host” stands twice",
        ),
        (
            "swagger: '2.0'\nhost: *nowhere\n",
            2,
            "an anchor that the text does not have",
        ),
        (
            "swagger: '2.0'\n---\nswagger: '2.0'\n",
            2,
            "several YAML documents",
        ),
    ];
    for (text, line, words) in table {
        let error = refusal("a.yaml", text.as_bytes());
        assert!(error.to_string().contains(words), "{text:?}: {error}");
        assert_eq!(error.place().unwrap().0, line, "{text:?}: {error}");
    }
}

#[test]
fn yaml_that_unfolds_without_end_is_refused() {
    let mut bomb = "swagger: '2.0'\nx0: &x0 [1,1,1,1,1,1,1,1,1,1]\n".to_owned();
    for level in 1..9 {
        let before = level - 1;
        let many = vec![format!("*x{before}"); 10].join(",");
        bomb += &format!("x{level}: &x{level} [{many}]\n");
    }
    refusal("bomb.yaml", bomb.as_bytes());
    let deep = format!(
        "swagger: '2.0'\nx: {}1{}\n",
        "[".repeat(5000),
        "]".repeat(5000)
    );
    refusal("deep.yaml", deep.as_bytes());
}

#[test]
fn a_definition_alone_gets_the_connection_parameters_that_it_needs() {
    let key = json!({ "key": { "type": "apiKey", "in": "header", "name": "X-Key" } });
    let imported = with_security(key);
    assert_eq!(
        parameters(&imported.connector)["api_key"]["type"],
        "securestring"
    );
    assert!(
        imported.findings[0]
            .message
            .to_string()
            .contains("“key”: api_key")
    );

    let basic = with_security(json!({ "login": { "type": "basic" } }));
    assert_eq!(parameters(&basic.connector)["username"]["type"], "string");
    assert_eq!(
        parameters(&basic.connector)["password"]["type"],
        "securestring"
    );

    let oauth = with_security(json!({ "o": { "type": "oauth2", "flow": "accessCode" } }));
    assert_eq!(parameters(&oauth.connector), &json!({}));
    assert!(
        oauth.findings[0]
            .message
            .to_string()
            .contains("Security step")
    );

    let both = with_security(json!({
        "login": { "type": "basic" },
        "key": { "type": "apiKey", "in": "query", "name": "k" }
    }));
    assert!(parameters(&both.connector).get("username").is_some());
    assert!(
        both.findings[0]
            .message
            .to_string()
            .contains("not used: key")
    );
}

#[test]
fn the_definition_stays_as_it_is_where_parameters_are_made() {
    let mut root: Value = serde_json::from_str(SWAGGER).unwrap();
    root["securityDefinitions"] =
        json!({ "key": { "type": "apiKey", "in": "query", "name": "k" } });
    let text = root.to_string();
    let imported = read("tides.json", text.as_bytes()).unwrap();
    assert_eq!(imported.connector.to_files().definition, text);
}

#[test]
fn a_package_is_found_in_any_folder_and_letter_case() {
    let icon = b"\x89PNG\r\n\x1a\n and more";
    let package = packed(&[
        ("__MACOSX/._apiDefinition.swagger.json", b"x"),
        (
            "My Export\\Tides/APIDEFINITION.Swagger.json",
            SWAGGER.as_bytes(),
        ),
        ("My Export\\Tides/ApiProperties.JSON", PROPERTIES.as_bytes()),
        ("My Export\\Tides/Icon.png", icon),
        ("My Export\\Tides/Script.csx", b"public class Script {}"),
        ("My Export\\Tides/docs/readme.md", b"# Tides"),
        ("My Export\\Tides/intro.md", b"Hello"),
    ]);
    let imported = read("package.zip", &package).unwrap();
    let connector = &imported.connector;
    assert_eq!(connector.title(), "Tides");
    assert_eq!(connector.to_files().properties, PROPERTIES);
    assert_eq!(connector.icon().as_deref(), Some(icon.as_slice()));
    assert_eq!(connector.script(), Some("public class Script {}"));
    let carried = connector.attachments();
    let names: Vec<&str> = carried.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["docs/readme.md", "intro.md"]);
    assert!(imported.findings[0].message.to_string().contains("macOS"));
}

#[test]
fn the_definition_of_a_package_may_be_yaml() {
    for name in [
        "tides/swagger.yml",
        "tides/apiDefinition.swagger.yaml",
        "tides/ApiDefinition.Swagger.YML",
    ] {
        let package = packed(&[
            (name, SWAGGER_YAML.as_bytes()),
            ("tides/apiProperties.json", PROPERTIES.as_bytes()),
            ("tides/notes.json", b"{}"),
        ]);
        let imported = read("package.zip", &package).unwrap();
        assert_eq!(imported.format, Format::Package, "{name}");
        assert_eq!(imported.connector.definition()["swagger"], "2.0", "{name}");
        let carried = imported.connector.attachments();
        assert_eq!(carried.len(), 1, "{name}");
    }
}

#[test]
fn a_file_of_a_package_that_is_broken_is_named_with_its_place() {
    let package = packed(&[
        ("a/apiDefinition.swagger.json", SWAGGER.as_bytes()),
        ("a/apiProperties.json", b"{\n  \"properties\": {,}\n}"),
    ]);
    let error = refusal("package.zip", &package);
    assert_eq!(error.file(), "a/apiProperties.json");
    assert_eq!(error.place(), Some((2, 18)));
}

#[test]
fn a_package_with_two_definitions_or_none_is_refused_by_their_names() {
    let two = packed(&[
        ("one/apiDefinition.swagger.json", SWAGGER.as_bytes()),
        ("two/apiDefinition.swagger.json", SWAGGER.as_bytes()),
    ]);
    let said = refusal("two.zip", &two).to_string();
    assert!(
        said.contains("one/apiDefinition.swagger.json, two/apiDefinition.swagger.json"),
        "{said}"
    );
    let none = packed(&[("readme.md", b"hello")]);
    assert!(
        refusal("none.zip", &none)
            .to_string()
            .contains("has no definition")
    );
    assert!(
        refusal("nothing.zip", &packed(&[]))
            .to_string()
            .contains("has no definition")
    );
}

#[test]
fn a_zip_file_that_would_do_harm_is_refused() {
    let definition = ("apiDefinition.swagger.json", SWAGGER.as_bytes());
    for name in [
        "../evil.txt",
        "/etc/evil.txt",
        "a/../../evil.txt",
        "C:\\evil.txt",
        "..\\evil.txt",
    ] {
        let said = refusal("evil.zip", &packed(&[definition, (name, b"x")])).to_string();
        assert!(said.contains("leads out of the package"), "{name}: {said}");
    }
    let names: Vec<String> = (0..201).map(|n| format!("f{n}")).collect();
    let many: Vec<(&str, &[u8])> = names
        .iter()
        .map(|n| (n.as_str(), b"x".as_slice()))
        .collect();
    assert!(
        refusal("many.zip", &packed(&many))
            .to_string()
            .contains("201 entries")
    );

    let blanks = vec![b' '; MAX_FILE_BYTES + 1];
    let large = packed(&[definition, ("large.txt", &blanks)]);
    assert!(
        refusal("large.zip", &large)
            .to_string()
            .contains("larger than 32 MiB")
    );
    let folded = packed(&[definition, ("folded.txt", &blanks[..2 * 1024 * 1024])]);
    assert!(
        refusal("folded.zip", &folded)
            .to_string()
            .contains("packed more than 300 times")
    );
    let twice = packed(&[definition, ("APIDEFINITION.swagger.json", b"{}")]);
    assert!(
        refusal("twice.zip", &twice)
            .to_string()
            .contains("is there twice")
    );
}

#[test]
fn all_entries_together_are_bounded() {
    let block: Vec<u8> = (0..16_384_u32)
        .map(|n| b'a' + u8::try_from(n.wrapping_mul(2_654_435_761) >> 28).unwrap())
        .collect();
    let bytes = block.repeat(23 * 64);
    let package = packed(&[("a.txt", &bytes), ("b.txt", &bytes), ("c.txt", &bytes)]);
    let said = refusal("total.zip", &package).to_string();
    assert!(
        said.contains("Unpacked, the package is larger than 64 MiB"),
        "{said}"
    );
}

#[test]
fn a_package_is_written_in_the_layout_of_paconn_and_always_the_same() {
    let connector = read("tides.json", SWAGGER.as_bytes())
        .unwrap()
        .connector
        .with_icon(b"\xff\xd8\xff\xe0")
        .with_script("code".to_owned());
    let package = to_zip(&connector).unwrap();
    assert_eq!(package, to_zip(&connector).unwrap());
    let names: Vec<String> = files(&connector)
        .unwrap()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        names,
        [
            "apiDefinition.swagger.json",
            "apiProperties.json",
            "icon.jpg",
            "script.csx",
            "settings.json"
        ]
    );
    let again = read("again.zip", &package).unwrap().connector;
    assert_eq!(again.to_files().definition, SWAGGER);
    assert_eq!(again.icon(), connector.icon());
    assert_eq!(again.script(), Some("code"));
}

#[test]
fn settings_that_came_with_a_package_name_its_files_as_they_are_written() {
    let settings = "{\n  \"connectorId\": \"shared_tides\",\n  \"apiDefinition\": \"tides.swagger.json\",\n  \"apiProperties\": \"apiProperties.json\",\n  \"icon\": null\n}\n";
    let package = packed(&[
        ("tides.swagger.json", SWAGGER.as_bytes()),
        ("apiProperties.json", PROPERTIES.as_bytes()),
        ("settings.json", settings.as_bytes()),
    ]);
    let connector = read("tides.zip", &package).unwrap().connector;
    let written = files(&connector).unwrap();
    let (_, bytes) = written
        .iter()
        .find(|(name, _)| name == "settings.json")
        .unwrap();
    let wanted = settings.replace("tides.swagger.json", "apiDefinition.swagger.json");
    assert_eq!(String::from_utf8_lossy(bytes), wanted);
}

#[test]
fn a_client_secret_is_neither_kept_nor_written() {
    let properties = r#"{"properties": {"connectionParameters": {"token": {"type": "oauthSetting",
  "oAuthSettings": {"clientId": "id", "clientSecret": "hunter2", "scopes": []}}}}}"#;
    let package = packed(&[
        ("apiDefinition.swagger.json", SWAGGER.as_bytes()),
        ("apiProperties.json", properties.as_bytes()),
    ]);
    let imported = read("tides.zip", &package).unwrap();
    assert!(!imported.connector.to_files().properties.contains("hunter2"));
    assert!(
        imported.findings[0]
            .message
            .to_string()
            .contains("clientSecret was left out")
    );

    let kept = Connector::from_files(&ConnectorFiles {
        definition: SWAGGER.to_owned(),
        properties: properties.to_owned(),
        ..ConnectorFiles::default()
    });
    let written = files(&kept.unwrap()).unwrap();
    let text = String::from_utf8(written[1].1.clone()).unwrap();
    assert_eq!(
        text,
        properties.replace(" \"clientSecret\": \"hunter2\",", "")
    );
}

#[test]
fn what_is_compressed_in_another_way_is_refused_and_not_guessed() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("apiDefinition.swagger.json", stored)
        .unwrap();
    zip.write_all(SWAGGER.as_bytes()).unwrap();
    let mut package = zip.finish().unwrap().into_inner();
    assert!(read("stored.zip", &package).is_ok());
    // The method of the entry, in its local header and in the directory at the end, becomes 12 (bzip2).
    let directory = package.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    package[8] = 12;
    package[directory + 10] = 12;
    let said = refusal("bzip2.zip", &package).to_string();
    assert!(
        said.contains("damaged") || said.contains("method"),
        "{said}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_file_is_read_or_refused_but_breaks_nothing(
        which in 0..3usize,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..6),
    ) {
        let mut bytes = match which {
            0 => SWAGGER.as_bytes().to_vec(),
            1 => SWAGGER_YAML.as_bytes().to_vec(),
            _ => packed(&[
                ("a/apiDefinition.swagger.json", SWAGGER.as_bytes()),
                ("a/apiProperties.json", PROPERTIES.as_bytes()),
                ("a/script.csx", b"code"),
            ]),
        };
        for (at, byte, kind) in damage {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => bytes.truncate(at.max(1)),
            }
        }
        match read("file", &bytes) {
            Ok(imported) => prop_assert!(to_zip(&imported.connector).is_ok()),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}

#[test]
fn the_settings_of_a_package_name_its_files() {
    let settings = r#"{"apiDefinition": "my.json", "apiProperties": "./props.json", "icon": "pic.png", "script": "code.csx"}"#;
    let files = [
        ("kit/my.json", SWAGGER.as_bytes()),
        ("kit/props.json", PROPERTIES.as_bytes()),
        ("kit/pic.png", b"\x89PNG".as_slice()),
        ("kit/code.csx", b"code".as_slice()),
        ("kit/settings.json", settings.as_bytes()),
    ];
    let connector = read("kit.zip", &packed(&files)).unwrap().connector;
    assert_eq!(connector.to_files().definition, SWAGGER);
    assert_eq!(connector.to_files().properties, PROPERTIES);
    assert_eq!(connector.icon(), Some(b"\x89PNG".to_vec()));
    assert_eq!(connector.script(), Some("code"));

    let leads_out = settings.replace("my.json", "../my.json");
    let files = [
        ("kit/my.json", SWAGGER.as_bytes()),
        ("kit/settings.json", leads_out.as_bytes()),
    ];
    let imported = read("kit.zip", &packed(&files));
    let format = imported.map(|imported| imported.format);
    assert_ne!(
        format.ok(),
        Some(Format::Package),
        "no name leads out of its folder"
    );
}

#[test]
fn settings_that_a_package_would_get_anyway_are_no_part_of_the_connector() {
    let plain = packed(&[
        ("apiDefinition.swagger.json", SWAGGER.as_bytes()),
        ("apiProperties.json", PROPERTIES.as_bytes()),
    ]);
    let connector = read("plain.zip", &plain).unwrap().connector;
    let written = files(&connector).unwrap();
    let written: Vec<(&str, &[u8])> = written
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let again = read("again.zip", &packed(&written)).unwrap().connector;
    assert!(again.attachments().is_empty());
    assert_eq!(files(&again).unwrap(), files(&connector).unwrap());
}
