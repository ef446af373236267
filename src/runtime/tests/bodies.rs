//! Bodies that are no text: handed out whole, or not at all.

use super::*;

const MOST: usize = 4 * 1024 * 1024;

/// What is told of a body that a service sends as bytes, called with the secret.
async fn told(headers: &'static [(&'static str, &'static str)], body: Vec<u8>) -> Answer {
    let body = Bytes::from(body);
    let send = move || async move {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect();
        (headers, body)
    };
    let port = serve(Router::new().route("/file", get(send))).await;
    let definition = json!({
        "swagger": "2.0", "host": format!("127.0.0.1:{port}"), "schemes": ["http"],
        "paths": { "/file": { "get": { "operationId": "GetFile" } } },
        "securityDefinitions": { "api_key": { "type": "apiKey", "in": "query", "name": "key" } }
    });
    let parameters = json!({ "api_key": { "type": "securestring" } });
    let properties = json!({ "properties": { "connectionParameters": parameters } });
    let connector = Connector::new(Document::new(definition), Document::new(properties));
    let with = credentials(&[("api_key", SECRET)]);
    let transcript = run(&connector, "/file", &Inputs::default(), &with).await;
    answered(&transcript).clone()
}

const BYTES: &[(&str, &str)] = &[("content-type", "application/octet-stream")];

async fn handed(headers: &'static [(&'static str, &'static str)], body: Vec<u8>) -> Handed {
    match told(headers, body).await.content {
        Content::Binary { handed, .. } => handed,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_body_that_is_no_text_is_handed_out_whole_up_to_a_bound() {
    let small = vec![0, 255, 1, 254];
    let answer = told(BYTES, small.clone()).await;
    assert_eq!(answer.file_name, "GetFile.bin");
    let content = Content::Binary {
        content_type: "application/octet-stream".to_owned(),
        handed: Handed::Bytes(small),
    };
    assert_eq!(answer.content, content);
    let largest = vec![0xff; MOST];
    let whole = handed(BYTES, largest.clone()).await;
    assert!(whole == Handed::Bytes(largest), "4 MiB are handed out");
    let answer = told(BYTES, vec![0xff; MOST + 1]).await;
    assert_eq!(answer.size, MOST + 1);
    let Content::Binary { handed, .. } = answer.content else {
        panic!("it is no text");
    };
    assert!(handed == Handed::TooLong, "no more than 4 MiB");
}

#[tokio::test]
async fn a_body_in_which_a_secret_stands_is_not_handed_out() {
    let wide = |to_bytes: fn(u16) -> [u8; 2]| SECRET.encode_utf16().flat_map(to_bytes).collect();
    let latin = SECRET.chars().map(|c| u8::try_from(c).unwrap()).collect();
    let mut written: Vec<Vec<u8>> = forms("")
        .into_iter()
        .take(4)
        .map(String::into_bytes)
        .collect();
    written.extend([latin, wide(u16::to_le_bytes), wide(u16::to_be_bytes)]);
    for secret in written {
        // Also at an odd place, behind half a character.
        for before in [&[0xff, 0][..], &[0xff, 0, 0xe2][..]] {
            let body = [before, &secret, &[0xfe]].concat();
            let told = handed(BYTES, body).await;
            assert_eq!(told, Handed::HoldsSecret, "{secret:?}");
        }
    }
    let wide: Vec<u8> = wide(u16::to_le_bytes);
    let untold = handed(&[("content-type", "text/plain")], wide).await;
    assert_eq!(
        untold,
        Handed::HoldsSecret,
        "text that does not say that it is UTF-16"
    );
    // Large bodies are looked through elsewhere.
    let body = [&vec![0xff; 100_000], SECRET.as_bytes()].concat();
    assert_eq!(handed(BYTES, body).await, Handed::HoldsSecret);
}

#[tokio::test]
async fn a_packed_body_is_not_handed_out() {
    let packed = &[("content-type", "image/png"), ("content-encoding", "zstd")];
    assert_eq!(handed(packed, vec![255, 1]).await, Handed::Packed);
    let plain = &[
        ("content-type", "image/png"),
        ("content-encoding", "identity"),
    ];
    let bytes = Handed::Bytes(vec![255, 1]);
    assert_eq!(handed(plain, vec![255, 1]).await, bytes);
}

#[tokio::test]
async fn the_name_of_a_file_is_that_of_the_service() {
    let named = &[
        ("content-type", "application/pdf"),
        ("content-disposition", "attachment; filename=\"a/b.pdf\""),
    ];
    assert_eq!(told(named, vec![255]).await.file_name, "b.pdf");
}
