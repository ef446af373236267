//! Headers: which of them are parameters, and which names tell a secret.

use super::Field;

/// Headers that each call has, whoever makes it.
const OF_ALL_CALLS: [&str; 22] = [
    "accept-charset",
    "accept-encoding",
    "accept-language",
    "cache-control",
    "connection",
    "content-length",
    "date",
    "dnt",
    "expect",
    "host",
    "if-modified-since",
    "if-none-match",
    "origin",
    "postman-token",
    "pragma",
    "priority",
    "referer",
    "te",
    "transfer-encoding",
    "upgrade",
    "upgrade-insecure-requests",
    "user-agent",
];

/// What a header is to an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The media type of the body.
    ContentType,
    /// The media types that are understood.
    Accept,
    /// How the call authenticates.
    Authorization,
    /// Cookies.
    Cookie,
    /// One that whoever makes the call sets by himself.
    OfAllCalls,
    /// A name that cannot be sent.
    Broken,
    /// A parameter.
    Parameter,
}

impl Role {
    /// What a header is.
    pub(super) fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        let is_token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
        match name.as_str() {
            "content-type" => Self::ContentType,
            "accept" => Self::Accept,
            "authorization" | "proxy-authorization" => Self::Authorization,
            "cookie" => Self::Cookie,
            name if OF_ALL_CALLS.contains(&name) => Self::OfAllCalls,
            name if name.starts_with("sec-") || name.starts_with("x-ms-apim-") => Self::OfAllCalls,
            name if name.starts_with("x-forwarded-") => Self::OfAllCalls,
            name if name.is_empty() || !name.bytes().all(is_token) => Self::Broken,
            _ => Self::Parameter,
        }
    }
}

/// Whether a name tells that its value is a secret.
pub(in crate::read) fn is_secret(name: &str) -> bool {
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let words = [
        "apikey",
        "secret",
        "token",
        "password",
        "passwd",
        "signature",
        "credential",
        "session",
        "subscriptionkey",
        "accesskey",
        "authorization",
        "xauth",
        "authkey",
        "privatekey",
        "cookie",
        "assertion",
        "csrf",
        "xsrf",
        "jwt",
        "nonce",
    ];
    words.iter().any(|word| name.contains(word))
        || matches!(name.as_str(), "key" | "auth" | "code" | "pwd" | "sig")
}

/// Whether a name in headers or in the query is one that keys to an API have.
pub(super) fn is_key(name: &str) -> bool {
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    matches!(
        name.as_str(),
        "apikey"
            | "xapikey"
            | "accesstoken"
            | "xaccesstoken"
            | "xauthtoken"
            | "authtoken"
            | "apitoken"
            | "xapitoken"
            | "subscriptionkey"
            | "ocpapimsubscriptionkey"
            | "xauthkey"
            | "authkey"
            | "xfunctionskey"
            | "privatetoken"
    )
}

/// The media type that headers tell.
pub(in crate::read) fn content_type(headers: &[Field]) -> Option<&str> {
    let is_own = |field: &&Field| field.name.eq_ignore_ascii_case("content-type");
    headers.iter().find(is_own)?.value.as_deref()
}

#[cfg(test)]
mod tests {
    use super::{Role, is_key, is_secret};

    #[test]
    fn headers_have_a_role() {
        for (name, expected) in [
            ("Content-Type", Role::ContentType),
            ("ACCEPT", Role::Accept),
            ("Sec-Fetch-Mode", Role::OfAllCalls),
            ("Host", Role::OfAllCalls),
            ("X-Tenant", Role::Parameter),
            ("X Tenant", Role::Broken),
            ("", Role::Broken),
        ] {
            assert_eq!(Role::of(name), expected, "{name}");
        }
    }

    #[test]
    fn names_of_secrets_are_told() {
        for name in [
            "X-API-Key",
            "client_secret",
            "access_token",
            "PassWord",
            "key",
        ] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["X-Tenant", "keyword", "limit"] {
            assert!(!is_secret(name), "{name}");
        }
        assert!(is_key("Ocp-Apim-Subscription-Key"));
        assert!(!is_key("page_token"));
    }
}
