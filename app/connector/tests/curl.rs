//! Command lines of curl become connectors, and the ledger names what did not come through.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use serde_json::{Value, json};
use tenon_connector::lint::{Profile, Severity, lint};
use tenon_connector::read::{Fate, Format, Imported, read};

fn commands(text: &str) -> Imported {
    let imported = read("commands.txt", text.as_bytes()).unwrap();
    assert_eq!(imported.format, Format::Curl);
    for finding in lint(&imported.connector, Profile::Custom) {
        assert_ne!(
            finding.severity,
            Severity::Error,
            "{} {}",
            finding.rule.id,
            finding.message
        );
    }
    imported
}

fn operation<'i>(imported: &'i Imported, path: &str, method: &str) -> &'i Value {
    let paths = &imported.connector.definition()["paths"];
    assert!(
        paths[path].get(method).is_some(),
        "{path} is not in {paths}"
    );
    &paths[path][method]
}

/// The fates with the lines of the commands.
fn fates(imported: &Imported) -> Vec<(usize, Fate)> {
    let entries = imported.ledger.entries.iter();
    entries
        .map(|entry| (entry.place.unwrap().0, entry.fate))
        .collect()
}

#[test]
fn commands_of_documentation_make_one_connector() {
    let imported = commands(
        "# Find\n\
         curl https://api.example.com/v1/pets?limit=10 -H 'Authorization: Bearer s3cret' -H \"X-Tenant: blue\"\n\n\
         curl -X POST \"https://api.example.com/v1/pets\" \\\n  -H 'Content-Type: application/json' \\\n\
         \x20 -d '{\"name\": \"Rex\", \"age\": 4}'\n\
         curl -sS -XDELETE https://api.example.com/v1/pets/17 --oauth2-bearer s3cret\n",
    );
    let definition = imported.connector.definition();
    assert_eq!(definition["info"]["title"], "Example");
    assert_eq!(
        (&definition["host"], &definition["basePath"]),
        (&json!("api.example.com"), &json!("/v1"))
    );
    assert_eq!(definition["security"], json!([{ "bearer": [] }]));
    let get = operation(&imported, "/pets", "get");
    assert_eq!(get["operationId"], "GetPets");
    assert_eq!(
        get["parameters"],
        json!([{ "name": "limit", "in": "query", "type": "integer" },
               { "name": "X-Tenant", "in": "header", "type": "string", "default": "blue" }])
    );
    let post = operation(&imported, "/pets", "post");
    assert_eq!(post["consumes"], json!(["application/json"]));
    assert_eq!(
        post["parameters"][0]["schema"]["properties"]["age"]["type"],
        "integer"
    );
    let delete = operation(&imported, "/pets/{petId}", "delete");
    assert_eq!(delete["parameters"][0]["type"], "integer");
    let all = format!("{definition}{}", imported.connector.properties());
    assert!(!all.contains("s3cret"));
    assert_eq!(
        (
            imported.ledger.operations_in,
            imported.ledger.operations_out
        ),
        (3, 3)
    );
}

#[test]
fn what_browsers_copy_for_the_command_prompt_is_read() {
    let imported = commands(
        "curl ^\"https://a.example/p?x=1^&y=%^20^\" ^\r\n  -H ^\"accept: application/json^\" ^\r\n  \
         -b ^\"session=s3cret^\" ^\r\n  --data-raw ^\"^{^\\^\"a^\\^\":1^}^\" &\r\ncurl ^\"https://a.example/q^\"",
    );
    let post = operation(&imported, "/p", "post");
    assert_eq!(post["produces"], json!(["application/json"]));
    assert_eq!(
        post["parameters"][2]["schema"]["properties"]["a"]["type"],
        "integer"
    );
    operation(&imported, "/q", "get");
    assert!(
        !imported
            .connector
            .definition()
            .to_string()
            .contains("s3cret")
    );
    let said = imported
        .ledger
        .entries
        .iter()
        .any(|entry| entry.message.to_string().contains("cookies (1 call)"));
    assert!(said);
}

