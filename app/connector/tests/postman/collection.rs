//! What becomes of the parts of a collection.

use serde_json::{Value, json};
use tenon_connector::read::{Fate, Imported, read};

/// A collection of format 2.1 with these items and members.
fn collection(items: Value, more: Value) -> Imported {
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    let mut collection = json!({ "info": { "name": "Pets", "schema": schema }, "item": items });
    collection
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    read("pets.json", collection.to_string().as_bytes()).unwrap()
}

fn request(request: Value) -> Imported {
    collection(json!([{ "name": "Call", "request": request }]), json!({}))
}

fn operation<'i>(imported: &'i Imported, path: &str, method: &str) -> &'i Value {
    let paths = &imported.connector.definition()["paths"];
    assert!(
        paths[path].get(method).is_some(),
        "{path} is not in {paths}"
    );
    &paths[path][method]
}

fn fates(imported: &Imported) -> Vec<(&str, Fate)> {
    let entries = imported.ledger.entries.iter();
    entries
        .map(|entry| (entry.pointer.as_str(), entry.fate))
        .collect()
}

#[test]
fn folders_are_tags_and_hand_down_how_to_sign_in() {
    let url = "https://a.example/pets";
    let items = json!([
        { "name": "Open", "auth": { "type": "noauth" }, "item": [
            { "name": "Deep", "description": "Inside", "item": [{ "name": "List all Pets", "request": url }] }
        ] },
        { "name": "Make a pet", "request": { "method": "POST", "url": url } }
    ]);
    let auth = json!({ "type": "bearer", "bearer": [{ "key": "token", "value": "abc" }] });
    let imported = collection(items, json!({ "auth": auth }));
    let get = operation(&imported, "/pets", "get");
    assert_eq!(get["tags"], json!(["Open / Deep"]));
    assert_eq!(get["operationId"], "ListAllPets");
    assert_eq!(get["summary"], "List all pets");
    assert_eq!(get["security"], json!([]));
    let definition = imported.connector.definition();
    assert_eq!(
        definition["tags"],
        json!([{ "name": "Open / Deep", "description": "Inside" }])
    );
    assert_eq!(definition["security"], json!([{ "bearer": [] }]));
    assert_eq!(operation(&imported, "/pets", "post").get("security"), None);
    assert!(!imported.connector.properties().to_string().contains("abc"));
}

#[test]
fn a_token_goes_to_the_requests_that_have_one() {
    let ids = "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplate-operationName";
    let url = |path: &str| format!("https://a.example/{path}");
    let named = |name: &str, auth: Value| {
        let mut request = json!({ "method": "GET", "url": url(name) });
        if !auth.is_null() {
            request["auth"] = auth;
        }
        json!({ "name": name, "request": request })
    };
    let bearer = json!({ "type": "bearer", "bearer": [{ "key": "token", "value": "abc" }] });
    let basic = json!({ "type": "basic", "basic": [] });
    let all = json!([named("one", Value::Null), named("two", Value::Null)]);
    let whole = collection(all, json!({ "auth": bearer.clone() }));
    assert_eq!(whole.connector.properties().pointer(ids), None);
    let some = json!([
        named("one", Value::Null),
        named("two", Value::Null),
        named("open", json!({ "type": "noauth" })),
        named("other", basic)
    ]);
    let some = collection(some, json!({ "auth": bearer }));
    let said = some.connector.properties().pointer(ids);
    assert_eq!(said, Some(&json!(["One", "Two"])));
    for path in ["/open", "/other"] {
        assert_eq!(operation(&some, path, "get")["security"], json!([]));
    }
}

#[test]
fn variables_without_a_value_in_the_host_are_asked_for() {
    let url = json!({ "raw": "{{baseUrl}}/pets/{{petId}}/:part", "variable": [{ "key": "part", "value": "3" }] });
    let imported = request(json!({ "method": "GET", "url": url }));
    let get = operation(&imported, "/pets/{petId}/{part}", "get");
    assert_eq!(
        get["parameters"],
        json!([{ "name": "petId", "in": "path", "required": true, "type": "string" },
               { "name": "part", "in": "path", "required": true, "type": "integer" }])
    );
    let properties = &imported.connector.properties()["properties"];
    assert!(properties["connectionParameters"].get("baseUrl").is_some());
    let policy = &properties["policyTemplateInstances"][0];
    assert_eq!(policy["templateId"], "dynamichosturl");
    assert_eq!(
        policy["parameters"]["x-ms-apimTemplateParameter.urlTemplate"],
        "https://@connectionParameters('baseUrl')"
    );
}

