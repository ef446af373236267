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
