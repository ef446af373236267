//! Answers whose body does not come whole: what did come is told.

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;

/// A service that answers the first call with these bytes and hangs up; its port.
async fn answering(bytes: Vec<u8>) -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut asked = [0; 4096];
        let _ = stream.read(&mut asked).await;
        let _ = stream.write_all(&bytes).await;
        let _ = stream.shutdown().await;
        // Bytes that nobody read would end the connection before the last of the answer is there.
        while stream.read(&mut asked).await.is_ok_and(|read| read > 0) {}
    });
    port
}

fn answer(headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 503 Busy\r\nX-Note: told\r\n{headers}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

#[tokio::test]
async fn status_and_headers_are_told_where_the_body_is_not_whole() {
    let much = vec![b'x'; 11 * 1024 * 1024];
    let length = format!("Content-Length: {}", much.len());
    let cases = [
        (answer("Content-Length: 100", b"planted-"), "broke off"),
        (
            answer("Content-Encoding: gzip\r\nContent-Length: 8", b"no gzip."),
            "Content-Encoding",
        ),
        (answer(&length, &much), "Ask for less"),
    ];
    for (bytes, words) in cases {
        let connector = connector(answering(bytes).await, json!({}), json!({}));
        let with = credentials(&[]);
        let transcript = run(&connector, "/echo", &Inputs::default(), &with).await;
        let Outcome::Cut { answer, reason } = &exchange(&transcript).outcome else {
            panic!("{words}: {transcript:?}");
        };
        assert!(reason.contains(words), "{reason}");
        assert_eq!((answer.status, &answer.content), (503, &Content::Empty));
        let note = ("x-note".to_owned(), "told".to_owned());
        assert!(answer.headers.contains(&note), "{words}");
        assert!(matches!(&transcript.standing, Some(Standing::Failing(why)) if why == reason));
    }
}
