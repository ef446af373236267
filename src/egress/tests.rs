//! The guard, from outside. What is refused is refused before a packet leaves; what is called is a
//! service of the test's own on 127.0.0.1.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod hostile;
mod tls;

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{any, get};
use reqwest::header::{HeaderName, HeaderValue};
use url::Url;

use super::{
    Addresses, Closed, Directory, Egress, EgressError, EgressRules, INTERNAL_HOST,
    IncomingResponse, Limits, OutgoingRequest,
};

/// A directory that answers with one list of addresses after the other, the last one for ever.
struct Answers {
    lists: Mutex<VecDeque<Vec<IpAddr>>>,
    asked: AtomicUsize,
}

impl Answers {
    fn new(lists: &[&[&str]]) -> Arc<Self> {
        let parse = |list: &&[&str]| list.iter().map(|a| a.parse().unwrap()).collect();
        Arc::new(Self {
            lists: Mutex::new(lists.iter().map(parse).collect()),
            asked: AtomicUsize::new(0),
        })
    }
}

impl Directory for Answers {
    fn addresses(&self, _: &str) -> Addresses {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let mut lists = self.lists.lock().unwrap();
        let list = if lists.len() > 1 {
            lists.pop_front().unwrap()
        } else {
            lists.front().cloned().unwrap_or_default()
        };
        Box::pin(async move { Ok(list) })
    }
}

fn limits() -> Limits {
    Limits {
        connect: Duration::from_secs(2),
        first_byte: Duration::from_millis(400),
        whole: Duration::from_secs(2),
        body: 1024 * 1024,
        headers: 8 * 1024,
        redirects: 5,
    }
}

fn egress(allow: &str, directory: Arc<Answers>) -> Egress {
    let rules = EgressRules::parse(allow).unwrap();
    Egress::with_directory(rules, None, limits(), directory).unwrap()
}

/// The way out with 127.0.0.1 open and no names.
fn to_loopback() -> Egress {
    egress("127.0.0.1/32", Answers::new(&[&[]]))
}

fn request(url: &str) -> OutgoingRequest {
    OutgoingRequest {
        method: Method::GET,
        url: Url::parse(url).unwrap(),
        headers: HeaderMap::new(),
        body: None,
        credentials: Vec::new(),
    }
}

/// Starts a service on 127.0.0.1; its port.
async fn serve(router: Router) -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move { axum::serve(listener, router).await });
    port
}

fn text(response: &IncomingResponse) -> &str {
    std::str::from_utf8(&response.body).unwrap()
}

#[tokio::test]
async fn closed_addresses_are_refused_however_they_are_written() {
    let egress = egress("", Answers::new(&[&[]]));
    let cases = [
        ("http://127.0.0.1/", Closed::Loopback),
        ("http://2130706433/", Closed::Loopback),
        ("http://0x7f.1/", Closed::Loopback),
        ("http://0177.0.0.1/", Closed::Loopback),
        ("http://127.1/", Closed::Loopback),
        ("http://0/", Closed::Unspecified),
        ("http://[::1]/", Closed::Loopback),
        ("http://[::]/", Closed::Unspecified),
        ("http://[::ffff:127.0.0.1]/", Closed::Loopback),
        ("http://[::ffff:a9fe:a9fe]/", Closed::Metadata),
        ("https://169.254.169.254/latest/meta-data", Closed::Metadata),
        ("https://10.0.0.1:8443/", Closed::Private),
        ("http://[fd00:ec2::254]/", Closed::Metadata),
        ("http://１２７.0.0.1/", Closed::Loopback),
    ];
    for (url, closed) in cases {
        let error = egress.send(request(url)).await.unwrap_err();
        let is_refused = matches!(&error, EgressError::Refused { kind, .. } if *kind == closed);
        assert!(is_refused, "{url}: {error:?}");
        assert!(error.to_string().contains("TENON_EGRESS_ALLOW"));
    }
}

