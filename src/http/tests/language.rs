//! In which language pages come.

use axum::body::Body;
use axum::http::Request;

use super::{Client, Server};

async fn page(client: &mut Client<'_>, path: &str, header: (&str, &str)) -> String {
    let request = Request::get(path)
        .header("accept", "text/html")
        .header(header.0, header.1);
    client
        .send(request.body(Body::empty()).unwrap())
        .await
        .text()
}

#[tokio::test]
async fn a_page_comes_in_the_language_of_the_browser() {
    let server = Server::start().await;
    let mut client = server.client();
    let german = page(&mut client, "/setup", ("accept-language", "de-AT,en;q=0.5")).await;
    assert!(german.contains("<html lang=\"de\""), "{german}");
    assert!(german.contains("Tenon einrichten"), "{german}");
    assert!(german.contains("Konto anlegen"), "{german}");
    assert!(!german.contains("Set up"), "{german}");
    let english = page(&mut client, "/setup", ("accept-language", "fr,en;q=0.5")).await;
    assert!(english.contains("<html lang=\"en\""), "{english}");
    assert!(english.contains("Set up Tenon"), "{english}");
}

#[tokio::test]
async fn what_waits_for_data_is_in_the_language_too() {
    let server = Server::start().await;
    let mut client = server.administrator().await;
    let german = page(&mut client, "/account", ("accept-language", "de")).await;
    for text in [
        "Konto von Ada",
        "Hauptnavigation",
        "Abmelden",
        "Administrator",
        "Passwort ändern",
    ] {
        assert!(german.contains(text), "{text}: {german}");
    }
    let runs = page(&mut client, "/runs", ("accept-language", "de")).await;
    assert!(runs.contains("Noch keine Ausführungen"), "{runs}");
    assert!(!runs.contains("No runs yet"), "{runs}");
}

#[tokio::test]
async fn a_choice_counts_before_the_browser() {
    let server = Server::start().await;
    let mut client = server.client();
    let page = page(&mut client, "/setup", ("cookie", "tenon.language=de")).await;
    assert!(page.contains("Tenon einrichten"), "{page}");
}

#[tokio::test]
async fn what_the_server_refuses_is_told_in_the_language_of_who_asks() {
    let server = Server::start().await;
    let mut client = server.administrator().await;
    let mut refused = async |path: &str, language: &str| {
        let form = "present=a+wrong+password&new=another+long+password&email=ada%40example.com&password=wrong";
        let request = Request::post(path)
            .header("accept", "application/json")
            .header("accept-language", language)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        client.send(request.body(Body::from(form)).unwrap()).await
    };
    let german = refused("/api/sign-in", "de").await.text();
    assert!(
        german.contains("Die E-Mail-Adresse oder das Passwort ist falsch."),
        "{german}"
    );
    let english = refused("/api/sign-in", "en").await.text();
    assert!(
        english.contains("The e-mail address or the password is wrong."),
        "{english}"
    );
}

#[tokio::test]
async fn problems_beside_the_app_are_told_in_the_language_of_who_asks() {
    let server = Server::start().await;
    let mut client = server.administrator().await;
    let mut problem = async |language: &str| {
        let request = Request::get("/connectors/none/package")
            .header("accept", "application/json")
            .header("accept-language", language);
        client
            .send(request.body(Body::empty()).unwrap())
            .await
            .text()
    };
    assert!(
        problem("de")
            .await
            .contains("Diesen Connector gibt es nicht.")
    );
    assert!(problem("en").await.contains("There is no such connector."));
}
