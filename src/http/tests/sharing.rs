//! Shared connections over HTTP: what each of several people is answered.

use super::*;

#[tokio::test]
async fn each_role_is_answered_as_it_may_do_something_with_a_shared_connection() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let mut definition = joints();
    definition["securityDefinitions"] =
        json!({ "key": { "type": "apiKey", "in": "header", "name": "X-Key" } });
    let made = ada
        .upload(
            "/api/create-import",
            "joints.json",
            definition.to_string().as_bytes(),
            "Joints",
        )
        .await;
    let connector = made.json()["id"].as_str().unwrap().to_owned();
    let mut olga = server.member("Olga", "maker").await;
    let facts = olga
        .json(
            "/api/connector",
            &json!({ "id": connector, "version": null }),
        )
        .await
        .json();
    let properties: Value =
        serde_json::from_str(facts["files"]["properties"].as_str().unwrap()).unwrap();
    let parameters = properties["properties"]["connectionParameters"]
        .as_object()
        .unwrap();
    let key = parameters.keys().next().unwrap();
    let new = json!({ "new": { "connector": connector, "version": 1, "actions": [], "name": "Of Olga", "set": "",
        "values": { key: "planted" } } });
    let made = olga.json("/api/create-connection", &new).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text());
    let id = made.json()["id"].as_str().unwrap().to_owned();

    let sharing = |shared: bool| json!({ "sharing": { "id": id, "shared": shared } });
    let edit = json!({ "edit": { "id": id, "version": 1, "actions": [], "name": "Of all", "set": "", "values": {} } });
    let call = json!({ "request": { "connector": connector, "version": 1, "actions": [], "connection": id,
        "operation": { "path": "/joints", "method": "get" }, "inputs": { "values": {} } } });
    let mut una = server.member("Una", "user").await;
    let statuses = async |who: &mut Client<'_>| {
        let mut all = Vec::new();
        for (path, body) in [
            ("/api/call-command-line", &call),
            ("/api/change-connection", &edit),
            ("/api/share-connection", &sharing(true)),
            ("/api/share-connection", &sharing(false)),
        ] {
            let reply = who.json(path, body).await;
            assert!(
                !reply.text().contains("planted"),
                "{path}: {}",
                reply.text()
            );
            all.push(reply.status.as_u16());
        }
        let fields = [("id", id.as_str())];
        all.push(
            who.form("/api/delete-connection", &fields)
                .await
                .status
                .as_u16(),
        );
        all
    };
    assert_eq!(statuses(&mut una).await, [404; 5], "nobody knows of it");
    let shared = olga.json("/api/share-connection", &sharing(true)).await;
    assert_eq!(shared.json()["is_shared"], json!(true), "{}", shared.text());
    assert_eq!(statuses(&mut una).await, [403; 5]);
    let page = una.get("/connections").await;
    assert!(
        page.text().contains("Of Olga") && page.text().contains("Shared"),
        "{}",
        page.text()
    );
    let mut nobody = server.client();
    assert_eq!(statuses(&mut nobody).await, [401; 5]);
    // What the administrator may do ends with the connection.
    assert_eq!(statuses(&mut ada).await, [403, 200, 403, 200, 200]);
    let gone = olga.json("/api/change-connection", &edit).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}