#[test]
fn the_same_method_and_path_is_one_operation() {
    let item = |name: &str, url: &str, body: &str| {
        let body = json!({ "mode": "raw", "raw": body });
        json!({ "name": name, "request": { "method": "POST", "url": url, "body": body } })
    };
    let items = json!([
        item("One", "https://a.example/p?a=1", "{\"x\": 1}"),
        item(
            "Two",
            "https://a.example/p?b=1",
            "{\"x\": 2.5, \"y\": \"z\"}"
        )
    ]);
    let imported = collection(items, json!({}));
    let post = operation(&imported, "/p", "post");
    let names = post["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| &p["name"]);
    assert_eq!(names.collect::<Vec<_>>(), ["a", "b", "body"]);
    let schema = &post["parameters"][2]["schema"];
    assert_eq!(schema["properties"]["x"]["type"], "number");
    assert!(schema["properties"].get("y").is_some());
    assert_eq!(
        (
            imported.ledger.operations_in,
            imported.ledger.operations_out
        ),
        (2, 1)
    );
    assert!(fates(&imported).contains(&("/item/1", Fate::Merged)));
}

#[test]
fn saved_responses_describe_what_comes_back() {
    let answer = |name: &str, code: u16, body: &str| {
        let headers =
            json!([{ "key": "Content-Type", "value": "application/json; charset=utf-8" }]);
        json!({ "name": name, "code": code, "header": headers, "body": body })
    };
    let responses = json!([
        answer("Found", 200, "{\"id\": 1}"), answer("Found too", 200, "{\"id\": 2, \"name\": \"a\"}"),
        answer("Missing", 404, ""), { "name": "Odd", "body": "x" }
    ]);
    let item = json!({ "name": "Get", "request": "https://a.example/p", "response": responses });
    let imported = collection(json!([item]), json!({}));
    let get = operation(&imported, "/p", "get");
    let expected = json!({
        "200": { "description": "Found", "schema": { "type": "object", "properties": {
            "id": { "type": "integer", "format": "int32", "description": "id" },
            "name": { "type": "string", "description": "name" } } } },
        "404": { "description": "Missing" }
    });
    assert_eq!(get["responses"], expected);
    assert_eq!(get["produces"], json!(["application/json"]));
    assert_eq!(fates(&imported), [("/item/0/response/3", Fate::Dropped)]);
}

#[test]
fn forms_files_and_queries_of_graphql_are_bodies() {
    let sent = |body: Value| {
        let imported =
            request(json!({ "method": "POST", "url": "https://a.example/p", "body": body }));
        let post = operation(&imported, "/p", "post");
        (post["consumes"][0].clone(), post["parameters"].clone())
    };
    let fields = json!([{ "key": "photo", "type": "file", "src": "/a.png" }, { "key": "name", "value": "Rex", "type": "text" }]);
    assert_eq!(
        sent(json!({ "mode": "formdata", "formdata": fields })),
        (
            json!("multipart/form-data"),
            json!([{ "name": "photo", "in": "formData", "type": "file" }, { "name": "name", "in": "formData", "type": "string" }])
        )
    );
    let fields = json!([{ "key": "age", "value": "4", "description": "In years" }]);
    assert_eq!(
        sent(json!({ "mode": "urlencoded", "urlencoded": fields })),
        (
            json!("application/x-www-form-urlencoded"),
            json!([{ "name": "age", "in": "formData", "description": "In years", "type": "integer" }])
        )
    );
    let (media, parameters) = sent(
        json!({ "mode": "graphql", "graphql": { "query": "{ a }", "variables": "{\"n\": 1}" } }),
    );
    assert_eq!(media, "application/json");
    let properties = &parameters[0]["schema"]["properties"];
    assert_eq!(properties["query"]["default"], "{ a }");
    assert_eq!(
        properties["variables"]["properties"]["n"]["type"],
        "integer"
    );
}

#[test]
fn scripts_and_foreign_ways_to_sign_in_are_named() {
    let script =
        |listen: &str, text: &str| json!({ "listen": listen, "script": { "exec": [text] } });
    let item = json!({
        "name": "Call",
        "event": [script("prerequest", ""), script("test", "tests['a'] = true;")],
        "request": { "url": "https://a.example/p", "auth": { "type": "digest" }, "method": "VIEW" }
    });
    let signed = json!({ "name": "Other", "request": { "url": "https://a.example/q", "auth": { "type": "hawk" } } });
    let imported = collection(json!([item, signed, { "name": "Nothing" }]), json!({}));
    let expected = [
        ("/item/0/event/1", Fate::Dropped),
        ("/item/2", Fate::Dropped),
        ("/item/0", Fate::Dropped),
        ("/item/1", Fate::Dropped),
    ];
    assert_eq!(fates(&imported).get(..4), Some(&expected[..]));
    assert_eq!(
        (
            imported.ledger.operations_in,
            imported.ledger.operations_out
        ),
        (2, 1)
    );
}

#[test]
fn keys_and_secrets_are_asked_for_and_never_kept() {
    let headers = json!([
        { "key": "X-API-Key", "value": "s3cret" }, { "key": "X-Tenant", "value": "blue" },
        { "key": "X-Client-Secret", "value": "s3cret" }
    ]);
    let url = "https://a.example/p?access_token=s3cret&page=2";
    let imported = request(json!({ "method": "GET", "url": url, "header": headers }));
    let definition = imported.connector.definition();
    assert_eq!(
        definition["securityDefinitions"],
        json!({ "api_key": { "type": "apiKey", "in": "header", "name": "X-API-Key" } })
    );
    let get = operation(&imported, "/p", "get");
    let tenant = json!({ "name": "X-Tenant", "in": "header", "type": "string", "default": "blue" });
    assert!(get["parameters"].as_array().unwrap().contains(&tenant));
    assert!(!definition.to_string().contains("s3cret"));
    let said = imported
        .ledger
        .entries
        .iter()
        .any(|entry| entry.message.to_string().contains("X-Client-Secret"));
    assert!(said);
}

#[test]
fn names_are_the_same_at_each_import() {
    let items = json!([
        { "name": "New Request", "request": "https://a.example/pets/:id" },
        { "name": "Get pet", "request": "https://a.example/a" },
        { "name": "Get Pet", "request": "https://a.example/b" }
    ]);
    let ids = || {
        let imported = collection(items.clone(), json!({}));
        let paths = imported.connector.definition()["paths"]
            .as_object()
            .unwrap()
            .clone();
        let ids = paths
            .values()
            .map(|item| item["get"]["operationId"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(ids(), ["GetPetsById", "GetPet", "GetPetGetB"]);
    assert_eq!(ids(), ids());
}

#[test]
fn deep_folders_end_and_their_requests_are_counted() {
    let mut item = json!({ "name": "Deep", "request": "https://a.example/p" });
    for _ in 0..60 {
        item = json!({ "name": "Folder", "item": [item] });
    }
    let imported = collection(json!([item]), json!({}));
    assert_eq!(
        (
            imported.ledger.operations_in,
            imported.ledger.operations_out
        ),
        (1, 0)
    );
    let said = imported
        .ledger
        .entries
        .iter()
        .any(|entry| entry.message.to_string().contains("1 request left out"));
    assert!(said);
}

#[test]
fn an_address_that_is_a_plain_text_is_taken_apart() {
    let imported = request(json!({
        "method": "GET", "url": "https://a.example/pets/:id/toys?limit=10&q={{word}}#top"
    }));
    let definition = imported.connector.definition();
    assert_eq!(definition["host"], "a.example");
    let get = operation(&imported, "/pets/{id}/toys", "get");
    let sent: Vec<(&str, &str)> = get["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sent| (sent["in"].as_str().unwrap(), sent["name"].as_str().unwrap()))
        .collect();
    assert_eq!(sent, [("path", "id"), ("query", "limit"), ("query", "q")]);
}

#[test]
fn variables_in_a_body_are_values_of_their_type_or_are_named() {
    let raw =
        "{ \"id\": {{id}}, \"amount\": {{amount}}, \"name\": \"{{name}}\", \"open\": {{open}} }";
    let body = json!({ "mode": "raw", "raw": raw });
    let call = json!({ "method": "POST", "url": "https://a.example/p", "body": body });
    let variables = json!([{ "key": "amount", "value": 12 }, { "key": "open", "value": "", "type": "boolean" }]);
    let imported = collection(
        json!([{ "name": "Call", "request": call }]),
        json!({ "variable": variables }),
    );
    let schema = &operation(&imported, "/p", "post")["parameters"][0]["schema"]["properties"];
    let kinds = ["id", "amount", "name", "open"].map(|name| schema[name]["type"].clone());
    assert_eq!(
        kinds,
        ["number", "integer", "string", "boolean"].map(Value::from)
    );
    let entries = imported.ledger.entries.iter();
    let said: Vec<_> = entries
        .map(|entry| (entry.pointer.as_str(), entry.message.to_string()))
        .collect();
    let unknown = said
        .iter()
        .find(|(_, said)| said.contains("stands for id in the body"));
    assert_eq!(unknown.unwrap().0, "/item/0");
}
