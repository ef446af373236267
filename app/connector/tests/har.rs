//! Recordings of browsers become connectors, and the ledger names what did not come through.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use tenon_connector::lint::{Profile, Severity, lint};
use tenon_connector::read::{Fate, Format, Imported, read};

fn recording(entries: Value) -> Imported {
    let har = json!({ "log": { "version": "1.2", "entries": entries } });
    let imported = read("site.har", har.to_string().as_bytes()).unwrap();
    assert_eq!(imported.format, Format::Har);
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

/// A call that was answered with JSON.
fn call(method: &str, url: &str, answer: &Value) -> Value {
    json!({
        "_resourceType": "xhr",
        "request": { "method": method, "url": url, "headers": [
            { "name": ":authority", "value": "a.example" }, { "name": "authorization", "value": "Bearer s3cret" },
            { "name": "cookie", "value": "sid=s3cret" }, { "name": "user-agent", "value": "Browser" },
            { "name": "sec-fetch-mode", "value": "cors" }, { "name": "x-tenant", "value": "blue" }
        ] },
        "response": { "status": 200, "content": { "mimeType": "application/json", "text": answer.to_string() } }
    })
}

fn fates(imported: &Imported) -> Vec<(&str, Fate)> {
    let entries = imported.ledger.entries.iter();
    entries
        .map(|entry| (entry.pointer.as_str(), entry.fate))
        .collect()
}

#[test]
fn calls_of_one_template_are_one_operation_with_the_schemas_of_all() {
    let imported = recording(json!([
        call(
            "GET",
            "https://a.example/api/v2/pets?page=1",
            &json!([{ "id": 1 }])
        ),
        call(
            "GET",
            "https://a.example/api/v2/pets/1",
            &json!({ "id": 1, "name": "Rex" })
        ),
        call(
            "GET",
            "https://a.example/api/v2/pets/2?full=true",
            &json!({ "id": 2.5, "owner": null })
        )
    ]));
    let definition = imported.connector.definition();
    assert_eq!(
        (&definition["host"], &definition["basePath"]),
        (&json!("a.example"), &json!("/api/v2"))
    );
    let get = &definition["paths"]["/pets/{petId}"]["get"];
    assert_eq!(
        get["parameters"],
        json!([{ "name": "petId", "in": "path", "required": true, "type": "integer" },
               { "name": "full", "in": "query", "type": "boolean" },
               { "name": "x-tenant", "in": "header", "type": "string" }])
    );
    let properties = get["responses"]["200"]["schema"]["properties"]
        .as_object()
        .unwrap();
    assert_eq!(
        properties.keys().collect::<Vec<_>>(),
        ["id", "name", "owner"]
    );
    assert_eq!(properties["id"]["type"], "number");
    assert_eq!(definition["security"], json!([{ "bearer": [] }]));
    assert_eq!(
        (
            imported.ledger.operations_in,
            imported.ledger.operations_out
        ),
        (2, 2)
    );
    assert!(fates(&imported).contains(&("/log/entries/1", Fate::Merged)));
    assert!(
        imported
            .ledger
            .entries
            .iter()
            .all(|entry| entry.place.is_some())
    );
    assert!(!definition.to_string().contains("s3cret"));
}

#[test]
fn what_pages_are_made_of_and_calls_to_others_are_left_out_and_counted() {
    let asset = |kind: &str, url: &str| json!({ "_resourceType": kind, "request": { "method": "GET", "url": url } });
    let imported = recording(json!([
        asset("document", "https://a.example/"),
        asset("script", "https://a.example/a.js"),
        asset("script", "https://cdn.example/b.js"),
        call("GET", "https://a.example/pets", &json!([])),
        call("POST", "https://tracker.example/collect", &json!({})),
        call("GET", "https://a.example/toys", &json!([]))
    ]));
    let paths = imported.connector.definition()["paths"]
        .as_object()
        .unwrap();
    assert_eq!(paths.keys().collect::<Vec<_>>(), ["/pets", "/toys"]);
    let said = |words: &str| {
        imported
            .ledger
            .entries
            .iter()
            .any(|entry| entry.message.to_string().contains(words))
    };
    assert!(said("1 document left out"));
    assert!(said("2 scripts left out"));
    assert!(said("what goes to tracker.example is left out (1 call)"));
    assert!(fates(&imported).contains(&("/log/entries/4", Fate::Dropped)));
}

#[test]
fn bodies_are_read_however_they_are_recorded() {
    let sent = |posted: Value| {
        let mut entry = call("POST", "https://a.example/p", &json!({}));
        entry["request"]["headers"] = json!([]);
        entry["request"]["postData"] = posted;
        let imported = recording(json!([entry]));
        let post = &imported.connector.definition()["paths"]["/p"]["post"];
        (
            post["consumes"][0].clone(),
            post["parameters"][0]["name"].clone(),
        )
    };
    let form = "application/x-www-form-urlencoded";
    for (posted, media, name) in [
        (
            json!({ "mimeType": "application/json;charset=UTF-8", "text": "{\"a\": 1}" }),
            "application/json",
            "body",
        ),
        (
            json!({ "mimeType": form, "params": [{ "name": "a", "value": "1" }] }),
            form,
            "a",
        ),
        (json!({ "mimeType": form, "text": "b=1&c=2" }), form, "b"),
        (
            json!({ "mimeType": "text/plain", "text": "hello" }),
            "text/plain",
            "body",
        ),
    ] {
        assert_eq!(
            sent(posted.clone()),
            (json!(media), json!(name)),
            "{posted}"
        );
    }
}

#[test]
fn answers_in_base64_are_read() {
    let mut entry = call("GET", "https://a.example/p", &json!({}));
    entry["response"]["content"] =
        json!({ "mimeType": "application/json", "encoding": "base64", "text": "eyJhIjoxfQ==" });
    let imported = recording(json!([entry]));
    let answer = &imported.connector.definition()["paths"]["/p"]["get"]["responses"]["200"];
    assert_eq!(answer["schema"]["properties"]["a"]["type"], "integer");
}

#[test]
fn odd_recordings_are_read_all_the_same() {
    let imported = recording(json!([
        null, 7, {}, { "request": { "url": "https://a.example" } },
        { "request": { "method": "GET", "url": "https://a.example/x", "headers": {} }, "response": { "status": "200" } }
    ]));
    assert_eq!(
        (
            imported.ledger.operations_in,
            imported.ledger.operations_out
        ),
        (2, 1)
    );
    let said = imported.ledger.entries.iter().any(|entry| {
        entry
            .message
            .to_string()
            .contains("3 other requests left out")
    });
    assert!(said);
}

#[test]
fn cookies_are_counted_wherever_they_are_recorded() {
    let answer =
        json!({ "status": 200, "content": { "mimeType": "application/json", "text": "{}" } });
    let entry = |path: &str, request: Value| {
        let mut entry = json!({ "request": { "method": "GET", "url": format!("https://a.example{path}") }, "response": answer });
        entry["request"]
            .as_object_mut()
            .unwrap()
            .extend(request.as_object().unwrap().clone());
        entry
    };
    let cookie = json!([{ "name": "sid", "value": "s3cret" }]);
    let header = json!([{ "name": "Cookie", "value": "sid=s3cret" }]);
    let imported = recording(json!([
        entry("/a", json!({ "headers": header, "cookies": cookie })),
        entry("/b", json!({ "cookies": cookie })),
        entry("/c", json!({ "cookies": [] }))
    ]));
    let entries = imported.ledger.entries.iter();
    let said: Vec<_> = entries.map(|entry| entry.message.to_string()).collect();
    assert!(
        said.iter()
            .any(|said| said.contains("no cookies (2 calls)")),
        "{said:?}"
    );
    assert!(
        !imported
            .connector
            .definition()
            .to_string()
            .contains("s3cret")
    );
}

#[test]
fn an_answer_that_is_no_json_though_it_says_so_is_named() {
    let mut broken = call("GET", "https://a.example/p", &json!({}));
    broken["response"]["content"]["text"] = json!("{\"a\": 1");
    let imported = recording(json!([broken]));
    let answer = &imported.connector.definition()["paths"]["/p"]["get"]["responses"]["200"];
    assert_eq!(answer["schema"], json!({}));
    assert!(fates(&imported).contains(&("/log/entries/0/response", Fate::Lowered)));
}

#[test]
fn operations_in_are_those_out_and_those_named_as_left_out() {
    let imported = recording(json!([
        call("GET", "https://a.example/a", &json!({})),
        call("GET", "https://a.example/a", &json!({})),
        call("PROPFIND", "https://a.example/a", &json!({})),
        call("REPORT", "https://a.example/b", &json!({}))
    ]));
    let ledger = &imported.ledger;
    let is_gone = |message: String| message.contains("no method");
    let gone = ledger
        .entries
        .iter()
        .filter(|entry| is_gone(entry.message.to_string()));
    assert_eq!(
        (ledger.operations_in, ledger.operations_out, gone.count()),
        (3, 1, 2)
    );
}
