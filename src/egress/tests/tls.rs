//! What is said where no secure connection comes about. The certificates are of nobody: they sign themselves.

use std::io::{Read, Write};

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{CertificateError, ServerConfig, ServerConnection};

use super::*;
use crate::egress::Roots;

/// For 127.0.0.1, from 2020 to 2120.
const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----
MIIBWzCCAQGgAwIBAgIBAjAKBggqhkjOPQQDAjAVMRMwEQYDVQQDDApUZW5vbiB0
ZXN0MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAVMRMwEQYDVQQD
DApUZW5vbiB0ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE3Ia3tXGOg6GC
+QnJrBMOU0zG48MpktEypTdqYhQeET4IvW2IDL+59fcKD9cqHNhGKiK/PSOG7mBy
oOvWmzq4NaNAMD4wDAYDVR0TAQH/BAIwADAPBgNVHREECDAGhwR/AAABMB0GA1Ud
DgQWBBQEGHY09FUR50JZh+CWsCpepdC2jDAKBggqhkjOPQQDAgNIADBFAiEArZ34
W2//bVkEe7ghXG5nL/dw1FzauOhkff9HT3Q0HwcCIFHNpDg0H5X0vayWctnHIIuz
Szo+zT4k74QaiEi6iLH0
-----END CERTIFICATE-----";

/// The same as one that may sign others, as tools make them that sign themselves.
const OF_AN_AUTHORITY: &str = "-----BEGIN CERTIFICATE-----
MIIBXTCCAQSgAwIBAgIBATAKBggqhkjOPQQDAjAVMRMwEQYDVQQDDApUZW5vbiB0
ZXN0MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAVMRMwEQYDVQQD
DApUZW5vbiB0ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE3Ia3tXGOg6GC
+QnJrBMOU0zG48MpktEypTdqYhQeET4IvW2IDL+59fcKD9cqHNhGKiK/PSOG7mBy
oOvWmzq4NaNDMEEwDwYDVR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMB0G
A1UdDgQWBBQEGHY09FUR50JZh+CWsCpepdC2jDAKBggqhkjOPQQDAgNHADBEAiBA
0V3BWe8cG51/0QIeVxJxbMJj3ZQQSO4NZMTY8FPt/gIgV8T+UBglK3O3DYSms/Ky
EsJ1on0LxOg4BaF5PmlzEtU=
-----END CERTIFICATE-----";

/// The key of both, which guards nothing.
const KEY: &str = "-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQga/PpTqf2ZJsZLOXg
jBhcm2NFLqzbR1q2WOm0XtPAXg+hRANCAATchre1cY6DoYL5CcmsEw5TTMbjwymS
0TKlN2piFB4RPgi9bYgMv7n19woP1yoc2EYqIr89I4buYHKg69abOrg1
-----END PRIVATE KEY-----";

/// A service that shows a certificate to the first who comes; its port.
async fn showing(certificate: &'static str) -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let chain = vec![CertificateDer::from_pem_slice(certificate.as_bytes()).unwrap()];
    let key = PrivateKeyDer::from_pem_slice(KEY.as_bytes()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    let mut connection = ServerConnection::new(Arc::new(config)).unwrap();
    tokio::task::spawn_blocking(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut stream = rustls::Stream::new(&mut connection, &mut stream);
        // Who does not trust the certificate hangs up, which is what most of these tests are about.
        let asked = stream.read(&mut [0; 4096]);
        let answered = asked.and_then(|_| stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n"));
        drop(answered);
    });
    port
}

/// The way out that trusts one certificate and finds each name on this machine.
fn trusting(certificate: &str) -> Egress {
    let rules = EgressRules::parse("127.0.0.1/32").unwrap();
    let roots = Roots::parse(certificate.as_bytes()).unwrap();
    let directory = Answers::new(&[&["127.0.0.1"]]);
    Egress::made(rules, None, limits(), directory, &roots).unwrap()
}

#[tokio::test]
async fn a_certificate_that_the_settings_trust_is_taken_for_its_own_name_alone() {
    let port = showing(CERTIFICATE).await;
    let egress = trusting(CERTIFICATE);
    let answer = egress.send(request(&format!("https://127.0.0.1:{port}/")));
    assert_eq!(answer.await.unwrap().status, StatusCode::NO_CONTENT);
    let port = showing(CERTIFICATE).await;
    let answer = egress.send(request(&format!("https://joints.example:{port}/")));
    let host = "joints.example".to_owned();
    assert_eq!(answer.await.unwrap_err(), EgressError::WrongName { host });
}

#[tokio::test]
async fn a_file_of_certificates_that_is_none_is_refused_with_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ca.pem");
    let refused = async || Roots::of_file(&path).await.unwrap_err().to_string();
    assert!(refused().await.contains("cannot be read"));
    let broken = CERTIFICATE.replace("MII", "AAA");
    for (text, words) in [
        ("", "no certificate"),
        (KEY, "no certificate"),
        (&*broken, "number 1"),
    ] {
        std::fs::write(&path, text).unwrap();
        let message = refused().await;
        assert!(
            message.contains(words) && message.contains("ca.pem"),
            "{message}"
        );
    }
    std::fs::write(&path, format!("{CERTIFICATE}\n{OF_AN_AUTHORITY}")).unwrap();
    assert_eq!(Roots::of_file(&path).await.unwrap().certificates().len(), 2);
}

async fn error_of(port: u16) -> EgressError {
    let url = format!("https://127.0.0.1:{port}/");
    to_loopback().send(request(&url)).await.unwrap_err()
}

#[tokio::test]
async fn a_certificate_of_nobody_who_is_trusted_is_named_as_the_cause() {
    for certificate in [CERTIFICATE, OF_AN_AUTHORITY] {
        let error = error_of(showing(certificate).await).await;
        let host = "127.0.0.1".to_owned();
        assert_eq!(error, EgressError::Untrusted { host });
        assert!(error.to_string().contains("trusts"), "{error}");
    }
}

#[tokio::test]
async fn https_to_a_plain_port_is_told_from_a_service_that_is_down() {
    let error = error_of(serve(Router::new()).await).await;
    let host = "127.0.0.1".to_owned();
    assert_eq!(error, EgressError::NoTls { host });
    assert!(error.to_string().contains("scheme http"), "{error}");
}

#[test]
fn each_fault_of_a_certificate_has_its_own_advice() {
    let host = || "joints.test".to_owned();
    let cases = [
        (
            CertificateError::NotValidForName,
            EgressError::WrongName { host: host() },
        ),
        (
            CertificateError::Expired,
            EgressError::OutOfDate { host: host() },
        ),
        (
            CertificateError::NotValidYet,
            EgressError::OutOfDate { host: host() },
        ),
        (
            CertificateError::UnknownIssuer,
            EgressError::Untrusted { host: host() },
        ),
    ];
    for (fault, expected) in cases {
        let fault = rustls::Error::InvalidCertificate(fault);
        assert_eq!(EgressError::of_tls(&fault, "joints.test"), expected);
    }
}