#[test]
fn each_way_to_send_data_is_a_body() {
    let sent = |options: &str| {
        let imported = commands(&format!("curl https://a.example/p {options}"));
        let paths = &imported.connector.definition()["paths"]["/p"];
        let (method, operation) = paths.as_object().unwrap().iter().next().unwrap();
        let parameters = operation["parameters"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let words = parameters.iter().map(|p| {
            let word = |key: &str| p[key].as_str().unwrap_or("-").to_owned();
            format!("{} {} {}", word("in"), word("name"), word("type"))
        });
        let media = operation["consumes"][0].as_str().unwrap_or("-").to_owned();
        (method.clone(), media, words.collect::<Vec<_>>().join(", "))
    };
    for (options, method, media, parameters) in [
        (
            "-d a=1 -d b=x",
            "post",
            "application/x-www-form-urlencoded",
            "formData a integer, formData b string",
        ),
        ("-d a=1 --get", "get", "-", "query a integer"),
        ("-G --data-urlencode 'a=b c'", "get", "-", "query a string"),
        (
            "--data-urlencode a@file",
            "post",
            "application/x-www-form-urlencoded",
            "formData a string",
        ),
        (
            "--json '{\"a\": 1}'",
            "post",
            "application/json",
            "body body -",
        ),
        ("-d '{\"a\": 1}'", "post", "application/json", "body body -"),
        (
            "-F photo=@a.png -F 'name=Rex;type=text/plain'",
            "post",
            "multipart/form-data",
            "formData photo file, formData name string",
        ),
        ("-T a.bin", "put", "application/octet-stream", "body body -"),
        (
            "--data-binary @a.png -H 'Content-Type: image/png'",
            "post",
            "image/png",
            "body body -",
        ),
        (
            "-d x -H 'Content-Type: text/plain; charset=utf-8' -X PATCH",
            "patch",
            "text/plain",
            "body body -",
        ),
        ("-I", "head", "-", ""),
        (
            "--url-query a=1 -s -o out -w '%{http_code}'",
            "get",
            "-",
            "query a integer",
        ),
    ] {
        let expected = (method.to_owned(), media.to_owned(), parameters.to_owned());
        assert_eq!(sent(options), expected, "{options}");
    }
}

#[test]
fn each_way_to_sign_in_is_told_and_its_secret_dropped() {
    let kind = |options: &str| {
        let imported = commands(&format!("curl https://a.example/p {options}"));
        let all = format!(
            "{}{}",
            imported.connector.definition(),
            imported.connector.properties()
        );
        assert!(!all.contains("s3cret"), "{options}");
        imported.connector.definition()["securityDefinitions"].clone()
    };
    let basic = json!({ "basic": { "type": "basic" } });
    for (options, expected) in [
        ("-u ann:s3cret", basic.clone()),
        ("-H 'Authorization: Basic s3cret'", basic),
        (
            "-H 'X-Api-Key: s3cret'",
            json!({ "api_key": { "type": "apiKey", "in": "header", "name": "X-Api-Key" } }),
        ),
        (
            "--url-query api_key=s3cret",
            json!({ "api_key": { "type": "apiKey", "in": "query", "name": "api_key" } }),
        ),
        ("--digest -u ann:s3cret", Value::Null),
        ("--aws-sigv4 aws:amz:s3cret -u a:s3cret", Value::Null),
    ] {
        assert_eq!(kind(options), expected, "{options}");
    }
}

#[test]
fn variables_of_the_shell_are_asked_for() {
    let imported = commands("curl \"$BASE_URL/pets/${PET_ID}\" -H \"X-Tenant: $TENANT\"");
    let get = operation(&imported, "/pets/{PET_ID}", "get");
    assert_eq!(
        get["parameters"][1],
        json!({ "name": "X-Tenant", "in": "header", "type": "string" })
    );
    let asked = &imported.connector.properties()["properties"]["connectionParameters"];
    assert!(asked.get("BASE_URL").is_some());
}

#[test]
fn what_is_no_call_is_named_with_its_line() {
    let imported = commands(
        "curl -k https://a.example/p\nexport A=b\ncurl -v\ncurl https://a.example/p?x=1 'open\n",
    );
    let expected = [
        (3, Fate::Dropped),
        (4, Fate::Lowered),
        (1, Fate::Dropped),
        (1, Fate::Dropped),
    ];
    let mut found = fates(&imported);
    found.retain(|(_, fate)| matches!(fate, Fate::Dropped | Fate::Lowered));
    found.sort_by_key(|(line, _)| *line);
    let mut expected = expected.to_vec();
    expected.sort_by_key(|(line, _)| *line);
    assert_eq!(found, expected);
    assert!(fates(&imported).contains(&(4, Fate::Merged)));
    let own = imported
        .ledger
        .entries
        .iter()
        .any(|entry| entry.message.to_string().contains("-k, -v"));
    assert!(own);
    assert_eq!(
        (
            imported.ledger.operations_in,
            imported.ledger.operations_out
        ),
        (4, 2)
    );
}

#[test]
fn another_host_is_reached_by_a_policy() {
    let imported =
        commands("curl https://a.example/p\ncurl https://a.example/q\ncurl https://b.example/r\n");
    let policy = &imported.connector.properties()["properties"]["policyTemplateInstances"][0];
    assert_eq!(
        policy["parameters"]["x-ms-apimTemplateParameter.urlTemplate"],
        "https://b.example"
    );
    assert_eq!(fates(&imported).first(), Some(&(3, Fate::Changed)));
}

proptest! {
    #[test]
    fn every_text_is_read(text in "[a-z$'\"\\\\^%&|<>{}:/?=@ \\n-]{0,80}") {
        let imported = read("commands.txt", format!("curl {text}").as_bytes()).unwrap();
        prop_assert!(imported.ledger.operations_in >= imported.ledger.operations_out);
    }
}

#[test]
fn the_value_of_an_option_is_not_taken_for_the_address() {
    let options = "--doh-url https://dns.example/q --unix-socket /s --socks5-hostname a.example:1 --trace-config ids";
    let imported = commands(&format!("curl {options} https://a.example/p"));
    let definition = imported.connector.definition();
    assert_eq!(definition["host"], "a.example");
    assert_eq!(definition["paths"].as_object().unwrap().len(), 1);
    operation(&imported, "/p", "get");
}

#[test]
fn a_host_without_a_scheme_is_called_securely() {
    let imported =
        commands("curl https://a.example/f\ncurl https://a.example/g\ncurl b.example/h\n");
    let url =
        "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.urlTemplate";
    let properties = imported.connector.properties();
    assert_eq!(properties.pointer(url).unwrap(), "https://b.example");
    let told = imported
        .ledger
        .entries
        .iter()
        .map(|entry| entry.message.to_string());
    assert!(
        told.clone()
            .any(|told| told.ends_with("to https://b.example."))
    );
}

#[test]
fn a_file_that_is_sent_as_a_form_is_named() {
    let is_named = |command: &str| {
        let imported = commands(command);
        let mut entries = imported.ledger.entries.iter();
        entries.any(|entry| entry.message.to_string().contains("a file as a form"))
    };
    assert!(is_named("curl https://a.example/f -d @body.txt"));
    assert!(!is_named("curl https://a.example/f --json @body.txt"));
    assert!(!is_named("curl https://a.example/f -T body.txt"));
}

#[test]
fn what_is_said_of_parts_of_a_form_is_read_or_named() {
    let command = "curl https://a.example/f -F 'a=b;type=text/plain' -F 'meta={\"c\":1};type=application/json' \
                   -F 'text=d;filename=d.txt' -F 'doc=@\"x;y.pdf\";type=application/pdf'";
    let imported = commands(command);
    let fields = &operation(&imported, "/f", "post")["parameters"];
    let kinds: Vec<_> = fields
        .as_array()
        .unwrap()
        .iter()
        .map(|f| (&f["name"], &f["type"]))
        .collect();
    let expected = [
        ("a", "string"),
        ("meta", "string"),
        ("text", "file"),
        ("doc", "file"),
    ];
    let expected = expected.map(|(name, kind)| (json!(name), json!(kind)));
    assert_eq!(
        kinds,
        expected
            .iter()
            .map(|(name, kind)| (name, kind))
            .collect::<Vec<_>>()
    );
    let entries = imported.ledger.entries.iter();
    let named = entries.filter(|entry| entry.message.to_string().contains("media type"));
    assert_eq!(named.count(), 2);
}