#[tokio::test]
async fn names_that_lead_to_closed_addresses_are_refused() {
    for (address, closed) in [
        ("127.0.0.1", Closed::Loopback),
        ("192.168.1.1", Closed::Private),
        ("169.254.169.254", Closed::Metadata),
        ("::ffff:10.0.0.1", Closed::Private),
        ("fe80::1", Closed::LinkLocal),
    ] {
        let egress = egress("", Answers::new(&[&[address]]));
        let error = egress.send(request("http://inside.example/")).await;
        let expected = EgressError::Refused {
            host: "inside.example".to_owned(),
            address: address.parse().unwrap(),
            kind: closed,
        };
        assert_eq!(error.unwrap_err(), expected);
    }
}

#[tokio::test]
async fn a_name_without_addresses_is_unknown() {
    let egress = egress("", Answers::new(&[&[]]));
    let error = egress.send(request("https://nowhere.example/")).await;
    let expected = EgressError::Unknown("nowhere.example".to_owned());
    assert_eq!(error.unwrap_err(), expected);
}

#[tokio::test]
async fn only_http_without_user_information_is_called() {
    let egress = to_loopback();
    for url in ["ftp://127.0.0.1/", "file:///etc/hostname", "data:,x"] {
        let error = egress.send(request(url)).await.unwrap_err();
        assert!(matches!(error, EgressError::Scheme(_)), "{url}: {error:?}");
    }
    let error = egress.send(request("http://user:word@127.0.0.1/")).await;
    assert_eq!(error.unwrap_err(), EgressError::UserInfo);
}

#[tokio::test]
async fn an_allowed_address_is_called() {
    let port = serve(Router::new().route("/joints", get(|| async { "dovetail" }))).await;
    let url = format!("http://127.0.0.1:{port}/joints");
    let answer = to_loopback().send(request(&url)).await.unwrap();
    assert_eq!((answer.status, text(&answer)), (StatusCode::OK, "dovetail"));
}

#[tokio::test]
async fn the_address_that_was_checked_is_the_one_that_is_called() {
    let port = serve(Router::new().route("/", get(|| async { "checked" }))).await;
    let url = format!("http://turncoat.example:{port}/");
    // The name has an open address first and a closed one ever after.
    let directory = Answers::new(&[&["127.0.0.1"], &["127.0.0.2"]]);
    let egress = egress("127.0.0.1/32", Arc::clone(&directory));
    let answer = egress.send(request(&url)).await.unwrap();
    assert_eq!(text(&answer), "checked");
    // As long as the connection is kept, nobody is asked for another address.
    let answer = egress.send(request(&url)).await.unwrap();
    assert_eq!(text(&answer), "checked");
    assert_eq!(directory.asked.load(Ordering::SeqCst), 1);
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    let error = egress.send(request(&url)).await.unwrap_err();
    assert!(matches!(error, EgressError::Refused { .. }), "{error:?}");
}

#[tokio::test]
async fn of_several_addresses_only_open_ones_are_called() {
    let port = serve(Router::new().route("/", get(|| async { "open" }))).await;
    let directory = Answers::new(&[&["10.0.0.1", "169.254.169.254", "127.0.0.1"]]);
    let egress = egress("127.0.0.1/32", directory);
    let answer = egress.send(request(&format!("http://mixed.example:{port}/")));
    assert_eq!(text(&answer.await.unwrap()), "open");
}

#[tokio::test]
async fn a_host_that_is_allowed_by_name_may_be_inside() {
    let port = serve(Router::new().route("/", get(|| async { "inside" }))).await;
    let open = egress("crm.corp.example", Answers::new(&[&["127.0.0.1"]]));
    let answer = open.send(request(&format!("http://crm.corp.example:{port}/")));
    assert_eq!(text(&answer.await.unwrap()), "inside");
    let error = open.send(request(&format!("http://other.example:{port}/")));
    assert!(matches!(error.await, Err(EgressError::Refused { .. })));
}

/// A service that redirects `/to` to the place in its query, and echoes what arrives at `/echo`.
fn redirecting() -> Router {
    let to = |uri: axum::http::Uri| async move {
        let (status, place) = uri.query().unwrap_or_default().split_once('|').unwrap();
        let status = StatusCode::from_u16(status.parse().unwrap()).unwrap();
        (status, [(header::LOCATION, place.to_owned())])
    };
    let echo = |method: Method, headers: HeaderMap, body: String| async move {
        let names: Vec<_> = headers.keys().map(HeaderName::as_str).collect();
        format!("{method} {} [{body}]", names.join(" "))
    };
    Router::new()
        .route("/to", any(to))
        .route("/echo", any(echo))
}

fn with_credentials(mut request: OutgoingRequest) -> OutgoingRequest {
    let key = HeaderName::from_static("x-key");
    for name in [header::AUTHORIZATION, header::COOKIE, key.clone()] {
        request
            .headers
            .insert(name, HeaderValue::from_static("planted"));
    }
    request.credentials = vec![key];
    request
}

#[tokio::test]
async fn each_hop_of_a_redirect_is_checked() {
    let port = serve(redirecting()).await;
    let egress = to_loopback();
    for place in [
        "http://127.0.0.2/",
        "http://169.254.169.254/",
        "//10.0.0.1/x",
        "http://[::1]/",
    ] {
        let url = format!("http://127.0.0.1:{port}/to?302|{place}");
        let error = egress.send(request(&url)).await.unwrap_err();
        assert!(
            matches!(error, EgressError::Refused { .. }),
            "{place}: {error:?}"
        );
    }
    let url = format!("http://127.0.0.1:{port}/to?302|file:///etc/hostname");
    let error = egress.send(request(&url)).await.unwrap_err();
    assert_eq!(error, EgressError::Scheme("file".to_owned()));
}

#[tokio::test]
async fn credentials_stay_with_their_origin() {
    let (here, there) = (serve(redirecting()).await, serve(redirecting()).await);
    let egress = to_loopback();
    let same = format!("http://127.0.0.1:{here}/to?302|/echo");
    let answer = egress.send(with_credentials(request(&same))).await.unwrap();
    for name in ["authorization", "cookie", "x-key"] {
        assert!(text(&answer).contains(name), "{name} was lost on the way");
    }
    let other = format!("http://127.0.0.1:{here}/to?302|http://127.0.0.1:{there}/echo");
    let answer = egress
        .send(with_credentials(request(&other)))
        .await
        .unwrap();
    for name in ["authorization", "cookie", "x-key"] {
        assert!(
            !text(&answer).contains(name),
            "{name} went to another origin"
        );
    }
}

#[tokio::test]
async fn a_redirect_keeps_or_drops_the_body_as_its_status_says() {
    let port = serve(redirecting()).await;
    let egress = to_loopback();
    for (status, begins, ends) in [
        (301, "GET", "[]"),
        (302, "GET", "[]"),
        (303, "GET", "[]"),
        (307, "POST", "[oak]"),
        (308, "POST", "[oak]"),
    ] {
        let mut request = request(&format!("http://127.0.0.1:{port}/to?{status}|/echo"));
        request.method = Method::POST;
        request.body = Some(b"oak".to_vec());
        let answer = egress.send(request).await.unwrap();
        let echo = text(&answer);
        assert!(
            echo.starts_with(begins) && echo.ends_with(ends),
            "{status}: {echo}"
        );
    }
}

#[tokio::test]
async fn a_circle_of_redirects_comes_to_an_end() {
    let router = Router::new().route(
        "/",
        get(|| async { (StatusCode::FOUND, [(header::LOCATION, "/")]) }),
    );
    let port = serve(router).await;
    let error = to_loopback()
        .send(request(&format!("http://127.0.0.1:{port}/")))
        .await;
    assert_eq!(error.unwrap_err(), EgressError::Redirects(5));
}

#[tokio::test]
async fn reading_stops_at_the_bounds() {
    let big = || async { vec![b'a'; 1024 * 1024 + 1] };
    let endless = || async {
        let chunk = || Ok::<_, std::io::Error>(vec![b'a'; 64 * 1024]);
        Body::from_stream(futures_util::stream::repeat_with(chunk))
    };
    let wide = || async { ([("x-wide", "a".repeat(9 * 1024))], "").into_response() };
    let router = Router::new()
        .route("/big", get(big))
        .route("/endless", get(endless))
        .route("/wide", get(wide));
    let port = serve(router).await;
    let egress = to_loopback();
    for (path, expected) in [
        ("big", EgressError::Large(1)),
        ("endless", EgressError::Large(1)),
        ("wide", EgressError::Headers(8)),
    ] {
        let error = egress.send(request(&format!("http://127.0.0.1:{port}/{path}")));
        assert_eq!(error.await.unwrap_err(), expected, "{path}");
    }
}

#[tokio::test]
async fn a_small_file_that_unfolds_into_a_large_one_stops_at_the_bound() {
    // 5 MiB of zeros, compressed by `gzip` to 5 KB.
    let compressed = include_bytes!("zeros.gz").as_slice();
    let bomb = move || async move { ([(header::CONTENT_ENCODING, "gzip")], compressed) };
    let port = serve(Router::new().route("/", get(bomb))).await;
    let error = to_loopback()
        .send(request(&format!("http://127.0.0.1:{port}/")))
        .await;
    assert_eq!(error.unwrap_err(), EgressError::Large(1));
}

#[tokio::test]
async fn a_service_that_stays_silent_is_given_up() {
    let silent = || async { tokio::time::sleep(Duration::from_secs(30)).await };
    let slow = || async {
        let drip = futures_util::stream::unfold((), |()| async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            Some((Ok::<_, std::io::Error>("a"), ()))
        });
        Body::from_stream(drip)
    };
    let port = serve(
        Router::new()
            .route("/silent", get(silent))
            .route("/slow", get(slow)),
    )
    .await;
    let egress = to_loopback();
    let error = egress
        .send(request(&format!("http://127.0.0.1:{port}/silent")))
        .await;
    assert!(matches!(error.unwrap_err(), EgressError::Silent(_)));
    let error = egress
        .send(request(&format!("http://127.0.0.1:{port}/slow")))
        .await;
    assert_eq!(error.unwrap_err(), EgressError::Slow(2));
}

#[tokio::test]
async fn nobody_there_is_said_without_the_query() {
    let port = {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap().port()
    };
    let url = format!("http://127.0.0.1:{port}/joints?key=planted-secret");
    let error = to_loopback().send(request(&url)).await.unwrap_err();
    assert!(matches!(error, EgressError::Connect { .. }), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("planted-secret"));
}

#[tokio::test]
async fn the_sample_service_is_answered_without_a_socket_or_a_name() {
    let directory = Answers::new(&[&["127.0.0.1"]]);
    let router = Router::new().route(
        "/joints",
        get(|uri: axum::http::Uri| async move { uri.to_string() }),
    );
    let rules = EgressRules::default();
    let names: Arc<dyn Directory> = Arc::<Answers>::clone(&directory);
    let with = Egress::with_directory(rules.clone(), Some(router), limits(), names).unwrap();
    let url = format!("https://{INTERNAL_HOST}/joints?limit=2");
    let answer = with.send(request(&url)).await.unwrap();
    assert_eq!(text(&answer), "/joints?limit=2");
    assert_eq!(directory.asked.load(Ordering::SeqCst), 0);
    let without = Egress::with_directory(rules, None, limits(), directory).unwrap();
    let error = without.send(request(&url)).await.unwrap_err();
    assert!(matches!(error, EgressError::Refused { .. }));
}
